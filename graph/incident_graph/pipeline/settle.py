"""Votes to claims: names become entities, descriptions get an identity of their own, equal votes become one claim."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from incident_graph.accounts import Excerpt
from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention, Voice
from incident_graph.model import Answer, Certainty, Claim, Entity, Figure, Speaker, Stance
from incident_graph.model.claim import spoken_by
from incident_graph.model.grade import as_ways
from incident_graph.model.ids import make_id
from incident_graph.profile import Profile, Question
from incident_graph.text.folding import fold
from incident_graph.values import Period, Quantity

#: The rule of what a headline says.
HEADLINE = "headline"


@dataclass
class Settled:
    """What settling gives: claims, the entities (kinds stated of them added, descriptions new) and the figures.

    ``by_place`` gives the id of the claim that was found at a place: account, question, where the value stands.
    """

    claims: list[Claim] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    by_place: dict[tuple[str, str, int], str] = field(default_factory=dict)


def _figure_id(mention: FigureMention) -> str:
    """The id of the figure a mention states: it depends on the account and the place alone."""
    return make_id("figure", mention.excerpt.account, mention.core.start, mention.core.end)


def figure_of(mention: FigureMention, own_id: str, whole: str | None = None) -> Figure:
    """The figure a mention states, by its id (see ``_figure_id``); ``whole`` is the id of what it is part of."""
    return Figure(
        id=own_id,
        excerpt=mention.excerpt,
        value=mention.value,
        measures=mention.measures,
        noun=mention.noun,
        role=mention.role,
        subset_of=whole,
        rules=mention.rules,
    )


@dataclass
class _Group:
    """Votes that say the same in the same way; the first gives the answer and the speakers."""

    answer: Answer
    speakers: tuple[Speaker, ...]
    votes: list[ClaimVote] = field(default_factory=list)

    @property
    def headline(self) -> bool:
        """Whether only a headline says it."""
        return all(HEADLINE in vote.rules for vote in self.votes)


def settle(
    votes: Sequence[ClaimVote],
    entities: Iterable[Entity],
    mentions: Mapping[str, Sequence[FigureMention]],
    profile: Profile,
) -> Settled:
    """Turn votes into claims. The order of the result is that of questions, accounts and places."""
    out = Settled(entities={e.id: e for e in entities})
    out.figures = {f.id: f for rows in mentions.values() for f in _figures(rows)}
    where = {excerpt: e.id for e in out.entities.values() for excerpt in e.mentions}
    named = _by_account(where)
    groups: dict[tuple[object, ...], _Group] = {}
    for vote in votes:
        question = profile.questions[vote.question]
        answer = _answer(vote, question, where, out)
        speakers = tuple(_speaker(voice, where, named.get(vote.account, ()), out.entities) for voice in vote.voices)
        who = tuple(s.entity or s.known_as.casefold() for s in speakers) or vote.attributed
        key = (vote.account, vote.question, _key(answer), vote.stance, bool(vote.hedge), who)
        groups.setdefault(key, _Group(answer, speakers)).votes.append(vote)
    settled = [(_claim(group), group) for group in _without_echoes(groups)]
    for claim, group in settled:
        for vote in group.votes:
            out.by_place[vote.account, vote.question, vote.value.start] = claim.id
    out.claims = _specific([claim for claim, _ in settled], profile)
    order = {iri: n for n, iri in enumerate(profile.questions)}
    out.claims.sort(key=lambda c: (order[c.question], c.account, c.evidence[0].start, c.id))
    return out


def _without_echoes(groups: Mapping[tuple[object, ...], _Group]) -> list[_Group]:
    """The groups, those of a headline joined to what the body of the account says in the same sense."""
    bodies: dict[tuple[object, ...], _Group] = {}
    for key, group in groups.items():
        if not group.headline:
            bodies.setdefault(key[:4], group)
            bodies.setdefault(_rounded(key, group), group)
    kept = []
    for key, group in groups.items():
        body = bodies.get(key[:4]) or bodies.get(_rounded(key, group))
        if group.headline and body is not None:
            body.votes.extend(group.votes)
        else:
            kept.append(group)
    return kept


def _rounded(key: tuple[object, ...], group: _Group) -> tuple[object, ...]:
    """What a headline shares with the body when it leaves out "at least" or "about": the number itself."""
    quantity = group.answer.quantity
    if quantity is None or quantity.stated is None:
        return key[:4]
    return (*key[:2], "stated", quantity.stated, quantity.unit, group.answer.basis, key[3])


def _figures(mentions: Sequence[FigureMention]) -> Iterator[Figure]:
    """The figures of one account, each part tied to its whole."""
    ids = [_figure_id(mention) for mention in mentions]
    starts = {mention.core.start: own for mention, own in zip(mentions, ids, strict=True)}
    for mention, own in zip(mentions, ids, strict=True):
        yield figure_of(mention, own, starts.get(mention.subset_of) if mention.subset_of is not None else None)


def _specific(claims: Sequence[Claim], profile: Profile) -> list[Claim]:
    """Claims without those that only say in general what the same account says of the same question in particular.

    A description that another one entails lends it its evidence, when both are said in the same voice; beside a name it
    goes: "a website" says nothing more where the account says which.
    """
    rows: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        rows.setdefault((c.account, c.question, c.stance), []).append(c)
    dropped: set[str] = set()
    lent: dict[str, list[Excerpt]] = {}
    for fellows in rows.values():
        if len(fellows) == 1:
            continue
        one = profile.questions[fellows[0].question].one_answer
        for c in fellows:
            particular = next(
                (o for o in fellows if o.id not in dropped and _more_particular(o, c, profile, one)), None
            )
            if particular is None:
                continue
            dropped.add(c.id)
            if not particular.answer.named and _voice(particular) == _voice(c):
                lent.setdefault(particular.id, []).extend(lent.pop(c.id, [*c.evidence]))
    kept = [c for c in claims if c.id not in dropped]
    return [replace(c, evidence=tuple(dict.fromkeys((*c.evidence, *lent[c.id])))) if c.id in lent else c for c in kept]


def _voice(claim: Claim) -> tuple[str, ...]:
    return tuple(s.entity or s.known_as.casefold() for s in claim.speakers) or ("",) * claim.attributed


def _more_particular(one: Claim, other: Claim, profile: Profile, one_answer: bool) -> bool:
    """Whether ``one`` answers in particular what ``other`` answers in general."""
    a, b, kinds = one.answer, other.answer, profile.kinds
    if one.id == other.id:
        return False
    if a.kind and b.kind:
        return a.kind != b.kind and kinds.is_a(a.kind, b.kind)
    if not (one_answer and a.entity and b.entity) or b.named or not b.kinds:
        return False
    if dict(a.attributes).items() & dict(b.attributes).items() != dict(b.attributes).items() and not a.named:
        return False
    known = {wide for kind in a.kinds for wide in kinds.ancestors(kind)}
    if a.named:
        clash = any(kinds.disjoint(x, y) for x in a.kinds for y in b.kinds)
        return not clash and bool(a.kinds) and not _differ(a.attributes, b.attributes)
    narrower = b.kinds <= known and (a.kinds, a.attributes) != (b.kinds, b.attributes)
    return narrower and other.certainty is one.certainty


def _differ(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    stated = dict(one)
    return any(stated.get(name, value) != value for name, value in other)


def _claim(group: _Group) -> Claim:
    rows, answer, speakers = group.votes, group.answer, group.speakers
    first = rows[0]
    tier = min(r.tier for r in rows)
    rows = sorted(rows, key=lambda r: (r.tier, r.evidence.start))
    evidence = tuple(dict.fromkeys(r.evidence for r in rows))
    bodies = [] if group.headline else [r for r in rows if HEADLINE not in r.rules]
    rules = tuple(dict.fromkeys(rule for r in bodies or rows if r.tier == tier for rule in r.rules))
    hedge = "; ".join(dict.fromkeys(r.hedge for r in rows if r.hedge))
    value = answer.entity or answer.figure or answer.kind or answer.phrase or str(answer.polarity)
    claim = Claim(
        id="",
        account=first.account,
        question=first.question,
        answer=answer,
        evidence=evidence,
        stance=Stance(first.stance),
        certainty=Certainty.HEDGED if first.hedge else Certainty.PLAIN,
        hedge=hedge,
        speakers=speakers,
        tier=tier,
        rules=rules,
        moment=max(r.moment for r in rows),
        ways=as_ways(r.way for r in bodies or rows),
        attributed=first.attributed and not speakers,
    )
    own = (first.account, first.question, value, first.stance, bool(first.hedge), spoken_by(claim))
    return replace(claim, id=make_id("claim", *own))


def _key(answer: Answer) -> tuple[object, ...]:
    if answer.quantity is not None:
        q = answer.quantity
        return ("quantity", q.low, q.high, q.stated, q.unit, answer.basis)
    if answer.period is not None:
        return ("period", answer.period.edtf, answer.period.weekday)  # two days that no date places are two
    return (answer.entity, answer.kind, answer.phrase, answer.polarity)


#: Nouns that count people of every sort.
_EVERYBODY = frozenset({"person", "people", "individual", "life", "soul"})
#: Nouns that count some of those concerned, unless the question is about them: two firefighters are not all the dead.
_SOME = frozenset(
    """firefighter fireman officer policeman policewoman soldier troop rescuer paramedic medic journalist member child
    boy girl baby infant toddler woman man teenager foreigner tourist""".split()
)


def _counted(figure: FigureMention) -> str:
    """What a number counts, as written after it: not "injuring" in "killing five and injuring 22"."""
    after = figure.excerpt.end > figure.core.end or figure.measures == "people"
    return figure.measures if after else ""


def _answer(vote: ClaimVote, question: Question, where: Mapping[Excerpt, str], out: Settled) -> Answer:
    value: Candidate = vote.value
    if value.figure is not None:
        figure = _figure_id(value.figure)
        if figure not in out.figures:
            out.figures[figure] = figure_of(value.figure, figure)
        if isinstance(value.figure.value, Quantity):
            quantity = replace(value.figure.value, unit=question.unit) if question.unit else value.figure.value
            return Answer(
                f"{quantity.label()} {_counted(value.figure)}".strip(),
                figure=figure,
                quantity=quantity,
                basis=_basis(value.figure.noun, question),
            )
        assert isinstance(value.figure.value, Period)
        return Answer(value.figure.value.label(), figure=figure, period=value.figure.value)
    if value.name is not None and value.name.excerpt in where:
        entity = out.entities[where[value.name.excerpt]]
        kinds = frozenset(entity.kinds) | value.kinds
        attributes = frozenset(entity.attributes) | value.attributes
        if len(kinds) > len(entity.kinds) or len(attributes) > len(entity.attributes):
            entity = replace(entity, kinds=tuple(sorted(kinds)), attributes=tuple(sorted(attributes)))
            out.entities[entity.id] = entity
        return Answer(entity.label, entity=entity.id, named=True, kinds=kinds, attributes=attributes)
    if value.kind is not None:
        return Answer(value.label, kind=value.kind, kinds=value.kinds, attributes=value.attributes)
    if value.polarity is not None:
        return Answer(value.label, polarity=value.polarity)
    if value.phrase or value.name is not None:
        return Answer(value.label, phrase=" ".join(fold(value.label).casefold().split()))
    return _description(vote, question, out)


def _basis(noun: str, question: Question) -> str:
    """What a figure counts, where that keeps it from being set against counts of something else."""
    part_of_people = question.one_answer and question.unit == "person" and noun in _SOME
    return noun if part_of_people or (question.per_noun and noun not in _EVERYBODY) else ""


def _description(vote: ClaimVote, question: Question, out: Settled) -> Answer:
    """A thing without a name: it belongs to its account and is known by its kinds."""
    value = vote.value
    label = re.sub(r"^(?:the|a|an|its|their|his|her|this|that)\s+", "", fold(value.label), flags=re.IGNORECASE)
    identity = make_id("entity", vote.account, "description", label.casefold(), *sorted(value.kinds))
    excerpt = Excerpt(vote.account, value.start, value.end, _slice(vote, value))
    known = out.entities.get(identity)
    mentions = tuple(sorted({*(known.mentions if known else ()), excerpt}))
    kind = question.answer_classes[0] if question.answer_classes else "Group"
    out.entities[identity] = Entity(
        identity,
        value.label,
        known.kind if known else kind,
        named=False,
        mentions=mentions,
        kinds=tuple(sorted(value.kinds)),
        attributes=tuple(sorted(value.attributes)),
    )
    return Answer(value.label, entity=identity, kinds=value.kinds, attributes=value.attributes)


def _slice(vote: ClaimVote, value: Candidate) -> str:
    start = value.start - vote.evidence.start
    inside = vote.evidence.text[start : start + value.end - value.start] if start >= 0 else ""
    return inside if len(inside) == value.end - value.start else value.label


def _by_account(excerpts: Iterable[Excerpt]) -> dict[str, list[Excerpt]]:
    """The excerpts of each account, in the order they stand."""
    found: dict[str, list[Excerpt]] = {}
    for excerpt in sorted(excerpts):
        found.setdefault(excerpt.account, []).append(excerpt)
    return found


#: A name behind these words in a description of a speaker is where they are: "officials in Arden".
_WHERE = re.compile(r"\b(?:in|from|near|on|to|with)\s+(?:the\s+)?$", re.IGNORECASE)


def _speaker(
    voice: Voice, where: Mapping[Excerpt, str], named: Sequence[Excerpt], entities: Mapping[str, Entity]
) -> Speaker:
    """Who is named as speaking; the entity is that of the name within the words that tell who it is.

    ``named`` are the names of the account, in order. A place speaks for its government only where it is the whole of
    those words: "Washington said", never "a spokesman for the Washington ferry".
    """
    known = voice.whom or voice.mention
    first = bisect_left(named, known.start, key=lambda e: e.start)
    last = bisect_left(named, known.end, key=lambda e: e.start)
    inside = [e for e in named[first:last] if e.end <= known.end]
    inside = [e for e in inside if not _WHERE.search(known.text, 0, e.start - known.start)]
    inside = [e for e in inside if entities[where[e]].kind != "Place" or _is_all(e, known)]
    entity = where[max(inside, key=lambda e: (e.end - e.start, -e.start))] if inside else None
    return Speaker(voice.mention.text, entity, voice.mention, voice.whom)


def _is_all(name: Excerpt, words: Excerpt) -> bool:
    """Whether words are a name and, at most, its article."""
    before, after = words.text[: name.start - words.start], words.text[name.end - words.start :]
    return before.strip().casefold() in ("", "the") and not after.strip()
