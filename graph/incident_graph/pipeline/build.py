"""Build: accounts to evidence to claims to comparisons; the whole incident as plain objects."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from incident_graph.accounts import Account
from incident_graph.accounts.mojibake import Mended
from incident_graph.alignment.moments import latest
from incident_graph.alignment.pairing import pairs
from incident_graph.alignment.placing import values_of
from incident_graph.alignment.proposing import Proposals
from incident_graph.alignment.proposing import propose as propose_aligned
from incident_graph.alignment.ties import tied_differences
from incident_graph.alignment.value import Value
from incident_graph.comparison import compare, text_sources, with_ranks
from incident_graph.decisions import Decision, Reviewing
from incident_graph.entities import resolve
from incident_graph.extraction.country_codes import country_codes
from incident_graph.extraction.evidence import ClaimVote, FigureMention
from incident_graph.extraction.figures import find_figures
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.offices import find_holders, find_offices
from incident_graph.extraction.relevance import unrelated, without
from incident_graph.extraction.voters import Panel, Voter, get_voters, rules_heard
from incident_graph.extraction.withdrawing import set_aside
from incident_graph.model import Claim, Entity, Incident
from incident_graph.model.ids import slug
from incident_graph.names.finding import find_names
from incident_graph.names.mention import NameMention
from incident_graph.pipeline.as_found import as_found
from incident_graph.pipeline.collecting import rarely_collecting
from incident_graph.pipeline.settle import settle
from incident_graph.pipeline.stages import Asked, Questions, Read, Texts, answer, chunks, read_texts
from incident_graph.pipeline.workers import Workers
from incident_graph.profile import Kind, Profile, list_profiles
from incident_graph.profile.loading import Sources, profile_from, profile_sources
from incident_graph.rdf import canonical
from incident_graph.selection.choosing import Choice, choose
from incident_graph.text.document import Document
from incident_graph.text.moments import LAYER as MOMENTS

Progress = Callable[[str, int, int], None]


def build(
    accounts: Sequence[Account],
    *,
    profiles: Sequence[str] | None = (),
    title: str | None = None,
    base: str | None = None,
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
    warn: Callable[[str], None] | None = None,
    extractors: Sequence[str | Voter] = ("rules",),
    workers: Workers | None = None,
    chosen: Callable[[Sequence[Choice]], None] | None = None,
) -> Incident:
    """Everything the accounts say of their incident, and how their sayings lie to each other.

    ``profiles`` are names or paths of Turtle files (``general`` is always added); None: those whose deeds the accounts
    tell, and ``chosen`` is told which and why (see ``selection.choosing``); ``title`` defaults to the first
    account's; ``base`` is the IRI prefix of the data, by default ``https://example.org/<slug of the title>/``;
    ``progress`` is told (what, done, of how many). ``decisions`` are what people have decided on review, applied in
    order; ``warn`` is told of each that matches nothing any more. ``extractors`` names exactly who is heard: ``rules``
    (``cues``, ``frames`` and ``alignment``), ``spacy:NAME``, ``llm`` (see ``get_voters``). The same input gives the
    same result, whatever the hash seed and whoever the ``workers`` are (by default this process alone), as far as a
    language model answers alike.
    """
    with rarely_collecting():
        return build_with(
            accounts,
            None if profiles is None else profile_sources(profiles),
            title=title,
            base=base,
            progress=progress,
            decisions=decisions,
            warn=warn,
            extractors=extractors,
            workers=workers,
            chosen=chosen,
        )


def build_with(
    accounts: Sequence[Account],
    sources: Sources | None,
    *,
    title: str | None = None,
    base: str | None = None,
    progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
    warn: Callable[[str], None] | None = None,
    extractors: Sequence[str | Voter] = ("rules",),
    workers: Workers | None = None,
    chosen: Callable[[Sequence[Choice]], None] | None = None,
) -> Incident:
    """As ``build``, with the profile's sources themselves (see ``profile_sources``) in place of their names."""
    tell, complain = progress or (lambda what, done, total: None), warn or (lambda message: None)
    total, workers = len(accounts), workers or Workers()
    mended = Mended(list(accounts))
    accounts = mended.accounts
    if sources is not None:
        profile_from(sources)  # better an error now than after the reading
    told_in = frozenset(account.issued.year for account in accounts if account.issued)
    read = _read(accounts, told_in, workers, tell)
    documents = [r.document for r in read]
    if sources is None:
        sources = _chosen(documents, chosen)
    profile = profile_from(sources)
    panel = Panel(get_voters(extractors), documents, profile, tell)
    reviewing = Reviewing(decisions, accounts, profile)
    named = _named(documents, panel, reviewing, profile, complain)
    documents, names, classes = named.documents, named.names, named.classes
    figures = {
        document.account.id: reviewing.figures(
            document.account, find_figures(document, told_in) if document.account.id in named.alien else own.figures
        )
        for document, own in zip(documents, read, strict=True)
    }
    heard = rules_heard(extractors)
    votes = _answers(documents, sources, names, figures, classes, heard, workers, tell)
    votes += panel.claims(votes, names, figures, classes, country_codes(), KindIndex(profile.kinds))
    holders, offices = find_holders(documents, names, classes)
    held, persons = find_offices(documents, names, classes)
    aligned = _aligned(documents, figures, votes, profile) if "alignment" in heard else Proposals()
    votes += [*holders, *held, *aligned.votes]
    profile = replace(profile, questions={**profile.questions, **offices, **persons, **aligned.questions})
    settled = settle(_timed(votes, documents), named.entities, figures, profile)
    reviewed = reviewing.claims(settled.claims, settled.entities, settled.figures)
    for orphan in reviewing.orphans:
        complain(str(orphan))
    tell("comparing", total, total)
    differences = {
        frozenset(settled.by_place.get(place, "") for place in places): ways
        for places, ways in aligned.differences.items()
    }
    told = compare(reviewed, profile.questions, profile.kinds, accounts, difference_ways=differences)
    issues, readings, comparisons, claims = told
    heading = title or next((a.title for a in accounts if a.title), None) or "incident"
    credits, reuses = text_sources(accounts)
    incident = Incident(
        title=heading,
        base=base or f"https://example.org/{slug(heading, longest=60)}/",
        accounts=tuple(accounts),
        entities=tuple(sorted(settled.entities.values(), key=lambda e: e.id)),
        figures=tuple(sorted(settled.figures.values(), key=lambda f: (f.excerpt, f.id))),
        claims=tuple(claims),
        issues=tuple(issues),
        readings=tuple(readings),
        comparisons=tuple(comparisons),
        kinds=_kinds_told(claims, settled.entities.values(), votes, profile),
        profiles=profile.names,
        rejected=(*panel.rejected, *reviewing.rejected),
        credits=credits,
        reuses=reuses,
    )
    return canonical(as_found(with_ranks(incident), mended))


