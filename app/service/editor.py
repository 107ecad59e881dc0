"""The editor: every edit that a key, a menu or the mouse can make."""

from __future__ import annotations

from app.service.arriving import Arriving
from app.service.boundaries import Boundaries
from app.service.deciding import Deciding
from app.service.describing import Describing
from app.service.filing import Filing
from app.service.linking import Linking
from app.service.spreading import Spreading


class Editor(Deciding, Boundaries, Spreading, Arriving, Describing, Linking, Filing):
    """All edits under one name. Each family is a module of its own and knows none of the others."""
