"""Within one account: posts of a live blog, corrections, first publication, walls, parts and origins. All texts are
invented."""

import datetime as dt
from importlib import resources
from typing import Any

import pytest
import yaml
from parsed import parsed

from incident_graph.accounts import Account, read_account
from incident_graph.accounts.declared import read_declared
from incident_graph.accounts.walls import is_wall, wordings
from incident_graph.comparison.apparatus import apparatus
from incident_graph.extraction.figures import find_figures
from incident_graph.model import Claim, Incident
from incident_graph.pipeline import build
from incident_graph.text.corrections import corrections, rules
from incident_graph.text.documents import read_document
from incident_graph.text.moments import is_live, live_wordings, posts
from incident_graph.values import Quantity

PARTS: dict[str, Any] = yaml.safe_load(
    (resources.files("incident_graph.extraction") / "resources" / "en" / "parts.yaml").read_text(encoding="utf-8")
)


def text_account(text: str, number: int = 0, **more: Any) -> Account:
    return Account(f"{number:x}" * 64, f"{number}.txt", text, "ABCDEFGH"[number], **more)


def told(*texts: str | Account, profile: str = "general") -> Incident:
    accounts = [text if isinstance(text, Account) else text_account(text, n) for n, text in enumerate(texts)]
    return build(accounts, profiles=[profile])


def claims(incident: Incident, question: str, *, letter: str = "A", standing: bool = True) -> list[Claim]:
    asked = {i.question.iri for i in incident.issues if i.question.name == question}
    own = {a.id for a in incident.accounts if a.letter == letter}
    return [
        c for c in incident.claims if c.question in asked and c.account in own and (c.yields_to is None) is standing
    ]


def numbers(incident: Incident, question: str = "dead", *, letter: str = "A", standing: bool = True) -> list[int]:
    found = (c.answer.quantity for c in claims(incident, question, letter=letter, standing=standing))
    return sorted(int(q.stated) for q in found if q is not None and q.stated is not None)


# -- live blogs


@pytest.mark.parametrize("rule", live_wordings(), ids=lambda rule: str(rule["id"]))
def test_each_sign_of_a_live_blog_fires_and_keeps_off(rule: dict[str, Any]) -> None:
    assert rule["pattern"].search(rule["fires"])
    assert not is_live(rule["not"])


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("Fire at the mill: live\n\n15:40 Nine died.\n\n14:05 Four died.", ["T15:40", "T14:05"]),
        ("# Tunnel fire: latest updates\n\n## 9.15am\n\nFour died.\n\n## 11.30am\n\nSix died.", ["T09:15", "T11:30"]),
        ("Storm\n\n10:20 – Six died.\n\n09:50 – Four died.\n\n09:10 – It began.", ["T10:20", "T09:50", "T09:10"]),
        ("Siege: live\n\n00:20 It is over.\n\n23:40 Shots are heard.", ["T24:20", "T23:40"]),
        ("How the ferry sank\n\n06:10 It leaves.\n\n07:25 It strikes a rock.", []),
        ("Ferry sinks: live\n\nIt left at 06:10.\n\nBy 07:25 it had sunk.", []),
        ("Cup final: live\n\n3:2 was the score.\n\nIt was 12.50 euros a seat.", []),
    ],
)
def test_the_posts_of_a_live_blog(text: str, moments: list[str]) -> None:
    assert [post.at for post in posts(text_account(text))] == moments


def test_past_midnight_a_post_is_of_the_next_day() -> None:
    account = text_account("Siege: live\n\n00:20 It is over.\n\n23:40 Shots are heard.", issued=dt.date(2026, 5, 3))
    assert [post.at for post in posts(account)] == ["2026-05-04T00:20", "2026-05-03T23:40"]


def test_the_time_of_a_post_is_no_part_of_what_it_says() -> None:
    (document,) = parsed("Fire at the mill: live\n\n15:40 Nine people died.\n\n14:05 Four people died.")
    assert [f.excerpt.text for f in find_figures(document)] == ["Nine people", "Four people"]


LIVE = "Fire at the mill: live\n\n15:40 Nine people have died, police say.\n\n14:05 Four people died, a surgeon said."


