"""Tasks: loading a graph, asking it, writing it; ours, raw pyoxigraph and plain rdflib, on the same file."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.clock import Took, so_far, task, timed

#: The comparison worked out from the claims each time it is asked for: issues whose answers differ.
DIFFER = """
PREFIX inc: <https://w3id.org/incident-graph/core#>
SELECT DISTINCT ?issue WHERE {
  ?one inc:answers ?issue ; inc:account ?a ; inc:value ?v .
  ?other inc:answers ?issue ; inc:account ?b ; inc:value ?w .
  FILTER(?a != ?b && ?v != ?w)
}
"""
#: The same from what stands in the graph.
VERDICTS = """
PREFIX inc: <https://w3id.org/incident-graph/core#>
SELECT ?issue WHERE { ?issue inc:verdict inc:Conflicts ; a inc:Issue }
"""
#: What plain rdflib is asked, in this order.
RDFLIB_ASKED = ("verdicts", "divergences", "differ")


@contextmanager
def _place() -> Iterator[str]:
    """A place for a folder that is not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "store")


def _size(folder: str) -> int:
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())


@task
def folder_ours(graph: str) -> Took:
    """A file into a new folder, by our store."""
    from incident_graph.store import GraphFile, GraphFolder

    with _place() as place:
        _, took = timed(lambda: GraphFolder(place, create=True).replace(GraphFile.read(graph).quads()))
        return {**took, "disk": _size(place) / (1 << 20)}


@task
def folder_raw(graph: str) -> Took:
    """A file into a new folder, by pyoxigraph's own loader."""
    from pyoxigraph import Store

    def work() -> None:
        store = Store(place)
        store.bulk_load(path=graph)
        store.flush()

    with _place() as place:
        _, took = timed(work)
        return {**took, "disk": _size(place) / (1 << 20)}


@task
def memory_ours(graph: str) -> Took:
    """A file into memory, by our store."""
    from incident_graph.store import GraphFile

    return timed(lambda: GraphFile.read(graph).memory)[1]


@task
def memory_raw(graph: str) -> Took:
    """A file into memory, by pyoxigraph's own loader."""
    from pyoxigraph import Store

    return timed(lambda: Store().bulk_load(path=graph))[1]


@task
def rdflib_all(graph: str) -> Took:
    """The same file in plain rdflib: parsed and asked, each timed, and told as soon as it is known."""
    import rdflib

    from incident_graph.queries import get_query

    dataset = rdflib.Dataset(default_union=True)
    _, told = timed(lambda: dataset.parse(graph, format="nquads"))
    known = {"verdicts": VERDICTS, "divergences": get_query("divergences").sparql, "differ": DIFFER}
    for name in RDFLIB_ASKED:
        sparql = known[name]
        so_far(told)
        rows, took = timed(lambda sparql=sparql: dataset.query(sparql).serialize(format="csv"))  # type: ignore[misc]
        told[name] = {**took, "rows": (rows or b"").count(b"\n") - 1}
    return told


@task
def rdflib_write(graph: str) -> Took:
    """The same file in plain rdflib as Turtle."""
    import rdflib

    so_far({"preparing": True})
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(graph, format="nquads")
    flat = rdflib.Graph()
    for prefix, space in dataset.namespaces():
        flat.bind(prefix, space)
    for triple in dataset.triples((None, None, None)):
        flat.add(triple)
    so_far({})
    return {**timed(lambda: flat.serialize(format="turtle", encoding="utf-8"))[1], "triples": len(flat)}


@task
def rdflib_trig(graph: str) -> Took:
    """A TriG file, as builds write it, in plain rdflib."""
    import rdflib

    return timed(lambda: rdflib.Dataset(default_union=True).parse(graph, format="trig"))[1]


