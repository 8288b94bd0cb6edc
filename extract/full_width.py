"""Figures and signs of full width (`２０１９．５．`, `（국비）`): read as the plain ones, and given back as they are printed.

Old files set them among Hangul. Every pattern behind this knows only the plain ones; what a dataset calls raw is what the source prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pledgecards.extract.document import Document
from pledgecards.extract.page import Block, Line, Table

_WIDE = "０１２３４５６７８９！＂％＆（），．／：；＜＝＞？［］＋－"
_DASHES = "−‐‑"
# No letters: alone they are check marks, of full width as of half. No tilde: it is as common as the plain one, and read wherever that is.
_PLAIN = {ord(wide): ord(wide) - 0xFEE0 for wide in _WIDE} | dict.fromkeys(map(ord, _DASHES), ord("-"))
_ANY = re.compile(f"[{_WIDE}{_DASHES}]")
_SPACE = re.compile(r"\s+")
_FURTHEST = 20_000
"""So many signs behind its place, or before it, a text is looked for at most: a page has fewer."""

Spot = tuple[int | None, int | None]
"""The page, or the line of a text file."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a document prints, without its blanks, in its own signs and in plain ones, letter for letter; where each page or line begins."""

    own: str
    plain: str
    starts: dict[Spot, int]

    def own_signs(self, text: str, page: int | None, line: int | None) -> str:
        """A text that was read at a place, as it is printed there; as it was read where it cannot be found, as one put together."""
        bare = _SPACE.sub("", text)
        low = self.starts.get((page, line))
        if low is None:
            low, high = 0, len(self.plain)
        else:
            high = low + _FURTHEST
        found = self.plain.find(bare, low, high)
        if found < 0:  # the head above a figure
            found = self.plain.rfind(bare, max(low - _FURTHEST, 0), low)
        if not bare or found < 0:
            return text
        printed = self.own[found : found + len(bare)]
        if printed == bare:
            return text  # most texts
        own = iter(printed)
        return "".join(letter if letter.isspace() else next(own) for letter in text)


def in_plain_signs(document: Document) -> tuple[Document, Printed | None]:
    """The document with a plain sign for every one of full width, and what it prints; itself and None where it has none, as most."""
    lines: list[Line] = []
    for page in document.pages:
        _add_lines(page.blocks, lines)
    if _ANY.search("\n".join([line.text for line in lines])) is None:
        return document, None
    starts: dict[Spot, int] = {}
    texts, end = [], 0
    for line in lines:
        starts.setdefault((line.place.page, line.place.line), end)
        texts.append(_SPACE.sub("", line.text))
        end += len(texts[-1])
    own = "".join(texts)
    pages = tuple(replace(page, blocks=tuple(map(_plain_block, page.blocks))) for page in document.pages)
    return replace(document, pages=pages), Printed(own, own.translate(_PLAIN), starts)


def _add_lines(blocks: tuple[Block, ...], lines: list[Line]) -> None:
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        for cell in block.cells:
            lines += cell.lines
            if cell.tables:
                _add_lines(cell.tables, lines)


def _plain_block(block: Block) -> Block:
    return _plain_line(block) if isinstance(block, Line) else _plain_table(block)


def _plain_line(line: Line) -> Line:
    return replace(line, text=line.text.translate(_PLAIN)) if _ANY.search(line.text) else line


def _plain_table(table: Table) -> Table:
    cells = (
        replace(cell, lines=tuple(map(_plain_line, cell.lines)), tables=tuple(map(_plain_table, cell.tables)))
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells))
