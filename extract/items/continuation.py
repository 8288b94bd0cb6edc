"""Lines that go on: whether a line belongs to the item above it or begins one of its own."""

from __future__ import annotations

import re

from pledgecards.extract.cut_figures import is_cut
from pledgecards.extract.items.outline import ROW_MARKER, Draft
from pledgecards.extract.markers import BRACKET, DASH, DOT, NUMERAL, Marked
from pledgecards.extract.page import Line
from pledgecards.schemas.notation import APOSTROPHE, APOSTROPHES, COLONS, SHORT_YEAR, TILDE, TILDES, WEEKDAY, YEAR

CLAUSE = re.compile(r"(?:[하되](?:여|고|며)|되어|통해|따라|위해|대해|및)$")
"""How a line ends that goes on below, and is no name (`센터 운영과 관련하여`)."""
SENTENCE = re.compile(r"(?:다|함|음|임|됨|요)\.?$|[.:;,]$")
"""How a sentence, or what introduces a list, ends."""

_CLOSING = f"{TILDES})]」』】,·"  # no line of its own begins with these
_RANGE_END = re.compile(rf"[({APOSTROPHES}]?\s?\d|현재|계속")
_DATE_CUT = re.compile(rf"(?:\d\.|\d년|\d월|{TILDE})\s*$")
_DATE = rf"{YEAR}\s?[.년](?:\s?\d{{1,2}}\s?[.월](?:\s?\d{{1,2}}\s?[.일]?)?)?"
_YEAR_AT_END = re.compile(rf"(?:{APOSTROPHE}\s?\d\d|(?<!\d)(?:19|20)\d\d)\s?\.$")
_MONTH_AT_START = re.compile(rf"(?:1[0-2]|0?[1-9])\s?\.(?:\s?[{TILDES}–-]|\s?\d|\s*$)")
_YEAR_BEFORE = re.compile(rf"{APOSTROPHE}?\s?(?:20)?(\d\d)\s?년(?:도)?(?=[\s{COLONS})\]])")
_YEAR_ALONE = re.compile(rf"{SHORT_YEAR}\s?년도?")
_MONTH_AT_END = re.compile(rf"(?<!\d){YEAR}\s?[.년]\s?(?:1[0-2]|0?[1-9])\s?[.월]$")
_HIGH_DAY = re.compile(r"(?:1[3-9]|2\d|3[01])\.")
_WEEKDAY = rf"(?:\s?{WEEKDAY})?"
_DATE_AT_END = re.compile(rf"(?<![\d.])(?<![-–—―−{TILDES}])(?<![-–—―−{TILDES}] ){_DATE}{_WEEKDAY}$")
_DATE_ALONE = re.compile(
    rf"(?:{_DATE}|\d{{1,2}}\s?[.월]\s?(?:\d{{1,2}}\s?[.일])?){_WEEKDAY}(?:\s?[\[(（][^\])）]*[\])）])?[)）]?"
)
_WHEN_ALONE = re.compile(rf"[(（]?\s?{_DATE}[\d\s.{TILDES}{APOSTROPHES}()（）년월일화수목금토\-–]*")
_NO_YEAR = re.compile(r"(?:\d{1,2}\s?\.\s?){1,2}[)）]?")
"""A month, or a month and a day: behind a dash alone, they are no item of a list in a text either, of which nothing tells the width."""


_HOW_LONG = re.compile(r"(?:총\s*)?(?:\d+\s*(?:일|주|개월)간?|\d{1,2}\s*년간|\d\s*년)")
"""How long a deed took (`4일간`), but no year that heads those of its own (`2019년`)."""

_FIGURES = re.compile(rf"[\d\s.,{TILDES}{APOSTROPHES}()\-–년월일]+")
_FIGURES_OFF = 0.15

_ASIDE = re.compile(r"[(（][^()（）]+[)）]")
_TABLE_NOTE = re.compile(r"단위|기준\s?[)）]")
"""What stands in brackets over a table, or on the right of a page, is said of neither bullet."""

