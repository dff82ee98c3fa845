"""Claims as nanopublications: each claim a small publication of its own, with its provenance, to cite one by one.

The assertion is that an account makes the claim, never the claim itself. See https://nanopub.net/guidelines/.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: What of a claim is about how it was found, not about what is claimed.
_FOUND = frozenset(
    v.INC + name for name in ("evidence", "mainEvidence", "tier", "rule", "grade", "way", "yieldsTo")
) | {v.PROV + "wasGeneratedBy"}
#: What of that is published with a claim, beside its evidence.
_HOW = frozenset(v.INC + name for name in ("tier", "rule", "grade", "way"))
#: What of an answer, a speaker or a question says what it is.
_TELLING = frozenset(
    [v.RDF + "type", v.RDFS + "label", v.SKOS + "prefLabel", v.INC + "question"]
    + [v.INC + name for name in ("low", "high", "stated", "unit", "measures", "edtf", "earliest", "latest")]
)
#: What of an account says where it is from: not its text.
_SOURCE = frozenset(
    [v.RDF + "type", v.SCHEMA + "sha256", v.INC + "letter", v.INC + "fileName", v.INC + "credit"]
    + [v.DCTERMS + name for name in ("title", "publisher", "issued")]
)


def nanopublications(quads: "Iterable[Quad]") -> "Iterator[Quad]":
    """A nanopublication a claim, as four named graphs: head, assertion, provenance and publication info.

    Only what is needed goes in: the claim with its answer, speaker and question; the quotations with their places and
    the account they stand in; the run that found it. A graph without claims gives nothing.
    """
    rows: dict[str, dict[tuple[Any, Any], None]] = {}
    claims: set[str] = set()
    for quad in quads:
        subject = getattr(quad.subject, "value", "")
        rows.setdefault(subject, {})[quad.predicate, quad.object] = None
        if quad.predicate.value == v.RDF + "type" and getattr(quad.object, "value", "") == v.INC + "Claim":
            claims.add(subject)
    for claim in sorted(claims):
        yield from _nanopublication(claim, rows)


def _nanopublication(claim: str, rows: "dict[str, dict[tuple[Any, Any], None]]") -> "Iterator[Quad]":
    from pyoxigraph import NamedNode, Quad

    place, _, local = claim.rpartition("claim-")
    name = f"{place}nanopub-{local}"
    node, parts = NamedNode(name), {part: NamedNode(f"{name}-{part}") for part in ("head", "assertion", "provenance")}
    parts["pubinfo"] = NamedNode(f"{name}-pubinfo")

    def linked(subject: str, *predicates: str) -> list[str]:
        return sorted(o.value for p, o in rows.get(subject, {}) if p.value in predicates and isinstance(o, NamedNode))

    def about(graph: str, subject: str, only: "frozenset[str] | None" = None) -> "Iterator[Quad]":
        for predicate, value in rows.get(subject, {}):
            if only is None or predicate.value in only:
                yield Quad(NamedNode(subject), predicate, value, parts[graph])

    kind, derived = NamedNode(v.RDF + "type"), NamedNode(v.PROV + "wasDerivedFrom")
    yield Quad(node, kind, NamedNode(v.NP + "Nanopublication"), parts["head"])
    for predicate, graph in (("Assertion", "assertion"), ("Provenance", "provenance"), ("PublicationInfo", "pubinfo")):
        yield Quad(node, NamedNode(f"{v.NP}has{predicate}"), parts[graph], parts["head"])

    for predicate, value in rows[claim]:
        if predicate.value not in _FOUND:
            yield Quad(NamedNode(claim), predicate, value, parts["assertion"])
    for other in linked(claim, v.INC + "value", v.INC + "normalised", v.INC + "accordingTo", v.INC + "answers"):
        yield from about("assertion", other, _TELLING)
        for question in linked(other, v.INC + "question"):
            yield from about("assertion", question, _TELLING)

    for excerpt in linked(claim, v.INC + "evidence"):
        yield Quad(parts["assertion"], derived, NamedNode(excerpt), parts["provenance"])
        yield from about("provenance", excerpt)
        for selector in linked(excerpt, v.OA + "hasSelector"):
            yield from about("provenance", selector)
    for account in linked(claim, v.INC + "account"):
        yield Quad(parts["assertion"], NamedNode(v.PROV + "wasAttributedTo"), NamedNode(account), parts["provenance"])
        yield from about("provenance", account, _SOURCE)

    for run in linked(claim, v.PROV + "wasGeneratedBy"):
        yield Quad(node, NamedNode(v.PROV + "wasGeneratedBy"), NamedNode(run), parts["pubinfo"])
        for software in linked(run, v.PROV + "wasAssociatedWith"):
            yield Quad(NamedNode(run), NamedNode(v.PROV + "wasAssociatedWith"), NamedNode(software), parts["pubinfo"])
            yield from about("pubinfo", software)
    for predicate, value in sorted(rows[claim], key=str):
        if predicate.value in _HOW:
            yield Quad(NamedNode(claim), predicate, value, parts["pubinfo"])
