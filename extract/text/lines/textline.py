"""One line of a text file: its number, its bold signs, its gaps; from raw characters to a `Line` of the page model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.record import record
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary

BOLD = "**"
# Stands for a bold sign while spaces are folded; the decoder has taken all control characters out of the text.
_SWITCH = "\x01"
IN_CELL = "\x02"
"""Stands between the lines of one cell in a row of tabs."""

_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]")
_ODD_SPACE = re.compile(r"[^\S\n\t \u3000]")
_FEWEST_PARAGRAPHS, _MOST_LINES_EACH = 8, 5
_BREAKS = re.compile(r"[\f\v\u0085\u2028\u2029]")
_UNEVEN = re.compile(r"\t|  ")
_GAP = re.compile(r" *\t[ \t]*| {3,}\t?[ \t]*")
# No remark but a cell is a figure in brackets: `국   비     (7,500)     500`.
_SPREAD = re.compile(rf"([가-힣](?: {{1,12}}[가-힣])+)(?: *(?:{COLON}|[(\[](?![△▲-]?[\d,.]+%?[)\]])).*)?$")
_MARKER_GAP = re.compile(r"(\S{1,4})(?:  |\t)\s*(?=\S)")
_HEADING = re.compile(r"([#＃]{1,6}|>{1,3})\s+(?=\S)")
_RULE_JOINTS = r"[|+:│┃┼\s]"
_RULE = re.compile(rf"{_RULE_JOINTS}*+(?:([-=_─━═—―＿*])\1{{2,}}+(?:{_RULE_JOINTS}++|$))++")
_COLON_SET_OFF = re.compile(r"(?<![가-힣\w])([가-힣][가-힣· ]{1,11}?)(?:[ \t]{2,}:[ \t]*| ?:[ \t]{2,})(?=\S)")
"""A label and its colon with gaps around it, which part no columns (`공약명     :   도서관 건립`)."""
_UNDERLINED = re.compile(r"(?<![\w])__(?=[^\s_])([^_]{1,40})(?<=[^\s_])__(?![\w])")
"""Markdown's other sign for bold (`__임기내__`), as long as the first; a blank to fill in is longer."""
_TAB_WIDTH = 4


@record
class SourceLine:
    """A line of the file without its end. number is 1-based; sheet counts the form feeds before it."""

    number: int
    text: str
    sheet: int

    @property
    def blank(self) -> bool:
        """Whether it shows nothing."""
        return not self.text or self.text.isspace()


