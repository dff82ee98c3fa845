"""A language model as a voter, against a stub on the loopback: what is believed, and what becomes of it."""

import textwrap
from pathlib import Path

import pytest
from chat_stub import ChatStub, says

from incident_graph.cli.root import run
from incident_graph.extraction.voters import Votes
from incident_graph.extraction.voters.llm_schema import question_ids
from incident_graph.extraction.voters.verify import find_quote
from incident_graph.model import Grade, Incident
from incident_graph.pipeline import build

pytest.importorskip("httpx", reason="httpx is not installed: pip install 'incident-graph[llm]'")

from chat_asking import LISTED, PROFILE, TEXT, account, ask, claim, only, proposed

# -- what is believed


def test_a_quotation_with_other_marks_is_found_and_given_as_it_stands() -> None:
    vote = only(proposed(claim("holderResponse", "It's our file", '"It\'s our file," said Ada Quill')))
    assert vote.evidence.text == "“It’s our file,” said Ada Quill"
    assert TEXT[vote.evidence.start : vote.evidence.end] == vote.evidence.text
    curly = TEXT.replace("’", "'").replace("“", '"').replace("”", '"')
    vote = only(proposed(claim("holderResponse", "It’s our file", "“It’s our file,” said Ada Quill"), text=curly))
    assert vote.evidence.text == '"It\'s our file," said Ada Quill'


@pytest.mark.parametrize(
    ("context", "which"),
    [({}, 0), ({"suffix": "a second man"}, 1), ({"prefix": "file was sold."}, 1), ({"prefix": "x"}, 0)],
)
def test_of_equal_quotations_the_context_decides(context: dict[str, str], which: int) -> None:
    quote = "“It’s our file,”"
    vote = only(proposed(claim("holderResponse", "our file", quote, **context)))
    assert vote.evidence.start == [TEXT.index(quote), TEXT.rindex(quote)][which]


def test_a_quotation_over_a_line_break_is_found() -> None:
    text = "\n\n".join(textwrap.fill(paragraph, 58) for paragraph in TEXT.split("\n\n"))
    quote = "on Gullnet from early March"
    assert quote not in text
    vote = only(proposed(claim("listedOn", "Gullnet", quote), text=text))
    assert vote.evidence.text == "on\nGullnet from early March"


REJECTED = {
    "the quotation is not in the text": claim("listedOn", "Gullnet", "The files were sold on Gullnet for a song"),
    "the value is not in the quotation": claim("listedOn", "Gullnet", "“It’s our file,” said Ada Quill"),
    "no such question": claim("favouriteColour", "grubby", "a grubby cellar"),
    "no such stance: Hopes": claim("listedOn", "Gullnet", "stood on Gullnet", stance="Hopes"),
    "the hedge is not in the sentence": claim("listedOn", "Gullnet", "stood on Gullnet", hedge="perhaps"),
    "the speaker is not in the text": claim("listedOn", "Gullnet", "stood on Gullnet", speaker="the minister"),
    "the value is neither yes nor no": claim("coreSystemHit", "maybe", "stood on Gullnet"),
    "the value is neither a kind": claim("whoseRecords", "sailors", "Files on 40,000 customers"),
    "the value is no kind that answers": claim("whoseRecords", "40,000", "Files on 40,000 customers"),
}


@pytest.mark.parametrize("reason", REJECTED)
def test_what_does_not_stand_in_the_text_is_rejected_and_reported(reason: str) -> None:
    votes = proposed(REJECTED[reason], LISTED)
    assert [vote.value.label for vote in votes.claims] == ["Gullnet"]
    (line,) = votes.rejected
    assert line.startswith(f"llm:tiny, A 1.txt: {reason}")
    assert str(REJECTED[reason]["quote"])[:10] in line


@pytest.mark.parametrize(
    "change", ["stood upon Gullnet", "stood on  Gullnett", "Stood on Gullnet", "stood on, Gullnet"]
)
def test_a_quotation_is_never_found_nearly(change: str) -> None:
    assert find_quote(TEXT, change) is None


def test_boilerplate_cannot_be_quoted() -> None:
    votes = proposed(claim("listedOn", "Gullnet", "get the Gullnet digest every morning"))
    assert votes.claims == ()
    assert "not in the text" in votes.rejected[0]


def test_yes_and_no_become_a_stance() -> None:
    rows = [("yes", "Asserts"), ("no", "Asserts"), (False, "Denies"), (True, "Unknown"), ("No", "NoEvidence")]
    quotes = ("40,000 customers", "of Brindle Water", "stood on Gullnet", "said Ada Quill", "a grubby cellar")
    asked = zip(rows, quotes, strict=True)
    votes = proposed(*(claim("coreSystemHit", value, quote, stance=stance) for (value, stance), quote in asked))
    got = [(vote.value.polarity, vote.stance) for vote in votes.claims]
    assert got == [(True, "Asserts"), (True, "Denies"), (True, "Denies"), (True, "Unknown"), (True, "NoEvidence")]


