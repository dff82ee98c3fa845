"""One HTML file, complete in itself, with a Content-Security-Policy that lets nothing else run."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from incident_graph.errors import UsageError
from incident_graph.model import Incident
from incident_graph.page.asking import answered
from incident_graph.page.columns import legend
from incident_graph.page.drawing import networks, sorts, vis_script
from incident_graph.page.packing import pack
from incident_graph.page.selection import selectable_turtle
from incident_graph.page.view_model import View, view_model
from incident_graph.rdf import write_quads

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: Of incidents with more claims neither Turtle nor the answers to named questions are in the page.
MOST_CLAIMS = 3000
_BASE = "https://example.org/incident/"
_SCRIPTS = (
    *("state.js", "rest.js", "panel.js", "parting.js", "canvas.js", "columns.js", "pointing.js", "export.js"),
    *("embedding.js", "keys.js"),
)
_STYLES = ("page.css", "parting.css", "network.css", "print.css")
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render(incident: Incident, *, texts: bool = True) -> str:
    """The page of an incident as one HTML document, without any reference to anything outside it.

    With ``texts`` the whole accounts are in it, every claim and mention marked; without, only the quotations with a
    little of their context. The same incident gives the same page, to the byte.
    """
    view = view_model(incident, texts=texts)
    drawn = networks(incident)
    quads = _quads(incident)
    turtle = selectable_turtle(quads)
    if incident.claims and not (quads and turtle):
        view["notes"].append(
            f"With {len(incident.claims):,} claims there is no room here for Turtle and the answers to named "
            "questions: the commands export and query give them."
        )
    style = _without_indents("\n".join(_read(name) for name in _STYLES))
    begin = _read("begin.js")
    library = vis_script()
    script = "(function () {\n'use strict';\n" + _without_indents("\n".join(map(_read, _SCRIPTS))) + "\n}());\n"
    questions = answered(quads) if quads else []
    page: str = _template().render(
        view=view,
        svg={name: shapes["svg"] for name, shapes in drawn.items()},
        style=style,
        begin=begin,
        script=script,
        data=data_block(_data(view)),
        packed={
            "library": _packed_library(),
            "networks": pack(_json({name: shapes["vis"] for name, shapes in drawn.items()})),
            **({"turtle": pack(turtle)} if turtle else {}),
            **({"sparql": pack(_json({q["name"]: q["sparql"] for q in questions}))} if questions else {}),
        },
        questions=questions,
        policy=policy([begin, library, script], [style]),
        sorts=sorts(incident),
        lines=legend(drawn["divergence"]),
        version=_version(),
    )
    return page


def _quads(incident: Incident) -> "list[Quad]":
    """The incident as RDF, without the accounts' texts; nothing when it is large, or when some part of it has no IRI,
    which happens only to incidents that were made by hand."""
    if len(incident.claims) > MOST_CLAIMS:
        return []
    try:
        return list(write_quads(incident if incident.base else replace(incident, base=_BASE), texts=False))
    except UsageError:
        return []


def policy(scripts: list[str], styles: list[str]) -> str:
    """The Content-Security-Policy that allows these scripts and styles, by their hashes, and images of the page's own.

    >>> policy(["1"], [])
    "default-src 'none'; script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='; style-src 'none'; \
img-src data: blob:; base-uri 'none'; form-action 'none'"
    """
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: list[str]) -> str:
    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
    return " ".join(f"'sha256-{d}'" for d in digests) or "'none'"


def data_block(data: Any) -> str:
    """``data`` as JSON that cannot leave its ``<script type="application/json">``.

    >>> data_block({"a": "</script><!-- & -->"})
    '{"a":"\\\\u003c/script\\\\u003e\\\\u003c!-- \\\\u0026 --\\\\u003e"}'
    """
    return _json(data).translate(_ESCAPES)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


#: Fields of a claim in the data, in the order of its list; its words are in the document, under its number.
CLAIM = (
    *("n", "letter", "answer", "line", "start", "end", "stance", "certainty"),
    *("hedge", "speakers", "value", "tier", "id", "grade", "ways"),
)


def _data(view: View) -> View:
    """What the scripts need and the document does not already hold in a form they can read."""
    return {
        "title": view["title"],
        "headline": view["headline"],
        "matrix": view["matrix"],
        "written": view["written"],
        "accounts": [
            {k: a[k] for k in ("letter", "title", "source", "date", "file", "sha256")} for a in view["accounts"]
        ],
        "claim": CLAIM,
        "issues": [
            {k: i[k] for k in ("n", "key", "node", "label", "question", "group", "verdict", "sentence", "silent")}
            | {
                "readings": [
                    {k: r[k] for k in ("n", "label", "letters", "independent", "grade", "ways")}
                    | {"claims": [[q[k] for k in CLAIM] for q in r["quotes"]]}
                    | ({} if i["n"] < view["written"] else {"words": [q["words"] for q in r["quotes"]]})
                    for r in i["readings"]
                ]
            }
            for i in view["issues"]
        ],
        "entities": [{k: e[k] for k in ("n", "label", "others")} for e in view["entities"]],
    }


def colour_of(letter: str) -> int:
    """The number of an account's colour, of twelve: that of its letter, so that it keeps it when others come or go.

    >>> colour_of("A"), colour_of("L"), colour_of("M"), colour_of("AA"), colour_of("?")
    (0, 11, 0, 2, 0)
    """
    place = 0
    for sign in letter.upper():
        place = place * 26 + (ord(sign) - 64 if "A" <= sign <= "Z" else 0)
    return max(0, place - 1) % 12


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("incident-graph")
    except PackageNotFoundError:
        return ""


def _without_indents(text: str) -> str:
    """A script or a style sheet without the spaces before its lines and the lines that are nothing but a comment; none
    of them has a text that goes over several lines.

    >>> _without_indents("if (a) {\\n  // why\\n  b();\\n}")
    'if (a) {\\nb();\\n}'
    """
    return re.sub(r"(?m)^\s*//.*\n|^\s+", "", text)


def _read(name: str) -> str:
    return (resources.files("incident_graph.page") / name).read_text(encoding="utf-8")


@cache
def _packed_library() -> str:
    return pack(vis_script())


@cache
def _template() -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["who"] = colour_of
    return environment.get_template("template.html")
