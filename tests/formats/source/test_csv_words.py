"""Faults of separated values are said in the window's language."""

from __future__ import annotations

import csv

import pytest

from app.formats.source.damage import explain_damage


@pytest.mark.parametrize("text", ['"а"б,в\n', '"абв', "а\rб"])
def test_faults_of_the_csv_library_are_no_library_words(text: str) -> None:
    with pytest.raises(csv.Error) as caught:
        list(csv.reader([text], strict=True))
    assert "{detail}" not in explain_damage(caught.value).template
