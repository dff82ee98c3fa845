"""The networks as they are drawn: pyvis's nodes and edges for the canvas, shapes for the SVG of the same picture."""

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incident_graph.model import Incident
from incident_graph.network import (
    MARKS,
    divergence_graph,
    entity_graph,
    place_divergence,
    place_entities,
    plain,
    size_entities,
    visible,
)
from incident_graph.network.layout import CHIP, LINE, MOST_CHIPS
from incident_graph.network.wrap import text_width

if TYPE_CHECKING:
    import networkx as nx

Shapes = dict[str, Any]
NodesAndEdges = tuple[list[Shapes], list[Shapes]]

GLYPHS = {mark.key: mark.glyph for mark in MARKS.values()}

#: Of the entities that are not drawn, how many search can add to the drawing, and how many of their links.
MOST_FURTHER, MOST_FURTHER_LINKS = 3000, 6000
MOST_SENTENCES = 6  # of one link between two entities

#: Line patterns of edges by firmness, in pixels of line and gap; a denial is solid and ends in a bar.
DASHES = {"stated": [], "attributed": [2, 4], "hedged": [8, 5], "open": [8, 5], "denied": []}
FILLS = {mark.key: mark.colour for mark in MARKS.values()} | {"": "#8A867C"}
#: Verdicts whose shapes are drawn as outlines.
HOLLOW = ("contests", "to-check", "unless-later", "single")


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
    """``divergence`` and ``entities``, each with ``vis`` (nodes and edges for the canvas) and ``svg`` (shapes)."""
    return {"divergence": _divergence(incident), "entities": _entities(incident)}


