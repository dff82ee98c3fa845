"""Figures as drawings: the answers to a question of number on one axis, or as steps where figures change with time."""

from decimal import Decimal
from typing import Any

from incident_graph.comparison import Parting
from incident_graph.comparison.moments import said_on
from incident_graph.model import Claim, Reading, Stance, Verdict
from incident_graph.network import Lookup, plain
from incident_graph.network.labels import number
from incident_graph.page.axis import Axis
from incident_graph.values import Quantity

MOST_ROWS = 10  # answers on one axis
WIDTH, _LEFT, _RIGHT, _ROW = 460, 84, 446, 34

Drawing = dict[str, Any]


def figures(lookup: Lookup, parting: Parting) -> Drawing | None:
    """The drawing of a question's figures: ``kind`` is ``"dots"`` or ``"steps"``. None where it has not two figures
    of one unit."""
    readings = lookup.readings(parting.issue)
    rows = [(n, r, *found) for n, r in enumerate(readings, 1) if (found := _counted(lookup, r))][:MOST_ROWS]
    if len({_middle(quantity) for *_, quantity in rows}) < 2 or len({quantity.unit for *_, quantity in rows}) > 1:
        return None
    return _steps(lookup, parting, rows) or _dots(lookup, parting, rows)


Row = tuple[int, Reading, Claim, Quantity]


def _counted(lookup: Lookup, reading: Reading) -> tuple[Claim, Quantity] | None:
    """The claim of a reading whose figure is drawn: the first that states one."""
    for claim in lookup.claims(reading):
        if claim.answer.quantity is not None and claim.stance is Stance.ASSERTS:
            return claim, claim.answer.quantity
    return None


def _middle(quantity: Quantity) -> float:
    """Where the dot of a figure stands: at the number that is stated, else at the end that is known."""
    return float(next((n for n in (quantity.stated, quantity.low, quantity.high) if n is not None), 0))


def _dots(lookup: Lookup, parting: Parting, rows: list[Row]) -> Drawing:
    quantities = [quantity for *_, quantity in rows]
    ends = [float(v) for q in quantities for v in (q.low, q.high, q.stated) if v is not None]
    axis = Axis.over(ends, _LEFT + 8, _RIGHT)
    drawn: list[Drawing] = []
    for place, (n, reading, claim, quantity) in enumerate(rows):
        y = 20 + _ROW * place
        dot = axis.place(_middle(quantity))
        late = dot > (axis.left + axis.right) / 2
        drawn.append(
            {
                "n": n,
                "y": y + 7,
                "dot": dot,
                "from": axis.place(float(quantity.low)) if quantity.low is not None else axis.left,
                "to": axis.place(float(quantity.high)) if quantity.high is not None else axis.right,
                "open": quantity.low is None or quantity.high is None,
                "exact": quantity.low == quantity.high,
                "letters": _letters(lookup, reading),
                "label": _label(reading, claim),
                "anchor": "end" if late else "start",
                "text": dot + 7 if late else dot - 7,
                "y_text": y - 3,
            }
        )
    return {
        "kind": "dots",
        "width": WIDTH,
        "height": 20 + _ROW * len(rows) + 16,
        "ticks": [(number(Decimal(repr(value))), x) for value, x in axis.ticks],
        "powers": axis.powers,
        "rows": drawn,
        "links": _links(lookup, parting, drawn),
        "foot": 14 + _ROW * len(rows),
        "title": "The figures on one axis: " + "; ".join(f"{', '.join(r['letters'])} {r['label']}" for r in drawn),
    }


def _links(lookup: Lookup, parting: Parting, drawn: list[Drawing]) -> list[Drawing]:
    """Lines between the figures that are firmly in conflict, or to be checked."""
    at = {row["n"]: row for row in drawn}
    numbers = {r.id: n for n, r in enumerate(lookup.readings(parting.issue), 1)}
    wanted = {Verdict.CONFLICTS: ("conflicts", "≠"), Verdict.MAY_CONFLICT: ("to-check", "≠?")}
    links = []
    for pair in lookup.comparisons(parting.issue):
        one, other = at.get(numbers.get(pair.left, 0)), at.get(numbers.get(pair.right, 0))
        if pair.verdict in wanted and one and other:
            key, glyph = wanted[pair.verdict]
            ends = {"x1": one["dot"], "y1": one["y"], "x2": other["dot"], "y2": other["y"]}
            links.append({"verdict": key, "glyph": glyph, **ends})
    return links[:4]


def _steps(lookup: Lookup, parting: Parting, rows: list[Row]) -> Drawing | None:
    """Figures over time; None where the question is of no count that changes, or the days are not known."""
    if not parting.issue.question.over_time:
        return None
    points: list[tuple[str, Quantity, Reading, Claim, str]] = []
    for _, reading, *_ in rows:
        for claim in lookup.claims(reading):
            account = lookup.account.get(claim.account)
            if claim.answer.quantity is None or account is None:
                continue
            day = said_on(claim, account.issued.isoformat() if account.issued else "")
            moment = claim.moment if claim.moment and not claim.moment.startswith("T") else day
            if not moment:
                return None
            points.append((moment, claim.answer.quantity, reading, claim, plain(lookup.letter(claim.account), 6)))
    points.sort(key=lambda p: (p[0], _middle(p[1]), p[4]))
    moments = list(dict.fromkeys(p[0] for p in points))
    if len(moments) < 2:
        return None
    axis = Axis.over([_middle(p[1]) for p in points], 132, 30)  # upwards
    gap = (_RIGHT - 60 - 40) / (len(moments) - 1)
    seen: dict[tuple[float, float], Drawing] = {}
    for moment, quantity, reading, claim, letter in points:
        x, y = round(40 + gap * moments.index(moment), 1), axis.place(_middle(quantity))
        point = seen.setdefault((x, y), {"x": x, "y": y, "letters": [], "label": _label(reading, claim)})
        if letter not in point["letters"]:
            point["letters"].append(letter)
    drawn = list(seen.values())[: MOST_ROWS * 2]
    path = f"M{drawn[0]['x']} {drawn[0]['y']}" + "".join(f"H{p['x']}V{p['y']}" for p in drawn[1:])
    told = "; ".join(f"{', '.join(p['letters'])} {p['label']}" for p in drawn)
    return {
        "kind": "steps",
        "width": WIDTH,
        "height": 176,
        "path": path + f"H{_RIGHT - 10}",
        "points": drawn,
        "ticks": [(m.replace("T", " "), round(40 + gap * k, 1)) for k, m in enumerate(moments)],
        "title": "The figures as they were told, earliest first: " + told,
    }


def _letters(lookup: Lookup, reading: Reading) -> list[str]:
    letters = [plain(x, 6) for x in lookup.witnesses(reading)]
    return letters if len(letters) <= 3 else [*letters[:2], f"+{len(letters) - 2}"]


def _label(reading: Reading, claim: Claim) -> str:
    basis = plain(claim.answer.basis, 30)
    label = plain(reading.label, 40)
    return label if not basis or "#" in basis or "/" in basis or basis in label else f"{label} ({basis})"
