"""Choose the entity of a mention, or type a new name."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from heapq import nsmallest

from PySide6.QtCore import QTimer

from app.core.model import Kind
from app.core.text.comparing import comparable
from app.service.session.entity_register import Entity, EntityRegister
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.prompts.fuzzy import retyped
from app.ui.theme.appearance import Appearance
from app.ui.theme.label_colours import tints_of

_MOMENT_S = 0.008
_MOST = 50
"""More lines than anybody reads; typing brings the others."""


class RegisterPanel:
    """Offer the entities of the project, those of the open article first.

    They are read while the panel is open.
    """

    def __init__(self, session: Session, pane: ArticlePane, appearance: Appearance) -> None:
        self._session, self._pane, self._appearance = session, pane, appearance
        self._register = EntityRegister(session)
        self._label = ""
        self._foot = ""
        self.chooser = Chooser(pane.window(), appearance.theme, prompt=tr("Who or what is it?"), width_px=520)
        self.chooser.chosen.connect(session.editor.links.link)
        self.chooser.search_by(self._search_register)
        self._timer = QTimer(self.chooser)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)
        self.chooser.closed.connect(self._timer.stop)

    def open(self) -> None:
        """Open for the current mention, with what has been read.

        The rest follows.
        """
        mention, open_article = self._session.navigation.current_of(Kind.ENTITY), self._session.open_article
        if mention is None or open_article is None:
            return
        self._label = mention.label
        self._foot = self._foot_words()
        self._read_register(lambda: self._register.knows(open_article.article.id))
        self.chooser.offer(self._find_choices(), self._pane.current_rect(), foot=self._foot)
        if not self._register.is_whole:
            self._timer.start()

    def _foot_words(self) -> str:
        """Return what is said below the entities.

        How many others are linked along, and how to find an entity.
        """
        others = 0 if self._session.reader.is_partial else len(self._session.editor.links.find_group()) - 1
        together = [tr("{n} more linked along", n=others)] if others > 0 else []
        return " · ".join([*together, tr("Type to find one or to make a new one")])

    def _read_register(self, is_enough: Callable[[], bool]) -> None:
        """Read on for a moment, or until that is enough."""
        end = time.monotonic() + _MOMENT_S
        while not is_enough() and time.monotonic() < end:
            self._register.read()

    def _read_on(self) -> None:
        open_article = self._session.open_article
        knew = open_article is None or self._register.knows(open_article.article.id)
        self._read_register(lambda: self._register.is_whole)
        if self._register.is_whole:
            self._timer.stop()
        if self._register.is_whole or (
            open_article is not None and not knew and self._register.knows(open_article.article.id)
        ):
            self._search_register()

    def _search_register(self) -> None:
        if self.chooser.isVisible():
            self.chooser.show_found(self._find_choices(), "" if self.chooser.typed else self._foot)

    def _find_choices(self) -> list[Choice]:
        """Return what fits what is typed.

        A new name goes before names with no word that begins so.
        """
        typed = self.chooser.typed if self.chooser.isVisible() else ""
        if not typed:
            return self._make_choices(self._register.first(self._label, _MOST))
        words = " ".join(typed.split())
        entities, is_begun = self._fitting_entities(comparable(words))
        choices = self._make_choices(entities)
        if any(choice.title == words for choice in choices):
            return choices
        new = [Choice(words, tr("New: {name}", name=words), colour=self._label_colour(self._label))]
        return choices + new if is_begun else new + choices

    def _fitting_entities(self, pattern: str) -> tuple[list[Entity], bool]:
        """Return the entities that fit the typed text, the best first.

        On either layout; with whether a word begins so. Of one name with several labels, that of the mention's own
        label is meant.
        """
        ranks = fitting(pattern, self._register.entities(), _MOST)
        if 0 not in ranks.values():
            other = fitting(retyped(pattern), self._register.entities(), _MOST)
            ranks = other if 0 in other.values() or not ranks else ranks

        def rank(entity: Entity) -> tuple[int, bool, int, str]:
            return ranks[entity], entity.label != self._label, -self._register.mentions(entity), entity.name

        by_name: dict[str, Entity] = {}
        for entity in nsmallest(_MOST, ranks, key=rank):
            by_name.setdefault(entity.name, entity)
        return list(by_name.values()), 0 in ranks.values()

    def _make_choices(self, entities: Iterable[Entity]) -> list[Choice]:
        return [
            Choice(entity.name, entity.name, self._entity_detail(entity), colour=self._label_colour(entity.label))
            for entity in entities
        ]

    def _label_colour(self, label: str) -> str:
        tint = tints_of(self._appearance.colour_scheme, self._session.scheme).get((Kind.ENTITY, label))
        return tint.edge if tint is not None else ""

    def _entity_detail(self, entity: Entity) -> str:
        mentions = tr("{n} mentions", n=self._register.mentions(entity))
        words = f"{mentions} {tr('in {n} articles', n=self._register.articles(entity))}"
        label = self._session.scheme.find(Kind.ENTITY, entity.label)
        if entity.label == self._label or label is None:
            return words
        return f"{label.title(self._appearance.language)} · {words}"


def fitting(pattern: str, entities: Iterable[Entity], enough: int) -> dict[Entity, int]:
    """Return the entities whose names fit, with how well.

    0 where a word begins so, 1 where it is inside, 2 scattered. The looser a fit, the dearer it is to look for: where
    there are `enough` of a better one, it is not looked for.
    """
    left = [(_fold_name(entity.name), entity) for entity in entities]
    letters = re.compile(".*?".join(map(re.escape, "".join(pattern.split()))))
    tests: list[Callable[[str], object]] = [
        lambda name: f" {pattern}" in name,
        lambda name: pattern in name,
        letters.search,
    ]
    found: dict[Entity, int] = {}
    for rank, fits in enumerate(tests):
        found |= {entity: rank for name, entity in left if fits(name)}
        if len(found) >= enough:
            break
        left = [pair for pair in left if pair[1] not in found]
    return found


@lru_cache(maxsize=65_536)
def _fold_name(name: str) -> str:
    """Return a name to look in, each word behind a blank."""
    return f" {comparable(name)}"
