"""Bars of a Gantt table: which cells of its time axis are marked, by a fill, a drawn bar or a glyph.

A fill counts only where it is no ordinary background (see `grounds`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from pledgecards.extract.grid.column_grounds import is_white
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.grounds import Grounds, grounds
from pledgecards.extract.grid.halved_rows import on_one_half
from pledgecards.extract.page import LEAST_BAR, Cell, Table
from pledgecards.schemas.notation import DASHES

_LEFT_OUT = 0.7
_OFF_MIDDLE = 0.08

_GLYPH = re.compile(
    "[\uf06c\uf06e\uf075\uf0a1\uf0a7\uf0ab\uf0d8\uf0e0\uf0e8\uf0f0\uf0fc\uf0fe"  # ● ■ ◆ ○ ▪ ★ ➢ → ➔ ⇨ ✓ ☑ of Wingdings
    r"■●◀◄◂←⇐⟵├┤┣┫╞╡╠╣◁▷▻◅▶►▸→⇒➔➜➝➞➡⟶⟹⇨⇢▬━═▰▮▇█▉▊▋▌▍▎▏▓▒░▤▥▦▧▨▩◆◈★☆▲○◎◯⦿◉✓✔☑√⇔↔↦▷▣◼⬛⬤🡆🡒]|<?[-─—–=]{2,}>?|<?[-─—–=]>|<[-─—–=]"
)
_LINE = re.compile(r"^[─—ー]{2,}$|^─$")
_LETTER = re.compile(r"^[vVoOㅇxX]$")
_RING = re.compile(r"^[oOㅇｏＯ○◎◯〇]$")
_FILLED = re.compile(r"^[●■◆★▶▲⬛◼]$")
_CROSS = re.compile(r"^[xX×✖]$")
_EMPTY_BOX = re.compile(r"^[□☐▢◻]$")
_TAIL, _HEAD = re.compile(r"^(?:[<◀◁◂←][-─—–=]*|[├┣╠][-─—–=]*)$"), re.compile(r"^(?:[-─—–=]*[>▶▷▸→]|[-─—–=]*[┤┫╣])$")
_DASH = re.compile(rf"^[{DASHES}·.]$")


@dataclass(frozen=True, slots=True)
class Bars:
    """What the time axis of a table shows.

    marked  for every (row, column) of the axis: True a bar, False none, None where it cannot be told.
    shown   whether any cell holds a bar at all.
    words   places of cells that hold words but no bar.
    murky   the fills do not tell bars from background.
    adrift  some row's bar stands near its place only, and how far it reaches is not told.
    partial a bar covers only a part of a cell that stands under several heads, and which of them it means is not told.
    shaded  a light fill may be the shade of a year or of a row, or bars that go on from darker ones, and which is not told.
    stacked two bars of different colours run one above the other, and which of them is the plan is not told.
    cut     a level rule cuts blank cells of a row and leaves its name whole, and whether it is a bar is not told.
    """

    marked: dict[tuple[int, int], bool | None]
    shown: bool
    words: tuple[tuple[int, int], ...]
    murky: bool
    adrift: bool = False
    stacked: bool = False
    partial: bool = False
    shaded: bool = False
    cut: bool = False


def read_bars(table: Table, rows: Sequence[int], columns: Sequence[int], head_rows: int, label: int | None) -> Bars:
    """The bars in these rows and columns of the table. label: the column of the rows' names, head_rows: how deep the head is."""
    axis = _axis_of(table, rows, columns, head_rows, label)
    grid, texts = axis.grid, axis.texts
    marked: dict[tuple[int, int], bool | None] = {}
    doubts: dict[str | None, list[tuple[int, int]]] = {}
    adrift = False
    for row in rows:
        filled_cells = [grid[row][col] for col in columns if texts[row][col]]
        # Marks at two heights are of two rows that nothing parts; of which one a blank is, nothing tells. Nor how far a bar
        # reaches that stands near its place only.
        loose = _adrift(filled_cells)
        adrift = adrift or loose
        untold = loose or _uneven(filled_cells)
        shafts = _shafts(texts[row], columns)
        ruled = _cut_cells(grid, texts, row, columns)
        for col in columns:
            marked[row, col], doubt = (None, "words") if untold else axis.told(row, col, shafts, ruled)
            doubts.setdefault(doubt, []).append((row, col))
    halves = on_one_half(grid, rows, columns, marked)
    marked |= dict.fromkeys(halves, None)
    stacked, cut, murky = bool(halves) or "stacked" in doubts, "cut" in doubts, axis.ground.murky
    shown = stacked or cut or any(mark is True for mark in marked.values())
    if not shown or murky:
        marked = {place: True if mark else None for place, mark in marked.items()}
    words, shaded = tuple(doubts.get("words", ())), bool(axis.ground.doubtful)
    return Bars(marked, shown, words, murky, adrift, stacked, "partial" in doubts, shaded, cut)


