"""The measures: of names, figures, answers, stance and conflicts, how much is right and how much is found."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incident_graph import model
from incident_graph.model import Incident
from incident_graph.values import Quantity
from scoring.alike import name_key, number_in
from scoring.gold import Answer, Figure, Gold, Parting
from scoring.reading import Call, Reading, stances

KINDS = frozenset("Person Organisation Platform Place Law Event Product Vehicle".split())
#: Verdicts, by name, that call a conflict, and those that ask somebody to look whether there is one.
CALLED = frozenset(("Conflicts", "Contests"))
TO_CHECK = CALLED | {"MayConflict", "DiffersUnlessLater"}
#: Each measure and its column heading. Of ALARMS less is better: it is a count.
MEASURES = {
    "names precision": "names P",
    "names recall": "names R",
    "figures precision": "figures P",
    "figures recall": "figures R",
    "answers precision": "answers P",
    "answers recall": "answers R",
    "stance": "stance",
    "conflicts precision": "conflicts P",
    "conflicts recall": "conflicts R",
    "to check precision": "to check P",
    "to check recall": "to check R",
    "false alarms": "false !",
}
ALARMS = "false alarms"

Measures = dict[str, float | None]


@dataclass(frozen=True)
class Tally:
    """Of what was said, the right and the wrong; of what there is to find, the found and the missed."""

    right: Collection[Any]
    wrong: Collection[Any]
    found: Collection[Any]
    missed: Collection[Any]

    @property
    def precision(self) -> float | None:
        """The share of the right among what was said; nothing when nothing was said."""
        return share(len(self.right), len(self.wrong))

    @property
    def recall(self) -> float | None:
        """The share of the found among what there is to find; nothing when there is none."""
        return share(len(self.found), len(self.missed))


def share(yes: int, no: int) -> float | None:
    """``yes`` of all, to four places.

    >>> share(1, 2), share(0, 3), share(0, 0)
    (0.3333, 0.0, None)
    """
    return round(yes / (yes + no), 4) if yes + no else None


def names(gold: Gold, incident: Incident) -> Tally:
    """Names by account and kind. Unnamed things and groups are left out; so is what the gold has as a description."""
    files = {account.id: account.file_name for account in incident.accounts}
    said = {
        (files[mention.account], name_key(mention.text), entity.kind)
        for entity in incident.entities
        if entity.named and entity.kind in KINDS
        for mention in entity.mentions
    }
    known = {name[:2] for name in gold.names}
    said = {name for name in said if name[:2] in known or name[:2] not in gold.descriptions}
    return Tally(said & gold.names, said - gold.names, said & gold.names, gold.names - said)


def figures(reading: Reading) -> Tally:
    """Figures with the right value in the right place. Numbers that are no facts (a telephone number, an advert) are
    judged neither way; a number that an answer gives is right though the gold does not list it."""

    def is_one(read: model.Figure, known: Figure) -> bool:
        return reading.at(read.excerpt, known.file, known.places) and known.value.fits(read.value)

    said = list({(read.excerpt, read.value): read for read in reading.incident.figures}.values())
    right, wrong = [], []
    for read in said:
        matched = [known for known in reading.gold.figures if is_one(read, known)]
        if any(known.fact for known in matched) or (not matched and _is_answer(reading, read)):
            right.append(read)
        elif not matched:
            wrong.append(read)
    wanted = [known for known in reading.gold.figures if known.required]
    found = [known for known in wanted if any(is_one(read, known) for read in said)]
    return Tally(right, wrong, found, [known for known in wanted if known not in found])


def _is_answer(reading: Reading, read: model.Figure) -> bool:
    value = read.value
    return isinstance(value, Quantity) and any(
        reading.at(read.excerpt, answer.file, answer.places) and number_in(answer.value, value)
        for answer in reading.gold.answers
    )


def answers(reading: Reading) -> tuple[Tally, float | None]:
    """Answers given in the question of their facet, against the claims of all such questions; and of those found the
    share whose stance is right in one claim at least. In that question an account may say the same a second time."""
    given = {}
    for answer, claims in reading.given.items():
        question = reading.asked.get(answer.facet)
        there = reading.claims.get(question, []) if question else []
        given[answer] = [claim for claim in there if claim in claims or reading.repeats(claim, answer)]
    right = {claim.id for claims in given.values() for claim in claims}
    said = [claim for question in sorted(set(reading.asked.values())) for claim in reading.claims[question]]
    found = [answer for answer, claims in given.items() if claims]
    well = sum(any(answer.stance in stances(claim) for claim in given[answer]) for answer in found)
    missed = [answer for answer, claims in given.items() if not claims]
    tally = Tally([c for c in said if c.id in right], [c for c in said if c.id not in right], found, missed)
    return tally, share(well, len(found) - well)


def conflicts(reading: Reading, verdicts: Collection[str] = CALLED) -> tuple[Tally, list[Parting]]:
    """Conflicts by the verdicts named, and the false alarms.

    A conflict is found when two readings so called, of the question of its facet, have files of two of its sides. Two
    readings so called are right when they find some conflict, wrong when the question is asked by a facet of the gold
    and they find none; in other questions nothing is judged. A false alarm is a trap or an agreement whose files two
    such readings put apart, though no real conflict does there.
    """
    called = [call for call in reading.calls if call.verdict in verdicts]
    real = [parting for parting in reading.gold.partings if parting.real]
    harmless = [*(p for p in reading.gold.partings if not p.real), *reading.gold.agreements]
    asked = reading.asked
    truly = {(asked.get(parting.facet), pair) for parting in real for pair in parting.pairs()}

    def apart(pair: frozenset[str], question: str | None) -> bool:
        return any(call.question == question and pair in call.pairs for call in called)

    def noted(parting: Parting) -> bool:
        return any(apart(pair, asked.get(parting.facet)) for pair in parting.pairs())

    judged = [call for call in called if call.question in asked.values()]
    right = [call for call in judged if any((call.question, pair) in truly for pair in call.pairs)]
    found = [parting for parting in real if noted(parting)]
    alarms = [
        parting
        for parting in harmless
        if any(
            apart(pair, asked.get(parting.facet)) and (asked.get(parting.facet), pair) not in truly
            for pair in parting.pairs()
        )
    ]
    wrong = [call for call in judged if call not in right]
    return Tally(right, wrong, found, [parting for parting in real if parting not in found]), alarms


def measure(gold: Gold, incident: Incident) -> Measures:
    """Every measure of one incident; nothing where there was nothing to judge."""
    reading = Reading(gold, incident)
    tallies = tallies_of(reading)
    rates = {f"{part} precision": tally.precision for part, tally in tallies.items()}
    rates |= {f"{part} recall": tally.recall for part, tally in tallies.items()}
    rates |= {"stance": answers(reading)[1], ALARMS: float(len(conflicts(reading)[1]))}
    return {name: rates[name] for name in MEASURES}


def tallies_of(reading: Reading) -> dict[str, Tally]:
    """What was said and found, by part."""
    return {
        "names": names(reading.gold, reading.incident),
        "figures": figures(reading),
        "answers": answers(reading)[0],
        "conflicts": conflicts(reading)[0],
        "to check": conflicts(reading, TO_CHECK)[0],
    }


def misses(gold: Gold, incident: Incident) -> Iterator[str]:
    """A line for everything that was missed or wrong. Not for blind incidents."""
    reading = Reading(gold, incident)
    for part, tally in tallies_of(reading).items():
        yield from sorted(f"{part}: missed: {_shown(reading, item)}" for item in tally.missed)
        yield from sorted(f"{part}: wrong: {_shown(reading, item)}" for item in tally.wrong)
    yield from sorted(f"{ALARMS}: {_shown(reading, item)}" for item in conflicts(reading)[1])


def _shown(reading: Reading, item: Any) -> str:
    """One thing of a tally in words."""
    if isinstance(item, Figure):
        return f"{item.file}: {item.text}"
    if isinstance(item, model.Figure):
        return f"{reading.files[item.excerpt.account]}: {item.excerpt.text} ({item.value})"
    if isinstance(item, Answer):
        return f"{item.facet}: {item.file}: {item.value}"
    if isinstance(item, model.Claim):
        question = item.question.rpartition("#")[2]
        return f"{question}: {reading.files[item.account]}: {item.answer.label} ({item.evidence[0].text!r})"
    if isinstance(item, Parting):
        return f"{item.facet}: {item.kind}: " + " / ".join(", ".join(sorted(side)) for side in item.sides)
    if isinstance(item, Call):
        return f"{item.question.rpartition('#')[2]}: {', '.join(sorted(item.left))} / {', '.join(sorted(item.right))}"
    return ", ".join(item)


def mean(runs: Collection[Mapping[str, float | None]]) -> Measures:
    """Each measure's mean over the incidents where it was judged.

    >>> {k: v for k, v in mean([{"stance": 0.5}, {"stance": 1.0}, {"stance": None}]).items() if v is not None}
    {'stance': 0.75}
    """
    judged = {name: [value for run in runs if (value := run.get(name)) is not None] for name in MEASURES}
    return {name: round(sum(values) / len(values), 4) if values else None for name, values in judged.items()}
