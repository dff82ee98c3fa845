"""Optional voters: how they are asked for, what spaCy adds, and that nothing of theirs is imported unasked."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.accounts import Account
from incident_graph.cli.root import run
from incident_graph.errors import UsageError
from incident_graph.extraction import voters
from incident_graph.extraction.voters import FORMS, Progress, Voter, Votes, get_voters
from incident_graph.extraction.voters.passage import passages
from incident_graph.extraction.voters.pooling import pool_names
from incident_graph.extraction.voters.spacy_voter import SpacyVoter, trim
from incident_graph.names.finding import find_names
from incident_graph.names.mention import NameMention, decide
from incident_graph.pipeline import build, stages
from incident_graph.profile import Profile
from incident_graph.text.document import Document, Span
from incident_graph.text.documents import read_document

TEXT = (
    "Tern Harbour Fire Kills Two\n\nTwo people died when a shed burned down. The keys were with Zorvex, whose "
    "people left early. Later Zorvex’s boat went out.\n\nSign up to our newsletter for stories from Zorvex.\n"
)


def account(text: str = TEXT, digit: str = "1") -> Account:
    return Account(digit * 64, f"{digit}.txt", text, letter="ABC"[int(digit) - 1])


def quiet(what: str, done: int, total: int) -> None:
    """No progress."""


class StubPipeline:
    """What a spaCy pipeline looks like from outside: finds given words, labels them."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.labels = labels
        self.read: list[str] = []

    def pipe(self, texts: Sequence[str]) -> Iterator[Any]:
        for text in texts:
            self.read.append(text)
            ents = []
            for words, label in self.labels.items():
                at = text.find(words)
                while at >= 0:
                    ents.append(SimpleNamespace(start_char=at, end_char=at + len(words), label_=label))
                    at = text.find(words, at + 1)
            yield SimpleNamespace(ents=ents)


def stub_spacy(monkeypatch: pytest.MonkeyPatch, labels: dict[str, str]) -> StubPipeline:
    pipeline = StubPipeline(labels)

    def load(name: str) -> StubPipeline:
        if name != "stub":
            raise OSError(f"[E050] Can't find model '{name}'.\nmore")
        return pipeline

    module = ModuleType("spacy")
    module.__dict__["load"] = load
    monkeypatch.setitem(sys.modules, "spacy", module)
    return pipeline


def spacy_votes(monkeypatch: pytest.MonkeyPatch, labels: dict[str, str], text: str = TEXT) -> tuple[NameMention, ...]:
    stub_spacy(monkeypatch, labels)
    (voter,) = get_voters(["spacy:stub"])
    return voter.vote([read_document(account(text))], Profile(()), quiet).names


# -- asking for voters


def test_rules_are_always_on_and_add_no_voter() -> None:
    assert get_voters(["rules", "rules"]) == ()


def test_a_voter_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_spacy(monkeypatch, {})
    assert [v.name for v in get_voters(["spacy:stub", "rules", "spacy:stub"])] == ["spacy:stub"]


@pytest.mark.parametrize("spec", ["oracle", "spacy", "spacy:", "llm:x", "rules:x", ""])
def test_an_unknown_extractor_is_a_usage_error(spec: str) -> None:
    with pytest.raises(UsageError) as caught:
        get_voters([spec])
    assert "spacy:" in caught.value.hint


