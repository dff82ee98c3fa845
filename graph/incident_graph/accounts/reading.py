"""Files, folders, patterns and standard input to accounts."""

import dataclasses
import difflib
import glob
import hashlib
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from incident_graph.accounts import walls
from incident_graph.accounts.account import Account
from incident_graph.accounts.decoding import decode, is_binary
from incident_graph.accounts.front_matter import read_front_matter
from incident_graph.accounts.furniture import read_furniture
from incident_graph.accounts.web_page import looks_like_html, read_page
from incident_graph.errors import AccountError

#: Endings of the files a folder is searched for; a file named outright may have any.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
_HTML = (".html", ".htm", ".xhtml")
_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what a shell has opened for us may be a pipe
_COMPANIONS = frozenset({"decisions.jsonl"})  # ours, and not an account
_HINT = f"give files ending in {', '.join(SUFFIXES)}, a folder of them, a pattern in quotes, or - for standard input"


class InputWarning(UserWarning):
    """Something given was not read as an account, or not quite as it stands."""


class AccountFile(NamedTuple):
    """A file that was read and may be an account."""

    name: str  # the file's own name
    path: str  # as given, for messages
    data: bytes


def read_accounts(
    paths: Iterable[str | Path], stdin: BinaryIO | None = None, *, warn: Callable[[str], None] | None = None
) -> list[Account]:
    """Read accounts from files, folders (searched through), glob patterns, and ``-`` (``stdin``).

    Accounts come back in the order of their file names and carry the letters A, B, … Z, AA. What could not be read as
    an account (an empty file, a binary one) is said to ``warn``, once each, in words; without ``warn`` as a Python
    `InputWarning`. Oddities within an account are in its ``warnings``.

    Raises `AccountError` when a path does not exist, is no regular file (a FIFO, a socket, a device) or cannot be read,
    and when no account is left.
    """
    say = warn or (lambda message: warnings.warn(message, InputWarning, stacklevel=3))
    given = [str(path) for path in paths]
    return accounts_from(read_files(given, stdin, warn=say), warn=say, where=", ".join(given))


def read_files(
    paths: Iterable[str | Path], stdin: BinaryIO | None = None, *, warn: Callable[[str], None]
) -> list[AccountFile]:
    """The bytes of the files that ``read_accounts`` would read, by name; errors as it has them."""
    return sorted(_files([str(path) for path in paths], stdin, warn), key=lambda file: (file.name, file.path))


def accounts_from(files: Iterable[AccountFile], *, warn: Callable[[str], None], where: str = "") -> list[Account]:
    """The accounts that the files' bytes hold, lettered; see ``read_accounts``. ``where`` names them in errors."""
    say = warn
    accounts: list[Account] = []
    first: dict[str, int] = {}
    for file in files:
        account = read_account(file.data, file.name, path=file.path, warn=say)
        if account is None:
            continue
        words = " ".join(account.text[account.body_start :].lstrip("\ufeff").split())
        for key in (account.sha256, hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()):
            if key in first:
                kept = accounts[first[key]]
                same = "bytes" if account.sha256 == kept.sha256 else "text"
                note = f"{_label(account, kept)} has the same {same} as {_label(kept, account)}: kept once"
                accounts[first[key]] = dataclasses.replace(kept, warnings=(*kept.warnings, note))
                break
        else:
            first[account.sha256] = first[hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()] = len(
                accounts
            )
            accounts.append(account)
    if not accounts:
        raise AccountError("no accounts to read", where=where or "no path given", hint=_HINT)
    return [dataclasses.replace(account, letter=letter(i)) for i, account in enumerate(accounts)]


def read_account(
    data: bytes, name: str, *, path: str = "", warn: Callable[[str], None] | None = None
) -> Account | None:
    """One account from the bytes of one file called ``name``; ``None``, and a word to ``warn``, when it holds no text.

    >>> account = read_account(b"Nine dead\\n\\nSkagerrak Post, 12 October 2025\\n\\nNine died.", "a.txt")
    >>> account.title, account.publisher, str(account.issued)
    ('Nine dead', 'Skagerrak Post', '2025-10-12')
    """
    say = warn or (lambda message: warnings.warn(message, InputWarning, stacklevel=3))
    shown = path or name
    if not data.strip():
        say(f"{shown}: empty, left out")
        return None
    if is_binary(data):
        say(f"{shown}: not a text file, left out")
        return None
    is_page = name.lower().endswith(_HTML)
    decoded = decode(data, html=is_page)
    account = Account(hashlib.sha256(data).hexdigest(), name, decoded.text, warnings=decoded.warnings, path=path)
    known_text = name.lower().endswith(SUFFIXES) and not is_page
    if is_page or (not known_text and looks_like_html(decoded.text)):
        account = _with_page(account)
    else:
        account = _with_metadata(account)
    if not account.text[account.body_start :].strip("\ufeff \t\r\n\u00a0"):
        say(f"{shown}: no text in it, left out")
        return None
    return account


