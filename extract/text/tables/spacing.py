"""Where a table without rules may stand: lines with wide gaps, and the names between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pledgecards.extract.text.lines.choicelines import are_options, has_choices
from pledgecards.extract.text.lines.textline import SourceLine, is_marked, is_rule
from pledgecards.extract.text.tables.from_cells import LEAST_COLUMNS, is_number, is_year
from pledgecards.extract.text.tables.gutters import Stretch, stretches
from pledgecards.extract.text.tables.joined import Joined
from pledgecards.extract.text.tables.storeys import storeys
from pledgecards.extract.text.tables.tabtable import is_heading, is_row_name
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import TELEPHONE
from pledgecards.schemas.vocabulary import Vocabulary

_MOST_BLANKS = 3
_MOST_LINES = 300
_MOST_WIDTH = 1_000
_WIDEST_PART = 0.5
_MOST_PARTS = 12
_LONGEST_HEAD = 8
_BLANK_BRACKETS = re.compile(r"\( {2,6}\)|\[ {2,6}\]")
_TELEPHONE = re.compile(rf"{TELEPHONE}|\d{{2,4}}[-)]\s?\d{{3,4}}-\d{{4}}")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a region: its index in the text, and its stretches in columns of characters."""

    index: int
    line: SourceLine
    pieces: list[Stretch]


@dataclass(slots=True)
class Region:
    """Lines that may be a table: blocks of them parted by blank lines, each with its stretches and its index.

    rules  the indexes of lines among them that only draw.
    """

    blocks: list[list[Part]] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The index after the last line."""
        return self.blocks[-1][-1].index + 1


def find_region(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> Region | None:
    """The lines from lines[start] on that may be one aligned table; None if none begins there."""
    if not _begins(lines, start, vocabulary):
        return None
    region = Region()
    joined = Joined(vocabulary)
    blank = True
    names = figures = False
    last = start
    after: Part | None = None
    widest = len(lines[start].text)
    for i in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[i]
        if line.sheet != lines[start].sheet or i - last > _MOST_BLANKS + 1:
            break
        if line.blank:
            if not blank:
                names = names or _is_open(region)
            blank = True
            continue
        if is_rule(line.text):
            region.rules.append(i)
            last = i
            continue
        if "\t" in line.text or len(line.text) > _MOST_WIDTH:
            break
        part = Part(i, line, joined.apart(stretches(line.text, vocabulary)))
        if figures and (_heads_years(part) or _names_people(part, vocabulary)):
            # Another table begins, whatever stands between, and with it the lines right above its head or its label.
            if not blank and len(region.blocks) > 1 and not any(map(_has_figures, region.blocks[-1])):
                region.blocks.pop()
            break
        figures = figures or _has_figures(part)
        if i > start and not _goes_on(lines, part, region, names, blank, widest, vocabulary):
            after = None if blank else part
            break
        if blank:
            region.blocks.append([])
        blank = False
        region.blocks[-1].append(part)
        widest = max(widest, len(line.text))
        last = i
    if not region.blocks or (after is not None and _is_label(lines, after, region.blocks, vocabulary)):
        return None
    return region


def _is_label(
    lines: Sequence[SourceLine], after: Part, blocks: Sequence[Sequence[Part]], vocabulary: Vocabulary
) -> bool:
    """Whether the line right below these is the label of a form's row half-way down it, and no heading below a table: rows follow."""
    if is_nested(blocks, vocabulary) or not is_nested(blocks, vocabulary, after):
        return False
    below = lines[after.index + 1] if after.index + 1 < len(lines) else None
    return (
        below is None
        or below.blank
        or len(below.text) > _MOST_WIDTH
        or any(is_number(piece.text) for piece in stretches(below.text, vocabulary))
    )


def _has_figures(part: Part) -> bool:
    return any(is_number(piece.text) for piece in part.pieces)


def _heads_years(part: Part) -> bool:
    """Whether a line is the head of a table: two years or more, and no figure."""
    if len(part.pieces) < LEAST_COLUMNS or _has_figures(part):
        return False
    return sum(is_year(piece.text) for piece in part.pieces) > 1


def _names_people(part: Part, vocabulary: Vocabulary) -> bool:
    """Whether a line is the label of those in charge, and beside it one with a telephone, set like a row of the table above."""
    return is_heading(part.pieces[0].text, vocabulary) and any(
        _TELEPHONE.search(piece.text) for piece in part.pieces[1:]
    )


def is_nested(blocks: Sequence[Sequence[Part]], vocabulary: Vocabulary, after: Part | None = None) -> bool:
    """Whether the heading of a section stands left of all other lines: a form's row, in which the table is nested.

    after: the line that ended the region, if no blank line parts the two.
    """
    firsts = [part.pieces[0] for block in blocks for part in block]
    if after is not None and len(after.pieces) == 1:
        firsts.append(after.pieces[0])
    headings = [piece for piece in firsts if is_heading(piece.text, vocabulary, but_people=True)]
    left = min((piece.start for piece in firsts if piece not in headings), default=0)
    return any(piece.end <= left for piece in headings)


