"""The drawings in columns, who says what and who relies on whom: nodes and edges for the canvas, shapes for the SVG."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from incident_graph.network import (
    EDGE_KINDS,
    divergence_view,
    edges_of,
    lineage_view,
    place_divergence,
    place_lineage,
    plain,
)
from incident_graph.network.columns import CHIP, LANE, LETTERS, LINE, chips
from incident_graph.network.marks import FIRMNESS, MARKS
from incident_graph.network.wrap import text_width
from incident_graph.page.shapes import DASHES, NodesAndEdges, Shapes, cleaned, vis_data

if TYPE_CHECKING:
    import networkx as nx

#: The hues of accounts, one after the other and then from the start. None is red: that is for conflicts.
HUES = ("#0B5CAD", "#7A3E9D", "#0B7A5A", "#8A6100", "#0F7285", "#A03A78", "#4B6A1E", "#5B5F6B")
#: The colours of arcs between answers. Firm conflicts between accounts alone are red.
ARCS = {
    "conflicts": "#B23A08",
    "contests": "#8A5A00",
    "mayConflict": "#C47F00",
    "differsUnlessLater": "#6B6B6B",
    "updates": "#1F6A98",
    "refines": "#1F6A98",
    "complements": "#8A867C",
    "agrees": "#0072B2",
}
INK = "#1A1A1A"
#: From a comparison's kind to the class of its arc: what one account says against itself is no conflict of accounts.
_WITHIN = "within"
_BADGE = 10.0


def divergence(graph: "nx.MultiDiGraph[str]") -> Shapes:
    """Who says what: ``vis`` and ``svg`` of the divergence."""
    placed = place_divergence(divergence_view(graph))
    drawn = cleaned(*_shapes(placed, "d"))
    return {"vis": {**vis_data(*drawn), "left_out": placed.graph["left_out"]}, "svg": _svg(*drawn)}


def lineage(graph: "nx.MultiDiGraph[str]") -> Shapes:
    """Who relies on whom: ``vis`` and ``svg`` of the lineage."""
    drawn = cleaned(*_shapes(place_lineage(lineage_view(graph)), "l"))
    return {"vis": {**vis_data(*drawn), "left_out": 0}, "svg": _svg(*drawn)}


def legend(drawing: Shapes) -> Shapes:
    """What the legend lists: ``arcs``, the kinds of comparisons with their number and the key of their mark, and
    ``lines``, how answers are said with their number; kinds that do not occur are left out."""
    edges = [edge["own"] for edge in drawing["vis"]["edges"]]
    arcs = Counter(edge["kind"] for edge in edges)
    lines = Counter(edge["firmness"] for edge in edges if edge["kind"] == "says")
    return {
        "arcs": [
            {"kind": kind.name, "verdict": MARKS[kind.verdict].key, "number": arcs[kind.name], "on": kind.drawn}
            for kind in EDGE_KINDS.values()
            if kind.verdict is not None and arcs[kind.name]
        ],
        "lines": [
            {"kind": name, "number": lines[name], "dash": " ".join(map(str, DASHES[name]))}
            for name in FIRMNESS
            if lines[name]
        ],
    }


def _shapes(graph: "nx.MultiDiGraph[str]", prefix: str) -> NodesAndEdges:
    ids = {node: f"{prefix}{n}" for n, node in enumerate(graph)}
    accounts = [n for n, d in graph.nodes(data=True) if d["kind"] == "account"]
    hue = {account: n % len(HUES) for n, account in enumerate(accounts)}
    of_letter = {graph.nodes[a]["letter"]: hue[a] for a in accounts}
    ranks = {n: d["rank"] for n, d in graph.nodes(data=True) if d["kind"] == "question"}
    nodes = []
    for node, data in graph.nodes(data=True):
        shape = {k: data[k] for k in ("kind", "x", "y", "width", "height", "lines")} | {"id": ids[node]}
        shape["title"] = plain(data["label"], 300)
        shape["letters"] = [plain(x, 6) for x in data.get("letters", [])]
        shape["issue"] = ranks.get(data.get("issue", node), -1)
        if data["kind"] == "account":
            shape |= {"letters": [plain(data["letter"], 6)], "hue": hue[node]}
        if data["kind"] == "source":
            shape["said"] = [plain(x, 120) for x in data["said"][:8]]
        if data["kind"] == "question":
            shape |= {k: data[k] for k in ("verdict", "glyph", "folded", "parts")}
        if data["kind"] == "answer":
            shape |= {"number": data["number"], "chips": _chips(shape["letters"], of_letter)}
        nodes.append(shape)
    edges = []
    for n, (one, other, key, data) in enumerate(edges_of(graph, *EDGE_KINDS)):
        if data["kind"] == "answers":
            continue
        edge: Shapes = {"id": f"{prefix}e{n}", "from": ids[one], "to": ids[other], "kind": data["kind"]}
        edge["issue"] = ranks.get(graph.nodes[other].get("issue", ""), -1)
        edge["firmness"] = data.get("firmness", "attributed" if data["kind"] == "reliesOn" else "stated")
        edge["hue"] = hue.get(one, -1)
        edges.append(edge | _compared(key, data) if "verdict" in data else edge)
    return nodes, edges


def _compared(key: str, data: dict[str, Any]) -> Shapes:
    """What an edge that is a comparison has beside the others: its id is the comparison's."""
    return {
        "id": plain(key, 120),
        "verdict": data["verdict"],
        "glyph": data["glyph"],
        "lane": data["lane"],
        "grade": data["grade"],
        "weak": data["weak"],
        "within": plain(data["within"], 6),
        "why": plain(data["because"] or data["reason"], 300),
        "unless": plain(data["reconciliation"] or data["rests_on"], 300),
    }


