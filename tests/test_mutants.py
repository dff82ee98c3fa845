"""scripts/mutants: what is changed in a module, that a sample comes again, and what a room with weak tests is told."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from mutation.changes import changes_of
from mutation.trials import Room
from script_loading import SCRIPTS, load_script

mutants = load_script("mutants")

MODULE = '''"""A room that is tried in the tests of scripts/mutants."""


def is_grown_up(age: int) -> bool:
    """Whether somebody may vote.

    >>> is_grown_up(30)
    True
    """
    return age >= 18
'''
LOOP = "def wait(n):\n    while not n:\n        n = True\n    return n\n"


def after(code: str) -> set[str]:
    """What the code may become."""
    return {change.after for change in changes_of(ast.parse(code))}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a == b", {"a != b"}),
        ("a != b", {"a == b"}),
        ("a < b <= c", {"a <= b <= c", "a < b < c"}),
        ("a > b", {"a >= b"}),
        ("a in b", {"a not in b"}),
        ("a is not b", {"a is b"}),
        ("a and b", {"a or b", "a", "b"}),
        ("a or b or c", {"a and b and c", "a or b", "a or c", "b or c"}),
        ("not a", {"a"}),
        ("a if b else c", {"a if True else c", "a if False else c"}),
        ("[a for a in b if c]", {"[a for a in b if True]", "[a for a in b if False]"}),
        ("min(a)", {"max(a)"}),
        ("max(a)", {"min(a)"}),
        ("any(a)", {"all(a)"}),
        ("all(a)", {"any(a)"}),
        ("a(3)", {"a(4)", "a(2)"}),
        ("a[0]", {"a[1]"}),
        ("a[1]", {"a[0]", "a[2]"}),
        ("a == 'b'", {"a != 'b'", "a == 'b?'"}),
        ("a in ('b', c)", {"a not in ('b', c)", "a in ('b?', c)"}),
        ("a + b - c", {"a + b + c", "a - b - c"}),
        ("a -= b", {"a += b"}),
        ("if a:\n    b()", {"if True:\n    b()", "if False:\n    b()"}),
        ("for a in b:\n    if a:\n        continue\n    c()", {"if True:\n    continue", "pass"}),
    ],
)
def test_what_a_piece_of_code_may_become(code: str, expected: set[str]) -> None:
    assert after(code) == expected


@pytest.mark.parametrize(
    ("result", "expected"), [("bool", "return not a"), ("str", "return None"), ("list[bool]", "return None")]
)
def test_a_function_gives_another_result(result: str, expected: str) -> None:
    assert after(f"def f(a) -> {result}:\n    return a") == {expected}
    assert after(f"def f(a) -> {result}:\n    return None") == set()


@pytest.mark.parametrize(
    "code",
    [
        '"""A docstring with 3 words, and more."""',
        "a: Literal[3]",
        "def f(a: Literal[3]) -> Literal[4]: ...",
        "@cache(maxsize=1)\ndef f(): ...",
        "__all__ = ['a'] + ['b']",
        "assert a == 3",
        "raise ValueError(a if b else 3)",
        "logger.info('%s', a or 3)",
        "print(a + 3)",
        "if TYPE_CHECKING:\n    a = 3",
        "if __name__ == '__main__':\n    f(3)",
        "a = 'words' + b",
        "a = f'{b}: {c}'",
        "a = True",
    ],
)
def test_what_no_test_of_behaviour_should_hold_stays(code: str) -> None:
    assert after(code) == set()


def test_a_change_can_be_taken_back() -> None:
    tree = ast.parse(MODULE)
    before = ast.dump(tree)
    for change in changes_of(tree):
        old = change.apply()
        assert ast.dump(tree) != before
        if change.index is None:
            setattr(change.holder, change.field, old)
        else:
            getattr(change.holder, change.field)[change.index] = old
        assert ast.dump(tree) == before


def test_a_long_statement_is_cut_around_what_differs() -> None:
    names = ", ".join(f"name{n}" for n in range(40))
    (change,) = changes_of(ast.parse(f"f({names}, a == b, {names})"))
    old, new = change.diff
    assert (old[:2], new[:2]) == ("-…", "+…")
    assert "a == b" in old
    assert "a != b" in new
    assert len(old) < 120


def house(root: Path, tests: str, module: str = MODULE) -> Path:
    """A checkout with one room, and its tests."""
    room = root / "graph" / "incident_graph" / "voting"
    room.mkdir(parents=True)
    (room.parent / "__init__.py").write_text("")
    (room / "__init__.py").write_text(module)
    (root / "tests").mkdir()
    (root / "tests" / "test_voting_age.py").write_text(f"from incident_graph.voting import *\n\n{tests}")
    (root / "tests" / "test_votingmachine.py").write_text("def test_of_another_room():\n    assert False\n")
    return root


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def run(root: Path, *options: str) -> tuple[int, str]:
    """The command's exit status, and what it prints."""
    command = [sys.executable, str(SCRIPTS / "mutants"), "--root", str(root), "--room", "voting", *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, timeout=120)
    return done.returncode, done.stdout + done.stderr


