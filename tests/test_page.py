"""The page as a document: complete in itself, escaped everywhere, readable without scripts, whole in every state."""

import base64
import hashlib
import json
import math
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hash_seeds import printed_under_hash_seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from page_incident import incident
from page_incidents_odd import generated, hostile, single

from incident_graph.accounts import Account
from incident_graph.cli.view_command import command
from incident_graph.comparison import summary
from incident_graph.errors import UsageError
from incident_graph.model import Incident, Stance, Verdict
from incident_graph.network import MARKS, plain
from incident_graph.page import render
from incident_graph.page.drawing import networks
from incident_graph.page.packing import unpack
from incident_graph.page.render import data_block
from incident_graph.page.view_model import view_model
from incident_graph.page.words import quotation, whole
from incident_graph.rdf import read_incident, write_quads
from incident_graph.store import open_graph, save


class Reader(HTMLParser):
    """Collects elements with their attributes and the text inside scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1] in self.inside:
            self.inside[self.open[-1]][-1] += data
        else:
            self.text.append(data)


@pytest.fixture(scope="module")
def fire() -> Incident:
    return incident()


@pytest.fixture(scope="module")
def html(fire) -> str:
    return render(fire)


@pytest.fixture(scope="module")
def read(html) -> Reader:
    return Reader(html)


def _policy(reader: Reader) -> str:
    return next(
        a["content"] or ""
        for t, a in reader.elements
        if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )


def test_nothing_outside_is_referred_to(read):
    for tag, attributes in read.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style", tag
            if name in {"src", "href", "action", "srcset", "xlink:href"}:
                assert value.startswith("#"), (tag, name, value)


def test_the_policy_allows_these_scripts_and_styles_and_no_others(read):
    policy = _policy(read)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    types = [a.get("type") for t, a in read.elements if t == "script"]
    assert types == [None, "application/json", *["application/gzip"] * 4, None]
    library = unpack(read.inside["script"][2])
    assert "vis-network" in library
    for text in [library, read.inside["script"][0], read.inside["script"][-1], *read.inside["style"]]:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_the_page_is_small_enough(html):
    assert len(html.encode()) < 1_200_000


def test_table_and_quotations_are_there_without_scripts(read, fire):
    text = " ".join("".join(read.text).split())
    for issue in fire.issues:
        assert issue.question.label in text
    for claim in fire.claims:
        assert " ".join(claim.evidence[0].text.split()) in text
    ids = {a["id"] for _, a in read.elements if "id" in a}
    links = {a["href"][1:] for t, a in read.elements if t == "a" and "href" in a}
    assert links <= ids
    assert sum(t == "details" for t, _ in read.elements) >= len(fire.issues) + len(fire.accounts)


def test_ids_are_unique(read):
    ids = [a["id"] for _, a in read.elements if "id" in a]
    assert len(ids) == len(set(ids))


def test_it_never_says_who_is_right(read):
    assert "colours show how accounts relate, not who is right" in "".join(read.text)


def test_without_texts_the_quotations_stay_and_the_accounts_go(fire):
    longer = replace(fire.accounts[0], text=fire.accounts[0].text + "Nothing more. " * 40 + "A cat was found alive.")
    fire = replace(fire, accounts=(longer, *fire.accounts[1:]))
    full, bare = render(fire), render(fire, texts=False)
    assert len(bare) < len(full)
    assert 'class="text"' in full
    assert 'class="text"' not in bare
    assert 'class="read"' in full
    assert 'class="read"' not in bare
    for words, kept in (("an overheated compressor started the blaze", True), ("A cat was found alive", False)):
        assert words in full
        assert (words in bare) == kept


def test_the_same_incident_gives_the_same_bytes_under_any_hash_seed():
    code = (
        "import hashlib; from page_incident import incident; from incident_graph.page import render\n"
        "print(hashlib.sha256(render(incident()).encode()).hexdigest())"
    )
    assert len(printed_under_hash_seeds(code)) == 1


def test_pyvis_is_not_imported_before_a_page_is_rendered():
    code = "import sys, incident_graph.page; sys.exit(int('pyvis' in sys.modules or 'jinja2' in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_hostile_text_stays_text(html):
    assert Reader(render(hostile(kinds=True))).inside["script"][1]
    bad = render(hostile())
    reader = Reader(bad)
    good = Reader(html)
    assert [t for t, _ in reader.elements if t in {"script", "img", "style"}] == ["style", *["script"] * 7]
    assert [reader.inside["script"][k] for k in (0, 2, 6)] == [good.inside["script"][k] for k in (0, 2, 6)]
    assert "{{7*7}}" in "".join(reader.text)
    for tag, attributes in reader.elements:
        assert not any(name.startswith("on") for name in attributes), tag
        assert "javascript:" not in (attributes.get("href") or "")
    assert "\x00" not in bad
    json.loads(reader.inside["script"][1])
    assert "</script" not in reader.inside["script"][1].lower()


@settings(max_examples=40)
@given(st.recursive(st.text() | st.integers(), lambda s: st.lists(s) | st.dictionaries(st.text(), s), max_leaves=10))
def test_data_cannot_leave_its_block(value):
    block = data_block(value)
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block) == value


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (Incident("", ""), "holds no account"),
        (Incident("Title", "", accounts=(Account("0" * 64, "a.txt", "Text."),)), "No account answers a question"),
        (single(), "nothing to compare"),
        (generated(14, 6), "too many for columns"),
    ],
    ids=["empty", "no-answers", "one-account", "many-accounts"],
)
def test_every_state_says_what_it_is(case, said):
    assert said in "".join(Reader(render(case)).text)


def test_no_divergence_is_said(fire):
    calm = replace(
        fire,
        issues=tuple(
            replace(i, verdict=min(i.verdict, Verdict.COMPLEMENTS, key=lambda v: v.strength)) for i in fire.issues
        ),
        comparisons=(),
    )
    page = Reader(render(calm))
    assert not any(a.get("data-verdict") == "conflicts" for _, a in page.elements)
    assert "incompatible" not in "".join(page.text)


def test_the_headline_is_the_summary_of_the_comparison(fire, read):
    assert summary(fire) in " ".join("".join(read.text).split())


def test_cells_carry_reading_number_words_and_signs(fire):
    issue = next(i for i in view_model(fire)["issues"] if i["key"] == "chemicals")
    a, b, c, d, e = issue["cells"]
    assert [(x["n"], x["label"]) for x in a] == [(1, "Yes: ammonia"), (2, "No ammonia")]
    assert a[1]["signs"] == [{"name": "not", "word": "denied"}, {"name": "by", "word": "the firm"}]
    assert b[0]["signs"] == [{"name": "open", "word": "no evidence"}]
    assert (c, e) == ([], [])
    assert d[0]["signs"] == [{"name": "by", "word": "the union"}]
    assert issue["silent"] == ["C", "E"]


def test_every_cell_equals_its_reading_and_halves_no_alternative(fire):
    either = "an insider, or else somebody from outside who had bought the keys of a man whom nobody remembers by name"
    readings = tuple(replace(r, label=either) if r.issue == "issue-cause" else r for r in fire.readings)
    claims = tuple(replace(c, answer=replace(c.answer, label="an insider")) for c in fire.claims)
    for issue in view_model(replace(fire, readings=readings, claims=claims))["issues"]:
        labels = {r["n"]: r["label"] for r in issue["readings"]}
        shown = [c for cell in issue["cells"] for c in cell]
        assert shown
        assert all(c["label"] == labels[c["n"]] for c in shown)
        if issue["key"] == "cause":
            assert {c["label"] for c in shown} == {either}


def test_a_link_that_is_denied_is_barred_in_the_drawing(fire):
    claims = tuple(replace(c, stance=Stance.DENIES) if c.id == "claim-operator-0-C" else c for c in fire.claims)
    edges = networks(replace(fire, claims=claims))["entities"]["svg"]["edges"]
    assert [e["letters"] for e in edges if e["bar"]] == ["≠ A !C"]
    (barred,) = [e for e in edges if e["bar"]]
    (x1, y1), (x2, y2) = ([float(n) for n in end.split()] for end in barred["path"][1:].split("L"))
    (a, b), (c, d) = ([float(n) for n in end.split()] for end in barred["bar"][1:].split("L"))
    assert abs((x2 - x1) * (c - a) + (y2 - y1) * (d - b)) < 0.2 * math.hypot(x2 - x1, y2 - y1) * 14  # across the line
    assert min(x1, x2) < (a + c) / 2 < max(x1, x2)


def test_figures_show_how_they_were_read(fire):
    issue = next(i for i in view_model(fire)["issues"] if i["key"] == "injured")
    assert [q["value"] for q in issue["readings"][0]["quotes"]] == [
        "40 people (36 to 44)",
        "40 people",
        "35 to 45 people",
        "40 people (36 to 44)",
    ]


def test_claims_of_no_reading_are_shown_apart(fire):
    extra = replace(fire.claims[0], id="claim-extra", account=fire.accounts[3].id, evidence=())
    issue = next(i for i in view_model(replace(fire, claims=(*fire.claims, extra)))["issues"] if i["key"] == "cause")
    assert [q["letter"] for q in issue["aside"]] == ["D"]
    assert render(replace(fire, claims=(*fire.claims, extra)))


def test_hedges_are_marked_in_the_quotation(fire):
    issue = next(i for i in view_model(fire)["issues"] if i["key"] == "cause")
    marked = [s["text"] for r in issue["readings"] for q in r["quotes"] for s in q["segments"] if s["mark"]]
    assert marked == ["Ines Calder", "appears", "two officers"]


@given(st.text(alphabet="ab .\n", min_size=1, max_size=80), st.data())
def test_segments_of_a_whole_account_join_to_its_text(text, data):
    account = Account("0" * 64, "a.txt", text)
    ends = st.integers(0, len(text))
    spans = data.draw(
        st.lists(st.tuples(ends, ends, st.sampled_from(["claim", "mention"]), st.sampled_from("xyz")), max_size=6)
    )
    segments = whole(account, spans)
    assert "".join(str(s["text"]) for s in segments) == text
    for start, end, sort, key in spans:
        if start < end:
            held = "".join(str(s["text"]) for s in segments if key in s[f"{sort}s"])
            assert len(held) >= end - start


@given(st.text(alphabet="ab .\n", min_size=2, max_size=400), st.data())
def test_the_quotation_holds_the_excerpt_whole(text, data):
    account = Account("0" * 64, "a.txt", text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    excerpt = account.excerpt(start, end)
    quoted = "".join(str(s["text"]) for s in quotation(account, excerpt) if s["quote"])
    assert quoted.split() == excerpt.text.split()


def test_a_megabyte_of_title_is_cut_and_long_names_and_scripts_are_kept(fire):
    names = ["x" * 1_000_000, "שלום עולם", "火災の記録", "Ω" * 300]
    odd = replace(
        fire,
        title="T" * 1_000_000,
        accounts=tuple(replace(a, title=n, publisher=n) for a, n in zip(fire.accounts, [*names, None], strict=True)),
    )
    page = render(odd)
    assert len(page.encode()) < 1_200_000
    assert "שלום עולם" in page
    assert "火災の記録" in page


def test_lone_surrogates_can_be_written(fire):
    odd = replace(fire, title="a\ud800b", readings=tuple(replace(r, label="x\udfff") for r in fire.readings))
    assert render(odd).encode()
    assert plain("a\ud800b") == "a�b"


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def test_colours_contrast_in_light_and_dark(html):
    style = Reader(html).inside["style"][0]
    light, dark = re.findall(r":root \{(.*?)\n *\}", style, re.DOTALL)[:2]
    day = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", light))
    night = {**day, **dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", dark))}
    for theme in (day, night):
        for ground in ("paper", "card"):
            assert _contrast(theme["ink"], theme[ground]) >= 7
            assert _contrast(theme["soft"], theme[ground]) >= 4.5
            assert _contrast(theme["focus"], theme[ground]) >= 3
            assert _contrast(theme["strong"], theme[ground]) >= 3
        for verdict in (mark.key for mark in MARKS.values()):
            ink = theme[f"{verdict}-ink"]
            assert _contrast(ink, theme["paper"]) >= 4.5, verdict
            assert _contrast(theme["on"], ink) >= 4.5, verdict
            tint = theme.get(f"{verdict}-tint", theme["paper"])
            assert _contrast(theme["soft"], tint) >= 4.5, verdict
            assert _contrast(theme["ink"], tint) >= 7, verdict


def _built(folder, title: str) -> Incident:
    from incident_graph.accounts import read_accounts
    from incident_graph.pipeline import build

    return build(read_accounts([str(folder)]), profiles=["data-breach"], title=title)


def test_the_page_of_the_originals_keeps_its_size(shared):
    assert len(render(_built(shared / "seeds", "Originals")).encode()) < 1_200_000


def test_the_command_writes_a_page_with_or_without_texts(fire, tmp_path):
    graph = tmp_path / "fire.ttl"
    save(write_quads(fire), str(graph))
    sizes = []
    for extra in ([], ["--no-texts"]):
        out = tmp_path / f"page{len(extra)}.html"
        done = CliRunner().invoke(command, ["-g", str(graph), "-o", str(out), *extra])
        assert done.exit_code == 0, done.output
        text = out.read_text(encoding="utf-8")
        assert ('class="text"' in text) == (not extra)
        sizes.append(len(text))
    assert sizes[1] < sizes[0]


@pytest.mark.parametrize("name", ["graph.trig", "graph.ttl", "graph.nq", "graph.jsonld"])
def test_the_page_shows_the_same_questions_from_any_form_of_the_graph(fire, tmp_path, name):
    path = tmp_path / name
    save(write_quads(fire), str(path))
    again = view_model(read_incident(open_graph(str(path))))
    assert [(i["label"], i["verdict"], len(i["readings"])) for i in again["issues"]] == [
        (i["label"], i["verdict"], len(i["readings"])) for i in view_model(fire)["issues"]
    ]


def test_open_needs_a_file(fire, tmp_path):
    done = CliRunner().invoke(command, ["-o", "-", "--open"])
    assert isinstance(done.exception, UsageError)


def test_a_repeated_sentence_has_its_context_once(fire):
    issue = next(i for i in view_model(fire)["issues"] if i["key"] == "goods")
    told = [q["segments"] for r in issue["readings"] for q in r["quotes"] if q["letter"] == "C"]
    around = ["".join(s["text"] for s in q if not s["quote"]).strip("… ") for q in told]
    assert [bool(text) for text in around] == [True, False]
    assert all("Fish and flowers were destroyed" in "".join(s["text"] for s in q if s["quote"]) for q in told)


def test_what_is_too_much_is_counted_and_said():
    view = view_model(generated(60, 4))
    quotes = [len(r["quotes"]) for i in view["issues"] for r in i["readings"]]
    left = [r["more"] for i in view["issues"] for r in i["readings"]]
    assert max(quotes) <= 40
    assert sum(left) == 0 or f"{sum(left):,} quotations" in view["notes"][0]
    crowd = view_model(generated(100, 2))
    assert "20 quotations of answers" in crowd["notes"][0]
