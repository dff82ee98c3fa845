"""Quads as an incident: the RDF contract, read back."""

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from incident_graph import vocabulary as v
from incident_graph.accounts import Account, Excerpt
from incident_graph.errors import GraphError
from incident_graph.model import (
    Answer,
    Certainty,
    Claim,
    Comparison,
    Entity,
    Figure,
    Grade,
    Incident,
    Issue,
    Merge,
    Reading,
    Speaker,
    Stance,
    Verdict,
)
from incident_graph.model.grade import CUE, as_ways
from incident_graph.profile import AnswerType, CompareBy, Kind, Question
from incident_graph.rdf.canonical import canonical
from incident_graph.rdf.index import HasQuads, Index
from incident_graph.values import Period, Quantity

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

_LABEL = v.RDFS + "label"
_Choice = TypeVar("_Choice", bound=Enum)


def read_incident(source: "HasQuads | Iterable[Quad | Triple]", *, incident: str | None = None) -> Incident:
    """The incident that a graph holds, in canonical order, from quads or flat triples alike.

    ``incident`` is the IRI of the one wanted when there are several. Where a graph says nothing of grades and ways, as
    before there were any, a claim is tentative and found by a cue. Raises ``GraphError`` when the graph holds no
    incident, several, or one that lacks what every graph of ours has. See ``canonical`` for what a graph does not keep.
    """
    index = Index(source)
    found = [node for node in index.of_class(v.INC + "Incident") if incident in (None, node)]
    if not found:
        raise GraphError(
            "the graph holds no incident", where=incident or "", hint="make one with: incident-graph build"
        )
    if len(found) > 1:
        raise GraphError("the graph holds several incidents", where=", ".join(found), hint="say which one")
    return _Reader(index, found[0]).incident()


