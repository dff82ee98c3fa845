"""Names of which one account speaks in another sense than others do: what it says itself comes before all else."""

from collections.abc import Iterator, Mapping, Sequence

from incident_graph.names.features import vote
from incident_graph.names.gazetteer import given_names, pattern
from incident_graph.names.mention import Vote, decide
from incident_graph.names.tokens import Span

#: The features by which a name is known to be a place beforehand, and what that counts where a person bears the name.
_LISTED = ("listed", "listed-common-word")
_OF_A_PERSON = ("surname", "given-name-alone")
_SURE = 1.5  # the weight of a feature that says alone that somebody is a person
_NAMED = ("title", "age", "age-after-long-name", "by-line", "speaker-label")  # so is a person whatever the first name
_NOT_ALONE = ("person-apposed", "described", "is-a")  # the noun beside a place's name may be of somebody else


def own_votes(
    text: str, keys: Sequence[str], spans: Sequence[Span], pooled: Mapping[str, tuple[Vote, ...]]
) -> dict[int, list[Vote]]:
    """By place in ``spans`` the votes of the names that this account speaks of in its own sense.

    ``keys`` are the folded names of the spans, ``pooled`` the votes of all accounts. A word that is a firm's short name
    in this account ("Harrow", of Harrow Ferries) is not the surname that it is in another; a name listed as that of a
    place ("Georgia") is a person's where the account names or describes such a person, but for mentions that stand as
    a place does ("in Georgia").
    """
    persons, bodies = _parts(keys, pooled)
    there = {key for key, span in zip(keys, spans, strict=True) if decide(_beside(span)) == "Place"}
    persons = {key: part for key, part in persons.items() if part == "surname" or key not in there}
    described = {key for key, span in zip(keys, spans, strict=True) if _is_described(text, span)}
    found: dict[int, list[Vote]] = {}
    for place, (key, span) in enumerate(zip(keys, spans, strict=True)):
        if " " in key:
            continue
        rules = {rule for _, _, rule in pooled[key]}
        if any(rule == "vehicle-make-alone" for _, _, rule in span.votes):
            found[place] = span.votes
        elif any(kind == "Place" and rule in _LISTED for kind, _, rule in pooled[key]):
            if key in persons or key in described:
                found[place] = list(_of_namesake(text, span, persons.get(key, "")))
            else:
                found[place] = [given for given in pooled[key] if given[0] not in ("Person", "Vehicle")]
        elif "part-of-name" in rules and rules & {*_OF_A_PERSON} and (key in persons) != (key in bodies):
            out = ("part-of-name",) if key in persons else _OF_A_PERSON
            found[place] = [given for given in pooled[key] if given[2] not in out]
    return found


def _is_described(text: str, span: Span) -> bool:
    """Whether a mention is surely of a person: "Georgia, who has two sons"; in "Ida Holm of Georgia, who" it is not."""
    if pattern("of-or-in").search(text, max(0, span.start - 40), span.start):
        return False
    return any(kind == "Person" and weight >= _SURE and rule not in _NOT_ALONE for kind, weight, rule in span.votes)


def _parts(keys: Sequence[str], pooled: Mapping[str, tuple[Vote, ...]]) -> tuple[dict[str, str], set[str]]:
    """The parts of persons' names in an account, each with its feature, and first words of bodies' names."""
    persons: dict[str, str] = {}
    bodies: set[str] = set()
    for key in keys:
        parts = key.split()
        kind = decide(pooled[key]) if len(parts) > 1 else ""
        if kind == "Person":
            if parts[0] in given_names():
                persons.setdefault(parts[0], "given-name-alone")
            if parts[0] in given_names() or any(rule in _NAMED for _, _, rule in pooled[key]):
                persons[parts[-1]] = "surname"
        elif kind == "Organisation":
            bodies.add(parts[0])
    return persons, bodies


def _beside(span: Span) -> list[Vote]:
    """The votes of a mention but for those of lists."""
    return [given for given in span.votes if given[2] not in _LISTED]


def _of_namesake(text: str, span: Span, part: str) -> Iterator[Vote]:
    """The votes for a mention of a name that a place and a person bear: as it stands, or else the person's."""
    beside = _beside(span)
    if decide(beside) == "Place" or (not part and not _is_described(text, span)):
        yield from span.votes
        return
    yield from beside
    yield vote(part or "given-name-alone")
