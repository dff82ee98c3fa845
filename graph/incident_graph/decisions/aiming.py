"""Aiming a decision: from what a person types (a letter, a question's name, a few words) to what it is keyed by."""

import difflib
from collections.abc import Iterable, Sequence

from incident_graph.accounts import Account, Excerpt
from incident_graph.decisions.answers import read_answer
from incident_graph.decisions.decision import Place, folded
from incident_graph.decisions.names import same_name
from incident_graph.decisions.places import find, occurrences, place_of
from incident_graph.errors import UsageError
from incident_graph.model import Answer, Claim, Incident
from incident_graph.model.ids import slug
from incident_graph.profile import AnswerType, Kinds, Question

#: Hex digits of an account's hash that are enough to name it.
_ENOUGH = 6
#: From how much likeness (of 100) a line is worth showing to someone who misquoted it.
_ALIKE = 50


def account_called(name: str, accounts: Sequence[Account]) -> Account:
    """The account with this letter, file name, or beginning of its SHA-256 (6 digits or more); UsageError when none."""
    for account in accounts:
        if name in (account.letter, account.file_name, account.id, account.sha256):
            return account
    hashed = name.lower().removeprefix("account-")
    found = [a for a in accounts if len(hashed) >= _ENOUGH and a.sha256.startswith(hashed)]
    found = found or [a for a in accounts if name.casefold() in (a.letter.casefold(), a.file_name.casefold())]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{a.letter} {a.file_name}" for a in accounts[:12])
    raise UsageError(f"no account is called {name!r}", hint=f"accounts: {known}")


def question_called(name: str, questions: Iterable[Question]) -> Question:
    """The question with this name ("listedOn", "listed-on"), label or IRI; UsageError, with the nearest, when none.

    >>> from incident_graph.profile import load_profiles
    >>> question_called("listed-on", load_profiles(["data-breach"]).questions.values()).name
    'listedOn'
    """
    asked = list(questions)
    wanted = folded(name)
    for question in asked:
        if name == question.iri or wanted in (folded(question.name), kebab(question.name), folded(question.label)):
            return question
    near = difflib.get_close_matches(name, [kebab(q.name) for q in asked], n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "see: incident-graph profile show"
    raise UsageError(f"no question is called {name!r}", hint=hint)


def kebab(name: str) -> str:
    """A question's name as one types it.

    >>> kebab("listedOn")
    'listed-on'
    """
    return slug("".join(f"-{c}" if c.isupper() else c for c in name))


def aim_at_claim(incident: Incident, account: Account, question: Question, quote: str, of: str) -> tuple[Place, Claim]:
    """The claim that rests on ``quote`` (all or part of its evidence), and what keys decisions on it.

    ``of`` is its answer, needed when several rest there. UsageError says what is there instead.
    """
    own = [c for c in incident.claims if c.account == account.id and c.question == question.iri]
    where = _standing(account, quote)
    found = [(c, e) for c in own for e in c.evidence if any(_around(e, start, end) for start, end in where)]
    if of:
        found = [(c, e) for c, e in found if folded(c.answer.label) == folded(of)]
    claims = list({c.id: (e, c) for c, e in reversed(found)}.values())
    if len({folded(c.answer.label) for _, c in claims}) == 1:
        excerpt, claim = claims[-1]
        return place_of(account, excerpt), claim
    said = "; ".join(f"“{c.answer.label}” (line {account.line_of(c.evidence[0].start)})" for c in own)
    here = f"{account.letter} {account.file_name}, {kebab(question.name)}"
    if claims:
        raise UsageError(
            f"{len(claims)} claims rest on these words", where=f"{here}: {said}", hint="say which with --of ANSWER"
        )
    raise UsageError(
        "no claim rests on these words", where=f"{here}: {said or 'no claim'}", hint="use the words quoted"
    )


def aim_at_name(incident: Incident, account: Account, quote: str) -> Place:
    """What keys decisions on the name written ``quote`` in ``account``; UsageError when no name is read there."""
    where = [account.excerpt(start, end) for start, end in _standing(account, quote)]
    for entity in incident.entities:
        for mention in entity.mentions if entity.named else ():
            if mention.account == account.id and any(same_name(mention, own) for own in where):
                return place_of(account, mention)
    raise UsageError("no name is read in these words", where=f"{account.letter} {account.file_name}: “{quote}”")


def aim_at_figure(incident: Incident, account: Account, quote: str) -> Place:
    """What keys decisions on the figure in ``quote``; UsageError when there is none, or several."""
    where = [account.excerpt(start, end) for start, end in _standing(account, quote)]
    found = [f.excerpt for f in incident.figures if any(f.excerpt.overlaps(own) for own in where)]
    exact = [e for e in found if e in where]
    if len(exact or found) == 1:
        return place_of(account, (exact or found)[0])
    what = "several figures are" if found else "no figure is"
    raise UsageError(f"{what} read in these words", where=f"{account.letter} {account.file_name}: “{quote}”")


def aim_at_words(account: Account, quote: str, prefix: str = "", suffix: str = "") -> Place:
    """What keys decisions on words that nothing was read in; UsageError when they are not there, or not only there."""
    _standing(account, quote)
    found = find(account, Place(account.sha256, quote, prefix, suffix))
    if found.excerpt is None:
        hint = "quote more words, or give those around them with --prefix and --suffix"
        raise UsageError(found.reason, where=f"{account.letter} {account.file_name}: “{quote}”", hint=hint)
    return place_of(account, found.excerpt)


def check_value(
    value: str, question: Question, kinds: Kinds | None, incident: Incident, account: Account, place: Place
) -> Answer | None:
    """The answer that ``value`` will be read as; UsageError when it is none of the sort the question asks for.

    ``kinds`` are those of the profiles; None when they are not at hand: then an answer that needs them is not checked
    before the build, and None comes back.
    """
    if kinds is None:
        if question.answer in (AnswerType.KIND, AnswerType.ENTITY):
            return None
        kinds = Kinds()
    found = find(account, place)
    evidence = found.excerpt or account.excerpt(0, len(account.text))
    try:
        return read_answer(value, question, kinds, {e.id: e for e in incident.entities}, account, evidence)
    except ValueError as error:
        raise UsageError(str(error), where=question.text or question.label) from error


def _standing(account: Account, quote: str) -> list[tuple[int, int]]:
    """Where the words stand; UsageError with the nearest line when they stand nowhere."""
    found = [(start, start + len(quote)) for start in occurrences(account.text, quote)]
    if found:
        return found
    from rapidfuzz import fuzz

    lines = [line.strip() for line in account.text.split("\n")]
    scores = [fuzz.partial_ratio(quote, line, score_cutoff=_ALIKE) if line else 0.0 for line in lines]
    best = max(range(len(lines)), key=lambda n: (scores[n], -n))
    nearest = f"nearest text is on line {best + 1}: “{lines[best][:100]}”" if scores[best] else ""
    raise UsageError(
        "quotation not found in its account",
        where=f"{account.letter} {account.file_name}: “{quote}”",
        hint=nearest or "quote the words exactly as they stand",
    )


def _around(excerpt: Excerpt, start: int, end: int) -> bool:
    return (excerpt.start <= start and end <= excerpt.end) or (start <= excerpt.start and excerpt.end <= end)
