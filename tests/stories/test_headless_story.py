"""The whole job without a screen.

It is import, correct, note, undo, quit, open again, redo, export.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.model import Kind, Progress, Status
from app.formats import registry
from app.service.commands.keymap import Keymap
from app.service.commands.registry import by_id
from app.service.jobs.exporting.export_task import Export
from app.service.jobs.importing.import_task import Import
from app.service.session.session import Session
from tests.service.face import Face

NEWS = """\ufeff date 2025-09-02 Завод в Тарасовке построит новый цех
Опубликовано: 10:30

Директор завода Ерлан Сатпаев сообщил, что новый цех откроют в июне. Сатпаева поддержал аким Болат Оспанов.
«Мы вложим 5 млрд тенге», — сказал Ерлан Сатпаев. 👩‍🚀 В Алматы ждут прибыли в 30 процентов.

Оригинал статьи: https://news.example/zavod
"""
SECOND = (
    " date 2025-09-03 Коротко\nОпубликовано:\nВ Астане открыли музей.\nОригинал статьи: https://news.example/muzei\n"
)


def press(face: Face, *keys: str) -> None:
    """Press keys as a window would run them.

    They run by the keymap, where the action applies.
    """
    keymap = Keymap()
    for key in keys:
        action = keymap.action_for(key)
        assert action is not None, key
        if action.applies(face):
            action.perform(face)


def words(session: Session) -> dict[str, tuple[str, Status]]:
    """Return label and status of what is annotated, by its words."""
    assert session.open_article is not None
    return {row.words(session.open_article.text): (row.label, row.status) for row in session.open_article.annotations}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "новости"
    path.mkdir()
    (path / "1.txt").write_bytes(NEWS.replace("\n", "\r\n").encode("utf-8"))
    (path / "2.txt").write_bytes(SECOND.encode("cp1251"))
    return path


def test_from_articles_to_a_corrected_file_across_a_restart(folder: Path, tmp_path: Path) -> None:
    session = Session(author="Ая")
    face = Face(session)
    session.projects.create(tmp_path / "p.pometka")
    assert session.project is not None
    report = Import(session.project, [folder], session=session).run()
    assert report.articles == 2 and report.skipped == [] and session.open_article is not None
    assert session.open_article.article.title == "Завод в Тарасовке построит новый цех"
    assert (
        session.open_article.article.source == "news.example" and str(session.open_article.article.date) == "2025-09-02"
    )
    tagged = words(session)
    assert {"Ерлан Сатпаев", "Болат Оспанов", "Алматы", "5 млрд тенге"} <= set(tagged)

    session.navigation.go_to(
        next(row.id for row in session.open_article.annotations if row.words(session.open_article.text) == "Алматы")
    )
    press(face, "2")
    assert words(session)["Алматы"] == ("ORG", Status.CORRECTED)
    session.cursor.place_at(session.open_article.text.index("прибыли"))
    press(face, "Shift+Right", "0", "Alt+Left")
    assert words(session)["прибыли"] == ("OTHER", Status.ACCEPTED)
    session.editor.notes.set_on_annotation("проверить по отчёту 🤔")
    press(face, "Ctrl+Enter")
    assert session.open_article.article.title == "Коротко"

    press(face, "U", "U", "U")
    assert session.open_article.article.title.startswith("Завод")
    assert words(session)["прибыли в"] == ("OTHER", Status.ACCEPTED) and session.navigation.left > 0
    session.projects.close()

    again = Session(author="Ая")
    face = Face(again)
    again.projects.open(tmp_path / "p.pometka")
    assert again.open_article is not None and again.project is not None
    assert str(by_id("edit.redo").message(face)) == "Redo: move a boundary of “прибыли в”"
    press(face, "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y")
    first = next(again.articles.ids())
    done = again.articles.get(first)
    assert done is not None and done.progress is Progress.DONE and again.articles.counts(first).proposed == 0

    Export(again.project, tmp_path / "o.jsonl").run()
    Export(again.project, tmp_path / "o.xlsx").run()
    documents = {document.article.title: document for document in registry.read_file(tmp_path / "o.jsonl")}
    exported = documents["Завод в Тарасовке построит новый цех"]
    labels = {row.words(exported.text): (row.label, row.status) for row in exported.annotations}
    assert labels["Алматы"] == ("ORG", Status.CORRECTED) and labels["прибыли"] == ("OTHER", Status.ACCEPTED)
    assert all(row.status.is_decided for row in exported.annotations)
    assert [note.text for note in exported.notes] == ["проверить по отчёту 🤔"]
    assert any(row.kind is Kind.CLAIM for row in exported.annotations)
    assert (tmp_path / "o.xlsx").stat().st_size > 0
    assert again.project.check() == []
    again.projects.close()
