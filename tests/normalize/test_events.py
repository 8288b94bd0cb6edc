"""Rows of `events`: the deeds of the performance section, dated or not."""

from __future__ import annotations

from datetime import date

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import Item
from pledgecards.extract.page import Place
from pledgecards.normalize.dated import date_rows
from pledgecards.normalize.deeds.events import event_rows
from pledgecards.normalize.rows import Issue, Row

Line = tuple[str, int, str]
"""kind (or section of a heading), level, text without its marker."""


def _items(lines: list[Line], section: str = "performance") -> list[Item]:
    """Items as the extraction gives them: a bullet hangs on the last one above it that is less deep."""
    items: list[Item] = []
    open_bullets: dict[int, int] = {}
    for number, (kind, level, text) in enumerate(lines, start=1):
        parent: int | None = None
        marker: str | None = None
        raw = text
        if kind == "heading":
            open_bullets.clear()
            if level == 3:
                marker, raw = "[ ]", f"[{text}]"
        elif kind == "bullet":
            marker, raw = "-", f"- {text}"
            parent = open_bullets.get(level - 1)
            open_bullets[level] = number
        items.append(Item(number, parent, kind, level, section, marker, text, raw, Place(line=number)))
    return items


def _events(lines: list[Line], cohort: int | None = 2018) -> tuple[list[Row], list[Issue]]:
    items = _items(lines)
    return event_rows(items, date_rows(items)[0], cohort)


def _one(text: str) -> Row:
    [row] = _events([("bullet", 1, text)])[0]
    return row


def test_a_number_below_nought_behind_a_date_keeps_its_sign() -> None:
    assert _one("인구 증감, 2018. 12. -15명")["label"] == "인구 증감, -15명"
    assert _one("공사 착공 - 2019. 3. 5. - 준공 예정")["label"] == "공사 착공 - 준공 예정"


def test_a_day_until_which_something_lasts_leaves_its_particle() -> None:
    assert _one("2021. 12. 31.한 위탁 종료")["label"] == "위탁 종료"
    assert _one("위탁 종료: 2021. 12. 31.限")["label"] == "위탁 종료"
    assert _one("2021. 12. 31. 한 종목 추가")["label"] == "한 종목 추가"


def test_a_dash_between_a_deed_and_its_date_is_no_word_of_it() -> None:
    assert _one("착공-'20. 7. 1.")["label"] == "착공"
    assert (_one("수립-20.6.17.")["label"], _one("수립-20.6.17.")["edtf"]) == ("수립", "2020-06-17")


def test_the_box_of_a_list_of_tasks_is_no_word_of_a_deed() -> None:
    rows, _ = _events(
        [("bullet", 1, "[x] 설계: 2019. 3. 5."), ("bullet", 1, "[ ] 착공: 2022. 4."), ("bullet", 1, "[주민] 협의")]
    )
    assert [row["label"] for row in rows] == ["설계", "착공", "[주민] 협의"]


def test_years_side_by_side_in_a_paragraph_head_a_table_that_was_not_read_and_date_no_deed() -> None:
    rows, issues = _events([("paragraph", 1, "2018년 2019년 2020년 이행률 도서관 건립 % 80 20 50 80 80%")])
    assert rows == []
    assert [issue.code for issue in issues] == ["table.unread"]


def test_days_side_by_side_in_a_paragraph_are_of_one_deed() -> None:
    rows, issues = _events([("paragraph", 1, "정기회의 개최 2019. 3. 5. 2019. 6. 4. 2019. 9. 3.")])
    assert [row["label"] for row in rows] == ["정기회의 개최"]
    assert [issue.code for issue in issues] == ["date.several"]


PLAN = "도시공간구조 개편방안 마련"
ANCHOR = "산업혁신 앵커시설 조성"
INDUSTRY = "기계금속제조업 산업재생 추진"
SKILLS = "문래 기계금속제조업 역량강화를 통한 산업재생"
SITES = "산업고도화 위한 제조환경 인프라 개선"
STUDY = "「문래동1~4가 도시환경정비계획 재정비 수립 용역」"