def _vis_data(nodes: list[Shapes], edges: list[Shapes]) -> Shapes:
    """Run nodes and edges through pyvis, which gives them the form vis-network reads; what is the same for all of
    them (shape, colour, no physics) the script says once."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in nodes:
        own = {k: v for k, v in node.items() if k not in ("id", "x", "y") and _says_something(v)}
        if node["title"] == " ".join(node["lines"]):
            del own["title"]
        network.add_node(node["id"], " ", shape="custom", x=node["x"], y=node["y"], own=own)
    for edge in edges:
        own = {k: v for k, v in edge.items() if k not in ("id", "from", "to") and _says_something(v)}
        network.add_edge(edge["from"], edge["to"], id=edge["id"], own=own)
    kept = ("id", "x", "y", "from", "to", "own")
    return {
        "nodes": [{k: v for k, v in node.items() if k in kept} for node in network.nodes],
        "edges": [{k: v for k, v in edge.items() if k in kept} for edge in network.edges],
    }


def _says_something(value: Any) -> bool:
    return value is not False and value != "" and value != []


def _clean(value: Any) -> Any:
    """Round numbers and clean strings, all the way down."""
    if isinstance(value, float):
        return round(value, 1)
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [_clean(v) for v in value]
    return value


def _chips(letters: list[str], independent: int) -> list[Shapes]:
    """The letters of the witnesses, each with its place from the left edge of the box; many become a count."""
    shown = letters if len(letters) <= MOST_CHIPS else [f"{len(letters)}×"]
    out, x = [], 7.0
    for text in shown:
        width = max(CHIP, text_width(text, 12) + 9)
        out.append({"text": text, "x": round(x, 1), "w": round(width, 1)})
        x += width + 3
    return out


def _divergence(incident: Incident) -> Shapes:
    graph = divergence_graph(incident)
    wide, narrow = place_divergence(graph), place_divergence(graph, columns=1)
    ids = {node: f"d{n}" for n, node in enumerate(graph)}
    ranks = {node: data["rank"] for node, data in graph.nodes(data=True) if data["kind"] == "question"}
    nodes = []
    for node, data in wide.nodes(data=True):
        other = narrow.nodes[node]
        shape = {"id": ids[node], "kind": data["kind"], "verdict": data.get("verdict", ""), "width": data["width"]}
        shape |= {"x": data["x"], "y": data["y"], "height": data["height"], "lines": data["lines"]}
        shape |= {
            "narrow": [other["x"], other["y"]],
            "side": data["side"],
            "issue": ranks.get(str(data.get("issue")), -1),
        }
        shape |= {"firmness": data.get("firmness", "stated"), "letters": data.get("letters", [])}
        shape["title"] = plain(data["label"], 300)
        if data["kind"] == "incident":
            shape |= {"narrowLines": other["lines"], "narrowWidth": other["width"], "narrowHeight": other["height"]}
        if data["kind"] == "reading":
            shape |= {"chips": _chips(data["letters"], data["independent"]), "number": data["number"]}
        nodes.append(shape)
        if data["kind"] == "question":
            lines = data["heading"]
            nodes.append(
                {
                    **shape,
                    "id": ids[node] + "h",
                    "kind": "heading",
                    "lines": lines,
                    "glyph": data["glyph"],
                    "x": data["heading_x"] + 118,
                    "y": data["heading_y"] + len(lines) * LINE / 2,
                    "width": 236.0,
                    "height": len(lines) * LINE,
                    "narrow": [other["heading_x"] + 118, other["heading_y"] + len(lines) * LINE / 2],
                }
            )
    trunk = len(ranks) > 14  # many questions: branches of one trunk are clearer than a fan of curves
    edges = []
    for n, (one, end, data) in enumerate(graph.edges(data=True)):
        edge: Shapes = {"id": f"de{n}", "from": ids[one], "to": ids[end], "bent": True, "kind": "fork", **data}
        edge["width"] = 1 if graph.nodes[one]["kind"] == "incident" else 1.2 + 0.5 * min(len(data["letters"]), 5)
        edge["spine"] = graph.nodes[one]["kind"] == "incident"
        edge["trunk"] = trunk and edge["spine"]
        edge["issue"] = ranks.get(str(graph.nodes[end].get("issue")), -1)
        edges.append(edge)
    return _pack(nodes, edges, graph)


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
        given = _vis_data(*_cleaned(*_entity_shapes(incident, part, ids), "ef"))
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
        shape = {"id": ids[node], "x": x, "y": y, "narrow": [x, y], "number": data.get("number", 0)}
        shape |= {"kind": "entity", "sort": data["kind"], "radius": data["size"], "lines": data["lines"]}
        shape |= {"width": data["width"], "height": data["height"], "letters": data["letters"]}
        shape |= {"entity": place.get(node, -1), "corners": CORNERS.get(data["kind"], [])}
        shape["issue"] = ranks.get(data.get("issue", ""), -1)
        nodes.append(shape | {"title": plain(data["label"], 300), "verdict": "", "firmness": "stated"})
    edges = []
    for n, (one, end, data) in enumerate(graph.edges(data=True)):
        edge: Shapes = {"id": f"ee{n}", "from": ids[one], "to": ids[end], "bent": False, **data}
        edge["width"] = 1 + 0.6 * min(len(data["letters"]), 5) if data["kind"] != "together" else 0.8
        edge |= {"issue": ranks.get(data["issue"], -1), "label_text": plain(data["label"], 200), "spine": False}
        edge["ends"] = [place.get(one, -1), place.get(end, -1)]
        sentences = zip(data["letters"], data.get("lines", []), data.get("sentences", []), strict=False)
        edge["shared"] = [[letter, line, plain(text, 600)] for letter, line, text in sentences][:MOST_SENTENCES]
        edges.append({k: v for k, v in edge.items() if k not in ("label", "lines", "sentences")})
    return nodes, edges


def _ranks(incident: Incident) -> dict[str, int]:
    from incident_graph.network import Lookup

    return {issue.id: n for n, issue in enumerate(Lookup(incident).issues())}


def _cleaned(nodes: list[Shapes], edges: list[Shapes], prefix: str = "") -> NodesAndEdges:
    """The same with clean values; with a ``prefix`` edges are counted anew."""
    edges = [edge | {"id": f"{prefix}{n}"} for n, edge in enumerate(edges)] if prefix else edges
    return (
        [{k: _clean(v) for k, v in node.items()} for node in nodes],
        [{k: _clean(v) for k, v in edge.items()} for edge in edges],
    )


def _pack(nodes: list[Shapes], edges: list[Shapes], graph: "nx.Graph[str]") -> Shapes:
    nodes, edges = _cleaned(nodes, edges)
    return {
        "vis": {**_vis_data(nodes, edges), "left_out": graph.graph["left_out"]},
        "svg": _svg(nodes, edges),
    }


def _svg(nodes: list[Shapes], edges: list[Shapes]) -> Shapes:
    """Shapes of the SVG: its frame, paths for edges, boxes and polygons with absolute places for nodes."""
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
    """The height at which edges meet a node: its shape's middle, which for entities stands above the label."""
    middle: float = node["y"] - node["height"] / 2 + node["radius"] if node["kind"] == "entity" else node["y"]
    return middle


