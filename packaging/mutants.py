"""The small faults that a module can be given.

One changed number, operator, word or list entry each.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import pairwise

OPERATORS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
WITHOUT_ORDER = {"startswith", "endswith", "isinstance", "issubclass"}
"""Calls whose tuples mean the same in any order, as those after `in` do."""
OF_NO_INTEREST = {"frozen", "slots", "kw_only", "strict", "stacklevel"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A replaced piece of a module.

    `start`, `stop` in bytes of its UTF-8, `line` from 1, `function` 0 for none.
    """

    path: str
    line: int
    function: int
    start: int
    stop: int
    text: bytes

    def applied(self, source: bytes) -> bytes:
        """Return the module with the fault."""
        return source[: self.start] + self.text + source[self.stop :]


def mutants_of(path: str, source: bytes) -> list[Mutant]:
    """Return every mutant of a module that compiles, in text order."""
    module = _Module(path, source)
    module.visit(ast.parse(source))
    return sorted((made for made in module.found if _can_compile(made.applied(source))), key=lambda made: made.start)


def _can_compile(source: bytes) -> bool:
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, SyntaxWarning):
        return False
    return True


class _Module(ast.NodeVisitor):
    """Collect the mutants of a module.

    Types, asserts and f-strings are left alone.
    """

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source, self.found = path, source, list[Mutant]()
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._function = 0
        self._unordered = set[ast.expr]()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:  # named by ast
        outer, self._function = self._function, min([node.lineno, *(line.lineno for line in node.decorator_list)])
        for child in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(child)
        self._function = outer

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        """Leave it: it states what holds for the types."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave it: before Python 3.12 the places in it are wrong."""

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in OF_NO_INTEREST:
            self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        if not isinstance(node.slice, ast.Tuple):
            self.visit(node.slice)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, *self._place(node), str(not node.value))
        elif isinstance(node.value, int | float):
            for value in (node.value + 1, node.value - 1):
                self._add(node, *self._place(node), repr(value))

    def visit_Compare(self, node: ast.Compare) -> None:
        for (left, right), operator in zip(pairwise((node.left, *node.comparators)), node.ops, strict=True):
            self._replace_between(left, right, *OPERATORS[type(operator)])
            if isinstance(operator, ast.In | ast.NotIn):
                self._unordered.add(right)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            self._replace_between(left, right, *words)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            start = self._place(node)[0]
            self._add(node, start, start + len("not"), "")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self._swap_neighbours(node.args)
        if isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            self._unordered.update(node.args if name in WITHOUT_ORDER else ())
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self._change_entries(node)

    def visit_List(self, node: ast.List) -> None:
        self._change_entries(node)

    def visit_Set(self, node: ast.Set) -> None:
        self._remove_entries(node.elts)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None and len(node.keys) > 1:
                self._remove(node, self._place(key)[0], self._place(value)[1])
        self.generic_visit(node)

    def _change_entries(self, node: ast.Tuple | ast.List) -> None:
        if isinstance(node.ctx, ast.Load):
            self._swap_neighbours([] if node in self._unordered else node.elts)
            self._remove_entries(node.elts)
        self.generic_visit(node)

    def _swap_neighbours(self, nodes: list[ast.expr]) -> None:
        for left, right in pairwise(nodes):
            (start, middle), (after, stop) = self._place(left), self._place(right)
            first, second = self.source[start:middle], self.source[after:stop]
            if first != second:
                swapped = second + self.source[middle:after] + first
                self._add(left, start, stop, swapped.decode())

    def _remove_entries(self, nodes: list[ast.expr]) -> None:
        for node in nodes if len(nodes) > 1 else ():
            self._remove(node, *self._place(node))

    def _remove(self, node: ast.expr, start: int, stop: int) -> None:
        """Remove an entry with the comma after it.

        The last one leaves the comma before it.
        """
        rest = self.source[stop:]
        comma = rest.lstrip().startswith(b",")
        self._add(node, start, stop + rest.find(b",") + 1 if comma else stop, "")

    def _replace_between(self, left: ast.expr, right: ast.expr, old: str, new: str) -> None:
        start, stop = self._place(left)[1], self._place(right)[0]
        between = self.source[start:stop].decode()
        if between.count(old) == 1:
            self._add(right, start, stop, between.replace(old, new))

    def _place(self, node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.lineno - 1] + node.col_offset, self._lines[node.end_lineno - 1] + node.end_col_offset

    def _add(self, node: ast.expr, start: int, stop: int, text: str) -> None:
        self.found.append(Mutant(self.path, node.lineno, self._function, start, stop, text.encode()))
