"""Messages about articles left out or with a shared id."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.message import Message
from app.core.model import Document
from app.service.wording import shorten_text

_KNOWN = Message("“{title}” is in the project already.")


@dataclass(frozen=True, slots=True)
class KnownAlready(Message):
    """Says that an article is in the project already.

    Nothing of it is lost.
    """


def known_already(title: str) -> KnownAlready:
    """Return the message about an article that is in the project."""
    return KnownAlready(_KNOWN.template, {"title": title})


def came_before(document: Document, name: str) -> Message:
    """Return the message about an article repeated in one import."""
    fields = {"name": name, "title": document.article.title or name, "n": str(len(document.annotations))}
    if document.annotations:
        return Message("“{name}”: “{title}” is a repeat and is left out with its {n} annotations.", fields)
    return Message("“{name}”: “{title}” is a repeat and is left out.", fields)


def same_id(document: Document, name: str) -> Message:
    """Return the message about an article with the id of another one."""
    fields = {"name": name, "id": document.article.key, "title": shorten_text(document.article.title)}
    return Message("“{name}”: “{title}” has the id “{id}” that another article has; both are kept.", fields)


def members_missing(count: int) -> Message:
    """Return the message about members of a sample that are not here."""
    return Message("{n} members of a random sample are not in the project.", {"n": str(count)})
