"""Fields beside the label: the normal form and the attributes."""

from __future__ import annotations

from app.core.model import Kind
from app.core.vocabulary import AttributeName
from app.service.edits.edit_helpers import apply_step, current_annotation
from app.service.edits.edit_place import EditPlace
from app.service.edits.entity_links import link_step
from app.service.edits.steps import step_builders


class FieldEdits:
    """Edits the fields of the current annotation."""

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def set_normal(self, text: str) -> None:
        """Set the normal form of the current annotation."""
        if here := current_annotation(self._place):
            open_article, row = here
            normal = " ".join(text.split())
            apply_step(
                self._place, step_builders.annotate(self._place.edit_context, row, open_article.text, normal=normal)
            )

    def set_attribute(self, name: str, value: str) -> None:
        """Set an attribute of the current annotation; an empty value removes it."""
        here = current_annotation(self._place)
        if here is None:
            return
        (open_article, row), context = here, self._place.edit_context
        if name == AttributeName.REFERENT and row.kind is Kind.ENTITY:
            apply_step(self._place, link_step(context, open_article, [row], value.strip()))
        else:
            attributes = step_builders.attributed(row, name, value.strip())
            apply_step(self._place, step_builders.annotate(context, row, open_article.text, attributes=attributes))