REAL_CARD: list[Line] = [
    ("heading", 1, "추진실적"),
    ("heading", 2, PLAN),
    ("bullet", 1, f"{STUDY} 착수보고회 개최: '18. 7."),
    ("bullet", 1, f"{STUDY} 중간보고회: '19. 4."),
    ("bullet", 1, f"{STUDY} 중간보고회(2차) 및 전문가 자문 시행: '19. 7."),
    ("bullet", 1, f"{STUDY} 주민설명회: '19. 9. 25."),
    ("bullet", 1, "문래동1~4가 도시정비형 재개발 구역 변경 지정 및 정비계획 변경(안) 공람공고: '19. 9. 26. ~ 10. 28."),
    ("bullet", 1, "구의회 의견청취: '20. 6. 19."),
    ("heading", 2, ANCHOR),
    ("bullet", 1, "앵커시설 매입(市): '18. 5. / 정비구역 내 앵커시설 건축행위 완화(구): '19. 12. 3."),
    ("bullet", 1, "앵커시설 신축공사 실시설계(시): '20. 1. ~ 5."),
    ("bullet", 1, "앵커시설 공사(구): '20. 8. ~ '21. 8."),
    ("heading", 2, INDUSTRY),
    ("heading", 3, SKILLS),
    ("bullet", 1, "영등포 경인로 주변 도시재생 역량강화"),
    ("bullet", 2, "도시재생 1호 비영리단체 「문래동 도시재생사업 장인 운영위원회」 설립·운영: '18. 2.~"),
    ("bullet", 2, "2018년 도시재생 주민공모사업 추진: 18개 사업, 97,000천원 지원"),
    ("bullet", 2, "도시재생 콘퍼런스 개최: '18. 12. 7."),
    ("bullet", 2, "도시재생 추진성과 공유 및 네트워킹 파티(포럼, 참여 프로그램, 공모사업 전시 등)"),
    ("bullet", 2, "도시재생 역량강화 교육 운영(총 80여회): '18. 2. ~ '19. 12."),
    ("bullet", 2, "도시재생 탐방, 고부가가치 사업(방위산업, 제품 연구개발) 관련 교육, 박람회 견학 추진"),
    ("bullet", 1, "영등포 경인로 주변 도시재생 산업 활성화"),
    ("bullet", 2, "(2019년) 산업제품화지원 및 기획(크라우드펀딩 지원)용역 추진: '19. 2. ~ 12."),
    ("bullet", 2, "크라우드펀딩 교육 시행 및 제품 상품화 지원, 2개 팀 지원 펀딩 2,000% 달성"),
    ("bullet", 2, "(2020년) 산업제품화지원 및 기획(크라우드펀딩 지원)용역 추진: '20. 4. ~ 11."),
    ("bullet", 1, "클라우드펀딩 교육 시행 및 제품 상품화 지원, 4개팀 클라우드 펀딩 완료"),
    ("bullet", 1, "(2020년) 기계금속제조업 판로개척 지원사업: '20. 1. ~ 6."),
    ("bullet", 2, "20.6.17.(수)~6.20.(토) [4일간], 9개 업체 제품박람회 참가 지원"),
    ("bullet", 1, "산학멘토링 프로그램 운영"),
    ("bullet", 2, "산학협력 협의체 구성 및 운영: '19. 3. ~ 12."),
    ("bullet", 2, "총 워크숍 및 실무회의(6회), 박람회 견학, 시제품제작비 지원(한양대 약 1,000만원)"),
    ("heading", 3, SITES),
    ("bullet", 1, "(2019년) 클린사업장 지원 사업: 총 29개 사업체 집진기 설치 완료"),
    ("bullet", 1, "(2020년) 문래 기계금속 집적지구 스토리텔링형 안내사인 2개소 설치 완료"),
    ("bullet", 1, "클린사업장 지원 사업: 83개 사업체 집진기 설치 완료"),
    ("bullet", 1, "경인로 일대 간판개선사업 : 80개 사업체 간판개선 완료"),
    ("heading", 1, "실적표"),
]

REAL_EVENTS: list[tuple[str, str | None, str, str | None, str | None]] = [
    # project, group, label, date as printed, EDTF
    (PLAN, None, f"{STUDY} 착수보고회 개최", "'18. 7.", "2018-07"),
    (PLAN, None, f"{STUDY} 중간보고회", "'19. 4.", "2019-04"),
    (PLAN, None, f"{STUDY} 중간보고회(2차) 및 전문가 자문 시행", "'19. 7.", "2019-07"),
    (PLAN, None, f"{STUDY} 주민설명회", "'19. 9. 25.", "2019-09-25"),
    (
        PLAN,
        None,
        "문래동1~4가 도시정비형 재개발 구역 변경 지정 및 정비계획 변경(안) 공람공고",
        "'19. 9. 26. ~ 10. 28.",
        "2019-09-26/2019-10-28",
    ),
    (PLAN, None, "구의회 의견청취", "'20. 6. 19.", "2020-06-19"),
    (ANCHOR, None, "앵커시설 매입(市)", "'18. 5.", "2018-05"),
    (ANCHOR, None, "정비구역 내 앵커시설 건축행위 완화(구)", "'19. 12. 3.", "2019-12-03"),
    (ANCHOR, None, "앵커시설 신축공사 실시설계(시)", "'20. 1. ~ 5.", "2020-01/2020-05"),
    (ANCHOR, None, "앵커시설 공사(구)", "'20. 8. ~ '21. 8.", "2020-08/2021-08"),
    (
        INDUSTRY,
        SKILLS,
        "도시재생 1호 비영리단체 「문래동 도시재생사업 장인 운영위원회」 설립·운영",
        "'18. 2.~",
        "2018-02/..",
    ),
    (INDUSTRY, SKILLS, "도시재생 주민공모사업 추진: 18개 사업, 97,000천원 지원", "2018년", "2018"),
    (INDUSTRY, SKILLS, "도시재생 콘퍼런스 개최", "'18. 12. 7.", "2018-12-07"),
    (INDUSTRY, SKILLS, "도시재생 추진성과 공유 및 네트워킹 파티(포럼, 참여 프로그램, 공모사업 전시 등)", None, None),
    (INDUSTRY, SKILLS, "도시재생 역량강화 교육 운영(총 80여회)", "'18. 2. ~ '19. 12.", "2018-02/2019-12"),
    (
        INDUSTRY,
        SKILLS,
        "도시재생 탐방, 고부가가치 사업(방위산업, 제품 연구개발) 관련 교육, 박람회 견학 추진",
        None,
        None,
    ),
    (INDUSTRY, SKILLS, "산업제품화지원 및 기획(크라우드펀딩 지원)용역 추진", "'19. 2. ~ 12.", "2019-02/2019-12"),
    (INDUSTRY, SKILLS, "크라우드펀딩 교육 시행 및 제품 상품화 지원, 2개 팀 지원 펀딩 2,000% 달성", None, None),
    (INDUSTRY, SKILLS, "산업제품화지원 및 기획(크라우드펀딩 지원)용역 추진", "'20. 4. ~ 11.", "2020-04/2020-11"),
    (INDUSTRY, SKILLS, "클라우드펀딩 교육 시행 및 제품 상품화 지원, 4개팀 클라우드 펀딩 완료", None, None),
    (INDUSTRY, SKILLS, "기계금속제조업 판로개척 지원사업", "'20. 1. ~ 6.", "2020-01/2020-06"),
    (
        INDUSTRY,
        SKILLS,
        "9개 업체 제품박람회 참가 지원",
        "20.6.17.(수)~6.20.(토) [4일간]",
        "2020-06-17/2020-06-20",
    ),
    (INDUSTRY, SKILLS, "산학협력 협의체 구성 및 운영", "'19. 3. ~ 12.", "2019-03/2019-12"),
    (INDUSTRY, SKILLS, "총 워크숍 및 실무회의(6회), 박람회 견학, 시제품제작비 지원(한양대 약 1,000만원)", None, None),
    (INDUSTRY, SITES, "클린사업장 지원 사업: 총 29개 사업체 집진기 설치 완료", "2019년", "2019"),
    (INDUSTRY, SITES, "문래 기계금속 집적지구 스토리텔링형 안내사인 2개소 설치 완료", "2020년", "2020"),
    (INDUSTRY, SITES, "클린사업장 지원 사업: 83개 사업체 집진기 설치 완료", None, None),
    (INDUSTRY, SITES, "경인로 일대 간판개선사업 : 80개 사업체 간판개선 완료", None, None),
]


