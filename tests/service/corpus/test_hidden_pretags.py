"""Hidden pre-tags are seen nowhere until their article is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core.model import Kind, Progress
from app.core.query.parsing import parse_query
from app.core.query.terms import Query
from app.core.records import SampleUnit
from app.service.concordance.hits import Hit
from app.service.corpus.corpus_search import CorpusSearch
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.corpus.overview.sampling import Draw, find_population, sample_step
from app.service.corpus.review.queue_plan import QueuePlan, QueuePlanner
from app.service.corpus.review.review_queue import ReviewQueue
from app.service.session.session import Session
from app.store import Project
from app.store.index.claim_orders import ClaimOrder
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.index.overview_counts import OverviewCounts
from tests.service.samples import PROPOSED, TEXT, add_article, span

EVERY = Query()


class Corpus:
    """A session over three tagged articles, and what answers over them."""

    def __init__(self, folder: Path) -> None:
        self.session = Session(author="Ая")
        self.session.projects.create(folder / "p.pometka")
        self.index = folder / "p.index"
        self.numbers = [add_article(self.session, f"{TEXT}{place}", PROPOSED, f"Статья {place}") for place in range(3)]

    @property
    def project(self) -> Project:
        assert self.session.project is not None
        return self.session.project

    def draw(self, *ids: int) -> None:
        draw = Draw(is_hidden=True, size=len(ids), seed=3)
        self.session.apply(sample_step(self.project, ids, draw, self.session.edit_context))

    def reader(self) -> IndexReader:
        """Return what reads the index as it is now."""
        self.project.flush()
        list(refresh_index(IndexRequest(self.project.place, self.index)))
        connection = open_for_reading(self.index)
        assert connection is not None
        return IndexReader(connection)

    def seen(self) -> dict[str, object]:
        """Return what each view over the project shows of proposals."""
        with closing(self.reader()) as reader:
            planner = QueuePlanner(self.project, reader, self.session.articles)
            plan = planner.plan()
            search = CorpusSearch(self.project, reader)
            labels = {kind: self.seen_months(kind) for kind in Kind}
            return {
                "queue": {item.article_id for item in plan.items},
                "left out": plan.left_out,
                "by label": {hit.article.id for hit in search.find_hits(search.parse("status:proposed"))},
                "by word": {hit.article.id for hit in search.find_hits(search.parse("Токаев")) if hit.before},
                "claims": len(reader.claims.ordered_ids(EVERY, ClaimOrder.DUE)),
                "names": [entry.articles for entry in reader.names.entries(["PER"])],
                "doubts": set(reader.article_uncertainties()),
                "overview": labels,
                "list": [self.session.articles.counts(number).proposed for number in self.numbers],
                "left": self.session.articles.count_proposed(),
            }

    def seen_months(self, kind: Kind) -> int:
        connection = open_for_reading(self.index)
        assert connection is not None
        with closing(OverviewCounts(connection)) as counts:
            months = counts.claim_months(EVERY) if kind is Kind.CLAIM else counts.entity_months(EVERY)
            return sum(months.values())


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    made = Corpus(tmp_path)
    yield made
    made.session.projects.close()


def test_hidden_pretags_are_in_no_search_queue_or_count(corpus: Corpus) -> None:
    first, *rest = corpus.numbers
    before = corpus.seen()
    assert before["queue"] == before["by label"] == before["by word"] == before["doubts"] == set(corpus.numbers)
    corpus.draw(first)
    hidden = corpus.seen()
    assert hidden["queue"] == hidden["by label"] == hidden["by word"] == hidden["doubts"] == set(rest)
    assert hidden["left out"] == 0 and hidden["left"] == (2 * len(PROPOSED), 0)
    assert hidden["list"] == [0, len(PROPOSED), len(PROPOSED)]
    assert hidden["claims"] == 2 and hidden["names"] == [2] * len(before["names"])  # type: ignore[arg-type]
    entities = sum(row.kind is Kind.ENTITY for row in PROPOSED)
    assert hidden["overview"] == {Kind.ENTITY: 2 * entities, Kind.CLAIM: 2 * (len(PROPOSED) - entities)}
    corpus.session.history.undo()
    assert corpus.seen() == before, "the sample is taken back"


def test_they_are_counted_once_the_article_is_done(corpus: Corpus) -> None:
    first = corpus.numbers[0]
    corpus.draw(first)
    assert corpus.seen()["claims"] == 2
    corpus.session.reader.go_to(first)
    assert corpus.session.open_article is not None
    corpus.session.cursor.select(span(corpus.session.open_article.text, "Токаев"))
    corpus.session.editor.decisions.label(Kind.ENTITY, "PER")
    assert corpus.session.articles.counts(first).entities == 1, "what was annotated without them counts"
    corpus.session.editor.decisions.finish()
    counts = corpus.session.articles.counts(first)
    assert (counts.entities, counts.claims, counts.proposed) == (1, 0, 0)
    with closing(corpus.reader()) as reader:
        found = CorpusSearch(corpus.project, reader).find_hits(parse_query("status:rejected"))
        assert {hit.article.id for hit in found} == {first}


def test_the_analysts_own_mention_is_found_over_a_hidden_one(corpus: Corpus) -> None:
    first = corpus.numbers[0]
    corpus.draw(first)
    corpus.session.reader.go_to(first)
    assert corpus.session.open_article is not None
    corpus.session.cursor.select(span(corpus.session.open_article.text, "Токаев"))
    corpus.session.editor.decisions.label(Kind.ENTITY, "ORG")
    with closing(corpus.reader()) as reader:
        found: list[Hit] = list(CorpusSearch(corpus.project, reader).find_hits(parse_query("Токаев")))
    labels = {hit.before.label for hit in found if hit.article.id == first and hit.before is not None}
    assert labels == {"ORG"}


def test_a_queue_that_was_chosen_before_passes_hidden_items_over(corpus: Corpus) -> None:
    with closing(corpus.reader()) as reader:
        articles = corpus.session.articles
        queue = ReviewQueue(corpus.project, QueuePlanner(corpus.project, reader, articles).plan(), articles)
    shown = queue.current()
    assert shown is not None
    corpus.draw(shown.article.id)
    shown_now = queue.current()
    assert shown_now is not None and shown_now.article.id != shown.article.id


def test_a_queue_counts_the_articles_whose_pretags_are_hidden(corpus: Corpus) -> None:
    def plan() -> QueuePlan:
        with closing(corpus.reader()) as reader:
            return QueuePlanner(corpus.project, reader, corpus.session.articles).plan()

    assert plan().hiding == 0
    corpus.draw(*corpus.numbers)
    hidden = plan()
    assert hidden.items == () and hidden.hiding == len(corpus.numbers), "an empty queue says what it does not show"
    corpus.session.reader.go_to(corpus.numbers[0])
    corpus.session.editor.articles.skip(corpus.numbers[0])
    assert plan().hiding == len(corpus.numbers) - 1


def test_a_sample_of_tags_draws_no_hidden_one_and_one_of_articles_draws_them_again(corpus: Corpus) -> None:
    first, *rest = corpus.numbers
    corpus.draw(first)
    corpus.reader().close()
    connection = open_for_reading(corpus.index)
    assert connection is not None
    with closing(OverviewCounts(connection)) as counts:
        tags = find_population(corpus.project, counts, Draw(SampleUnit.ANNOTATIONS))
        rows = corpus.project.found_annotations(list(tags))
        assert {row.article_id for row in rows} == set(rest)
        articles = find_population(corpus.project, counts, Draw(is_hidden=True))
        assert list(articles) == corpus.numbers, "each untouched article has the same chance"


def test_skipped_articles_stay_hidden(corpus: Corpus) -> None:
    first = corpus.numbers[0]
    corpus.draw(first)
    corpus.session.editor.articles.set_progress(first, Progress.SKIPPED)
    assert corpus.seen()["by label"] == set(corpus.numbers[1:])
    assert corpus.session.articles.count_proposed() == (2 * len(PROPOSED), 0)