WEAK = "def test_the_old():\n    assert is_grown_up(80)\n"
STRONG = WEAK + "def test_the_edge():\n    assert is_grown_up(18) and not is_grown_up(17)\n"


def test_a_sample_comes_again_with_its_seed(tmp_path: Path) -> None:
    room = Room(house(tmp_path, WEAK), "voting")

    def drawn(seed: int) -> tuple[str, ...]:
        return tuple("".join(mutant.change.diff) for mutant in mutants.sample(room.mutants(), 2, seed))

    assert drawn(5) == drawn(5)
    assert len({drawn(seed) for seed in range(9)}) > 1
    assert len(mutants.sample(room.mutants(), 99, 5)) == len(room.mutants()) == 4
    module = room.folder / "__init__.py"
    before = drawn(5)
    module.write_text(MODULE + "\n\nFIRST = 1\n")
    assert len(room.mutants()) == 6
    assert set(drawn(5)) & set(before)


def test_survivors_are_shown_and_fail_below_the_floor(tmp_path: Path) -> None:
    root = house(tmp_path, WEAK)
    before = files(root)
    status, text = run(root, "--survivors", "--floor", ".5")
    assert status == 1, text
    assert "graph/incident_graph/voting/__init__.py:10  comparison\n  -return age >= 18\n  +return age > 18\n" in text
    assert "4 of 4: 1 killed" in text
    assert ".250" in text
    assert files(root) == before
    assert run(root, "--floor", ".2")[0] == 0


def test_good_tests_kill_all_and_what_loops_is_killed(tmp_path: Path) -> None:
    status, text = run(house(tmp_path / "a", STRONG), "--survivors", "--floor", "1")
    assert (status, "1.00" in text) == (0, True), text
    assert "-return" not in text
    tests = "def test_it_waits_for_nothing():\n    assert wait(1) == 1\n"
    status, text = run(house(tmp_path / "b", tests, LOOP), "--floor", "1")
    assert (status, "2 of 2: 2 killed" in text) == (0, True), text


@pytest.mark.parametrize(
    "tests", ["def test_wrong():\n    assert not is_grown_up(80)\n", "import nothing_of_this_name\n"]
)
def test_tests_that_fail_anyway_kill_nothing(tmp_path: Path, tests: str) -> None:
    status, text = run(house(tmp_path, tests))
    assert status == 2
    assert "the tests fail with nothing changed" in text


def test_a_room_that_is_not_there_is_refused(tmp_path: Path) -> None:
    house(tmp_path, WEAK)
    with pytest.raises(SystemExit):
        mutants.parse(["--root", str(tmp_path), "--room", "kitchen"])
