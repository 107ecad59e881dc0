"""Words about an article that is nearly the same as another."""

from __future__ import annotations

from app.core.model import Article
from app.service.article_list.article_list import ArticleList
from app.service.similarity.near_pairs import NearPairs
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line


def near_sign(article: Article, near: NearPairs) -> str:
    """Return the share that another article holds, "" without one."""
    pairs = near.of(article)
    return tr("≈ {percent} %", percent=pairs[0].percent) if pairs else ""


def near_words(article: Article, near: NearPairs, articles: ArticleList) -> str:
    """Return which other article is nearly the same, "" without one."""
    pairs = near.of(article)
    if not pairs:
        return ""
    other = articles.get(pairs[0].beside(article.id))
    title = (one_line(other.title) if other is not None else "") or tr("Untitled")
    if len(pairs) > 1:
        return tr(
            "Nearly the same as “{title}” ({percent} %) and {n} more",
            title=title,
            percent=pairs[0].percent,
            n=len(pairs) - 1,
        )
    return tr("Nearly the same as “{title}” ({percent} %)", title=title, percent=pairs[0].percent)
