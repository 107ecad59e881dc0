"""Messages in the words of a language where there is no window.

From the translations that it is made of.
"""

from __future__ import annotations

from xml.etree import ElementTree

from app.core.files.resources import resource
from app.core.message import Message, fill
from app.core.values.plural_forms import russian_plural_form
from app.core.vocabulary import LanguageCode


class MessageTexts:
    """The sentences of one language; English ones where it has no translation."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._forms: dict[str, list[str]] = {}
        path = resource("translations", f"pometka_{language}.ts")
        if path.is_file():
            self._forms = dict(_read_forms(path.read_text("utf-8")))

    def say(self, message: Message) -> str:
        """Return a sentence with its fields filled in."""
        forms = self._forms.get(message.template)
        count = str(message.args.get("n", ""))
        template = message.template if not forms else forms[self._find_form(count, len(forms))]
        fields = {
            name: self.say(value) if isinstance(value, Message) else value for name, value in message.args.items()
        }
        return fill(template, fields)

    def _find_form(self, count: str, forms: int) -> int:
        """Return which form of a plural a count takes."""
        if forms == 1 or not count.isdecimal():
            return 0
        number = int(count)
        if self._language != LanguageCode.RU:
            return min(forms - 1, int(number != 1))
        return min(forms - 1, russian_plural_form(number))


def _read_forms(xml: str) -> list[tuple[str, list[str]]]:
    """Return the sentences of a translation file with their forms."""
    found = []
    for message in ElementTree.fromstring(xml).iter("message"):  # noqa: S314  # a file that comes with the program
        translation = message.find("translation")
        if translation is None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if all(form.strip() for form in forms):
            found.append((message.findtext("source", ""), forms))
    return found
