"""The table `dates`: every date expression in the running text of a card, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter

from pledgecards.extract.card import Item
from pledgecards.extract.items.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.normalize.dates import DateFound, Fragment, Scan, find_yearless, scan
from pledgecards.normalize.dates.folding import has_digits
from pledgecards.normalize.dates.periods import days_between, months_between
from pledgecards.normalize.deeds.year_cells import with_years_told
from pledgecards.normalize.month_numerals import MonthNumerals
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.notation import WEEKDAYS
from pledgecards.schemas.vocabulary import Vocabulary

_DECIMAL = re.compile(r"[0-9]{4}\.[0-9]{1,2}")

DATE_COLUMNS = (
    "start",
    "end",
    "start_precision",
    "end_precision",
    "open_start",
    "open_end",
    "approx",
    "edtf",
    "weekday_ok",
    "duration_ok",
)
"""The columns that say when, in `dates` and `events` alike."""

_DATE_VALUES = attrgetter(*DATE_COLUMNS)

PERFORMANCE = "performance"
"""The section whose bullets are deeds."""

_UNIT_NAMES = {"day": "일", "week": "주", "month": "개월", "year": "년"}


def date_columns(found: DateFound) -> Row:
    """The columns that say when, alike in `dates` and `events`."""
    return dict(zip(DATE_COLUMNS, _DATE_VALUES(found), strict=True))


def date_rows(items: Iterable[Item], vocabulary: Vocabulary | None = None) -> tuple[list[Row], list[Issue]]:
    """Rows of `dates` in reading order, numbered within their item, and the issues of what they say."""
    rows: list[Row] = []
    issues: list[Issue] = []
    numerals = MonthNumerals()
    items = list(items)
    words = vocabulary or Vocabulary.standard()
    told = with_years_told(items, words)
    for item in items:
        text = told.get(item.item_id, item.text_raw)
        found = scan(text, words)
        deed = item.section == PERFORMANCE and item.kind in ("bullet", "paragraph")
        if numerals.says_month(item, found, deed=deed):
            message = (
                f"‘{item.marker}’은(는) 차례가 아니라 달로 보이나 연도가 함께 적혀 있지 않아 날짜로 읽지 않았습니다."
            )
            issues.append(Issue("date.year_missing", message, "dates", "start", item.place, item.marker))
        for number, dated in enumerate(found.dates, start=1):
            raw = item.text_raw[slice(*dated.span)].rstrip()
            rows.append(
                {
                    "item_id": item.item_id,
                    "date_no": number,
                    "raw": raw,
                    "span_start": dated.span[0],
                    "span_end": dated.span[0] + len(raw),
                    **date_columns(dated),
                    **place_columns(item.place),
                }
            )
            issues.extend(_doubts(dated, item))
        for fragment in found.yearless:
            message = (
                f"‘{fragment.raw}’이(가) 어느 해인지 앞의 날짜로 알 수 없어 읽지 않았으며, 연도가 적혀 있어야 합니다."
            )
            issues.append(_issue("date.year_unknown", message, "start", fragment, item))
        if deed:
            issues += _years_missing(item, found, words)
        for fragment in found.unread:
            message = f"‘{fragment.raw}’은(는) 날짜로 보이나 구분하는 부호나 띄어쓰기가 달라 읽지 않았으며, 연·월·일이 온점이나 글자로 나뉘어 있어야 합니다."
            if _DECIMAL.fullmatch(fragment.raw):
                message = f"‘{fragment.raw}’은(는) 앞의 낱말로 보아 날짜가 아니라 수일 수 있어 날짜로 읽지 않았으며, 날짜이면 월이 글자로 적혀 있어야 합니다."
            issues.append(_issue("date.unread", message, "start", fragment, item))
        for fragment in found.impossible:
            message = f"‘{fragment.raw}’에 달력에 없는 날이 있어 날짜로 읽지 않았으며, 있는 날이어야 합니다."
            issues.append(_issue("date.impossible", message, "start", fragment, item))
        for fragment in found.partly:
            message = f"‘{fragment.raw}’은(는) 분기인지 날인지, 또는 어느 달부터인지 알 수 없어 연도만 읽었으며, 월이나 분기로 적혀 있어야 합니다."
            issues.append(_issue("date.partly_read", message, "start", fragment, item))
        for fragment in found.unreadable:
            message = f"‘{fragment.raw}’ 앞뒤로 적힌 기간의 한쪽 끝을 읽지 못해 비웠으며, 날짜여야 합니다."
            issues.append(_issue("date.end_unreadable", message, "end", fragment, item))
    return rows, issues


def _years_missing(item: Item, found: Scan, vocabulary: Vocabulary) -> list[Issue]:
    """An issue for each month or day before which the line of a deed names no year. Elsewhere it mostly comes back every year."""
    known = [date.span for date in found.dates] + [fragment.span for fragment in found.impossible]
    if known and item.marker == ROW_MARKER:
        return []
    before = item.text_raw[: min(known)[0]].rstrip() if known else item.text_raw
    if not before or not (has_digits(before) or "반기" in before):
        return []  # most deeds
    # What stands right before an open start is its other side, and told as that.
    yearless = [one for one in find_yearless(before, vocabulary) if not known or one.span[1] < len(before)]
    if item.marker == ROW_MARKER:
        # In a row of a table, where it fills a cell alone: months side by side are heads.
        cells = [cell.strip() for cell in item.text_raw.split(BETWEEN_CELLS)]
        yearless = [one for one in yearless if len(yearless) == 1 and one.raw.strip() in cells]
    return [
        _issue(
            "date.year_missing",
            f"‘{fragment.raw}’에 연도가 없어 날짜로 읽지 않았으며, 연도가 적혀 있어야 합니다.",
            "start",
            fragment,
            item,
        )
        for fragment in yearless
        if not any(_says_again(fragment, date, vocabulary) for date in found.dates)
    ]


def _says_again(fragment: Fragment, date: DateFound, vocabulary: Vocabulary) -> bool:
    """Whether a month or a half without a year is that of a date of the same line (`하반기 교육(2019. 9. 5.)`)."""
    if date.start is None:
        return False
    said = scan(f"{date.start.year}년 {fragment.raw}", vocabulary).dates[-1:]
    return any(one.start and one.end and one.start <= date.start <= one.end for one in said)


def _doubts(found: DateFound, item: Item) -> list[Issue]:
    issues = []
    if found.weekday_ok is False:
        wrong = [(day, name) for day, name in found.weekdays if WEEKDAYS[day.weekday()] != name]
        told = ", ".join(
            f"{day.isoformat()}은 {name}요일로 적혔으나 {WEEKDAYS[day.weekday()]}요일" for day, name in wrong
        )
        issues.append(
            _issue(
                "date.weekday_mismatch", f"‘{found.raw}’의 요일이 달력과 달라, {told}입니다.", "weekday_ok", found, item
            )
        )
    if found.reversed:
        message = f"‘{found.raw}’의 끝({found.end})이 시작({found.start})보다 앞서며, 시작과 같거나 뒤여야 합니다."
        issues.append(_issue("date.reversed", message, "end", found, item))
    elif found.duration_ok is False and found.duration is not None:
        printed = f"{found.duration.count}{_UNIT_NAMES[found.duration.unit]}"
        message = f"‘{found.raw}’에 {printed}로 적힌 기간이 시작부터 끝까지 세면 {_counted(found)}입니다."
        issues.append(_issue("date.duration_mismatch", message, "duration_ok", found, item))
    return issues


def _counted(found: DateFound) -> str:
    assert found.start is not None and found.end is not None and found.duration is not None
    if found.duration.unit in ("day", "week"):
        return f"{days_between(found.start, found.end)}일"
    return f"{months_between(found.start, found.end)[1]}개월"


def _issue(code: str, message: str, field: str, found: DateFound | Fragment, item: Item) -> Issue:
    return Issue(code, message, "dates", field, item.place, found.raw)
