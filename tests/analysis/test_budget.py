"""Budgets that may be added up: every won once, and only where the card's figures agree."""

import datetime

import pytest

import pledgecards


@pytest.fixture
def sums(make_dataset):
    def make(cards, budget, issues=(), **options):
        ds = pledgecards.open(make_dataset(cards=cards, budget=budget, issues=list(issues)))
        found = ds.budget_sums(**({"by": "card"} | options))
        left_out = ds.budget_left_out(options.get("period", "whole"))
        rows = found.drop(columns=["municipality", "pledge_no", "title"], errors="ignore").to_dict("records")
        return rows, dict(zip(left_out.title, zip(left_out.reason, left_out.detail, strict=True), strict=True))

    return make


REFERENCE = (
    (None, "total", 6268, 1889, 4379, None),
    (None, "local", 325, 189, 136, None),
    (None, "metro", 5943, 1700, 4243, None),
    ("앵커시설 조성", None, 2473, 1600, 873, None),
    ("산업재생 추진", None, 3795, 289, 3506, None),
)


def test_the_grand_total_counts_and_neither_its_sum_nor_the_projects_nor_the_years(sums, card, budget):
    rows, left_out = sums([card("a")], budget("a", *REFERENCE))
    assert left_out == {}
    assert [(row["basis"], row["funding"], row["won"]) for row in rows] == [
        ("grand_total", "local", 325),
        ("grand_total", "metro", 5943),
    ]


def test_by_year_the_column_of_the_sum_is_left_out(sums, card, budget):
    rows, left_out = sums([card("a")], budget("a", *REFERENCE), period="year")
    assert left_out == {}
    assert [(row["funding"], row["year"], row["won"]) for row in rows] == [
        ("local", 2018, 189),
        ("local", 2019, 136),
        ("metro", 2018, 1700),
        ("metro", 2019, 4243),
    ]


def test_a_total_without_sources_is_unstated(sums, card, budget):
    rows, _ = sums([card("a")], budget("a", (None, "total", 30, 10, 20, None)))
    assert [(row["funding"], row["won"]) for row in rows] == [("unstated", 30)]


def test_without_a_grand_total_the_projects_are_summed_but_not_their_subtotals(sums, card, budget):
    lines = [
        ("가", "local", 10, 10, None, None),
        ("나", "local", 5, None, 5, None),
        ("소 계", "local", 15, 10, 5, None),
    ]
    rows, _ = sums([card("a")], budget("a", *lines))
    assert [(row["basis"], row["funding"], row["won"]) for row in rows] == [("projects", "local", 15)]


def test_a_project_tells_its_sources_another_only_its_sum(sums, card, budget):
    lines = [
        ("가", "total", 10, 10, None, None),
        ("가", "local", 4, 4, None, None),
        ("가", "metro", 6, 6, None, None),
        ("나", "total", 7, None, 7, None),
    ]
    rows, _ = sums([card("a")], budget("a", *lines))
    assert [(row["funding"], row["won"]) for row in rows] == [("local", 4), ("metro", 6), ("unstated", 7)]


def test_without_a_column_of_the_sum_all_periods_are_summed_even_those_outside_the_term(sums, card, budget):
    lines = budget("a", (None, "local", 1, 2, 4), periods=("기투자", 2018, 2019))
    rows, _ = sums([card("a")], lines)
    assert [(row["funding"], row["won"]) for row in rows] == [("local", 7)]


def test_by_year_what_is_outside_the_term_is_left_out(sums, card, budget):
    lines = budget("a", (None, "local", 1, 2, 4), periods=("기투자", 2018, 2019))
    rows, _ = sums([card("a")], lines, period="year")
    assert [(row["year"], row["won"]) for row in rows] == [(2018, 2), (2019, 4)]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([(None, "total", 9, 9, None, None), (None, "local", 4, 4, None, None)], "parts_differ"),
        ([(None, "total", 9, 9, None, None), (None, "total", 9, 9, None, None)], "two_totals"),
        ([(None, "local", 4, 4, None, None), (None, "local", 4, 4, None, None)], "source_twice"),
    ],
)
def test_figures_that_do_not_agree_leave_the_card_out(sums, card, budget, lines, reason):
    rows, left_out = sums([card("a")], budget("a", *lines))
    assert rows == []
    assert left_out["a 공약"][0] == reason


