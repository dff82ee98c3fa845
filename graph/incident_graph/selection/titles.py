"""Deeds in titles: told by the order of words, because titles parse badly and leave their verbs in any disguise."""

from collections.abc import Iterator, Sequence

from incident_graph.selection.telling import (
    Around,
    Deeds,
    Told,
    is_told_by_noun,
    is_told_by_verb,
    places,
    words_named,
)
from incident_graph.text.tree import Token


def told_in_title(tokens: Sequence[Token], deeds: Deeds) -> Iterator[Told]:
    """The deeds that a title tells as having happened.

    A title tells none when it asks, or names a bill, a debate or a film; nor any after a word that makes it unreal
    ("fears of", "could", "to prevent"), nor by a noun that stands before another ("crash inquiry").
    """
    words = [token.text.lower() for token in tokens]
    if words[-1:] == ["?"] or any(True for _ in places(words, words_named("policy"))):
        return
    unreal = min(places(words, words_named("unreal")), default=len(words))
    for index, word in enumerate(words[: unreal + 1]):
        for profile, deed in deeds.of(word):
            verb = is_told_by_verb(deed, words, index) and _may_be_verb(tokens, words, index)
            noun = is_told_by_noun(deed, words, index) and _may_be_event(tokens, words, index)
            if (verb or noun) and _around(words, index, verb).fit(deed):
                yield Told(profile, deed, tokens[index].text)


def is_debate(tokens: Sequence[Token]) -> bool:
    """Whether a title is about what is debated or made up."""
    words = [token.text.lower() for token in tokens]
    return any(True for name in ("policy", "debating") for _ in places(words, words_named(name)))


def _may_be_verb(tokens: Sequence[Token], words: Sequence[str], index: int) -> bool:
    """Whether a word may be a finite verb or participle: no infinitive, a noun by its tag only after a plural."""
    before = tokens[index - 1] if index else None
    if before is not None and before.text.lower() == "to":
        return False
    if tokens[index].tag != "NN" or words[index].endswith(("ed", "s")):
        return True
    several = {"and", "&"}.intersection(words[max(index - 3, 0) : index])
    return before is not None and (bool(several) or before.tag in ("NNS", "NNPS", "CD"))


def _may_be_event(tokens: Sequence[Token], words: Sequence[str], index: int) -> bool:
    """Whether a word may be the noun of an event: no verb in -s, and before no other noun than what an event leaves.

    Many a noun after it is a verb in disguise ("crash kills").
    """
    if tokens[index].tag == "VBZ":
        return False
    if index + 1 == len(tokens) or not tokens[index + 1].tag.startswith("NN"):
        return True
    return any(words[index + 1] in words_named(name).single for name in ("effect", "aftermath"))


def _around(words: Sequence[str], index: int, verb: bool) -> Around:
    """The words before and after the one at ``index``: who undergoes a verb in -s stands after it."""
    before, after = words[:index], words[index + 1 :]
    if not verb:
        return Around(words, words, words)
    by = after.index("by") if "by" in after else len(after)
    return Around([*before, *after[by:]], after if words[index].endswith("s") else [*before, *after[:by]], words)
