"""Where the head of a card begins above its first section."""

from __future__ import annotations

from pledgecards.extract.cards.tops import head_start
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary


def pieces(*lines: tuple[str, float]) -> list[Piece]:
    found = []
    for number, (text, size) in enumerate(lines):
        place = Place(1, 50.0, 50.0 + 30 * number, 400.0, 70.0 + 30 * number)
        line = Line(text, place, size=size)
        found.append(Piece("line", place, line.ink, line))
    return found


def test_a_row_of_figures_in_the_largest_type_stands_below_the_title() -> None:
    flow = pieces(("창업센터 조성 및 운영", 17.0), ("72%\t45억\t2021.6.", 20.0), ("□ 사업개요", 12.0))
    assert head_start(flow, 0, 2, Vocabulary.standard()) == 0
