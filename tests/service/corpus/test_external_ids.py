"""External ids of records have one form, and others are none."""

from __future__ import annotations

import pytest

from app.service.corpus.register.external_ids import BIN, WIKIDATA, read_external_id


@pytest.mark.parametrize(
    ("system", "typed", "expected"),
    [
        (WIKIDATA, " q42 ", "Q42"),
        (WIKIDATA, "https://www.wikidata.org/wiki/Q232", "Q232"),
        (WIKIDATA, "http://www.wikidata.org/entity/Q232", "Q232"),
        (WIKIDATA, "й232", "Q232"),
        (WIKIDATA, "42", None),
        (WIKIDATA, "Q0", None),
        (WIKIDATA, "Берлин", None),
        (WIKIDATA, "https://example.kz/Q42", None),
        (BIN, "990140000483", "990140000483"),
        (BIN, "9901 4000-0483", "990140000483"),
        (BIN, "99014000048", None),
        (BIN, "9901400004830", None),
        (BIN, "٩٩٠١٤٠٠٠٠٤٨٣", None),
        (BIN, "БИН 990140000483", None),
    ],
)
def test_an_id_is_read_in_its_one_form(system: str, typed: str, expected: str | None) -> None:
    assert read_external_id(system, typed) == expected
