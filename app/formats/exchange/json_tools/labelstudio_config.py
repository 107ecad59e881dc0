"""The labelling configuration that goes with tasks of Label Studio."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from app.core.model import Status
from app.core.scheme import Scheme
from app.formats.exchange.shared.marked_text import MarkedText, MarkKind
from app.formats.source.safe_xml import clean_xml_text, format_xml


class LabellingConfig:
    """Gather labels and relations, those of the scheme first."""

    def __init__(self, scheme: Scheme) -> None:
        self._colours = {label.name: label.colour for label in scheme.labels}
        self._relations: dict[str, None] = {}

    def add(self, marked: MarkedText) -> None:
        """Take in the labels and relations of an article."""
        for mark in marked.marks:
            if mark.values.get("kind") != MarkKind.PART:
                self._colours.setdefault(mark.label, "")
        self._relations.update(dict.fromkeys(link.name for link in marked.links))

    def as_xml(self) -> bytes:
        """Return the configuration as a file."""
        view = ET.Element("View")
        labels = ET.SubElement(view, "Labels", name="label", toName="text")
        for name, colour in self._colours.items():
            background = {"background": colour} if colour else {}
            ET.SubElement(labels, "Label", {"value": clean_xml_text(name), **background})
        ET.SubElement(view, "Text", name="text", value="$text")
        choices = ET.SubElement(view, "Choices", name="status", toName="text", perRegion="true")
        for status in Status:
            ET.SubElement(choices, "Choice", value=str(status))
        relations = ET.SubElement(view, "Relations")
        for name in self._relations:
            ET.SubElement(relations, "Relation", value=clean_xml_text(name))
        ET.indent(view)
        return format_xml(view)