def test_kinds_are_taken_by_label_or_by_their_words_in_the_quotation() -> None:
    by_label = only(proposed(claim("whoseRecords", "Customers", "Files on 40,000 customers of Brindle Water")))
    by_words = only(proposed(claim("whoseRecords", "40,000 customers", "Files on 40,000 customers of Brindle Water")))
    assert by_label.value == by_words.value
    assert by_label.tier == "B"
    assert TEXT[by_label.value.start : by_label.value.end] == "customers"
    unworded = only(proposed(claim("whoseRecords", "patients", "“It’s our file,”")))
    assert unworded.tier == "C"


def test_hedge_and_speaker_are_kept_as_written() -> None:
    said = claim("holderResponse", "our file", "“It’s our file,”", speaker="ada quill", hedge="NULL")
    vote = only(proposed(said))
    assert vote.speaker is not None
    assert (vote.speaker.text, vote.hedge) == ("Ada Quill", "")
    told = claim("whenKnown", "April", "been told in April", hedge="may have")
    assert only(proposed(told)).hedge == "may have"


def test_a_headline_alone_is_weak() -> None:
    vote = only(proposed(claim("offeredOrSold", "for sale", "files for sale")))
    assert vote.tier == "C"
    assert vote.rules == ("llm:tiny", "headline")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the answer is empty"),
        (None, "the answer is empty"),
        ("I cannot help with that.", "the answer is not JSON"),
        ('{"claims": [{"question": "listedOn", "quo', "the answer is not JSON"),
        ('{"answers": 3}', "the answer has no list of claims"),
        ('{"claims": ["Gullnet"]}', "a claim that is no object"),
        ('{"claims": [{}]}', "no such question"),
        ('{"claims": [{"question": ["listedOn"], "quote": {}}]}', "no such question"),
        ("[" * 100_000, "the answer is not JSON"),
    ],
)
def test_an_answer_that_cannot_be_read_is_reported_and_nothing_more(content: str | None, reason: str) -> None:
    votes, _, _ = ask(says(content))
    assert votes.claims == ()
    assert len(votes.rejected) == 1
    assert reason in votes.rejected[0]


@pytest.mark.parametrize("content", ['{"claims": []}', "[]", '<think>{"claims": 1}</think> {"claims": []}'])
def test_to_find_nothing_is_no_fault(content: str) -> None:
    assert ask(says(content))[0] == Votes()


# -- what becomes of it


def built(monkeypatch: pytest.MonkeyPatch, *claims: dict[str, object], text: str = TEXT) -> Incident:
    with ChatStub(says({"claims": claims})) as stub:
        monkeypatch.setenv("INCIDENT_GRAPH_LLM_URL", stub.url)
        monkeypatch.setenv("INCIDENT_GRAPH_LLM_MODEL", "tiny")
        return build([account(text)], profiles=["data-breach"], extractors=["rules", "llm"])


def answers(incident: Incident, question: str, rule: str = "llm:tiny") -> list[str]:
    iri = question_ids(PROFILE)[question].iri
    return [c.answer.label for c in incident.claims if c.question == iri and rule in c.rules]


def test_a_claim_is_tied_to_names_figures_and_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = "Files on 40,000 customers of Brindle Water stood on Gullnet from early March"
    incident = built(
        monkeypatch,
        claim("listedOn", "Gullnet", quote),
        claim("peopleAffected", "40,000 customers", quote),
        claim("whenListed", "early March", quote),
        claim("dataOrigin", "a grubby cellar", "The file came from a grubby cellar."),
        claim("holderResponse", "our file", "“It’s our file,”", speaker="Ada Quill"),
    )
    by_id = {c.question.rpartition("#")[2]: c for c in incident.claims if "llm:tiny" in c.rules}
    gullnet = next(e for e in incident.entities if e.id == by_id["listedOn"].answer.entity)
    assert (gullnet.label, gullnet.kind, gullnet.named) == ("Gullnet", "Platform", True)
    assert by_id["listedOn"].tier == "B"
    assert by_id["holderResponse"].ways == ("model",)
    figure = next(f for f in incident.figures if f.id == by_id["peopleAffected"].answer.figure)
    assert figure.excerpt.text == "40,000 customers"
    assert by_id["whenListed"].answer.period is not None
    assert [s.label for s in by_id["holderResponse"].speakers] == ["Ada Quill"]
    ids = {e.id for e in incident.entities} | {f.id for f in incident.figures}
    for found in incident.claims:
        assert not found.answer.entity or found.answer.entity in ids
        assert not found.answer.figure or found.answer.figure in ids
        assert all(e.text == TEXT[e.start : e.end] for e in found.evidence)
    assert answers(incident, "dataOrigin") == []
    assert any("a description of no kind that answers the question: dataOrigin" in r for r in incident.rejected)


def test_figures_that_count_something_else_are_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = "Files on 40,000 customers of Brindle Water stood on Gullnet from early March"
    incident = built(
        monkeypatch, claim("askingPrice", "40,000 customers", quote), claim("whenListed", "Gullnet", quote)
    )
    assert answers(incident, "askingPrice") == answers(incident, "whenListed") == []
    assert sorted(r.split(": ")[1] for r in incident.rejected if "tiny" in r) == [
        "no date or time in the value",
        "the figure counts something else",
    ]


