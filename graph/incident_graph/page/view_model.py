"""An incident as the plain dictionary that the template and the scripts read: nothing there needs more thought."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from incident_graph.accounts import Account, account_name, headline
from incident_graph.comparison import Lineage, lineages, reading_grade, reading_ways, summary_sentences, why
from incident_graph.model import Claim, Incident, Issue, Reading, Verdict
from incident_graph.network import MARKS, Lookup, agreement_graph, firmest, firmness, plain
from incident_graph.page.camps import camp_matrix
from incident_graph.page.lanes import lanes
from incident_graph.page.parting import parting_groups
from incident_graph.page.quoting import Quoting, signs
from incident_graph.page.words import whole

View = dict[str, Any]

MOST_COLUMNS = 12  # with more accounts the table has one column, of readings with the number of their witnesses
MOST_READINGS = 600  # in the document; the questions of the others are found by search
MOST_PAIRS = 24  # of one issue's readings
MOST_TEXT = 3_000_000  # characters of whole accounts
#: Verdicts that the legend explains only where they occur.
_SELDOM = frozenset({Verdict.MAY_CONFLICT, Verdict.DIFFERS_UNLESS_LATER, Verdict.UPDATES})
#: Verdicts of two answers of which the one speaks against the other: they alone are marked in a table's row.
_APART = frozenset({Verdict.CONFLICTS, Verdict.CONTESTS})
AROUND, LITTLE = 100, 60  # characters of context around a quotation: with and without the whole accounts


def view_model(incident: Incident, *, texts: bool = True) -> View:
    """All that the page shows, as dictionaries, lists, strings and numbers, cleaned and cut to size."""
    lookup = Lookup(incident)
    quoting = Quoting(lookup, AROUND if texts else LITTLE)
    written = _written(lookup)
    issues = [_issue(lookup, issue, n, quoting, n < written) for n, issue in enumerate(lookup.issues())]
    counts = Counter(i["verdict"] for i in issues)
    occurring = {i.verdict for i in incident.issues} | {c.verdict for c in incident.comparisons}
    lineage = lineages(incident)
    accounts = [_account(lookup, a, n, lineage[a.id]) for n, a in enumerate(incident.accounts)]
    view: View = {
        "title": plain(incident.title, 240) or "Untitled incident",
        "accounts": accounts,
        "issues": issues,
        "written": written,
        "counts": [{**_mark(v), "number": counts[v_key]} for v, v_key in _keys() if counts[v_key]],
        "marks": [_mark(v) for v in MARKS if v not in _SELDOM or v in occurring],
        "groups": list(dict.fromkeys(i["group"] for i in sorted(issues, key=lambda i: i["order"]) if i["group"])),
        "matrix": 0 < len(accounts) <= MOST_COLUMNS,
        "entities": [quoting.entity(n) for n in range(len(incident.entities))],
        "parting": parting_groups(lookup) if len(accounts) > 1 else [],
        "lanes": lanes(lookup),
        "camps": camp_matrix(lookup) if len(accounts) > MOST_COLUMNS else None,
        "agreement": _agreement(incident) if 1 < len(accounts) <= MOST_COLUMNS else [],
        "rejected": [plain(r, 600) for r in incident.rejected[:50]],
        "unanswered": [plain(i.question.label) for i in incident.issues if not lookup.readings(i)],
    }
    # The first sentence is shown, the others when asked for: what they count, the chips count too.
    lead, *others = summary_sentences(lookup.incident)
    view["lead"], view["rest"] = plain(lead, 600), plain(" ".join(others), 1200)
    view["headline"] = f"{view['lead']} {view['rest']}".strip()
    view["notes"] = []
    quotes = [q for i in issues for q in [*(q for r in i["readings"] for q in r["quotes"]), *i["aside"]]]
    for n, quote in enumerate(quotes):
        quote["n"] = n
    left = sum(r["more"] for i in issues for r in i["readings"])
    if left:
        view["notes"].append(
            f"{left:,} quotations of answers that many accounts give, or that matter less, are not in this page: the "
            "command compare --quotes has them."
        )
    if texts:
        _add_texts(lookup, view)
    return view


def _keys() -> list[tuple[Verdict, str]]:
    return [(v, mark.key) for v, mark in MARKS.items()]


def _mark(verdict: Verdict) -> View:
    mark = MARKS[verdict]
    return {
        "verdict": mark.key,
        "glyph": mark.glyph,
        "word": mark.word,
        "sentence": mark.sentence,
        "meaning": mark.meaning,
    }


def _account(lookup: Lookup, account: Account, n: int, lineage: Lineage) -> View:
    credit = f"credits {plain(account.credit, 80)}" if account.credit else ""
    return {
        "n": n,
        "letter": plain(lookup.letter(account.id), 6),
        "title": plain(account.title, 240),
        "publisher": plain(account.publisher, 120),
        "source": plain(account_name(account), 120) or "unnamed account",
        "short": plain(account_name(account), 32) or "unnamed account",
        "headline": plain(headline(account), 240),
        "relies": plain(lineage.words, 240),
        "date": account.issued.isoformat() if account.issued else "",
        "file": plain(account.file_name, 160),
        "sha256": plain(account.sha256, 80),
        "credit": credit,
        "warnings": [plain(w, 240) for w in account.warnings[:10]],
        "text": None,
    }


def _written(lookup: Lookup) -> int:
    """How many questions stand in the document: the first, and the next until they have ``MOST_READINGS`` readings."""
    readings = 0
    for n, issue in enumerate(lookup.issues()):
        readings += len(lookup.readings(issue))
        if n and readings > MOST_READINGS:
            return n
    return len(lookup.issues())


def _issue(lookup: Lookup, issue: Issue, n: int, quoting: Quoting, written: bool) -> View:
    quotes = quoting.quotes if written else quoting.words
    found = lookup.readings(issue)
    apart = {e for c in lookup.comparisons(issue) if c.verdict in _APART for e in (c.left, c.right)}
    readings = [{**_reading(lookup, r, m, quotes), "apart": r.id in apart} for m, r in enumerate(found, 1)]
    numbers = {r.id: m for m, r in enumerate(found, 1)}
    pairs = [
        {
            **_mark(c.verdict),
            "left": numbers[c.left],
            "right": numbers[c.right],
            "rests": plain(c.rests_on),
            "weak": c.weak,
            "grade": c.grade.value,
            "ways": [plain(way, 40) for way in c.ways],
            "because": plain(why(c)) if c.verdict is issue.verdict or c.reconciliation else "",
            "reason": plain(c.reason) if c.verdict is Verdict.MAY_CONFLICT else "",
        }
        for c in lookup.comparisons(issue)
        if c.left in numbers and c.right in numbers
    ]
    cells: list[list[View]] = [[] for _ in lookup.incident.accounts]
    for reading in found:
        by_account: dict[str, list[Claim]] = {}
        for claim in lookup.claims(reading):
            by_account.setdefault(claim.account, []).append(claim)
        for account in dict.fromkeys(reading.witnesses):
            claims = by_account.get(account, [])
            if account in lookup.number:
                cells[lookup.number[account]].append(
                    {
                        "n": numbers[reading.id],
                        "label": readings[numbers[reading.id] - 1]["label"],
                        "signs": signs(claims),
                        "apart": reading.id in apart,
                    }
                )
    key = issue.id.removeprefix("issue-")
    told_apart = [pair for pair in pairs if pair["verdict"] != "complements"]  # what is not listed stands side by side
    return {
        **_mark(issue.verdict),
        "n": n,
        "key": plain(key, 120),
        "node": "d:" + plain(issue.id, 120),
        "label": plain(issue.question.label, 160) or plain(issue.question.name, 160),
        "question": plain(issue.question.text, 300),
        "group": plain(issue.question.group, 80),
        "order": issue.question.order,
        "readings": readings,
        "pairs": told_apart[:MOST_PAIRS],
        "more_pairs": max(0, len(told_apart) - MOST_PAIRS),
        "rests": list(dict.fromkeys(p[said] for p in pairs for said in ("rests", "because", "reason") if p[said]))[:6],
        "unsure": issue.verdict is Verdict.MAY_CONFLICT,
        "cells": cells,
        "silent": [
            plain(lookup.letter(a.id), 6)
            for k, a in enumerate(lookup.incident.accounts)
            if not (cells[k] or a.cut_short)
        ],
        "aside": quotes(lookup.set_aside(issue)) if written else [],
    }


def _reading(lookup: Lookup, reading: Reading, number: int, quotes: Callable[[list[Claim]], list[View]]) -> View:
    claims = [c for c in lookup.claims(reading) if c.account in lookup.account]
    letters = [plain(x, 6) for x in lookup.witnesses(reading)]
    shown = quotes(claims)
    return {
        "id": plain(reading.id, 120),
        "n": number,
        "label": plain(reading.label, 300) or "(no words)",
        "letters": letters,
        "witnesses": len(letters),
        "independent": reading.independent_witnesses,
        "firmness": firmest(firmness(c) for c in claims),
        "grade": reading_grade(claims).value,
        "ways": [plain(way, 40) for way in reading_ways(claims)],
        "signs": signs(claims)[:6],
        "quotes": shown,
        "more": len(claims) - len(shown),
    }


def _add_texts(lookup: Lookup, view: View) -> None:
    """Put whole accounts in, with every claim and mention marked, until ``MOST_TEXT`` characters are reached."""
    spans: dict[str, list[tuple[int, int, str, str]]] = {}
    keys = {issue.question.iri: n for n, issue in enumerate(lookup.issues())}
    for claim in lookup.incident.claims:
        if claim.question in keys:
            for e in claim.evidence:
                spans.setdefault(e.account, []).append((e.start, e.end, "claim", str(keys[claim.question])))
    for n, entity in enumerate(lookup.incident.entities):
        for mention in entity.mentions:
            spans.setdefault(mention.account, []).append((mention.start, mention.end, "mention", str(n)))
    used = 0
    for n, account in enumerate(lookup.incident.accounts):
        used += len(account.text)
        if used > MOST_TEXT:
            left = len(lookup.incident.accounts) - n
            view["notes"].append(f"The texts of {left} accounts are left out: the page would be too large.")
            return
        view["accounts"][n]["text"] = whole(account, spans.get(account.id, []))


def _agreement(incident: Incident) -> list[View]:
    """Rows of the matrix of accounts: for each pair how many questions they share, agree, differ and conflict on."""
    graph = agreement_graph(incident)
    rows: list[View] = []
    for one in graph:
        cells = []
        for other in graph:
            data = graph.get_edge_data(one, other)
            cells.append({"letter": graph.nodes[other]["letter"], "self": one == other, **(data or {"shared": 0})})
        rows.append({"letter": graph.nodes[one]["letter"], "cells": cells})
    return rows
