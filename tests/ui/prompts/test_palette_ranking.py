"""The palette finds words, beginnings, then letters.

What is typed finds words, then beginnings of words, then letters in order within a word.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel

from app.service.commands.registry import ACTIONS, Action, by_id
from app.ui.base.i18n import Language, tr
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.prompts.fuzzy import ranked, related
from app.ui.prompts.palette import other_names
from tests.ui.desktop import Desktop

TITLES = ["Reject this mention alone", "Undo", "Note on the annotation…", "Acceptance rules", "Accept", "Not accepted"]


def fitting(typed: str) -> list[str]:
    return ranked(typed, TITLES, lambda title: (title,))


def test_a_whole_title_goes_before_words_and_words_before_their_beginnings() -> None:
    assert fitting("accept") == ["Accept", "Acceptance rules", "Not accepted"]
    assert fitting("mention") == ["Reject this mention alone"]
    assert fitting("men rej") == ["Reject this mention alone"], "the words may come in any order"


def test_letters_in_order_within_a_word_come_last() -> None:
    assert fitting("no")[:2] == ["Note on the annotation…", "Not accepted"]
    assert fitting("acpt") == ["Acceptance rules", "Accept", "Not accepted"]
    assert fitting("atm") == [], "letters of several words are no match"
    assert fitting("xyz") == []


def test_what_is_typed_on_the_other_layout_counts_where_nothing_begins_so() -> None:
    assert fitting("фссузе") == fitting("accept")
    assert fitting("гтвщ") == ["Undo"]


def test_what_equally_fits_keeps_its_order() -> None:
    assert ranked("a", ["ab", "ac", "aa"], lambda title: (title,)) == ["ab", "ac", "aa"]


def test_a_match_in_the_title_goes_before_one_elsewhere() -> None:
    items = [("Copy", "article"), ("Article", "")]
    assert ranked("article", items, lambda item: item)[0] == ("Article", "")


def offered(desktop: Desktop, typed: str) -> list[Action]:
    desktop.keyboard.press("Ctrl+K")
    desktop.keyboard.type(typed)
    chooser = next(one for one in desktop.program.window.findChildren(Chooser) if one.isVisible())
    found = [choice.value for choice in chooser.choices_shown if isinstance(choice.value, Action)]
    desktop.keyboard.press("Escape")
    return found


@pytest.mark.parametrize("typed", ["nd", "ud", "rm", "fnsh", "acpt", "ll", "an", "ee", "dn"])
def test_nothing_that_changes_the_project_is_found_by_scattered_letters(desktop: Desktop, typed: str) -> None:
    for action in offered(desktop, typed):
        words = f"{action.title} {action.id} {action.menu} {action.synonyms}".lower().split()
        begins = any(word.startswith(typed) for word in words)
        dotted = any(part.startswith(typed) for part in action.id.replace("_", ".").split("."))
        assert not action.changes_data or begins or dotted, action.id


def test_not_done_does_not_offer_to_mark_the_article_done(desktop: Desktop) -> None:
    assert by_id("article.done") not in offered(desktop, "not done")


def test_undo_is_found_by_its_name(desktop: Desktop) -> None:
    assert offered(desktop, "undo")[0] is by_id("edit.undo")


FOUND_BY = {
    "ru": {
        "find.project": ("поиск", "искать", "найти во всех статьях", "поиск по проекту", "конкорданс"),
        "find.text": ("поиск в тексте", "найти в статье"),
        "find.rebuild_index": ("перестроить указатель", "обновить индекс", "индекс"),
        "view.ledger": ("обещания", "прогнозы", "вердикт", "сроки", "проверка фактов", "лента времени", "фактчек"),
        "view.register": ("персоны", "люди", "дубликаты", "слить", "объединить имена", "карточка"),
        "view.review_queue": ("очередь проверки", "проверить", "сомнительные"),
        "view.overview": ("графики", "статистика", "прогресс", "точность", "диаграмма"),
        "annotation.spread_project": ("пометить везде", "во всём проекте", "распространить"),
        "articles.mark": ("массово", "групповые изменения", "статус", "несколько статей"),
        "article.tags": ("ярлыки", "теги"),
        "article.priority": ("важность", "срочно"),
        "articles.columns": ("колонки", "столбцы", "колонка"),
        "articles.saved_filters": ("сохраненные фильтры", "отборы"),
        "articles.sort_uncertainty": ("сортировка", "упорядочить"),
        "project.watch_folder": ("папка", "следить за папкой", "наблюдать"),
        "project.find_near": ("дубли", "похожие"),
        "work.pause": ("пауза",),
        "work.resume": ("возобновить", "продолжить"),
        "project.export": ("выгрузить", "excel", "сохранить в эксель"),
    },
    "en": {
        "find.project": ("search", "search everywhere", "global search", "query"),
        "find.rebuild_index": ("rebuild", "reindex", "refresh index"),
        "view.ledger": ("promises", "timeline", "fact check", "overdue"),
        "view.register": ("people", "organizations", "duplicates", "merge"),
        "view.review_queue": ("queue", "doubtful"),
        "view.overview": ("charts", "dashboard", "graphs", "statistics"),
        "articles.mark": ("bulk", "batch"),
        "project.watch_folder": ("monitor", "watch"),
        "annotation.spread_project": ("propagate", "spread"),
    },
}


@pytest.mark.parametrize(
    ("language", "action_id", "typed"),
    [(language, one, typed) for language, table in FOUND_BY.items() for one, words in table.items() for typed in words],
)
def test_a_command_is_found_by_the_words_of_a_newcomer(
    qapp: QApplication, language: str, action_id: str, typed: str
) -> None:
    used, before = Language(qapp), QLocale()
    try:
        used.use(language)
        choices = [Choice(one, tr(one.title), terms=(one.title, *other_names(one))) for one in ACTIONS]
        found = ranked(typed, choices, lambda one: one.searched, lambda one: one.value.changes_data)
        found = found or related(typed, choices, lambda one: one.searched)
        assert action_id in [one.value.id for one in found[:10]]
    finally:
        used.use("en")
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "typed"), [("ru", "утверждения"), ("ru", "обещания"), ("ru", "лента времени"), ("en", "claims")]
)
def test_another_name_of_a_command_is_found_before_words_in_titles(
    qapp: QApplication, language: str, typed: str
) -> None:
    used, before = Language(qapp), QLocale()
    try:
        used.use(language)
        choices = [Choice(one, tr(one.title), terms=(one.title, *other_names(one))) for one in ACTIONS]
        assert ranked(typed, choices, lambda one: one.searched)[0].value.id == "view.ledger"
    finally:
        used.use("en")
        QLocale.setDefault(before)


def test_a_word_is_found_in_another_case_than_it_is_typed_in() -> None:
    assert ranked("папка", ["Следить за папкой"], lambda title: (title,))
    assert ranked("клавиши", ["Шпаргалка по клавишам"], lambda title: (title,))


def test_some_words_find_what_all_together_do_not(desktop: Desktop) -> None:
    assert by_id("find.rebuild_index") in offered(desktop, "please rebuild everything qqqq")
    assert related("qqqq accept all", TITLES, lambda title: (title,))[0] == "Accept"


def test_what_fits_in_part_offers_nothing_that_changes_the_project(desktop: Desktop) -> None:
    assert [one.id for one in offered(desktop, "qqqq article done") if one.changes_data] == []


def test_nothing_found_is_said(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    desktop.keyboard.type("qqqq")
    chooser = next(one for one in desktop.program.window.findChildren(Chooser) if one.isVisible())
    foot = chooser.findChild(QLabel, "caption")
    assert foot is not None
    assert foot.isVisible()
    assert foot.text() == "Nothing found."


def test_each_line_of_the_palette_has_the_path_of_its_menu(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    chooser = next(one for one in desktop.program.window.findChildren(Chooser) if one.isVisible())
    details = {choice.value.id: choice.detail for choice in chooser.choices if isinstance(choice.value, Action)}
    assert details["boundary.end_right"] == "Annotation › Boundaries"
    assert all(details.values()), "every command has a menu"


def test_every_command_of_the_palette_stands_in_a_menu() -> None:
    assert [action.id for action in ACTIONS if not action.menu] == []


def test_a_choice_is_searched_by_title_first_and_detail_last() -> None:
    assert Choice(1, "Accept", detail="Edit", terms=("ok",)).searched == ("Accept", "ok", "Edit")
