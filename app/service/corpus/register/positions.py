"""Which positions articles give a person: roles that stand beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.core.vocabulary import EntityLabel

_AROUND_CHARS = 100
_BESIDE = re.compile(r"[\s«»„“\"]*\Z")
"""What may stand between a role and the name behind it, once organisations and places are left out."""
_BEHIND = re.compile(r"\s*[,(–—-]\s*\Z")
"""What stands between a name and its role behind it."""
_OWNERS = frozenset({EntityLabel.ORG, EntityLabel.LOC})


def find_roles(text: str, rows: Sequence[Annotation], mention_ids: frozenset[int]) -> Iterator[Annotation]:
    """Yield the roles of an article beside some mentions.

    A role stands before the name, with nothing but the organisation or place between. Or it stands behind the name
    after a comma, bracket or dash, where no other person follows.
    """
    live = [row for row in rows if row.kind is Kind.ENTITY and row.is_live]
    persons = [row for row in live if row.label == EntityLabel.PER]
    for role in (row for row in live if row.label == EntityLabel.ROLE):
        following = [person for person in persons if _stands_before(text, role.span, person.span, live)]
        if following:
            if any(person.id in mention_ids for person in following):
                yield role
        elif any(person.id in mention_ids and _is_behind(text, person.span, role.span) for person in persons):
            yield role


def _stands_before(text: str, role: Span, person: Span, rows: Sequence[Annotation]) -> bool:
    """Say whether a role stands before a name.

    At most what it is the role of stands between them.
    """
    if not 0 <= person.start - role.stop <= _AROUND_CHARS:
        return False
    between = text[role.stop : person.start]
    owners = (row.span for row in rows if row.label in _OWNERS)
    for owner in owners:
        if role.stop <= owner.start and owner.stop <= person.start:
            start, stop = owner.start - role.stop, owner.stop - role.stop
            between = between[:start] + " " * (stop - start) + between[stop:]
    return "\n" not in between and _BESIDE.match(between) is not None


def _is_behind(text: str, person: Span, role: Span) -> bool:
    gap = role.start - person.stop
    return 0 < gap <= _AROUND_CHARS and _BEHIND.match(text[person.stop : role.start]) is not None
