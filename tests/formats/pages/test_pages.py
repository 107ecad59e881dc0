"""Files for people.

What is in them, whatever was annotated, read back by other libraries.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.message import Message
from app.core.model import Annotation, Article, Document, Kind, Note, Status
from app.core.span import Span, normal_pieces
from app.formats.xlsx.values.row_keys import make_project_tag

from .samples import FILE_ENDS, TEXT, docx, make_sample, read_html, read_pdf_pages, read_words, write

TAG = make_project_tag("Мосты")
HOSTILE = "<script>alert(1)</script>\"' onload=x <img src=http://evil/> &lt;b&gt; </style> ]]> \x07"

every_format = pytest.mark.parametrize("end", FILE_ENDS)
every_content = pytest.mark.parametrize("content", ["claims", "articles"])


@every_format
@every_content
def test_each_claim_stands_exactly_once(tmp_path: Path, end: str, content: str) -> None:
    words = read_words(write(tmp_path / f"a.{end}", make_sample(), content=content))
    assert [words.count(f"C-{TAG}-{number}") for number in (3, 4, 5)] == [1, 1, 0]


@every_format
def test_a_report_gives_speaker_kind_due_date_source_title_and_note_of_a_claim(tmp_path: Path, end: str) -> None:
    words = read_words(write(tmp_path / f"a.{end}", make_sample(), content="claims"))
    claim = words[words.index("«Мост откроют") :]
    for part in ("Обещание", "прямая речь", "срок: 2026", "02.09.2025", "example.kz", "Мост & <дорога>"):
        assert part in claim
    assert claim.index("Заметка (Корректор): Срок сверить") < claim.index("Көпір")
    assert words.rindex("Серик Ахметов") < words.index("«Мост откроют")


def test_marks_of_what_ends_at_one_place_stand_apart_from_inside(tmp_path: Path) -> None:
    text = "Посол США сказал: США ждут."
    rows = (
        Annotation(1, 1, Kind.CLAIM, "statement", (Span(0, 9),)),
        Annotation(2, 1, Kind.ENTITY, "ROLE", (Span(0, 9),)),
        Annotation(3, 1, Kind.ENTITY, "LOC", (Span(6, 9),)),
        Annotation(4, 1, Kind.ENTITY, "LOC", (Span(18, 21),)),
    )
    sample = replace(make_sample(), text=text, annotations=rows, notes=())
    page = write(tmp_path / "a.html", sample, content="articles").read_text("utf-8")
    assert re.findall(r'data-mark="([^"]*)"', page)[-6:] == ["мес", "·", "ROLE", "·", "[1]", "мес"]


@every_format
def test_the_speaker_who_says_most_comes_first_and_nobody_last(tmp_path: Path, end: str) -> None:
    sample = make_sample()
    promise = sample.annotations[2]
    other = replace(promise, id=9, roles=(replace(promise.roles[0], normal="Айгуль"),))
    many = replace(sample, annotations=(*sample.annotations, replace(promise, id=8), other))
    words = read_words(write(tmp_path / f"a.{end}", many, content="claims"))
    body = words[words.index(f"C-{TAG}-3") :]
    assert body.index("Айгуль") < body.index("Говорящий не назван") < body.index("Көпір")


@every_format
@every_content
def test_filters_are_obeyed_and_named(tmp_path: Path, end: str, content: str) -> None:
    path = tmp_path / f"a.{end}"
    words = read_words(write(path, make_sample(), content=content, statuses=(Status.REJECTED,), since=date(2025, 9, 1)))
    assert [f"C-{TAG}-{number}" in words for number in (3, 4, 5)] == [False, False, True]
    assert "Отбор: с 01.09.2025" in words
    assert "отклонено" in words
    words = read_words(write(path, make_sample(), content=content, labels=("statement",)))
    assert [f"C-{TAG}-{number}" in words for number in (3, 4, 5)] == [False, True, False]


@every_format
@every_content
def test_names_of_authors_stay_out_where_they_are_not_wanted(tmp_path: Path, end: str, content: str) -> None:
    path = write(tmp_path / f"a.{end}", make_sample(), content=content, with_authors=False)
    words = read_words(path)
    assert not {"Редактор", "Корректор", "Разметчик"}.intersection(words.split())
    assert "Срок сверить" in words
    if end == "docx":
        with zipfile.ZipFile(path) as package:
            assert "Редактор" not in package.read("docProps/core.xml").decode()


@every_format
@every_content
def test_headings_are_in_the_language_of_the_export(tmp_path: Path, end: str, content: str) -> None:
    words = read_words(write(tmp_path / f"a.{end}", make_sample(), content=content, language="en"))
    assert ("Claims by speaker" if content == "claims" else "Articles with their annotations") in words
    assert "Promise" in words
    assert "2025-09-02" in words


@every_format
@every_content
def test_an_export_of_nothing_says_so(tmp_path: Path, end: str, content: str) -> None:
    words = read_words(write(tmp_path / f"a.{end}", content=content))
    assert "Под отбор не попал" in words


@every_format
@every_content
def test_links_lead_to_the_source(tmp_path: Path, end: str, content: str) -> None:
    path = write(tmp_path / f"a.{end}", make_sample(), content=content)
    address = "https://example.kz/%D0%BC%D0%BE%D1%81%D1%82?a=1&b=2"
    if end == "html":
        assert ("href", address) in read_html(path).attributes
    elif end == "pdf":
        assert f"/URI ({address})".encode() in path.read_bytes()
    else:
        with zipfile.ZipFile(path) as package:
            assert address.replace("&", "&amp;") in package.read("word/_rels/document.xml.rels").decode()


@every_format
def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path, end: str) -> None:
    sample = make_sample()
    bad = replace(sample, article=replace(sample.article, url="javascript:alert(1)"))
    path = write(tmp_path / f"a.{end}", bad, content="articles")
    if end == "html":
        assert not [value for name, value in read_html(path).attributes if name == "href" and "java" in value]
    else:
        assert b"/URI" not in path.read_bytes()
    assert "javascript:alert(1)" in read_words(path)


@every_content
def test_no_text_becomes_markup_in_a_web_page(tmp_path: Path, content: str) -> None:
    sample = make_sample()
    claim = replace(
        sample.annotations[2],
        attributes=(("due", HOSTILE), ("figures", HOSTILE), ("form", HOSTILE)),
        roles=(replace(sample.annotations[2].roles[0], normal=HOSTILE),),
    )
    stranger = replace(claim, id=6, label=HOSTILE, kind=Kind.ENTITY, pieces=(Span(0, 6),))
    hostile = replace(
        sample,
        article=replace(sample.article, title=HOSTILE, source=HOSTILE),
        text=HOSTILE.ljust(len(TEXT)),
        annotations=(claim, stranger, replace(claim, id=7, label=HOSTILE)),
        notes=(Note(1, HOSTILE, 7, 3, HOSTILE), Note(2, HOSTILE, 7)),
    )
    page = read_html(write(tmp_path / "a.html", hostile, content=content, author=HOSTILE))
    assert not {"script", "img", "iframe", "object", "link", "form", "input"}.intersection(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert page.tags.count("style") == 1
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


@pytest.mark.parametrize("end", ["docx", "pdf"])
@every_content
def test_hostile_texts_are_written_as_they_are(tmp_path: Path, end: str, content: str) -> None:
    sample = make_sample()
    text = HOSTILE.ljust(len(TEXT))
    hostile = replace(
        sample, article=replace(sample.article, title=HOSTILE), text=text, notes=(Note(1, HOSTILE, 7, 3),)
    )
    words = read_words(write(tmp_path / f"a.{end}", hostile, content=content))
    assert "alert(1)</script>" in words
    assert "&lt;b&gt;" in words


def test_a_pdf_numbers_all_of_its_pages(tmp_path: Path) -> None:
    articles = [replace(make_sample(), article=Article(number, f"Статья {number}")) for number in range(1, 4)]
    pages = read_pdf_pages(write(tmp_path / "a.pdf", *articles, content="articles"))
    assert len(pages) == 3
    assert [f"{number} из 3" in page for number, page in enumerate(pages, start=1)] == [True] * 3


def test_a_pdf_shows_kazakh_letters_by_a_font_of_its_own(tmp_path: Path) -> None:
    path = write(tmp_path / "a.pdf", make_sample(), content="articles")
    assert "Көпір салынады" in "".join(read_pdf_pages(path))
    assert path.read_bytes().count(b"/FontFile2") >= 2


def test_a_pdf_shows_a_sign_for_each_emoji_and_counts_them(tmp_path: Path) -> None:
    told: list[Message] = []
    text = "Ура 😀😀 ✔ 100 ₸ и\u00a0\u00adвсё\u200b"
    path = write(tmp_path / "a.pdf", Document(Article(1, "Эмодзи"), text), content="articles", told=told)
    assert "Ура □□ ✔ 100 ₸ и всё" in " ".join("".join(read_pdf_pages(path)).split())
    assert [message.args["n"] for message in told] == ["2"]


def test_a_word_document_has_headings_and_page_fields(tmp_path: Path) -> None:
    document = docx.Document(str(write(tmp_path / "a.docx", make_sample(), content="claims")))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings == ["Итоги", "Серик Ахметов", "Говорящий не назван"]
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        footer = "".join(package.read(name).decode() for name in package.namelist() if "footer" in name)
    assert "NUMPAGES" in footer
    assert "PAGE" in footer.replace("NUMPAGES", "")


@every_format
def test_a_very_long_paragraph_is_written_whole(tmp_path: Path, end: str) -> None:
    text = "слово " * 20_000 + "x" * 30_000 + " конец"
    annotation = Annotation(1, 1, Kind.ENTITY, "PER", (Span(5, len(text) - 5),))
    words = read_words(
        write(tmp_path / f"a.{end}", Document(Article(1, "Длинная"), text, (annotation,)), content="articles")
    )
    assert words.count("слово") == 20_000
    assert "конец" in words


@every_format
def test_one_chosen_article_has_no_cover(tmp_path: Path, end: str) -> None:
    words = read_words(write(tmp_path / f"a.{end}", make_sample(), content="articles", article_ids=(7,)))
    assert words.startswith("Мост & <дорога>")


PIECES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=3)
CHARS = st.sampled_from([*list("абв <&>\"'\n\t😀\u0301\u00a0\u2028👨‍👩‍👧✔𝐀—"), "  ", "\n\n", "]]>"])


@given(st.lists(CHARS, max_size=60).map("".join), st.lists(st.tuples(PIECES, st.booleans()), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_the_text_of_an_article_comes_through_a_web_page_unchanged(
    tmp_path: Path, text: str, found: list[tuple[list[tuple[int, int]], bool]]
) -> None:
    annotations = []
    for number, (places, is_claim) in enumerate(found, start=1):
        spans = (Span(min(start, len(text)), min(start + length, len(text))) for start, length in places)
        pieces = normal_pieces(spans)
        if pieces:
            kind, label = (Kind.CLAIM, "promise") if is_claim else (Kind.ENTITY, "PER")
            annotations.append(Annotation(number, 1, kind, label, pieces))
    path = write(tmp_path / "a.html", Document(Article(1, "Статья"), text, tuple(annotations)), content="articles")
    page = read_html(path)
    assert "\n".join(page.texts) == text
    marks = [value for name, value in page.attributes if name == "data-mark" and value != "·"]
    in_legend = len({one.label for one in annotations if one.kind is Kind.ENTITY})
    assert len(marks) == len(annotations) + in_legend


def test_the_table_of_speakers_repeats_its_header_whose_words_fit(tmp_path: Path) -> None:
    document = docx.Document(str(write(tmp_path / "a.docx", make_sample(), content="claims")))
    (table,) = (table for table in document.tables if len(table.columns) > 2)
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader"), "each page begins with it"  # noqa: SLF001
    numbers = table.rows[0].cells[1:]
    points = [cell.width.pt / max(map(len, cell.text.split())) for cell in numbers]
    assert max(points) - min(points) < 0.2 and min(points) > 7
