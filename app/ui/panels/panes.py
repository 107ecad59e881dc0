"""The panes beside the article.

Empty frames at first, filled once the article has been painted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from app.service.commands.host import Host
from app.ui.base.i18n import tr
from app.ui.base.pane import Pane
from app.ui.theme.appearance import Appearance
from app.ui.theme.icons import Icons

if TYPE_CHECKING:
    from app.ui.panels.annotations.annotation_list import AnnotationsPane
    from app.ui.panels.articles.article_list import ArticlesPane
    from app.ui.panels.inspector.inspector import InspectorPane

_TEXT_PX = 764
"""A line of 60 letters at 100 %, with its margins."""
_LEAST_PX, _MOST_PX = (190, 236), (460, 520)
"""Of the left and the right column."""
_SLACK_PX = 4


class Panes:
    """Hold the panes by name, in the order of the focus."""

    def __init__(self, window: QMainWindow, host: Host, appearance: Appearance, icons: Icons) -> None:
        self._window, self._host, self._appearance, self._icons = window, host, appearance, icons
        self._away: list[Pane] = []
        self._folded: set[str] = set()
        self._wanted: set[str] = set()
        """Panes that the user showed in a window that has no room for them."""
        self.text_zoom = 100
        titles = {
            "articles": tr("Articles"),
            "inspector": tr("Annotation"),
            "annotations": tr("All annotations"),
            "notes": tr("Notes"),
        }
        self._is_pulled = False
        self._by_name = {name: Pane(name, title, window) for name, title in titles.items()}
        self._arrange_panes()

    def __getitem__(self, name: str) -> Pane:
        return self._by_name[name]

    def __len__(self) -> int:
        return len(self._by_name)

    @property
    def shown(self) -> list[Pane]:
        """The panes that can be seen."""
        return [pane for pane in self._by_name.values() if pane.isVisible()]

    @property
    def inspector(self) -> InspectorPane:
        """What fills the pane of the current annotation."""
        from app.ui.panels.inspector.inspector import InspectorPane  # noqa: PLC0415  # as in `_make_contents`

        self.fill()
        content = self["inspector"].widget()
        assert isinstance(content, InspectorPane), "the pane holds the inspector"
        return content

    @property
    def articles(self) -> ArticlesPane:
        """What fills the pane of the articles."""
        from app.ui.panels.articles.article_list import ArticlesPane  # noqa: PLC0415  # as in `_make_contents`

        self.fill()
        content = self["articles"].widget()
        assert isinstance(content, ArticlesPane), "the pane holds the articles"
        return content

    @property
    def annotations(self) -> AnnotationsPane:
        """What fills the pane of all annotations."""
        from app.ui.panels.annotations.annotation_list import AnnotationsPane  # noqa: PLC0415  # as in `_contents`

        self.fill()
        content = self["annotations"].widget()
        assert isinstance(content, AnnotationsPane), "the pane holds the annotations"
        return content

    def fill(self) -> None:
        """Put into the panes what they show; nothing where that is done."""
        if self["articles"].is_filled:
            return
        for name, content in self._make_contents().items():
            self[name].fill(content)

    def show(self, name: str) -> None:
        """Show a pane in front of others.

        These share its place. It is shown however narrow the window is.
        """
        self._folded.discard(name)
        self._wanted.add(name)
        self[name].show()
        self[name].raise_()

    def hide_all(self) -> None:
        """Send the panes away while there is no project."""
        self._away = self._away or [pane for pane in self._by_name.values() if not pane.isHidden()]
        for pane in self._away:
            pane.hide()

    def bring_back(self) -> None:
        """Bring those back that were sent away."""
        for pane in self._away:
            pane.show()
        self._away = []
        self.follow_width()

    def discard(self) -> None:
        """Take the panes out of the window."""
        for pane in self._by_name.values():
            self._window.removeDockWidget(pane)
            pane.setObjectName("")  # until it is deleted the window would give a new pane's place to this one
            pane.deleteLater()

    def _make_contents(self) -> dict[str, QWidget]:
        # The article is painted before any of these is needed, and before it is imported.
        from app.ui.panels.annotations.annotation_list import AnnotationsPane  # noqa: PLC0415
        from app.ui.panels.articles.article_list import ArticlesPane, KeptView  # noqa: PLC0415
        from app.ui.panels.inspector.inspector import InspectorPane  # noqa: PLC0415
        from app.ui.panels.notes.note_list import NotesPane  # noqa: PLC0415

        session, appearance = self._host.session, self._appearance
        inspector = InspectorPane(session, appearance.language)
        inspector.left.connect(self._host.panels.focus_article)
        settings = self._host.settings
        clearing_key = partial(self._key_of, "articles.clear_filters")
        kept = KeptView(settings.article_columns, settings.article_order, partial(setattr, settings, "article_order"))
        articles = ArticlesPane(session, appearance.theme, self._icons, kept, clearing_key=clearing_key)
        articles.left.connect(self._host.panels.focus_article)
        return {
            "articles": articles,
            "inspector": inspector,
            "annotations": AnnotationsPane(
                session, appearance.colour_scheme, appearance.language, clearing_key=clearing_key
            ),
            "notes": NotesPane(session, lambda: self._host.prompts),
        }

    def _key_of(self, action_id: str) -> str:
        return self._host.help.key_of(action_id)

    def follow_width(self) -> None:
        """Share the width of the window anew.

        This is not done if the user has pulled a column.

        A window too narrow for a line of text beside its columns folds them, the left one first.
        """
        if self._away:
            return
        self._fold_columns()
        if not self._is_pulled:
            columns = [self["articles"], self["inspector"]]
            widths = list(column_widths(self._window.width(), self._text_px))
            self._window.resizeDocks(columns, widths, Qt.Orientation.Horizontal)

    def widen(self, name: str, width: int) -> None:
        """Give a pane so much width.

        It stays, as where the user pulls it.
        """
        self._is_pulled = True
        self._window.resizeDocks([self[name]], [width], Qt.Orientation.Horizontal)

    def share_width(self) -> None:
        """Share the width anew, whatever was pulled."""
        self._is_pulled = False
        self.follow_width()

    def follow_zoom(self, percent: int) -> None:
        """Give a larger text the room of its line."""
        self.text_zoom = percent
        self.follow_width()

    def unfold(self) -> None:
        """Show what was folded for want of room."""
        for name in self._folded:
            self[name].show()
        self._folded.clear()

    @property
    def _text_px(self) -> int:
        return round(_TEXT_PX * self.text_zoom / 100)

    def _fold_columns(self) -> None:
        room = self._window.width() - self._text_px
        has_room = {"articles": room >= sum(_LEAST_PX), "inspector": room >= _LEAST_PX[1]}
        for first, names in {"articles": ("articles", "notes"), "inspector": ("inspector", "annotations")}.items():
            for name in names:
                self._fold(name, has_room=has_room[first])

    def _fold(self, name: str, *, has_room: bool) -> None:
        pane = self[name]
        if has_room:
            self._wanted.discard(name)
            if name in self._folded:
                self._folded.discard(name)
                pane.show()
        elif name not in self._wanted and not pane.isHidden():
            self._folded.add(name)
            pane.hide()

    def fit_restored(self) -> None:
        """Fit what the settings brought back into the window."""
        self._fold_columns()
        self.keep_widths()
        self.follow_width()

    def keep_widths(self) -> None:
        """Keep the columns' widths if the user has changed them.

        Columns that differ from what this class gave them are left as they are from now on.
        """
        columns = (self["articles"], self["inspector"])
        given = column_widths(self._window.width(), self._text_px)
        shown = [(pane.width(), width) for pane, width in zip(columns, given, strict=True) if pane.isVisible()]
        self._is_pulled = any(abs(width - own) > _SLACK_PX for width, own in shown)

    def _arrange_panes(self) -> None:
        """Give the panes their first places and sizes.

        Those that the user chose come from the settings later.
        """
        window = self._window
        columns = {
            Qt.DockWidgetArea.LeftDockWidgetArea: ("articles", "notes"),
            Qt.DockWidgetArea.RightDockWidgetArea: ("inspector", "annotations"),
        }
        for area, names in columns.items():
            for name in names:
                window.addDockWidget(area, self[name])
        for pane in self._by_name.values():
            pane.show()
        self.follow_width()
        window.resizeDocks([self["articles"], self["notes"]], [600, 160], Qt.Orientation.Vertical)
        window.resizeDocks([self["inspector"], self["annotations"]], [400, 360], Qt.Orientation.Vertical)


def column_widths(window_px: int, text_px: int = _TEXT_PX) -> tuple[int, int]:
    """Return the widths of the left and right columns.

    The text has its line first, they share the rest.
    """
    rest = window_px - text_px
    left, right = round(0.45 * rest), round(0.55 * rest)
    return min(max(left, _LEAST_PX[0]), _MOST_PX[0]), min(max(right, _LEAST_PX[1]), _MOST_PX[1])
