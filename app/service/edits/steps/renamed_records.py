"""What the register knows follows the labels that are renamed or merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.change import Change
from app.core.labelled_names import join_label, split_label
from app.core.records import Judgement, JudgementKind, RegisterRecord


def rename_judged(rows: Sequence[Judgement], names: Mapping[str, str], now: datetime) -> Iterator[Change]:
    """Yield the changes of judgements on names.

    `names` are all labels before, with their names after. Where two labels become one, a judgement that stands twice
    ends, and so does one of a name on itself.
    """
    kept = [row for row in rows if row.kind is JudgementKind.ENTITY]
    moved = {row.id: tuple(sorted((_follow(row.left, names), _follow(row.right, names)))) for row in kept}
    stays = [row for row in kept if moved[row.id] == (row.left, row.right)]
    judged = {moved[row.id] for row in stays if row.is_live}
    for row in kept:
        left, right = moved[row.id]
        if (left, right) == (row.left, row.right):
            continue
        is_over = row.is_live and (left == right or (left, right) in judged)
        if row.is_live:
            judged.add((left, right))
        yield Change(row, replace(row, left=left, right=right, ended=now if is_over else row.ended))


def rename_records(rows: Sequence[RegisterRecord], names: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of what was noted of records.

    `names` are as above. Where two records become one, it has the notes of both.
    """
    groups: dict[str, list[RegisterRecord]] = {}
    for row in sorted(rows, key=lambda one: _follow(one.key, names) != one.key):
        groups.setdefault(_follow(row.key, names), []).append(row)
    for key, (first, *others) in groups.items():
        after = replace(first, key=key, label=names.get(first.label, first.label))
        for other in others:
            after = _fold(after, replace(other, label=names.get(other.label, other.label)))
            yield Change(other, None)
        if after != first:
            yield Change(first, after)


def _follow(key: str, names: Mapping[str, str]) -> str:
    label, name = split_label(key, names)
    return join_label(names.get(label, label), name)


def _fold(record: RegisterRecord, other: RegisterRecord) -> RegisterRecord:
    """Return a record with what another one adds to it."""
    known = dict(record.identifiers)
    return replace(
        record,
        name=record.name or other.name,
        label=record.label or other.label,
        note="\n".join(filter(None, (record.note, other.note))),
        identifiers=(*record.identifiers, *(pair for pair in other.identifiers if pair[0] not in known)),
    )
