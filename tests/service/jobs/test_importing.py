from __future__ import annotations

import gc
import json
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core.model import Kind, Origin, Status
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.jobs.progress import JobProgress
from app.service.jobs.task import Report
from app.service.jobs.workers.replies import Limits
from app.service.session.session import Session
from tests.service.samples import state

NEWS = " date 2025-09-0{day} Новость {day}\nОпубликовано:\nТокаев сказал: «Рост {day} %». 👩‍🚀 𝐀\n\nОригинал статьи: https://e.kz/{day}\n"
UNTAGGED = ImportOptions(pretag=False)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    session = Session(author="Ая")
    session.projects.create(tmp_path / "p.pometka")
    yield session
    session.projects.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "новости"
    path.mkdir()
    for day in range(1, 6):
        (path / f"{day}.txt").write_text(NEWS.format(day=day), "utf-8")
    (path / "README.md").write_text("no article")
    return path


def imported(session: Session, *paths: Path, options: ImportOptions = UNTAGGED) -> Report:
    assert session.project is not None
    return Import(session.project, paths, options, session).run()


def test_a_folder_becomes_articles_in_order_with_their_fields(empty: Session, folder: Path) -> None:
    report = imported(empty, folder)
    assert (report.articles, report.skipped) == (5, [])
    first = state(empty)[0]
    assert (first.article.title, str(first.article.date), first.article.url) == (
        "Новость 1",
        "2025-09-01",
        "https://e.kz/1",
    )
    assert first.text.splitlines()[0] == "Новость 1" and "Опубликовано" not in first.text
    assert [document.article.key for document in state(empty)] == list("12345")
    assert empty.open_article is not None and empty.open_article.article == first.article


def test_one_undo_takes_the_whole_import_back(empty: Session, folder: Path) -> None:
    imported(empty, folder)
    before = state(empty)
    assert str(empty.history.undo_title()) == "import 5 articles"
    empty.history.undo()
    assert state(empty) == [] and empty.open_article is None
    empty.history.redo()
    assert state(empty) == before


def test_a_whole_run_never_looks_for_reference_cycles(empty: Session, folder: Path) -> None:
    assert empty.project is not None
    seen = set[bool]()
    Import(empty.project, [folder], UNTAGGED, empty).run(lambda _: seen.add(gc.isenabled()))
    assert seen == {False} and gc.isenabled()


def test_the_same_article_twice_is_recognised_and_reported(empty: Session, folder: Path, tmp_path: Path) -> None:
    imported(empty, folder)
    before = state(empty)
    other = tmp_path / "другой.txt"
    other.write_text("\ufeff" + NEWS.format(day=1).replace("\n", "\r\n"), "utf-8")
    report = imported(empty, folder / "2.txt", other, other)
    assert report.articles == 0 and state(empty) == before
    assert [str(reason) for reason in report.skipped] == [
        "“Новость 2” is in the project already.",
        *["“Новость 1” is in the project already."] * 2,
    ]
    assert report.left_out == [], "nothing of what is there already is lost"


def test_an_id_that_another_article_has_is_reported_with_the_file(empty: Session, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "Раз."}\n{"text": "Без номера."}\n', "utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": 1, "text": "Два."}\n{"id": "x", "text": "Три."}\n', "utf-8")
    assert imported(empty, tmp_path / "a.jsonl").skipped == []
    (notices,) = imported(empty, tmp_path / "b.jsonl").skipped
    assert "“b.jsonl”" in str(notices) and "“Два.”" in str(notices) and "“1”" in str(notices)
    assert [document.article.key for document in state(empty)] == ["1", "a-2", "1", "x"]
    (tmp_path / "a.jsonl").write_text('{"text": "Новое."}\n{"text": "Другое."}\n', "utf-8")
    assert imported(empty, folder, tmp_path / "a.jsonl").skipped == [], "a number that we gave is no id"


