"""Shapes that are drawn, as plain dictionaries: cleaned, and in the form that vis-network reads."""

from typing import Any

from incident_graph.network import visible

Shapes = dict[str, Any]
NodesAndEdges = tuple[list[Shapes], list[Shapes]]

#: Line patterns of edges by firmness, in pixels of line and gap; a denial is solid and ends in a bar.
DASHES = {"stated": [], "attributed": [2, 4], "hedged": [8, 5], "open": [8, 5], "denied": []}


def vis_data(nodes: list[Shapes], edges: list[Shapes]) -> Shapes:
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


def cleaned(nodes: list[Shapes], edges: list[Shapes], prefix: str = "") -> NodesAndEdges:
    """The same with clean values; with a ``prefix`` edges are counted anew."""
    edges = [edge | {"id": f"{prefix}{n}"} for n, edge in enumerate(edges)] if prefix else edges
    return (
        [{k: _clean(v) for k, v in node.items()} for node in nodes],
        [{k: _clean(v) for k, v in edge.items()} for edge in edges],
    )


def _clean(value: Any) -> Any:
    """Round numbers and clean strings, all the way down."""
    if isinstance(value, float):
        return round(value, 1)
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [_clean(v) for v in value]
    return value
