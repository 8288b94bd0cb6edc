"""Packed streams of a PDF that are damaged: what is left of them is read as if it were whole, with signs lost or others in their place."""

from __future__ import annotations

import re
import zlib

from pledgecards.extract.document import Notice

_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
"""The begin of a stream whose first byte is that of packed data."""
_LEFT_OUT = re.compile(rb"/Image|/Length1|/CIDFontType0C|/Type1C|/OpenType")
"""What stands before pictures and the outlines of fonts: most of a file, and nothing that its words are read by."""
_LONGEST_HEAD = 400
_MOST_EACH, _MOST = 4_000_000, 64_000_000
"""So many bytes of a stream, and of all streams, are unpacked to see whether they are sound."""


def damage_notice(data: bytes) -> list[Notice]:
    """That streams of a file are damaged, if any are."""
    count = damaged_streams(data)
    if not count:
        return []
    message = f"PDF 안의 압축된 자료 {count}개가 손상되어, 글자나 숫자가 빠졌거나 다른 것으로 읽혔을 수 있습니다. 원본과 견주어 보십시오."
    return [Notice("file.corrupt", message)]


def damaged_streams(data: bytes) -> int:
    """How many of the streams that a file's words are read by do not unpack to what was packed: their own checksum says so."""
    if b"/Encrypt" in data:
        return 0
    found, room = 0, _MOST
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(b"endstream", start)
        if end < 0 or room <= 0 or int.from_bytes(data[start : start + 2], "big") % 31:
            continue
        head = max(0, match.start() - _LONGEST_HEAD)
        head = max(head, data.rfind(b"obj", head, match.start()))
        if _LEFT_OUT.search(data, head, match.start()) is not None:
            continue
        try:
            room -= len(zlib.decompressobj().decompress(data[start:end], _MOST_EACH))
        except zlib.error:
            found += 1
    return found
