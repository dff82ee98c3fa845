"""Validating a graph: the shapes of its nodes, and the rules that join them."""

from incident_graph import vocabulary as v
from incident_graph.queries import run
from incident_graph.rdf.turtle import data_base
from incident_graph.store import GraphStore
from incident_graph.validation.report import Finding, Report, shown
from incident_graph.validation.rules import RULES, Rule
from incident_graph.validation.shapes import check_shapes

_COUNTED = {
    "accounts": "?x a inc:Account",
    "excerpts": "?x a oa:SpecificResource",
    "claims": "?x a inc:Claim",
    "readings": "?x a inc:Reading",
    "comparisons": "?x a inc:Comparison",
}


def validate(store: GraphStore, *, shapes: bool = True) -> Report:
    """Check a graph, TriG or flat Turtle alike.

    ``shapes=False`` leaves out the SHACL shapes, which take most of the time on large graphs. Excerpts are compared
    with the accounts' texts that the graph holds; a text that it does not hold is a warning. Raises ``GraphError`` when
    the graph cannot be read.
    """
    base = data_base(store.quads())
    findings = {finding for rule in RULES for finding in _broken(store, rule, base)}
    findings |= {*_nothing(store), *_without_text(store, base)}
    if shapes:
        findings |= set(check_shapes(store, base))
    counts = []
    for name, pattern in _COUNTED.items():
        ((number,),) = run(store, f"{_prefixes()}SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}")
        counts.append((name, int(str(number))))
    return Report(tuple(sorted(findings)), tuple(counts))


def _broken(store: GraphStore, rule: Rule, base: str) -> list[Finding]:
    asked = f"{_prefixes()}SELECT DISTINCT ?where ?detail WHERE {{ {rule.pattern} }} ORDER BY ?where ?detail"
    return [
        Finding(
            "error",
            rule.name,
            rule.what,
            _place(where, base) + (f": {_place(detail, base)}" if detail else ""),
            rule.hint,
        )
        for where, detail in run(store, asked)
    ]


def _nothing(store: GraphStore) -> list[Finding]:
    if run(store, _prefixes() + "ASK { ?incident a inc:Incident }"):
        return []
    hint = "make a graph with: incident-graph build"
    return [Finding("error", "incident", "the graph holds no incident", store.location, hint)]


def _without_text(store: GraphStore, base: str) -> list[Finding]:
    asked = "SELECT ?a ?file WHERE { ?a a inc:Account ; inc:fileName ?file . FILTER NOT EXISTS { ?a inc:text ?text } }"
    what, hint = "excerpts not compared: the text is not in the graph", "build the graph again with its texts"
    return [
        Finding("warning", "text", what, f"{_place(account, base)} ({file})", hint)
        for account, file in run(store, _prefixes() + asked)
    ]


def _place(value: object, base: str) -> str:
    return shown(str(value), base)


def _prefixes() -> str:
    return "".join(f"PREFIX {name}: <{space}>\n" for name, space in v.PREFIXES.items())
