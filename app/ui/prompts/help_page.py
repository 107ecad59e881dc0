"""Show the help, which can be searched by typing.

It has the first five minutes, what each label means, and every key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.core.model import Kind
from app.core.scheme import Label
from app.core.text.comparing import comparable, comparable_forms
from app.service.commands.host import Host
from app.service.commands.registry import Action
from app.service.project.schemes import default_scheme
from app.ui.base.i18n import tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line, plain
from app.ui.base.widgets import filter_line, label, named, scrolling
from app.ui.prompts.cheatsheet import KeyBlock, group_actions
from app.ui.theme.appearance import Appearance
from app.ui.theme.theme import strong

_STEP_PX = 32
_PAGE_STEPS = 12


class HelpPage(Overlay):
    """Show the help over the window. Typing filters it, Esc closes it."""

    def __init__(self, window: QWidget, host: Host, appearance: Appearance, actions: Iterable[Action]) -> None:
        super().__init__(window, QSize(880, 900))
        self._line = filter_line(tr("Search in the help"), self)
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._parts: list[_Part | KeyBlock] = [
            _Part(tr("The first five minutes"), [(words, "") for words in first_steps(host)], self),
            _Part(tr("All articles together"), [(words, "") for words in corpus_steps(host)], self),
            *(_Part(title, texts, self) for title, texts in _label_texts(host, appearance.language)),
            *(
                KeyBlock(title, lines, appearance.theme, self)
                for title, lines in group_actions(host, appearance.keymap, actions).items()
            ),
        ]
        self._none = label(tr("Nothing found."), self, "muted")
        self._sheet = self._make_sheet()
        self._area = scrolling(self._sheet, self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self, margin=16, spacing=12)
        layout.addWidget(self._line)
        layout.addWidget(self._area, 1)
        self.setFocusProxy(self._line)

    def open_page(self) -> None:
        """Open at the beginning, with nothing typed."""
        self.open_at(None)
        self._line.clear()
        self._area.verticalScrollBar().setValue(0)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def texts_shown(self) -> list[str]:
        """What stands on the page now."""
        return [text for part in self._parts if not part.isHidden() for text in part.texts_shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _PAGE_STEPS,
                Qt.Key.Key_PageUp: -_PAGE_STEPS,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + step * _STEP_PX)
                return True
            is_leaving = event.key() == Qt.Key.Key_Escape and not self._line.text()
            if is_leaving or event.key() == Qt.Key.Key_F1:
                self.close_panel()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        # Each line that is shown on a visible sheet would lay all others out.
        self._sheet.hide()
        for words in comparable_forms(typed):
            for part in self._parts:
                part.filter(words)
            if not all(part.isHidden() for part in self._parts):
                break
        self._none.setVisible(all(part.isHidden() for part in self._parts))
        self._sheet.show()

    def _make_sheet(self) -> QWidget:
        sheet = named(QWidget(self), "sheet")
        layout = column(sheet, margin=0, spacing=20)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(self._none)
        self._none.hide()
        for part in self._parts:
            layout.addWidget(part)
        layout.addStretch(1)
        return sheet


class _Part(QWidget):
    """A heading with texts below it.

    A text may have a line of small print.
    """

    def __init__(self, title: str, texts: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        layout = column(self, spacing=6)
        head = label(title, self)
        head.setFont(strong(head.font(), 1.15))
        layout.addWidget(head)
        self._title = comparable(title)
        self._lines = [_lines_of(text, small, self) for text, small in texts]
        for lines in self._lines:
            for line in lines:
                layout.addWidget(line)

    @property
    def texts_shown(self) -> list[str]:
        """The texts that fit what is typed."""
        return [line.text() for lines in self._lines for line in lines if not line.isHidden()]

    def filter(self, typed: str) -> None:
        """Show the texts that hold what is typed.

        All of them are shown if the heading holds it.
        """
        fits = [
            typed in self._title or any(typed in comparable(line.text()) for line in lines) for lines in self._lines
        ]
        for lines, is_shown in zip(self._lines, fits, strict=True):
            for line in lines:
                line.setVisible(is_shown)
        self.setVisible(any(fits))


def _lines_of(text: str, small: str, parent: QWidget) -> list[QLabel]:
    lines = [label(plain(text), parent, wraps=True)]
    if small:
        lines.append(label(plain(small), parent, "muted", wraps=True))
    for line in lines:
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return lines


def first_steps(host: Host) -> list[str]:
    """Return the first five minutes as sentences.

    The keys in them are as they are set.
    """

    def key(action_id: str) -> str:
        return host.help.key_of(action_id) or "—"

    return [
        tr("{key} makes a project. It is one file, and every key you press is saved in it.", key=key("project.new")),
        tr(
            "{key} imports articles; files and folders can also be dropped on the window. They are tagged while you "
            "read the first one.",
            key=key("project.import"),
        ),
        tr(
            "{next} goes to the next tag. {accept} accepts it, a digit gives it another label, {reject} rejects it.",
            next=key("walk.next"),
            accept=key("annotation.accept"),
            reject=key("annotation.reject"),
        ),
        tr(
            "{left} and {right} move the end of a tag by a word, {start_left} and {start_right} its start.",
            left=key("boundary.end_left"),
            right=key("boundary.end_right"),
            start_left=key("boundary.start_left"),
            start_right=key("boundary.start_right"),
        ),
        tr(
            "To add what is missing, go to it by the arrows, select with Shift, press a digit. {miss} goes to the next "
            "likely missed mention, {jump} puts a letter on each.",
            miss=key("walk.miss"),
            jump=key("walk.jump"),
        ),
        tr(
            "Claims stand in the margin with their speaker. Shift and a digit make one of the sentence or the "
            "selection; {speaker} picks who says it.",
            speaker=key("claim.speaker"),
        ),
        tr(
            "{note} writes a note on the tag, {article} on the article. {link} says who or what is meant, {teach} "
            "teaches a name to the project.",
            note=key("note.annotation"),
            article=key("note.article"),
            link=key("entity.link"),
            teach=key("entity.teach"),
        ),
        tr(
            "{finish} accepts what is left, marks the article done and opens the next one. {undo} undoes.",
            finish=key("article.finish"),
            undo=key("edit.undo"),
        ),
        tr("{key} writes an Excel workbook, a report or a file for another program.", key=key("project.export")),
        tr("{key} finds any command by its name.", key=key("palette.show")),
    ]


def corpus_steps(host: Host) -> list[str]:
    """Return what can be done with all articles together, as sentences."""

    def key(action_id: str) -> str:
        return host.help.key_of(action_id) or "—"

    return [
        tr(
            "{search} searches all articles: words in any form, phrases, labels, speakers, dates. An empty line lists "
            "the syntax. A digit labels a hit, Space ticks it, and Shift with the key decides all that are ticked.",
            search=key("find.project"),
        ),
        tr(
            "{spread} lists every equal mention in its line, and {teach} the other places of a name that you teach. "
            "Space unticks one, Enter takes the rest as one step.",
            spread=key("annotation.spread_project"),
            teach=key("entity.teach"),
        ),
        tr(
            "After the third equal correction the status bar offers to repeat it; {look} lists the places, {away} "
            "leaves them. Two refusals, or few that you take, end the offers; the settings ({settings}) switch them "
            "off.",
            look=key("offer.look"),
            away=key("edit.escape"),
            settings=key("settings.show"),
        ),
        tr(
            "The claim ledger ({key}) lists the claims of all articles with who said it and when it falls due. V gives "
            "a verdict with evidence, J joins what is the same claim, M shows what falls due by month.",
            key=key("view.ledger"),
        ),
        tr(
            "The register ({key}) lists persons, organisations and places with what is said of them. J joins records, "
            "X splits a name off, S walks through what may be the same.",
            key=key("view.register"),
        ),
        tr(
            "The review queue ({key}) brings the least certain proposals of all articles in a row, and some at random: "
            "Space accepts, Backspace rejects, a digit gives another label, Enter opens the article.",
            key=key("view.review_queue"),
        ),
        tr(
            "The overview ({key}) shows progress, labels and claims over time, sources, and who is named with whom. "
            "Enter leads to the articles behind a count, S saves the picture. R draws a random sample, which tells how "
            "precise the tagger is; {next} leads through it.",
            key=key("view.overview"),
            next=key("sample.next"),
        ),
        tr(
            "The history ({key}) lists every step: look at the past, undo one step alone, or restore a state.",
            key=key("view.history"),
        ),
        tr(
            "Ledger, register and history open in their filter: type what you look for. ↓, Enter or Tab leads to the "
            "table, where letters are commands, and / leads back."
        ),
        tr(
            "{print} prints the article, or what is selected in it, with its highlights, claims and notes. Where no "
            "printer is set up, it offers a PDF.",
            print=key("article.print"),
        ),
        tr(
            "{flag} flags an article and {skip} skips it, with a reason; {edit} edits its title, date and source.",
            flag=key("article.flag"),
            skip=key("article.skip"),
            edit=key("article.edit"),
        ),
        tr("In a terminal, “pometka search PROJECT QUERY” finds the same; “pometka --help” lists all commands."),
    ]


def _label_texts(host: Host, language: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield (heading, texts) of the labels of each kind.

    The texts say what a label means, with examples.
    """
    labels = host.session.scheme.labels or default_scheme().labels
    headings: list[tuple[Kind, str, Callable[[str], str]]] = [
        (Kind.ENTITY, tr("What the labels mean"), lambda key: key),
        (Kind.CLAIM, tr("What the claims mean"), lambda key: f"Shift+{key}"),
    ]
    for kind, heading, shown_key in headings:
        texts = [_label_text(one, language, shown_key) for one in labels if one.kind == kind]
        if texts:
            yield heading, texts


def _label_text(one: Label, language: str, shown_key: Callable[[str], str]) -> tuple[str, str]:
    key = f"  ({shown_key(one.key)})" if one.key else ""
    # The default scheme's guidelines are translated; others are shown as the user wrote them.
    guideline = tr(one.guideline) if one.guideline else ""
    head = f"{one_line(one.title(language))}{key}"
    return (f"{head}: {guideline}" if guideline else head), " · ".join(map(one_line, one.examples))
