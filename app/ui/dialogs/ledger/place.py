"""Where the ledger of a project was left."""

from __future__ import annotations

from dataclasses import dataclass

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.dialogs.project_window import WindowPlace


@dataclass
class LedgerPlace(WindowPlace):
    """What the ledger showed last."""

    column: LedgerColumn = LedgerColumn.DUE
    is_descending: bool = False
    state: ClaimState | None = None
    claim_id: int = 0
