"""The characters of pages, as pdfium's text pages number them, one page after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.loops import handle
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.calls import Numbers, numbered


class Letters:
    """So many characters of each text page. A place is a character's number among all of them."""

    def __init__(self, text_pages: Sequence[int], counts: Sequence[int]) -> None:
        self._text_pages, self._counts = text_pages, counts
        self._owners, self._numbers = numbered(text_pages, counts)

    def ask_all(self, call: calls.Call) -> Numbers:
        """What a call says of every character."""
        return call.each(self._owners, self._numbers)

    def ask(self, call: calls.Call, places: Numbers) -> Numbers:
        """What a call says of the characters at places."""
        return call.each(self._owners[places], self._numbers[places])

    def fill(self, writer: calls.Writer, places: Numbers) -> NDArray[Any]:
        """What a call writes for the characters at places; a row for each."""
        return writer.each(self._owners[places], self._numbers[places])

    def codes(self) -> NDArray[np.uint32]:
        """The code point of every character: in one call where pdfium's text of a page has one for each, else one by one."""
        found = [np.empty(0, np.uint32)]
        for text_page, count in zip(self._text_pages, self._counts, strict=True):
            buffer = np.empty(2 * count + 2, np.uint16)
            written = calls.page_text.once(text_page, 0, count, handle(buffer.ctypes.data)) - 1
            if written == count:
                found.append(buffer[:count].astype(np.uint32))
            else:
                found.append(calls.char_code.each(*numbered([text_page], [count])).astype(np.uint32))
        return np.concatenate(found)
