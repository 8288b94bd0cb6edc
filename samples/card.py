"""The abstract card: everything a sample card says, and what each piece means, before it is printed in any layout.

A `Card` is a logical document. Its blocks stand in reading order: items (headings, bullets, notes, captions) and
tables. Words are as they will be printed; dates and amounts carry their exact meaning beside the printed form, so that
the truth of a sample is known without reading it. Printers (`text`, `pdf`, `web`) and `truth` start from it alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A date expression as printed and the period that it names.

    start and end are the first and the last day of the period (None: open, or an impossible day).
    precision of either end: `day` | `month` | `quarter` | `half` | `year`.
    issues: the codes that a reader must raise for it (a wrong weekday, a reversed range).
    readable: False for a printed day that does not exist: it is no date and has no row.
    """

    raw: str
    start: date | None
    end: date | None
    start_precision: str | None
    end_precision: str | None
    open_start: bool = False
    open_end: bool = False
    approx: bool = False
    edtf: str | None = None
    weekday_ok: bool | None = None
    duration_ok: bool | None = None
    issues: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount or a count in running text. `value` is in `unit`; for money the unit is 원 and won == value."""

    raw: str
    value: float
    unit: str
    won: int | None = None
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed of the performance section: its words without the date, and when it was done (None: not said)."""

    label: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A heading, bullet, paragraph, note or caption.

    level     headings: 1 section, 2 project or sub-section, 3 group in brackets; bullets: depth of nesting from 1.
    marker    as printed before it; the pair `[ ]` stands around the text.
    section   the key of `items.section`.
    dates     its date expressions and `amounts` its quantities, in printed order.
    deeds     for a bullet of the performance section: the events that it holds.
    """

    kind: str
    section: str
    text: str
    marker: str | None = None
    level: int = 1
    dates: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def raw(self) -> str:
        """The item as printed, marker included."""
        if self.marker is None:
            return self.text
        if self.marker in BRACKETS:
            return self.marker[0] + self.text + self.marker[-1]
        return f"{self.marker} {self.text}"


BRACKETS = ("[ ]", "【 】", "< >", "〈 〉")
"""Markers that are pairs around a group heading."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the checkbox block. `checked` holds the indices of its checked options."""

    field: str
    label: str
    options: tuple[str, ...]
    checked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The head of a year column: `2018년`, `2022.6.`, or of a column that names no year (`계`, `임기후`)."""

    raw: str
    year: int | None


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A line of the Gantt table: its project and the cells that carry a bar, as (year, cell of the year from 1)."""

    project: str
    bars: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The Gantt table. `parts` cells a year: 4 quarters, 2 halves, 12 months, or 1."""

    head: str
    years: tuple[Period, ...]
    parts: int
    lines: tuple[ScheduleLine, ...]

    def quarter(self, part: int) -> int | None:
        """The quarter in which a cell of the year lies; None if it spans more than one."""
        return (part - 1) * 4 // self.parts + 1 if self.parts >= 4 else None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount cell as printed (`1,889`, `△35`, `-`, empty) and its won."""

    raw: str
    won: int | None


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of the budget table. project None: the grand-total block. `funding` is the contract's key or None for `-`."""

    project: str | None
    funding_raw: str
    funding: str | None
    cells: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget table: lines × periods. `total_label` heads the grand-total block.

    funding_head  None: there is no column of projects; the first column, headed `head`, names the funding.
    """

    head: str
    funding_head: str | None
    periods: tuple[Period, ...]
    lines: tuple[BudgetLine, ...]
    unit: str
    total_label: str = "계"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of the target or result table: the printed number (`20`, `-`, empty), its value, and the words with it."""

    raw: str
    value: float | None
    milestone: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A line of the target or result table. whole: the 목표 or 실적 cell; `rate` the 이행률 cell or None."""

    project: str
    unit: str
    whole: Figure
    cells: tuple[Figure, ...]
    rate: Figure | None = None


@dataclass(frozen=True, slots=True)
class Indicators:
    """The target table (results False) or the achievement table.

    stacked: the words stand in a row of their own under the values; else in the value's cell.
    """

    results: bool
    head: str
    unit_head: str
    whole_head: str
    periods: tuple[Period, ...]
    lines: tuple[IndicatorLine, ...]
    rate_head: str | None = None
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person in charge. `raw` as printed; `department` what a bare 담당 takes over from the one before."""

    department: str
    role: str
    name: str
    phone: str
    raw: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """The people in charge. cells: what stands in each cell beside the label; heads: given for a table with a head row."""

    label: str
    cells: tuple[tuple[Person, ...], ...]
    heads: tuple[str, ...] = ()


Block = Item | Schedule | Budget | Indicators | Contacts


@dataclass(frozen=True, slots=True)
class Card:
    """One pledge card.

    number      as printed (`25.`, `1-1`); pledge_no its whole number, None for a compound one.
    department  the 과 of `cards.department`.
    issues      codes of `error` and `warning` that a reader must raise for it, without those that its dates carry.
    notes       codes of `info` that it must raise.
    """

    number: str
    pledge_no: int | None
    title: str
    choices: tuple[Choice, ...]
    blocks: tuple[Block, ...]
    department: str | None
    municipality: str | None = None
    cohort: int | None = 2018
    as_of: date | None = None
    issues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Its items, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Item))


def by_section(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """The blocks by the level-1 heading that they stand under, as (heading as printed, blocks)."""
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Item) and block.kind == "heading" and block.level == 1:
            found.append((block.raw, []))
        else:
            found[-1][1].append(block)
    return found
