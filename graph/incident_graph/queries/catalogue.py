"""Named questions: SPARQL files with a title, a sentence and parameters."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from incident_graph.errors import UsageError

_HEADER = re.compile(r"# (title|about|param): (.*)")
_PARAMETER = re.compile(r'([a-z]+) = "(.*?)" \| (.*)')


@dataclass(frozen=True)
class Parameter:
    """A value that a query takes; it stands in the query as ``VALUES ?<name>_param { "<default>" }``."""

    name: str
    default: str
    about: str


@dataclass(frozen=True)
class NamedQuery:
    """A question kept as a file: ``sparql`` is the whole file, and runs as it is anywhere."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def filled(self, values: Mapping[str, str]) -> str:
        r"""The SPARQL with these values in the place of the defaults; ``UsageError`` for a parameter it has not.

        >>> sparql = get_query("readings").filled({"question": 'the "venue"'})
        >>> next(line.strip() for line in sparql.splitlines() if "VALUES" in line)
        'VALUES ?question_param { "the \\"venue\\"" }'
        >>> get_query("readings").filled({"town": "Oslo"})
        Traceback (most recent call last):
        incident_graph.errors.UsageError: the query readings has no parameter town
          its parameters: question
        """
        known = [parameter.name for parameter in self.parameters]
        sparql = self.sparql
        for name, value in values.items():
            if name not in known:
                where = f"its parameters: {', '.join(known)}" if known else "it has no parameters"
                raise UsageError(f"the query {self.name} has no parameter {name}", where=where)
            block = f"VALUES ?{name}_param {{ {quoted(value)} }}"
            pattern = rf'VALUES \?{name}_param \{{ "[^"]*" \}}'
            sparql = block.join(re.split(pattern, sparql))
        return sparql


def quoted(text: str) -> str:
    """``text`` as a SPARQL string, with nothing in it that could end the string."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(char, char) for char in text) + '"'


@lru_cache(maxsize=1)
def list_queries() -> tuple[NamedQuery, ...]:
    """All named queries, by name."""
    folder = files("incident_graph.queries")
    found = [
        (f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".rq")
    ]
    return tuple(_read(name, text) for name, text in sorted(found))


def get_query(name: str) -> NamedQuery:
    """The query of that name; ``UsageError`` with the nearest names when there is none.

    >>> get_query("conflicts").title
    'Where do the accounts conflict?'
    >>> get_query("conflict")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: there is no query named conflict
      did you mean conflicts or may-conflict?
    """
    known = {query.name: query for query in list_queries()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name.lower().replace("_", "-"), known, n=2, cutoff=0.65)
    hint = f"did you mean {' or '.join(near)}?" if near else "see all with: incident-graph query --list"
    raise UsageError(f"there is no query named {name}", hint=hint)


def _read(name: str, text: str) -> NamedQuery:
    header: dict[str, list[str]] = {"title": [name], "about": [""], "param": []}
    for line in text.splitlines():
        match = _HEADER.fullmatch(line)
        if match:
            header[match[1]].append(match[2])
    parameters = (_PARAMETER.fullmatch(line) for line in header["param"])
    return NamedQuery(
        name=name,
        title=header["title"][-1],
        about=header["about"][-1],
        parameters=tuple(Parameter(*match.groups()) for match in parameters if match),
        sparql=text,
    )
