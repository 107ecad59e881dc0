"""Fit the weights of the confidence on the development articles.

Cross-validate them over articles. python -m tests.benchmarks.fit_uncertainty [--write]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from app.core.files.resources import resource
from app.core.model import Annotation, Kind
from app.core.span import Span, iou
from app.core.text.plain_view import PlainView
from app.core.vocabulary import AttributeName, ClaimForm, EntityLabel, RoleName
from app.nlp.backend.word_forms import WordForms
from app.nlp.claims.kinds.kind_evidence import find_kind_evidence
from app.nlp.claims.registry import RULES
from app.nlp.entities.law_articles import find_laws
from app.nlp.figures.dates.date_finder import DateFinder
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.money import MONEY, PERCENT
from app.nlp.figures.registry import DATE_RULES
from app.nlp.mention import Mention
from app.nlp.pipeline import Tagger
from app.nlp.uncertainty.candidates import find_candidates
from app.nlp.uncertainty.claim_features import claim_features
from app.nlp.uncertainty.confidence_model import Features, Weights
from app.nlp.uncertainty.figure_features import figure_features
from app.nlp.uncertainty.name_features import name_features
from tests.benchmarks.claims import PARTS, gold_of, tag_article
from tests.benchmarks.dev_articles import CORPORA, Gold, Tagged, finder, rows, tagged

_FOLDS = 5
_PENALTY = 1.0
_MOST_DOUBTFUL = 0.2
_TOP_HINTS = 5
_DRAWN, _USUAL = 4, 0.9
_PREPOSITION = re.compile(
    r"(?:в|во|с|со|к|до|на|по|от|после|около|за|из|для|через|не|более|и|ещё|конца|течение)\s+", re.IGNORECASE
)

_BY_GUIDELINE = re.compile(
    r"[\s.,]|\d{1,2}:\d\d|(?<!\w)(?:гг?|утром|вечером|ночью|дн[её]м|утра|вечера|дня|ноч[ьи]|в|на|с|к|до|через|после)(?!\w)"
    r"|(?<!\w)(?:около|почти|более|чем|примерно|свыше|спустя)(?!\w)|(?<=\d)гг?(?!\w)",
    re.IGNORECASE,
)
"""What dates and sums have by the guideline that NEREL leaves out, and the reverse."""
_DRAWS = 300
_READ_PARTS = (
    *("dev", "genres_dev", "genres_news", "passages_dev", "round_dev", "mixed_dev"),
    *("fresh_dev", "wide_dev", "varied_dev", "ways_dev", "reports_dev"),
)
_CLAIM_PENALTY = 3.0

conventions = {False: "narrow", True: "wide"}
"""What a project can choose for organisations: they share weights for what they have in common, and have their own."""

Sample = tuple[Features, bool]


def fit(samples: list[Sample], ridge: float = _PENALTY) -> Weights:
    """Fit a logistic regression with a ridge penalty, by Newton's method."""
    keys = sorted({key for features, _ in samples for key in features})
    table = np.array([[features.get(key, 0.0) for key in keys] + [1.0] for features, _ in samples])
    truth = np.array([right for _, right in samples], dtype=float)
    weights = np.zeros(table.shape[1])
    penalty = np.full(table.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        guess = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (guess - truth) + penalty * weights
        curvature = (table * (guess * (1 - guess))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(curvature, gradient)
    rounded = [round(float(weight), 4) for weight in weights]
    return Weights(dict(zip(keys, rounded[:-1], strict=True)), rounded[-1])


def name_samples(article: Tagged) -> list[Sample]:
    names, _ = finder(wide=CORPORA[article.corpus])
    rows = name_features(article.names, article.reading, names.is_common)
    convention = conventions[CORPORA[article.corpus]]
    return [
        (
            row | {f"{convention}: {feature}": value for feature, value in row.items()},
            article.span(name) in article.gold,
        )
        for name, row in zip(article.names, rows, strict=True)
    ]


def missed(article: Tagged) -> list[tuple[int, int, str]]:
    """Return the true names that none of ours touches."""
    ours = [article.span(name) for name in article.names]
    return [true for true in article.gold if not any(one[0] < true[1] and true[0] < one[1] for one in ours)]


def miss_samples(article: Tagged) -> list[tuple[Features, bool, set[tuple[int, int, str]]]]:
    """Return the samples of likely misses.

    Each has its features, whether it is one, and which true names it would bring.
    """
    names, _ = finder(wide=CORPORA[article.corpus])
    true = missed(article)
    samples = []
    for miss, features in find_candidates(article.names, article.reading, names.is_common):
        start, stop = miss.span(article.reading)
        brought = {name for name in true if start < name[1] and name[0] < stop}
        samples.append((features, bool(brought), brought))
    return samples


def cross_validated(articles: list[Tagged]) -> tuple[list[tuple[str, float, bool]], dict[str, list[int]]]:
    """Return cross-validated results by corpus.

    They are (corpus, confidence, right) of all names, and [held, missed] of candidates by corpus.

    The weights of each article are those fitted to the other ones.
    """
    confidences: list[tuple[str, float, bool]] = []
    candidates: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for fold in range(_FOLDS):
        here = articles[fold::_FOLDS]
        others = [article for number, article in enumerate(articles) if number % _FOLDS != fold]
        names = fit([sample for article in others for sample in name_samples(article)])
        misses = fit([sample[:2] for article in others for sample in miss_samples(article)])
        for article in here:
            confidences += [
                (article.corpus, names.predict_probability(features), right)
                for features, right in name_samples(article)
            ]
            ranked = sorted(miss_samples(article), key=lambda sample: -misses.predict_probability(sample[0]))
            brought = set().union(*(sample[2] for sample in ranked[:_TOP_HINTS]))
            candidates[article.corpus][0] += len(brought)
            candidates[article.corpus][1] += len(missed(article))
    return confidences, candidates


def wrong_in_front(confidences: list[tuple[str, float, bool]], share: float) -> float:
    """Return the share of wrong ones among the most doubtful.

    The most doubtful are the first `share`.
    """
    ranked = sorted(confidences, key=lambda row: row[1])
    front = ranked[: round(len(ranked) * share)]
    return sum(not right for *_, right in front) / max(1, sum(not right for *_, right in ranked))


def report(articles: list[Tagged]) -> None:
    confidences, candidates = cross_validated(articles)
    for corpus in (*CORPORA, "both"):
        here = [row for row in confidences if corpus in (row[0], "both")]
        wrong = sum(not right for *_, right in here)
        shares = ", ".join(f"{share:.0%}: {wrong_in_front(here, share):.3f}" for share in (0.1, _MOST_DOUBTFUL, 0.3))
        print(f"{corpus:7} {len(here)} names, {wrong} wrong; wrong ones in the most doubtful {shares}")
    print("\nconfidence      names   right   said")
    for low in np.arange(0, 1, 0.1):
        here = [row for row in confidences if low <= row[1] < low + 0.1 + 1e-9]
        if here:
            right, said = np.mean([row[2] for row in here]), np.mean([row[1] for row in here])
            print(f"{low:.1f} to {low + 0.1:.1f} {len(here):10} {right:7.3f} {said:6.3f}")
    print()
    for corpus, (held, total) in candidates.items():
        share = f"{held} of {total} missed names: {held / total:.3f}"
        print(f"{corpus:7} top {_TOP_HINTS} candidates of an article hold {share}")
    held, total = (sum(row[part] for row in candidates.values()) for part in (0, 1))
    print(f"both    {held / total:.3f}")


def of_convention(weights: Weights, convention: str) -> Weights:
    """Add up a feature's weights for a convention.

    It has one weight in both conventions and one in this one.
    """
    both = weights.by_feature
    shared = [feature for feature in both if not feature.startswith(tuple(f"{one}: " for one in conventions.values()))]
    summed = {feature: round(both[feature] + both.get(f"{convention}: {feature}", 0.0), 4) for feature in shared}
    return Weights(summed, weights.constant)


def as_tree(weights: Weights) -> dict[str, Any]:
    return {"weights": dict(weights.by_feature), "constant": weights.constant}


def rule_precision() -> dict[str, float]:
    """Return how often each rule is right on NEREL.

    The rules are for figures and laws. The rates are drawn a little towards the usual rate.
    """
    right: dict[str, Counter[bool]] = defaultdict(Counter)
    for row in rows("nerel"):
        text, gold = row["text"], gold_figures(row)
        for mention in [*find_figures(text), *find_laws(text, Span(0, len(text)))]:
            is_right = bare(text, *mention.span, mention.label) in gold
            family = mention.rule.split("/")[0]
            for rule in {family, family.split(".")[0]}:
                right[rule][is_right] += 1
    return {
        rule: round((counts[True] + _DRAWN * _USUAL) / (counts.total() + _DRAWN), 3)
        for rule, counts in sorted(right.items())
    }


def find_figures(text: str) -> list[Mention]:
    """Return the dates, sums and shares of a text."""
    whole = Span(0, len(text))
    dates = DateFinder(DATE_RULES["ru"]).find(text, whole, Calendar())
    return [*MONEY.find(text, whole), *PERCENT.find(text, whole), *dates]


def gold_figures(row: dict[str, Any]) -> Gold:
    """Return the true spans of an article without prepositions."""
    return {bare(row["text"], one["start"], one["end"], one["label"]) for one in (*row["entities"], *row["nested"])}


def figure_samples(row: dict[str, Any]) -> list[tuple[Features, bool, bool]]:
    """Return the samples of the figures of a NEREL article.

    Each has its features, and whether it is right twice over.

    It is right once as NEREL has it, once by our guideline, which includes the time of day and "г.", and leaves
    "около" out.
    """
    text, gold = row["text"], gold_figures(row)
    samples = []
    for figure in find_figures(text):
        start, stop, label = bare(text, *figure.span, figure.label)
        is_same = (start, stop, label) in gold
        touched = [one for one in gold if one[2] == label and one[0] < stop and start < one[1]]
        differs = (f"{text[min(start, a) : max(start, a)]} {text[min(stop, b) : max(stop, b)]}" for a, b, _ in touched)
        is_like = is_same or any(not _BY_GUIDELINE.sub("", words).strip() for words in differs)
        samples.append((figure_features(text, figure), is_same, is_like))
    return samples


def fit_figures(articles: list[list[tuple[Features, bool, bool]]]) -> Weights:
    """Fit the weights of figures on both truths."""
    every = [sample for article in articles for sample in article]
    return fit([(features, truth) for features, *truths in every for truth in truths])


def report_figures() -> None:
    """Print how many wrong figures are among the most doubtful.

    It is cross-validated over articles.
    """
    articles = [figure_samples(row) for row in rows("nerel")]
    ranked: list[tuple[int, float, bool, bool]] = []
    for fold in range(_FOLDS):
        weights = fit_figures([article for at, article in enumerate(articles) if at % _FOLDS != fold])
        for at in range(fold, len(articles), _FOLDS):
            ranked += [(at, weights.predict_probability(features), *truths) for features, *truths in articles[at]]
    for what, column in (("as NEREL has them", 2), ("by the guideline", 3)):
        here = [(str(row[0]), row[1], bool(row[column])) for row in ranked]
        low, high = front_interval(here)
        wrong = sum(not right for *_, right in here)
        front = wrong_in_front(here, _MOST_DOUBTFUL)
        print(
            f"figures {what}: {len(here)}, {wrong} wrong; in the most doubtful fifth {front:.3f} ({low:.2f}–{high:.2f})"
        )


@cache
def marked_claims(part: str) -> list[list[tuple[Features, float, bool]]]:
    """Return by article the claims of a part of the annotated sets.

    Each has features, the confidence of its rule, and whether half of it is a true claim of the same kind.
    """
    models = finder(wide=False)[1]
    tagger, lemmas_of = Tagger(models=models), WordForms(models.vocabulary).lemmas_of
    articles = []
    for row in gold_of(part):
        text = PlainView(row["text"]).plain
        found = tag_article(tagger, row)
        dates = [Span(one.start, one.stop) for one in found if one.label == EntityLabel.DATE]
        ours = [replace(one, confidence=rule_confidence(one)) for one in found if one.kind is Kind.CLAIM]
        pairs = match_claims(
            [(one.start, one.stop) for one in ours], [(one["start"], one["end"]) for one in row["claims"]]
        )
        articles.append(
            [
                (
                    claim_features(
                        text,
                        one,
                        find_kind_evidence(text, one, models, lemmas_of),
                        has_date=any(date.overlaps(Span(one.start, one.stop)) for date in dates),
                    ),
                    one.confidence or 0.0,
                    at in pairs and row["claims"][pairs[at]]["kind"] == one.label,
                )
                for at, one in enumerate(ours)
            ]
        )
    return articles


def match_claims(ours: list[tuple[int, int]], true: list[tuple[int, int]]) -> dict[int, int]:
    """Return which of our claims is which true claim.

    The best pairs that share a half come first.
    """
    shares = [(iou(Span(*one), Span(*other)), a, b) for a, one in enumerate(ours) for b, other in enumerate(true)]
    pairs: dict[int, int] = {}
    for share, a, b in sorted(shares, reverse=True):
        if share >= 0.5 and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def claim_samples(part: str) -> list[Sample]:
    """Return the samples of claims.

    Each has features, and whether place and kind are right.
    """
    return [(row, right) for article in marked_claims(part) for row, _, right in article]


def rule_confidence(claim: Annotation) -> float:
    """Return how often the rule of a claim is right.

    It is less for speech that no verb reports.
    """
    precision = next(rule.precision for rule in RULES if rule.id == claim.rule)
    is_bare = claim.attribute(AttributeName.FORM) == ClaimForm.DIRECT and claim.role(RoleName.CUE) is None
    return precision * 0.7 if is_bare else precision


def report_claims() -> None:
    """Print how many wrong claims are among the most doubtful.

    Those of the parts that were read by cross-validation over articles, those of the others by the weights of these.
    """
    read = [article for part in _READ_PARTS for article in marked_claims(part)]
    unread = [article for part in PARTS if part not in _READ_PARTS for article in marked_claims(part)]
    folds = [(range(fold, len(read), _FOLDS), read) for fold in range(_FOLDS)]
    for what, runs in (("read", folds), ("unread", [(range(len(unread)), unread)])):
        rows: list[tuple[str, float, bool]] = []
        by_rule: list[tuple[str, float, bool]] = []
        for places, articles in runs:
            others = [one for at, one in enumerate(read) if articles is not read or at not in places]
            weights = fit([(row, right) for article in others for row, _, right in article], _CLAIM_PENALTY)
            for at in places:
                rows += [(str(at), weights.predict_probability(row), right) for row, _, right in articles[at]]
                by_rule += [(str(at), rule, right) for _, rule, right in articles[at]]
        low, high = front_interval(rows)
        wrong = sum(not right for *_, right in rows)
        print(
            f"claims, {what}: {len(rows)}, {wrong} wrong in place or kind; in the most doubtful fifth"
            f" {wrong_in_front(rows, _MOST_DOUBTFUL):.3f} ({low:.2f}–{high:.2f}), AUC {area(rows):.3f},"
            f" by rule {wrong_in_front(by_rule, _MOST_DOUBTFUL):.3f}"
        )


def area(rows: list[tuple[str, float, bool]]) -> float:
    """Return how often a right one is surer than a wrong one."""
    right, wrong = ([sure for _, sure, is_right in rows if is_right is side] for side in (True, False))
    return float(np.mean([(one > other) + (one == other) / 2 for one in right for other in wrong]))


def front_interval(rows: list[tuple[str, float, bool]]) -> tuple[float, float]:
    """Return the 90 % interval of `wrong_in_front` over articles drawn with replacement."""
    by_article: dict[str, list[tuple[str, float, bool]]] = defaultdict(list)
    for row in rows:
        by_article[row[0]].append(row)
    names, random = sorted(by_article), np.random.default_rng(0)
    drawn = [[row for name in random.choice(names, len(names)) for row in by_article[name]] for _ in range(_DRAWS)]
    low, high = np.percentile([wrong_in_front(one, _MOST_DOUBTFUL) for one in drawn], [5, 95])
    return float(low), float(high)


def bare(text: str, start: int, stop: int, label: str) -> tuple[int, int, str]:
    """Return a span without the prepositions that NEREL's dates begin with."""
    while label == "DATE" and (preposition := _PREPOSITION.match(text, start, stop)):
        start = preposition.end()
    return start, stop, label


def write(articles: list[Tagged]) -> None:
    path = resource("uncertainty.json")
    names = fit([sample for article in articles for sample in name_samples(article)])
    misses = fit([sample[:2] for article in articles for sample in miss_samples(article)])
    tree = {
        "names": {convention: as_tree(of_convention(names, convention)) for convention in conventions.values()},
        "candidates": as_tree(misses),
        "claims": as_tree(fit([sample for part in _READ_PARTS for sample in claim_samples(part)], _CLAIM_PENALTY)),
        "figures": as_tree(fit_figures([figure_samples(row) for row in rows("nerel")])),
        "rules": rule_precision(),
    }
    path.write_text(json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="store the weights in resources/uncertainty.json")
    asked = parser.parse_args()
    articles = [article for corpus in CORPORA for article in tagged(corpus)]
    report(articles)
    report_figures()
    report_claims()
    if asked.write:
        write(articles)


if __name__ == "__main__":
    main()
