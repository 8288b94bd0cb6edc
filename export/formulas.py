"""Texts that a spreadsheet would take for a formula when it opens a CSV file, and how they are kept from being one.

A workbook says of every cell what it is; a CSV file cannot, so that `=HYPERLINK(…)` from a card would run on an officer's
computer. Such a text gets an apostrophe in front, which spreadsheets understand as "this is text".
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

MARK = "'"
"""What is put in front of a text that would be taken for a formula."""

# Full-width signs begin a formula too where Korean or Japanese is typed; a line feed ends up as the first sign of a cell
# in some programs, as tabs and carriage returns do.
_BEGINS = r"^[\s\x00]*[=+\-@＝＋－＠]|^[\t\r\n]"
# A dash alone, which cards print for "nothing", and a plain number stay as they are: there is nothing to run in them.
_HARMLESS = r"^(?:[-－]+|[+\-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?)$"


def disarmed(texts: pa.Array[Any]) -> pa.Array[Any]:
    """The texts (string array), those that would be formulas with MARK in front; nulls stay null."""
    risky = pc.and_(pc.match_substring_regex(texts, _BEGINS), pc.invert(pc.match_substring_regex(texts, _HARMLESS)))
    marked: pa.Array[Any] = pc.if_else(risky, pc.utf8_replace_slice(texts, 0, 0, MARK), texts)
    return marked


def disarmed_text(text: str) -> str:
    """`disarmed` for one text."""
    return str(disarmed(pa.array([text], pa.string()))[0].as_py())
