"""Names of marks and of what they change."""

from __future__ import annotations

from app.core.model import Article
from app.service.edits.steps.article_marks import ArticleMark
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.status_words import priority_word, progress_word


def mark_title(mark: ArticleMark) -> str:
    """Return what a mark does, in a word or two."""
    return {
        ArticleMark.DONE: tr("Done"),
        ArticleMark.OPEN: tr("Open again"),
        ArticleMark.SKIP: tr("Skip"),
        ArticleMark.FLAG: tr("Flag"),
        ArticleMark.UNFLAG: tr("Take the flag off"),
        ArticleMark.ADD_TAGS: tr("Add tags"),
        ArticleMark.REMOVE_TAGS: tr("Remove tags"),
        ArticleMark.URGENT: tr("Priority: urgent"),
        ArticleMark.HIGH: tr("Priority: high"),
        ArticleMark.NORMAL: tr("Priority: normal"),
        ArticleMark.LOW: tr("Priority: low"),
    }[mark]


def change_words(before: Article, after: Article) -> str:
    """Return the title of an article, and what changes in it."""
    sides = [
        (progress_word(one.progress), _flag(one), ", ".join(one.tags), priority_word(one.priority), one.remark)
        for one in (before, after)
    ]
    changed = [f"{old or '—'} → {new or '—'}" for old, new in zip(*sides, strict=True) if old != new]
    return one_line(f"{before.title or tr('Untitled')}: {' · '.join(changed)}")


def _flag(article: Article) -> str:
    return "⚑" if article.is_flagged else ""
