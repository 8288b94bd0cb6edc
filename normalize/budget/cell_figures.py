"""The figures in a budget's cells before their unit is known: what adds up to what tells lines and columns apart."""

from __future__ import annotations

from decimal import Decimal

from pledgecards.extract.record import record
from pledgecards.normalize.amounts import CellAmount, parse_cell
from pledgecards.normalize.figures.grouping import with_commas
from pledgecards.schemas.vocabulary import Vocabulary


@record
class CellFigures:
    """Reads the cells of one table. separator: the sign that parts the thousands there, if it is no comma."""

    separator: str | None
    vocabulary: Vocabulary

    def cell(self, text: str) -> CellAmount:
        """What a cell holds, its figure as printed unless it names a unit itself."""
        return parse_cell(with_commas(text, self.separator), None, vocabulary=self.vocabulary)

    def value(self, text: str) -> Decimal | None:
        """The figure of a cell; None where it holds none, or none that can be read."""
        return self.cell(text).value
