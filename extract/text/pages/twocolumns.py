"""Columns of running text, each under its own heading (`2019년 추진실적      2020년 추진실적`): each is set under the one left of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.markers import split_marker
from pledgecards.extract.text.lines.textline import SourceLine, is_marked, is_rule
from pledgecards.extract.text.tables.gutters import Stretch, stretches
from pledgecards.extract.text.tables.tabtable import is_heading
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary

_GAP = re.compile(r"\S {3,}\S")
_YEAR = re.compile(rf"(?:{APOSTROPHE}\d{{2}}|(?:20)?\d{{2}})\s?(?:년도?|\.)\s*")
_WORD = re.compile(r"[가-힣]{2}")
_MOST_LINES = 60
_MOST_COLUMNS = 6
_LONGEST_HEAD = 20
_WIDEST_HEADS = 200
_NEAR = 2
"""A column's lines begin within so many letters of its heading."""


def with_columns_in_turn(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, of which those in two columns follow one another column by column. In doubt they stay as they are."""
    result: list[SourceLine] = []
    at = 0
    while at < len(lines):
        text = lines[at].text
        found = None
        if "\t" in text:
            found = _cells(lines, at, vocabulary)
        elif "   " in text and _GAP.search(text) is not None:
            found = _columns(lines, at, vocabulary)
        if found is None:
            result.append(lines[at])
            at += 1
            continue
        at, columns = found
        result += columns
    return result


def _columns(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, list[SourceLine]] | None:
    """The lines that begin here with the headings of two columns: where they end, and the lines in turn."""
    if len(lines[start].text.strip()) > _WIDEST_HEADS:
        return None
    heads = stretches(lines[start].text, vocabulary)
    if len(heads) != 2 or not all(_is_head(head.text, vocabulary) for head in heads):
        return None
    for wide in (False, True):
        found = _read(lines, start, vocabulary, wide=wide)
        if found is not None:
            return found
    return None


def _cells(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, list[SourceLine]] | None:
    """The same of columns that tabs part: under every head nothing but bullets, cell by cell."""
    heads = lines[start].text.split("\t")
    if len(heads) > _MOST_COLUMNS or not all(head.strip() and _is_head(head.strip(), vocabulary) for head in heads):
        return None
    columns = [[SourceLine(lines[start].number, head, lines[start].sheet)] for head in heads]
    end = start + 1
    while end < len(lines) and "\t" in lines[end].text:
        cells = lines[end].text.split("\t")
        if len(cells) > len(heads) or not all(_is_deed(cell, vocabulary) for cell in cells if cell.strip()):
            return None
        for column, cell in zip(columns, cells, strict=False):
            if cell.strip():
                column.append(SourceLine(lines[end].number, cell, lines[end].sheet))
        end += 1
    if end == start + 1:
        return None
    return end, [line for column in columns for line in column]


def _is_deed(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a bullet and its words."""
    return is_marked(text, vocabulary) and _WORD.search(text) is not None


def _is_head(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the name of a section, of a year or not, or a year alone; bullets and brackets may stand around it."""
    if len(text) > _LONGEST_HEAD:
        return False
    words = split_marker(text, vocabulary).words
    year = _YEAR.match(words)
    rest = words[year.end() :] if year is not None else words
    known = (vocabulary.sections, vocabulary.marked_sections)
    return (year is not None and not rest) or any(names.match(rest, rough=False) is not None for names in known)


def _read(
    lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary, *, wide: bool
) -> tuple[int, list[SourceLine]] | None:
    """The two columns in one measure; None where a line goes over both, or no line has a bullet in each."""
    edge = stretches(lines[start].text, vocabulary, wide=wide)[1].start
    sides: tuple[list[SourceLine], list[SourceLine]] = ([], [])
    both = 0
    end = last = start
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[at]
        if line.blank:
            continue
        if line.sheet != lines[start].sheet or "\t" in line.text or is_rule(line.text):
            break
        parts = _parted(stretches(line.text, vocabulary, wide=wide), edge, line)
        if parts is None or (
            at > start and not parts[1] and (is_heading(parts[0].strip(), vocabulary) or at - last > 1)
        ):
            break
        if at == start + 1 and not (
            is_marked(parts[0].strip(), vocabulary) and is_marked(parts[1].strip(), vocabulary)
        ):
            return None
        both += bool(parts[0] and parts[1])
        for side, text in zip(sides, parts, strict=True):
            if text:
                side.append(SourceLine(line.number, text, line.sheet))
        end, last = at + 1, at
    if both < _NEAR:
        return None
    return end, [*sides[0], SourceLine(lines[start].number, "", lines[start].sheet), *sides[1]]


def _parted(pieces: Sequence[Stretch], edge: int, line: SourceLine) -> tuple[str, str] | None:
    """What of a line stands left and right of the second column's edge; None where something stands on both sides of it."""
    right = [piece for piece in pieces if piece.start >= edge - _NEAR]
    if any(piece.start < edge - _NEAR < piece.end for piece in pieces) or (right and right[0].start > edge + 4 * _NEAR):
        return None
    if not right:
        return line.text, ""
    words = line.text.rstrip()
    begin = len(words)
    for piece in reversed(right):
        begin = words.rindex(piece.text, 0, begin)
    return words[:begin].rstrip(), " " * (right[0].start - edge + _NEAR) + words[begin:]
