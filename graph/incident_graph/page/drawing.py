"""The networks as they are drawn: pyvis's nodes and edges for the canvas, shapes for the SVG of the same picture."""

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from incident_graph.model import Incident
from incident_graph.network import (
    MARKS,
    Lookup,
    entity_graph,
    network_graph,
    place_entities,
    plain,
    size_entities,
)
from incident_graph.page.columns import divergence, lineage
from incident_graph.page.shapes import DASHES, NodesAndEdges, Shapes, cleaned, vis_data

if TYPE_CHECKING:
    import networkx as nx

GLYPHS = {mark.key: mark.glyph for mark in MARKS.values()}

#: Of the entities that are not drawn, how many search can add to the drawing, and how many of their links.
MOST_FURTHER, MOST_FURTHER_LINKS = 3000, 6000
MOST_SENTENCES = 6  # of one link between two entities

FILLS = {mark.key: mark.colour for mark in MARKS.values()} | {"": "#8A867C"}


def _polygon(sides: int, turn: float, *, inner: float = 1.0) -> list[list[float]]:
    """Corners of a regular polygon of radius 1 (a star with ``inner`` < 1), first corner at ``turn`` degrees."""
    out = []
    for k in range(sides):
        radius = inner if k % 2 and inner < 1 else 1.0
        angle = math.radians(turn + 360 * k / sides)
        out.append([round(radius * math.cos(angle), 3), round(radius * math.sin(angle), 3)])
    return out


#: Shape by kind of entity: corners around a centre, radius 1; kinds that are not listed are circles.
CORNERS: dict[str, list[list[float]]] = {
    "Organisation": _polygon(4, 45),
    "Platform": _polygon(6, 0),
    "Place": _polygon(3, 90),
    "Group": [[-1.3, -0.6], [1.3, -0.6], [1.3, 0.6], [-1.3, 0.6]],
    "Law": _polygon(5, -90),
    "Event": _polygon(10, -90, inner=0.5),
    "Product": _polygon(4, 0),
    "Vehicle": _polygon(3, -90),
    "Figure": [[-0.9, -0.7], [1.3, -0.7], [0.9, 0.7], [-1.3, 0.7]],
    "incident": [[-1.2, -0.8], [1.2, -0.8], [1.2, 0.8], [-1.2, 0.8]],
}


def sorts(incident: Incident) -> list[Shapes]:
    """The kinds of the incident's entities, and figures, with the points of their shapes, for the legend."""
    figures = any(c.answer.quantity or c.answer.period for c in incident.claims)
    kinds = sorted({e.kind for e in incident.entities}) + (["Figure"] if figures else [])
    return [
        {
            "kind": plain(k, 40) or "?",
            "name": plain(k, 40) or "undecided",
            "points": " ".join(f"{x},{y}" for x, y in CORNERS.get(k, [])),
        }
        for k in kinds
    ]


@cache
def vis_script() -> str:
    """The vis-network library as the installed pyvis brings it, without its source map."""
    import pyvis

    found = sorted(
        Path(pyvis.__file__).parent.glob("**/vis-*/vis-network.min.js"), key=lambda p: (p.parent.name, str(p))
    )
    if not found:
        raise FileNotFoundError("pyvis brings no vis-network.min.js; is pyvis 0.3.2 installed whole?")
    return found[-1].read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]


def networks(incident: Incident) -> dict[str, Shapes]:
    """``divergence``, ``lineage`` and ``entities``, each with ``vis`` (nodes and edges for the canvas) and ``svg``."""
    graph = network_graph(incident)
    return {"divergence": divergence(graph), "lineage": lineage(graph), "entities": _entities(incident)}


def _entities(incident: Incident) -> Shapes:
    graph = place_entities(entity_graph(incident))
    ids = {node: f"e{n}" for n, node in enumerate(graph)}
    drawn = _entity_shapes(incident, graph, ids)
    packed = _pack(*drawn, graph)
    if graph.graph["left_out"]:
        whole = size_entities(
            entity_graph(incident, most_entities=MOST_FURTHER, most_links=MOST_FURTHER_LINKS, most_figures=MOST_FURTHER)
        )
        further = [node for node in whole if node not in graph]
        ids |= {node: f"e{n}" for n, node in enumerate(further, len(ids))}
        part = whole.edge_subgraph([e for e in whole.edges if e[0] not in graph or e[1] not in graph]).copy()
        part.add_nodes_from((node, whole.nodes[node]) for node in further)
        given = vis_data(*cleaned(*_entity_shapes(incident, part, ids), "ef"))
        new = {ids[node] for node in further}
        packed["vis"]["further"] = {**given, "nodes": [n for n in given["nodes"] if n["id"] in new]}
    return packed


