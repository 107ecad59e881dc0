"""What a project asks of the pre-tagger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TagOptions:
    """What a project asks of the tagger.

    `org_with_country`: an organisation takes the country, place or person that it belongs to with it ("Верховный суд
    Испании"), and organisations without a name of their own count ("полиция", "парламент").
    `lexicon` adds names of the project's own: name → label.
    """

    org_with_country: bool = False
    lexicon: Mapping[str, str] = field(default_factory=dict)
