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

#: Predicates and objects by subject; a dictionary without values is a set in the order of the graph.
_Rows = dict[str, dict[tuple[Any, Any], None]]


def nanopublications(quads: "Iterable[Quad]") -> "Iterator[Quad]":
    """A nanopublication a claim, as four named graphs: head, assertion, provenance and publication info.

    Only what is needed goes in: the claim with its answer, speaker and question; the quotations with their places and
    the account they stand in; the run that found it. A graph without claims gives nothing.
    """
    rows: _Rows = {}
    claims: set[str] = set()
    for quad in quads:
        subject = getattr(quad.subject, "value", "")
        rows.setdefault(subject, {})[quad.predicate, quad.object] = None
        if quad.predicate.value == v.RDF + "type" and getattr(quad.object, "value", "") == v.INC + "Claim":
            claims.add(subject)
    for claim in sorted(claims):
        yield from _Nanopublication(claim, rows).quads()


class _Nanopublication:
    """The nanopublication of one claim: a node of its own and a named graph for each of its four parts."""

    def __init__(self, claim: str, rows: _Rows) -> None:
        from pyoxigraph import NamedNode

        place, _, local = claim.rpartition("claim-")
        name = f"{place}nanopub-{local}"
        self._claim = claim
        self._rows = rows
        self._node = NamedNode(name)
        self._parts = {part: NamedNode(f"{name}-{part}") for part in ("head", "assertion", "provenance", "pubinfo")}

    def quads(self) -> "Iterator[Quad]":
        """The quads of all four graphs."""
        yield from self._head()
        yield from self._assertion()
        yield from self._provenance()
        yield from self._publication_info()

    def _head(self) -> "Iterator[Quad]":
        """That this is a nanopublication, and which graphs are its parts."""
        from pyoxigraph import NamedNode, Quad

        head = self._parts["head"]
        yield Quad(self._node, NamedNode(v.RDF + "type"), NamedNode(v.NP + "Nanopublication"), head)
        for name, part in (("Assertion", "assertion"), ("Provenance", "provenance"), ("PublicationInfo", "pubinfo")):
            yield Quad(self._node, NamedNode(f"{v.NP}has{name}"), self._parts[part], head)

    def _assertion(self) -> "Iterator[Quad]":
        """The claim, with what tells of its answer, speaker and question."""
        from pyoxigraph import NamedNode, Quad

        for predicate, value in self._rows[self._claim]:
            if predicate.value not in _FOUND:
                yield Quad(NamedNode(self._claim), predicate, value, self._parts["assertion"])
        told_of = (v.INC + "value", v.INC + "normalised", v.INC + "accordingTo", v.INC + "answers")
        for other in self._linked(self._claim, *told_of):
            yield from self._about("assertion", other, _TELLING)
            for question in self._linked(other, v.INC + "question"):
                yield from self._about("assertion", question, _TELLING)

    def _provenance(self) -> "Iterator[Quad]":
        """The quotations that the assertion is derived from, with their places, and the account that makes it."""
        from pyoxigraph import NamedNode, Quad

        assertion, provenance = self._parts["assertion"], self._parts["provenance"]
        for excerpt in self._linked(self._claim, v.INC + "evidence"):
            yield Quad(assertion, NamedNode(v.PROV + "wasDerivedFrom"), NamedNode(excerpt), provenance)
            yield from self._about("provenance", excerpt)
            for selector in self._linked(excerpt, v.OA + "hasSelector"):
                yield from self._about("provenance", selector)
        for account in self._linked(self._claim, v.INC + "account"):
            yield Quad(assertion, NamedNode(v.PROV + "wasAttributedTo"), NamedNode(account), provenance)
            yield from self._about("provenance", account, _SOURCE)

    def _publication_info(self) -> "Iterator[Quad]":
        """The run and the software that found the claim, and how it was found."""
        from pyoxigraph import NamedNode, Quad

        pubinfo, associated = self._parts["pubinfo"], NamedNode(v.PROV + "wasAssociatedWith")
        for run in self._linked(self._claim, v.PROV + "wasGeneratedBy"):
            yield Quad(self._node, NamedNode(v.PROV + "wasGeneratedBy"), NamedNode(run), pubinfo)
            for software in self._linked(run, v.PROV + "wasAssociatedWith"):
                yield Quad(NamedNode(run), associated, NamedNode(software), pubinfo)
                yield from self._about("pubinfo", software)
        for predicate, value in sorted(self._rows[self._claim], key=str):
            if predicate.value in _HOW:
                yield Quad(NamedNode(self._claim), predicate, value, pubinfo)

    def _linked(self, subject: str, *predicates: str) -> list[str]:
        """The IRIs that ``subject`` has for these predicates, sorted."""
        from pyoxigraph import NamedNode

        rows = self._rows.get(subject, {})
        return sorted(o.value for p, o in rows if p.value in predicates and isinstance(o, NamedNode))

    def _about(self, part: str, subject: str, only: frozenset[str] | None = None) -> "Iterator[Quad]":
        """What the graph says of ``subject``, or of that these predicates ``only``, into ``part``."""
        from pyoxigraph import NamedNode, Quad

        for predicate, value in self._rows.get(subject, {}):
            if only is None or predicate.value in only:
                yield Quad(NamedNode(subject), predicate, value, self._parts[part])
