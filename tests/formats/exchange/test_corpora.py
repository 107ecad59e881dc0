"""CAS, spaCy and REFI-QDA.

Files are held against the tools' own readers, and theirs are read.
"""

from __future__ import annotations

import io
import os
import sys
import xml.etree.ElementTree as ET
import zipfile
import zlib
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Document, Kind, Role
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from tests.formats.exchange.samples import TEXT, marked, sample_document

QDA = "urn:QDA-XML:project:1.0"


def two_claims() -> Document:
    roles = (Role("speaker", Span(2, 8), "Токаев"),)
    return sample_document(
        marked(Kind.ENTITY, "𝐀лматы", label="LOC"),
        marked(Kind.CLAIM, "сказал", "конец 😀", label="promise", roles=roles),
    )


def write(folder: Path, name: str, file: str) -> Path:
    return registry.write_file([two_claims()], folder / file, ExportContext(options=ExportOptions(name)))


def test_cassis_reads_the_xmi_that_is_written(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    folder = write(tmp_path, "cas-xmi", "out")
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    cas = cassis.load_cas_from_xmi(next(folder.glob("*.xmi")), typesystem=types)
    found = {(mark.label, mark.get_covered_text()) for mark in cas.select("pometka.Mark")}
    assert found == {("LOC", "𝐀лматы"), ("promise", "сказал"), ("promise", "конец 😀"), ("speaker", "Токаев")}
    assert cas.sofa_string == TEXT


def test_cassis_reads_the_json_that_is_written(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    (path,) = write(tmp_path, "cas-json", "out").glob("*.json")
    cas = cassis.load_cas_from_json(path.read_text("utf-8"))
    assert {mark.get_covered_text() for mark in cas.select("pometka.Mark")} >= {"𝐀лматы", "конец 😀"}


def test_annotations_of_other_type_systems_are_read_by_what_they_say(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    base = "uima.tcas.Annotation"
    entity = types.create_type("de.x.NamedEntity", base)
    types.create_feature(entity, "value", "uima.cas.String")
    types.create_feature(entity, "identifier", "uima.cas.String")
    token, bare = types.create_type("de.x.Token", base), types.create_type("custom.Quote", base)
    relation = types.create_type("custom.Speaks", base)
    for name in ("Governor", "Dependent"):
        types.create_feature(relation, name, base)
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = TEXT, "text/plain"
    person = entity(begin=2, end=8, value="PER", identifier="Q1")
    quote = bare(begin=20, end=25)
    cas.add_all([person, quote, token(begin=0, end=1), relation(begin=2, end=8, Governor=quote, Dependent=person)])
    (tmp_path / "TypeSystem.xml").write_text(types.to_xml(), "utf-8")
    (tmp_path / "a.xmi").write_text(cas.to_xmi(), "utf-8")
    (document,) = registry.read_file(tmp_path / "a.xmi")
    assert [(one.label, one.words(TEXT)) for one in document.annotations] == [("PER", "Токаев"), ("Quote", TEXT[20:25])]
    assert document.annotations[0].attributes == (("identifier", "Q1"),)
    assert "Relations" in str(document.lost[0])


def test_a_cas_without_its_type_system_says_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("cassis")
    (path,) = write(tmp_path, "cas-xmi", "out").glob("*.xmi")
    (path.parent / "TypeSystem.xml").unlink()
    with pytest.raises(UserError, match=r"TypeSystem\.xml"):
        list(registry.read_file(path))


@pytest.mark.parametrize("end", [".xmi", ".qdpx"])
def test_entities_and_document_types_are_refused(tmp_path: Path, end: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><xmi:XMI xmlns:xmi="u">&x;</xmi:XMI>'
    path = tmp_path / f"a{end}"
    if end == ".qdpx":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("project.qde", bomb)
    else:
        path.write_text(bomb, "utf-8")
    with pytest.raises(UserError, match="document type or entities"):
        list(registry.read_file(path))


def test_spacy_reads_the_docbin_that_is_written(tmp_path: Path) -> None:
    tokens, vocab = pytest.importorskip("spacy.tokens"), pytest.importorskip("spacy.vocab")
    path = write(tmp_path, "spacy", "a.spacy")
    (doc,) = tokens.DocBin().from_disk(path).get_docs(vocab.Vocab())
    assert doc.text == TEXT
    assert [(one.label_, one.text) for one in doc.ents] == [("LOC", "𝐀лматы")]
    assert {(one.label_, one.text) for one in doc.spans["pometka"]} >= {("promise", "конец 😀"), ("LOC", "𝐀лматы")}


def test_a_docbin_of_spacy_itself_is_read_with_its_entities_and_span_groups(tmp_path: Path) -> None:
    tokens, vocab = pytest.importorskip("spacy.tokens"), pytest.importorskip("spacy.vocab")
    doc = tokens.Doc(vocab.Vocab(), words=["Мэр", "Алматы", "Сеитов", "."], spaces=[True, True, False, False])
    doc.ents = [tokens.Span(doc, 1, 2, label="LOC")]
    doc.spans["sc"] = [tokens.Span(doc, 0, 3, label="PER"), tokens.Span(doc, 1, 2, label="LOC")]
    tokens.DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    (document,) = registry.read_file(tmp_path / "a.spacy")
    assert [(one.label, one.words(document.text)) for one in document.annotations] == [
        ("PER", "Мэр Алматы Сеитов"),
        ("LOC", "Алматы"),
    ]


def test_a_docbin_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("spacy.tokens")
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(257 << 20)))
    with pytest.raises(UserError, match="too large"):
        list(registry.read_file(tmp_path / "a.spacy"))


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("cas-xmi", "cassis", "cas"), ("spacy", "spacy.tokens", "spacy")]
)
def test_a_library_that_is_missing_is_named_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UserError, match=rf"pometka\[{extra}\]"):
        write(tmp_path, name, "out.spacy")
    assert not list(tmp_path.iterdir())


