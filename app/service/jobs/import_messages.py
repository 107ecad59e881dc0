"""What an import says about articles that it left out or that share an id."""

from __future__ import annotations

from app.core.message import Message
from app.core.model import Document
from app.service.wording import shortened


def known_already(title: str) -> Message:
    """Return the message about an article that is in the project."""
    return Message("“{title}” is in the project already.", {"title": title})


def came_before(document: Document, name: str) -> Message:
    """Return the message about an article that came before in the same import."""
    fields = {"name": name, "title": document.article.title or name, "n": str(len(document.annotations))}
    if document.annotations:
        return Message("“{name}”: “{title}” came before; it is left out with its {n} annotations.", fields)
    return Message("“{name}”: “{title}” came before; it is left out.", fields)


def same_id(document: Document, name: str) -> Message:
    """Return the message about an article with the id of another one."""
    fields = {"name": name, "id": document.article.key, "title": shortened(document.article.title)}
    return Message("“{name}”: “{title}” has the id “{id}” that another article has; both are kept.", fields)
