"""The total budget that a field states."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

HEAD = "12. 통학로 조성\n\n- 임기구분: ☑ 임기내  □ 임기외\n\n## 사업개요\n\n"
TAIL = "\n\n## 추진실적\n\n- 기본계획 수립: 2019. 3. 5.\n"
YEARS = "\n\n## 소요예산 (단위: 백만원)\n\n| 구분 | 2019 | 2020 |\n|---|---|---|\n| 국비 | 5 | 7 |\n| 도비 | 5 | 7 |\n"
SUMMED = "\n\n## 소요예산 (단위: 백만원)\n\n| 구분 | 계 | 2019 | 2020 |\n|---|---|---|---|\n| 계 | 24 | 10 | 14 |\n"


def total(overview: str, budget: str = "") -> tuple[int | None, list[str]]:
    rows = convert_bytes((HEAD + overview + budget + TAIL).encode(), "card.md")
    return rows["cards"][0]["budget_total_won"], [
        issue["code"] for issue in rows["issues"] if issue["field"] == "budget_total_won"
    ]


@pytest.mark.parametrize(
    "overview",
    [
        "| 위치 | 북문로 일원 | 총사업비 | 12,000백만원 | 사업기간 | 2019. 3. ~ 2021. 12. |\n|---|---|---|---|---|---|",
        "| 위치 | 사업기간 | 사업량 | 총사업비(백만원) |\n|---|---|---|---|\n| 북문로 | 2019. 3. ~ 2021. 12. | 통학로 12개소 | 12,000 |",
        "| 항목 | 내용 |\n|---|---|\n| 위치 | 북문로 일원 |\n| 총사업비 | 12,000백만원 (국비 6,000, 도비 6,000) |",
        "- 위치: 북문로 일원\n- 사업비: 총 120억원(국비 60, 도비 60)",
        "- 위치: 북문로 일원\n- 사업비: 120억원(전액 도비)",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 2019년: 50억원\n- 2020년: 70억원\n- 총계: 120억원",
        "- 위치: 북문로 일원\n- 사업비: 120억원(국비 60억원, 도비 6,000백만원)",
        "- 위치: 북문로 일원\n- 소요예산\n  · 총사업비: 120억원",
        "- 총사업비: 120억원(부지매입비 50억, 건축비 70억)",
        "- 사업비: 12,000백만원 ('19년 5,000, 2020년 7,000)",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 총 120억원(국비 60, 도비 60)",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 총 120억원 (2018~2022)",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 120억원",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 12,000백만원(도비 100%)",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 총 120억원\n  · 국비 60억원\n  · 도비 60억원",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 총 120억원\n- 2019년 50억원\n- 2020년 70억원\n\n※ 변경될 수 있음",
        "- 위치: 북문로 일원\n\n## 소요예산\n\n- 국비: 50억원\n- 도비: 70억원\n- 합계: 120억원",
    ],
)
def test_a_field_states_it_where_no_table_does(overview: str) -> None:
    assert total(overview) == (12_000_000_000, [])


@pytest.mark.parametrize(
    "overview",
    [
        "- 사업비: 50백만원(1차), 70백만원(2차)",
        "- 사업비: '20년 50백만원",
        "- 사업비: 100~120억원",
        "- 사업비: 개소당 50백만원",
        "- 총사업비: 100억원 → 120억원",
        "### 도로 확장\n\n- 총사업비: 100억원\n\n### 육교 철거\n\n- 위치: 북문",
        "- 총사업비: 100억원\n- 도로 확장\n- 총사업비: 120억원",
        "- (도서관) 중앙동\n- 사업비: 100억원\n- (체육관) 남부동\n- 사업비: 100억원",
        "- 1단계 어린이실\n  · 사업비: 100억원\n- 2단계 열람실\n  · 규모: 1,200㎡",
        "가. 도서관 건립\n - 사업비: 100억원\n나. 체육관 건립\n - 위치: 북문",
        "1) 도서관\n○ 사업비: 100억원\n2) 체육관\n○ 위치: 북문",
        "- 사업비: 5억원(설계비)",
        "- 사업비: 5억원(금년도분)",
        "- 사업비: 5억원(확보)",
        "- 사업비: 5억원(1단계, 국비 3억원)",
        "- 사업비: 5억원 ※ 1단계만",
        "- 사업비: 5억원(설계비 2억, 공사비 2억)",
        "- 사업비: 5억원('19~'20년 각 2억원)",
        "## 소요예산\n\n- 총 120억원\n- 2019년: 5억원",
    ],
)
def test_what_states_no_single_total_gives_none(overview: str) -> None:
    assert total(overview) == (None, [])


@pytest.mark.parametrize(
    "budget",
    [
        "- 120억원\n- 60억원",
        "- 120억원 확보 완료",
        "- 120억원(2019년분)",
        "- 총 120억원\n- 집행 60억원",
        "- 총 120억원\n- 총 130억원",
        "- 120억원(2018~2019)",
    ],
)
def test_bullets_below_the_heading_that_say_more_than_one_total_give_none(budget: str) -> None:
    assert total("- 위치: 북문로 일원\n\n## 소요예산\n\n" + budget) == (None, [])


def test_the_sources_below_a_total_that_do_not_add_up_are_told() -> None:
    budget = "- 위치: 북문로 일원\n\n## 소요예산\n\n- 총 120억원\n  · 국비 60억원\n  · 도비 50억원"
    assert total(budget) == (12_000_000_000, ["budget.sum_mismatch"])


def test_a_bullet_that_says_another_total_than_the_table_leaves_none() -> None:
    table = SUMMED.replace("\n\n|", "\n\n- 총 120백만원\n\n|")
    assert total("- 위치: 북문로 일원", table) == (None, ["budget.totals_differ"])
    assert total("- 위치: 북문로 일원", table.replace("120백만원", "24백만원")) == (24_000_000, [])


def test_fields_of_different_names_that_state_different_totals_leave_an_issue() -> None:
    assert total("- 총사업비: 100억원\n- 총예산: 120억원") == (None, ["budget.totals_differ"])


def test_a_figure_without_a_unit_leaves_an_issue() -> None:
    assert total("| 위치 | 북문로 일원 | 총사업비 | 12,000 |\n|---|---|---|---|") == (None, ["budget.unit_missing"])


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("총사업비: 24백만원", (24_000_000, [])),
        ("총사업비: 약 23.5백만원", (24_000_000, [])),  # rounded
        ("총사업비: 120억원", (None, ["budget.totals_differ"])),
        ("사업비: 10백만원", (24_000_000, [])),  # may be of a part
    ],
)
def test_a_field_that_states_another_total_than_the_table_leaves_none(
    stated: str, expected: tuple[int | None, list[str]]
) -> None:
    assert total(f"- {stated}", SUMMED) == expected


BESIDE_YEARS = """