def split_lines(text: str) -> list[SourceLine]:
    """The lines of a text: LF, CRLF and CR end a numbered line; a form feed ends a line and keeps its number.

    Where form feeds end paragraphs, not pages, all lines are of one sheet, and what is blank beside one is no line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[SourceLine] = []
    sheet = 0
    for number, whole in enumerate(text.split("\n"), 1):
        if not whole or whole.isprintable():
            lines.append(SourceLine(number, whole, sheet))
            continue
        start = 0
        for found in _BREAKS.finditer(whole):
            lines.append(SourceLine(number, _even_spaces(whole[start : found.start()]), sheet))
            sheet += found.group() == "\f"
            start = found.end()
        lines.append(SourceLine(number, _even_spaces(whole[start:]), sheet))
    return _on_one_sheet(lines) if sheet >= _FEWEST_PARAGRAPHS and _are_paragraphs(lines) else lines


def _are_paragraphs(lines: Sequence[SourceLine]) -> bool:
    """Whether the sheets that show something are of so few lines as no pages are."""
    filled = [line.sheet for line in lines if not line.blank]
    return len(filled) < _MOST_LINES_EACH * len(set(filled))


def _on_one_sheet(lines: Sequence[SourceLine]) -> list[SourceLine]:
    parted = {one.number for one, other in pairwise(lines) if one.number == other.number}
    return [SourceLine(line.number, line.text, 0) for line in lines if not (line.blank and line.number in parted)]


def _even_spaces(text: str) -> str:
    return _ODD_SPACE.sub(" ", text).replace("\u3000", "  ")


def ink_of(text: str) -> int:
    """How many non-space characters a text holds."""
    return sum(map(len, text.split()))


def width_of(text: str) -> int:
    """How many columns a text takes where a Hangul syllable takes two."""
    return len(text) + len(_WIDE.findall(text))


def indent_of(text: str) -> int:
    """The columns of leading white space; a tab counts as four."""
    space = text[: len(text) - len(text.lstrip())]
    return len(space.expandtabs(_TAB_WIDTH))


def is_rule(text: str) -> bool:
    """Whether a line only draws: dashes or the like, three or more to a stretch, perhaps in columns (`-----  ------`)."""
    return _RULE.fullmatch(text) is not None


def make_line(raw: str, number: int, vocabulary: Vocabulary, *, soft: bool = False) -> tuple[Line, int]:
    """The line that a raw line outside tables is, and how many of its signs were markup (`**`, a heading's `#`)."""
    indent = indent_of(raw)
    body = raw.replace(IN_CELL, " ").strip()
    heading = _HEADING.match(body)
    if heading is not None:
        body = body[heading.end() :]
    text, switches = _take_bold(body)
    if _UNEVEN.search(text):
        text = _fold_gaps(_COLON_SET_OFF.sub(r"\1 : ", text), vocabulary)
    line = _assemble(text, Place(line=number), float(indent), soft)
    return line, switches * len(BOLD) + (len(heading[1]) if heading else 0)


def make_cell_line(raw: str, place: Place, *, soft: bool = False) -> tuple[Line, int]:
    """The line that a raw line within a cell is, its white space made single, and how many of its signs were markup."""
    text, switches = _take_bold(" ".join(raw.split()))
    return _assemble(text, place, 0.0, soft), switches * len(BOLD)


def _take_bold(text: str) -> tuple[str, int]:
    """The text with a switch in place of each bold sign that has its partner, and their number."""
    if "__" in text:
        text = _UNDERLINED.sub(rf"{BOLD}\1{BOLD}", text)
    if BOLD not in text:
        return text, 0
    parts = text.split(BOLD)
    signs = [False] * (len(parts) - 1)
    opened: int | None = None
    for i in range(len(signs)):
        before, after = parts[i][-1:], parts[i + 1][:1]
        if opened is not None and before and not before.isspace():
            signs[opened] = signs[i] = True
            opened = None
        elif opened is None and after and not after.isspace():
            opened = i
    joined = parts[0] + "".join((_SWITCH if sign else BOLD) + part for sign, part in zip(signs, parts[1:], strict=True))
    if not unicodedata.is_normalized("NFC", joined.replace(_SWITCH, "")):
        return text, 0
    return joined, sum(signs)


def _fold_gaps(text: str, vocabulary: Vocabulary) -> str:
    """Wide gaps become tabs, others single spaces; after a bullet and between the letters of a spread word is no gap."""
    found = _MARKER_GAP.match(text)
    if found is not None and is_marker(found[1], vocabulary):
        rest = text[found.end() :]
        return found[1] + " " + (_fold_gaps(rest, vocabulary) if _UNEVEN.search(rest) else rest)
    if is_spread(text):
        return " ".join(text.split())
    return "\t".join(" ".join(part.split()) for part in _GAP.split(text))


def is_spread(text: str) -> bool:
    """Whether a line is one word whose letters stand apart (`추  진  실  적`)."""
    if "  " not in text:
        return False
    found = _SPREAD.match(text.strip())
    letters = found[1].split() if found else []
    # No letter twice: `상  하  상  하` are heads of columns.
    return bool(letters) and len(set(letters)) == len(letters)


def is_marker(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word that stands alone at a line's beginning is a bullet or a numeral (`-`, `■`, `1.`, `가.`)."""
    return len(word) <= 4 and split_marker(word + " 가", vocabulary).marker == word


def is_marked(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with a bullet, a numeral or a note sign, or stands in brackets."""
    return split_marker(text.strip()[:200], vocabulary).marker is not None


def _assemble(text: str, place: Place, indent: float, soft: bool) -> Line:
    # Whether a soft line breaks within a word is told later, by the words of the whole text.
    if _SWITCH not in text:
        return Line(text, place, indent, 0.0, (Run(0, len(text)),) if text else (), (), soft, soft)
    runs: list[Run] = []
    start = 0
    bold = False
    parts = text.split(_SWITCH)
    for part in parts:
        if part:
            runs.append(Run(start, start + len(part), bold))
            start += len(part)
        bold = not bold
    return Line("".join(parts), place, indent, 0.0, tuple(runs), (), soft, soft)
