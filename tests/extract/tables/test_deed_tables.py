"""Tables of deeds: names of projects, and what was done for each."""

from __future__ import annotations

from datetime import date

from pledgecards.convert import Rows, convert_bytes


def test_a_line_without_a_bullet_goes_on_in_the_deed_above_it_in_its_cell() -> None:
    cells = "○ 2019. 5. 1. 착공<br>기공식 개최<br>○ 2019. 6. 1. 준공"
    text = f"공약 7. 도서관 건립\n□ 추진실적\n| 세부사업 | 추진실적 |\n|---|---|\n| 설계 | ○ 2019. 3. 5. 완료 |\n| 공사 | {cells} |\n"
    rows = convert_bytes(text.encode())["events"]
    assert [(row["project"], row["label"], row["start"]) for row in rows] == [
        ("설계", "완료", date(2019, 3, 5)),
        ("공사", "착공 기공식 개최", date(2019, 5, 1)),
        ("공사", "준공", date(2019, 6, 1)),
    ]


def read(*rows: str) -> Rows:
    table = "\n".join([f"| {rows[0]} |", "|" + "---|" * (rows[0].count("|") + 1), *[f"| {row} |" for row in rows[1:]]])
    return convert_bytes(f"공약 7. 도서관 건립\n□ 사업개요\n ○ 내용: 도서관\n□ 추진실적\n{table}\n".encode())


def test_days_in_a_column_of_their_own_are_those_of_the_deeds() -> None:
    rows = read("세부사업 | 일자 | 추진실적", "설계 | 2019. 3. 5. | 용역 착수", "공사 | 2019. 9. 1. | 기공식 개최")[
        "events"
    ]
    assert [(row["label"], row["start"]) for row in rows] == [
        ("설계 | 용역 착수", date(2019, 3, 5)),
        ("공사 | 기공식 개최", date(2019, 9, 1)),
    ]


def test_days_under_a_head_of_names_are_no_projects() -> None:
    rows = read("구분 | 추진실적", "2019. 3. 5. | 설계 완료", "2019. 4. 5. | 착공")["events"]
    assert [(row["project"], row["label"], row["start"]) for row in rows] == [
        (None, "설계 완료", date(2019, 3, 5)),
        (None, "착공", date(2019, 4, 5)),
    ]


def test_figures_under_deeds_are_none() -> None:
    assert read("세부사업 | 추진실적", "설계 | 100", "공사 | 50", "감리 | 완료함")["events"] == []


def test_words_below_a_month_go_on_in_its_deed() -> None:
    rows = read("연도 | 내용", "2018년 | 3월 설계<br>공모 실시<br>5월 착공", "2019년 | 7월 준공")["events"]
    assert [(row["label"], row["start"]) for row in rows] == [
        ("설계 공모 실시", date(2018, 3, 1)),
        ("착공", date(2018, 5, 1)),
        ("준공", date(2019, 7, 1)),
    ]


def test_rows_without_a_head_name_the_projects_of_their_bullets() -> None:
    rows = read("쉼터 조성 | ○ 착공: '19. 3.<br>○ 준공: '20. 4.", "산책로 정비 | ○ 설계: '19. 5.")["events"]
    assert [(row["project"], row["label"]) for row in rows] == [
        ("쉼터 조성", "착공"),
        ("쉼터 조성", "준공"),
        ("산책로 정비", "설계"),
    ]


def test_years_and_labels_beside_bullets_are_no_projects() -> None:
    years = read("2019년 | ○ 착공: 3. 5.<br>○ 준공: 4. 5.", "2020년 | ○ 개관: 5. 6.")["events"]
    assert {row["project"] for row in years} == {None}
    labels = read("사업기간 | ○ '19. 3. ~ '20. 4.<br>○ 연장", "담당부서 | ○ 공원과")["events"]
    assert {row["project"] for row in labels} <= {None}


def test_the_time_of_a_row_is_that_of_its_deed_where_the_deed_has_none() -> None:
    rows = read(
        "세부사업 | 추진기간 | 추진내용 | 비고", "설계 | 2019. 1. ~ 12. | 용역 | 완료", "공사 | 2020. 3. ~ | 착공 | "
    )
    assert [(row["label"], row["start"], row["end"]) for row in rows["events"]] == [
        ("설계 | 용역", date(2019, 1, 1), date(2019, 12, 31)),
        ("공사 | 착공", date(2020, 3, 1), None),
    ]


def test_a_time_beside_deeds_with_days_of_their_own_is_a_remark() -> None:
    rows = read(
        "세부사업 | 소요기간 | 추진실적", "설계 | 2019. 1. ~ 12. | ○ '19. 3. 착수", "공사 | 2020. 3. ~ | ○ '20. 3. 착공"
    )
    assert [(row["project"], row["label"], row["start"]) for row in rows["events"]] == [
        ("설계", "착수", date(2019, 3, 1)),
        ("공사", "착공", date(2020, 3, 1)),
    ]


def test_a_half_or_a_year_alone_in_a_column_of_dates_is_that_of_its_row() -> None:
    rows = read("추진내용 | 완료일", "설계 완료 | 2018. 7. 15.", "부지 매입 | 2019년", "기공식 | 2020년 상반기")[
        "events"
    ]
    assert [(row["label"], row["edtf"]) for row in rows] == [
        ("설계 완료", "2018-07-15"),
        ("부지 매입", "2019"),
        ("기공식", "2020-40"),
    ]


def test_years_alone_in_a_column_date_no_rows() -> None:
    assert read("구간 | 준공연도", "북문 도로 | 2019년", "남문 도로 | 2020년")["events"] == []


def test_the_office_behind_a_deed_is_no_word_of_it() -> None:
    rows = read(
        "추진일자 | 추진내용 | 추진부서", "2019. 3. 5. | 용역 착수 | 도로과", "2019. 9. 1. | 기공식 개최 | 건설과"
    )
    assert [(row["label"], row["start"]) for row in rows["events"]] == [
        ("용역 착수", date(2019, 3, 5)),
        ("기공식 개최", date(2019, 9, 1)),
    ]
