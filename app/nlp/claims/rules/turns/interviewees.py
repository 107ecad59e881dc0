"""Find the one person who gives the answers of an interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.span import Span
from app.core.vocabulary import EntityLabel
from app.nlp.claims.rules.rule_kinds import UnparsedArticle
from app.nlp.claims.rules.turns.answers import ANSWER, INTERVIEW_WORDS
from app.nlp.claims.rules.turns.labelled_turns import ANSWERING, TURN, is_question
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker
from app.nlp.claims.speech.speech_parts import Speech


def name_interviewee(source: UnparsedArticle, rows: Sequence[Span], found: Sequence[Speech]) -> list[Speech]:
    """Return the speech with the interviewee as speaker of the answers.

    So is whoever a line names that answers «Ответ: …».
    """
    answers = [speech for speech in found if speech.rule is ANSWER or _is_nameless_turn(speech)]
    if not answers:
        return list(found)
    answerer = _find_answerer(source, rows)
    person = answerer or _find_interviewee(source, rows, answers[0].masked[0].start)
    return [_name_speaker(one, person, answerer) for one in found]


def _name_speaker(speech: Speech, person: Span | None, answerer: Span | None) -> Speech:
    if speech.rule is ANSWER and speech.pieces:
        return replace(speech, speaker=person)
    return replace(speech, speaker=answerer) if _is_nameless_turn(speech) else speech


def _is_nameless_turn(speech: Speech) -> bool:
    return speech.rule is TURN and bool(speech.pieces) and speech.speaker is None


def _find_answerer(source: UnparsedArticle, rows: Sequence[Span]) -> Span | None:
    """Return whom a line names: «Отвечает начальник управления Марат Тлеу»."""
    matches = (ANSWERING.match(source.article.text, row.start, row.stop) for row in rows)
    labels = [Span(match.start("who"), match.end("who")) for match in matches if match is not None]
    return find_labelled_speaker(source, labels[0]) if len(labels) == 1 else None


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