def test_the_real_card_has_28_events() -> None:
    rows, issues = _events(REAL_CARD)
    told = [(row["project"], row["group_name"], row["label"], row["date_raw"], row["edtf"]) for row in rows]
    assert told == REAL_EVENTS
    assert [row["event_no"] for row in rows] == list(range(1, 29))
    # The purchase in May 2018 lies before the term, which began on 1 July 2018.
    assert [(issue.code, issue.raw) for issue in issues] == [("date.outside_term", "'18. 5.")]


def test_the_real_card_s_fair_has_its_weekdays_and_days_checked() -> None:
    rows, _ = _events(REAL_CARD)
    assert (rows[21]["start"], rows[21]["end"]) == (date(2020, 6, 17), date(2020, 6, 20))
    assert rows[21]["weekday_ok"] is True and rows[21]["duration_ok"] is True


def test_an_event_s_row_has_every_column_of_the_contract() -> None:
    assert _one("앵커시설 공사(구): '20. 8. ~ '21. 8.") == {
        "event_no": 1,
        "item_id": 1,
        "project": None,
        "group_name": None,
        "label": "앵커시설 공사(구)",
        "date_raw": "'20. 8. ~ '21. 8.",
        "start": date(2020, 8, 1),
        "end": date(2021, 8, 31),
        "start_precision": "month",
        "end_precision": "month",
        "open_start": False,
        "open_end": False,
        "approx": False,
        "edtf": "2020-08/2021-08",
        "weekday_ok": None,
        "duration_ok": None,
        "page": None,
        "x0": None,
        "top": None,
        "x1": None,
        "bottom": None,
        "line": 1,
    }


@pytest.mark.parametrize(
    ("text", "label", "edtf"),
    [
        ("준공식 개최('19. 5. 3.)", "준공식 개최", "2019-05-03"),
        ("준공식('19. 5. 3.) 개최", "준공식 개최", "2019-05-03"),
        ("준공식('19. 5. 3., 구청 강당) 개최", "준공식(구청 강당) 개최", "2019-05-03"),
        ("준공식(구청 강당, '19. 5. 3.) 개최", "준공식(구청 강당) 개최", "2019-05-03"),
        ("'19. 5. 3. 준공식 개최", "준공식 개최", "2019-05-03"),
        ("'19. 5. 3.: 준공식 개최", "준공식 개최", "2019-05-03"),
        ("2018. 12. 31.자", None, "2018-12-31"),
        ("2020. 1. 1.字 시행", "시행", "2020-01-01"),
        ("'19. 5. 3. - 준공식 개최", "준공식 개최", "2019-05-03"),
        ("준공식 개최 - '19. 5. 3.", "준공식 개최", "2019-05-03"),
        ("준공식 개최: '19. 5. 3.(준공)", "준공식 개최: (준공)", "2019-05-03"),
        ("센터 운영: '19. 5. ~ 지속 추진", "센터 운영", "2019-05/.."),
        # When a law came into force is no day of the deed.
        (
            "「도시재생법」(2018. 12. 5. 시행)에 따른 계획 수립: '19. 5.",
            "「도시재생법」(2018. 12. 5. 시행)에 따른 계획 수립",
            "2019-05",
        ),
        ("2018년 대비 2019년 10% 증가", "2018년 대비 10% 증가", "2019"),
        ("'19. 5. 3.에 준공식 개최", "준공식 개최", "2019-05-03"),
        ("[2019년] 준공식 개최: '19. 5. 3.", "준공식 개최", "2019-05-03"),
        ("2019년 공공일자리 접수(1. 14.~2. 15.)", "2019년 공공일자리 접수", "2019-01-14/2019-02-15"),
        ("(2019년) 공공일자리 접수(1. 14.~2. 15.)", "공공일자리 접수", "2019-01-14/2019-02-15"),
        ("2019년 예산 편성: '18. 12.", "2019년 예산 편성", "2018-12"),
        ("**'19. 5.** 준공식", "준공식", "2019-05"),
        ("안내판 설치: '19. 3., 3개소", "안내판 설치: 3개소", "2019-03"),
        ("(2019년) 교육, 홍보 추진: '19. 2. ~ 12.", "교육, 홍보 추진", "2019-02/2019-12"),
        ("교육('18. 2. ~ '19. 12.), 1,200명('20. 12. 기준)", "교육, 1,200명('20. 12. 기준)", "2018-02/2019-12"),
        ("총 80회 운영('20. 12. 기준)", "총 80회 운영", "2020-12"),
        ("공사 완료: 2020. 5. 31.까지", "공사 완료", "../2020-05-31"),
        ("신규/지속 사업 발굴: '18. 9.", "신규/지속 사업 발굴", "2018-09"),
    ],
)
def test_the_label_is_the_deed_without_its_date(text: str, label: str | None, edtf: str) -> None:
    row = _one(text)
    assert (row["label"], row["edtf"]) == (label, edtf)


