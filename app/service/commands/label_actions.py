"""Actions of the label keys.

One for each place on the digit row; their titles follow the project's scheme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.core.message import Message
from app.core.model import Kind
from app.core.scheme import LABEL_KEYS
from app.service.commands.action import Action, edited_span, in_article
from app.service.commands.host import Host

_DIGITS = "1234567890"
"""With Ctrl, the two signs beside them set the size of the text."""


def label_actions() -> Iterator[Action]:
    """Yield the actions of the label keys.

    There is also one with Shift for each key and, for digits, one with Ctrl.
    """
    for digit in LABEL_KEYS:
        yield Action(
            id=f"label.{_name_key(digit)}",
            title="Entity label by key",
            run=_make_labeller(Kind.ENTITY, digit),
            keys=(digit,),
            menu="Annotation/Entity label",
            applies=_applies(Kind.ENTITY, digit),
            exists=_has_label(Kind.ENTITY, digit),
            target=edited_span,
            named=_make_title(Kind.ENTITY, digit),
        )
    for digit in LABEL_KEYS:
        yield Action(
            id=f"claim.{_name_key(digit)}",
            title="Claim label by key",
            run=_make_labeller(Kind.CLAIM, digit),
            keys=(f"Shift+{digit}",),
            menu="Annotation/Claim label",
            applies=_applies(Kind.CLAIM, digit),
            exists=_has_label(Kind.CLAIM, digit),
            target=edited_span,
            named=_make_title(Kind.CLAIM, digit),
        )
    for digit in _DIGITS:
        yield Action(
            id=f"label_one.{digit}",
            title="Entity label by key, this mention alone",
            run=_make_labeller(Kind.ENTITY, digit, alone=True),
            keys=(f"Ctrl+{digit}",),
            menu="Annotation/This mention alone",
            applies=_applies(Kind.ENTITY, digit),
            exists=_has_label(Kind.ENTITY, digit),
            target=edited_span,
            named=_make_title(Kind.ENTITY, digit, alone=True),
            starts_section=digit == _DIGITS[0],
        )


def _name_key(key: str) -> str:
    return {"-": "minus", "=": "equals"}.get(key, key)


def _make_labeller(kind: Kind, digit: str, *, alone: bool = False) -> Callable[[Host], None]:
    return lambda host: host.session.editor.decisions.label_by_key(kind, digit, alone=alone)


def _has_label(kind: Kind, digit: str) -> Callable[[Host], bool]:
    return lambda host: host.session.scheme.by_key(kind, digit) is not None


def _applies(kind: Kind, digit: str) -> Callable[[Host], bool]:
    exists = _has_label(kind, digit)
    return lambda host: in_article(host) and exists(host)


def _make_title(kind: Kind, digit: str, *, alone: bool = False) -> Callable[[Host], Message]:
    """Return what makes the title.

    The label's own, in the face's language, once a project is open.
    """

    def message(host: Host) -> Message:
        label = host.session.scheme.by_key(kind, digit)
        if label is None:
            return Message("No label on key {key}", {"key": digit})
        title = {"label": label.title(host.help.language)}
        if alone:
            return Message("{label}: this mention alone", title)
        return Message("Label: {label}", title) if kind is Kind.ENTITY else Message("Claim: {label}", title)

    return message
