"""The tables hold what the fields of rows declare."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from app.core.model import Annotation, Article, Body, Hint, Note, Role
from app.store.schema.statements import columns

TABLES = {Article: "article", Body: "body", Annotation: "annotation", Note: "note", Hint: "hint"}
HELD_AS = {"span": ["start", "stop"], "pieces": ["pieces", "start", "stop"], "roles": []}
"""Fields that are no one column: the ends of a span, and the roles, which have a table of their own."""


def columns_for(row_type: type[Any]) -> list[str]:
    return [name for field in fields(row_type) for name in HELD_AS.get(field.name, [field.name])]


@pytest.mark.parametrize("row_type", TABLES)
def test_a_table_has_the_columns_of_its_fields_in_their_order(row_type: type[Any]) -> None:
    assert list(columns(TABLES[row_type])) == columns_for(row_type)


def test_the_table_of_roles_has_the_columns_of_a_role() -> None:
    assert list(columns("claim_role")) == ["annotation_id", "position", *columns_for(Role)]
