"""What a PDF may hold, told from its bytes without reading it: words of its objects, plainly or among objects that are packed together."""

from __future__ import annotations

import re
import zlib

_PACKED = re.compile(rb"/ObjStm\b.{0,500}?stream\r?\n", re.DOTALL)
_MOST_BYTES = 2_000_000

_SHADING = re.compile(rb"/ShadingType")
_LAYERS = re.compile(rb"/OCProperties")
_SWITCHED_OFF = re.compile(
    rb"/OFF\s*(?:\[\s*\d|\d+\s+\d+\s+R)|/(?:BaseState|ViewState)\s*/OFF|/P\s*/A(?:ll|ny)Off|/VE\s*(?:\[|\d+\s+\d+\s+R)"
)


def may_shade(data: bytes) -> bool:
    """Whether a file defines any shading."""
    return _says(data, _SHADING)


def may_hide_layers(data: bytes) -> bool:
    """Whether a file has layers of which some may be switched off."""
    return _says(data, _LAYERS) and _says(data, _SWITCHED_OFF)


def _says(data: bytes, words: re.Pattern[bytes]) -> bool:
    if words.search(data):
        return True
    for found in _PACKED.finditer(data):
        try:
            objects = zlib.decompressobj().decompress(data[found.end() : found.end() + _MOST_BYTES], _MOST_BYTES)
        except zlib.error:
            continue
        if words.search(objects):
            return True
    return False
