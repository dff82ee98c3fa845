"""A spaCy pipeline as a voter: it votes on the names it finds, typed by their labels."""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from incident_graph.errors import UsageError
from incident_graph.extraction.voters.voter import Progress, Votes
from incident_graph.names.gazetteer import plain
from incident_graph.names.mention import NameMention
from incident_graph.profile import Profile
from incident_graph.text.document import Document
from incident_graph.vocabulary import ENTITY_CLASSES

#: Labels of the usual pipelines and the class each stands for; others (dates, money, nationalities) are passed over.
CLASS_OF = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organisation",
    "ORGANIZATION": "Organisation",
    "GPE": "Place",
    "LOC": "Place",
    "LOCATION": "Place",
    "FAC": "Place",
    "LAW": "Law",
    "EVENT": "Event",
    "PRODUCT": "Product",
    **{name.upper(): name for name in ENTITY_CLASSES},
}
#: Enough to decide a name that no cue decides; too little to outvote a cue that does.
WEIGHT = 0.9
_LEAD = re.compile(r"[\W_]*(?:(?:the|a|an)\s+(?=[^\W_]))?", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s|['’])?[^\w)]*$")


class SpacyVoter:
    """Votes on names by the entities of a spaCy pipeline; it makes no claims.

    Titles and headings are not read: their capitals mislead. Every span lies within one sentence.
    """

    def __init__(self, pipeline: Any, name: str) -> None:
        self._pipeline = pipeline
        self._name = name

    @classmethod
    def load(cls, name: str) -> "SpacyVoter":
        """The voter of an installed pipeline, by package name or path; UsageError when it or spaCy is not there."""
        try:
            spacy: Any = importlib.import_module("spacy")
        except ImportError as error:
            raise UsageError(
                "spaCy is not installed", where=str(error), hint="pip install 'incident-graph[spacy]'"
            ) from None
        try:
            pipeline = spacy.load(name)
        except (OSError, ValueError, ImportError) as error:
            if Path(name).exists():
                hint = "give the folder of a pipeline that this version of spaCy can load"
            else:
                hint = f"python -m spacy download {name}, or give the path of a pipeline"
            first = str(error).strip().partition("\n")[0]
            raise UsageError(f"no spaCy pipeline {name!r}", where=first[:200], hint=hint) from None
        shown = Path(name).name if Path(name).exists() else name
        return cls(pipeline, f"spacy:{shown}")

    @property
    def name(self) -> str:
        """``spacy:NAME``; of a path, its last part."""
        return self._name

    def vote(self, documents: Sequence[Document], profile: Profile, progress: Progress) -> Votes:
        """One vote a named entity; a pipeline that finds none at all is reported."""
        found: list[NameMention] = []
        heard = False
        for number, document in enumerate(documents):
            progress(self._name, number, len(documents))
            text = document.account.text
            spans = [(s.start, s.end) for s in document.sentences if s.block.kind not in ("title", "heading")]
            parsed: Iterable[Any] = self._pipeline.pipe([text[start:end] for start, end in spans])
            for (start, end), doc in zip(spans, parsed, strict=True):
                heard = heard or bool(doc.ents)
                found += self._mentions(document, start, end, doc)
        rejected = () if heard or not documents else (f"{self._name}: the pipeline found no entity in any account",)
        return Votes(names=tuple(found), rejected=rejected)

    def _mentions(self, document: Document, start: int, end: int, doc: Any) -> Iterator[NameMention]:
        for entity in doc.ents:
            kind = CLASS_OF.get(str(entity.label_).upper())
            if kind is None:
                continue
            span = trim(document.account.text, start + entity.start_char, min(end, start + entity.end_char))
            if span is None:
                continue
            excerpt = document.account.excerpt(*span)
            yield NameMention(excerpt, plain(excerpt.text), ((kind, WEIGHT, self._name),))


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name proper within ``start..end``: no article, stray mark or possessive; ``None`` when no name is left.

    >>> text = "the Harbour Board’s"
    >>> a, b = trim(text, 0, len(text))
    >>> text[a:b]
    'Harbour Board'
    >>> trim("the 300", 0, 7) is None, trim("police", 0, 6) is None
    (True, True)
    """
    words = text[start:end]
    lead = _LEAD.match(words)
    left = lead.end() if lead else 0
    tail = _TAIL.search(words)
    right = tail.start() if tail else len(words)
    name = words[left:right]
    letters = [c for c in name if c.isalpha()]
    cased = [c for c in letters if c.isupper() or c.islower()]
    if not letters or (cased and not any(c.isupper() for c in cased)) or "\n\n" in name:
        return None
    return start + left, start + right
