"""Notes on an annotation, on the article, on the project."""

from __future__ import annotations

from app.core.model import Note
from app.service.edits.edit_helpers import apply_step, current_annotation, edited_project
from app.service.edits.edit_place import EditPlace
from app.service.edits.steps import step_builders


class NoteEdits:
    """Writes, changes and removes notes; blank text removes a note."""

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def set_on_annotation(self, text: str, note: Note | None = None) -> None:
        """Write a note on the current annotation, or change one."""
        if here := current_annotation(self._place):
            open_article, row = here
            self._write_note(text, note, open_article.article.id, row.id)

    def set_on_article(self, text: str, note: Note | None = None) -> None:
        """Write a note on the open article, or change one."""
        if self._place.open_article is not None:
            self._write_note(text, note, self._place.open_article.article.id, None)

    def set_on_project(self, text: str, note: Note | None = None) -> None:
        """Write a note on the project, or change one."""
        self._write_note(text, note, None, None)

    def _write_note(self, text: str, note: Note | None, article_id: int | None, annotation_id: int | None) -> None:
        fresh = Note(edited_project(self._place).next_id(), "", article_id, annotation_id)
        apply_step(self._place, step_builders.write_note(self._place.edit_context, note, fresh, text))