_FAR_LEFT = 4.0
"""No line goes on so many of its sizes left of where the item above it begins."""

_GAPS_OF_A_ROW = 2
"""Columns of a table that was not read, below the bullet that heads it, are no words of the bullet."""


def _is_open(text: str) -> bool:
    """Whether a round bracket opens in a text that does not shut in it."""
    folded = text.replace("（", "(").replace("）", ")")
    return folded.count("(") > folded.count(")")


def _no_marker(above: str, marked: Marked) -> bool:
    """Whether what looks like a marker is the rest of a date that the line above began: `'19. 9.` / `25.(수)`, `… 6. 20.` / `[4일간]`,
    or closes a bracket that it opened: `보고회(2` / `차) 및 자문`."""
    if marked.marker is not None and marked.marker[-1] in ")）" and marked.marker[0] not in "(（":
        return _is_open(above)
    if marked.rank == DOT and marked.start == 1:
        return _is_open(above)  # `(4개소` over `·21명)`
    if marked.rank == BRACKET:
        return _HOW_LONG.fullmatch(marked.words) is not None
    if _DATE_CUT.search(above) is None or marked.marker is None:
        return False
    return marked.rank == NUMERAL and marked.marker.rstrip(".").isdecimal()


def goes_on_unmarked(above: str, marked: Marked) -> bool:
    """Whether a line below a full one has no marker of its own, or only what looks like one."""
    return marked.rank is None or _no_marker(above, marked)


def _ends_range(above: str, marked: Marked) -> bool:
    """Whether a dash and a date alone are the end of the range that a date begins at the end of the line above: `용역: '18. 9.` /
    `- '19. 8.`."""
    return (
        marked.rank == DASH
        and _DATE_ALONE.fullmatch(marked.words) is not None
        and _DATE_AT_END.search(above) is not None
    )


def _unfinished(text: str, below: str) -> bool:
    """Whether a line cannot end here, above that other: a range without its end, an open bracket, a word that joins."""
    if text.endswith(("~", "∼", "～")):
        return _RANGE_END.match(below) is not None  # `'18. 9. ~` may be all of an open range
    if text.endswith((",", "·", "/", "및", "「", "『", "-")):
        return True
    for opening, closing in ("()", "「」", "[]", "『』"):
        if opening in text and text.count(opening) > text.count(closing):
            return True
    return False


def _closes(text: str, below: str) -> bool:
    """Whether a line closes the round bracket that the line above leaves open (`(시청 대회의실, 참석 40` / `명)`)."""
    text, below = (part.replace("（", "(").replace("）", ")") for part in (text, below))
    end = below.find(")")
    return text.count("(") > text.count(")") and end >= 0 and "(" not in below[:end]


def _is_its_date(above: str, line: str) -> bool:
    """Whether a line is nothing but the date of the deed in the line above: behind its colon, or in brackets (`주민설명회:` / `'19. 3. 4.`)."""
    if _WHEN_ALONE.fullmatch(line) is None or _DATE_AT_END.search(above) is not None:
        return False
    return above.endswith(tuple(COLONS)) or (line[0] in "(（" and line[-1] in ")）")


def _is_its_day(text: str, marked: Marked, above: Draft) -> bool:
    """Whether a number is the day of the month with which the line above ends (`용역 완료, 2019. 5.` / `30. 준공`): too high to number what
    stands in a card, behind no number before it."""
    if marked.rank != NUMERAL or _HIGH_DAY.fullmatch(marked.marker or "") is None or above.rank == NUMERAL:
        return False
    return _MONTH_AT_END.search(text) is not None


