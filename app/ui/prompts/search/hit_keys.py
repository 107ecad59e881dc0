"""What the keys over the list of hits do to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.scheme import LABEL_KEYS
from app.service.commands.keymap import Keymap
from app.service.concordance.hits import Hit, count_articles
from app.service.corpus.hit_decisions import HitDecisions
from app.service.session.session import Session
from app.ui.base.i18n import tr


@dataclass(frozen=True, slots=True)
class Asked:
    """What is done to many hits when Enter confirms it.

    It also holds how this is asked.
    """

    words: str
    act: Callable[[], int]


class HitKeys:
    """Decides hits by keys.

    A key decides one hit; the same key with Shift decides all ticked ones once that is confirmed.

    `earlier` are the queries of before. `undo` takes the last step back.
    """

    def __init__(self, session: Session, keymap: Keymap, earlier: list[str], undo: Callable[[], object]) -> None:
        self._session, self._keymap, self.earlier, self.undo = session, keymap, earlier, undo
        self._decisions = HitDecisions(session)
        self.asked: Asked | None = None

    def press(self, key: str, hit: Hit, ticked: Sequence[Hit]) -> bool:
        """Do what a key means.

        Say whether the hit was decided. Raise UserError if nothing can be saved.
        """
        self.asked = None
        action = self._keymap.action_for(key)
        name = action.id if action is not None else ""
        digit = action.keys[0].removeprefix("Shift+") if action is not None and action.keys else ""
        digit = digit if name.startswith(("label.", "claim.")) and digit in LABEL_KEYS else ""
        is_for_all = key.startswith("Shift+")
        hits = list(ticked) if is_for_all else [hit]
        plain = key.removeprefix("Shift+")
        if digit:
            label = self._decisions.find_label(hits[0], digit) if hits else None
            return label is not None and self._decide(
                hits, lambda: self._decisions.label(hits, digit), tr("Label {label}", label=label.name), is_for_all
            )
        if plain == "A":
            return self._decide(hits, lambda: self._decisions.accept(hits), tr("Accept"), is_for_all)
        if plain == "X" or name == "annotation.reject":
            return self._decide(hits, lambda: self._decisions.reject(hits), tr("Reject"), is_for_all)
        return False

    def is_undo(self, key: str) -> bool:
        """Say whether a key takes the last step back."""
        action = self._keymap.action_for(key)
        return action is not None and action.id == "edit.undo"

    def confirm(self) -> int:
        """Do what was asked about; return how many changed."""
        asked, self.asked = self.asked, None
        return asked.act() if asked is not None else 0

    def drop_question(self) -> None:
        """Do nothing of what was asked about."""
        self.asked = None

    def help_words(self) -> str:
        """Say what the keys do."""
        return tr(
            "Enter: open · 1…0: label · A: accept · X: reject · K: skip · Space: tick · Ctrl+A: tick all · "
            "with Shift: all ticked ones · U: undo · W: wider context · S: sort · R: random sample · Ctrl+C: copy"
        )

    def _decide(self, hits: list[Hit], act: Callable[[], int], does: str, is_for_all: bool) -> bool:
        self._session.projects.refuse_reading_only()
        if not is_for_all:
            return act() > 0
        places = tr("{n} places", n=len(hits))
        articles = tr("in {n} articles", n=count_articles(hits))
        words = tr("{does}: {places} {articles}? Enter: yes · Esc: no", does=does, places=places, articles=articles)
        self.asked = Asked(words, act) if hits else None
        return False
