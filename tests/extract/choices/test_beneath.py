"""Marks beneath options that stand side by side in one cell."""

from __future__ import annotations

import pytest

from pledgecards.extract.choices.beneath import option_above
from pledgecards.extract.page import Line, Place

OPTIONS = Line("단기 중기 장기", Place(1, 100.0, 50.0, 200.0, 60.0), size=10.0)
"""Words of 19 points each, 21.5 points apart: they begin at 100, 140.5 and 181."""


@pytest.mark.parametrize(
    ("middle", "option"), [(110, 0), (96, 0), (122, 0), (130, None), (150, 1), (190, 2), (203, 2), (230, None)]
)
def test_a_mark_is_of_the_option_over_it(middle: float, option: int | None) -> None:
    mark = Line("○", Place(1, middle - 5, 65.0, middle + 5, 75.0), size=10.0)
    assert option_above(mark, [OPTIONS]) == option


def test_a_copy_of_text_does_not_tell() -> None:
    assert option_above(Line("○", Place(line=2)), [Line("단기 중기 장기", Place(line=1))]) is None