class _Reader:
    """Reads one incident from an index; only nodes under its base count."""

    def __init__(self, index: Index, incident: str) -> None:
        self.index = index
        self.node = incident
        self.base = incident.removesuffix("incident")

    def incident(self) -> Incident:
        """Everything under the base, in canonical order."""
        index = self.index
        questions = {node: self._question(node) for node in index.of_class(v.INC + "Question")}
        issues = [node for node in self._own("Issue") if index.has(node, v.INC + "verdict")]
        runs = self._own("Run")
        return canonical(
            Incident(
                title=index.one(self.node, v.DCTERMS + "title"),
                base=self.base,
                accounts=tuple(self._account(node) for node in self._own("Account")),
                entities=tuple(self._entity(node) for node in self._entities()),
                figures=tuple(
                    self._figure(n) for n in self._own("Quantity", "Period") if index.has(n, v.INC + "statedIn")
                ),
                claims=tuple(self._claim(node) for node in self._own("Claim")),
                issues=tuple(self._issue(node, questions) for node in issues),
                readings=tuple(self._reading(node) for node in self._own("Reading")),
                comparisons=tuple(self._comparison(node) for node in self._own("Comparison")),
                kinds=tuple(self._kind(node) for node in index.of_class(v.INC + "Kind")),
                profiles=tuple(name for run in runs for name in index.all(run, v.INC + "profile")),
                rejected=tuple(text for run in runs for text in index.all(run, v.INC + "rejected")),
                credits=self._between_accounts("credits"),
                reuses=self._between_accounts("reuses"),
            )
        )

    def _own(self, *names: str) -> list[str]:
        return [n for n in self.index.of_class(*(v.INC + name for name in names)) if n.startswith(self.base)]

    def _between_accounts(self, name: str) -> tuple[tuple[str, str], ...]:
        own = self._own("Account")
        return tuple((self._id(one), self._id(other)) for one in own for other in self.index.all(one, v.INC + name))

    def _entities(self) -> list[str]:
        found = self._own(*v.ENTITY_CLASSES, "Entity", "Description")
        return [node for node in found if not self.index.is_a(node, v.INC + "Speaker")]

    def _id(self, node: str) -> str:
        return node.removeprefix(self.base)

    def _ids(self, node: str, predicate: str) -> tuple[str, ...]:
        return tuple(self._id(value) for value in self.index.all(node, v.INC + predicate))

    def _texts(self, node: str, predicate: str) -> tuple[str, ...]:
        return tuple(self.index.all(node, v.INC + predicate))

    def _choice(self, node: str, predicate: str, choices: type[_Choice], default: _Choice) -> _Choice:
        name = self.index.one(node, v.INC + predicate, str(default.value)).removeprefix(v.INC)
        name = name.removesuffix("Answer") if choices is AnswerType else name
        name = name.removeprefix("By") if choices is CompareBy else name
        try:
            return choices(name)
        except ValueError as error:
            known = ", ".join(str(choice.value) for choice in choices)
            raise GraphError(
                f"inc:{predicate} is not one of ours: {name}", where=node, hint=f"known: {known}"
            ) from error

    # -- accounts and excerpts

    def _account(self, node: str) -> Account:
        index = self.index
        source = index.one(node, v.PROV + "wasDerivedFrom")
        return Account(
            sha256=index.one(node, v.SCHEMA + "sha256"),
            file_name=index.one(node, v.INC + "fileName"),
            text=index.one(node, v.INC + "text"),
            letter=index.one(node, v.INC + "letter"),
            body_start=index.whole(node, v.INC + "bodyStart") or 0,
            media_type=index.one(node, v.DCTERMS + "format", "text/plain"),
            title=index.maybe(node, v.DCTERMS + "title"),
            publisher=index.maybe(node, v.DCTERMS + "publisher"),
            issued=index.date(node, v.DCTERMS + "issued"),
            credit=index.maybe(node, v.INC + "credit"),
            derived_from_sha256=index.maybe(source, v.SCHEMA + "sha256"),
            derived_from_file=index.maybe(source, v.INC + "fileName"),
            warnings=self._texts(node, "warning"),
        )

    def _excerpt(self, node: str) -> Excerpt:
        index = self.index
        selector = index.needed(node, v.OA + "hasSelector")
        start, end = index.whole(selector, v.OA + "start"), index.whole(selector, v.OA + "end")
        if start is None or end is None:
            raise GraphError("an excerpt without offsets", where=node, hint="give its selector oa:start and oa:end")
        return Excerpt(
            self._id(index.needed(node, v.OA + "hasSource")), start, end, index.needed(selector, v.OA + "exact")
        )

    def _excerpts(self, node: str, predicate: str) -> tuple[Excerpt, ...]:
        return tuple(self._excerpt(value) for value in self.index.all(node, v.INC + predicate))

    # -- entities and figures

    def _entity(self, node: str) -> Entity:
        index = self.index
        named = not index.is_a(node, v.INC + "Description")
        return Entity(
            id=self._id(node),
            label=index.one(node, v.SKOS + "prefLabel" if named else _LABEL, self._id(node)),
            kind=next((name for name in v.ENTITY_CLASSES if index.is_a(node, v.INC + name)), ""),
            named=named,
            alt_labels=tuple(index.all(node, v.SKOS + "altLabel")),
            mentions=self._excerpts(node, "mentionedIn"),
            merges=tuple(
                Merge(
                    surface=index.one(merge, v.INC + "surface"),
                    account=self._id(index.one(merge, v.INC + "account")),
                    reason=index.one(merge, v.INC + "reason"),
                )
                for merge in index.all(node, v.INC + "merge")
            ),
            kinds=self._texts(node, "statedKind"),
            attributes=self._attributes(node),
            tier=index.one(node, v.INC + "tier"),
            rules=self._texts(node, "rule"),
        )

    def _attributes(self, node: str) -> tuple[tuple[str, str], ...]:
        pairs = (text.partition("=") for text in self._texts(node, "attribute"))
        return tuple((name, value) for name, _, value in pairs)

    def _figure(self, node: str) -> Figure:
        index = self.index
        subset_of = index.maybe(node, v.INC + "subsetOf")
        value = self._quantity(node) if index.is_a(node, v.INC + "Quantity") else self._period(node)
        return Figure(
            id=self._id(node),
            excerpt=self._excerpts(node, "statedIn")[0],
            value=value,
            measures=index.one(node, v.INC + "measures"),
            noun=index.one(node, v.INC + "noun"),
            role=index.one(node, v.INC + "role"),
            subset_of=self._id(subset_of) if subset_of else None,
            rules=self._texts(node, "rule"),
        )

    def _quantity(self, node: str) -> Quantity:
        low, high, stated = (self.index.decimal(node, v.INC + name) for name in ("low", "high", "stated"))
        return Quantity(low, high, stated, self.index.one(node, v.INC + "unit"))

    def _period(self, node: str) -> Period:
        earliest, latest = (self.index.date(node, v.INC + name) for name in ("earliest", "latest"))
        minute, zone, weekday = (self.index.whole(node, v.INC + name) for name in ("minute", "zone", "weekday"))
        first, last = (self.index.whole(node, v.INC + name) for name in ("firstMinute", "lastMinute"))
        minutes = None if first is None or last is None else (first, last)
        other = self.index.whole(node, v.INC + "otherMinute")
        return Period(self.index.one(node, v.INC + "edtf"), earliest, latest, minute, zone, minutes, weekday, other)

    # -- claims

    def _claim(self, node: str) -> Claim:
        index = self.index
        main = index.maybe(node, v.INC + "mainEvidence")
        rest = [value for value in index.all(node, v.INC + "evidence") if value != main]
        yields_to = index.maybe(node, v.INC + "yieldsTo")
        return Claim(
            id=self._id(node),
            account=self._id(index.needed(node, v.INC + "account")),
            question=index.needed(index.needed(node, v.INC + "answers"), v.INC + "question"),
            answer=self._answer(node),
            evidence=tuple(self._excerpt(value) for value in ([main, *rest] if main else rest)),
            stance=self._choice(node, "stance", Stance, Stance.ASSERTS),
            certainty=self._choice(node, "certainty", Certainty, Certainty.PLAIN),
            hedge=index.one(node, v.INC + "hedge"),
            speakers=self._speakers(node),
            tier=index.one(node, v.INC + "tier"),
            rules=self._texts(node, "rule"),
            basis=index.one(node, v.INC + "basis"),
            moment=index.one(node, v.INC + "moment"),
            yields_to=self._id(yields_to) if yields_to else None,
            ways=self._ways(node) or (CUE,),
            grade=self._choice(node, "grade", Grade, Grade.TENTATIVE),
            attributed=index.one(node, v.INC + "attributed") == "true",
            origin=self._id(index.one(node, v.INC + "origin")),
        )

    def _ways(self, node: str) -> tuple[str, ...]:
        names = self._texts(node, "way")
        try:
            return as_ways(name.removeprefix(v.INC).lower() for name in names)
        except ValueError as error:
            raise GraphError(f"inc:way is not one of ours: {error}", where=node) from error

    def _answer(self, claim: str) -> Answer:
        index = self.index
        value = index.needed(claim, v.INC + "value")
        own = value.startswith(self.base)
        figure = own and (index.has(value, v.INC + "statedIn") or self._id(value).startswith("figure-"))
        phrase, spare = own and index.is_a(value, v.INC + "Phrase"), own and self._id(value).startswith("value-")
        polarity = {v.INC + "Yes": True, v.INC + "No": False}.get(value)
        nodes = [*index.all(claim, v.INC + "normalised"), value]
        quantities = [self._quantity(n) for n in nodes if index.is_a(n, v.INC + "Quantity")]
        periods = [self._period(n) for n in nodes if index.is_a(n, v.INC + "Period")]
        entity = own and not figure and not phrase and not spare
        return Answer(
            label=index.one(claim, _LABEL) or index.one(value, v.SKOS + "prefLabel") or index.one(value, _LABEL, value),
            entity=self._id(value) if entity else None,
            named=entity and not index.is_a(value, v.INC + "Description"),
            figure=self._id(value) if figure else None,
            quantity=quantities[0] if quantities else None,
            period=periods[0] if periods else None,
            kind=value if not own and polarity is None else None,
            polarity=polarity,
            phrase=index.maybe(value, v.INC + "folded") if phrase else None,
            kinds=frozenset(self._texts(claim, "statedKind")),
            attributes=frozenset(self._attributes(claim)),
            basis=index.one(claim, v.INC + "valueBasis"),
        )

    def _speakers(self, claim: str) -> tuple[Speaker, ...]:
        index = self.index
        nodes = index.all(claim, v.INC + "attribution")
        if not nodes:  # a foreign graph: the agents alone
            return tuple(self._bare_speaker(agent) for agent in index.all(claim, v.INC + "accordingTo"))
        return tuple(
            Speaker(
                label=index.one(node, _LABEL),
                entity=self._agent(index.one(node, v.INC + "speaker")),
                excerpt=next(iter(self._excerpts(node, "statedIn")), None),
                whom=next(iter(self._excerpts(node, "standsFor")), None),
            )
            for node in sorted(nodes, key=lambda node: index.whole(node, v.SCHEMA + "position") or 0)
        )

    def _bare_speaker(self, agent: str) -> Speaker:
        label = self.index.one(agent, v.SKOS + "prefLabel") or self.index.one(agent, _LABEL, self._id(agent))
        return Speaker(label=label, entity=self._agent(agent))

    def _agent(self, agent: str) -> str | None:
        return None if self.index.is_a(agent, v.INC + "Speaker") else self._id(agent)

    # -- questions, kinds, issues, readings, comparisons

    def _question(self, node: str) -> Question:
        index = self.index
        label = index.one(node, _LABEL)
        return Question(
            iri=node,
            name=index.one(node, v.INC + "name", node.rsplit("#", 1)[-1].rsplit("/", 1)[-1]),
            label=label,
            text=index.one(node, v.INC + "asks", label),
            answer=self._choice(node, "answerType", AnswerType, AnswerType.PHRASE),
            compare_by=self._choice(node, "compareBy", CompareBy, CompareBy.NOTHING),
            one_answer=index.one(node, v.INC + "oneAnswer") == "true",
            order=index.whole(node, v.INC + "order") or 0,
            group=index.one(node, v.INC + "group"),
            tolerance=float(index.decimal(node, v.INC + "tolerance") or 0),
            answer_classes=tuple(name.removeprefix(v.INC) for name in self._texts(node, "answerClass")),
            answer_kinds=self._texts(node, "answerKind"),
            unit=index.one(node, v.INC + "unit"),
            rests_on=index.one(node, v.INC + "restsOn"),
            over_time=index.one(node, v.INC + "overTime").removeprefix(v.INC).lower(),
            profile=index.one(node, v.INC + "profile"),
        )

    def _kind(self, node: str) -> Kind:
        return Kind(
            iri=node,
            label=self.index.one(node, v.SKOS + "prefLabel"),
            labels=tuple(self.index.all(node, v.SKOS + "altLabel")),
            wider=self._texts(node, "wider"),
            disjoint=self._texts(node, "excludes"),
        )

    def _issue(self, node: str, questions: dict[str, Question]) -> Issue:
        iri = self.index.needed(node, v.INC + "question")
        return Issue(
            id=self._id(node),
            question=questions[iri] if iri in questions else self._question(iri),
            verdict=self._choice(node, "verdict", Verdict, Verdict.SINGLE),
            silent=self._ids(node, "silent"),
        )

    def _reading(self, node: str) -> Reading:
        return Reading(
            id=self._id(node),
            issue=self._id(self.index.needed(node, v.INC + "ofIssue")),
            label=self.index.one(node, _LABEL),
            claims=self._ids(node, "claim"),
            witnesses=self._ids(node, "witness"),
            independent_witnesses=self.index.whole(node, v.INC + "independentWitnesses") or 0,
        )

    def _comparison(self, node: str) -> Comparison:
        return Comparison(
            id=self._id(node),
            issue=self._id(self.index.needed(node, v.INC + "ofIssue")),
            left=self._id(self.index.needed(node, v.INC + "left")),
            right=self._id(self.index.needed(node, v.INC + "right")),
            verdict=self._choice(node, "verdict", Verdict, Verdict.COMPLEMENTS),
            rests_on=self.index.one(node, v.INC + "restsOn"),
            weak=self.index.one(node, v.INC + "weak") == "true",
            ways=self._ways(node),
            grade=self._choice(node, "grade", Grade, Grade.TENTATIVE),
            reason=self.index.one(node, v.INC + "reason"),
            because=self.index.one(node, v.INC + "because"),
            reconciliation=self.index.one(node, v.INC + "reconciliation"),
            rank=self.index.whole(node, v.INC + "rank") or 0,
        )
