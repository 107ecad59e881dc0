"""Show one pane alone, with sample data.

`python -m app.ui.panels NAME [--dark] [--language ru]`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Note, text_digest
from app.core.vocabulary import LanguageCode
from app.service.commands.host import Prompts
from app.service.project.settings import Settings
from app.service.session.session import Session
from app.ui.article import sample
from app.ui.base.i18n import Language
from app.ui.base.plain_text import window_title
from app.ui.panels.annotations.annotation_list import AnnotationsPane
from app.ui.panels.articles.article_list import ArticlesPane
from app.ui.panels.inspector.inspector import InspectorPane
from app.ui.panels.notes.note_editor import NoteEditor, NoteText
from app.ui.panels.notes.note_list import NotesPane
from app.ui.theme.appearance import Appearance, appearance_for
from app.ui.theme.icons import Icons
from app.ui.theme.theme import apply_theme

_LONG = (20_000, 600)
"""Characters and annotations of the second article."""


@dataclass(eq=False)
class SamplePrompts:
    """What the notes pane asks of a window: an editor of notes."""

    session: Session
    pane: QWidget = field(init=False)

    def edit_note(self) -> None:
        """Edit the first note on the current annotation."""
        open_article, current = self.session.open_article, self.session.navigation.current_id
        note = next(iter(open_article.notes_on(current)), None) if open_article and current else None
        self._edit_note(note, lambda text: self.session.editor.notes.set_on_annotation(text, note))

    def edit_article_note(self) -> None:
        """Edit the first note on the article."""
        note = next(iter(self.session.open_article.notes_on(None)), None) if self.session.open_article else None
        self._edit_note(note, lambda text: self.session.editor.notes.set_on_article(text, note))

    def edit_project_note(self) -> None:
        """Edit the first note on the project."""
        note = next(iter(self.session.project.notes(None)), None) if self.session.project else None
        self._edit_note(note, lambda text: self.session.editor.notes.set_on_project(text, note))

    def _edit_note(self, note: Note | None, save: Callable[[str], None]) -> None:
        NoteEditor(self.pane.window()).edit(
            "", NoteText(note.text if note else "", "", save, lambda text: None, lambda: None), None
        )


def sample_session(folder: Path) -> Session:
    """Return a session over a new project in `folder`, with two articles.

    The first annotation is current.
    """
    session = Session(author="Sample")
    session.projects.create(folder / "sample.pometka")
    _add_article(session, sample.ARTICLE, sample.TEXT, sample.sample_annotations(), sample.sample_notes())
    _add_article(session, *sample.many(*_LONG), [])
    session.reader.go_to(session.articles.shown[0])
    assert session.open_article is not None, "an article was just opened"
    session.navigation.go_to(next(iter(session.open_article.annotations)).id)
    return session


def _add_article(session: Session, article: Article, text: str, rows: list[Annotation], notes: list[Note]) -> None:
    """Bring an article in under ids of the project."""
    assert session.project is not None, "the sample project is open"
    next_id = session.project.next_id
    own = replace(article, id=next_id(), digest=text_digest(article.title, text))
    ids = {row.id: next_id() for row in rows}
    changes = [Change(None, own), Change(None, Body(own.id, text))]
    changes += [Change(None, replace(row, id=ids[row.id], article_id=own.id)) for row in rows]
    for note in notes:
        annotation_id = ids[note.annotation_id] if note.annotation_id else None
        changes.append(Change(None, replace(note, id=next_id(), article_id=own.id, annotation_id=annotation_id)))
    session.apply(Step(Message("import {n} articles", {"n": "1"}), tuple(changes)))


def _make_notes(session: Session, _appearance: Appearance) -> QWidget:
    prompts = SamplePrompts(session)
    prompts.pane = NotesPane(session, lambda: cast("Prompts", prompts))  # it asks for no other prompts
    return prompts.pane


PANES: dict[str, Callable[[Session, Appearance], QWidget]] = {
    "annotations": lambda session, appearance: AnnotationsPane(session, appearance.colour_scheme, appearance.language),
    "articles": lambda session, appearance: ArticlesPane(
        session, appearance.theme, Icons(appearance.theme, is_loaded=True)
    ),
    "inspector": lambda session, appearance: InspectorPane(session, appearance.language),
    "notes": _make_notes,
}


def main() -> int:
    """Open the pane over the sample."""
    options = _read_options()
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    language = Language(app)
    language.use(options.language)
    appearance = appearance_for(Settings(theme="dark" if options.dark else "light"), language.name)
    apply_theme(app, appearance.theme)
    with tempfile.TemporaryDirectory() as folder:
        session = sample_session(Path(folder))
        pane = PANES[options.name](session, appearance)
        pane.setWindowTitle(window_title(f"Pometka · {options.name}"))
        pane.resize(options.width, options.height)
        pane.show()
        code = app.exec()
        session.projects.close()
    return code


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m app.ui.panels")
    parser.add_argument("name", choices=sorted(PANES))
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", default=LanguageCode.EN)
    parser.add_argument("--width", type=int, default=372)
    parser.add_argument("--height", type=int, default=600)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
