"""HTML within a text, as programs write it into Markdown: its tables become tables of bars, its tags what Markdown has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pledgecards.extract.text.lines.textline import SourceLine, ink_of
from pledgecards.extract.text.nested import unnested
from pledgecards.extract.text.tables.from_cells import MOST_COLUMNS, MOST_ROWS, Span
from pledgecards.extract.text.tags import TAG, known_in, said, with_pairs_whole, without_unseen

Spans = Mapping[tuple[int, int], Span]

_SIGN = re.compile(
    r"<!--|</?(?:table|br|b|strong|u|i|em|span|p|div|font|[uod]l|li|d[td]|input|label|a|img|script|style|h[1-6])[\s/>]",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"<br\s*/?>|(?=<(?:li|dt)[\s>])|</(?:p|div|li|dd|[uod]l|h[1-6])\s?>(?=.*\S)", re.IGNORECASE)
"""What begins a line of its own, and what ends one that another follows."""
_OPENS_BLOCK = re.compile(r"\s*<(?:p|div|li|d[td]|[uod]l|h[1-6])[\s>]", re.IGNORECASE)
_PARTS = frozenset(["thead", "tbody", "tfoot", "caption", "colgroup", "col"])
"""Tags of a table that are no row and no cell."""


class _Grid:
    """The cells of a table on their way to rows of one length. Places under a merged cell are blank. outside: words that stand in no cell."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.numbers: list[int] = []
        self.spans: dict[tuple[int, int], Span] = {}
        self.outside: list[SourceLine] = []
        self._until: dict[int, int] = {}

    def add_row(self, number: int) -> None:
        self.rows.append([])
        self.numbers.append(number)

    def add_cell(self, text: str, down: int, across: int) -> None:
        """Puts a cell at the next free place of the last row."""
        row, at = self.rows[-1], len(self.rows) - 1
        self._fill(row, at)
        place = len(row)
        row += [text, *[""] * (across - 1)]
        if down > 1 or across > 1:
            self.spans[at, place] = (down, across)
            self._until.update({place + step: at + down for step in range(across)})

    def _fill(self, row: list[str], at: int) -> None:
        while self._until.get(len(row), 0) > at:
            row.append("")

    def finish(self) -> None:
        """Makes all rows as long as the longest, and no merged cell reach beyond them."""
        for at, row in enumerate(self.rows):
            self._fill(row, at)
        width, height = max((len(row) for row in self.rows), default=0), len(self.rows)
        for row in self.rows:
            row += [""] * (width - len(row))
        cut = {(r, c): (min(down, height - r), min(across, width - c)) for (r, c), (down, across) in self.spans.items()}
        self.spans = {place: span for place, span in cut.items() if span != (1, 1)}


def without_tags(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int, dict[tuple[int, str], Spans]]:
    """The lines without HTML, how many of its signs were markup, and the merged cells of its tables by the first row of each (its
    number and text)."""
    if not any("<" in line.text and _SIGN.search(line.text) for line in lines):
        return list(lines), 0, {}
    before = sum(ink_of(line.text) for line in lines)
    lines = unnested(with_pairs_whole(without_unseen(lines)))
    result: list[SourceLine] = []
    spans: dict[tuple[int, str], Spans] = {}
    pieces = [piece for line in lines for piece in _pieces(line)]
    known = known_in(lines)
    at, behind, closed = 0, 0, True
    while at < len(pieces):
        opens = closed and _opens(pieces[at].text)
        end, grid = _table(pieces, at, known) if opens else (at, None)
        closed = closed and not (opens and end == len(pieces) and grid is None)  # nor does any behind it
        if grid is None:
            result += _plain(pieces[at], known)
            at += 1
            continue
        result += grid.outside
        rows = _as_bars(grid, pieces[at].sheet)
        if grid.spans and rows:
            spans[rows[0].number, rows[0].text] = grid.spans
        if rows and result and len(result) == behind:
            result.append(SourceLine(rows[0].number, "", rows[0].sheet))  # or it would go on from the table above
        result += rows
        behind = len(result) if rows else behind
        at = end
    return result, before - sum(ink_of(line.text) for line in result), spans


