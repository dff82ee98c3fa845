"""An incident as quads: the RDF contract, written."""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

import incident_graph
from incident_graph import vocabulary as v
from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Claim, Entity, Figure, Incident, Issue, Reading, Speaker, Stance
from incident_graph.model import Comparison as ComparisonOf
from incident_graph.model.ids import make_id
from incident_graph.profile import Kind, Question
from incident_graph.rdf.canonical import canonical, spare_value
from incident_graph.rdf.collecting import Collector, Graphs, rows
from incident_graph.rdf.names import Names, issue_id
from incident_graph.rdf.terms import Value, date, iri, number, plain, to_quads, truth, words
from incident_graph.values import Period, Quantity

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: Code points of context kept on either side of a quotation.
CONTEXT = 32

_LABEL = v.RDFS + "label"


def write_quads(incident: Incident, *, texts: bool = True) -> "Iterator[Quad]":
    """The quads of ``incident``, sorted, without blank nodes: the same incident gives the same quads.

    One named graph an account (its claims, mentions, figures and excerpts, and the plain triples it asserts), and
    ``graph/accounts`` (metadata and the run), ``graph/entities``, ``graph/vocabulary`` (the questions and kinds used)
    and ``graph/comparisons``. No triple but the plain ones stands in two graphs. ``texts=False`` leaves the accounts'
    texts out: what quotes them stays.
    """
    return to_quads(rows(collect(incident, texts=texts)))


def collect(incident: Incident, *, texts: bool = True) -> Graphs:
    """What the graphs of ``incident`` say, in no order: see ``write_quads``."""
    return _Writer(canonical(incident), texts).collect()


