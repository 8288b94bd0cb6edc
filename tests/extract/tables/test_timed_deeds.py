"""Tables of deeds whose rows are years, quarters or months."""

from __future__ import annotations

import pytest

from pledgecards.convert import Rows, convert_bytes
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.tables.timed_deeds import parts_of_times
from pledgecards.schemas.vocabulary import Vocabulary


def read(*rows: str, heading: str = "추진실적") -> Rows:
    table = "\n".join([f"| {rows[0]} |", "|" + "---|" * (rows[0].count("|") + 1), *[f"| {row} |" for row in rows[1:]]])
    return convert_bytes(f"공약 7. 도서관 건립\n□ 사업개요\n ○ 내용: 도서관\n□ {heading}\n{table}\n".encode())


def deeds(rows: Rows) -> list[tuple[str, str | None]]:
    return [(row["label"], row["edtf"]) for row in rows["events"]]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("연도 | 월 | 추진실적", "2018년 | 8월", "2019년 | 6월"),
        ("년도 | 추진시기 | 실적", "2018년 | 8월", "2019년 | 6월"),
        ("추진시기 | 실적", "2018. 8.", "2019. 6."),
    ],
)
def test_words_beside_the_times_of_deeds_are_deeds_and_no_figures(head: str, first: str, second: str) -> None:
    rows = read(head, f"{first} | 3.1운동 기념관 착공", f"{second} | 어린이집 12개소 확충")
    assert deeds(rows) == [("3.1운동 기념관 착공", "2018-08"), ("어린이집 12개소 확충", "2019-06")]
    assert rows["indicators"] == []


def test_figures_beside_years_under_the_heading_of_deeds_are_results() -> None:
    rows = read("연도 | 실적", "2018년 | 12개소", "2019년 | 15개소")
    assert [(row["measure"], row["year"], row["value"]) for row in rows["indicators"]] == [
        ("actual", 2018, 12.0),
        ("actual", 2019, 15.0),
    ]
    assert rows["events"] == []


def test_a_plan_beside_a_deed_is_no_word_of_it() -> None:
    rows = read(
        "분기 | 추진계획 | 추진실적",
        "2021년 1분기 | 조례 제정 | 입법 예고",
        "2021년 2분기 | - 위원 위촉<br>- 공모 | - 조례 공포<br>- 위원 공모",
    )
    assert deeds(rows) == [("입법 예고", "2021-33"), ("조례 공포", "2021-34"), ("위원 공모", "2021-34")]
    planned = [item["text"] for item in rows["items"] if item["section"] == "plan"]
    assert planned[0] == "추진계획"
    assert {"2021년 1분기 | 조례 제정", "2021년 2분기 | - 공모"} <= set(planned)


@pytest.mark.parametrize("head", ["연도 | 추진내용", "구분 | 추진실적", "연도별 | 실적"])
def test_a_year_is_that_of_each_bullet_beside_it(head: str) -> None:
    rows = read(head, "2018 | ○ 예산 확보(4월)<br>○ 용역 착수", "2019 | ○ 착공", "2020 | ○ 준공(5월)<br>○ 개관(6월)")
    assert deeds(rows) == [
        ("예산 확보", "2018-04"),
        ("용역 착수", "2018"),
        ("착공", "2019"),
        ("준공", "2020-05"),
        ("개관", "2020-06"),
    ]


def test_bullets_with_years_of_their_own_stay_bullets() -> None:
    rows = read("연도 | 추진내용", "2018년 | ○ '18. 4. 예산 확보<br>○ '18. 9. 용역 착수", "2019년 | ○ '19. 3. 착공")
    assert deeds(rows) == [("예산 확보", "2018-04"), ("용역 착수", "2018-09"), ("착공", "2019-03")]
    assert [item["text"] for item in rows["items"] if item["marker"] == "○"][1:3] == [
        "'18. 4. 예산 확보",
        "'18. 9. 용역 착수",
    ]


def test_halves_and_quarters_in_brackets_begin_the_deeds_of_a_cell() -> None:
    rows = read(
        "세부사업 | 추진실적",
        "작은도서관 | ('20. 하반기) 상담 실시<br>('21. 3. 28.) 기념관 준공",
        "북카페 | ('21. 4.) 개관",
    )
    assert [(row["project"], row["label"], row["edtf"]) for row in rows["events"]] == [
        ("작은도서관", "상담 실시", "2020-41"),
        ("작은도서관", "기념관 준공", "2021-03-28"),
        ("북카페", "개관", "2021-04"),
    ]