def test_a_project_is_valid_by_the_schema_of_the_standard(tmp_path: Path) -> None:
    schema = os.environ.get("POMETKA_REFI_QDA_XSD", "")
    if not schema:
        pytest.skip("POMETKA_REFI_QDA_XSD names no copy of Project-mrt2019.xsd of the REFI-QDA standard")
    etree = pytest.importorskip("lxml.etree")
    with zipfile.ZipFile(write(tmp_path, "qdpx", "a.qdpx")) as archive:
        etree.XMLSchema(etree.parse(schema)).assertValid(etree.fromstring(archive.read("project.qde")))


def test_a_project_has_the_parts_that_the_schema_asks_for_in_its_order(tmp_path: Path) -> None:
    """State the order that the schema of REFI-QDA asks for.

    The schema is not in the project, its licence being unclear.
    """
    with zipfile.ZipFile(write(tmp_path, "qdpx", "a.qdpx")) as archive:
        root = ET.fromstring(archive.read("project.qde"))
        names = archive.namelist()
    assert root.tag == f"{{{QDA}}}Project"
    order = ["Users", "CodeBook", "Sources", "Notes", "Links", "Sets", "Graphs", "Description", "NoteRef"]
    parts = [child.tag.partition("}")[2] for child in root]
    assert parts == [name for name in order if name in parts]
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(set(guids)) == len(guids)
    targets = {element.get("targetGUID") for element in root.iter() if element.get("targetGUID")}
    assert targets <= set(guids)
    source = root.find(f".//{{{QDA}}}TextSource")
    assert source is not None
    assert f"sources/{source.get('plainTextPath', '').removeprefix('internal://')}" in names
    for selection in root.iter(f"{{{QDA}}}PlainTextSelection"):
        words = TEXT[int(selection.get("startPosition", "")) : int(selection.get("endPosition", ""))]
        assert " ".join(words.split()) == selection.get("name")


@pytest.mark.parametrize("unit", ["utf-32-le", "utf-16-le"])
def test_positions_of_another_program_are_tested_on_the_names(tmp_path: Path, unit: str) -> None:
    width = 4 if unit == "utf-32-le" else 2
    start, stop = (len(TEXT[: TEXT.index("𝐀лматы") + more].encode(unit)) // width for more in (0, 6))
    project = (
        f'<Project xmlns="{QDA}" name="p"><CodeBook><Codes><Code guid="c" name="Город" isCodable="true"/></Codes>'
        f'</CodeBook><Sources><TextSource guid="s" name="Статья" plainTextPath="internal://s.txt"><PlainTextSelection '
        f'guid="x" name="𝐀лматы" startPosition="{start}" endPosition="{stop}"><Description>верно?</Description>'
        f'<Coding guid="k"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr("sources/s.txt", "\ufeff" + TEXT)
    (tmp_path / "a.qdpx").write_bytes(buffer.getvalue())
    (document,) = registry.read_file(tmp_path / "a.qdpx")
    assert [(one.label, one.words(document.text)) for one in document.annotations] == [("Город", "𝐀лматы")]
    assert document.notes[0].text == "верно?" and document.article.title == "Статья"


def test_what_a_project_holds_beyond_its_texts_is_named_and_counted(tmp_path: Path) -> None:
    project = (
        f'<Project xmlns="{QDA}" name="p"><Sources>'
        '<TextSource guid="s" name="Статья"><PlainTextContent>Мост открыт.</PlainTextContent></TextSource>'
        '<PictureSource guid="t" name="Снимок моста"/><PDFSource guid="u" name="Отчёт"/></Sources>'
        '<Links><Link guid="l" name="о" originGUID="s" targetGUID="t"/></Links></Project>'
    )
    with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as archive:
        archive.writestr("project.qde", project)
    (document,) = registry.read_file(tmp_path / "a.qdpx")
    assert [str(message) for message in document.lost] == [
        "1 links are left out: they do not join two places of one text.",
        "2 sources that are no text are left out: Снимок моста, Отчёт.",
    ]
