"""What the system asks of windows: theme, contrast and stillness.

Also when it changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_PATIENCE_MS = 100
"""The portal answers within a few; where it does not, things move."""


def wants_dark() -> bool:
    """Say whether the system asks for dark windows."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def wants_contrast() -> bool:
    """Say whether the system asks for high contrast.

    Qt before 6.10 does not know.
    """
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def wants_stillness() -> bool:
    """Say whether the system asks for little motion.

    Qt before 6.12 does not know, but on Linux one can ask it.
    """
    hints = QGuiApplication.styleHints()
    wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
    motion = getattr(wishes, "motionPreference", None)
    if motion is not None:
        return bool(motion().value)
    return QGuiApplication.platformName() in ("xcb", "wayland") and _portal_wants_stillness()


def follow_system(act: Callable[[], object]) -> None:
    """Call `act` when the system's wishes change.

    It is a method of a QObject, until that is destroyed. On Linux it tells of contrast only a moment after the start:
    it is asked over D-Bus.
    """
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(act)
    wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
    for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
        if hasattr(wishes, name):
            getattr(wishes, name).connect(act)


@cache
def _portal_wants_stillness() -> bool:
    """Ask the desktop's portal for reduced motion.

    org.freedesktop.appearance, reduced-motion: 1 for little of it.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415  # no other system has it

    call = QDBusMessage.createMethodCall(*_PORTAL, "ReadOne")
    call.setArguments(["org.freedesktop.appearance", "reduced-motion"])
    answer = QDBusConnection.sessionBus().call(call, timeout=_PATIENCE_MS)
    is_answer = answer.type() == QDBusMessage.MessageType.ReplyMessage
    return is_answer and [value.variant() for value in answer.arguments()] == [1]
