"""The decisions file: one JSON object a line, only ever appended to."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from incident_graph.decisions.decision import Decision
from incident_graph.errors import DecisionError, OutputError


def load(path: str | os.PathLike[str]) -> list[Decision]:
    """The decisions in the file at ``path``, in its order; empty lines are passed over.

    Raises ``DecisionError`` naming the file and the line when it cannot be read, or a line is no decision.
    """
    where = os.fspath(path)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        hint = "review makes one: incident-graph review" if isinstance(error, FileNotFoundError) else ""
        raise DecisionError(f"the decisions cannot be read: {error.strerror}", where=where, hint=hint) from error
    return parse(data, where)


def parse(data: bytes, where: str = "") -> list[Decision]:
    """The decisions that ``data`` holds (UTF-8, any line ends); ``where`` names it in errors, as `load` has them."""
    found = []
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        place = f"{where}, line {number}" if where else f"line {number}"
        try:
            text = raw.decode("utf-8").strip(" \t\r")
            if text:
                found.append(Decision.from_json(text, line=number))
        except UnicodeDecodeError as error:
            raise DecisionError("the decisions are not UTF-8", where=place) from error
        except ValueError as error:
            hint = "mend the line or take it out; the lines around it are not touched"
            raise DecisionError(f"not a decision: {error}", where=place, hint=hint) from error
    return found


def append(path: str | os.PathLike[str], decision: Decision) -> None:
    """Add one line to the file at ``path``, which is made when it is not there; on disk when this returns.

    Raises ``OutputError`` when it cannot be written.
    """
    try:
        with open(path, "ab+") as out:
            if out.tell():
                out.seek(-1, os.SEEK_END)
                if out.read(1) != b"\n":
                    out.write(b"\n")
            out.write(decision.to_json().encode("utf-8") + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise OutputError(f"the decision cannot be written: {error.strerror}", where=os.fspath(path)) from error


def standing(decisions: Iterable[Decision]) -> tuple[list[Decision], list[Decision]]:
    """The decisions that stand, in order, and the undos that undo nothing.

    ``undo`` takes back the last decision on the same thing. Of accepting and rejecting the same thing the last counts.
    """
    kept: list[Decision] = []
    idle: list[Decision] = []
    for decision in decisions:
        if decision.verb == "undo":
            place = next((n for n in reversed(range(len(kept))) if _same(kept[n], decision)), None)
            if place is None:
                idle.append(decision)
            else:
                del kept[place]
            continue
        if decision.verb in ("accept", "reject"):
            kept = [d for d in kept if d.verb not in ("accept", "reject") or not _same(d, decision)]
        kept.append(decision)
    return kept, idle


def _same(one: Decision, other: Decision) -> bool:
    return one.key == other.key


def already(decisions: Sequence[Decision], decision: Decision) -> bool:
    """Whether ``decision`` (who and why aside) is the last standing one on its thing."""
    on_it = [d for d in standing(decisions)[0] if _same(d, decision)]
    return bool(on_it) and _bare(on_it[-1]) == _bare(decision)


def _bare(d: Decision) -> tuple[object, ...]:
    return (d.verb, d.key, d.value, d.stance, d.certainty, d.hedge, d.speaker, d.basis)