def letter(index: int) -> str:
    """The letter of the account at ``index`` (from 0).

    >>> letter(0), letter(25), letter(26), letter(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _with_page(account: Account) -> Account:
    page = read_page(account.text)
    said = read_furniture(page.text)
    return dataclasses.replace(
        account,
        text=page.text,
        media_type="text/html",
        title=page.title or said.title,
        publisher=page.publisher or said.publisher,
        issued=page.issued or said.issued,
        credit=said.credit,
        live=page.live,
        warnings=(*account.warnings, *page.warnings),
    )


def _with_metadata(account: Account) -> Account:
    text = account.text
    front = read_front_matter(text)
    start = front.body_start or int(text.startswith("\ufeff"))
    said = read_furniture(text, start)
    stated = front.body_start > 0  # front matter is the last word: what it leaves out or sets to null is not guessed
    return dataclasses.replace(
        account,
        body_start=start,
        media_type="text/markdown" if account.file_name.lower().endswith((".md", ".markdown")) else "text/plain",
        title=front.title or said.title,
        publisher=front.publisher if stated else said.publisher,
        issued=front.issued if stated else said.issued,
        credit=front.credit if stated else said.credit,
        derived_from_sha256=front.original_sha256,
        derived_from_file=front.original_file,
        warnings=(*account.warnings, *front.warnings, *filter(None, [walls.warning_for(text[start:])])),
    )


def _files(given: list[str], stdin: BinaryIO | None, say: Callable[[str], None]) -> Iterator[AccountFile]:
    seen: set[Path] = set()
    for pattern in given:
        if pattern == "-":
            if stdin is None:
                raise AccountError("standard input is not connected", where="-", hint=_HINT)
            yield AccountFile("stdin", "standard input", stdin.read())
            continue
        for path in _expand(pattern, say):
            real = path.resolve()
            if real in seen:
                continue
            seen.add(real)
            try:
                yield AccountFile(_shown(path.name), _shown(str(path)), path.read_bytes())
            except OSError as error:
                raise AccountError(
                    "account cannot be read", where=f"{path}: {error.strerror}", hint="check the file's permissions"
                ) from error


def _expand(pattern: str, say: Callable[[str], None]) -> list[Path]:
    path = Path(pattern)
    try:
        if pattern and path.is_dir():
            return _in_folder(path, say)
        if pattern and path.exists():
            if not (path.is_file() or pattern.startswith(_STREAMS)):
                raise AccountError("not a regular file", where=f"{path}: is {_sort_of(path)}", hint=_HINT)
            return [path]
    except OSError as error:
        raise AccountError("account cannot be read", where=f"{path}: {error.strerror}") from error
    if glob.has_magic(pattern):
        found: list[Path] = []
        for name in sorted(glob.glob(pattern, recursive=True)):
            if Path(name).is_dir():
                found += _in_folder(Path(name), say)
            elif not _skipped(Path(name)) and _is_regular(Path(name), say):
                found.append(Path(name))
        if found:
            return found
        raise AccountError("no file matches the pattern", where=pattern, hint=_HINT)
    parent = path.parent
    names = sorted(child.name for child in parent.iterdir()) if parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1)
    raise AccountError(
        "no such file or folder", where=pattern, hint=f"did you mean {parent / near[0]}?" if near else _HINT
    )


def _in_folder(folder: Path, say: Callable[[str], None]) -> list[Path]:
    def fail(error: OSError) -> None:
        raise AccountError("folder cannot be read", where=f"{error.filename}: {error.strerror}") from error

    found: list[Path] = []
    others: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not _skipped(Path(name)))
        for name in sorted(names):
            if _skipped(Path(name)):
                continue
            if name.lower().endswith(SUFFIXES):
                path = Path(parent) / name
                found += [path] * _is_regular(path, say)
            else:
                others.append(name)
    if others:
        shown = ", ".join(others[:3]) + (", …" if len(others) > 3 else "")
        files = "file is" if len(others) == 1 else "files are"
        say(f"{folder}: {len(others)} {files} of a kind not read here, left out: {shown}")
    if not found:
        raise AccountError("no accounts in the folder", where=str(folder), hint=_HINT)
    return found


def _is_regular(path: Path, say: Callable[[str], None]) -> bool:
    """Whether reading ``path`` comes to an end, or to an error at once; a word to ``say`` when it may never."""
    if path.exists() and not path.is_file():
        say(f"{_shown(str(path))}: is {_sort_of(path)} and not a regular file, left out")
        return False
    return True


def _sort_of(path: Path) -> str:
    return "a pipe (FIFO)" if path.is_fifo() else "a socket" if path.is_socket() else "a device"


def _shown(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _skipped(path: Path) -> bool:
    """Hidden, private (``_``) or about the folder rather than in it."""
    name = path.name
    return name.startswith((".", "_")) or name.upper().startswith("README") or name in _COMPANIONS


def _label(account: Account, other: Account) -> str:
    return account.path if account.file_name == other.file_name and account.path else account.file_name
