"""What must change nothing: the order of the accounts, folded lines, another file format."""

import html
import random
import re
import textwrap
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from own_incidents import PROFILES, SEEN, accounts_of

from incident_graph.accounts import Account, read_accounts
from incident_graph.model import Incident
from incident_graph.pipeline import build
from incident_graph.rdf import write_quads
from incident_graph.store import open_graph, save
from incident_graph.validation import validate

Said = set[tuple[Any, ...]]


def built(name: str, accounts: tuple[Account, ...]) -> Incident:
    return build(accounts, profiles=[PROFILES[name]])


@cache
def plain(name: str) -> Incident:
    return built(name, accounts_of(name))


def said(incident: Incident) -> Said:
    """What the accounts are read to say, without places: file, question, answer, stance, hedge, speakers."""
    files = {account.id: Path(account.file_name).stem for account in incident.accounts}
    return {
        (
            files[c.account],
            c.question,
            " ".join(c.answer.label.split()),
            c.stance,
            c.certainty,
            tuple(" ".join(s.label.split()) for s in c.speakers),
        )
        for c in incident.claims
    }


def verdicts(incident: Incident) -> Said:
    """Each pair of readings with its verdict and grade."""
    labels = {reading.id: " ".join(reading.label.split()) for reading in incident.readings}
    questions = {issue.id: issue.question.iri for issue in incident.issues}
    return {
        (questions[c.issue], frozenset((labels[c.left], labels[c.right])), c.verdict, c.grade)
        for c in incident.comparisons
    }


def assert_the_same(one: Incident, other: Incident) -> None:
    """That both say the same; of what differs only the number is shown, since some texts are not to be read."""
    claims, pairs = len(said(one) ^ said(other)), len(verdicts(one) ^ verdicts(other))
    assert (claims, pairs) == (0, 0)


@pytest.mark.parametrize("name", PROFILES)
def test_what_is_built_is_valid(name: str, tmp_path: Path) -> None:
    save(write_quads(plain(name)), tmp_path / "built.nq")
    wrong = Counter(finding.rule for finding in validate(open_graph(str(tmp_path / "built.nq"))).findings)
    assert wrong == Counter()


@pytest.mark.parametrize("name", PROFILES)
def test_the_order_of_the_accounts_changes_nothing(name: str) -> None:
    accounts = list(accounts_of(name))
    for seed in range(2):
        random.Random(seed).shuffle(accounts)
        other = built(name, tuple(accounts))
        moved = len({c.id for c in other.claims} ^ {c.id for c in plain(name).claims})
        assert moved == 0
        assert_the_same(plain(name), other)


@pytest.mark.parametrize("name", sorted(set(PROFILES) - set(SEEN)))
def test_folded_lines_change_nothing(name: str, tmp_path: Path) -> None:
    for account in accounts_of(name):
        paragraphs = re.split(r"(\n\s*\n)", account.text)
        folded = "".join(
            p if not p.strip() or _is_list(p) else textwrap.fill(p, 72, break_on_hyphens=False, break_long_words=False)
            for p in paragraphs
        )
        (tmp_path / account.file_name).write_text(folded + "\n", encoding="utf-8")
    assert_the_same(plain(name), built(name, tuple(read_accounts(sorted(tmp_path.glob("*.txt"))))))


@pytest.mark.parametrize("name", SEEN)
def test_lines_that_an_editor_wraps_change_nothing(name: str, tmp_path: Path) -> None:
    for account in accounts_of(name):
        wrapped = "\n".join(map(_wrapped, account.text.split("\n")))
        (tmp_path / account.file_name).write_text(wrapped + "\n", encoding="utf-8")
    assert_the_same(plain(name), built(name, tuple(read_accounts(sorted(tmp_path.glob("*.txt"))))))


def _wrapped(line: str) -> str:
    """A line of prose as an editor wraps it; titles and metadata, which end without a stop, stay as they are."""
    prose = len(line) >= 90 and line.rstrip("\"”’') ")[-1:] in (".", "!", "?", ":")
    return textwrap.fill(line, 76, break_on_hyphens=False, break_long_words=False) if prose else line


def _is_list(paragraph: str) -> bool:
    lines = paragraph.strip().split("\n")
    return len(lines) > 1 or len(paragraph) < 90


@pytest.mark.parametrize("name", PROFILES)
def test_markdown_is_read_like_text(name: str, tmp_path: Path) -> None:
    for account in accounts_of(name):
        (tmp_path / account.file_name).with_suffix(".md").write_text(account.text, encoding="utf-8")
    assert_the_same(plain(name), built(name, tuple(read_accounts(sorted(tmp_path.glob("*.md"))))))


@pytest.mark.slow
@pytest.mark.parametrize("name", PROFILES)
def test_a_saved_page_is_read_like_text(name: str, tmp_path: Path) -> None:
    for account in accounts_of(name):
        paragraphs = [line.strip() for line in account.text.split("\n") if line.strip()]
        body = "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs[1:])
        page = f"<!doctype html><html><head><meta charset=utf-8><title>{html.escape(paragraphs[0])}</title></head>"
        page += f"<body><article><h1>{html.escape(paragraphs[0])}</h1>\n{body}</article></body></html>"
        (tmp_path / account.file_name).with_suffix(".html").write_text(page, encoding="utf-8")
    other = built(name, tuple(read_accounts(sorted(tmp_path.glob("*.html")))))
    lost, more = len(said(plain(name)) - said(other)), len(said(other) - said(plain(name)))
    assert lost == 0
    assert more <= 0.05 * len(said(plain(name)))  # a standfirst is known for one only where the page says so
