"""The one door to files.

What is read, by which format, and what a bad file says.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.message import Message, UserError
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.file_format import FileFormat
from app.formats.source.documents import make_document
from app.formats.source.file_text import MAX_FILE_BYTES


def fault_of(path: Path, format_name: str | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        list(registry.read_file(path, format_name))
    return caught.value


def test_a_folder_is_walked_in_order_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in ("б.txt", "a.TXT", "sub/c.jsonl", ".hidden/d.txt", ".e.txt", "README.md", "readme.txt", "photo.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in registry.list_files([tmp_path]).files]
    assert found == ["a.TXT", "б.txt", "sub/c.jsonl"]


def test_a_file_that_is_named_counts_whatever_it_is_called(tmp_path: Path) -> None:
    paths = [tmp_path / "README.txt", tmp_path / "missing.txt"]
    assert registry.list_files(paths).files == paths


def test_a_text_without_a_frame_is_plain_text_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("\nПервая строка\nвторая\n\n", "utf-8")
    (document,) = registry.read_file(path)
    assert document.text == "\nПервая строка\nвторая\n\n"
    assert document.article.title == "Первая строка"


def test_a_framed_text_can_be_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "framed.txt"
    path.write_text(" date 2025-09-02 Заголовок\n", "utf-8")
    (document,) = registry.read_file(path, "text")
    assert document.text == " date 2025-09-02 Заголовок\n"


def test_a_first_line_without_end_gives_a_title_that_lists_can_show(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("слово " * 100_000, "utf-8")
    (document,) = registry.read_file(path)
    assert len(document.article.title) <= 200
    assert document.article.title.endswith("слово…")


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf", " \n".encode("utf-16")])
def test_an_empty_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leer.txt"
    path.write_bytes(content)
    assert "“leer.txt” is empty" in str(fault_of(path).message)


def test_a_picture_is_no_text_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    assert "“photo.txt” is a picture" in str(fault_of(path).message)
    assert "“photo.txt”" in str(fault_of(path, "jsonl").message)


def test_zero_bytes_inside_a_utf8_text_are_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "zero.txt"
    path.write_bytes("Гла\x00ва государства выступил сегодня".encode())
    (document,) = registry.read_file(path)
    assert document.text == "Глава государства выступил сегодня"


def test_a_broken_character_is_told_with_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(" date 2025-09-02 Глава государства ".encode() + b"\xff" + " выступил сегодня в Астане".encode())
    (document,) = registry.read_file(path)
    assert document.article.title == "Глава государства \ufffd выступил сегодня в Астане"
    assert "“broken.txt” has 1 broken" in str(document.lost[0])


def test_a_file_beyond_the_bound_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert "“huge.txt” is too large" in str(fault_of(path).message)


@pytest.mark.parametrize("format_name", ["article", "text", "jsonl", None])
def test_a_folder_and_a_missing_file_are_named(tmp_path: Path, format_name: str | None) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert "“folder.txt” is a folder" in str(fault_of(folder, format_name).message)
    assert "“missing.txt” was not found" in str(fault_of(tmp_path / "missing.txt", format_name).message)


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes with a name")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert f"“{name}” is a pipe or a device" in str(fault_of(tmp_path / name).message)


def test_a_folder_that_is_closed_is_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("x", "utf-8")
    looked, listed = os.scandir, os.listdir

    def refuse(path: str, look: Callable[[str], object]) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", lambda path: refuse(path, looked))
    monkeypatch.setattr(os, "listdir", lambda path: refuse(path, listed))
    assert registry.list_files([tmp_path]).files == [tmp_path / "a.txt", tmp_path / "closed"]
    assert "“closed” cannot be read: you may not open it" in str(fault_of(tmp_path / "closed").message)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name != "posix", reason="links need rights elsewhere")
def test_links_in_a_circle_end_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "loop").mkdir()
    (tmp_path / "loop" / "up").symlink_to("..")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "loop" / "a.txt").write_text("x", "utf-8")
    listing = registry.list_files([tmp_path])
    assert listing.files == [tmp_path / "loop" / "a.txt"]
    assert [str(one) for one in listing.messages()] == ["“self.txt” is left out: it is a link that leads nowhere."]
    assert "“self.txt”" in str(fault_of(tmp_path / "self.txt").message)


@pytest.mark.skipif(os.name != "posix", reason="names are text elsewhere")
def test_the_name_of_a_file_that_is_no_text_leaves_a_key_that_is(tmp_path: Path) -> None:
    for name, content in ((b"bad\xff.txt", "Новость."), (b"bad\xff.jsonl", '{"text": "Новость."}')):
        path = tmp_path / os.fsdecode(name)
        path.write_text(content, "utf-8")
        (document,) = registry.read_file(path)
        assert document.article.key in ("bad", "bad-1")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x", "utf-8")
    path.chmod(0)
    assert "“secret.txt” cannot be read" in str(fault_of(path).message)


def test_an_unknown_kind_of_file_names_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "table.xyz").write_text("x", "utf-8")
    fault = fault_of(tmp_path / "table.xyz")
    assert ".jsonl" in str(fault.hint) and ".txt" in str(fault.hint)
    with pytest.raises(UserError, match=r"\.xlsx"):
        registry.write_file([], tmp_path / "table.xyz", ExportContext())


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    assert ", ".join(registry.format_names()) in str(fault_of(tmp_path / "a.txt", "nonesuch").hint)
    assert {"article", "text", "jsonl", "xlsx", "brat", "doccano", "prodigy"} <= set(registry.format_names())


def test_every_format_reads_or_writes_and_says_what_it_loses() -> None:
    for known in registry.FORMATS:
        assert known.read or known.write
        assert registry.find_format(known.name) is known
    assert registry.find_format("xlsx").loses
    assert not registry.find_format("jsonl").loses


@pytest.mark.parametrize(("size", "is_refused"), [(64 << 20, False), ((64 << 20) + 1, True)])
def test_a_file_of_64_mb_is_read_and_a_larger_one_refused(tmp_path: Path, size: int, is_refused: bool) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(size)
    assert ("is too large" in str(fault_of(path).message)) is is_refused  # all of it is NUL, which is no text


def test_a_file_whose_format_is_named_is_read_by_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("\nСтрока\n\n", "utf-8")
    texts = [next(registry.read_file(path, name)).text for name in (None, "text", "article", "ARTICLE")]
    assert texts == ["\nСтрока\n\n", "\nСтрока\n\n", "Строка", "Строка"]


@pytest.mark.parametrize("name", [one.name for one in registry.FORMATS if one.write and one.companions])
def test_what_a_format_writes_beside_its_files_is_no_article(tmp_path: Path, name: str) -> None:
    known = registry.find_format(name)
    path = tmp_path / "out" if known.many_files else tmp_path / f"out{known.extensions[0]}"
    document = make_document("Город растёт.", title="Город")
    registry.write_file([document], path, ExportContext(options=ExportOptions(format_name=name)))
    (tmp_path / "photo.png").write_bytes(b"x")
    listing = registry.list_files([tmp_path])
    assert len(listing.files) == 1
    assert [place.name for place in listing.unknown.values()] == ["photo.png"]


def made_format(name: str, extension: str, mark: str) -> FileFormat:
    """Return a format that recognises files by a mark.

    The mark is at their start.
    """
    return FileFormat(
        name,
        Message("Made up"),
        (extension,),
        read=lambda path: iter([make_document(f"{name} reads {path.name}")]),
        matches=lambda sample: sample.text.startswith(mark),
        many_files=True,
        companions=(".txt",),
    )


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.one", "ONE", "one"),
        ("a.one", "TWO", "two"),  # content before extension
        ("a.txt", "TWO", "two"),
        ("a.one", "neither", "one"),  # its reader says what is wrong
        ("a.jsonl", '{"text": "Слово"}', "jsonl"),
    ],
)
def test_a_file_is_known_by_its_content_before_its_extension(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, reader: str
) -> None:
    made = (made_format("one", ".one", "ONE"), made_format("two", ".two", "TWO"))
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, *made))
    (tmp_path / name).write_text(content, "utf-8")
    found = registry.recognise_format(tmp_path / name)
    assert found is not None and found.name == reader


def test_a_companion_of_a_file_is_no_article_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, made_format("one", ".one", "ONE")))
    for name in ("a.one", "a.txt", "b.txt", "c.zip"):
        (tmp_path / name).touch()
    assert [path.name for path in registry.list_files([tmp_path]).files] == ["a.one", "b.txt", "c.zip"]


def test_a_file_without_an_article_is_named(tmp_path: Path) -> None:
    path = tmp_path / "канал.json"
    path.write_text('{"name": "Канал", "type": "public_channel", "id": 1, "messages": []}', "utf-8")
    assert "“канал.json” has no article" in str(fault_of(path, "telegram").message)
