"""What is read off a card as a whole, and small notations met in tables of strangers."""

from __future__ import annotations

import datetime as dt

import pytest

from pledgecards.convert import Rows, convert_bytes
from pledgecards.normalize.tables.said import said
from pledgecards.schemas.vocabulary import Vocabulary

HEAD = "공약 7. 보안등 교체\n□ 임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 보안등 교체\n"


def read(text: str) -> Rows:
    return convert_bytes((HEAD + text).encode())


def test_the_day_of_the_figures_may_stand_behind_a_heading() -> None:
    rows = read("□ 추진실적 (2021. 6. 현재)\n ○ 설치: 2019. 3. 5.\n")
    assert rows["cards"][0]["as_of"] == dt.date(2021, 6, 30)


@pytest.mark.parametrize(
    "note",
    [
        "(기준: 2021. 6. 30.)",
        "(기준일 : 2021.6.30.)",
        "기준일: '21. 6. 30.",
        "※ 2021. 6. 기준",
        "[2021. 상반기 기준]",
        "(2021. 6. 30. 기 준)",
    ],
)
def test_a_note_of_the_day_of_the_figures_in_other_words(note: str) -> None:
    rows = read(f"□ 추진실적\n ○ 설치: 2019. 3. 5.\n{note}\n")
    assert rows["cards"][0]["as_of"] == dt.date(2021, 6, 30)


def test_the_day_of_the_figures_may_stand_behind_a_heading_without_brackets() -> None:
    rows = read("□ 추진실적 '21. 6월말 현재\n ○ 설치: 2019. 3. 5.\n")
    assert rows["cards"][0]["as_of"] == dt.date(2021, 6, 30)
    assert [event["label"] for event in rows["events"]] == ["설치"]


@pytest.mark.parametrize("heading", ["추진실적('21.6월말)", "추진실적 (2021. 6월말)", "추진실적 ('21. 6월말 현재)"])
def test_results_up_to_the_end_of_a_month_are_of_its_last_day(heading: str) -> None:
    rows = read(f"□ {heading}\n ○ 설치: 2019. 3. 5.\n")
    assert rows["cards"][0]["as_of"] == dt.date(2021, 6, 30)


@pytest.mark.parametrize("heading", ["향후계획 ('22. 6월말)", "추진실적\n\n① 보안등 교체('22. 6월말)"])
def test_what_is_done_by_the_end_of_a_month_dates_no_figures(heading: str) -> None:
    assert read(f"□ {heading}\n ○ 설치: 2019. 3. 5.\n")["cards"][0]["as_of"] is None


@pytest.mark.parametrize("note", ["2021년 2분기 기준", "'21. 2/4분기 기준", "2021년 상반기 현재", "2021. 6. 30. 기준"])
def test_the_day_of_the_figures_may_stand_between_bars_in_the_head(note: str) -> None:
    head = f"공약 7. 보안등 교체\n안전 | {note} | 도로과\n"
    text = head + "□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    assert convert_bytes(text.encode())["cards"][0]["as_of"] == dt.date(2021, 6, 30)


def test_a_sums_column_says_the_unit_of_its_parts() -> None:
    rows = read("□ 소요예산\n\n구분\t계(백만원)\t2019년\t2020년\n계\t300\t100\t200\n구비\t300\t100\t200\n")
    assert [row["amount_won"] for row in rows["budget"][:3]] == [300_000_000, 100_000_000, 200_000_000]


@pytest.mark.parametrize(("beside", "whose"), [("도비", "local"), ("구비", "metro")])
def test_the_sources_of_one_budget_tell_whose_the_source_of_another_is(beside: str, whose: str) -> None:
    rows = read(
        "□ 소요예산 (단위: 백만원)\n[보안등]\n\n"
        f"구분\t계\t2019년\t2020년\n계\t30\t10\t20\n{beside}\t10\t5\t5\n시비\t20\t5\t15\n"
        "[가로등]\n\n구분\t계\t2019년\t2020년\n계\t30\t10\t20\n시비\t20\t5\t15\n기타\t10\t5\t5\n"
    )
    assert {row["funding"] for row in rows["budget"] if row["funding_raw"] == "시비"} == {whose}
    assert len([row for row in rows["budget"] if row["funding_raw"] == "시비"]) == 6
    assert "funding.unknown" not in [issue["code"] for issue in rows["issues"]]


