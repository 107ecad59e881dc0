"""The language of paragraphs is found by their letters.

Letters that only look Cyrillic are tested too.
"""

import pytest

from app.core.span import Span
from app.nlp.text.language import detect_language, detect_line_languages, split_by_language
from app.nlp.text.tokens import iter_tokens, to_russian_letters

RUSSIAN = "Правительство обсудило строительство нового города на берегу озера."
KAZAKH = "Үкімет көл жағасындағы жаңа қаланың құрылысын талқылады."


def test_letters_tell_kazakh_from_russian() -> None:
    assert detect_language(RUSSIAN) == "ru"
    assert detect_language(KAZAKH) == "kk"
    assert detect_language("The government met.") == ""
    assert detect_language("2025 😀 — !") == ""


@pytest.mark.parametrize(
    "text",
    [
        "2027 жылы зауыт ашылады.",
        "Күзде той болады.",
        "Кітапхананы «Жаңа Құрылыс» ЖШС салады.",
        "Түркістан облысына барды.",
        "Халықтың 40 пайызы кедей.",
    ],
)
def test_kazakh_words_in_letters_that_russian_has_too_are_kazakh(text: str) -> None:
    assert detect_language(text) == "kk"


@pytest.mark.parametrize(
    "text", ["Награды Әлии Бекеновой", "Для «Жаңа Дән» это потеря.", "Повара «Қара Шаңырақ» уволили.", "Сады Алматы"]
)
def test_russian_words_beside_kazakh_names_are_russian(text: str) -> None:
    assert detect_language(text) == "ru"


def test_a_kazakh_name_does_not_make_a_russian_text_kazakh() -> None:
    assert detect_language(RUSSIAN + " Об этом сообщил Қасым-Жомарт Тоқаев.") == "ru"


@pytest.mark.parametrize("marks", ["«»", "“”", "„“", '""'])
def test_a_quotation_does_not_tell_the_language_of_the_words_around_it(marks: str) -> None:
    said = f"{marks[0]}Бала қай тілде оқыса да, мемлекеттік тілді білуі керек{marks[1]}"
    assert detect_language(f"{said}, — подчеркнула она вчера.") == "ru"
    assert detect_language(said) == "kk"


def test_paragraphs_of_one_language_are_one_block() -> None:
    text = f"{RUSSIAN}\n\n{RUSSIAN}\n{KAZAKH}\n{RUSSIAN}"
    found = split_by_language(text, detect_line_languages(text))
    assert [language for _, language in found] == ["ru", "kk", "ru"]
    assert text[found[1][0].start : found[1][0].stop] == KAZAKH


def test_sentences_of_two_languages_in_a_line_are_read_each_in_its_own() -> None:
    text = f"{RUSSIAN} {KAZAKH} {RUSSIAN}"
    parts = list(detect_line_languages(text))
    assert [(text[span.start : span.stop].strip(), language) for span, language in parts] == [
        (RUSSIAN, "ru"),
        (KAZAKH, "kk"),
        (RUSSIAN, "ru"),
    ]
    assert "".join(text[span.start : span.stop] for span, _ in parts) == text


def test_kazakh_letters_are_written_as_russian_papers_do_letter_for_letter() -> None:
    assert [to_russian_letters(word) for word in ("Қонақбай", "Әбілқасымова", "ҰЛЫТАУ", "Іле", "Ким")] == [
        "Конакбай",
        "Абилкасымова",
        "УЛЫТАУ",
        "Иле",
        "Ким",
    ]


def test_tokens_keep_dates_names_and_signs_whole() -> None:
    text = "А. Б. Касым-Жомарт, 3,5% — 12.05.2025 (АО «Х»)…"
    words = [token.text for token in iter_tokens(text, Span(0, len(text)))]
    assert words == [
        "А",
        ".",
        "Б",
        ".",
        "Касым-Жомарт",
        ",",
        "3,5",
        "%",
        "—",
        "12.05.2025",
        "(",
        "АО",
        "«",
        "Х",
        "»",
        ")",
        "…",
    ]