def _svg_edge(edge: Shapes, one: Shapes, other: Shapes) -> Shapes:
    x1, y1, x2, y2 = one["x"], _middle(one), other["x"], _middle(other)
    if other["kind"] == "reading":
        x2 -= math.copysign(other["width"] / 2, x2 - x1)
    bend = 0.55 * (x2 - x1)
    path = f"M{x1:.0f} {y1:.0f}"
    side, turn = math.copysign(8, x2 - x1), math.copysign(min(8, abs(y2 - y1)), y2 - y1)
    if edge.get("trunk"):
        path += f"V{y2 - turn:.0f}Q{x1:.0f} {y2:.0f} {x1 + side:.0f} {y2:.0f}H{x2:.0f}"
    else:
        path += (
            f"C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
            if edge["bent"]
            else f"L{x2:.0f} {y2:.0f}"
        )
    against = [f"!{letter}" for letter in edge.get("against", [])]
    barred = edge["firmness"] == "denied" or against
    bar = ""
    if barred and edge["bent"]:
        bar = f"M{x2 - math.copysign(5, x2 - x1):.0f} {y2 - 7:.0f}v14"
    elif barred:  # across the line, before its far end
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        across, down = (y1 - y2) / length * 7, (x2 - x1) / length * 7
        x, y = x2 - (x2 - x1) * 0.18, y2 - (y2 - y1) * 0.18
        bar = f"M{x - across:.0f} {y - down:.0f}L{x + across:.0f} {y + down:.0f}"
    grey = edge["spine"] or edge["kind"] == "together"
    glyph, who = GLYPHS.get(edge["verdict"], ""), " ".join([*edge["letters"], *against][:6])
    return {
        "path": path,
        "bar": bar,
        "dash": " ".join(map(str, DASHES[edge["firmness"]])),
        "width": edge["width"],
        "colour": "#C9C4B8" if grey else FILLS[edge["verdict"]],
        "verdict": "none" if grey else edge["verdict"] or "none",
        "title": f"{edge['label_text']} ({glyph} {who})" if "label_text" in edge else "",
        "letters": "" if grey or edge["bent"] else f"{glyph} {who}".strip(),
        "x": round(x1 + (x2 - x1) * 0.66),
        "y": round(y1 + (y2 - y1) * 0.66 + 4),
    }


def _svg_node(node: Shapes) -> Shapes:
    x, y, w, h = node["x"], node["y"], node["width"], node["height"]
    out = {
        "points": "",
        "chips": [],
        **node,
        "x": round(x),
        "y": round(y),
        "left": round(x - w / 2),
        "top": round(y - h / 2),
        "colour": FILLS[node["verdict"]],
        "hollow": node["verdict"] in HOLLOW,
    }
    if node["kind"] == "question":
        out["points"] = f"{x:.0f},{y - 12:.0f} {x + 12:.0f},{y:.0f} {x:.0f},{y + 12:.0f} {x - 12:.0f},{y:.0f}"
    if node["kind"] == "entity":
        radius = node["radius"]
        middle = _middle(node)
        out["middle"] = round(middle)
        out["points"] = " ".join(f"{x + radius * a:.0f},{middle + radius * b:.0f}" for a, b in node["corners"])
    return out
