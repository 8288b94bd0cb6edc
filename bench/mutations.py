"""Damage to files, decided by a seed: the same seed damages a file in the same way."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Sequence
from random import Random

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_STREAM = re.compile(rb"(<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>)\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_LENGTH = re.compile(rb"/Length\s+\d+(\s+\d+\s+R)?")
_NUMBERS = (
    b"0",
    b"-1",
    b"1e308",
    b"99999999999",
    b"-32768",
    b"2147483648",
    b"4294967296",
    b"0.0000001",
    b"1.7E+40",
    b"00",
    b"-",
    b"",
)
_CONTROLS = [
    "\x00",
    "\x07",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ud7ff",
    "\ue000",
    "\U000e0001",
    "\u0301" * 50,
]

Damage = Callable[[bytes, bytes, Random], bytes]
"""(the file, another file of its kind, the dice) → the damaged file."""


def flip_bits(data: bytes, _: bytes, dice: Random) -> bytes:
    """Up to 64 bits are turned over."""
    damaged = bytearray(data)
    for _step in range(dice.randint(1, 64)):
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
    return bytes(damaged)


def overwrite(data: bytes, _: bytes, dice: Random) -> bytes:
    """A stretch becomes noise, zeros or spaces."""
    start = dice.randrange(len(data))
    length = min(len(data) - start, dice.randint(1, 2000))
    filling = dice.choice([dice.randbytes(length), bytes(length), b" " * length])
    return data[:start] + filling + data[start + length :]


def truncate(data: bytes, _: bytes, dice: Random) -> bytes:
    """The file ends early, as a broken download does."""
    return data[: dice.randrange(len(data))]


def cut(data: bytes, _: bytes, dice: Random) -> bytes:
    """A stretch is missing."""
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randint(1, 5000) :]


def repeat(data: bytes, _: bytes, dice: Random) -> bytes:
    """A stretch stands there several times."""
    start = dice.randrange(len(data))
    part = data[start : start + dice.randint(1, 3000)]
    return data[:start] + part * dice.randint(2, 30) + data[start:]


def splice(data: bytes, other: bytes, dice: Random) -> bytes:
    """The head of one file, the tail of another."""
    return data[: dice.randrange(len(data))] + other[dice.randrange(len(other)) :]


def numbers(data: bytes, _: bytes, dice: Random) -> bytes:
    """Some numbers become huge, negative, nothing or no number."""
    places = [match.span() for match in _NUMBER.finditer(data)]
    chosen = sorted(dice.sample(places, min(len(places), dice.randint(1, 40))), reverse=True)
    for start, end in chosen:
        data = data[:start] + dice.choice(_NUMBERS) + data[end:]
    return data


def swap_streams(data: bytes, _: bytes, dice: Random) -> bytes:
    """Two streams of a PDF change places: a font stands where the page was."""
    bodies = [match.span(2) for match in _STREAM.finditer(data)]
    if len(bodies) < 2:
        return truncate(data, data, dice)
    (a, b), (c, d) = sorted(dice.sample(bodies, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def inflate(data: bytes) -> bytes:
    """A PDF with its streams unpacked, so that damage meets operators and not only their packing. Its xref no longer fits."""

    def unpacked(match: re.Match[bytes]) -> bytes:
        head, body = match.groups()
        filters = _FILTER.search(head)
        if filters is None or b"DecodeParms" in head:
            return match[0]
        try:
            if b"ASCII85Decode" in filters[0]:
                body = base64.a85decode(body.strip().removesuffix(b"~>"))
            body = zlib.decompress(body) if b"FlateDecode" in filters[0] else body
        except (ValueError, zlib.error):
            return match[0]
        head = _LENGTH.sub(b"/Length %d" % len(body), _FILTER.sub(b"", head))
        return head + b"\nstream\n" + body + b"\nendstream"

    return _STREAM.sub(unpacked, data)


def _text(change: Callable[[list[str], Random], list[str]]) -> Damage:
    def damage(data: bytes, _: bytes, dice: Random) -> bytes:
        return "\n".join(change(_decoded(data).split("\n"), dice)).encode("utf-8", "surrogatepass")

    return damage


def _decoded(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _shuffled(lines: list[str], dice: Random) -> list[str]:
    start = dice.randrange(len(lines))
    part = lines[start : start + dice.randint(2, 40)]
    dice.shuffle(part)
    return lines[:start] + part + lines[start + len(part) :]


def _dropped(lines: list[str], dice: Random) -> list[str]:
    share = dice.random()
    return [line for line in lines if dice.random() > share]


def _joined(lines: list[str], dice: Random) -> list[str]:
    return [dice.choice(["", " ", "|", "\t"]).join(lines)]


def _stretched(lines: list[str], dice: Random) -> list[str]:
    place = dice.randrange(len(lines))
    piece = dice.choice([*"([{-■|'~0,.년 ☑", *(line for line in lines[:50] if line)])
    return [*lines[:place], piece * dice.randint(100, 20_000 // len(piece) + 101), *lines[place:]]


def _controlled(lines: list[str], dice: Random) -> list[str]:
    result = list(lines)
    for _ in range(dice.randint(1, 40)):
        place = dice.randrange(len(result))
        column = dice.randint(0, len(result[place]))
        result[place] = result[place][:column] + dice.choice(_CONTROLS) + result[place][column:]
    return result


def _indented(lines: list[str], dice: Random) -> list[str]:
    return [" " * dice.randint(0, 300) + line for line in lines]


def _multiplied(lines: list[str], dice: Random) -> list[str]:
    return lines * dice.randint(2, 12)


def miscoded(data: bytes, _: bytes, dice: Random) -> bytes:
    """The text in another encoding, at times with a byte too many."""
    encoding = dice.choice(["cp949", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-7", "shift_jis", "utf-8-sig"])
    damaged = _decoded(data).encode(encoding, "replace")
    place = dice.randrange(len(damaged))
    return damaged[:place] + dice.choice([b"", b"\x80", b"\xff"]) + damaged[place:]


BYTES: tuple[Damage, ...] = (flip_bits, overwrite, truncate, cut, repeat, splice, numbers)
LINES: tuple[Damage, ...] = tuple(
    map(_text, (_shuffled, _dropped, _joined, _stretched, _controlled, _indented, _multiplied))
)


def damaged(number: int, seed: int, papers: Sequence[bytes], texts: Sequence[bytes]) -> tuple[str, bytes]:
    """The damaged file of a number: its name and its bytes. papers, texts: the sound files that it is made from.

    Half are PDFs (every second with its streams unpacked first), half text; one in four is damaged twice.
    """
    dice = Random(f"{seed}/{number}")
    is_paper = number % 2 == 0
    pool = papers if is_paper else texts
    data, other = dice.choice(pool), dice.choice(pool)
    if is_paper and dice.random() < 0.5:
        data = inflate(data)
    ways = (*BYTES, swap_streams) if is_paper else (*BYTES, *LINES, miscoded)
    for _ in range(2 if dice.random() < 0.25 else 1):
        if data:
            data = dice.choice(ways)(data, other, dice)
    return f"{number:06d}.{'pdf' if is_paper else 'txt'}", data