@pytest.mark.parametrize(("head", "said"), [("완료여부", "완료"), ("비고", "완료")])
def test_how_far_a_deed_is_is_no_word_of_it(head: str, said: str) -> None:
    rows = read(f"일자 | 추진내용 | {head}", f"2019. 3. 4. | 착공 | {said}", f"2020. 5. 6. | 준공 | {said}")
    assert deeds(rows) == [("착공", "2019-03-04"), ("준공", "2020-05-06")]


def test_a_table_with_a_column_of_dates_is_no_form_though_its_heads_are_labels() -> None:
    rows = read(
        "추진사항 | 추진시기 | 비고", "도서관 개관 | 2018. 2. | ", "사업설명회 | 2018. 10. 4. | ", "준공 | 2021. 10. | "
    )
    assert deeds(rows) == [("도서관 개관", "2018-02"), ("사업설명회", "2018-10-04"), ("준공", "2021-10")]


def test_bullets_under_one_sign_are_no_options_of_the_head_above_them() -> None:
    rows = read("사업명 | 추진실적", "독서 교실 | ○ 2019. 4. 협약", "북카페 | ○ 2019. 10. 15. 착공<br>○ 2020. 2. 준공")
    assert [(row["project"], row["label"]) for row in rows["events"]] == [
        ("독서 교실", "협약"),
        ("북카페", "착공"),
        ("북카페", "준공"),
    ]


@pytest.mark.parametrize("head", ["추진계획 | 실적", "당초계획 | 추진실적"])
def test_bullets_planned_beside_bullets_done_are_plans(head: str) -> None:
    rows = read(head, "○ 사업설명회 | ○ 협약 체결('19. 11. 9.)", "○ 공모 | ○ 착공(2021. 상반기)")
    assert deeds(rows) == [("협약 체결", "2019-11-09"), ("착공", "2021-40")]
    assert [item["text"] for item in rows["items"] if item["section"] == "plan"][1:] == ["사업설명회", "공모"]


def test_deeds_below_years_are_deeds_of_these() -> None:
    rows = read("구분 | 2018년 | 2019년", "추진실적 | ○ 예산 확보(4월)<br>○ 용역 착수 | ○ 착공('19. 3.)")
    assert deeds(rows) == [("예산 확보", "2018-04"), ("용역 착수", "2018"), ("착공", "2019-03")]
    assert rows["indicators"] == rows["schedule"] == []


def test_bullets_below_years_are_no_bars_of_a_time_table() -> None:
    rows = read("2018년 | 2019년", "○ 설계('18. 12.) | ○ 착공('19. 4.)")
    assert deeds(rows) == [("설계", "2018-12"), ("착공", "2019-04")]
    assert rows["schedule"] == []


def test_a_quarter_beside_its_year_dates_a_deed() -> None:
    rows = read(
        "연도 | 분기 | 추진내용",
        "2019년 | 1분기 | 공정률 45.5% 달성",
        "2019년 | 2분기 | 예산 확보",
        "2020년 | 1분기 | 조사",
    )
    assert deeds(rows) == [("공정률 45.5% 달성", "2019-33"), ("예산 확보", "2019-34"), ("조사", "2020-33")]


def test_what_a_deed_cost_is_no_word_of_it_and_no_budget() -> None:
    rows = read("연도 | 추진실적 | 예산(백만원)", "2018년 | 사업설명회 | 541", "2019년 | 예산 확보 | 510")
    assert deeds(rows) == [("사업설명회", "2018"), ("예산 확보", "2019")]
    assert rows["budget"] == []


@pytest.mark.parametrize("heading", ["연차별 세부 이행계획", "추진일정", "추진실적"])
def test_what_was_done_on_a_day_beside_its_plan_is_a_deed_under_any_heading(heading: str) -> None:
    rows = read(
        "연도 | 세부 이행계획 | 이행실적 | 비고",
        "2018 | 대상지 조사 | 5개소 선정('18. 12. 5.) | 완료",
        "2019 | 2개소 설치 | 2개소 설치('19. 8. 30.) | 완료",
        "2020 | 1개소 설치 |  | 예정",
        heading=heading,
    )
    assert deeds(rows) == [("5개소 선정", "2018-12-05"), ("2개소 설치", "2019-08-30")]
    assert rows["indicators"] == []
    assert "2020 | 1개소 설치" in [item["text"] for item in rows["items"] if item["section"] == "plan"]


