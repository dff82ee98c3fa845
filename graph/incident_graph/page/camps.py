"""The camp matrix: with many accounts, who stands in which camp on each question, silent accounts included."""

from typing import Any

from incident_graph.comparison import lineages
from incident_graph.model import Verdict
from incident_graph.network import MARKS, Lookup, plain

MOST_COLUMNS = 60  # accounts; with more the cells would be too small to be told apart
MOST_ROWS = 40  # questions
MOST_TOLD = 3  # answers named under a question

Matrix = dict[str, Any]


def camp_matrix(lookup: Lookup) -> Matrix | None:
    """Columns of accounts, grouped by whose word they mostly repeat, and rows of questions: ``cells`` hold the number
    of the reading that an account gives (its first, where it gives several), 0 where it is silent. None for more than
    ``MOST_COLUMNS`` accounts."""
    accounts = lookup.incident.accounts
    if not accounts or len(accounts) > MOST_COLUMNS:
        return None
    lineage = lineages(lookup.incident)
    by_leader: dict[str, list[int]] = {}
    for n, account in enumerate(accounts):
        by_leader.setdefault(lineage[account.id].leader, []).append(n)
    shared = sorted((k for k, v in by_leader.items() if k and len(v) > 1), key=lambda k: (-len(by_leader[k]), k))
    others = sorted(n for k, v in by_leader.items() if k not in shared for n in v)
    groups = [(f"relies on {plain(k, 40)}", by_leader[k]) for k in shared]
    if others:
        groups.append(("own reporting and others", others))
    columns = [n for _, members in groups for n in members]
    starts = {members[0] for _, members in groups}
    rows = []
    for n, issue in enumerate(lookup.issues()[:MOST_ROWS]):
        if issue.verdict is not Verdict.SINGLE:
            rows.append(_row(lookup, n, columns, starts))
    return {
        "groups": [(name, len(members)) for name, members in groups],
        "columns": [{"n": c, "letter": plain(lookup.letter(accounts[c].id), 6), "first": c in starts} for c in columns],
        "rows": rows,
    }


def _row(lookup: Lookup, n: int, columns: list[int], starts: set[int]) -> Matrix:
    issue = lookup.issues()[n]
    readings = lookup.readings(issue)
    apart = {e for p in lookup.comparisons(issue) if p.verdict is Verdict.CONFLICTS for e in (p.left, p.right)}
    held: dict[int, int] = {}
    for number, reading in reversed(list(enumerate(readings, 1))):
        held.update({lookup.number[w]: number for w in reading.witnesses if w in lookup.number})
    mark = MARKS[issue.verdict]
    told = [f"{number} {plain(r.label, 60)} ({len(r.witnesses)})" for number, r in enumerate(readings[:MOST_TOLD], 1)]
    return {
        "issue": n,
        "verdict": mark.key,
        "glyph": mark.glyph,
        "word": mark.sentence,
        "question": plain(issue.question.text, 200) or plain(issue.question.label, 160),
        "told": " · ".join(told) + (f" · +{len(readings) - MOST_TOLD}" if len(readings) > MOST_TOLD else ""),
        "cells": [
            {
                "camp": held.get(c, 0),
                "apart": held.get(c, 0) > 1 and readings[held[c] - 1].id in apart,
                "first": c in starts,
            }
            for c in columns
        ],
    }
