"""All that a card's page shows, laid out as a person would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pledgecards.corrections.row_keys import CORRECTABLE_TABLES, correctable, row_keys
from pledgecards.corrections.texts import text_of
from pledgecards.language import _
from pledgecards.review.budget import Budget, budget
from pledgecards.review.cells import Boxes, Cell, Row, card_id, in_order, row_id, shown, won
from pledgecards.review.findings import Finding, findings
from pledgecards.review.gantt import Gantt, gantt
from pledgecards.review.indicators import Sheet, indicators
from pledgecards.review.timeline import Timeline, timeline
from pledgecards.review.writing import Section, people, writing
from pledgecards.schemas.captions import column_caption

_FACTS = ("pledge_no", "municipality", "cohort", "department", "as_of", "budget_total_won")
_CHOICES = ("term", "lead", "novelty", "horizon", "budgeted", "stage")
_BOXED = ("choices", "items", "schedule", "budget", "indicators", "events", "dates", "quantities", "contacts")


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the form: its label as printed, the card's value, and the options with `on`, `off` or `unknown` as mark."""

    label: str
    value: Cell | None
    options: list[Cell]


@dataclass(frozen=True, slots=True)
class CardView:
    """A card's page. boxes: where its rows stand. rows: for each row that can be put right its table, key and values."""

    card: Row
    title: Cell
    facts: list[tuple[str, Cell]]
    choices: list[Choice]
    findings: list[Finding]
    gantt: Gantt | None
    budget: Budget | None
    indicators: list[Sheet]
    timeline: Timeline | None
    people: list[tuple[str, list[Cell]]]
    sections: list[Section]
    boxes: Boxes
    rows: dict[str, dict[str, Any]]


def card_view(own: Mapping[str, Sequence[Row]]) -> CardView:
    """The page of one card. own: its rows by table, as `Dataset.of_card` gives them."""
    (card,) = own["cards"]
    boxes = Boxes()
    for table in _BOXED:
        for n, row in enumerate(own[table]):
            boxes.add(row_id(table, n), row)
    return CardView(
        card,
        Cell(card_id("title"), "title", card["title"] or ""),
        [(column_caption("cards", name), _fact(card, name)) for name in _FACTS],
        _choices(card, own["choices"]),
        findings(own),
        gantt(own["schedule"]),
        budget(own["budget"]),
        indicators(own["indicators"]),
        timeline(own["events"]),
        _people(own),
        writing(own),
        boxes,
        _rows(own),
    )


def _fact(card: Row, name: str) -> Cell:
    value = card[name]
    text = won(value) if name == "budget_total_won" else str(value) if name == "cohort" and value else shown(value)
    note = _("{amount:,} won").format(amount=value) if name == "budget_total_won" and value is not None else ""
    return Cell(card_id(name), name, text, note=note)


def _choices(card: Row, rows: Sequence[Row]) -> list[Choice]:
    lines = []
    for label, name in in_order([(row["label_raw"], row["field"]) for row in rows]):
        options = [
            Cell(
                row_id("choices", n),
                "checked",
                row["option"],
                "",
                {True: "on", False: "off", None: "unknown"}[row["checked"]],
                row["mark"] or "",
            )
            for n, row in enumerate(rows)
            if (row["label_raw"], row["field"]) == (label, name)
        ]
        value = Cell(card_id(name), name, card[name] or "") if name in _CHOICES else None
        lines.append(Choice(label or name, value, options))
    if not rows:
        return [
            Choice(column_caption("cards", name), Cell(card_id(name), name, card[name] or ""), [])
            for name in _CHOICES
            if card[name]
        ]
    return lines


def _people(own: Mapping[str, Sequence[Row]]) -> list[tuple[str, list[Cell]]]:
    names = people(own)
    return [
        (row["raw"] or "", [Cell(row_id("contacts", n), name, row[name] or "", row["raw"] or "") for name in names])
        for n, row in enumerate(own["contacts"])
    ]


def _rows(own: Mapping[str, Sequence[Row]]) -> dict[str, dict[str, Any]]:
    rows = {}
    for table in CORRECTABLE_TABLES:
        columns = [field.name for field in correctable(table)]
        for n, (key, row) in enumerate(zip(row_keys(table, own[table]), own[table], strict=True)):
            values = {name: text_of(row[name]) for name in columns if row[name] is not None}
            rows[row_id(table, n)] = {"t": table, "k": key, "c": values}
    return rows
