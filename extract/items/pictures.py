"""Captions of pictures (`▲ 준공식(2020. 5. 15.)`): what they show was done, but they are no deeds of their own."""

from __future__ import annotations

from pledgecards.extract.markers import BRACKET, Marked
from pledgecards.extract.page import Line, Table
from pledgecards.schemas.vocabulary import Vocabulary


def under_picture(line: Line, marked: Marked, vocabulary: Vocabulary) -> bool:
    """Whether a line is the caption of the picture above it: no bullet, and no section's name."""
    if not is_marked(line) or marked.rank not in (None, BRACKET):
        return False
    return vocabulary.sections.match(marked.words, rough=False) is None


def holds_pictures(table: Table) -> bool:
    """Whether a table holds nothing but pictures, of which no cell says anything, and their captions."""
    first = next((cell.lines[0] for cell in table.cells if cell.lines), None)
    if first is None or not is_marked(first):
        return False  # nearly every table
    blank = any(not cell.lines and not cell.tables for cell in table.cells)
    return blank and all(is_marked(line) for cell in table.cells for line in cell.lines)


def is_marked(line: Line) -> bool:
    """Whether a line stands right under a picture."""
    return any(mark.kind == "picture" for mark in line.marks)
