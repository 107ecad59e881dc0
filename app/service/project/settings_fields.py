"""What each entry of the settings must be.

Checked by pydantic, and left out alone where it is something else.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.core.message import Message

Text = Annotated[str, Field(pattern="^[^\\x00]*$", max_length=100_000)]
Number = Annotated[int, Field(ge=0, lt=2**63)]
Place = Annotated[list[Number], Field(min_length=2, max_length=2)]

_SURROGATES = re.compile("[\ud800-\udfff]")


class Fields(BaseModel):
    """The entries that there are; others are kept as they are."""

    model_config = ConfigDict(strict=True, extra="allow", protected_namespaces=())

    language: Literal["", "en", "ru"] = ""
    theme: Literal["system", "light", "dark"] = "system"
    zoom: Annotated[int, Field(ge=50, le=300)] = 100
    author: Text = ""
    preset: Text = "default"
    keys: dict[Text, list[Text]] = {}
    recent: list[Text] = []
    recent_actions: list[Text] = []
    places: dict[Text, Place] = {}
    queries: list[Text] = []
    article_columns: list[Text] = []
    article_order: Text = ""
    tables: dict[Text, Text] = {}
    export_presets: dict[Text, Text] = {}
    opens_exports: bool = False
    geometry: Text = ""
    window_state: Text = ""
    mends_text: bool = True
    offers_corrections: bool = True
    text_font: Text = ""
    line_spacing: Annotated[int, Field(ge=80, le=200)] = 100
    measure: Annotated[int, Field(ge=50, le=100)] = 74
    shows_letters: bool = False
    asked_author: bool = False


_EXPECTED = {
    "language": Message("it must be “en”, “ru” or empty"),
    "theme": Message("it must be “system”, “light” or “dark”"),
    "zoom": Message("it must be a whole number from 50 to 300"),
    "keys": Message("it must be a list of keys by the id of an action"),
    "mends_text": Message("it must be true or false"),
    "offers_corrections": Message("it must be true or false"),
    "opens_exports": Message("it must be true or false"),
    "shows_letters": Message("it must be true or false"),
    "asked_author": Message("it must be true or false"),
    "line_spacing": Message("it must be a whole number from 80 to 200"),
    "measure": Message("it must be a whole number from 50 to 100"),
    "places": Message("it must be an article and a position by the path of a project"),
}
_TEXT = Message("it must be a text")
_TEXTS = Message("it must be a list of texts")


def sound_entries(tree: dict[str, Any]) -> tuple[dict[str, Any], list[Message]]:
    """Return the valid entries, and a message for each other one.

    Of a list or a map that is not what it must be, the items that are stay.
    """
    kept: dict[str, Any] = {}
    errors: list[Message] = []
    for name, value in tree.items():
        sound, bad = _sound_part(name, value)
        errors += [_make_message(name, place) for place in bad]
        if sound is not None:
            kept[name] = sound
    return kept, errors


def _sound_part(name: str, value: Any) -> tuple[Any, list[int | str | None]]:
    """Return the valid part of an entry, and the invalid places.

    None for nothing; None for all of it.
    """
    if name not in Fields.model_fields or _is_sound(name, value):
        return value, []
    if isinstance(value, list) and _is_sound(name, []):
        bad = [place for place, item in enumerate(value) if not _is_sound(name, [item])]
        return [item for place, item in enumerate(value) if place not in bad], [*bad]
    if isinstance(value, dict) and _is_sound(name, {}):
        good = {key: item for key, item in value.items() if _is_sound(name, {key: item})}
        return good, [key for key in value if key not in good]
    return None, [None]


def _is_sound(name: str, value: Any) -> bool:
    try:
        Fields.model_validate({name: _with_texts(value)})
    except ValidationError:
        return False
    return True


def _with_texts(value: Any) -> Any:
    """Return `value` with lone surrogates replaced.

    Names of files may have them, and the library refuses them.
    """
    if isinstance(value, str):
        return _SURROGATES.sub("?", value)
    if isinstance(value, list):
        return [_SURROGATES.sub("?", item) if isinstance(item, str) else item for item in value]
    if isinstance(value, dict):
        return {_SURROGATES.sub("?", key): _with_texts(item) for key, item in value.items()}
    return value


def _make_message(name: str, place: int | str | None) -> Message:
    inside = "" if place is None else f"[{place}]" if isinstance(place, int) else f".{place}"
    reason = _EXPECTED.get(name, _TEXTS if name.startswith("recent") else _TEXT)
    return Message(
        "The setting “{place}” is left out: {reason}. The default is used.",
        {"place": name + inside, "reason": reason},
    )
