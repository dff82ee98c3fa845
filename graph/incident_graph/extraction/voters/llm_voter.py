"""A language model as a voter: it proposes claims; only those whose words stand in the text become votes."""

import re
import time
from collections.abc import Callable, Sequence

from incident_graph.accounts import Excerpt
from incident_graph.extraction.evidence import Candidate, ClaimVote, Voice
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.voters.llm_answer import Proposal, read_answer
from incident_graph.extraction.voters.llm_client import Client, Endpoint
from incident_graph.extraction.voters.llm_schema import STANCES, allowed_kinds, answer_schema, messages, question_ids
from incident_graph.extraction.voters.passage import SIZE, Passage, passages
from incident_graph.extraction.voters.spacy_voter import WEIGHT, trim
from incident_graph.extraction.voters.verify import find_quote, find_words
from incident_graph.extraction.voters.voter import Progress, Votes
from incident_graph.model.grade import MODEL
from incident_graph.names.gazetteer import plain
from incident_graph.names.mention import NameMention
from incident_graph.profile import AnswerType, Profile, Question
from incident_graph.text.document import Document
from incident_graph.text.documents import READ
from incident_graph.text.folding import fold

#: "no" and the like are said of an absent speaker or hedge by models that will not write null.
_NOTHING = frozenset({"", "null", "none", "n/a"})
_SMALL = frozenset("of the and for in on at de la du des der van von y & to".split())


class _RejectedError(Exception):
    """Why a proposal is not believed."""


class LlmVoter:
    """Votes on claims by any endpoint for chat completions; a claim of its own is tier B at most.

    ``size`` is about how many characters of an account go into one request; ``sleep`` waits between tries.
    """

    def __init__(self, endpoint: Endpoint, *, size: int = SIZE, sleep: Callable[[float], None] = time.sleep) -> None:
        self._endpoint = endpoint
        self._size = size
        self._client = Client(endpoint, sleep)

    @property
    def name(self) -> str:
        """``llm:MODEL``."""
        return f"llm:{self._endpoint.model}"

    def vote(self, documents: Sequence[Document], profile: Profile, progress: Progress) -> Votes:
        """Ask about each account, passage by passage. InputError: the endpoint is not there or does not answer."""
        names: list[NameMention] = []
        claims: list[ClaimVote] = []
        rejected: list[str] = []
        schema = answer_schema(profile)
        judge = _Judge(profile, self.name)
        parts = [passage for document in documents for passage in passages(document, self._size)]
        with self._client as client:
            for number, passage in enumerate(parts):
                progress(f"asking {self._endpoint.model}", number, len(parts))
                proposals, wrong = read_answer(client.ask(messages(profile, passage), schema))
                where = f"{self.name}, {passage.document.account.letter} {passage.document.account.file_name}"
                rejected += [_report(where, text) for text in wrong]
                for proposal in proposals:
                    try:
                        vote = judge.vote(passage, proposal)
                    except _RejectedError as reason:
                        rejected.append(_report(where, str(reason), proposal))
                        continue
                    claims.append(vote)
                    names += judge.names(passage, vote)
        return Votes(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(claims)), tuple(dict.fromkeys(rejected)))