def test_a_later_post_supersedes_the_earlier_figure() -> None:
    incident = told(LIVE, "Mill fire\n\nNine people died in the mill, police said.")
    assert (numbers(incident), numbers(incident, standing=False)) == ([9], [4])
    (later,) = claims(incident, "dead")
    (earlier,) = claims(incident, "dead", standing=False)
    assert (later.moment, earlier.moment, earlier.yields_to) == ("T15:40", "T14:05", later.id)
    row = next(row for row in apparatus(incident) if row.question == "People killed")
    assert [str(old) for old in row.withdrawn] == ["4, withdrawn (posted 14:05)"]


def test_without_posts_nothing_is_superseded() -> None:
    plain = "Fire at the mill\n\nNine people have died, police say.\n\nFour people died, a surgeon said."
    incident = told(plain)
    assert all(not c.moment for c in incident.claims)
    assert not any(row.withdrawn for row in apparatus(incident))


def test_a_lesser_count_in_a_later_post_counts_a_part() -> None:
    text = "Mill fire: live\n\n15:40 Two people died in the yard, police say.\n\n14:05 Nine people died, police say."
    assert 9 in numbers(told(text))


POSTS = """<!DOCTYPE html><html><head><title>Mill fire: live - Ostby Post</title><script type="application/ld+json">
{"@type":"LiveBlogPosting","headline":"Mill fire: live","datePublished":"2026-05-03T09:00:00+02:00","liveBlogUpdate":[
{"@type":"BlogPosting","headline":"First reports","datePublished":"2026-05-03T09:00:00+02:00",
"articleBody":"Four people died in the mill, police said."},
{"@type":"BlogPosting","headline":"Toll rises","datePublished":"2026-05-03T11:30:00+02:00",
"articleBody":"Nine people died in the mill, police said."}]}</script></head>
<body><h1>Mill fire: live</h1><article><h2>Toll rises</h2><p>Nine people died in the mill, police said.</p></article>
</body></html>"""


def test_a_page_that_declares_its_posts() -> None:
    account = read_account(POSTS.encode(), "a.html")
    assert account is not None
    assert (account.title, account.publisher, str(account.issued)) == ("Mill fire: live", "Ostby Post", "2026-05-03")
    assert [post.at for post in posts(account)] == ["2026-05-03T11:30", "2026-05-03T09:00"]
    incident = told(account)
    assert (numbers(incident, letter=""), numbers(incident, letter="", standing=False)) == ([9], [4])


# -- corrections


RULES = [(group, rule) for group, rows in rules().items() for rule in rows]


@pytest.mark.parametrize(("group", "rule"), RULES, ids=lambda value: value["id"] if isinstance(value, dict) else value)
def test_each_rule_of_corrections_fires_and_keeps_off(group: str, rule: dict[str, Any]) -> None:
    def fires(text: str) -> bool:
        return bool(rule["pattern"].search(text)) and ("needs" not in rule or bool(rule["needs"].search(text)))

    assert fires(rule["fires"])
    assert not fires(rule["not"])


BODY = "Boats collide\n\nThe collision off Ostby killed 14 people, police said.\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier version of this story said 14 people were killed. The correct figure is 12.",
        "This article was amended on 9 May 2026 because it first put the dead at 14. Twelve people died.",
        "An earlier version of this article gave the number of people killed as 14, rather than 12.",
        "Clarification, 9 May: 12 people were killed, not 14.",
        "This story has been corrected to say that 12 people were killed; it originally said 14 people were killed.",
        "The number of people killed in this report was wrong.\n\nCorrection\n\nTwelve people were killed, not 14.",
    ],
)
def test_a_corrected_figure_stands_and_the_former_is_withdrawn(note: str) -> None:
    incident = told(BODY + note, "Boats collide\n\nThe collision off Ostby killed 12 people, police said.")
    assert (numbers(incident), set(numbers(incident, standing=False))) == ([12], {14})
    assert not any(i.verdict.value in ("Conflicts", "MayConflict", "DiffersUnlessLater") for i in incident.issues)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry first put the dead at 12.",
        "The port corrected its list of boats on Monday.",
        "An earlier version of the radar had failed twelve times.",
        "Corrections to the chart came too late for 12 boats.",
    ],
)
def test_what_others_correct_withdraws_nothing(sentence: str) -> None:
    incident = told(BODY + sentence)
    assert 14 in numbers(incident)
    assert not corrections(read_document(text_account(BODY + sentence)))


