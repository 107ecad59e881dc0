"""What is asked of very many articles: `python -m tests.benchmarks.corpus TAGGED.jsonl [ARTICLES]`.

A project of ARTICLES (10,000 unless said) is made of the paragraphs of tagged ones, and indexed. Floors in the same
run: reading the rows of the article list by raw sqlite3, and the texts with their annotations as JSONL. Times are the
least of five, in milliseconds of the wall clock; the index is timed in seconds of processor time.

`corpus PROJECT.pometka INDEX` measures a project that is there, with its index.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.core.query.parsing import parse_query
from app.formats.jsonl.jsonl_file import write_jsonl
from app.formats.registry import read_file
from app.service.article_list.article_list import ArticleList
from app.service.article_list.article_orders import ArticleOrder
from app.service.article_list.listed_articles import ListedArticles
from app.service.corpus.corpus_search import CorpusSearch
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerColumn, LedgerView
from app.service.corpus.register.card import CardSection, MentionPlace, read_card, read_line
from app.service.corpus.register.register import Register
from app.service.corpus.review.queue_plan import QueuePlanner
from app.service.corpus.review.review_queue import ReviewQueue
from app.store import Project
from app.store.files.file_identity import FilePlace
from app.store.index.claim_orders import ClaimOrder
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from tests.benchmarks.corpus_project import make_project, split_paragraphs
from tests.benchmarks.timing import time_ms

ROUNDS = 5
MOST_WRITTEN = 10_000
"""Of more articles, so many are written as JSONL."""
FIRST = 30
"""So many results fill the first screen."""
TODAY = date(2026, 1, 1)
REST_S = 1.0
"""A ledger that was opened is asked so much later: meanwhile it sorts what claims say."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    what: str
    measured: float
    bound: float | None = None
    unit: str = "ms"

    @property
    def is_kept(self) -> bool:
        return self.bound is None or self.measured <= self.bound


def least_ms(work: Callable[[], object]) -> float:
    """Return the least wall time of some rounds, in milliseconds."""
    return min(time_ms(work) for _ in range(ROUNDS))


@contextmanager
def reading(index: Path) -> Iterator[IndexReader]:
    connection = open_for_reading(index)
    assert connection is not None
    reader = IndexReader(connection)
    yield reader
    reader.close()


def measure_list(path: Path, project: Project) -> Iterator[Line]:
    """Yield what the list of articles costs.

    The floor is its rows by raw sqlite3.
    """
    with closing(sqlite3.connect(path)) as raw:
        floor = least_ms(lambda: raw.execute("SELECT * FROM article").fetchall())
    ours = least_ms(project.articles)
    yield Line("list of articles against raw sqlite3", ours / floor, None, "×")
    articles = ArticleList()
    articles.load(ListedArticles(project), project.counts)
    articles.read_words()
    filters = cycle(("п", "пр", "пра", "прав", "tag:вы", "приоритет:сроч прав"))
    yield Line("  filter, a key", least_ms(lambda: articles.show_with(text=next(filters))), 50)
    orders = cycle((ArticleOrder.DATE, ArticleOrder.SOURCE))
    yield Line("  sort by another column", least_ms(lambda: articles.show_with(text="", order=next(orders))), 300)


def measure_search(project: Project, reader: IndexReader) -> Iterator[Line]:
    search = CorpusSearch(project, reader)

    def first(typed: str) -> Callable[[], object]:
        return lambda: list(islice(search.find_hits(search.parse(typed)), FIRST))

    word, name = most_frequent(reader)
    yield Line(f"a word ({word}) to its first results", least_ms(first(word)), 20)
    yield Line("a phrase with two fields", least_ms(first(f'"глава государства" kind:statement speaker:{name}')), 100)
    yield Line("a name under a label", least_ms(first(f"PER:{name}")), 100)


def most_frequent(reader: IndexReader) -> tuple[str, str]:
    """Return a word and the family name that mentions have most often."""
    best = reader.names.entries(["PER"])[0].shown.split()[-1]
    return best, best


def measure_ledger(project: Project, index: Path) -> Iterator[Line]:
    """Yield what the ledger costs, as its window asks.

    Each question is the first of its kind to a ledger that was just opened.
    """

    def opened(reader: IndexReader) -> Ledger:
        ledger = Ledger(project, reader, TODAY)
        ledger.rows(ledger.find_claims(LedgerView()).ids[:FIRST])
        return ledger

    def first_ms(ask: Callable[[Ledger], object], rest_s: float = REST_S) -> float:
        times = []
        for _ in range(ROUNDS):
            with reading(index) as reader:
                ledger = opened(reader)
                time.sleep(rest_s)
                times.append(time_ms(lambda: ask(ledger)))  # noqa: B023
        return min(times)

    with reading(index) as reader:
        count = len(opened(reader).find_claims(LedgerView()).ids)
    yield Line(f"ledger of {count:,} claims, open", least_ms(lambda: open_once(index, opened)), 500)
    for column in (LedgerColumn.SPEAKER, LedgerColumn.CLAIM, LedgerColumn.SOURCE, LedgerColumn.DATE):
        yield Line(f"  sort by {column}", first_ms(lambda ledger: ledger.find_claims(LedgerView(column=column))), 300)  # noqa: B023
    by_claim = LedgerView(column=LedgerColumn.CLAIM)
    yield Line("  sort by claim in the moment of opening", first_ms(lambda ledger: ledger.find_claims(by_claim), 0.0))
    for order in (ClaimOrder.SPEAKER, ClaimOrder.SOURCE, ClaimOrder.DATE, ClaimOrder.WORD):
        yield Line(f"  group by {order}", first_ms(lambda ledger: ledger.groups(LedgerView(), order)), 300)  # noqa: B023
    of_state = LedgerView(state=ClaimState.UNCHECKED)
    yield Line(
        "  group those of a state by speaker", first_ms(lambda ledger: ledger.groups(of_state, ClaimOrder.SPEAKER)), 300
    )
    for typed in ("п*", "пр*", "прав*", "правительство", "kind:promise", "speaker:Джонсон", "status:proposed"):
        view = LedgerView(parse_query(typed))
        yield Line(f"  filter, the key that completes {typed}", first_ms(lambda ledger: ledger.find_claims(view)), 50)  # noqa: B023


