"""Name the fields and values of a query in English and Russian."""

from __future__ import annotations

from app.core.model import Kind, Progress, Status
from app.core.query.terms import FieldName
from app.core.vocabulary import ClaimLabel

FIELD_WORDS: dict[str, FieldName] = {
    **{field.value: field for field in FieldName},
    "метка": FieldName.LABEL,
    "вид": FieldName.KIND,
    "статус": FieldName.STATUS,
    "имя": FieldName.NAME,
    "кто": FieldName.SPEAKER,
    "срок": FieldName.DUE,
    "заметка": FieldName.NOTE,
    "дата": FieldName.DATE,
    "источник": FieldName.SOURCE,
    "заголовок": FieldName.TITLE,
    "статья": FieldName.PROGRESS,
}
"""The fields by what they are called."""

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
        "высказывания": Kind.CLAIM,
    },
    FieldName.PROGRESS: {
        **{progress.value: progress.value for progress in Progress},
        "готова": Progress.DONE,
        "открыта": Progress.OPEN,
    },
}
"""The values of fields that have few, by what they are called."""
