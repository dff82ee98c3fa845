"""Antecedents: whom a pronoun or a description stands for, within one account."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import NamedTuple

from incident_graph.annotators.lexicon import nouns
from incident_graph.annotators.mentions import Mention, is_time, mention_at
from incident_graph.text.tree import Token, Tree

#: A pronoun stands for nobody who was last named more sentences before.
_REACH = 8
#: ... and this many mentions are looked at.
_LOOKED_AT = 40
_FIRST = frozenset({"i", "we"})
_SPOKES = ("spokesman", "spokeswoman", "spokesperson", "spokespeople")


class Antecedent(NamedTuple):
    """Whom a mention stands for: the stretch that names them, if any, and the rule that says so."""

    span: tuple[int, int] | None
    why: str


NOBODY = Antecedent(None, "")


class _Known(NamedTuple):
    mention: Mention
    spoke: bool


class Referents:
    """Who was mentioned so far in an account, for those to whom a later word goes back.

    ``quoted`` tells whether a place stands in a quotation or in what somebody else is said to say; ``speakers`` are the
    indexes of the tokens that are heads of speakers; ``announced`` tells whether a place stands in a title or heading.
    """

    def __init__(
        self, tree: Tree, speakers: Iterable[int], quoted: Callable[[int], bool], announced: Callable[[int], bool]
    ) -> None:
        self._tree = tree
        self._known: list[_Known] = []
        self._roles: dict[str, dict[str, Mention]] = {}
        self._bodies: dict[str, Mention] = {}
        self._nouns: dict[str, dict[str, Mention]] = {}
        self._people: set[str] = set()  # the last words of persons' names
        self._resolved: dict[int, Antecedent] = {}
        spoke = frozenset(speakers)
        for token in tree.tokens:
            name = token.pos == "PROPN" and token.dep not in ("compound", "nmod")
            subject = token.dep in ("nsubj", "nsubjpass") or (name and token.dep in ("poss", "ROOT"))
            if (
                announced(token.start)
                or is_time(token)
                or not (token.i in spoke or subject or name)
                or token.pos not in ("NOUN", "PROPN", "PRON")
            ):
                continue
            mention = mention_at(tree, token)
            if name:
                self._note_name(mention)
            if token.i in spoke or (subject and not quoted(token.start)):
                self._known.append(_Known(mention, token.i in spoke and not quoted(token.start)))
        self._starts = [known.mention.head.i for known in self._known]

    def _note_name(self, mention: Mention) -> None:
        tree, head = self._tree, mention.head
        words = [t.text.lower() for t in tree.within(mention.start, mention.end)]
        label = " ".join(words).removeprefix("the ")
        if mention.sort == "body" and any(word in nouns()["body-word"].lemmas for word in words):
            self._bodies.setdefault(label, mention)
        self._nouns.setdefault(head.text.lower(), {}).setdefault(label, mention)
        for other in [t for t in tree.children(head.i) if t.dep == "appos" and t.pos == "NOUN"]:
            self._roles.setdefault(other.lemma, {}).setdefault(label, mention)
        above = tree.head(head)
        if head.dep == "appos" and above is not None and above.pos == "NOUN":
            self._roles.setdefault(above.lemma, {}).setdefault(label, mention)
        if mention.sort == "person":
            self._people.add(head.text)
            for word in words[:-1]:
                self._roles.setdefault(word, {}).setdefault(label, mention)

    def of(self, mention: Mention) -> Antecedent:
        """Whom a mention stands for; ``NOBODY`` when it is a name itself, or nobody fits."""
        head = mention.head
        if head.i not in self._resolved:
            self._resolved[head.i] = NOBODY  # against circles
            self._resolved[head.i] = self._pronoun(mention) if mention.sort == "pronoun" else self._described(mention)
        return self._resolved[head.i]

    # -- pronouns

    def _pronoun(self, mention: Mention) -> Antecedent:
        head = mention.head
        word = head.text.lower()
        if word in _FIRST:
            return Antecedent(None, "publisher")
        number = bisect_left(self._starts, head.i)
        near = self._known[max(0, number - _LOOKED_AT) : number]
        near = [k for k in near if head.sentence - k.mention.head.sentence <= _REACH]
        own = [k for k in near if k.mention.head.sentence == head.sentence and self._governs(k, head)]
        for known in reversed(own):
            if (found := self._fitting(word, known.mention)) is not None:
                return Antecedent(found, "subject of the sentence")
        depth = self._tree.depth
        near.sort(key=lambda k: (-k.mention.head.sentence, not k.spoke, depth(k.mention.head.i), -k.mention.head.i))
        several = [k for k in near if k.mention.several] if word in ("they", "their", "both") else []
        for known in (*several, *near):
            if (asked := self._asked(known.mention)) is not None and (found := self._fitting(word, asked)) is not None:
                return Antecedent(found, "who was asked")
            if (found := self._fitting(word, known.mention)) is not None:
                return Antecedent(found, "last speaker" if known.spoke else "last subject")
        return NOBODY

    def _asked(self, mention: Mention) -> Mention | None:
        """Whom somebody asked, and who will answer: "The host asked Ada Quill. She said …"."""
        verb = self._tree.tokens[mention.head.head]
        asked = self._tree.child(verb.i, "dobj", "dative") if verb.lemma == "ask" else None
        return mention_at(self._tree, asked) if asked is not None and asked.pos == "PROPN" else None

    def _governs(self, known: _Known, pronoun: Token) -> bool:
        """Whether a mention is the subject of a clause that holds the pronoun's: "Ada Quill wept as she said"."""
        verb = known.mention.head.head
        first, last = self._tree.edges(verb)
        return first <= pronoun.i <= last and verb != pronoun.head

    def _fitting(self, word: str, mention: Mention) -> tuple[int, int] | None:
        """The stretch that names whom a mention means, if the pronoun can stand for it."""
        if mention.sort == "pronoun":
            if mention.head.text.lower() != word:
                return None
            return self.of(mention).span
        if word in ("it", "its") and mention.head.text in self._people:
            return None
        return (mention.start, mention.end) if _fits(word, mention) else None

    # -- descriptions

    def _described(self, mention: Mention) -> Antecedent:
        tree, head = self._tree, mention.head
        if head.pos != "NOUN":
            return NOBODY
        named = next((t for t in tree.children(head.i) if t.dep == "appos" and t.pos == "PROPN"), None)
        if named is not None:
            apposed = mention_at(tree, named)
            return Antecedent((apposed.start, apposed.end), "apposition")
        possessor = tree.child(head.i, "poss")
        speaks_for = head.lemma in _SPOKES or mention.sort == "document"  # "its spokesman", "their findings"
        if speaks_for and possessor is not None and possessor.text.lower() in ("its", "their", "his", "her"):
            whose = self._pronoun(mention_at(tree, possessor)._replace(sort="pronoun"))
            if whose.span is not None:
                return Antecedent(whose.span, "whose")
        if not mention.definite:
            return NOBODY
        for known, why in (
            (self._roles.get(head.lemma), "holder of the office"),
            (self._nouns.get(head.lemma), "same noun"),
        ):
            if known and (one := self._one(known, head)) is not None:
                return Antecedent(one, why)
        generic = mention.sort == "body" and head.lemma in _ANY_BODY and not tree.child(head.i, "amod", "compound")
        if generic and (one := self._one(self._bodies, head)) is not None:
            return Antecedent(one, "only body named")
        return NOBODY

    @staticmethod
    def _one(known: dict[str, Mention], head: Token) -> tuple[int, int] | None:
        """The only one of several names that was given before the description; none when there are two."""
        before = [m for m in known.values() if m.head.i < head.i]
        if not before or (len(before) > 1 and len({m.head.text for m in before}) > 1):
            return None
        return before[0].start, before[0].end


#: Bodies that are said of any sort of body.
_ANY_BODY = frozenset("company firm group agency charity organisation organization business body outfit".split())


def _fits(word: str, mention: Mention) -> bool:
    if word in ("he", "she", "his", "her"):
        wanted = "male" if word in ("he", "his") else "female"
        return mention.sort in ("person", "name") and not mention.several and mention.gender in ("", wanted)
    if word in ("it", "its"):
        return mention.sort in ("body", "document", "name") and not (mention.several and mention.sort != "body")
    if word in ("they", "their", "them", "both"):
        return mention.sort == "body" or (mention.several and mention.sort in ("person", "name"))
    return False
