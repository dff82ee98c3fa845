"""Where things are drawn: columns of questions beside the incident; entities by springs. No random numbers."""

import math
from typing import TYPE_CHECKING, Any

from incident_graph.network.divergence import INCIDENT
from incident_graph.network.wrap import text_width, wrap

if TYPE_CHECKING:
    import networkx as nx

#: Sizes in pixels at scale 1.
READING_WIDTH = 236.0
LINE = 17.0
CHIP = 20.0
MOST_CHIPS = 5
_FORK = 44.0  # from a reading to its question's diamond
_SPINE = 78.0  # from a diamond to the middle of the incident
_GAP = 26.0  # between questions


def place_divergence(graph: "nx.DiGraph[str]", *, columns: int = 2) -> "nx.DiGraph[str]":
    """The graph with ``x``, ``y`` (centre), ``width``, ``height`` and ``lines`` (wrapped label) on every node;
    questions also have ``heading_x`` (left edge), ``heading_y`` and ``heading`` (wrapped), ``side`` is -1 (left) or 1.

    With two columns the next question goes to the shorter column, so what matters most stands on top of both;
    with one (narrow screens) all stand to the right. Boxes never overlap. The graph given is not changed.
    """
    placed = graph.copy()
    bottom = {-1: 0.0, 1: 0.0} if columns == 2 else {1: 0.0}
    spine = _SPINE if columns == 2 else 34.0
    questions = sorted((n for n, d in graph.nodes(data=True) if d["kind"] == "question"), key=_rank(graph))
    for question in questions:
        side = min(bottom, key=lambda s: (bottom[s], s))
        bottom[side] = _place_question(placed, question, side, bottom[side], spine)
    height = max(bottom.values(), default=0.0)
    title = wrap(placed.nodes[INCIDENT]["label"], 96 if columns == 2 else 220, lines=4 if columns == 2 else 2)
    width = max((text_width(t) for t in title), default=40.0) + 22
    box = len(title) * LINE + 16
    x, y = (0.0, min(max(height / 2, box / 2), 250.0)) if columns == 2 else (width / 2 - 12, -box / 2 - 20)
    placed.nodes[INCIDENT].update(x=x, y=y, width=width, height=box, lines=title, side=0)
    return placed


def _rank(graph: "nx.DiGraph[str]") -> Any:
    return lambda node: graph.nodes[node]["rank"]


def _place_question(graph: "nx.DiGraph[str]", question: str, side: int, top: float, spine: float) -> float:
    """Place one question and its readings under ``top``; return where the next may begin."""
    data = graph.nodes[question]
    centre = side * (spine + _FORK + READING_WIDTH / 2)
    heading = wrap(data["label"], READING_WIDTH - 22, lines=2)
    y = top + len(heading) * LINE + 8
    first = y
    readings = sorted(graph.successors(question), key=lambda n: graph.nodes[n]["number"])
    for reading in readings:
        node = graph.nodes[reading]
        lines = wrap(node["label"], READING_WIDTH - 18 - chips_width(node["letters"]))
        height = len(lines) * LINE + 12
        node.update(x=centre, y=y + height / 2, width=READING_WIDTH, height=height, lines=lines, side=side)
        y += height + 6
    last = y - 6 if readings else y
    data.update(
        x=side * spine,
        y=(first + last) / 2,
        width=26.0,
        height=26.0,
        lines=[],
        side=side,
        heading=heading,
        heading_x=centre - READING_WIDTH / 2,
        heading_y=top + 2,
    )
    return last + _GAP


def chips_width(letters: list[str]) -> float:
    """How much room the letters of a reading's witnesses take; many become one chip with their number."""
    shown = letters if len(letters) <= MOST_CHIPS else ["88×"]
    return sum(max(CHIP, text_width(s, 12) + 9) + 3 for s in shown) + (5 if shown else 0)


def place_entities(graph: "nx.Graph[str]", *, rounds: int = 90) -> "nx.Graph[str]":
    """The graph with ``x``, ``y``, ``size`` (radius), ``width``, ``height`` and ``lines`` on every node, by
    Fruchterman and Reingold's springs from a spiral start (the same picture each time), then pushed apart until no
    label covers another; what is linked to nothing stands in rows below. The graph given is not changed."""
    placed = size_entities(graph)
    nodes = sorted(placed, key=lambda n: (n != INCIDENT, -placed.degree(n), n))
    linked = [n for n in nodes if placed.degree(n) or n == INCIDENT]
    spread = 95.0
    turn = math.pi * (3 - math.sqrt(5))
    position = {
        node: [spread * 0.6 * math.sqrt(i) * math.cos(i * turn), spread * 0.6 * math.sqrt(i) * math.sin(i * turn)]
        for i, node in enumerate(linked)
    }
    edges = sorted((u, v) for u, v in placed.edges())
    heat = spread
    for _ in range(rounds if len(linked) > 1 else 0):
        _spring_round(position, linked, edges, spread, heat)
        heat *= 0.96
    _push_apart(position, linked, placed)
    _place_rows(position, [n for n in nodes if n not in position], placed)
    for node in nodes:
        placed.nodes[node].update(x=round(position[node][0], 1), y=round(position[node][1], 1))
    return placed


