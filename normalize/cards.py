"""The columns of `cards` that are read off the card as a whole: number, cohort, the day its figures are of."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from pledgecards.extract.captions import as_of_note, is_caption
from pledgecards.extract.card import Item, PrintedCard
from pledgecards.extract.markers import BARS
from pledgecards.extract.sections.headings import names_section
from pledgecards.normalize.dates import find_dates
from pledgecards.normalize.figures.lost_glyphs import is_whole
from pledgecards.normalize.rows import Issue
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary

_DIGITS = re.compile(r"\D*(\d{1,6})\D*")
_RINGED = re.compile(r"[^\w①-⑳❶-❿⓵-⓾➀-➓]*(?:공약\s*)?([①-⑳❶-❿⓵-⓾➀-➓])\W*")
_LETTERED = re.compile(r"[①-⑳Ⅰ-Ⅻ]|[IVX]+\s*[-–.]|(?<![가-힣A-Za-z])[가-힣A-Za-z]\s*[-–‐‑]\s*\d")
"""Parts of a number that are no digits: `Ⅲ-1`, `가-1`."""


def pledge_number(card: PrintedCard) -> tuple[int | None, list[Issue]]:
    """The pledge number, if what is printed holds one whole number (`25.`, `공약 25`); a number in parts (`1-1`, `가-1`) is null."""
    if card.number is None:
        return None, []
    found = _DIGITS.fullmatch(card.number)
    if found is not None and _LETTERED.search(card.number) is None and is_whole(card.number, *found.span(1)):
        return int(found.group(1)), []
    if (ringed := _RINGED.fullmatch(card.number)) is not None:
        return int(unicodedata.numeric(ringed[1])), []
    message = f"공약번호 '{card.number}'은(는) 하나의 수가 아니어서 pledge_no를 비워 두었습니다."
    return None, [Issue("number.compound", message, "cards", "pledge_no", card.title_place, card.number)]


def cohort_of(years: Iterable[int], cohorts: Mapping[int, int]) -> int | None:
    """The year in which the mayoral term began that the year columns span, or None.

    The columns of a card of 민선7기 run from 2018 to 2022: a term counts if all years lie within it and no other term holds them
    all, which takes at least two years.
    """
    known = set(years)
    if len(known) < 2:
        return None
    fitting = [begin for begin in sorted(cohorts.values()) if begin <= min(known) and max(known) <= begin + 4]
    if len(fitting) == 1:
        return fitting[0]
    # Columns before and after the term (기투자, 2023년): the term whose first year and last year both have one.
    holding = [
        begin for begin in sorted(cohorts.values()) if {begin, begin + 1, begin + 2, begin + 3, begin + 4} <= known
    ]
    return holding[0] if not fitting and len(holding) == 1 else None


_FIELD = re.compile(r"(?:작성|평가|자료)?\s?기준\s?일자?")
"""The label of the day that a card's figures are of."""

_CELLS = re.compile(rf"\s*[{BARS}\t]\s*")
_UP_TO = re.compile(rf"[(\[（［]\s*({APOSTROPHE}?\d[\d.\s년월]*말)\s*[)\]）］]$")
_RESULTS = ("achievement", "performance")


def as_of(items: Sequence[Item], margin: str | None, vocabulary: Vocabulary) -> dt.date | None:
    """The last day of the period named in a note such as `(2020. 12. 기준)`, also behind a heading, or in a field `작성기준일 | 2020. 6. 30.`;
    where notes differ, that of the results; where the card has none, that of the note in the margin of its pages."""
    days: list[tuple[bool, dt.date]] = []
    in_head = True
    for above, item in zip([None, *items], items, strict=False):
        if above is not None and above.kind == "heading" and _FIELD.fullmatch(above.text) is not None:
            days += [(True, date.end) for date in find_dates(item.text_raw, vocabulary) if date.end is not None]
        in_head = in_head and item.kind != "heading"
        note = _day_note(item, in_head, vocabulary)
        if note is not None:
            for date in find_dates(note, vocabulary):
                if date.end is not None:
                    days.append((item.section not in _RESULTS, date.end))
    if not days and margin is not None:
        days = [(True, date.end) for date in find_dates(margin, vocabulary) if date.end is not None]
    return min(days, key=lambda day: day[0])[1] if days else None


def _day_note(item: Item, in_head: bool, vocabulary: Vocabulary) -> str | None:
    """The note in an item of the day that figures are of: in a caption or heading; in a line of the card's head in brackets or between bars
    (`교육 | 2020년 4분기 기준 | 평생학습과`); the end of a month or year behind the name of the results (`추진실적('20. 12월말)`)."""
    if item.kind == "paragraph" and in_head:
        note = as_of_note(item.text_raw)
        alone = note is not None and (note[0] in "([（［" or note in _CELLS.split(item.text_raw))
        return note if alone else None
    if item.kind not in ("caption", "heading") and not (item.kind == "note" and is_caption(item.text)):
        return None
    note = as_of_note(item.text_raw)
    if note is None and item.kind == "heading" and item.section in _RESULTS and names_section(item.text, vocabulary):
        up_to = _UP_TO.search(item.text)
        return up_to[1] if up_to is not None else None
    return note
