"""What stands before the words of a line."""

from __future__ import annotations

import pytest

from pledgecards.extract.markers import BRACKET, DASH, DOT, ITEM, NOTE, NUMERAL, SECTION, split_marker
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


@pytest.mark.parametrize(
    ("text", "marker", "rank", "words"),
    [
        ("■ 사업구분", "■", SECTION, "사업구분"),
        ("□사업개요", "□", SECTION, "사업개요"),
        ("○ 위 치 : 문래동", "○", ITEM, "위 치 : 문래동"),
        ("ㅇ 기간", "ㅇ", ITEM, "기간"),
        ("- 기 간: 2018. 6.", "-", DASH, "기 간: 2018. 6."),
        ("· 세부", "·", DOT, "세부"),
        ("※ 참고", "※", NOTE, "참고"),
        ("*총 3개 업체 응모", "*", NOTE, "총 3개 업체 응모"),
        ("Ⅰ 추진계획", "Ⅰ", NUMERAL, "추진계획"),
        ("Ⅱ. 추진일정", "Ⅱ.", NUMERAL, "추진일정"),
        ("1. 사업개요", "1.", NUMERAL, "사업개요"),
        ("5. 50+센터 유치", "5.", NUMERAL, "50+센터 유치"),
        ("3. 1,200명 참여", "3.", NUMERAL, "1,200명 참여"),
        ("Ÿ 주민 설명회", "Ÿ", DOT, "주민 설명회"),  # a bullet of a symbol font that a copy took for a letter
        ("05 추진실적", "05", NUMERAL, "추진실적"),
        ("1 . 사 업 개 요", "1.", NUMERAL, "사 업 개 요"),
        ("-2018년 10월 26일 보고회 개최", "-", DASH, "2018년 10월 26일 보고회 개최"),
        ("-20.6.17.(수)~ 주민설명회", "-", DASH, "20.6.17.(수)~ 주민설명회"),
        ("-20.6% 줄어듦", None, None, "-20.6% 줄어듦"),
        ("-2018. 10. 착공", "-", DASH, "2018. 10. 착공"),
        ("-2018", None, None, "-2018"),
        ("-10개소 설치", "-", DASH, "10개소 설치"),
        ("-3억원 투입(국비)", "-", DASH, "3억원 투입(국비)"),
        ("-10개소", None, None, "-10개소"),
        ("-15건 (전년 대비)", None, None, "-15건 (전년 대비)"),
        ("-2억원 감액 편성", None, None, "-2억원 감액 편성"),
        ("-5도 이하 보관", None, None, "-5도 이하 보관"),
        ("-3.5% 감소", None, None, "-3.5% 감소"),
        ("-12월 설치 완료", None, None, "-12월 설치 완료"),  # of a range that begins in the line above
        ("-2018.5 감소", None, None, "-2018.5 감소"),
        ("6 .연차별목표", "6.", NUMERAL, "연차별목표"),
        ("1. 2018. 9. : 5개소", "1.", NUMERAL, "2018. 9. : 5개소"),
        ("2. 30개소 설치", "2.", NUMERAL, "30개소 설치"),
        ("< 소요예산 > (단위 : 백만원)", "< >", BRACKET, "소요예산 (단위 : 백만원)"),
        ("【이행률】 (2020. 12. 기준)", "【 】", BRACKET, "이행률 (2020. 12. 기준)"),
        # What follows cannot be the rest of a date: a whole year, or a number that counts or names.
        ("1. 1호점: 2019. 3. 개소", "1.", NUMERAL, "1호점: 2019. 3. 개소"),
        ("2. 2019. 3. 5. 착공", "2.", NUMERAL, "2019. 3. 5. 착공"),
        ("3. 5개 권역", "3.", NUMERAL, "5개 권역"),
        ("2) 대상지", "2)", NUMERAL, "대상지"),
        ("가. 추진배경", "가.", NUMERAL, "추진배경"),
        ("① 설계", "①", NUMERAL, "설계"),
        ("[문래 역량강화]", "[ ]", BRACKET, "문래 역량강화"),
        ("【추진실적】", "【 】", BRACKET, "추진실적"),
        ("〈기반 마련〉", "〈 〉", BRACKET, "기반 마련"),
        ("\uf06e 사업구분", "\uf06e", SECTION, "사업구분"),
        ("- 보고회 개최: '19. 6. 16. -", "-", DASH, "보고회 개최: '19. 6. 16. -"),
        ("- 설명회: 2019. 6. 16.(일) -", "-", DASH, "설명회: 2019. 6. 16.(일) -"),
        ("\U000f02b1 세부사업", "\U000f02b1", ITEM, "세부사업"),
        # Signs that a copy could not keep.
        ("?? 추진근거", "??", SECTION, "추진근거"),
        ("? 사업기간 : 2018. 7.", "?", ITEM, "사업기간 : 2018. 7."),
        ("?기본계획 수립", "?", ITEM, "기본계획 수립"),
        ("\ufffd 위 치 : 문래동", "\ufffd", ITEM, "위 치 : 문래동"),
    ],
)
def test_a_marker_is_taken_off(text: str, marker: str, rank: int, words: str) -> None:
    marked = split_marker(text, WORDS)
    assert (marked.marker, marked.rank, marked.words) == (marker, rank, words)
    assert text[marked.start :].strip("]】〉 ").startswith(words[:2])


@pytest.mark.parametrize(
    "text",
    [
        "18. 7. 착수보고회",
        "05 월 개최",
        "10 개소 설치",
        "9. 26일 개최",
        "3. 3.5km",
        "2018. 6. ~ 2019. 11.",
        "18. 7월 착수보고회",
        "3. 5일 개최",
        "7. 2~3일",
        "18. 07 착수",
        "-1,200",
        "- 제2장 복지 -",
        "- 12 -",
        "- 2019. 6. 16. -",
        "o2 공급",
        "*",
        "■",
        "",
        "[가] 나 [다]",
        "가나다. 라마바",
        "123. 세 자리",
        "?",
        "??? ?? ???",
        "\ufffd업개요",
        "왜 필요한가? 추진배경",
    ],
)
def test_what_only_looks_like_a_marker_stays(text: str) -> None:
    assert split_marker(text, WORDS).marker is None
