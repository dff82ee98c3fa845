"""The one graph of an incident, which is drawn, exported and asked: sources, accounts, answers, and typed edges."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from incident_graph.comparison import reading_grade, reading_ways
from incident_graph.model import Claim, Comparison, Incident, Issue, Reading, Speaker
from incident_graph.model.ids import make_id
from incident_graph.network.edges import OF_VERDICT
from incident_graph.network.lookup import Lookup
from incident_graph.network.marks import AGAINST, MARKS, firmest, firmness

if TYPE_CHECKING:
    import networkx as nx

INCIDENT = "incident"


def network_graph(incident: Incident) -> "nx.MultiDiGraph[str]":
    """Everything about an incident as one graph with typed nodes and edges.

    Nodes are named by their ids, the local parts of their IRIs. They have ``kind`` (a key of ``NODE_KINDS``),
    ``label`` and ``iri`` (``""`` for incidents without a base), and by kind:

    * ``account``: ``letter``, ``publisher``, ``claims`` (count);
    * ``source``: ``sort`` (entity class, ``""`` for who is only described), ``said`` (as accounts write the name),
      ``letters`` (of the accounts that pass on its word), ``claims``;
    * ``question``: ``verdict`` (a key of ``MARKS``), ``glyph``, ``rank`` (0 is what matters most);
    * ``answer``: ``issue`` (id of its question), ``number`` (from 1), ``letters``, ``independent``, ``firmness``,
      ``grade``, ``ways``;
    * ``entity``: ``sort``, ``letters``.

    Edges have ``kind`` (a key of ``EDGE_KINDS``) and a key that no other edge has. One that is an ``inc:Comparison``
    has its id as its key, and ``iri``, ``verdict``, ``glyph``, ``grade``, ``reason``, ``because``, ``reconciliation``,
    ``rests_on``, ``ways``, ``weak`` and ``within`` (the letter of the account that holds both answers and nobody else
    does; ``""`` else). ``says`` has ``letters``, ``firmness`` and ``claims`` (ids); ``accordingTo`` ``letters`` and
    ``claims``; ``reliesOn`` ``claims``; ``relation`` ``label``, ``question`` (IRI), ``issue``, ``verdict``,
    ``letters``, ``against`` (accounts that deny it or see no evidence) and ``firmness``.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    lookup = Lookup(incident)
    _node(graph, incident, INCIDENT, "incident", incident.title.strip() or "Untitled incident")
    _add_accounts(graph, lookup)
    for rank, issue in enumerate(lookup.issues()):
        _add_question(graph, lookup, issue, rank)
    _add_sources(graph, lookup)
    _add_relations(graph, lookup)
    return graph


def source_id(claim: Claim, speaker: Speaker) -> str:
    """The id of who says a claim: that of the entity, or that of a speaker who belongs to the claim's account."""
    return speaker.entity or make_id("speaker", claim.account, " ".join(speaker.known_as.casefold().split()))


def _node(graph: "nx.MultiDiGraph[str]", incident: Incident, name: str, kind: str, label: str, **more: Any) -> None:
    graph.add_node(name, kind=kind, label=label, iri=incident.base + name if incident.base else "", **more)


def _edge(graph: "nx.MultiDiGraph[str]", kind: str, one: str, other: str, **more: Any) -> None:
    graph.add_edge(one, other, key=make_id(kind, one, other, str(more.get("question", ""))), kind=kind, **more)


def _letters(lookup: Lookup, accounts: Iterable[str]) -> list[str]:
    known = sorted({a for a in accounts if a in lookup.account}, key=lookup.number.__getitem__)
    return [lookup.letter(a) for a in known]


def _add_accounts(graph: "nx.MultiDiGraph[str]", lookup: Lookup) -> None:
    incident = lookup.incident
    for account in incident.accounts:
        label = account.title or account.publisher or account.file_name
        said = sum(claim.account == account.id for claim in incident.claims)
        own = {"letter": lookup.letter(account.id), "publisher": account.publisher or "", "claims": said}
        _node(graph, incident, account.id, "account", label, **own)
    for kind, pairs in (("credits", incident.credits), ("reuses", incident.reuses)):
        for one, other in pairs:
            if one in lookup.account and other in lookup.account:
                _edge(graph, kind, one, other)


def _add_question(graph: "nx.MultiDiGraph[str]", lookup: Lookup, issue: Issue, rank: int) -> None:
    incident, mark = lookup.incident, MARKS[issue.verdict]
    shown = {"verdict": mark.key, "glyph": mark.glyph, "rank": rank}
    _node(graph, incident, issue.id, "question", issue.question.label, **shown)
    for number, reading in enumerate(lookup.readings(issue), 1):
        _add_answer(graph, lookup, issue, reading, number)
    held = {r.id: set(r.witnesses) & set(lookup.account) for r in lookup.readings(issue)}
    for comparison in lookup.comparisons(issue):
        if comparison.verdict in OF_VERDICT and comparison.left in held and comparison.right in held:
            both = held[comparison.left] | held[comparison.right]
            within = lookup.letter(next(iter(both))) if len(both) == 1 else ""
            _add_comparison(graph, incident, comparison, within)


