"""Parse XML of other tools safely, and write XML.

Entities, document types and the network are not used.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET  # builds and writes trees; what is read goes through defusedxml
from collections.abc import Iterator

from app.core.message import UserError
from app.formats.features import UNWRITABLE_IN_XML
from app.formats.source.damage import explain_damage

_REPLACEMENT = "\ufffd"


def parse_xml(raw: bytes, name: str) -> ET.Element:
    """Return the root of an XML file.

    Raise UserError that names the file and the place.

    Files with a document type or entities are refused.
    """
    try:
        from defusedxml import DefusedXmlException  # noqa: PLC0415  # an optional library
        from defusedxml.ElementTree import fromstring  # noqa: PLC0415
    except ImportError as fault:
        raise missing_library_error(name, "documents") from fault
    try:
        root: ET.Element = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException as fault:
        raise UserError(
            "“{name}” is refused: it declares a document type or entities.",
            hint="Export it again without them.",
            name=name,
        ) from fault
    except (ET.ParseError, LookupError, ValueError, RecursionError) as fault:
        raise UserError(
            "“{name}” is not XML: {reason}.", hint="Export it again.", name=name, reason=explain_damage(fault)
        ) from fault
    return root


def format_xml(root: ET.Element) -> bytes:
    """Return a tree as an XML file in UTF-8."""
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def clean_xml_text(text: str) -> str:
    """Return `text` with “\ufffd” for characters that XML cannot write.

    The length of the text stays.
    """
    return UNWRITABLE_IN_XML.sub(_REPLACEMENT, text)


def local_name(tag: object) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def find_all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements of a name under `root`, in whatever namespace."""
    return (element for element in root.iter() if local_name(element.tag) == name)


def missing_library_error(name: str, extra: str) -> UserError:
    """Return the error for a file whose library is not installed."""
    return UserError(
        "“{name}” needs a library that is not installed.",
        hint="Install it with: pip install “pometka[{extra}]”.",
        name=name,
        extra=extra,
    )
