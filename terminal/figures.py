"""The budget and the indicators of a card as tables of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pledgecards.language import N_, _
from pledgecards.terminal.grid import aligned
from pledgecards.terminal.style import plain
from pledgecards.terminal.width import cut

Row = Mapping[str, Any]

_SCALES = ((1_000_000, N_("million won")), (1_000, N_("thousand won")), (1, N_("won")))
_NAME_COLUMNS = 36
_CELL_COLUMNS = 28


def budget_lines(rows: Sequence[Row]) -> list[str]:
    """The rows of `budget` of one card: lines as printed, periods side by side, in the largest unit that loses nothing."""
    amounts = [row["amount_won"] for row in rows if row["amount_won"] is not None]
    scale, unit = next((scale, unit) for scale, unit in _SCALES if all(amount % scale == 0 for amount in amounts))
    periods = _in_order(row["period_raw"] for row in rows)
    lines: dict[int, list[str]] = {}
    for row in rows:
        funding = plain(row["funding_raw"])
        line = lines.setdefault(
            row["line_no"], [_shortened(row["project"]) or _("(total)"), funding, *[""] * len(periods)]
        )
        amount = row["amount_won"]
        line[2 + periods.index(plain(row["period_raw"]))] = (
            f"{amount // scale:,}" if amount is not None else _doubtful(row["amount_raw"])
        )
    head = [_("Project"), _("Funding"), *periods]
    return [_("(unit: {unit})").format(unit=_(unit)), *aligned([head, *lines.values()], right=range(2, len(head)))]


def _doubtful(raw: str | None) -> str:
    """A cell without an amount: `-`, or the words that could not be read, marked."""
    text = plain(raw).strip()
    return text if text in ("", "-") else f"?{text}"


def indicator_lines(rows: Sequence[Row]) -> list[str]:
    """The rows of `indicators` of one card: targets, then achievements, periods side by side."""
    shown: list[str] = []
    for title, measures in ((_("Targets"), ("goal", "target")), (_("Results"), ("result", "actual", "rate"))):
        part = [row for row in rows if row["measure"] in measures]
        if part:
            shown += [title, *("  " + line for line in _indicator_table(part))]
    return shown


def _indicator_table(rows: Sequence[Row]) -> list[str]:
    periods = _in_order(row["period_raw"] for row in rows)
    lines: dict[int, list[str]] = {}
    for row in rows:
        blank = [_shortened(row["project"]), plain(row["unit"]), *[""] * len(periods)]
        line = lines.setdefault(row["line_no"], blank)
        value = "" if row["value"] is None else f"{row['value']:,.10g}"
        line[2 + periods.index(plain(row["period_raw"]))] = f"{value} {plain(row['milestone'])}".strip()
    return aligned([[_("Project"), _("Unit"), *periods], *lines.values()], widest=_CELL_COLUMNS)


def _shortened(name: object) -> str:
    return cut(plain(name), _NAME_COLUMNS)


def _in_order(values: Any) -> list[str]:
    return list(dict.fromkeys(plain(value) for value in values))