@dataclass(frozen=True, slots=True)
class _Axis:
    """What is known of all cells of a time axis before each is told.

    glyphs  by place, whether a cell holds the glyph of a bar; None where it holds words.
    ringed  some cell holds a ring: beside it a cross says that nothing is planned; alone it is a mark as good as any.
    hollow  every cell holds a sign, and a ring may be what is yet to come as well as nothing.
    merged  the columns of cells that one bar covers a part of: what the same cell of another row says is not told either.
    """

    grid: list[list[Cell]]
    texts: list[list[str]]
    glyphs: dict[tuple[int, int], bool | None]
    ringed: bool
    hollow: bool
    merged: set[tuple[int, int]]
    ground: Grounds

    def told(self, row: int, col: int, shafts: Container[int], ruled: Container[int]) -> tuple[bool | None, str | None]:
        """Whether a cell holds a bar, and why that is not told: `words`, or what `Bars` calls `partial`, `stacked` or `cut`."""
        cell, text, ground = self.grid[row][col], self.texts[row][col], self.ground
        if (cell.col, cell.col_span) in self.merged and (cell.bar or text):
            return None, "partial"
        if self.hollow and _RING.match(text):
            return None, "words"
        glyph = False if self.ringed and _CROSS.match(text) else self.glyphs[row, col]
        glyph = col in shafts or glyph
        if (row, col) in ground.doubtful and not glyph and cell.bar < LEAST_BAR:
            return None, None
        filled = cell.fill is not None and cell.fill not in ground.fills[row, col] and not ground.murky
        if glyph or filled or cell.bar >= LEAST_BAR:
            return True, None
        if cell.bar <= -LEAST_BAR:
            return None, "stacked"
        if col in ruled:
            return None, "cut"
        return (None, "words") if glyph is None else (False, None)


def _axis_of(table: Table, rows: Sequence[int], columns: Sequence[int], head_rows: int, label: int | None) -> _Axis:
    grid, texts = grid_of(table).cells, grid_of(table).texts
    printed = [texts[row][col] for row in rows for col in columns]
    boxed = any(_GLYPH.search(text) for text in printed if text)
    glyphs = {(row, col): _glyph(texts[row][col], boxed) for row in rows for col in columns}
    signed = {(row, col) for (row, col), glyph in glyphs.items() if glyph or grid[row][col].bar >= LEAST_BAR}
    merged = {
        (cell.col, cell.col_span) for cell in table.cells if cell.col_span > 1 and _covers_a_part(cell, rows, columns)
    }
    ground = grounds(grid, rows, columns, head_rows, label, signed)
    ringed = any(_RING.match(text) for text in printed)
    return _Axis(grid, texts, glyphs, ringed, _rings_beside_marks(printed), merged, ground)


def _cut_cells(
    grid: Sequence[Sequence[Cell]], texts: Sequence[Sequence[str]], row: int, columns: Sequence[int]
) -> frozenset[int]:
    """The columns whose cells a level rule cuts beside names and notes that it leaves whole, with nothing in either part: as like as
    not the rule is a bar from border to border."""
    lowest = min([cell.row + cell.row_span for index, cell in enumerate(grid[row]) if index not in columns], default=0)
    if lowest < row + 2:
        return frozenset()  # most rows
    cut = [col for col in columns if grid[row][col].row + grid[row][col].row_span < lowest]
    parts = [(at, col) for at in range(row, lowest) for col in cut]
    if (
        any(texts[at][col] or grid[at][col].bar for at, col in parts)
        or len({grid[at][col].fill for at, col in parts}) > 1
    ):
        return frozenset()
    return frozenset(cut)


def _rings_beside_marks(texts: Sequence[str]) -> bool:
    """Whether every cell holds a sign, some a ring and the others a filled one (`● | ● | ○ | ○`): what is yet to come, or nothing at all."""
    if not all(texts):
        return False
    others = [text for text in texts if not _RING.match(text)]
    return 0 < len(others) < len(texts) and all(map(_FILLED.match, others))


def _shafts(texts: Sequence[str], columns: Sequence[int]) -> set[int]:
    """The columns of an arrow whose dashes lie between its two heads (`< | - | - | >`)."""
    found: set[int] = set()
    tail = 0
    since: list[int] | None = None
    for col in columns:
        if _TAIL.match(texts[col]):
            since = []
            tail = col
        elif since is not None and _DASH.match(texts[col]):
            since.append(col)
        else:
            found |= {tail, *since, col} if since and _HEAD.match(texts[col]) else set()
            since = None
    return found


def _adrift(cells: Sequence[Cell]) -> bool:
    return any(mark.kind == "adrift" for cell in cells for line in cell.lines for mark in line.marks)


def _uneven(cells: Sequence[Cell]) -> bool:
    """Whether cells of one row have a line each, at heights further apart than a line's own."""
    lines = [cell.lines[0] for cell in cells if len(cell.lines) == 1 and cell.lines[0].place.top is not None]
    tops = [(line.place.top or 0.0, line.size) for line in lines]
    return len(tops) > 1 and max(tops)[0] - min(tops)[0] > max(size for _, size in tops)


def _covers_a_part(cell: Cell, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether the bar in a cell under several heads leaves out the most of one of them, or its signs stand off the middle."""
    span = sum(cell.col <= col < cell.col + cell.col_span for col in columns)
    if span < 2 or cell.row not in rows:
        return False
    if cell.bar:
        return abs(cell.bar) < 1 - _LEFT_OUT / span
    line, (left, right) = next(iter(cell.lines), None), (cell.place.x0, cell.place.x1)
    if line is None or _GLYPH.sub("", line.text).strip() or not is_white(cell.fill):
        return False
    if left is None or right is None or line.place.x0 is None or line.place.x1 is None:
        return False
    if "\t" in line.text:
        return True
    off = abs(line.place.x0 + line.place.x1 - left - right) / 2
    return off > _OFF_MIDDLE * (right - left)


def _glyph(text: str, boxed: bool) -> bool | None:
    """True: the text is or holds a bar glyph; False: it is blank; None: it holds other words."""
    if not text or _DASH.match(text):
        return False
    if _EMPTY_BOX.match(text):
        return not boxed
    if _GLYPH.search(text) or _LETTER.match(text) or _LINE.match(text):
        return True
    return None
