"""Lines of text that end because their column did: which may go on in the next."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from pledgecards.extract.people.lines import is_office
from pledgecards.extract.text.lines.textline import SourceLine, indent_of, is_marked, width_of
from pledgecards.schemas.notation import APOSTROPHE, COLON, COLONS, TILDES, WEEKDAYS
from pledgecards.schemas.vocabulary import Vocabulary

_FULL = 0.85
"""A line this share of the widest one may have ended because the column did."""

_WRAPPED = 0.8
"""A line shorter than this share of the text's width tells nothing of where it was broken: the next word may be a long one."""

_FEWEST = 3
"""Fewer full lines above lines at the margin may be chance."""

_NARROWEST_WRAPPED = 36

_NARROWEST = 40
"""Where no line is wider than this, lines end where they end."""

_OPEN_END = re.compile(rf"(?:\d\.|[{TILDES},(\-–])$")
_GAP = re.compile(r"\t|\S {3,}\S")
_CUT_DATE = re.compile(rf"(?:{APOSTROPHE}|(?<!\d)20)\d\d\.(?:\s*\d{{1,2}}\.)?$|[{TILDES}{COLONS}]$")
_JOINING = re.compile(r"(?:[가-힣]를|(?<![마고가노])을|\s및|하[여고며]|[위통]한|위해|대한|에서|으로|[,·])$")
"""What no deed ends in: an object, a verb that joins, a particle."""

_CLOSED = re.compile(r"(?:[함음임됨다]|[.)\]）])$")
_LABEL = re.compile(rf"([가-힣 ]{{2,12}}?)\s*{COLON}")
_DATED = re.compile(rf"(?:{APOSTROPHE}|(?<!\d)20)\d\d\s?[.년]\s?\d{{1,2}}\s?[.월]")
_REST_OF_DATE = re.compile(rf"{APOSTROPHE}?\d[\d.\s{TILDES}(){WEEKDAYS}–-]*[.)]?")
"""What may stand on a line for itself where the text's width cut it from its date, or from its deed's colon."""


def soft_lines(
    lines: Sequence[SourceLine], vocabulary: Vocabulary, *, paper: bool, joined: Collection[int] = ()
) -> set[int]:
    """The indexes of the lines after which a paragraph may go on in the next line.

    paper: the text was set in pages, so that any full line may be broken; else only a line that is indented to the words
    of the bullet above goes on from it, or one at the margin where the whole text was broken at one width.
    joined: the numbers of lines that were made of several.
    """
    widths = [width_of(line.text.rstrip()) for line in lines]
    widest = max([width for line, width in zip(lines, widths, strict=True) if line.number not in joined], default=0)
    soft = set() if paper or widest < _NARROWEST_WRAPPED else _wrapped(lines, widths, widest, vocabulary)
    if widest >= _NARROWEST:
        soft |= _full(lines, widths, widest, vocabulary, paper=paper)
    return soft


def _full(
    lines: Sequence[SourceLine], widths: Sequence[int], widest: int, vocabulary: Vocabulary, *, paper: bool
) -> set[int]:
    """The indexes of the full lines that go on in the next: any one on paper, else one that is indented to the words above it."""
    soft: set[int] = set()
    for i, (line, after) in enumerate(itertools.pairwise(lines)):
        near = after.number - line.number == 1 or (paper and after.sheet - line.sheet == 1)
        if not near or widths[i] < _FULL * widest or _GAP.search(line.text.strip()):
            continue
        if not paper and _ends_date(line.text, after.text):
            soft.add(i)
            continue
        if is_marked(after.text, vocabulary) and not (paper and _goes_on(line.text, after.text)):
            continue
        if (
            indent_of(after.text) >= indent_of(line.text)
            if paper
            else indent_of(after.text) == _words_at(line.text, vocabulary)
        ):
            soft.add(i)
    return soft


def _wrapped(lines: Sequence[SourceLine], widths: Sequence[int], widest: int, vocabulary: Vocabulary) -> set[int]:
    """The indexes of the marked lines that go on at the margin, and of those that go on from them, where a mail or a page broke
    all lines at one width; of few, those alone whose words go on; none where any line at the margin stands below a marked one that had
    room for its first word. Where they are many, lines without a mark that had no such room go on as well: a title, a heading."""
    soft: set[int] = set()
    short: set[int] = set()
    plain: set[int] = set()
    hanging: list[bool] = []
    margin = min((indent_of(line.text) for line in lines), default=0)
    for i, (line, after) in enumerate(itertools.pairwise(lines)):
        if after.number - line.number != 1 or is_marked(after.text, vocabulary) or _GAP.search(line.text.strip()):
            continue
        full = widths[i] + 1 + width_of(after.text.split(maxsplit=1)[0]) > widest
        marked = is_marked(line.text, vocabulary)
        if indent_of(after.text) > margin:
            if indent_of(after.text) == _words_at(line.text, vocabulary):
                hanging.append(full)
        elif _stands_alone(after.text.strip(), vocabulary):
            continue
        elif not full:
            if marked:
                return set()
        elif marked or i - 1 in soft | short:
            (short if widths[i] < _WRAPPED * widest else soft).add(i)
        else:
            plain.add(i)
    if len(soft) + len(hanging) >= _FEWEST and all(hanging):
        soft |= plain
    if len(soft) >= _FEWEST:
        return soft | short
    return {i for i in soft if i in plain or _is_open([line.text for line in lines[i : i + 3]], vocabulary)}


def _stands_alone(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line without a mark says by its words that it goes on from none: a section's name, a field, a choice, an office."""
    label = _LABEL.match(text)
    named = (text, label[1]) if label is not None else (text,)
    if any(vocabulary.sections.match(name, rough=False) is not None for name in named) or is_office(text):
        return True
    return vocabulary.labels.match(text.split(maxsplit=1)[0], rough=False) is not None


def _is_open(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the words of the first of these lines surely go on in the next: it ends in one that needs another, or the next line, which
    begins with a word, has the date that it lacks, and is no field (`사업기간: …`) and none of several dated lines."""
    text, after = texts[0].rstrip(), texts[1].lstrip()
    label = _LABEL.match(after)
    if label is not None and vocabulary.sections.match(label[1], rough=False) is not None:
        return False
    if _JOINING.search(text) is not None:
        return True
    if _CLOSED.search(text) is not None or _DATED.search(text) is not None:
        return False
    several = len(texts) > 2 and not is_marked(texts[2], vocabulary) and _DATED.search(texts[2]) is not None
    return "가" <= after[:1] <= "힣" and _DATED.search(after) is not None and not several


def _goes_on(text: str, after: str) -> bool:
    """Whether what looks like a numeral (`31.(일)`) is the rest of a date or list that the line above leaves open."""
    return _OPEN_END.search(text.rstrip()) is not None and after.lstrip()[:1].isdigit()


def _ends_date(text: str, after: str) -> bool:
    """Whether a line is nothing but the date, or the rest of it, that the line above leaves open (`… 준공: '19. 12.` over `13.`)."""
    return _CUT_DATE.search(text.rstrip()) is not None and _REST_OF_DATE.fullmatch(after.strip()) is not None


def _words_at(text: str, vocabulary: Vocabulary) -> int:
    """The column at which the words of a marked line begin; -1 for a line without a marker."""
    words = text.split(maxsplit=1)
    if len(words) < 2 or not is_marked(text, vocabulary):
        return -1
    return indent_of(text) + width_of(words[0]) + indent_of(text.lstrip()[len(words[0]) :])
