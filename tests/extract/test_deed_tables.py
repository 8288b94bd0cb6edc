"""Tables of deeds: names of projects, and what was done for each."""

from __future__ import annotations

from datetime import date

from pledgecards.convert import convert_bytes


def test_a_line_without_a_bullet_goes_on_in_the_deed_above_it_in_its_cell() -> None:
    cells = "○ 2019. 5. 1. 착공<br>기공식 개최<br>○ 2019. 6. 1. 준공"
    text = f"공약 7. 도서관 건립\n□ 추진실적\n| 세부사업 | 추진실적 |\n|---|---|\n| 설계 | ○ 2019. 3. 5. 완료 |\n| 공사 | {cells} |\n"
    rows = convert_bytes(text.encode())["events"]
    assert [(row["project"], row["label"], row["start"]) for row in rows] == [
        ("설계", "완료", date(2019, 3, 5)),
        ("공사", "착공 기공식 개최", date(2019, 5, 1)),
        ("공사", "준공", date(2019, 6, 1)),
    ]
