"""Properties of annotations in `app.core.model`, as conditions of SQL."""

from __future__ import annotations

from app.core.model import Status

IS_LIVE = "annotation.status IN ({})".format(", ".join(f"'{status}'" for status in Status if status.is_live))
"""As `Annotation.is_live`: the annotation counts."""

READING_ORDER = "annotation.start, annotation.stop DESC, annotation.id"
"""As `reading_key`: the order in which the annotations of an article are read."""
