"""Label Studio's JSON.

A list of tasks with regions and relations, and the labelling configuration beside it.

Offsets are written in UTF-16 units, in which Label Studio counts; they are read in the unit that the recorded words
prove. What its regions have no field for stands under "meta".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.span import Span
from app.formats.atomic_file import replace_file
from app.formats.exchange.json_tools.labelstudio_config import LabellingConfig
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import (
    Tree,
    get_list,
    get_object,
    get_offset,
    get_text,
    read_json_file,
)
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.offset_units import OffsetUnit, choose_unit, map_to_code_points, map_to_utf16
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, unpack_article, unpack_mark
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample

_STATUS = "status"
_PACKED = "pometka"
_CONFIGURATION = ".config.xml"


def read_labelstudio(path: Path) -> Iterator[Document]:
    """Yield the articles of an export, JSON or JSON-MIN."""
    tree = read_json_file(path)
    tasks = tree if isinstance(tree, list) else [tree]
    for number, task in enumerate(tasks, start=1):
        if not isinstance(task, dict):
            raise UserError(
                "“{name}”, task {number} is not a JSON object.", hint="Export it again.", name=path.name, number=number
            )
        yield _read_task(task, f"{path.stem}-{number}")


def write_labelstudio(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write the tasks, and a configuration for their project.

    The configuration is the file “NAME.config.xml” beside them. The project that takes them in needs it.
    """
    config = LabellingConfig(context.scheme)
    with replace_file(path) as pending, pending.draft.open("w", encoding="utf-8", newline="") as file:
        file.write("[")
        for number, document in enumerate(documents, start=1):
            marked = mark_text(document, context.options, splits=False)
            config.add(marked)
            file.write(",\n" if number > 1 else "\n")
            json.dump(_make_task(marked, number), file, ensure_ascii=False)
            if context.progress is not None:
                context.progress(number)
        file.write("\n]\n")
    with replace_file(pending.written.with_suffix(_CONFIGURATION)) as beside:
        beside.draft.write_bytes(config.as_xml())
    return pending.written


def _make_task(marked: MarkedText, number: int) -> dict[str, Tree]:
    position = map_to_utf16(marked.text)
    regions = [result for mark in marked.marks for result in _make_results(mark, marked.text, position)]
    relations = [
        {
            "type": "relation",
            "from_id": link.source,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.name],
        }
        for link in marked.links
    ]
    article = pack_article(marked)
    meta = {_PACKED: {name: article.pop(name) for name in ("notes",) if name in article}}
    return {
        "id": number,
        "data": {**article, "text": marked.text},
        "meta": meta,
        "annotations": [{"id": number, "was_cancelled": False, "result": [*regions, *relations]}],
        "predictions": [],
    }


def _make_results(mark: Mark, text: str, position: Tree) -> Iterator[dict[str, Tree]]:
    place = {"start": position(mark.start), "end": position(mark.stop), "text": text[mark.start : mark.stop]}
    packed = pack_mark(mark)
    status = packed.pop(_STATUS, None)
    common = {"id": mark.id, "to_name": "text", "origin": "manual"}
    notes = [note["text"] for note in mark.notes]
    yield {
        **common,
        "from_name": "label",
        "type": "labels",
        "value": {**place, "labels": [mark.label]},
        "meta": {**({"text": notes} if notes else {}), _PACKED: packed},
    }
    if status:
        yield {**common, "from_name": _STATUS, "type": "choices", "value": {**place, "choices": [status]}}


def _read_task(task: dict[str, Tree], key: str) -> Document:
    data = get_object(task, "data") or task
    annotations = [one for one in _listed(task) if isinstance(one, dict) and not one.get("was_cancelled")]
    results = get_list(annotations[0], "result") if annotations else _results_of_minimum(task)
    marked = MarkedText(_find_text(data, results))
    own_key = get_text(data, "id") if "title" in data else get_text(data, "id") or get_text(task, "id") or key
    unpack_article(marked, {**data, "id": own_key, "notes": get_list(get_object(task, "meta").get(_PACKED), "notes")})
    if len(annotations) > 1:
        fields = {"count": str(len(annotations) - 1)}
        marked.lost.append(Message("Of several annotations of a task the first is taken; left out: {count}.", fields))
    _read_results(marked, results)
    return make_marked_document(marked, key)


