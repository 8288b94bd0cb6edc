"""The day that figures are of, where only the margin of the pages names it (`공약 추진현황 카드 (2020. 9. 30. 현재)` over each)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.captions import as_of_note
from pledgecards.extract.page import Line


def day_in_margin(furniture: Sequence[Line]) -> str | None:
    """The note as printed; None where the running heads and feet of a document have none, or several that differ."""
    notes = {note for line in furniture if (note := as_of_note(line.text)) is not None}
    return notes.pop() if len({"".join(note.split()) for note in notes}) == 1 else None