def test_a_name_of_another_class_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("said Ada Quill", "said Captain Ada Quill")
    incident = built(monkeypatch, claim("listedOn", "Ada Quill", "said Captain Ada Quill"), text=text)
    assert answers(incident, "listedOn") == []
    assert any("Ada Quill is read as Person" in r for r in incident.rejected)


def test_the_rules_stand_where_the_model_reads_the_same_words_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Gulls\n\nThe stolen customer records were listed for sale on the forum Gullnet, police said.\n"
    quote = "The stolen customer records were listed for sale on the forum Gullnet"
    plain = build([account(text)], profiles=["data-breach"])
    both = built(monkeypatch, claim("listedOn", "Gullnet", quote, stance="Denies"), text=text)
    assert answers(both, "listedOn") == ["Gullnet"]
    shown = {(c.id, c.stance, c.certainty, c.answer.label, c.evidence) for c in plain.claims}
    assert shown == {(c.id, c.stance, c.certainty, c.answer.label, c.evidence) for c in both.claims}
    assert any("the rules read Asserts where it reads Denies: listedOn" in r for r in both.rejected)
    assert {c.ways for c in both.claims} == {("cue",)}  # to read it otherwise is no second way


def test_votes_are_added_and_nothing_of_the_rules_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {c.id for c in build([account()], profiles=["data-breach"]).claims}
    both = {c.id for c in built(monkeypatch, LISTED, REJECTED["no such question"]).claims}
    assert plain < both


def test_the_command_line_asks_and_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    graph = tmp_path / "x.trig"
    made_up = REJECTED["the quotation is not in the text"]
    with ChatStub(says({"claims": [LISTED, made_up]})) as stub:
        args = ["build", str(tmp_path / "a.txt"), "--profile", "data-breach", "-g", str(graph), "--extractor", "llm"]
        assert run([*args, "--llm-url", stub.url, "--llm-model", "tiny"]) == 0
        assert len(stub.asked) == 1
    assert "1 proposal not believed" in capsys.readouterr().err
    written = graph.read_text(encoding="utf-8")
    assert "llm:tiny" in written
    assert "for a song" in written


TIED = (
    "Who held it\n\nThe trouble began with an IT supplier to the Harbour Board, a clerk said. "
    "Captain Ida Holm, the board’s chief, blamed the men. The thing lay on Gullnet, a hacker forum in Ostra. "
    "Everyone left by ferry in the rain, and 12 people got wet in 1987.\n"
)


def tied(monkeypatch: pytest.MonkeyPatch, *claims: dict[str, object]) -> list[tuple[str, bool, frozenset[str]]]:
    """What the model's claims are tied to: label, whether it is a name, and the kinds stated of it."""
    incident = built(monkeypatch, *claims, text=TIED)
    named = {e.id: e.named for e in incident.entities}
    return [
        (c.answer.label, named[c.answer.entity or ""], frozenset(k.rpartition("#")[2] for k in c.answer.kinds))
        for c in incident.claims
        if "llm:tiny" in c.rules
    ]


def test_a_name_within_a_description_is_not_what_it_describes(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = "The trouble began with an IT supplier to the Harbour Board"
    ((label, is_named, kinds),) = tied(monkeypatch, claim("heldBy", "an IT supplier to the Harbour Board", quote))
    assert (label, is_named) == ("an IT supplier to the Harbour Board", False)
    assert kinds


def test_titles_and_appositions_are_not_part_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = "Captain Ida Holm, the board’s chief, blamed the men."
    found = tied(
        monkeypatch,
        claim("officials", "Captain Ida Holm", quote),
        claim("listedOn", "Gullnet, a hacker forum", "The thing lay on Gullnet, a hacker forum in Ostra."),
    )
    assert sorted((label, is_named) for label, is_named, _ in found) == [("Gullnet", True), ("Ida Holm", True)]
    assert any(kinds for label, _, kinds in found if label == "Gullnet")


def test_the_model_and_the_rules_may_agree_on_a_description(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Gulls\n\nThe stolen customer records were offered for sale on a hacker forum, police said.\n"
    plain = build([account(text)], profiles=["data-breach"])
    quote = "were offered for sale on a hacker forum"
    both = built(monkeypatch, claim("listedOn", "a hacker forum", quote), text=text)
    assert answers(plain, "listedOn", rule="llm:tiny") == []
    assert len(answers(both, "listedOn")) == 1
    assert len(both.claims) == len(plain.claims)
    (found,) = [c for c in both.claims if "llm:tiny" in c.rules]
    assert (found.ways, found.grade) == (("cue", "model"), Grade.FIRM)
    assert {c.grade for c in plain.claims} == {Grade.TENTATIVE}


def test_what_belongs_to_the_past_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    incident = built(monkeypatch, claim("whenListed", "1987", "12 people got wet in 1987"), text=TIED)
    assert answers(incident, "whenListed") == []
    assert any("the figure is background" in r for r in incident.rejected)
