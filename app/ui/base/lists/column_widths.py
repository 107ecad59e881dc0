"""Share the width of a table among its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QTableView


def share_width(table: QTableView, widths_px: Mapping[int, int], dispensable: Sequence[int], least_px: int) -> int:
    """Give columns their width, their heading's at least; return what is left.

    Where less than `least_px` would be left for the other column, those are left out that matter least: `dispensable`
    has them in that order. No column is cut.
    """
    header, room = table.horizontalHeader(), table.viewport().width()
    for column in widths_px:
        table.showColumn(column)  # the heading of a hidden column has no size
    shown = {column: max(width, header.sectionSizeHint(column)) for column, width in widths_px.items()}
    for column in dispensable:
        if room - sum(shown.values()) < least_px:
            del shown[column]
    for column in widths_px:
        table.setColumnHidden(column, column not in shown)
    for column, width in shown.items():
        table.setColumnWidth(column, width)
    return room - sum(shown.values())
