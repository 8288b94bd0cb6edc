"""Titles of two lines in texts that pages were set into: centred, with their number before them or half-way down beside both."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

BODY = """□ 정책개요
○ 사업기간 : 2018. 7. ~ 2022. 6.

□ 추진실적
○ '18. 9. 3. : 기본계획 수립
"""


def card_of(head: str) -> dict[str, object]:
    rows = convert_bytes(f"{head}{BODY}\f".encode(), "card.txt")
    assert len(rows["cards"]) == 1
    assert [event["label"] for event in rows["events"]] == ["기본계획 수립"]
    return {name: rows["cards"][0][name] for name in ("title", "pledge_no", "department")}


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("number", ["공약 5", "5.", "[복지-5]"])
def test_a_number_half_way_down_beside_both_lines_heads_the_first(number: str, blank: str) -> None:
    head = f"""
            전통시장 이용환경 개선 및 골목상권 네트워크 구축을 통한
 {number}
                          살기 좋은 지역 만들기
{blank}"""
    title = "전통시장 이용환경 개선 및 골목상권 네트워크 구축을 통한 살기 좋은 지역 만들기"
    assert card_of(head) == {"title": title, "pledge_no": 5, "department": None}


def test_so_it_does_with_the_office_on_its_line() -> None:
    head = """
            전통시장 이용환경 개선 및 골목상권 네트워크 구축을 통한
 [복지-5]                                                                            복지정책과
                          살기 좋은 지역 만들기
"""
    title = "전통시장 이용환경 개선 및 골목상권 네트워크 구축을 통한 살기 좋은 지역 만들기"
    assert card_of(head) == {"title": title, "pledge_no": 5, "department": "복지정책과"}


def test_a_title_goes_on_centred_below_its_first_line() -> None:
    head = """
공약번호 5 전통시장 놀이터 확충 및 하천 네트워크 구축을 통한 살기
                       좋은 지역 만들기

"""
    title = "전통시장 놀이터 확충 및 하천 네트워크 구축을 통한 살기 좋은 지역 만들기"
    assert card_of(head) == {"title": title, "pledge_no": 5, "department": None}
