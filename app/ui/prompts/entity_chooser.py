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
from app.core.text.layouts import retyped
from app.core.vocabulary import AttributeName
from app.service.article.mentions import word_keys
from app.service.session.entity_register import Entity, fits_words
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.theme.appearance import Appearance
from app.ui.theme.label_colours import tints_of

_MOMENT_S = 0.008
_MOST = 50
"""More lines than anybody reads; typing brings the others."""


class RegisterPanel:
    """Offer the entities of the project.

    Those that the mention's words fit come first.

    They are read while the panel is open. Enter links all equal mentions, Ctrl+Enter the current one; F2 renames the
    entity that is chosen, or makes it one with another.
    """

    def __init__(self, session: Session, pane: ArticlePane, appearance: Appearance) -> None:
        self._session, self._pane, self._appearance = session, pane, appearance
        self._register = session.register
        self._label = self._own_name = self._linked = self._foot = ""
        self._keys = frozenset[str]()
        self._renamed: Entity | None = None
        self.chooser = Chooser(pane.window(), appearance.theme, prompt="", width_px=620)
        self.chooser.for_several = True
        self.chooser.chosen.connect(self._link_or_rename)
        self.chooser.chosen_alone.connect(lambda entity: session.editor.links.link(entity.name, alone=True))
        self.chooser.renaming.connect(self._ask_name)
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
        self._label, self._renamed = mention.label, None
        self._own_name = " ".join((mention.normal or mention.words(open_article.text)).split())
        self._keys = word_keys(mention, open_article.text)
        self._linked = mention.attribute(AttributeName.REFERENT)
        self._foot = self._foot_words()
        self._read_register(lambda: self._register.knows(open_article.article.id))
        self.chooser.ask(tr("Who or what is it?"), "")
        self.chooser.offer(self._find_choices(), self._pane.current_rect(), foot=self._foot)
        if not self._register.is_whole:
            self._timer.start()

    def _foot_words(self) -> str:
        """Return what is said below the entities.

        How many are linked by which key, and how to find or rename an entity.
        """
        count = 1 if self._session.reader.is_partial else len(self._session.editor.links.find_group())
        together = [tr("Enter: all {n} equal mentions", n=count), tr("Ctrl+Enter: this one")] if count > 1 else []
        return " · ".join([*together, tr("type to find one or to make a new one"), tr("F2: rename or merge")])

    def _ask_name(self, entity: Entity) -> None:
        """Ask for another name of an entity.

        The name of another entity makes the two one.
        """
        if self._renamed is None and self._register.mentions(entity):
            self._renamed = entity
            self._foot = tr("New name of “{name}”, or whom it is one with", name=entity.name)
            self.chooser.ask(self._foot, entity.name)

    def _link_or_rename(self, entity: Entity) -> None:
        if self._renamed is None:
            self._session.editor.links.link(entity.name)
        else:
            self._session.editor.links.rename(self._renamed.label, self._renamed.name, entity.name)

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
            has_foot = self._renamed is not None or not self.chooser.typed
            self.chooser.show_found(self._find_choices(), self._foot if has_foot else "")

    def _find_choices(self) -> list[Choice]:
        """Return what fits what is typed.

        A new name goes before names with no word that begins so.
        """
        typed = self.chooser.typed if self.chooser.isVisible() else ""
        words = " ".join(typed.split())
        if self._renamed is not None:
            return self._find_names(self._renamed, words)
        if not typed:
            return self._first_choices()
        entities, is_begun = self._fitting_entities(words)
        choices = self._make_choices(entities)
        if any(choice.title == words for choice in choices):
            return choices
        new = [self._new_choice(words)]
        return choices + new if is_begun else new + choices

    def _first_choices(self) -> list[Choice]:
        """Return the likeliest entities.

        Those with the mention's words, then the one that it is linked to. Where there is none of either, its own name
        comes first: Enter never links to somebody unlike.
        """
        entities = self._register.first(self._label, _MOST, self._keys)
        likely = [one for one in entities if one.label == self._label and fits_words(one.name, self._keys)]
        known = [one for one in entities if one.name == self._linked and one not in likely]
        own = [] if likely or known or not self._own_name else [self._new_choice(self._own_name)]
        first = likely + known
        return own + self._make_choices([*first, *(one for one in entities if one not in first)])

    def _find_names(self, renamed: Entity, words: str) -> list[Choice]:
        """Return what an entity can be called.

        It is what is typed, and the entities that it can become one with.
        """
        found, _ = self._fitting_entities(words) if words else ([], False)
        others = [one for one in found if one.label == renamed.label and one != renamed]
        same = [one for one in others if one.name == words]
        new = [] if same or words in ("", renamed.name) else [Entity(renamed.label, words)]
        colour = self._label_colour(renamed.label)
        return [
            *(
                Choice(one, tr("Rename to “{name}”", name=one.name), self._entity_detail(renamed), (), colour)
                for one in new
            ),
            *(
                Choice(one, tr("Merge into “{name}”", name=one.name), self._entity_detail(one), (), colour)
                for one in (*same, *(other for other in others if other not in same))
            ),
        ]

    def _new_choice(self, name: str) -> Choice:
        return Choice(Entity(self._label, name), tr("New: {name}", name=name), colour=self._label_colour(self._label))

    def _fitting_entities(self, words: str) -> tuple[list[Entity], bool]:
        """Return the entities that fit the typed text, the best first.

        On either layout; with whether a word begins so. Of one name with several labels, that of the mention's own
        label is meant.
        """
        ranks = fitting(comparable(words), self._register.entities(), _MOST)
        if 0 not in ranks.values():
            other = fitting(comparable(retyped(words)), self._register.entities(), _MOST)
            ranks = other if 0 in other.values() or not ranks else ranks

        def rank(entity: Entity) -> tuple[int, bool, int, str]:
            return ranks[entity], entity.label != self._label, -self._register.mentions(entity), entity.name

        by_name: dict[str, Entity] = {}
        for entity in nsmallest(_MOST, ranks, key=rank):
            by_name.setdefault(entity.name, entity)
        return list(by_name.values()), 0 in ranks.values()

    def _make_choices(self, entities: Iterable[Entity]) -> list[Choice]:
        return [
            Choice(entity, entity.name, self._entity_detail(entity), colour=self._label_colour(entity.label))
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