def test_missing_libraries_are_named_with_the_command_that_installs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, spec, command in (
        ("spacy", "spacy:any", "pip install 'incident-graph[spacy]'"),
        ("httpx", "llm", "pip install 'incident-graph[llm]'"),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(UsageError) as caught:
            get_voters([spec], llm_url="http://127.0.0.1:1/v1", llm_model="m")
        assert caught.value.hint == command


def test_a_missing_pipeline_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_spacy(monkeypatch, {})
    with pytest.raises(UsageError) as caught:
        get_voters(["spacy:xx_nowhere"])
    assert "xx_nowhere" in caught.value.what
    assert "python -m spacy download xx_nowhere" in caught.value.hint
    assert "\n" not in caught.value.where


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["--extractor", "oracle"], "no extractor 'oracle'"),
        (["--extractor", "llm"], "the extractor llm has no url"),
        (["--extractor", "llm", "--llm-url", "localhost:1", "--llm-model", "m"], "no address of an endpoint"),
        (["--llm-url", "http://localhost:1"], "--llm-url and --llm-model say nothing without --extractor llm"),
    ],
)
def test_the_command_line_says_what_is_wrong(
    args: list[str], what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"INCIDENT_GRAPH_LLM_{name}", raising=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run(["build", str(tmp_path), "-g", str(tmp_path / "x.trig"), *args]) == 2
    assert what in capsys.readouterr().err
    assert not (tmp_path / "x.trig").exists()


def test_nothing_is_imported_unless_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    script = (
        "import sys; from incident_graph.cli.root import run; code = run(sys.argv[1:]); "
        "print(code, sorted({m.split('.')[0] for m in sys.modules} & {'spacy', 'httpx', 'thinc'}))"
    )
    args = ["build", str(tmp_path / "a.txt"), "-q", "-g", str(tmp_path / "x.trig")]
    for extra in ([], ["--extractor", "rules"]):  # the first may have to parse, the second has the parse at hand
        done = subprocess.run([sys.executable, "-c", script, *args, *extra], capture_output=True, text=True, check=True)
        assert done.stdout.strip() in (("0 []", "0 ['spacy', 'thinc']") if not extra else ("0 []",))


# -- names of a pipeline


def test_labels_become_classes_and_others_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "In Ostra the Marlow Bill, a Danish act, made Ida Holm and Pinta Works sell the Kestrel One to Gullnet."
    labels = {
        "Ostra": "GPE",
        "the Marlow Bill": "LAW",
        "Danish": "NORP",
        "Ida Holm": "PERSON",
        "Pinta Works": "ORG",
        "Kestrel One": "PRODUCT",
        "Gullnet": "Platform",
    }
    found = [(m.excerpt.text, m.votes[0][0], m.votes[0][2]) for m in spacy_votes(monkeypatch, labels, text)]
    assert found == [
        ("Ostra", "Place", "spacy:stub"),
        ("Marlow Bill", "Law", "spacy:stub"),
        ("Ida Holm", "Person", "spacy:stub"),
        ("Pinta Works", "Organisation", "spacy:stub"),
        ("Kestrel One", "Product", "spacy:stub"),
        ("Gullnet", "Platform", "spacy:stub"),
    ]


def test_only_sentences_worth_reading_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = stub_spacy(monkeypatch, {"Zorvex": "ORG", "Fire Kills": "PERSON"})
    document = read_document(account())
    votes = get_voters(["spacy:stub"])[0].vote([document], Profile(()), quiet)
    assert [m.excerpt.text for m in votes.names] == ["Zorvex", "Zorvex"]
    assert all(m.excerpt.text == TEXT[m.excerpt.start : m.excerpt.end] for m in votes.names)
    assert not any("newsletter" in text or "Tern Harbour Fire" in text for text in pipeline.read)
    for mention in votes.names:
        assert any(s.start <= mention.excerpt.start and mention.excerpt.end <= s.end for s in document.sentences)


def test_a_pipeline_that_finds_nothing_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_spacy(monkeypatch, {})
    incident = build([account()], extractors=["rules", "spacy:stub"])
    assert incident.rejected == ("spacy:stub: the pipeline found no entity in any account",)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Harbour Board’s", "Harbour Board"),
        ("“Ida Holm”,", "Ida Holm"),
        ("Theodora Vane", "Theodora Vane"),
        ("U.N.", "U.N"),
        ("Marlow (Ostra)", "Marlow (Ostra)"),
        ("海港局", "海港局"),
        ("police", None),
        ("3,000", None),
        ("—", None),
    ],
)
def test_names_are_trimmed(words: str, name: str | None) -> None:
    span = trim(f"so {words} left", 3, 3 + len(words))
    assert (f"so {words} left"[slice(*span)] if span else None) == name


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_trimming_stays_within(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = trim(text, start, end)
    assert span is None or (start <= span[0] < span[1] <= end and text[span[0] : span[1]].strip())


# -- votes are added, never put in place of others


def test_a_name_no_cue_decides_is_typed_by_a_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    stub_spacy(monkeypatch, {"Zorvex": "ORG"})
    plain = {e.label: e.kind for e in build([account()]).entities if e.named}
    voted = {e.label: e for e in build([account()], extractors=["spacy:stub"]).entities if e.named}
    assert plain.get("Zorvex", "") == ""
    assert voted["Zorvex"].kind == "Organisation"
    assert voted["Zorvex"].rules == ("spacy:stub",)
    assert set(plain) <= set(voted)


def test_a_vote_does_not_outvote_the_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Captain Ida Holm left. Holm said the tug had sunk, and Captain Ida Holm wept."
    stub_spacy(monkeypatch, {"Ida Holm": "ORG"})
    kinds = {e.label: e.kind for e in build([account(text)], extractors=["spacy:stub"]).entities if e.named}
    assert kinds["Ida Holm"] == "Person"


def mention(document: Document, words: str, kind: str = "Organisation", rule: str = "spacy:x") -> NameMention:
    at = document.account.text.index(words)
    return NameMention(document.account.excerpt(at, at + len(words)), words, ((kind, 0.9, rule),))


def test_a_vote_counts_in_all_accounts_and_once() -> None:
    one, two = read_document(account()), read_document(account("The men of Zorvex went home, and so did Zorvex.", "2"))
    names = find_names([one, two])
    before = {a: [m.excerpt for m in found] for a, found in names.items()}
    pooled = pool_names(names, [mention(one, "Zorvex"), mention(one, "Zorvex")])
    assert {a: [m.excerpt for m in found if m.excerpt in before[a]] for a, found in pooled.items()} == before
    votes = {m.votes for found in pooled.values() for m in found if m.surface == "Zorvex"}
    assert len(votes) == 1
    assert [v for v in votes.pop() if v[2] == "spacy:x"] == [("Organisation", 0.9, "spacy:x")]


def test_a_span_that_crosses_a_name_of_the_rules_is_not_taken() -> None:
    document = read_document(account("Captain Ida Holm left the quay.", "1"))
    names = find_names([document])
    pooled = pool_names(names, [mention(document, "Holm left", "Person"), mention(document, "quay", "Place")])
    surfaces = [m.surface for m in pooled[document.account.id]]
    assert surfaces == ["Ida Holm", "quay"]
    assert all(rule != "spacy:x" for _, _, rule in pooled[document.account.id][0].votes)
    assert decide(pooled[document.account.id][1].votes) == "Place"


class OwnVoter:
    """A voter of somebody else's, in a few lines."""

    name = "own"

    def vote(self, documents: Sequence[Document], profile: Profile, progress: Progress) -> Votes:
        return Votes(names=tuple(mention(d, "Zorvex", "Vehicle", self.name) for d in documents), rejected=("a guess",))


def test_a_voter_of_your_own_can_be_given() -> None:
    assert isinstance(OwnVoter(), Voter)
    incident = build([account()], extractors=[OwnVoter()])
    assert {e.kind for e in incident.entities if e.label == "Zorvex"} == {"Vehicle"}
    assert incident.rejected == ("a guess",)


def test_who_is_asked_for_is_heard_and_nobody_else() -> None:
    text = "The ferry Zorvex sank off Selby on Monday. Nine people died when the ferry sank."
    for asked, heard in ((["rules"], True), (["cues"], True), (["alignment"], False), ([OwnVoter()], False)):
        incident = build([account(text)], extractors=asked)
        assert any(claim.ways == ("cue",) for claim in incident.claims) is heard


def test_a_package_adds_a_reader_by_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [EntryPoint("own", f"{__name__}:OwnVoter", "incident_graph.claim_finders")]
    monkeypatch.setattr(voters, "entry_points", lambda group: found if group == voters.GROUP else [])
    assert [voter.name for voter in get_voters(["own"])] == ["own"]
    with pytest.raises(UsageError, match="no extractor 'other'"):
        get_voters(["other"])


def test_a_package_adds_an_annotator_by_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [EntryPoint("marks", f"{__name__}:marked", stages.ANNOTATORS)]
    monkeypatch.setattr(stages, "entry_points", lambda group: found if group == stages.ANNOTATORS else [])
    stages._annotators.cache_clear()
    (read,) = stages.read_texts(stages.Texts((account("Nine people died."),), frozenset()))
    stages._annotators.cache_clear()
    assert [span.label for span in read.document.layer("marks")] == ["first"]


def marked(document: Document) -> Document:
    """An annotator: marks the first letter."""
    return document.with_spans("marks", [Span(0, 1, "marks", "first", source="own")])


def test_the_forms_are_all_understood() -> None:
    assert FORMS == ("rules", "cues", "frames", "alignment", "spacy:NAME", "llm")


# -- a real pipeline


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny pipeline, trained on made-up sentences, with a ruler for one label beside the model's."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'incident-graph[spacy]'")
    from spacy.training import Example

    nlp = spacy.blank("en")
    recogniser = nlp.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", **_SMALL}})
    recogniser.add_label("ORG")
    samples = []
    for who in ("Zorvex", "Brindle", "Quorl", "Vantix", "Ostrel"):
        for text in (f"The keys were with {who}, people said.", f"Later {who} left.", f"A boat of {who} sank."):
            at = text.index(who)
            made = nlp.make_doc(text)
            samples.append(Example.from_dict(made, {"entities": [(at, at + len(who), "ORG")]}))
    spacy.util.fix_random_seed(1)
    optimizer = nlp.initialize(lambda: samples)
    optimizer.learn_rate = 0.01
    for _ in range(30):
        nlp.update(samples, sgd=optimizer)
    nlp.add_pipe("entity_ruler", before="ner").add_patterns([{"label": "EVENT", "pattern": "Tide Night"}])
    folder = tmp_path_factory.mktemp("pipeline") / "tiny"
    nlp.to_disk(folder)
    return folder


_SMALL: dict[str, Any] = {
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 16,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 16,
        "depth": 1,
        "embed_size": 200,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
    },
}


