"""Bars of time tables that are drawn over the walls of their cells."""

from __future__ import annotations

from pledgecards.convert import convert_bytes

CARD = """공약 12. 도서관 확충

□ 추진일정

+----------+------+------+------+------+
| 세부사업 | 2019 | 2020 | 2021 | 2022 |
+----------+------+------+------+------+
| 설계     | ==== |      |      |      |
| 공사     |   ========> |      |      |
| 운영     |      |      | ===========>|
+----------+------+------+------+------+

□ 추진실적
 ○ 개관 : 2019. 5. 2.
"""


def test_an_arrow_over_a_wall_leaves_each_line_a_row() -> None:
    rows = convert_bytes(CARD.encode())["schedule"]
    planned: dict[str, list[int]] = {}
    for row in rows:
        planned.setdefault(row["project"], []).extend([row["year"]] if row["planned"] else [])
    assert planned == {"설계": [2019], "공사": [2019, 2020], "운영": [2021, 2022]}
    assert len(rows) == 12
