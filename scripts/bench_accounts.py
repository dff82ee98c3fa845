#!/usr/bin/env python3
"""Invented accounts of invented data breaches, as many as wanted, to measure how the work grows.

    scripts/bench_accounts.py FOLDER --accounts 1000                  one incident
    scripts/bench_accounts.py FOLDER --accounts 1000 --incidents 100  a folder for each of 100 incidents

The same numbers give the same bytes. Every account of an incident answers the same questions out of a few alternatives,
with figures, dates, hedges, denials and speakers, in wordings that vary; it quotes people of a common cast and a few of
its own; one in fifty is a reprint of another. Nothing is taken from any real text.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FIRST = """Ada Alma Anton Beate Bruno Carla Cedric Daria Dorian Edda Emil Fenna Felix Greta Gideon Hanna
Henrik Ines Ivo Jana Joris Kira Klaus Lena Lorenz Maia Marek Nadia Nils Olga Otto Petra Pavel Rhea Rufus Selma
Simon Tilda Tomas Ulla Viktor Wanda Xenia Yann Zelda Zoran Agnes Basil Celia Dmitri""".split()
_HEAD = "Bren Cald Dorn Eld Fal Gar Hal Ing Kel Lor Mar Nor Ost Pel Rav Sed Tor Ulv Var Wend".split()
_TAIL = "ach by cott den ell ford gate holm ing kamp ler mont nes old quist rup stad trop vik wald".split()
_OUTLET = "Courier Herald Observer Gazette Tribune Dispatch Chronicle Mercury Sentinel Ledger".split()
_MONTHS = "January February March April May June July August September October November December".split()

_HOLDERS = ("{town} General Hospital", "{town} Health Trust", "the {town} Heart Study", "{name} Insurance")
_SUPPLIERS = ("{name} Systems", "{name} Data Services", "{name} Technologies", "{name} Software")
_WATCHERS = ("{name} Security", "{name} Labs", "{name} Group", "{name} Intelligence")
_VENUES = ("{name}Bazaar", "{name} Market", "{name}Hub", "a dark-web forum", "a Telegram channel")
_SUBJECTS = ("patients", "customers", "volunteers", "members")
_MEANS = (
    "a misconfigured database that anyone could open",
    "a phishing campaign against its staff",
    "a ransomware attack on an old server",
    "an insider with access to the archive",
    "a flaw in software that was exploited for weeks",
)
_KINDS = ("names", "home addresses", "dates of birth", "email addresses", "phone numbers", "medical histories",
          "prescription records", "bank details", "passport numbers", "hashed passwords", "genetic data")  # fmt: skip
_ROLES = (
    "minister",
    "spokesperson",
    "chief executive",
    "data protection lawyer",
    "security analyst",
    "patient advocate",
)

#: Each question's sentences: ``{…}`` are filled from the incident's alternatives, the account's own people and hedges.
_TOLD: dict[str, tuple[str, ...]] = {
    "peopleAffected": (
        "{Hedge}the records of {count} {subjects} were exposed.",
        "Details of {count} {subjects} had leaked, {speaker} said.",
        "According to {speaker}, data on {count} {subjects} was taken.",
        "The files held information on {count} {subjects}, {outlet_said}.",
        "In all, {count} {subjects} had their data compromised.",
    ),
    "heldBy": (
        "The records were taken from {supplier}, which keeps the archive for {holder}.",
        "{speaker} said the data came from {supplier}.",
        "{Hedge}the files were stolen from {supplier}, a contractor.",
        "The data originated from {holder} itself, not from any supplier, {speaker} said.",
    ),
    "howItGotOut": (
        "The leak was caused by {means}.",
        "{speaker} blamed {means}.",
        "{Hedge}the data got out through {means}.",
        "{holder} denied that {means} was behind the leak.",
    ),
    "listedOn": (
        "The database was offered for sale on {venue}.",
        "A listing appeared on {venue} and was seen by {watcher}.",
        "{Hedge}the files were posted on {venue}, where they drew buyers at once.",
        "{speaker} said the data had been advertised on {venue}.",
    ),
    "askingPrice": (
        "The seller asked {price} for the whole set.",
        "The price was {price}, payable in bitcoin, {speaker} said.",
        "It was offered for {price}.",
    ),
    "whenListed": (
        "The listing first appeared on {listed}.",
        "It was posted on {listed}, according to {watcher}.",
        "{Hedge}the data was first advertised on {listed}.",
    ),
    "whenKnown": (
        "Officials learned of it on {known}.",
        "On {known} the company was told by {watcher}.",
        "{holder} said it became aware on {known}.",
    ),
    "whenTold": (
        "Those affected will receive a letter by {told}.",
        "{subjects_cap} were notified by email on {told}.",
    ),
    "foundBy": (
        "The sale was discovered by {watcher}.",
        "The listing was spotted by researchers at {watcher}, {speaker} said.",
        "It was found by journalists of {outlet}.",
    ),
    "anonymised": (
        "The data was anonymised, {speaker} said.",
        "The records were not anonymised and carried full names.",
        "{Hedge}the files had been pseudonymised.",
    ),
    "dataKinds": (
        "The files included {kind_a}, {kind_b} and {kind_c}.",
        "A sample seen by {watcher} contained {kind_a} and {kind_b}.",
        "Among the data exposed were {kind_b} and {kind_c}, {speaker} said.",
    ),
    "coreSystemHit": (
        "{holder} said its own systems were not breached.",
        "{speaker} said the core network had been broken into.",
        "There is no evidence that its internal systems were hit, {speaker} said.",
    ),
    "published": (
        "There is no evidence that the data has been misused, {speaker} said.",
        "Samples of the data had been published online by {listed}.",
        "None of the records have been published, {holder} said.",
    ),
    "stateInvolved": (
        "{speaker} said no state was involved.",
        "{Hedge}a foreign state was behind it.",
    ),
    "regulatorStep": (
        "The data protection regulator has opened an investigation.",
        "The Information Commissioner's Office was notified within {hours} hours.",
        "The regulator fined {supplier} {fine}, {speaker} said.",
    ),
    "accessTime": (
        "The intruders were inside the network for {weeks} weeks.",
        "The server lay open for {weeks} weeks before anyone noticed, {speaker} said.",
    ),
    "arrests": (
        "Police have arrested {few} people.",
        "Nobody has been arrested, {speaker} said.",
    ),
    "reportWithin": ("The law asks that a breach be reported within {hours} hours.",),
}  # fmt: skip
_HEDGES = ("Reportedly ", "It is thought that ", "It appears that ", "Allegedly ", "It seems ", "", "", "", "", "")
_TITLES = ("What is known of the", "Questions after the", "Inside the", "Fallout from the")
_WHO = (
    "Neighbours of the {place}", "Several {people} at the {place}", "A retired {person}", "Many {people} in a {place}",
    "The caretaker of the {place}", "A young {person} near the {place}", "A group of {people}", "The new {person}",
    "Some {people} who use the {place}", "A queue of {people} outside the {place}",
)  # fmt: skip
_PLACES = "library canteen station square museum harbour bakery gallery market hall garden chapel workshop".split()
_PERSON = "teacher nurse clerk plumber student driver gardener baker cyclist pensioner tailor porter".split()
_DID = (
    "shrugged at", "had little patience for", "talked at length about", "had no quarrel with", "kept a record of",
    "wanted to hear more of", "had grown tired of", "made light of", "listened politely to", "asked twice about",
)  # fmt: skip
_WHAT = (
    "the talk of passwords", "the long forms", "the new posters", "the helpline music", "the queue at the counter",
    "the letters that came late", "the price of stamps", "the promise of a review", "the usual advice",
    "the rumours going about", "the printed notices", "the closed window",
)  # fmt: skip
_WHEN = (
    "while rain fell on the {place}", "as the evening went on", "over tea in the {place}", "before the shops shut",
    "on the way to the {place}", "with a glance at the clock", "for most of the morning", "without raising a voice",
    "and then went back to the {place}", "until the lights came on", "between trains",
)  # fmt: skip


@dataclass(frozen=True)
class Incident:
    """What the accounts of one incident choose from: a few alternatives for each thing they tell."""

    name: str
    choices: dict[str, tuple[str, ...]]


def make_incident(number: int, *, seed: int = 1) -> Incident:
    """The alternatives of incident ``number``; the same numbers give the same ones."""
    draw = random.Random(f"incident {seed} {number}")
    town, firm = _place(draw), _place(draw)
    names = [_place(draw) for _ in range(12)]
    size = draw.choice((4_000, 60_000, 350_000, 1_200_000, 5_000_000))
    counts = [f"{size:,}", f"about {size:,}", f"more than {size:,}", f"at least {size * 3 // 4:,}", f"{size * 2:,}"]
    month, day, year = draw.choice(_MONTHS), draw.randint(2, 12), draw.randint(2019, 2026)
    price = draw.choice((2_000, 15_000, 40_000, 90_000))
    return Incident(
        f"{town} {draw.choice(('records', 'files', 'archive', 'database'))} leak {number + 1}",
        {
            "count": tuple(counts),
            "subjects": (draw.choice(_SUBJECTS),),
            "holder": (_holder(draw, town, firm),),
            "supplier": tuple(text.format(name=name) for text, name in zip(_SUPPLIERS[:3], names, strict=False)),
            "watcher": tuple(text.format(name=name) for text, name in zip(_WATCHERS, names[3:], strict=False)),
            "venue": tuple(dict.fromkeys(text.format(name=names[8]) for text in draw.sample(_VENUES, 3))),
            "means": tuple(draw.sample(_MEANS, 3)),
            "price": (f"${price:,}", f"about ${price:,}", f"${price * 2:,}"),
            "listed": tuple(f"{day + n} {month} {year}" for n in (0, 0, 1, 3)),
            "known": tuple(f"{day + n} {month} {year}" for n in (4, 4, 6)),
            "told": tuple(f"{day + n} {month} {year}" for n in (9, 12)),
            "weeks": ("three", "six", "about five"),
            "hours": ("72", "24"),
            "few": ("two", "three"),
            "fine": ("£200,000", "£1.5 million"),
            "cast": tuple(f"{_person(draw)}, {_article(role)}," for role in draw.choices(_ROLES, k=10)),
        },
    )


def make_account(incident: Incident, number: int, *, seed: int = 1) -> str:
    """The text of account ``number`` of an incident, of two to four thousand characters, in Markdown's plain form."""
    draw = random.Random(f"account {seed} {incident.name} {number}")
    reprint = number > 5 and draw.random() < 0.02
    if reprint:
        source = draw.randrange(number)
        text = make_account(incident, source, seed=seed)
        return f"{text.rstrip()}\n\nSource: {_outlet(random.Random(f'outlet {incident.name} {source}'))}\n"
    own = [f"{_person(draw)}, {_article(draw.choice(_ROLES))}," for _ in range(2)]
    outlet = _outlet(random.Random(f"outlet {incident.name} {number}"))
    fixed = {key: _skewed(draw, values) for key, values in incident.choices.items() if key != "cast"}
    if draw.random() < 0.05:  # a figure that no other account has
        fixed["count"] = f"{draw.randint(1_000, 9_999_999):,}"
    kinds = dict(zip(("kind_a", "kind_b", "kind_c"), draw.sample(_KINDS, 3), strict=True))
    told = [question for question in _TOLD if draw.random() < 0.75]
    draw.shuffle(told)
    paragraphs: list[str] = []
    for question in told:
        pattern = draw.choice(_TOLD[question])
        speaker = draw.choice((*incident.choices["cast"], *own))
        hedge = draw.choice(_HEDGES)
        fields = {**fixed, **kinds, "speaker": speaker, "outlet": outlet, "outlet_said": f"the {outlet} has learned"}
        fields |= {"Hedge": hedge, "subjects_cap": fixed["subjects"].capitalize()}
        sentence = pattern.format(**fields).replace(",,", ",")
        sentences = [_sentence(sentence), *(_filler(draw) for _ in range(draw.choice((1, 1, 2))))]
        draw.shuffle(sentences)
        paragraphs.append(" ".join(sentences))
    title = f"{draw.choice(_TITLES)} {incident.name}"
    return "\n\n".join([title, f"{outlet}, {fixed['known']}", *paragraphs]) + "\n"


