"""What may be changed in a module, one thing at a time.

Left out is what no test of behaviour should hold: annotations, decorators, ``__all__``, assertions, the words of
errors, logging, and blocks for type checkers.
"""

import ast
import copy
import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

_PAIRS: tuple[tuple[type[ast.AST], type[ast.AST]], ...] = (
    (ast.Eq, ast.NotEq),
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.In, ast.NotIn),
    (ast.Is, ast.IsNot),
    (ast.And, ast.Or),
    (ast.Add, ast.Sub),
)
_SWAPPED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_LEAVES = (ast.Return, ast.Continue, ast.Break, ast.Raise)
_SEQUENCES = (ast.JoinedStr, ast.List, ast.ListComp, ast.Tuple)
_TALKERS = frozenset("log logger logging print warnings warn".split())

#: How much of a long statement is shown, around what differs.
WIDTH = 110

#: What a piece of a tree becomes: the kind of change, and the new piece.
New = tuple[str, ast.AST]


@dataclass(frozen=True)
class Change:
    """One thing that is other in a module: ``holder.field``, or an item of it, becomes ``new``."""

    kind: str
    line: int
    before: str  # the statement
    after: str
    holder: ast.AST
    field: str
    index: int | None
    new: ast.AST

    def apply(self) -> ast.AST:
        """Change the tree, and give what stood there: putting it back undoes the change."""
        return _put(self.holder, self.field, self.index, self.new)

    @property
    def diff(self) -> list[str]:
        """The lines that differ, each after ``-`` or ``+``."""
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        found = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
        if len(found) != 2 or max(map(len, found)) <= WIDTH:
            return found
        alike = next(n for n, (a, b) in enumerate(zip_longest(*found)) if n and a != b)
        start = max(0, alike - WIDTH // 2)
        return [line[0] + "…" * (start > 0) + line[1 + start :][:WIDTH] for line in found]


def changes_of(tree: ast.Module) -> list[Change]:
    """All changes to a module, in the order of its text; no two of one statement that come to the same.

    >>> for change in changes_of(ast.parse("if a < 2 and b:\\n    go()")):
    ...     print(change.kind, *change.diff, sep=" | ")
    condition forced | -if a < 2 and b: | +if True:
    condition forced | -if a < 2 and b: | +if False:
    and, or | -if a < 2 and b: | +if a < 2 or b:
    term dropped | -if a < 2 and b: | +if b:
    term dropped | -if a < 2 and b: | +if a < 2:
    comparison | -if a < 2 and b: | +if a <= 2 and b:
    number | -if a < 2 and b: | +if a < 3 and b:
    number | -if a < 2 and b: | +if a < 1 and b:
    """
    found: dict[tuple[int, str, str], Change] = {}
    for change in _within(tree, tree, truth=False):
        found.setdefault((change.line, change.before, change.after), change)
    return list(found.values())


def _within(node: ast.AST, statement: ast.AST, *, truth: bool) -> Iterator[Change]:
    """The changes below ``node``. ``statement`` is the nearest above; ``truth``: its function returns a bool."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        truth = isinstance(node.returns, ast.Name) and node.returns.id == "bool"
    for field, index, child in _children(node):
        if _is_left_out(child):
            continue
        own = child if isinstance(child, ast.stmt) else statement
        for kind, new in _news(child, truth):
            before = ast.unparse(own)
            _put(node, field, index, new)
            after = ast.unparse(new if own is child else own)
            _put(node, field, index, child)
            line = getattr(child, "lineno", getattr(own, "lineno", 0))
            yield Change(kind, line, before, after, node, field, index, new)
        yield from _within(child, own, truth=truth)


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        if field == "slice" and _is_first_item(node):  # see ``_news``
            continue
        if isinstance(value, ast.AST):
            yield field, None, value
        elif isinstance(value, list):
            yield from ((field, index, item) for index, item in enumerate(value) if isinstance(item, ast.AST))


def _is_first_item(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value == 0


def _put(holder: ast.AST, field: str, index: int | None, new: ast.AST) -> ast.AST:
    if index is None:
        old = getattr(holder, field)
        setattr(holder, field, new)
    else:
        old = getattr(holder, field)[index]
        getattr(holder, field)[index] = new
    assert isinstance(old, ast.AST)
    return old


def _is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert | ast.Raise | ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.If):
        names = {getattr(part, "id", getattr(part, "attr", "")) for part in ast.walk(node.test)}
        return bool(names & {"TYPE_CHECKING", "__name__"})
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    if isinstance(node, ast.Call):
        return any(getattr(part, "id", "") in _TALKERS for part in ast.walk(node.func))
    return False


def _news(node: ast.AST, truth: bool) -> Iterator[New]:
    if isinstance(node, ast.Return):
        yield from _result(node, truth)
    elif isinstance(node, ast.Subscript) and _is_first_item(node):
        yield "number", _with(node, slice=_constant(node.slice, 1))  # no -1: of a pair it is 1, of one thing 0
    elif type(node) in _RULES:
        yield from _RULES[type(node)](node)


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _constant(node: ast.AST, value: str | int | None) -> ast.AST:
    return ast.copy_location(ast.Constant(value), node)


def _swapped(items: list[Any], index: int, new: ast.AST) -> list[Any]:
    return [*items[:index], new, *items[index + 1 :]]


def _compare(node: ast.Compare) -> Iterator[New]:
    for index, operator in enumerate(node.ops):
        yield "comparison", _with(node, ops=_swapped(node.ops, index, _SWAPPED[type(operator)]()))
    if _is_text(node.left):
        yield "text compared", _with(node, left=_other_text(node.left))
    for index, side in enumerate(node.comparators):
        for other in _other_texts(side):
            yield "text compared", _with(node, comparators=_swapped(node.comparators, index, other))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _other_text(node: ast.AST) -> ast.AST:
    return _constant(node, getattr(node, "value", "") + "?")


def _other_texts(side: ast.AST) -> Iterator[ast.AST]:
    if _is_text(side):
        yield _other_text(side)
    elif isinstance(side, ast.Tuple | ast.Set | ast.List):
        for index, item in enumerate(side.elts):
            if _is_text(item):
                yield _with(side, elts=_swapped(side.elts, index, _other_text(item)))


def _junction(node: ast.BoolOp) -> Iterator[New]:
    yield "and, or", _with(node, op=_SWAPPED[type(node.op)]())
    for index in range(len(node.values)):
        rest = node.values[:index] + node.values[index + 1 :]
        yield "term dropped", rest[0] if len(rest) == 1 else _with(node, values=rest)


def _negation(node: ast.UnaryOp) -> Iterator[New]:
    if isinstance(node.op, ast.Not):
        yield "not dropped", node.operand


def _condition(node: ast.If | ast.IfExp) -> Iterator[New]:
    yield "condition forced", _with(node, test=_constant(node.test, True))
    if isinstance(node, ast.If) and not node.orelse and isinstance(node.body[0], _LEAVES):
        yield "guard removed", ast.copy_location(ast.Pass(), node)
    else:
        yield "condition forced", _with(node, test=_constant(node.test, False))


def _filter(node: ast.comprehension) -> Iterator[New]:
    for index, test in enumerate(node.ifs):
        for value in (True, False):
            yield "condition forced", _with(node, ifs=_swapped(node.ifs, index, _constant(test, value)))


def _call(node: ast.Call) -> Iterator[New]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLS:
        other = ast.copy_location(ast.Name(_CALLS[node.func.id], ast.Load()), node.func)
        yield f"{node.func.id} for {other.id}", _with(node, func=other)


def _number(node: ast.Constant) -> Iterator[New]:
    if type(node.value) is int:
        yield "number", _constant(node, node.value + 1)
        yield "number", _constant(node, node.value - 1)


def _result(node: ast.Return, truth: bool) -> Iterator[New]:
    if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
        return
    negated = ast.copy_location(ast.UnaryOp(ast.Not(), node.value), node.value)
    yield "result", _with(node, value=negated if truth else _constant(node.value, None))


def _sum(node: ast.BinOp | ast.AugAssign) -> Iterator[New]:
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
    if type(node.op) in (ast.Add, ast.Sub) and not any(_is_text(s) or isinstance(s, _SEQUENCES) for s in sides):
        yield "plus, minus", _with(node, op=_SWAPPED[type(node.op)]())


_RULES: dict[type[ast.AST], Callable[[Any], Iterator[New]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _junction,
    ast.UnaryOp: _negation,
    ast.If: _condition,
    ast.IfExp: _condition,
    ast.comprehension: _filter,
    ast.Call: _call,
    ast.Constant: _number,
    ast.BinOp: _sum,
    ast.AugAssign: _sum,
}
