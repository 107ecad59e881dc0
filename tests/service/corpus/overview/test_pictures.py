"""The counts of pictures are those of a plain recount.

The query behind each finds as many.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from app.core.change import Change
from app.core.model import Annotation, Article, Body, Document, Kind, Origin, Progress, Status, text_digest
from app.core.query.parsing import parse_query
from app.core.records import Judgement, JudgementValue
from app.core.span import Span
from app.core.text.plain_view import plain_words
from app.service.corpus.corpus_search import label_words, say_query_in
from app.service.corpus.overview.making import PictureMaker, Scope, make_pace
from app.service.corpus.overview.periods import day_periods, month_periods
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.index.overview_counts import OverviewCounts
from tests.service.corpus.corpus import Corpus

TODAY = date(2026, 3, 1)
NAMES = ("Алимов", "Омарова", "Астана", 'АО "Банк"', "Токаев", "Касым-Жомарт Токаев")
LABEL_OF = {"Астана": "LOC", 'АО "Банк"': "ORG"}
SOURCES = ("zakon.kz", "www.zakon.kz", 'Газета "Степь"', "")
CLAIMS = ("promise", "statement")

Making = Callable[..., PictureMaker]


def add_random_articles(corpus: Corpus, seed: int, count: int = 40) -> None:
    """Add articles with random names, claims, days, sources and states."""
    chance = random.Random(seed)
    for number in range(count):
        names = [chance.choice(NAMES) for _ in range(chance.randrange(6))]
        text = f"Статья {number}. " + " и ".join(names)
        article_id = corpus.project.next_id()
        progress = chance.choice([Progress.OPEN, Progress.DONE, Progress.SKIPPED])
        finished = datetime(2026, 2, 1, 12, tzinfo=UTC) + timedelta(chance.randrange(25))
        article = Article(
            article_id,
            f"Статья {number}",
            None if chance.random() < 0.2 else date(2025, 1, 1) + timedelta(chance.randrange(600)),
            chance.choice(SOURCES),
            progress=progress,
            digest=text_digest(f"Статья {number}", text),
            length=len(text),
            finished=finished if progress is Progress.DONE and chance.random() < 0.8 else None,
        )
        rows = []
        place = len(f"Статья {number}. ")
        for name in names:
            span = Span(place, place + len(name))
            place = span.stop + len(" и ")
            label = LABEL_OF.get(name, "PER")
            rows.append(make_row(corpus, article_id, Kind.ENTITY, label, span, chance.choice(list(Status))))
        rows += [
            make_row(corpus, article_id, Kind.CLAIM, label, Span(0, 6), chance.choice(list(Status)))
            for label in chance.sample(CLAIMS, chance.randrange(3))
        ]
        corpus.apply(*(Change(None, row) for row in (article, Body(article_id, text), *rows)))


def make_row(corpus: Corpus, article_id: int, kind: Kind, label: str, span: Span, status: Status) -> Annotation:
    return Annotation(corpus.project.next_id(), article_id, kind, label, (span,), status, Origin.PRETAG)


@pytest.fixture(params=[1, 2, 3])
def corpus(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Corpus]:
    made = Corpus(tmp_path)
    add_random_articles(made, request.param)
    made.refresh()
    yield made
    made.project.close()


@pytest.fixture
def making(corpus: Corpus) -> Iterator[Making]:
    """Return what makes pictures of the articles that fit a query."""
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(OverviewCounts(connection)) as counts:

        def make(typed: str = "") -> PictureMaker:
            query = parse_query(typed, label_words(corpus.project.scheme()))
            return PictureMaker(corpus.project, counts, Scope(TODAY, query, typed))

        yield make


def documents(corpus: Corpus, typed: str = "") -> list[Document]:
    """Return the articles, or those of one source."""
    found = list(corpus.project.documents())
    return [one for one in found if not typed or one.article.source == "zakon.kz"]


def live(document: Document, kind: Kind) -> list[Annotation]:
    return [row for row in document.annotations if row.kind is kind and row.is_live]


def cells(picture: Picture) -> dict[tuple[str, str], int]:
    return {
        (row.name, column.name): picture.values[down][across]
        for down, row in enumerate(picture.rows)
        for across, column in enumerate(picture.columns)
        if picture.values[down][across]
    }


SCOPES = pytest.mark.parametrize("typed", ["", "source:=zakon.kz"])
QUERIES = pytest.mark.parametrize("typed", ["", "source:=zakon.kz", "label:ORG", "kind:promise"])


@SCOPES
@pytest.mark.parametrize(("kind", "picture"), [(Kind.ENTITY, PictureKind.LABELS), (Kind.CLAIM, PictureKind.CLAIMS)])
def test_labels_over_time_are_those_of_a_recount(
    corpus: Corpus, making: Making, kind: Kind, picture: PictureKind, typed: str
) -> None:
    wanted = Counter(
        (row.label, f"{one.article.date:%Y-%m}" if one.article.date else "")
        for one in documents(corpus, typed)
        for row in live(one, kind)
    )
    assert cells(making(typed).make(picture)) == wanted


@pytest.mark.parametrize("typed", ["label:ORG", "label:PER,promise", "-label:PER", "kind:promise", "status:accepted"])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_filter_of_annotations_leaves_those_that_fit_it(
    corpus: Corpus, making: Making, typed: str, kind: Kind
) -> None:
    fits = {
        "label:ORG": lambda row: row.label == "ORG",
        "label:PER,promise": lambda row: row.label in ("PER", "promise"),
        "-label:PER": lambda row: row.label != "PER",
        "kind:promise": lambda row: row.label == "promise",
        "status:accepted": lambda row: row.status is Status.ACCEPTED,
    }[typed]
    wanted = Counter(
        (row.label, f"{one.article.date:%Y-%m}" if one.article.date else "")
        for one in documents(corpus)
        for row in live(one, kind)
        if fits(row)
    )
    picture = making(typed).make(PictureKind.LABELS if kind is Kind.ENTITY else PictureKind.CLAIMS)
    assert cells(picture) == wanted


@SCOPES
def test_sources_are_those_of_a_recount(corpus: Corpus, making: Making, typed: str) -> None:
    wanted = Counter((one.article.progress.value, one.article.source) for one in documents(corpus, typed))
    assert cells(making(typed).make(PictureKind.SOURCES)) == wanted


@SCOPES
def test_progress_is_that_of_a_recount(corpus: Corpus, making: Making, typed: str) -> None:
    picture = making(typed).make(PictureKind.PROGRESS)
    articles = [one.article for one in documents(corpus, typed)]
    finished = [article.finished for article in articles if article.finished]
    assert picture.pace is not None and picture.total == picture.pace.dated == len(finished)
    states = Counter(article.progress for article in articles)
    pace = picture.pace
    assert (pace.done, pace.open, pace.skipped) == tuple(
        states[one] for one in (Progress.DONE, Progress.OPEN, Progress.SKIPPED)
    )
    days = Counter(moment.astimezone().date() for moment in finished)
    for column, count in zip(picture.columns, picture.values[0], strict=True):
        assert column.period is not None
        assert count == sum(number for day, number in days.items() if column.period.holds(day))


@SCOPES
def test_who_is_named_with_whom_is_that_of_a_recount(corpus: Corpus, making: Making, typed: str) -> None:
    picture = making(typed).make(PictureKind.NAMES)
    wanted = Counter[tuple[str, str]]()
    for one in documents(corpus, typed):
        names = {plain_words(row.words(one.text)) for row in live(one, Kind.ENTITY)}
        wanted.update((name, name) for name in names)
        for left, right in combinations(sorted(names), 2):
            wanted.update([(left, right), (right, left)])
    assert cells(picture) == wanted


@QUERIES
@pytest.mark.parametrize("kind", [one for one in PictureKind if one is not PictureKind.PRECISION])
def test_the_query_behind_a_count_finds_as_many(corpus: Corpus, making: Making, kind: PictureKind, typed: str) -> None:
    picture = making(typed).make(kind)
    scheme = corpus.project.scheme()
    labels = label_words(scheme)
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(IndexReader(connection)) as reader:
        for row in range(len(picture.rows)):
            for column in range(len(picture.columns)):
                query = parse_query(picture.query(row, column), labels)
                is_of_rows = kind in (PictureKind.LABELS, PictureKind.CLAIMS)
                articles = list(reader.article_ids(query))
                found = sum(len(reader.annotation_ids(query, one)) for one in articles) if is_of_rows else len(articles)
                assert found == picture.values[row][column], picture.query(row, column)
                russian = say_query_in("ru", picture.query(row, column), scheme)
                assert parse_query(russian, labels) == query, russian


def test_names_that_were_judged_the_same_are_one(corpus: Corpus, making: Making) -> None:
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(connection):
        known = {key for (key,) in connection.execute("SELECT key FROM name")}
    found = sorted(key for key in known if "токаев" in key)
    left, right = (f"PER {key}" for key in found)
    assert len(found) == 2
    corpus.apply(Change(None, Judgement(corpus.project.next_id(), left=left, right=right, value=JudgementValue.SAME)))
    picture = making().make(PictureKind.NAMES)
    wanted = sum(any("Токаев" in row.words(one.text) for row in live(one, Kind.ENTITY)) for one in documents(corpus))
    named = [place for place, heading in enumerate(picture.rows) if "Токаев" in heading.name]
    assert [picture.values[place][place] for place in named] == [wanted]
    with closing(IndexReader(open_for_reading(corpus.index))) as reader:  # type: ignore[arg-type]
        assert len(list(reader.article_ids(parse_query(picture.query(named[0], named[0]))))) == wanted


def test_a_project_without_articles_has_empty_pictures(tmp_path: Path) -> None:
    made = Corpus(tmp_path)
    made.refresh()
    connection = open_for_reading(made.index)
    assert connection is not None
    with closing(OverviewCounts(connection)) as counts:
        maker = PictureMaker(made.project, counts, Scope(TODAY, parse_query("source:nowhere"), "source:nowhere"))
        assert all(picture.is_empty for picture in maker.make_all(list(PictureKind)))
    made.project.close()


def test_periods_are_as_long_as_it_takes_and_have_no_gap() -> None:
    for months, most, count in ((["2025-01", "2025-12"], 36, 12), (["2001-01", "2025-12"], 36, 25), ([], 36, 0)):
        periods = month_periods(months, most)
        assert len(periods) == count
        assert all(left.last + timedelta(1) == right.first for left, right in pairwise(periods))
    days = day_periods(date(2025, 1, 1), date(2025, 3, 31), 36)
    assert len(days) == 14 and days[0].first.weekday() == 0 and days[-1].last >= date(2025, 3, 31)
    assert [one.range for one in month_periods(["2025-02"], 36)] == ["2025-02"]


def test_the_pace_is_that_of_the_last_four_weeks() -> None:
    states = {Progress.DONE: 30, Progress.OPEN: 21}
    days = {TODAY: 3, TODAY - timedelta(1): 4, TODAY - timedelta(400): 23}
    pace = make_pace(states, days, TODAY)
    assert (pace.per_day, pace.days) == (7 / 28, 28), "the first days lie before the four weeks"
    recent = make_pace(states, {TODAY: 3, TODAY - timedelta(1): 4}, TODAY)
    assert (recent.per_day, recent.expected) == (3.5, TODAY + timedelta(6))
    assert make_pace(states, {}, TODAY).expected is None
    assert make_pace({Progress.DONE: 2}, {TODAY: 2}, TODAY).expected is None, "nothing is left"