def _chips(letters: list[str], hues: dict[str, int]) -> list[Shapes]:
    """The letters of who gives an answer, each with its hue and its place from the left edge of the box."""
    out, x = [], 6.0
    for text in chips(letters):
        width = max(CHIP, text_width(text, LETTERS) + 6)
        out.append({"text": text, "x": round(x, 1), "w": round(width, 1), "hue": hues.get(text, -1)})
        x += width + 2
    return out


# -- the SVG: what stands open from the start


def _svg(nodes: list[Shapes], edges: list[Shapes]) -> Shapes:
    """Shapes of the SVG: its frame, lines, arcs with their signs, boxes and words, all with absolute places."""
    folded = {n["issue"] for n in nodes if n.get("folded")}
    shown = {n["id"]: n for n in nodes if n["issue"] not in folded or n["issue"] < 0}
    said = [e for e in edges if e["from"] in shown and e["to"] in shown]
    arcs = [e for e in said if "glyph" in e and EDGE_KINDS[e["kind"]].drawn]
    right = max((_right(n) for n in shown.values()), default=100.0)
    left = min((n["x"] - n["width"] / 2 for n in shown.values()), default=0.0) - 10
    top = min((n["y"] - n["height"] / 2 for n in shown.values()), default=0.0) - 10
    bottom = max((n["y"] + n["height"] / 2 for n in shown.values()), default=100.0) + 10
    right = max([right, *(_right(shown[e["from"]]) + _bulge(e) + _BADGE for e in arcs)]) + 10
    rest = len(folded)
    return {
        "box": f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top + (22 if rest else 0):.0f}",
        "rest": {"n": rest, "x": round(left + 10), "y": round(bottom + 6)},
        "lines": _by_hue([_line(e, shown[e["from"]], shown[e["to"]]) for e in said if "glyph" not in e]),
        "arcs": [_arc(e, shown[e["from"]], shown[e["to"]]) for e in arcs],
        "nodes": [_box(n) for n in shown.values()],
        "chips": _by_hue([chip for n in shown.values() for chip in _chips_at(n)]),
    }


def _by_hue(shapes: list[Shapes]) -> list[Shapes]:
    """Shapes of one hue together, under what they share: there are hundreds of them."""
    hues = sorted({shape["hue"] for shape in shapes})
    return [
        {"hue": hue, "colour": HUES[hue] if hue >= 0 else INK, "shapes": [s for s in shapes if s["hue"] == hue]}
        for hue in hues
    ]


def _right(node: Shapes) -> float:
    right: float = node["x"] + node["width"] / 2
    return right