def test_a_note_on_one_figure_leaves_the_others() -> None:
    text = BODY + "Thirty people were injured.\n\nCorrection: this story first put the dead at 14. Twelve people died."
    incident = told(text)
    assert (numbers(incident), numbers(incident, "injured")) == ([12], [30])


# -- first publication


STORY = "<p>A ferry sank off Ostby on Monday, and nine people drowned, police said.</p>" * 3


@pytest.mark.parametrize(
    ("head", "body", "issued"),
    [
        ('<meta property="article:published_time" content="2026-05-03T23:10:00Z">', "", "2026-05-03"),
        ('<meta property="article:modified_time" content="2026-05-19">', "", None),
        ('<meta property="article:modified_time" content="2026-05-19">', "<p>Published 3 May 2026</p>", "2026-05-03"),
        ("", "<p>Updated 19 May 2026, first published 3 May 2026</p>", "2026-05-03"),
        ("", '<time datetime="2026-05-03">Sunday</time>', "2026-05-03"),
        ("", '<time class="updated" datetime="2026-05-19">Tuesday</time>', None),
        ('<script>var built = "2026-05-19";</script>', "", None),
        ('<link rel="canonical" href="https://ostby.example/2026/05/03/ferry">', "", "2026-05-03"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2026-05-19"}</script>', "", None),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-05-03"}]}'
            "</script>",
            "<p>Updated 19 May 2026</p>",
            "2026-05-03",
        ),
        ('<script type="application/ld+json">{"@type": broken</script>', "", None),
    ],
)
def test_a_page_is_dated_by_its_first_publication(head: str, body: str, issued: str | None) -> None:
    page = f"<html><head><title>Ferry sinks</title>{head}</head><body><article><h1>Ferry sinks</h1>{body}{STORY}"
    found = read_declared(page + "</article></body></html>").issued
    assert (str(found) if found else None) == issued


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("Ostby Post, 3 May 2026", dt.date(2026, 5, 3)),
        ("Updated 19 May 2026", None),
        ("Last updated on 19 May 2026; published 3 May 2026", dt.date(2026, 5, 3)),
        ("Published 3 May 2026 | Updated 19 May 2026", dt.date(2026, 5, 3)),
    ],
)
def test_a_printed_line_dates_by_publication(line: str, issued: dt.date | None) -> None:
    account = read_account(f"Ferry sinks\n\n{line}\n\nA ferry sank off Ostby on Monday.".encode(), "a.txt")
    assert account is not None
    assert account.issued == issued


# -- walls


@pytest.mark.parametrize("rule", wordings(), ids=lambda rule: str(rule["id"]))
def test_each_wording_of_a_wall_fires_and_keeps_off(rule: dict[str, Any]) -> None:
    assert rule["pattern"].search(rule["fires"])
    assert is_wall(rule["fires"])
    assert not is_wall(rule["not"])


NOT_FREE = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


@pytest.mark.parametrize(
    ("name", "text", "cut"),
    [
        ("a.txt", "Ferry sinks\n\nA ferry sank off Ostby...\n\nSubscribe to continue reading.", True),
        ("a.txt", "Ferry sinks\n\nA ferry sank off Ostby…\n\nThis story is for members only.", True),
        ("a.txt", "Ferry sinks\n\nA ferry sank off Ostby...", False),
        ("a.txt", "Ferry sinks\n\nA ferry sank. Neighbours met to read the full list of the dead.", False),
        (
            "a.html",
            f"<html><head>{NOT_FREE}</head><body><h1>Ferry sinks</h1><p>A ferry sank...</p></body></html>",
            True,
        ),
        ("a.html", f"<html><head>{NOT_FREE}</head><body><h1>Ferry sinks</h1>{STORY * 3}</body></html>", False),
        ("a.html", "<html><body><h1>Ferry sinks</h1><p>A ferry sank off Ostby.</p></body></html>", False),
    ],
)
def test_a_stub_is_cut_short(name: str, text: str, cut: bool) -> None:
    account = read_account(text.encode(), name)
    assert account is not None
    assert account.cut_short is cut


