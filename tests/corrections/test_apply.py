"""Corrections applied to the rows of a document."""

import datetime

import pytest

from pledgecards.corrections.apply import apply_corrections
from pledgecards.corrections.correction import ACCEPTED, FOLLOWED, Correction
from pledgecards.corrections.row_keys import row_keys
from pledgecards.schemas.arrow import columns_of, rows_of
from pledgecards.schemas.tables import TABLES

DOCUMENT = "0123456789ab" + "0" * 52
CARD = "0123456789ab-001"
OTHER = "0123456789ab-002"


def complete(**tables):
    """The rows with every column, as a part gives them."""
    return {name: rows_of(name, columns_of(name, tables.get(name, []))) for name in TABLES if name != "documents"}


def card(card_id=CARD, **columns):
    return {"card_id": card_id, "document_id": DOCUMENT, "ordinal": 1, "review": True} | columns


def amount(line_no, year, won, **columns):
    base = {"card_id": CARD, "line_no": line_no, "year": year, "amount_won": won, "unit_raw": "원"}
    period = f"{year}년" if year else "계"
    return base | {"period_raw": period, "amount_raw": str(won), "funding": "total", "funding_raw": "계"} | columns


def issue(code, severity, **columns):
    base = {"document_id": DOCUMENT, "card_id": CARD, "severity": severity, "code": code, "message": "합이 다릅니다."}
    return base | columns


def correct(table, key, column, old, new, card_id=CARD):
    return Correction(card_id, table, key, column, old, new, "홍길동", "2026-11-22T10:00:00+09:00", "오기")


def test_the_new_value_is_in_the_row_and_the_old_one_beside_it():
    rows = complete(cards=[card(title="작은도서관 건림")])
    after = apply_corrections(rows, [correct("cards", "{}", "title", "작은도서관 건림", "작은도서관 건립")])
    assert after["cards"][0]["title"] == "작은도서관 건립"
    assert after["corrections"] == [
        {
            "card_id": CARD,
            "table_name": "cards",
            "row_key": "{}",
            "field": "title",
            "old": "작은도서관 건림",
            "new": "작은도서관 건립",
            "made_by": "홍길동",
            "made_at": "2026-11-22T10:00:00+09:00",
            "reason": "오기",
            "state": "applied",
        }
    ]
    assert rows["cards"][0]["title"] == "작은도서관 건림", "what was given is not changed"


def test_the_result_fits_the_registry():
    rows = complete(cards=[card(pledge_no=25)])
    after = apply_corrections(
        rows, [correct("cards", "{}", "pledge_no", "25", "26"), correct("cards", "{}", "title", "x", "y")]
    )
    for name, part in after.items():
        columns_of(name, part)


@pytest.mark.parametrize(("value", "old"), [(25, "24"), (None, "25"), (25, ""), (25, "스물다섯")])
def test_a_value_that_is_no_longer_there_is_left_alone_and_has_an_issue(value, old):
    after = apply_corrections(complete(cards=[card(pledge_no=value)]), [correct("cards", "{}", "pledge_no", old, "26")])
    assert after["cards"][0]["pledge_no"] == value
    assert after["corrections"][0]["state"] == "stale"
    [found] = after["issues"]
    assert (found["code"], found["severity"], found["document_id"]) == ("correction.stale", "warning", DOCUMENT)
    assert (found["table_name"], found["field"]) == ("cards", "pledge_no")


def test_a_row_that_is_not_there_is_missing_and_has_an_issue():
    after = apply_corrections(complete(cards=[card()]), [correct("items", '{"item_id": 9}', "text", "a", "b")])
    assert after["corrections"][0]["state"] == "missing"
    assert [found["code"] for found in after["issues"]] == ["correction.stale"]


def test_a_card_that_is_not_there_is_missing():
    after = apply_corrections(complete(cards=[card()]), [correct("cards", "{}", "title", "a", "b", OTHER)])
    assert after["corrections"][0]["state"] == "missing"
    assert after["issues"] == []


def test_a_later_correction_builds_on_an_earlier_one():
    steps = [correct("cards", "{}", "pledge_no", "25", "26"), correct("cards", "{}", "pledge_no", "26", "27")]
    after = apply_corrections(complete(cards=[card(pledge_no=25)]), steps)
    assert after["cards"][0]["pledge_no"] == 27
    assert [row["state"] for row in after["corrections"]] == ["applied", "applied"]


