"""Running heads and page numbers of a text: the lines that stand on every page and belong to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby, pairwise

from pledgecards.extract.text.lines.boxsigns import is_border
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.pages.bookheads import heads_amid_cards, heads_of_cards, heads_of_parts, labels, may_run
from pledgecards.extract.text.tables.bartable import is_framed
from pledgecards.extract.titles.documents import names_document
from pledgecards.schemas.vocabulary import Vocabulary

_DASHED = re.compile(r"[-–—―‐‑−~<(\[]\s*(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–—―‐‑−~>)\]]$")
_BETWEEN_DASHES = re.compile(r"\s*([-–—―‐‑−])\s*(\d{1,4})(?:\s*/\s*\d{1,4})?\s*\1\s*")
_OF_PAGES = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})(?:\s*(?:쪽|페이지))?")
_LAST_SIGNS = frozenset("0123456789-–—―‐‑−쪽지")
_BARE = re.compile(r"(?:(?:page|p\.|쪽)\s*)?(\d{1,4})(?:\s*(?:쪽|페이지|(?:/|of)\s*\d{1,4}))?$", re.IGNORECASE)
_NAMED = re.compile(rf"(?=.*(?:page|p\.|쪽|페이지)){_BARE.pattern}", re.IGNORECASE)
_LEAST_SHARE = 0.6
_SHORTEST_PAGE = 4
"""The fewest lines from one page's number to the next."""

_LONGEST, _QUARTERS = 80, 4
_FAR_RIGHT = 0.6
_DIGIT = re.compile(r"\d")
_LONGEST_FOOT, _FEWEST_FEET = 40, 3
_BEGINS = re.compile(r"[-–—|(\[\s]*(\d{1,4})(?!\d)")
_ENDS = re.compile(r"(?<!\d)(\d{1,4})[\s\-–—|)\]쪽]*$")


