"""What tells a claim's kind, beside the rule that found it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.core.model import Annotation
from app.core.vocabulary import RoleName
from app.nlp.claims.cues.reporting_lexicon import read_reporting_lexicon
from app.nlp.claims.kinds.claim_kinds import WordReader, weigh_kinds
from app.nlp.uncertainty.claim_features import KindEvidence

_WORD = re.compile(r"\w+")
_PHRASE = "phrase"
"""The kind of a cue without a verb that reports: «по словам»."""


def find_kind_evidence(
    text: str, claim: Annotation, reader: WordReader, lemmas_of: Callable[[str], Iterable[str]]
) -> KindEvidence:
    """Return what cue and sentences tell of a claim's kind."""
    weights = weigh_kinds(" ".join(text[piece.start : piece.stop] for piece in claim.pieces), reader)
    total = sum(weights.values()) or 1
    cue = claim.role(RoleName.CUE)
    words = text[cue.span.start : cue.span.stop] if cue is not None else ""
    return KindEvidence({str(kind): count / total for kind, count in weights.items()}, _read_cue_kind(words, lemmas_of))


def _read_cue_kind(cue: str, lemmas_of: Callable[[str], Iterable[str]]) -> str:
    """Return the kind that a cue alone gives.

    It is "" without a cue.
    """
    verbs = read_reporting_lexicon().verbs
    lemmas = (lemma for word in _WORD.findall(cue.lower()) for lemma in lemmas_of(word))
    known = next((verbs[lemma] for lemma in lemmas if lemma in verbs), None)
    return str(known.kind) if known is not None else _PHRASE if cue else ""
