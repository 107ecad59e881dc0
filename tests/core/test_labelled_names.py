"""A name behind its label is taken apart by known labels."""

from __future__ import annotations

import pytest

from app.core.labelled_names import join_label, split_label

LABELS = ("PER", "Company", "Company Name", "Company Name Old")


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("name", ["каспий", "новый каспий", "old каспий", ""])
def test_what_is_joined_is_taken_apart_again(label: str, name: str) -> None:
    assert split_label(join_label(label, name), LABELS) == (label, name)


def test_a_label_that_is_not_known_ends_at_the_first_blank() -> None:
    assert split_label("ORG новый каспий", LABELS) == ("ORG", "новый каспий")
    assert split_label("Companyname каспий", LABELS) == ("Companyname", "каспий")
