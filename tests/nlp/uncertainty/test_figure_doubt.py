"""The confidence of figures tells sure ones from doubtful ones.

The figures are dates, sums and shares.
"""

import json

import pytest

from app.core.files.resources import resource
from app.core.span import Span
from app.nlp.mention import Mention
from app.nlp.pipeline import Tagger
from app.nlp.uncertainty.figure_features import figure_features


def confidence_of(tagger: Tagger, text: str, words: str) -> float:
    start = text.index(words)
    (found,) = (one for one in tagger.tag(text).annotations if (one.start, one.stop) == (start, start + len(words)))
    assert found.confidence is not None
    return found.confidence


@pytest.mark.parametrize(
    ("sure", "sure_words", "doubtful", "doubtful_words"),
    [
        ("Завод открыли 12 мая 2024 года.", "12 мая 2024 года", "Без шуток сегодня не проживёшь.", "сегодня"),
        ("Выплатили 5 млн тенге.", "5 млн тенге", "Он просидел почти десять лет без дела.", "почти десять лет"),
    ],
)
def test_a_doubtful_figure_has_less_confidence_than_a_sure_one(
    tagger: Tagger, sure: str, sure_words: str, doubtful: str, doubtful_words: str
) -> None:
    assert confidence_of(tagger, sure, sure_words) > confidence_of(tagger, doubtful, doubtful_words)


def test_two_dates_of_one_rule_differ_in_confidence_by_their_words(tagger: Tagger) -> None:
    text = "Совещание было 3 июня 2024 года. Авария случилась в ночь на 4 июня."
    assert confidence_of(tagger, text, "3 июня 2024 года") != confidence_of(tagger, text, "ночь на 4 июня")


def test_every_feature_without_a_rule_has_a_weight() -> None:
    known = json.loads(resource("uncertainty.json").read_text("utf-8"))["figures"]["weights"]
    text = "В ночь на 4 июня 2024г. около 5 лет"
    figure = Mention(Span(2, 22), "DATE", "date.day/1", "XXXX-06-04/P1D")
    assert {feature for feature in figure_features(text, figure) if not feature.startswith("rule ")} <= set(known)