def test_a_plan_is_dated_and_keeps_its_word() -> None:
    row = _one("착공: '21. 3. 예정")
    assert (row["label"], row["edtf"]) == ("착공: 예정", "2021-03")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("매입: '18. 9. / 완화: '19. 12. 3.", [("매입", "2018-09"), ("완화", "2019-12-03")]),
        ("착수('18.7.) → 준공('19.12.)", [("착수", "2018-07"), ("준공", "2019-12")]),
        ("착수보고('18. 7.), 중간보고('18. 10.)", [("착수보고", "2018-07"), ("중간보고", "2018-10")]),
        ("'18. 7. 착수, 3개 업체 참여, '19. 6. 완료", [("착수, 3개 업체 참여", "2018-07"), ("완료", "2019-06")]),
        ("'19년: 착공 / '20년: 준공", [("착공", "2019"), ("준공", "2020")]),
        ("포럼, 전시회: '18. 8., 교육, 견학: '19. 3.", [("포럼, 전시회", "2018-08"), ("교육, 견학", "2019-03")]),
        ("설명회: 1차 '19. 3. 5., 2차 '19. 4. 2.", [("설명회: 1차", "2019-03-05"), ("설명회: 2차", "2019-04-02")]),
        ("계획 수립 / 착수: '18. 8. / 준공: '19. 3.", [("계획 수립 / 착수", "2018-08"), ("준공", "2019-03")]),
        ("용역 착수: '18. 8. 예정, 준공: '19. 3.", [("용역 착수: 예정", "2018-08"), ("준공", "2019-03")]),
        ("조례 제정('18. 9.) 및 시행(안)", [("조례 제정 및 시행(안)", "2018-09")]),
        ("2019년 설명회(3. 5.), 교육(4. 10.)", [("2019년 설명회", "2019-03-05"), ("교육", "2019-04-10")]),
        ("착공('19. 3. 4.) 및 준공('19. 11. 29.)", [("착공", "2019-03-04"), ("준공", "2019-11-29")]),
        ("계획 수립('18.10.) ⇒ 대상지 선정('18.12.)", [("계획 수립", "2018-10"), ("대상지 선정", "2018-12")]),
        ("착공('19. 3.)·준공('20. 5.)", [("착공", "2019-03"), ("준공", "2020-05")]),
        # The date of the second stands before it, where the first one's is shut in brackets.
        ("착공(2018. 12. 27), '21년 말 개통 예정", [("착공", "2018-12-27"), ("개통 예정", "2021")]),
        ("설계 완료('19. 8.), '20년 착공", [("설계 완료", "2019-08"), ("착공", "2020")]),
        (
            "착공('19.3.), '20.5. 준공, 개관('20.7.)",
            [("착공", "2019-03"), ("준공", "2020-05"), ("개관", "2020-07")],
        ),
        ("착공('19. 3.) ~ 준공('20. 5.)", [("착공", "2019-03"), ("준공", "2020-05")]),
        ("'18. 9.(계획수립), '18. 10.(용역착수)", [("계획수립", "2018-09"), ("용역착수", "2018-10")]),
        ("제1회('18. 10. 5.), 제2회('19. 10. 4.)", [("제1회", "2018-10-05"), ("제2회", "2019-10-04")]),
        (
            "2019년 교육: 1기(3. 5.), 2기(5. 7.)",
            [("2019년 교육: 1기", "2019-03-05"), ("2019년 교육: 2기", "2019-05-07")],
        ),
        (
            "해설사 수료: 1기 12명('19. 6. 14.), 2기 14명('20. 6. 12.)",
            [("해설사 수료: 1기 12명", "2019-06-14"), ("해설사 수료: 2기 14명", "2020-06-12")],
        ),
        ("1단계 준공: '19. 3., 2단계 준공: '20. 3.", [("1단계 준공", "2019-03"), ("2단계 준공", "2020-03")]),
        ("2019년: 설계 3월, 착공 6월", [("설계", "2019-03"), ("착공", "2019-06")]),
        ("2019. 1. 5. 착수, 3. 5. 준공", [("착수", "2019-01-05"), ("준공", "2019-03-05")]),
        ("'19. 3. 5. 협약 및 5월 개소", [("협약", "2019-03-05"), ("개소", "2019-05")]),
        # What a colon sets off before all dates is said of each.
        ("기반공사: 2019. 1. 착수, 3. 준공", [("기반공사: 착수", "2019-01"), ("기반공사: 준공", "2019-03")]),
        ("매입: 2020년 3월 계약, 5월 등기", [("매입: 계약", "2020-03"), ("매입: 등기", "2020-05")]),
        ("점포 지원: '18년 3개소, '19년 5개소", [("점포 지원: 3개소", "2018"), ("점포 지원: 5개소", "2019")]),
        ("설계 완료('19. 8. 30.) 공사 착공('20. 1.)", [("설계 완료", "2019-08-30"), ("공사 착공", "2020-01")]),
        ("점포 발굴('19. 3.), 계약(5.)", [("점포 발굴", "2019-03"), ("계약", "2019-05")]),
    ],
)
def test_a_bullet_of_several_deeds_gives_an_event_each(text: str, expected: list[tuple[str, str]]) -> None:
    rows, issues = _events([("bullet", 1, text)])
    assert [(row["label"], row["edtf"]) for row in rows] == expected
    assert issues == []


@pytest.mark.parametrize(
    ("text", "label", "edtf"),
    [
        ("주민설명회 개최: '19. 3. 5., 3. 7.", "주민설명회 개최", "2019-03-05"),
        ("주민설명회 2회 개최('19. 3. 5., 3. 7.)", "주민설명회 2회 개최", "2019-03-05"),
        ("교육: '18. 9. ~ '19. 12. / '20. 3. ~ 5.", "교육", "2018-09/2019-12"),
        ("2018년 4개소, 2019년 3개소 설치", "4개소, 2019년 3개소 설치", "2018"),
        ("교육: '18. 9. 초급, '19. 3.", "교육: 초급, '19. 3.", "2018-09"),
        ("2021. 2. 실시설계 착수(~2021. 8.)", "실시설계 착수(~2021. 8.)", "2021-02"),
    ],
)
def test_several_dates_of_one_deed_are_one_event_and_an_issue(text: str, label: str, edtf: str) -> None:
    [row], [issue] = _events([("bullet", 1, text)])
    assert (row["label"], row["edtf"]) == (label, edtf)
    assert issue.code == "date.several" and row["date_raw"] in issue.message


