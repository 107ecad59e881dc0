"""The inspector has room for all that it says.

It has it at every width, size of the letters and language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Note, Role
from app.core.vocabulary import AttributeName, EntityLabel
from app.service.session.session import Session
from app.ui.base.i18n import Language, tr
from app.ui.panels.inspector.inspector import InspectorPane
from app.ui.panels.inspector.rows import MARGIN_PX
from app.ui.panels.inspector.wrapped import WrappedText
from app.ui.shell.start.run import make_application
from app.ui.theme.theme import LIGHT, apply_theme
from tests.service.samples import claim, entity, opened, span

ADDRESS = "https://zhetisu.example/novosti/2026/05/shvetsiya-i-kazakhstan-otkryvayut-zavod?utm_source=dalekaya"
COMPOUND = "торгово-промышленно-сельскохозяйственно-перерабатывающего"
SPEAKER = f"первый заместитель председателя правления {COMPOUND} объединения «Altyn Jun» Ержан Тлеубеков"
TEXT = f"Завод откроют, сообщил на заседании районного маслихата {SPEAKER}. Подробности: {ADDRESS} и там же.\n"
PROPOSED = (
    claim(
        TEXT,
        "Завод откроют",
        "promise",
        roles=(
            Role("speaker", span(TEXT, SPEAKER), "Тлеубеков Ержан Муратбекович"),
            Role("cue", span(TEXT, "сообщил на заседании районного маслихата")),
        ),
        attributes=(("form", "indirect"), ("summary", "Завод"), ("источник", "маслихат")),
        confidence=0.4,
    ),
    entity(TEXT, ADDRESS, "ORG", normal="Altyn Jun", confidence=0.3),
    entity(TEXT, COMPOUND, "OTHER"),
)
NOTE = f"Проверить {COMPOUND} объединение.\nАдрес: {ADDRESS}"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = opened(tmp_path / "p.pometka", TEXT, PROPOSED)
    yield session
    session.projects.close()


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    Language(make_application()).use(request.param)
    return str(request.param)


@pytest.fixture(params=[1.0, 1.5])
def font(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QFont]:
    before = QApplication.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * request.param)
    QApplication.setFont(font)
    apply_theme(make_application(), LIGHT)
    yield font
    QApplication.setFont(before)


@pytest.fixture
def pane(session: Session, language: str, font: QFont) -> Iterator[InspectorPane]:
    pane = InspectorPane(session, language)
    pane.show()
    yield pane
    pane.deleteLater()


def test_words_tell_their_height_at_any_width_whatever_their_own(qapp: QApplication) -> None:
    parent = QWidget()
    words = WrappedText(parent)
    words.show_words(SPEAKER)
    for width in (614, 100, 372, 180, 614):
        assert words.heightForWidth(width) == pytest.approx(height_of(SPEAKER, words.font(), width), abs=1)
    parent.deleteLater()


def go_to(session: Session, place: int) -> None:
    assert session.open_article is not None
    annotation = list(session.open_article.annotations)[place]
    session.navigation.go_to(annotation.id)
    session.editor.notes.set_on_annotation(NOTE, None)


def in_sight(pane: InspectorPane) -> list[QWidget]:
    """Return captions and fields as they stand, from the top down."""
    kinds = (QLabel, WrappedText, QComboBox, QLineEdit)
    children = [child for child in pane.box.children() if isinstance(child, kinds) and not child.isHidden()]
    return sorted(children, key=lambda child: (child.geometry().top(), child.geometry().left()))


def height_of(words: str, font: QFont, width: int) -> float:
    """Return how high words are on their own.

    They are laid out alone and break where they must.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += line.height()
    layout.endLayout()
    return height


def needed_height(widget: QWidget) -> float:
    if isinstance(widget, WrappedText):
        return height_of(widget.words, widget.font(), widget.viewport().width())
    if isinstance(widget, QLabel):
        return height_of(widget.text(), widget.font(), widget.width())
    return widget.sizeHint().height()


@pytest.mark.parametrize("width", [180, 240, 372, 480, 600])
@pytest.mark.parametrize("place", range(len(PROPOSED)))
def test_every_row_is_as_high_as_its_text_needs(pane: InspectorPane, session: Session, place: int, width: int) -> None:
    go_to(session, place)
    pane.resize(width, 300)
    pane.refresh()
    for widget in in_sight(pane):
        assert widget.height() >= int(needed_height(widget)), f"{widget} at {widget.geometry()}"
        assert QRect(0, 0, pane.viewport().width(), pane.box.height()).contains(widget.geometry())


