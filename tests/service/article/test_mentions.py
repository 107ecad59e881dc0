from __future__ import annotations

from app.core.text.comparing import plain_view
from app.service.article.mentions import find_in_view, mention_key
from tests.service.conftest import Opening
from tests.service.samples import entity


def found_words(text: str, words: str, key: str) -> list[str]:
    return [text[start:stop] for start, stop in find_in_view(plain_view(text), (words,), {key})]


def test_signs_and_blanks_do_not_tell_names_apart() -> None:
    assert mention_key("Касым-Жомарта\u00a0Токаева") == mention_key("касым-жомарт  «Токаев»") != ""
    assert mention_key("— …") == ""


def test_occurrences_are_whole_words_in_any_case_with_the_capital_kept() -> None:
    text = "Роза, розой и Розалия: Розу видел РОЗА. Прозе — Розе!"
    found = found_words(text, "Роза", mention_key("Роза"))
    assert found == ["Роза", "Розу", "РОЗА", "Розе"]


def test_occurrences_of_several_words_stay_within_a_line_and_cross_no_comma() -> None:
    text = "Новый Город. В Новом\u00a0Городе. Новый\nГород. Новый «Город». Новый, Город. Новый 👩‍🚀 Город"
    found = found_words(text, "Новый Город", mention_key("Новый Город"))
    assert found == ["Новый Город", "Новом\u00a0Городе", "Новый «Город"]


def test_words_that_are_only_signs_occur_nowhere() -> None:
    assert found_words("— — —", "—", "") == []


def test_a_name_with_a_hyphen_occurs_in_the_cases_of_both_its_parts() -> None:
    text = "Жан-Мари, Жана-Мари и Жаном-Марией."
    found = found_words(text, "Жана-Мари", mention_key("Жан-Мари"))
    assert found == ["Жан-Мари", "Жана-Мари", "Жаном-Марией"]


def test_the_known_normal_form_is_that_of_the_same_words(opening: Opening) -> None:
    text = "Павел, Павлом и Павел."
    nameless, named = entity(text, "Павел", "PER"), entity(text, "Павел", "PER", 1, normal="Павел Рогов")
    other_case = entity(text, "Павлом", "PER", normal="Павел")
    for rows, normal in (((nameless, other_case), ""), ((nameless, other_case, named), "Павел Рогов")):
        article = opening(text, rows).open_article
        assert article is not None and article.known_normal("Павел") == normal
