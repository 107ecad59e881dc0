"""Where the ledger of a project was left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerColumn


@dataclass
class LedgerPlace:
    """What the ledger showed last: it opens there again."""

    project: Path
    typed: str = ""
    column: LedgerColumn = LedgerColumn.DUE
    is_descending: bool = False
    state: ClaimState | None = None
    claim_id: int = 0
