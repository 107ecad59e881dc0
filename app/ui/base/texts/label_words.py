"""Messages that call labels by their titles in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.core.message import Message
from app.core.scheme import Scheme
from app.service.wording import name_labels
from app.ui.base.i18n import shown


def with_titles(message: Message, scheme: Scheme) -> Message:
    """Return a message with label titles in the window's language."""
    return name_labels(message, scheme, QLocale().name().partition("_")[0])


def shown_with_titles(message: Message, scheme: Scheme) -> str:
    """Return the words of such a message."""
    return shown(with_titles(message, scheme))
