"""What is shown of a ledger: its columns, filter, order and counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.query.terms import Query
from app.service.corpus.ledger.ledger_row import ClaimState
from app.store.index.claim_orders import ClaimGroup


class LedgerColumn(StrEnum):
    """What the rows of a ledger say, by column.

    The columns come in their order.
    """

    SPEAKER = "speaker"
    CLAIM = "claim"
    KIND = "kind"
    FIGURES = "figures"
    DUE = "due"
    STATE = "state"
    VERDICT = "verdict"
    DATE = "date"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Which claims are shown, and in which order."""

    query: Query = field(default_factory=Query)
    column: LedgerColumn = LedgerColumn.DUE
    is_descending: bool = False
    state: ClaimState | None = None
    group: ClaimGroup | None = None


@dataclass(frozen=True, slots=True)
class LedgerClaims:
    """The claims of a view, with counts by state.

    A count is how many claims of the state there would be without the filter of states.
    """

    ids: list[int] = field(default_factory=list)
    counts: dict[ClaimState, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many claims there are in any state."""
        return sum(self.counts.values())
