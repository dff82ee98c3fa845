"""What matters first: the order of issues, and a summary to quote."""

import re
from collections import Counter

from incident_graph.comparison.comparing import LIMIT, question_order
from incident_graph.comparison.strength import Strengths
from incident_graph.model import Incident, Issue, Reading, Verdict

#: From how many readings the largest set of incompatible ones is looked for.
_TRIES = 20

#: The first sentence: how many conflicts it leads with, how long it may be, how many answers it names, how long each.
_LED, _QUOTABLE, _NAMED, _LABEL = 3, 280, 3, 56

#: What in a label would run into the label after it.
_RUNNING = re.compile(r"[,;:]|\bor\b|\band\b")

#: What sets issues of one verdict in order: the less, the earlier.
Weight = tuple[float, ...]

_NONE = "The two accounts are not in conflict."
_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def in_words(number: int) -> str:
    """A count as prose has it: words up to twelve.

    >>> in_words(3), in_words(13)
    ('three', '13')
    """
    return _WORDS[number] if number < len(_WORDS) else str(number)


def issue_order(incident: Incident) -> tuple[Issue, ...]:
    """The issues, what matters most first.

    By verdict (conflicts, contests, to check, differing unless later, complements, updates, refines, agrees, one
    account only); then, for what is to be checked, by the ``strength`` of its strongest pair; for the others by how
    many independent witnesses stand on the weaker side of the best-supported pair with that verdict, then on both; then
    pairs that are said flatly before those that are hedged or attributed; then by the question's own order.
    """
    readings = {reading.id: reading for reading in incident.readings}
    strengths = Strengths(incident)
    best: dict[str, Weight] = {}
    verdicts = {issue.id: issue.verdict for issue in incident.issues}
    for pair in incident.comparisons:
        if pair.verdict is verdicts.get(pair.issue):
            sides = sorted(readings[side].independent_witnesses for side in (pair.left, pair.right))
            weight: Weight = (-sides[0], -sum(sides), int(pair.weak))
            if pair.verdict is Verdict.MAY_CONFLICT:
                weight = tuple(-part for part in strengths.of(pair))
            best[pair.issue] = min(weight, best.get(pair.issue, weight))
    for reading in incident.readings:
        if verdicts.get(reading.issue) in (Verdict.AGREES, Verdict.SINGLE):
            weight = (-reading.independent_witnesses, -len(reading.witnesses))
            best[reading.issue] = min(weight, best.get(reading.issue, weight))

    def key(issue: Issue) -> tuple[int, Weight, tuple[int, str, str]]:
        return -issue.verdict.strength, best.get(issue.id, (0,)), question_order(issue.question)

    return tuple(sorted(incident.issues, key=key))


def summary(incident: Incident) -> str:
    """A few sentences on how the accounts relate, never on who is right.

    >>> summary(Incident("An incident", "https://example.org/"))
    'No account answers any question.'
    """
    return " ".join(summary_sentences(incident))


def summary_sentences(incident: Incident) -> list[str]:
    """The sentences of the summary: the first can be quoted alone and says what divides the accounts most."""
    answered = {reading.issue for reading in incident.readings}
    ordered = [issue for issue in issue_order(incident) if issue.id in answered]
    if not ordered:
        return ["No account answers any question."]
    answering = len({account for reading in incident.readings for account in reading.witnesses})
    if answering == 1:
        return [f"One account answers {_count(len(ordered), 'question')}; there is nothing to set it against."]
    by_verdict = {verdict: [issue for issue in ordered if issue.verdict is verdict] for verdict in Verdict}
    parts = []
    if apart := by_verdict[Verdict.CONFLICTS]:
        parts.append(_capital("; ".join(_telling(incident, apart))) + ".")
    elif by_verdict[Verdict.MAY_CONFLICT]:
        parts.append(f"No conflict between the {in_words(answering)} accounts is firm.")
    elif by_verdict[Verdict.CONTESTS]:
        parts.append(f"No two of the {in_words(answering)} accounts are in conflict." if answering > 2 else _NONE)
    calm = not parts and not by_verdict[Verdict.CONTESTS]
    parts.append(_capital(_counts(answering, len(ordered), by_verdict, calm=calm)) + ".")
    if agreed := by_verdict[Verdict.AGREES]:
        parts.append(_agreed(incident, agreed[0]) + ".")
    held = Counter(reading.issue for reading in incident.readings)
    crowded = [issue for issue in ordered if held[issue.id] > LIMIT]
    if crowded:
        names = ", ".join(f"“{issue.question.label}”" for issue in crowded)
        parts.append(f"Of the readings of {names}, only the {LIMIT} with the most witnesses were compared.")
    return parts


