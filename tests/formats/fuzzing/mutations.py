"""Ways to damage a file, each by chance."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

_MAX_BOMB_BYTES = 1 << 30
_TOKENS = (
    b"\x00" * 40,
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"\x1b[31m",
    "\u202e\u2028\ufeff".encode(),
    b"-1",
    b"1e999",
    b"9" * 5_000,
    b"NaN",
    b"null",
    b"true",
    b"{}",
    b"[[]]",
    b'""',
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>&b;',
    b"&#xD800;&#0;&nbsp;&unknown;",
    b"<b>" * 20_000,
    b"[" * 20_000,
    b'{"a":' * 20_000,
    b"{\\b " * 20_000,
    b"\n" * 1_000,
    b"\t;,|" * 50,
    b'"' * 3,
    b"data:image/png;base64,AAAA",
)

Mutation = Callable[[bytes, Random], bytes]


def truncate(raw: bytes, random: Random) -> bytes:
    return raw[: random.randrange(len(raw) + 1)]


def flip_bytes(raw: bytes, random: Random) -> bytes:
    damaged = bytearray(raw)
    for _ in range(random.choice((1, 1, 3, 20))):
        if damaged:
            damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


def cut_out(raw: bytes, random: Random) -> bytes:
    start, stop = sorted(random.randrange(len(raw) + 1) for _ in range(2))
    return raw[:start] + raw[stop:]


def repeat_part(raw: bytes, random: Random) -> bytes:
    start, stop = sorted(random.randrange(len(raw) + 1) for _ in range(2))
    return raw[:stop] + raw[start:stop] * random.choice((1, 2, 10)) + raw[stop:]


def insert_token(raw: bytes, random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    return raw[:place] + random.choice(_TOKENS) + raw[place:]


def replace_word(raw: bytes, random: Random) -> bytes:
    """Replace a run of letters or digits by a token.

    It is a value of another type.
    """
    words = [match for match in raw.replace(b'"', b" ").split() if len(match) < 40]
    return raw.replace(random.choice(words), random.choice(_TOKENS), 1) if words else raw


def nest_deeply(raw: bytes, random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    opening, closing = random.choice(((b"<div>", b"</div>"), (b"[", b"]"), (b"{", b"}"), (b'{"a":[', b"]}")))
    return raw[:place] + opening * 100_000 + closing * random.choice((0, 100_000)) + raw[place:]


def join_bytes(raw: bytes, random: Random) -> bytes:
    return bytes(random.randrange(256) for _ in range(random.choice((1, 16, 200)))) + raw


MUTATIONS: tuple[Mutation, ...] = (
    truncate,
    flip_bytes,
    cut_out,
    repeat_part,
    insert_token,
    insert_token,
    replace_word,
    nest_deeply,
    join_bytes,
)


def mutate(raw: bytes, random: Random) -> bytes:
    """Return a damaged file.

    Of a zip, a damaged part in a whole zip more often than a damaged zip.
    """
    if raw.startswith(b"PK") and random.random() < 0.75:
        return _mutate_part(raw, random)
    return random.choice(MUTATIONS)(raw, random)


def _mutate_part(raw: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(list(parts))
    match random.randrange(8):
        case 0:
            del parts[name]
        case 1:
            parts[random.choice(("../x", "/etc/x", "C:\\x", "a\nb", "."))] = parts.pop(name)
        case 2:
            parts[name] += b" " * (_MAX_BOMB_BYTES >> random.randrange(3, 8))
        case _:
            parts[name] = random.choice(MUTATIONS)(parts[name], random)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for kept, content in parts.items():
            archive.writestr(kept, content)
    return whole.getvalue()
