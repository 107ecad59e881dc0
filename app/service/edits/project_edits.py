"""Edits beyond one article: how far it has come, what leaves the project, the label scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Kind, Progress
from app.core.scheme import Label, Scheme
from app.service.edits import step_builders
from app.service.edits.edit_base import Editing
from app.service.project.taught_names import with_label_renamed
from app.service.wording import shortened


class Filing(Editing):
    """Edits articles as a whole, and the scheme. A label renamed or merged in the whole project is one step."""

    def set_progress(self, article_id: int, progress: Progress) -> None:
        """Mark an article done, or open again."""
        article = self._place.articles.get(article_id)
        if article is not None:
            self._apply(step_builders.edit_article(article, replace(article, progress=progress)))

    def remove_articles(self, article_ids: Iterable[int]) -> None:
        """Remove articles with all that is on them; one undo brings them back."""
        rows = [article for article in map(self._place.articles.get, article_ids) if article is not None]
        if not rows:
            return
        title = Message("remove {n} articles", {"n": str(len(rows))})
        if len(rows) == 1:
            title = Message("remove the article “{title}”", {"title": shortened(rows[0].title)})
        self._apply(Step(title, tuple(change for row in rows for change in self._removal(row))))

    def set_scheme(self, scheme: Scheme) -> None:
        """Give the project another label scheme."""
        before = self._place.scheme
        if scheme != before:
            self._apply(Step(Message("change the label scheme"), (Change(before, scheme),)))

    def rename_label(self, kind: Kind, old: str, new: str) -> None:
        """Rename a label everywhere, or merge it into the one that has the new name already."""
        before = self._place.scheme
        if before.find(kind, old) is None or old == new:
            return
        names = {"old": old, "new": new}
        title = (
            Message("merge label {old} into {new}", names)
            if before.find(kind, new) is not None
            else Message("rename label {old} to {new}", names)
        )
        after = with_label_renamed(before, kind, old, new)
        self._apply(Step(title, (Change(before, after), *self._relabelled(old, after.label(kind, new)))))

    def _relabelled(self, old: str, label: Label) -> Iterator[Change]:
        for row in self._project().labelled(Kind(label.kind), old):
            # Nobody decided anything about this mention: its status, author and time stay.
            after = step_builders.fitted_to(row, label).decided(label.name, row.status, row.author, row.changed)
            yield Change(row, after)

    def _removal(self, article: Article) -> Iterator[Change]:
        """Yield the changes that take an article out, what hangs on it first."""
        for row in reversed(self._project().rows_of(article.id)):
            yield Change(row, None)
