"""Where entities are drawn: by springs. No random numbers."""

import math
from typing import TYPE_CHECKING

from incident_graph.network.graph import INCIDENT
from incident_graph.network.wrap import text_width, wrap

if TYPE_CHECKING:
    import networkx as nx


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
