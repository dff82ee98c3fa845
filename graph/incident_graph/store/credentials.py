"""Who asks: a token, or a user with a password, from the environment; Basic, or Digest where a server asks for it."""

import base64
from collections.abc import Mapping
from email.message import Message
from urllib.request import AbstractDigestAuthHandler, HTTPPasswordMgr, Request, parse_http_list, parse_keqv_list

#: Where credentials come from: a token beats a user with a password.
USER, PASSWORD, TOKEN = "INCIDENT_GRAPH_USER", "INCIDENT_GRAPH_PASSWORD", "INCIDENT_GRAPH_TOKEN"


class Credentials:
    """What requests to one server say of who asks.

    A token goes as Bearer, a user as Basic. Once the server has asked for a digest, the password is not sent any more.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._plain = plain(environment)
        self._known = (environment.get(USER, ""), environment.get(PASSWORD, ""))
        self._digest = AbstractDigestAuthHandler(_One(*self._known)) if self._plain.startswith("Basic") else None
        self._challenge: dict[str, str] = {}

    def add_to(self, request: Request) -> None:
        """Put them into the request, as a header that is not sent on to where a redirect leads."""
        value = self._plain
        if self._digest is not None and self._challenge:
            answer = self._digest.get_authorization(request, self._challenge)
            value = f"Digest {answer}" if answer else ""
        if value:
            request.add_unredirected_header("Authorization", value)

    def asked_for_digest(self, headers: Message) -> bool:
        """Whether these headers of a refusal ask for a digest that can be given: then the next request gives it."""
        for challenge in headers.get_all("WWW-Authenticate", []):
            scheme, _, rest = challenge.partition(" ")
            if scheme.lower() == "digest" and self._digest is not None:
                self._challenge = parse_keqv_list([part for part in parse_http_list(rest) if "=" in part])
                return "nonce" in self._challenge and "realm" in self._challenge
        return False


class _One(HTTPPasswordMgr):
    """One user for every place of a server."""

    def __init__(self, user: str, password: str) -> None:
        super().__init__()
        self._pair = (user, password)

    def find_user_password(self, realm: str, authuri: str) -> tuple[str | None, str | None]:
        return self._pair


def plain(environment: Mapping[str, str]) -> str:
    """The value of the header Authorization before anything is asked, ``""`` for none.

    >>> plain({"INCIDENT_GRAPH_USER": "ada", "INCIDENT_GRAPH_PASSWORD": "x"})
    'Basic YWRhOng='
    >>> plain({"INCIDENT_GRAPH_TOKEN": "abc"}), plain({})
    ('Bearer abc', '')
    """
    if token := environment.get(TOKEN):
        return f"Bearer {token}"
    if user := environment.get(USER):
        pair = f"{user}:{environment.get(PASSWORD, '')}"
        return "Basic " + base64.b64encode(pair.encode()).decode()
    return ""
