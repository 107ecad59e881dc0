"""Messages are said in a language without a window, with its plurals."""

from __future__ import annotations

import pytest

from app.core.message import Message
from app.core.scheme import Label, Scheme
from app.service.project.message_texts import MessageTexts
from app.service.wording import name_labels


@pytest.mark.parametrize(
    ("count", "words"),
    [("1", "импорт 1 статьи"), ("2", "импорт 2 статей"), ("21", "импорт 21 статьи"), ("112", "импорт 112 статей")],
)
def test_a_count_has_its_plural(count: str, words: str) -> None:
    assert MessageTexts("ru").say(Message("import {n} articles", {"n": count})) == words


@pytest.mark.parametrize(("count", "words"), [("1", "import 1 article"), ("2", "import 2 articles")])
def test_english_has_two_forms(count: str, words: str) -> None:
    assert MessageTexts("en").say(Message("import {n} articles", {"n": count})) == words


def test_fields_are_filled_in_and_may_be_messages() -> None:
    assert MessageTexts("ru").say(Message("accept “{text}”", {"text": "Алатау"})) == "принятие «Алатау»"
    nested = Message("accept “{text}”", {"text": Message("accepted")})
    assert MessageTexts("ru").say(nested) == "принятие «принято»"


def test_what_has_no_translation_is_said_as_it_is() -> None:
    assert MessageTexts("ru").say(Message("zzz {name}", {"name": "1"})) == "zzz 1"
    assert MessageTexts("xx").say(Message("accepted")) == "accepted"


def test_messages_call_labels_by_their_titles() -> None:
    scheme = Scheme((Label("LOC", titles=(("ru", "Место"),)), Label("promise", "claim", titles=(("ru", "Обещание"),))))
    inner = Message("relabel “{text}” to {label}", {"text": "LOC", "label": "LOC"})
    named = name_labels(Message("Undo: {what}", {"what": inner}), scheme, "ru")
    assert str(named) == "Undo: relabel “LOC” to Место"
    other = Message("merge label {old} into {new}", {"old": "promise", "new": "OWN"})
    assert str(name_labels(other, scheme, "ru")) == "merge label Обещание into OWN"
