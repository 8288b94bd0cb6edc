"""Forms that draw one another. pdfium opens out all that a page draws before it gives anything: forms that draw the next one ten times
each, twelve deep, keep it busy for ever. Such a file is read the other way, where drawing is counted.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

_FORM = re.compile(rb"/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])(?![^\s\0/%\[\]<>(){}])")
_OBJECT = re.compile(rb"(\d{1,10})[\s\0]+\d{1,5}[\s\0]+$")
_FLATE = re.compile(rb"/Filter[\s\0]*\[?[\s\0]*/(?:FlateDecode|Fl)[\s\0]*(?:\]|/(?!\w*Decode|Fl\b)|>)")
_STREAM = re.compile(rb"stream\r?\n")
_DRAWS = re.compile(rb"(?<=[\s\0\]>)])Do(?![^\s\0/%\[\]<>(){}])")
_NAMED = re.compile(rb"/([^\s\0/%\[\]<>(){}]*)[\s\0]+Do(?![^\s\0/%\[\]<>(){}])")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")

_LONGEST = 100_000
"""No form's dictionary is longer than so many bytes."""
_MOST_READ = 50_000_000
"""So many bytes of forms are looked at, at most."""
_MOST_DRAWN = 20_000_000
"""So many bytes of forms may be drawn by one form with all that it draws."""


class _Unclear(Exception):
    """It cannot be told what a form draws."""


def may_multiply(data: bytes) -> bool:
    """Whether forms of a file draw one another too often, or it cannot be told."""
    try:
        numbers = [number for number, content in _forms(data) if content is None or len(_DRAWS.findall(content)) > 1]
        return bool(numbers) and _Web(data).weighs_too_much(numbers)
    except _Unclear:
        return True


def _forms(data: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Every form's number and content; None where that is packed in another way than usual."""
    done = left = 0
    for word in _FORM.finditer(data):
        if word.start() < done:
            continue
        start = data.rfind(b"obj", max(done, word.start() - _LONGEST), word.start())
        stream = _STREAM.search(data, word.end(), word.end() + _LONGEST)
        number = _OBJECT.search(data, max(0, start - 30), start) if start >= 0 else None
        if number is None or stream is None or b"endobj" in data[word.end() : stream.start()]:
            continue  # the word stands in something else: no stream is a form without it
        done = stream.end()
        head = data[start : stream.start()]
        content: bytes | None = None
        if b"/Filter" not in head:
            end = data.find(b"endstream", done)
            content = data[done : end if end >= 0 else None]
            done += len(content)
        elif _FLATE.search(head) and b"/DecodeParms" not in head:
            try:
                content = zlib.decompressobj().decompress(data[done:], _MOST_READ)
            except zlib.error:
                content = None  # encrypted
        left += len(content or b"")
        if left > _MOST_READ:
            raise _Unclear
        yield int(number[1]), content


class _Web:
    """Which forms a form draws, and how many bytes there are to draw in all."""

    def __init__(self, data: bytes) -> None:
        # pdfminer takes long to load, and few files have forms that draw more than one thing.
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfparser import PDFParser

        try:
            self._document: Any = PDFDocument(PDFParser(io.BytesIO(data)))
        except Exception as error:
            raise _Unclear from error
        self._weights: dict[int, int] = {}
        self._around: set[int] = set()

    def weighs_too_much(self, numbers: list[int]) -> bool:
        """Whether one of the forms draws too much. numbers: of their objects."""
        return any(self._weight(number) > _MOST_DRAWN for number in numbers)

    def _weight(self, number: int) -> int:
        if number in self._around or len(self._around) > 40:
            raise _Unclear
        if number not in self._weights:
            self._around.add(number)
            content, drawn = self._drawn(number)
            self._weights[number] = min(len(content) + sum(map(self._weight, drawn)), 2 * _MOST_DRAWN)
            self._around.discard(number)
        return self._weights[number]

    def _drawn(self, number: int) -> tuple[bytes, list[int]]:
        """A form's content, and the numbers of the forms that it draws, each as often as it does."""
        from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, resolve1
        from pdfminer.psparser import literal_name

        try:
            form = self._document.getobj(number)
            if not isinstance(form, PDFStream) or literal_name(form.get("Subtype")) != "Form":
                return b"", []
            content = form.get_data()
            table = dict_value(dict_value(form.get("Resources") or {}).get("XObject") or {})
            forms = {
                name.encode("latin-1", "replace"): entry.objid if _is_form(resolve1(entry)) else None
                for name, entry in table.items()
                if isinstance(entry, PDFObjRef)
            }
        except Exception as error:
            raise _Unclear from error
        names = [_ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), name) for name in _NAMED.findall(content)]
        # What is none of its own is the page's.
        if len(names) != len(_DRAWS.findall(content)) or not forms.keys() >= set(names):
            raise _Unclear
        return content, [drawn for name in names if (drawn := forms[name]) is not None]


def _is_form(entry: Any) -> bool:
    from pdfminer.pdftypes import PDFStream
    from pdfminer.psparser import literal_name

    return isinstance(entry, PDFStream) and literal_name(entry.get("Subtype")) == "Form"
