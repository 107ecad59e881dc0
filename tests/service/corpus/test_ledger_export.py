"""A ledger goes out as it stands.

ClaimReview says what it cannot hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind, Role
from app.core.query.terms import Query
from app.core.records import Evidence, Verdict
from app.core.span import Span
from app.core.verdict_scales import scales_of, with_scales
from app.core.vocabulary import RoleName
from app.formats.xlsx.ledger_book import LedgerLine, write_ledger
from app.service.corpus.ledger.claim_steps import join_step, verdict_step
from app.service.corpus.ledger.ledger_export import ReviewExport, read_rows
from app.service.corpus.ledger.ledger_view import LedgerView
from app.service.project.schemes import default_scheme

from .test_corpus_search import TEXTS, Corpus
from .test_ledger import opened


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project with a promise and three statements.

    Two of the statements are in articles with a public page.
    """
    made = Corpus(tmp_path)
    start = TEXTS[0].index("Серик")
    speaker = Role(RoleName.SPEAKER, Span(start, start + len("Серик Алимов")), "Серик Алимов")
    made.mark(made.ids[0], "построить школу до 2026 года", "promise", kind=Kind.CLAIM, roles=(speaker,))
    made.mark(made.ids[0], "выделит субсидии фермерам", "statement", kind=Kind.CLAIM, roles=(speaker,))
    made.mark(made.ids[1], "Алимов", "PER", normal="Серик Алимов")
    made.mark(made.ids[1], "Субсидию выделили", "statement", kind=Kind.CLAIM)
    made.mark(made.ids[2], "Налог не вырастет", "statement", kind=Kind.CLAIM)
    for number in made.ids[:2]:
        article = made.project.article(number)
        assert article is not None
        made.apply(Change(article, replace(article, url=f"https://example.kz/{number}")))
    made.refresh()
    yield made
    made.project.close()


def test_reviews_hold_judged_statements_with_all_pages_and_count_the_rest(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "reviews.jsonld"
    with opened(corpus) as ledger:
        rows = ledger.rows(ledger.find_claims(LedgerView(Query())).ids)
        statements = [row for row in rows if row.entry.label == "statement" and "субсиди" in row.entry.said.lower()]
        corpus.project.apply(join_step(corpus.project, statements))
        ledger.refresh()
        (judged, _) = ledger.rows([row.entry.id for row in statements])
        verdict = Verdict(0, 0, "half_true", "truth", day=date(2026, 1, 5), note="Не все фермеры", author="Ая")
        evidence = (Evidence(0, 0, "https://stat.kz", "40 %"),)
        corpus.project.apply(verdict_step(corpus.project, judged, verdict, evidence))
        (taxes,) = [row for row in rows if row.entry.said.startswith("Налог")]
        corpus.project.apply(verdict_step(corpus.project, taxes, Verdict(0, 0, "true", "truth")))
        ledger.refresh()
        export = ReviewExport(ledger, corpus.project.article, lambda one: one.value, lambda one: one.url)
        counted = export.count(read_rows(ledger, [row.entry.id for row in rows], lambda _: None))
        assert counted.written == 1 and not path.exists(), "what is lost is known before"
        before = counted.messages()
        export.write(read_rows(ledger, [row.entry.id for row in rows], lambda _: None), path)
    assert export.report.messages() == before
    (review,) = json.loads(path.read_text("utf-8"))
    rating = {"@type": "Rating", "ratingValue": 3, "bestRating": 5, "worstRating": 1, "alternateName": "half_true"}
    assert review["reviewRating"] == rating
    assert review["reviewBody"] == "Не все фермеры\nhttps://stat.kz"
    pages = [page["url"] for page in review["itemReviewed"]["appearance"]]
    assert pages == [f"https://example.kz/{number}" for number in corpus.ids[:2]]
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Серик Алимов"}
    assert [str(message) for message in export.report.messages()] == [
        "1 promises, forecasts and demands",
        "1 claims without a public page",
    ]


def test_the_sheet_has_the_lines_in_their_order(tmp_path: Path) -> None:
    lines = [
        LedgerLine(
            "Серик Алимов",
            "построит мост",
            "Обещание",
            "Дороги",
            "30 %",
            "2025-12-31",
            "Просрочено",
            url="https://a.kz/1",
        ),
        LedgerLine("", "=ставка вырастет", "Прогноз", verdict="Сбылось", as_of=date(2026, 1, 5), places=2),
    ]
    path = write_ledger(lines, tmp_path / "a.xlsx", default_scheme(), "ru", "p")
    sheet = load_workbook(path)["Реестр утверждений"]
    titles, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = [dict(zip(titles, row, strict=True)) for row in rows]
    assert [one["Утверждение"] for one in found] == ["построит мост", "=ставка вырастет"]
    assert found[0]["Срок"].date() == date(2025, 12, 31) and found[1]["Срок"] is None
    assert (found[1]["Вердикт"], found[1]["На дату"].date(), found[1]["Мест"]) == ("Сбылось", date(2026, 1, 5), 2)
    assert sheet.cell(2, 1 + titles.index("Ссылка")).hyperlink.target == "https://a.kz/1"


def test_a_value_that_is_called_otherwise_is_no_degree_of_truth(corpus: Corpus, tmp_path: Path) -> None:
    """The key of a value outlives its name."""
    before = corpus.project.scheme()
    truth, *others = scales_of(before)
    values = [replace(one, titles=(("ru", "Полуправда"),)) if one.key == "mostly_true" else one for one in truth.values]
    after = with_scales(before, [replace(truth, values=tuple(values)), *others])
    corpus.project.apply(Step(Message("scales"), (Change(before, after),)))
    with opened(corpus) as ledger:
        rows = ledger.rows(ledger.find_claims(LedgerView(Query())).ids)
        fitting = [row for row in rows if row.entry.label == "statement" and "субсиди" in row.entry.said.lower()]
        for row, value, version in zip(fitting, ("mostly_true", "mostly_true"), (1, 2), strict=True):
            corpus.project.apply(verdict_step(corpus.project, row, Verdict(0, 0, value, "truth", version)))
        ledger.refresh()
        export = ReviewExport(ledger, corpus.project.article, lambda one: one.value, lambda one: one.url)
        path = export.write(read_rows(ledger, [row.entry.id for row in fitting], lambda _: None), tmp_path / "a.jsonld")
    ratings = [review["reviewRating"] for review in json.loads(path.read_text("utf-8"))]
    assert [rating.get("ratingValue") for rating in ratings] == [4, None]
