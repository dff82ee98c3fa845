"""House rules: rooms import downward, files stay short, public functions say what they do, nothing of one machine."""

import ast
import re
import shlex
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from conftest import LONG

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "graph" / "incident_graph"

#: Top to bottom: a room imports only rooms below it.
ROOMS = (
    "__main__",
    "cli",
    "server",
    "page",
    "report",
    "export",
    "validation",
    "opening",
    "network",
    "queries",
    "pipeline",
    "decisions",
    "comparison",
    "store",
    "rdf",
    "entities",
    "alignment",
    "extraction",
    "names",
    "annotators",
    "selection",
    "text",
    "model",
    "profile",
    "accounts",
    "values",
    "resources",
    "vocabulary",
    "errors",
    "__init__",
)
#: Slow to import: only within the functions that use them.
HEAVY = frozenset(
    """rdflib pyoxigraph pyvis networkx trafilatura pyshacl rich rapidfuzz jinja2 yaml lxml numpy scipy starlette
    platformdirs uvicorn spacy httpx joblib distributed dask""".split()
)
#: Of a file, and of what a function does (without parameters and docstring).
MAX_LINES, MAX_FUNCTION = 400, 60

MODULES = sorted(path for path in SOURCE.rglob("*.py"))
TEXTS = tuple(".py .md .ttl .rq .yaml .yml .toml .cfg .cff .txt .js .css .html .jsonld .json .jsonl".split())
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def dotted(path: Path) -> str:
    parts = ("incident_graph", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)


def imports(node: ast.AST, *, types: bool = True, inside: bool = True) -> Iterator[tuple[str, int]]:
    """Every absolute import under ``node``: its dotted name (with the imported name, which may be a module) and line.

    ``types`` counts those under TYPE_CHECKING, ``inside`` those within functions.
    """
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield alias.name, child.lineno
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: imports are absolute"
            for alias in child.names:
                yield f"{child.module}.{alias.name}", child.lineno
        elif (type_checking(child) and not types) or (isinstance(child, FUNCTIONS) and not inside):
            continue
        else:
            yield from imports(child, types=types, inside=inside)


def is_module(name: str) -> bool:
    path = SOURCE.parent.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def module_named(name: str) -> str:
    """``incident_graph.rooms.thing.Name`` to the module it is in."""
    while not is_module(name):
        name = name.rpartition(".")[0]
    return name


def test_every_room_has_its_place() -> None:
    rooms = {room_of(dotted(path)) for path in MODULES if path != SOURCE / "__main__.py"}
    assert rooms <= set(ROOMS), f"rooms without a place in ROOMS: {sorted(rooms - set(ROOMS))}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_only_downward(path: Path) -> None:
    own = room_of(dotted(path))
    wrong = []
    for name, line in imports(tree_of(path)):
        if name.split(".")[0] != "incident_graph":
            continue
        other = room_of(module_named(name))
        if other != own and ROOMS.index(other) < ROOMS.index(own):
            wrong.append(f"line {line}: {own} imports {other}, which is above it")
    assert wrong == []