## 소요예산 (단위: 백만원)

| 구분 | 총계 | 기투자 | 임기내 | 2019 | 2020 | 향후 |
|---|---|---|---|---|---|---|
| 계 | 100 | 10 | 60 | 30 | 30 | 30 |
"""


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("90백만원", (100_000_000, [])),  # without what was invested before
        ("130백만원", (100_000_000, [])),  # as if 향후 came on top
        ("60백만원", (100_000_000, [])),  # that of the term
        ("300백만원", (None, ["budget.totals_differ"])),
    ],
)
def test_columns_beside_the_years_explain_another_total(stated: str, expected: tuple[int | None, list[str]]) -> None:
    assert total(f"- 총사업비: {stated}", BESIDE_YEARS) == expected


def test_a_field_that_states_the_sum_of_a_table_in_another_unit_says_that_one_of_the_two_is_wrong() -> None:
    for stated in ("240억원", "24,000원", "약 240억원"):
        assert total(f"- 총사업비: {stated}", SUMMED) == (None, ["budget.totals_differ"])


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("(단위: 백만원)", (24_000_000, [])),
        ("(단위: 百萬원)", (24_000_000, [])),
        ("[千원]", (24_000, [])),
        # Of which year it is not said apart.
        ("(단위: 백만원(2019년은 천원))", (None, [])),
    ],
)
def test_a_unit_note_beside_the_heading_is_read_to_its_end(note: str, expected: tuple[int | None, list[str]]) -> None:
    assert total("- 위치: 북문로", SUMMED.replace("(단위: 백만원)", f"\n\n{note}")) == expected


@pytest.mark.parametrize(
    ("note", "won"), [("(단위: 천원)", None), ("(단위: 백만원)", 24_000_000), ("(2020. 12. 기준)", 24_000_000)]
)
def test_a_note_below_a_heading_with_another_unit_tells_none(note: str, won: int | None) -> None:
    assert total("- 위치: 북문로", SUMMED.replace("백만원)", f"백만원)\n\n{note}")) == (won, [])


def test_beside_a_table_without_a_sum_only_what_says_that_it_is_all_counts() -> None:
    assert total("- 총사업비: 24백만원", YEARS) == (24_000_000, [])
    assert total("- 사업비: 24백만원", YEARS) == (None, [])


def test_a_field_that_states_less_than_the_years_take_is_not_the_total() -> None:
    assert total("- 총사업비: 20백만원", YEARS) == (None, ["budget.totals_differ"])


def test_a_bound_is_no_total() -> None:
    head = (
        "공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 정책개요\n - 사업비: {}\n■ 추진실적\n - 2019. 3. 5. 착공\n"
    )
    told = [
        convert_bytes(head.format(said).encode(), "card.txt")["cards"][0]["budget_total_won"]
        for said in ("12억원", "12억원 이상", "12억원 이내")
    ]
    assert told == [1_200_000_000, None, None]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## 소요예산 : 3,000백만원 (국비 1,500, 도비 1,500)", 3_000_000_000),
        ("## 총사업비: 30억원", 3_000_000_000),
        ("## 소요예산: 2019년 3,000백만원", None),
        ("## 소요예산 : 3,000백만원 확보", None),
    ],
)
def test_a_heading_may_have_it_behind_its_colon(heading: str, expected: int | None) -> None:
    assert total("- 위치: 북문로 일원", f"\n\n{heading}\n") == (expected, [])


ONE_PROJECT = """

