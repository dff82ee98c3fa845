"""What each incident of a store was built from, as a hash, so that only what changed is built again."""

from collections.abc import Sequence

from incident_graph import vocabulary as v
from incident_graph.rdf.statements import Statements
from incident_graph.store.contents import INPUT_HASH, forget, note
from incident_graph.store.folder import GraphFolder
from incident_graph.store.incidents import belongs
from incident_graph.store.location import Changes, GraphStore
from incident_graph.store.rows import rows_of

_KNOWN = f"SELECT ?run ?hash WHERE {{ GRAPH ?accounts {{ ?run a <{v.INC}Run> ; <{INPUT_HASH}> ?hash }} }}"


def input_hashes(store: GraphStore) -> dict[str, str]:
    """The base of each incident whose inputs are noted -> their hash."""
    rows = rows_of(store.query(_KNOWN))
    return {row["run"].value.removesuffix("run"): row["hash"].value for row in rows}


def put_noted(store: GraphStore, incidents: Sequence[tuple[Statements, str]]) -> list[Changes]:
    """Put incidents, and note of each the hash of what it was built from once it is there. That is not exported."""
    if isinstance(store, GraphFolder):
        return store.put_incidents(incidents)
    changes = []
    for statements, inputs in incidents:
        changes.append(store.put_incident(statements))
        store.update(note(statements.base, inputs))
    return changes


def forget_inputs(store: GraphStore, base: str) -> None:
    """Forget what the incident was built from: where a write may be done in part, before it begins."""
    store.update(forget(base))


def remove_incidents(store: GraphStore, bases: Sequence[str]) -> None:
    """Take whole incidents out of the store, in one update; other graphs are not touched."""
    graphs = [graph for graph in store.graphs() if any(belongs(graph, base) for base in bases)]
    if graphs:
        store.update(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))