def _entity_shapes(incident: Incident, graph: "nx.Graph[str]", ids: dict[str, str]) -> NodesAndEdges:
    """Nodes and edges of a graph of entities as they are drawn; nodes that have no place stand at 0, 0."""
    place = {e.id: n for n, e in enumerate(incident.entities)}
    ranks = _ranks(incident)
    nodes = []
    for node, data in graph.nodes(data=True):
        x, y = data.get("x", 0.0), data.get("y", 0.0)
        shape = {"id": ids[node], "x": x, "y": y, "number": data.get("number", 0)}
        shape |= {"kind": "entity", "sort": data["kind"], "radius": data["size"], "lines": data["lines"]}
        shape |= {"width": data["width"], "height": data["height"], "letters": data["letters"]}
        shape |= {"entity": place.get(node, -1), "corners": CORNERS.get(data["kind"], [])}
        shape["issue"] = ranks.get(data.get("issue", ""), -1)
        nodes.append(shape | {"title": plain(data["label"], 300), "verdict": "", "firmness": "stated"})
    edges = []
    for n, (one, end, data) in enumerate(graph.edges(data=True)):
        edge: Shapes = {"id": f"ee{n}", "from": ids[one], "to": ids[end], **data}
        edge["width"] = 1 + 0.6 * min(len(data["letters"]), 5) if data["kind"] != "together" else 0.8
        edge |= {"issue": ranks.get(data["issue"], -1), "label_text": plain(data["label"], 200)}
        edge["ends"] = [place.get(one, -1), place.get(end, -1)]
        sentences = zip(data["letters"], data.get("lines", []), data.get("sentences", []), strict=False)
        edge["shared"] = [[letter, line, plain(text, 600)] for letter, line, text in sentences][:MOST_SENTENCES]
        edges.append({k: v for k, v in edge.items() if k not in ("label", "lines", "sentences")})
    return nodes, edges


def _ranks(incident: Incident) -> dict[str, int]:
    return {issue.id: n for n, issue in enumerate(Lookup(incident).issues())}


def _pack(nodes: list[Shapes], edges: list[Shapes], graph: "nx.Graph[str]") -> Shapes:
    nodes, edges = cleaned(nodes, edges)
    return {
        "vis": {**vis_data(nodes, edges), "left_out": graph.graph["left_out"]},
        "svg": _svg(nodes, edges),
    }


def _svg(nodes: list[Shapes], edges: list[Shapes]) -> Shapes:
    """Shapes of the SVG: its frame, paths for edges, polygons with absolute places for nodes."""
    by_id = {n["id"]: n for n in nodes}
    left = min((n["x"] - n["width"] / 2 for n in nodes), default=0) - 12
    top = min((n["y"] - n["height"] / 2 for n in nodes), default=0) - 12
    right = max((n["x"] + n["width"] / 2 for n in nodes), default=100) + 12
    bottom = max((n["y"] + n["height"] / 2 for n in nodes), default=100) + 12
    return {
        "box": f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}",
        "width": round(right - left),
        "height": round(bottom - top),
        "edges": [_svg_edge(e, by_id[e["from"]], by_id[e["to"]]) for e in edges],
        "nodes": [_svg_node(n) for n in nodes],
    }


def _middle(node: Shapes) -> float:
    """The height at which edges meet a node: its shape's middle, which stands above the label."""
    middle: float = node["y"] - node["height"] / 2 + node["radius"]
    return middle


def _svg_edge(edge: Shapes, one: Shapes, other: Shapes) -> Shapes:
    x1, y1, x2, y2 = one["x"], _middle(one), other["x"], _middle(other)
    against = [f"!{letter}" for letter in edge.get("against", [])]
    bar = ""
    if edge["firmness"] == "denied" or against:  # across the line, before its far end
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        across, down = (y1 - y2) / length * 7, (x2 - x1) / length * 7
        x, y = x2 - (x2 - x1) * 0.18, y2 - (y2 - y1) * 0.18
        bar = f"M{x - across:.0f} {y - down:.0f}L{x + across:.0f} {y + down:.0f}"
    grey = edge["kind"] == "together"
    glyph, who = GLYPHS.get(edge["verdict"], ""), " ".join([*edge["letters"], *against][:6])
    return {
        "path": f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}",
        "bar": bar,
        "dash": " ".join(map(str, DASHES[edge["firmness"]])),
        "width": edge["width"],
        "colour": "#C9C4B8" if grey else FILLS[edge["verdict"]],
        "verdict": "none" if grey else edge["verdict"] or "none",
        "title": f"{edge['label_text']} ({glyph} {who})",
        "letters": "" if grey else f"{glyph} {who}".strip(),
        "x": round(x1 + (x2 - x1) * 0.66),
        "y": round(y1 + (y2 - y1) * 0.66 + 4),
    }


def _svg_node(node: Shapes) -> Shapes:
    radius, middle = node["radius"], _middle(node)
    corners = " ".join(f"{node['x'] + radius * a:.0f},{middle + radius * b:.0f}" for a, b in node["corners"])
    return {**node, "x": round(node["x"]), "middle": round(middle), "points": corners}
