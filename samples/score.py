"""Compares the rows that a conversion gave with the truth of a sample: precision, recall and F1 of every table.

Two rows are the same if they agree in every column that the truth has. References between rows (`item_id`,
`parent_id`) are compared by the text of the item that they point to, so that one missing item is one fault.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
SERIAL = frozenset({"event_no", "date_no", "quantity_no", "contact_no", "span_start", "span_end"})
"""Columns that move when a row before them is missing, or that follow from the raw text."""
_SPACE = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows were expected, how many came, and how many of them were right; with the rows that differ."""

    expected: int
    produced: int
    right: int
    missing: tuple[Row, ...] = ()
    surplus: tuple[Row, ...] = ()

    @property
    def precision(self) -> float:
        """The share of the rows that came which are right (1 if none came)."""
        return self.right / self.produced if self.produced else 1.0

    @property
    def recall(self) -> float:
        """The share of the expected rows that came (1 if none was expected)."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 if nothing is right though something was expected."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.expected + other.expected,
            self.produced + other.produced,
            self.right + other.right,
            (*self.missing, *other.missing),
            (*self.surplus, *other.surplus),
        )


def score(produced: Tables, truth: Mapping[str, Any]) -> dict[str, Score]:
    """The score of every table that the truth has, and of `issues`.

    produced: rows by table, as `convert_bytes` gives them (`card_id` ends in the card's ordinal).
    truth:    as `truth.truth` gives it, or as read from its JSON.
    """
    fold = _folder(truth["spaces"] == "ignore")
    wanted, given = _resolved(truth["tables"], fold), _resolved(produced, fold)
    scores = {name: _match(rows, given.get(name, [])) for name, rows in wanted.items()}
    scores["issues"] = score_issues(produced.get("issues", ()), truth)
    return scores


def score_issues(produced: Iterable[Row], truth: Mapping[str, Any]) -> Score:
    """The codes of severity `error` and `warning` must be those expected; of `info`, those expected must be among them."""
    rows = list(produced)
    serious = {row["code"] for row in rows if row["severity"] in ("error", "warning")} - set(truth.get("allowed", ()))
    noted = {row["code"] for row in rows if row["severity"] == "info"} & set(truth["notes"])
    expected, came = {*truth["issues"], *truth["notes"]}, serious | noted
    missing, surplus = expected - came, came - expected
    return Score(
        len(expected), len(came), len(expected & came),
        tuple({"code": code} for code in sorted(missing)), tuple({"code": code} for code in sorted(surplus)),
    )  # fmt: skip


def _folder(loose: bool) -> Any:
    between = "" if loose else " "

    def fold(value: Any) -> Any:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            return _SPACE.sub(between, unicodedata.normalize("NFC", value)).strip() or None
        return value

    return fold


def _resolved(tables: Tables, fold: Any) -> dict[str, list[dict[str, Any]]]:
    """Every row with folded values, its card by ordinal and its items by their text."""
    texts = {(_ordinal(row), row["item_id"]): _letters(row) for row in tables.get("items", ())}
    resolved: dict[str, list[dict[str, Any]]] = {}
    for name, rows in tables.items():
        resolved[name] = []
        for row in rows:
            new = {key: fold(value) for key, value in row.items() if key not in SERIAL}
            new["ordinal"] = _ordinal(row)
            for key in ("item_id", "parent_id"):
                if key in new:
                    new[key] = texts.get((new["ordinal"], new[key]))
            resolved[name].append(new)
    return resolved


def _letters(row: Row) -> str:
    """The letters and figures of an item, by which it is known whatever its marker is."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", row.get("text_raw") or row.get("text") or ""))


def _ordinal(row: Row) -> int | None:
    if "ordinal" in row:
        return int(row["ordinal"])
    card = row.get("card_id")
    return int(str(card).rsplit("-", 1)[-1]) if card else None


def _match(wanted: list[dict[str, Any]], given: list[dict[str, Any]]) -> Score:
    left = list(given)
    missing: list[Row] = []
    for row in wanted:
        # Rows come in printed order, so the right one is nearly always the first that is left.
        found = next((i for i, other in enumerate(left) if _same(row, other)), None)
        if found is None:
            missing.append(row)
        else:
            del left[found]
    return Score(len(wanted), len(given), len(wanted) - len(missing), tuple(missing), tuple(left))


def _same(wanted: Row, given: Row) -> bool:
    return all(_equal(value, given.get(key)) for key, value in wanted.items())


def _equal(wanted: Any, given: Any) -> bool:
    if isinstance(wanted, float) and isinstance(given, float | int) and not isinstance(given, bool):
        return math.isclose(wanted, given, rel_tol=1e-6)
    return bool(wanted == given)
