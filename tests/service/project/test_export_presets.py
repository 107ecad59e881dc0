"""Export presets are kept under a name.

What is kept comes back, and the command line takes it.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from app.core.message import UserError
from app.core.model import Status
from app.core.span import Span
from app.formats.export_options import ExportOptions
from app.service.project.export_presets import LAST, find_preset, override_preset, read_preset, write_preset

OPTIONS = ExportOptions(
    format_name="docx",
    article_ids=(1,),
    part=Span(2, 5),
    done_only=True,
    include_rejected=True,
    author="Айгуль",
    content="articles",
    language="ru",
    sheets=("claims",),
    columns=("claims.text",),
    labels=("PER", "promise"),
    statuses=(Status.ACCEPTED,),
    since=date(2025, 9, 1),
    until=date(2025, 9, 30),
    with_authors=False,
    with_label_columns=False,
)
BOUND = {"article_ids", "part", "author"}


def test_every_choice_but_articles_and_author_comes_back() -> None:
    plain, back = ExportOptions(), read_preset(write_preset(OPTIONS), "Отдел")
    for field in fields(ExportOptions):
        value = getattr(OPTIONS, field.name)
        assert value != getattr(plain, field.name), "the sample leaves a choice out"
        assert getattr(back, field.name) == (getattr(plain, field.name) if field.name in BOUND else value)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"since": "завтра"}', '{"statuses": ["done"]}', '{"nobody": 1}',
                                  '{"done_only": "yes"}', '{"labels": [1]}', "null", '{"since": 5}'])  # fmt: skip
def test_a_damaged_preset_is_named(text: str) -> None:
    with pytest.raises(UserError, match="Отдел"):
        read_preset(text, "Отдел")


@pytest.mark.parametrize("name", ["Никто", LAST])
def test_a_preset_that_is_not_there_names_those_that_are(name: str) -> None:
    with pytest.raises(UserError, match="Отдел"):
        find_preset({"Отдел": "{}", LAST: "{}"}, name)


def test_a_choice_that_is_made_wins_over_the_preset() -> None:
    chosen = override_preset(OPTIONS, ExportOptions(format_name="pdf", labels=("ORG",)))
    assert (chosen.format_name, chosen.labels, chosen.since) == ("pdf", ("ORG",), date(2025, 9, 1))
