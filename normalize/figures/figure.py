"""A figure in a text: its value, and what it is a figure of."""

from __future__ import annotations

from decimal import Decimal

from pledgecards.extract.record import record

MOST_WON = 2**63
"""Amounts are stored in 64 bits."""


@record
class Figure:
    """A figure at text[start:end]; its first digit is at text[digits].

    kind   `money`, `count`, or `bare` (no unit of its own and none given for the table)
    value  exact; money in won
    unit   `원` for money, the canonical unit of a count, None for bare
    own    what the printed number was multiplied by to give the value (a range's first number shares it); None where it was
           of several parts
    printed_unit  the unit as printed, without spaces (`천원`, `억`); None where the table's was taken
    """

    start: int
    digits: int
    end: int
    kind: str
    value: Decimal
    unit: str | None
    own: Decimal | None
    approx: bool
    printed_unit: str | None

    @property
    def won(self) -> int | None:
        """Whole won, for money that is whole and fits 64 bits."""
        if self.kind != "money" or self.value != self.value.to_integral_value() or abs(self.value) >= MOST_WON:
            return None
        return int(self.value)
