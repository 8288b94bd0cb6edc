"""Figures broken over the lines of a narrow cell."""

from __future__ import annotations

import pytest

from pledgecards.extract.page import Cell, Line, Place
from pledgecards.normalize.broken_figures import whole_figure
from pledgecards.normalize.indicators.cells import cell_reader
from pledgecards.schemas.vocabulary import Vocabulary


def cell(*lines: str) -> Cell:
    place = Place(page=1, line=1)
    return Cell(0, 0, 1, 1, tuple(Line(text, place) for text in lines), place)


@pytest.mark.parametrize(
    ("broken", "others", "whole"),
    [
        (("10", "0"), [("20", "설계"), ("100", "준공")], "100"),
        (("8", "0%"), [("80",)], "80%"),
        (("1,20", "0"), [("1,200",)], "1,200"),
        # Nothing beside it is 100: it may be a target over a result.
        (("10", "0"), [("10",), ("0",)], None),
        (("10", "0"), [], None),
        (("80%", "0"), [("800",)], None),
        (("10", "개소"), [("10",)], None),
        (("100",), [("100",)], None),
    ],
)
def test_a_broken_figure_is_one_where_its_row_says_so(broken, others, whole):
    reader = cell_reader(Vocabulary.standard())
    assert whole_figure(cell(*broken), [cell(*lines) for lines in others], reader) == whole
