"""Fields of an article that a page states for machines.

JSON-LD and meta tags.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_JSON_CHARS = 1_000_000
_MAX_JSON_DEPTH = 12
_ARTICLE_KINDS = ("article", "posting", "report", "reportage")
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "title", "headline")
_DATE_TAGS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "mediator_published_time",
    "pubdate",
    "publish-date",
    "publish_date",
    "date",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
)
_SITE_TAGS = ("og:site_name", "application-name")
_LEAD_TAGS = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class StructuredFields:
    """What a page states about its article.

    Each field is "" if the page does not state it; `day` is as written there.
    """

    title: str = ""
    day: str = ""
    url: str = ""
    site: str = ""
    lead: str = ""


def read_structured_fields(tree: HtmlElement) -> StructuredFields:
    """Return the fields of the page's JSON-LD and meta tags.

    Tags made for sharing win over the others.
    """
    tags = _read_meta_tags(tree)
    linked = next(_find_linked_articles(tree), {})
    return StructuredFields(
        title=_first(tags, _TITLE_TAGS[:1]) or _text(linked.get("headline")) or _first(tags, _TITLE_TAGS),
        day=_text(linked.get("datePublished")) or _first(tags, _DATE_TAGS) or _read_item_date(tree),
        url=_text(linked.get("url")) or _text(linked.get("mainEntityOfPage")),
        site=_first(tags, _SITE_TAGS) or _text(linked.get("publisher")),
        lead=_first(tags, _LEAD_TAGS),
    )


def _read_meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = (meta.get("content") or "").strip()
        if name and value:
            tags.setdefault(name.strip().lower(), value)
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _read_item_date(tree: HtmlElement) -> str:
    """Return the publication date of an element in its machine form.

    The element is marked as the date of publication.
    """
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        value = element.get("datetime") or element.get("content") or element.text_content()
        if value and value.strip():
            return str(value.strip())
    return ""


def _find_linked_articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = script.text or ""
        if len(text) > _MAX_JSON_CHARS:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # a page whose JSON-LD is broken still has its text
            continue
        yield from _walk(value, 0)


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of an article's kind in a JSON-LD value."""
    if depth > _MAX_JSON_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and name.lower().endswith(_ARTICLE_KINDS) for name in names):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(name), depth + 1)


def _text(value: Any) -> str:
    """Return a text, or the address or name of an object."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name") or value.get("url") or ""
    return value.strip() if isinstance(value, str) else ""
