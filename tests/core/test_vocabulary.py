"""Texts that the program relies on are written once.

They are members of enums.
"""

from __future__ import annotations

import ast
import json
import pickle
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from app.core import model, vocabulary
from app.core.files.resources import resource
from app.core.scheme import Scheme, scheme_from_json
from app.nlp.claims.cues.frame import Frame

ROOT = Path(__file__).resolve().parents[2]
ENUM_MODULES = ("app/core/vocabulary.py", "app/core/model.py", "app/nlp/claims/cues/frame.py")
ENUMS = (
    *(vocabulary.EntityLabel, vocabulary.ClaimLabel, vocabulary.ClaimForm, vocabulary.RoleName),
    *(vocabulary.AttributeName, vocabulary.AttributeType, vocabulary.LanguageCode, vocabulary.DatePrecision),
    *(model.Kind, model.Status, model.Origin, model.Progress, Frame),
)
ALONE = {
    member.value for enum in (vocabulary.EntityLabel, vocabulary.ClaimLabel, vocabulary.ClaimForm) for member in enum
}
"""Words that mean nothing else in the code."""

SHARED = {member.value for enum in ENUMS for member in enum} - ALONE
"""Words that also name columns, fields of JSON, groups of patterns, rules, or stand in sentences."""

TELLING_CALLS = {
    *("role", "with_role", "set_role", "Role", "attribute", "with_attribute", "attributed", "_attribute_column"),
    *("DateValue", "Cue", "Label", "Attribute", "of_kind", "find_label", "set_language", "Annotation", "Mention"),
}
TELLING_NAMES = {
    *("kind", "status", "origin", "progress", "form", "label", "language", "precision", "type", "frames", "attributes"),
    *("role.name", "attribute.name"),
}


def modules() -> list[str]:
    paths = (path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py"))
    return sorted({*paths} - {*ENUM_MODULES})


def texts_of(node: ast.AST) -> Iterator[str]:
    """Yield the texts of a node.

    It is its text, or the texts of a tuple, list or set.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        for element in node.elts:
            yield from texts_of(element)
    if isinstance(node, ast.IfExp):
        yield from texts_of(node.body)
        yield from texts_of(node.orelse)


def name_of(node: ast.AST) -> set[str]:
    """Return what an expression is called: "label" and "name.label"."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr, *(f"{owner}.{node.attr}" for owner in name_of(node.value))}
    return set()


def relied_on(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the texts of `SHARED` that the program relies on.

    They come with their lines.
    """
    for node in ast.walk(tree):
        found: list[ast.AST] = []
        if isinstance(node, ast.Call) and name_of(node.func) & TELLING_CALLS:
            found = [*node.args]
        if isinstance(node, ast.Call):
            found += [keyword.value for keyword in node.keywords if keyword.arg in TELLING_NAMES]
        if isinstance(node, ast.Compare) and any(name_of(side) & TELLING_NAMES for side in operands(node)):
            found = operands(node)
        for one in found:
            yield from ((node.lineno, text) for text in texts_of(one) if text in SHARED)


def operands(node: ast.Compare) -> list[ast.AST]:
    return [node.left, *node.comparators]


def docstrings(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


@pytest.mark.parametrize("path", modules())
def test_modules_name_members_and_write_no_text_of_them(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    spared = docstrings(tree)
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in spared]
    alone = [(node.lineno, node.value) for node in texts if isinstance(node.value, str) and node.value in ALONE]
    assert [*alone, *relied_on(tree)] == []


@pytest.mark.parametrize(
    "source",
    [
        'x = "PER"',
        'row.attribute("value")',
        'claim.role("cue") is None',
        'if row.status == "rejected": pass',
        'if draft.kind in ("entity", "claim"): pass',
        'Cue(kind, "that" if x else "speech")',
        'Label("name", kind="claim")',
    ],
)
def test_the_walk_finds_texts_that_are_relied_on(source: str) -> None:
    tree = ast.parse(source)
    texts = {text for node in ast.walk(tree) for text in texts_of(node)}
    assert texts & ALONE or [*relied_on(tree)]


@pytest.mark.parametrize("enum", ENUMS)
def test_members_go_through_files_and_processes_as_their_texts(enum: type[StrEnum]) -> None:
    disk = sqlite3.connect(":memory:")
    for member in enum:
        assert json.loads(json.dumps({member: member})) == {member.value: member.value}
        assert pickle.loads(pickle.dumps(member)) == member.value
        assert disk.execute("SELECT ?, typeof(?)", (member, member)).fetchone() == (member.value, "text")
        assert f"{member}" == str(member) == member.value
        assert hash(member) == hash(member.value)
    disk.close()


def default_scheme() -> Scheme:
    return scheme_from_json(resource("schemes", "default.json").read_text("utf-8"))


def test_the_default_scheme_has_the_labels_that_the_tagger_gives() -> None:
    scheme = default_scheme()
    assert {label.name for label in scheme.of_kind(model.Kind.ENTITY)} == set(vocabulary.EntityLabel)
    assert {label.name for label in scheme.of_kind(model.Kind.CLAIM)} == set(vocabulary.ClaimLabel)


def test_the_default_scheme_offers_the_forms_and_precisions() -> None:
    attributes = {attribute.name: attribute for label in default_scheme().labels for attribute in label.attributes}
    assert set(attributes[vocabulary.AttributeName.FORM].choices) == set(vocabulary.ClaimForm)
    assert set(attributes[vocabulary.AttributeName.PRECISION].choices) <= set(vocabulary.DatePrecision)
