"""What a project asks of the pre-tagger.

Its own names and the convention for organisations, in the options of its scheme. An option "name:Акорда" = "ORG" is a
name with its label; "org_with_country" = "yes" takes the country into the body.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.core.labelled_names import join_label, split_label
from app.core.message import UserError
from app.core.model import Kind
from app.core.scheme import Scheme

_NAME = "name:"
_WITH_COUNTRY = "org_with_country"


def names_of(scheme: Scheme) -> dict[str, str]:
    """Return the project's own names, each with its label."""
    return {option.removeprefix(_NAME): label for option, label in scheme.options if option.startswith(_NAME)}


def takes_country(scheme: Scheme) -> bool:
    """Say whether an organisation's span includes its country."""
    return scheme.option(_WITH_COUNTRY) == "yes"


def add_taught_name(scheme: Scheme, name: str, label: str) -> Scheme:
    """Return the scheme with one more name, or its new label."""
    return scheme.with_option(_NAME + " ".join(name.split()), label)


def with_names(scheme: Scheme, names: Mapping[str, str], *, takes_country: bool) -> Scheme:
    """Return the scheme with these names alone, and the convention for bodies."""
    others = tuple(option for option in scheme.options if not option[0].startswith(_NAME))
    known = replace(scheme, options=others).with_option(_WITH_COUNTRY, "yes" if takes_country else "")
    for name, label in names.items():
        known = add_taught_name(known, name, label)
    return known


def with_loaded(scheme: Scheme, loaded: Scheme) -> Scheme:
    """Return the scheme with the labels and options of a scheme file.

    What the project was taught stays.
    """
    kept = {f"{_NAME}{name}": label for name, label in names_of(scheme).items()}
    options = {**dict(scheme.options), **dict(loaded.options), **kept}
    return replace(scheme, labels=loaded.labels, options=tuple(sorted(options.items())))


def with_label_renamed(scheme: Scheme, kind: Kind, old: str, new: str) -> Scheme:
    """Return the scheme with a label renamed or merged into `new`.

    The taught names go along, and so does its place in the register.
    """
    is_merge = scheme.find(kind, new) is not None
    labels = tuple(
        replace(label, name=new) if (label.kind, label.name) == (kind, old) else label
        for label in scheme.labels
        if not is_merge or (label.kind, label.name) != (kind, old)
    )
    renamed = replace(scheme, labels=labels)
    for name, label in names_of(scheme).items() if kind is Kind.ENTITY else ():
        if label == old:
            renamed = add_taught_name(renamed, name, new)
    if kind is Kind.ENTITY and old in scheme.registered and new not in renamed.registered:
        return renamed.with_registered(new if label == old else label for label in scheme.registered)
    return renamed


def without_label(scheme: Scheme, kind: Kind, name: str) -> Scheme:
    """Return the scheme without a label.

    The names taught as this label are removed too.
    """
    labels = tuple(label for label in scheme.labels if (label.kind, label.name) != (kind, name))
    gone = {f"{_NAME}{taught}" for taught, label in names_of(scheme).items() if label == name and kind is Kind.ENTITY}
    options = tuple(option for option in scheme.options if option[0] not in gone)
    return replace(scheme, labels=labels, options=options)


def names_to_text(names: Mapping[str, str]) -> str:
    """Write names as lines "LABEL name", in order of label and name."""
    return "\n".join(join_label(label, name) for label, name in sorted((label, name) for name, label in names.items()))


def names_from_text(text: str, scheme: Scheme) -> dict[str, str]:
    """Read lines "LABEL name".

    Raise UserError for a line that has no name or a label that the scheme has not.
    """
    names, labels = {}, scheme.names_of(Kind.ENTITY)
    for number, line in enumerate(text.splitlines(), start=1):
        label, name = split_label(line.strip(), labels)
        if not line.strip():
            continue
        if not name.strip() or scheme.find(Kind.ENTITY, label) is None:
            raise UserError(
                "Line {number} of the names is not a label and a name: “{line}”.",
                hint="Write one name a line, its label first: “ORG Акорда”.",
                number=number,
                line=line.strip(),
            )
        names[" ".join(name.split())] = label
    return names