def _opens(text: str) -> bool:
    found = TAG.match(text)
    return found is not None and found[2].lower() == "table" and not found[1]


def _pieces(line: SourceLine) -> Iterator[SourceLine]:
    """A line, cut before a table begins and behind its end."""
    if "<" not in line.text:
        yield line
        return
    start = 0
    for found in TAG.finditer(line.text):
        if found[2].lower() == "table":
            cut = found.end() if found[1] else found.start()
            if line.text[start:cut].strip():
                yield SourceLine(line.number, line.text[start:cut], line.sheet)
            start = cut
    if line.text[start:].strip() or not start:
        yield SourceLine(line.number, line.text[start:], line.sheet)


def _table(lines: Sequence[SourceLine], start: int, known: frozenset[str]) -> tuple[int, _Grid | None]:
    """The table that opens at lines[start], and where it ends; None where it does not end, or is none."""
    grid, depth = _Grid(), 0
    cell: tuple[list[str], int, int] | None = None

    def close() -> None:
        nonlocal cell
        if cell is not None:
            grid.add_cell(_cell_text(cell[0]), cell[1], cell[2])
            cell = None

    for at in range(start, len(lines)):
        text, place = lines[at].text, 0
        for found in TAG.finditer(text):
            closes, name = bool(found[1]), found[2].lower()
            if cell is not None:
                cell[0].append(text[place : found.start()])
            elif words := text[place : found.start()].strip():
                grid.outside.append(SourceLine(lines[at].number, words, lines[at].sheet))
            place = found.end()
            if name == "table":
                depth += -1 if closes else 1
                if not depth:
                    close()
                    grid.finish()
                    return at + 1, grid if any(grid.rows) else None
            elif depth == 1 and name == "tr":
                close()
                if not closes:
                    if len(grid.rows) == MOST_ROWS:
                        return start, None
                    grid.add_row(lines[at].number)
            elif depth == 1 and name in ("td", "th"):
                close()
                if not closes:
                    if not grid.rows:
                        grid.add_row(lines[at].number)
                    sizes = {kind.lower(): max(1, int(size)) for kind, size in _SPAN.findall(found[3])}
                    cell = ([], sizes.get("row", 1), sizes.get("col", 1))
                    if len(grid.rows[-1]) + cell[2] > MOST_COLUMNS:
                        return start, None
            elif cell is not None and name not in _PARTS:
                cell[0].append(said(found, known, within=True))
        if cell is not None:
            cell[0].append(text[place:] + " ")
        elif words := text[place:].strip():
            grid.outside.append(SourceLine(lines[at].number, words, lines[at].sheet))
    return len(lines), None


def _cell_text(parts: Sequence[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).replace("|", "\\|").split("<br>"))
    return "<br>".join(filter(None, lines))


def _as_bars(grid: _Grid, sheet: int) -> list[SourceLine]:
    """The rows as lines between bars; a single column is no table but lines."""
    if len(grid.rows[0]) == 1:
        cells = [(number, row[0].replace("\\|", "|")) for number, row in zip(grid.numbers, grid.rows, strict=True)]
        return [SourceLine(number, part, sheet) for number, text in cells for part in text.split("<br>")]
    rows = zip(grid.numbers, grid.rows, strict=True)
    return [SourceLine(number, f"| {' | '.join(row)} |", sheet) for number, row in rows]


def _plain(line: SourceLine, known: frozenset[str]) -> list[SourceLine]:
    """A line outside HTML's tables: its known tags are taken out, and it is broken where they break it."""
    if "<" not in line.text or not _SIGN.search(line.text):
        return [line]
    # In a row between bars a break is within a cell.
    parts = [line.text] if line.text.lstrip()[:1] == "|" else (_BLOCK if "</" in line.text else _BREAK).split(line.text)
    margin = " " * (len(line.text) - len(line.text.lstrip()))
    # What stands behind a break goes on from what stands before it; a paragraph or an item does not.
    within = "" if _OPENS_BLOCK.match(line.text) else "  "
    texts = [TAG.sub(lambda found: said(found, known), part) for part in parts]
    shown = [texts[0], *(margin + within + text.strip() for text in texts[1:] if text.strip())]
    return [SourceLine(line.number, text, line.sheet) for text in shown if text.strip()]
