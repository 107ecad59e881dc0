"""Some terms are defined in the core alone.

They are what an entity is called, the reading order, who speaks, and what counts.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.core.model import Annotation, Kind, Role, Status, reading_key
from app.core.span import Span

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "app").rglob("*.py"))
OUTSIDE = [path for path in MODULES if "migrations" not in path.parts and path.parent != ROOT / "app" / "core"]


def entity(**fields: object) -> Annotation:
    return Annotation(1, 1, Kind.ENTITY, "PER", (Span(0, 4),), **fields)  # type: ignore[arg-type]


def test_an_entity_is_called_by_its_link_then_its_normal_form_then_its_words() -> None:
    linked = (("referent", "Анна Рогова"),)
    assert entity(attributes=linked, normal="Анна").shown_name("Анне сказали") == "Анна Рогова"
    assert entity(normal="Анна").shown_name("Анне сказали") == "Анна"
    assert entity().shown_name("Анне сказали") == "Анне"
    assert entity().entity_name == ""


def test_what_is_rejected_does_not_count() -> None:
    assert {status for status in Status if not entity(status=status).is_live} == {Status.REJECTED}


def test_the_first_speaker_speaks() -> None:
    roles = (Role("cue", Span(5, 9)), Role("speaker", Span(0, 4), "Анна"), Role("speaker", Span(10, 12)))
    claim = Annotation(1, 1, Kind.CLAIM, "statement", (Span(13, 20),), roles=roles)
    assert (claim.speaker, claim.cue) == (roles[1], roles[0])
    assert roles[1].shown_name("Анне") == "Анна"
    assert Role("speaker", Span(0, 4)).shown_name("Анне") == "Анне"


def test_annotations_are_read_by_start_the_longer_first_then_by_id() -> None:
    places = [(3, 8, 1), (0, 4, 3), (0, 4, 2), (0, 9, 4)]
    rows = [Annotation(number, 1, Kind.ENTITY, "X", (Span(start, stop),)) for start, stop, number in places]
    assert sorted(rows, key=reading_key) == [rows[3], rows[2], rows[1], rows[0]]


def is_order_of_its_own(node: ast.AST) -> bool:
    """Say whether an expression is a tuple (x.start, -x.stop, …)."""
    if not isinstance(node, ast.Tuple) or len(node.elts) < 2:
        return False
    first, second = node.elts[:2]
    is_start = isinstance(first, ast.Attribute) and first.attr == "start"
    is_stop = isinstance(second, ast.UnaryOp) and isinstance(second.operand, ast.Attribute)
    return is_start and is_stop and ast.unparse(second).endswith(".stop")


def is_counting_of_its_own(node: ast.AST) -> bool:
    """Say whether an expression is `x is not Status.REJECTED`."""
    is_negative = isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.IsNot | ast.NotEq)
    return is_negative and ast.unparse(node).endswith("Status.REJECTED")


def is_name_of_its_own(node: ast.AST) -> bool:
    """Say whether an expression is `x.attribute(AttributeName.REFERENT) or …`."""
    is_choice = isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or)
    return is_choice and ".attribute(AttributeName.REFERENT)" in ast.unparse(node.values[0])


def is_speaker_of_its_own(node: ast.AST) -> bool:
    """Say whether an expression is `x.role(RoleName.SPEAKER)`."""
    return isinstance(node, ast.Call) and ast.unparse(node).endswith(".role(RoleName.SPEAKER)")


@pytest.mark.parametrize(
    "is_own", [is_order_of_its_own, is_counting_of_its_own, is_name_of_its_own, is_speaker_of_its_own]
)
def test_no_module_outside_the_core_defines_these_again(is_own: object) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        for path in OUTSIDE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if is_own(node)  # type: ignore[operator]
    ]
    assert found == []


def test_no_statement_of_sql_names_a_status_or_kind_by_its_text() -> None:
    values = "|".join((*Status, *Kind))
    found = [path.name for path in OUTSIDE if re.search(rf"[=>] ?'(?:{values})'", path.read_text("utf-8"))]
    assert found == []
