"""Documents as rows of a project: local ids become the project's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from app.core.change import Change
from app.core.model import Annotation, Article, Body, Document, Note
from app.core.records import ClaimPlace
from app.core.row_types import DECLARED, DOCUMENT_FIELDS, Reference
from app.core.rows.row import Row
from app.core.rows.row_copies import compile_copy
from app.service.jobs.tagging.tagging_changes import update_annotations, update_candidates
from app.service.jobs.tagging.text_tagger import Tags

Numbers = Mapping[type[Row], Mapping[int, int]]
"""The ids of a file as those of the project, by type."""


def _owners(row_class: type[Row]) -> tuple[Reference, ...]:
    declared = DECLARED[row_class]
    return (*declared.references, *declared.weak)


_OWNERS = {row_class: _owners(row_class) for row_class in DOCUMENT_FIELDS}
_PLACE_ROW = {
    row_class: compile_copy(row_class, "id", *(one.field for one in owners)) for row_class, owners in _OWNERS.items()
}


def place_document(
    document: Document, tags: Tags | None, next_id: Callable[[], int], above: Numbers = MappingProxyType({})
) -> list[Change]:
    """Return the changes that bring a document into a project.

    With what the tagger proposes for it. `above` knows the rows of its project that it refers to.
    """
    article = document.article.placed(next_id(), len(document.text), tags.language if tags is not None else "")
    rows = list(_place_rows(document, article, next_id, above))
    if tags is not None:
        annotations = [row for row in rows if isinstance(row, Annotation)]
        hanging = (row for row in rows if isinstance(row, Note | ClaimPlace))
        noted = {row.annotation_id for row in hanging if row.annotation_id is not None}
        tagged = update_annotations(article, annotations, tags, next_id, noted)
        candidates = [] if document.candidates else update_candidates(article, (), tags, next_id)
        rows = _apply_changes(rows, [*tagged, *candidates])
    return [Change(None, article), Change(None, Body(article.id, document.text)), *(Change(None, row) for row in rows)]


def _place_rows(document: Document, article: Article, next_id: Callable[[], int], above: Numbers) -> Iterator[Row]:
    """Yield the rows of a document with ids of the project.

    Rows that refer to one another get them too.

    A reference that is None stays so: a file may bring the notes on a whole project.
    """
    numbers: dict[type[Row], Mapping[int, int]] = {**above, Article: defaultdict(lambda: article.id)}
    for row_class, name in DOCUMENT_FIELDS.items():
        rows = getattr(document, name)
        if not rows:
            continue
        own_numbers: dict[int, int] = {}
        numbers[row_class] = own_numbers
        place_row, owners = _PLACE_ROW[row_class], [(one.field, numbers.get(one.to, {})) for one in _OWNERS[row_class]]
        for row in rows:
            number = own_numbers[row.id] = next_id()
            placed = [None if (old := getattr(row, field)) is None else known[old] for field, known in owners]
            yield place_row(row, number, *placed)


def _apply_changes(rows: list[Row], changes: Iterable[Change]) -> list[Row]:
    """Return new rows after changes.

    They are in no project yet, so nothing there can be changed.
    """
    left = {row.id: row for row in rows}
    for change in changes:
        if change.before is not None:
            left.pop(change.before.id)
        if change.after is not None:
            left[change.after.id] = change.after
    return list(left.values())
