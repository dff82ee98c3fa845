"""Builds of texts cut, doubled, shuffled, shouted and sprinkled with odd signs: no crash, every word in its place."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Incident
from incident_graph.pipeline import build

pytestmark = pytest.mark.slow
FOLDER = Path(__file__).parent / "cases" / "incidents"
PROFILES = {
    "loyalty-leak": "data-breach",
    "flat-blast": "explosion",
    "coast-quake": "natural-disaster",
    "market-attack": "violent-attack",
}
ODD = "\u202e\u200b\ufeff\x00\x0b\r\n\t “”‘’‑🔥漢字ــ'\"()[]{}<>&;:,.-–—$£€%0123456789"


def texts(incident: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((FOLDER / incident).glob("*.txt"))]


def mutated(text: str, chance: random.Random) -> str:
    """``text`` after up to six changes of a sort that files suffer, or that somebody means ill with."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(max(1, len(text)))
        end = min(len(text), start + chance.randint(1, 200))
        words = text.split(" ")
        chance.shuffle(words)
        text = chance.choice(
            [
                text[:start] + text[end:],
                text[:start] + text[start:end] * 4 + text[end:],
                text[:start] + "".join(chance.choices(ODD, k=20)) + text[start:],
                text.replace("\n", "\r\n"),
                text.replace("\n", " "),
                text[:start] + text[start:].upper(),
                text.title(),
                text.lower(),
                " ".join(words),
                text[:end],
                text.replace(chance.choice("aeiou,. "), chance.choice(["", "\u0301", ".", '"'])),
            ]
        )
    return text[:8000]


def excerpts(incident: Incident) -> Iterator[Excerpt]:
    for claim in incident.claims:
        assert claim.evidence
        yield from claim.evidence
        yield from (speaker.excerpt for speaker in claim.speakers if speaker.excerpt)
    for entity in incident.entities:
        yield from entity.mentions
    yield from (figure.excerpt for figure in incident.figures)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", PROFILES)
def test_odd_texts_build_and_every_excerpt_stands_in_its_text(name: str, seed: int) -> None:
    chance = random.Random(f"{name} {seed}")
    accounts = []
    for number, text in enumerate(texts(name)):
        odd = mutated(text, chance)
        accounts.append(
            Account(hashlib.sha256(f"{number}{odd}".encode()).hexdigest(), f"{number}.txt", odd, "ABC"[number])
        )
    incident = build(accounts, profiles=[PROFILES[name]])
    by_id = {account.id: account.text for account in incident.accounts}
    for excerpt in excerpts(incident):
        assert by_id[excerpt.account][excerpt.start : excerpt.end] == excerpt.text
