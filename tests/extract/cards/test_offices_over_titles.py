"""In a book of cards as text, who is in charge is of the card whose title stands below, where the last card ends without such a line."""

from __future__ import annotations

from pledgecards.convert import convert_bytes

CARD = """{0}

                      {1}
임기구분: ■ 임기내 □ 임기외
사업개요
{1} 사업
추진실적
- 착수: 2019. 7. 22.
"""
OFFICES = ["교통과 홍길동 ☎ 063-000-0000", "평생학습과 김가나 ☎ 063-000-0001", "건설과 이다라 ☎ 063-000-0002"]
TITLES = ["정류장 그늘 만들기", "논두렁 도서관 열기", "방죽 산책길 잇기"]


def departments(text: str) -> list[str | None]:
    return [row["department"] for row in convert_bytes(text.encode(), "book.txt")["cards"]]


def test_lines_without_a_label_over_every_title() -> None:
    text = "\n".join(CARD.format(office, title) for office, title in zip(OFFICES, TITLES, strict=True))
    assert departments(text) == ["교통과", "평생학습과", "건설과"]


def test_lines_at_the_end_of_every_card() -> None:
    text = "\n".join(CARD.format("", title) + office for office, title in zip(OFFICES, TITLES, strict=True))
    assert departments(text) == ["교통과", "평생학습과", "건설과"]
