"""Values as cells of a workbook: which kind of cell each column has, and how its numbers look."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from pledgecards.export.sheets import Sheet
from pledgecards.schemas.field import Field

CELL_TEXT = 32_767
"""How long a text in a cell of Excel can be."""
CUT = " … (잘림)"
"""What stands at the end of a text that was too long."""
_EXACT = 10**15
_FIRST_DAY = datetime.date(1900, 3, 1)

Writer = Callable[[Any, int, int, Any], int]
"""Writes a value to a sheet, row and column; returns 1 if it had to be shortened, else 0."""


class Formats:
    """The formats of a workbook."""

    def __init__(self, book: Any) -> None:
        # A number that touches the text in the next column is hard to read.
        figure = {"align": "right", "indent": 1}
        self.head = book.add_format(
            {"bold": True, "bg_color": "#DDE7F3", "bottom": 1, "align": "center", "valign": "vcenter"}
        )
        self.note = book.add_format({"italic": True})
        self.strong = book.add_format({"bold": True, "bg_color": "#F2F2F2", "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.thousands = book.add_format({**figure, "num_format": "#,##0"})
        self.plain = book.add_format({"align": "center", "num_format": "0"})
        self.decimal = book.add_format(figure)
        self.share = book.add_format({**figure, "num_format": "0.0%"})
        self.tenth = book.add_format({**figure, "num_format": "0.0"})
        self.day = book.add_format({"align": "center", "num_format": "yyyy-mm-dd"})


def writers_of(sheet: Sheet, formats: Formats) -> list[Writer]:
    """How the values of each column are written."""
    return [_writer(column.field, formats) for column in sheet.columns]


def put_row(paper: Any, row: int, values: Sequence[Any], writers: Sequence[Writer]) -> int:
    """Writes a row, leaving out nulls; returns how many texts had to be shortened."""
    shortened = 0
    for place, value in enumerate(values):
        if value is not None:
            shortened += writers[place](paper, row, place, value)
    return shortened


def _writer(field: Field, formats: Formats) -> Writer:
    if field.type == "date32":
        return _days(formats.day)
    if field.type.startswith("int"):
        return _numbers(formats.thousands if field.unit in ("won", "bytes") else formats.plain)
    if field.type.startswith("float"):
        return _numbers({"share": formats.share, "points": formats.tenth}.get(field.unit or "", formats.decimal))
    return _text


def _text(paper: Any, row: int, place: int, value: str) -> int:
    if len(value) <= CELL_TEXT:
        paper.write_string(row, place, value)
        return 0
    paper.write_string(row, place, value[: CELL_TEXT - len(CUT)] + CUT)
    return 1


def _numbers(style: Any) -> Writer:
    def write(paper: Any, row: int, place: int, value: float) -> int:
        if isinstance(value, int) and abs(value) >= _EXACT:
            # Excel keeps fifteen digits; a text keeps them all.
            return _text(paper, row, place, str(value))
        paper.write_number(row, place, value, style)
        return 0

    return write


def _days(style: Any) -> Writer:
    def write(paper: Any, row: int, place: int, value: datetime.date) -> int:
        if value < _FIRST_DAY:
            # Before that day Excel's calendar is not ours.
            return _text(paper, row, place, value.isoformat())
        paper.write_datetime(row, place, value, style)
        return 0

    return write
