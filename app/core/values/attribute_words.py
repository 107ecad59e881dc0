"""Say the values of annotations in words, and read them."""

from __future__ import annotations

from app.core.model import Annotation
from app.core.values.figure_words import is_figure, say_exactly, say_figures
from app.core.values.period_words import say_period, say_precision
from app.core.values.typed_figures import read_typed_figures
from app.core.values.typed_periods import read_typed_period
from app.core.vocabulary import AttributeName, EntityLabel


def is_period(annotation: Annotation, attribute: str) -> bool:
    """Say whether an attribute holds a date or a period."""
    is_date = annotation.label == EntityLabel.DATE or bool(annotation.attribute(AttributeName.PRECISION))
    return attribute == AttributeName.DUE or (attribute == AttributeName.VALUE and is_date)


def say_attribute(annotation: Annotation, attribute: str, value: str, language: str) -> str:
    """Return a value of an attribute in words.

    Figures are in full, periods are named, and all else stays as it is.
    """
    if is_period(annotation, attribute):
        return say_period(value, language)
    if is_figure(annotation, attribute):
        return say_exactly(value, language)
    return say_precision(value, language) if attribute == AttributeName.PRECISION else value


def say_normal(annotation: Annotation, language: str) -> str:
    """Return the normal form of an annotation in words.

    That of a date or a sum is its value.
    """
    has_value = bool(annotation.attributes) and bool(annotation.attribute(AttributeName.VALUE))
    if not has_value:
        return annotation.normal
    return say_attribute(annotation, AttributeName.VALUE, annotation.normal, language)


def read_value(annotation: Annotation, typed: str) -> str:
    """Return the value of an annotation that someone typed.

    A date, a period or a sum is its code, all else as it was typed.
    """
    if is_period(annotation, AttributeName.VALUE):
        return read_typed_period(typed) or typed
    if is_figure(annotation, AttributeName.VALUE):
        return read_typed_figures(typed) or typed
    return typed


def list_values(annotation: Annotation, language: str) -> list[str]:
    """Return the figures and periods of an annotation in words.

    Figures come shortly and in full where that differs.
    """
    said: dict[str, None] = {}
    for name, value in annotation.attributes:
        if is_figure(annotation, name):
            said |= dict.fromkeys((say_figures(value, language), say_exactly(value, language)))
        elif is_period(annotation, name):
            said[say_period(value, language)] = None
    return list(filter(None, said))
