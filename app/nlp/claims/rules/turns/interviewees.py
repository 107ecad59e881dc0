"""Find the one person who gives the answers of an interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.span import Span
from app.core.vocabulary import EntityLabel
from app.nlp.claims.rules.rule_kinds import UnparsedArticle
from app.nlp.claims.rules.turns.answers import ANSWER, INTERVIEW_WORDS
from app.nlp.claims.rules.turns.labelled_turns import is_question
from app.nlp.claims.speech.speech_parts import Speech


def name_interviewee(source: UnparsedArticle, rows: Sequence[Span], found: Sequence[Speech]) -> list[Speech]:
    """Return the speech with the interviewee as speaker of the answers."""
    answers = [speech for speech in found if speech.rule is ANSWER]
    person = _find_interviewee(source, rows, answers[0].masked[0].start) if answers else None
    return [replace(one, speaker=person) if one.rule is ANSWER and one.pieces else one for one in found]


def _find_interviewee(source: UnparsedArticle, rows: Sequence[Span], first: int) -> Span | None:
    """Return the one person whom the lines before `first` name.

    The lines that speak of an interview are asked first: «В интервью нам министр Ахметов рассказал …». None where
    they name nobody or several.
    """
    text = source.article.text
    lead = [row for row in rows if row.stop <= first and not is_question(text, row)]
    told = [row for row in lead if INTERVIEW_WORDS.search(text, row.start, row.stop)]
    persons = _find_persons(source, told) or _find_persons(source, lead)
    return next(iter(persons.values())) if len(persons) == 1 else None


def _find_persons(source: UnparsedArticle, rows: Sequence[Span]) -> dict[str, Span]:
    """Return the persons named in these lines.

    It maps a normal form to its last place.
    """
    return {
        entity.normal: entity.span
        for entity in source.entities
        if entity.label == EntityLabel.PER and any(row.contains(entity.span) for row in rows)
    }
