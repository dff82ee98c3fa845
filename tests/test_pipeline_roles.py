"""Who did it, who is held for it, and what happened at all: invented accounts, built and compared."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from parsed import account

from incident_graph.pipeline import build

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "roles.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["accounts"][0][:60])
def test_only_what_grammar_ties_to_its_role_is_claimed(case: dict[str, Any]) -> None:
    incident = build(
        [account(text, number) for number, text in enumerate(case["accounts"])], profiles=[case["profile"]]
    )
    found = [(claim.question.rpartition("#")[2], claim.answer.label) for claim in incident.claims]
    for question, label in case.get("expect", ()):
        assert [row for row in found if row[0] == question and label in row[1]], found
    for question, *label in case.get("never", ()):
        assert not [row for row in found if row[0] == question and all(part in row[1] for part in label)], found
    verdicts = {issue.question.name: issue.verdict.value for issue in incident.issues}
    for question, allowed in case.get("verdicts", {}).items():
        assert verdicts.get(question) in allowed, verdicts


def test_who_claims_a_deed_is_the_one_who_says_so() -> None:
    text = "A bomb killed four people in Ostby. The Ostby Liberation Front claimed responsibility for the attack."
    claims = build([account(text, 0)], profiles=["violent-attack"]).claims
    found = [claim for claim in claims if "Liberation Front" in claim.answer.label]
    assert found
    assert all(["Liberation Front" in s.label for s in c.speakers] == [True] for c in found)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("The van had been hired, not stolen.", "Denies"),
        ("The van had been stolen.", "Asserts"),
        ("The car was not stolen.", "Denies"),
    ],
)
def test_a_denial_between_the_words_of_a_kind_is_the_accounts(said: str, stance: str) -> None:
    text = f"A man drove into a market in Ostby on Friday, killing five people. {said}"
    claims = build([account(text, 0)], profiles=["violent-attack"]).claims
    assert [c.stance.value for c in claims if c.answer.label == "stolen"] == [stance]