def test_a_source_that_stands_twice_counts_twice_where_the_total_says_so(sums, card, budget):
    lines = [(None, "total", 9, 9, None, None), (None, "other", 4, 4, None, None), (None, "other", 5, 5, None, None)]
    rows, _ = sums([card("a")], budget("a", *lines))
    assert [(row["funding"], row["won"]) for row in rows] == [("other", 9)]


def test_two_columns_of_one_year_may_overlap(sums, card, budget):
    lines = budget("a", (None, "local", 9, 4), periods=(2018, 2019))
    lines[1] |= {"year": 2018, "period_raw": "2018 상반기"}
    rows, left_out = sums([card("a")], lines, period="year")
    assert (rows, left_out["a 공약"][0]) == ([], "year_twice")


def issue(letter, code, severity, table="budget"):
    return {
        "document_id": letter * 64,
        "card_id": f"{letter * 12}-001",
        "severity": severity,
        "code": code,
        "table_name": table,
        "message": "…",
    }


def test_an_issue_of_the_budget_leaves_the_card_out_and_no_other_issue_does(sums, card, budget):
    line = (None, "local", 4, 4, None, None)
    issues = [
        issue("a", "budget.sum_mismatch", "warning"),
        issue("a", "number.unreadable", "error"),
        issue("b", "label.fuzzy", "info"),
        issue("b", "choice.none", "warning", "choices"),
    ]
    rows, left_out = sums([card("a"), card("b")], budget("a", line) + budget("b", line), issues)
    assert [row["card_id"] for row in rows] == ["bbbbbbbbbbbb-001"]
    assert left_out == {"a 공약": ("issue", "budget.sum_mismatch; number.unreadable")}


def test_a_card_without_a_budget_is_said_to_have_none(sums, card, budget):
    _, left_out = sums([card("a"), card("b")], budget("a", (None, "local", 4, 4, None, None)))
    assert [(title, reason) for title, (reason, _) in left_out.items()] == [("b 공약", "no_budget")]


def test_a_pledge_counts_once_by_its_newest_card(sums, card, budget):
    same = {"pledge_no": 7, "title": "도서관 건립"}
    line = (None, "local", 4, 4, None, None)
    cards = [card("a", **same), card("b", **same, as_of=datetime.date(2021, 12, 31)), card("c", **same, as_of=None)]
    rows, left_out = sums(cards, [row for letter in "abc" for row in budget(letter, line)])
    assert [row["card_id"] for row in rows] == ["bbbbbbbbbbbb-001"]
    assert left_out == {"도서관 건립": ("same_pledge", "bbbbbbbbbbbb-001")}


def test_of_two_cards_of_a_day_the_sure_one_counts(sums, card, budget):
    same = {"pledge_no": 7, "title": "도서관 건립"}
    line = (None, "local", 4, 4, None, None)
    issues = [issue("a", "budget.sum_mismatch", "warning")]
    rows, _ = sums([card("a", **same), card("b", **same)], budget("a", line) + budget("b", line), issues)
    assert [row["card_id"] for row in rows] == ["bbbbbbbbbbbb-001"]


def test_cards_of_unknown_bodies_are_never_one_pledge(sums, card, budget):
    same = {"pledge_no": 7, "title": "도서관 건립", "municipality": None}
    line = (None, "local", 4, 4, None, None)
    rows, left_out = sums([card("a", **same), card("b", **same)], budget("a", line) + budget("b", line))
    assert (len(rows), left_out) == (2, {})


def test_by_body_cards_are_summed_and_counted_and_an_unknown_body_keeps_its_row(sums, card, budget):
    cards = [card("a"), card("b"), card("c", municipality=None)]
    lines = [row for letter in "abc" for row in budget(letter, (None, "local", 4, 4, None, None))]
    rows, _ = sums(cards, lines, by="body")
    assert [(row["won"], row["cards"]) for row in rows] == [(8, 2), (4, 1)]


@pytest.mark.parametrize("by", ["card", "body"])
@pytest.mark.parametrize("period", ["whole", "year"])
def test_no_cards_at_all(sums, by, period):
    assert sums([], [], by=by, period=period) == ([], {})


def test_words_that_are_not_offered(make_dataset):
    ds = pledgecards.open(make_dataset())
    with pytest.raises(ValueError, match="by is 'body' or 'card'"):
        ds.budget_sums(by="city")