@task
def ask_ours(graph: str, query: str, times: str = "3") -> Took:
    """A question asked of a folder, or of a file in memory, by our store, its rows written as CSV."""
    from incident_graph.queries import get_query, run, write_results
    from incident_graph.store import open_graph

    asked: Any = {"differ": DIFFER, "verdicts": VERDICTS}.get(query) or get_query(query)
    store = open_graph(graph)

    def work() -> int:
        out = io.BytesIO()
        write_results(run(store, asked), out, "csv")
        return out.getvalue().count(b"\n") - 1

    return _best(work, int(times))


@task
def ask_raw(graph: str, query: str, times: str = "3") -> Took:
    """The same question asked of the same folder or file by pyoxigraph alone."""
    from pyoxigraph import QueryResultsFormat, Store

    from incident_graph.queries import get_query

    asked = {"differ": DIFFER, "verdicts": VERDICTS}.get(query) or get_query(query).sparql
    if Path(graph).is_dir():
        store = Store.read_only(graph)
    else:
        store = Store()
        store.bulk_load(path=graph)

    def work() -> int:
        found: Any = store.query(asked, use_default_graph_as_union=True)
        return int(found.serialize(format=QueryResultsFormat.CSV).count(b"\n")) - 1

    return _best(work, int(times))


@task
def ask_incident(folder: str, incident: str, query: str = "divergences") -> Took:
    """A question about one incident of a folder of many, from opening the folder to the last row."""
    from incident_graph.queries import get_query, run
    from incident_graph.store import incident_in

    rows, took = timed(lambda: len(list(run(incident_in(folder, incident), get_query(query)))))
    return {**took, "rows": rows}


@task
def agreement_readings(graph: str) -> Took:
    """Who agrees with whom, counted from the readings of one incident."""
    from incident_graph.network import agreement_graph
    from incident_graph.rdf import read_incident
    from incident_graph.store import GraphFile

    incident = read_incident(GraphFile.read(graph))
    agreement_graph(replace(incident, issues=(), readings=(), comparisons=()))  # loads networkx
    return timed(lambda: agreement_graph(incident))[1]


@task
def agreement_sparql(graph: str) -> Took:
    """The same for all pairs of accounts as one SPARQL query over the claims."""
    from pyoxigraph import Store

    store = Store()
    store.bulk_load(path=graph)
    asked = """
    PREFIX inc: <https://w3id.org/incident-graph/core#>
    SELECT ?a ?b (COUNT(DISTINCT ?issue) AS ?shared) (SUM(IF(?v = ?w, 1, 0)) AS ?same) WHERE {
      ?one inc:answers ?issue ; inc:account ?a ; inc:value ?v .
      ?other inc:answers ?issue ; inc:account ?b ; inc:value ?w .
      FILTER(STR(?a) < STR(?b))
    } GROUP BY ?a ?b
    """
    return timed(lambda: sum(1 for _ in store.query(asked, use_default_graph_as_union=True)))[1]  # type: ignore[misc]


@task
def write_ours(graph: str) -> Took:
    """A graph as sorted, prefixed Turtle, by our writer."""
    from incident_graph.rdf import write_turtle
    from incident_graph.store import GraphFile

    quads = list(GraphFile.read(graph).quads())
    out = io.BytesIO()
    _, took = timed(lambda: write_turtle(quads, out))
    return {**took, "bytes": len(out.getvalue()), "quads": len(quads)}


@task
def make_folder(graph: str, folder: str) -> Took:
    """Fill a folder to be asked."""
    from pyoxigraph import Store

    shutil.rmtree(folder, ignore_errors=True)

    def work() -> None:
        store = Store(folder)
        store.bulk_load(path=graph)
        store.flush()
        store.optimize()

    return timed(work)[1]


def _best(work: Any, times: int) -> Took:
    """The fastest of several runs in one process after the first, which fills the caches; the first if it is alone."""
    rows, took = timed(work)
    return {**min((timed(work)[1] for _ in range(times)), key=lambda t: t["cpu"], default=took), "rows": rows}
