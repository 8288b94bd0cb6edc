"""A card as a tree in the terminal."""

import datetime

import pytest

from pledgecards.terminal.figures import budget_lines, indicator_lines
from pledgecards.terminal.gantt import gantt
from pledgecards.terminal.style import Style, plain
from pledgecards.terminal.tree import tree, with_all_columns

CARD = "aaaaaaaaaaaa-001"


def rows(**tables):
    document = {"document_id": "a" * 64, "path": "a.txt", "media_type": "text/plain", "status": "ok", "cards": 1}
    card = {
        "card_id": CARD,
        "document_id": "a" * 64,
        "ordinal": 1,
        "pledge_no": 7,
        "title": "작은도서관 확충",
        "municipality": "서울특별시 중구",
        "as_of": datetime.date(2020, 12, 31),
        "budget_total_won": 1_500_000,
        "review": True,
    }
    tables = {name: [{"card_id": CARD} | row for row in part] for name, part in tables.items()}
    return with_all_columns({"documents": [document], "cards": [card]} | tables)


def test_the_head_of_a_card(korean):
    shown = tree(rows(), Style()).splitlines()
    assert shown[0] == "a.txt  정상  text/plain · 카드 1장"
    assert shown[2] == "7. 작은도서관 확충"
    assert shown[3] == "  서울특별시 중구 · 2020-12-31 기준 · 총 1,500,000원"


def test_issues_stand_on_top_with_their_place(korean):
    issue = {"severity": "warning", "code": "choice.none", "message": "고른 것이 없습니다.", "page": 2}
    shown = tree(rows(issues=[issue], contacts=[{"contact_no": 1, "name": "홍길동"}]), Style())
    assert "경고 choice.none 고른 것 없음: 고른 것이 없습니다. (2쪽)" in shown
    assert shown.index("choice.none") < shown.index("홍길동")


def test_in_english_what_the_dataset_holds_stays_korean():
    issue = {"severity": "warning", "code": "choice.none", "message": "고른 것이 없습니다.", "page": 2}
    shown = tree(rows(issues=[issue]), Style()).splitlines()
    assert shown[0] == "a.txt  ok  text/plain · 1 card"
    assert shown[3] == "  서울특별시 중구 · as of 2020-12-31 · 1,500,000 won in all"
    assert shown[4] == "  warning choice.none: 고른 것이 없습니다. (page 2)"


@pytest.mark.parametrize(("encoding", "boxes"), [("utf-8", "☑☐"), ("cp949", "■□"), ("ascii", ("[x]", "[ ]"))])
def test_what_is_checked_is_seen_whatever_the_terminal_can_show(encoding, boxes):
    options = [("임기내", True), ("임기외", False)]
    choices = [{"field": "term", "option": option, "checked": checked} for option, checked in options]
    assert f"{boxes[0]} 임기내  {boxes[1]} 임기외" in tree(rows(choices=choices), Style(encoding=encoding))


def test_choices_as_boxes():
    options = [("임기내", True), ("임기외", False), ("임기후", None)]
    choices = [
        {"field": "term", "label_raw": "임기구분", "option_no": number, "option": option, "checked": checked}
        for number, (option, checked) in enumerate(options, 1)
    ]
    assert "    임기구분  ☑ 임기내  ☐ 임기외  ? 임기후" in tree(rows(choices=choices), Style())


def test_the_schedule_as_blocks():
    cells = [
        {"line_no": 1, "project": "설계", "year": 2019, "quarter": quarter, "planned": quarter > 2}
        for quarter in range(1, 5)
    ] + [{"line_no": 2, "project": "공사", "year": 2020, "quarter": 1, "planned": None}]
    assert gantt(cells, Style()) == ["      2019   2020", "설계  ··██", "공사         ?"]
    assert gantt(cells, Style(encoding="cp949")) == ["      2019   2020", "설계  ..##", "공사         ?"]


def test_the_budget_in_the_largest_unit_that_loses_nothing(korean):
    cells = [
        {
            "line_no": 1,
            "project": None,
            "funding_raw": "계",
            "period_raw": "2019년",
            "amount_won": 1_889_000,
            "amount_raw": "",
        },
        {
            "line_no": 1,
            "project": None,
            "funding_raw": "계",
            "period_raw": "2020년",
            "amount_won": None,
            "amount_raw": "-",
        },
        {
            "line_no": 2,
            "project": "공사",
            "funding_raw": "구비",
            "period_raw": "2019년",
            "amount_won": 7_000,
            "amount_raw": "",
        },
        {
            "line_no": 2,
            "project": "공사",
            "funding_raw": "구비",
            "period_raw": "2020년",
            "amount_won": None,
            "amount_raw": "약간",
        },
    ]
    assert budget_lines(cells) == [
        "(단위: 천원)",
        "세부사업  재원  2019년  2020년",
        "(총계)    계     1,889       -",
        "공사      구비       7   ?약간",
    ]


def test_indicators_with_their_milestones(korean):
    cells = [
        {
            "measure": "goal",
            "line_no": 1,
            "project": "공사",
            "unit": "%",
            "period_raw": "목표",
            "value": 100.0,
            "milestone": None,
        },
        {
            "measure": "target",
            "line_no": 1,
            "project": "공사",
            "unit": "%",
            "period_raw": "2019년",
            "value": 20.0,
            "milestone": "설계",
        },
        {
            "measure": "rate",
            "line_no": 1,
            "project": "공사",
            "unit": "%",
            "period_raw": "이행률",
            "value": 80.0,
            "milestone": None,
        },
    ]
    assert indicator_lines(cells) == [
        "목표",
        "  세부사업  단위  목표  2019년",
        "  공사      %     100   20 설계",
        "실적",
        "  세부사업  단위  이행률",
        "  공사      %     80",
    ]


def test_colours_only_where_they_are_wanted():
    assert "\x1b[" not in tree(rows(), Style(colour=False))
    assert "\x1b[1m7. 작은도서관 확충\x1b[0m" in tree(rows(), Style(colour=True))


def test_a_cards_text_cannot_steer_the_terminal():
    assert plain("공약\x1b[2J카드") == "공약 [2J카드"
