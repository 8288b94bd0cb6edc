"""The schedule of a card as blocks: one character a quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pledgecards.terminal.style import Style, plain, shows
from pledgecards.terminal.width import fitted, width

_BLOCKS = {True: "█", False: "·", None: "?"}
_BARE = {True: "#", False: ".", None: "?"}
_QUARTERS = 4


def gantt(rows: Sequence[Mapping[str, Any]], style: Style) -> list[str]:
    """The rows of `schedule` of one card: a line a project, years side by side; `?` where the source does not tell."""
    years = sorted({row["year"] for row in rows if row["year"] is not None})
    lines: dict[int, dict[tuple[int, int], bool | None]] = {}
    names: dict[int, str] = {}
    for row in rows:
        names.setdefault(row["line_no"], plain(row["project"]))
        cells = lines.setdefault(row["line_no"], {})
        if row["year"] is not None and row["quarter"] is not None:
            cells[row["year"], row["quarter"]] = row["planned"]
    column = min(max((width(name) for name in names.values()), default=0), max(12, style.columns - 7 * len(years) - 4))
    shown = [" " * column + "  " + "   ".join(f"{year}" for year in years)]
    for number, cells in lines.items():
        blocks = "   ".join(_year(cells, year, style) for year in years)
        shown.append(f"{fitted(names[number], column)}  {blocks}".rstrip())
    return shown


def _year(cells: Mapping[tuple[int, int], bool | None], year: int, style: Style) -> str:
    blocks = _BLOCKS if shows(style.encoding, _BLOCKS[True]) else _BARE
    text = ""
    for quarter in range(1, _QUARTERS + 1):
        if (year, quarter) not in cells:
            text += " "
            continue
        planned = cells[year, quarter]
        block = blocks[planned]
        text += style.paint(block, "green") if planned else block
    return text
