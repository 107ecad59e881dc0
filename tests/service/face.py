"""A face without a screen.

It keeps what it was asked for, and knows lines of a text by its line ends.
"""

from __future__ import annotations

from collections.abc import Callable

from app.core.span import Span
from app.core.text.boundary import word_after, word_before, words
from app.core.text.tokens import line_at, lines, token_at
from app.service.project.settings import Settings
from app.service.session.session import Session


class Lines:
    """The view of a text set in a typewriter's face.

    A line is a line, x counts characters.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.shown: Span | None = None
        """What is on screen; None for all."""
        self.percent = 100

    def _text(self) -> str:
        assert self._session.open_article is not None
        return self._session.open_article.text

    def token_in_line(self, caret: Span, by: int, x: float) -> Span | None:
        rows = [list(words(self._text(), *line)) for line in lines(self._text())]
        rows = [row for row in rows if row]
        place = next(place for place, row in enumerate(rows) if caret in row) + by
        if not 0 <= place < len(rows):
            return None
        return min(rows[place], key=lambda token: abs(self.x_of(token) - x))

    def x_of(self, caret: Span) -> float:
        return caret.start - line_at(self._text(), caret.start).start

    def line_start(self, caret: Span) -> Span:
        return word_after(self._text(), line_at(self._text(), caret.start).start) or caret

    def line_end(self, caret: Span) -> Span:
        return word_before(self._text(), line_at(self._text(), caret.start).stop) or caret

    def lines_per_page(self) -> int:
        return 3

    def visible_range(self) -> Span:
        return self.shown or Span(0, len(self._text()))

    def is_in_sight(self, span: Span) -> bool:
        return self.visible_range().overlaps(span)

    def ensure_visible(self, span: Span) -> None:
        self.shown = Span(span.start, span.stop)

    def copy(self) -> str:
        return ""

    def zoom(self) -> int:
        return self.percent

    def set_zoom(self, percent: int) -> None:
        self.percent = percent


class Verbs:
    """A group of verbs that are only noted.

    What they were asked with is noted too.
    """

    def __init__(self, asked: list[tuple[object, ...]]) -> None:
        self._asked = asked

    def __getattr__(self, verb: str) -> Callable[..., None]:
        if verb.startswith("_"):
            raise AttributeError(verb)
        return lambda *args: self._asked.append((verb, *args))


class Panels(Verbs):
    def is_shown(self, name: str) -> bool:
        return name == "articles"

    def is_table_shown(self) -> bool:
        return False

    def is_rejected_shown(self) -> bool:
        return True


class Tasks(Verbs):
    def is_watching(self) -> bool:
        return False


class CommandHelp(Verbs):
    language = "en"

    def key_of(self, action_id: str) -> str:
        return {"view.history": "Ctrl+H", "edit.undo": "U", "articles.clear_filters": "Shift+O"}[action_id]


class Projects(Verbs):
    def __init__(self, asked: list[tuple[object, ...]], session: Session) -> None:
        super().__init__(asked)
        self._session = session

    def close(self) -> None:
        self._session.projects.close()


class Face:
    """Implements `app.service.commands.host.Host`.

    The session is real, the verbs are only noted in `asked`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.view = Lines(session)
        self.settings = Settings()
        self.asked: list[tuple[object, ...]] = []
        self.projects = Projects(self.asked, session)
        self.panels, self.help = Panels(self.asked), CommandHelp(self.asked)
        self.tasks = Tasks(self.asked)
        self.clipboard = self.backups = self.prompts = self.search = self.dialogs = self.display = Verbs(self.asked)

    def quit(self) -> None:
        self.asked.append(("quit",))


def token(session: Session, words: str) -> Span | None:
    """Return the token at the first place of `words`."""
    assert session.open_article is not None
    return token_at(session.open_article.text, session.open_article.text.index(words))
