"""Where a figure is being read: the account, the sentence, and the figures found in it so far."""

from dataclasses import dataclass, field

from incident_graph.accounts import Account
from incident_graph.extraction.evidence import FigureMention
from incident_graph.text.document import Sentence
from incident_graph.values import Quantity
from incident_graph.values.quantity_wording import Wording


@dataclass(frozen=True)
class Place:
    """One sentence of an account, with the figures ``found`` in it so far, in the order of the text."""

    account: Account
    sentence: Sentence
    found: list[FigureMention] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the whole account, in which all offsets count."""
        return self.account.text

    @property
    def start(self) -> int:
        """Where the sentence starts."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends."""
        return self.sentence.end

    def before(self, pos: int, length: int) -> str:
        """Up to ``length`` characters of the sentence before ``pos``."""
        return self.text[max(self.start, pos - length) : pos]

    def after(self, pos: int, length: int) -> str:
        """Up to ``length`` characters of the sentence from ``pos`` on."""
        return self.text[pos : min(self.end, pos + length)]

    def counts(self) -> list[FigureMention]:
        """The counts (of people or things) found so far."""
        return [
            f
            for f in self.found
            if isinstance(f.value, Quantity) and f.rules and f.rules[0].startswith(("count", "bare"))
        ]

    def made(
        self,
        wording: Wording,
        end: int,
        unit: str,
        rule: str,
        measures: str = "",
        noun: str = "",
        subset: int | None = None,
    ) -> FigureMention:
        """A figure whose excerpt runs from the comparator to ``end`` (at least to the end of the number)."""
        return FigureMention(
            self.account.excerpt(wording.start, max(end, wording.end)),
            self.account.excerpt(wording.core_start, wording.core_end),
            Quantity(wording.low, wording.high, wording.stated, unit),
            " ".join(measures.split()),
            noun,
            subset_of=subset,
            rules=(rule, *([wording.comparator] if wording.comparator else [])),
        )