class _Judge:
    """Turns proposals into votes, or says why not."""

    def __init__(self, profile: Profile, rule: str) -> None:
        self._questions = question_ids(profile)
        self._kinds = {iri: allowed_kinds(profile, question) for iri, question in profile.questions.items()}
        self._profile = profile
        self._index = KindIndex(profile.kinds)
        self._rule = rule

    def vote(self, passage: Passage, proposal: Proposal) -> ClaimVote:
        """The vote that a proposal is; raises _RejectedError."""
        question = self._questions.get(proposal.question)
        if question is None:
            raise _RejectedError("no such question")
        if proposal.stance not in STANCES:
            raise _RejectedError(f"no such stance: {proposal.stance or 'none given'}")
        found = find_quote(passage.text, proposal.quote, proposal.prefix, proposal.suffix)
        if found is None:
            raise _RejectedError("the quotation is not in the text")
        evidence = self._excerpt(passage, found)
        value, worded = self._value(passage, question, proposal, found)
        hedge = self._hedge(passage, proposal, found)
        speaker = self._speaker(passage, proposal, found)
        stance = proposal.stance
        if value.polarity is False:  # no, said in whatever way, is a denied yes
            stance = "Denies" if stance == "Asserts" else stance
            value = Candidate(value.start, value.end, "yes", polarity=True)
        if question.naming:
            stance, hedge = "Asserts", ""
        headline = any(
            s.block.kind in ("title", "heading") and s.start < evidence.end and evidence.start < s.end
            for s in passage.sentences
        )
        return ClaimVote(
            passage.document.account.id,
            question.iri,
            value,
            evidence,
            stance,
            hedge,
            (Voice(speaker),) if speaker is not None else (),
            "C" if headline or not worded else "B",
            (self._rule, "headline") if headline else (self._rule,),
            speaker is not None,
            MODEL,
        )

    def names(self, passage: Passage, vote: ClaimVote) -> list[NameMention]:
        """The name that an answer is, if it is written as one; typed when the question takes one class only."""
        question = self._profile.questions[vote.question]
        text = passage.document.account.text
        if question.answer is not AnswerType.ENTITY or "headline" in vote.rules:
            return []
        span = trim(text, vote.value.start, vote.value.end)
        if span is None or not _is_name(text[span[0] : span[1]]):
            return []
        opens = any(s.start <= span[0] and not text[s.start : span[0]].strip(" \"'“‘(") for s in passage.sentences)
        if opens and " " not in text[span[0] : span[1]]:
            return []  # a single word with the capital of its sentence
        excerpt = passage.document.account.excerpt(*span)
        classes = question.answer_classes
        votes = ((classes[0], WEIGHT, self._rule),) if len(classes) == 1 else ()
        return [NameMention(excerpt, plain(excerpt.text), votes)]

    def _excerpt(self, passage: Passage, found: tuple[int, int]) -> Excerpt:
        start, end = passage.span(*found)
        document: Document = passage.document
        if any(b.kind not in READ and b.start < end and start < b.end for b in document.blocks):
            raise _RejectedError("the quotation runs over what is not part of the story")
        return document.account.excerpt(start, end)

    def _value(
        self, passage: Passage, question: Question, proposal: Proposal, quote: tuple[int, int]
    ) -> tuple[Candidate, bool]:
        """The value, and whether its own words stand in the quotation."""
        whole = passage.span(*quote)
        words = fold(" ".join(proposal.value.split()))
        if question.answer is AnswerType.POLARITY:
            polarity = {"yes": True, "no": False, "true": True, "false": False}.get(words.lower())
            if polarity is None:
                raise _RejectedError("the value is neither yes nor no")
            return Candidate(*whole, "yes" if polarity else "no", polarity=polarity), True
        here = find_words(passage.text, words, *quote)
        if question.answer is AnswerType.KIND:
            return self._kind(passage, question, words, quote, here)
        if here is None:
            raise _RejectedError("the value is not in the quotation")
        label = clip(fold(passage.text[here[0] : here[1]]), 18)
        if len(label) < 2 and not label.isdigit():
            raise _RejectedError("the value says nothing")
        return Candidate(*passage.span(*here), label, phrase=question.answer is AnswerType.PHRASE), True

    def _kind(
        self, passage: Passage, question: Question, words: str, quote: tuple[int, int], here: tuple[int, int] | None
    ) -> tuple[Candidate, bool]:
        allowed = {label.lower(): iri for label, iri in self._kinds[question.iri].items()}
        kinds = self._profile.kinds
        said = [
            match
            for match in self._index.find(fold(passage.text[quote[0] : quote[1]]))
            if any(kinds.is_a(match.kind, wide) for wide in question.answer_kinds)
        ]
        iri = allowed.get(words.lower())
        if iri is None:
            if here is None:
                raise _RejectedError("the value is neither a kind of the question nor in the quotation")
            inside = [m for m in said if here[0] <= quote[0] + m.start and quote[0] + m.end <= here[1]]
            if not inside:
                raise _RejectedError("the value is no kind that answers the question")
            iri = inside[-1].kind
        place = next((m for m in said if m.kind == iri), None)
        span = passage.span(quote[0] + place.start, quote[0] + place.end) if place else passage.span(*(here or quote))
        candidate = Candidate(*span, kinds.by_iri[iri].label, kind=iri, kinds=frozenset({iri}))
        return candidate, place is not None or here is not None

    def _hedge(self, passage: Passage, proposal: Proposal, quote: tuple[int, int]) -> str:
        if proposal.hedge.lower() in _NOTHING:
            return ""
        sentence = _around(passage.text, quote)
        found = find_words(passage.text, proposal.hedge, *quote) or find_words(passage.text, proposal.hedge, *sentence)
        if found is None:
            raise _RejectedError("the hedge is not in the sentence")
        return fold(passage.text[found[0] : found[1]])

    def _speaker(self, passage: Passage, proposal: Proposal, quote: tuple[int, int]) -> Excerpt | None:
        if proposal.speaker.lower() in _NOTHING:
            return None
        found = find_words(passage.text, proposal.speaker, *quote)
        found = found or find_words(passage.text, proposal.speaker, nearest=quote[0])
        if found is None:
            raise _RejectedError("the speaker is not in the text")
        return self._excerpt(passage, found)


def _around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with what stands before and after it up to the next stop that ends a sentence, or line."""
    stops = [m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s|\n", text)]
    start = max((s for s in stops if s <= span[0]), default=0)
    end = min((s for s in stops if s >= span[1]), default=len(text))
    return start, end


def _is_name(words: str) -> bool:
    """Whether words are written as a name: each with a capital, but for small ones between.

    >>> _is_name("Board of Trade"), _is_name("a Dutch firm"), _is_name("Dutch firm")
    (True, False, False)
    """
    parts = words.split()
    return all(part[:1].isupper() or part[:1].isdigit() or (n > 0 and part in _SMALL) for n, part in enumerate(parts))


def _report(where: str, reason: str, proposal: Proposal | None = None) -> str:
    """One line of the run report."""
    if proposal is None:
        return f"{where}: {reason}"
    parts = [
        _short(proposal.question, 60) or "no question",
        _short(proposal.value, 80),
        f"“{_short(proposal.quote, 200)}”",
    ]
    return f"{where}: {reason}: " + ", ".join(part for part in parts if part)


def _short(text: str, size: int) -> str:
    clean = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return clean if len(clean) <= size else clean[: size - 1] + "…"
