"""Find the speaker and the reporting words of a claim.

The speaker is meant by a name in the column of speakers.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.core.model import Annotation, Document, Kind, Role
from app.core.vocabulary import RoleName
from app.service.workbook.cells.cell_meanings import fold_blanks, fold_words
from app.service.workbook.cells.text_places import find_nearest

_STEM_CHARS = 4
"""Words that begin alike are taken for forms of one: Токаев, Токаева."""


def find_speaker(claim: Annotation, document: Document, name: str) -> Role | None:
    """Return the role of a speaker with this name.

    None where nobody in the article may be called so.

    The words stay that name the speaker now where they share a word with the name; else a mention of that name is
    looked for, then its words, the nearest to the claim. Where there is none, the old words keep the new name.
    """
    name = fold_blanks(name)
    old = claim.speaker
    if old is not None and _shares_word(old.words(document.text), name):
        return Role(RoleName.SPEAKER, old.span, name)
    near = old.span.start if old is not None else claim.start
    mentions = [row.span for row in document.annotations if _is_called(row, document.text, name)]
    span = min(mentions, key=lambda one: abs(one.start - near), default=None)
    span = span or find_nearest(document.text, name, near) or (old.span if old is not None else None)
    return None if span is None else Role(RoleName.SPEAKER, span, name)


def find_cue(claim: Annotation, document: Document, words: str) -> Role | None:
    """Return the role of the words that report a claim.

    They are the ones nearest to the claim. Return None if they do not stand there.
    """
    near = claim.cue.span.start if claim.cue is not None else claim.start
    span = find_nearest(document.text, words, near)
    return None if span is None else Role(RoleName.CUE, span)


def with_role(claim: Annotation, name: str, role: Role | None) -> tuple[Role, ...]:
    """Return the roles of a claim with one role replaced.

    It takes the place of the first of its name, or the first one is removed.
    """
    first = claim.role(name)
    kept = [one for one in claim.roles if one != first]
    return tuple(sorted([*kept, *([role] if role else [])], key=lambda one: (one.name, one.span)))


def _is_called(row: Annotation, text: str, name: str) -> bool:
    return row.kind is Kind.ENTITY and row.is_live and name in {row.entity_name, row.normal, row.words(text)}


def _shares_word(words: str, name: str) -> bool:
    return bool(set(_stems(words)) & set(_stems(name)))


def _stems(words: str) -> Iterator[str]:
    return (word[:_STEM_CHARS] for word in fold_words(words).split() if len(word) >= _STEM_CHARS)