def test_an_article_that_comes_twice_in_an_import_is_reported_with_what_is_lost(empty: Session, tmp_path: Path) -> None:
    place = {"start": 0, "end": 6, "label": "PER"}
    rows = [{"id": name, "text": "Токаев сказал.", "entities": [place]} for name in ("a", "b")]
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    report = imported(empty, tmp_path / "two.jsonl")
    assert (report.articles, report.known) == (1, 1)
    (notices,) = map(str, report.skipped)
    assert "“two.jsonl”: “Токаев сказал.” is a repeat" in notices and "1 annotation" in notices


def test_what_is_lost_of_a_text_is_reported_with_its_file(empty: Session, tmp_path: Path) -> None:
    (tmp_path / "день.txt").write_text(" date 2025-13-45 Новость\nОпубликовано:\nТекст.\n", "utf-8")
    (notices,) = imported(empty, tmp_path / "день.txt").skipped
    assert str(notices).startswith("“день.txt”: ") and "2025-13-45" in str(notices)


def test_a_bad_file_is_named_and_the_rest_goes_on(empty: Session, folder: Path, tmp_path: Path) -> None:
    (folder / "0.jsonl").write_text('{"id": "x", "text": "Хорошая строка."}\n{bad\n', "utf-8")
    report = imported(empty, tmp_path / "нет.txt", folder)
    assert report.articles == 6
    words = [str(reason) for reason in report.skipped]
    assert len(words) == 2 and "нет.txt" in words[0] and "0.jsonl" in words[1] and "2" in words[1]


def test_a_run_that_was_broken_off_is_taken_up_again_with_nothing_twice(empty: Session, folder: Path) -> None:
    assert empty.project is not None
    lines = [json.dumps({"id": str(number), "text": f"Статья {number}. Конец."}) for number in range(3000)]
    big = folder.parent / "many.jsonl"
    big.write_text("\n".join([*lines, ""]), "utf-8")
    task = Import(empty.project, [big], UNTAGGED, empty)
    task.start()
    while len(empty.articles) < 10:
        assert task.poll()
    task.cancel()
    assert not task.poll() and 10 <= len(empty.articles) < 3000
    assert 0 < task.progress.done < task.progress.total == 3000
    report = imported(empty, big)
    assert len(empty.articles) == 3000 == report.articles + len(report.skipped)
    assert len({document.article.digest for document in state(empty)}) == 3000