def _chosen(documents: Sequence[Document], told: Callable[[Sequence[Choice]], None] | None) -> Sources:
    """The profiles whose deeds the accounts tell; ``told`` hears which and why."""
    choices = choose(tuple(list_profiles()), documents)
    if told is not None:
        told(choices)
    return profile_sources([choice.name for choice in choices])


class _Named(NamedTuple):
    """The documents without what tells of something else, by account id ``alien``, and the names and entities in them;
    ``classes`` by surface."""

    documents: list[Document]
    names: Mapping[str, Sequence[NameMention]]
    entities: Sequence[Entity]
    classes: Mapping[str, str]
    alien: Mapping[str, Sequence[tuple[int, int]]]


def _named(
    documents: list[Document], panel: Panel, reviewing: Reviewing, profile: Profile, complain: Callable[[str], None]
) -> _Named:
    """Find the names of all accounts and what they name, and leave out, with a warning, parts of another incident."""
    accounts = [document.account for document in documents]
    names = reviewing.names(panel.names(find_names(documents, profile.gazetteer)))
    entities = reviewing.entities(resolve(names, accounts, profile.aliases))
    classes = _classes(entities, names)
    alien = unrelated(documents, names, classes)
    if not alien:
        return _Named(documents, names, entities, classes, alien)
    for account in accounts:
        for start, end in alien.get(account.id, ()):
            lines = f"lines {account.line_of(start)}–{account.line_of(end)}"
            complain(f"{account.letter} {account.file_name}: {lines} tell of something else, left out")
    names = {k: tuple(m for m in rows if not _inside(m, alien.get(k, ()))) for k, rows in names.items()}
    entities = reviewing.entities(resolve(names, accounts, profile.aliases))
    left = [without(document, alien.get(document.account.id, ())) for document in documents]
    return _Named(left, names, entities, _classes(entities, names), alien)