def size_entities(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    """The graph with ``size`` (radius, by degree), ``width``, ``height`` and ``lines`` on every node, but no place."""
    sized = graph.copy()
    for node, data in sized.nodes(data=True):
        lines = wrap(data["label"], 150, lines=2, size=12)
        size = 9 + 3.2 * math.sqrt(min(sized.degree(node), 16)) if node != INCIDENT else 20.0
        width = max(max(text_width(t, 12) for t in lines) + 8, 2 * size)
        data.update(size=round(size, 1), width=width, height=2 * size + 4 + len(lines) * 15, lines=lines)
    return sized


def _place_rows(position: dict[str, list[float]], nodes: list[str], graph: "nx.Graph[str]") -> None:
    """Place ``nodes`` in rows under what is placed already, from left to right, by label."""
    boxes = [(*position[n], graph.nodes[n]["width"], graph.nodes[n]["height"]) for n in position]
    left = min(-250.0, *(x - w / 2 for x, _, w, _ in boxes)) if boxes else -250.0
    right = max(250.0, *(x + w / 2 for x, _, w, _ in boxes)) if boxes else 250.0
    top = max((y + h / 2 for _, y, _, h in boxes), default=0.0) + 34
    x, tallest = left, 0.0
    for node in sorted(nodes, key=lambda n: (str(graph.nodes[n]["label"]), n)):
        width, height = graph.nodes[node]["width"], graph.nodes[node]["height"]
        if x > left and x + width > right:
            x, top, tallest = left, top + tallest + 14, 0.0
        position[node] = [x + width / 2, top + height / 2]
        x, tallest = x + width + 16, max(tallest, height)


def _spring_round(
    position: dict[str, list[float]], nodes: list[str], edges: list[tuple[str, str]], spread: float, heat: float
) -> None:
    move = {node: [-0.25 * position[node][0], -0.3 * position[node][1]] for node in nodes}  # to the middle
    for i, one in enumerate(nodes):
        x, y = position[one]
        for other in nodes[i + 1 :]:
            dx, dy = x - position[other][0], y - position[other][1]
            square = dx * dx + dy * dy or 0.01
            if square > 36 * spread * spread:
                continue
            push = spread * spread / square
            move[one][0] += dx * push
            move[one][1] += dy * push
            move[other][0] -= dx * push
            move[other][1] -= dy * push
    for one, other in edges:
        dx, dy = position[one][0] - position[other][0], position[one][1] - position[other][1]
        pull = math.hypot(dx, dy) / spread * 0.6
        move[one][0] -= dx * pull
        move[one][1] -= dy * pull
        move[other][0] += dx * pull
        move[other][1] += dy * pull
    for node in nodes:
        dx, dy = move[node]
        length = math.hypot(dx, dy) or 1.0
        step = min(length, heat) / length
        position[node][0] += dx * step
        position[node][1] += dy * step


def _push_apart(position: dict[str, list[float]], nodes: list[str], graph: "nx.Graph[str]") -> None:
    """Move overlapping boxes apart along the shorter way, until none overlap (or 200 rounds have passed)."""
    half = {n: (graph.nodes[n]["width"] / 2 + 5, graph.nodes[n]["height"] / 2 + 5) for n in nodes}
    if INCIDENT in half:  # room for the many links that end there
        half[INCIDENT] = (max(half[INCIDENT][0], 120.0), max(half[INCIDENT][1], 80.0))
    for _ in range(200):
        moved = False
        for i, one in enumerate(nodes):
            for other in nodes[i + 1 :]:
                dx, dy = position[other][0] - position[one][0], position[other][1] - position[one][1]
                over_x = half[one][0] + half[other][0] - abs(dx)
                over_y = half[one][1] + half[other][1] - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                axis, over, way = (0, over_x, dx) if over_x < over_y else (1, over_y, dy)
                step = (over / 2 + 0.5) * (1 if way >= 0 else -1)
                position[one][axis] -= step
                position[other][axis] += step
        if not moved:
            return
