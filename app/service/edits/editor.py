"""The editor: every edit of a key, menu or mouse, by families."""

from __future__ import annotations

from app.service.edits.article_edits import ArticleEdits
from app.service.edits.boundaries import Boundaries
from app.service.edits.candidate_jumps import CandidateJumps
from app.service.edits.claim_edits import ClaimEdits
from app.service.edits.decisions import Decisions
from app.service.edits.edit_place import Workplace
from app.service.edits.entity_links import EntityLinks
from app.service.edits.field_edits import FieldEdits
from app.service.edits.note_edits import NoteEdits
from app.service.edits.scheme_edits import SchemeEdits
from app.service.edits.spreading import Spreading


class Editor:
    """The families of edits, side by side."""

    def __init__(self, place: Workplace) -> None:
        self.decisions = Decisions(place)
        self.boundaries = Boundaries(place)
        self.claims = ClaimEdits(place)
        self.spreading = Spreading(place)
        self.candidates = CandidateJumps(place)
        self.fields = FieldEdits(place)
        self.links = EntityLinks(place)
        self.notes = NoteEdits(place)
        self.articles = ArticleEdits(place)
        self.scheme = SchemeEdits(place)
