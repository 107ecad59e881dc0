"""Navigation: to annotations and candidates, by order, alone or in groups."""

from __future__ import annotations

from collections.abc import Callable

from app.service.article.navigation import Navigation
from app.service.commands.action import Action, in_article
from app.service.commands.host import Host


def _make_navigation(move: Callable[[Navigation], None]) -> Callable[[Host], None]:
    return lambda host: move(host.session.navigation)


NAVIGATION = (
    Action(
        id="walk.next",
        title="Next annotation",
        run=_make_navigation(lambda navigation: navigation.next()),
        keys=("Tab",),
        menu="Go",
        icon="mdi6.arrow-right",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.previous",
        title="Previous annotation",
        run=_make_navigation(lambda navigation: navigation.previous()),
        keys=("Shift+Tab",),
        menu="Go",
        icon="mdi6.arrow-left",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.next_proposed",
        title="Next still proposed",
        run=_make_navigation(lambda navigation: navigation.next_proposed()),
        keys=(".",),
        menu="Go",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.previous_proposed",
        title="Previous still proposed",
        run=_make_navigation(lambda navigation: navigation.previous_proposed()),
        keys=(",",),
        menu="Go",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.claim",
        title="Next claim",
        run=_make_navigation(lambda navigation: navigation.next_claim()),
        keys=("C",),
        menu="Go",
        icon="mdi6.format-quote-close",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.previous_claim",
        title="Previous claim",
        run=_make_navigation(lambda navigation: navigation.next_claim(-1)),
        keys=("Shift+C",),
        menu="Go",
        applies=in_article,
        repeats=True,
    ),
    Action(
        id="walk.miss",
        title="Next likely missed mention",
        run=lambda host: host.session.editor.candidates.go_to_next(),
        keys=(";",),
        menu="Go",
        icon="mdi6.help-circle-outline",
        applies=in_article,
        repeats=True,
        starts_section=True,
    ),
    Action(
        id="walk.jump",
        title="Jump to a likely missed mention…",
        run=lambda host: host.prompts.pick_candidate(),
        keys=("F",),
        menu="Go",
        icon="mdi6.target",
        applies=in_article,
    ),
    Action(
        id="walk.order",
        title="Least certain first",
        run=_make_navigation(lambda navigation: navigation.toggle_order()),
        keys=("D",),
        menu="Go",
        icon="mdi6.sort-variant",
        applies=in_article,
        checked=lambda host: host.session.navigation.by_uncertainty,
        synonyms="doubtful first",
        starts_section=True,
    ),
    Action(
        id="walk.groups",
        title="Decide equal mentions together",
        run=_make_navigation(lambda navigation: navigation.toggle_groups()),
        keys=("G",),
        menu="Go",
        icon="mdi6.select-group",
        applies=in_article,
        checked=lambda host: host.session.navigation.groups_on,
    ),
)
