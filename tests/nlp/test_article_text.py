"""An article is cut, told its languages and parsed once, whoever asks."""

from collections.abc import Mapping

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.backend.analysis import Sentence

TEXT = (
    " date 2025-05-12 Мектеп ашылды\n"
    "Қалада жаңа мектеп ашылды. Оқушылар қуанды.\n"
    "В городе открыли школу. Дети рады.\n\n"
    "Оригинал статьи: https://example.kz/1\n"
)


class CountingAnalyser:
    """Cuts at full stops, and counts what it is asked."""

    def __init__(self) -> None:
        self.splits = 0
        self.parsed: list[Span] = []

    def split_sentences(self, text: str) -> list[Span]:
        self.splits += 1
        stops = [index + 1 for index, char in enumerate(text) if char == "."]
        return [Span(start, stop) for start, stop in zip([0, *stops], stops, strict=False)]

    def parse_sentences(self, text: str, spans: list[Span]) -> list[Sentence]:
        self.parsed += spans
        return [Sentence(span, ()) for span in spans]

    def is_future(self, word: str) -> bool:
        return False

    def find_noun_kind(self, word: str) -> str:
        return ""

    def find_agent(self, word: str) -> str:
        return ""

    def to_nominative(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        return word


def test_sentences_are_split_and_parsed_once() -> None:
    analyser = CountingAnalyser()
    article = ArticleText(TEXT, analyser)
    for _ in range(2):
        assert [one.span for one in article.parse_sentences(article.sentences)] == list(article.sentences)
    assert analyser.splits == 1
    assert analyser.parsed == list(article.sentences)
    assert [one.span for one in article.parsed_sentences] == analyser.parsed


def test_blocks_hold_every_line_with_its_language() -> None:
    article = ArticleText(TEXT, CountingAnalyser())
    for line, language in article.lines:
        holders = [found for span, found in article.blocks if line.length and span.contains(line)]
        blank = not article.text[line.start : line.stop].strip()
        assert blank or holders == [language]
    assert [language for _, language in article.blocks if language] == ["kk", "ru"]


def test_readable_and_unreadable_blocks_are_all_blocks() -> None:
    foreign = "The quick brown fox jumps over the lazy dog near the old river bank every day. " * 4
    article = ArticleText(f"В городе открыли школу.\n{foreign}\n", CountingAnalyser())
    assert sorted([*article.readable_blocks, *article.unreadable_blocks]) == sorted(article.blocks)
    assert [article.text[span.start : span.stop].strip() for span, _ in article.unreadable_blocks] == [foreign.strip()]


def test_the_frame_gives_the_date() -> None:
    article = ArticleText(TEXT, CountingAnalyser())
    assert str(article.frame.date) == "2025-05-12"
    assert article.frame.hides(Span(1, 5))