def test_an_impossible_day_dates_nothing_and_is_no_part_of_the_label() -> None:
    row = _one("설명회 개최: '19. 2. 30.")
    assert (row["label"], row["date_raw"], row["start"], row["edtf"]) == ("설명회 개최", "'19. 2. 30.", None, None)


def test_a_bullet_without_a_date_takes_none_from_its_neighbours() -> None:
    rows, _ = _events([("bullet", 1, "착수: '18. 9."), ("bullet", 1, "교육 시행"), ("bullet", 1, "준공: '19. 9.")])
    undated = rows[1]
    assert undated["label"] == "교육 시행"
    assert [undated[column] for column in ("date_raw", "start", "end", "start_precision", "edtf", "weekday_ok")] == [
        None
    ] * 6
    assert (undated["open_start"], undated["open_end"], undated["approx"]) == (False, False, False)


def test_what_is_no_deed_has_no_event() -> None:
    rows, _ = _events(
        [
            ("bullet", 1, "역량강화"),
            ("bullet", 2, "교육: '18. 9."),
            ("bullet", 1, "2019년"),
            ("bullet", 2, "견학"),
            ("note", 1, "※ 2019년 기준"),
            ("caption", 1, "(2020. 12. 기준)"),
        ]
    )
    assert [row["label"] for row in rows] == ["교육", "견학"]


def test_a_paragraph_is_a_deed_too() -> None:
    rows, _ = _events([("paragraph", 1, "2019. 3. 협약을 체결함")])
    assert [(row["label"], row["edtf"]) for row in rows] == [("협약을 체결함", "2019-03")]


def test_a_deed_that_is_only_a_date_has_no_label() -> None:
    row = _one("'19. 3. 5.")
    assert (row["label"], row["edtf"]) == (None, "2019-03-05")


def test_only_the_performance_section_has_events() -> None:
    items = _items([("bullet", 1, "착수: '18. 9.")], section="plan")
    assert event_rows(items, date_rows(items)[0], 2018) == ([], [])


def test_a_group_ends_at_the_next_heading_of_its_level_or_above() -> None:
    rows, _ = _events(
        [
            ("heading", 2, "가 사업"),
            ("heading", 3, "첫 갈래"),
            ("bullet", 1, "하나"),
            ("heading", 3, "둘째 갈래"),
            ("bullet", 1, "둘"),
            ("heading", 2, "나 사업"),
            ("bullet", 1, "셋"),
            ("heading", 1, "추진실적"),
            ("bullet", 1, "넷"),
        ]
    )
    assert [(row["project"], row["group_name"], row["label"]) for row in rows] == [
        ("가 사업", "첫 갈래", "하나"),
        ("가 사업", "둘째 갈래", "둘"),
        ("나 사업", None, "셋"),
        (None, None, "넷"),
    ]


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("매입: '18. 6.", True),
        ("매입: '18. 7.", False),
        ("매입: 2018년", False),
        ("운영: '18. 2.~", False),
        ("교육: '18. 2. ~ '19. 12.", False),
        ("준공: '22. 6. 30.", False),
        ("준공: '22. 7. 1.", True),
        ("운영: '22. 8.~", True),
        ("완료: '18. 5.까지", True),
        ("교육 시행", False),
    ],
)
def test_a_deed_wholly_outside_the_term_is_noted(text: str, outside: bool) -> None:
    assert [issue.code for issue in _events([("bullet", 1, text)])[1]] == ["date.outside_term"] * outside
    assert _events([("bullet", 1, text)], cohort=None)[1] == []


def _row_events(*rows: str) -> list[Row]:
    items = [
        Item(number, None, "paragraph", 1, "performance", "|", text, text, Place(line=number))
        for number, text in enumerate(rows, 1)
    ]
    return event_rows(items, date_rows(items)[0], 2018)[0]


def test_a_row_whose_first_cell_is_a_date_is_a_deed() -> None:
    rows = _row_events(
        "일자 | 추진내용", "2019. 하반기 | 손실보상 협의", "2018년 | 공모사업 선정", "2019. 3. 29. | 고시"
    )
    assert [(row["start"], row["label"]) for row in rows] == [
        (date(2019, 7, 1), "손실보상 협의"),
        (date(2018, 1, 1), "공모사업 선정"),
        (date(2019, 3, 29), "고시"),
    ]


def test_the_bullet_of_a_cell_is_no_part_of_its_deed() -> None:
    [row] = _row_events("2018년 | ○ 저상버스 5대 도입('18. 6. 28.)")
    assert (row["start"], row["label"]) == (date(2018, 6, 28), "저상버스 5대 도입")


def test_a_row_of_years_or_figures_is_none() -> None:
    assert _row_events("구분 | 2018년 | 2019년", "2018년 | 100 | 80") == []


def test_scraps_of_a_table_that_was_not_read_are_no_deeds() -> None:
    head = "세부사업   실적   2018년   2019년   2020. 6."
    rows = [
        Item(1, None, "heading", 1, "performance", None, "추진실적", "추진실적", Place(line=1)),
        Item(2, 1, "bullet", 1, "performance", "-", "착공: '19. 3.", "- 착공: '19. 3.", Place(line=2)),
        Item(3, 1, "paragraph", 1, "performance", "|", head, head, Place(line=4)),
        Item(4, 1, "paragraph", 1, "performance", None, "청년창업센터", "청년창업센터", Place(line=5)),
        Item(5, 1, "paragraph", 1, "performance", None, "전 직원 교육", "전 직원 교육", Place(line=9)),
    ]
    found, _ = event_rows(rows, date_rows(rows)[0], 2018)
    assert [row["label"] for row in found] == ["착공", "전 직원 교육"]


