"""The columns of the article list where it is a table."""

from __future__ import annotations

from app.core.model import Article, Priority, Progress
from app.service.article.article_fields import source_words
from app.service.article_list.article_list import ArticleList
from app.service.article_list.article_orders import ArticleOrder
from app.ui.base.i18n import number_words, tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day
from app.ui.base.texts.status_words import priority_word, progress_word

TITLE = ArticleOrder.TITLE
COLUMNS = (
    TITLE,
    ArticleOrder.DATE,
    ArticleOrder.SOURCE,
    ArticleOrder.STATUS,
    ArticleOrder.LEFT,
    ArticleOrder.UNCERTAINTY,
    ArticleOrder.NOTES,
    ArticleOrder.FLAG,
    ArticleOrder.TAGS,
    ArticleOrder.PRIORITY,
)
"""All columns, in their order; each is sorted by its own order."""
USUAL = (ArticleOrder.DATE, ArticleOrder.SOURCE, ArticleOrder.STATUS, ArticleOrder.LEFT, ArticleOrder.TAGS)
NUMBERS = frozenset({ArticleOrder.LEFT, ArticleOrder.UNCERTAINTY, ArticleOrder.NOTES})
WIDEST = {
    ArticleOrder.DATE: "00 сент. 0000",
    ArticleOrder.SOURCE: "kazpravda.kz 000",
    ArticleOrder.STATUS: "пропущена 0",
    ArticleOrder.LEFT: "Открыто 00",
    ArticleOrder.UNCERTAINTY: "Сомнение 00",
    ArticleOrder.NOTES: "Заметки 00",
    ArticleOrder.FLAG: "Флажок 0000000",
    ArticleOrder.TAGS: "бюджет, выборы 00",
    ArticleOrder.PRIORITY: "Приоритет 0",
}
"""What is about as wide as a column may have to be; the title takes what is left."""


def column_title(column: ArticleOrder) -> str:
    """Return the heading of a column."""
    return {
        TITLE: tr("Title"),
        ArticleOrder.DATE: tr("Date"),
        ArticleOrder.SOURCE: tr("Source"),
        ArticleOrder.STATUS: tr("Progress"),
        ArticleOrder.LEFT: tr("To decide"),
        ArticleOrder.UNCERTAINTY: tr("Doubt"),
        ArticleOrder.NOTES: tr("Notes"),
        ArticleOrder.FLAG: tr("Flagged"),
        ArticleOrder.TAGS: tr("Tags"),
        ArticleOrder.PRIORITY: tr("Priority"),
    }[column]


def cell_words(article: Article, column: ArticleOrder, articles: ArticleList) -> str:
    """Return what a column says of an article."""
    match column:
        case ArticleOrder.DATE:
            return day(article.date) if article.date else ""
        case ArticleOrder.SOURCE:
            return one_line(source_words(article))
        case ArticleOrder.STATUS:
            return _status(article.progress)
        case ArticleOrder.LEFT | ArticleOrder.NOTES:
            counts = articles.counts(article.id)
            number = counts.proposed if column is ArticleOrder.LEFT else counts.notes
            return number_words(number) if number else ""
        case ArticleOrder.UNCERTAINTY:
            uncertainty = articles.uncertainties.get(article.id)
            return "" if uncertainty is None else f"{uncertainty / 10:.0f} %"
    return _mark_words(article, column)


def _mark_words(article: Article, column: ArticleOrder) -> str:
    if column is ArticleOrder.FLAG:
        return one_line(f"⚑ {article.remark}") if article.is_flagged else ""
    if column is ArticleOrder.TAGS:
        return one_line(", ".join(article.tags))
    if column is ArticleOrder.PRIORITY:
        return "" if article.priority is Priority.NORMAL else priority_word(article.priority)
    return one_line(article.title) or tr("Untitled")


def _status(progress: Progress) -> str:
    sign = {Progress.OPEN: "", Progress.DONE: "✓ ", Progress.SKIPPED: "– "}[progress]
    return f"{sign}{progress_word(progress)}"