def _listed(task: dict[str, Tree]) -> list[Tree]:
    """Return the annotations of a task.

    If there are none, return those of older versions, else predictions.
    """
    names = ("annotations", "completions", "predictions")
    return next((found for name in names if (found := get_list(task, name))), [])


def _find_text(data: dict[str, Tree], results: list[Tree]) -> str:
    """Return the text that most regions are about.

    “text”, else the field that they name, else the longest.
    """
    if isinstance(data.get("text"), str):
        return str(data["text"])
    names = [*(get_text(result, "to_name") for result in results)]
    named = next((text for name in names if (text := get_text(data, name))), "")
    return named or max((value for value in data.values() if isinstance(value, str)), key=len, default="")


def _results_of_minimum(task: dict[str, Tree]) -> list[Tree]:
    """Return the regions of JSON-MIN in the shape of the others."""
    listed = [item for value in task.values() if isinstance(value, list) for item in value if isinstance(item, dict)]
    return [{"value": item, "type": "labels", "id": f"region {number}"} for number, item in enumerate(listed, start=1)]


def _read_results(marked: MarkedText, results: list[Tree]) -> None:
    regions = [result for result in results if _labels_of(result)]
    recorded = [(*_ends_of(result), get_text(get_object(result, "value"), "text")) for result in regions]
    unit = choose_unit(marked.text, [one for one in recorded if one[2]], OffsetUnit.UTF16)
    position = map_to_code_points(marked.text, unit)
    for number, result in enumerate(regions, start=1):
        span = Span(*map(position, _ends_of(result)))
        own = get_text(result, "id") or f"region {number}"
        for label in _labels_of(result):
            taken = {mark.id for mark in marked.marks} if len(_labels_of(result)) > 1 else ()
            mark = Mark(f"{own} {label}" if own in taken else own, label, (span,))
            _read_meta(mark, get_object(result, "meta"))
            marked.marks.append(mark)
    _read_choices(marked, results)
    for result in results:
        if get_text(result, "type") == "relation":
            names = [name for name in get_list(result, "labels") if isinstance(name, str)] or ["relation"]
            marked.links += [Link(name, get_text(result, "from_id"), get_text(result, "to_id")) for name in names]


def _read_meta(mark: Mark, meta: dict[str, Tree]) -> None:
    unpack_mark(mark, meta.get(_PACKED))
    if not mark.notes:
        mark.notes = [{"text": note} for note in get_list(meta, "text") if isinstance(note, str)]


def _read_choices(marked: MarkedText, results: list[Tree]) -> None:
    """Put what was chosen or written for a region into its mark."""
    marks = {mark.id: mark for mark in marked.marks}
    for result in results:
        mark, kind, name = marks.get(get_text(result, "id")), get_text(result, "type"), get_text(result, "from_name")
        values = get_list(get_object(result, "value"), "choices" if kind == "choices" else "text")
        if mark is None or kind not in ("choices", "textarea") or not name:
            continue
        text = ", ".join(value for value in values if isinstance(value, str))
        (mark.values if name in (_STATUS, "normal") else mark.attributes)[name] = text


def _labels_of(result: Tree) -> list[str]:
    if not get_text(result, "type").endswith("labels"):
        return []
    value = get_object(result, "value")
    names = (get_text(result, "type"), "labels", "hypertextlabels")
    listed: list[Tree] = next((found for name in names if (found := get_list(value, name))), [])
    return [label for label in listed if isinstance(label, str)]


def _ends_of(result: Tree) -> tuple[int, int]:
    value = get_object(result, "value")
    whole = get_object(value, "globalOffsets") or value
    return get_offset(whole, "start"), get_offset(whole, "end")


def _matches(sample: FileSample) -> bool:
    places = {place.removeprefix("[].") for place in sample.json_places}
    is_task = "data" in places and bool({"annotations[]", "completions[]", "predictions[]"} & places)
    return is_task or any(place.endswith("[].labels[]") and place.count("[]") == 2 for place in places)


FORMAT = FileFormat(
    "labelstudio",
    Message("Label Studio JSON"),
    (".json",),
    read=read_labelstudio,
    write=write_labelstudio,
    matches=_matches,
    companions=(_CONFIGURATION,),
    holds=ALL_OF_A_DOCUMENT,
)
