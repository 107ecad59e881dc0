"""What holds for the tagging of any text whatever."""

import random
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.span import Span
from app.core.text.plain_view import PlainView
from app.core.text.tokens import normalise
from app.nlp.pipeline import Tagger, Tagging
from tests.cost import grows_with_its_length

PIECES = st.sampled_from(
    [
        *("Иван Петров", "Токаев", "ООН", "«Газпром»", "министр", "Алматы", "Қазақстан", "әкімі", "Alatau City", "The"),
        *(
            "(",
            ")",
            "\n",
            "\n\n",
            " ",
            "\u00a0",
            "•",
            "$",
            "%",
            ",",
            ".",
            "—",
            '"',
            "«",
            "»",
            "№",
            "\u2028",
            "\t",
            "\x0b",
        ),
        *(
            "5",
            "млн",
            "тенге",
            "2025",
            "года",
            "в",
            "мае",
            "сегодня",
            "12.05.2025",
            "1/2",
            "ст.",
            "УК РК",
            "по",
            "делам",
        ),
        *(
            "😀",
            "👨‍👩‍👧",
            "𝐀",
            "e\u0301",
            "\u200b",
            "А.",
            "С.",
            "им.",
            "и",
            "Суд",
            "Испании",
            "заявил",
            "что",
            "x.kz/a?b=c",
        ),
    ]
)
GARBAGE = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join), st.text(max_size=120)
).map(normalise)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(text=GARBAGE)
def test_every_span_is_in_the_text_in_one_paragraph_and_without_blanks(tagger: Tagger, text: str) -> None:
    tagging = tagger.tag(text, date(2025, 9, 2))
    spans = [piece for one in tagging.annotations if one.kind == "entity" for piece in one.pieces]
    for span in (*spans, *(candidate.span for candidate in tagging.candidates)):
        words = text[span.start : span.stop]
        assert 0 <= span.start < span.stop <= len(text)
        assert "\n" not in words or "\n" not in PlainView(text).plain[to_plain(text, span)]
        assert words == words.strip()


def to_plain(text: str, span: Span) -> slice:
    """Return where a span of the text stands in its plain view."""
    view = PlainView(text)
    inside = [at for at in range(len(view.plain)) if span.contains(view.to_source(Span(at, at + 1)))]
    return slice(inside[0], inside[-1] + 1)


@CALM
@given(text=GARBAGE)
def test_every_proposal_says_what_made_it_and_how_sure_it_is(tagger: Tagger, text: str) -> None:
    for one in tagger.tag(text).annotations:
        if one.kind == "entity":
            name, version = one.rule.split("/")
            assert name
            assert version.isdigit()
            assert one.confidence is not None
            assert 0 <= one.confidence <= 1


@CALM
@given(text=GARBAGE)
def test_tagging_a_text_twice_gives_the_same(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text) == tagger.tag(text)


@CALM
@given(text=GARBAGE)
def test_no_two_names_overlap_and_no_two_figures(tagger: Tagger, text: str) -> None:
    for labels in (("PER", "LOC", "ORG"), ("DATE", "MONEY", "PERCENT", "NUMBER")):
        spans = [one.span for one in tagger.tag(text).annotations if one.label in labels]
        assert all(one.stop <= other.start for one, other in pairwise(spans))


@CALM
@given(text=GARBAGE)
def test_hints_come_best_first_and_touch_no_name(tagger: Tagger, text: str) -> None:
    tagging = tagger.tag(text)
    scores = [candidate.score for candidate in tagging.candidates]
    names = [one.span for one in tagging.annotations if one.label in ("PER", "LOC", "ORG")]
    assert scores == sorted(scores, reverse=True)
    assert not any(candidate.span.overlaps(name) for candidate in tagging.candidates for name in names)


def test_hints_are_given_from_a_likelihood_of_two_in_a_hundred_on(tagger: Tagger, root: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((root / "seeds").glob("00*.txt"))]
    scores = [candidate.score for text in texts for candidate in tagger.tag(text).candidates]
    assert 0.02 <= min(scores) < 0.03  # so many lie there that one is near the limit