def _bulge(edge: Shapes) -> float:
    return 15.0 + LANE * float(edge["lane"])


def _line(edge: Shapes, one: Shapes, other: Shapes) -> Shapes:
    """A line from an account to an answer or a source, or to another account."""
    side = 1 if other["x"] > one["x"] else -1
    bar = ""
    if one["kind"] == other["kind"]:  # two accounts, one above the other
        x, y1, y2 = one["x"] - one["width"] / 2, one["y"], other["y"]
        path = f"M{x:.0f} {y1:.0f}C{x - 40:.0f} {y1:.0f} {x - 40:.0f} {y2:.0f} {x:.0f} {y2:.0f}"
    else:
        x1, x2 = one["x"] + side * one["width"] / 2, other["x"] - side * other["width"] / 2
        half = (x1 + x2) / 2
        path = (
            f"M{x1:.0f} {one['y']:.0f}C{half:.0f} {one['y']:.0f} {half:.0f} {other['y']:.0f} {x2:.0f} {other['y']:.0f}"
        )
        if edge["firmness"] == "denied":
            bar = f"M{x2 - side * 5:.0f} {other['y'] - 6:.0f}v12"
    return {"path": path, "bar": bar, "dash": " ".join(map(str, DASHES[edge["firmness"]])), "hue": edge["hue"]}


def _arc(edge: Shapes, one: Shapes, other: Shapes) -> Shapes:
    x, y1, y2, out = _right(one), one["y"], other["y"], _bulge(edge)
    firm = edge["kind"] == "conflicts" and not edge["within"]
    sort = _WITHIN if edge["within"] else edge["kind"]
    return {
        "path": f"M{x:.0f} {y1:.0f}C{x + out * 4 / 3:.0f} {y1:.0f} {x + out * 4 / 3:.0f} {y2:.0f} {x:.0f} {y2:.0f}",
        "sort": sort,
        "colour": ARCS.get(sort, "#6B6B6B"),
        "dash": "2 4" if edge["weak"] else "",
        "width": 2.6 if firm else 1.6,
        "glyph": edge["glyph"],
        "x": round(x + out, 1),
        "y": round((y1 + y2) / 2, 1),
        "title": f"{one['title']} {edge['glyph']} {other['title']}" + (f": {edge['why']}" if edge["why"] else ""),
    }


def _box(node: Shapes) -> Shapes:
    left, top = node["x"] - node["width"] / 2, node["y"] - node["height"] / 2
    lead = 0.0
    if node.get("chips"):
        lead = node["chips"][-1]["x"] + node["chips"][-1]["w"] + 4
    return {
        "kind": node["kind"],
        "issue": node["issue"],
        "title": node["title"],
        "hue": node.get("hue", -1),
        "colour": HUES[node["hue"]] if node["kind"] == "account" else INK,
        "left": round(left),
        "top": round(top),
        "width": round(node["width"]),
        "height": round(node["height"]),
        "words": [
            {"text": text, "x": round(_at(node, left, lead)), "y": round(top + _first_line(node) + LINE * n)}
            for n, text in enumerate(node["lines"])
        ],
        "glyph": node.get("glyph", ""),
        "verdict": node.get("verdict", ""),
    }


def _chips_at(node: Shapes) -> list[Shapes]:
    left, y = node["x"] - node["width"] / 2, round(node["y"] - 8)
    return [
        {"text": c["text"], "x": round(left + c["x"]), "y": y, "w": round(c["w"]), "hue": c["hue"]}
        | {"middle": round(left + c["x"] + c["w"] / 2)}
        for c in node.get("chips", [])
    ]


def _at(node: Shapes, left: float, lead: float) -> float:
    """Where the words of a node begin, or of a centred one where their middle is."""
    if node["kind"] in ("account", "source"):
        middle: float = node["x"]
        return middle
    return left + (lead or 8.0 if node["kind"] == "answer" else 0.0)


def _first_line(node: Shapes) -> float:
    tall = LINE * len(node["lines"])
    room = (float(node["height"]) - tall) / 2
    return 12.0 if node["kind"] == "question" else room + 11.5
