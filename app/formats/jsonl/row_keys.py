"""Field names and values that the reader and the writer share."""

from __future__ import annotations

from datetime import UTC, datetime

from app.core.vocabulary import AttributeName, RoleName

VALUE = AttributeName.VALUE
"""The attribute that dates, sums and shares have; it stands as a key of its own, the others under "attributes"."""

FORM = AttributeName.FORM
"""The attribute of a claim that stands under "type"."""

SCHEME = "scheme"
"""The label scheme of the project, under `project` on the first line."""

ROLES = (RoleName.SPEAKER, RoleName.CUE)
"""The roles that stand flat in a claim: `speaker_start`, `speaker_end`, `speaker_normal`."""


def format_time(time: datetime | None) -> str | None:
    """Return an aware time as ISO 8601 in UTC."""
    return time.astimezone(UTC).isoformat() if time is not None else None


def parse_time(text: object) -> datetime | None:
    """Return the time of an ISO 8601 text, or None.

    A time without a zone is UTC.
    """
    if not isinstance(text, str):
        return None
    try:
        time = datetime.fromisoformat(text)
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