def goes_on(line: Line, marked: Marked, above: Draft | None) -> bool:
    """Whether a line goes on from the item above it, rather than being one of its own."""
    if above is None or above.marker == ROW_MARKER:
        return False
    last = above.last
    if _next_year(above.words, marked.words) and not _unfinished(last.text, line.text):
        return False
    if marked.rank is not None:
        full = last.soft or _hangs(line, above)
        bare = last.place.page is None and _NO_YEAR.fullmatch(marked.words) is not None
        if (full or bare) and _ends_range(last.text, marked):
            return True
        if not last.soft and _YEAR_ALONE.fullmatch(above.words) is not None:
            return False  # a year alone heads numbered deeds, nothing broke it off
        room = full or last.place.page is None
        if not room or not (_no_marker(last.text, marked) or is_cut(last.text, line.text)):
            return False
    if last.place.page is not None:
        if not _near(last, line) or not _as_large(last, line) or _outstands(line, last):
            return False
        if above.indent - line.indent > _FAR_LEFT * line.size and last.place.page == line.place.page:
            return False  # the name of a section beside the bullets of its text
        if last.soft or _unfinished(last.text, line.text) or line.text[0] in _CLOSING:
            return True
        return _hangs(line, above) or _is_aside(line, above)
    if line.place.line is None or last.place.line is None or line.place.line != last.place.line + 1:
        return False
    if line.text.count("\t") >= _GAPS_OF_A_ROW:
        return False
    if marked.rank is not None and _is_its_day(last.text, marked, above):
        return True
    if _closes(last.text, line.text) or (above.kind == "bullet" and _is_its_date(last.text, line.text)):
        return True
    return last.soft or line.text[0] in _CLOSING or (above.kind in ("bullet", "note") and line.indent > above.indent)


def _next_year(above: str, below: str) -> bool:
    """Whether both begin with a year and the lower one with the year after (`'18년 …` over `'19년 …`): each tells of its own."""
    other = _YEAR_BEFORE.match(below)
    one = _YEAR_BEFORE.match(above) if other is not None else None
    return one is not None and other is not None and int(other[1]) == int(one[1]) + 1


def _hangs(line: Line, above: Draft) -> bool:
    """Whether a line begins where the words behind a bullet begin: the hanging indent of a bullet that goes on."""
    if above.kind not in ("bullet", "note") or above.place.page is None or line.place.page is None:
        return False
    end = above.last.text
    if line.place.page != above.last.place.page and SENTENCE.search(end) and not _is_open_end(end, line.text):
        return False  # on the next page only what is cut in the middle goes on
    return 0.3 * line.size < line.indent - above.indent < 2.4 * line.size


def _is_aside(line: Line, above: Draft) -> bool:
    """Whether a line is nothing but brackets, anywhere right of where the bullet above it begins: what they say is said of it
    (`(용역비 30백만원)`)."""
    if above.kind != "bullet" or _ASIDE.fullmatch(line.text) is None or _TABLE_NOTE.search(line.text) is not None:
        return False
    dated = _WHEN_ALONE.fullmatch(line.text) is not None and not _is_its_date(above.last.text, line.text)
    return line.indent - above.indent > 0.3 * line.size and not dated


def _is_open_end(end: str, below: str) -> bool:
    """Whether something must follow a line: behind a colon, a comma, or a year (`'18.`) above the months of the next line (`11. ~ …`)."""
    return end.endswith((*COLONS, ",")) or (
        _YEAR_AT_END.search(end) is not None and _MONTH_AT_START.match(below) is not None
    )


def _near(last: Line, line: Line) -> bool:
    if last.place.page != line.place.page or line.place.top is None or last.place.bottom is None:
        return True
    return line.place.top - last.place.bottom < 1.1 * max(line.size, 6.0)


def _as_large(last: Line, line: Line) -> bool:
    """Whether two lines are set in one size; figures alone may be of another font, a little smaller or larger than the words before them."""
    most = _FIGURES_OFF * last.size if _FIGURES.fullmatch(line.text) else 0.0
    return abs(last.size - line.size) < max(0.8, most)


def _outstands(line: Line, last: Line) -> bool:
    """Whether a line is set in bold behind a line that is not: it begins something of its own."""
    return line.bold and not last.bold and not (last.runs and last.runs[-1].bold)
