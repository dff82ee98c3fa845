"""The cache of parses: what one pipeline said of one text is kept by their hashes, and never asked again.

It lies in the user's cache folder (``INCIDENT_GRAPH_CACHE`` names another; empty: nothing is kept). A file that is
missing, damaged or of another form is as good as none: the text is parsed again.
"""

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from incident_graph.text.tree import Token, Tree

#: Changes whenever what is kept, or how, does.
_FORM = 1
#: So many parses are kept; the oldest go first.
MOST = 20_000
VARIABLE = "INCIDENT_GRAPH_CACHE"


def key_of(digest: str, sentences: Sequence[str]) -> str:
    """The name under which a parse is kept: of the pipeline's hash and the sentences' words.

    >>> whole = key_of("a", ["It sank."])
    >>> whole == key_of("a", ["It sank."]), whole == key_of("a", ["It", "sank."])
    (True, False)
    """
    text = json.dumps([_FORM, digest, *sentences], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def load(key: str, starts: Sequence[int]) -> Tree | None:
    """The parse kept under ``key``, its sentences standing at ``starts``; ``None`` when there is none to be had."""
    folder = _folder()
    if folder is None:
        return None
    try:
        rows = json.loads(zlib.decompress((folder / key[:2] / key).read_bytes()))
        return Tree(tuple(_token(n, starts[row[-1]], row) for n, row in enumerate(rows)))
    except (OSError, ValueError, TypeError, IndexError, zlib.error):
        return None


def _token(number: int, base: int, row: Sequence[Any]) -> Token:
    """A token from what was kept of it; its sentence stands at ``base``."""
    start, end, text, lemma, tag, pos, dep, head, sentence = row
    return Token(number, base + start, base + end, text, lemma, tag, pos, dep, head, sentence)


def keep(key: str, tree: Tree, starts: Sequence[int]) -> None:
    """Keep a parse; where nothing can be written nothing is kept."""
    folder = _folder()
    if folder is None:
        return
    rows = [[t.start - starts[t.sentence], t.end - starts[t.sentence], *t[3:]] for t in tree.tokens]
    data = zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
    with contextlib.suppress(OSError):
        place = folder / key[:2]
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, prefix=".", delete=False) as file:
            file.write(data)
        os.replace(file.name, place / key)
        _swept(folder)


@lru_cache(maxsize=1)
def _swept(folder: Path) -> None:
    """Remove the oldest parses when there are too many; looked at once a process."""
    files = [path for path in folder.glob("??/*") if path.is_file()]
    if len(files) <= MOST:
        return
    files.sort(key=lambda path: path.stat().st_mtime)
    for path in files[: len(files) - MOST // 2]:
        with contextlib.suppress(OSError):
            path.unlink()


def _folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) / "parses" if named else None
    return Path(_cache_home()) / "parses"


@lru_cache(maxsize=1)
def _cache_home() -> str:
    from platformdirs import user_cache_dir

    return user_cache_dir("incident-graph", appauthor=False)