def find_running(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> set[int]:
    """The indexes of the lines that are running heads, feet or page numbers; without form feeds, numbers and the document's name."""
    if not lines:
        return set()
    if lines[-1].sheet == 0:
        return _numbers_set_off(lines, vocabulary) | heads_amid_cards(lines, vocabulary)
    sheets = sheets_of(lines)
    running: set[int] = set()
    # A head may stand over a number, and a number under a foot: look at the outermost line, then at the next.
    for _ in range(2):
        for edge in (0, -1):
            outermost = [(rank, _outermost(lines, sheet, edge, running)) for rank, sheet in enumerate(sheets)]
            edges = [(rank, index) for rank, index in outermost if index is not None]
            running |= _page_numbers(lines, edges, edge)
            running |= _repeated(lines, edges, edge, running, vocabulary)
            running |= _counted(lines, edges) if edge else _of_parts(lines, sheets, edges, vocabulary)
            running |= set() if edge else heads_of_cards(lines, sheets, edges, vocabulary)
    return running


def _numbers_set_off(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> set[int]:
    """Numbers of pages alone between blank lines: between dashes (`- 3 -`), or of the pages that there are, which they count (`3/62`)."""
    first = next((index for index, line in enumerate(lines) if not line.blank), 0)
    alone = [
        (index, line.text.strip())
        for index, line in enumerate(lines)
        if index > first
        and line.text[:200].rstrip()[-1:] in _LAST_SIGNS
        and ((_stands_off(lines, index, 0) and _stands_off(lines, index, -1)) or within_table(lines, index))
    ]
    found = _numbers_in_turn(lines, first, vocabulary)
    found |= {index for index, text in alone if _BETWEEN_DASHES.fullmatch(text)}
    counted = [(int(met[1]), int(met[2]), index) for index, text in alone if (met := _OF_PAGES.fullmatch(text))]
    rising = all(
        one[0] < other[0] and one[1] == other[1] and other[2] - one[2] >= _SHORTEST_PAGE
        for one, other in pairwise(counted)
    )
    if len(counted) > 1 and rising and counted[-1][0] <= counted[-1][1] and not _may_be_quarters(lines, counted):
        found.update(index for _, _, index in counted)
    return found


def _may_be_quarters(lines: Sequence[SourceLine], counted: Sequence[tuple[int, int, int]]) -> bool:
    """Whether numbers of four (number, of how many, index) may be quarters: text stands above the first and below the last."""
    if not counted or counted[0][1] != _QUARTERS:
        return False
    above, below = lines[: counted[0][2]], lines[counted[-1][2] + 1 :]
    return any(not line.blank for line in above) and any(not line.blank for line in below)


def _numbers_in_turn(lines: Sequence[SourceLine], first: int, vocabulary: Vocabulary) -> set[int]:
    """Numbers between dashes, of all pages, or called a page's (`p. 3`), that rise by one from each to the next, wherever they stand, and the line
    that stands alike below each of them and on top of all: the head of each page."""
    numbers = _rising(lines, first + 1, _BETWEEN_DASHES, 2, 2) or _rising(lines, first, _OF_PAGES, 1, 3)
    numbers = numbers or _rising(lines, first, _NAMED, 1, 2)
    if not numbers:
        return set()
    found = set(numbers)
    below = [next((at for at in range(index + 1, len(lines)) if not lines[at].blank), None) for index in numbers]
    heads = [at for at in (first, *below) if at is not None and at not in found]
    texts = {" ".join(lines[at].text.split()) for at in heads}
    alike = len(texts) == 1 and len(heads) >= max(3, len(numbers))
    if alike and may_run(texts.pop(), vocabulary):
        found.update(heads)
    return found


def _rising(lines: Sequence[SourceLine], start: int, form: re.Pattern[str], group: int, fewest: int) -> list[int]:
    """The indexes of the lines of one form whose numbers rise by one from each to the next; none if they do not, or if they are few."""
    found = [
        (index, met)
        for index, line in enumerate(lines[start:], start)
        if line.text[:200].rstrip()[-1:] in _LAST_SIGNS and (met := form.fullmatch(line.text.strip()))
    ]
    values = [int(met[group]) for _, met in found]
    if len(found) < fewest or any(other - one != 1 for one, other in pairwise(values)):
        return []
    if any(other - one < _SHORTEST_PAGE for (one, _), (other, _) in pairwise(found)):
        return []  # `1/4`, `2/4` … are quarters
    if form is _OF_PAGES and (len({met[2] for _, met in found}) > 1 or values[-1] > int(found[0][1][2])):
        return []
    if form is _OF_PAGES and _may_be_quarters(lines, [(int(met[1]), int(met[2]), index) for index, met in found]):
        return []
    return [index for index, _ in found]


def within_table(lines: Sequence[SourceLine], index: int, running: Collection[int] = ()) -> bool:
    """Whether a line stands right between two of a drawn table or of one of tabs, other running lines beside it or not, as the number of a
    page does that a copy left in it."""
    above, below = index - 1, index + 1
    while above in running:
        above -= 1
    while below in running:
        below += 1
    if above < 0 or below >= len(lines):
        return False
    around = (lines[above].text, lines[below].text)
    return all(is_framed(text) or is_border(text) for text in around) or all(text.count("\t") > 1 for text in around)


def sheets_of(lines: Sequence[SourceLine]) -> list[list[int]]:
    """The indexes of the lines that show something, by page; pages that show nothing are left out."""
    sheets: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if not line.blank:
            sheets.setdefault(line.sheet, []).append(index)
    return list(sheets.values())


def _outermost(lines: Sequence[SourceLine], sheet: list[int], edge: int, running: set[int]) -> int | None:
    near = [index for index in (sheet[:3] if edge == 0 else sheet[-3:]) if index not in running]
    return near[edge] if near else None


def _page_numbers(lines: Sequence[SourceLine], edges: list[tuple[int, int]], edge: int) -> set[int]:
    """Numbers between dashes, and those of all pages (`1/1`); bare ones only at the foot, and only if they count the pages."""
    sheets = edges[-1][0] + 1 if edges else 0
    found: set[int] = set()
    offsets: Counter[int] = Counter()
    bare: list[tuple[int, int]] = []
    for rank, index in edges:
        text = lines[index].text.strip()
        if (_DASHED.match(text) or _counts_pages(text, rank + 1, sheets)) and _stands_off(lines, index, edge):
            found.add(index)
        elif edge == -1 and (number := _BETWEEN_DASHES.fullmatch(text)):
            # Right below the last line, where a copy left out what parts the two.
            bare.append((int(number[2]) - rank, index))
            offsets[bare[-1][0]] += 1 + (bare[-1][0] == 1)
        elif edge == -1 and (number := _BARE.match(text)):
            bare.append((int(number[1]) - rank, index))
            offsets[bare[-1][0]] += 1
    found.update(index for offset, index in bare if offsets[offset] > 1)
    return found


def _counted(lines: Sequence[SourceLine], edges: list[tuple[int, int]]) -> set[int]:
    """Feet that begin or end in a number which goes up with the pages, the name of a part beside it (`Ⅰ. 안전한 도시 | 12`)."""
    feet: dict[int, list[int]] = {}
    count = 0
    for rank, index in edges:
        text = " ".join(lines[index].text.split())  # a page's width may part the two
        if len(text) > _LONGEST_FOOT or not _stands_off(lines, index, -1):
            continue
        count += 1
        for met in (_BEGINS.match(text), _ENDS.search(text)):
            if met is not None:
                feet.setdefault(int(met[1]) - rank, []).append(index)
    longest = max(feet.values(), key=len, default=[])
    most = set(longest)
    return most if len(most) >= max(_FEWEST_FEET, _LEAST_SHARE * count) else set()


def _of_parts(
    lines: Sequence[SourceLine], sheets: Sequence[list[int]], edges: list[tuple[int, int]], vocabulary: Vocabulary
) -> set[int]:
    """Heads that name the part of a book: far to the right, most of them the same on pages that follow each other."""
    tops: list[tuple[str, int]] = []
    for rank, index in edges:
        text = lines[index].text
        name, widest = text.strip(), max(len(lines[at].text) for at in sheets[rank])
        if (
            len(name) <= _LONGEST_FOOT
            and len(text) - len(text.lstrip()) >= _FAR_RIGHT * widest
            and not _DIGIT.search(name)
        ):
            tops.append((name, index))
    runs = [(name, [index for _, index in run]) for name, run in groupby(tops, key=lambda top: top[0])]
    long = sum(len(run) for _, run in runs if len(run) > 1)
    several = sum(len(run) > 1 for _, run in runs) > 1 and len({name for name, _ in runs}) == len(runs)
    if not several or long < max(_FEWEST_FEET, _LEAST_SHARE * len(tops)):
        return set()
    return {index for name, run in runs for index in run if may_run(name, vocabulary)}


def _counts_pages(text: str, number: int, pages: int) -> bool:
    """Whether a line says which page of how many this is."""
    met = _OF_PAGES.fullmatch(text)
    return met is not None and (int(met[1]), int(met[2])) == (number, pages)


def _repeated(
    lines: Sequence[SourceLine],
    edges: list[tuple[int, int]],
    edge: int,
    numbers: Collection[int],
    vocabulary: Vocabulary,
) -> set[int]:
    """Lines that stand alike at the edge of most pages, off from the body or beside their numbers, and are no heading of a section."""
    texts = Counter(
        " ".join(lines[index].text.split())
        for _, index in edges
        if len(lines[index].text.strip()) <= _LONGEST
        and (_stands_off(lines, index, edge) or index + (-1 if edge == 0 else 1) in numbers)
    )
    usual = {
        text
        for text, times in texts.items()
        # Two pages may begin alike by chance: a project's name heads its plan and its results.
        if times >= min(3, max(2, len(edges))) and times >= _LEAST_SHARE * len(edges) and may_run(text, vocabulary)
    }
    everywhere = {" ".join(lines[index].text.split()) for _, index in edges}
    of_book = min(everywhere) if len(edges) > 1 and len(everywhere) == 1 and texts else ""
    if of_book and may_run(of_book, vocabulary):
        # A copy leaves no blank line below it on some pages.
        named = names_document(of_book, vocabulary)
        usual |= everywhere if named or (len(edges) >= _FEWEST_FEET and not labels(of_book, vocabulary)) else set()
    found = {index for _, index in edges if " ".join(lines[index].text.split()) in usual}
    off = [index for _, index in edges if _stands_off(lines, index, edge)]
    parts = heads_of_parts([lines[index].text.strip() for index in off], lines, vocabulary)
    return found | {off[at] for at in parts if may_run(lines[off[at]].text, vocabulary)}


def _stands_off(lines: Sequence[SourceLine], index: int, edge: int) -> bool:
    """Whether a blank line or the end of the page parts the line from the body."""
    neighbour = index + 1 if edge == 0 else index - 1
    return not 0 <= neighbour < len(lines) or lines[neighbour].blank or lines[neighbour].sheet != lines[index].sheet
