"""The table `events`: the deeds of the performance section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pledgecards.extract.card import Item
from pledgecards.extract.items.outline import BETWEEN_CELLS, ROW_MARKER
from pledgecards.extract.tables.unread_rows import unread_row
from pledgecards.normalize.dated import DATE_COLUMNS, PERFORMANCE
from pledgecards.normalize.dates import find_impossible, find_yearless
from pledgecards.normalize.dates.found import PRECISIONS
from pledgecards.normalize.deeds.column_heads import heads_columns, heads_figures, heads_names, is_scrap, says_figure
from pledgecards.normalize.deeds.line import Deed, deeds_of
from pledgecards.normalize.deeds.lone_dates import lone_dates
from pledgecards.normalize.deeds.names import DeedNames
from pledgecards.normalize.deeds.table_rows import (
    AROUND_DATE,
    NUMBER_OF_ROW,
    cells_of_deeds,
    dates_side_by_side,
    is_deed,
    is_scrap_beside,
    rows_by_dates,
    rows_with_remarks,
    without_remarks,
)
from pledgecards.normalize.deeds.words import Stamp, names_year, stands_alone, tidy
from pledgecards.normalize.page_notes import is_of_page
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.vocabulary import Vocabulary, fold

TERM_YEARS = 4

_AMOUNTS_BEHIND = re.compile(r"(?: \| [\d,.]+\s?(?:[십백천만억조]*원|억|%))+$")
"""The last cells of a row where they are sums of money or rates: what the deed cost, or how much of it is done, is no word of it."""

_UNDATED: Row = {column: False if column in ("open_start", "open_end", "approx") else None for column in DATE_COLUMNS}


def event_rows(
    items: Sequence[Item], dates: Sequence[Row], cohort: int | None, vocabulary: Vocabulary | None = None
) -> tuple[list[Row], list[Issue]]:
    """Rows of `events` in reading order, and an issue for each deed that is dated wholly outside the term.

    items   all items of the card, in order.
    dates   the card's rows of `dates`.
    cohort  the year in which the term began (on 1 July); None if it is not known, then the term is not checked.
    """
    words = vocabulary or Vocabulary.standard()
    rows: list[Row] = []
    issues: list[Issue] = []
    parents = {item.parent_id for item in items if item.kind in ("bullet", "paragraph")}
    stamps: dict[int, list[Stamp]] = {}
    for row in dates:
        stamps.setdefault(row["item_id"], []).append(_stamp(row))
    beside = lone_dates(items, stamps, words)
    alone = {item.item_id for item in beside.values()}
    names = DeedNames(items, words)
    remarks = rows_with_remarks(items, words)
    by_dates = rows_by_dates(items, stamps)
    for at, item in enumerate(items):
        names.see(item)
        own = stamps.get(item.item_id, [])
        if item.item_id in alone or not _tells(items, at, own, words):
            continue
        dated = beside.get(item.item_id, item)
        own = stamps.get(dated.item_id, [])
        years = [stamp for stamp in own if stamp.precision == "year"]
        if item.kind == "paragraph" and item.marker is None and dates_side_by_side(item.text_raw, years):
            issues.append(unread_row(item.place, item.text_raw))
            continue
        deeds = (
            _deeds(item, own, item.item_id in parents, words, item.item_id in remarks, item.item_id in by_dates)
            if dated is item
            else [Deed(tidy(item.text), own[0])]
        )
        for deed in deeds:
            if item.marker == ROW_MARKER and not deed.label:
                continue  # a date alone in a cell
            rows.append(_event(len(rows) + 1, item, dated, deed, names))
            if deed.others:
                issues.append(_several(item, deed))
            if cohort is not None and (issue := _outside(rows[-1], cohort, item)):
                issues.append(issue)
    return rows, issues


def _tells(items: Sequence[Item], at: int, stamps: Sequence[Stamp], vocabulary: Vocabulary) -> bool:
    """Whether an item may tell a deed: it is of the performance section, no note of its page, and no scrap of a table."""
    item = items[at]
    if item.section != PERFORMANCE or item.kind not in ("bullet", "paragraph"):
        return False
    if item.kind == "paragraph" and not stamps and is_scrap_beside(item, items[max(0, at - 1) : at + 2]):
        return False
    if is_of_page(item, vocabulary) or not any(map(str.isalnum, item.text)):
        return False
    return not _is_scrap_of_table(item, stamps, items[at - 1] if at else None, vocabulary)


def _event(number: int, item: Item, dated: Item, deed: Deed, names: DeedNames) -> Row:
    """The row of a deed that an item tells. dated: the item that its date stands in."""
    return {
        "event_no": number,
        "item_id": item.item_id,
        "project": names.project,
        "group_name": names.group,
        "label": deed.label or None,
        "date_raw": dated.text_raw[slice(*deed.date.span)] if deed.date else None,
        **_when(deed),
        **place_columns(item.place),
    }


def _is_scrap_of_table(item: Item, stamps: Sequence[Stamp], above: Item | None, known: Vocabulary) -> bool:
    """Whether a line is one of the cells of a table or a form that a copy left each on a line: a mark or a figure alone, the head of the
    column of dates, a year or month alone or beside what heads the names or the figures (`세부사업 2022.6.`, `2022.6. 이행률`), or, under its label, the stage that the pledge has reached."""
    if item.kind != "paragraph":
        return False
    if not stamps:
        if not any(map(str.isalpha, item.text)) or heads_columns(item.text, known) or is_scrap(item.text):
            return True
        label = known.labels.match(above.text, rough=False) if above is not None and above.kind == "heading" else None
        return label is not None and label.key == "stage" and fold(item.text) in known.options_by_field["stage"]
    (start, _), (_, end) = stamps[0].span, stamps[-1].span
    if len(stamps) == 1 and stamps[0].precision == "month":
        before, behind = item.text_raw[:start].strip(AROUND_DATE), item.text_raw[end:].strip(AROUND_DATE)
        return (not before or heads_names(before, known)) and (not behind or heads_figures(behind, known))
    years = all(stamp.precision == "year" for stamp in stamps)
    return years and stands_alone(item.text_raw, start, end, AROUND_DATE)


def _stamp(row: Row) -> Stamp:
    precisions = [row[column] for column in ("start_precision", "end_precision") if row[column] is not None]
    return Stamp((row["span_start"], row["span_end"]), row, max(precisions, key=PRECISIONS.index))


def _when(deed: Deed) -> Row:
    if deed.date is None or deed.date.row is None:
        return _UNDATED
    return {column: deed.date.row[column] for column in DATE_COLUMNS}


def _deeds(
    item: Item,
    stamps: list[Stamp],
    heads_others: bool,
    vocabulary: Vocabulary,
    remark: bool = False,
    dated: bool = False,
) -> list[Deed]:
    impossible = [Stamp(fragment.span, None) for fragment in find_impossible(item.text_raw, vocabulary)]
    if item.marker == ROW_MARKER:
        if not is_deed(item.text_raw, stamps or impossible, dated):
            return []
        if cells := cells_of_deeds(item.text_raw, stamps):
            return [deed for start, end, within in cells for deed in deeds_of(item.text_raw[:end], start, within)]
    stamps = sorted([*stamps, *impossible], key=lambda stamp: stamp.span)
    if not stamps:
        # A month and a day without their year are no date, but their bullet is a deed, whatever stands below it.
        heads = heads_others and not find_yearless(item.text_raw, vocabulary)
        silent = heads or not item.text.strip() or says_figure(item.text, vocabulary)
        return [] if silent else [Deed(item.text, None)]
    text = item.text_raw
    behind = text.rfind(BETWEEN_CELLS) if remark else -1
    if behind >= stamps[-1].span[1]:
        text = text[:behind]
    text = _AMOUNTS_BEHIND.sub("", text) if item.marker == ROW_MARKER else text
    numbered = NUMBER_OF_ROW.match(text) if item.marker == ROW_MARKER else None
    start = numbered.end() if numbered is not None and numbered.end() <= stamps[0].span[0] else body_start(item)
    deeds = deeds_of(text, start, stamps)
    if item.marker == ROW_MARKER:
        deeds = [replace(deed, label=without_remarks(deed.label, item.text_raw, stamps)) for deed in deeds]
    # `- 2019년` and `- 2019년 추진실적` above deeper bullets name their year; they are headings, not deeds.
    return [
        deed for deed in deeds if not heads_others or (deed.label and not names_year(deed.label, deed.date, vocabulary))
    ]


def body_start(item: Item) -> int:
    """Where the words of an item begin in its text_raw, behind the marker."""
    raw = item.text_raw
    start = len(raw) - len(raw.lstrip())
    marker = item.marker or ""
    if marker and marker != "[ ]" and raw.startswith(marker, start):
        start += len(marker)
        return start + len(raw[start:]) - len(raw[start:].lstrip())
    found = raw.find(item.text) if item.text else -1
    return found if found > 0 and not tidy(raw[:found]) else start


def term(cohort: int) -> tuple[date, date]:
    """The first and the last day of the term that began in the year `cohort`."""
    return date(cohort, 7, 1), date(cohort + TERM_YEARS, 6, 30)


def _several(item: Item, deed: Deed) -> Issue:
    printed = [f"‘{item.text_raw[slice(*stamp.span)]}’" for stamp in (deed.date, *deed.others[:5]) if stamp]
    message = (
        f"한 실적에 날짜가 여럿({', '.join(printed)}) 적혀 그중 {printed[0]}만 실적의 날짜로 삼았으며, 하나여야 합니다."
    )
    return Issue("date.several", message, "events", "start", item.place, item.text_raw)


def _outside(event: Row, cohort: int, item: Item) -> Issue | None:
    first, last = term(cohort)
    before = event["end"] is not None and event["end"] < first
    after = event["start"] is not None and event["start"] > last
    if not before and not after:
        return None
    message = f"추진실적의 날짜 ‘{event['date_raw']}’은 임기({first}~{last}) 밖이며, 임기 안이어야 합니다."
    return Issue("date.outside_term", message, "events", "start" if after else "end", item.place, event["date_raw"])