def test_an_accepted_issue_needs_no_more_review_and_says_what_it_was():
    rows = complete(cards=[card()], issues=[issue("budget.sum_mismatch", "warning", page=2, raw="3,153")])
    [key] = row_keys("issues", rows["issues"])
    after = apply_corrections(rows, [correct("issues", key, "code", "budget.sum_mismatch", ACCEPTED)])
    [found] = after["issues"]
    assert (found["code"], found["severity"]) == (ACCEPTED, "info")
    assert found["message"].endswith("합이 다릅니다.")
    assert (found["page"], found["raw"]) == (2, "3,153")
    assert after["cards"][0]["review"] is False
    assert after["corrections"][0]["old"] == "budget.sum_mismatch"


def test_of_two_issues_at_one_place_the_second_can_be_accepted_after_the_first():
    issues = [
        issue("budget.sum_mismatch", "warning", page=2, raw="3,153"),
        issue("number.unreadable", "error", page=2, raw="3,153"),
    ]
    rows = complete(cards=[card()], issues=issues)
    keys = row_keys("issues", rows["issues"])
    first = correct("issues", keys[0], "code", "budget.sum_mismatch", ACCEPTED)
    once = apply_corrections(rows, [first])
    assert row_keys("issues", once["issues"]) == keys, "the pages made from the corrected dataset name them as before"
    twice = apply_corrections(rows, [first, correct("issues", keys[1], "code", "number.unreadable", ACCEPTED)])
    assert [found["code"] for found in twice["issues"]] == [ACCEPTED, ACCEPTED]


def test_rows_that_print_the_same_are_counted():
    rows = complete(budget=[amount(1, 2019, 5), amount(1, 2019, 5)], cards=[card()])
    assert row_keys("budget", rows["budget"]) == [
        '{"line_no": 1, "period_raw": "2019년"}',
        '{"line_no": 1, "period_raw": "2019년", "nth": 2}',
    ]
    key = '{"line_no": 1, "period_raw": "2019년", "nth": 2}'
    after = apply_corrections(rows, [correct("budget", key, "amount_won", "5", "7")])
    assert [row["amount_won"] for row in after["budget"]] == [5, 7]


def test_other_cards_of_the_document_stay_as_they_are():
    rows = complete(cards=[card(title="가"), card(OTHER, title="가")])
    after = apply_corrections(rows, [correct("cards", "{}", "title", "가", "나", OTHER)])
    assert [row["title"] for row in after["cards"]] == ["가", "나"]
    assert after["cards"][0]["review"] is True


def option(option_no, text, checked):
    return {"card_id": CARD, "field": "novelty", "option_no": option_no, "option": text, "checked": checked}


def test_the_card_follows_its_options():
    rows = complete(cards=[card(novelty="지속")], choices=[option(1, "지속", True), option(2, "신규", False)])
    steps = [
        correct("choices", '{"field": "novelty", "option_no": 1}', "checked", "true", "false"),
        correct("choices", '{"field": "novelty", "option_no": 2}', "checked", "false", "true"),
    ]
    after = apply_corrections(rows, steps)
    assert after["cards"][0]["novelty"] == "신규"
    assert [(row["field"], row["old"], row["new"], row["reason"]) for row in after["corrections"][2:]] == [
        ("novelty", "지속", "신규", FOLLOWED)
    ]


def test_the_total_of_the_card_follows_its_budget():
    rows = complete(
        cards=[card(budget_total_won=12)], budget=[amount(1, None, 12), amount(1, 2019, 5), amount(1, 2020, 6)]
    )
    after = apply_corrections(rows, [correct("budget", '{"line_no": 1, "period_raw": "계"}', "amount_won", "12", "11")])
    assert after["cards"][0]["budget_total_won"] == 11


def test_the_edtf_text_of_a_date_follows_its_days():
    event = {
        "card_id": CARD,
        "event_no": 1,
        "item_id": 1,
        "start": datetime.date(2019, 2, 1),
        "end": datetime.date(2019, 12, 31),
        "start_precision": "month",
        "end_precision": "month",
        "edtf": "2019-02/2019-12",
    }
    rows = complete(cards=[card()], events=[event])
    after = apply_corrections(rows, [correct("events", '{"event_no": 1}', "start", "2019-02-01", "2019-03-01")])
    assert after["events"][0]["edtf"] == "2019-03/2019-12"