def test_paragraphs_are_tagged_the_same_alone_and_together(tagger: Tagger) -> None:
    one, other = "Вчера в Астане прошёл форум.", "Бюджет составил 5 млрд тенге."
    together = tagger.tag(f"{one}\n{other}")
    assert [(a.label, a.words(f"{one}\n{other}")) for a in together.annotations] == [
        *[(a.label, a.words(one)) for a in tagger.tag(one).annotations],
        *[(a.label, a.words(other)) for a in tagger.tag(other).annotations],
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\n"])
def test_an_empty_text_has_no_annotations_and_says_so(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text) == Tagging(skipped=tagger.tag(text).skipped)
    assert [str(message) for message in tagger.tag(text).skipped] == ["There is no text to tag."]


def test_text_in_another_language_is_not_guessed_at(tagger: Tagger) -> None:
    text = "The President met with the Prime Minister of Canada in Ottawa on Monday to talk about trade. " * 4
    tagging = tagger.tag(text)
    assert tagging.language == ""
    assert len(tagging.skipped) == 1
    assert not [one for one in tagging.annotations if one.label in ("PER", "LOC", "ORG")]


@pytest.mark.parametrize(
    "text",
    [
        "😀👨‍👩‍👧🇰🇿" * 500,
        "Бүгін Қасым-Жомарт Тоқаев Астанада 5 млрд теңге бөлінетінін айтты. " * 50,
        "John Smith of Air Astana said that Aidar Seitkaliyev left. " * 50,
        "قال الرئيس إن שלום Иван Петров сказал 5 мая " * 50,
        "\n" * 5_000,
        "«" * 2_000 + "„а “б " * 300,
        "а" * 20_000 + "б",
        "м/с. А " * 300,
        "е\u0301" * 2_000,
    ],
    ids=["emoji", "Kazakh", "Latin", "right to left", "line ends", "marks", "one word", "units", "combining"],
)
def test_odd_text_is_tagged_within_itself(tagger: Tagger, text: str) -> None:
    text = normalise(text)
    spans = [piece for one in tagger.tag(text, date(2026, 5, 1)).annotations for piece in one.pieces]
    assert all(0 <= span.start < span.stop <= len(text) and text[span.start : span.stop].strip() for span in spans)


@pytest.mark.parametrize("words", ["100 ", "сто ", "пункт 1 ", "5 млн ", "а", "Аб", "« "])
def test_the_cost_of_a_row_without_end_grows_with_its_length(tagger: Tagger, words: str) -> None:
    assert grows_with_its_length(lambda count: tagger.tag(words * count), 2_000)


def test_one_enormous_line_is_tagged_to_its_end(tagger: Tagger) -> None:
    text = "слово " * 20_000 + "сказал Иван Петров в Алматы."
    assert [one.words(text) for one in tagger.tag(text).annotations][-2:] == ["Иван Петров", "Алматы"]


def test_a_very_long_text_is_tagged_in_parts_to_the_right_places(tagger: Tagger) -> None:
    sentence = "Министр Иван Петров прибыл в Алматы 5 мая 2024 года.\n"
    text = sentence * 3_900
    tagging = tagger.tag(text)
    assert [str(message) for message in tagging.skipped] == ["The text is very long: it was tagged in 2 parts."]
    assert {one.words(text) for one in tagging.annotations if one.label == "PER"} == {"Иван Петров"}
    assert sum(one.label == "DATE" for one in tagging.annotations) == 3_900


def test_a_title_apart_from_the_text_tells_who_is_meant(tagger: Tagger) -> None:
    text = "Об этом Байжанов сообщил в понедельник."
    (person,) = (
        one for one in tagger.tag(text, title="Ерлан Байжанов ушёл в отставку").annotations if one.label == "PER"
    )
    assert person.words(text) == "Байжанов"
    assert person.attribute("referent") == "Ерлан Байжанов"


def test_no_word_of_the_rules_ends_the_tagging_where_it_stands_alone(tagger: Tagger) -> None:
    """Put each word of the rules where no rule expects it.

    It begins a line with a particle, stands behind «по-», and between words by chance, the same in each run.
    """
    lists = Path(__file__).resolve().parents[2] / "resources" / "lexicons" / "claims"
    words = {word for path in lists.glob("*.txt") for word in re.findall(r"[а-яё]{4,}", path.read_text("utf-8"))}
    chance = random.Random(27)
    every, lines = sorted(words | {"просьба"}), []
    for word in every:
        one, other = chance.choices(every, k=2)
        lines.append(f"{word.capitalize()}-то {one}: {other}.")
        lines.append(chance.choice((f"{one} по-{word} — {other}.", f"{word.capitalize()}: {other}, {one} «{word}")))
    for first in range(0, len(lines), 40):
        tagger.tag("\n".join(lines[first : first + 40]), date(2026, 11, 5))
