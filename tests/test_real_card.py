"""The real card, worked out by hand from its text: what every table must hold."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from pledgecards.convert import Rows, convert_bytes
from pledgecards.samples.score import score

SAMPLES = Path(__file__).parents[1] / "samples"
CARD = SAMPLES / "yeongdeungpo-25.txt"
PRINTED = next((SAMPLES / "cards").glob("yeongdeungpo-25-reference.pdf"))


@pytest.fixture(scope="module")
def rows() -> Rows:
    return convert_bytes(CARD.read_bytes(), CARD.name)


@pytest.fixture(scope="module")
def printed() -> Rows:
    return convert_bytes(PRINTED.read_bytes(), PRINTED.name)


def test_the_file_is_read_whole(rows: Rows) -> None:
    [document] = rows["documents"]
    assert document["status"] == "ok" and document["error"] is None
    assert document["cards"] == 1
    assert document["text_coverage"] == 1.0


def test_the_card(rows: Rows) -> None:
    [card] = rows["cards"]
    expected = {
        "pledge_no": 25,
        "title": "경인·문래 테크노(퓨처)밸리 미래4차산업 거점 육성",
        "municipality": "서울특별시 영등포구",
        "cohort": 2018,
        "term": "임기내",
        "lead": "영등포구",
        "novelty": "지속",
        "horizon": "단기",
        "budgeted": "예산",
        "stage": "여론수렴",
        "department": "도시재생과",
        "as_of": dt.date(2020, 12, 31),
        "budget_total_won": 6_268_000_000,
        "review": True,
    }
    assert {name: card[name] for name in expected} == expected


def test_sixteen_choices_six_of_them_checked_in_bold(rows: Rows) -> None:
    assert len(rows["choices"]) == 16
    checked = [(row["field"], row["option"], row["mark"]) for row in rows["choices"] if row["checked"]]
    assert checked == [
        ("term", "임기내", "bold"),
        ("lead", "영등포구", "bold"),
        ("novelty", "지속", "bold"),
        ("horizon", "단기", "bold"),
        ("budgeted", "예산", "bold"),
        ("stage", "여론수렴", "bold"),
    ]
    assert all(row["checked"] is not None for row in rows["choices"])
    assert rows["choices"][0]["label_raw"] == "임지구분"


def test_the_budget_holds_28_amounts_in_36_cells(rows: Rows) -> None:
    budget = rows["budget"]
    assert len(budget) == 36
    amounts = [row["amount_won"] for row in budget if row["amount_won"] is not None]
    assert len(amounts) == 28
    by_cell = {(row["line_no"], row["period_raw"]): row["amount_won"] for row in budget}
    for line in range(1, 7):
        years = [by_cell[line, year] or 0 for year in ("2018년", "2019년", "2020년", "2021년", "2022.6.")]
        assert sum(years) == by_cell[line, "계"]
    for period in ("계", "2018년", "2019년", "2020년", "2021년", "2022.6."):
        total = by_cell[1, period]
        assert sum(by_cell[line, period] or 0 for line in (2, 3)) == total
        assert sum(by_cell[line, period] or 0 for line in (4, 5, 6)) == total
    assert [row["funding"] for row in budget[::6]] == ["total", "local", "metro", None, None, None]


def test_plain_text_cannot_tell_the_sixty_cells_of_the_gantt(rows: Rows) -> None:
    schedule = rows["schedule"]
    assert len(schedule) == 60
    assert {row["planned"] for row in schedule} == {None}
    assert {(row["year"], row["quarter"]) for row in schedule} == {
        (year, quarter) for year in range(2018, 2023) for quarter in (1, 2, 3, 4)
    }


def test_targets_and_results_carry_their_milestones(rows: Rows) -> None:
    cells = {
        (row["measure"], row["line_no"], row["year"]): (row["value"], row["milestone"]) for row in rows["indicators"]
    }
    assert cells["goal", 1, None] == (100.0, None)
    assert cells["target", 1, 2018] == (20.0, "설계 현황조사")
    assert cells["target", 2, 2022] == (None, "(운영)")
    assert ("target", 1, 2022) not in cells
    assert cells["target", 3, 2018] == (20.0, "도시재생 1호 비영리단체 설립운영")
    assert cells["actual", 1, 2020] == (80.0, "정비계획 변경절차시행")
    assert cells["rate", 3, None] == (60.0, None)
    assert ("actual", 1, 2021) not in cells


def event(rows: Rows, label: str) -> dict[str, Any]:
    [found] = [row for row in rows["events"] if label in row["label"]]
    return found


@pytest.mark.parametrize(
    ("label", "start", "end", "precision", "edtf"),
    [
        ("착수보고회 개최", dt.date(2018, 7, 1), dt.date(2018, 7, 31), "month", "2018-07"),
        ("공람공고", dt.date(2019, 9, 26), dt.date(2019, 10, 28), "day", "2019-09-26/2019-10-28"),
        ("앵커시설 매입(市)", dt.date(2018, 5, 1), dt.date(2018, 5, 31), "month", "2018-05"),
        ("건축행위 완화(구)", dt.date(2019, 12, 3), dt.date(2019, 12, 3), "day", "2019-12-03"),
        ("실시설계(시)", dt.date(2020, 1, 1), dt.date(2020, 5, 31), "month", "2020-01/2020-05"),
        ("앵커시설 공사(구)", dt.date(2020, 8, 1), dt.date(2021, 8, 31), "month", "2020-08/2021-08"),
        ("9개 업체 제품박람회 참가 지원", dt.date(2020, 6, 17), dt.date(2020, 6, 20), "day", "2020-06-17/2020-06-20"),
        ("83개 사업체", None, None, None, None),
    ],
)
def test_a_deed_and_its_date(
    rows: Rows, label: str, start: dt.date | None, end: dt.date | None, precision: str | None, edtf: str | None
) -> None:
    row = event(rows, label)
    assert (row["start"], row["end"], row["start_precision"], row["edtf"]) == (start, end, precision, edtf)


def test_there_are_28_deeds(rows: Rows) -> None:
    assert len(rows["events"]) == 28


def test_an_open_range_has_no_end(rows: Rows) -> None:
    row = event(rows, "장인 운영위원회")
    assert (row["start"], row["end"], row["open_end"], row["end_precision"]) == (dt.date(2018, 2, 1), None, True, None)


def test_weekday_and_duration_are_checked(rows: Rows) -> None:
    row = event(rows, "9개 업체 제품박람회")
    assert row["weekday_ok"] is True and row["duration_ok"] is True


def test_four_people_are_in_charge(rows: Rows) -> None:
    people = [(row["department"], row["role"], row["phone"]) for row in rows["contacts"]]
    assert people == [
        ("도시재생과", "과장", "4198"),
        ("재생기획팀", "팀장", "3525"),
        ("재생기획팀", "담당", "3528"),
        ("재생기획팀", "담당", "3572"),
    ]
    assert all(row["name"] for row in rows["contacts"])


def test_what_a_person_should_look_at(rows: Rows) -> None:
    serious = [issue["code"] for issue in rows["issues"] if issue["severity"] != "info"]
    assert serious == ["choice.contradiction"]
    [rough] = [issue for issue in rows["issues"] if issue["code"] == "label.fuzzy"]
    assert rough["raw"] == "임지구분" and "90" in rough["message"] and rough["line"] == 7


def test_every_table_is_as_transcribed_by_hand(rows: Rows) -> None:
    truth = json.loads((SAMPLES / "yeongdeungpo-25.txt.json").read_text("utf-8"))
    faults = {table: found.missing[:3] for table, found in score(rows, truth).items() if found.f1 < 1}
    assert not faults


PLACE = {"page", "x0", "top", "x1", "bottom", "line", "card_id"}


@pytest.mark.parametrize(
    "table", ["choices", "items", "schedule", "budget", "indicators", "events", "dates", "quantities", "contacts"]
)
def test_the_same_card_printed_as_pdf_gives_the_same_rows(rows: Rows, printed: Rows, table: str) -> None:
    leave_out = PLACE | ({"planned"} if table == "schedule" else set())

    def bare(row: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in row.items() if name not in leave_out}

    assert [bare(row) for row in printed[table]] == [bare(row) for row in rows[table]]


def test_only_the_pdf_tells_when_work_is_planned(printed: Rows) -> None:
    planned = [row["planned"] for row in printed["schedule"]]
    assert None not in planned and 0 < sum(planned) < 60
    assert all(row["page"] is not None and row["x0"] < row["x1"] for row in printed["schedule"])


def test_reading_twice_gives_the_same_rows(rows: Rows) -> None:
    assert convert_bytes(CARD.read_bytes(), CARD.name) == rows


def test_redaction_leaves_no_name_and_no_number(rows: Rows) -> None:
    redacted = convert_bytes(CARD.read_bytes(), CARD.name, redact_contacts=True)
    names = [row["name"] for row in rows["contacts"]]
    text = repr(redacted)
    assert not any(name in text for name in names)
    assert all(row["name"] is None and row["phone"] is None for row in redacted["contacts"])
    assert len(redacted["items"]) == len(rows["items"])
