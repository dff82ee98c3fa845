"""What each incident of a store was built from, as a hash, so that only what changed is built again."""

from collections.abc import Sequence

from incident_graph import vocabulary as v
from incident_graph.store.contents import INPUT_HASH
from incident_graph.store.incidents import belongs
from incident_graph.store.location import GraphStore

_KNOWN = f"SELECT ?run ?hash WHERE {{ GRAPH ?accounts {{ ?run a <{v.INC}Run> ; <{INPUT_HASH}> ?hash }} }}"


def input_hashes(store: GraphStore) -> dict[str, str]:
    """The base of each incident whose inputs are noted -> their hash."""
    rows = store.query(_KNOWN)
    return {row["run"].value.removesuffix("run"): row["hash"].value for row in rows}  # type: ignore[union-attr]


def note_inputs(store: GraphStore, base: str, digest: str) -> None:
    """Note what the incident was built from, once it is in the store. Not part of what is exported."""
    graph, run = f"{base}graph/accounts", f"{base}run"
    insert = f'INSERT DATA {{ GRAPH <{graph}> {{ <{run}> <{INPUT_HASH}> "{digest}" }} }}'
    store.update(f"{_forget(base)} ;\n{insert}")


def forget_inputs(store: GraphStore, base: str) -> None:
    """Forget what the incident was built from: where a write may be done in part, before it begins."""
    store.update(_forget(base))


def _forget(base: str) -> str:
    return f"DELETE WHERE {{ GRAPH <{base}graph/accounts> {{ <{base}run> <{INPUT_HASH}> ?old }} }}"


def remove_incidents(store: GraphStore, bases: Sequence[str]) -> None:
    """Take whole incidents out of the store, in one update; other graphs are not touched."""
    graphs = [graph for graph in store.graphs() if any(belongs(graph, base) for base in bases)]
    if graphs:
        store.update(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))
