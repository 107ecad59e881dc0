"""A claim rule: an object with an id, triggers and flags."""

from __future__ import annotations

from dataclasses import dataclass

from app.nlp.claims.cues.triggers import Trigger


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClaimRule:
    """One pattern of claims.

    Nothing depends on its name, which projects store in `id`.

    `triggers` are what a segment must hold for the rule to find something in it; a rule that needs no parser has none.
    `precision` is the share of its claims that are right on the development articles, drawn towards the middle where
    there are few.
    """

    name: str
    precision: float
    version: int = 1
    triggers: tuple[Trigger, ...] = ()
    is_clausal: bool = False
    """Its content can be the words of another speaker inside quoted speech."""
    may_share_cue: bool = False
    """It may use a cue that reports something else as well."""
    needs_cue: bool = False
    """Its speech has no quotation marks, and is one only where a verb reports it."""
    needs_first_person: bool = False
    """Its speech is direct only where the speaker says «я» or «мы»."""
    takes_any_verb: bool = False
    """Any verb whose subject can speak reports its speech."""
    may_hold_place: bool = False
    """Its content can look like the place of speaking: «обвинили в срыве»."""
    reports_rulings: bool = False
    """Its claim can be what a court has found; other rulings are acts of procedure."""
    is_papers_voice: bool = False
    """Its claim gives way to whoever reports the same words."""
    takes_kind_of_outlook: bool = False
    """Its content is not parsed: a forecast or plan found in the same words gives it its kind."""

    @property
    def id(self) -> str:
        """The id that a project stores with a claim: "claim.that/1"."""
        return f"claim.{self.name}/{self.version}"