def test_a_month_alone_or_with_the_head_of_a_column_is_no_deed() -> None:
    lines = ["2022.6.", "2022. 6. 이행률", "2022. 6. 목표 달성", "2022. 6. 착공, 2022. 8. 준공", "2022. 6. 3."]
    rows, _ = _events([("paragraph", 1, line) for line in lines])
    assert [(row["label"], row["edtf"]) for row in rows] == [
        ("목표 달성", "2022-06"),
        ("착공", "2022-06"),
        ("준공", "2022-08"),
        (None, "2022-06-03"),
    ]
    assert [row["label"] for row in _events([("bullet", 1, "2022. 6. 이행률")])[0]] == ["이행률"]


def test_a_cell_with_words_and_a_date_is_a_deed_without_the_cells_beside_it() -> None:
    rows = _row_events("2019년 | 조형물 설치: 2019. 5. 20. | 150", "공원 | 설계(2019. 3.) | 착공(2020. 4.) | 구비")
    assert [(row["label"], row["edtf"]) for row in rows] == [
        ("조형물 설치", "2019-05-20"),
        ("설계", "2019-03"),
        ("착공", "2020-04"),
    ]


def test_an_amount_in_the_last_cell_of_a_row_is_no_word_of_its_deed() -> None:
    rows = _row_events("2019. 3. 29. | 용역 착수 | 1억원", "2019. 5. | 경로당 | 안마의자 설치 | 20개")
    assert [row["label"] for row in rows] == ["용역 착수", "경로당 | 안마의자 설치 | 20개"]


def test_a_bullet_with_days_of_no_year_is_a_deed_whatever_stands_below_it() -> None:
    rows, _ = _events([("bullet", 1, "설계용역 착수: 3. 4. / 완료: 10. 31."), ("bullet", 2, "용역비 210백만원")])
    assert [(row["label"], row["start"]) for row in rows] == [
        ("설계용역 착수: 3. 4. / 완료: 10. 31.", None),
        ("용역비 210백만원", None),
    ]


def test_the_name_of_a_section_within_another_is_neither_project_nor_group() -> None:
    rows, _ = _events(
        [
            ("heading", 1, "추진실적 및 향후계획"),
            ("heading", 2, "2019년 추진실적"),
            ("bullet", 1, "착공: 2019. 3."),
            ("heading", 2, "쉼터 조성"),
            ("heading", 3, "추진실적"),
            ("bullet", 1, "준공: 2019. 9."),
        ]
    )
    assert [(row["project"], row["group_name"]) for row in rows] == [(None, None), ("쉼터 조성", None)]


def test_a_numbered_project_goes_on_below_the_sections_within_it() -> None:
    card = (
        "5. 골목길 정비\n\n□ 사업개요\n ○ 골목길 12개소\n□ 세부사업별 추진계획\n[세부사업 1] 쉼터 조성\n ○ 추진실적\n  - 착공: 2019. 3. 5.\n"
        "[세부사업 2] 조례 제정\n ○ 추진실적\n  - 공포: 2019. 5. 10.\n□ 기대효과\n ○ 안전\n"
    )
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [(row["project"], row["label"]) for row in rows] == [
        ("[세부사업 1] 쉼터 조성", "착공"),
        ("[세부사업 2] 조례 제정", "공포"),
    ]


def test_a_bullet_beside_the_heading_of_a_project_is_of_no_project() -> None:
    heading = Item(1, None, "heading", 1, "performance", "□", "추진실적", "□ 추진실적", Place(line=1))
    project = Item(2, 1, "heading", 2, "performance", "○", "쉼터 조성", "○ 쉼터 조성", Place(line=2))
    below = Item(3, 2, "bullet", 1, "performance", "-", "착공: '19. 3.", "- 착공: '19. 3.", Place(line=3))
    beside = Item(4, 1, "bullet", 1, "performance", "○", "국제인증: '20. 1.", "○ 국제인증: '20. 1.", Place(line=4))
    items = [heading, project, below, beside]
    rows, _ = event_rows(items, date_rows(items)[0], 2018)
    assert [(row["label"], row["project"]) for row in rows] == [("착공", "쉼터 조성"), ("국제인증", None)]


def test_what_a_cell_says_of_its_date_is_no_deed_and_a_row_with_an_impossible_day_is_one() -> None:
    card = (
        "공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n\n일자\t추진내용\t비고\n2018. 9. 3.\t용역 착수\t과업 6개월\n"
        "2020. 13. 5.\t중간점검\t\n2021. 6. (예정)\t준공\t\n2021. 7월 예정\t개방 행사\t\n"
    )
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [(row["label"], str(row["start"])) for row in rows] == [
        ("용역 착수", "2018-09-03"),
        ("중간점검", "None"),
        ("준공", "2021-06-01"),
        ("개방 행사", "2021-07-01"),
    ]


def test_months_under_a_head_of_dates_beside_words_are_deeds_and_beside_targets_are_none() -> None:
    head = "공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n\n"
    deeds = "추진일자\t추진내용\t실적\n'19.1~12월\t쉼터 조성\t3개소\n2020. 상반기\t박람회 참가\t2회\n2020.11.\t체험 운영\t45명\n"
    told = convert_bytes((head + deeds).encode(), "card.txt")
    assert [(row["label"], str(row["start"])) for row in told["events"]] == [
        ("쉼터 조성 | 3개소", "2019-01-01"),
        ("박람회 참가 | 2회", "2020-01-01"),
        ("체험 운영 | 45명", "2020-11-01"),
    ]
    assert not told["indicators"]
    targets = "시기\t목표\t실적\n2019. 상반기\t100\t90\n2019. 하반기\t200\t210\n"
    assert convert_bytes((head + targets).encode(), "card.txt")["indicators"]


