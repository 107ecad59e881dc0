"""Where the register of a project was left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.service.corpus.register.card import CardSection
from app.service.corpus.register.filtering import RegisterOrder


@dataclass
class RegisterPlace:
    """What the register showed last: it opens there again."""

    project: Path
    typed: str = ""
    label: str = ""
    order: RegisterOrder = RegisterOrder.MENTIONS
    record_key: str = ""
    section: CardSection = CardSection.MENTIONS
