"""A dataset as one Excel workbook: a sheet that explains it, then a sheet for each table, written row by row.

Numbers, dates and texts are cells of that kind; no text can become a formula or a link. A table with more rows than a sheet
holds goes on in a further sheet.
"""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError, XlsxFileError

from pledgecards.export.cells import Formats, put_row, writers_of
from pledgecards.export.errors import InTheWay, cannot_write
from pledgecards.export.guide import HEADS, NAME, NOTES, entries
from pledgecards.export.sheets import Rows, Sheet, sheet_of
from pledgecards.export.widths import GUIDE_WIDTHS, lines_of, widths_of
from pledgecards.language import _
from pledgecards.schemas.stored import Stored
from pledgecards.schemas.tables import TABLES

SHEET_ROWS = 1_048_576
"""How many rows a sheet of Excel holds, its head included."""

_A4 = 9
_LINE = 16.5
_CREATED = datetime.datetime(2000, 1, 1)


@dataclass(slots=True)
class Written:
    """What was written: rows by sheet, and how many texts were too long for a cell, of which the end is missing."""

    rows: dict[str, int] = field(default_factory=dict)
    shortened: int = 0


def write_workbook(
    stored: Stored, path: Path, *, tables: Sequence[str] = tuple(TABLES), replace: bool = False
) -> Written:
    """Writes the workbook. tables: those that get a sheet.

    InTheWay: the file is there already and `replace` is not set. ExportError: the disk refuses. DatasetError: a table has vanished.
    """
    if path.exists() and not replace:
        raise InTheWay(_("{path} is there already.").format(path=path))
    made = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="pledgecards-") as scratch:
            # A packer on a full disk tries once more when it is let go, and says so where nobody can answer: it works elsewhere.
            whole = Path(scratch) / "whole.xlsx"
            written = _write(stored, whole, scratch, tables)
            shutil.copyfile(whole, made)
        os.replace(made, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    except (FileCreateError, XlsxFileError) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error))
        raise cannot_write(path, cause) from error
    finally:
        with suppress(OSError):
            made.unlink()
    return written


def _write(stored: Stored, path: Path, scratch: str, tables: Sequence[str]) -> Written:
    options = {
        # Rows go to the disk as they are written; no text is taken for a formula, a link or a number.
        "constant_memory": True,
        "tmpdir": scratch,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    rows = Rows(stored)
    sheets = tuple(sheet_of(table) for table in tables)
    counts = {sheet.table: rows.count(sheet.table) for sheet in sheets}
    written = Written()
    book = xlsxwriter.Workbook(str(path), options)
    # Without a fixed time two exports of one dataset would differ.
    book.set_properties({"title": "공약카드", "created": _CREATED})
    formats = Formats(book)
    _guide(book, formats, sheets, counts)
    for sheet in sheets:
        _Paper(book, formats, sheet, rows, written).fill()
    book.close()
    return written


def _guide(book: Any, formats: Formats, sheets: tuple[Sheet, ...], counts: dict[str, int]) -> None:
    paper = book.add_worksheet(NAME)
    for place, width in enumerate(GUIDE_WIDTHS):
        paper.set_column(place, place, width)
    for row, note in enumerate(NOTES):
        paper.write_string(row, 0, note, formats.note)
    top = len(NOTES) + 1
    for place, head in enumerate(HEADS):
        paper.write_string(top, place, head, formats.head)
    lines = entries(sheets, counts)
    for row, entry in enumerate(lines, top + 1):
        style = formats.strong if entry.table else formats.wrapped
        # Not every program makes a row as high as its texts need.
        height = max(lines_of(text, width) for text, width in zip(entry.cells, GUIDE_WIDTHS, strict=True))
        paper.set_row(row, _LINE * height)
        for place, text in enumerate(entry.cells):
            paper.write_string(row, place, text, style)
    paper.freeze_panes(top + 1, 0)
    paper.autofilter(top, 0, top + len(lines), len(HEADS) - 1)
    paper.hide_gridlines(2)
    _for_print(paper, top)


def _for_print(paper: Any, head: int) -> None:
    """On paper: all columns of a row on one page, the row of heads on every page, which sheet it is and the page below."""
    paper.set_landscape()
    paper.set_paper(_A4)
    paper.fit_to_pages(1, 0)
    paper.repeat_rows(head)
    paper.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    paper.set_footer("&L&A&R&P / &N")


class _Paper:
    """The sheet, or the sheets, of one table."""

    def __init__(self, book: Any, formats: Formats, sheet: Sheet, rows: Rows, written: Written) -> None:
        self._book = book
        self._formats = formats
        self._sheet = sheet
        self._rows = rows
        self._written = written
        self._number = 0
        self._row = 0
        self._paper: Any = None

    def fill(self) -> None:
        """Writes all rows of the table."""
        writers = writers_of(self._sheet, self._formats)
        widths: Mapping[int, float] = {}
        for batch in self._rows.batches(self._sheet):
            widths = widths or widths_of(self._sheet, batch)
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                if self._paper is None or self._row == SHEET_ROWS:
                    self._next(widths)
                self._written.shortened += put_row(self._paper, self._row, values, writers)
                self._row += 1
        if self._paper is None:
            self._next(widths_of(self._sheet, None))
        self._finish()

    def _next(self, widths: Mapping[int, float]) -> None:
        self._finish()
        self._number += 1
        name = self._sheet.name if self._number == 1 else f"{self._sheet.name} ({self._number})"
        self._paper = self._book.add_worksheet(name)
        for place, width in widths.items():
            self._paper.set_column(place, place, width)
        for place, column in enumerate(self._sheet.columns):
            self._paper.write_string(0, place, column.head, self._formats.head)
        self._paper.freeze_panes(1, 0)
        _for_print(self._paper, 0)
        self._row = 1

    def _finish(self) -> None:
        if self._paper is not None:
            self._paper.autofilter(0, 0, max(self._row - 1, 1), len(self._sheet.columns) - 1)
            self._written.rows[self._paper.get_name()] = self._row - 1
