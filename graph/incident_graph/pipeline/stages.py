"""The stages of a build that read one account at a time: pure, picklable, and so anybody's work.

Between them stand the steps that pool what all accounts say. A stage gets a chunk of accounts with no more than it
needs of what was pooled; the profile it loads itself, once a process, from its sources.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points

from incident_graph.accounts import Account
from incident_graph.alignment.events import another_event
from incident_graph.annotators.frames import with_frames
from incident_graph.extraction.answers import find_answers
from incident_graph.extraction.country_codes import country_codes
from incident_graph.extraction.evidence import ClaimVote, FigureMention
from incident_graph.extraction.figure_sums import without_members
from incident_graph.extraction.figures import find_figures
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.parts import on_one_basis
from incident_graph.extraction.withdrawing import corrected
from incident_graph.names.mention import NameMention
from incident_graph.profile import Profile
from incident_graph.profile.loading import Sources, profile_from
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

#: The group of entry points under which packages add annotators: each takes a document and gives it back with a layer.
ANNOTATORS = "incident_graph.annotators"


@dataclass(frozen=True)
class Texts:
    """A chunk of accounts, the years in which any of them was published, and the pipeline that parses them."""

    accounts: tuple[Account, ...]
    told_in: frozenset[int]
    pipeline: str = ""  # the name of the one that parses; empty: the pinned one


@dataclass(frozen=True)
class Read:
    """What one account says by itself."""

    document: Document
    figures: tuple[FigureMention, ...]


@dataclass(frozen=True)
class Asked:
    """One account and what was pooled about it: its names, the figures that stand, the classes of its names."""

    document: Document
    names: tuple[NameMention, ...]
    figures: tuple[FigureMention, ...]
    classes: Mapping[str, str]


@dataclass(frozen=True)
class Questions:
    """A chunk of accounts, and the sources of the profile that asks them, and what finds answers."""

    sources: Sources
    accounts: tuple[Asked, ...]
    heard: frozenset[str]  # cues, frames


def read_texts(chunk: Texts) -> list[Read]:
    """Each account divided into sentences and parsed, with its figures."""
    documents = parse([read_document(account) for account in chunk.accounts], chunk.pipeline)
    documents = [with_frames(document) for document in documents]
    for annotate in _annotators():
        documents = [annotate(document) for document in documents]
    return [Read(document, tuple(find_figures(document, chunk.told_in))) for document in documents]


def answer(chunk: Questions) -> list[list[ClaimVote]]:
    """Each account's answers to the profile's questions."""
    profile = profile_from(chunk.sources)
    index, countries = _kinds(chunk.sources), country_codes()
    found = []
    for asked in chunk.accounts:
        figures = without_members(asked.figures)
        votes = find_answers(
            asked.document, profile, index, asked.names, figures, asked.classes, countries, chunk.heard
        )
        own = [vote for vote in votes if _of_this_incident(asked.document, vote, profile)]
        own = on_one_basis(asked.document, own, asked.figures, profile.questions)
        found.append(corrected(asked.document, own, asked.figures))
    return found


def _of_this_incident(document: Document, vote: ClaimVote, profile: Profile) -> bool:
    """Whether the grammar leaves an answer to this incident, and does not give it to another set beside it."""
    if profile.questions[vote.question].any_role:
        return True
    top = document.tree.top(vote.value.start, vote.value.end)
    return top is None or not another_event(document.tree, top)


def chunks(total: int, workers: int) -> list[slice]:
    """Even slices of ``total`` things: a few for each worker, so that none waits long for the last.

    >>> [(part.start, part.stop) for part in chunks(10, 1)], len(chunks(1000, 2)), len(chunks(5, 2))
    ([(0, 3), (3, 6), (6, 9), (9, 10)], 16, 5)
    """
    size = max(1, min(64, -(-total // (4 * workers))))
    return [slice(start, min(start + size, total)) for start in range(0, total, size)]


@lru_cache(maxsize=1)
def _annotators() -> tuple[Callable[[Document], Document], ...]:
    """What installed packages add to every document, by the names of their entry points."""
    return tuple(entry.load() for entry in sorted(entry_points(group=ANNOTATORS), key=lambda entry: entry.name))


@lru_cache(maxsize=4)
def _kinds(sources: Sources) -> KindIndex:
    return KindIndex(profile_from(sources).kinds)
