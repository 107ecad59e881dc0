"""What is said about an annotation or an article beside its label: normal form, attributes, roles, notes."""

from __future__ import annotations

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Kind, Note
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.vocabulary import AttributeName, RoleName
from app.service.article.open_article import OpenArticle
from app.service.article.speakers import find_speaker_candidates, speaker_name
from app.service.edits import step_builders
from app.service.edits.edit_base import Editing
from app.service.edits.entity_links import linked
from app.service.project.taught_names import taught
from app.service.wording import shortened


class Describing(Editing):
    """Edits the fields and notes of the current annotation, and those of the article."""

    def set_normal(self, text: str) -> None:
        """Set the normal form of the current annotation."""
        if here := self._current():
            open_article, row = here
            self._annotate(open_article, row, normal=" ".join(text.split()))

    def set_attribute(self, name: str, value: str) -> None:
        """Set an attribute of the current annotation; an empty value takes it out."""
        if here := self._current():
            open_article, row = here
            if name == AttributeName.REFERENT and row.kind is Kind.ENTITY:
                self._apply(linked(self._place.edit_context, open_article, [row], value.strip()))
            else:
                self._annotate(open_article, row, attributes=step_builders.attributed(row, name, value.strip()))

    def teach(self) -> None:
        """Add the current mention's name to those that the pre-tagger knows in this project."""
        open_article, row = self._place.open_article, self._place.navigation.current
        if open_article is None or row is None or row.kind is not Kind.ENTITY:
            self._notify(Message("There is no name here."))
            return
        name, before = row.normal or row.words(open_article.text), self._place.scheme
        names = {"name": shortened(name), "label": row.label}
        after = taught(before, name, row.label)
        if after != before:
            self._apply(Step(Message("teach the name “{name}” as {label}", names), (Change(before, after),)))
        self._notify(Message("From the next tagging on, “{name}” is {label} in this project.", names))

    def set_role(self, name: str, span: Span | None) -> None:
        """Name the speaker or the cue of the current claim; None: it has none."""
        open_article, claim = self._place.open_article, self.claim_here()
        if open_article is None or claim is None:
            self._notify(Message("There is no claim here."))
            return
        cursor, navigation = self._place.cursor, self._place.navigation
        is_seen = span is not None and (cursor.selection is not None or navigation.current is None)
        if claim.id != navigation.current_id and not is_seen:
            self._show_first(claim)
            return
        span = None if span is None else fitted(open_article.text, span)
        if span is not None and not span.length:
            self._notify(Message("There are no words in the selection."))
            return
        normal = speaker_name(open_article, span) if span is not None and name == RoleName.SPEAKER else ""
        self._annotate(open_article, claim, roles=step_builders.with_role(claim, name, span, normal))
        navigation.stay_on(claim.id)

    def speakers(self) -> list[Span]:
        """Return who may have said the claim here, the likeliest first."""
        open_article, claim = self._place.open_article, self.claim_here()
        return [] if open_article is None or claim is None else find_speaker_candidates(open_article, claim)

    def set_note(self, text: str, note: Note | None = None) -> None:
        """Write a note on the current annotation, or change one; blank text removes it."""
        if here := self._current():
            open_article, row = here
            self._write(text, note, open_article.article.id, row.id)

    def set_article_note(self, text: str, note: Note | None = None) -> None:
        """Write a note on the article, or change one; blank text removes it."""
        if self._place.open_article is not None:
            self._write(text, note, self._place.open_article.article.id, None)

    def set_project_note(self, text: str, note: Note | None = None) -> None:
        """Write a note on the project, or change one; blank text removes it."""
        self._write(text, note, None, None)

    def edit_article(self, article: Article) -> None:
        """Write other fields of an article."""
        before = self._place.articles.get(article.id)
        if before is not None:
            self._apply(step_builders.edit_article(before, article))

    def _annotate(self, open_article: OpenArticle, row: Annotation, **fields: object) -> None:
        self._apply(step_builders.annotate(self._place.edit_context, row, open_article.text, **fields))

    def _write(self, text: str, note: Note | None, article_id: int | None, annotation_id: int | None) -> None:
        fresh = Note(self._project().next_id(), "", article_id, annotation_id)
        self._apply(step_builders.write_note(self._place.edit_context, note, fresh, text))