def test_no_import_circles() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        targets = {
            module_named(name)
            for name, _ in imports(tree_of(path), types=False, inside=False)
            if name.split(".")[0] == "incident_graph"
        }
        packages = {target for target in targets if (SOURCE.parent.joinpath(*target.split("."))).is_dir()}
        own_package = dotted(path).rpartition(".")[0] if path.name != "__init__.py" else ""
        assert own_package not in packages - {"incident_graph"}, f"{name_of(path)} imports its own package"
        graph[dotted(path)] = targets - {dotted(path), "incident_graph"}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, f"circle: {' > '.join((*trail[trail.index(module) :], module))}"
        if module not in done:
            for target in sorted(graph.get(module, ())):
                visit(target, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_where_they_are_used(path: Path) -> None:
    heavy = [
        f"line {line}: {name}"
        for name, line in imports(tree_of(path), types=False, inside=False)
        if name.split(".")[0] in HEAVY
    ]
    assert heavy == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_LINES, f"{lines} lines: two concepts in one file?"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_stay_short(path: Path) -> None:
    def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
        return (node.end_lineno or 0) - first.lineno + 1

    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, FUNCTIONS)]
    assert [f"line {f.lineno}: {f.name}, {lines(f)} lines" for f in functions if lines(f) > MAX_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_things_say_what_they_are(path: Path) -> None:
    missing = [] if ast.get_docstring(tree_of(path)) else ["the module"]
    todo: list[tuple[str, ast.AST]] = [("", tree_of(path))]
    while todo:
        prefix, node = todo.pop()
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, (*FUNCTIONS, ast.ClassDef)) or child.name.startswith("_"):
                continue
            if not ast.get_docstring(child):
                missing.append(f"line {child.lineno}: {prefix}{child.name}")
            if isinstance(child, ast.ClassDef):
                todo.append((f"{child.name}.", child))
    assert missing == []


@cache
def tracked() -> tuple[Path, ...]:
    got = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False)
    if got.returncode != 0:
        return ()
    return tuple(path for name in got.stdout.split("\0") if name and (path := ROOT / name).is_file())


def test_tracked_text_is_utf8_with_plain_line_ends() -> None:
    if not tracked():
        pytest.skip("not a git checkout")
    cases = ROOT / "tests" / "cases"
    for path in tracked():
        data = path.read_bytes()
        if path.suffix not in TEXTS or b"\0" in data:
            continue
        text = data.decode("utf-8")
        assert not text.startswith("\ufeff"), path
        if cases not in path.parents:
            assert "\r" not in text, f"{path}: Windows line ends"
            assert not text or text.endswith("\n"), f"{path}: no line end at the end"


def test_nothing_of_one_machine_is_tracked() -> None:
    if not tracked():
        pytest.skip("not a git checkout")
    folders = "|".join(["root", "home", "Users", "work", "tmp/venv"])
    machine = re.compile(rf"(?<![\w.~}}/])/(?:{folders})/[\w.]")
    found = []
    for path in tracked():
        if path.suffix in TEXTS or path.parent.name in {"scripts", ".ci"}:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if machine.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_packages_are_listed_for_the_wheel() -> None:
    import configparser

    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    found = {dotted(path) for path in MODULES if path.name == "__init__.py"}
    assert found | {"incident_graph.ontology", "incident_graph.seeds"} == listed


def test_citation_file_says_what_is_needed() -> None:
    import yaml

    from incident_graph import __version__

    data = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(data)
    assert data["cff-version"] == "1.2.0"
    assert data["version"] == __version__
    assert all("name" in author or {"family-names", "given-names"} <= set(author) for author in data["authors"])


def commands_in(document: Path) -> list[list[str]]:
    """The incident-graph commands in the code blocks of a Markdown file."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    line = re.compile(r"^incident-graph (?:[^'\n]|'[^']*')+$", re.MULTILINE)
    return [shlex.split(match.group(), comments=True)[1:] for block in blocks for match in line.finditer(block)]


DOCUMENTS = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name != "cli.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_exist(document: Path) -> None:
    from incident_graph.cli.help_pages import context_of
    from incident_graph.cli.root import root

    for args in commands_in(document):
        context = context_of(root, "incident-graph")
        name, command, rest = root.resolve_command(context, args)
        assert command is not None
        command.make_context(name, rest, parent=context)


def test_the_readme_shows_commands() -> None:
    assert {args[0] for args in commands_in(ROOT / "README.md")} >= {"build", "compare", "query", "export", "validate"}


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    missing = [link for link in links if not (document.parent / link).exists() and not link.endswith(".png")]
    assert missing == []


def test_the_modules_to_begin_with_are_there() -> None:
    """``LONG`` in conftest.py; the names of modules that are gone would stay in it."""
    assert [name for name in LONG if not (ROOT / "tests" / f"test_{name}.py").exists()] == []
