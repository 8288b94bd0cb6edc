"""Labels of a form's rows that stand beside a table nested in the row: the table is read without, the label heads it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from pledgecards.extract.text.lines.textline import SourceLine, width_of
from pledgecards.extract.text.tables.gutters import Stretch
from pledgecards.extract.text.tables.spacing import Part
from pledgecards.extract.text.tables.tabtable import is_heading
from pledgecards.schemas.vocabulary import Vocabulary


def side_label(blocks: Sequence[Sequence[Part]], vocabulary: Vocabulary) -> tuple[SourceLine, list[list[Part]]] | None:
    """The heading of a section that stands left of all else, on one line or over several, and the blocks without it; None if none does."""
    parts = [part for block in blocks for part in block]
    firsts = [part.pieces[0] for part in parts]
    label = _leftmost(firsts)
    own = set(map(id, label))
    end = max(piece.end for piece in label)
    rest = [piece for part in parts for piece in part.pieces if id(piece) not in own]
    if not rest or min(piece.start for piece in rest) <= end:
        return None
    if not is_heading("".join(piece.text for piece in label), vocabulary, but_people=True):
        return None
    at = next(part for part in parts if id(part.pieces[0]) in own)
    line = SourceLine(at.line.number, " ".join(piece.text for piece in label), at.line.sheet)
    without = [[_without(part, own) for part in block] for block in blocks]
    return line, [kept for block in without if (kept := [part for part in block if part.pieces])]


def _leftmost(firsts: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that overlap the leftmost one."""
    left = min(firsts, key=lambda piece: piece.start)
    return [piece for piece in firsts if piece.start < left.end]


def _without(part: Part, label: Container[int]) -> Part:
    if id(part.pieces[0]) not in label:
        return part
    cut = part.pieces[0].end
    text = part.line.text
    # Spaces as wide as the letters were.
    blank = "".join("\u3000" if width_of(char) > 1 else " " for char in text[:cut])
    line = SourceLine(part.line.number, blank + text[cut:], part.line.sheet)
    return Part(part.index, line, part.pieces[1:])