def _add_answer(graph: "nx.MultiDiGraph[str]", lookup: Lookup, issue: Issue, reading: Reading, number: int) -> None:
    claims = lookup.claims(reading)
    _node(
        graph,
        lookup.incident,
        reading.id,
        "answer",
        reading.label,
        issue=issue.id,
        number=number,
        letters=lookup.witnesses(reading),
        independent=reading.independent_witnesses,
        firmness=firmest(map(firmness, claims)),
        grade=reading_grade(claims).value.lower(),
        ways=list(reading_ways(claims)),
    )
    _edge(graph, "answers", reading.id, issue.id)
    for account in sorted(set(reading.witnesses) & set(lookup.account), key=lookup.number.__getitem__):
        own = [c for c in claims if c.account == account]
        said = {"firmness": firmest(map(firmness, own)), "claims": [c.id for c in own]}
        _edge(graph, "says", account, reading.id, letters=[lookup.letter(account)], **said)


def _add_comparison(graph: "nx.MultiDiGraph[str]", incident: Incident, comparison: Comparison, within: str) -> None:
    mark = MARKS[comparison.verdict]
    graph.add_edge(
        comparison.left,
        comparison.right,
        key=comparison.id,
        kind=OF_VERDICT[comparison.verdict],
        iri=incident.base + comparison.id if incident.base else "",
        verdict=mark.key,
        glyph=mark.glyph,
        grade=comparison.grade.value.lower(),
        reason=comparison.reason,
        because=comparison.because,
        reconciliation=comparison.reconciliation,
        rests_on=comparison.rests_on,
        ways=list(comparison.ways),
        weak=comparison.weak,
        within=within,
    )


def _add_sources(graph: "nx.MultiDiGraph[str]", lookup: Lookup) -> None:
    """Who is said to say what: each source once, named ones across accounts."""
    holding: dict[str, list[str]] = {}
    for reading in lookup.incident.readings:
        for claim_id in reading.claims if reading.id in graph else ():
            holding.setdefault(claim_id, []).append(reading.id)
    spoken: dict[str, list[tuple[Claim, Speaker]]] = {}
    for claim in lookup.incident.claims:
        for speaker in claim.speakers if claim.account in lookup.account else ():
            spoken.setdefault(source_id(claim, speaker), []).append((claim, speaker))
    for source, pairs in spoken.items():
        _add_source(graph, lookup, source, pairs)
        accounts: dict[str, set[str]] = {}
        answers: dict[str, dict[str, str]] = {}
        for claim, _ in pairs:
            accounts.setdefault(claim.account, set()).add(claim.id)
            for reading_id in holding.get(claim.id, ()):
                answers.setdefault(reading_id, {})[claim.id] = claim.account
        for account, claims in accounts.items():
            _edge(graph, "reliesOn", account, source, claims=sorted(claims))
        for reading_id, said in answers.items():
            _edge(
                graph,
                "accordingTo",
                reading_id,
                source,
                letters=_letters(lookup, said.values()),
                claims=sorted(said),
            )


def _add_source(graph: "nx.MultiDiGraph[str]", lookup: Lookup, source: str, pairs: list[tuple[Claim, Speaker]]) -> None:
    entity = lookup.entity.get(source)
    _node(
        graph,
        lookup.incident,
        source,
        "source",
        entity.label if entity else pairs[0][1].shown,
        sort=entity.kind if entity and entity.named else "",
        said=sorted({speaker.shown for _, speaker in pairs}),
        letters=_letters(lookup, (claim.account for claim, _ in pairs)),
        claims=len({claim.id for claim, _ in pairs}),
    )


def _add_relations(graph: "nx.MultiDiGraph[str]", lookup: Lookup) -> None:
    """The entities that answer a question: what they are to the incident is what the question asks for."""
    issues = {i.question.iri: i for i in lookup.issues()}
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in lookup.incident.claims:
        entity = claim.answer.entity
        if entity in lookup.entity and entity and claim.question in issues and claim.account in lookup.account:
            found.setdefault((claim.question, entity), []).append(claim)
    for (question, entity), claims in sorted(found.items()):
        issue, known = issues[question], lookup.entity[entity]
        if entity not in graph:
            naming = _letters(lookup, (m.account for m in known.mentions))
            _node(graph, lookup.incident, entity, "entity", known.label, sort=known.kind, letters=naming)
        said = [firmness(c) for c in claims]
        _edge(
            graph,
            "relation",
            INCIDENT,
            entity,
            label=issue.question.label,
            question=question,
            issue=issue.id,
            verdict=MARKS[issue.verdict].key,
            letters=_letters(lookup, (c.account for c, s in zip(claims, said, strict=True) if s not in AGAINST)),
            against=_letters(lookup, (c.account for c, s in zip(claims, said, strict=True) if s in AGAINST)),
            firmness=firmest(said),
        )


def edges_of(graph: "nx.MultiDiGraph[str]", *kinds: str) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The edges of these types, in the order in which they were added: from, to, key and attributes.

    >>> from incident_graph.accounts import Account
    >>> accounts = Account("a" * 64, "a.txt", "Fire.", "A"), Account("b" * 64, "b.txt", "Fire!", "B")
    >>> told = Incident("Fire", "", accounts, credits=((accounts[1].id, accounts[0].id),))
    >>> [(one[-4:], data["kind"], other[-4:]) for one, other, _, data in edges_of(network_graph(told), "credits")]
    [('bbbb', 'credits', 'aaaa')]
    >>> edges_of(network_graph(told), "reuses")
    []
    """
    return [(u, v, k, d) for u, v, k, d in graph.edges(keys=True, data=True) if d["kind"] in kinds]
