"""CoNLL in the shapes that other tools write."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Document, Kind
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from tests.formats.exchange.samples import marked, sample_document


def read_text(folder: Path, content: str) -> list[Document]:
    (folder / "a.txt").write_text(content, "utf-8", newline="")
    known = registry.recognise_format(folder / "a.txt")
    assert known is not None and known.name == "conll"
    return list(registry.read_file(folder / "a.txt"))


def words_of(document: Document) -> list[tuple[str, str]]:
    return [(one.label, one.words(document.text)) for one in document.annotations]


@pytest.mark.parametrize(
    "tags",
    [
        ("B-PER", "I-PER", "O", "B-LOC", "B-LOC", "O"),  # BIO
        ("I-PER", "I-PER", "O", "I-LOC", "B-LOC", "O"),  # IOB
        ("B-PER", "E-PER", "O", "S-LOC", "S-LOC", "O"),  # BIOES
        ("B-PER", "L-PER", "O", "U-LOC", "U-LOC", "O"),  # BILOU
    ],
)
@pytest.mark.parametrize("form", ["{0} {1}", "{0}\t{1}", "{0} NN B-NP {1}", "{0}\t_\t{1}\r"])
def test_each_scheme_of_tags_gives_the_same_spans(tmp_path: Path, tags: tuple[str, ...], form: str) -> None:
    tokens = ("Айгуль", "Сеитова", "в", "Алматы", "Астане", ".")
    content = "\n".join(form.format(*pair) for pair in zip(tokens, tags, strict=True)) + "\n"
    (document,) = read_text(tmp_path, content)
    assert document.text == "Айгуль Сеитова в Алматы Астане."
    assert words_of(document) == [("PER", "Айгуль Сеитова"), ("LOC", "Алматы"), ("LOC", "Астане")]


def test_articles_and_sentences_are_kept_apart_and_punctuation_is_joined(tmp_path: Path) -> None:
    content = "-DOCSTART- -X- O O\n\n« O\nДа O\n» O\n, O\n— O\nсказал O\nмэр B-POS\n\nКонец O\n. O\n\n"
    content += "-DOCSTART- O\n\nВторая B-X\n"
    first, second = read_text(tmp_path, content)
    assert first.text == "«Да», — сказал мэр\nКонец."
    assert (first.article.key, second.article.key, second.text) == ("a-1", "a-2", "Вторая")


def test_a_line_without_a_tag_is_told_and_its_token_kept(tmp_path: Path) -> None:
    (document,) = read_text(tmp_path, "# text = Мэр\nМэр B-POS\nгорода I-POS\nи\nшкола O\nтут O\nздесь O\n")
    assert document.text == "Мэр города и школа тут здесь"
    assert "Line 4 has no tag" in str(document.lost[0])


def test_overlaps_are_left_out_entities_first_and_cut_tokens_are_counted(tmp_path: Path) -> None:
    claim = marked(Kind.CLAIM, "Токаев 🇰🇿 сказал", label="statement")
    document = sample_document(marked(Kind.ENTITY, "Тока", label="PER"), marked(Kind.ENTITY, "ока"), claim)
    told: list[str] = []
    context = ExportContext(options=ExportOptions("conll"), report=lambda one: told.append(str(one)))
    registry.write_file([document], tmp_path / "a.conll", context)
    assert "Тока B-PER\nев O\n" in (tmp_path / "a.conll").read_text("utf-8")
    assert "Not in the file: annotations inside or across others (2)." in told
    assert any("Tokens cut" in one and one.endswith("1.") for one in told)


def test_a_span_over_the_end_of_a_sentence_stays_whole(tmp_path: Path) -> None:
    document = sample_document(marked(Kind.ENTITY, "«нет»\nконец", label="Дата и время"))
    registry.write_file([document], tmp_path / "a.conll", ExportContext(options=ExportOptions("conll")))
    (again,) = registry.read_file(tmp_path / "a.conll")
    assert words_of(again) == [("Дата и время", "«нет» конец")]


def test_a_text_without_tags_is_no_conll(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("Мэр города\nвыступил вчера\n", "utf-8")
    with pytest.raises(UserError, match="no line ends in a tag"):
        list(registry.read_file(tmp_path / "a.conll"))