def open_once(index: Path, opened: Callable[[IndexReader], Ledger]) -> None:
    with reading(index) as reader:
        opened(reader)


def measure_asked(path: Path, project: Project) -> Iterator[Line]:
    """Yield what reading a part of the project costs, for an export.

    The floor is reading the rows of the same articles by raw sqlite3.
    """
    ids = [article.id for article in project.articles()][::100]
    places = f"({', '.join(map(str, ids))})"
    tables = (("article", "id"), ("body", "id"), ("annotation", "article_id"))
    asked = [f"SELECT * FROM {table} WHERE {column} IN {places}" for table, column in tables]  # ours
    with closing(sqlite3.connect(path)) as raw:
        floor = least_ms(lambda: [raw.execute(question).fetchall() for question in asked])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "part.jsonl"
        ours = least_ms(lambda: write_jsonl(project.documents(ids), target))
        tenth = least_ms(lambda: write_jsonl(project.documents(ids[::10]), target))
    yield Line(f"JSONL of {len(ids):,} articles of all, against raw sqlite3", ours / floor, None, "×")
    yield Line("  the same against a tenth of them", ours / tenth, 15, "×")
    yield Line("counts of all, as `stats` asks", least_ms(project.totals))


def measure_size(path: Path, index: Path, project: Project) -> Iterator[Line]:
    """Yield how large the files are, against the articles as JSONL.

    Of many articles, some are written.
    """
    ids = [article.id for article in project.articles()]
    some = ids[:: max(1, len(ids) // MOST_WRITTEN)]
    with tempfile.TemporaryDirectory() as folder:
        written = write_jsonl(project.documents(some), Path(folder) / "part.jsonl").stat().st_size
    size = path.stat().st_size + index.stat().st_size
    yield Line("project and index against JSONL", size / (written * len(ids) / len(some)), 1.6, "×")


def measure_queue(project: Project, reader: IndexReader) -> Iterator[Line]:
    """Yield what the review queue costs: to choose it, and an item."""
    articles = ArticleList()
    articles.load(ListedArticles(project), project.counts)
    planner = QueuePlanner(project, reader, articles)
    yield Line("review queue of 200, chosen", least_ms(planner.plan), 100)
    queue = ReviewQueue(project, planner.plan(), articles)

    def read_all() -> None:
        queue.place = 0
        while queue.current() is not None:
            queue.go_on()

    yield Line("  its next item, mean", least_ms(read_all) / len(queue.plan.items), 5)


def measure_register(project: Project, reader: IndexReader) -> Iterator[Line]:
    yield Line("register, open", least_ms(lambda: Register(project, reader)))
    entry = Register(project, reader).entries[0]

    def read_first_screen() -> None:
        parts = read_card(project, reader, entry)
        places = next(part.items for part in parts if part.section is CardSection.MENTIONS)
        for place in places[:FIRST]:
            assert isinstance(place, MentionPlace)
            read_line(project, place)

    yield Line(f"card of a record with {entry.mentions:,} mentions, first screen", least_ms(read_first_screen), 300)
    yield Line("  all of it, in its thread", least_ms(lambda: list(read_card(project, reader, entry))))


def measure_all(path: Path, index: Path) -> Iterator[Line]:
    """Yield what questions to a ready project cost."""
    with Project.open(path, read_only=True) as project, reading(index) as reader:
        yield from measure_ledger(project, index)
        for measure in (measure_search, measure_register, measure_queue):
            yield from measure(project, reader)
        yield from measure_list(path, project)
        yield from measure_asked(path, project)
        yield from measure_size(path, index, project)


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a bound is not kept."""
    if arguments[0].endswith(".pometka"):
        return show(list(measure_all(Path(arguments[0]), Path(arguments[1]))))
    tagged, count = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 10_000
    paragraphs = [one for document in read_file(tagged) for one in split_paragraphs(document)]
    with tempfile.TemporaryDirectory() as name:
        path, index = Path(name) / "corpus.pometka", Path(name) / "corpus.index"
        make_project(path, paragraphs, count)
        start = time.process_time()
        list(refresh_index(IndexRequest(FilePlace(path), index)))
        lines = [Line(f"index of {count:,} articles", time.process_time() - start, None, "s")]
        lines += measure_all(path, index)
    return show(lines)


def show(lines: list[Line]) -> int:
    table = Table()
    for head in ("what", "measured", "bound", ""):
        table.add_column(head)
    for line in lines:
        bound = f"{line.bound:g} {line.unit}" if line.bound is not None else ""
        kept = "" if line.bound is None else "kept" if line.is_kept else "NOT KEPT"
        digits = 2 if line.unit == "×" else 1
        table.add_row(line.what, f"{line.measured:,.{digits}f} {line.unit}", bound, kept)
    Console().print(table)
    return int(not all(line.is_kept for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
