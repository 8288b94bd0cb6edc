"""The first and the last of the years down the side of a table, where they are printed with a month alone (`2018(7월~)` … `~2022.6.`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.axis import edge_year
from pledgecards.extract.grid.periods import read_period


def edge_years(lines: Sequence[tuple[str | None, str]]) -> dict[int, int]:
    """The years of such lines by their place; a line is given by its project and the text of its key cell.

    `~2022.6.` is of 2022 where earlier years of its project stand above it, else all that came before; `2018(7월~)` of 2018 above later ones.
    """
    periods = [read_period(text) for _, text in lines]
    years = [period.year if period is not None else None for period in periods]
    found: dict[int, int] = {}
    for place, ((project, text), period) in enumerate(zip(lines, periods, strict=True)):
        if period is None or period.year is not None:
            continue
        own = [year if other == project else None for (other, _), year in zip(lines, years, strict=True)]
        year = edge_year(text, period.kind, own[:place], own[place + 1 :])
        if year is not None:
            found[place] = year
    return found
