"""Which of our formats a client takes."""

from typing import NamedTuple


class Media(NamedTuple):
    """A format of results: its media type, its short name, a file's extension, pyoxigraph's name for it."""

    type: str
    name: str
    extension: str
    oxigraph: str


ROWS = (
    Media("application/sparql-results+json", "json", "srj", "JSON"),
    Media("application/sparql-results+xml", "xml", "srx", "XML"),
    Media("text/csv", "csv", "csv", "CSV"),
    Media("text/tab-separated-values", "tsv", "tsv", "TSV"),
)
TRIPLES = (
    Media("text/turtle", "turtle", "ttl", "TURTLE"),
    Media("application/n-triples", "ntriples", "nt", "N_TRIPLES"),
    Media("application/rdf+xml", "rdfxml", "rdf", "RDF_XML"),
)
#: Other names by which clients ask.
_ALIASES = {
    "application/json": "application/sparql-results+json",
    "text/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
}


def choose(accept: str, offered: tuple[Media, ...], wish: str = "") -> Media | None:
    """The format that the header Accept likes best, the first of the ``offered`` when it likes all alike.

    ``wish`` is a short name or media type that a parameter of the request gives; it beats the header where it fits,
    and is passed over where it does not. None when the client takes none of them.

    >>> choose("text/csv;q=0.5, application/*", ROWS).name, choose("", ROWS).name, choose("text/csv", ROWS, "tsv").name
    ('json', 'json', 'tsv')
    >>> choose("image/png", ROWS) is None
    True
    """
    wish = _ALIASES.get(wish.lower(), wish.lower())
    for media in offered:
        if wish in (media.type, media.name) or (wish == "xml" and media.name == "rdfxml"):
            return media
    wanted = _parsed(accept)
    if not wanted:
        return offered[0]
    best = max(offered, key=lambda media: _liking(media, wanted))
    return best if _liking(best, wanted)[0] > 0 else None


def takes(accept: str, kind: str) -> bool:
    """Whether the header names this media type itself.

    >>> takes("text/html,*/*;q=0.8", "text/html"), takes("*/*", "text/html")
    (True, False)
    """
    return _parsed(accept).get(kind, 0.0) > 0


def _liking(media: Media, wanted: dict[str, float]) -> tuple[float, int]:
    """How much it is liked: by the most specific range that fits; a full name beats a range of the same weight."""
    names = [media.type, *(alias for alias, kind in _ALIASES.items() if kind == media.type)]
    full = [wanted[name] for name in names if name in wanted]
    if full:
        return max(full), 2
    main = media.type.split("/")[0] + "/*"
    if main in wanted:
        return wanted[main], 1
    return wanted.get("*/*", 0.0), 0


def _parsed(accept: str) -> dict[str, float]:
    wanted: dict[str, float] = {}
    for part in accept.split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.lower().startswith("q="):
                try:
                    weight = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    weight = 0.0
        if kind:
            wanted[kind.lower()] = weight
    return wanted