@pytest.mark.parametrize("cut", [True, False])
def test_a_stub_is_not_called_silent(cut: bool) -> None:
    warnings = ("cut short: the rest stands behind a wall",) if cut else ()
    stub = text_account("Ferry sinks\n\nA ferry sank off Ostby...", 0, warnings=warnings)
    incident = told(stub, text_account("Ferry sinks\n\nNine people died off Ostby.", 1))
    (issue,) = [i for i in incident.issues if i.question.name == "dead"]
    assert (stub.id in issue.silent) is not cut


# -- parts and wholes


@pytest.mark.parametrize(
    ("sentence", "question", "found"),
    [
        ("The three clerks, a man and two women, died in the fire.", "dead", [3]),
        ("Two women and a man died in the fire.", "dead", [3]),
        ("A boy, a girl and four men were injured.", "injured", [6]),
        ("Three men, two women and a child were killed in the crash.", "dead", [6]),
        ("Two women or a man died in the fire.", "dead", [2]),
        ("Ada Holm was one of 89 people arrested in Ostby.", "arrestedNumber", [89]),
        ("Six of 41 people arrested in Ostby were released.", "arrestedNumber", [41]),
        ("Twelve of the 60 passengers were killed.", "dead", [12]),
        ("Nine of the dead were children.", "dead", []),
        ("The quake drove 9,000 people into tents and killed one farmer.", "dead", [1]),
        ("About 3,000 people slept in gyms, and six were killed.", "dead", [6]),
        ("The quake killed 40 people and injured 300.", "dead", [40]),
        ("Four people were killed in Ostby, two in Lund and one in Vik.", "dead", [7]),
        ("Four people were killed in Ostby, two in their homes.", "dead", [4]),
    ],
)
def test_counts_are_of_what_is_said_of_them(sentence: str, question: str, found: list[int]) -> None:
    assert numbers(told(f"What is known\n\n{sentence}"), question) == found


@pytest.mark.parametrize("name", PARTS)
def test_each_list_adds_up_and_keeps_off(name: str) -> None:
    rule = PARTS[name]
    assert numbers(told(f"What is known\n\n{rule['fires']}")) == [rule["sum"]]
    assert rule["sum"] not in numbers(told(f"What is known\n\n{rule['not']}"))


def test_without_a_parse_nothing_adds_up() -> None:
    figures = find_figures(read_document(text_account("Two women and a man died in the fire.")))
    assert [f.value.stated for f in figures if isinstance(f.value, Quantity)] == [2]


# -- another event


def test_an_earlier_tremor_dates_nothing() -> None:
    text = (
        "Quake at Ostby\n\nAn earthquake shook Ostby on Sunday. It struck at 9:30 a.m.\n"
        "A smaller earthquake had been felt before. That earthquake struck at 7:30 a.m."
    )
    labels = {c.answer.label for c in claims(told(text, profile="natural-disaster"), "when")}
    assert "09:30" in labels
    assert "07:30" not in labels


# -- witnesses by origin


def witnesses(*texts: str) -> int:
    incident = told(*(text_account(f"Boats collide {n}\n\n{text}", n) for n, text in enumerate(texts)))
    issue = next(i for i in incident.issues if i.question.name == "dead")
    return max(r.independent_witnesses for r in incident.readings if r.issue == issue.id)


@pytest.mark.parametrize(
    ("texts", "independent"),
    [
        (("Twelve people died, the Ostby Wire agency reported.", "According to Ostby Wire, 12 people were killed."), 1),
        (("Twelve people died, the Ostby Wire agency reported.", "The collision off Vik killed 12 people."), 2),
        (("Twelve people died, police said.", "The collision off Vik killed 12 people, police said."), 2),
        (
            (
                "Twelve people died, the Ostby Wire agency reported.",
                "Ostby Wire says 12 people were killed. Our reporter saw that 12 people died.",
            ),
            2,
        ),
    ],
)
def test_accounts_that_pass_on_one_agency_are_one_witness(texts: tuple[str, ...], independent: int) -> None:
    assert witnesses(*texts) == independent
