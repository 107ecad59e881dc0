"""Where an undo or a redo leads.

To the article that it changed, and the first annotation there, or where it was.
"""

from __future__ import annotations

from app.core.change import Changed
from app.core.model import Annotation
from app.service.article.open_article import OpenArticle


def changed_article(changed: Changed) -> int | None:
    """Return the id of the one article that changed, else None."""
    return next(iter(changed.articles)) if len(changed.articles) == 1 else None


def first_changed(changed: Changed, open_article: OpenArticle) -> int | None:
    """Return the first changed annotation of the open article.

    It must be there now.
    """
    own = changed.in_article(Annotation, open_article.article.id)
    # What one undo takes back may hold several states of a row: the last one is there.
    now = {row.id: after for before, after in own if (row := after or before) is not None}
    here = [(row.pieces[0].start, row.id) for row in now.values() if row is not None]
    return min(here)[1] if here else None


def first_gone(changed: Changed, open_article: OpenArticle) -> int | None:
    """Return where the first removed annotation of the open article stood."""
    own = changed.in_article(Annotation, open_article.article.id)
    gone = [before.start for before, _ in own if before is not None and open_article.annotations.get(before.id) is None]
    return min(gone, default=None)
