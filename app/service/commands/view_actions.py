"""Actions of panes, appearance and help."""

from __future__ import annotations

from collections.abc import Callable

from app.core.vocabulary import LanguageCode
from app.service.commands.action import Action, in_article, in_project
from app.service.commands.host import Host

_ZOOM_STEP = 10
_FULL_SIZE = 100
"""Sizes of the text, in percent."""


def _make_pane_toggle(name: str) -> Callable[[Host], None]:
    return lambda host: host.panels.toggle(name)


def _is_shown(name: str) -> Callable[[Host], bool]:
    return lambda host: host.panels.is_shown(name)


def _make_zoom(by: int) -> Callable[[Host], None]:
    return lambda host: host.view.set_zoom(host.view.zoom() + by)


PANES = (
    Action(
        id="view.pane_articles",
        title="Articles",
        run=_make_pane_toggle("articles"),
        keys=("Alt+1",),
        menu="View",
        checked=_is_shown("articles"),
        in_fields=True,
    ),
    Action(
        id="view.pane_annotations",
        title="Annotations",
        run=_make_pane_toggle("annotations"),
        keys=("Alt+2",),
        menu="View",
        checked=_is_shown("annotations"),
        in_fields=True,
    ),
    Action(
        id="view.pane_inspector",
        title="Inspector",
        run=_make_pane_toggle("inspector"),
        keys=("Alt+3",),
        menu="View",
        checked=_is_shown("inspector"),
        in_fields=True,
    ),
    Action(
        id="view.pane_notes",
        title="Notes",
        run=_make_pane_toggle("notes"),
        keys=("Alt+4",),
        menu="View",
        checked=_is_shown("notes"),
        in_fields=True,
    ),
    Action(
        id="view.article",
        title="Go to the text",
        run=lambda host: host.panels.focus_article(),
        menu="View",
        in_fields=True,
        starts_section=True,
    ),
    Action(
        id="view.menus",
        title="Menu bar",
        run=lambda host: host.display.open_menus(),
        keys=("F10",),
        menu="View",
        in_fields=True,
    ),
    Action(
        id="view.history",
        title="History…",
        run=lambda host: host.dialogs.show_history(),
        keys=("Ctrl+H",),
        menu="View",
        icon="mdi6.history",
        applies=in_project,
        in_fields=True,
        synonyms="log journal changes who when",
    ),
    Action(
        id="view.ledger",
        title="Claim ledger…",
        run=lambda host: host.dialogs.show_ledger(),
        keys=("Ctrl+Shift+L",),
        menu="View",
        icon="mdi6.format-list-checks",
        applies=in_project,
        synonyms="claims, promises, forecasts, statements, verdicts, overdue, due timeline time line fact check facts "
        "table who promised what claimreview",
        in_fields=True,
    ),
    Action(
        id="view.register",
        title="Register…",
        run=lambda host: host.dialogs.show_register(),
        keys=("Ctrl+Shift+E",),
        menu="View",
        icon="mdi6.card-account-details-outline",
        applies=in_project,
        synonyms="people persons organisations organizations places entities names card merge join same duplicates "
        "aliases variants",
        in_fields=True,
    ),
    Action(
        id="view.review_queue",
        title="Review queue…",
        run=lambda host: host.dialogs.show_review_queue(),
        keys=("Ctrl+Shift+D",),
        menu="View",
        icon="mdi6.progress-question",
        applies=in_project,
        synonyms="least certain doubtful uncertain worst all articles decide in a row check",
        in_fields=True,
    ),
    Action(
        id="view.overview",
        title="Overview…",
        run=lambda host: host.dialogs.show_overview(host.search.search_for),
        keys=("Ctrl+Shift+O",),
        menu="View",
        icon="mdi6.chart-bar",
        applies=in_project,
        synonyms="progress pace statistics charts graphs pictures dashboard sources names precision sample",
        in_fields=True,
    ),
    Action(
        id="sample.next",
        title="Next of the sample",
        run=lambda host: host.dialogs.open_next_sampled(),
        keys=("Ctrl+]",),
        menu="Go",
        icon="mdi6.dice-multiple-outline",
        applies=in_project,
        synonyms="random sample precision hidden pre-tags",
    ),
    Action(
        id="view.next_pane",
        title="Next pane",
        run=lambda host: host.panels.focus_next(1),
        keys=("F6",),
        menu="View",
        in_fields=True,
    ),
    Action(
        id="view.previous_pane",
        title="Previous pane",
        run=lambda host: host.panels.focus_next(-1),
        keys=("Shift+F6",),
        menu="View",
        in_fields=True,
    ),
    Action(
        id="view.rejected",
        title="Show rejected annotations",
        run=lambda host: host.panels.toggle_rejected(),
        keys=("H",),
        menu="View",
        icon="mdi6.eye-off-outline",
        applies=in_article,
        checked=lambda host: host.panels.is_rejected_shown(),
        starts_section=True,
    ),
)

