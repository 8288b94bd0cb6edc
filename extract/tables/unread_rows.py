"""Lines of tables that were not read, told by their words: heads that name years, and rows of figures below them."""

from __future__ import annotations

import re

from pledgecards.extract.issue import Issue
from pledgecards.extract.items.outline import ROW_MARKER, Draft
from pledgecards.extract.page import Place
from pledgecards.extract.survey import is_row
from pledgecards.schemas.notation import APOSTROPHE

LEAST_YEARS = 3
_YEAR = re.compile(rf"(?:{APOSTROPHE}\d\d|(?:20|２０)\d\d|\d\d(?=년))(?:년도?|\.)?(?:\d{{1,2}}\.?)?")
_FIGURE = re.compile(r"(?<!\S)(?:[△▲-]?\d[\d,]*(?:\.\d+)?%?|[-–—■●○◎▶→])(?!\S)")
_LEAST_FIGURES = 3
_PARTS = re.compile("[,;]")
_QUOTED = '","'
_LEFT_OUT = "<표>"
"""What converters of word processors' files to text write in place of a table."""


def heads_years(text: str) -> bool:
    """Whether a line is the head of a table over time: three years or more, and as many words beside them at most."""
    words = _words_of(text) if " " in text else [word.strip('"') for word in _PARTS.split(text)]
    years = sum(_YEAR.fullmatch(word) is not None for word in words)
    return years >= LEAST_YEARS and 2 * years >= len(words)


def figures_of(text: str) -> int:
    """How many figures a line holds, if it holds little else: the row of a table. Dates are no figures."""
    found = len(_FIGURE.findall(text))
    return found if found >= _LEAST_FIGURES and 2 * found >= len(_words_of(text)) else 0


def _words_of(text: str) -> list[str]:
    """The words of a line, without strokes that part them (`구비 / 300 / 100`)."""
    return [word for word in text.split() if word != "/"]


def is_unread_row(text: str, above: Draft | None) -> bool:
    """Whether a line that is in no table is a row of one: wide gaps, bars or quotes part its cells, it names the years of columns, or it holds
    figures below such a line."""
    below_one = above is not None and above.marker == ROW_MARKER
    return is_row(text) or text.count(_QUOTED) > 1 or heads_years(text) or (below_one and figures_of(text) > 0)


def unread_row(place: Place, text: str) -> Issue:
    """Says of the first of such rows, or of lines that hold them, that its table was not read."""
    message = "칸이 나란한 글을 표로 읽지 못해 items에 줄로만 두었습니다."
    return Issue("table.unread", message, "items", None, place, " ".join(text.split()))


def left_out(place: Place, text: str) -> list[Issue]:
    """Says of a sign that stands for a table which a converter to text left out that there was one."""
    if text != _LEFT_OUT:
        return []
    message = (
        f"표가 글로 옮겨지지 않고 자리 표시({_LEFT_OUT})만 남아 읽지 못했습니다. 원본을 PDF로 저장해 넣어 주십시오."
    )
    return [Issue("table.unreadable", message, "items", None, place, text)]
