"""The models, loaded once for all tests of the taggers."""

import pytest

from app.nlp.backend.models import Models
from app.nlp.pipeline import Tagger


@pytest.fixture(scope="session")
def models() -> Models:
    return Models()


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    return Tagger()