def test_a_unit_in_brackets_behind_a_project() -> None:
    rows = read(
        "□ 성과지표\n\n지표명(단위)\t목표\t2019년\t2020년\n설치 수량(등)\t300\t100\t300\n교체율(%)\t100\t40\t100\n"
    )
    assert {(row["project"], row["unit"]) for row in rows["indicators"]} == {
        ("설치 수량(등)", "등"),
        ("교체율(%)", "%"),
    }


def test_a_rate_that_heads_a_line_is_in_per_cent() -> None:
    rows = read("□ 성과지표\n\n세부사업\t단위\t목표\t2019년\t2020년\n보안등 교체\t공정률\t100%\t40%\t100%\n")
    assert [row["value"] for row in rows["indicators"]] == [100.0, 40.0, 100.0]


@pytest.mark.parametrize(
    ("line", "label"),
    [("2018. 9. 12.\t기본계획 수립\t완료", "기본계획 수립 | 완료"), ("설치\t2019. 3.\t64등", "설치 | 64등")],
)
def test_a_row_of_dated_deeds_has_no_edge_of_rules(line: str, label: str) -> None:
    rows = read(f"□ 추진실적\n\n구분\t일자\t내용\n{line}\n{line}\n")
    assert label in [row["label"] for row in rows["events"]]


PLAN = "구분\t계\t2019년\t2020년\n국비\t30\t10\t20\n구비\t30\t10\t20\n"
SPENT = "구분\t계\t2019년\t2020년\n국비\t15\t10\t5\n구비\t12\t10\t2\n"
NEWER = "구분\t계\t2019년\t2020년\n국비\t50\t20\t30\n구비\t50\t20\t30\n"
UNIT = "(단위: 백만원)\n\n"


def figures(text: str) -> tuple[list[str], list[str]]:
    rows = read(text)
    codes = [issue["code"] for issue in rows["issues"] if issue["table_name"] == "budget"]
    return [row["amount_raw"] for row in rows["budget"]], codes


@pytest.mark.parametrize(
    ("over", "below"),
    [
        ("○ 투자계획", "○ 집행실적"),
        ("가. 투자계획", "나. 예산 확보현황"),
        ("<계획>", "<집행>"),
        ("○ 연도별 사업비", "○ 집행액"),
        ("① 계획", "② 확보 및 집행"),
    ],
)
def test_what_was_spent_in_a_table_of_its_own_is_no_plan(over: str, below: str) -> None:
    text = f"□ 소요예산\n{over}\n{UNIT}{PLAN}\n{below}\n{UNIT}{SPENT}"
    assert figures(text) == (["30", "10", "20", "30", "10", "20"], ["table.unplaced"])


def test_of_two_tables_the_changed_plan_stands() -> None:
    text = f"□ 소요예산\n○ 당초\n{UNIT}{PLAN}\n○ 변경\n{UNIT}{NEWER}"
    assert figures(text) == (["50", "20", "30", "50", "20", "30"], ["table.unplaced"])


def test_what_was_spent_alone_or_in_other_years_is_kept() -> None:
    assert figures(f"□ 집행실적\n{UNIT}{SPENT}")[0] == ["15", "10", "5", "12", "10", "2"]
    later = PLAN.replace("2019년", "2021년").replace("2020년", "2022년")
    text = f"□ 소요예산\n○ 집행실적\n{UNIT}{SPENT}\n○ 투자계획\n{UNIT}{later}"
    assert figures(text) == (["15", "10", "5", "12", "10", "2", "30", "10", "20", "30", "10", "20"], [])


def test_a_table_that_tells_the_plan_from_what_was_spent_itself_stays() -> None:
    both = "연도\t예산액\t집행액\n2021년\t40\t35\n2019년\t10\t9\n"
    text = f"□ 소요예산\n○ 투자계획\n{UNIT}{PLAN}\n○ 예산 집행현황\n{UNIT}{both}"
    assert figures(text)[0] == ["30", "10", "20", "30", "10", "20", "40", "10"]


