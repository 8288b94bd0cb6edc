"""Text of values parted by commas, as a sheet is saved (`국비,"1,200",300`): commas that part become tabs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import SourceLine, ink_of, is_marked
from pledgecards.extract.text.tables.from_cells import is_sign, is_year
from pledgecards.extract.text.tables.peopletable import heads_people
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST_ROWS, _FEWEST_YEARS = 2, 2
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3},\d{3}(?!\d)(?!\")")
_FEWEST_CELLS = 3
_LONGEST = 2_000


def with_tabs(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[list[SourceLine], int]:
    """The lines with tabs for commas, and how many signs were markup; the lines as they are where no table shows that commas part.

    A table shows it whose head has two years or more, or labels all that is told of people, with as many cells in the rows below.
    """
    tables: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        told, end = _end_of_table(lines, at, vocabulary)
        if told:
            tables.append((at, end))
        at = end
    if not tables:
        return list(lines), 0
    within = {at for start, end in tables for at in range(start, end)}
    # Beside bullets the table alone is of a sheet.
    sheet = not any(is_marked(line.text, vocabulary) for at, line in enumerate(lines) if at not in within)
    result: list[SourceLine] = []
    markup = 0
    for at, line in enumerate(lines):
        cells = _cells(line.text) if sheet or at in within else []
        if len(cells) < 2:
            result.append(line)
            continue
        text = "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")
        markup += ink_of(line.text) - ink_of(text)
        result.append(SourceLine(line.number, text, line.sheet))
    return result, markup


def _end_of_table(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> tuple[bool, int]:
    """Whether a table under a head of years or of people begins at a line, and where it, or what was looked through, ends: none where one of its rows has
    other cells than the head: a comma may part thousands there."""
    if lines[at].text.count(",") < _FEWEST_CELLS - 1:
        return False, at + 1  # most lines
    head = _cells(lines[at].text)
    people = heads_people(head, vocabulary)
    if len(head) < _FEWEST_CELLS or not (people or sum(is_year(cell.strip()) for cell in head) >= _FEWEST_YEARS):
        return False, at + 1
    end = at + 1
    while end < len(lines) and len(row := _cells(lines[end].text)) > 1:
        if len(row) != len(head):
            if any(is_sign(cell.strip()) for cell in row[1:]) or not any(row[1:]):
                return False, end
            break
        end += 1
    # In a single row a comma may part thousands, wherever the count of cells agrees by chance.
    alone = not people and end - at == _FEWEST_ROWS and _THOUSANDS.search(lines[at + 1].text) is not None
    return end - at > 1 and not alone, end


def _cells(text: str) -> list[str]:
    """What stands between the commas of a line; all of it where a space follows one, as it does in sentences, or none parts it."""
    if "," not in text or len(text) > _LONGEST or "\t" in text:
        return [text]
    try:
        [cells] = csv.reader(io.StringIO(text.strip()), strict=True)
    except (csv.Error, ValueError):
        return [text]
    return [text] if any(cell[:1].isspace() for cell in cells[1:]) else cells
