"""Tables set with tabs: consecutive lines whose cells are parted by one tab each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import is_caption
from pledgecards.extract.items.numbered_projects import numbers_project
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.textline import IN_CELL, SourceLine, ink_of, is_marked, is_marker, is_rule
from pledgecards.extract.text.tables.from_cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    RawGrid,
    RawLine,
    build_table,
    head_spans,
)
from pledgecards.extract.text.tables.peopletable import begins_people, heads_offices
from pledgecards.extract.text.tables.ragged import squared
from pledgecards.extract.text.tables.tabstops import cells_at_stops
from pledgecards.schemas.notation import COLON, COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_LABEL = re.compile(rf"([^{COLONS}]{{2,12}}?)\s*{COLON}\s*\S")
_BARE_NUMERAL = re.compile(r"^\d{1,2}\s+(?=[가-힣])")  # `5 추진 실적`
_OPENING = tuple("([【〔<（［〈")
_HEAD = 4
_SHORT = 4


def read_tabs(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table | None, int] | None:
    """The table of tabs that begins at lines[start]: where it ends, the table, and how many signs in it were markup.

    None if none begins there. A bullet, a line indented with tabs, and a single line with one tab are no table. The table is None where
    its figures cannot be told to stand below its head.
    """
    if (
        not _is_row(lines[start].text, vocabulary)
        or is_rule(lines[start].text)
        or _is_heading_with_note(lines, start, vocabulary)
    ):
        return None
    heads = lines[start].text.strip()
    if _heads_section(heads, vocabulary) and not heads_offices(heads.split("\t"), vocabulary):
        return None  # with the blank cells of a sheet behind it
    rows: list[SourceLine] = []
    markup = 0
    ruled = False
    end = start
    while end < len(lines) and len(rows) < MOST_ROWS:
        text = lines[end].text
        if is_rule(text):
            markup += ink_of(text)
            ruled = True
        elif _is_row(text, vocabulary) or (rows and _fills_columns(text, rows[-1].text)):
            if rows and begins_people(rows[0].text.split("\t"), text.split("\t"), vocabulary):
                break
            rows.append(lines[end])
        elif text and not text.isspace():
            # The rows under a schedule's head hold nothing but their names once an editor has cut off trailing tabs.
            if not (is_row_name(lines[end], vocabulary) and _has_open_head(rows)):
                break
            rows.append(lines[end])
        elif "\t" not in text:
            break
        end += 1
    if len(rows) == 1 and not ruled and len(rows[0].text.split("\t")) - rows[0].text.split("\t").count("") < 3:
        return None
    placed = cells_at_stops([line.text for line in rows], vocabulary)
    if placed is None:
        return end, None, 0
    grid: RawGrid = [[_lines_of(cell, line.number) for cell in cells] for line, cells in zip(rows, placed, strict=True)]
    even = squared(grid) if placed == [line.text.split("\t") for line in rows] else grid
    if even is None:
        return end, None, 0
    table, signs = build_table(even, [line.number for line in rows])
    return end, table, markup + signs


def _lines_of(cell: str, number: int) -> tuple[RawLine, ...]:
    """The lines of a cell, each with its own number."""
    if IN_CELL not in cell:
        return (RawLine(cell, number),) if cell and not cell.isspace() else ()
    return tuple([RawLine(text, number + down) for down, text in enumerate(cell.split(IN_CELL)) if text.strip()])


def _is_heading_with_note(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a line is the heading of a section and a note in brackets (`소요예산<TAB>(백만원)`), right above wider rows."""
    first, _, rest = lines[start].text.strip().partition("\t")
    if "\t" in rest.strip() or rest.strip()[:1] not in _OPENING or not _heads_section(first.strip(), vocabulary):
        return False
    after = lines[start + 1].text if start + 1 < len(lines) else ""
    return after.count("\t") > 1


def _is_row(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a row of cells: it has a tab that is neither indentation nor the gap after a bullet."""
    if not 0 < text.count("\t") < MOST_COLUMNS:
        return False
    body = text.strip()
    first, tab, rest = body.partition("\t")
    if not tab:
        # Blank cells beside a single one: a row if it begins with blanks and is no indented bullet.
        return bool(body) and not is_marked(body, vocabulary) and text.strip(" ") != body
    if _begins_choice(first, vocabulary):
        return False
    if "\t" in rest or not is_marker(first.strip(), vocabulary):
        return not (is_marked(first, vocabulary) and " " in first.strip() and not rest.strip())
    return False


def _fills_columns(text: str, above: str) -> bool:
    """Whether a line has the tabs of all columns of the row above it, if only its name: a number before that is no bullet's (`① 쉼터<TAB><TAB>`)."""
    return text.count("\t") == above.count("\t") > 1 and not text.isspace()


def _begins_choice(cell: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell labels a choice and holds its first option, too (`임기구분 : ■ 임기내`): tabs part the options behind it."""
    label = _LABEL.match(split_marker(cell.strip(), vocabulary).words)
    return label is not None and vocabulary.labels.match(label[1], rough=False) is not None


def _has_open_head(rows: Sequence[SourceLine]) -> bool:
    """Whether rows begin with the head of a schedule: storeys of names, the lowest of short ones only."""
    texts = [[cell.strip() for cell in line.text.split("\t")] for line in rows[:_HEAD]]
    cols = max(map(len, texts))
    spans = head_spans([[*row, *[""] * (cols - len(row))] for row in texts])
    depth = max((row + height for (row, _), (height, _) in spans.items()), default=0)
    wide = any(row == depth - 2 and width > 1 for (row, _), (_, width) in spans.items())
    return wide and len(texts) >= depth and all(len(text) <= _SHORT for text in texts[depth - 1])


def is_row_name(line: SourceLine, vocabulary: Vocabulary, *, within: bool = False, below_figures: bool = False) -> bool:
    """Whether a line may be the name of a row, its cells blank or on other lines: short, unmarked, no heading of a section.

    within: it stands between lines of a table, where the word that heads the people in charge may be a row's name, and one that
    heads a section (추진내용) the head of a column. below_figures: the head of the table has ended; `담당부서 : 공원과` is no name there.
    """
    text = line.text.strip()
    return (
        bool(text)
        and len(text) <= 80
        and not is_rule(text)
        and text[0] not in "([<※"
        and not is_caption(text)
        and not is_marked(text, vocabulary)
        and not numbers_project(text, vocabulary)
        and not (
            is_heading(text, vocabulary, but_people=within)
            and not (within and not below_figures and _heads_column(text, vocabulary))
        )
        and not (below_figures and (label := _LABEL.match(text)) is not None and is_heading(label[1], vocabulary))
    )


def _heads_column(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    # 소요예산 heads the next section more often than a column.
    return match is not None and match.key not in ("plan", "secured", "spent")


def _heads_section(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the heading of a section, with its marker or without."""
    return is_heading(text, vocabulary) or is_heading(split_marker(text, vocabulary).words, vocabulary)


def is_heading(text: str, vocabulary: Vocabulary, *, but_people: bool = False) -> bool:
    """Whether a text is the heading of a section; with but_people, of another one than the people in charge."""
    section = vocabulary.sections.match(_BARE_NUMERAL.sub("", text), rough=False)
    return section is not None and not (but_people and section.key == "contacts")
