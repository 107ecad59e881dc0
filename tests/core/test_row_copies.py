"""Copies of rows keep every field that is not replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Annotation, Status
from app.core.rows.row_copies import compile_copy
from app.core.span import Span
from tests.row_strategies import row_values

ROWS = row_values(st.text(max_size=5), st.just(Span(0, 5))).rows(Annotation)
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


@given(ROWS)
def test_a_copy_is_the_row_with_other_values_in_the_fields_named(row: Annotation) -> None:
    decided = row.decided("LOC", Status.CORRECTED, "Ая", NOON)
    assert decided == replace(row, label="LOC", status=Status.CORRECTED, author="Ая", changed=NOON)
    assert compile_copy(Annotation, "id", "article_id")(row, 8, 9) == replace(row, id=8, article_id=9)


def test_a_field_that_the_row_type_lacks_is_refused() -> None:
    with pytest.raises(TypeError, match="Annotation has no field colour"):
        compile_copy(Annotation, "label", "colour")
