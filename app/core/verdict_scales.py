"""The scales of verdicts, with a definition of each value.

The supplied ones lie in `resources/scales`. A project can hold others in the option `SCALES_OPTION` of its scheme; a
verdict keeps the version of its scale.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from app.core.files.resources import resource
from app.core.scheme import Scheme
from app.core.vocabulary import LanguageCode

SCALES_OPTION = "scales"
AWAITING_DATE = frozenset({"pending", "too_early"})
"""Values that say of a claim that its date has not passed."""

Words = tuple[tuple[str, str], ...]
"""Pairs (language, words)."""


class Step(StrEnum):
    """The three steps that the values of scales are counted by.

    "" stands for a value that says nothing yet.
    """

    GOOD = "good"
    MIDDLE = "middle"
    BAD = "bad"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class ScaleValue:
    """A value of a scale: its key, its name and its definition."""

    key: str
    titles: Words
    definitions: Words
    step: Step = Step.OPEN

    def title(self, language: str) -> str:
        """Return what the value is called."""
        return _in_language(self.titles, language) or self.key

    def definition(self, language: str) -> str:
        """Return when the value is given."""
        return _in_language(self.definitions, language)


@dataclass(frozen=True, slots=True)
class Scale:
    """The values that a kind of claims is judged by, in order."""

    name: str
    version: int
    kinds: tuple[str, ...]
    titles: Words
    values: tuple[ScaleValue, ...]

    def title(self, language: str) -> str:
        """Return what the scale is called."""
        return _in_language(self.titles, language) or self.name

    def value(self, key: str) -> ScaleValue:
        """Return a value; one of another version is bare."""
        return next((value for value in self.values if value.key == key), ScaleValue(key, (), ()))


def scales_of(scheme: Scheme) -> tuple[Scale, ...]:
    """Return the scales of a project: its own, else the supplied ones."""
    own = scheme.option(SCALES_OPTION)
    return parse_scales(own) if own else default_scales()


def former_scales(scheme: Scheme) -> tuple[Scale, ...]:
    """Return the earlier versions of a project's scales."""
    own = scheme.option(SCALES_OPTION)
    return tuple(map(_parse_scale, json.loads(own).get("former", []))) if own else ()


def scale_of_version(scheme: Scheme, name: str, version: int) -> Scale | None:
    """Return a scale as of a version, else as of now.

    Return None if the project has no such scale.
    """
    known = [scale for scale in (*scales_of(scheme), *former_scales(scheme)) if scale.name == name]
    return next((scale for scale in known if scale.version == version), known[0] if known else None)


def with_scales(scheme: Scheme, scales: Sequence[Scale]) -> Scheme:
    """Return a scheme with edited scales.

    Each that was changed gets the next version. The one before is kept, since verdicts name it.
    """
    before = {scale.name: scale for scale in scales_of(scheme)}
    former = list(former_scales(scheme))
    written: list[Scale] = []
    for scale in scales:
        old = before.get(scale.name)
        if old is None or old == scale:
            written.append(scale)
            continue
        former.append(old)
        versions = (one.version for one in former if one.name == scale.name)
        written.append(replace(scale, version=max(versions) + 1))
    if tuple(written) == scales_of(scheme):
        return scheme
    tree = {"scales": list(map(_scale_tree, written)), "former": list(map(_scale_tree, former))}
    return scheme.with_option(SCALES_OPTION, json.dumps(tree, ensure_ascii=False))


def scale_for(kind: str, scales: Sequence[Scale]) -> Scale:
    """Return the scale for a kind of claims.

    It is the first scale if none names the kind.
    """
    return next((scale for scale in scales if kind in scale.kinds), scales[0])


@cache
def default_scales() -> tuple[Scale, ...]:
    """Return the supplied scales."""
    return parse_scales(resource("scales", "default.json").read_text("utf-8"))


def parse_scales(text: str) -> tuple[Scale, ...]:
    """Read scales from JSON.

    Raise ValueError, KeyError or TypeError if it holds none.
    """
    scales = tuple(map(_parse_scale, json.loads(text)["scales"]))
    if not scales or not all(scale.values for scale in scales):
        raise ValueError("a project needs a scale with values")
    return scales


def _parse_scale(tree: dict[str, Any]) -> Scale:
    values = tuple(
        ScaleValue(value["key"], _words(value["titles"]), _words(value["definitions"]), Step(value.get("step", "")))
        for value in tree["values"]
    )
    return Scale(tree["name"], int(tree["version"]), tuple(tree["kinds"]), _words(tree["titles"]), values)


def _scale_tree(scale: Scale) -> dict[str, Any]:
    values = [
        {
            "key": value.key,
            "titles": dict(value.titles),
            "definitions": dict(value.definitions),
            "step": value.step.value,
        }
        for value in scale.values
    ]
    return {
        "name": scale.name,
        "version": scale.version,
        "kinds": list(scale.kinds),
        "titles": dict(scale.titles),
        "values": values,
    }


def _words(tree: dict[str, str]) -> Words:
    return tuple((str(language), str(words)) for language, words in tree.items())


def _in_language(words: Words, language: str) -> str:
    known = dict(words)
    return known.get(language) or known.get(LanguageCode.EN, "")
