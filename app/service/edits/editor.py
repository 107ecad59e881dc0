"""The editor: every edit that a key, a menu or the mouse can make."""

from __future__ import annotations

from app.service.edits.boundaries import Boundaries
from app.service.edits.candidate_edits import Arriving
from app.service.edits.decisions import Deciding
from app.service.edits.descriptions import Describing
from app.service.edits.entity_links import Linking
from app.service.edits.project_edits import Filing
from app.service.edits.spreading import Spreading


class Editor(Deciding, Boundaries, Spreading, Arriving, Describing, Linking, Filing):
    """All edits under one name. Each family is a module of its own and knows none of the others."""