def test_of_a_source_without_its_year_among_years_no_total_is_made() -> None:
    rows = read(f"□ 소요예산\n{UNIT}연도\t재원\t금액\n2018\t국비\t10\n2019\t국비\t20\n\t국비\t5\n")
    assert rows["cards"][0].get("budget_total_won") is None
    whole = read(f"□ 소요예산\n{UNIT}사업명\t연도\t금액\n도서관\t\t30\n설계\t2019\t10\n공사\t2020\t20\n")
    assert whole["cards"][0]["budget_total_won"] == 30_000_000


def test_long_words_over_a_table_are_read_in_good_time() -> None:
    assert said("집행예산" * 5000 + "가", Vocabulary.standard()) is None


def test_an_officers_own_words_over_tables_are_known() -> None:
    words = Vocabulary.extended('[tables.over_tables]\nformer = ["애초"]\n[tables.heads]\nspent = ["쓴 돈"]\n')
    assert [said(over, words) for over in ("애초 계획", "쓴 돈 내역", "변경 계획", "쓴 돈과 계획")] == [
        "former",
        "done",
        "changed",
        None,
    ]


def test_a_project_that_secures_something_is_none_of_it() -> None:
    text = f"□ 소요예산\n○ 진입로 확장\n{UNIT}{PLAN}\n○ 주차장 부지 확보\n{UNIT}{SPENT}"
    assert len(figures(text)[0]) == 12


def test_a_unit_between_a_heading_and_the_next_is_of_what_stands_below() -> None:
    text = f"□ 소요예산\n{UNIT}가. 투자계획\n{PLAN}"
    assert [row["amount_won"] for row in read(text)["budget"]][:2] == [30_000_000, 10_000_000]


BODY = "□ 사업개요\n ○ 내용: 도서관 건립\n□ 추진실적\n ○ 착공: 2019. 3. 5.\n"


def test_a_number_in_a_ring_is_that_number() -> None:
    [card] = convert_bytes(("공약 ① 도서관 건립\n" + BODY).encode())["cards"]
    assert (card["pledge_no"], card["title"]) == (1, "도서관 건립")


def test_a_field_with_nothing_chosen_is_null_and_told() -> None:
    rows = convert_bytes(("7. 도서관 건립\n임기구분: □ 임기내 □ 임기외\n신규여부: ■ 신규 □ 지속\n" + BODY).encode())
    assert [(card["term"], card["novelty"]) for card in rows["cards"]] == [(None, "신규")]
    assert [issue["field"] for issue in rows["issues"] if issue["code"] == "choice.none"] == ["term"]


def test_a_classification_that_says_otherwise_than_the_chosen_term_is_told() -> None:
    head = "7. 도서관 건립\n임기구분: ■ 임기내 □ 임기외\n□ 사업구분\n ○ 임기외 사업\n"
    rows = convert_bytes((head + BODY).encode())
    assert [card["term"] for card in rows["cards"]] == ["임기내"]
    assert [issue["field"] for issue in rows["issues"] if issue["code"] == "choice.contradiction"] == ["term"]


def test_the_same_tick_before_every_option_chooses_none() -> None:
    rows = convert_bytes(("7. 도서관 건립\n임기구분: ✔임기내 ✔임기외\n신규여부: ✔신규 ✔지속\n" + BODY).encode())
    assert {row["checked"] for row in rows["choices"]} == {None}
    assert "choice.unmarked" in {issue["code"] for issue in rows["issues"]}


@pytest.mark.parametrize(("own", "day"), [("", dt.date(2020, 9, 30)), (" (2020. 6. 30. 기준)", dt.date(2020, 6, 30))])
def test_the_day_in_the_margin_of_the_pages_is_that_of_the_cards_figures_where_it_has_no_note_of_its_own(
    own: str, day: dt.date
) -> None:
    head = "공약 추진현황 카드 (2020. 9. 30. 현재)\n\n"
    body = f"공약 6. 문화의 집 신축\n■ 추진실적{own}\n - 착공: '19. 3. 4.\n"
    text = f"{head}{body}\f{head}■ 기대효과\n - 쉼터가 늘어남\n\f"
    (card,) = convert_bytes(text.encode(), "card.txt")["cards"]
    assert card["as_of"] == day
