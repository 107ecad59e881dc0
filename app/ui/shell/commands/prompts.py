"""Questions about the text: which label, which speaker, where to, what note.

Each is answered by the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.core.message import Message
from app.core.model import Kind, Note
from app.core.records import QueryPlace, SavedQuery
from app.core.scheme import Label
from app.service.project.drafts import Drafts, Target
from app.service.session.session import Session
from app.ui.base.i18n import shown, tr
from app.ui.keyboard.dispatcher import Dispatcher
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.panels.notes.note_editor import NoteEditor, NoteText, Save
from app.ui.prompts.article_form import ArticleForm, RemarkLine
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.prompts.concordance.panel import Concordance
from app.ui.prompts.entity_chooser import RegisterPanel
from app.ui.prompts.jump import Jump
from app.ui.theme.appearance import Appearance
from app.ui.theme.label_colours import tints_of


class Prompts:
    """Ask over the article view, and send answers to the editor.

    What asks for an edit raises ReadOnlyError where it could not be saved.
    """

    def __init__(self, session: Session, pane: ArticlePane, dispatcher: Dispatcher, appearance: Appearance) -> None:
        self._session, self._pane, self._appearance = session, pane, appearance
        window, theme = pane.window(), appearance.theme
        self._labels = Chooser(window, theme, prompt=tr("Label"), width_px=420)
        self._labels.chosen.connect(self._apply_label)
        self._filters = Chooser(window, theme, prompt=tr("Saved filters"), width_px=520)
        self._filters.chosen.connect(self._apply_filter)
        self.register = RegisterPanel(session, pane, appearance)
        self._notes, self._drafts = NoteEditor(window), Drafts()
        self._jump = Jump(pane.view, dispatcher)
        self.concordance = Concordance(session, appearance, window)
        self._article_form, self._remark = ArticleForm(window, appearance.language), RemarkLine(window)

    def pick_label(self) -> None:
        """Offer the labels, those of the current annotation's kind first."""
        self._session.projects.refuse_reading_only()
        current = self._session.navigation.current
        kind = current.kind if current else Kind.ENTITY
        labels = sorted(self._session.scheme.labels, key=lambda label: label.kind != kind)
        tints = tints_of(self._appearance.colour_scheme, self._session.scheme)
        choices = [self._label_choice(label, tints[label.kind, label.name].edge) for label in labels]
        self._labels.offer(choices, self._pane.current_rect())

    def pick_filter(self) -> None:
        """Offer the saved filters of the article list."""
        from app.service.corpus.saved_queries import filter_query, saved_queries  # noqa: PLC0415  # not at the start

        rows = saved_queries(self._session, QueryPlace.LIST)
        current = filter_query(self._session.articles)
        choices = [Choice(row, row.name, row.query) for row in rows]
        choices += [
            Choice((row,), tr("Remove the filter “{name}”", name=row.name)) for row in rows if row.query == current
        ]
        if not rows:
            self._session.notified.emit(Message("No filter is saved. Filter the list, then save the filter."))
            return
        self._filters.offer(choices, foot=tr("Enter: filter the list"))

    def save_filter(self) -> None:
        """Ask for a name, and save the filter of the article list."""
        from app.service.corpus.saved_queries import filter_query, save_query  # noqa: PLC0415  # as above

        query = filter_query(self._session.articles)
        if not query:
            self._session.notified.emit(Message("The list is not filtered: there is nothing to save."))
            return

        def save(words: str) -> None:
            name = " ".join(words.split())
            if name:
                save_query(self._session, name, query, QueryPlace.LIST)
                self._session.notified.emit(Message("Filter saved: {name}", {"name": name}))

        self._session.projects.refuse_reading_only()
        self._remark.ask(tr("Name of the filter"), "", save, prompt="")

    def _apply_filter(self, taken: SavedQuery | tuple[SavedQuery]) -> None:
        """Filter the list by a saved filter, or remove it."""
        from app.service.corpus.saved_queries import remove_query  # noqa: PLC0415  # as above

        if isinstance(taken, tuple):
            remove_query(self._session, taken[0])
        else:
            self._session.articles.show_with(text=taken.query, progress=None, flagged=False)

    def pick_entity(self) -> None:
        """Offer whom and what the project knows.

        What is typed anew becomes a new entity.
        """
        self._session.projects.refuse_reading_only()
        self.register.open()

    def pick_candidate(self) -> None:
        """Mark the candidates on screen.

        The one whose letters are typed gets the caret.
        """
        candidates = self._session.editor.candidates.find_in(self._pane.view.visible_range())
        if not candidates:
            self._session.notified.emit(Message("No likely missed mention on this screen."))
            return
        spans = [candidate.span for candidate in candidates]
        self._jump.start(spans, lambda index: self._session.editor.candidates.go_to(candidates[index]))

    def pick_speaker(self) -> None:
        """Mark who may be speaking in the current claim."""
        self._session.projects.refuse_reading_only()
        spans = self._session.editor.claims.find_speakers()
        if not spans:
            self._session.notified.emit(Message("Nobody near the claim can be its speaker: select who is."))
            return
        self._pane.view.set_candidates(spans)
        self._jump.start(spans, lambda index: self._session.editor.claims.pick_speaker(spans[index]))

    def edit_note(self) -> None:
        """Edit the note on the current annotation, or begin one."""
        self._session.projects.refuse_reading_only()
        current, open_article = self._session.navigation.current, self._session.open_article
        if current is None or open_article is None:
            return
        note = next(iter(open_article.notes_on(current.id)), None)
        words = " ".join(current.words(open_article.text).split())
        title = tr("Note on “{words}”", words=words if len(words) <= 32 else words[:32] + "…")
        target = (open_article.article.id, current.id)
        self._open_note(title, note, target, lambda text: self._session.editor.notes.set_on_annotation(text, note))

    def edit_article_note(self) -> None:
        """Edit the note on the article, or begin one."""
        self._session.projects.refuse_reading_only()
        open_article = self._session.open_article
        if open_article is not None:
            note = next(iter(open_article.notes_on(None)), None)
            target = (open_article.article.id, None)
            save = partial(self._session.editor.notes.set_on_article, note=note)
            self._open_note(tr("Note on the article"), note, target, save)

    def edit_project_note(self) -> None:
        """Edit the note on the project, or begin one."""
        self._session.projects.refuse_reading_only()
        project = self._session.project
        if project is not None:
            note = next(iter(project.notes(None)), None)
            save = partial(self._session.editor.notes.set_on_project, note=note)
            self._open_note(tr("Note on the project"), note, (None, None), save)

    def edit_article(self) -> None:
        """Edit title, day and source of the open article."""
        self._session.projects.refuse_reading_only()
        open_article = self._session.open_article
        if open_article is not None:
            self._article_form.edit(open_article.article, self._session.editor.articles.edit)

    def ask_remark(self, title: Message, remark: str, take: Callable[[str], None]) -> None:
        """Ask why; `take` gets the answer, which may be empty."""
        self._session.projects.refuse_reading_only()
        self._remark.ask(shown(title), remark, take, prompt=tr("Why? It may stay empty."))

    def preview_spread(self) -> None:
        """Show what spreading through the whole project would do; Enter does it."""
        self._session.projects.refuse_reading_only()
        search = self._session.editor.spreading.find_equal()
        if search is not None:
            self.concordance.open_on(search)

    def look_at_offer(self) -> None:
        """Show what is offered.

        To leave what the program offered by itself refuses it.
        """
        self._session.projects.refuse_reading_only()
        offers = self._session.offers
        offer, search = offers.current, offers.open_current()
        if offer is None or search is None:
            return

        def follow(*, is_taken: bool, taken: int, looked_at: int) -> None:
            if is_taken:
                offers.accept(offer, taken, looked_at)
            elif not offer.is_asked_for:
                offers.count_refusal()

        self.concordance.open_on(search, follow)

    def _open_note(self, title: str, note: Note | None, target: Target, save: Save) -> None:
        """Open a note, or the draft that was kept of it."""
        project = self._session.project
        assert project is not None, "notes are in a project"
        path, drafts = project.path, self._drafts

        def keep_draft(text: str) -> None:
            drafts.keep(path, target, text)

        def notify_draft() -> None:
            self._session.notified.emit(Message("Draft kept. It comes again when the note is opened."))

        shown = NoteText(note.text if note else "", drafts.find(path, target), save, keep_draft, notify_draft)
        self._notes.edit(title, shown, self._pane.current_rect())

    def _apply_label(self, label: Label) -> None:
        self._session.editor.decisions.label(Kind(label.kind), label.name)

    def _label_choice(self, label: Label, colour: str) -> Choice:
        shift = "Shift+" if label.kind == Kind.CLAIM else ""
        return Choice(
            value=label,
            title=label.title(self._appearance.language),
            detail=label.name,
            keys=(shift + label.key,) if label.key else (),
            colour=colour,
            terms=tuple(title for _, title in label.titles),
            note="\n".join((tr(label.guideline), *(f"· {example}" for example in label.examples))).strip(),
        )
