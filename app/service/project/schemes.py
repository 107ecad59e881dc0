"""Label schemes: supplied ones, files, and reasons against one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.files.resources import resource
from app.core.message import Message, UserError
from app.core.model import Kind
from app.core.scheme import Label, Scheme, scheme_from_json, scheme_to_json
from app.core.vocabulary import ClaimLabel, EntityLabel
from app.service.project.text_files import refuse_odd_file, write_beside
from app.service.wording import shorten_text
from app.store.files.opening import refuse_project

MAX_NAME_CHARS = 200
"""Longer names, titles and choices have no room in the window, and slow it down."""


def default_scheme() -> Scheme:
    """Return the label scheme of a new project."""
    return load_scheme(resource("schemes", "default.json"))


def load_scheme(path: Path) -> Scheme:
    """Read a scheme file.

    Raise UserError where it cannot be read, is none, or cannot be used.
    """
    try:
        refuse_odd_file(path)
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise UserError(
            "“{name}” cannot be read: {reason}.",
            hint="Choose a label scheme that was saved from the program.",
            name=path.name,
            reason=error,
        ) from error
    scheme = scheme_from_json(text, path.name)
    refuse_unusable(scheme)
    return scheme


def save_scheme(scheme: Scheme, path: Path) -> None:
    """Write a scheme file without harm to the old one.

    Raise UserError where that fails. A project is never written over.
    """
    refuse_project(path)
    write_beside(path, scheme_to_json(scheme))


def keyless_labels(scheme: Scheme) -> list[Label]:
    """Return the labels that the tagger gives and no key does."""
    given = {*((Kind.ENTITY, name) for name in EntityLabel), *((Kind.CLAIM, name) for name in ClaimLabel)}
    return [label for label in scheme.labels if not label.key and (label.kind, label.name) in given]


def refuse_unusable(scheme: Scheme) -> None:
    """Raise UserError that names the label with the error.

    What is stored is read without this, so that a project stays readable whatever scheme it was given.
    """
    error = next((error for label in scheme.labels for error in _label_errors(label)), None)
    if error is not None:
        raise UserError("The label scheme cannot be used: {fault}.", hint="Change the label there.", fault=error)


def _label_errors(label: Label) -> Iterator[Message]:
    names = [attribute.name for attribute in label.attributes]
    values = {"label": shorten_text(label.name)}
    if not all(map(str.strip, names)):
        yield Message("an attribute of the label “{label}” has no name", values)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Message("the label “{label}” has the attribute “{name}” twice", {**values, "name": shorten_text(name)})
    for line in _shown_lines(label):
        if len(line) > MAX_NAME_CHARS:
            longest = {"line": shorten_text(line), "max": str(MAX_NAME_CHARS)}
            yield Message("“{line}” in the label “{label}” is longer than {max} characters", {**values, **longest})
        if len(line.splitlines()) > 1:
            yield Message(
                "“{line}” in the label “{label}” is more than one line", {**values, "line": shorten_text(line)}
            )


def _shown_lines(label: Label) -> Iterator[str]:
    """Yield what is shown on one line: names, titles, choices."""
    yield label.name
    yield from (title for _, title in label.titles)
    for attribute in label.attributes:
        yield from (attribute.name, attribute.title, *attribute.choices)
