"""Keys of rows can be quoted and lead back.

They lead back to their rows. Spreadsheets leave them alone.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.xlsx.values.row_keys import RowKey, RowKind, make_project_tag, parse_row_key

KEYS = st.builds(
    RowKey,
    st.sampled_from(RowKind),
    st.text().map(make_project_tag),
    st.integers(1, 10**9),
    st.integers(1, 999),
)


@given(KEYS)
def test_a_key_leads_back_to_its_parts(key: RowKey) -> None:
    assert parse_row_key(str(key)) == key
    assert parse_row_key(f" {str(key).lower()} ") == key


@given(KEYS)
def test_no_spreadsheet_takes_a_key_for_a_number_or_a_month(key: RowKey) -> None:
    assert not re.search(r"\dE", str(key))
    assert str(key)[0].isalpha() and not re.match(r"[JFMASOND]", str(key))


@pytest.mark.parametrize("text", ["", "118", "C-118", "C-KTRB-0", "C-KTRB-1.0", "Z-KTRB-1", "C-KTRB-1 x", "C-KTRB-x"])
def test_other_text_is_no_key(text: str) -> None:
    assert parse_row_key(text) is None


@given(st.text(), st.text())
def test_a_project_has_the_same_letters_each_time(one: str, other: str) -> None:
    assert make_project_tag(one) == make_project_tag(one)
    assert re.fullmatch("[BCDFGHKLMNPRTVWX]{4}", make_project_tag(other))
