"""The characters of pages, as pdfium's text pages number them, one page after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf import pdfium_calls as calls
from pledgecards.extract.pdf.pdfium_calls import Handle, handle


class Letters:
    """So many characters of each text page. A place is a character's number among all of them."""

    def __init__(self, text_pages: Sequence[Handle], counts: Sequence[int]) -> None:
        self._text_pages, self._counts = text_pages, counts
        self._page = np.arange(len(counts)).repeat(counts)
        self._number = np.concatenate([np.arange(count) for count in counts])

    def __len__(self) -> int:
        return len(self._page)

    def ask_all(self, call: calls.Call) -> Iterator[int]:
        """What a call says of every character."""
        return calls.ask(call, self._owners(self._counts), chain.from_iterable(map(range, self._counts)))

    def ask(self, call: calls.Call, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """What a call says of the characters at places, which go from page to page."""
        return np.fromiter(calls.ask(call, *self._arguments(places)), np.int64, len(places))

    def fill(self, slots: calls.Slots, call: calls.Call, places: NDArray[np.int64]) -> NDArray[Any]:
        """What a call writes for the characters at places, which go from page to page; a row for each."""
        return slots.fill(call, len(places), *self._arguments(places))

    def _arguments(self, places: NDArray[np.int64]) -> tuple[Iterator[Handle], list[int]]:
        counts = np.bincount(self._page[places], minlength=len(self._counts)).tolist()
        return self._owners(counts), self._number[places].tolist()

    def _owners(self, counts: Sequence[int]) -> Iterator[Handle]:
        return chain.from_iterable(map(repeat, self._text_pages, counts))

    def codes(self) -> NDArray[np.uint32]:
        """The code point of every character: in one call where pdfium's text of a page has one for each, else one by one."""
        found = [np.empty(0, np.uint32)]
        for text_page, count in zip(self._text_pages, self._counts, strict=True):
            buffer = np.empty(2 * count + 2, np.uint16)
            written = calls.page_text(text_page, 0, count, handle(buffer.ctypes.data)) - 1
            if written == count:
                found.append(buffer[:count].astype(np.uint32))
            else:
                found.append(np.fromiter(calls.ask(calls.char_code, repeat(text_page), range(count)), np.uint32, count))
        return np.concatenate(found)
