"""An invented account of a leak, and ways to have a stubbed language model read it."""

from dataclasses import replace
from typing import Any

import pytest
from chat_stub import Answer, ChatStub, says

from incident_graph.accounts import Account
from incident_graph.extraction.evidence import ClaimVote
from incident_graph.extraction.voters import Votes
from incident_graph.extraction.voters.llm_client import Endpoint
from incident_graph.profile import load_profiles
from incident_graph.text.documents import read_document

pytest.importorskip("httpx", reason="httpx is not installed: pip install 'incident-graph[llm]'")

TEXT = (
    "Brindle Water customers’ files for sale\n\n"
    "Files on 40,000 customers of Brindle Water stood on Gullnet from early March. “It’s our file,” said Ada Quill. "
    "The board may have been told in April. Nobody knows whether the file was sold. "
    "“It’s our file,” a second man said. The file came from a grubby cellar.\n\n"
    "Sign up to our newsletter and get the Gullnet digest every morning for free.\n"
)
PROFILE = load_profiles(("data-breach",))


def account(text: str = TEXT, digit: str = "1") -> Account:
    return Account(digit * 64, f"{digit}.txt", text, letter="ABC"[int(digit) - 1])


def claim(question: str, value: object, quote: str, **more: object) -> dict[str, object]:
    base = {"question": question, "value": value, "quote": quote, "stance": "Asserts"}
    return {**base, "prefix": None, "suffix": None, "hedge": None, "speaker": None, **more}


LISTED = claim("listedOn", "Gullnet", "Files on 40,000 customers of Brindle Water stood on Gullnet")


def endpoint(url: str, **more: Any) -> Endpoint:
    return replace(Endpoint(url, "tiny", key="s3cret-key", pause=0.01, connect=2.0, read=5.0), **more)


def ask(*answers: Answer, text: str = TEXT, size: int = 6000, **more: Any) -> tuple[Votes, ChatStub, list[float]]:
    """The votes on one account, the stub, and how long was waited between tries."""
    from incident_graph.extraction.voters.llm_voter import LlmVoter

    waits: list[float] = []
    with ChatStub(*answers) as stub:
        voter = LlmVoter(endpoint(stub.url, **more), size=size, sleep=waits.append)
        votes = voter.vote([read_document(account(text))], PROFILE, lambda *_: None)
    return votes, stub, waits


def proposed(*claims: dict[str, object], text: str = TEXT) -> Votes:
    return ask(says({"claims": claims}), text=text)[0]


def only(votes: Votes) -> ClaimVote:
    assert votes.rejected == ()
    (vote,) = votes.claims
    return vote
