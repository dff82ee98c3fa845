"""The walk through the open cases: a panel each, one key each, every decision on disk before the next case."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from incident_graph.cli.plain_text import one_line
from incident_graph.decisions import Decision, append
from incident_graph.decisions.aiming import account_called, aim_at_name, check_value
from incident_graph.decisions.cases import Case
from incident_graph.errors import UsageError
from incident_graph.vocabulary import ENTITY_CLASSES

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from incident_graph.model import Incident
    from incident_graph.profile import Kinds

#: Key: verb, and what it does to each sort of case.
KEYS = {
    "a": ("accept", {"claim": "accept", "conflict": "accept", "name": "keep, without a class"}),
    "r": ("reject", {"claim": "reject", "conflict": "reject", "name": "no name", "merge": "keep apart"}),
    "t": ("retype", {"name": "type"}),
    "e": ("edit", {"claim": "edit value", "conflict": "edit value"}),
    "h": ("edit", {"claim": "how it is said", "conflict": "how it is said"}),
    "m": ("merge", {"merge": "merge", "name": "merge with …"}),
    "s": ("", dict.fromkeys(("claim", "conflict", "name", "merge"), "skip")),
    "u": ("", dict.fromkeys(("claim", "conflict", "name", "merge"), "undo")),
    "q": ("", dict.fromkeys(("claim", "conflict", "name", "merge"), "quit")),
}
_SORTS = {"conflict": "A conflict rests on this", "claim": "A weak claim", "merge": "One or two?", "name": "A name"}
_STANCES = {"a": "Asserts", "d": "Denies", "n": "NoEvidence", "u": "Unknown"}
_HELP = """\
a  accept: the words say this (a name: it is one, of no class)
r  reject: the words do not say this (a name: it is none; a pair: keep them apart)
t  type: what the name is: one of nine classes
e  edit: another value; it is read as the question expects
h  how it is said: stance, hedge, speaker, basis
m  merge: the two are one; of a name: with another that you type
s  skip: leave it open     u  undo the last decision     q  quit     ?  this help
Nothing here says who is right: you decide what an account says, not whether it is so.
Every decision is on disk when the next case appears."""


def stamp() -> str:
    """The time now, for those who want it in the log: ISO 8601, UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Walk:
    """One person's walk through ``cases``. ``kinds`` are the profile's, None when it is not at hand."""

    incident: "Incident"
    cases: Sequence[Case]
    path: str
    kinds: "Kinds | None" = None
    by: str = ""
    stamped: bool = False
    done: list[tuple[int, Decision]] = field(default_factory=list)
    _terminal: bool = field(default_factory=lambda: sys.stdin.isatty())

    def run(self) -> int:
        """Walk until the last case, a quit or the end of input; how many decisions stand that were not there before."""
        at = 0
        while at < len(self.cases):
            self._show(at)
            answer = self._answer(at)
            if answer is None:
                break
            at = answer
        return len(self.done)

    def _answer(self, at: int) -> int | None:
        """The number of the next case after a key was taken; None to stop."""
        case = self.cases[at]
        while True:
            key = self._key(case)
            if key in ("q", ""):
                return None
            if key == "s":
                return at + 1
            if key == "u":
                if self.done:
                    return self._undo()
                click.echo("nothing to undo")
                continue
            if key == "?":
                click.echo(_HELP)
                continue
            if key not in KEYS or case.sort not in KEYS[key][1]:
                click.echo(f"no {key!r} here; {_keys(case)}")
                continue
            try:
                decision = self._decide(case, key)
            except (UsageError, ValueError) as error:
                click.echo(f"not taken: {error}")
                continue
            if decision is None:
                continue
            self.done.append((at, self._keep(decision)))
            return at + 1

    def _undo(self) -> int:
        at, decision = self.done.pop()
        undo = Decision(
            "undo",
            decision.target,
            decision.at,
            question=decision.question,
            of=decision.of,
            other=decision.other,
        )
        self._keep(undo)
        click.echo(f"undone: {decision.verb}")
        return at

    def _decide(self, case: Case, key: str) -> Decision | None:
        """The decision that ``key`` means, with what else has to be typed; None when that was left empty."""
        verb = KEYS[key][0]
        if key == "t":
            return self._retype(case)
        if key == "e":
            return self._edit(case)
        if key == "h":
            return self._how(case)
        if case.sort == "merge":
            return case.decide("merge" if key == "m" else "split")
        if verb == "merge":
            return self._merge(case)
        return case.decide(verb)

    def _retype(self, case: Case) -> Decision | None:
        listed = "  ".join(f"{n} {name}" for n, name in enumerate(ENTITY_CLASSES, 1))
        typed = self._line(f"{listed}\nclass")
        if not typed:
            return None
        if typed.isdigit() and 1 <= int(typed) <= len(ENTITY_CLASSES):
            return case.decide("retype", value=ENTITY_CLASSES[int(typed) - 1])
        found = [name for name in ENTITY_CLASSES if name.lower().startswith(typed.lower())]
        if len(found) != 1:
            raise UsageError(f"no class, or more than one, begins with {typed!r}")
        return case.decide("retype", value=found[0])

    def _edit(self, case: Case) -> Decision | None:
        typed = self._line(f"instead of “{one_line(case.of)}”")
        if not typed:
            return None
        account = account_called(case.sightings[0].place.account, self.incident.accounts)
        question = next(i.question for i in self.incident.issues if i.question.iri == case.question)
        answer = check_value(typed, question, self.kinds, self.incident, account, case.sightings[0].place)
        if answer is not None and answer.label != typed:
            click.echo(f"read as: {one_line(answer.label)}")
        return case.decide("edit", value=typed)

    def _how(self, case: Case) -> Decision | None:
        stance = self._line("stance: a asserts, d denies, n no evidence, u unknown; empty keeps it")
        hedge = self._line("hedging words; - for none, empty keeps them")
        speaker = self._line("according to; - for the account itself, empty keeps it")
        basis = self._line("about which part or time; - for the whole, empty keeps it")
        if not (stance or hedge or speaker or basis):
            return None
        if stance and stance[:1].lower() not in _STANCES:
            raise UsageError(f"no stance begins with {stance!r}")
        return case.decide(
            "edit",
            stance=_STANCES[stance[:1].lower()] if stance else None,
            hedge=None if not hedge else "" if hedge == "-" else hedge,
            speaker=None if not speaker else "" if speaker == "-" else speaker,
            basis=None if not basis else "" if basis == "-" else basis,
        )

    def _merge(self, case: Case) -> Decision | None:
        typed = self._line("merge into which name")
        if not typed:
            return None
        for account in self.incident.accounts:
            if typed in account.text:
                try:
                    return case.decide("merge", other=aim_at_name(self.incident, account, typed))
                except UsageError:
                    continue
        raise UsageError(f"no name is written {typed!r}")

    def _keep(self, decision: Decision) -> Decision:
        """Write the decision down, with who and when if that is wanted."""
        signed = replace(decision, by=self.by, when=stamp() if self.stamped else "")
        append(self.path, signed)
        return signed

    # -- the terminal, or a pipe

    def _key(self, case: Case) -> str:
        """One key, in lower case; "" at the end of input."""
        if not self._terminal:
            return self._line(_keys(case), whole=False)[:1].lower() or ("" if self._ended else "s")
        click.echo(_keys(case) + "  ", nl=False)
        key = click.getchar()
        click.echo(key if key.isprintable() else "")
        if key in ("\x03",):
            raise KeyboardInterrupt
        return "q" if key in ("\x04", "\x1b") else "s" if key in ("\r", "\n", " ") else key.lower()

    _ended: bool = False

    def _line(self, prompt: str, *, whole: bool = True) -> str:
        """A line as typed, without the blanks around it."""
        click.echo(f"{prompt}: " if whole else f"{prompt}  ", nl=False)
        if self._terminal:
            return _read_line().strip()
        line = sys.stdin.readline()
        self._ended = not line
        click.echo("")
        return line.strip()

    def _show(self, at: int) -> None:
        show_case(self.cases[at], f"{at + 1} of {len(self.cases)}")


