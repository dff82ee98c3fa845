"""Who and what is named with whom: entities and figures, linked by what accounts say and by shared sentences."""

import re
from itertools import combinations
from typing import TYPE_CHECKING

from incident_graph.accounts import Account
from incident_graph.model import Claim, Entity, Incident, Verdict
from incident_graph.network.graph import INCIDENT
from incident_graph.network.lookup import Lookup
from incident_graph.network.marks import AGAINST, MARKS, firmest, firmness

if TYPE_CHECKING:
    import networkx as nx

_SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*\s+|[。！？]|\n+""")


def entity_graph(
    incident: Incident, *, most_entities: int = 120, most_links: int = 260, most_figures: int = 40
) -> "nx.Graph[str]":
    """Entities and figures that accounts name, and how they are linked.

    Nodes have ``kind`` (an entity class, ``""``, ``Figure`` or ``incident``), ``label``, ``letters`` (accounts that
    name it), ``mentions`` (count); a figure is a reading, labelled with its question, and has its
    ``issue`` (id) and ``number`` there. Edges have
    ``kind``, ``label``, ``letters``, ``verdict`` (a key of ``MARKS``, ``""`` where nothing is compared), ``firmness``
    and ``issue`` (id, or ``""``):

    * ``answer``: incident to entity or figure, because it answers a question ("Where it was offered"); ``against``
      holds the letters of the accounts that deny it or see no evidence for it, ``letters`` those of the others;
    * ``attributed``: a speaker to the entity it is said to speak of;
    * ``together``: two entities that at least one account names in the same sentence; ``sentences`` holds the first of
      each of these accounts, ``lines`` where it begins. The verdict is ``agrees`` when several do.

    At most ``most_entities`` are kept, those of most accounts, claims and mentions first, ``most_figures``, those of
    the questions that matter most, and ``most_links`` links, claims before shared sentences; the graph's attribute
    ``left_out`` counts the entities and figures that are not in it.
    """
    import networkx as nx

    lookup = Lookup(incident)
    answering = _answering(incident, lookup)
    spoken = {s.entity for c in incident.claims for s in c.speakers if s.entity}
    weight = {
        e.id: (
            e.id in answering or e.id in spoken,
            len({m.account for m in e.mentions}),
            e.named,
            len(e.mentions),
        )
        for e in incident.entities
    }
    ranked = sorted(incident.entities, key=lambda e: (*(-int(n) for n in weight[e.id]), e.id))
    kept = ranked[:most_entities]
    graph: nx.Graph[str] = nx.Graph(left_out=len(ranked) - len(kept))
    graph.add_node(
        INCIDENT, kind="incident", label=incident.title.strip() or "Untitled incident", letters=[], mentions=0
    )
    for entity in kept:
        who = sorted({m.account for m in entity.mentions if m.account in lookup.account}, key=lookup.number.__getitem__)
        graph.add_node(
            entity.id,
            kind=entity.kind,
            label=entity.label,
            letters=[lookup.letter(a) for a in who],
            mentions=len(entity.mentions),
        )
    _add_answers(graph, lookup, answering)
    _add_figures(graph, lookup, most_figures)
    _add_speakers(graph, lookup)
    _add_shared_sentences(graph, lookup, kept, most_links)
    return graph


def _answering(incident: Incident, lookup: Lookup) -> dict[str, list[Claim]]:
    """Claims by the entity that is their answer."""
    out: dict[str, list[Claim]] = {}
    for claim in incident.claims:
        if claim.answer.entity in lookup.entity and claim.answer.entity:
            out.setdefault(claim.answer.entity, []).append(claim)
    return out


def _letters(lookup: Lookup, accounts: set[str]) -> list[str]:
    return [lookup.letter(a) for a in sorted(accounts & set(lookup.account), key=lookup.number.__getitem__)]


def _add_answers(graph: "nx.Graph[str]", lookup: Lookup, answering: dict[str, list[Claim]]) -> None:
    issues = {i.question.iri: (rank, i) for rank, i in enumerate(lookup.issues())}
    for entity, claims in answering.items():
        found = [c for c in claims if c.question in issues]
        if entity not in graph or not found:
            continue
        questions = sorted({c.question for c in found}, key=lambda q: issues[q][0])
        issue = issues[questions[0]][1]  # what matters most gives the edge its look
        graph.add_edge(
            INCIDENT,
            entity,
            kind="answer",
            label="; ".join(issues[q][1].question.label for q in questions),
            letters=_letters(lookup, {c.account for c in found if firmness(c) not in AGAINST}),
            against=_letters(lookup, {c.account for c in found if firmness(c) in AGAINST}),
            verdict=MARKS[issue.verdict].key,
            firmness=firmest(firmness(c) for c in found if c.question == issue.question.iri),
            issue=issue.id,
        )


def _add_figures(graph: "nx.Graph[str]", lookup: Lookup, most: int) -> None:
    """The readings that are quantities or periods, as nodes linked to the incident by their question."""
    drawn = 0
    for issue in lookup.issues():
        for number, reading in enumerate(lookup.readings(issue), 1):
            claims = lookup.claims(reading)
            if not any(c.answer.quantity or c.answer.period for c in claims):
                continue
            if drawn == most:
                graph.graph["left_out"] += 1
                continue
            drawn += 1
            graph.add_node(
                reading.id,
                kind="Figure",
                label=f"{issue.question.label}: {reading.label}",
                letters=lookup.witnesses(reading),
                mentions=len(claims),
                issue=issue.id,
                number=number,
            )
            graph.add_edge(
                INCIDENT,
                reading.id,
                kind="answer",
                label=issue.question.label,
                letters=_letters(lookup, {c.account for c in claims if firmness(c) not in AGAINST}),
                against=_letters(lookup, {c.account for c in claims if firmness(c) in AGAINST}),
                verdict=MARKS[issue.verdict].key,
                firmness=firmest(firmness(c) for c in claims),
                issue=issue.id,
            )


def _add_speakers(graph: "nx.Graph[str]", lookup: Lookup) -> None:
    issues = {i.question.iri: i for i in lookup.issues()}
    pairs: dict[tuple[str, str], list[Claim]] = {}
    for claim in lookup.incident.claims:
        for speaker in claim.speakers:
            target = claim.answer.entity or INCIDENT
            if speaker.entity in graph and target in graph and speaker.entity and speaker.entity != target:
                pairs.setdefault((speaker.entity, target), []).append(claim)
    for (speaker_id, target), claims in sorted(pairs.items()):
        if graph.has_edge(speaker_id, target):
            continue
        labels = sorted({issues[c.question].question.label for c in claims if c.question in issues})
        issue = next((issues[c.question] for c in claims if c.question in issues), None)
        graph.add_edge(
            speaker_id,
            target,
            kind="attributed",
            label="speaks of: " + "; ".join(labels),
            letters=_letters(lookup, {c.account for c in claims}),
            verdict=MARKS[issue.verdict].key if issue else "",
            firmness="attributed",
            issue=issue.id if issue else "",
        )


def _sentences(account: Account, offsets: list[int]) -> dict[int, tuple[int, int]]:
    """Start and end of the sentence of the account in which each offset stands."""
    ends = [m.end() for m in _SENTENCE_END.finditer(account.text)] + [len(account.text)]
    out: dict[int, tuple[int, int]] = {}
    number = 0
    for offset in sorted(offsets):
        while number < len(ends) - 1 and ends[number] <= offset:
            number += 1
        out[offset] = (ends[number - 1] if number else 0, ends[number])
    return out


def _add_shared_sentences(graph: "nx.Graph[str]", lookup: Lookup, kept: list[Entity], most_links: int) -> None:
    by_account: dict[str, list[tuple[int, str]]] = {}
    for entity in kept:
        for mention in entity.mentions:
            if mention.account in lookup.account:
                by_account.setdefault(mention.account, []).append((mention.start, entity.id))
    together: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}  # of each account the first such sentence
    for account, found in by_account.items():
        places = _sentences(lookup.account[account], [start for start, _ in found])
        members: dict[tuple[int, int], set[str]] = {}
        for start, entity_id in found:
            members.setdefault(places[start], set()).add(entity_id)
        for place in sorted(members):
            if len(members[place]) <= 12:  # a longer list is a list, not a statement about two of its members
                for pair in combinations(sorted(members[place]), 2):
                    together.setdefault(pair, {}).setdefault(account, place)
    room = max(0, most_links - graph.number_of_edges())
    ranked = sorted(together, key=lambda pair: (-len(together[pair]), pair))
    for one, other in [pair for pair in ranked if not graph.has_edge(*pair)][:room]:
        shared = together[one, other]
        accounts = sorted(shared, key=lookup.number.__getitem__)
        graph.add_edge(
            one,
            other,
            kind="together",
            label="named in one sentence",
            letters=[lookup.letter(a) for a in accounts],
            verdict=MARKS[Verdict.AGREES if len(shared) > 1 else Verdict.SINGLE].key,
            firmness="stated",
            issue="",
            sentences=[lookup.account[a].text[slice(*shared[a])].strip() for a in accounts],
            lines=[lookup.account[a].line_of(shared[a][0]) for a in accounts],
        )
