"""What the form of a position's noun tells where the tagger errs."""

import pytest

from app.nlp.backend.analysis import Tag
from app.nlp.backend.models import Models


@pytest.mark.parametrize(
    ("word", "case"),
    [("директора", "Gen"), ("профессора", "Gen"), ("главы", "Nom"), ("критики", "Nom"), ("политику", "Nom")],
)
def test_only_a_mans_genitive_is_no_nominative(models: Models, word: str, case: str) -> None:
    read = models.inflection.read_position(word, Tag("NOUN", {"Case": "Nom", "Number": "Plur"}))
    assert read.feats["Case"] == case
