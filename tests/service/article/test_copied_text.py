"""Words with their source, and the list of annotations as a table."""

from __future__ import annotations

import csv
import io
from datetime import date
from html.parser import HTMLParser

from app.core.model import Annotation, Article, Kind, Note, Role
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats.xlsx.values.words import Vocabulary
from app.service.article.copied_text import make_table, quote_annotation, quote_words

TEXT = "Айгуль Серикова сказала: «Мост\nоткроют в 2026 году»."
ARTICLE = Article(1, "Мост", date(2025, 9, 2), "example.kz", "https://example.kz/a?b=1&c=<x>")
SCHEME = Scheme((Label("PER", titles=(("ru", "Человек"),)), Label("promise", "claim", titles=(("ru", "Обещание"),))))
PERSON = Annotation(1, 1, Kind.ENTITY, "PER", (Span(0, 15),), normal="Айгуль Серикова")
CLAIM = Annotation(
    2, 1, Kind.CLAIM, "promise", (Span(26, 50),), attributes=(("due", "2026"),), roles=(Role("speaker", Span(0, 15)),)
)


class Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1][-1] += data


def test_a_claim_is_copied_with_speaker_day_source_and_address() -> None:
    copied = quote_annotation(CLAIM, TEXT, ARTICLE, "ru")
    end = "Айгуль Серикова, 02.09.2025, example.kz, https://example.kz/a?b=1&c=<x>"
    assert copied.plain == f"«Мост откроют в 2026 году» — {end}"
    assert (
        '<a href="https://example.kz/a?b=1&amp;c=%3Cx%3E">https://example.kz/a?b=1&amp;c=&lt;x&gt;</a>' in copied.html
    )


def test_words_without_a_speaker_are_copied_with_the_title_of_their_article() -> None:
    assert quote_words("мост", ARTICLE, "en").plain.startswith("«мост» — «Мост», 2025-09-02, example.kz, ")


def test_an_article_without_a_source_leaves_no_dash_behind() -> None:
    assert quote_words("мост", Article(1), "ru").plain == "«мост»"


def test_a_copied_text_is_never_markup() -> None:
    article = Article(1, "<script>x</script>", source="<img src=x>", url="javascript:alert(1)")
    html = quote_words("<b>мост</b>", article, "ru").html
    parser = Cells()
    parser.feed(html)
    assert parser.tags == ["p"]


def test_the_table_has_a_row_for_each_annotation_with_all_that_is_known() -> None:
    notes = {2: (Note(1, "сверить\nсрок", 1, 2),)}
    copied = make_table((PERSON, CLAIM), TEXT, ARTICLE, notes, Vocabulary.of(SCHEME, "ru"))
    header, person, claim = csv.reader(io.StringIO(copied.plain, newline=""), dialect="excel-tab")
    assert header[:4] == ["Текст", "Метка", "Начальная форма", "Говорящий"]
    assert person[:3] == ["Айгуль Серикова", "Человек", "Айгуль Серикова"]
    assert claim == [
        "Мост\nоткроют в 2026 году", "Обещание", "", "Айгуль Серикова", "2026", "предложено", "сверить\nсрок",
        "Мост", "02.09.2025", "example.kz", ARTICLE.url,
    ]  # fmt: skip


def test_no_cell_of_the_table_is_a_formula_or_two_cells() -> None:
    texts = ['=HYPERLINK("x")', "+1", "-1", "@a", "a\tb", 'он сказал "да"', "строка\nдва", "<td>x"]
    for text in texts:
        one = Annotation(1, 1, Kind.ENTITY, "PER", (Span(0, len(text)),))
        copied = make_table((one,), text, ARTICLE, {}, Vocabulary.of(SCHEME, "ru"))
        rows = list(csv.reader(io.StringIO(copied.plain, newline=""), dialect="excel-tab"))
        assert len(rows) == 2 and len(rows[1]) == len(rows[0])
        assert rows[1][0].lstrip("'") == text
        assert not rows[1][0].startswith(("=", "+", "-", "@"))
        parser = Cells()
        parser.feed(copied.html)
        assert len(parser.rows[1]) == len(parser.rows[0])
        assert "mso-number-format" in copied.html


def test_a_claim_of_an_article_without_a_source_names_its_title() -> None:
    bare = Article(1, "О мосте")
    assert quote_words("Мост достроят", bare, "ru", "Алимов").plain == "«Мост достроят» — Алимов, «О мосте»"
