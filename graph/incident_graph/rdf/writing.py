"""An incident as quads: the RDF contract, written."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

import incident_graph
from incident_graph import vocabulary as v
from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Claim, Entity, Figure, Incident, Issue, Reading, Speaker, Stance
from incident_graph.model import Comparison as ComparisonOf
from incident_graph.model.ids import make_id
from incident_graph.profile import Kind, Question
from incident_graph.rdf.canonical import canonical, spare_value
from incident_graph.rdf.names import Names, issue_id
from incident_graph.rdf.terms import IRI, Row, Value, date, iri, number, plain, to_quads, truth, words
from incident_graph.values import Period, Quantity

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: Code points of context kept on either side of a quotation.
CONTEXT = 32

_TYPE = v.RDF + "type"
_LABEL = v.RDFS + "label"


def write_quads(incident: Incident, *, texts: bool = True) -> "Iterator[Quad]":
    """The quads of ``incident``, sorted, without blank nodes: the same incident gives the same quads.

    One named graph an account (its claims, mentions, figures and excerpts, and the plain triples it asserts), and
    ``graph/accounts`` (metadata and the run), ``graph/entities``, ``graph/vocabulary`` (the questions and kinds used)
    and ``graph/comparisons``. No triple but the plain ones stands in two graphs. ``texts=False`` leaves the accounts'
    texts out: what quotes them stays.
    """
    return to_quads(_rows(collect(incident, texts=texts)))


#: Graph, subject, and what is said of it: predicate, value, predicate, value; some of it may be said twice.
Graphs = dict[str, dict[str, list[str | Value]]]


def collect(incident: Incident, *, texts: bool = True) -> Graphs:
    """What the graphs of ``incident`` say, in no order: see ``write_quads``."""
    return _Writer(canonical(incident), texts).collect()


def pairs(said: list[str | Value]) -> Iterator[tuple[str, Value]]:
    """What is said of a subject as pairs of predicate and value."""
    each = iter(said)
    return cast("Iterator[tuple[str, Value]]", zip(each, each, strict=True))


def _rows(graphs: Graphs) -> Iterator[Row]:
    """All rows, sorted; what has been given is forgotten."""
    for graph in sorted(graphs):
        subjects = graphs.pop(graph)
        for subject in sorted(subjects):
            for predicate, value in sorted(set(pairs(subjects.pop(subject)))):
                yield Row(graph, subject, predicate, value)


class _Writer:
    """Collects what is said of one incident."""

    def __init__(self, incident: Incident, texts: bool) -> None:
        self.incident = incident
        self.texts = texts
        self.name = Names(incident.base)
        self.accounts = {a.id: a for a in incident.accounts}
        self.figures = {f.id: f for f in incident.figures}
        self.issue_of = {i.question.iri: i.id for i in incident.issues}
        self.speaking = {e.id for e in incident.entities if e.kind in v.SPEAKING_CLASSES or not e.named}
        self.excerpts: dict[Excerpt, Value] = {}
        self.graphs: Graphs = {}
        self._known: dict[str, str] = {}  # predicates, each held once
        self._values: dict[Value, Value] = {}  # and IRIs

    def collect(self) -> Graphs:
        """All that is said."""
        incident = self.incident
        self._incident()
        for account in incident.accounts:
            self._account(account)
        for entity in incident.entities:
            self._entity(entity)
        for figure in incident.figures:
            self._figure(figure)
        for claim in incident.claims:
            self._claim(claim)
        self._phrases()
        for kind in incident.kinds:
            self._kind(kind)
        for issue in incident.issues:
            self._issue(issue)
        for reading in incident.readings:
            self._reading(reading)
        for comparison in incident.comparisons:
            self._comparison(comparison)
        for name, pairs in (("credits", incident.credits), ("reuses", incident.reuses)):
            for one, other in pairs:
                self._add(self.name.graph("comparisons"), self.name(one), v.INC + name, iri(self.name(other)))
        return self.graphs

    def _add(self, graph: str, subject: str, predicate: str, *values: Value) -> None:
        if not values:
            return
        subjects = self.graphs.get(graph)
        if subjects is None:
            subjects = self.graphs[graph] = {}
        said = subjects.get(subject)
        if said is None:
            said = subjects[subject] = []
        predicate = self._known.setdefault(predicate, predicate)
        for value in values:
            said.append(predicate)
            said.append(self._values.setdefault(value, value) if value.sort == IRI else value)

    def _is_a(self, graph: str, subject: str, *classes: str) -> None:
        self._add(graph, subject, _TYPE, *(iri(c) for c in classes))

    def _texts(self, graph: str, subject: str, predicate: str, texts: Iterable[str | None]) -> None:
        self._add(graph, subject, predicate, *(plain(text) for text in texts if text))

    # -- the incident, the run, the accounts

    def _incident(self) -> None:
        graph, node, run = self.name.graph("accounts"), self.name.incident, self.name.run
        self._is_a(graph, node, v.INC + "Incident")
        self._add(graph, node, v.DCTERMS + "title", plain(self.incident.title))
        self._is_a(graph, run, v.PROV + "Activity", v.INC + "Run")
        self._texts(graph, run, v.INC + "profile", self.incident.profiles)
        self._texts(graph, run, v.INC + "rejected", self.incident.rejected)
        self._add(graph, run, v.PROV + "used", *(iri(self.name(a.id)) for a in self.incident.accounts))
        software = self.name("software")
        self._add(graph, run, v.PROV + "wasAssociatedWith", iri(software))
        self._is_a(graph, software, v.PROV + "SoftwareAgent")
        self._add(graph, software, _LABEL, words("incident-graph"))
        self._add(graph, software, v.SCHEMA + "softwareVersion", plain(incident_graph.__version__))

    def _account(self, account: Account) -> None:
        graph, node = self.name.graph("accounts"), self.name(account.id)
        self._is_a(graph, node, v.INC + "Account", v.SCHEMA + "NewsArticle")
        for predicate, text in (
            (v.INC + "letter", account.letter),
            (v.INC + "fileName", account.file_name),
            (v.SCHEMA + "sha256", account.sha256),
            (v.DCTERMS + "format", account.media_type),
            (v.DCTERMS + "title", account.title),
            (v.DCTERMS + "publisher", account.publisher),
            (v.INC + "credit", account.credit),
            (v.INC + "text", account.text if self.texts else None),
        ):
            self._texts(graph, node, predicate, [text])
        self._texts(graph, node, v.INC + "warning", account.warnings)
        self._add(graph, node, v.INC + "bodyStart", number(account.body_start))
        if account.issued:
            self._add(graph, node, v.DCTERMS + "issued", date(account.issued))
        if account.derived_from_sha256 or account.derived_from_file:
            source = self.name(make_id("source", account.derived_from_sha256, account.derived_from_file))
            self._add(graph, node, v.PROV + "wasDerivedFrom", iri(source))
            self._is_a(graph, source, v.PROV + "Entity")
            self._texts(graph, source, v.SCHEMA + "sha256", [account.derived_from_sha256])
            self._texts(graph, source, v.INC + "fileName", [account.derived_from_file])

    def _excerpt(self, excerpt: Excerpt) -> Value:
        """The excerpt's node, described once in its account's graph."""
        known = self.excerpts.get(excerpt)
        if known is None:
            known = self.excerpts[excerpt] = self._describe(excerpt)
        return known

    def _describe(self, excerpt: Excerpt) -> Value:
        graph, node, selector = self.name(excerpt.account), self.name.excerpt(excerpt), self.name.selector(excerpt)
        self._is_a(graph, node, v.OA + "SpecificResource")
        self._add(graph, node, v.OA + "hasSource", iri(graph))
        self._add(graph, node, v.OA + "hasSelector", iri(selector))
        self._is_a(graph, selector, v.OA + "TextPositionSelector", v.OA + "TextQuoteSelector")
        self._add(graph, selector, v.OA + "start", number(excerpt.start))
        self._add(graph, selector, v.OA + "end", number(excerpt.end))
        self._add(graph, selector, v.OA + "exact", plain(excerpt.text))
        account = self.accounts.get(excerpt.account)
        if account and account.text:
            before = account.text[max(0, excerpt.start - CONTEXT) : excerpt.start]
            self._add(graph, selector, v.OA + "prefix", plain(before))
            self._add(graph, selector, v.OA + "suffix", plain(account.text[excerpt.end : excerpt.end + CONTEXT]))
        return iri(node)

    # -- entities and figures

    def _entity(self, entity: Entity) -> None:
        graph, node = self.name.graph("entities"), self.name(entity.id)
        self._is_a(graph, node, v.INC + (entity.kind or "Entity"))
        if entity.named:
            self._add(graph, node, v.SKOS + "prefLabel", words(entity.label))
        else:
            self._is_a(graph, node, v.INC + "Description")
            self._add(graph, node, _LABEL, words(entity.label))
        self._add(graph, node, v.SKOS + "altLabel", *(words(label) for label in entity.alt_labels))
        self._add(graph, node, v.INC + "statedKind", *(iri(kind) for kind in entity.kinds))
        self._texts(graph, node, v.INC + "attribute", (_attribute(pair) for pair in entity.attributes))
        self._texts(graph, node, v.INC + "tier", [entity.tier])
        self._texts(graph, node, v.INC + "rule", entity.rules)
        for mention in entity.mentions:
            self._add(self.name(mention.account), node, v.INC + "mentionedIn", self._excerpt(mention))
        for merge in entity.merges:
            own = self.name(merge.account)
            merged = self.name(make_id("merge", entity.id, merge.account, merge.surface, merge.reason))
            self._add(own, node, v.INC + "merge", iri(merged))
            self._is_a(own, merged, v.INC + "Merge")
            self._add(own, merged, v.INC + "account", iri(own))
            self._add(own, merged, v.INC + "surface", plain(merge.surface))
            self._add(own, merged, v.INC + "reason", plain(merge.reason))

    def _figure(self, figure: Figure) -> None:
        graph, node = self.name(figure.excerpt.account), self.name(figure.id)
        self._value(graph, node, figure.value)
        self._add(graph, node, _LABEL, words(figure.excerpt.text))
        self._add(graph, node, v.INC + "statedIn", self._excerpt(figure.excerpt))
        self._texts(graph, node, v.INC + "measures", [figure.measures])
        self._texts(graph, node, v.INC + "noun", [figure.noun])
        self._texts(graph, node, v.INC + "role", [figure.role])
        self._texts(graph, node, v.INC + "rule", figure.rules)
        if figure.subset_of:
            self._add(graph, node, v.INC + "subsetOf", iri(self.name(figure.subset_of)))

    def _value(self, graph: str, node: str, value: Quantity | Period) -> None:
        if isinstance(value, Quantity):
            self._is_a(graph, node, v.INC + "Quantity")
            for name, amount in (("low", value.low), ("high", value.high), ("stated", value.stated)):
                if amount is not None:
                    self._add(graph, node, v.INC + name, number(amount))
            self._texts(graph, node, v.INC + "unit", [value.unit])
            return
        self._is_a(graph, node, v.INC + "Period")
        self._add(graph, node, v.INC + "edtf", plain(value.edtf))
        for name, day in (("earliest", value.earliest), ("latest", value.latest)):
            if day is not None:
                self._add(graph, node, v.INC + name, date(day))
        first, last = value.minutes or (None, None)
        whole = {"minute": value.minute, "firstMinute": first, "lastMinute": last}
        for name, count in (whole | {"zone": value.zone, "weekday": value.weekday}).items():
            if count is not None:
                self._add(graph, node, v.INC + name, number(count))

    # -- claims

    def _claim(self, claim: Claim) -> None:
        graph, node = self.name(claim.account), self.name(claim.id)
        self._is_a(graph, node, v.INC + "Claim")
        self._add(graph, node, v.INC + "account", iri(graph))
        self._add(graph, node, v.INC + "answers", iri(self._issue_of(claim.question)))
        value = self._answer(claim)
        evidence = [self._excerpt(excerpt) for excerpt in claim.evidence]
        self._add(graph, node, v.INC + "evidence", *evidence)
        self._add(graph, node, v.INC + "mainEvidence", *evidence[:1])
        self._add(graph, node, v.INC + "stance", iri(v.INC + claim.stance.value))
        self._add(graph, node, v.INC + "certainty", iri(v.INC + claim.certainty.value))
        self._texts(graph, node, v.INC + "hedge", [claim.hedge])
        self._texts(graph, node, v.INC + "tier", [claim.tier])
        self._texts(graph, node, v.INC + "rule", claim.rules)
        self._texts(graph, node, v.INC + "basis", [claim.basis])
        self._texts(graph, node, v.INC + "moment", [claim.moment])
        self._graded(graph, node, claim)
        self._add(graph, node, v.PROV + "wasGeneratedBy", iri(self.name.run))
        if claim.attributed:
            self._add(graph, node, v.INC + "attributed", truth(True))
        for place, speaker in enumerate(claim.speakers, 1):
            self._speaker(graph, claim, speaker, place)
        if claim.origin:
            self._add(self.name.graph("comparisons"), node, v.INC + "origin", iri(self.name(claim.origin)))
        if claim.yields_to:
            self._add(self.name.graph("comparisons"), node, v.INC + "yieldsTo", iri(self.name(claim.yields_to)))
        if claim.stance is Stance.ASSERTS:
            self._add(graph, self.name.incident, claim.question, value)

    def _graded(self, graph: str, node: str, what: Claim | ComparisonOf) -> None:
        self._add(graph, node, v.INC + "grade", iri(v.INC + what.grade.value))
        self._add(graph, node, v.INC + "way", *(iri(v.INC + way.capitalize()) for way in what.ways))

    def _issue_of(self, question: str) -> str:
        """The issue's node; before there are comparisons it is described here."""
        if question not in self.issue_of:
            node = self.name(issue_id(question))
            self._issue_node(node, question)
            return node
        return self.name(self.issue_of[question])

    def _answer(self, of: Claim) -> Value:
        graph, claim, answer = self.name(of.account), self.name(of.id), of.answer
        value = iri(self._value_node(of))
        if spare_value(answer, self.figures):
            for part in (answer.quantity, answer.period):
                if part is not None:
                    node = self._spare_node(of, part)
                    self._value(graph, node, part)
                    self._add(graph, node, _LABEL, words(answer.label))
                    self._add(graph, claim, v.INC + "normalised", iri(node))
        self._add(graph, claim, v.INC + "value", value)
        self._add(graph, claim, _LABEL, words(answer.label))
        self._add(graph, claim, v.INC + "statedKind", *(iri(kind) for kind in answer.kinds))
        self._texts(graph, claim, v.INC + "attribute", (_attribute(pair) for pair in answer.attributes))
        self._texts(graph, claim, v.INC + "valueBasis", [answer.basis])
        return value

    def _value_node(self, claim: Claim) -> str:
        answer = claim.answer
        if answer.entity or answer.figure:
            return self.name(answer.entity or answer.figure or "")
        if answer.kind:
            return answer.kind
        if answer.polarity is not None:
            node, vocabulary = v.INC + ("Yes" if answer.polarity else "No"), self.name.graph("vocabulary")
            self._is_a(vocabulary, node, v.INC + "Polarity")
            self._add(vocabulary, node, _LABEL, words("yes" if answer.polarity else "no"))
            return node
        spare = answer.quantity or answer.period
        if answer.phrase is None and spare is not None:
            return self._spare_node(claim, spare)
        return self.name.phrase(answer.phrase if answer.phrase is not None else "label:" + answer.label)

    def _spare_node(self, claim: Claim, value: Quantity | Period) -> str:
        whose = (claim.account, claim.answer.label)
        if isinstance(value, Quantity):
            amounts = (value.low, value.high, value.stated)
            parts = (*(None if a is None else number(a).text for a in amounts), value.unit)
            return self.name(make_id("value", *whose, *parts))
        return self.name(make_id("value", *whose, *(str(part) for part in dataclasses.astuple(value))))

    def _phrases(self) -> None:
        """Phrase answers, shared by the accounts that give the same words; of several labels the first by alphabet."""
        labels: dict[str, tuple[str, str | None]] = {}
        for claim in self.incident.claims:
            node, answer = self._value_node(claim), claim.answer
            if node.startswith(self.name("phrase-")):
                labels[node] = min(labels.get(node, (answer.label, answer.phrase)), (answer.label, answer.phrase))
        graph = self.name.graph("entities")
        for node, (label, phrase) in labels.items():
            self._is_a(graph, node, v.INC + "Phrase")
            self._add(graph, node, _LABEL, words(label))
            if phrase is not None:
                self._add(graph, node, v.INC + "folded", plain(phrase))

    def _speaker(self, graph: str, claim: Claim, speaker: Speaker, place: int) -> None:
        entity = self.name(speaker.entity) if speaker.entity else ""
        agent = entity
        if speaker.entity not in self.speaking:
            agent = self.name.speaker(claim.account, speaker.known_as)
            self._is_a(graph, agent, v.INC + "Speaker", v.INC + "Description")
            self._add(graph, agent, _LABEL, words(speaker.known_as))
            self._add(graph, agent, v.INC + "account", iri(graph))
        node = self.name(make_id("attribution", claim.id, place))
        self._add(graph, self.name(claim.id), v.INC + "accordingTo", iri(agent))
        self._add(graph, self.name(claim.id), v.INC + "attribution", iri(node))
        self._is_a(graph, node, v.INC + "Attribution")
        self._add(graph, node, v.INC + "speaker", iri(entity or agent))
        self._add(graph, node, _LABEL, words(speaker.label))
        self._add(graph, node, v.SCHEMA + "position", number(place))
        if speaker.excerpt:
            self._add(graph, node, v.INC + "statedIn", self._excerpt(speaker.excerpt))
        if speaker.whom:
            self._add(graph, node, v.INC + "standsFor", self._excerpt(speaker.whom))

    # -- questions, kinds, issues, readings, comparisons

    def _issue_node(self, node: str, question: str) -> None:
        graph = self.name.graph("comparisons")
        self._is_a(graph, node, v.INC + "Issue")
        self._add(graph, node, v.INC + "question", iri(question))
        self._add(graph, node, v.INC + "incident", iri(self.name.incident))

    def _issue(self, issue: Issue) -> None:
        graph, node = self.name.graph("comparisons"), self.name(issue.id)
        self._issue_node(node, issue.question.iri)
        self._add(graph, node, v.INC + "verdict", iri(v.INC + issue.verdict.value))
        self._add(graph, node, v.INC + "silent", *(iri(self.name(account)) for account in issue.silent))
        self._question(issue.question)

    def _question(self, question: Question) -> None:
        graph, node = self.name.graph("vocabulary"), question.iri
        self._is_a(graph, node, v.INC + "Question")
        self._add(graph, node, _LABEL, words(question.label))
        self._add(graph, node, v.INC + "asks", words(question.text))
        self._texts(graph, node, v.INC + "name", [question.name])
        self._add(graph, node, v.INC + "answerType", iri(f"{v.INC}{question.answer.value}Answer"))
        self._add(graph, node, v.INC + "compareBy", iri(f"{v.INC}By{question.compare_by.value}"))
        self._add(graph, node, v.INC + "oneAnswer", truth(question.one_answer))
        self._add(graph, node, v.INC + "order", number(question.order))
        self._add(graph, node, v.INC + "tolerance", number(question.tolerance))
        self._texts(graph, node, v.INC + "group", [question.group])
        self._texts(graph, node, v.INC + "unit", [question.unit])
        self._texts(graph, node, v.INC + "restsOn", [question.rests_on])
        if question.over_time:
            self._add(graph, node, v.INC + "overTime", iri(v.INC + question.over_time.capitalize()))
        self._texts(graph, node, v.INC + "profile", [question.profile])
        self._add(graph, node, v.INC + "answerClass", *(iri(v.INC + name) for name in question.answer_classes))
        self._add(graph, node, v.INC + "answerKind", *(iri(kind) for kind in question.answer_kinds))

    def _kind(self, kind: Kind) -> None:
        graph, node = self.name.graph("vocabulary"), kind.iri
        self._is_a(graph, node, v.INC + "Kind")
        self._add(graph, node, v.SKOS + "prefLabel", words(kind.label))
        self._add(graph, node, v.SKOS + "altLabel", *(words(label) for label in kind.labels))
        self._add(graph, node, v.INC + "wider", *(iri(wider) for wider in kind.wider))
        self._add(graph, node, v.INC + "excludes", *(iri(other) for other in kind.disjoint))

    def _reading(self, reading: Reading) -> None:
        graph, node = self.name.graph("comparisons"), self.name(reading.id)
        self._is_a(graph, node, v.INC + "Reading")
        self._add(graph, node, v.INC + "ofIssue", iri(self.name(reading.issue)))
        self._add(graph, node, _LABEL, words(reading.label))
        self._add(graph, node, v.INC + "claim", *(iri(self.name(claim)) for claim in reading.claims))
        self._add(graph, node, v.INC + "witness", *(iri(self.name(account)) for account in reading.witnesses))
        self._add(graph, node, v.INC + "witnesses", number(len(reading.witnesses)))
        letters = (self.accounts[w].letter or w for w in reading.witnesses if w in self.accounts)
        self._texts(graph, node, v.INC + "letters", [" ".join(letters)])
        self._add(graph, node, v.INC + "independentWitnesses", number(reading.independent_witnesses))

    def _comparison(self, comparison: ComparisonOf) -> None:
        graph, node = self.name.graph("comparisons"), self.name(comparison.id)
        self._is_a(graph, node, v.INC + "Comparison")
        self._add(graph, node, v.INC + "ofIssue", iri(self.name(comparison.issue)))
        self._add(graph, node, v.INC + "left", iri(self.name(comparison.left)))
        self._add(graph, node, v.INC + "right", iri(self.name(comparison.right)))
        self._add(graph, node, v.INC + "verdict", iri(v.INC + comparison.verdict.value))
        self._texts(graph, node, v.INC + "restsOn", [comparison.rests_on])
        if comparison.weak:
            self._add(graph, node, v.INC + "weak", truth(True))
        self._graded(graph, node, comparison)
        self._texts(graph, node, v.INC + "reason", [comparison.reason])
        self._texts(graph, node, v.INC + "because", [comparison.because])
        self._texts(graph, node, v.INC + "reconciliation", [comparison.reconciliation])
        if comparison.rank:
            self._add(graph, node, v.INC + "rank", number(comparison.rank))


def _attribute(pair: tuple[str, str]) -> str:
    return "=".join(pair)