def test_a_trained_pipeline_votes(trained: Path) -> None:
    text = "The keys were with Zorvex, people said. It was on Tide Night. A boat of Zorvex sank."
    (voter,) = get_voters([f"spacy:{trained}"])
    assert isinstance(voter, SpacyVoter)
    found = voter.vote([read_document(account(text))], Profile(()), quiet).names
    kinds = {(m.surface, m.votes[0][0]) for m in found}
    assert ("Zorvex", "Organisation") in kinds
    assert ("Tide Night", "Event") in kinds
    assert {m.votes[0][2] for m in found} == {"spacy:tiny"}
    entities = {e.label: e.kind for e in build([account(text)], extractors=[f"spacy:{trained}"]).entities}
    assert entities["Zorvex"] == "Organisation"


@given(st.lists(st.text(alphabet="Ab é\n\t. “”", min_size=1, max_size=60), min_size=1, max_size=5), st.integers(5, 60))
def test_passages_show_the_text_and_know_where_it_stands(parts: list[str], size: int) -> None:
    text = "\n\n".join(parts)
    if not text.strip():
        return
    document = read_document(account(text))
    shown = list(passages(document, size))
    assert [s for p in shown for s in p.sentences] == list(document.sentences)
    for passage in shown:
        assert len(passage.text) == len(passage.offsets)
        assert list(passage.offsets) == sorted(passage.offsets)
        for at, char in enumerate(passage.text):
            original = text[passage.offsets[at]] if passage.offsets[at] < len(text) else " "
            assert char == original or char in " \n"
