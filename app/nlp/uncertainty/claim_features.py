"""What speaks for and against the kind of a claim, as features.

They come from its kind and form, from its cue, and from what its words tell of time, duty and chance.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.core.model import Annotation
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import AttributeName, ClaimLabel, RoleName
from app.nlp.uncertainty.confidence_model import Features

_WORD = re.compile(r"[\w-]+")
_AHEAD = re.compile(read_alternatives("uncertainty/ahead_stems"))
_DUTY = re.compile(read_alternatives("uncertainty/duty_stems"))
_CHANCE = re.compile(read_alternatives("uncertainty/chance_stems"))
_PAST = re.compile(r"\w{2,}л[аои]?(?:с[ья])?")
_INFINITIVES = ("ть", "ти", "ться")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_MIN_PRECISION, _MAX_PRECISION = 0.05, 0.98
_CONDITIONS = frozenset(("если", "бы"))


@dataclass(frozen=True, slots=True)
class KindEvidence:
    """What tells the kind of a claim beside its rule.

    `shares` are those of its words in sentences of each kind, `cue_kind` is what its cue alone gives, "" for none.
    """

    shares: Mapping[str, float]
    cue_kind: str


def claim_features(text: str, claim: Annotation, evidence: KindEvidence, *, has_date: bool) -> Features:
    """Return the features of a claim of `text`.

    Its confidence is how often its rule is right. `has_date` says whether a date lies in it.
    """
    content = text[claim.start : claim.stop]
    words = [word.lower() for word in _WORD.findall(content)]
    kind, is_statement = claim.label, claim.label == ClaimLabel.STATEMENT
    found = _word_facts(words) | {"date": has_date, "sentences": bool(_SENTENCE_END.search(content))}
    outlook = found["ahead"] or found["duty"] or found["chance"]
    facts = {
        f"form {claim.attribute(AttributeName.FORM)}": True,
        "no speaker": claim.speaker is None,
        "no cue": claim.role(RoleName.CUE) is None,
        **{f"{fact} in {kind}": holds for fact, holds in found.items()},
        "if": not _CONDITIONS.isdisjoint(words),
        "outlook of two ways": found["ahead"] + found["duty"] + found["chance"] > 1,
        f"no outlook in {kind}": not is_statement and not outlook,
        "cue decides": evidence.cue_kind == kind and not is_statement,  # a cue that names an act
        f"cue {evidence.cue_kind}": True,
        "of two kinds": len(evidence.shares) > 1,
    }
    own = evidence.shares.get(kind, 0.0)
    measured = {"own share": own, f"own share in {kind}": own}
    precision = min(_MAX_PRECISION, max(_MIN_PRECISION, claim.confidence or 0.0))
    measured["rule"] = math.log(precision / (1 - precision))
    return {fact: 1.0 for fact, holds in facts.items() if holds} | measured


def _word_facts(words: list[str]) -> dict[str, bool]:
    return {
        "ahead": any(map(_AHEAD.match, words)),
        "duty": any(map(_DUTY.match, words)),
        "chance": any(map(_CHANCE.match, words)),
        "past": any(len(word) > 3 and _PAST.fullmatch(word) for word in words),
        "infinitive first": bool(words) and words[0].endswith(_INFINITIVES),
    }
