"""Rows of `dates`: one for each date expression in running text, with its span in text_raw and its issues."""

from __future__ import annotations

from datetime import date

import pytest

from pledgecards.extract.card import Item
from pledgecards.extract.page import Place
from pledgecards.normalize.dated import date_rows

PLACE = Place(page=2, x0=50.0, top=100.0, x1=300.0, bottom=112.0)


def _item(text_raw: str, item_id: int = 1, kind: str = "bullet") -> Item:
    return Item(item_id, None, kind, 1, "performance", "-", text_raw.removeprefix("- "), text_raw, PLACE)


def test_a_row_has_every_column_of_the_contract() -> None:
    rows, issues = date_rows([_item("- 공람공고: '19. 9. 26. ~ 10. 28.", item_id=7)])
    assert rows == [
        {
            "item_id": 7,
            "date_no": 1,
            "raw": "'19. 9. 26. ~ 10. 28.",
            "span_start": 8,
            "span_end": 29,
            "start": date(2019, 9, 26),
            "end": date(2019, 10, 28),
            "start_precision": "day",
            "end_precision": "day",
            "open_start": False,
            "open_end": False,
            "approx": False,
            "edtf": "2019-09-26/2019-10-28",
            "weekday_ok": None,
            "duration_ok": None,
            "page": 2,
            "x0": 50.0,
            "top": 100.0,
            "x1": 300.0,
            "bottom": 112.0,
            "line": None,
        }
    ]
    assert issues == []


def test_dates_are_numbered_within_their_item_and_every_kind_of_item_has_them() -> None:
    items = [
        _item("- 매입(市): '18. 5. / 완화(구): '19. 12. 3.", 1),
        _item("현 황", 2, "heading"),
        _item("(2020. 12. 기준)", 3, "caption"),
        _item("※ 2019년 예산", 4, "note"),
    ]
    rows, _ = date_rows(items)
    assert [(row["item_id"], row["date_no"], row["raw"]) for row in rows] == [
        (1, 1, "'18. 5."),
        (1, 2, "'19. 12. 3."),
        (3, 1, "2020. 12."),
        (4, 1, "2019년"),
    ]
    for row in rows:
        text = items[row["item_id"] - 1].text_raw
        assert text[row["span_start"] : row["span_end"]] == row["raw"]


def test_an_open_range_has_no_end() -> None:
    [row], _ = date_rows([_item("- 설립·운영: '18. 2.~")])
    assert (row["start"], row["end"], row["open_end"], row["end_precision"]) == (date(2018, 2, 1), None, True, None)
    assert row["edtf"] == "2018-02/.."


@pytest.mark.parametrize(
    ("text", "code", "raw", "found", "expected"),
    [
        ("개최: '18. 12. 7.(목)", "date.weekday_mismatch", "'18. 12. 7.(목)", "목요일", "금요일"),
        ("20.6.17.~6.20. [5일간] 참가", "date.duration_mismatch", "20.6.17.~6.20. [5일간]", "5일", "4일"),
        ("공사: 2018. 3. ~ 5. [9개월간]", "date.duration_mismatch", "2018. 3. ~ 5. [9개월간]", "9개월", "3개월"),
        ("착수: 2018년 3/4", "date.partly_read", "2018년 3/4", "2018년 3/4", "월이나 분기"),
        ("공고: 2019. 5. ~ 3.", "date.reversed", "2019. 5. ~ 3.", "2019-03-31", "2019-05-01"),
        ("개최: 2019. 2. 30.", "date.impossible", "2019. 2. 30.", "2019. 2. 30.", "있는 날"),
        ("공고: 3월 ~ '20. 5.", "date.end_unreadable", "~ '20. 5.", "~ '20. 5.", "날짜여야"),
        ("공람: '19. 6. 6. ? 6. 25.", "date.end_unreadable", "'19. 6. 6. ? 6. 25.", "'19. 6. 6. ? 6. 25.", "날짜여야"),
    ],
)
def test_a_doubtful_date_leaves_one_issue(text: str, code: str, raw: str, found: str, expected: str) -> None:
    _, [issue] = date_rows([_item(text)])
    assert (issue.code, issue.table, issue.raw, issue.place) == (code, "dates", raw, PLACE)
    assert found in issue.message and expected in issue.message
    assert issue.message.endswith("다.") and issue.message.count("다.") == 1


def test_a_doubtful_date_keeps_what_is_printed() -> None:
    [weekday, reverse], _ = date_rows([_item("'18. 12. 7.(목)", 1), _item("2019. 5. ~ 3.", 2)])
    assert (weekday["start"], weekday["weekday_ok"]) == (date(2018, 12, 7), False)
    assert (reverse["start"], reverse["end"]) == (date(2019, 5, 1), date(2019, 3, 31))


def test_an_impossible_day_has_no_row() -> None:
    rows, _ = date_rows([_item("개최: 2019. 2. 30.")])
    assert rows == []


def test_items_without_dates_have_no_rows() -> None:
    assert date_rows([_item("- 10년 이상 경력 보유 숙련공 88.6%"), _item("- 문래동1~3가 일대(185,385㎡)", 2)]) == (
        [],
        [],
    )


@pytest.mark.parametrize("text", ["'19. 6. ? 9.", "'19. 6.?'19. 9.", "2019. 6. \ufffd 2019. 9.", "2019. 6. ?? 9. 30."])
def test_of_a_range_whose_sign_was_lost_in_an_encoding_only_the_start_is_told(text: str) -> None:
    [row], [issue] = date_rows([_item(f"운영: {text}")])
    assert (row["raw"], row["start"], row["end"], row["end_precision"]) == (text, date(2019, 6, 1), None, None)
    assert (issue.code, issue.field) == ("date.end_unreadable", "end")


@pytest.mark.parametrize("text", ["2019. 6. ? 3개소 선정", "2019. 6. ?", "언제 착공? 2019. 6."])
def test_a_question_mark_beside_a_date_asks(text: str) -> None:
    [row], issues = date_rows([_item(text)])
    assert (row["edtf"], issues) == ("2019-06", [])
