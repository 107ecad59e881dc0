"""Name the fields and values of a query in English and Russian."""

from __future__ import annotations

from app.core.model import Kind, Priority, Progress, Status
from app.core.query.terms import FieldName, HitOrder
from app.core.vocabulary import ClaimLabel

YES = "yes"

FIELD_WORDS: dict[str, FieldName] = {
    **{field.value: field for field in FieldName},
    "метка": FieldName.LABEL,
    "вид": FieldName.KIND,
    "решение": FieldName.STATUS,
    "имя": FieldName.NAME,
    "говорящий": FieldName.SPEAKER,
    "срок": FieldName.DUE,
    "заметка": FieldName.NOTE,
    "дата": FieldName.DATE,
    "источник": FieldName.SOURCE,
    "заголовок": FieldName.TITLE,
    "статья": FieldName.PROGRESS,
    "закончена": FieldName.FINISHED,
    "упомянут": FieldName.NAMED,
    "выборка": FieldName.SAMPLE,
    "отобрано": FieldName.DRAWN,
    "тег": FieldName.TAG,
    "приоритет": FieldName.PRIORITY,
    "флажок": FieldName.FLAG,
}
"""The fields by what they are called."""

_FORMER_FIELDS = {"статус": FieldName.STATUS, "кто": FieldName.SPEAKER}
"""Words of earlier versions: saved queries hold them."""

READ_FIELD_WORDS = {**FIELD_WORDS, **_FORMER_FIELDS}
"""All words that a query may name a field by."""

VALUE_WORDS: dict[FieldName, dict[str, str]] = {
    FieldName.STATUS: {
        **{status.value: status.value for status in Status},
        "предложено": Status.PROPOSED,
        "принято": Status.ACCEPTED,
        "исправлено": Status.CORRECTED,
        "отклонено": Status.REJECTED,
    },
    FieldName.KIND: {
        **{label.value: label.value for label in ClaimLabel},
        **{kind.value: kind.value for kind in Kind},
        "заявление": ClaimLabel.STATEMENT,
        "прогноз": ClaimLabel.FORECAST,
        "обещание": ClaimLabel.PROMISE,
        "требование": ClaimLabel.DEMAND,
        "имена": Kind.ENTITY,
        "утверждения": Kind.CLAIM,
    },
    FieldName.PROGRESS: {
        **{progress.value: progress.value for progress in Progress},
        "готова": Progress.DONE,
        "открыта": Progress.OPEN,
        "пропущена": Progress.SKIPPED,
    },
    FieldName.FLAG: {YES: "1", "no": "0", "да": "1", "нет": "0"},
    FieldName.PRIORITY: {
        **{priority.value: priority.value for priority in Priority},
        "низкий": Priority.LOW,
        "обычный": Priority.NORMAL,
        "высокий": Priority.HIGH,
        "срочно": Priority.URGENT,
    },
}
"""The values of fields that have few, by what they are called."""

SORT_WORDS = ("sort", "порядок")
RANDOM_WORDS = ("random", "наугад")
"""What the steps are called that follow the search: the order of the hits, and a random sample of them."""

ORDER_WORDS: dict[str, HitOrder] = {
    **{order.value: order for order in HitOrder},
    "слово": HitOrder.HIT,
    "слева": HitOrder.LEFT,
    "слева2": HitOrder.LEFT_2,
    "слева3": HitOrder.LEFT_3,
    "справа": HitOrder.RIGHT,
    "справа2": HitOrder.RIGHT_2,
    "справа3": HitOrder.RIGHT_3,
    "дата": HitOrder.DATE,
    "источник": HitOrder.SOURCE,
    "говорящий": HitOrder.SPEAKER,
    "метка": HitOrder.LABEL,
    "сомнение": HitOrder.UNCERTAINTY,
}
"""The orders by what they are called."""

_FORMER_VALUES = {FieldName.KIND: {"высказывания": Kind.CLAIM, "утверждение": ClaimLabel.STATEMENT}}

READ_VALUE_WORDS = {field: {**words, **_FORMER_VALUES.get(field, {})} for field, words in VALUE_WORDS.items()}
"""All words that a query may name a value by."""


def names_field(query: str, field: FieldName) -> bool:
    """Say whether a query names a field, in either language."""
    pieces = (piece.removeprefix("-").partition(":") for piece in query.split())
    return any(colon and READ_FIELD_WORDS.get(name.casefold()) is field for name, colon, _ in pieces)
