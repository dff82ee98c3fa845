"""A value: a figure with what it counts, what is said of it, where, and whether it is of this incident."""

from typing import NamedTuple

from incident_graph.extraction.evidence import FigureMention
from incident_graph.values import Period, Quantity


class Value(NamedTuple):
    """One figure of one account, as the grammar of its sentence places it; lemmas are lower case.

    ``heads`` are the nouns it counts or measures, ``predicates`` the lemmas of what is said of them (verb,
    predicative adjective or noun, participle), ``concepts`` the concepts (see ``lexicon``) that either belongs to,
    ``role`` how the counted phrase stands to the verb and ``link`` by which preposition, ``undergoers`` what else the
    verb has for objects, ``clause`` the other words of substance about it, ``narrow`` the modifiers that narrow what is
    counted, ``names`` the names in the clause.
    """

    account: str
    sentence: int
    figure: FigureMention
    sort: str  # what it can be set against: "count:person", "money", "date", a unit
    heads: frozenset[str]
    predicates: frozenset[str]
    concepts: frozenset[str]
    role: str  # agent · patient · other
    link: str  # the preposition by which the phrase hangs on the verb: "for"
    undergoers: frozenset[str]  # what the predicate happens to, or is done with: objects, passive subjects
    doers: frozenset[str]  # names of who does it: subjects and by-phrases
    extent: frozenset[str]  # the nouns of its objects and of what the counted phrase is "of": on what basis it counts
    clause: frozenset[str]
    narrow: frozenset[str]
    names: frozenset[str]
    body: bool  # stands in the text, not only in a title, heading or list
    part: bool  # some of what another figure counts

    @property
    def quantity(self) -> Quantity | None:
        """Its value, if it is a quantity."""
        return self.figure.value if isinstance(self.figure.value, Quantity) else None

    @property
    def period(self) -> Period | None:
        """Its value, if it is a date or time."""
        return self.figure.value if isinstance(self.figure.value, Period) else None
