"""Lines over a table that are the upper storey of its head, and no project's name."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

CARD = """7. 둘레길 조성

충청남도 태안군 관광과

□ 연도별 투자계획 (단위: 백만원)

{above}
재원별      합계      2018      2019
계           300       100       200
국비         100        50        50
군비         200        50       150
"""


@pytest.mark.parametrize(
    ("above", "project"),
    [
        ("                     민선7기", None),
        ("연차      추진내용", None),
        ("둘레길 쉼터", "둘레길 쉼터"),
    ],
)
def test_words_that_head_columns_over_a_table_name_no_project(above: str, project: str | None) -> None:
    rows = convert_bytes(CARD.format(above=above).encode(), "card.txt")
    assert {row["project"] for row in rows["budget"]} == {project}
