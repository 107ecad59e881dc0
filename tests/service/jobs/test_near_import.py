"""A near duplicate is reported at import.

It is left out where that is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.change import Step
from app.core.message import Message
from app.core.records import Judgement, JudgementKind
from app.formats.text.news_article import parse_text
from app.service.jobs.importing.document_changes import place_document
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_report import ImportReport
from app.service.jobs.importing.import_sections import SectionKind, list_sections, report_json, report_text
from app.service.jobs.importing.import_task import Import
from app.service.jobs.importing.near_task import NearSearch
from app.service.session.session import Session
from app.service.similarity.near_pairs import NearPair

LINES = [
    f"Абзац {number} рассказывает о том, как в области строят дорогу, школу и больницу номер {number}."
    for number in range(12)
]
TEXT = "\n".join(LINES)
NEAR = TEXT.replace("школу и больницу номер 5", "детский сад номер 5")
FAR = "\n".join([*LINES[:6], *(f"Совсем другое сказано здесь: {number} раз по {number}." for number in range(40))])


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    session = Session(author="Ая")
    session.projects.create(tmp_path / "p.pometka")
    yield session
    session.projects.close()


def imported(session: Session, folder: Path, texts: dict[str, str], **options: bool) -> ImportReport:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    paths = [folder / f"{name}.txt" for name in texts]
    assert session.project is not None
    task = Import(session.project, paths, ImportOptions(pretag=False, **options), session)
    task.run()
    return task.report


def test_an_article_that_shares_nine_tenths_with_one_of_the_project_is_reported(empty: Session, tmp_path: Path) -> None:
    first = imported(empty, tmp_path / "1", {"a": TEXT})
    second = imported(empty, tmp_path / "2", {"b": NEAR, "c": FAR})
    assert first.near == [] and len(second.taken) == 2
    (pair,) = second.near
    assert (pair.article_id, pair.other_id) == (second.taken[0], first.taken[0])
    assert 0.9 <= pair.share < 1.0 and pair.percent < 100


def test_articles_of_one_import_are_reported_in_pairs(empty: Session, tmp_path: Path) -> None:
    report = imported(empty, tmp_path / "1", {"a": TEXT, "b": FAR, "c": NEAR})
    assert [(pair.article_id, pair.other_id) for pair in report.near] == [(report.taken[2], report.taken[0])]


def test_near_articles_are_left_out_where_that_is_asked_for(empty: Session, tmp_path: Path) -> None:
    report = imported(empty, tmp_path / "1", {"a": TEXT, "b": NEAR}, skips_near=True)
    assert report.articles == 1 and report.near == []
    (words,) = map(str, report.skipped)
    assert "“b.txt”" in words and "%" in words and "Абзац 0" in words


def test_the_same_article_again_is_known_with_its_id_and_is_not_near(empty: Session, tmp_path: Path) -> None:
    first = imported(empty, tmp_path / "1", {"a": TEXT})
    again = imported(empty, tmp_path / "1", {"a": TEXT})
    assert again.near == [] and again.brought_nothing
    (known,) = again.known_articles
    assert again.ids[known.digest] == first.taken[0]


def test_a_report_says_of_each_article_what_came_of_it(empty: Session, tmp_path: Path) -> None:
    imported(empty, tmp_path / "1", {"a": TEXT})
    report = imported(empty, tmp_path / "2", {"a": TEXT, "b": NEAR, "c": FAR, "d": ""})

    def find_title(article_id: int) -> str:
        article = empty.articles.get(article_id)
        return article.title if article is not None else ""

    sections = list_sections(report, find_title)
    assert [(section.kind, section.count) for section in sections] == [
        (SectionKind.NEAR, 1),
        (SectionKind.LEFT_OUT, 1),
        (SectionKind.KNOWN, 1),
        (SectionKind.TAKEN, 2),
    ]
    near, left_out, known, taken = (section.line(0) for section in sections)
    assert near.pair == report.near[0] and near.article_id == report.taken[0] == taken.article_id
    assert left_out.article_id is None and "d.txt" in str(left_out.words)
    assert known.article_id == report.near[0].other_id
    text = report_text(report, find_title)
    assert [line for line in text.splitlines() if line and not line.startswith(" ")] == [
        "Nearly the same: 1",
        "Left out or changed: 1",
        "Known already: 1",
        "Taken in: 2",
    ]
    tree = json.loads(report_json(report, find_title))
    assert tree["near"][0]["other"]["id"] == report.near[0].other_id and len(tree["taken"]) == 2


def test_a_share_that_is_not_all_is_never_a_hundred_percent() -> None:
    assert [NearPair(1, 2, share).percent for share in (0.9, 0.9999, 1.0)] == [90, 99, 100]


def pairs_of(session: Session) -> list[tuple[int, int]]:
    assert session.project is not None
    found = (pair for article in session.project.articles() for pair in session.near_pairs.of(article))
    return sorted({(pair.article_id, pair.other_id) for pair in found})


def without_marks(session: Session) -> list[int]:
    """Bring in articles as a project from before the check has them.

    The first and the third are near.
    """
    assert session.project is not None
    for text in (TEXT, FAR, NEAR):
        changes = place_document(parse_text(text), None, session.project.next_id)
        session.apply(Step(Message("old"), tuple(changes)))
    return list(session.articles.ids())


def test_near_articles_of_earlier_imports_are_marked_as_one_step(empty: Session) -> None:
    first, _, third = without_marks(empty)
    assert empty.project is not None and pairs_of(empty) == []
    task = NearSearch(empty.project, empty)
    task.run()
    assert (task.report.articles, task.progress.done, task.progress.total) == (3, 3, 3)
    assert [(pair.article_id, pair.other_id) for pair in task.report.near] == [(third, first)]
    assert pairs_of(empty) == [(third, first)]
    empty.history.undo()
    assert pairs_of(empty) == []


def test_pairs_that_somebody_decided_are_neither_marked_nor_reported_again(empty: Session) -> None:
    without_marks(empty)
    assert empty.project is not None
    task = NearSearch(empty.project, empty)
    task.run()
    empty.editor.articles.keep_both(task.report.near[0])
    again = NearSearch(empty.project, empty)
    again.run()
    assert again.report.near == [] and pairs_of(empty) == []


def test_marks_that_wait_are_reported_again_and_not_made_twice(empty: Session) -> None:
    without_marks(empty)
    assert empty.project is not None
    for _ in range(2):
        task = NearSearch(empty.project, empty)
        task.run()
        assert len(task.report.near) == 1
    assert sum(row.kind is JudgementKind.ARTICLE for row in empty.project.rows(Judgement)) == 1
