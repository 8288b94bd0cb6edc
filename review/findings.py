"""Issues on a card's page: each with the values that it speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pledgecards.corrections.correction import ACCEPTED
from pledgecards.review.cells import Row, card_id, row_id
from pledgecards.schemas.captions import code_caption, code_meaning
from pledgecards.schemas.codes import SEVERITIES

_CHOICES = frozenset({"term", "lead", "novelty", "horizon", "budgeted", "stage"})
_FALLBACKS: Mapping[str, tuple[str, ...]] = {
    "dates": ("dates", "items"),
    "quantities": ("quantities", "items"),
    "events": ("events", "items"),
}
_MOST = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue as the page shows it.

    title, meaning  what its code is called, and what it means.
    id       its row; targets: ids of the rows that it speaks of, the likeliest first.
    page, line  where to look if there are none; field: the column that it speaks of.
    open     whether a person can accept it: an error or a warning.
    """

    id: str
    severity: str
    code: str
    title: str
    meaning: str
    message: str
    raw: str
    page: int | None
    line: int | None
    field: str | None
    targets: list[str]
    open: bool


def findings(own: Mapping[str, Sequence[Row]]) -> list[Finding]:
    """The issues of a card, the gravest first. own: the card's rows by table."""
    found = []
    for n, issue in enumerate(own["issues"]):
        code = issue["code"]
        found.append(
            Finding(
                row_id("issues", n),
                issue["severity"],
                code,
                code_caption(code),
                code_meaning(code),
                issue["message"],
                issue["raw"] or "",
                issue["page"],
                issue["line"],
                issue["field"],
                _targets(issue, own),
                issue["severity"] in ("error", "warning") and code != ACCEPTED,
            )
        )
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def _targets(issue: Row, own: Mapping[str, Sequence[Row]]) -> list[str]:
    table = issue["table_name"]
    if table == "cards":
        return _of_card(issue, own)
    for name in _FALLBACKS.get(table, (table,)):
        rows = [(n, row) for n, row in enumerate(own.get(name, ())) if _there(issue, row)]
        meant = _by_text(issue, rows)
        if meant:
            return [row_id(name, n) for n in meant[:_MOST]]
    if table == "schedule" and issue["field"] == "planned":
        # Cells print nothing of their own: meant are those of which nobody knows.
        return [row_id(table, n) for n, row in enumerate(own[table]) if row["planned"] is None][:_MOST]
    return []


def _of_card(issue: Row, own: Mapping[str, Sequence[Row]]) -> list[str]:
    if issue["field"] in _CHOICES:
        ids = [row_id("choices", n) for n, row in enumerate(own["choices"]) if row["field"] == issue["field"]]
        rows = [(n, row) for n, row in enumerate(own["items"]) if _there(issue, row)]
        return ids + [row_id("items", n) for n in _by_text(issue, rows)[:1]]
    return [card_id(issue["field"] or "title")]


def _there(issue: Row, row: Row) -> bool:
    """Whether the row stands on the page or the line that the issue names."""
    if issue["page"] is not None:
        return bool(row.get("page") == issue["page"])
    return issue["line"] is None or bool(row.get("line") == issue["line"])


def _by_text(issue: Row, rows: Sequence[tuple[int, Row]]) -> list[int]:
    """The rows that print what the issue quotes; without a quotation all of them on that line, or the first of the page."""
    raw = issue["raw"]
    if not raw:
        return [n for n, _ in rows] if issue["line"] is not None else [n for n, _ in rows[:1]]
    printed = [(n, [str(value) for name, value in row.items() if value and _is_text(name)]) for n, row in rows]
    exact = [n for n, texts in printed if raw in texts]
    near = [n for n, texts in printed if any(raw in text or _starts(raw, text) for text in texts)]
    return exact or near


def _is_text(name: Any) -> bool:
    return str(name).endswith("raw") or name in ("text", "project", "label")


def _starts(raw: str, text: str) -> bool:
    # `3,153백만원` is quoted of a cell that prints `3,153`.
    return len(text) > 1 and raw.startswith(text)
