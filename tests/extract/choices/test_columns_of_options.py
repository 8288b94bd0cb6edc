"""Options that head the columns of a table without a label."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

HEAD = "공약 25. 어린이 도서관 건립\n\n"
BODY = "\n\n■ 정책개요\n- 도서관을 건립\n\n■ 추진실적\n- 설계 완료: '19. 3.\n"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("임기내\t임기후\t신규\t계속\n○\t\t\t○", ("임기내", "계속")),
        ("| 임기내 | 임기후 |\n|---|---|\n|  | V |", ("임기후", None)),
        ("| 신규 | 계속 |\n|---|---|\n| 3 | 2 |", (None, None)),
        ("| 신규 | 문화 |\n|---|---|\n| ○ |  |", (None, None)),
    ],
)
def test_the_marks_below_them_check_them(table: str, told: tuple[str | None, str | None]) -> None:
    card = convert_bytes((HEAD + table + BODY).encode(), "card.md")["cards"][0]
    assert (card["term"], card["novelty"]) == told