@pytest.mark.parametrize("width", [180, 240, 372, 480, 600])
@pytest.mark.parametrize("place", range(len(PROPOSED)))
def test_nothing_in_the_inspector_lies_over_another(
    pane: InspectorPane, session: Session, place: int, width: int
) -> None:
    go_to(session, place)
    pane.resize(width, 300)
    pane.refresh()
    widgets = in_sight(pane)
    assert len(widgets) > 6
    for number, widget in enumerate(widgets):
        assert not any(widget.geometry().intersects(other.geometry()) for other in widgets[number + 1 :])


@pytest.mark.parametrize("width", [372, 600])
def test_captions_stand_on_the_base_line_of_the_first_line_beside_them(
    pane: InspectorPane, session: Session, width: int
) -> None:
    go_to(session, 0)
    pane.resize(width, 300)
    pane.refresh()
    widgets = in_sight(pane)
    captions = {child.y(): child for child in widgets if isinstance(child, QLabel)}
    assert len(captions) > 6
    for widget in widgets:
        if isinstance(widget, QLabel) or widget.x() <= next(iter(captions.values())).x():
            continue
        beside = min(captions.values(), key=lambda caption: abs(caption.y() - widget.y()))
        one_line = widget.fontMetrics().height()
        first_line = widget.y() if isinstance(widget, WrappedText) else widget.y() + (widget.height() - one_line) / 2
        assert abs(beside.y() - first_line) <= 1


@pytest.mark.parametrize("width", [200, 240, 262, 300, 372])
def test_no_choice_is_cut(pane: InspectorPane, session: Session, width: int) -> None:
    go_to(session, 0)
    pane.resize(width, 300)
    pane.refresh()
    boxes = [child for child in in_sight(pane) if isinstance(child, QComboBox)]
    room = pane.viewport().width() - 2 * MARGIN_PX
    assert boxes
    assert [box.currentText() for box in boxes if box.width() < min(box.sizeHint().width(), room)] == []


def test_tab_goes_through_the_fields_as_they_stand(pane: InspectorPane, session: Session) -> None:
    go_to(session, 0)
    pane.refresh()
    fields = [child for child in in_sight(pane) if isinstance(child, QComboBox | QLineEdit)]
    chain = [fields[0]]
    following = fields[0].nextInFocusChain()
    while following is not fields[0]:
        chain += [following] if following in fields else []  # type: ignore[list-item]
        following = following.nextInFocusChain()
    assert chain == fields
    assert len(fields) > 3


def test_fields_follow_the_label_and_come_back(pane: InspectorPane, session: Session) -> None:
    go_to(session, 0)
    pane.refresh()
    of_a_claim = in_sight(pane)
    go_to(session, 2)
    pane.refresh()
    of_an_entity = in_sight(pane)
    assert any(isinstance(child, QLineEdit) and child.text() == "Altyn Jun" for child in of_an_entity)
    go_to(session, 0)
    pane.refresh()
    assert in_sight(pane) == of_a_claim
    assert of_a_claim != of_an_entity


def test_an_attribute_that_another_label_defines_keeps_its_title(pane: InspectorPane, session: Session) -> None:
    go_to(session, 2)
    current = session.navigation.current
    assert current is not None
    named = replace(current, label=EntityLabel.MONEY, attributes=((AttributeName.REFERENT, "Altyn Jun"),))
    session.apply(Step(Message("money"), (Change(current, named),)))
    pane.refresh()
    captions = {one.text() for one in in_sight(pane) if isinstance(one, QLabel)}
    assert tr("Who or what") in captions and AttributeName.REFERENT not in captions


def test_a_note_that_changes_changes_its_row(pane: InspectorPane, session: Session) -> None:
    go_to(session, 2)
    pane.refresh()
    height = pane.box.height()
    assert session.open_article is not None
    note: Note = session.open_article.notes_on(session.navigation.current_id)[0]
    session.editor.notes.set_on_annotation("\n".join("долгая заметка" for _ in range(40)), note)
    pane.refresh()
    assert pane.box.height() > height + 20 * pane.fontMetrics().height()
    assert pane.verticalScrollBar().maximum() > 0


def test_a_name_that_differs_from_its_words_in_capitals_alone_is_not_reported_twice(
    qapp: QApplication, tmp_path: Path
) -> None:
    text = "Прокурор заявил, что суд скоро.\n"
    role = Role("speaker", span(text, "Прокурор"), "прокурор")
    session = opened(tmp_path / "q.pometka", text, (claim(text, "суд скоро", "statement", roles=(role,)),))
    pane = InspectorPane(session, "en")
    go_to(session, 0)
    pane.refresh()
    shown = [widget.words for widget in pane.box.findChildren(WrappedText)]
    assert "Прокурор" in shown
    assert not [words for words in shown if "(прокурор)" in words]
    pane.deleteLater()
    session.projects.close()
