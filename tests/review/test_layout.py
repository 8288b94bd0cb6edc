"""Rows of one card laid out as a person would: budget, schedule, indicators, time line, text."""

import datetime

from pledgecards.review.budget import budget
from pledgecards.review.cells import Boxes, won
from pledgecards.review.findings import findings
from pledgecards.review.gantt import gantt
from pledgecards.review.indicators import indicators
from pledgecards.review.timeline import timeline
from pledgecards.review.writing import writing
from pledgecards.schemas.tables import TABLES


def rows(table, *given):
    return [
        dict.fromkeys(TABLES[table].names) | {"card_id": "a", "page": 1, "x0": 0.0, "top": 0.0} | row for row in given
    ]


def amount(line_no, source, year, millions):
    return {
        "line_no": line_no,
        "funding": {"계": "total", "국비": "national", "구비": "local"}[source],
        "funding_raw": source,
        "period_raw": f"{year}년" if year else "계",
        "year": year,
        "amount_won": None if millions is None else millions * 10**6,
        "amount_raw": "-" if millions is None else f"{millions:,}",
        "unit_raw": "백만원",
        "x0": float(year or 0),
        "top": float(line_no),
    }


def test_the_budget_is_a_table_of_lines_and_periods_with_its_sums_checked():
    found = budget(
        rows(
            "budget",
            *(amount(1, "계", year, won) for year, won in [(None, 1_500), (2019, 1_000), (2020, 510)]),
            *(amount(2, "국비", year, won) for year, won in [(None, 1_000), (2019, 1_000), (2020, None)]),
            *(amount(3, "구비", year, won) for year, won in [(None, 500), (2019, None), (2020, 500)]),
        )
    )
    assert (found.unit, found.periods) == ("백만원", ["계", "2019년", "2020년"])
    assert [[cell.text for cell in line.cells] for line in found.lines] == [
        ["1,500", "1,000", "510"],
        ["1,000", "1,000", "-"],
        ["500", "-", "500"],
    ]
    marks = [[cell.mark for cell in line.cells] for line in found.lines]
    assert marks == [["bad", "ok", "bad"], ["ok", "", ""], ["ok", "", ""]]
    assert len(found.wrong) == 2
    assert [(bar.label, [part[0] for part in bar.parts]) for bar in found.bars] == [
        ("2019", ["national"]),
        ("2020", ["local"]),
    ]


def test_money_is_said_as_people_say_it():
    assert [won(amount) for amount in (6_268_000_000, 97_000, 0, -5_0000, 10**12, None)] == [
        "62억 6,800만원",
        "9만 7,000원",
        "0원",
        "△5만원",
        "1조원",
        "",
    ]


def test_the_schedule_is_bars_over_quarters():
    cells = [
        {"line_no": 1, "project": "공원", "year": year, "quarter": quarter, "planned": planned}
        for year, quarter, planned in [(2018, 3, False), (2018, 4, True), (2019, 1, None)]
    ]
    found = gantt(rows("schedule", *cells))
    assert (found.years, found.quarters) == ([("2018", 2), ("2019", 1)], ["3", "4", "1"])
    [(project, bars)] = found.lines
    assert (project, [bar.mark for bar in bars]) == ("공원", ["free", "planned", "unknown"])


def test_targets_and_results_are_tables_of_their_own_with_a_course():
    def cell(measure, year, value, words=None):
        period = f"{year}년" if year else {"goal": "목표", "result": "실적", "rate": "이행률"}[measure]
        base = {"measure": measure, "line_no": 1, "project": "공원", "unit": "%", "period_raw": period}
        return base | {"year": year, "value": value, "milestone": words, "value_raw": str(value)}

    targets, results = indicators(
        rows(
            "indicators",
            cell("goal", None, 100.0),
            cell("target", 2018, 50.0, "착공"),
            cell("target", 2019, 100.0),
            cell("result", None, 50.0),
            cell("actual", 2018, 50.0),
            cell("rate", None, 50.0),
        )
    )
    assert (targets.periods, results.periods) == (["목표", "2018년", "2019년"], ["실적", "2018년", "이행률"])
    assert [(cell.text, cell.detail) for cell in targets.lines[0].cells] == [("100", ""), ("50", "착공"), ("100", "")]
    assert results.lines[0].cells[2].text == "50%"
    assert results.lines[0].curve.target == "4.0,16.0 116.0,4.0"
    assert results.lines[0].curve.actual == "4.0,16.0"


def test_events_lie_on_their_days():
    day = datetime.date
    found = timeline(
        rows(
            "events",
            {"label": "착공", "date_raw": "'18. 7.", "start": day(2018, 7, 1), "end": day(2018, 7, 31)},
            {"label": "운영", "date_raw": "'19~", "start": day(2019, 1, 1), "open_end": True},
            {"label": "홍보"},
        )
    )
    assert [year for year, _ in found.ticks] == [2018, 2019]
    first, second, third = found.groups[0].events
    assert (24 < first.left < 25, 4 < first.width < 5) == (True, True)
    assert (second.left, second.width, second.open_end) == (50.0, 50.0, True)
    assert third.left is None


def test_dates_and_quantities_stand_in_the_text_where_they_are_printed():
    text = "- 공원 3개소: '19. 3."
    own = {name: [] for name in TABLES} | {
        "items": rows("items", {"item_id": 1, "kind": "bullet", "level": 1, "section": "plan", "text_raw": text}),
        "dates": rows("dates", {"item_id": 1, "raw": "'19. 3.", "span_start": 10, "span_end": 17, "edtf": "2019-03"}),
        "quantities": rows("quantities", {"item_id": 1, "raw": "3개소", "value": 3.0, "unit": "개소"}),
    }
    [section] = writing(own)
    assert [(piece.text, piece.kind) for piece in section.items[0].pieces] == [
        ("- 공원 ", ""),
        ("3개소", "quantity"),
        (": ", ""),
        ("'19. 3.", "date"),
    ]


def test_an_issue_about_bars_leads_to_the_cells_of_which_nobody_knows():
    own = {name: [] for name in TABLES} | {
        "schedule": rows(
            "schedule", *({"page": None, "line": 8, "planned": planned} for planned in (True, None, None))
        ),
        "issues": rows(
            "issues",
            {
                "severity": "info",
                "code": "schedule.unmarked",
                "table_name": "schedule",
                "field": "planned",
                "page": None,
                "line": 7,
            },
        ),
    }
    [finding] = findings(own)
    assert finding.targets == ["schedule-1", "schedule-2"]


def test_rows_at_one_place_share_a_box():
    boxes = Boxes()
    for name in ("choices-0", "choices-1"):
        boxes.add(name, {"page": 1, "x0": 1.0, "top": 2.0, "x1": 3.0, "bottom": 4.0})
    boxes.add("items-0", {"page": None, "line": 7})
    boxes.add("items-1", {"page": 1, "x0": None})
    assert boxes.on_pages == {1: {(1.0, 2.0, 3.0, 4.0): ["choices-0", "choices-1"]}}
    assert boxes.on_lines == {7: ["items-0"]}
