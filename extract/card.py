"""A card as printed: what the extractor hands to the normaliser. Nothing in it is typed or corrected yet."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.extract.page import Place, Table
from pledgecards.extract.record import record


@record
class Item:
    """A heading, bullet, paragraph, note or caption, in reading order; its fields are the columns of `items`.

    kind      heading | bullet | paragraph | note | caption
    level     for headings 1 section, 2 project or sub-section, 3 group in brackets; for bullets the depth of nesting from 1;
              for the rest 1.
    marker    the bullet, numeral or bracket pair that was printed before it (`-`, `■`, `Ⅰ`, `[ ]`), or None
    text      canonical: NFC, without marker, bold signs and edge separators
    text_raw  as printed, marker included, runs of white space made one space
    """

    item_id: int
    parent_id: int | None
    kind: str
    level: int
    section: str
    marker: str | None
    text: str
    text_raw: str
    place: Place


@record
class Option:
    """An option of a choice as printed. `checked` None: it cannot be told. `mark`: how it was told, None if not checked or unmarked."""

    text: str
    checked: bool | None
    mark: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the checkbox block: its label as printed, the field that the label names (`term` … `other`), and its
    options in printed order."""

    label: str
    field: str
    options: tuple[Option, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of the card that was recognised, with what stands around it.

    role      schedule | budget | indicators | contacts. Target and achievement tables are both `indicators`:
              the heads of their columns tell which is which.
    section   the key of the section that it stands under.
    project   the project heading that it stands under, if any (a small table for each project).
    unit      the unit note before or after it, as printed (`(단위: 백만원)`), or None.
    table     the grid; a table that goes on over page breaks is one table here, repeated heads taken out.
    heading   the line right above it (unit notes left out), or None.
    remarks   what is said of units right behind it, of some of its figures maybe (`※ 국비는 천원 단위`).
    legend    the line near it that says what its marks stand for (`■ 계획 ● 실적`), or None.
    """

    role: str
    section: str
    project: str | None
    unit: str | None
    table: Table
    heading: str | None = None
    remarks: tuple[str, ...] = ()
    legend: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """One pledge card as printed.

    number    the pledge number as printed (`25.`, `1-1`, `공약 25`), or None.
    sections  the keys of the sections whose headings (or tables) the card has, in order.
    contacts  lines of people in charge that stand in no table, as (text, place).
    claimed   non-space characters of the source that stand in the title, the number, items, choices and recognised tables.
    total     all non-space characters of the card's pages or lines.
    day       the note of the day that figures are of, in the margin of its document's pages, or None.
    """

    number: str | None
    title: str | None
    title_place: Place
    page_first: int | None
    page_last: int | None
    items: tuple[Item, ...]
    choices: tuple[Choice, ...]
    tables: tuple[PrintedTable, ...]
    contacts: tuple[tuple[str, Place], ...]
    sections: tuple[str, ...]
    claimed: int
    total: int
    day: str | None = None
