"""Lines that were cut where a width ended, in the middle of words and figures (`사업비 1,2` over `50백만원`): each is put together again."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.markers import BARS, NUMERAL, split_marker
from pledgecards.extract.text.lines.boxsigns import FRAME, is_border
from pledgecards.extract.text.lines.textline import SourceLine, is_rule, width_of
from pledgecards.schemas.notation import TILDES, WEEKDAY, YEAR
from pledgecards.schemas.vocabulary import Vocabulary

_NARROWEST = 28
"""What is cut narrower than this is no text but a column of a table."""

_FEWEST_PROVED, _FEWEST = 2, 5
"""How many lines of the full width tell that a text was cut there: where some figure or bracket is seen to be cut, and where none is."""

_NEAR = 6
"""A line this much narrower than the widest one ended where its words did; cut ones have no such room left."""

_BRACKETS = {"[": "]", "【": "】", "〔": "〕"}
_LONGEST_HEADING = 100

_PARTED = re.compile(rf"\t|\S {{3,}}\S|[{BARS}]$|,(?:[^\s,]*,){{4}}")
"""Cells: of tabs, gaps or bars, or of a sheet whose commas no space follows."""

_GOES_ON = re.compile(r"[.,)\]%」』]|\d")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s*[가-힣]")
_OPEN_DATE = re.compile(rf"{YEAR}\s?\.\s*(?:\d{{1,2}}\s?\.\s*\d?)?$")
_REST = re.compile(rf"\d{{1,2}}\s?[.월일년]?\s?(?:$|{WEEKDAY}|[)\]{TILDES},]|\d)|\d+(?:[^\d\s.]|$)")
"""What the rest of a figure is followed by, so that it is no number of a line."""

_REST_OF_DAY = re.compile(rf"\d{{1,2}}\s?[.일]\s?(?:{WEEKDAY}|[)\]{TILDES}])")
_FIGURES = frozenset("0123456789,")
_SIGN = re.compile("[\u2010-\u27bf]")

_Pairs = dict[int, tuple[SourceLine, SourceLine]]


def with_whole_lines(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, each put together with those that go on from it.

    Where the text shows that all of it was cut at one width, every line of that width goes on, unless a bullet or a drawn line follows;
    elsewhere a line alone whose last figure surely goes on in the next.
    """
    pairs = {
        i: (line, after)
        for i, (line, after) in enumerate(pairwise(lines))
        if not line.blank and not after.blank and line.sheet == after.sheet
    }
    measured = zip(*[_widths("" if is_rule(line.text) else line.text) for line in lines], strict=True)
    cut = [_cut_at_width(pairs, widths, which, vocabulary) for which, widths in enumerate(measured)]
    at = max(cut, key=len, default=set())
    figures = {i for i, (line, after) in pairs.items() if _cuts_figure(line.text, after.text)}
    headings = {i for i, (line, after) in pairs.items() if _cuts_heading(line.text, after.text, vocabulary)} - at
    whole = at | figures | headings
    return _joined(lines, whole, figures, headings) if whole else list(lines)


def _widths(text: str) -> tuple[int, int, int]:
    """What a text may measure: Hangul takes two columns or one, and in old Korean fonts so do bullets and drawing signs."""
    wide = width_of(text)
    return wide, len(text), wide + len(_SIGN.findall(text))


def _may_go_on(text: str) -> bool:
    return not (is_rule(text) or is_border(text) or _PARTED.search(text.strip()))


def _cut_at_width(pairs: _Pairs, widths: Sequence[int], which: int, vocabulary: Vocabulary) -> set[int]:
    """The indexes of the lines that were cut where the width of the text ended; none if it was not cut at one. which: of the `_widths`."""
    widest = max(widths)
    if widest < _NARROWEST:
        return set()
    full: set[int] = set()
    near = 0
    proved = False
    for i, (line, after) in pairs.items():
        if widths[i] < widest - _NEAR or not _may_go_on(line.text) or _begins(after.text, line.text, vocabulary):
            continue
        if widths[i] + _widths(after.text[0])[which] > widest:
            full.add(i)
            proved = proved or _is_proof(line.text, after.text)
        else:
            near += 1
    if len(full) < (_FEWEST_PROVED if proved else _FEWEST) or near > (len(full) // 2 if proved else 0):
        return set()
    return full


def _begins(text: str, above: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins something of its own: a bullet, a numbered heading (no rest of a date above), or a line of a drawn table."""
    text = text.lstrip()
    if text[:1] in FRAME or text.startswith("#"):
        return True
    marked = split_marker(text[:200], vocabulary)
    if marked.rank == NUMERAL:
        return _NUMBERED.match(text) is not None and _OPEN_DATE.search(above) is None
    return marked.rank is not None


def _is_proof(text: str, after: str) -> bool:
    """Whether a full line ends within a figure or a date, or before a sign that nothing begins with."""
    if _OPEN_DATE.search(text) is not None and " " in (text[-1:], after[:1]):
        return after.lstrip()[:1].isdigit()  # words are parted at the space between them, which is left out
    found = _GOES_ON.match(after)
    return found is not None and (not found[0].isdigit() or text[-1:].isdigit() or text[-1:] == ",")


def _cuts_figure(text: str, after: str) -> bool:
    """Whether a line's last figure or date surely goes on in the next: neither part can stand by itself, and that is no numbered line."""
    text, after = text.strip(), after.strip()
    if after[0] not in _FIGURES or not _may_go_on(text):
        return False  # most lines
    if after[0] == "," and not after[1:2].isdigit():
        return False  # a row of a sheet whose first cell is blank
    if _OPEN_DATE.search(text) is not None and _REST_OF_DAY.match(after) is not None:
        return True
    if not is_cut(text, after) or (after[:1].isdigit() and _REST.match(after) is None):
        return False
    return " " not in text or any(map(str.isalpha, text))  # of a row of figures others may be cut as well


def _cuts_heading(text: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading in brackets goes on in the next line: only there the bracket is shut, at its end."""
    text, after = text.strip(), after.strip()
    shut = _BRACKETS.get(text[:1])
    if shut is None or shut in text or not after.endswith(shut) or len(text) + len(after) > _LONGEST_HEADING:
        return False
    if after.count(shut) > 1 or any(sign in text[1:] + after for sign in _BRACKETS) or "  " in text + after:
        return False
    return _may_go_on(text) and _may_go_on(after) and split_marker(after, vocabulary).rank is None


def _joined(
    lines: Sequence[SourceLine], at: Collection[int], figures: Collection[int], headings: Collection[int]
) -> list[SourceLine]:
    result: list[SourceLine] = []
    for i, line in enumerate(lines):
        if i - 1 in at:
            above = result[-1]
            text = f"{above.text.rstrip()} {line.text.lstrip()}" if i - 1 in headings else above.text + line.text
            if i - 1 in figures:
                left = above.text.rstrip()
                text = left + (" " if left[-1:] in ".년월" else "") + line.text.lstrip()
            result[-1] = SourceLine(above.number, text, above.sheet)
        else:
            result.append(line)
    return result
