"""Text files that people give the program: lists of inputs, words of their own, corrections."""

from __future__ import annotations

import codecs

from pledgecards.language import _

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def written_text(data: bytes) -> str:
    """The text of such a file, in whichever encoding its program saved it. ValueError: it is no text.

    UTF-8, UTF-16 with a byte order mark (lists that PowerShell makes) or CP949 (those of the Windows command line, spreadsheets).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding)
    return _decoded(data, "utf-8", "cp949")


def _decoded(data: bytes, *encodings: str) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(_("no text in UTF-8 or CP949"))