def _telling(incident: Incident, issues: list[Issue]) -> list[str]:
    """What the first of these conflicts are about: as many as make a sentence that can be quoted."""
    said: list[str] = []
    for issue in issues[:_LED]:
        clause = _incompatible(incident, issue, again=bool(said))
        if said and sum(map(len, said)) + len(clause) > _QUOTABLE:
            break
        said.append(clause)
    return said


def _incompatible(incident: Incident, issue: Issue, *, again: bool) -> str:
    """The largest set of readings found that all exclude one another, and who holds them; shorter if ``again``."""
    pairs = [c for c in incident.comparisons if c.issue == issue.id and c.verdict is Verdict.CONFLICTS]
    apart = {frozenset((pair.left, pair.right)) for pair in pairs}
    rivals = {reading for pair in apart for reading in pair}
    readings = sorted(
        (reading for reading in incident.readings if reading.id in rivals),
        key=lambda reading: (-len(reading.witnesses), reading.id),
    )
    sets: list[list[Reading]] = []
    for first in readings[:_TRIES]:
        chosen = [first]
        for reading in readings:
            if all(frozenset((reading.id, other.id)) in apart for other in chosen):
                chosen.append(reading)
        sets.append(chosen)
    largest = max(sets, key=lambda chosen: (len(_holders(chosen)) > 1, len(chosen)), default=[])
    accounts = len(_holders(largest))
    who = in_words(accounts) if again else _count(accounts, "account")
    gives = "gives" if accounts == 1 else "give"
    answers = in_words(len(largest)) + ("" if again else " incompatible answers")
    return f"{who} {gives} {answers} to “{issue.question.label}”{_named(largest)}"


def _holders(readings: list[Reading]) -> set[str]:
    return {account for reading in readings for account in reading.witnesses}


def _named(readings: list[Reading]) -> str:
    """The labels of readings as the end of a clause: the first, and how many others; quoted where a label has words
    that would run into the next."""
    labels = [_short(reading.label) for reading in readings]
    if any(_RUNNING.search(label) for label in labels):
        labels = [f"“{label}”" for label in labels]
    if len(labels) < 2:
        return f": {labels[0]}" if labels else ""
    if len(labels) <= _NAMED:
        return f": {', '.join(labels[:-1])} or {labels[-1]}"
    return f": {', '.join(labels[: _NAMED - 1])} and {in_words(len(labels) - _NAMED + 1)} others"


def _short(label: str) -> str:
    """A label that fits a sentence: on one line, cut at a word."""
    text = " ".join(label[: _LABEL * 4].split())
    if len(text) <= _LABEL:
        return text
    at_a_word = text[:_LABEL].rpartition(" ")[0].rstrip(" ,;:")
    return (at_a_word or text[: _LABEL - 1]) + "…"


def _counts(accounts: int, issues: int, by_verdict: dict[Verdict, list[Issue]], *, calm: bool) -> str:
    phrases = {
        Verdict.CONFLICTS: "cannot all be right on {}",
        Verdict.CONTESTS: "contest one another's answers to {}",
        Verdict.MAY_CONFLICT: "may conflict on {} (to check)",
        Verdict.DIFFERS_UNLESS_LATER: "differ, unless one is later, on {}",
        Verdict.COMPLEMENTS: "complement one another on {}",
        Verdict.UPDATES: "bring one another up to date on {}",
        Verdict.REFINES: "differ only in detail on {}",
        Verdict.AGREES: "agree on {}",
    }
    said = [text.format(in_words(n)) for verdict, text in phrases.items() if (n := len(by_verdict[verdict]))]
    if single := len(by_verdict[Verdict.SINGLE]):
        said.append(f"leave {in_words(single)} to one account alone")
    listed = said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]
    of = f"of {_count(issues, 'question')} that they answer"
    if calm:
        none = "the two accounts do not" if accounts == 2 else f"no two of the {in_words(accounts)} accounts"
        return f"{none} contradict one another: {of}, they {listed}"
    return f"{of}, the {in_words(accounts)} accounts {listed}"


def _agreed(incident: Incident, issue: Issue) -> str:
    reading = next(reading for reading in incident.readings if reading.issue == issue.id)
    silent = f", {in_words(len(issue.silent))} silent" if issue.silent else ""
    accounts = _count(len(reading.witnesses), "account")
    return f"Most widely shared is “{issue.question.label}”: {reading.label} ({accounts}{silent})"


def _count(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun}{'' if number == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