def _begins(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> bool:
    text = lines[start].text
    if "\t" in text or len(text) > _MOST_WIDTH or is_marked(text, vocabulary):
        return False
    here = stretches(text, vocabulary) if "  " in text.strip() else []
    if len(here) > 1:
        # (The blanks in the brackets of an option that is not checked are no gap.)
        choice = _BLANK_BRACKETS.search(text) is not None and has_choices([text], vocabulary)
        return not (choice or are_options([piece.text for piece in here], vocabulary))
    # A cell of a centred row may begin a line above the others: beside their columns, never over one.
    after = lines[start + 1].text if start + 1 < len(lines) else ""
    if not is_row_name(lines[start], vocabulary) or "\t" in after or len(after) > _MOST_WIDTH:
        return False
    below = stretches(after, vocabulary)
    name = stretches(text, vocabulary)[0]
    beside = name.start >= below[-1].end if below else False
    leads = bool(below) and name.end <= below[0].start and any(is_number(piece.text) for piece in below)
    return len(below) >= LEAST_COLUMNS and (leads or beside)


def _goes_on(
    lines: Sequence[SourceLine],
    part: Part,
    region: Region,
    names: bool,
    after_blank: bool,
    widest: int,
    vocabulary: Vocabulary,
) -> bool:
    """Whether a line may belong to the table of the lines before it."""
    pieces = part.pieces
    if not any(map(str.isalnum, part.line.text)) and (len(pieces) > 1 or not after_blank):
        return True  # marks of a row whose name may stand over and under them
    if len(pieces) > 1:
        return len(pieces) >= LEAST_COLUMNS or not is_marked(part.line.text, vocabulary)
    words = part.line.text.split()
    if len(words) < 3 and words[0] in body_names():
        return False  # whose card it is stands below its last table
    within = not after_blank
    figures = any(_has_figures(above) for block in region.blocks for above in block)
    named = is_row_name(part.line, vocabulary, within=within, below_figures=figures)
    named = named or (within and (_ends_name(pieces[0], region) or _is_counted_on(lines, part, region, vocabulary)))
    if not named or pieces[0].end - pieces[0].start > _WIDEST_PART * widest:
        return False
    if not after_blank or not region.blocks:
        return True
    return _has_gap_below(lines, part.index, vocabulary) or names or _is_open(region)


def _ends_name(piece: Stretch, region: Region) -> bool:
    """Whether a remark in brackets ends the name that stands alone on a line above it, in the same column (`빈집 정비`, `(12동)`)."""
    names = [part.pieces[0] for part in region.blocks[-1][-2:] if len(part.pieces) == 1] if region.blocks else []
    return piece.text[0] in "(（" and any(piece.start < name.end and name.start < piece.end for name in names)


def _is_counted_on(lines: Sequence[SourceLine], part: Part, region: Region, vocabulary: Vocabulary) -> bool:
    """Whether a name with a numeral (`Ⅰ-② 골목 일자리`, `나. 쉼터`) stands between rows with figures, in the column in which a row above begins with
    a name that has one too."""
    name = part.pieces[0]
    after = lines[part.index + 1].text if part.index + 1 < len(lines) else ""
    if not is_marked(part.line.text, vocabulary) or "\t" in after or len(after) > _MOST_WIDTH:
        return False
    below = stretches(after, vocabulary)
    if len(below) < LEAST_COLUMNS or below[0].start < name.start or not any(is_number(piece.text) for piece in below):
        return False
    return any(
        len(above.pieces) >= LEAST_COLUMNS
        and above.pieces[0].start == name.start
        and is_marked(above.line.text, vocabulary)
        for above in (region.blocks[-1] if region.blocks else ())
    )


def _has_gap_below(lines: Sequence[SourceLine], i: int, vocabulary: Vocabulary) -> bool:
    """Whether a line with several stretches follows before the next blank one."""
    for line in lines[i + 1 : i + 1 + _MOST_PARTS]:
        if line.blank or len(line.text) > _MOST_WIDTH:
            return False
        if len(stretches(line.text, vocabulary)) > 1:
            return True
    return False


def _is_open(region: Region) -> bool:
    """Whether the lines so far are only the head of a schedule, so that bare names may follow as rows."""
    if sum(map(len, region.blocks)) > _LONGEST_HEAD:
        return False
    rows = [part.pieces for block in region.blocks for part in block]
    return sum(len(row) > 1 for row in rows) == 2 and storeys(rows) is not None