def _kinds_told(
    claims: Iterable[Claim], entities: Iterable[Entity], votes: Iterable[ClaimVote], profile: Profile
) -> tuple[Kind, ...]:
    """The kinds that claims and entities are of, and all wider ones, with the words that accounts use for them."""
    used = {k for c in claims for k in (*c.answer.kinds, c.answer.kind) if k}
    used |= {k for e in entities for k in e.kinds}
    wanted = {a for k in used for a in profile.kinds.ancestors(k)}
    by_iri, worded = profile.kinds.by_iri, dict[str, set[str]]()
    for vote in votes:
        if vote.value.kind and vote.value.words:
            worded.setdefault(vote.value.kind, set()).add(" ".join(vote.value.words.split()))
    return tuple(_as_worded(by_iri[k], worded.get(k, set())) for k in sorted(wanted) if k in by_iri)


def _read(accounts: Sequence[Account], told_in: frozenset[int], workers: Workers, tell: Progress) -> list[Read]:
    """What each account says by itself; ``told_in`` are the years in which they were published."""
    parts = chunks(len(accounts), workers.count)
    found: list[Read] = []
    tell("reading", 0, len(accounts))
    for rows in workers.map(read_texts, (Texts(tuple(accounts[part]), told_in) for part in parts)):
        found += rows
        tell("reading", len(found), len(accounts))
    return found


def _answers(
    documents: Sequence[Document],
    sources: Sources,
    names: Mapping[str, Sequence[NameMention]],
    figures: Mapping[str, Sequence[FigureMention]],
    classes: Mapping[str, str],
    heard: frozenset[str],
    workers: Workers,
    tell: Progress,
) -> list[ClaimVote]:
    """The answers of all accounts, in their order, as far as cues or frames are ``heard``."""
    if heard.isdisjoint({"cues", "frames"}):
        return []

    def asked(document: Document) -> Asked:
        own = tuple(names.get(document.account.id, ()))
        known = {m.surface: classes[m.surface] for m in own if m.surface in classes}
        return Asked(document, own, tuple(figures[document.account.id]), known)

    votes: list[ClaimVote] = []
    done = 0
    tell("extracting", 0, len(documents))
    parts = chunks(len(documents), workers.count)
    for rows in workers.map(answer, (Questions(sources, tuple(map(asked, documents[part])), heard) for part in parts)):
        for own in rows:
            votes += own
        done += len(rows)
        tell("extracting", done, len(documents))
    return votes


def _aligned(
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[FigureMention]],
    votes: Sequence[ClaimVote],
    profile: Profile,
) -> Proposals:
    """What the figures say, paired across the accounts, beside the votes that cues gave."""
    by_own = {document.account.id: list[ClaimVote]() for document in documents}
    for vote in votes:
        by_own[vote.account].append(vote)
    values: list[Value] = []
    for document in documents:
        own = figures[document.account.id]
        gone = set_aside(document, by_own[document.account.id], own)
        values += latest(document, values_of(document, [f for f in own if f.core.start not in gone]))
    by_account = {document.account.id: document for document in documents}
    found = propose_aligned(pairs(values), votes, profile.questions, by_account)
    found.differences |= tied_differences(votes, profile.questions, by_account)
    return found


def _timed(votes: Sequence[ClaimVote], documents: Sequence[Document]) -> list[ClaimVote]:
    """The votes, those of a live blog with the moments of their posts."""
    live = {d.account.id: d for d in documents if d.layer(MOMENTS)}

    def moment(vote: ClaimVote) -> str:
        return live[vote.account].labelled(MOMENTS, vote.evidence.start) if vote.account in live else ""

    return [vote._replace(moment=moment(vote)) for vote in votes] if live else list(votes)


def _inside(mention: NameMention, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mention.excerpt.start < end for start, end in stretches)


def _as_worded(kind: Kind, used: Set[str]) -> Kind:
    """The kind with the words the accounts use for it as its other labels, instead of the cues that find them."""
    return replace(kind, labels=tuple(sorted(used - {kind.label}, key=lambda w: (len(w), w))[:8]), patterns=())


def _classes(entities: Sequence[Entity], names: Mapping[str, Sequence[NameMention]]) -> dict[str, str]:
    """The class of each surface form, by the entity most of its mentions belong to."""
    where = {excerpt: e.kind for e in entities for excerpt in e.mentions}
    votes: dict[str, Counter[str]] = {}
    for rows in names.values():
        for mention in rows:
            if kind := where.get(mention.excerpt, ""):
                votes.setdefault(mention.surface, Counter())[kind] += 1
    return {surface: min(counter, key=lambda k: (-counter[k], k)) for surface, counter in votes.items()}