def make_accounts(incident: Incident, count: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """The first ``count`` accounts of an incident: (file name, text)."""
    for number in range(count):
        yield f"account-{number:05}.txt", make_account(incident, number, seed=seed)


def write_accounts(folder: Path, accounts: int, *, incidents: int = 1, seed: int = 1) -> list[Path]:
    """Write ``accounts`` texts of ``incidents`` incidents, as even as can be; the incidents' folders come back.

    One incident is written to ``folder`` itself, several to sub-folders of it.
    """
    folders = []
    for number in range(incidents):
        incident = make_incident(number, seed=seed)
        place = folder if incidents == 1 else folder / f"incident-{number:04}"
        place.mkdir(parents=True, exist_ok=True)
        for name, text in make_accounts(incident, accounts // incidents + (number < accounts % incidents), seed=seed):
            (place / name).write_text(text, encoding="utf-8", newline="")
        folders.append(place)
    return folders


def _skewed(draw: random.Random, values: Sequence[str]) -> str:
    """One of ``values``, the earlier the likelier."""
    return draw.choices(values, weights=[2**-place for place in range(len(values))])[0]


def _place(draw: random.Random) -> str:
    return draw.choice(_HEAD) + draw.choice(_TAIL)


def _person(draw: random.Random) -> str:
    return f"{draw.choice(_FIRST)} {_place(draw)}{draw.choice(('', '', 'sen', 'er', 'ski', 'ov'))}"


def _holder(draw: random.Random, town: str, firm: str) -> str:
    return draw.choice(_HOLDERS).format(town=town, name=firm)


def _outlet(draw: random.Random) -> str:
    return f"{_place(draw)} {draw.choice(_OUTLET)}"


def _article(role: str) -> str:
    return f"a {role}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _filler(draw: random.Random) -> str:
    """A sentence that says nothing of the matter, one of some millions."""
    parts = (draw.choice(rows) for rows in (_WHO, _DID, _WHAT, _WHEN))
    text = " ".join(part.format(place=draw.choice(_PLACES), person=draw.choice(_PERSON),
                                people=draw.choice(_PERSON) + "s") for part in parts)  # fmt: skip
    return f"{text}."


def main() -> None:
    """Write the accounts that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--accounts", type=int, default=100, help="how many in all (default 100)")
    parser.add_argument("--incidents", type=int, default=1, help="of how many incidents (default 1)")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    folders = write_accounts(given.folder, given.accounts, incidents=given.incidents, seed=given.seed)
    print(f"{given.accounts} accounts of {len(folders)} incidents in {given.folder}")


if __name__ == "__main__":
    main()