class _Writer(Collector):
    """Collects what is said of one incident."""

    def __init__(self, incident: Incident, texts: bool) -> None:
        super().__init__()
        self.incident = incident
        self.texts = texts
        self.name = Names(incident.base)
        self.accounts = {a.id: a for a in incident.accounts}
        self.figures = {f.id: f for f in incident.figures}
        self.issue_of = {i.question.iri: i.id for i in incident.issues}
        self.speaking = {e.id for e in incident.entities if e.kind in v.SPEAKING_CLASSES or not e.named}
        self.excerpts: dict[Excerpt, Value] = {}

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
                self.add(self.name.graph("comparisons"), self.name(one), v.INC + name, iri(self.name(other)))
        return self.graphs

    # -- the incident, the run, the accounts

    def _incident(self) -> None:
        graph, node, run = self.name.graph("accounts"), self.name.incident, self.name.run
        self.is_a(graph, node, v.INC + "Incident")
        self.add(graph, node, v.DCTERMS + "title", plain(self.incident.title))
        self.is_a(graph, run, v.PROV + "Activity", v.INC + "Run")
        self.add_texts(graph, run, v.INC + "profile", self.incident.profiles)
        self.add_texts(graph, run, v.INC + "rejected", self.incident.rejected)
        self.add(graph, run, v.PROV + "used", *(iri(self.name(a.id)) for a in self.incident.accounts))
        software = self.name("software")
        self.add(graph, run, v.PROV + "wasAssociatedWith", iri(software))
        self.is_a(graph, software, v.PROV + "SoftwareAgent")
        self.add(graph, software, _LABEL, words("incident-graph"))
        self.add(graph, software, v.SCHEMA + "softwareVersion", plain(incident_graph.__version__))

    def _account(self, account: Account) -> None:
        graph, node = self.name.graph("accounts"), self.name(account.id)
        self.is_a(graph, node, v.INC + "Account", v.SCHEMA + "NewsArticle")
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
            self.add_texts(graph, node, predicate, [text])
        self.add_texts(graph, node, v.INC + "warning", account.warnings)
        self.add(graph, node, v.INC + "bodyStart", number(account.body_start))
        if account.issued:
            self.add(graph, node, v.DCTERMS + "issued", date(account.issued))
        if account.derived_from_sha256 or account.derived_from_file:
            source = self.name(make_id("source", account.derived_from_sha256, account.derived_from_file))
            self.add(graph, node, v.PROV + "wasDerivedFrom", iri(source))
            self.is_a(graph, source, v.PROV + "Entity")
            self.add_texts(graph, source, v.SCHEMA + "sha256", [account.derived_from_sha256])
            self.add_texts(graph, source, v.INC + "fileName", [account.derived_from_file])

    def _excerpt(self, excerpt: Excerpt) -> Value:
        """The excerpt's node, described once in its account's graph."""
        known = self.excerpts.get(excerpt)
        if known is None:
            known = self.excerpts[excerpt] = self._describe(excerpt)
        return known

    def _describe(self, excerpt: Excerpt) -> Value:
        graph, node, selector = self.name(excerpt.account), self.name.excerpt(excerpt), self.name.selector(excerpt)
        self.is_a(graph, node, v.OA + "SpecificResource")
        self.add(graph, node, v.OA + "hasSource", iri(graph))
        self.add(graph, node, v.OA + "hasSelector", iri(selector))
        self.is_a(graph, selector, v.OA + "TextPositionSelector", v.OA + "TextQuoteSelector")
        self.add(graph, selector, v.OA + "start", number(excerpt.start))
        self.add(graph, selector, v.OA + "end", number(excerpt.end))
        self.add(graph, selector, v.OA + "exact", plain(excerpt.text))
        account = self.accounts.get(excerpt.account)
        if account and account.text:
            before = account.text[max(0, excerpt.start - CONTEXT) : excerpt.start]
            self.add(graph, selector, v.OA + "prefix", plain(before))
            self.add(graph, selector, v.OA + "suffix", plain(account.text[excerpt.end : excerpt.end + CONTEXT]))
        return iri(node)

    # -- entities and figures

    def _entity(self, entity: Entity) -> None:
        graph, node = self.name.graph("entities"), self.name(entity.id)
        self.is_a(graph, node, v.INC + (entity.kind or "Entity"))
        if entity.named:
            self.add(graph, node, v.SKOS + "prefLabel", words(entity.label))
        else:
            self.is_a(graph, node, v.INC + "Description")
            self.add(graph, node, _LABEL, words(entity.label))
        self.add(graph, node, v.SKOS + "altLabel", *(words(label) for label in entity.alt_labels))
        self.add(graph, node, v.INC + "statedKind", *(iri(kind) for kind in entity.kinds))
        self.add_texts(graph, node, v.INC + "attribute", (_attribute(pair) for pair in entity.attributes))
        self.add_texts(graph, node, v.INC + "tier", [entity.tier])
        self.add_texts(graph, node, v.INC + "rule", entity.rules)
        for mention in entity.mentions:
            self.add(self.name(mention.account), node, v.INC + "mentionedIn", self._excerpt(mention))
        for merge in entity.merges:
            own = self.name(merge.account)
            merged = self.name(make_id("merge", entity.id, merge.account, merge.surface, merge.reason))
            self.add(own, node, v.INC + "merge", iri(merged))
            self.is_a(own, merged, v.INC + "Merge")
            self.add(own, merged, v.INC + "account", iri(own))
            self.add(own, merged, v.INC + "surface", plain(merge.surface))
            self.add(own, merged, v.INC + "reason", plain(merge.reason))

    def _figure(self, figure: Figure) -> None:
        graph, node = self.name(figure.excerpt.account), self.name(figure.id)
        self._value(graph, node, figure.value)
        self.add(graph, node, _LABEL, words(figure.excerpt.text))
        self.add(graph, node, v.INC + "statedIn", self._excerpt(figure.excerpt))
        self.add_texts(graph, node, v.INC + "measures", [figure.measures])
        self.add_texts(graph, node, v.INC + "noun", [figure.noun])
        self.add_texts(graph, node, v.INC + "role", [figure.role])
        self.add_texts(graph, node, v.INC + "rule", figure.rules)
        if figure.subset_of:
            self.add(graph, node, v.INC + "subsetOf", iri(self.name(figure.subset_of)))

    def _value(self, graph: str, node: str, value: Quantity | Period) -> None:
        if isinstance(value, Quantity):
            self.is_a(graph, node, v.INC + "Quantity")
            for name, amount in (("low", value.low), ("high", value.high), ("stated", value.stated)):
                if amount is not None:
                    self.add(graph, node, v.INC + name, number(amount))
            self.add_texts(graph, node, v.INC + "unit", [value.unit])
            return
        self.is_a(graph, node, v.INC + "Period")
        self.add(graph, node, v.INC + "edtf", plain(value.edtf))
        for name, day in (("earliest", value.earliest), ("latest", value.latest)):
            if day is not None:
                self.add(graph, node, v.INC + name, date(day))
        first, last = value.minutes or (None, None)
        whole = {"minute": value.minute, "firstMinute": first, "lastMinute": last, "otherMinute": value.other_minute}
        for name, count in (whole | {"zone": value.zone, "weekday": value.weekday}).items():
            if count is not None:
                self.add(graph, node, v.INC + name, number(count))

    # -- claims

    def _claim(self, claim: Claim) -> None:
        graph, node = self.name(claim.account), self.name(claim.id)
        self.is_a(graph, node, v.INC + "Claim")
        self.add(graph, node, v.INC + "account", iri(graph))
        self.add(graph, node, v.INC + "answers", iri(self._issue_of(claim.question)))
        value = self._answer(claim)
        evidence = [self._excerpt(excerpt) for excerpt in claim.evidence]
        self.add(graph, node, v.INC + "evidence", *evidence)
        self.add(graph, node, v.INC + "mainEvidence", *evidence[:1])
        self.add(graph, node, v.INC + "stance", iri(v.INC + claim.stance.value))
        self.add(graph, node, v.INC + "certainty", iri(v.INC + claim.certainty.value))
        self.add_texts(graph, node, v.INC + "hedge", [claim.hedge])
        self.add_texts(graph, node, v.INC + "tier", [claim.tier])
        self.add_texts(graph, node, v.INC + "rule", claim.rules)
        self.add_texts(graph, node, v.INC + "basis", [claim.basis])
        self.add_texts(graph, node, v.INC + "moment", [claim.moment])
        self._graded(graph, node, claim)
        self.add(graph, node, v.PROV + "wasGeneratedBy", iri(self.name.run))
        if claim.attributed:
            self.add(graph, node, v.INC + "attributed", truth(True))
        for place, speaker in enumerate(claim.speakers, 1):
            self._speaker(graph, claim, speaker, place)
        if claim.origin:
            self.add(self.name.graph("comparisons"), node, v.INC + "origin", iri(self.name(claim.origin)))
        if claim.yields_to:
            self.add(self.name.graph("comparisons"), node, v.INC + "yieldsTo", iri(self.name(claim.yields_to)))
        if claim.stance is Stance.ASSERTS:
            self.add(graph, self.name.incident, claim.question, value)

    def _graded(self, graph: str, node: str, what: Claim | ComparisonOf) -> None:
        self.add(graph, node, v.INC + "grade", iri(v.INC + what.grade.value))
        self.add(graph, node, v.INC + "way", *(iri(v.INC + way.capitalize()) for way in what.ways))

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
                    self.add(graph, node, _LABEL, words(answer.label))
                    self.add(graph, claim, v.INC + "normalised", iri(node))
        self.add(graph, claim, v.INC + "value", value)
        self.add(graph, claim, _LABEL, words(answer.label))
        self.add(graph, claim, v.INC + "statedKind", *(iri(kind) for kind in answer.kinds))
        self.add_texts(graph, claim, v.INC + "attribute", (_attribute(pair) for pair in answer.attributes))
        self.add_texts(graph, claim, v.INC + "valueBasis", [answer.basis])
        return value

    def _value_node(self, claim: Claim) -> str:
        answer = claim.answer
        if answer.entity or answer.figure:
            return self.name(answer.entity or answer.figure or "")
        if answer.kind:
            return answer.kind
        if answer.polarity is not None:
            node, vocabulary = v.INC + ("Yes" if answer.polarity else "No"), self.name.graph("vocabulary")
            self.is_a(vocabulary, node, v.INC + "Polarity")
            self.add(vocabulary, node, _LABEL, words("yes" if answer.polarity else "no"))
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
            self.is_a(graph, node, v.INC + "Phrase")
            self.add(graph, node, _LABEL, words(label))
            if phrase is not None:
                self.add(graph, node, v.INC + "folded", plain(phrase))

    def _speaker(self, graph: str, claim: Claim, speaker: Speaker, place: int) -> None:
        entity = self.name(speaker.entity) if speaker.entity else ""
        agent = entity
        if speaker.entity not in self.speaking:
            agent = self.name.speaker(claim.account, speaker.known_as)
            self.is_a(graph, agent, v.INC + "Speaker", v.INC + "Description")
            self.add(graph, agent, _LABEL, words(speaker.known_as))
            self.add(graph, agent, v.INC + "account", iri(graph))
        node = self.name(make_id("attribution", claim.id, place))
        self.add(graph, self.name(claim.id), v.INC + "accordingTo", iri(agent))
        self.add(graph, self.name(claim.id), v.INC + "attribution", iri(node))
        self.is_a(graph, node, v.INC + "Attribution")
        self.add(graph, node, v.INC + "speaker", iri(entity or agent))
        self.add(graph, node, _LABEL, words(speaker.label))
        self.add(graph, node, v.SCHEMA + "position", number(place))
        if speaker.excerpt:
            self.add(graph, node, v.INC + "statedIn", self._excerpt(speaker.excerpt))
        if speaker.whom:
            self.add(graph, node, v.INC + "standsFor", self._excerpt(speaker.whom))

    # -- questions, kinds, issues, readings, comparisons

    def _issue_node(self, node: str, question: str) -> None:
        graph = self.name.graph("comparisons")
        self.is_a(graph, node, v.INC + "Issue")
        self.add(graph, node, v.INC + "question", iri(question))
        self.add(graph, node, v.INC + "incident", iri(self.name.incident))

    def _issue(self, issue: Issue) -> None:
        graph, node = self.name.graph("comparisons"), self.name(issue.id)
        self._issue_node(node, issue.question.iri)
        self.add(graph, node, v.INC + "verdict", iri(v.INC + issue.verdict.value))
        self.add(graph, node, v.INC + "silent", *(iri(self.name(account)) for account in issue.silent))
        self._question(issue.question)

    def _question(self, question: Question) -> None:
        graph, node = self.name.graph("vocabulary"), question.iri
        self.is_a(graph, node, v.INC + "Question")
        self.add(graph, node, _LABEL, words(question.label))
        self.add(graph, node, v.INC + "asks", words(question.text))
        self.add_texts(graph, node, v.INC + "name", [question.name])
        self.add(graph, node, v.INC + "answerType", iri(f"{v.INC}{question.answer.value}Answer"))
        self.add(graph, node, v.INC + "compareBy", iri(f"{v.INC}By{question.compare_by.value}"))
        self.add(graph, node, v.INC + "oneAnswer", truth(question.one_answer))
        self.add(graph, node, v.INC + "order", number(question.order))
        self.add(graph, node, v.INC + "tolerance", number(question.tolerance))
        self.add_texts(graph, node, v.INC + "group", [question.group])
        self.add_texts(graph, node, v.INC + "unit", [question.unit])
        self.add_texts(graph, node, v.INC + "restsOn", [question.rests_on])
        if question.over_time:
            self.add(graph, node, v.INC + "overTime", iri(v.INC + question.over_time.capitalize()))
        self.add_texts(graph, node, v.INC + "profile", [question.profile])
        self.add(graph, node, v.INC + "answerClass", *(iri(v.INC + name) for name in question.answer_classes))
        self.add(graph, node, v.INC + "answerKind", *(iri(kind) for kind in question.answer_kinds))

    def _kind(self, kind: Kind) -> None:
        graph, node = self.name.graph("vocabulary"), kind.iri
        self.is_a(graph, node, v.INC + "Kind")
        self.add(graph, node, v.SKOS + "prefLabel", words(kind.label))
        self.add(graph, node, v.SKOS + "altLabel", *(words(label) for label in kind.labels))
        self.add(graph, node, v.INC + "wider", *(iri(wider) for wider in kind.wider))
        self.add(graph, node, v.INC + "excludes", *(iri(other) for other in kind.disjoint))

    def _reading(self, reading: Reading) -> None:
        graph, node = self.name.graph("comparisons"), self.name(reading.id)
        self.is_a(graph, node, v.INC + "Reading")
        self.add(graph, node, v.INC + "ofIssue", iri(self.name(reading.issue)))
        self.add(graph, node, _LABEL, words(reading.label))
        self.add(graph, node, v.INC + "claim", *(iri(self.name(claim)) for claim in reading.claims))
        self.add(graph, node, v.INC + "witness", *(iri(self.name(account)) for account in reading.witnesses))
        self.add(graph, node, v.INC + "witnesses", number(len(reading.witnesses)))
        letters = (self.accounts[w].letter or w for w in reading.witnesses if w in self.accounts)
        self.add_texts(graph, node, v.INC + "letters", [" ".join(letters)])
        self.add(graph, node, v.INC + "independentWitnesses", number(reading.independent_witnesses))

    def _comparison(self, comparison: ComparisonOf) -> None:
        graph, node = self.name.graph("comparisons"), self.name(comparison.id)
        self.is_a(graph, node, v.INC + "Comparison")
        self.add(graph, node, v.INC + "ofIssue", iri(self.name(comparison.issue)))
        self.add(graph, node, v.INC + "left", iri(self.name(comparison.left)))
        self.add(graph, node, v.INC + "right", iri(self.name(comparison.right)))
        self.add(graph, node, v.INC + "verdict", iri(v.INC + comparison.verdict.value))
        self.add_texts(graph, node, v.INC + "restsOn", [comparison.rests_on])
        if comparison.weak:
            self.add(graph, node, v.INC + "weak", truth(True))
        self._graded(graph, node, comparison)
        self.add_texts(graph, node, v.INC + "reason", [comparison.reason])
        self.add_texts(graph, node, v.INC + "because", [comparison.because])
        self.add_texts(graph, node, v.INC + "reconciliation", [comparison.reconciliation])
        if comparison.rank:
            self.add(graph, node, v.INC + "rank", number(comparison.rank))


def _attribute(pair: tuple[str, str]) -> str:
    return "=".join(pair)
