"""A unit of money, and amounts as people write them in it."""

from __future__ import annotations

from pledgecards.extract.record import record
from pledgecards.normalize.figures.units import unit_factor
from pledgecards.schemas.vocabulary import Vocabulary


@record
class MoneyUnit:
    """A unit of money. name: as it is printed (`백만원`); factor: won in one of it."""

    name: str
    factor: int

    def printed(self, won: int) -> str:
        """An amount in won as people write it in this unit (`1,200백만원`, `△0.5억원`)."""
        whole, rest = divmod(abs(won), self.factor)
        text = f"{whole:,}"
        if rest:
            text += f"{rest / self.factor:.6f}".rstrip("0")[1:]
        return f"{'△' if won < 0 else ''}{text}{self.name}"


WON = MoneyUnit("원", 1)
"""What an amount is printed in where nothing names its unit."""


def money_unit(name: str | None, vocabulary: Vocabulary) -> MoneyUnit | None:
    """The unit that a word names; None where it names none."""
    factor = unit_factor(name, vocabulary)
    return MoneyUnit(name, factor) if name and factor is not None else None
