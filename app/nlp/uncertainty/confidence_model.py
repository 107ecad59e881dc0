"""The confidence of proposals: logistic regressions over features.

`resources/uncertainty.json` holds the weights; `tests/benchmarks/fit_uncertainty.py` fits them on the development
articles.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Features = dict[str, float]

_UNMEASURED_PRECISION = 0.8
"""How often a rule is right that nobody has measured."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one logistic regression: by feature, and the constant."""

    by_feature: Mapping[str, float]
    constant: float

    def predict_probability(self, features: Features) -> float:
        """Return the probability that the features speak for."""
        weights = self.by_feature
        score = self.constant + sum([weights[name] * value for name, value in features.items() if name in weights])
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """All weights of the confidence.

    They are those of names in each convention, of dates, sums and shares, of the kinds of claims, of candidates, and
    how often a rule is right.
    """

    names: Mapping[str, Weights]
    figures: Weights
    claims: Weights
    candidates: Weights
    rules: Mapping[str, float]

    def rule_precision(self, rule: str) -> float:
        """Return how often a rule outside the tagger is right."""
        family = rule.split("/", maxsplit=1)[0]
        return self.rules.get(family, self.rules.get(family.split(".")[0], _UNMEASURED_PRECISION))


def read_confidence_model(path: Path) -> ConfidenceModel:
    """Read the weights."""
    tree = json.loads(path.read_text(encoding="utf-8"))
    names = {convention: _make_weights(part) for convention, part in tree["names"].items()}
    figures, claims, candidates = (_make_weights(tree[part]) for part in ("figures", "claims", "candidates"))
    return ConfidenceModel(names, figures, claims, candidates, tree["rules"])


def _make_weights(tree: Mapping[str, Any]) -> Weights:
    return Weights(tree["weights"], tree["constant"])


def to_logit(probability: float) -> float:
    """Return the logarithm of the odds, within about ±14."""
    clipped = min(1 - 1e-6, max(1e-6, probability))
    return math.log(clipped / (1 - clipped))
