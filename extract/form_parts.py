"""What a form is taken apart into."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled part of a form. kind: section | choice | title | number. `content` is the grid beside or below the label;
    `ink` what else was read with it (the stub beside a block of choices)."""

    kind: str
    match: Match
    label: Cell
    content: Table
    ink: int = 0


@dataclass(frozen=True, slots=True)
class Rest:
    """A part of a form without a label that the vocabulary knows."""

    content: Table


@dataclass(frozen=True, slots=True)
class People:
    """The row of people in charge, its label included: it is read as a table of its own."""

    content: Table
