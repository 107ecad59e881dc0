"""The registry: everything that a user can do, in one list.

Menus, palette, keys and tables are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.service.commands.action import Action, in_article
from app.service.commands.annotation_actions import DECIDING
from app.service.commands.article_actions import ARTICLES
from app.service.commands.boundary_actions import BOUNDARIES
from app.service.commands.claim_actions import CLAIMS
from app.service.commands.label_actions import label_actions
from app.service.commands.list_actions import ARTICLE_LIST
from app.service.commands.navigation_actions import NAVIGATION
from app.service.commands.project_actions import OPENING, PROJECT, UNDO
from app.service.commands.recent_actions import recent_actions
from app.service.commands.text_actions import CARET, FIND, SELECTION
from app.service.commands.view_actions import APPEARANCE, HELP, PANES

__all__ = ["ACTIONS", "Action", "by_id"]


def _edits(actions: Iterable[Action]) -> Iterator[Action]:
    return (replace(edit, changes_data=True) for edit in actions)


ACTIONS: tuple[Action, ...] = (
    *OPENING,
    *recent_actions(),
    *PROJECT,
    *_edits(UNDO),
    *FIND,
    *(replace(move, applies=in_article, repeats=True, menu="Edit/Select") for move in SELECTION),
    *_edits(DECIDING),
    *_edits(label_actions()),
    *_edits(BOUNDARIES),
    *_edits(CLAIMS),
    *ARTICLES,
    *NAVIGATION,
    *(replace(move, applies=in_article, repeats=True, menu="Go/Caret") for move in CARET),
    *PANES,
    *ARTICLE_LIST,
    *APPEARANCE,
    *HELP,
)

_BY_ID = {action.id: action for action in ACTIONS}


def by_id(action_id: str) -> Action:
    """Return the action of that id; raise KeyError where there is none."""
    return _BY_ID[action_id]
