"""The labels, forms, roles, attributes and languages that the program relies on.

A scheme may define more labels and attributes, and a file may hold any: rows keep plain texts. A member is the text
that is stored, and equals it.
"""

from __future__ import annotations

from enum import StrEnum


class EntityLabel(StrEnum):
    """The labels of entities that the tagger gives."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    ROLE = "ROLE"
    EVENT = "EVENT"
    LAW = "LAW"
    DATE = "DATE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    NUMBER = "NUMBER"
    OTHER = "OTHER"


REGISTERED = (EntityLabel.PER, EntityLabel.ORG, EntityLabel.LOC)
"""The labels whose names make records of the register, in schemes that have them: see `Scheme.registered`."""


class ClaimLabel(StrEnum):
    """The labels of claims that the tagger gives: what somebody says."""

    STATEMENT = "statement"
    FORECAST = "forecast"
    PROMISE = "promise"
    DEMAND = "demand"


class ClaimForm(StrEnum):
    """How an article gives a claim.

    In the speaker's own words, in other words, or as the article's own without a speaker.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


class AttributeType(StrEnum):
    """What an attribute holds: text, a choice, or yes or no."""

    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"


class RoleName(StrEnum):
    """The spans that belong to a claim.

    Who says it, and the words that report it.
    """

    SPEAKER = "speaker"
    CUE = "cue"


class AttributeName(StrEnum):
    """The attributes that the program reads or writes.

    `REFERENT` names who or what an entity is; `VALUE` is the normal value of a figure, `PRECISION` that of a date.
    `FORM`, `FIGURES` and `DUE` belong to claims.
    """

    REFERENT = "referent"
    VALUE = "value"
    PRECISION = "precision"
    FORM = "form"
    FIGURES = "figures"
    DUE = "due"


class LanguageCode(StrEnum):
    """The languages of articles and of the window."""

    RU = "ru"
    KK = "kk"
    EN = "en"


class DatePrecision(StrEnum):
    """What a date names. `VAGUE` is a date that cannot be reckoned."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    DURATION = "duration"
    VAGUE = "vague"