def test_under_a_heading_of_plans_words_without_a_day_are_results() -> None:
    rows = read(
        "연도 | 추진계획 | 추진실적", "2018 | 5개소 | 도서관 5개소", "2019 | 7개소 | 도서관 7개소", heading="추진계획"
    )
    assert deeds(rows) == []
    assert [row["measure"] for row in rows["indicators"]] == ["actual", "actual"]


def test_a_bullet_planned_that_reads_like_a_label_is_none_beside_bullets_done() -> None:
    rows = read("추진계획 | 추진실적", "○ 부지 매입 | ○ 착공('21. 6. 16.)", "○ 사업설명회 | ○ 공모 선정('20. 10. 22.)")
    assert deeds(rows) == [("착공", "2021-06-16"), ("공모 선정", "2020-10-22")]
    assert [item["text"] for item in rows["items"] if item["section"] == "plan"] == [
        "추진계획",
        "부지 매입",
        "사업설명회",
    ]


def beside_a_year(*lines: str, soft: bool = False, page: int | None = 1) -> list[str]:
    """What a row for each deed holds, of unmarked lines in the cell beside a year; soft: the first line fills its cell."""

    def cell(row: int, col: int, *texts: str) -> Cell:
        places = [
            Place(page, 80.0 * col, 40.0 * row + 12 * at, 80.0 * col + 60, 40.0 * row + 12 * at + 10)
            for at in range(len(texts))
        ]
        printed = [
            Line(text, place, soft=soft and not at) for at, (text, place) in enumerate(zip(texts, places, strict=True))
        ]
        return Cell(row, col, 1, 1, tuple(printed), places[0])

    cells = (cell(0, 0, "연도"), cell(0, 1, "추진실적"), cell(1, 0, "2019년"), cell(1, 1, *lines))
    parts = parts_of_times(Table(2, 2, cells, cells[0].place, True), Vocabulary.standard())
    return [part.line.text for part in parts or [] if part.line.text.startswith("2019")]


def test_short_lines_without_bullets_beside_a_year_are_a_deed_each() -> None:
    assert beside_a_year("운영위원회 구성", "사업설명회") == ["2019년 | 운영위원회 구성", "2019년 | 사업설명회"]


def test_where_the_first_is_full_or_open_or_nothing_tells_how_wide_the_cell_is_they_are_one() -> None:
    assert beside_a_year("운영위원회 구성을 위한 주민", "사업설명회", soft=True) == []
    assert beside_a_year("도서관 건립을 위한", "사업설명회") == []
    assert beside_a_year("공모사업 선정", "(국토교통부)") == []
    assert beside_a_year("운영위원회 구성", "사업설명회", page=None) == []


@pytest.mark.parametrize("below", ["", "2019년"])
def test_a_year_over_its_quarters_is_that_of_each_bullet_in_them(below: str) -> None:
    rows = read(
        "연도 | 분기 | 추진실적",
        "2019년 | 1분기 | - 용역 착수",
        f"{below} | 2분기 | - 부지 매입<br>- 조례 제정",
        "2020년 | 1분기 | - 착공<br>- 주민설명회",
    )
    assert deeds(rows) == [
        ("용역 착수", "2019-33"),
        ("부지 매입", "2019-34"),
        ("조례 제정", "2019-34"),
        ("착공", "2020-33"),
        ("주민설명회", "2020-33"),
    ]


def test_a_year_over_its_months_and_its_halves_is_theirs() -> None:
    rows = read(
        "연도 | 시기 | 추진실적",
        "2019년 | 3월 | - 착수<br>- 매입",
        " | 하반기 | - 착공<br>- 설명회",
        "2020년 | 7월 | 준공",
    )
    assert deeds(rows) == [
        ("착수", "2019-03"),
        ("매입", "2019-03"),
        ("착공", "2019-41"),
        ("설명회", "2019-41"),
        ("준공", "2020-07"),
    ]
