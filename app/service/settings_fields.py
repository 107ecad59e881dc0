"""What each entry of the settings must be: checked by pydantic, and left out alone where it is something else."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.core.message import Message

Text = Annotated[str, Field(pattern="^[^\\x00]*$", max_length=100_000)]
Number = Annotated[int, Field(ge=0, lt=2**63)]
Place = Annotated[list[Number], Field(min_length=2, max_length=2)]


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
    geometry: Text = ""
    window_state: Text = ""


_EXPECTED = {
    "language": Message("it must be “en”, “ru” or empty"),
    "theme": Message("it must be “system”, “light” or “dark”"),
    "zoom": Message("it must be a whole number from 50 to 300"),
    "keys": Message("it must be a list of keys by the id of an action"),
    "places": Message("it must be an article and a position by the path of a project"),
}
_TEXT = Message("it must be a text")
_TEXTS = Message("it must be a list of texts")


def sound_entries(tree: dict[str, Any]) -> tuple[dict[str, Any], list[Message]]:
    """Return the entries that are what they must be, and a message for each that is left out."""
    kept = {name: _copied(value) for name, value in tree.items()}
    faults: list[Message] = []
    while bad := _bad_entries(kept):
        for place in bad:
            faults.append(_message(place))
            _leave_out(kept, place)
    return kept, faults[::-1]


def _bad_entries(tree: dict[str, Any]) -> list[tuple[str | int, ...]]:
    """Return the places of entries that are wrong, the last one first: a field, or what is wrong in a list or map."""
    try:
        Fields.model_validate(tree)
    except ValidationError as error:
        places = {tuple(one["loc"][:2]) for one in error.errors(include_url=False, include_input=False)}
        return sorted(places, key=lambda place: [(isinstance(part, str), part) for part in place], reverse=True)
    return []


def _leave_out(tree: dict[str, Any], place: tuple[str | int, ...]) -> None:
    inside = tree.get(str(place[0]))
    if len(place) > 1 and isinstance(inside, dict | list):
        del inside[place[1]]  # type: ignore[arg-type]  # a name in a map, a number in a list
    else:
        tree.pop(str(place[0]), None)


def _message(place: tuple[str | int, ...]) -> Message:
    name = str(place[0])
    inside = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place[1:])
    reason = _EXPECTED.get(name, _TEXTS if name.startswith("recent") else _TEXT)
    return Message(
        "The setting “{place}” is left out: {reason}. The default is used.",
        {"place": name + inside, "reason": reason},
    )


def _copied(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else list(value) if isinstance(value, list) else value
