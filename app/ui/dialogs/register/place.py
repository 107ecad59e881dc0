"""Where the register of a project was left."""

from __future__ import annotations

from dataclasses import dataclass

from app.service.corpus.register.card import CardSection
from app.service.corpus.register.filtering import RegisterOrder
from app.ui.dialogs.project_window import WindowPlace


@dataclass
class RegisterPlace(WindowPlace):
    """What the register showed last."""

    label: str = ""
    order: RegisterOrder = RegisterOrder.MENTIONS
    record_key: str = ""
    section: CardSection = CardSection.MENTIONS
