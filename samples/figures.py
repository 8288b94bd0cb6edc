"""Invents the tables of a card: schedules, budgets whose sums hold, targets and results whose rates hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from pledgecards.samples import words
from pledgecards.samples.card import (
    Budget,
    BudgetLine,
    Figure,
    IndicatorLine,
    Indicators,
    Money,
    Schedule,
    ScheduleLine,
)  # fmt: skip
from pledgecards.samples.wording import Wording

WON = {"천원": 1_000, "백만원": 1_000_000, "억원": 100_000_000, "만원": 10_000}


def schedule(rng: Random, wording: Wording, projects: Sequence[str]) -> Schedule:
    """A Gantt table: each project one or two stretches of bars."""
    cells = [(year.year or 0, part) for year in wording.schedule_years for part in range(1, wording.parts + 1)]
    lines = []
    for project in projects:
        bars: set[tuple[int, int]] = set()
        for _ in range(rng.randint(1, 2)):
            start = rng.randrange(len(cells) - 1)
            bars |= set(cells[start : start + rng.randint(2, max(2, len(cells) // 2))])
        lines.append(ScheduleLine(project, frozenset(bars)))
    return Schedule(wording.schedule_head, wording.schedule_years, wording.parts, tuple(lines))


def _print(tenths: int, wording: Wording) -> Money:
    """An amount in tenths of the table's unit, as the body prints it."""
    if tenths == 0:
        return Money(wording.zero, None)
    sign = "△" if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    raw = f"{sign}{whole:,}" + (f".{rest}" if rest else "")
    return Money(raw, tenths * WON[wording.unit] // 10)


def budget(rng: Random, wording: Wording, projects: Sequence[str], wrong: bool) -> Budget:
    """A budget table in which every row and column adds up; `wrong`: but one printed sum."""
    columns = len(wording.budget_periods) - 1
    step = 1 if wording.decimals else 10
    scale = {"천원": 90_000, "백만원": 900, "억원": 30, "만원": 9_000}[wording.unit]
    table: dict[tuple[int, int], list[int]] = {}
    for project in range(len(projects)):
        for source in range(len(wording.fundings)):
            table[project, source] = [_lot(rng, scale, step) for _ in range(columns)]
    if wording.negative:
        # A cut in one year, in a column that stays above zero.
        table[0, 0][-1] = -step * rng.randint(1, 30)
        table[0, 1][-1] = 10 * scale
    lines = _total_lines(wording, table) + _project_lines(wording, projects, table)
    if wrong:
        column = rng.randrange(1, columns + 1)
        cell = _print(sum(row[column - 1] for row in table.values()) + 70, wording)
        lines[0] = replace(lines[0], cells=(*lines[0].cells[:column], cell, *lines[0].cells[column + 1 :]))
    head, funding = wording.budget_heads
    return Budget(head, funding, wording.budget_periods, tuple(lines), wording.unit, wording.total_label)


def _lot(rng: Random, scale: int, step: int) -> int:
    if rng.random() < 0.25:
        return 0
    return rng.randint(2, scale) * 10 if step == 10 or rng.random() < 0.6 else rng.randint(20, scale * 10)


def _cells(amounts: Sequence[int], wording: Wording) -> tuple[Money, ...]:
    return tuple(_print(value, wording) for value in (sum(amounts), *amounts))


def _add(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _total_lines(wording: Wording, table: dict[tuple[int, int], list[int]]) -> list[BudgetLine]:
    lines = [BudgetLine(None, wording.total_line, "total", _cells(_add(list(table.values())), wording))]
    for number, (printed, key) in enumerate(wording.fundings):
        rows = [row for (_, source), row in table.items() if source == number]
        lines.append(BudgetLine(None, printed, key, _cells(_add(rows), wording)))
    return lines


def _project_lines(
    wording: Wording, projects: Sequence[str], table: dict[tuple[int, int], list[int]]
) -> list[BudgetLine]:
    if wording.budget_heads[1] is None:
        return []
    lines: list[BudgetLine] = []
    for number, project in enumerate(projects):
        rows = [row for (owner, _), row in table.items() if owner == number]
        if not wording.split:
            lines.append(BudgetLine(project, "-", None, _cells(_add(rows), wording)))
            continue
        lines.append(BudgetLine(project, wording.total_line, "total", _cells(_add(rows), wording)))
        for (printed, key), row in zip(wording.fundings, rows, strict=True):
            lines.append(BudgetLine(project, printed, key, _cells(row, wording)))
    return lines


def targets(rng: Random, wording: Wording, projects: Sequence[str]) -> Indicators:
    """The target table: rising values with their milestones."""
    head, unit_head, whole_head, _, _ = wording.indicator_heads
    lines = []
    for project in projects:
        unit, goal = rng.choice((("%", 100), ("%", 100), ("개소", 20), ("명", 1200), ("건", 50)))
        count = len(wording.indicator_years)
        last = rng.choice((count, count, count - 1))
        milestones = rng.sample(words.MILESTONES, count)
        cells = []
        for number in range(count):
            if number >= last:
                cells.append(Figure("-", None, rng.choice(("-", "(운영)")) if wording.stacked else ""))
                continue
            value = goal * (number + 1) // last
            cells.append(Figure(f"{value:,}", float(value), milestones[number]))
        lines.append(IndicatorLine(project, unit, Figure(f"{goal:,}", float(goal)), tuple(cells)))
    return Indicators(False, head, unit_head, whole_head, wording.indicator_years, tuple(lines), None, wording.stacked)


def results(rng: Random, wording: Wording, goals: Indicators, until: int, wrong: bool) -> Indicators:
    """The achievement table of those targets up to a year; `wrong`: its first rate is not result over goal."""
    head, unit_head, _, whole_head, rate_head = wording.indicator_heads
    lines = []
    for number, line in enumerate(goals.lines):
        cells = []
        reached = 0
        for period, figure in zip(wording.indicator_years, line.cells, strict=True):
            if period.year is None or period.year > until or figure.value is None:
                cells.append(Figure("", None))
                continue
            reached = int(figure.value) if rng.random() < 0.6 else max(1, int(figure.value * 0.9))
            cells.append(Figure(f"{reached:,}", float(reached), figure.milestone))
        assert line.whole.value is not None
        rate = round(reached / line.whole.value * 100) - (17 if wrong and number == 0 else 0)
        sign = "%" if wording.rate_sign else ""
        whole, share = Figure(f"{reached:,}", float(reached)), Figure(f"{rate}{sign}", float(rate))
        lines.append(IndicatorLine(line.project, line.unit, whole, tuple(cells), share))
    return Indicators(True, head, unit_head, whole_head, wording.indicator_years, tuple(lines), rate_head)
