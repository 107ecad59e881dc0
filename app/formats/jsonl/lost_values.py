"""Messages about values of a line that are left out."""

from __future__ import annotations

from typing import NamedTuple

from app.core.message import Message


class LinePlace(NamedTuple):
    """A line of a file, for messages."""

    name: str
    line: int

    def message_fields(self, **more: object) -> dict[str, str | Message]:
        """Return the fields of a message about the line."""
        fields = (*self._asdict().items(), *more.items())
        return {name: value if isinstance(value, Message) else str(value) for name, value in fields}


class LostValues:
    """Collect messages about values of a line that are left out.

    `said` holds what has been reported already and is reported once a file.
    """

    def __init__(self, place: LinePlace, said: set[object]) -> None:
        self.place = place
        self.messages: list[Message] = []
        self._said = said

    def add(self, message: Message) -> None:
        """Add a message with the name and number of the line."""
        self.messages.append(Message(message.template, {**self.place.message_fields(), **message.args}))

    def add_once(self, thing: object, message: Message) -> None:
        """Add a message, unless the file has one about `thing` already."""
        if thing not in self._said:
            self._said.add(thing)
            self.add(message)