APPEARANCE = (
    Action(
        id="view.zoom_in",
        title="Larger text",
        run=_make_zoom(_ZOOM_STEP),
        keys=("Ctrl+=",),
        menu="View",
        icon="mdi6.magnify-plus-outline",
        repeats=True,
        in_fields=True,
        starts_section=True,
    ),
    Action(
        id="view.zoom_out",
        title="Smaller text",
        run=_make_zoom(-_ZOOM_STEP),
        keys=("Ctrl+-",),
        menu="View",
        icon="mdi6.magnify-minus-outline",
        repeats=True,
        in_fields=True,
    ),
    Action(
        id="view.zoom_reset",
        title="Text at 100 %",
        run=lambda host: host.view.set_zoom(_FULL_SIZE),
        keys=("Alt+0",),
        menu="View",
        in_fields=True,
    ),
    Action(
        id="view.full_screen",
        title="Full screen",
        run=lambda host: host.display.toggle_full_screen(),
        keys=("F11",),
        menu="View",
        icon="mdi6.fullscreen",
        in_fields=True,
    ),
    Action(
        id="view.theme_system",
        title="Same as system",
        run=lambda host: host.display.set_theme("system"),
        menu="View/Theme",
        checked=lambda host: host.settings.theme == "system",
    ),
    Action(
        id="view.theme_light",
        title="Light",
        run=lambda host: host.display.set_theme("light"),
        menu="View/Theme",
        icon="mdi6.white-balance-sunny",
        checked=lambda host: host.settings.theme == "light",
    ),
    Action(
        id="view.theme_dark",
        title="Dark",
        run=lambda host: host.display.set_theme("dark"),
        menu="View/Theme",
        icon="mdi6.weather-night",
        checked=lambda host: host.settings.theme == "dark",
    ),
    Action(
        id="view.language_system",
        title="Same as system",
        run=lambda host: host.display.set_language(""),
        menu="View/Language",
        checked=lambda host: not host.settings.language,
    ),
    Action(
        id="view.language_en",
        title="English",
        run=lambda host: host.display.set_language(LanguageCode.EN),
        menu="View/Language",
        checked=lambda host: host.settings.language == LanguageCode.EN,
    ),
    Action(
        id="view.language_ru",
        title="Русский",
        run=lambda host: host.display.set_language(LanguageCode.RU),
        menu="View/Language",
        checked=lambda host: host.settings.language == LanguageCode.RU,
    ),
)

HELP = (
    Action(
        id="palette.show",
        title="All commands…",
        run=lambda host: host.help.show_palette(),
        keys=("Ctrl+K", "Ctrl+Shift+P"),
        menu="Help",
        icon="mdi6.console-line",
        in_fields=True,
    ),
    Action(
        id="help.page",
        title="Help",
        run=lambda host: host.help.show_page(),
        keys=("F1",),
        menu="Help",
        icon="mdi6.help-circle-outline",
        synonyms="guide manual first steps labels examples",
    ),
    Action(
        id="help.keys",
        title="Cheat sheet of keys",
        run=lambda host: host.help.show_keys(),
        keys=("Shift+/",),
        menu="Help",
        icon="mdi6.keyboard-outline",
        synonyms="shortcuts hotkeys keyboard",
    ),
    Action(
        id="app.about",
        title="About Pometka",
        run=lambda host: host.dialogs.show_about(),
        menu="Help",
        icon="mdi6.information-outline",
        starts_section=True,
    ),
    Action(
        id="edit.escape",
        title="Clear the selection, close what is open",
        run=lambda host: host.panels.escape(),
        keys=("Escape",),
        menu="Edit",
        in_fields=True,
        starts_section=True,
    ),
)
