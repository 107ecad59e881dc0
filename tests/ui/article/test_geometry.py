"""Where things are: the laws that keys and the mouse rely on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from app.core.model import Annotation, Kind, Role
from app.core.span import Span
from app.core.text.tokens import tokens
from app.ui.article.view import ArticleView
from tests.ui.article.conftest import Show

HARD = (
    "Простые слова стоят рядом.",
    "Флаг 🇰🇿 и 👍🏽 стоят, 𐐀 тоже: 𝐀𝐁 🙂 конец.",
    "Слова\u00a0без\u00a0разрыва и\u2028новая строка внутри, 5\u00a0000 тенге.",
    "Й как две\u0301 буквы, е\u0301щё и 👨‍👩‍👧 семья.",
    "Слово שלום и ещё عربي внутри \u200fтекста\u200f.",
    "табы\tи\x0bстранные\x0cзнаки",
    "Очень длинная строка " * 40,
)
ALPHABET = "аб Яж.,—«»\u00a0\u2028\n🙂𐐀e\u0301של5"


@pytest.mark.parametrize("text", HARD)
def test_position_under_a_tokens_rectangle_is_the_token(show: Show, text: str) -> None:
    view = show(text)
    for token in tokens(text):
        _assert_found_again(view, text, token)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=st.text(alphabet=ALPHABET, min_size=1, max_size=300))
def test_position_under_a_tokens_rectangle_is_the_token_in_any_text(show: Show, text: str) -> None:
    view = show(text)
    for token in tokens(text):
        _assert_found_again(view, text, token)
    view.close()


def _assert_found_again(view: ArticleView, text: str, token: Span) -> None:
    sheet = view.canvas.sheet
    part = sheet.block(sheet.paragraphs.at(token.start)).laid.fragments(token)[0]
    if part.x1 - part.x0 < 2.0:
        return  # a mark that stands alone has no width
    y = view.rect_of(Span(token.start, token.start + 1)).center().y()
    found = view.position_at(QPoint(round(view.canvas.left + (part.x0 + part.x1) / 2), y))
    assert token.start <= found < token.stop, text[token.start : token.stop]
    assert view.rect_of(token).adjusted(0, -1, 0, 1).contains(view.rect_of(Span(token.start, token.start + 1)))


def test_position_beyond_the_ends_of_a_line_is_the_nearest(show: Show) -> None:
    text = "Первая строка\nВторая\n\nЧетвёртая"
    view = show(text)
    y = view.rect_of(Span(14, 20)).center().y()
    assert view.position_at(QPoint(0, y)) == 14
    assert view.position_at(QPoint(880, y)) == 19
    assert view.position_at(QPoint(300, -50)) < 13
    assert view.position_at(QPoint(300, 590)) >= 22


def test_nothing_shown_has_no_places(show: Show) -> None:
    view = show("Слово")
    view.clear()
    assert view.position_at(QPoint(200, 50)) is None
    assert view.rect_of(Span(0, 5)).isEmpty()
    assert view.visible_range() == Span(0, 0)
    assert view.token_in_line(Span(0, 5), 1, 0.0) is None
    assert view.annotation_at(QPoint(200, 50)) is None


def test_an_empty_text_is_shown(show: Show) -> None:
    view = show("")
    assert view.visible_range() == Span(0, 0)
    assert view.position_at(QPoint(300, 60)) == 0


def test_line_keys_visit_every_line_there_and_back(show: Show) -> None:
    text = "\n".join(f"Строка {number} из нескольких слов" for number in range(12))
    view = show(text)
    caret = next(tokens(text))
    x = view.x_of(caret)
    seen = [caret]
    while (below := view.token_in_line(seen[-1], 1, x)) is not None:
        seen.append(below)
    assert [text[token.start : token.stop] for token in seen] == ["Строка"] * 12
    assert view.token_in_line(seen[-1], -11, x) == seen[0]
    assert view.token_in_line(seen[0], -1, x) is None


def test_line_keys_keep_to_the_column(show: Show) -> None:
    text = "одно два три четыре\nа\nодно два три четыре"
    view = show(text)
    caret = Span(13, 19)
    x = view.x_of(caret)
    middle = view.token_in_line(caret, 1, x)
    assert middle == Span(20, 21)
    assert view.token_in_line(middle, 1, x) == Span(35, 41)


def test_line_keys_pass_over_empty_lines_and_torn_words(show: Show) -> None:
    text = "Начало\n\n\n" + "Касым-Жомарт " * 30
    view = show(text)
    caret = Span(0, 6)
    x = view.x_of(caret)
    places = [caret]
    while (below := view.token_in_line(places[-1], 1, x)) is not None:
        assert below.start > places[-1].start
        places.append(below)
    assert len(places) > 3


def test_line_ends_are_tokens_of_the_same_line(show: Show) -> None:
    text = "слово " * 200
    view = show(text)
    caret = Span(600, 605)
    first, last = view.line_start(caret), view.line_end(caret)
    assert first.start <= caret.start <= last.start
    assert view.rect_of(first).top() == view.rect_of(caret).top() == view.rect_of(last).top()
    assert view.line_start(last) == first


def test_visible_range_holds_what_is_seen_and_no_more(show: Show) -> None:
    text = "\n".join(f"Абзац номер {number} стоит здесь" for number in range(300))
    view = show(text)
    view.ensure_visible(Span(6_000, 6_005))
    visible = view.visible_range()
    height = view.viewport().height()
    assert 0 < visible.start < visible.stop < len(text)
    assert view.rect_of(Span(visible.start, visible.start + 5)).bottom() >= 0
    assert view.rect_of(Span(visible.stop - 5, visible.stop)).top() < height


def test_annotation_at_is_the_innermost(show: Show) -> None:
    text = "Банк развития Казахстана сообщил"
    rows = [
        Annotation(1, 1, Kind.ENTITY, "ORG", (Span(0, 24),)),
        Annotation(2, 1, Kind.ENTITY, "LOC", (Span(14, 24),)),
        Annotation(3, 1, Kind.CLAIM, "statement", (Span(0, 32),)),
    ]
    view = show(text, rows)
    assert view.annotation_at(view.rect_of(Span(14, 24)).center()) == 2
    assert view.annotation_at(view.rect_of(Span(0, 4)).center()) == 1
    assert view.annotation_at(view.rect_of(Span(26, 31)).center()) == 3
    left = view.rect_of(Span(0, 4)).left()
    bracket = view.canvas.sheet.block(0).shapes.claims[0].bracket_x
    assert view.annotation_at(QPoint(round(left + bracket), view.rect_of(Span(0, 4)).center().y())) == 3


def test_rect_of_several_lines_covers_them(show: Show) -> None:
    text = "слово " * 60
    view = show(text)
    whole = view.rect_of(Span(0, len(text)))
    assert whole.contains(view.rect_of(Span(0, 5)))
    assert whole.contains(view.rect_of(Span(354, 359)))


def test_copy_gives_the_text_as_it_is_never_qts(show: Show, qtbot) -> None:
    text = "до\u2028после\u00a0𐐀 конец"
    row = Annotation(1, 1, Kind.CLAIM, "statement", (Span(0, 2), Span(3, 8)), roles=(Role("cue", Span(9, 10)),))
    view = show(text, [row])
    assert view.copy() == ""
    view.set_current(1)
    assert view.copy() == "до … после"
    view.set_selection(Span(0, 10))
    with qtbot.waitSignal(view.copied) as notices:
        assert view.copy() == text[:10]
    assert notices.args == [text[:10]]


def test_lines_have_a_measure_of_65_to_80_characters(show: Show) -> None:
    text = "Глава области рассказал журналистам о том, как строится новая дорога к посёлку у реки. " * 12
    view = show(text)
    view.resize(1400, 800)
    lines = view.canvas.sheet.block(0).laid.lines[:-1]
    lengths = [line.ink_stop - line.start for line in lines]
    assert 65 <= sum(lengths) / len(lengths) <= 80


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (300, 200)])
@pytest.mark.parametrize("zoom", [50, 300])
def test_windows_too_small_to_read_in_do_no_harm(show: Show, size: tuple[int, int], zoom: int) -> None:
    view = show("Слово и ещё слово. " * 50, [Annotation(1, 1, Kind.CLAIM, "promise", (Span(0, 40),))])
    view.set_zoom(zoom)
    view.resize(*size)
    view.ensure_visible(Span(500, 505))
    view.viewport().repaint()
    assert view.rect_of(Span(500, 505)).width() > 0
