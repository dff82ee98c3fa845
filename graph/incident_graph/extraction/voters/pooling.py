"""Names that voters propose, pooled with those that the rules found."""

from collections.abc import Mapping, Sequence

from incident_graph.names.gazetteer import fold
from incident_graph.names.mention import NameMention

_Vote = tuple[str, float, str]


def surface_key(surface: str) -> str:
    """A surface without regard to case, sort of apostrophe, or "the" before it.

    >>> surface_key("The Harbour  Board")
    'harbour board'
    """
    key = fold(surface)
    return key[4:] if key.startswith("the ") else key


def pool_names(
    names: Mapping[str, Sequence[NameMention]], voted: Sequence[NameMention]
) -> dict[str, tuple[NameMention, ...]]:
    """``names`` (by account id, as ``find_names`` gives them) with what voters say of names added.

    A vote counts for every mention of its surface in every account, once a class and rule, however often it is cast. A
    span that the rules did not see becomes a mention; one that crosses a span of theirs without being the same name is
    not taken: the spans of the rules stand. Mentions stay in the order of the text.
    """
    pooled = {account: list(found) for account, found in names.items()}
    votes: dict[str, dict[tuple[str, str], float]] = {}
    for mention in sorted(voted, key=lambda m: (m.excerpt.account, m.excerpt.start, -m.excerpt.end)):
        here = pooled.setdefault(mention.excerpt.account, [])
        crossed = [m for m in here if m.excerpt.overlaps(mention.excerpt)]
        key = surface_key(mention.surface)
        if not crossed:
            here.append(NameMention(mention.excerpt, mention.surface))
        elif all(surface_key(m.surface) != key for m in crossed):
            continue
        cast = votes.setdefault(key, {})
        for kind, weight, rule in mention.votes:
            cast[kind, rule] = max(weight, cast.get((kind, rule), 0.0))
    own: dict[str, dict[tuple[str, str], float]] = {}
    for found in names.values():
        for mention in found:
            said = own.setdefault(surface_key(mention.surface), {})
            for kind, weight, rule in mention.votes:
                said[kind, rule] = max(weight, said.get((kind, rule), 0.0))
    together: dict[str, tuple[_Vote, ...]] = {}
    for key, cast in votes.items():
        rows = {**cast, **own.get(key, {})}
        together[key] = tuple(sorted(((k, w, r) for (k, r), w in rows.items()), key=lambda v: (-v[1], v)))
    return {
        account: tuple(
            NameMention(m.excerpt, m.surface, together.get(surface_key(m.surface), m.votes))
            for m in sorted(found, key=lambda m: m.excerpt)
        )
        for account, found in pooled.items()
    }
