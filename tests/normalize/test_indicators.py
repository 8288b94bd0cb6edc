"""The tables of targets and results as rows, and their checks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.paired_columns import with_pairs_parted
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.normalize.indicators.cells import CellReader
from pledgecards.normalize.indicators.checks import indicator_issues, project_issues, rate_issues
from pledgecards.normalize.indicators.figure_lines import cell_text, words_over_figure
from pledgecards.normalize.indicators.rows import indicator_rows
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]

CELLS = CellReader(Vocabulary.standard())
PLAN = "도시공간구조 개편방안 마련 (문래동1~4가 도시환경정비계획 재정비 수립 용역)"
ANCHOR = "산업혁신 앵커시설 조성"
RENEWAL = "기계금속제조업 산업재생 추진"


def read(
    table: Table, section: str = "indicators", *, unit: str | None = None, project: str | None = None
) -> tuple[list[Row], list[Issue]]:
    return indicator_rows(PrintedTable("indicators", section, project, unit, table))


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    names = ("measure", "project", "year", "value", "milestone")
    return [tuple(row[name] for name in names) for row in rows]


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def test_the_targets_of_the_reference_card(targets: Table) -> None:
    rows, issues = read(targets)
    assert issues == []
    assert brief(rows) == [
        ("goal", PLAN, None, 100.0, None),
        ("target", PLAN, 2018, 20.0, "설계 현황조사"),
        ("target", PLAN, 2019, 60.0, "용역준공"),
        ("target", PLAN, 2020, 80.0, "정비계획 변경절차 시행"),
        ("target", PLAN, 2021, 100.0, "변경고시"),
        ("goal", ANCHOR, None, 100.0, None),
        ("target", ANCHOR, 2018, 50.0, "시설매입"),
        ("target", ANCHOR, 2019, 70.0, "기본구상"),
        ("target", ANCHOR, 2020, 85.0, "설계 및 공사"),
        ("target", ANCHOR, 2021, 100.0, "준공"),
        ("target", ANCHOR, 2022, None, "(운영)"),
        ("goal", RENEWAL, None, 100.0, None),
        ("target", RENEWAL, 2018, 20.0, "도시재생 1호 비영리단체 설립운영"),
        ("target", RENEWAL, 2019, 40.0, "역량강화 교육 산학협업"),
        ("target", RENEWAL, 2020, 60.0, "역량강화 교육 산학협업"),
        ("target", RENEWAL, 2021, 80.0, "인프라 개선"),
        ("target", RENEWAL, 2022, 100.0, "시제품 제작지 거점화"),
    ]
    assert {row["unit"] for row in rows} == {"%"}
    assert rows[1]["value_raw"] == "20 설계 현황조사"
    assert rows[10]["value_raw"] == "- (운영)"
    assert [row["period_raw"] for row in rows[:2]] == ["목표", "2018년"]
    assert rows[10]["period_raw"] == "2022.6."
    assert [row["line_no"] for row in rows] == [1] * 5 + [2] * 6 + [3] * 6
    assert [rows[number]["line"] for number in (0, 5, 11)] == [2, 4, 6]


def test_the_results_of_the_reference_card(results: Table) -> None:
    rows, issues = read(results, "performance")
    assert issues == []
    assert brief(rows) == [
        ("result", PLAN, None, 80.0, None),
        ("actual", PLAN, 2018, 20.0, "설계 현황조사"),
        ("actual", PLAN, 2019, 60.0, "용역준공"),
        ("actual", PLAN, 2020, 80.0, "정비계획 변경절차시행"),
        ("rate", PLAN, None, 80.0, None),
        ("result", ANCHOR, None, 85.0, None),
        ("actual", ANCHOR, 2018, 50.0, "시설매입"),
        ("actual", ANCHOR, 2019, 70.0, "기본구상 완료"),
        ("actual", ANCHOR, 2020, 85.0, "설계 및 공사"),
        ("rate", ANCHOR, None, 85.0, None),
        ("result", RENEWAL, None, 60.0, None),
        ("actual", RENEWAL, 2018, 20.0, "도시재생 1호 비영리단체 설립·운영"),
        ("actual", RENEWAL, 2019, 40.0, "역량강화 교육 산학협업"),
        ("actual", RENEWAL, 2020, 60.0, "역량강화 교육 산학협업"),
        ("rate", RENEWAL, None, 60.0, None),
    ]
    assert rows[4]["value_raw"] == "80%"
    assert rows[1]["value_raw"] == "20 설계 현황조사"


def test_the_checks_of_the_reference_card_hold(targets: Table, results: Table) -> None:
    assert indicator_issues([read(targets)[0], read(results, "performance")[0]]) == []


@pytest.mark.parametrize(
    ("text", "unit", "value", "words"),
    [
        ("20", "%", 20.0, None),
        ("80%", "%", 80.0, None),
        ("80 %", "%", 80.0, None),
        ("1,250", "명", 1250.0, None),
        ("3.5", "km", 3.5, None),
        ("△5", "%", -5.0, None),
        ("20 설계 현황조사", "%", 20.0, "설계 현황조사"),
        ("50(시설매입)", "%", 50.0, "(시설매입)"),
        ("100 (운영)", "%", 100.0, "(운영)"),
        ("1개소", "개소", 1.0, None),
        ("3개소 조성", "개소", 3.0, "조성"),
        ("3 개소 조성", "개소", 3.0, "조성"),
        ("3개 조성", "개소", 3.0, "조성"),
        ("20 1차 용역", "%", 20.0, "1차 용역"),
        ("20 2개소 매입", "%", 20.0, "2개소 매입"),
        ("20 4차산업 교육", "%", 20.0, "4차산업 교육"),
        ("100 이상", "명", 100.0, "이상"),
        ("80이상", "점", 80.0, "이상"),
        ("3명미만", "명", 3.0, "미만"),
        ("1.2만", "권", 12_000.0, None),
        ("3만 명 이상", "명", 30_000.0, "이상"),
        ("3만명", "만명", 3.0, None),
        ("240 개관", "명", 240.0, "개관"),
        ("60 업체 선정", "%", 60.0, "업체 선정"),
        ("12", None, 12.0, None),
        ("12회", None, 12.0, None),
        ("완료", "%", None, "완료"),
        ("(운영)", "%", None, "(운영)"),
        ("- (운영)", "%", None, "(운영)"),
        ("2호점 개소", "개소", None, "2호점 개소"),
        ("2단계 2020", "개소", None, "2단계 2020"),
        ("1차 용역", "%", None, "1차 용역"),
        ("1 차 용역", "%", None, "1 차 용역"),
        ("'19. 3. 준공", "%", None, "'19. 3. 준공"),
        ("19. 3. 준공", "%", None, "19. 3. 준공"),
        ("2019.3. 준공", "%", None, "2019.3. 준공"),
        ("2단계 착수", "%", None, "2단계 착수"),
        ("10월 준공", "%", None, "10월 준공"),
        ("2019년 준공", "%", None, "2019년 준공"),
        ("1. 설계", "%", None, "1. 설계"),
        ("", "%", None, None),
        ("-", "%", None, None),
    ],
)
def test_what_a_cell_says(text: str, unit: str | None, value: float | None, words: str | None) -> None:
    found = CELLS.read(text, unit)
    assert (found.value, found.words, found.doubt) == (value, words, False)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20/100", "%"),
        ("20 / 100", "%"),
        ("20~30", "%"),
        ("20 → 40", "%"),
        ("20(40)", "%"),
        ("20(40%)", "%"),
        ("10 20", "명"),
        ("1,23", "명"),
        ("2019 준공", "%"),
        ("19.3 준공", "%"),
        ("3개소 조성", "%"),
        ("20설계", "%"),
        ("설계 20%", "%"),
        ("50%", "개소"),
        ("- 5", "명"),
        ("2 구역 지정", "%"),
        ("80 이상 90 미만", "점"),
        ("12이상 15이하", "건"),
        ("3만", "만명"),
        ("2만5천", "명"),
        ("3만원", "명"),
        ("남 20 여 30", "명"),
        ("초등 50%, 중등 60%", "%"),
        ("1단계 20", "개소"),
        ("1차 80%", "%"),
    ],
)
def test_what_a_cell_does_not_clearly_say(text: str, unit: str) -> None:
    found = CELLS.read(text, unit)
    assert (found.value, found.words, found.doubt) == (None, text, True)


def test_a_figure_on_a_line_of_its_own_stands_apart_from_a_broken_word() -> None:
    place = Place(1, 0, 0, 10, 10)
    lines = (Line("20", place, glue=True), Line("정비계획 변경절", place, glue=True), Line("차 시행", place))
    assert cell_text(Cell(0, 0, 1, 1, lines, place), "20정비계획 변경절차 시행") == "20 정비계획 변경절차 시행"


def test_a_doubtful_cell_is_kept_as_words_with_an_issue(table) -> None:
    rows, issues = read(table("지표 | 단위 | 목표 | 2018년", "이용자 | 명 | 100 | 20//100"))
    assert rows[1]["value"] is None
    assert rows[1]["value_raw"] == "20/100"
    assert codes(issues) == ["number.unreadable"]


def test_merged_cells_beside_value_and_milestone(table) -> None:
    found = table(
        "세부사업 | 단위 | 목표 | 2018년 | 2019년",
        "도서관 건립 | % | 100 | 20 | 60",
        "^ | ^ | ^ | 설계 | 3개소 착공",
        drawn=True,
    )
    assert brief(read(found)[0]) == [
        ("goal", "도서관 건립", None, 100.0, None),
        ("target", "도서관 건립", 2018, 20.0, "설계"),
        ("target", "도서관 건립", 2019, 60.0, "3개소 착공"),
    ]


def test_a_milestone_that_counts_in_the_unit_of_its_line(table) -> None:
    found = table(
        "세부사업 | 단위 | 목표 | 2018년 | 2019년", "쉼터 조성 | 개소 | 4 | 1 | 3", " | | | 1개소 착공 | 2개소 준공"
    )
    assert brief(read(found)[0])[1:] == [
        ("target", "쉼터 조성", 2018, 1.0, "1개소 착공"),
        ("target", "쉼터 조성", 2019, 3.0, "2개소 준공"),
    ]


def test_words_above_their_figures(table) -> None:
    found = table("세부사업 | 목표 | 2018년 | 2019년", "도서관 건립 | 100 | 설계 | 착공", "^ | ^ | 20 | 60", drawn=True)
    rows, _ = read(found)
    assert brief(rows)[1] == ("target", "도서관 건립", 2018, 20.0, "설계")
    assert rows[1]["value_raw"] == "설계 20"


def test_a_second_indicator_of_the_same_project_is_no_milestone(table) -> None:
    found = table("세부사업 | 단위 | 목표 | 2018년", "도서관 건립 | % | 100 | 20", " | 명 | 50 | 10")
    rows, _ = read(found)
    assert [(row["line_no"], row["project"], row["unit"], row["value"]) for row in rows] == [
        (1, "도서관 건립", "%", 100.0),
        (1, "도서관 건립", "%", 20.0),
        (2, "도서관 건립", "명", 50.0),
        (2, "도서관 건립", "명", 10.0),
    ]


def test_pairs_of_lines_for_goal_and_result(table) -> None:
    found = table(
        "지표 | 단위 | 구분 | 계 | 2018년 | 2019년",
        "이용자 수 | 명 | 목표 | 30 | 10 | 20",
        "^ | ^ | 실적 | 25 | 10 | 15",
        "^ | ^ | 이행률 | 83% | 100% | 75%",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [
        ("goal", "이용자 수", None, 30.0, None),
        ("target", "이용자 수", 2018, 10.0, None),
        ("target", "이용자 수", 2019, 20.0, None),
        ("result", "이용자 수", None, 25.0, None),
        ("actual", "이용자 수", 2018, 10.0, None),
        ("actual", "이용자 수", 2019, 15.0, None),
        ("rate", "이용자 수", None, 83.0, None),
    ]
    assert codes(issues) == ["table.unplaced"]


def test_goal_and_result_under_every_year(table) -> None:
    found = table(
        "지표 | 단위 | 2018년 | < | <",
        "^ | ^ | 목표 | 실적 | 이행률",
        "이용자 수 | 명 | 10 | 9 | 90%",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [("target", "이용자 수", 2018, 10.0, None), ("actual", "이용자 수", 2018, 9.0, None)]
    assert codes(issues) == ["table.unplaced"]


def test_years_down_the_side(table) -> None:
    found = table("연도 | 목표 | 실적", "2018년 | 10 | 9", "2019년 | 20 | 20", "계 | 30 | 29")
    rows, _ = read(found, project="도서관 건립", unit="(단위: 명)")
    assert brief(rows) == [
        ("target", "도서관 건립", 2018, 10.0, None),
        ("actual", "도서관 건립", 2018, 9.0, None),
        ("target", "도서관 건립", 2019, 20.0, None),
        ("actual", "도서관 건립", 2019, 20.0, None),
        ("goal", "도서관 건립", None, 30.0, None),
        ("result", "도서관 건립", None, 29.0, None),
    ]
    assert {row["unit"] for row in rows} == {"명"}
    assert [row["period_raw"] for row in rows] == ["2018년", "2018년", "2019년", "2019년", "계", "계"]


def test_a_single_year_down_the_side(table) -> None:
    rows, _ = read(table("연도 | 목표 | 실적", "2019년 | 16개소 | 17개소"))
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 16.0),
        ("actual", 2019, 17.0),
    ]


def test_the_plan_as_first_made_is_the_target_unless_a_changed_one_stands_beside_it(table) -> None:
    alone = table("연도 | 당초 계획 | 추진 실적", "2019년 | 16개소 | 18개소", "2020년 | 20개소 | 14개소")
    rows, _ = read(alone)
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 16.0),
        ("actual", 2019, 18.0),
        ("target", 2020, 20.0),
        ("actual", 2020, 14.0),
    ]
    changed = table("연도 | 당초 계획 | 변경 계획", "2019년 | 16개소 | 17개소", "2020년 | 20개소 | 22개소")
    rows, issues = read(changed)
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 17.0),
        ("target", 2020, 22.0),
    ]
    assert "table.unplaced" in codes(issues)


@pytest.mark.parametrize(("section", "measure"), [("indicators", "target"), ("achievement", "actual")])
def test_bare_years_are_what_the_section_says(section: str, measure: str, table) -> None:
    rows, issues = read(table("지표 | 단위 | 2018년", "이용자 | 명 | 10"), section)
    assert [row["measure"] for row in rows] == [measure]
    assert issues == []


def test_bare_years_in_no_telling_section_leave_an_issue(table) -> None:
    assert codes(read(table("지표 | 단위 | 2018년", "이용자 | 명 | 10"), "other")[1]) == ["section.unsure"]


def test_with_goal_and_result_the_last_year_tells_what_the_years_are(table) -> None:
    head = "지표 | 단위 | 목표 | 2018년 | 2019년 | 실적 | 이행률"
    targets = read(table(head, "이용자 | 명 | 40 | 20 | 40 | 30 | 75%"))[0]
    assert [row["measure"] for row in targets] == ["goal", "target", "target", "result", "rate"]
    results = read(table(head, "이용자 | 명 | 40 | 20 | 30 | 30 | 75%"))[0]
    assert [row["measure"] for row in results] == ["goal", "actual", "actual", "result", "rate"]


def test_a_rate_is_in_per_cent_whatever_its_line_counts(table) -> None:
    rows, _ = read(table("지표 | 단위 | 실적 | 이행률", "쉼터 | 개소 | 4 | 80%"), "achievement")
    assert [(row["unit"], row["value"]) for row in rows] == [("개소", 4.0), ("%", 80.0)]


def test_a_column_after_the_term_has_no_place(table) -> None:
    rows, issues = read(table("지표 | 목표 | 2018년 | 임기후", "쉼터 | 4 | 1 | 3"))
    assert [row["period_raw"] for row in rows] == ["목표", "2018년"]
    assert codes(issues) == ["table.unplaced"]


def test_a_table_without_targets_gives_no_rows_but_an_issue(table) -> None:
    rows, issues = read(table("지표 | 산식", "쉼터 | 개수"))
    assert (rows, codes(issues)) == ([], ["table.unreadable"])


@pytest.mark.parametrize(
    ("result", "rate", "right"),
    [
        ("80", "80%", True),
        ("2", "67%", True),
        ("2", "66%", True),
        ("2", "66.7%", True),
        ("2", "65%", False),
        ("80", "90%", False),
    ],
)
def test_a_rate_is_result_over_goal(result: str, rate: str, right: bool, table) -> None:
    goal = "3" if result == "2" else "100"
    rows, _ = read(
        table("지표 | 단위 | 목표 | 실적 | 이행률", f"쉼터 | 명 | {goal} | {result} | {rate}"), "achievement"
    )
    assert (rate_issues(rows) == []) is right


def test_a_rate_against_a_goal_of_another_table(table) -> None:
    goals, _ = read(table("세부사업 | 단위 | 목표 | 2018년", "쉼터 조성 | 개소 | 4 | 1", "쉼터 조성 | 명 | 50 | 10"))
    results, _ = read(table("세부사업 | 단위 | 실적 | 이행률", "쉼터조성 | 개소 | 1 | 50%"), "achievement")
    issues = rate_issues(goals + results)
    assert codes(issues) == ["indicator.rate_mismatch"]
    assert issues[0].message == "「쉼터조성」의 이행률은 50%인데 실적 1 ÷ 목표 4은 25%입니다."


def test_a_rate_without_a_goal_or_with_several_says_nothing(table) -> None:
    results, _ = read(table("", "", "", "세부사업 | 단위 | 실적 | 이행률", "쉼터 | 개소 | 1 | 50%"), "achievement")
    assert rate_issues(results) == []
    goals, _ = read(table("세부사업 | 단위 | 목표 | 2018년", "쉼터 | 개소 | 4 | 1", "쉼터 | 개소 | 5 | 1"))
    assert rate_issues(goals + results) == []


def test_projects_are_compared_without_spaces_punctuation_and_remarks(table) -> None:
    goals, _ = read(table("세부사업 | 목표 | 2018년", "쉼터 조성·운영 (3개소) | 4 | 1"))
    results, _ = read(table("세부사업 | 실적 | 이행률", "쉼터조성 운영 | 1 | 25%"), "achievement")
    assert project_issues([goals, results]) == []


def test_projects_of_another_name_are_named_together(table) -> None:
    goals, _ = read(table("세부사업 | 목표 | 2018년", "청년 쉼터 조성 | 4 | 1", "공원 정비 | 1 | 1"))
    results, _ = read(
        table("세부사업 | 실적 | 이행률", "청년 쉼터 설치 | 1 | 25%", "도로 포장 | 1 | 1%"), "achievement"
    )
    assert [issue.message for issue in project_issues([goals, results])] == [
        "실적표의 「청년 쉼터 설치」와(과) 목표표의 「청년 쉼터 조성」의 이름이 다릅니다.",
        "실적표의 「도로 포장」이(가) 목표표에는 없습니다(「청년 쉼터 조성」, 「공원 정비」).",
        "목표표의 「공원 정비」이(가) 실적표에는 없습니다(「청년 쉼터 설치」, 「도로 포장」).",
    ]


def test_a_blank_result_beside_its_target_is_no_mismatch(table: TableMaker) -> None:
    rows, _ = read(table("세부사업 | 목표 | 실적", "도로 포장 | 4 | -", "교육 참여 | - | 30", "공원 정비 | 2 | 1"))
    assert project_issues([rows]) == []


def test_targets_without_results_are_no_mismatch(targets: Table) -> None:
    assert project_issues([read(targets)[0]]) == []


def test_indicators_that_head_columns_beside_years_are_lines_of_their_own(table) -> None:
    found = table("연도 | 노선 신설(개) | 정류소 정비(개소)", "2018 | - | 5", "2019 | 1 | 12", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [
        ("target", "노선 신설(개)", 2019, 1.0, None),
        ("target", "정류소 정비(개소)", 2018, 5.0, None),
        ("target", "정류소 정비(개소)", 2019, 12.0, None),
    ]
    assert [row["unit"] for row in rows] == ["개", "개소", "개소"]
    assert issues == []


def test_years_that_add_up_to_the_goal_are_targets_though_the_last_equals_the_result(table) -> None:
    found = table(
        "지표 | 단위 | 최종목표 | 2020 | 2021 | 현재실적 | 이행률",
        "온실 조성 | ha | 3 | 1.5 | 1.5 | 1.5 | 50%",
        "교육 | 명 | 120 | 50 | 70 | 65 | 54.2%",
        drawn=True,
    )
    rows, _ = read(found)
    assert [row["measure"] for row in rows if row["year"] is not None] == ["target"] * 4


def test_sums_and_remarks_under_a_year_are_no_targets_of_it(table) -> None:
    found = table(
        "지표 | 단위 | 2019년 | < | <", "^ | ^ | 당해 | 누적 | 비고", "설치 | 개 | 10 | 30 | 완료", drawn=True
    )
    rows, issues = read(found)
    assert brief(rows) == [("target", "설치", 2019, 10.0, None)]
    assert [issue.code for issue in issues] == ["table.unplaced", "table.unplaced"]


def test_a_head_of_names_with_their_units_in_brackets_heads_names(table) -> None:
    found = table("지표(단위) | 구분 | 2019 | 2020", "설치(개소) | 계획 | 1 | 2", "^ | 실적 | 1 | 2", drawn=True)
    rows, _ = read(found)
    assert {(row["project"], row["unit"]) for row in rows} == {("설치(개소)", "개소")}


@pytest.mark.parametrize("text", ["2019.3 착공", "2019.12", "2021.06 준공"])
def test_a_year_and_its_month_are_no_figure(text: str) -> None:
    assert CELLS.read(text, "").value is None


def test_quarters_of_a_year_that_nobody_names_are_no_goals(table) -> None:
    found = table("지표 | 단위 | 목표 | 1분기 | 2분기", "설치 | 개 | 10 | 1 | 2", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [("goal", "설치", None, 10.0, None)]
    assert [issue.code for issue in issues] == ["table.unplaced", "table.unplaced"]


def test_the_goal_of_a_second_indicator_beside_the_first_is_not_the_firsts(table) -> None:
    found = table("지표 | 목표 | 실적 | 지표 | 목표 | 실적", "도서관 | 3 | 2 | 공원 | 5 | 4", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [("goal", "도서관", None, 3.0, None), ("result", "도서관", None, 2.0, None)]
    assert "table.unplaced" in {issue.code for issue in issues}


def test_targets_of_years_that_are_only_counted_have_no_year(table: TableMaker) -> None:
    rows, issues = read(table("지표 | 단위 | 목표 | 1년차 | 2년차", "점포 | 개소 | 6 | 3 | 6"))
    assert [(row["measure"], row["period_raw"], row["year"], row["value"]) for row in rows] == [
        ("goal", "목표", None, 6.0),
        ("target", "1년차", None, 3.0),
        ("target", "2년차", None, 6.0),
    ]
    assert codes(issues) == ["date.year_unknown"]


def test_a_line_named_after_results_is_of_the_project_above_it(table: TableMaker) -> None:
    found = table(
        "지표 | 단위 | 2018 | 2019",
        "조성개소 | 개소 | 10 | 35",
        "(실적) | | 10 | 37",
        "이행률 | % | 100 | 106",
        "공정률 | % | 5 | 9",
    )
    rows, issues = read(found)
    assert [(row["project"], row["measure"], row["year"], row["value"], row["unit"]) for row in rows] == [
        ("조성개소", "target", 2018, 10.0, "개소"),
        ("조성개소", "target", 2019, 35.0, "개소"),
        ("조성개소", "actual", 2018, 10.0, "개소"),
        ("조성개소", "actual", 2019, 37.0, "개소"),
        ("공정률", "target", 2018, 5.0, "%"),
        ("공정률", "target", 2019, 9.0, "%"),
    ]
    assert codes(issues) == ["table.unplaced"]


def test_a_rate_beside_nothing_else_measured_is_what_is_aimed_at(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 단위 | 2019 | 2020", "공정률 | % | 20 | 60"))
    assert brief(rows) == [("target", "공정률", 2019, 20.0, None), ("target", "공정률", 2020, 60.0, None)]
    assert issues == []
    rows, issues = read(table("구분 | 단위 | 2019 | 2020", "목표 | 개소 | 5 | 10", "이행률 | % | 20 | 60"))
    assert brief(rows) == [("target", None, 2019, 5.0, None), ("target", None, 2020, 10.0, None)]
    assert codes(issues) == ["table.unplaced"]


def test_the_unit_may_stand_behind_the_word_for_the_measure(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 계 | 2019 | 2020", "목표(호) | 30 | 10 | 20", "실적(호) | 24 | 8 | 16"))
    assert [(row["measure"], row["unit"], row["value"]) for row in rows] == [
        ("goal", "호", 30.0), ("target", "호", 10.0), ("target", "호", 20.0),
        ("result", "호", 24.0), ("actual", "호", 8.0), ("actual", "호", 16.0),
    ]  # fmt: skip


def test_pairs_of_targets_and_results_without_years_are_of_no_known_year(table) -> None:
    found = table("지표 | 목표 | 실적 | 목표 | 실적", "도서관 | 3 | 2 | 5 | 4", drawn=True)
    rows, issues = read(found)
    assert rows == []
    assert "table.unreadable" in {issue.code for issue in issues}


def test_what_was_there_before_is_no_target(table) -> None:
    rows, issues = read(table("지표 | 2018(기준) | 2019 | 2020", "이용자 | 80 | 100 | 120", drawn=True))
    assert [(row["year"], row["value"]) for row in rows] == [(2019, 100.0), (2020, 120.0)]
    assert "table.unplaced" in codes(issues)


def test_a_figure_in_brackets_may_be_negative() -> None:
    assert CELLS.read("(3.0)", None).doubt
    assert not CELLS.read("(운영)", None).doubt


@pytest.mark.parametrize("text", ["4.8건*", "4.8건 *", "4.8건 주1)"])
def test_the_mark_of_a_footnote_may_stand_behind_the_unit(text: str) -> None:
    found = CELLS.read(text, "건")
    assert (found.value, found.words, found.doubt) == (4.8, None, False)


def test_groups_of_digits_tell_a_figure_from_the_mark_of_its_footnote() -> None:
    assert CELLS.read("8,1971)", "명").value == 8197.0


def test_a_figure_before_a_stray_bracket_may_have_the_mark_of_a_footnote() -> None:
    assert CELLS.read("51)", "개소").doubt
    assert CELLS.read("5(1호점)", "개소").value == 5.0
    assert CELLS.read("5¹)", "개소").value == CELLS.read("5개소¹", "개소").value == 5.0
    assert CELLS.read("5주1)", "개소").value == CELLS.read("5(주2)", "개소").value == 5.0


def test_how_much_is_built_stands_for_its_year_where_nothing_else_does(table: TableMaker) -> None:
    rows, _ = read(table("지표 | 2019 물량 | 2020 물량", "보안등 | 80 | 100", drawn=True))
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 80.0),
        ("target", 2020, 100.0),
    ]
    rows, issues = read(table("지표 | 2019년 | <", "^ | 물량 | 목표", "보안등 | 80 | 100", drawn=True))
    assert [(row["year"], row["value"]) for row in rows] == [(2019, 100.0)]
    assert "table.unplaced" in codes(issues)


@pytest.mark.parametrize("head", ["임기내", "민선7기"])
def test_what_is_meant_for_the_term_is_the_goal(table: TableMaker, head: str) -> None:
    rows, issues = read(table(f"지표 | 단위 | {head} | 2019 | 2020", "보급 | 대 | 50 | 20 | 30"))
    assert brief(rows) == [
        ("goal", "보급", None, 50.0, None),
        ("target", "보급", 2019, 20.0, None),
        ("target", "보급", 2020, 30.0, None),
    ]
    assert issues == []


def test_goals_and_years_may_stand_under_the_term(table: TableMaker) -> None:
    found = table("지표 | 단위 | 임기내 | < | <", "^ | ^ | 목표 | 2019 | 2020", "보급 | 대 | 50 | 20 | 30")
    assert brief(read(found)[0]) == [
        ("goal", "보급", None, 50.0, None),
        ("target", "보급", 2019, 20.0, None),
        ("target", "보급", 2020, 30.0, None),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("≥20", "%"),
        ("↑ 20", "%"),
        ("~20", "명"),
        ("▽5", "건"),
        (".5", "%"),
        ("• 20개소", "개소"),
        ("20.", "%"),
        ("완료(100)", "%"),
    ],
)
def test_a_figure_behind_signs_or_in_brackets_behind_words_leaves_a_doubt(text: str, unit: str) -> None:
    found = CELLS.read(text, unit)
    assert (found.value, found.words, found.doubt) == (None, text, True)


@pytest.mark.parametrize(
    ("text", "unit"), [("1.5㎞", "km"), ("1.5 km", "㎞"), ("1.5m²", "㎡"), ("1.5㎡", "m2"), ("1.5ha", "㏊")]
)
def test_a_unit_of_one_sign_is_the_same_as_in_letters(text: str, unit: str) -> None:
    assert CELLS.read(text, unit).value == 1.5
    assert CELLS.read(text, "개소").value is None


@pytest.mark.parametrize("text", ["'19.5. 준공", "• 2호점 개소", "준공(2019)", "2019. 5.", "· 착공"])
def test_a_date_or_a_name_behind_signs_leaves_none(text: str) -> None:
    assert not CELLS.read(text, "개소").doubt


@pytest.mark.parametrize(("text", "unit"), [("누계 15개소", "개소"), ("매년 5", "개소"), ("연 4회", "회")])
def test_a_figure_that_a_word_makes_another_one_leaves_a_doubt(text: str, unit: str) -> None:
    found = CELLS.read(text, unit)
    assert (found.value, found.words, found.doubt) == (None, text, True)


@pytest.mark.parametrize("text", ["연 2회 개최", "총 3개 노선 확정", "월 1회 점검", "연구용역 1차"])
def test_words_with_a_count_of_something_else_leave_none(text: str) -> None:
    assert not CELLS.read(text, "%").doubt


def test_three_decimals_of_what_is_counted_whole_may_be_thousands() -> None:
    assert CELLS.read("1.200", "명").doubt
    assert CELLS.read("0.977", "명").value == 0.977
    assert CELLS.read("1.200", "km").value == 1.2


@pytest.mark.parametrize("name", ["", "^"])
def test_a_second_line_of_figures_that_says_nothing_of_itself_has_no_values(name: str, table: TableMaker) -> None:
    # Results, what was planned first, another indicator: nothing tells which. The name stands in the first line, or goes down over both.
    found = table(
        "세부사업 | 최종목표 | 2018 | 2019 | 2020",
        "산책로 조성 | 10 | 2 | 4 | 10",
        f"{name} | | 1 | 3 | 검토",
        drawn=True,
    )
    rows, issues = read(found)
    targets = [row for row in rows if row["measure"] == "target"]
    assert [(row["line_no"], row["year"], row["value"], row["value_raw"]) for row in targets] == [
        (1, 2018, 2.0, "2"),
        (1, 2019, 4.0, "4"),
        (1, 2020, 10.0, "10"),
        (2, 2018, None, "1"),
        (2, 2019, None, "3"),
        (2, 2020, None, "검토"),
    ]
    assert codes(issues) == ["indicator.unsaid"]


def test_a_second_line_of_figures_that_says_what_it_is_keeps_them(table: TableMaker) -> None:
    found = table("세부사업 | 비고 | 최종목표 | 2018 | 2019", "산책로 조성 | 길이 | 10 | 2 | 4", " | 벤치 | 6 | 1 | 3")
    rows, issues = read(found)
    assert [row["value"] for row in rows if row["line_no"] == 2] == [6.0, 1.0, 3.0]
    assert "indicator.unsaid" not in codes(issues)


def test_a_line_behind_a_line_of_milestones_says_as_little(table: TableMaker) -> None:
    found = table("세부사업 | 최종목표 | 2018 | 2019", "산책로 조성 | 10 | 2 | 4", " | | 설계 | 착공", " | | 1 | 3")
    rows, issues = read(found)
    assert [(row["line_no"], row["value"], row["milestone"]) for row in rows] == [
        (1, 10.0, None),
        (1, 2.0, "설계"),
        (1, 4.0, "착공"),
        (2, None, None),
        (2, None, None),
    ]
    assert codes(issues) == ["indicator.unsaid"]


def test_a_line_whose_cells_say_their_unit_is_another_measure_of_its_project(table: TableMaker) -> None:
    found = table("세부사업 | 최종목표 | 2018 | 2019", "쉼터 조성 | 100% | 20% | 60%", " | | 1개소 | 2개소")
    rows, _ = read(found)
    assert [(row["unit"], row["value"]) for row in rows if row["line_no"] == 2] == [("개소", 1.0), ("개소", 2.0)]


def test_a_unit_behind_a_project_may_be_broken_over_two_lines(table: TableMaker) -> None:
    found = table("지표 | 2019 | 2020", "쉼터(개 소) | 1 | 2", "정비(어린이 공원) | 3 | 4", drawn=True)
    rows, _ = read(found)
    assert [(row["year"], row["unit"], row["value"]) for row in rows] == [
        (2019, "개소", 1.0),
        (2020, "개소", 2.0),
        (2019, None, 3.0),
        (2020, None, 4.0),
    ]


def test_the_mark_of_a_footnote_is_no_part_of_a_name(table: TableMaker) -> None:
    found = table("지표 | 단위 | 2019", "감시카메라²) | 대 | 5", "공원(m²) | 개 | 1", drawn=True)
    rows, _ = read(found)
    assert [row["project"] for row in rows] == ["감시카메라", "공원(m²)"]


def test_what_came_of_a_years_plan_is_its_result(table: TableMaker) -> None:
    found = table("지표 | 2019 | < | 2020 | <", "^ | 계획 | 결과 | 계획 | 결과", "강좌 | 20 | 22 | 30 | 18", drawn=True)
    rows, _ = read(found)
    assert brief(rows) == [
        ("target", "강좌", 2019, 20.0, None),
        ("actual", "강좌", 2019, 22.0, None),
        ("target", "강좌", 2020, 30.0, None),
        ("actual", "강좌", 2020, 18.0, None),
    ]


@pytest.mark.parametrize("text", ["목표 8", "목표 8 / 실적 7", "실적: 1,132명", "목표 1,100 실적 1,132"])
def test_a_figure_whose_cell_says_what_it_measures_is_in_doubt(text: str) -> None:
    found = CELLS.read(text, "명")
    assert (found.value, found.words, found.doubt) == (None, text, True)


@pytest.mark.parametrize("text", ["계획 수립", "계획 2단계 수립", "실적 보고", "목표 달성"])
def test_words_that_begin_like_a_measure_stay_words(text: str) -> None:
    assert not CELLS.read(text, "명").doubt


@pytest.mark.parametrize("text", ["(증)50", "(누적) 100", "분기 1회", "신규 2", "추가 3회", "1회/월", "3/주"])
def test_a_change_a_part_or_a_figure_of_every_month_is_in_doubt(text: str) -> None:
    found = CELLS.read(text, "회")
    assert (found.value, found.doubt) == (None, True)


@pytest.mark.parametrize("text", ["2회/년", "2회 / 설계", "2회/주민"])
def test_what_else_stands_behind_a_stroke_leaves_the_figure(text: str) -> None:
    assert CELLS.read(text, "회").value == 2


def test_running_figures_beside_those_of_each_year_are_no_second_target(table) -> None:
    rows, issues = read(
        table(
            "지표 | 단위 | 구분 | 2018 | 2019",
            "도서관 | 개 | 목표 | 4 | 6",
            "^ | ^ | 목표(누적) | 4 | 10",
            "^ | ^ | 실적 | 4 | 5",
            "^ | ^ | 누적실적 | 4 | 9",
            drawn=True,
        )
    )
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2018, 4),
        ("target", 2019, 6),
        ("actual", 2018, 4),
        ("actual", 2019, 5),
    ]
    assert codes(issues) == ["table.unplaced"]


def test_running_figures_alone_are_what_the_table_says(table) -> None:
    rows, issues = read(
        table("지표 | 구분 | 2018 | 2019", "도서관 | 목표(누적) | 4 | 10", "^ | 실적(누적) | 4 | 9", drawn=True)
    )
    assert [row["value"] for row in rows] == [4, 10, 4, 9]
    assert issues == []


def test_lines_of_targets_and_results_are_told_apart_beside_a_line_of_another_name(table) -> None:
    rows, issues = read(
        table(
            "지표 | 구분 | 2018 | 2019 | 계",
            "도서관(개) | 목표 | 4 | 6 | 10",
            "^ | 실적 | 4 | 5 | 9",
            "^ | 대비(%) | 100 | 83 | 90",
            drawn=True,
        ),
        "achievement",
    )
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        *(("target", 2018, 4), ("target", 2019, 6), ("goal", None, 10)),
        *(("actual", 2018, 4), ("actual", 2019, 5), ("result", None, 9)),
    ]
    assert codes(issues) == ["table.unplaced"]


def test_a_line_of_differences_is_said_to_have_no_place(table) -> None:
    rows, issues = read(
        table("지표 | 구분 | 2018", "도서관 | 목표 | 4", "^ | 실적 | 3", "^ | 증감 | △1", drawn=True),
    )
    assert [(row["measure"], row["value"]) for row in rows] == [("target", 4), ("actual", 3)]
    assert codes(issues) == ["table.unplaced"]


def test_targets_of_the_year_beside_running_ones(table) -> None:
    rows, issues = read(
        table(
            "지표 | 단위 | 구분 | 2018 | 2019",
            "도서관 | 개 | 당해목표 | 4 | 6",
            "^ | ^ | 누적목표 | 4 | 10",
            "^ | ^ | 당해실적 | 4 | 5",
            "^ | ^ | 누적실적 | 4 | 9",
            drawn=True,
        )
    )
    assert [(row["measure"], row["value"]) for row in rows] == [
        *(("target", 4), ("target", 6), ("actual", 4), ("actual", 5)),
    ]
    assert codes(issues) == ["table.unplaced"]


def test_running_sums_below_their_lines_are_no_indicators(table) -> None:
    rows, issues = read(
        table("지표 | 단위 | 2018 | 2019", "도서관 | 개 | 4 | 6", "(누계) | 개 | 4 | 10", "공원 | 개 | 1 | 2")
    )
    assert [(row["project"], row["value"]) for row in rows] == [("도서관", 4), ("도서관", 6), ("공원", 1), ("공원", 2)]
    assert codes(issues) == ["table.unplaced"]


def test_running_sums_below_targets_and_results(table) -> None:
    rows, issues = read(
        table("구분 | 2018 | 2019", "목표 | 4 | 6", "(누계) | 4 | 10", "실적 | 4 | 5", "(누계) | 4 | 9", drawn=True)
    )
    assert [(row["measure"], row["value"]) for row in rows] == [
        *(("target", 4), ("target", 6), ("actual", 4), ("actual", 5)),
    ]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize(("said", "unit"), [("건", "건"), ("가맹점", "가맹점"), ("누계", None), ("변경", None)])
def test_what_stands_behind_a_measure_is_its_unit_or_says_which_one_it_is(said: str, unit: str | None, table) -> None:
    rows, _ = read(table("구분 | 2018", f"목표({said}) | 4", f"실적({said}) | 3"))
    assert [row["unit"] for row in rows] == [unit, unit]


def test_years_under_results_of_the_past_are_no_targets(table) -> None:
    rows, _ = read(
        table(
            "지표 | 최근 3년 실적 | < | 목표 | <", "^ | 2016 | 2017 | 2018 | 2019", "도서관 | 1 | 2 | 3 | 4", drawn=True
        )
    )
    assert [(row["measure"], row["year"]) for row in rows] == [
        *(("actual", 2016), ("actual", 2017), ("target", 2018), ("target", 2019)),
    ]


def test_running_sums_below_what_is_new_are_no_second_target(table) -> None:
    rows, issues = read(
        table(
            "지표 | 구분 | 2018 | 2019",
            "도서관 | 신규 | 4 | 10",
            "^ | 누계 | 4 | 14",
            "공원 | 신규 | 1 | 2",
            drawn=True,
        )
    )
    assert [(row["project"], row["value"]) for row in rows] == [("도서관", 4), ("도서관", 10), ("공원", 1), ("공원", 2)]
    assert "table.unplaced" in codes(issues)


def test_targets_and_results_in_per_cent_are_told_apart(table) -> None:
    rows, issues = read(
        table("지표 | 구분 | 2018 | 2019", "도서관 | 목표(%) | 40 | 100", "^ | 실적(%) | 30 | 90", drawn=True)
    )
    assert [(row["measure"], row["unit"], row["value"]) for row in rows] == [
        *(("target", "%", 40), ("target", "%", 100), ("actual", "%", 30), ("actual", "%", 90)),
    ]
    assert issues == []


def test_a_year_has_one_target_where_running_ones_stand_beside_it_and_none_where_two_are_alike(
    table: TableMaker,
) -> None:
    running = table("지표 | 2019년 | <", "^ | 당해목표 | 누적목표", "산책로 조성 | 2 | 6", drawn=True)
    rows, issues = read(running)
    assert brief(rows) == [("target", "산책로 조성", 2019, 2.0, None)]
    assert codes(issues) == ["table.unplaced"]
    alone = table("지표 | 2019년 | <", "^ | 누적목표 | 누적실적", "산책로 조성 | 6 | 5", drawn=True)
    assert [(row["measure"], row["value"]) for row in read(alone)[0]] == [("target", 6.0), ("actual", 5.0)]
    alike = table("지표 | 2019년 | < | <", "^ | 목표치 | 수정목표 | 실적", "산책로 조성 | 2 | 3 | 1", drawn=True)
    rows, issues = read(alike)
    assert [row["measure"] for row in rows] == ["actual"]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_a_figure_below_its_words_in_one_cell_is_the_value() -> None:
    def cell(*lines: str) -> Cell:
        return Cell(0, 0, 1, 1, tuple(Line(text, Place()) for text in lines), Place())

    assert words_over_figure(cell("실시설계", "20")) == ("실시설계", "20")
    assert words_over_figure(cell("착공(2단계)", "20")) is None
    assert words_over_figure(cell("1차", "20")) is None
    assert words_over_figure(cell("착공")) is None


def test_a_rate_beside_two_lines_is_said_once(table) -> None:
    rows, _ = read(
        table(
            "지표 | 단위 | 구분 | 2018 | 2019 | 달성률",
            "쉼터 | 개소 | 목표 | 2 | 4 | 50%",
            "^ | ^ | 실적 | 2 | 1 | ^",
            drawn=True,
        )
    )
    assert [row["measure"] for row in rows] == ["target", "target", "rate", "actual", "actual"]


@pytest.mark.parametrize(
    ("heads", "goal"),
    [("최종목표 | 임기내 목표", 4000.0), ("당해목표 | 최종목표", 4000.0), ("최종목표 | 목표", 5000.0)],
)
def test_of_two_goals_that_of_the_term_or_the_last_is_the_goal(table: TableMaker, heads: str, goal: float) -> None:
    rows, issues = read(table(f"지표 | 단위 | {heads} | 2018 | 2019", "이용자 | 명 | 5,000 | 4,000 | 500 | 900"))
    assert [row["value"] for row in rows] == [goal, 500.0, 900.0]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize("text", ["70(상반기) / 80(하반기)", "24% → 30%", "70 / 80"])
def test_two_figures_with_a_sign_between_them_are_no_value(text: str) -> None:
    found = CellReader(Vocabulary.standard()).read(text, "%")
    assert (found.value, found.doubt) == (None, True)


def test_indicators_over_targets_and_results_beside_years_down_the_side(table: TableMaker) -> None:
    head = ("연도 | 통학로(개소) | < | 교육(회) | <", "^ | 목표 | 실적 | 목표 | 실적")
    rows, issues = read(table(*head, "2019 | 3 | 2 | 10 | 12", "2020 | 4 | 5 | 10 | -", drawn=True), "indicators")
    assert {(row["project"], row["unit"], row["measure"], row["year"], row["value"]) for row in rows} == {
        ("통학로(개소)", "개소", "target", 2019, 3.0),
        ("통학로(개소)", "개소", "actual", 2019, 2.0),
        ("통학로(개소)", "개소", "target", 2020, 4.0),
        ("통학로(개소)", "개소", "actual", 2020, 5.0),
        ("교육(회)", "회", "target", 2019, 10.0),
        ("교육(회)", "회", "actual", 2019, 12.0),
        ("교육(회)", "회", "target", 2020, 10.0),
    }
    assert issues == []


def test_indicators_across_beside_lines_of_targets_and_results_of_each_year(table: TableMaker) -> None:
    body = ("2019 | 목표 | 3 | 10", "^ | 실적 | 2 | 12", "2020 | 목표 | 4 | 10", "^ | 실적 | 5 | 8")
    rows, issues = read(table("연도 | 구분 | 통학로(개소) | 교육(회)", *body, drawn=True), "indicators")
    assert [(row["project"], row["measure"], row["year"], row["value"]) for row in rows] == [
        ("통학로(개소)", "target", 2019, 3.0),
        ("통학로(개소)", "actual", 2019, 2.0),
        ("통학로(개소)", "target", 2020, 4.0),
        ("통학로(개소)", "actual", 2020, 5.0),
        ("교육(회)", "target", 2019, 10.0),
        ("교육(회)", "actual", 2019, 12.0),
        ("교육(회)", "target", 2020, 10.0),
        ("교육(회)", "actual", 2020, 8.0),
    ]
    assert issues == []


def test_of_two_halves_with_their_own_names_the_changed_one_counts(table: TableMaker) -> None:
    head = ("당초 | < | < | 변경 | < | <", "지표명 | 2019 | 2020 | 지표명 | 2019 | 2020")
    rows, issues = read(table(*head, "교육(회) | 10 | 12 | 교육(회) | 11 | 13", drawn=True), "indicators")
    assert [(row["project"], row["year"], row["value"]) for row in rows] == [
        ("교육(회)", 2019, 11.0),
        ("교육(회)", 2020, 13.0),
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_the_year_of_a_changed_goal_is_no_goal(table: TableMaker) -> None:
    head = ("구분 | 당초 | < | 변경 | <", "^ | 목표 | 연도 | 목표 | 연도")
    rows, _ = read(table(*head, "통학로(개소) | 3 | 2020 | 5 | 2021", drawn=True), "indicators")
    assert [row["value"] for row in rows] == [5.0]


def test_deeds_by_year_beside_figures_of_other_names_mismatch_nothing() -> None:
    deeds = [
        {"measure": "target", "project": name, "value": None, "milestone": "운영", "year": 2019, "line_no": 1}
        for name in ("도서관", "협의회")
    ]
    figures = [
        {"measure": measure, "project": "통학로", "value": 5.0, "milestone": None, "year": None}
        for measure in ("goal", "result")
    ]
    assert project_issues([deeds, figures]) == []


def test_indicators_across_beside_years_of_targets_and_then_of_results(table: TableMaker) -> None:
    body = ("목표 | 2019 | 3 | 10", "^ | 2020 | 4 | 10", "실적 | 2019 | 2 | 12", "^ | 2020 | 5 | 8")
    rows, _ = read(table("구분 | 연도 | 통학로(개소) | 교육(회)", *body, drawn=True), "indicators")
    assert [(row["project"], row["measure"], row["year"], row["value"]) for row in rows[:4]] == [
        ("통학로(개소)", "target", 2019, 3.0),
        ("통학로(개소)", "target", 2020, 4.0),
        ("통학로(개소)", "actual", 2019, 2.0),
        ("통학로(개소)", "actual", 2020, 5.0),
    ]


def test_remarks_beside_such_lines_leave_an_issue(table: TableMaker) -> None:
    body = ("2019 | 목표 | 3 | -", "^ | 실적 | 2 | 설계 지연")
    rows, issues = read(table("연도 | 구분 | 통학로(개소) | 비고", *body, drawn=True), "indicators")
    assert [(row["measure"], row["value"]) for row in rows] == [("target", 3.0), ("actual", 2.0)]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_the_goal_of_a_term_and_what_was_done_are_goal_and_result(table: TableMaker) -> None:
    rows, _ = read(table("지표 | 민선7기 목표 | 2018 | 2019 | 이행률", "강좌(개) | 200 | 20 | 50 | 35%"), "achievement")
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("goal", None, 200),
        ("actual", 2018, 20),
        ("actual", 2019, 50),
        ("rate", None, 35),
    ]
    rows, _ = read(table("연도 | 목표량 | 추진량", "2018년 | 2.5km | 2.4km"))
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2018, 2.5),
        ("actual", 2018, 2.4),
    ]


def test_a_measure_printed_once_holds_for_the_indicators_below_it(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 지표 | 2018", "목표 | 버스 | 10", " | 택시 | 20", "실적 | 버스 | 9", " | 택시 | 8"))
    assert [(row["measure"], row["project"], row["value"]) for row in rows] == [
        ("target", "버스", 10),
        ("target", "택시", 20),
        ("actual", "버스", 9),
        ("actual", "택시", 8),
    ]


def test_figures_that_add_up_those_above_them_are_no_targets(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "지표 | 단위 | 2018 | 2019 | 2020",
            "공원 | 개소 | 1 | 2 | 3",
            "누계 | 개소 | 1 | 3 | 6",
            "녹지율 | % | 10 | 12 | 14",
        )
    )
    assert [(row["project"], row["value"]) for row in rows] == [
        *(("공원", value) for value in (1, 2, 3)),
        *(("녹지율", value) for value in (10, 12, 14)),
    ]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize("name", ["달성", "추진", "실적"])
def test_what_was_reached_is_a_result_by_any_name(name: str, table: TableMaker) -> None:
    rows, _ = read(table("구분 | 2018 | 2019", "목표 | 1 | 2", f"{name} | 1 | "))
    assert [(row["measure"], row["year"]) for row in rows] == [("target", 2018), ("target", 2019), ("actual", 2018)]


def test_a_head_of_quarters_names_no_measure_and_the_lines_do(table: TableMaker) -> None:
    rows, _ = read(
        table(
            "분기 | 1분기 | 2분기 | 3분기 | 4분기 | 계", "목표(개소) | 1 | 2 | 3 | 4 | 10", "실적(개소) | 1 | 2 | | | 3"
        )
    )
    assert [(row["measure"], row["unit"], row["value"]) for row in rows] == [
        ("goal", "개소", 10),
        ("result", "개소", 3),
    ]


def test_bands_of_targets_and_results_say_what_the_lines_below_them_measure(table: TableMaker) -> None:
    rows, _ = read(
        table(
            "구분 | 2019 | 2020",
            "목표 | < | <",
            "방문객(명) | 10 | 20",
            "매출(억원) | 1 | 2",
            "실적 | < | <",
            "방문객(명) | 9 | ",
            "매출(억원) | 1 | ",
        )
    )
    assert [(row["measure"], row["project"], row["value"]) for row in rows] == [
        ("target", "방문객(명)", 10),
        ("target", "방문객(명)", 20),
        ("target", "매출(억원)", 1),
        ("target", "매출(억원)", 2),
        ("actual", "방문객(명)", 9),
        ("actual", "매출(억원)", 1),
    ]


def worded(table: TableMaker, *words: str) -> tuple[list[Row], list[Issue]]:
    """Two indicators with a line for each word, in a column that no head tells, and a rate for all years."""
    lines = [
        f"{name} | {unit} | {word} | {first + k} | {first + k + 10} | {rate}"
        for name, unit, first in (("활동가 양성", "명", 5), ("공모사업", "건", 20))
        for k, word in enumerate(words)
        for rate in ("95%",)
    ]
    lines = [
        line if k % len(words) == 0 else " ^ | ^ |" + line.split("|", 2)[2].rsplit("|", 1)[0] + "| ^"
        for k, line in enumerate(lines)
    ]
    return read(table("지표명 | 단위 | 구분 | 2018년 | 2019년 | 달성률", *lines, drawn=True))


def test_lines_that_unknown_words_tell_apart_have_no_values(table: TableMaker) -> None:
    # Which of them is what was aimed at, nobody can tell.
    rows, issues = worded(table, "예정", "끝냄")
    assert [row for row in rows if row["measure"] != "rate"] == []
    assert "indicator.unsaid" in codes(issues)


def test_of_lines_told_apart_those_that_are_known_keep_their_values(table: TableMaker) -> None:
    rows, issues = worded(table, "예정", "실적")
    assert [(row["measure"], row["project"], row["year"], row["value"]) for row in rows if row["year"]] == [
        ("actual", "활동가 양성", 2018, 6.0),
        ("actual", "활동가 양성", 2019, 16.0),
        ("actual", "공모사업", 2018, 21.0),
        ("actual", "공모사업", 2019, 31.0),
    ]
    assert "indicator.unsaid" in codes(issues)


def test_lines_of_different_things_keep_their_values(table: TableMaker) -> None:
    rows, issues = worded(table, "교육(회)", "참여(명)")
    assert len([row for row in rows if row["year"]]) == 8
    assert "indicator.unsaid" not in codes(issues)


@pytest.mark.parametrize(
    "words", [("남", "여"), ("상반기", "하반기"), ("계", "가람동", "나래동"), ("온라인", "현장", "계")]
)
def test_lines_of_parts_of_an_indicator_have_names_of_their_own(table: TableMaker, words: tuple[str, ...]) -> None:
    rows, issues = worded(table, *words)
    names = ["활동가 양성" if word == "계" else f"활동가 양성 {word}" for word in words]
    assert [(row["project"], row["value"]) for row in rows if row["year"] == 2018][: len(words)] == [
        (name, 5.0 + place) for place, name in enumerate(names)
    ]
    assert "indicator.unsaid" not in codes(issues)


def test_where_columns_say_what_is_measured_words_part_the_indicator(table: TableMaker) -> None:
    body = (
        "이용자 | 가람 | 명 | 30 | 20",
        " | 나래 | 명 | 35 | 25",
        "회원 | 가람 | 명 | 3 | 2",
        " | 나래 | 명 | 4 | 3",
    )
    rows, issues = read(table("지표 | 지역 | 단위 | 목표 | 실적", *body))
    assert [(row["project"], row["value"]) for row in rows if row["measure"] == "goal"] == [
        ("이용자 가람", 30.0),
        ("이용자 나래", 35.0),
        ("회원 가람", 3.0),
        ("회원 나래", 4.0),
    ]
    assert issues == []


def test_a_step_of_a_project_is_no_result(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 2018 | 2019", "준비 | 1 | 0", "추진 | 0 | 1", "완료 | 0 | 1"))
    assert [(row["project"], row["measure"]) for row in rows if row["year"] == 2018] == [
        ("준비", "target"),
        ("추진", "target"),
        ("완료", "target"),
    ]
    assert issues == []
    rows, issues = read(table("구분 | 2018 | 2019", "목표 | 3 | 4", "추진 | 3 | 2"))
    assert [row["measure"] for row in rows] == ["target", "target", "actual", "actual"]
    rows, issues = read(table("지표 | 단위 | 추진 | 달성", "도서관 | 개소 | 3 | 2"))
    assert [(row["measure"], row["value"]) for row in rows] == [("result", 2.0)]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize("said", ["달성", "추진"])
def test_beside_results_a_word_like_theirs_is_none(table: TableMaker, said: str) -> None:
    rows, issues = read(table(f"지표 | 단위 | 목표 | 실적 | {said}", "도서관 | 개소 | 3 | 2 | 67%"))
    assert [(row["measure"], row["value"]) for row in rows] == [("goal", 3.0), ("result", 2.0)]
    assert codes(issues) == ["table.unplaced"]
    rows, issues = read(table(f"지표 | 단위 | 목표 | {said}", "도서관 | 개소 | 3 | 2"))
    assert [(row["measure"], row["value"]) for row in rows] == [("goal", 3.0), ("result", 2.0)]
    assert issues == []


def test_a_head_of_another_term_is_not_roughly_met(table: TableMaker) -> None:
    rows, issues = read(table("지표 | 단위 | 민선6기 실적 | 민선7기 목표 | 2018", "도서관 | 개소 | 3 | 9 | 4"))
    assert [(row["measure"], row["value"]) for row in rows] == [("goal", 9.0), ("target", 4.0)]
    assert codes(issues) == ["table.unplaced"]


def test_a_year_printed_once_holds_for_the_indicators_below_it(table: TableMaker) -> None:
    body = (
        "2018년 | 주차장 | 면 | 10 | 12",
        " | 안내판 | 개 | 1 | 2",
        "2019년 | 주차장 | 면 | 20 | 22",
        " | 안내판 | 개 | 3 | 4",
    )
    rows, issues = read(table("연도 | 사업명 | 단위 | 목표 | 실적", *body))
    assert [(row["project"], row["year"], row["value"]) for row in rows if row["measure"] == "target"] == [
        ("주차장", 2018, 10.0),
        ("안내판", 2018, 1.0),
        ("주차장", 2019, 20.0),
        ("안내판", 2019, 3.0),
    ]
    assert issues == []


def test_names_over_one_measure_and_over_two_are_lines_each(table: TableMaker) -> None:
    head = ("연도 | 병상(개) | 환자(명) | <", "^ | 목표 | 목표 | 실적")
    rows, issues = read(table(*head, "2018 | 10 | 50 | 52", "2019 | 12 | 60 | "))
    assert issues == []
    assert [(row["project"], row["unit"], row["measure"], row["year"], row["value"]) for row in rows] == [
        ("병상(개)", "개", "target", 2018, 10.0),
        ("병상(개)", "개", "target", 2019, 12.0),
        ("환자(명)", "명", "target", 2018, 50.0),
        ("환자(명)", "명", "target", 2019, 60.0),
        ("환자(명)", "명", "actual", 2018, 52.0),
    ]


def test_a_measure_twice_under_one_name_is_told_of_none(table: TableMaker) -> None:
    head = ("연도 | 교육(회) | < | 통학로(개소) | <", "^ | 목표 | 실적 | 실적 | 실적")
    rows, issues = read(table(*head, "2019 | 3 | 2 | 10 | 12"))
    assert not any(row["project"] for row in rows)
    assert "table.unreadable" in codes(issues)


def test_an_inner_name_may_stand_beside_several_lines(table: TableMaker) -> None:
    lines = ["도서관 | 건립 | 목표 | 3 | 4", "^ | ^ | 실적 | 2 | 1", "^ | 운영 | 목표 | 5 | 6", "^ | ^ | 실적 | 5 | "]
    rows, _ = read(table("세부사업 | < | 구분 | 2019 | 2020", *lines))
    assert [(row["project"], row["measure"], row["year"], row["value"]) for row in rows] == [
        ("건립", "target", 2019, 3.0),
        ("건립", "target", 2020, 4.0),
        ("건립", "actual", 2019, 2.0),
        ("건립", "actual", 2020, 1.0),
        ("운영", "target", 2019, 5.0),
        ("운영", "target", 2020, 6.0),
        ("운영", "actual", 2019, 5.0),
    ]


def test_a_project_without_parts_stands_beside_those_with(table: TableMaker) -> None:
    lines = ["도서관 | 건립 | 목표 | 3", "^ | 운영 | 목표 | 5", "공원 | < | 목표 | 7", "^ | < | 실적 | 6"]
    rows, issues = read(table("사업 | < | 구분 | 2019", *lines))
    assert issues == []
    assert [(row["project"], row["measure"], row["value"]) for row in rows] == [
        ("도서관 건립", "target", 3.0),
        ("도서관 운영", "target", 5.0),
        ("공원", "target", 7.0),
        ("공원", "actual", 6.0),
    ]


def test_figures_beside_a_name_are_no_part_of_it(table: TableMaker) -> None:
    rows, _ = read(table("사업 | < | 목표 | 실적", "도서관 | 건립 | 3 | 2", "^ | 10 | 3 | 2"))
    assert {row["project"] for row in rows} == {"도서관"}


def test_a_head_of_nothing_but_times_under_goals_is_no_line(table: TableMaker) -> None:
    rows, issues = read(table("목표 | 연차별 목표 | < | <", "임기내 | 2018 | 2019 | 2020", "10 | 1 | 2 | 3"))
    assert issues == []
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("goal", None, 10.0),
        ("target", 2018, 1.0),
        ("target", 2019, 2.0),
        ("target", 2020, 3.0),
    ]


def test_a_share_over_all_years_is_of_each(table: TableMaker) -> None:
    rows, issues = read(table("사업 | 2018 | 2019 | 2020", "도서관 | 100 | < | <"), unit="%")
    assert issues == []
    assert [(row["year"], row["value"]) for row in rows] == [(2018, 100.0), (2019, 100.0), (2020, 100.0)]


def test_a_line_without_figures_below_one_without_any_says_nothing_of_it(table: TableMaker) -> None:
    rows, issues = read(table("지표 | 2018 | 2019", "이용자 | | ", " | 9 | 8", "봉사자 | 3 | 4"))
    assert [(row["project"], row["value"]) for row in rows if row["value"]] == [("봉사자", 3.0), ("봉사자", 4.0)]
    assert codes(issues) == ["indicator.unsaid"]


def test_one_line_of_running_figures_is_what_the_table_says(table: TableMaker) -> None:
    rows, issues = read(table("사업 | 2018 | 2019", "(누계) | 3 | 5"))
    assert issues == []
    assert [row["value"] for row in rows] == [3.0, 5.0]


def test_the_unit_of_a_line_may_be_printed_in_its_cells_and_hold_a_stroke(table: TableMaker) -> None:
    rows, issues = read(table("사업 | 단위 | 목표 | 2018", "제한속도 | km//h | 30km//h | 40 km//h"))
    assert issues == []
    assert [(row["value"], row["unit"], row["milestone"]) for row in rows] == [
        (30.0, "km/h", None),
        (40.0, "km/h", None),
    ]


def test_an_indicators_name_stands_before_what_is_done_for_it(table: TableMaker) -> None:
    rows, issues = read(
        table("지표명 | 주요내용 | 2018 | 2019", "도서관 수 | 도서관 조성 | 1 | 2", "장서 수 | 장서 구입 | 100 | 200")
    )
    assert [row["project"] for row in rows] == ["도서관 수", "도서관 수", "장서 수", "장서 수"]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize(
    "rows",
    [
        ("지표명 | 구분 | 2019 | 2020", "보도 설치 | 목표 | 2 | 3", "^ | 한 것 | 1 | 2"),
        ("구분 | 2019 | 2020", "목표 | 2 | 3", "한 것 | 1 | 2"),
    ],
)
def test_a_line_of_unknown_meaning_beside_that_of_the_targets_is_left_out(rows: tuple[str, ...], table) -> None:
    found, issues = indicator_rows(PrintedTable("indicators", "indicators", None, None, table(*rows, drawn=True)))
    assert [(row["measure"], row["year"], row["value"]) for row in found] == [
        ("target", 2019, 2.0),
        ("target", 2020, 3.0),
    ]
    assert "indicator.unsaid" in [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("one", "other"), [("발행액", "사용액"), ("공정률", "이용객"), ("상담", "결과"), ("추진", "입주"), ("예비", "최종")]
)
def test_two_indicators_are_no_lines_of_one_though_one_is_called_as_a_measure(
    one: str, other: str, table: TableMaker
) -> None:
    rows, issues = read(table("구분 | 2019 | 2020", f"{one} | 2 | 3", f"{other} | 1 | 2"))
    assert [row["value"] for row in rows] == [2.0, 3.0, 1.0, 2.0]
    assert rows[0]["project"] == one
    assert "indicator.unsaid" not in codes(issues)


def test_under_a_head_that_says_what_they_are_words_part_the_indicator(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "지표 | 시설 | 2019 | 2020",
            "이용객 | 가람관 | 4 | 2",
            " | 나래관 | 5 | 3",
            "대출 | 가람관 | 6 | 1",
            " | 나래관 | 7 | 2",
        )
    )
    assert [(row["project"], row["value"]) for row in rows if row["year"] == 2019] == [
        ("이용객 가람관", 4.0),
        ("이용객 나래관", 5.0),
        ("대출 가람관", 6.0),
        ("대출 나래관", 7.0),
    ]
    assert issues == []


def test_under_a_head_that_says_nothing_of_them_they_do_not(table: TableMaker) -> None:
    lines = ("교육 | 예정 | 4 | 2", " | 실시 | 5 | 3", "상담 | 예정 | 6 | 1", " | 실시 | 7 | 2")
    rows, issues = read(table("지표 | 종류 | 2019 | 2020", *lines))
    assert rows == []
    assert "indicator.unsaid" in codes(issues)


def test_the_parts_of_a_sole_indicator_have_names_of_their_own(table: TableMaker) -> None:
    rows, issues = read(table("지표 | 구분 | 2019 | 2020", "이용객 | 유료 | 4 | 2", " | 무료 | 5 | 3"))
    assert [row["project"] for row in rows] == ["이용객 유료"] * 2 + ["이용객 무료"] * 2
    assert issues == []


def test_results_below_a_name_that_counts_what_it_names_stay_results(table: TableMaker) -> None:
    rows, _ = read(table("구분 | 계 | 2019", "참여 인원(명) | 30 | 11", "실적(명) | 20 | 12"))
    assert [(row["project"], row["measure"], row["value"]) for row in rows] == [
        ("참여 인원(명)", "goal", 30.0),
        ("참여 인원(명)", "target", 11.0),
        ("참여 인원(명)", "result", 20.0),
        ("참여 인원(명)", "actual", 12.0),
    ]


@pytest.mark.parametrize("bar", ["\t", " | "])
def test_heads_whose_merged_cells_a_copy_filled_again_are_of_two_storeys(bar: str) -> None:
    rows = (
        ("사업명", "2019년", "2019년", "2020년", "2020년"),
        ("사업명", "목표", "실적", "목표", "실적"),
        ("도서관", "1", "1", "2", "1"),
        ("교육", "10", "9", "20", "18"),
    )
    table = "\n".join(bar.join(row) for row in rows)
    text = f"25. 도서관 조성\n\n■ 정책개요\n- 도서관 조성\n\n■ 목표 및 실적\n\n{table}\n"
    found = convert_bytes(text.encode(), "card.txt")["indicators"]
    assert [(row["measure"], row["project"], row["year"], row["value"]) for row in found] == [
        ("target", "도서관", 2019, 1.0),
        ("actual", "도서관", 2019, 1.0),
        ("target", "도서관", 2020, 2.0),
        ("actual", "도서관", 2020, 1.0),
        ("target", "교육", 2019, 10.0),
        ("actual", "교육", 2019, 9.0),
        ("target", "교육", 2020, 20.0),
        ("actual", "교육", 2020, 18.0),
    ]


def test_a_head_printed_twice_is_one_storey() -> None:
    table = "지표명\t단위\t2019\t2020\n지표명\t단위\t2019\t2020\n도서관\t개소\t1\t2\n"
    text = f"25. 도서관 조성\n\n■ 정책개요\n- 도서관 조성\n\n■ 성과지표\n\n{table}"
    found = convert_bytes(text.encode(), "card.txt")["indicators"]
    assert [(row["project"], row["year"], row["value"]) for row in found] == [
        ("도서관", 2019, 1.0),
        ("도서관", 2020, 2.0),
    ]


def test_a_unit_in_brackets_behind_the_heading_right_above_is_that_of_lines_that_name_none() -> None:
    text = "공약 9. 어린이집 확충\n□ 추진실적\n- 2019. 3. 개원\n□ 연도별 목표({})\n| 구분 | 2019 | 2020 |\n|---|---|---|\n| 신설 | 2 | 3 |\n"
    units = {}
    for said in ("개소", "안"):
        rows = convert_bytes(text.format(said).encode(), "card.txt")["indicators"]
        units[said] = [(row["value"], row["unit"]) for row in rows]
    assert units == {"개소": [(2.0, "개소"), (3.0, "개소")], "안": [(2.0, None), (3.0, None)]}


def test_two_columns_under_a_year_are_its_figure_and_its_milestone(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "지표 | 단위 | 목표 | 2019년 | < | 2020년 | < | 2021년 | <",
            "쉼터 | 개소 | 20 | 5 | 착공 | 20 | 준공 | - | -",
            "공원 | % | 100 | 40 | 공정 40% | 100 | 개원 | - | (운영)",
        )
    )
    assert issues == []
    assert brief(rows) == [
        ("goal", "쉼터", None, 20.0, None),
        ("target", "쉼터", 2019, 5.0, "착공"),
        ("target", "쉼터", 2020, 20.0, "준공"),
        ("goal", "공원", None, 100.0, None),
        ("target", "공원", 2019, 40.0, "공정 40%"),
        ("target", "공원", 2020, 100.0, "개원"),
        ("target", "공원", 2021, None, "(운영)"),
    ]


def test_two_columns_of_figures_under_a_year_are_its_halves(table: TableMaker) -> None:
    rows, _ = read(table("지표 | 단위 | 2019년 | < | 2020년 | <", "쉼터 | 개소 | 5 | 10 | 15 | 20"))
    assert [row["value"] for row in rows] == [5.0, 10.0, 15.0, 20.0]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [("목표//실적", "100//90", "120//-"), ("목표(실적)", "100(90)", "120 (-)"), ("목표→실적", "100 → 90", "120 →")],
)
def test_a_target_and_its_result_in_one_cell_are_parted_where_the_head_names_both(
    head: str, first: str, second: str, table: TableMaker
) -> None:
    over = table(f"지표 | 단위 | {head} | <", "^ | ^ | 2019 | 2020", f"주차면 | 면 | {first} | {second}")
    behind = table(f"지표 | 단위 | 2019 {head} | 2020 {head}", f"주차면 | 면 | {first} | {second}")
    for found in (over, behind):
        rows, issues = read(with_pairs_parted(found, Vocabulary.standard()))
        assert issues == []
        assert [(row["measure"], row["year"], row["value"], row["value_raw"]) for row in rows] == [
            ("target", 2019, 100.0, "100"),
            ("actual", 2019, 90.0, "90"),
            ("target", 2020, 120.0, "120"),
        ]


def test_one_figure_under_a_head_of_two_is_of_neither(table: TableMaker) -> None:
    printed = table("지표 | 단위 | 목표//실적 | <", "^ | ^ | 2019 | 2020", "주차면 | 면 | 100//90 | 120")
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert [(row["year"], row["value"]) for row in rows] == [(2019, 100.0), (2019, 90.0), (2020, None), (2020, None)]
    assert codes(issues) == ["number.unreadable"]


def test_so_it_is_where_all_figures_are_single(table: TableMaker) -> None:
    printed = table(
        "지표 | 단위 | 목표//실적 | <", "^ | ^ | 2019 | 2020", "주차면 | 면 | 100 | 120", "쉼터 | 개소 | 5 | 6"
    )
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert {row["value"] for row in rows} == {None}
    assert set(codes(issues)) == {"number.unreadable"}
    names = table("지표 | 단위 | 목표//실적", "조례 | 건 | 조례 제정", "주차면 | 면 | 120")
    assert with_pairs_parted(names, Vocabulary.standard()) == names


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("지표(목표//실적) | 단위", "쉼터 | 개소"),
        ("지표 | 단위", "쉼터(목표//실적) | 개소"),
        ("지표 | 구분", "쉼터 | 목표//실적"),
    ],
)
def test_what_the_names_say_of_both_is_said_of_every_year(head: str, line: str, table: TableMaker) -> None:
    printed = table(f"{head} | 2019 | 2020 | 2021", f"{line} | 5//4 | 6//- | 7")
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 5.0),
        ("actual", 2019, 4.0),
        ("target", 2020, 6.0),
        ("target", 2021, None),
        ("actual", 2021, None),
    ]
    assert "number.unreadable" in codes(issues)


def test_but_not_where_each_has_a_line_of_its_own(table: TableMaker) -> None:
    printed = table("지표 | 구분(목표//실적) | 2019 | 2020", "쉼터 | 목표 | 5 | 6", "^ | 실적 | 4 | 3")
    assert with_pairs_parted(printed, Vocabulary.standard()) == printed


def test_figures_that_the_head_does_not_name_stay_together(table: TableMaker) -> None:
    printed = table("지표 | 단위 | 2019 | 2020", "주차면 | 면 | 100//90 | 110//108")
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert [row["value"] for row in rows] == [None, None]
    assert set(codes(issues)) == {"number.unreadable"}


@pytest.mark.parametrize(
    "heading", ["※ 2020년까지는 실적", "○ 연도별 목표 및 실적", "□ 목표 및 성과", "□ 목표 및 달성현황(2020)"]
)
def test_bare_years_below_a_line_that_speaks_of_results_too_are_a_guess(heading: str, table: TableMaker) -> None:
    found = table("지표 | 단위 | 2019 | 2020 | 2021", "주차면 | 면 | 100 | 110 | 120")
    rows, issues = indicator_rows(PrintedTable("indicators", "indicators", None, None, found, heading))
    assert {row["measure"] for row in rows} == {"target"}
    assert codes(issues) == ["section.unsure"]


def test_a_head_of_two_centred_over_years_without_rules_is_of_all_of_them(table: TableMaker) -> None:
    printed = table("지표 |  | 목표//실적 | ", "^ | 2018 | 2019 | 2020", "쉼터 | 5//4 | 6//5 | 7//-", drawn=True)
    rows, _ = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert [(row["measure"], row["year"], row["value"]) for row in rows][-2:] == [
        ("actual", 2019, 5.0),
        ("target", 2020, 7.0),
    ]


@pytest.mark.parametrize("text", ["2 1개소", "1 3명", "2 5%", "1 2km", "14 호", "14호"])
def test_a_figure_whose_digits_two_lines_part_and_one_of_a_unit_that_also_numbers_are_told(text: str) -> None:
    """`2` over `1개소`, in a cell too narrow for `21개소`, was 2 without an issue; `14 호`, unlike `14호`, was lost without one."""
    found = CELLS.read(text, None)
    assert found.value is None and found.words == text and found.doubt


@pytest.mark.parametrize(
    ("text", "value"), [("60 3개소 개소", 60.0), ("100 1단계 준공", 100.0), ("1 3호점", 1.0), ("20 명", 20.0)]
)
def test_a_figure_before_words_that_begin_with_a_number_is_the_value(text: str, value: float) -> None:
    assert CELLS.read(text, None).value == value


def test_the_heading_of_indicators_and_results_makes_no_results_of_bare_years() -> None:
    table = "지표명\t단위\t2019\t2020\n주차면\t면\t100\t110\n"
    for heading, measure in (("성과지표 및 실적", "target"), ("성과지표 실적", "actual")):
        text = f"25. 주차장 조성\n\n■ 정책개요\n- 주차장 조성\n\n■ {heading}\n\n{table}"
        found = convert_bytes(text.encode(), "card.txt")
        assert {row["measure"] for row in found["indicators"]} == {measure}
        told = "section.unsure" in {issue["code"] for issue in found["issues"]}
        assert told == (measure == "target")


def test_what_was_planned_and_reached_of_things_that_a_unit_counts_is_a_goal_and_its_result() -> None:
    table = "세부사업\t단위\t계획\t실적\n이용객\t명\t16\t12\n"
    text = f"25. 주차장 조성\n\n■ 정책개요\n- 주차장 조성\n\n■ 추진목표\n\n{table}"
    found = convert_bytes(text.encode(), "card.txt")["indicators"]
    assert [(row["measure"], row["project"], row["value"]) for row in found] == [
        ("goal", "이용객", 16.0),
        ("result", "이용객", 12.0),
    ]


def test_years_under_a_plan_of_years_are_targets_beside_results(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "지표 | 단위 | 연도별 계획 | < | 실적 | <",
            "^ | ^ | 2019 | 2020 | 2019 | 2020",
            "쉼터 | 개소 | 5 | 6 | 4 | 3",
        )
    )
    assert [(row["measure"], row["year"], row["value"]) for row in rows] == [
        ("target", 2019, 5.0),
        ("target", 2020, 6.0),
        ("actual", 2019, 4.0),
        ("actual", 2020, 3.0),
    ]
    assert issues == []


def test_a_column_of_units_is_that_of_the_units_whatever_its_head_says(table: TableMaker) -> None:
    rows = read(table("지표명 | 기준 | 2019년 | 2020년", "발행액 | 억원 | 40 | 100", "가맹점 | 개소 | 2,000 | 4,500"))[
        0
    ]
    assert [(row["project"], row["unit"], row["value"]) for row in rows] == [
        ("발행액", "억원", 40.0),
        ("발행액", "억원", 100.0),
        ("가맹점", "개소", 2000.0),
        ("가맹점", "개소", 4500.0),
    ]


def test_words_of_a_plan_over_a_line_of_goals_are_no_results() -> None:
    text = (
        "3. 도서관 건립\n\n□ 연차별 이행목표\n\n| 구분 | 2018 | 2019 |\n|---|---|---|\n"
        "| 세부 이행계획 | 설계 | 착공 |\n| 이행목표(%) | 10 | 40 |\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")["indicators"]
    assert [(r["measure"], r["project"], r["unit"], r["value"], r["milestone"]) for r in rows] == [
        ("target", "세부 이행계획", None, None, "설계"),
        ("target", "세부 이행계획", None, None, "착공"),
        ("target", "이행목표(%)", "%", 10.0, None),
        ("target", "이행목표(%)", "%", 40.0, None),
    ]


def test_shares_under_a_heading_of_rates_are_no_results() -> None:
    text = (
        "3. 도서관 건립\n\n□ 분기별 이행률\n\n| 구분 | 1/4분기 | 2/4분기 |\n|---|---|---|\n"
        "| 2019 | 25% | 30% |\n| 2020 | 50% | 65% |\n"
    )
    tables = convert_bytes(text.encode(), "card.txt")
    assert tables["indicators"] == []
    assert "연도별 이행률은 자료에 옮길 자리가 없어 옮기지 않았습니다." in [
        issue["message"] for issue in tables["issues"]
    ]


@pytest.mark.parametrize(
    ("cells", "unit"), [("20 | 30", "호"), ("1,200 | 1,300", "호"), ("설계 | 20", None), ("- | 20", None)]
)
def test_what_numbers_things_as_well_is_a_unit_in_brackets_behind_the_name_of_figures(
    cells: str, unit: str | None
) -> None:
    text = f"3. 주택 공급\n\n□ 성과지표\n\n| 구분 | 2018 | 2019 |\n|---|---|---|\n| 주택 보급(호) | {cells} |\n"
    rows = convert_bytes(text.encode(), "card.txt")["indicators"]
    assert {row["unit"] for row in rows} == {unit}


def test_years_behind_those_with_plans_and_results_are_targets_also_under_a_heading_of_results(
    table: TableMaker,
) -> None:
    rows, _ = read(
        table("구분 | 2019 | < | 2020 | 2021", "^ | 계획 | 실적 | ^ | ^", "숲길(km) | 5 | 4 | 6 | 7"), "achievement"
    )
    found = [(row["measure"], row["year"], row["value"]) for row in rows]
    assert found == [("target", 2019, 5.0), ("actual", 2019, 4.0), ("target", 2020, 6.0), ("target", 2021, 7.0)]


def test_what_is_done_in_each_year_beside_its_goal_is_a_milestone(table: TableMaker) -> None:
    rows, _ = read(table("연도 | 목표 | 세부내용", "2018 | 10% | 부지 확보", "2019 | 30% | 풋살장 2개소 조성"))
    assert [(row["project"], row["year"], row["value"], row["milestone"]) for row in rows] == [
        (None, 2018, 10.0, "부지 확보"),
        (None, 2019, 30.0, "풋살장 2개소 조성"),
    ]
    rows, _ = read(table("연도 | 사업명 | 목표", "2018 | 도서관 | 10", "2019 | 공원 | 30"))
    assert [row["project"] for row in rows] == ["도서관", "공원"]


def test_a_rate_where_nothing_else_is_reached_is_what_is_counted(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 교육 횟수(회) | 사업 추진율(%)", "2018년 | 18 | 61", "2019년 | 20 | 70"))
    assert [(measure, year, value) for measure, _, year, value, _ in brief(rows)] == [
        ("target", 2018, 18.0),
        ("target", 2019, 20.0),
        ("target", 2018, 61.0),
        ("target", 2019, 70.0),
    ]
    assert codes(issues) == []


@pytest.mark.parametrize(
    "text",
    ["10 ▶ 20", "10 ⇨ 20", "10 + 5", "10[8]", "(추정) 10", "(변경)10", "(50%) 10", "(당초)8 (변경)10", "1.234.567"],
)
def test_figures_beside_another_or_behind_a_bracketed_word_are_told_as_unread(text: str) -> None:
    found = CELLS.read(text, "개소")
    assert (found.value, found.words, found.doubt) == (None, text, True)


def test_words_in_brackets_before_words_leave_no_doubt() -> None:
    assert not CELLS.read("(운영) 지속", "개소").doubt
    assert CELLS.read("10[신규]", "개소").value == 10.0
