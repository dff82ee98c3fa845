"""The ways of votes become the ways of claims; those of a headline count only where no body says it."""

import pytest

from incident_graph.accounts import read_account
from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.pipeline.settle import settle
from incident_graph.profile import load_profiles

PROFILE = load_profiles(["data-breach"])
TAKEN = next(iri for iri, question in PROFILE.questions.items() if question.name == "dataTaken")
FOUND = read_account(b"Files taken from clinic\n\nThe files were taken, a clerk said. Nobody saw it.\n", "a.txt")
HEADLINE = {"start": 0, "rules": ("headline",), "tier": "C"}
BODY = {"start": 25, "rules": ("cue",), "tier": "B"}
WEAK_BODY = {"start": 25, "rules": ("loose cue",), "tier": "C"}


def vote(way: str, start: int, rules: tuple[str, ...], tier: str) -> ClaimVote:
    assert FOUND is not None
    excerpt = FOUND.excerpt(start, start + 11)
    value = Candidate(start, start + 5, "yes", polarity=True)
    return ClaimVote(FOUND.id, TAKEN, value, excerpt, "Asserts", rules=rules, tier=tier, way=way)


@pytest.mark.parametrize(
    ("votes", "ways", "rules"),
    [
        ([("cue", BODY)], ("cue",), ("cue",)),
        ([("frame", BODY), ("cue", BODY), ("cue", BODY)], ("cue", "frame"), ("cue",)),
        ([("cue", BODY), ("frame", HEADLINE)], ("cue",), ("cue",)),
        ([("cue", HEADLINE), ("frame", HEADLINE)], ("cue", "frame"), ("headline",)),
        ([("cue", WEAK_BODY), ("frame", HEADLINE)], ("cue",), ("loose cue",)),
    ],
    ids=["one", "two", "body and headline", "headline alone", "weak body and headline"],
)
def test_a_claim_has_the_ways_of_its_votes(votes: list, ways: tuple[str, ...], rules: tuple[str, ...]) -> None:
    (claim,) = settle([vote(way, **more) for way, more in votes], [], {}, PROFILE).claims
    assert (claim.ways, claim.rules) == (ways, rules)


def test_a_vote_is_found_by_a_cue_unless_it_says_otherwise() -> None:
    assert ClaimVote("a", TAKEN, Candidate(0, 1, "yes"), vote("cue", **BODY).evidence, "Asserts").way == "cue"


def test_a_way_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no way is called hunch"):
        settle([vote("hunch", **BODY)], [], {}, PROFILE)
