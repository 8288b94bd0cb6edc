"""What a conversion of an abstract card must give: its rows in every table of the contract, place columns left out.

Worked out from the card's meaning alone, never by reading what was printed. A column that a layout leaves undecidable
is absent from the row, and a comparison looks at the columns that are present.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pledgecards.samples.card import (
    BRACKETS,
    Budget,
    Card,
    Contacts,
    Indicators,
    Item,
    Schedule,
    When,
)  # fmt: skip
from pledgecards.samples.truth_tables import Row, budget_rows, contact_rows, indicator_rows, schedule_rows

FIELDS = ("term", "lead", "novelty", "horizon", "budgeted", "stage")
_SPREAD = re.compile(r"\S(?: \S)+$")


@dataclass(frozen=True, slots=True)
class Medium:
    """What a printed form can tell of a card.

    mark    how checked options are told (`glyph`, `bold` …); None: they are not marked at all.
    bars    whether the Gantt's bars are printed.
    loose   whether the white space within its texts is undecidable (words broken at any syllable, no space characters).
    furnished  whether pages carry running heads or page numbers, which no row holds.
    private  whether markers are Private Use characters, so that what they are is undecidable.
    """

    media_type: str
    mark: str | None
    bars: bool
    loose: bool = False
    furnished: bool = False
    private: bool = False


def truth(
    cards: Sequence[Card],
    medium: Medium,
    extra_issues: Sequence[str] = (),
    pages: Sequence[tuple[int, int]] = (),
) -> dict[str, Any]:
    """The expected rows of a file that holds these cards, ready for JSON.

    extra_issues: codes of the file as a whole; pages: the first and last page of every card, where they are known.

    `issues` are the `error` and `warning` codes that must be raised, no others but `allowed`; `notes` the `info` codes that must be
    among those raised; `spaces` says whether white space within texts counts (`fold`) or not (`ignore`).
    """
    tables: dict[str, list[Row]] = {name: [] for name in _TABLES}
    issues, notes = set(extra_issues), set()
    for ordinal, card in enumerate(cards, 1):
        for name, rows in _card_tables(card, medium):
            tables[name] += [{"ordinal": ordinal, **row} for row in rows]
        if pages:
            tables["cards"][-1] |= {"page_first": pages[ordinal - 1][0], "page_last": pages[ordinal - 1][1]}
        issues |= _issues(card)
        notes |= set(card.notes) | ({"choice.unmarked"} if medium.mark is None and card.choices else set())
    document: Row = {"media_type": medium.media_type, "status": "ok", "cards": len(cards)}
    if not medium.furnished and len(cards) == 1:
        document["text_coverage"] = 1.0
    tables["documents"].append(document)
    spaces = "ignore" if medium.loose else "fold"
    allowed = ["municipality.ambiguous"] if any(card.municipality is None for card in cards) else []
    return {
        "spaces": spaces,
        "issues": sorted(issues),
        "allowed": allowed,
        "notes": sorted(notes),
        "tables": tables,
    }


_TABLES = (
    "documents", "cards", "choices", "items", "schedule", "budget", "indicators", "events", "dates", "quantities",
    "contacts",
)  # fmt: skip


def _issues(card: Card) -> set[str]:
    dates = {code for item in card.items for when in item.dates for code in when.issues}
    return set(card.issues) | dates


def _card_tables(card: Card, medium: Medium) -> Iterator[tuple[str, list[Row]]]:
    yield "cards", [_card_row(card, medium)]
    yield "choices", list(_choice_rows(card, medium))
    yield "items", list(_item_rows(card, medium))
    yield "events", list(_event_rows(card))
    yield "dates", list(_date_rows(card))
    yield "quantities", list(_quantity_rows(card))
    for block in card.blocks:
        if isinstance(block, Schedule):
            yield "schedule", list(schedule_rows(block, medium.bars))
        elif isinstance(block, Budget):
            yield "budget", list(budget_rows(block))
        elif isinstance(block, Indicators):
            yield "indicators", list(indicator_rows(block))
        elif isinstance(block, Contacts):
            yield "contacts", list(contact_rows(block))


def _card_row(card: Card, medium: Medium) -> Row:
    row: Row = {"pledge_no": card.pledge_no, "title": card.title, "municipality": card.municipality}
    row |= {"cohort": card.cohort, "department": card.department}
    # A place that does not exist may be worth a warning.
    if card.municipality is not None or _issues(card):
        row["review"] = bool(_issues(card))
    row["as_of"] = card.as_of.isoformat() if card.as_of else None
    row |= dict.fromkeys(FIELDS)
    for choice in card.choices:
        if choice.field in FIELDS and medium.mark is not None and choice.checked:
            row[choice.field] = ";".join(choice.options[i] for i in choice.checked)
    budgets = [block for block in card.blocks if isinstance(block, Budget)]
    row["budget_total_won"] = _grand_total(budgets[0]) if budgets else None
    return row


def _grand_total(budget: Budget) -> int | None:
    column = next((i for i, period in enumerate(budget.periods) if period.year is None), None)
    lines = [line for line in budget.lines if line.project is None and line.funding == "total"]
    return lines[0].cells[column].won if lines and column is not None else None


def _choice_rows(card: Card, medium: Medium) -> Iterator[Row]:
    for choice in card.choices:
        for number, option in enumerate(choice.options, 1):
            checked = number - 1 in choice.checked if medium.mark is not None else None
            row: Row = {"field": choice.field, "label_raw": choice.label, "option_no": number, "option": option}
            row["checked"] = checked
            # The contract has no word of its own for an underline.
            if checked and medium.mark != "underline":
                row["mark"] = medium.mark
            yield row


def _item_rows(card: Card, medium: Medium) -> Iterator[Row]:
    parents: dict[tuple[str, int], int] = {}
    for number, item in enumerate(card.items, 1):
        row: Row = {"item_id": number, "kind": item.kind, "level": item.level, "section": item.section}
        row |= {"marker": item.marker, "text_raw": item.raw}
        if not _SPREAD.fullmatch(item.text) and item.kind != "caption":
            row["text"] = item.text
        # What a caption or a note hangs on is a matter of taste.
        if item.kind in ("heading", "bullet"):
            row["parent_id"] = _parent(item, parents)
        # A pair other than `[ ]` may be named by its own signs or as the group heading that it is.
        if item.marker in BRACKETS[1:]:
            del row["marker"]
        # A numeral is printed as it is.
        if medium.private and item.marker is not None and item.marker not in BRACKETS and not item.marker.isnumeric():
            del row["marker"], row["text_raw"]
        yield row
        _enter(item, number, parents)


def _parent(item: Item, parents: dict[tuple[str, int], int]) -> int | None:
    ranks = [("heading", 1), ("heading", 2), ("heading", 3)] + [("bullet", n) for n in range(1, 6)]
    above = ranks[: ranks.index((item.kind, item.level))]
    if item.kind == "bullet" and item.level == 1:
        above = ranks[:3]
    return next((parents[rank] for rank in reversed(above) if rank in parents), None)


def _enter(item: Item, number: int, parents: dict[tuple[str, int], int]) -> None:
    """Remember the item as the parent of those that follow, and forget what it closes."""
    if item.kind == "heading":
        closed = [key for key in parents if key[0] == "bullet" or key[1] >= item.level]
    elif item.kind == "bullet":
        closed = [key for key in parents if key[0] == "bullet" and key[1] >= item.level]
    else:
        return
    for key in closed:
        del parents[key]
    parents[(item.kind, item.level)] = number


def _event_rows(card: Card) -> Iterator[Row]:
    project: str | None = None
    group: str | None = None
    number = 0
    for item_id, item in enumerate(card.items, 1):
        if item.kind == "heading":
            project = {1: None, 2: item.text}.get(item.level, project)
            group = item.text if item.level == 3 else None
        for deed in item.deeds:
            number += 1
            row: Row = {"event_no": number, "item_id": item_id, "project": project, "group_name": group}
            row |= {"label": deed.label, "date_raw": deed.when.raw if deed.when else None}
            yield row | (_when(deed.when) if deed.when else dict.fromkeys(("start", "end", "edtf"), None))


def _when(when: When) -> Row:
    row = asdict(when)
    for internal in ("raw", "issues", "readable"):
        del row[internal]
    row["start"] = when.start.isoformat() if when.start else None
    row["end"] = when.end.isoformat() if when.end else None
    # EDTF has no interval that ends before it starts.
    if "date.reversed" in when.issues:
        del row["edtf"]
    return row


def _date_rows(card: Card) -> Iterator[Row]:
    for item_id, item in enumerate(card.items, 1):
        at, number = 0, 0
        for when in item.dates:
            at = item.raw.index(when.raw, at)
            span = {"span_start": at, "span_end": at + len(when.raw)}
            at += len(when.raw)
            if when.readable:
                number += 1
                yield {"item_id": item_id, "date_no": number, "raw": when.raw, **span, **_when(when)}


def _quantity_rows(card: Card) -> Iterator[Row]:
    for item_id, item in enumerate(card.items, 1):
        for number, amount in enumerate(item.amounts, 1):
            assert amount.raw in item.raw, (amount.raw, item.raw)
            yield {"item_id": item_id, "quantity_no": number, **asdict(amount)}
