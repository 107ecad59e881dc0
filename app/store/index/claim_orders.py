"""The orders and groups of claims, as columns of the index."""

from __future__ import annotations

from enum import StrEnum


class ClaimOrder(StrEnum):
    """What claims are sorted or grouped by."""

    DUE = "due"
    DATE = "date"
    SPEAKER = "speaker"
    KIND = "kind"
    STATUS = "status"
    SOURCE = "source"
    SAID = "said"
    FIGURES = "figures"
    TOPIC = "topic"
    WORD = "word"


ClaimGroup = tuple[ClaimOrder, str]
"""Claims that are equal in an order, as `ClaimReader.groups` names them."""

SPEAKER = "coalesce(j.shown, n.shown, '')"
"""What the register calls who speaks, `j`, else the name in the article, `n`."""
ORDER_COLUMNS = {
    ClaimOrder.DUE: "m.due",
    ClaimOrder.DATE: "m.date",
    ClaimOrder.SPEAKER: "coalesce(j.key, n.key)",
    ClaimOrder.KIND: "m.label",
    ClaimOrder.STATUS: "m.status",
    ClaimOrder.SOURCE: "a.source",
    ClaimOrder.SAID: "m.said",
    ClaimOrder.FIGURES: "m.figures",
}
GROUPS_OF_ALL = {
    ClaimOrder.SPEAKER: f"""SELECT {SPEAKER}, sum(c.number)
        FROM (SELECT name, count(*) AS number FROM claim GROUP BY name) c
        LEFT JOIN name n ON n.id = c.name LEFT JOIN joined j ON j.name = c.name AND j.speaks GROUP BY 1""",  # noqa: S608
    ClaimOrder.KIND: "SELECT label, count(*) FROM claim GROUP BY label",
    ClaimOrder.DATE: "SELECT substr(date, 1, 7), count(*) FROM claim GROUP BY 1",
    ClaimOrder.SOURCE: """SELECT a.source, sum(c.number)
        FROM (SELECT article, count(*) AS number FROM claim GROUP BY article) c
        JOIN article a ON a.id = c.article GROUP BY 1""",
}
"""Groups of all claims, which read no claim itself: its indexes tell."""
_GROUP_COLUMNS = {
    ClaimOrder.SPEAKER: SPEAKER,
    ClaimOrder.DUE: "substr(m.due, 1, 7)",
    ClaimOrder.DATE: "substr(m.date, 1, 7)",
}


def group_column(order: ClaimOrder) -> str:
    """Return the column whose equal values are a group."""
    return _GROUP_COLUMNS.get(order) or ORDER_COLUMNS[order]
