"""Define where a claim's content stands beside its reporting word."""

from __future__ import annotations

from enum import StrEnum


class Frame(StrEnum):
    """One way in which a reporting word takes its content.

    The content is that of the claim.

    The values are those of `resources/lexicons/claims/reporting_verbs.txt`.
    """

    SPEECH = "speech"
    THAT = "that"
    ABOUT = "about"
    TOPIC = "topic"
    ACT = "act"
    OBJECT = "object"
    FINDING = "finding"
    WEIGHT = "weight"
    NAMING = "naming"
    SIDE = "side"
    ON = "on"
    TO = "to"
    IN = "in"
    AGAINST = "against"
    WITH = "with"
    THING = "thing"
    TOLD = "told"
    CONSENT = "consent"
    ACCUSE = "accuse"
    SUM = "sum"
    STUDY = "study"
    CAUSE = "cause"
    NOUN = "noun"
