"""One card as printed to its rows in every table, with every issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.card import Item, PrintedCard, PrintedTable
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.entries import entries_of
from pledgecards.normalize.budget.funding import told_by_sources
from pledgecards.normalize.budget.other_tables import left_out_of
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.budget.stated_total import differs_from_stated, stated_total, within_total
from pledgecards.normalize.budget.total import totals_among, whole_of_parts
from pledgecards.normalize.cards import as_of, cohort_of, pledge_number
from pledgecards.normalize.choices import choice_rows, contradictions
from pledgecards.normalize.dated import date_rows
from pledgecards.normalize.deeds.events import event_rows
from pledgecards.normalize.indicators.checks import indicator_issues
from pledgecards.normalize.indicators.rows import indicator_rows
from pledgecards.normalize.people.contacts import contact_rows, department_of, of_one_card
from pledgecards.normalize.places.gazetteer import city_is_local
from pledgecards.normalize.places.of_card import signature
from pledgecards.normalize.points import budget_points, indicator_points
from pledgecards.normalize.project_names import with_plain_names
from pledgecards.normalize.quantities import parted_sums, quantity_rows
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.normalize.schedule import schedule_rows
from pledgecards.normalize.tables.said import ReadTable, once_said
from pledgecards.schemas.sections import EXPECTED, SECTION_NAMES
from pledgecards.schemas.vocabulary import Vocabulary, fold


@dataclass(frozen=True, slots=True)
class CardRows:
    """The rows of one card: its row of `cards` (without keys), its rows in the other tables by name, and its issues."""

    card: Row
    tables: dict[str, list[Row]]
    issues: list[Issue]


def normalize(
    card: PrintedCard,
    doubts: Sequence[Issue],
    *,
    cohort: int | None,
    municipality: str | None,
    vocabulary: Vocabulary,
) -> CardRows:
    """Types everything that a card prints.

    doubts        what the extraction was unsure of; they come first among the issues.
    cohort        from the option; None: told by the year columns.
    municipality  the official name, or None where it is not known; 시비 means another thing for a city than for a district.
    """
    issues = list(doubts)
    tables: dict[str, list[Row]] = {}
    number, found = pledge_number(card)
    issues += found
    tables["choices"], fields, found = choice_rows(card.choices)
    issues += found + contradictions(fields, card.items)
    tables["items"] = [_item_row(item) for item in card.items]
    budgets = _tables(card, municipality, tables, issues, vocabulary)
    years = [
        row["year"] for name in ("schedule", "budget", "indicators") for row in tables[name] if row["year"] is not None
    ]
    cohort = cohort if cohort is not None else cohort_of(years, vocabulary.cohorts)
    _dated(card.items, cohort, tables, issues, vocabulary)
    people = [table for table in card.tables if table.role == "contacts"]
    contacts, found = contact_rows(people, card.contacts, vocabulary)
    tables["contacts"] = of_one_card(contacts)
    issues += found + _missing(card)
    total, found = _budget_total(card.items, budgets, vocabulary)
    issues += found
    row = {
        "page_first": card.page_first,
        "page_last": card.page_last,
        "cohort": cohort,
        "municipality": municipality,
        "pledge_no": number,
        "title": card.title,
        **fields,
        "department": department_of(contacts),
        "as_of": as_of(card.items, card.day, vocabulary),
        "budget_total_won": total,
    }
    return CardRows(row, tables, issues)


def _budget_total(
    items: Sequence[Item], budgets: Sequence[Sequence[Row]], vocabulary: Vocabulary
) -> tuple[int | None, list[Issue]]:
    """The total of the tables of amounts; where they print none, that which a field states, if the 계 of the sources, where these are
    printed, make it up. budgets: the rows of each table."""
    entries = entries_of([row for rows in budgets for row in rows], vocabulary)
    totals = totals_among(entries)
    if totals.whole and not totals.grand:
        won, _ = stated_total(items, vocabulary, only_whole=True)
        return (won if won == whole_of_parts(entries) else None), []
    if totals.whole:
        differs = differs_from_stated(totals, entries, items, vocabulary)
        left_out = left_out_of(totals, entries, budgets) if differs is None else None
        if left_out is not None and stated_total(items, vocabulary, only_whole=True)[0] is None:
            differs = left_out
        return (totals.won, totals.issues) if differs is None else (None, [differs])
    won, issues = stated_total(items, vocabulary, only_whole=bool(entries))
    if won is None:
        return None, issues
    won, doubts = within_total(won, entries)
    return won, issues + doubts


def _missing(card: PrintedCard) -> list[Issue]:
    """One issue that names the usual sections which the card does not have."""
    missing = [SECTION_NAMES[section] for section in EXPECTED if section not in card.sections]
    if not missing:
        return []
    message = f"공약카드에 흔히 있는 항목 가운데 {', '.join(missing)}을(를) 찾지 못했습니다."
    return [Issue("section.missing", message, "items", "section", card.title_place)]


def _item_row(item: Item) -> Row:
    return {
        "item_id": item.item_id,
        "parent_id": item.parent_id,
        "kind": item.kind,
        "level": item.level,
        "section": item.section,
        "marker": item.marker,
        "text": item.text,
        "text_raw": item.text_raw,
        **place_columns(item.place),
    }


def _tables(
    card: PrintedCard,
    municipality: str | None,
    tables: dict[str, list[Row]],
    issues: list[Issue],
    vocabulary: Vocabulary,
) -> list[list[Row]]:
    """Fills in the rows of the tables, and returns those of each table of amounts."""
    local = city_is_local(municipality)
    if local is None:  # what one budget tells is true of the others
        budgets = [printed.table for printed in card.tables if printed.role == "budget"]
        local = told_by_sources((cell.text for table in budgets for cell in table.cells), vocabulary)
    doubts_of: list[tuple[PrintedTable, list[Issue]]] = []  # in the order of the tables
    read: dict[str, list[ReadTable]] = {"schedule": [], "budget": [], "indicators": []}
    lines: dict[tuple[str, str], int] = {}  # the last line number of each kind of table, so that a second one goes on
    for printed in card.tables:
        kind = (printed.role, printed.section)
        first = lines.get(kind, 0) + 1
        if printed.role == "schedule":
            rows, found = schedule_rows(printed, vocabulary, first_line=first)
        elif printed.role == "budget":
            rows, found = budget_rows(printed, vocabulary, city_is_local=local, first_line=first)
            rows, doubts = budget_points(rows, vocabulary)
            left_out = any(issue.code == "table.unreadable" and issue.field == "period_raw" for issue in found)
            found += [*doubts, *budget_issues(rows, vocabulary, times_left_out=left_out)]
        elif printed.role == "indicators":
            rows, found = indicator_rows(printed, vocabulary, first_line=first)
            rows, doubts = indicator_points(rows)
            found += doubts
        else:
            continue
        lines[kind] = max([row["line_no"] for row in rows], default=first - 1)
        read[printed.role].append(ReadTable(printed, with_plain_names(rows, vocabulary)))
        doubts_of.append((printed, found))
    left: list[Issue] = []
    kept: set[int] = set()
    by_table: dict[str, list[list[Row]]] = {}
    for role, found_tables in read.items():
        once, found = once_said(found_tables, vocabulary)
        by_table[role] = [table.rows for table in once]
        tables[role] = [row for rows in by_table[role] for row in rows]
        kept |= {id(table.printed) for table in once}
        left += found
    issues += [issue for printed, found in doubts_of for issue in found if id(printed) in kept]
    issues += left
    issues += indicator_issues(by_table["indicators"])
    return by_table["budget"]


def _dated(
    items: Sequence[Item], cohort: int | None, tables: dict[str, list[Row]], issues: list[Issue], vocabulary: Vocabulary
) -> None:
    tables["dates"], found = date_rows(items, vocabulary)
    issues += found
    # The body's name below the last section is no deed.
    deeds = items[:-1] if items and signature(items[-1], vocabulary) is not None else items
    stages = vocabulary.options_by_field.get("stage", frozenset())
    # How far the pledge is, alone beside its label (`이행상황 | 정상추진`), is no deed either.
    deeds = [item for item in deeds if item.kind != "paragraph" or fold(item.text) not in stages]
    events, found = event_rows(deeds, tables["dates"], cohort, vocabulary)
    tables["events"] = with_plain_names(events, vocabulary)
    issues += found
    masks: dict[int, list[tuple[int, int]]] = {}
    for row in tables["dates"]:
        masks.setdefault(row["item_id"], []).append((row["span_start"], row["span_end"]))
    tables["quantities"] = quantity_rows(items, masks, vocabulary)
    issues += parted_sums(items, masks, vocabulary)
