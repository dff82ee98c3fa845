"""A language model as a voter, against a stub on the loopback: what it is told, and when it does not answer."""

from dataclasses import replace
from typing import Any

import pytest
from chat_stub import Answer, ChatStub, Reply, refuses, says

from incident_graph.errors import InputError, UsageError
from incident_graph.extraction.voters import Votes
from incident_graph.extraction.voters.llm_client import MODES, Client, Endpoint
from incident_graph.extraction.voters.llm_schema import answer_schema, question_ids

pytest.importorskip("httpx", reason="httpx is not installed: pip install 'incident-graph[llm]'")

from chat_asking import LISTED, PROFILE, TEXT, ask, endpoint, only

# -- what is asked


def test_the_question_is_asked_by_schema_with_everything_the_profile_says() -> None:
    votes, stub, _ = ask(says({"claims": [LISTED]}))
    (body,) = stub.asked
    assert stub.paths == ["/v1/chat/completions"]
    assert stub.keys == ["Bearer s3cret-key"]
    assert body["model"] == "tiny"
    assert body["temperature"] == 0
    assert body["response_format"]["type"] == "json_schema"
    assert body["response_format"]["json_schema"]["strict"] is True
    asked = body["messages"][1]["content"]
    assert "listedOn: On which site" in asked
    assert "stood on Gullnet from early March." in asked
    assert "newsletter" not in asked  # boilerplate is not read, so it is not sent
    vote = only(votes)
    assert (vote.question, vote.value.label, vote.stance, vote.tier) == (
        question_ids(PROFILE)["listedOn"].iri,
        "Gullnet",
        "Asserts",
        "B",
    )
    assert vote.rules == ("llm:tiny",)


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for part in schema for found in objects(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for part in schema.values() for found in objects(part)]


