"""The rows of the article list.

Ids in the order shown, articles fetched and painted only where they are seen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.change import Changed
from app.core.model import Article, Priority, Progress
from app.core.records import Judgement
from app.service.article_list.article_list import ArticleList
from app.service.article_list.article_orders import ArticleOrder
from app.service.similarity.near_pairs import NearPairs
from app.ui.article.layout.header import remark_words
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, plain, tip
from app.ui.base.texts.dates import day
from app.ui.base.texts.elided import elide, fits
from app.ui.base.texts.near_words import near_sign, near_words
from app.ui.base.texts.status_words import priority_word
from app.ui.panels.articles.article_columns import COLUMNS, NUMBERS, cell_words, column_title
from app.ui.theme.theme import Theme, strong

ID_ROLE = Qt.ItemDataRole.UserRole
_TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
_SIGNS = {Progress.DONE: "✓", Progress.SKIPPED: "–"}
_VOWELS, _BOUND_LETTERS = frozenset("аеёиоуыэюяәіөұүaeiouy"), frozenset("ьъй")
"""Letters that a syllable may end with, and those that stay with the letter before them."""
_LEAST_PART_CHARS = 3
"""A word is broken so many characters from its ends at least."""


_MANY = 100
"""So many changed articles are looked for among the rows one by one, some 2 ms."""


class ArticleRows(QAbstractTableModel):
    """Show `articles.shown` as it was at the last `reload`.

    A row costs nothing until it is painted.
    """

    def __init__(self, articles: ArticleList, near: Callable[[], NearPairs], parent: QObject) -> None:
        super().__init__(parent)
        self._articles, self._near = articles, near
        self._ids = list(articles.shown)

    def reload(self) -> None:
        """Take over another order or filter."""
        self.beginResetModel()
        self._ids = list(self._articles.shown)
        self.endResetModel()

    def refresh(self, changed: Changed) -> None:
        """Repaint the rows of articles that something changed in.

        Where many did, all rows count as changed: only those in sight are painted.
        """
        are_many = len(changed.articles) > _MANY or changed.touches(Judgement)
        for article_id in () if are_many else changed.articles:
            index = self.index_of(article_id)
            if index.isValid():
                self.dataChanged.emit(index, index.siblingAtColumn(len(COLUMNS) - 1))
        if are_many and self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    def index_of(self, article_id: int) -> QModelIndex:
        """Return the index of an article, invalid where it is filtered out."""
        row = self._articles.row(article_id)
        # The list may have moved on already; it is shown anew a moment later.
        is_shown = row is not None and row < len(self._ids) and self._ids[row] == article_id
        return self.index(row, 0) if is_shown and row is not None else QModelIndex()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(COLUMNS[section])
        return _ALIGNMENTS[section] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in _TEXT_ROLES:
            return _ALIGNMENTS[index.column()] if role == Qt.ItemDataRole.TextAlignmentRole else None
        article, shown = self.article(index), COLUMNS[index.column()]
        if article is None:
            return unreadable_words() if shown is ArticleOrder.TITLE else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell_words(article, shown)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column():
            return f"{column_title(shown)}: {cell_words(article, shown, self._articles)}"
        words = self.spelled_out(article)
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def article(self, index: Index) -> Article | None:
        """Return the article of a row, None where it cannot be read."""
        return self._articles.get(self._ids[index.row()])

    def details(self, article: Article) -> list[str]:
        """Return the parts of the second line of a row.

        Its date and what is in it.
        """
        counts = self._articles.counts(article.id)
        remark = remark_words(article)
        near = near_sign(article, self._near())
        parts = [*filter(None, (near, remark))]
        parts += [day(article.date)] if article.date else []
        if counts.entities or counts.claims:
            parts += [tr("{n} ent.", n=counts.entities), tr("{n} cl.", n=counts.claims)]
        if counts.notes:
            parts.append(tr("{n} no.", n=counts.notes))
        return parts or [one_line(article.source)]

    def spelled_out(self, article: Article) -> str:
        """Return everything about an article in full words."""
        counts = self._articles.counts(article.id)
        parts = (
            tr("{n} entities", n=counts.entities),
            tr("{n} claims", n=counts.claims),
            tr("{n} notes", n=counts.notes),
            tr("{n} left to decide", n=counts.proposed) if counts.proposed else tr("All decided"),
            remark_words(article),
            near_words(article, self._near(), self._articles),
            one_line(", ".join(article.tags)),
            tr("Priority: {priority}", priority=priority_word(article.priority))
            if article.priority is not Priority.NORMAL
            else "",
        )
        return "\n".join((plain(article.title), " · ".join(filter(None, (one_line(article.source), *parts)))))

    def _cell_words(self, article: Article, shown: ArticleOrder) -> str:
        words = cell_words(article, shown, self._articles)
        near = near_sign(article, self._near()) if shown is ArticleOrder.TITLE else ""
        return f"{near} · {words}" if near else words

    def left(self, article: Article) -> int:
        """Return how many annotations of an article are still proposed."""
        return self._articles.counts(article.id).proposed


class ArticleDelegate(QStyledItemDelegate):
    """Paint an article as two lines.

    A ring or a tick, the title, and below it date and counts.
    """

    def __init__(self, rows: ArticleRows, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, 3 * option.fontMetrics.height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        article = self._rows.article(index)
        painter.save()
        self._paint_ground(painter, option)
        area = option.rect.adjusted(12, 8, -12, -8)
        words = area.adjusted(24, 0, 0, 0)
        painter.setFont(option.font)
        if article is None:
            words.setHeight(option.fontMetrics.height())
            self._paint_line(painter, words, unreadable_words(), self._theme.muted)
        else:
            self._paint_mark(painter, QRect(area.left(), area.top(), 16, option.fontMetrics.height()), article)
            painter.setFont(option.font)
            self._paint_lines(painter, option, words, article)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.selection))
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), self._accent_colour()
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self._theme.hover))

    def _accent_colour(self) -> QColor:
        return QColor(self._theme.accent)

    def _paint_mark(self, painter: QPainter, box: QRect, article: Article) -> None:
        """Paint the progress of an article.

        A tick when done, a dash when skipped, a flag, else a ring.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = box.center()
        sign = _SIGNS.get(article.progress, "⚑" if article.is_flagged else "")
        if sign:
            colours = {"✓": self._theme.good, "⚑": self._theme.warning}
            painter.setPen(QColor(colours.get(sign, self._theme.muted)))
            painter.setFont(strong(painter.font(), 1.1))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
            return
        pen = painter.pen()
        pen.setColor(QColor(self._theme.strong_line))
        pen.setWidthF(1.5)
        painter.setPen(pen)
        painter.drawEllipse(centre, 4, 4)

    def _paint_lines(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, article: Article) -> None:
        metrics, theme = option.fontMetrics, self._theme
        done = article.progress is not Progress.OPEN
        upper = QRect(area.left(), area.top(), area.width(), metrics.height())
        left = self._rows.left(article)
        if left and not done:
            upper.setRight(self._paint_badge(painter, upper, str(left)))
        colour, room = theme.muted if done else theme.text, upper
        for words in title_lines(shown_title(article), metrics, upper.width()):
            self._paint_line(painter, room, words, colour)
            room = QRect(area.left(), area.top() + metrics.height(), area.width(), metrics.height())
        lower = QRect(area.left(), area.top() + 2 * metrics.height() + 4, area.width(), metrics.height())
        details = fitting(self._rows.details(article), metrics, lower.width())
        self._paint_line(painter, lower, details, theme.warning if article.is_flagged else theme.muted)

    def _paint_line(self, painter: QPainter, room: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        text = elide(words, painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_badge(self, painter: QPainter, room: QRect, words: str) -> int:
        """Paint how many are left as a pill at the right.

        Return where the room for the title ends.
        """
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(words) + 12, metrics.height())
        pill = QRect(room.right() - width, room.top(), width, room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hover))
        painter.drawRoundedRect(pill, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return pill.left() - 8


def _alignment(column: ArticleOrder) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_ALIGNMENTS = tuple(map(_alignment, COLUMNS))


def unreadable_words() -> str:
    """Return what stands for the title where a row is damaged."""
    return tr("Cannot be read")


def shown_title(article: Article) -> str:
    """Return an article's title as one line, or that it has none."""
    return one_line(article.title) or tr("Untitled")


def fitting(parts: list[str], metrics: QFontMetrics, width: int) -> str:
    """Join as many of the parts as have room whole.

    The first one always.
    """
    shown = parts[0]
    for part in parts[1:]:
        if not fits(f"{shown} · {part}", metrics, width):
            break
        shown = f"{shown} · {part}"
    return shown


def title_lines(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break a title into at most two lines.

    It is broken between words, or inside a first word that has no room.

    What has no room in the second is cut by the one who paints it.
    """
    if fits(title, metrics, width):
        return [title]
    first, rest = "", title
    for word in title.split(" "):
        wider = f"{first} {word}".strip()
        if not fits(wider, metrics, width):
            break
        first, rest = wider, title[len(wider) :].lstrip()
    return [first, rest] if first else _break_first_word(title, metrics, width)


def _break_first_word(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break a title inside its first word, after a vowel.

    It is the last vowel with room. Where there is none, the title stays one line.
    """
    word = title.split(" ", 1)[0]
    for place in range(len(word) - _LEAST_PART_CHARS, _LEAST_PART_CHARS - 1, -1):
        is_syllable = word[place - 1].lower() in _VOWELS and word[place].lower() not in _BOUND_LETTERS
        if is_syllable and fits(f"{word[:place]}-", metrics, width):
            return [f"{word[:place]}-", title[place:]]
    return [title]
