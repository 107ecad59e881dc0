"""Kazakh predicates that report, with their kinds of claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import ClaimLabel


class CueClass(StrEnum):
    """What the verbs of a class do with their content."""

    SAYING = "saying"
    DEMANDING = "demanding"
    PROMISING = "promising"
    FORECASTING = "forecasting"
    PLANNING = "planning"
    IMPERSONAL = "impersonal"


class KazakhCue(NamedTuple):
    """A reporting predicate and its class.

    `kind` is None where the content decides.
    """

    span: Span
    kind_of_cue: CueClass
    kind: ClaimLabel | None


_KINDS = {
    CueClass.DEMANDING: ClaimLabel.DEMAND,
    CueClass.PROMISING: ClaimLabel.PROMISE,
    CueClass.FORECASTING: ClaimLabel.FORECAST,
    CueClass.PLANNING: ClaimLabel.PROMISE,
}
_IMPERSONAL = {root: ClaimLabel(kind) for root, kind in read_table("claims/kazakh_impersonal_roots").items()}
_ROOTS = (
    (CueClass.IMPERSONAL, "|".join(_IMPERSONAL)),
    (CueClass.DEMANDING, read_alternatives("claims/kazakh_demanding_roots")),
    (CueClass.PROMISING, read_alternatives("claims/kazakh_promising_roots")),
    (CueClass.FORECASTING, read_alternatives("claims/kazakh_forecasting_roots")),
    (CueClass.PLANNING, read_alternatives("claims/kazakh_planning_roots")),
    (CueClass.SAYING, read_alternatives("claims/kazakh_verb_roots")),
)
_PREDICATES = read_alternatives("claims/kazakh_planning_predicates")
_READY = "дайын"
_DATIVES = ("ға", "ге", "қа", "ке", "на", "не")
_FINITE = (
    r"(?:(?:[мбп][ае])?(?:[аей]?(?:ды|ді)|ты|ті|дық|дік|дым|дім|[аей](?:мын|мін|мыз|міз))"
    r"|[ыі]?п\s+(?:отыр|тұр|жатыр|жүр|келеді|берді|қойды|өтті|шықты)\w*"
    r"|(?:ған|ген|қан|кен)(?:\s+(?:еді|болатын|екен))?|уда|уде)"
)
_CUE = re.compile(
    r"(?<!\w)(?:(?:"
    + "|".join(f"(?P<{name}>{roots})" for name, roots in _ROOTS)
    + rf"){_FINITE}|(?P<predicate>{_PREDICATES})(?:\s+екен\w*)?)(?!\w)",
    re.IGNORECASE,
)


_CONVERB = re.compile(
    "(?<!\\w)(?:" + "|".join(f"(?P<{name}>{roots})" for name, roots in _ROOTS) + r")[ыі]?п(?=\s*,)", re.IGNORECASE
)


def find_converb(text: str, span: Span) -> KazakhCue | None:
    """Return the first reporting converb before a comma.

    It has a clause of its own: «…екенін айтып, …».
    """
    match = _CONVERB.search(text, span.start, span.stop)
    if match is None:
        return None
    name = CueClass(match.lastgroup or "")
    return KazakhCue(Span(*match.span()), name, None if name is CueClass.IMPERSONAL else _KINDS.get(name))


def find_cues(text: str, span: Span) -> Iterator[KazakhCue]:
    """Yield the reporting predicates in `text[span]`, in order."""
    for match in _CUE.finditer(text, span.start, span.stop):
        place = Span(*match.span())
        if match["predicate"]:
            if _is_state(text, span, match):
                continue
            yield KazakhCue(place, CueClass.PLANNING, ClaimLabel.PROMISE)
            continue
        name = CueClass(match.lastgroup or "")
        kind = _find_impersonal_kind(match[0]) if name is CueClass.IMPERSONAL else _KINDS.get(name)
        yield KazakhCue(place, name, kind)


def _is_state(text: str, span: Span, match: re.Match[str]) -> bool:
    """Tell «тұқым дайын» from «көмектесуге дайын».

    A plan has its aim in the dative.
    """
    before = text[span.start : match.start()].split()
    return match["predicate"].lower() == _READY and not (before and before[-1].endswith(_DATIVES))


def _find_impersonal_kind(words: str) -> ClaimLabel | None:
    """Return the kind that a passive gives.

    A bare statement leaves it to the content.
    """
    kind = next(kind for root, kind in _IMPERSONAL.items() if re.match(root, words, re.IGNORECASE))
    return None if kind == ClaimLabel.STATEMENT else kind