## 투자계획 (단위: 백만원)

| 사업명 | 재원 | 2018 | 2019 | 합계 |
|---|---|---|---|---|
| 안심센터 | 소계 | 100 | 200 | 300 |
| 안심센터 | 시비 | 60 | 100 | 160 |
| 안심센터 | 도비 | 40 | 100 | 140 |
"""


@pytest.mark.parametrize("stated", ["300백만원", "약 3억원", "290백만원"])
def test_the_sum_of_the_only_project_is_that_of_all_if_it_is_stated_so_but_for_rounding(stated: str) -> None:
    assert total(f"- 총사업비: {stated}", ONE_PROJECT) == (300_000_000, [])


def test_the_sum_of_the_only_project_is_not_what_all_cost() -> None:
    """Another project may stand in no table that was read."""
    assert total("- 총사업비: 1,300백만원", ONE_PROJECT) == (None, ["budget.totals_differ"])


@pytest.mark.parametrize(
    ("heading", "years", "won"),
    [
        ("2019년 소요예산", {2019}, None),
        ("'19년도 투자계획", {2019}, None),
        ("2018~2022년 소요예산", {None}, 9_000_000),
        ("2019년 이후 소요예산", {None}, 9_000_000),
    ],
)
def test_amounts_of_no_time_are_of_the_year_with_which_their_heading_begins(
    heading: str, years: set[int | None], won: int | None
) -> None:
    budget = (
        f"\n\n## {heading}\n\n(단위: 백만원)\n\n| 구분 | 계 | 국비 | 군비 |\n|---|---|---|---|\n| 쉼터 | 9 | 4 | 5 |\n"
    )
    rows = convert_bytes((HEAD + "- 위치: 북문로" + budget + TAIL).encode(), "card.md")
    assert {row["year"] for row in rows["budget"]} == years
    assert rows["cards"][0]["budget_total_won"] == won


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("국비 100, 시비 100, 구비 50", True),
        ("국비 100백만원, 시비 1억원, 구비 50백만원", True),
        ("국비 100, 시비 100, 구비 100", False),
        ("국비 1억 5천만원, 구비 1억 5천만원", False),
        ("국비 150,000, 구비 150,000", False),  # in 천원
        ("국비 50%, 구비 40%", False),
        ("국비 포함", False),
        ("전액 구비", False),
    ],
)
def test_sources_behind_a_total_that_do_not_add_up_are_told(parts: str, told: bool) -> None:
    issues = ["budget.sum_mismatch"] if told else []
    assert total(f"- 총사업비: 300백만원({parts})") == (300_000_000, issues)


def test_it_is_the_total_where_the_sums_of_the_sources_make_it_up() -> None:
    sources = "\n\n## 소요예산 (단위: 백만원)\n\n| 재원 | 계 | 2019 | 2020 |\n|---|---|---|---|\n| 국비 | 12 | 5 | 7 |\n| 도비 | 10 | 4 | 6 |\n"
    assert total("- 총사업비: 22백만원", sources) == (22_000_000, [])
    assert total("- 총사업비: 24백만원", sources) == (None, [])


def test_a_field_above_all_headings_states_it() -> None:
    text = "공약명: 통학로 조성\n공약번호: 12\n담당부서: 도로과\n임기구분: ☑ 임기내 ☐ 임기외\n사업기간: 2019. ~ 2021.\n총사업비: 12,000백만원\n추진실적:\n- 2019. 3. 착공\n"
    assert convert_bytes(text.encode(), "card.txt")["cards"][0]["budget_total_won"] == 12_000_000_000
