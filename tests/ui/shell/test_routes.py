"""Every edit does the same by each route.

The edits are those of the registry. Routes are key, palette, menu bar, menu over the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.core.model import Kind
from app.core.span import Span
from app.service.commands.registry import ACTIONS, by_id
from app.ui.prompts.concordance.panel import Concordance
from tests.service.samples import TEXT, span
from tests.ui.desktop import Desktop, wait_until
from tests.ui.mouse import Mouse, path_to, shown_menu

Act = Callable[[Desktop], None]
Place = Callable[[Desktop, Mouse], QPoint]

LOOKING = ("app", "articles", "caret", "find", "help", "palette", "selection", "settings", "view", "walk")
"""What begins so changes no rows."""
ELSEWHERE = {
    "article.filter": "changes what is listed",
    "article.from_clipboard": "a job: test_clipboard.py",
    "article.compare_near": "a dialog: test_near_articles.py",
    "article.open_source": "opens the browser: test_article_header.py",
    "article.next": "goes to another article",
    "article.previous": "goes to another article",
    "article.priority": "a dialog: test_marking.py",
    "article.tags": "a dialog: test_marking.py",
    "articles.mark": "a dialog: test_marking.py",
    "article.print": "changes nothing: printing/test_printing.py",
    "edit.copy": "changes nothing",
    "edit.copy_list": "changes nothing: test_copying.py",
    "edit.copy_source": "changes nothing: test_copying.py",
    "edit.escape": "changes nothing",
    "offer.look": "needs an offer: test_concordance.py",
    "pretag.all": "a job: tests/service/jobs/test_pretagging.py",
    "pretag.article": "a job: tests/service/jobs/test_pretagging.py",
    "pretag.options": "a dialog: test_dialogs.py",
    "project.back_up": "copies the file",
    "project.backups": "a dialog",
    "project.close": "changes nothing",
    "project.export": "writes another file",
    "project.import": "a job, from a dialog: tests/stories/test_window_story.py",
    "project.import_folder": "a job, from a dialog: tests/stories/test_window_story.py",
    "project.find_near": "a job: test_near_articles.py",
    "project.watch_folder": "a job, from a dialog: tests/ui/projects/test_watched_folder.py",
    "sample.next": "goes to another article: test_overview.py",
    "work.pause": "a job: tests/ui/projects/test_paused_work.py",
    "work.resume": "a job: tests/ui/projects/test_paused_work.py",
    "work.stop": "a job: tests/ui/projects/test_paused_work.py",
    "project.import_report": "a window: test_import_report.py",
    "project.new": "another file",
    "project.open": "another file",
    **{f"recent.{place}": "another file: test_menu_keys.py" for place in range(1, 10)},
    "scheme.edit": "a dialog: test_dialogs.py",
}


def on_current(desktop: Desktop, mouse: Mouse) -> QPoint:
    """Return the first word of the current annotation."""
    current = desktop.session.navigation.current
    assert current is not None
    return mouse.point_of(current.pieces[0])


def on_bracket(desktop: Desktop, mouse: Mouse) -> QPoint:
    """Return the bracket of the current claim."""
    claim = desktop.session.navigation.current
    assert claim is not None
    return mouse.bracket_of(claim)


def in_selection(desktop: Desktop, mouse: Mouse) -> QPoint:
    """Return the middle of the selection."""
    selection = desktop.session.cursor.selection
    assert selection is not None
    return mouse.point_of(selection)


@dataclass(frozen=True)
class Edit:
    """How an edit is come to and, where it asks something, answered.

    `place`: where its menu is asked for.
    """

    prepare: Act = lambda desktop: None
    answer: Act = lambda desktop: None
    place: Place = on_current


def keys(*names: str) -> Act:
    """Press keys."""
    return lambda desktop: desktop.keyboard.press(*names)


def typed(words: str) -> Act:
    """Type an answer and take it."""

    def act(desktop: Desktop) -> None:
        desktop.keyboard.type(words)
        desktop.keyboard.press("Enter")

    return act


def on_claim(words: str = "") -> Act:
    """Go to the claim, and select words."""

    def act(desktop: Desktop) -> None:
        desktop.keyboard.press("C")
        if words:
            desktop.session.cursor.select(span(TEXT, words, TEXT.count(words) - 1 if words == "Токаев" else 0))

    return act


def on_long_claim(desktop: Desktop) -> None:
    """Go to the claim, and make it long.

    It holds the end of one clause and the start of the next.
    """
    desktop.keyboard.press("C")
    claim = desktop.session.navigation.current
    assert claim is not None
    desktop.session.editor.boundaries.set_pieces(claim.id, (span(TEXT, "вырастет», - сказал"),))


def with_role(name: str, words: str) -> Act:
    """Go to the claim, and give it a speaker or a cue."""

    def act(desktop: Desktop) -> None:
        desktop.keyboard.press("C")
        desktop.session.editor.claims.set_role(name, span(TEXT, words))

    return act


def in_pieces(desktop: Desktop) -> None:
    """Go to the claim, and cut it in two."""
    desktop.keyboard.press("C")
    claim = desktop.session.navigation.current
    assert claim is not None
    start, stop = claim.span
    desktop.session.editor.boundaries.set_pieces(claim.id, (Span(start, start + 5), Span(stop - 8, stop)))


def spread_when_known(desktop: Desktop) -> None:
    """Take what the concordance lists, once it has looked through the project."""
    concordance = desktop.program.window.findChild(Concordance)
    assert concordance is not None
    wait_until(lambda: bool(concordance.rows.ticked) and concordance.is_whole)
    desktop.keyboard.press("Enter")


CLAIM = Edit(on_claim(), place=on_bracket)
EDITS = {
    **{f"annotation.{decision}{alone}": Edit() for decision in ("accept", "reject") for alone in ("", "_one")},
    **{f"label.{key}": Edit() for key in (*"1234567890", "minus")},
    **{f"label_one.{digit}": Edit() for digit in "1234567890"},
    **{f"claim.{digit}": Edit() for digit in "1234"},
    **{f"boundary.{edge}_{way}": CLAIM for edge in ("end", "start", "char_end") for way in ("left", "right")},
    **{f"boundary.char_start_{way}": CLAIM for way in ("left", "right")},
    **{f"boundary.end_clause_{way}": Edit(on_long_claim, place=on_bracket) for way in ("left", "right")},
    **{f"boundary.start_clause_{way}": Edit(on_long_claim, place=on_bracket) for way in ("left", "right")},
    "annotation.spread": Edit(),
    "annotation.spread_project": Edit(answer=spread_when_known),
    "label.pick": Edit(answer=typed("law")),
    "entity.link": Edit(answer=typed("Касым")),
    "entity.normal": Edit(answer=typed("Токай")),
    "entity.teach": Edit(),
    "note.annotation": Edit(answer=typed("к пометке")),
    "note.article": Edit(answer=typed("к статье")),
    "note.project": Edit(answer=typed("к проекту")),
    "claim.speaker": Edit(on_claim("Токаев"), place=in_selection),
    "claim.cue": Edit(on_claim("сказал"), place=in_selection),
    "claim.no_speaker": Edit(with_role("speaker", "Токаев"), place=on_bracket),
    "claim.no_cue": Edit(with_role("cue", "сказал"), place=on_bracket),
    "claim.piece": Edit(on_claim("вырастет"), place=in_selection),
    "claim.join": Edit(in_pieces, place=on_bracket),
    "article.done": Edit(),
    "article.finish": Edit(),
    "article.remove": Edit(),
    "article.flag": Edit(answer=typed("уточнить")),
    "article.skip": Edit(answer=typed("реклама")),
    "article.edit": Edit(answer=typed("Другой заголовок")),
    "edit.undo": Edit(keys("Space")),
    "edit.redo": Edit(keys("Space", "U")),
}
NO_LABEL = (*(f"claim.{key}" for key in (*"567890", "minus", "equals")), "label.equals")
"""The default scheme has no claim label on these keys."""
CLAIM_LABELS = ("Statement", "Forecast", "Promise", "Demand")


def by_key(desktop: Desktop, action_id: str) -> None:
    action = by_id(action_id)
    if action.keys:
        desktop.keyboard.press(action.keys[0])
    else:
        by_palette(desktop, action_id)


def by_palette(desktop: Desktop, action_id: str) -> None:
    desktop.keyboard.press("Ctrl+K")
    desktop.keyboard.type(action_id)
    desktop.keyboard.press("Enter")


def by_menu_bar(desktop: Desktop, action_id: str) -> None:
    Mouse(desktop).choose_in_bar(entry_of(desktop, action_id))


def by_menu_over_the_text(desktop: Desktop, action_id: str) -> None:
    """Click in the menu over the text.

    What is not in it is done by the menu bar.
    """
    mouse, entry = Mouse(desktop), entry_of(desktop, action_id)
    menu = mouse.open_menu_over(EDITS[action_id].place(desktop, mouse))
    if path_to(menu, entry):
        mouse.choose(menu, entry)
    else:
        menu.close()
        mouse.choose_in_bar(entry)


ROUTES = (by_key, by_palette, by_menu_bar, by_menu_over_the_text)


def entry_of(desktop: Desktop, action_id: str) -> QAction:
    entry = desktop.program.components.menus.entry(action_id)
    assert entry is not None, f"{action_id} is in no menu"
    return entry


def outcome(desktop: Desktop) -> list[object]:
    """Return all that an edit can change, without ids and times."""
    session = desktop.session
    project = session.project
    assert project is not None
    notices: list[object] = [session.scheme, [note.text for note in project.notes()]]
    for document in sorted(project.documents(), key=lambda document: document.article.title):
        notices.append(
            (
                document.article.title,
                document.article.progress,
                document.article.is_flagged,
                document.article.remark,
                sorted(note.text for note in document.notes),
            )
        )
        notices += sorted(
            (row.pieces, row.kind, row.label, row.status, row.origin, row.normal, row.attributes, row.roles)
            for row in document.annotations
        )
    return notices


def undone(desktop: Desktop) -> None:
    """Take everything back but the import, and open the article anew."""
    session = desktop.session
    while session.history.undo_title() is not None and session.history.undo_title().template != "import":  # type: ignore[union-attr]
        session.history.undo()
    session.reader.go_to(session.articles.shown[0])


MENUS = {menu: [one for one in EDITS if by_id(one).menu == menu] for menu in {by_id(one).menu: 0 for one in EDITS}}


def test_every_edit_of_the_registry_has_its_routes_here() -> None:
    ids = {action.id for action in ACTIONS if action.id.split(".")[0] not in LOOKING}
    assert ids - {*ELSEWHERE} - {*NO_LABEL} == {*EDITS}


def test_every_edit_is_marked_as_one_that_changes_the_project() -> None:
    asking = {"note.article", "note.project", "note.annotation"}
    assert [name for name in EDITS if name not in asking and not by_id(name).changes_data] == []


@pytest.mark.parametrize("menu", MENUS)
def test_each_route_does_what_the_key_does(desktop: Desktop, menu: str) -> None:
    undone(desktop)
    for action_id in MENUS[menu]:
        edit, outcomes = EDITS[action_id], []
        for route in ROUTES:
            edit.prepare(desktop)
            before = outcome(desktop)
            route(desktop, action_id)
            edit.answer(desktop)
            outcomes.append(outcome(desktop))
            assert outcomes[-1] != before, f"{action_id} does nothing {route.__name__}"
            assert outcomes[-1] == outcomes[0], f"{action_id} does something else {route.__name__}"
            undone(desktop)


def test_a_menu_of_labels_has_those_that_there_are(desktop: Desktop) -> None:
    menu = entry_of(desktop, "claim.1").parent()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    shown = [action.text().replace("&", "") for action in menu.actions() if action.isVisible()]
    assert shown == [f"Claim: {label}\tShift+{key}" for key, label in enumerate(CLAIM_LABELS, 1)]


def test_a_key_without_a_label_does_nothing_by_any_route(desktop: Desktop) -> None:
    for action_id in NO_LABEL:
        assert not by_id(action_id).applies(desktop.program.host)
        before = outcome(desktop)
        by_key(desktop, action_id)
        assert outcome(desktop) == before
        entry_of(desktop, action_id).trigger()
        assert outcome(desktop) == before


def titles_of(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_the_menu_over_the_text_has_only_what_applies_there(desktop: Desktop) -> None:
    mouse = Mouse(desktop)
    menu = mouse.open_menu_over(on_current(desktop, mouse))
    on_mention = titles_of(menu)
    menu.close()
    assert on_mention[:3] == ["Accept", "Reject", "This mention alone"]
    assert "Teach this name to the project" in on_mention
    assert "Claim" not in on_mention

    desktop.keyboard.press("C")
    menu = mouse.open_menu_over(on_bracket(desktop, mouse))
    claim = desktop.session.navigation.current
    on_claim_ = titles_of(menu)
    menu.close()
    assert claim is not None
    assert claim.kind is Kind.CLAIM, "the bracket leads to its claim"
    assert {"Accept", "Claim", "Boundaries"} <= {*on_claim_}
    assert not {"Teach this name to the project", "This mention alone"} & {*on_claim_}

    menu = mouse.open_menu_over(mouse.point_of(span(TEXT, "приехал")))
    on_plain_words = titles_of(menu)
    menu.close()
    assert on_plain_words[:3] == ["Choose a label…", "Entity label", "Claim label"]
    assert not {"Accept", "Reject", "Boundaries", "Claim", "Note on the annotation…"} & {*on_plain_words}


def test_the_menu_key_leaves_the_current_annotation_current(desktop: Desktop) -> None:
    desktop.keyboard.press("C")
    claim = desktop.session.navigation.current
    view = desktop.program.components.article.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    shown_menu().close()
    assert desktop.session.navigation.current == claim