@pytest.mark.parametrize(
    ("deed", "label", "start"),
    [
        ("2022년 상반기 준공 예정(당초 2021년 12월)", "준공 예정(당초 2021년 12월)", "2022-01-01"),
        ("준공: 당초 '21. 12. → 변경 '22. 6.", "준공: 당초 '21. 12. → 변경", "2022-06-01"),
    ],
)
def test_the_date_of_a_former_plan_is_not_the_deeds(deed: str, label: str, start: str) -> None:
    card = f"공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n - {deed}\n"
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [(row["label"], str(row["start"])) for row in rows] == [(label, start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019. 3. 5. 착공하여 2020. 5. 20. 준공", [("착공하여", "2019-03-05"), ("준공", "2020-05-20")]),
        ("'19. 4. 계획을 세우고 '19. 9. 의견을 들음", [("계획을 세우고", "2019-04"), ("의견을 들음", "2019-09")]),
        ("2019. 3. 공고 후 2019. 5. 대상자 선정", [("공고 후", "2019-03"), ("대상자 선정", "2019-05")]),
        (
            "착수는 2019. 3. 5.에 했고, 준공은 2020. 5.에 마침",
            [("착수는 했고", "2019-03-05"), ("준공은 마침", "2020-05")],
        ),
    ],
)
def test_two_clauses_with_a_date_each_are_two_deeds(text: str, expected: list[tuple[str, str]]) -> None:
    rows, issues = _events([("bullet", 1, text)])
    assert [(row["label"], row["edtf"]) for row in rows] == expected
    assert issues == []


@pytest.mark.parametrize(("text", "label"), [("20. 상반기 착공", "착공"), ("20. 상반기", None)])
def test_what_looks_like_the_number_of_a_line_may_be_the_year_of_its_date(text: str, label: str | None) -> None:
    page = f"7. 보안등 교체\n□ 사업개요\n ○ 내용: 보안등\n□ 추진실적\n 19. 3. 5. 설계\n {text}\n ○ 준공: 2021. 3. 5.\n"
    rows = convert_bytes(page.encode())
    assert "card.failed" not in {issue["code"] for issue in rows["issues"]}
    assert (label, "2020-40") in [(row["label"], row["edtf"]) for row in rows["events"]]


def test_a_year_alone_under_the_head_of_years_dates_its_row() -> None:
    rows = _row_events("연도 | 월 | 추진내용", "2019 | 기본계획 수립", "2019 | 9월 | 실시설계 착수", "2020 | 착공")
    assert [(row["label"], row["date_raw"], row["edtf"]) for row in rows] == [
        ("기본계획 수립", "2019", "2019"),
        ("실시설계 착수", "9월", "2019-09"),
        ("착공", "2020", "2020"),
    ]
    rows = _row_events("연번 | 연도 | 추진내용", "1 | 2019 | 기본계획 수립")
    assert [row["edtf"] for row in rows] == ["2019"]


def test_a_month_alone_beside_its_year_dates_its_row_under_the_head_of_months() -> None:
    rows = _row_events("연도 | 월 | 추진내용", "2019 | 7 | 계획 수립", "2019 | 12 | 설계")
    assert [(row["label"], row["date_raw"], row["edtf"]) for row in rows] == [
        ("계획 수립", "7", "2019-07"),
        ("설계", "12", "2019-12"),
    ]
    rows = _row_events("연도 | 차수 | 추진내용", "2019 | 7 | 계획 수립")
    assert [row["edtf"] for row in rows] == ["2019"]


def test_a_year_beside_figures_or_under_another_head_dates_nothing() -> None:
    assert _row_events("연도 | 지원인원 | 사업비", "2019 | 120명 | 30백만원") == []
    assert _row_events("세대 | 내용", "2019 | 기본계획 수립") == []


def test_how_much_of_a_deed_is_done_is_no_word_of_it() -> None:
    [row] = _row_events("연도 | 추진실적 | 이행률", "2019 | 공원 48개소 설치 | 96%")
    assert (row["label"], row["edtf"]) == ("공원 48개소 설치", "2019")


def test_years_that_follow_one_another_date_their_rows_without_a_head() -> None:
    rows = _row_events("2018 | 기본계획 수립 및 공모 신청", "2019 | 공모 선정", "2020 | - 착공(4. 10.)")
    assert [(row["label"], row["edtf"]) for row in rows] == [
        ("기본계획 수립 및 공모 신청", "2018"),
        ("공모 선정", "2019"),
        ("착공", "2020-04-10"),
    ]
    assert _row_events("2018 | 기본계획 수립") == []  # 2018 of what?
    assert _row_events("2018 | 기본계획 수립", "1500 | 묘목 식재") == []
    assert _row_events("2018 | 5 | 7", "2019 | 6 | 8") == []


def test_a_former_plan_and_the_changed_one_are_a_deed_each_where_a_stroke_parts_them() -> None:
    deed = "당초: 2019. 3. 5. 계획 수립 / 변경: 2020. 4. 1. 계획 변경"
    card = f"공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n - {deed}\n"
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [(row["label"], str(row["start"])) for row in rows] == [
        ("당초: 계획 수립", "2019-03-05"),
        ("변경: 계획 변경", "2020-04-01"),
    ]


@pytest.mark.parametrize("deed", ["손해 배상", "주민 드림", "다음 글 공모전 개최", "Copyright 등록 3건", "ⓒ 공사 준공"])
def test_deeds_that_read_like_the_foot_of_a_page(deed: str) -> None:
    card = f"공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n2019. 3. 5. 계획 수립\n{deed}\n2020. 4. 1. 착공\n"
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [row["label"] for row in rows] == ["계획 수립", deed.removeprefix("ⓒ "), "착공"]