def test_an_import_waits_for_a_slow_disk_and_does_not_look_on_and_on(empty: Session, tmp_path: Path) -> None:
    assert empty.project is not None
    lines = [json.dumps({"id": str(number), "text": f"Статья {number}. Конец."}) for number in range(20_000)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    slow = threading.Event()
    empty.project.saved.connect(lambda pending: slow.wait(0.05))
    looks = 0

    def look(progress: JobProgress) -> None:
        nonlocal looks
        looks += 1

    report = Import(empty.project, [tmp_path / "many.jsonl"], UNTAGGED, empty).run(look)
    assert report.articles == 20_000 and looks < 2_000


def test_a_text_that_the_tagger_gives_no_answer_to_comes_in_without_tags(empty: Session, folder: Path) -> None:
    report = imported(empty, folder, options=ImportOptions(tagging=Limits(silence_s=0.01)))
    assert report.articles == 5 and report.annotations == 0
    told = "it was stopped after 0.01 seconds without a result"
    assert len(report.skipped) == 5 and all(told in str(one) for one in report.skipped)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is kept on Linux alone")
def test_a_file_that_takes_too_much_memory_is_named_and_the_rest_goes_on(
    empty: Session, folder: Path, tmp_path: Path
) -> None:
    (folder / "0.jsonl").write_text('{"text": "x", "odd": [' + "{}," * 8_000_000 + "{}]}", "utf-8")
    report = imported(empty, folder, options=ImportOptions(pretag=False, reading=Limits(memory_bytes=300 << 20)))
    assert report.articles == 5 and report.failed == 1
    (notices,) = report.skipped
    assert str(notices) == "“0.jsonl”: it takes too much memory. Split it into parts."


def test_polling_gives_the_window_its_time_back(empty: Session, folder: Path) -> None:
    assert empty.project is not None
    task = Import(empty.project, [folder], UNTAGGED, empty)
    task.start()
    took: list[float] = []
    while task.is_running:
        began = time.perf_counter()
        task.poll()
        took.append(time.perf_counter() - began)
    assert len(empty.articles) == 5
    assert sorted(took)[-3] < 1.0, "the machine may stand still once or twice; that is no work between three looks"


def test_tags_made_elsewhere_come_in_beside_ours_and_what_was_decided_stays(empty: Session, tmp_path: Path) -> None:
    text = "Токаев приехал в Алматы. В Астане рост 5 %."
    row = {
        "id": "1",
        "text": text,
        "entities": [
            {"start": 17, "end": 23, "label": "ORG"},
            {"start": 27, "end": 33, "label": "OTHER", "status": "accepted", "origin": "manual"},
        ],
        "notes": [{"text": "к статье"}],
    }
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    report = imported(empty, path, options=ImportOptions())
    document = state(empty)[0]
    rows = {(one.words(text), one.label): one for one in document.annotations if one.kind is Kind.ENTITY}
    assert rows["Алматы", "ORG"].status is Status.PROPOSED and rows["Алматы", "ORG"].origin is Origin.IMPORT
    assert rows["Алматы", "LOC"].origin is Origin.PRETAG, "another opinion stands beside"
    assert ("Астане", "LOC") not in rows and rows["Астане", "OTHER"].status is Status.ACCEPTED
    assert ("5 %", "PERCENT") in rows and [note.text for note in document.notes] == ["к статье"]
    assert report.annotations == len(document.annotations) and document.article.language == "ru"
    assert len({one.id for one in document.annotations}) == len(document.annotations)


def test_without_tagging_only_what_came_is_there(empty: Session, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    row = {"id": "1", "text": "Токаев в Алматы.", "entities": [{"start": 0, "end": 6, "label": "PER"}]}
    path.write_text(json.dumps(row), "utf-8")
    imported(empty, path)
    assert [one.label for one in state(empty)[0].annotations] == ["PER"] and state(empty)[0].candidates == ()


def test_proposals_that_a_file_brings_are_replaced_by_those_of_the_tagger(empty: Session, tmp_path: Path) -> None:
    text = "Аким Серик Бейсенов открыл мост в Алматы."
    rows = [
        {"start": 5, "end": 19, "label": "ORG", "status": "proposed", "origin": "pretag"},
        {"start": 0, "end": 4, "label": "ORG", "status": "proposed", "origin": "pretag"},
        {"start": 34, "end": 40, "label": "LOC", "status": "accepted", "origin": "pretag"},
    ]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "entities": rows}), "utf-8")
    report = imported(empty, tmp_path / "a.jsonl", options=ImportOptions())
    assert report.articles == 1
    found = {(row.words(text), row.label, row.status) for row in state(empty)[0].annotations}
    assert {("Серик Бейсенов", "PER", Status.PROPOSED), ("Алматы", "LOC", Status.ACCEPTED)} <= found
    assert not any(label == "ORG" for _, label, _ in found)


def test_many_annotated_articles_come_in_few_steps(empty: Session, tmp_path: Path) -> None:
    text = "слово " * 32
    marks = [{"start": 6 * place, "end": 6 * place + 5, "label": "PER"} for place in range(32)]
    rows = [{"id": str(number), "text": f"{text}{number}.", "entities": marks} for number in range(60)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    report = imported(empty, tmp_path / "a.jsonl")
    assert empty.project is not None and report.articles == 60
    empty.project.flush()
    with closing(sqlite3.connect(empty.project.path)) as stored:
        (steps,) = stored.execute("SELECT count(*) FROM step").fetchone()
    assert 1 < steps <= 6, "what a step costs is shared by some fifteen articles, and none keeps the window for long"
