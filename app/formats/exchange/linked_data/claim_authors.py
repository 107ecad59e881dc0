"""Who makes a claim, as schema.org types it."""

from __future__ import annotations

from app.core.vocabulary import EntityLabel
from app.formats.exchange.shared.json_texts import Tree

_TYPES: dict[str, str] = {EntityLabel.PER: "Person", EntityLabel.ORG: "Organization"}


def make_author(name: str, label: str) -> dict[str, Tree] | None:
    """Return a speaker, whose name has a label; None for no name."""
    return {"@type": _TYPES.get(label, "Thing"), "name": name} if name else None
