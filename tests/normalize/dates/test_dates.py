"""The notations of dates, as a specification: what is read, how far it reaches, and what is no date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pledgecards.normalize.dates import DateFound, find_dates, find_impossible, scan

POINTS = [
    # the whole text is one date: text, EDTF
    ("'18. 7.", "2018-07"),
    ("’18.7.", "2018-07"),
    ("‘18.7월", "2018-07"),
    ("`18. 7", "2018-07"),
    ("´18. 7", "2018-07"),
    ("' 18. 7.", "2018-07"),
    ("'18년 7월", "2018-07"),
    ("18년 7월", "2018-07"),
    ("18.7월", "2018-07"),
    ("'18 7월", "2018-07"),
    ("2018년 7월", "2018-07"),
    ("2018 년 7 월", "2018-07"),
    ("2018. 7", "2018-07"),
    ("2018.07", "2018-07"),
    ("2018-07", "2018-07"),
    ("2018. 7월", "2018-07"),
    ("２０１８． ７．", "2018-07"),
    ("2018年 7月", "2018-07"),
    ("18. 7.", "2018-07"),
    ("2018. 7. 1.", "2018-07-01"),
    ("2018.7.1", "2018-07-01"),
    ("2018. 07. 01.", "2018-07-01"),
    ("2018 . 7 . 1 .", "2018-07-01"),
    ("2018-07-01", "2018-07-01"),
    ("2018/7/1", "2018-07-01"),
    ("20180701", "2018-07-01"),
    ("2018년 7월 1일", "2018-07-01"),
    ("2018년7월1일", "2018-07-01"),
    ("2018년 7. 1.", "2018-07-01"),
    ("18년 7월 1일", "2018-07-01"),
    ("18.7.1.", "2018-07-01"),
    ("20.6.17", "2020-06-17"),
    ("'18.7월1일", "2018-07-01"),
    ("'18/7/1", "2018-07-01"),
    ("'18-07-01", "2018-07-01"),
    ("2018. 7. 1.(일)", "2018-07-01"),
    ("2018. 7. 1. (일요일)", "2018-07-01"),
    ("2018. 7. 4.(水)", "2018-07-04"),
    ("2018. 7. 4.㈬", "2018-07-04"),
    ("2018년 7월 4일 수요일", "2018-07-04"),
    ("'18.12.7.(금, 14:00)", "2018-12-07"),
    ("20. 6. 17(수)", "2020-06-17"),
    ("2018년", "2018"),
    ("2018년도", "2018"),
    ("'18년", "2018"),
    ("'18.", "2018"),
    ("1998년", "1998"),
    ("'98. 3.", "1998-03"),
    ("'50년", "2050"),
    ("’19. 상반기", "2019-40"),
    ("2019년 하반기", "2019-41"),
    ("19년 하반기", "2019-41"),
    ("'20. 3/4분기", "2020-35"),
    ("2020년 3분기", "2020-35"),
    ("2020. 1 / 4 분기", "2020-33"),
    ("'20 2Q", "2020-34"),
    ("20.4Q", "2020-36"),
    ("2018년 말", "2018"),
    ("2018년 7월 초순", "2018-07"),
    ("2020. 上半期", "2020-40"),
    ("'18.下", "2018-41"),
    ("'19. 12월말", "2019-12"),
    ("2019. 상반기 중", "2019-40"),
    ("2018. 7.경", "2018-07~"),
    ("2018년 7월 중순경", "2018-07~"),
    ("2018년 무렵", "2018~"),
    ("'19. 하반기쯤", "2019-41~"),
    # The dot of a leader, which some offices type for every full stop and every middle dot.
    ("2020․ 3․ 4․", "2020-03-04"),
    ("2020․3․4", "2020-03-04"),
    ("’20․ 5․", "2020-05"),
    ("2020․ 3․ ~ 5․", "2020-03/2020-05"),
]

RANGES = [
    ("2018. ~ 2021.", "2018/2021"),
    ("'18~'22년", "2018/2022"),
    ("'18~22년", "2018/2022"),
    ("'18 ~ '22", "2018/2022"),
    ("2018~2022", "2018/2022"),
    ("2018-2022", "2018/2022"),
    ("2018년~2022년", "2018/2022"),
    ("2018년–2022년", "2018/2022"),
    ("'18-'22년", "2018/2022"),
    ("2018년부터 2022년까지", "2018/2022"),
    ("18년 ~ '22년 6월", "2018/2022-06"),
    ("'18. ~ 22. 6.", "2018/2022-06"),
    ("'18. 9. ~ 2019", "2018-09/2019"),
    ("2018. 6. ~ 2019. 11.", "2018-06/2019-11"),
    ("2018.6월∼’19.11월", "2018-06/2019-11"),
    ("'19. 2. ~ 12.", "2019-02/2019-12"),
    ("'20. 1. ~ 5.", "2020-01/2020-05"),
    ("'19. 3.~4.", "2019-03/2019-04"),
    ("'18.7.-8.", "2018-07/2018-08"),
    ("2018. 7 ~ 8", "2018-07/2018-08"),
    ("2018년 7~8월", "2018-07/2018-08"),
    ("’18.10월~’19.3월", "2018-10/2019-03"),
    ("18.10월~19.3월", "2018-10/2019-03"),
    ("19. 10. ~ 20. 3.", "2019-10/2020-03"),
    ("'19. 10. ～ '20. 3.", "2019-10/2020-03"),
    ("2018년 10월 ~ 19년 2월", "2018-10/2019-02"),
    ("'18. 7월부터 ~ '19. 3월까지", "2018-07/2019-03"),
    ("'18. 7.(착수) ~ '19. 6.", "2018-07/2019-06"),
    ("'18. 2. ~ 12. 10.", "2018-02/2018-12-10"),
    ("'20. 1. ~ 3. 15.", "2020-01/2020-03-15"),
    ("'19. 9. 26. ~ 10. 28.", "2019-09-26/2019-10-28"),
    ("'19. 9. 26. ~ 28.", "2019-09-26/2019-09-28"),
    ("2019. 3. 5-7.", "2019-03-05/2019-03-07"),
    ("2018년 9월 10일 ~ 14일", "2018-09-10/2018-09-14"),
    ("2018년 3월 5~7일", "2018-03-05/2018-03-07"),
    ("2018년 9월 10일 ~ 10월 2일", "2018-09-10/2018-10-02"),
    ("'19. 12. 26. ~ '20. 1. 5.", "2019-12-26/2020-01-05"),
    ("'19. 12. 26. ~ 20. 1. 5.", "2019-12-26/2020-01-05"),
    ("'18. 7. 1. ~ '22. 6. 30.", "2018-07-01/2022-06-30"),
    ("2018.7.1~7.3", "2018-07-01/2018-07-03"),
    ("2018-07-01~07-03", "2018-07-01/2018-07-03"),
    ("2018/7/1~7/3", "2018-07-01/2018-07-03"),
    ("2018. 7. 1. - 2019. 6. 30.", "2018-07-01/2019-06-30"),
    ("20.6.17.(수)~6.20.(토) [4일간]", "2020-06-17/2020-06-20"),
    ("20. 6. 17(수) ~ 19(금)", "2020-06-17/2020-06-19"),
    ("2019. 3. 5.(화) 14:00 ~ 3. 7.(목)", "2019-03-05/2019-03-07"),
    ("2018. 7. 1. ∼ 2018. 7. 3. 【3일간】", "2018-07-01/2018-07-03"),
    ("2019. 3. 5.~3. 8.(화~금, 4일간)", "2019-03-05/2019-03-08"),
    ("2019. 1. 7. ~ 1. 11., 5일간", "2019-01-07/2019-01-11"),
    ("2019. 11. 8.(금) ~ 11. 10.(일) 3일간", "2019-11-08/2019-11-10"),
    ("2019. 하반기 ~ 2020. 상반기", "2019-07/2020-06"),
    ("2019. 상반기 ~ 하반기", "2019-01/2019-12"),
    ("2020년 상·하반기", "2020-01/2020-12"),
    ("'20. 1/4분기 ~ 3/4분기", "2020-01/2020-09"),
    ("’20.1/4~2/4분기", "2020-01/2020-06"),
    ("2020년 1~2분기", "2020-01/2020-06"),
    ("'18.下 ~ '19.上", "2018-07/2019-06"),
    ("2019. 3. 5. ~ 同年 12. 31.", "2019-03-05/2019-12-31"),
    ("2020. 4분기 ~ '21. 2분기", "2020-10/2021-06"),
    ("2018. 7. ~ 2019. 6월경", "2018-07/2019-06~"),
]

OPEN = [
    ("'18. 2.~", "2018-02/.."),
    ("'18. 7. ~ 현재", "2018-07/.."),
    ("2019. 3월~", "2019-03/.."),
    ("’98년~ 계속", "1998/.."),
    ("2018년 ~ 계속추진", "2018/.."),
    ("2018~계속", "2018/.."),
    ("'18. 하반기~", "2018-07/.."),
    ("2018. 7.부터", "2018-07/.."),
    ("2018년 7월 1일(일)부터", "2018-07-01/.."),
    ("2018년 이후", "2018/.."),
    ("2018. 7. 이후", "2018-07/.."),
    ("~ '20. 5.", "../2020-05"),
    ("~ 2022. 6월", "../2022-06"),
    ("~2022년까지", "../2022"),
    ("'20. 5. 까지", "../2020-05"),
    ("2018년 말까지", "../2018"),
    ("2019. 12. 이전", "../2019-12"),
    ("2020. 1분기까지", "../2020-03"),
]

WITHIN = [
    # text, the raws and EDTF of the dates in it
    ("착수보고회 개최: '18. 7.", [("'18. 7.", "2018-07")]),
    ("-20.6.17.(수)~ 주민설명회", [("20.6.17.(수)~", "2020-06-17/..")]),
    ("-20.9.~10. 공청회", [("20.9.~10.", "2020-09/2020-10")]),
    ("기본계획 수립-20.6.17.", [("20.6.17.", "2020-06-17")]),
    ("2018년 도시재생 주민공모사업: 18개 사업, 97,000천원", [("2018년", "2018")]),
    ("(2020. 12. 기준)", [("2020. 12.", "2020-12")]),
    ("(2018) 사업", [("2018", "2018")]),
    ("민선7기(2018. 7. 1. ~ 2022. 6. 30.) 공약", [("2018. 7. 1. ~ 2022. 6. 30.", "2018-07-01/2022-06-30")]),
    ("'18.12.7.(금) 14:00 구청", [("'18.12.7.(금)", "2018-12-07")]),
    ("2019. 3. 5.(화) 09:00 ~ 18:00", [("2019. 3. 5.(화)", "2019-03-05")]),
    ("'18. 7. 2.(월) 10:00~12:00", [("'18. 7. 2.(월)", "2018-07-02")]),
    ("2018년 7월 4일 오후 2시 ~ 4시", [("2018년 7월 4일", "2018-07-04")]),
    ("2019. 3. 5., 3. 7.", [("2019. 3. 5.", "2019-03-05"), ("3. 7.", "2019-03-07")]),
    ("2019. 3. 5.(화), 7.(목) 개최", [("2019. 3. 5.(화)", "2019-03-05"), ("7.(목)", "2019-03-07")]),
    ("2019년 3월 5일, 7일", [("2019년 3월 5일", "2019-03-05"), ("7일", "2019-03-07")]),
    ("'19. 3월, 5월", [("'19. 3월", "2019-03"), ("5월", "2019-05")]),
    ("2018년 3, 5, 7월", [("2018년 3", "2018-03"), ("5", "2018-05"), ("7월", "2018-07")]),
    ("'18. 7., 9., 11. 개최", [("'18. 7.", "2018-07"), ("9.", "2018-09"), ("11.", "2018-11")]),
    ("'18, '19년 예산", [("'18", "2018"), ("'19년", "2019")]),
    ("'18·19년", [("'18", "2018"), ("19년", "2019")]),
    ("2018년 1, 2분기", [("2018년 1", "2018-33"), ("2분기", "2018-34")]),
    ("'18. 1/4, 2/4분기", [("'18. 1/4", "2018-33"), ("2/4분기", "2018-34")]),
    ("'19. 3.~5. / 9.~11.", [("'19. 3.~5.", "2019-03/2019-05"), ("9.~11.", "2019-09/2019-11")]),
    # A length of time behind a range, no day of its month.
    ("2019. 3. 5.(화) ~ 3. 7.(목) / 3일", [("2019. 3. 5.(화) ~ 3. 7.(목)", "2019-03-05/2019-03-07")]),
    ("2018. 10. 1.(월) ~ 5.(금), 5일", [("2018. 10. 1.(월) ~ 5.(금)", "2018-10-01/2018-10-05")]),
    # Another number of days than the range has is said of the deed.
    ("2019. 11. 8. ~ 11. 10., 2일간 운영", [("2019. 11. 8. ~ 11. 10.", "2019-11-08/2019-11-10")]),
    ("2019. 3. ~ 12., 3일간 운영", [("2019. 3. ~ 12.", "2019-03/2019-12")]),
    # A year with its full stop, where a line, a bracket or a label begins with it.
    ("2018. 기본계획 수립", [("2018.", "2018")]),
    ("- 2018. 기본계획 수립", [("2018.", "2018")]),
    ("2019. 연중 운영", [("2019.", "2019")]),
    ("완공: 2020.", [("2020.", "2020")]),
    ("착공(2019. 예정)", [("2019.", "2019")]),
    ("착공 18.5.", [("18.5.", "2018-05")]),
    ("'18. 5. / 완화: '19. 12. 3.", [("'18. 5.", "2018-05"), ("'19. 12. 3.", "2019-12-03")]),
    ("착수('18.7.) → 준공('19.12.)", [("'18.7.", "2018-07"), ("'19.12.", "2019-12")]),
    ("'18.11.~12. / '19. 3.", [("'18.11.~12.", "2018-11/2018-12"), ("'19. 3.", "2019-03")]),
    ("'18년 5개, '19년 10개", [("'18년", "2018"), ("'19년", "2019")]),
    ("약 2018. 7. 준공", [("2018. 7.", "2018-07~")]),
    ("도급계약 '18. 7.", [("'18. 7.", "2018-07")]),
    ("'21. 3. 예정", [("'21. 3.", "2021-03")]),
    ("'19. 12. 이전 완료", [("'19. 12.", "2019-12")]),
    ("2018. 7. 1.자 발령", [("2018. 7. 1.", "2018-07-01")]),
    ("2020년 7개", [("2020년", "2020")]),
    ("'18년 예산 7억", [("'18년", "2018")]),
    ("'18. 7. 3개 업체", [("'18. 7.", "2018-07")]),
    ("2018. 7. 24 L=1.2km 착공", [("2018. 7. 24", "2018-07-24")]),
    ("'18. 7. 3.5억 투입", [("'18. 7.", "2018-07")]),
    ("'18. 7. 3~5개소", [("'18. 7.", "2018-07")]),
    ("'18. 7. 10:00", [("'18. 7.", "2018-07")]),
    ("'20. 1. ~ 5. 3개소", [("'20. 1. ~ 5.", "2020-01/2020-05")]),
    ("'18. 7.~ 2,000명 참여", [("'18. 7.~", "2018-07/..")]),
    ("'18. 7.~ 준공시", [("'18. 7.~", "2018-07/..")]),
    ("'18. 7. - 착수", [("'18. 7.", "2018-07")]),
    ("2018년도시재생", [("2018년", "2018")]),
    ("'19년 초등학교 개교", [("'19년", "2019")]),
    ("2019년 중학교", [("2019년", "2019")]),
    ("2019년 경인로 정비", [("2019년", "2019")]),
    ("2018년 3월 5개월간", [("2018년 3월", "2018-03")]),
    ("'18. 7. 20. 3개소", [("'18. 7. 20.", "2018-07-20")]),
    # A whole day set closely is one, whatever stands behind it: 개소 is an opening as well.
    ("2019.10.7 개소", [("2019.10.7", "2019-10-07")]),
    ("'19.10.7 개소", [("'19.10.7", "2019-10-07")]),
    ("2019-10-07 개소", [("2019-10-07", "2019-10-07")]),
    ("2019/10/07 개소", [("2019/10/07", "2019-10-07")]),
    ("2019. 10. 07 개소", [("2019. 10. 07", "2019-10-07")]),
    ("2020. 6. 30한 완료", [("2020. 6. 30", "2020-06-30")]),
    ("2019. 10. 7 개소", [("2019. 10.", "2019-10")]),
    ("2018. 9. 5개소 설치", [("2018. 9.", "2018-09")]),
    ("19년도 본예산 반영", [("19년도", "2019")]),
    ("용역비 확보(19년도)", [("19년도", "2019")]),
    ("19년말 준공", [("19년말", "2019")]),
    ("18년도~19년도 시행", [("18년도~19년도", "2018/2019")]),
    ("2018. 7. 3/4 이상", [("2018. 7.", "2018-07")]),
    ("2018년 1차 추경", [("2018년", "2018")]),
    ("'18. **7.** ~ '19. 6.", [("'18. **7.** ~ '19. 6.", "2018-07/2019-06")]),
    ("2018. 7. 1. ~ 7. 3. 9개소", [("2018. 7. 1. ~ 7. 3.", "2018-07-01/2018-07-03")]),
]

TRAPS = [
    "",
    "추진실적",
    "4차산업을 주도하는",
    "코로나-19. 5. 3",
    "전년 대비 -20.6.",
    "증감 -20.6.5%",
    "기온 -15.3.",
    "문래동1~4가",
    "문래동1~3가 일대(185,385㎡)",
    "펀딩 2,000% 달성",
    "1,889백만원",
    "제38조",
    "제2018-3호",
    "제 2019-12호",
    "영등포구 고시 2019-12",
    "02-2670-3525",
    "☎ 2670-3525",
    "010-1234-2018",
    "10년 이상 경력",
    "20년 이상 노후",
    "20년~30년",
    "18~22년",
    "20년도 더 된",
    "25.",
    "25. 경인·문래 거점 육성",
    "20. 제목",
    "18. 7개 사업",
    "18. 7",
    "3/4 이상",
    "09:00~18:00",
    "18:00",
    "18.7㎡",
    # A measure whose unit is left out, at the end of a sentence.
    "면적 18.5.",
    "부지면적은 18.5. 이며",
    "연면적: 18.5.",
    "참여율 18.5.",
    "면적: 2018.",
    "18.7%",
    "18.7억",
    "18.7",
    "18.7~19.6℃",
    "1.5배",
    "12.5km",
    "3.1절 기념행사",
    "5.18 민주화운동",
    "4.19",
    "6·25 참전",
    "제100주년 3·1절",
    "버전 2018.7.1.2",
    "v18.7.1",
    "192.168.20.1",
    "민선7기",
    "매년 3월",
    "7월 1일",
    "2018. 20개소",
    "2019.10.7개소",
    "20년도 더 된 청사",
    "20년도 넘은 건물",
    "15년 초과 경유차",
    "20년 말기",
    "2018. 7개소",
    "2018. 7 개소",
    "2018.7%",
    "2018. 1차",
    "2018. 3/4 이상",
    "2018학년도 1학기",
    "2010년대",
    "2018년생",
    "2018 러시아 월드컵",
    "2030 서울플랜",
    "2018개",
    "2018/2019 시즌",
    "2000~2010명",
    "2010~2020㎡",
    "2018-22",
    "2018-7번지",
    "‘18’",
    "'25'개 동",
    "'18 예산",
    "20201345",
    "20180701원",
    "12,018.7.5",
    "18.7.55",
    "18-07-01",
]


def _edtf(text: str) -> list[str]:
    return [found.edtf for found in find_dates(text)]


@pytest.mark.parametrize(("text", "edtf"), POINTS + RANGES + OPEN)
def test_a_date_by_itself_is_read_whole(text: str, edtf: str) -> None:
    [found] = find_dates(text)
    assert (found.raw, found.span, found.edtf) == (text, (0, len(text)), edtf)


@pytest.mark.parametrize(("text", "edtf"), POINTS + RANGES + OPEN)
def test_words_around_a_date_do_not_change_it(text: str, edtf: str) -> None:
    # A word in front would stand between nothing and the tilde of an open start, so it is set off by a bracket.
    assert [(f.raw, f.edtf) for f in find_dates(f"설명회 (구청) 개최 {text} (강당)")] == [(text, edtf)]


@pytest.mark.parametrize(("text", "expected"), WITHIN)
def test_a_date_among_words_reaches_as_far_as_it_should(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.raw, found.edtf) for found in find_dates(text)] == expected


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []
    assert find_impossible(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "precisions"),
    [
        ("'18. 7.", date(2018, 7, 1), date(2018, 7, 31), ("month", "month", "month")),
        ("2020. 2.", date(2020, 2, 1), date(2020, 2, 29), ("month", "month", "month")),
        ("2019년", date(2019, 1, 1), date(2019, 12, 31), ("year", "year", "year")),
        ("2019년 하반기", date(2019, 7, 1), date(2019, 12, 31), ("half", "half", "half")),
        ("'20. 3/4분기", date(2020, 7, 1), date(2020, 9, 30), ("quarter", "quarter", "quarter")),
        ("'19. 2. ~ 12.", date(2019, 2, 1), date(2019, 12, 31), ("month", "month", "month")),
        ("'18. ~ 22. 6.", date(2018, 1, 1), date(2022, 6, 30), ("year", "year", "month")),
        ("2018. 9. 10. ~ 2019. 1.", date(2018, 9, 10), date(2019, 1, 31), ("month", "day", "month")),
        ("2018년 7월 말", date(2018, 7, 1), date(2018, 7, 31), ("month", "month", "month")),
        ("'18. 2.~", date(2018, 2, 1), None, ("month", "month", None)),
        ("~ '20. 5.", None, date(2020, 5, 31), ("month", None, "month")),
        ("2019. 12. 이전", None, date(2019, 12, 31), ("month", None, "month")),
    ],
)
def test_start_and_end_are_the_first_and_the_last_day(
    text: str, start: date | None, end: date | None, precisions: tuple[str, str | None, str | None]
) -> None:
    [found] = find_dates(text)
    assert (found.start, found.end) == (start, end)
    assert (found.precision, found.start_precision, found.end_precision) == precisions
    assert (found.open_start, found.open_end) == (start is None, end is None)


@pytest.mark.parametrize(
    ("text", "weekday_ok"),
    [
        ("2018. 7. 1.(일)", True),
        ("2018. 7. 1.(월)", False),
        ("2018. 7. 1.", None),
        ("20.6.17.(수)~6.20.(토)", True),
        ("20.6.17.(수)~6.20.(일)", False),
        ("20.6.17.(목)~6.20.", False),
        ("2020. 6. 17. ~ 6. 20.(수~토)", True),
        ("2020. 6. 17. ~ 6. 20.(목~토)", False),
        ("2018. 7.(월)", None),
    ],
)
def test_weekdays_are_checked_against_the_calendar(text: str, weekday_ok: bool | None) -> None:
    [found] = find_dates(text)
    assert found.weekday_ok is weekday_ok


@pytest.mark.parametrize(
    ("text", "duration_ok"),
    [
        ("20.6.17.~6.20. [4일간]", True),
        ("20.6.17.~6.20.(4일)", True),
        ("20.6.17.~6.20. [3일간]", False),
        ("20.6.17.~6.20. (총 4일간)", True),
        ("20.6.17.~6.20.(3박 4일)", True),
        ("20.6.17.~6.20.", None),
        ("2018. 1. 1. ~ 12. 31.(1년)", True),
        ("2018. 1. 1. ~ 12. 31.(365일)", True),
        ("2018. 7. 1. ~ 12. 31.(6개월)", True),
        ("2018. 7. 15. ~ 2019. 1. 15.(6개월)", True),
        ("2018. 7. 1. ~ 12. 31.(7개월)", False),
        ("'19. 2. ~ 12.(11개월)", True),
        ("'19. 2. ~ 12.(10개월)", False),
        ("'19. 7. ~ 8.(3일간)", None),
        ("'18~'22년(5년)", True),
        ("'18~'22년(4년)", False),
        ("2018. 9. 3. ~ 9. 14.(2주)", True),
        # A quarter, a half or a year may be used in part only.
        ("2018. 1/4분기 ~ 3/4분기(9개월)", True),
        ("2018년 ~ 2019년(12개월)", None),
        ("2018년 ~ 2019년(30개월)", False),
        ("2018. 5. 9. ~ 3. 1.(3일)", False),
    ],
)
def test_a_printed_length_is_checked_against_the_range(text: str, duration_ok: bool | None) -> None:
    [found] = find_dates(text)
    assert (found.raw, found.duration_ok) == (text, duration_ok)


def test_approximate_dates_are_marked() -> None:
    assert [found.approx for found in find_dates("2018. 7.경 / 2019. 7.")] == [True, False]
    assert [found.raw for found in find_dates("2019. 3. 5.(화) 경 착수") if found.approx] == ["2019. 3. 5.(화) 경"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("설명회: 2019. 2. 30.", "2019. 2. 30."),
        ("2019년 2월 29일 개최", "2019년 2월 29일"),
        ("2018-13-01", "2018-13-01"),
        ("19. 4. 31.", "19. 4. 31."),
        ("'19. 6. 31.(월)", "'19. 6. 31.(월)"),
        ("2019. 2. 25. ~ 2. 30. 공고", "2019. 2. 25. ~ 2. 30."),
        ("2019. 2. 30. ~ 3. 5. 공고", "2019. 2. 30. ~ 3. 5."),
        ("2018년 13월", "2018년 13월"),
    ],
)
def test_an_impossible_day_is_no_date_but_is_told(text: str, raw: str) -> None:
    assert find_dates(text) == []
    [fragment] = find_impossible(text)
    assert fragment.raw == raw == text[slice(*fragment.span)]


def test_29_february_exists_in_leap_years_only() -> None:
    assert _edtf("2020. 2. 29.") == ["2020-02-29"]
    assert _edtf("2019. 2. 29.") == []


def test_a_range_that_ends_before_it_starts_is_kept_as_printed() -> None:
    [found] = find_dates("2019. 5. ~ 3.")
    assert (found.start, found.end, found.reversed) == (date(2019, 5, 1), date(2019, 3, 31), True)
    [found] = find_dates("'19. 12. 26. ~ 1. 5.")
    assert (found.start, found.end, found.reversed) == (date(2019, 12, 26), date(2019, 1, 5), True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3월 ~ '20. 5.", "../2020-05"),
        ("'18. 7. ~ 13. 45.", "2018-07/.."),
        ("2019. 3. 1. ~ 4. 45.", "2019-03-01/.."),
        ("2019. 3. 1. ~ 0. 0.", "2019-03-01/.."),
        ("2019년 ~ 20. 3. 45.", "2019/.."),
        ("2019년 ~ 20. 13. 5.", "2019/.."),
        ("2019. 3. 5. ~ 7-45", "2019-03-05/.."),
        ("2019. 3. 5. ~ 7.123", "2019-03-05/.."),
        ("2019. 상반기 ~ 7", "2019-01/.."),
    ],
)
def test_a_side_that_cannot_be_read_is_left_open_and_told(text: str, edtf: str) -> None:
    seen = scan(text)
    assert [found.edtf for found in seen.dates] == [edtf]
    assert [fragment.raw for fragment in seen.unreadable] == [seen.dates[0].raw]


# Dates printed in every notation, and read back.

_YEARS = st.integers(2014, 2030)
_MONTHS = st.builds(date, _YEARS, st.integers(1, 12), st.just(1))
_DAYS = st.dates(date(2014, 1, 1), date(2030, 12, 31))
_TILDES = st.sampled_from(["~", " ~ ", "∼", " ～ ", " - ", "–"])
_QUOTES = st.sampled_from("'’‘`´")
WEEKDAYS = "월화수목금토일"


def _year_forms(day: date, quote: str) -> list[str]:
    return [f"{day.year}", f"{quote}{day.year % 100:02}"]


def _month_forms(day: date, quote: str) -> list[str]:
    forms = []
    for year in _year_forms(day, quote):
        forms += [f"{year}. {day.month}.", f"{year}.{day.month}.", f"{year}.{day.month}월", f"{year}년 {day.month}월"]
        forms += [f"{year}. {day.month:02}.", f"{year}. {day.month}"]
    return [*forms, f"{day.year % 100:02}. {day.month}.", f"{day.year % 100:02}년 {day.month}월"]


def _day_forms(day: date, quote: str) -> list[str]:
    forms = [day.isoformat(), f"{day.year}/{day.month}/{day.day}", f"{day:%Y%m%d}"]
    for year in [*_year_forms(day, quote), f"{day.year % 100:02}"]:
        forms += [f"{year}. {day.month}. {day.day}.", f"{year}.{day.month}.{day.day}.", f"{year}.{day:%m.%d}"]
        forms += [f"{year}년 {day.month}월 {day.day}일", f"{year}. {day.month}. {day.day}.({WEEKDAYS[day.weekday()]})"]
    return forms


def _one(text: str) -> DateFound:
    [found] = find_dates(f"개최: {text}")
    assert found.raw == text
    return found


@settings(deadline=None)
@given(_MONTHS, _QUOTES, st.data())
def test_months_read_back(day: date, quote: str, data: st.DataObject) -> None:
    found = _one(data.draw(st.sampled_from(_month_forms(day, quote))))
    assert found.start == day and found.end == (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    assert found.edtf == f"{day:%Y-%m}"


@settings(deadline=None)
@given(_DAYS, _QUOTES, st.data())
def test_days_read_back(day: date, quote: str, data: st.DataObject) -> None:
    found = _one(data.draw(st.sampled_from(_day_forms(day, quote))))
    assert found.start == found.end == day
    assert found.weekday_ok is not False


@settings(deadline=None)
@given(_MONTHS, _MONTHS, _QUOTES, _TILDES, st.data())
def test_ranges_of_months_read_back(one: date, other: date, quote: str, tilde: str, data: st.DataObject) -> None:
    start, end = sorted((one, other))
    left = data.draw(st.sampled_from(_month_forms(start, quote)))
    right = data.draw(st.sampled_from(_month_forms(end, quote)))
    if start.year == end.year and left.endswith(".") and data.draw(st.booleans()):
        right = f"{end.month}."
    found = _one(f"{left}{tilde}{right}")
    assert found.edtf == f"{start:%Y-%m}/{end:%Y-%m}"


@settings(deadline=None)
@given(_DAYS, st.integers(1, 400), _QUOTES, _TILDES, st.data())
def test_ranges_of_days_read_back(start: date, length: int, quote: str, tilde: str, data: st.DataObject) -> None:
    end = start + timedelta(days=length)
    assume(end.year <= 2030)
    left = data.draw(st.sampled_from(_day_forms(start, quote)))
    forms = _day_forms(end, quote)[3:]
    if start.year == end.year:
        forms += [f"{end.month}. {end.day}.", f"{end.month}. {end.day}.({WEEKDAYS[end.weekday()]})"]
    if (start.year, start.month) == (end.year, end.month):
        forms += [f"{end.day}."]
    found = _one(f"{left}{tilde}{data.draw(st.sampled_from(forms))}")
    assert (found.start, found.end) == (start, end)
    counted = _one(f"{left}{tilde}{data.draw(st.sampled_from(forms))} [{length + 1}일간]")
    assert counted.duration_ok is True


@settings(deadline=None)
@given(_YEARS, st.integers(1, 4), _QUOTES, st.data())
def test_quarters_and_halves_read_back(year: int, part: int, quote: str, data: st.DataObject) -> None:
    begin = data.draw(
        st.sampled_from([f"{year}년 ", f"{year}. ", f"{quote}{year % 100:02}. ", f"{quote}{year % 100:02}년 "])
    )
    assert _one(f"{begin}{part}/4분기").edtf == _one(f"{begin}{part}분기").edtf == f"{year}-{32 + part}"
    if part <= 2:
        assert _one(f"{begin}{'상하'[part - 1]}반기").edtf == f"{year}-{39 + part}"


@settings(deadline=None)
@given(_MONTHS, _QUOTES, st.sampled_from(["~", " ~ 현재", "~ 계속", "부터", " 이후"]), st.data())
def test_open_ranges_read_back(day: date, quote: str, end: str, data: st.DataObject) -> None:
    found = _one(data.draw(st.sampled_from(_month_forms(day, quote))) + end)
    assert (found.start, found.end, found.open_end, found.edtf) == (day, None, True, f"{day:%Y-%m}/..")


# Anything at all.

_DATELIKE = st.text(
    "'’0123456789.. ~-/년월일(수)[간부터까지,·제호:%가나약경\n*현재계속이전후상하반기분Q㈪", max_size=60
)


@given(st.one_of(st.text(max_size=80), _DATELIKE))
@settings(deadline=None, max_examples=400)
def test_no_text_breaks_the_reading_and_every_span_is_its_raw(text: str) -> None:
    seen = scan(text)
    for found in (*seen.dates, *seen.impossible, *seen.unreadable):
        low, high = found.span
        assert 0 <= low < high <= len(text)
        assert found.raw == text[low:high] == found.raw.strip()
    for found in seen.dates:
        assert found.start is not None or found.end is not None
        assert (found.start is None) == found.open_start and (found.end is None) == found.open_end
        assert found.edtf.count("/") <= 1
    spans = [found.span for found in (*seen.dates, *seen.impossible)]
    assert all(one[1] <= other[0] or other[1] <= one[0] for one in spans for other in spans if one is not other)
    assert find_dates(text) == list(seen.dates)


@pytest.mark.parametrize("piece", ["'18. 7. ~ ", "2018년 3, ", "1.", "((", "제1-", "2018~", "'18·", "09:00", " "])
def test_a_very_long_line_is_read_in_good_time(piece: str) -> None:
    # Twice the text must not take much more than twice the steps; a runaway pattern would not come back at all.
    assert scan(piece * (100_000 // len(piece))) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019. 8. ~ 동년 11.", ["2019-08/2019-11"]),
        ("2019. 8. 5. ~ 같은 해 12. 10.", ["2019-08-05/2019-12-10"]),
        ("2019. 11. 3. ~ 익년 1. 31.", ["2019-11-03/2020-01-31"]),
        ("2019년 3월 착수하여 동년 9월 준공", ["2019-03", "2019-09"]),
        ("착공(2020. 4. 6.), 이듬해 상반기 준공", ["2020-04-06", "2021-40"]),
        ("용역 착수 2019. 3.(당해 12월 완료)", ["2019-03", "2019-12"]),
        # No date stands before it, and none behind it.
        ("당해 12월", []),
        ("2019. 3. 당해 3개소 설치", ["2019-03"]),
    ],
)
def test_a_word_stands_for_the_year_of_the_date_before_it(text: str, expected: list[str]) -> None:
    assert _edtf(text) == expected


def test_a_quarter_in_the_old_manner() -> None:
    assert _edtf("2019년 1사분기 ~ 3사분기, 2020년 4사분기") == ["2019-01/2019-09", "2020-36"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019. 3. 5준공", "2019-03-05", "2019-03-05"),
        ("'19.3.5착공", "2019-03-05", "2019-03-05"),
        ("2019.3착공", "2019-03-01", "2019-03-31"),
        ("2019. 3. 5 ~ 7. 8완료", "2019-03-05", "2019-07-08"),
    ],
)
def test_a_deed_may_be_written_right_behind_its_day(text: str, first: str, last: str) -> None:
    [found] = find_dates(text)
    assert (str(found.start), str(found.end)) == (first, last)


@pytest.mark.parametrize("text", ["2019. 3개소", "2019.3.5개소", "2019.3.5대 과제"])
def test_what_is_counted_right_behind_a_year_is_no_month(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("앱 버전 19.5.1 배포: 2020. 2.", ["2020-02"]),
        ("소프트웨어 20.3.1 버전 배포", []),
        ("순찰대원 모집: '19. 3.~(계속)", ["2019-03/.."]),
        ("시스템 도입(2019. 하반기中)", ["2019-41"]),
        ("2019. 제3회 추경 반영", ["2019"]),
        ("2019. 3·1절 행사", ["2019"]),
        ("'19. 상 ~ '20. 하 시범사업", ["2019-01/2020-12"]),
        ("19.09~20.03 운영", ["2019-09/2020-03"]),
        ("19.09~20.03% 범위", []),
        ("2019. 9. 26·27 개최", ["2019-09-26", "2019-09-27"]),
        ("2019.3.5-7 견학", ["2019-03-05/2019-03-07"]),
        ("2019. 3. 5. ~ 20. 3. 공사", ["2019-03-05/2020-03"]),
        ("2019년 ~ 20. 5월 7 노선 개통", ["2019/2020-05"]),
        ("2019년 ~ 20년 4일간 운영", ["2019/2020"]),
        ("2018. 7. - 5. 착공", ["2018-07"]),  # a dash that begins something else
        ("2018. 3. 5. ~ 3. 9.(월~금)[5일간]까지 공사", ["2018-03-05/2018-03-09"]),
        ("2018. 3. 5. ~ 3. 9.[5일간][4일간]", ["2018-03-05/2018-03-09"]),
        ("2018. 3. ~ 5.(월~금) 운영", ["2018-03/2018-05"]),
        ("2018년, 20년 노후 시설 정비", ["2018"]),
        ("18.7 ~ 3월", []),
        ("2018 ~ 5", []),
        ("2050 ~ 2070 운영", []),
        ("2018 ~ 19 시범운영", []),
        ("2018월 5일", []),
    ],
)
def test_further_notations(text: str, edtf: list[str]) -> None:
    assert [found.edtf for found in find_dates(text)] == edtf


@pytest.mark.parametrize("text", ["2119. 3. 1.", "2109년 5월", "20219. 3. 1.", "201. 3. 5.(화)"])
def test_a_year_that_no_card_can_name_is_told(text: str) -> None:
    assert [found.raw for found in find_impossible(f"착공: {text}")] == [text.removesuffix("(화)")]


@pytest.mark.parametrize("text", ["단기 4352년 10월", "3200. 12개소", "면적 4,500. 3. 1.", "12345.6.7.8"])
def test_other_figures_are_no_wrong_dates(text: str) -> None:
    assert find_impossible(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # 上 and 下 stand for the whole word, 상 and 하 do not.
        ("19.上 착공", ["2019-40"]),
        ("'20년上 개관", ["2020-40"]),
        ("'19.上 ~ '20.下", ["2019-01/2020-12"]),
        ("2019년 上·下半期 각 1회", ["2019-01/2019-12"]),
        ("2019년 上水道 정비", ["2019"]),
        ("2019년 전반기 점검", ["2019-40"]),
        ("2019년 전반기·후반기 점검", ["2019"]),
        ("2019년 Ⅰ~Ⅲ분기", ["2019-01/2019-09"]),
        # How far a range goes may be said in words.
        ("2018.7.1.~연말", ["2018-07-01/2018"]),
        ("2018. 7월 ~ 연말까지", ["2018-07/2018"]),
        ("2018. 7. 1. ~ 월말", ["2018-07-01/2018-07"]),
        ("2018.7.~연말정산", ["2018-07/.."]),
        # Days that a list leaves open, to the end of the phrase.
        ("2019. 5. 13, 20, 27 총 3회", ["2019-05-13", "2019-05-20", "2019-05-27"]),
        ("회의(2019. 5. 13, 20)", ["2019-05-13", "2019-05-20"]),
        ("회의(2019. 5. 13, 3)", ["2019-05-13"]),
        ("2019. 5. 13, 30명", ["2019-05-13"]),
        ("2019. 3. 4, 3. 11 2회 개최", ["2019-03-04", "2019-03-11"]),
        ("2019. 3. 4, 3. 11 개소 정비", ["2019-03-04"]),
        ("2020. 5.(착수) / 8.(중간) / 11.(최종)", ["2020-05", "2020-08", "2020-11"]),
        ("2019.5.18개소식", ["2019-05-18"]),
        # Numbers of other things.
        ("ISBN 979-11-2019-05-1", []),
        ("계좌 301-0123-2019-05", []),
        ("Ver 2019.5", []),
    ],
)
def test_notations_of_offices(text: str, edtf: list[str]) -> None:
    assert _edtf(text) == edtf


@pytest.mark.parametrize(("text", "raw"), [("'19.2/4 착공", "'19.2/4"), ("2019년 1/4(10명)", "2019년 1/4")])
def test_a_stroke_behind_a_year_leaves_the_year_and_is_told(text: str, raw: str) -> None:
    found = scan(text)
    assert ([date.edtf for date in found.dates], [part.raw for part in found.partly]) == (["2019"], [raw])


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("보고회: 2019. 3/4(월)", "2019-03-04"),
        ("'19. 12/15.(일) 준공", "2019-12-15"),
        ("2018년 12/15(토) ~ 12/28(금) 홍보", "2018-12-15/2018-12-28"),
    ],
)
def test_its_weekday_tells_a_day_behind_a_stroke(text: str, edtf: str) -> None:
    (found,) = scan(text).dates
    assert (found.edtf, found.weekday_ok) == (edtf, True)


def test_a_weekday_that_the_calendar_has_not_there_tells_none() -> None:
    found = scan("보고회: 2019. 3/4(화)")
    assert (found.dates, [part.raw for part in found.unread]) == ((), ["2019. 3/4"])


def test_weekdays_and_a_length_may_be_parted_by_a_stroke() -> None:
    [found] = find_dates("2020.5.12.~14.(화~목/3日間)")
    assert (found.edtf, found.weekday_ok, found.duration_ok) == ("2020-05-12/2020-05-14", True, True)
    # Saturdays and Sundays of a month are not its first and its last day.
    [found] = find_dates("2020. 5. 1.~31.(토·일)")
    assert found.weekday_ok is None


@settings(deadline=None)
@given(_YEARS, st.integers(0, 1), _QUOTES, st.sampled_from([" 착공", "", " ~ ", ", "]))
def test_halves_in_chinese_characters_read_back(year: int, half: int, quote: str, behind: str) -> None:
    text = f"{quote}{year % 100:02}.{'上下'[half]}"
    first = find_dates(text + (behind or " 중"))[0]
    assert first.start == date(year, 1 + 6 * half, 1) and first.raw.startswith(text)


@settings(deadline=None)
@given(_DAYS, _QUOTES, st.data())
def test_a_range_to_the_end_of_its_year_reads_back(day: date, quote: str, data: st.DataObject) -> None:
    left = data.draw(st.sampled_from([form for form in _day_forms(day, quote) if len(form) != 8]))
    found = _one(f"{left} ~ 연말")
    assert (found.start, found.end) == (day, date(day.year, 12, 31))


@pytest.mark.parametrize(
    ("text", "duration_ok"),
    [
        ("2018. 9. ~ 2022. 6.(3년 10개월)", True),
        ("2018. 9. ~ 2022. 6.(3년 9개월)", False),
        ("'19. 3. ~ '20. 8. [1년 6개월간]", True),
    ],
)
def test_a_length_in_years_and_months_is_checked(text: str, duration_ok: bool) -> None:
    [found] = find_dates(text)
    assert (found.raw, found.duration_ok) == (text, duration_ok)


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("(2020. 1 2. 기준)", "2020. 1 2"),
        ("박람회: '20. 9. 1 4.(월)", "'20. 9. 1 4"),
        ("개관: 2020. 1 1. 3.", "2020. 1 1"),
        ("협약(2018. 7. 2 3)", None),
        ("완공: 2019. 1 2월", "2019. 1 2"),
        ("착공: 2019. 5.1 3.", "2019. 5.1 3"),
    ],
)
def test_a_day_or_month_that_a_space_parts_is_no_other_day(text: str, parted: str | None) -> None:
    found = scan(text)
    assert [fragment.raw for fragment in found.unread] == ([] if parted is None else [parted])
    assert not found.dates or parted is None


@pytest.mark.parametrize(
    "text",
    ["2018. 12. 3 1층", "2018. 12. 3 5일간 개최", "2019. 3. 4 5. 개최", "2019. 3. 5., 3. 7.", "'18. 5. 1 / 2. 설계"],
)
def test_a_number_behind_a_date_parts_none(text: str) -> None:
    found = scan(text)
    assert found.dates and not found.unread


@pytest.mark.parametrize("tilde", "‾￣")
def test_signs_that_stand_for_a_tilde(tilde: str) -> None:
    (found,) = find_dates(f"'19. 2. {tilde} 5.")
    assert found.edtf == "2019-02/2019-05"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2018: 10.2km 정비", ["2018"]),
        ("’18 : 3개소 설치", ["2018"]),
        ("2018: 3. 5. 착공", ["2018", "2018-03-05"]),
        ("인구 2018: 10.2만명", []),
        ("정원 2100: 미래", []),
    ],
)
def test_a_year_with_a_colon_heads_a_line(text: str, edtf: list[str]) -> None:
    assert [found.edtf for found in find_dates(text)] == edtf


@pytest.mark.parametrize("text", ["2019․2020년 운영", "’19․20년 운영", "교육․보육 2․3단계", "3․1절 행사"])
def test_the_dot_of_a_leader_is_no_full_stop_between_years_or_words(text: str) -> None:
    assert {found.start_precision for found in find_dates(text)} <= {"year"}


def test_one_quarter_or_two_is_no_month() -> None:
    found = scan("설계(2019. 3·4분기)")
    assert [date.edtf for date in found.dates] == ["2019"]
    assert [fragment.raw for fragment in found.partly] == ["2019. 3·4분기"]
    assert [date.edtf for date in find_dates("2019. 1·2분기 점검")] == ["2019-33", "2019-34"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("운행(2019. 3., 1일 2회)", ["2019-03"]),
        ("운행: 2019. 3.~12. 1일 2회", ["2019-03/2019-12"]),
        ("상담(2019년 3월 17일, 1일 8시간)", ["2019-03-17"]),
        ("상담(2019년 3월 / 1일 평균 30명)", ["2019-03"]),
        ("교육(2019년 3월 17일, 3일)", ["2019-03-17"]),
        ("교육: 2019년 3월 / 20일", ["2019-03"]),
        ("2019. 12., 5일장 활성화", ["2019-12"]),
        ("2018. 12. 1+1 행사", ["2018-12"]),
        ("2019. 8. ~ 2020. 5. 4·19 기념 전시", ["2019-08/2020-05"]),
        ("2019. 3. ~ 5일장을 열다", ["2019-03/.."]),
        ("'22.10.~11. 3.1운동 기념행사", ["2022-10/2022-11"]),
        ("2022. 10. ~ 11. 5.3억 확보", ["2022-10/2022-11"]),
        ("2022. 10. ~ 5.3억 확보", ["2022-10/.."]),
        ("2019연말까지 준공", ["../2019"]),
        ("2019연말정산 지원", []),
        ("회의: 2019. 9. 26·27 개최", ["2019-09-26", "2019-09-27"]),
        # With its month, or going on from the day before, it is one.
        ("2019년 3월 1일 2회 개최", ["2019-03-01"]),
        ("회의(2019년 3월 5일, 7일)", ["2019-03-05", "2019-03-07"]),
        ("2019. 3. 5일장소 변경", ["2019-03-05"]),
    ],
)
def test_what_is_done_each_day_how_long_it_lasts_or_another_number_is_no_day(text: str, edtf: list[str]) -> None:
    assert _edtf(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # An apostrophe that an old character set has not stands in its texts as a question mark.
        ("용역 착수: ?19. 9. 26. ~ 10. 28.", ["2019-09-26/2019-10-28"]),
        ("?20. 8. ~ ?21. 8.", ["2020-08/2021-08"]),
        ("(?18년 착공)", ["2018"]),
        # A question stays one.
        ("10년 뒤에는 어떻게?20년 이상 계속", []),
    ],
)
def test_a_lost_apostrophe_is_one_still(text: str, edtf: list[str]) -> None:
    assert [found.edtf for found in find_dates(text)] == edtf