_read_line: Callable[[], str] = input


def _keys(case: Case) -> str:
    return (
        "  ".join(f"[{key}] {does[case.sort]}" for key, (_, does) in KEYS.items() if case.sort in does) + "  [?] help"
    )


def show_case(case: Case, progress: str) -> None:
    """Print one case: what it is about, the words in their context, and how far the walk has come."""
    from rich.console import Console, Group
    from rich.padding import Padding
    from rich.panel import Panel
    from rich.text import Text

    from incident_graph.cli.console import coloured

    console = Console(
        no_color=not coloured(sys.stdout), highlight=False, markup=False, emoji=False, width=None if _wide() else 100
    )
    head = Text(one_line(case.title), style="bold")
    if case.of:
        head.append("  =  ").append(one_line(case.of), style="bold yellow")
    if case.said:
        head.append(f"  ({one_line(case.said)})", style="italic")
    parts: list[RenderableType] = [head, Text(one_line(case.about), style="dim")]
    for number, seen in enumerate(case.sightings):
        where = f"{seen.letter} {one_line(seen.file_name)}, line {seen.line}"
        if case.sort == "conflict" and number:
            where = f"against it: {where}"
        body = Text(_flat(seen.before), style="dim")
        body.append(_quoted(seen.words, case.of))
        body.append(_flat(seen.after), style="dim")
        parts += [Text(f"\n{where}", style="cyan"), Padding(body, (0, 0, 0, 2))]
    title = f"{_SORTS[case.sort]} · {progress}"
    console.print(Panel(Group(*parts), title=Text(title), title_align="left"))


def _quoted(words: str, answer: str) -> "Text":
    """The words, marked; within them the answer's own words marked more; brackets where there is no colour."""
    from rich.text import Text

    flat = _flat(words)
    quoted = Text(f"⟦{flat}⟧", style="reverse" if sys.stdout.isatty() else "")
    if answer:
        quoted.highlight_words([answer], style="bold underline", case_sensitive=False)
    return quoted


def _flat(text: str) -> str:
    """``text`` on one line, with one blank at either end where there was space."""
    lead, trail = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if lead else ''}{one_line(text)}{' ' if trail and text.strip() else ''}"


def _wide() -> bool:
    return sys.stdout.isatty()
