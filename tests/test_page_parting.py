"""Where the accounts part: camps with their sharpest words, figures, times, many accounts; all before any script."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from example_incident import example, to_check
from page_incident import incident
from page_incidents_odd import generated, hostile_everywhere
from toll_incident import ELEVEN, NINE, TWELVE, told

from incident_graph.comparison import PARTING, partings
from incident_graph.model import Incident, Speaker, Verdict
from incident_graph.network import Lookup
from incident_graph.page import render
from incident_graph.page.camps import camp_matrix
from incident_graph.page.figures import figures
from incident_graph.page.lanes import lanes
from incident_graph.page.parting import MOST_CARDS, parting_groups
from incident_graph.page.render import colour_of
from incident_graph.page.view_model import view_model
from incident_graph.values import Period, Quantity


@pytest.fixture(scope="module")
def fire() -> Incident:
    return incident()


def _cards(of: Incident) -> list[dict]:
    return [card for group in parting_groups(Lookup(of)) for card in group["cards"]]


def test_the_groups_stand_firm_first_and_what_is_to_check_last(fire):
    order = [PARTING.index(p.issue.verdict) for p in partings(fire)]
    assert order == sorted(order)
    assert [g["heading"] for g in parting_groups(Lookup(to_check()))] == ["Cannot both be true", "To check"]


def test_where_nothing_is_firm_it_begins_with_what_is_to_check():
    calm = to_check()
    issues = tuple(replace(i, verdict=Verdict.UPDATES) if i.verdict is Verdict.CONFLICTS else i for i in calm.issues)
    pairs = tuple(
        replace(c, verdict=Verdict.UPDATES) if c.verdict is Verdict.CONFLICTS else c for c in calm.comparisons
    )
    shown = parting_groups(Lookup(replace(calm, issues=issues, comparisons=pairs)))
    assert [g["verdict"] for g in shown] == ["to-check", "updates"]


def test_every_question_that_parts_accounts_has_one_card_worded_as_the_question(fire):
    cards = _cards(fire)
    parted = [i for i in fire.issues if i.verdict in PARTING]
    assert sorted(c["question"] for c in cards) == sorted(i.question.text for i in parted)


def test_the_two_camps_are_the_two_answers_of_the_strongest_pair_with_their_holders(fire):
    for of in (fire, example(), to_check()):
        lookup = Lookup(of)
        readings = {r.id: r for r in of.readings}
        for parting in partings(of):
            ends = {camp.lead.id for camp in parting.camps}
            assert ends == {parting.pair.left, parting.pair.right}
            assert parting.pair.verdict is parting.issue.verdict
            shown = [r.id for camp in parting.camps for r in (camp.lead, *camp.also)]
            rest = [r.id for r in parting.others]
            assert sorted(shown + rest) == sorted(r.id for r in lookup.readings(parting.issue))
            assert all(set(camp.lead.witnesses) == set(readings[camp.lead.id].witnesses) for camp in parting.camps)


def test_an_update_stands_from_earlier_to_later():
    (parting,) = [p for p in partings(told(NINE, TWELVE, days=(4, 6))) if p.pair.verdict is Verdict.UPDATES]
    assert [camp.lead.label for camp in parting.camps] == ["9", "12"]


def test_a_quotation_in_a_card_is_verbatim_and_its_answer_is_marked(fire):
    texts = {n: " ".join(a.text.split()) for n, a in enumerate(fire.accounts)}
    words = [w for card in _cards(fire) for camp in card["camps"] for w in camp["words"]]
    assert words
    for word in words:
        marked = "".join(s["text"] for s in word["segments"] if s["quote"])
        assert " ".join(marked.split()) in texts[word["account"]]
        whole = " ".join("".join(s["text"] for s in word["segments"]).strip("… ").split())
        assert whole in texts[word["account"]]
        assert word["line"] > 0


def test_no_answer_is_halved_in_a_card(fire):
    either = "an insider, or else somebody from outside who had bought the keys of a man whom nobody remembers by name"
    long = replace(fire, readings=tuple(replace(r, label=either) for r in fire.readings))
    assert {camp["label"] for card in _cards(long) for camp in card["camps"]} == {either}
    assert re.sub(r"\s+", " ", render(long)).count(either) > 20


def test_only_answers_that_speak_against_each_other_are_red(fire):
    view = view_model(fire)
    for issue in view["issues"]:
        apart = {
            n for p in issue["pairs"] if p["verdict"] in ("conflicts", "contests") for n in (p["left"], p["right"])
        }
        assert {r["n"] for r in issue["readings"] if r["apart"]} == apart
        assert {c["n"] for cell in issue["cells"] for c in cell if c["apart"]} == apart


def test_an_account_has_a_name_a_headline_and_whom_it_relies_on(fire):
    bare = replace(fire.accounts[0], publisher=None, title=None)
    named = view_model(replace(fire, accounts=(bare, *fire.accounts[1:])))["accounts"]
    assert named[0]["source"] == bare.file_name
    assert named[1]["headline"] == (fire.accounts[1].title if fire.accounts[1].publisher else "")
    assert named[0]["relies"] == "Harrow Bay Fire Service · Ines Calder · a night guard · the firm · own voice"


def test_a_pronoun_is_nobody_to_rely_on(fire):
    said = tuple(replace(c, speakers=(Speaker("they"),)) for c in fire.claims)
    assert {a["relies"] for a in view_model(replace(fire, claims=said))["accounts"]} == {""}


def test_a_colour_keeps_to_its_letter():
    assert [colour_of(x) for x in "ABCDEFGHIJKL"] == list(range(12))
    page = render(incident())
    assert '<button type="button" class="letter w-1" data-letter="1"' in page


def _drawn(of: Incident) -> list[dict]:
    return [d for p in partings(of) if (d := figures(Lookup(of), p)) is not None]


def test_figures_stand_on_one_axis_with_their_intervals():
    (dots,) = _drawn(told(NINE, ELEVEN))
    assert dots["kind"] == "dots"
    low, high = sorted(dots["rows"], key=lambda r: r["dot"])
    assert (low["letters"], high["letters"]) == (["A"], ["B"])
    assert low["exact"]
    assert high["open"]  # at least 11
    assert high["to"] > high["dot"] == high["from"] > low["dot"]
    assert [x for _, x in dots["ticks"]] == sorted(x for _, x in dots["ticks"])


def test_figures_of_different_units_or_one_figure_are_not_drawn():
    of = told(NINE, ELEVEN)
    euros = Quantity(Decimal(8), Decimal(8), Decimal(8), "EUR")
    first = next(c.account for c in of.claims)
    mixed = [replace(c, answer=replace(c.answer, quantity=euros)) if c.account == first else c for c in of.claims]
    same = [replace(c, answer=replace(c.answer, quantity=euros)) for c in of.claims]
    assert _drawn(replace(of, claims=tuple(mixed))) == []
    assert _drawn(replace(of, claims=tuple(same))) == []


def test_figures_that_change_are_steps_over_the_days_on_which_they_were_told():
    (steps,) = _drawn(told(NINE, ELEVEN, TWELVE, days=(4, 5, 8)))
    assert steps["kind"] == "steps"
    assert [text for text, _ in steps["ticks"]] == ["2031-05-04", "2031-05-05", "2031-05-08"]
    assert [p["letters"] for p in steps["points"]] == [["A"], ["B"], ["C"]]
    heights = [p["y"] for p in steps["points"]]
    assert heights == sorted(heights, reverse=True)  # upwards: more is higher


def test_lanes_place_times_by_the_clock_and_say_zones(fire):
    times = iter(["7.05am", "7.20am", "half past seven", "8.40am", "9.10am"])
    claims = tuple(
        replace(c, answer=replace(c.answer, period=replace(Period.parse(next(times)), zone=60)))
        if n < 5
        else replace(c, answer=replace(c.answer, period=None))
        for n, c in enumerate(fire.claims)
    )
    drawn = lanes(Lookup(replace(fire, claims=claims)))
    assert drawn is not None
    assert drawn["clock"]
    assert drawn["zones"]
    marks = [m for lane in drawn["lanes"] for m in lane["marks"]]
    assert 3 <= len(marks) <= 5
    assert all("(UTC+01:00)" in m["label"] for m in marks)
    assert [lane["letter"] for lane in drawn["lanes"]] == list("ABCDE")


def test_few_times_are_no_lanes(fire):
    none = tuple(replace(c, answer=replace(c.answer, period=None)) for c in fire.claims)
    assert lanes(Lookup(replace(fire, claims=none))) is None


def test_a_heading_counts_all_its_questions_also_those_without_a_card():
    (group,) = parting_groups(Lookup(generated(4, 240)))
    assert (group["count"], len(group["cards"])) == (80, MOST_CARDS)
    assert "20 more stand among all questions." in render(generated(4, 240))


def test_the_camp_matrix_groups_accounts_by_whose_word_they_repeat():
    of = generated(14, 6)
    claims = tuple(
        replace(c, speakers=(Speaker("the mayor"),)) if c.account in {a.id for a in of.accounts[3:7]} else c
        for c in of.claims
    )
    matrix = camp_matrix(Lookup(replace(of, claims=claims)))
    assert matrix is not None
    assert matrix["groups"] == [("relies on the mayor", 4), ("own reporting and others", 10)]
    assert [c["letter"] for c in matrix["columns"]] == [*"DEFG", *"ABCHIJKLMN"]


def test_every_cell_of_the_camp_matrix_is_the_reading_of_its_account_and_silence_a_dash():
    of = generated(14, 6)
    lookup = Lookup(of)
    matrix = camp_matrix(lookup)
    assert matrix is not None
    for row in matrix["rows"]:
        readings = lookup.readings(lookup.issues()[row["issue"]])
        for column, cell in zip(matrix["columns"], row["cells"], strict=True):
            account = of.accounts[column["n"]].id
            held = [n for n, r in enumerate(readings, 1) if account in r.witnesses]
            assert cell["camp"] == (held[0] if held else 0)
    assert any(not cell["camp"] for row in matrix["rows"] for cell in row["cells"])
    assert camp_matrix(Lookup(generated(61, 2))) is None


def test_hostile_words_stay_words_in_cards_and_drawings():
    page = render(hostile_everywhere())
    assert "<img" not in page
    assert not re.search(r"<(?:path|text|rect|g|svg)[^>]*\son\w+=", page)