@pytest.mark.parametrize(
    "foot", ["홍길동 드림", "홍보팀장 올림", "다음글 주차장 조성", "COPYRIGHT 2020 ◯◯구", "Copyright ⓒ 2020. ◯◯구"]
)
def test_the_foot_of_a_page_is_no_deed(foot: str) -> None:
    card = f"공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n2019. 3. 5. 계획 수립\n2020. 4. 1. 착공\n{foot}\n"
    rows = convert_bytes(card.encode(), "card.txt")["events"]
    assert [row["label"] for row in rows] == ["계획 수립", "착공"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "조례 제정('18.9.), 위원회 구성('18.10., 15명), 제1차 회의('19.1.)",
            [("조례 제정", "2018-09"), ("위원회 구성(15명)", "2018-10"), ("제1차 회의", "2019-01")],
        ),
        (
            "제1기(2019. 3. ~ 6.) 25명, 제2기(2019. 9. ~ 12.) 30명 수료",
            [("제1기 25명", "2019-03/2019-06"), ("제2기 30명 수료", "2019-09/2019-12")],
        ),
        ("착공: '19.3. 준공: '20.5.", [("착공", "2019-03"), ("준공", "2020-05")]),
        ("일시: 2019. 3. 4. 장소: 구청", [("일시: 장소: 구청", "2019-03-04")]),
        (
            "간담회 2019. 3. 4., 설명회 5. 6., 공청회 7. 8.",
            [("간담회", "2019-03-04"), ("설명회", "2019-05-06"), ("공청회", "2019-07-08")],
        ),
        ("18년 착공, 19년 준공", [("착공", "2018"), ("준공", "2019")]),
        ("지난 2019년 4월 1일 개관식을 개최함", [("개관식을 개최함", "2019-04-01")]),
        ("2019. 3. 4. ▷ 기본계획 수립", [("기본계획 수립", "2019-03-04")]),
        ("2019. 3. 4. ― 기본계획 수립", [("기본계획 수립", "2019-03-04")]),
        ("2019. 3. 4, 3. 11 2회 개최", [("2회 개최", "2019-03-04")]),
        ("‘30년 숙원사업’ 해결('19. 3.)", [("‘30년 숙원사업’ 해결", "2019-03")]),
    ],
)
def test_further_deeds_of_offices(text: str, expected: list[tuple[str, str]]) -> None:
    rows, _ = _events([("bullet", 1, text)])
    assert [(row["label"], row["edtf"]) for row in rows] == expected


@pytest.mark.parametrize(
    ("text", "label", "edtf"),
    [
        # The date of a law that a deed follows is none of the deed's.
        (
            "「영유아보육법」 제12조(2018. 12. 24. 개정)에 따른 점검",
            "「영유아보육법」 제12조(2018. 12. 24. 개정)에 따른 점검",
            None,
        ),
        ("「청년 조례」(2018. 9. 13. 제정)", "「청년 조례」(제정)", "2018-09-13"),
        (
            "「청년 조례」 개정(2018. 9. 13.)에 따른 위원회 재구성",
            "「청년 조례」 개정에 따른 위원회 재구성",
            "2018-09-13",
        ),
        ("개원 연기(당초 2020. 3. → 2020. 6.)", "개원 연기(당초 2020. 3.)", "2020-06"),
    ],
)
def test_what_stands_around_a_date_keeps_its_sense(text: str, label: str, edtf: str | None) -> None:
    row = _one(text)
    assert (row["label"], row["edtf"]) == (label, edtf)


def test_brackets_of_every_kind_shut_a_deed() -> None:
    rows, issues = _events([("bullet", 1, "착공【'19. 3.】·준공【'20. 6.】")])
    assert [(row["label"], row["edtf"]) for row in rows] == [("착공", "2019-03"), ("준공", "2020-06")] and issues == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("사업 선정 ; 2019. 3. 4. ; 국비 50억", "사업 선정 ; 국비 50억"),
        ("사업 선정 - 2019. 3. 4. - 국비 50억", "사업 선정 - 국비 50억"),
        ("사업 선정함(2019. 3. 4.).", "사업 선정함"),
        ("사업 선정=2019. 3. 4.", "사업 선정"),
        ("사업 선정 … 2019. 3. 4.", "사업 선정"),
        ("사업 선정 ................ 2019. 3. 4.", "사업 선정"),
        ("사업 선정 (※ 2019. 3. 4.)", "사업 선정"),
        ("2019. 3. 4.부터는 사업 운영", "사업 운영"),
        ("2019년 3월의 사업", "사업"),
        ("2019년의 경우 12건", "12건"),
        ("2019: 사업 운영", "사업 운영"),
        # What only begins like a particle, or belongs to the word before the brackets, stays.
        ("2019. 3. 5. 은행나무 식재", "은행나무 식재"),
        ("2019. 3. 5.의회 보고", "의회 보고"),
        ("개정(2019. 3. 5.)은 완료", "개정은 완료"),
    ],
)
def test_nothing_dangles_where_the_date_stood(text: str, label: str) -> None:
    row = _one(text)
    assert row["label"] == label and row["start"].year == 2019


def test_the_head_of_a_table_that_was_not_read_is_no_deed() -> None:
    events, _ = _events([("bullet", 1, "착공: '19. 2."), ("paragraph", 1, "세부사업 2022.6.")])
    assert [event["label"] for event in events] == ["착공"]


@pytest.mark.parametrize("day", ["2018. 9. 3.", "2018년 9월 3일", "2018-09-03", "2018. 9. 3.(월)"])
def test_a_line_that_ends_in_its_day_over_bullets_is_a_deed_and_no_project(day: str) -> None:
    text = f"공약 5. 전통시장 정비\n■ 추진실적\n기본계획 수립 {day}\n ○ 지붕 공사 착공 : 2019. 5. 20.\n"
    events = convert_bytes(text.encode(), "card.txt")["events"]
    assert [(row.get("project"), row["label"], str(row["start"])) for row in events] == [
        (None, "기본계획 수립", "2018-09-03"),
        (None, "지붕 공사 착공", "2019-05-20"),
    ]


def test_the_name_of_a_section_with_its_year_over_bullets_is_no_deed() -> None:
    rows, _ = _events(
        [("bullet", 1, "2018년 추진실적"), ("bullet", 2, "개원('18. 12. 3.)"), ("bullet", 1, "2019년 실적 보고회 개최")]
    )
    assert [row["label"] for row in rows] == ["개원", "실적 보고회 개최"]


def test_what_was_aimed_at_in_a_figure_is_no_deed_but_what_was_done_for_it_is() -> None:
    rows, _ = _events(
        [("bullet", 1, "목표: 222건"), ("bullet", 1, "이행률 : 96.5%"), ("bullet", 1, "목표: 222건 달성")]
    )
    assert [row["label"] for row in rows] == ["목표: 222건 달성"]
