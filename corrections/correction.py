"""A correction: which value of which row, what it was, what it shall be, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

CSV_COLUMNS = ("card_id", "table", "row_key", "column", "old", "new", "by", "when", "why")
"""The columns of `corrections.csv`, in order."""

ACCEPTED = "correction.accepted"
"""The new `code` of an issue that a person has accepted."""

FOLLOWED = "고친 값에 따라 함께 바뀐 값입니다."
"""The reason of a value that nobody put right by hand: it follows from one that somebody did."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a corrections file. All values are text; an empty `old` or `new` is null.

    row_key  the row among those of its card, as `row_keys` names it.
    """

    card_id: str
    table: str
    row_key: str
    column: str
    old: str
    new: str
    by: str = ""
    when: str = ""
    why: str = ""

    @property
    def document(self) -> str:
        """The first 12 hexadecimal digits of the document that the card stands in."""
        return self.card_id.rpartition("-")[0]
