"""The report: what an editor reads, in order; nothing in a text can become markup, a link or a script."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from page_incident import incident
from page_incidents_odd import HOSTILE, generated, hostile, single

from incident_graph.cli.report_command import command
from incident_graph.comparison import summary
from incident_graph.model import Incident
from incident_graph.rdf import write_quads
from incident_graph.report import FORMATS, report
from incident_graph.report.content import MOST_QUOTES, content
from incident_graph.report.markdown import escape
from incident_graph.store import save

INJECTED = (
    "# h\n\n- [x](javascript:run) ![i](http://evil.example/i.png) <b>b</b> **bold** `code` ~~s~~ | cell | "
    "http://evil.example www.evil.example a@evil.example [^A] </blockquote><script>run()</script> &lt; $x$ \\* ***"
)


@pytest.fixture(scope="module")
def fire() -> Incident:
    return incident()


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(markdown: str):
    for token in _parser().parse(markdown):
        yield token
        yield from token.children or ()


def test_what_matters_comes_first_and_every_question_once(fire):
    parts = content(fire).parts
    assert [p.heading for p in parts][:2] == [
        "Where the accounts cannot all be right",
        "Where one account contests another",
    ]
    assert [p.heading for p in parts][-2:] == ["Where they agree", "What one account alone says"]
    labels = [e.label for p in parts for e in p.entries]
    assert sorted(labels) == sorted(i.question.label for i in fire.issues)
    assert labels[0] == "How it started"


def test_an_entry_says_what_the_verdict_rests_on_and_who_is_silent(fire):
    entry = content(fire).parts[0].entries[0]
    assert entry.verdict == "accounts conflict"
    assert entry.rests_on == ("if the fire had one cause",)
    assert entry.silent == ("D",)
    assert entry.pairs[0] == "1 and 2: cannot both be true"
    assert (entry.answers[0].label, entry.answers[0].letters) == ("An overheated compressor", ("A", "C"))


def test_a_quotation_carries_line_speaker_hedge_and_value(fire):
    entries = {e.label: e for p in content(fire).parts for e in p.entries}
    quote = entries["People hurt"].answers[0].quotes[0]
    assert (quote.letter, quote.line) == ("A", 3)
    assert quote.said == ("hedged: “About”", "according to Harrow Bay Fire Service")
    assert quote.value == "40 people (36 to 44)"
    denied = next(a for a in entries["Chemicals on site"].answers if a.label == "No ammonia")
    assert denied.quotes[0].said == ("denied", "according to the firm")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_all_is_in_both_forms(fire, form):
    text = report(fire, form)
    shown = "".join(Tags(text).text) if form == "html" else text.replace("\\", "")
    folded = " ".join(shown.split())
    assert summary(fire) in folded
    for account in fire.accounts:
        assert account.sha256 in text
        assert account.file_name in folded
    for issue in fire.issues:
        assert issue.question.label in folded
    for claim in fire.claims:
        assert " ".join(claim.evidence[0].text.split()) in folded
    assert "not who is right" in folded
    assert report(fire, form) == text


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_summary_then_camps_then_accounts_with_their_lineage_then_hashes(fire, form):
    text = report(fire, form)
    order = ["How it started", "The accounts", "Harrow Bay Fire Service · Ines Calder", fire.accounts[0].sha256]
    places = [text.rindex(order[0]), *map(text.rindex, order[1:])]
    assert text.index(summary(fire)[:30]) < places[0]
    assert places == sorted(places)


def test_markdown_footnotes_are_all_there(fire):
    text = report(fire)
    for letter in "ABCDE":
        assert text.count(f"[^{letter}]: ") == 1
        assert f"[^{letter}]\n" in text


def test_html_links_lead_to_the_accounts_and_nothing_is_outside(fire):
    found = Tags(report(fire, "html")).found
    ids = {a["id"] for _, a in found if "id" in a}
    links = {a["href"] for t, a in found if t == "a"}
    assert links == {f"#account-{n}" for n in range(1, 6)}
    assert {link[1:] for link in links} <= ids
    assert not {t for t, _ in found} & {"script", "img", "link", "iframe"}


def _injected(text: str) -> Incident:
    fire = hostile()
    return replace(
        fire,
        title=text,
        accounts=tuple(replace(a, title=text, publisher=text, credit=text, file_name=text) for a in fire.accounts),
        readings=tuple(replace(r, label=text) for r in fire.readings),
        comparisons=tuple(replace(c, rests_on=text) for c in fire.comparisons),
        claims=tuple(
            replace(c, hedge=text, evidence=tuple(e._replace(text=text) for e in c.evidence)) for c in fire.claims
        ),
    )


@pytest.mark.parametrize("text", [INJECTED, HOSTILE], ids=["markup", "hostile"])
def test_nothing_can_be_injected_into_html(text, fire):
    clean, dirty = Tags(report(fire, "html")), Tags(report(_injected(text), "html"))
    allowed = {t for t, _ in clean.found}
    assert {t for t, _ in dirty.found} <= allowed | {"br"}
    for _, attributes in dirty.found:
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


@pytest.mark.parametrize("text", [INJECTED, HOSTILE], ids=["markup", "hostile"])
def test_nothing_can_be_injected_into_markdown(text):
    markdown = report(_injected(text))
    kinds = {t.type for t in _tokens(markdown)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "s_open",
    }
    assert "http://" not in markdown  # the colon is escaped, as are the dot of www. and the @ of an address
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}
    assert sum(t.type == "heading_open" for t in _tokens(markdown)) == 2 + 12 + len(content(incident()).parts)


def test_escaped_text_reads_as_it_was():
    parsed = _parser().renderInline("a " + escape(INJECTED.replace("\n", " ")))
    assert "".join(Tags(parsed).text) == "a " + INJECTED.replace("\n", " ")


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize(
    "make", [lambda: Incident("", ""), single, lambda: generated(30, 8)], ids=["empty", "single", "many"]
)
def test_every_state_can_be_reported(form, make):
    text = report(make(), form)
    assert "not who is right" in text
    assert len(text) < 400_000


def test_long_lists_are_cut_and_say_so():
    crowded = content(generated(60, 2)).parts[0].entries[0]
    assert len(crowded.answers[0].quotes) == MOST_QUOTES
    assert crowded.answers[0].more == len(crowded.answers[0].letters) - MOST_QUOTES


def test_the_command_takes_the_form_from_the_file(fire, tmp_path):
    graph = tmp_path / "fire.trig"
    save(write_quads(fire), str(graph))
    out = tmp_path / "report.html"
    done = CliRunner().invoke(command, ["-g", str(graph), "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    shown = CliRunner().invoke(command, ["-g", str(graph), "-f", "markdown"])
    assert shown.stdout.startswith("# Fire at Kestrel Quay\n")
