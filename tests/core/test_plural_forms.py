"""Words behind a count stand in the form that Russian asks for."""

from __future__ import annotations

import pytest

from app.core.values.plural_forms import russian_plural_form


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        (0, (1, 21, 31, 101, 121, 1_001)),
        (1, (2, 3, 4, 22, 24, 102, 133)),
        (2, (0, 5, 9, 10, 11, 12, 13, 14, 15, 20, 111, 112, 214, 1_000)),
    ],
)
def test_a_count_takes_the_form_of_its_last_figures_but_for_eleven_to_fourteen(
    form: int, counts: tuple[int, ...]
) -> None:
    assert {count: russian_plural_form(count) for count in counts} == dict.fromkeys(counts, form)