def test_the_schema_is_strict_and_covers_every_question_once() -> None:
    schema = answer_schema(PROFILE)
    for part in objects(schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
    variants = schema["properties"]["claims"]["items"]["anyOf"]
    names = [name for variant in variants for name in variant["properties"]["question"]["enum"]]
    assert sorted(names) == sorted(question_ids(PROFILE))
    (kinds,) = [v for v in variants if v["properties"]["question"]["enum"] == ["whoseRecords"]]
    assert "patients" in kinds["properties"]["value"]["enum"]


def test_long_accounts_are_asked_about_in_parts_in_order() -> None:
    text = "\n\n".join(f"The ferry number {n} left the quay in the morning of the same day." for n in range(1, 8))
    _, stub, _ = ask(says({"claims": []}), text=text, size=150)
    passages = [body["messages"][1]["content"].partition("Passage:\n")[2] for body in stub.asked]
    assert len(passages) > 2
    assert "\n".join(passages).split() == text.split()
    assert all(len(passage) <= 150 for passage in passages)


# -- fallbacks


def refusing(*modes: str) -> Answer:
    def answer(body: dict[str, Any]) -> Reply:
        mode = body.get("response_format", {}).get("type", "plain")
        if mode in modes:
            return refuses(400, f"response_format {mode} is not supported by this model")
        return says({"claims": [LISTED]}) if mode != "plain" else says(f"Sure!\n```json\n{FENCED}\n```\nDone.")

    return answer


FENCED = '{"claims": [{"question": "listedOn", "value": "Gullnet", "quote": "stood on Gullnet", "stance": "Asserts"}]}'


@pytest.mark.parametrize("refused", [[], ["json_schema"], ["json_schema", "json_object"]])
def test_each_way_of_asking_falls_back_to_the_next_and_stays_there(refused: list[str]) -> None:
    votes, stub, _ = ask(refusing(*refused), text=TEXT + "\n\nOn Gullnet, all was quiet the next day.", size=80)
    assert only(replace_claims(votes)).value.label == "Gullnet"
    kept = MODES[len(refused)]
    assert stub.modes[: len(refused) + 1] == [*refused, kept]
    assert set(stub.modes[len(refused) :]) == {kept}


def replace_claims(votes: Votes) -> Votes:
    """The first claim alone: other passages do not hold the quotation, which is reported."""
    return Votes(claims=votes.claims[:1])


@pytest.mark.parametrize("status", [400, 415, 422, 500, 501])
def test_a_refusal_may_have_several_codes(status: int) -> None:
    votes, stub, waits = ask(refuses(status, "json_schema is not supported"), says({"claims": [LISTED]}))
    assert only(votes)
    assert stub.modes == ["json_schema", "json_object"]
    assert waits == []


def test_a_model_that_takes_no_temperature_is_asked_without() -> None:
    votes, stub, _ = ask(refuses(400, "unsupported value for 'temperature'"), says({"claims": [LISTED]}))
    assert only(votes)
    assert stub.modes == ["json_schema", "json_schema"]
    assert "temperature" not in stub.asked[1]


def test_what_every_way_of_asking_fails_on_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        ask(refuses(400, "context is too long"))
    assert "HTTP 400, context is too long" in caught.value.where


# -- patience


def test_a_busy_endpoint_is_waited_for_as_it_asks() -> None:
    busy = refuses(429, "slow down", Retry_After="0.25")
    votes, stub, waits = ask(busy, busy, says({"claims": [LISTED]}))
    assert only(votes)
    assert waits == [0.25, 0.25]
    assert len(stub.asked) == 3


def test_waiting_is_bounded() -> None:
    _, _, waits = ask(refuses(429, "slow", Retry_After="86400"), says({"claims": []}), longest_pause=2.0)
    assert waits == [2.0]


def test_waiting_grows_and_ends() -> None:
    with pytest.raises(InputError, match="does not answer") as caught:
        ask(refuses(503, "down, s3cret-key"), tries=4, pause=1.0)
    assert "HTTP 503, down, …" in str(caught.value)
    waits: list[float] = []
    with ChatStub(refuses(429, "busy")) as stub, Client(endpoint(stub.url, pause=1.0), waits.append) as client:
        with pytest.raises(InputError, match="too busy"):
            client.ask([], {})
        assert len(stub.asked) == 4
    assert waits == [1.0, 2.0, 4.0]


def test_a_slow_endpoint_is_given_up() -> None:
    with pytest.raises(InputError, match=r"did not answer within 0\.05 seconds"):
        ask(replace(says({"claims": []}), delay=0.3), read=0.05)


def test_an_endpoint_that_is_not_there_is_an_error() -> None:
    with ChatStub(says("")) as stub:
        gone = stub.url
    with Client(endpoint(gone)) as client, pytest.raises(InputError, match="is not there") as caught:
        client.ask([], {})
    assert gone in caught.value.where


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (refuses(401, "Incorrect API key provided: s3cret-key"), "refuses the key"),
        (refuses(404, "no model tiny"), "does not know this address or model"),
        (Reply(302, "", {"Location": "http://127.0.0.1:9/"}), "does not answer"),
        (Reply(200, "<html>hello</html>"), "not with a chat completion"),
        (Reply(200, '{"choices": []}'), "not with a chat completion"),
    ],
)
def test_other_failures_are_errors_that_never_show_the_key(answer: Reply, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        ask(answer)
    assert "s3cret-key" not in f"{caught.value}{caught.value.hint}"
    assert "s3cret-key" not in repr(endpoint("http://127.0.0.1:1"))


def test_the_environment_says_where_the_model_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INCIDENT_GRAPH_LLM_URL", "https://u:pw@models.example/v1?t=1")
    monkeypatch.setenv("INCIDENT_GRAPH_LLM_MODEL", "big")
    monkeypatch.setenv("INCIDENT_GRAPH_LLM_KEY", " k \n")
    found = Endpoint.of()
    assert (found.model, found.key) == ("big", "k")
    assert found.target == "https://u:pw@models.example/v1/chat/completions?t=1"
    assert found.shown == "https://models.example/v1"
    assert Endpoint.of("http://localhost:1/chat/completions", "m").target == "http://localhost:1/chat/completions"
    monkeypatch.setenv("INCIDENT_GRAPH_LLM_KEY", "two\nlines")
    with pytest.raises(UsageError) as caught:
        Endpoint.of()
    assert "lines" not in str(caught.value)


@pytest.mark.parametrize("url", ["ftp://x/v1", "x", "http://", "http://[::1", "http://h:99999999"])
def test_what_is_no_address_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        Endpoint.of(url, "m")
