"""What a build ends with: how much was found, and how the accounts lie to each other. Never who is right."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incident_graph.model import Incident
    from incident_graph.selection.choosing import Choice

#: From more accounts on, they are not listed one by one.
_FEW = 26

#: So many of the words by which a profile was chosen are shown.
_SHOWN = 4

_WORDS = (
    ("Conflicts", "in conflict"),
    ("Contests", "contested"),
    ("MayConflict", "to check"),
    ("DiffersUnlessLater", "where they differ unless one is later"),
    ("Complements", "where both could be true"),
    ("Updates", "brought up to date"),
    ("Refines", "where one is more specific"),
    ("Agrees", "agreed"),
    ("SingleAccount", "answered by one account alone"),
)


def count(number: int, one: str, many: str = "") -> str:
    """
    >>> count(1, "account"), count(2, "entity", "entities"), count(0, "claim"), count(1200, "claim")
    ('1 account', '2 entities', '0 claims', '1,200 claims')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def verdict_count(name: str, number: int) -> str:
    """How many questions have the verdict of this name, in words.

    >>> verdict_count("Agrees", 2)
    '2 agreed'
    """
    return f"{number} {dict(_WORDS)[name]}"


def conflict_line(incident: "Incident") -> str:
    """How many conflicts between two readings are firm, and how many are to be checked; ``""`` where there are none.

    An account that is at odds with itself is in conflict with nobody.
    """
    holders = {reading.id: set(reading.witnesses) for reading in incident.readings}
    across = (pair for pair in incident.comparisons if len(holders[pair.left] | holders[pair.right]) > 1)
    verdicts = Counter(pair.verdict.value for pair in across)
    firm, unsure = verdicts["Conflicts"], verdicts["MayConflict"]
    if not firm and not unsure:
        return ""
    return f"{count(firm + unsure, 'conflict')} between readings: {firm} firm, {unsure} to check"


def profile_lines(choices: "Sequence[Choice]") -> list[str]:
    """Which profiles were chosen and by which words of the accounts; when none was, what that means.

    >>> profile_lines([])
    ['profile: general questions alone, no other fits (choose with --profile NAME; see incident-graph profile list)']
    """
    if not choices:
        how = "choose with --profile NAME; see incident-graph profile list"
        return [f"profile: general questions alone, no other fits ({how})"]
    lines = []
    for choice in choices:
        words = ", ".join(f"“{word}”" for word in choice.words[:_SHOWN])
        lines.append(f"profile: {choice.name}, for {words} in titles and first sentences (--profile chooses otherwise)")
    return lines


def summary_lines(incident: "Incident", *, warnings: int = 0) -> list[str]:
    """A few lines: accounts, entities, figures and claims; questions by verdict; who says nothing; warnings."""
    from incident_graph.comparison import summary

    named = sum(entity.named for entity in incident.entities)
    letters = [account.letter for account in incident.accounts]
    span = f" ({letters[0]}–{letters[-1]})" if len(letters) > 1 else ""
    lines = [
        f"{count(len(letters), 'account')}{span}, {count(named, 'named entity', 'named entities')}, "
        f"{count(len(incident.figures), 'figure')}, {count(len(incident.claims), 'claim')}"
    ]
    verdicts = Counter(issue.verdict.value for issue in incident.issues)
    found = [f"{verdicts[name]} {words}" for name, words in _WORDS if verdicts[name]]
    lines.append(f"{count(len(incident.issues), 'question')} answered" + (": " + ", ".join(found) if found else ""))
    if told := conflict_line(incident):
        lines.append(told)
    silent = Counter(account for issue in incident.issues for account in issue.silent)
    quiet = [f"{a.letter} on {silent[a.id]}" for a in incident.accounts if silent[a.id]]
    if len(letters) > _FEW:
        open_ = sorted(silent[a.id] for a in incident.accounts)
        lines.append(f"not stated: from {open_[0]} to {open_[-1]} of the {len(incident.issues)} questions an account")
    elif quiet:
        lines.append(f"not stated: {', '.join(quiet)} of the {len(incident.issues)} questions")
    sentence = summary(incident)
    if sentence:
        lines.append(sentence)
    if incident.rejected:
        lines.append(f"{count(len(incident.rejected), 'proposal')} not believed (kept in the run report)")
    if warnings:
        lines.append(f"{count(warnings, 'warning')}, above")
    return lines
