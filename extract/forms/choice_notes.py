"""Notes in the last row of a choice's field (`(2020년 상반기 기준)` below its options and their marks): no options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pledgecards.extract.captions import is_caption
from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.grid.tables import crop


def with_notes_apart(parts: Iterable[Field | Rest | People]) -> Iterator[Field | Rest | People]:
    """The parts of a form, such a note a part of its own behind its field."""
    for part in parts:
        content = part.content
        last = [cell for cell in content.cells if cell.row == content.rows - 1]
        noted = isinstance(part, Field) and part.kind == "choice" and content.rows > 1 and len(last) == 1
        if isinstance(part, Field) and noted and is_caption(last[0].text):
            yield replace(part, content=crop(content, 0, content.rows - 1, 0, content.cols))
            yield Rest(crop(content, content.rows - 1, content.rows, 0, content.cols))
        else:
            yield part
