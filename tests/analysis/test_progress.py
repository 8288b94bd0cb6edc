"""Targets beside results, and how far each card has come."""

import datetime

import pytest

import pledgecards


def value(measure, year, number, *, project="센터 건립", line=1, unit="%", letter="a"):
    return {
        "card_id": f"{letter * 12}-001",
        "measure": measure,
        "line_no": line,
        "project": project,
        "unit": unit,
        "year": year,
        "value": number,
        "milestone": f"{measure} {year}",
    }


@pytest.fixture
def opened(make_dataset, card):
    return lambda **tables: pledgecards.open(make_dataset(**({"cards": [card("a")]} | tables)))


def test_a_target_meets_the_result_of_its_project_and_year(opened):
    ds = opened(
        indicators=[
            value("goal", None, 100),
            value("target", 2018, 20, project="센터 건립(1단계)"),
            value("target", 2019, 60, project="센터 건립(1단계)"),
            value("target", 2020, 0, project="센터 건립(1단계)"),
            value("actual", 2018, 20),
            value("actual", 2019, 45),
            value("actual", 2020, 5),
            value("rate", None, 45),
        ]
    )
    rows = ds.targets()
    assert rows.year.tolist() == [2018, 2019, 2020]
    assert rows.project.tolist() == ["센터 건립(1단계)"] * 3
    assert rows.share.tolist()[:2] == [100, 75]
    assert rows.share.isna().tolist() == [False, False, True]
    assert rows.met.tolist() == [True, False, True]
    assert rows.actual_milestone.tolist() == ["actual 2018", "actual 2019", "actual 2020"]


def test_a_year_without_a_result_stays_with_nothing_beside_it(opened):
    rows = opened(
        indicators=[value("target", 2018, 20), value("target", 2022, None), value("actual", 2018, 20)]
    ).targets()
    assert rows.year.tolist() == [2018, 2022]
    assert rows.met.isna().tolist() == [False, True]


def test_lines_of_one_project_meet_in_order_where_both_tables_have_as_many(opened):
    ds = opened(
        indicators=[
            value("target", 2018, 10, line=1),
            value("target", 2018, 99, line=2),
            value("actual", 2018, 5, line=4),
            value("actual", 2018, 99, line=5),
        ]
    )
    assert ds.targets()[["target", "actual"]].to_numpy().tolist() == [[10, 5], [99, 99]]


def test_lines_of_one_project_do_not_meet_where_one_table_has_more(opened):
    ds = opened(
        indicators=[
            value("target", 2018, 10, line=1),
            value("target", 2018, 99, line=2),
            value("actual", 2018, 5, line=4),
        ]
    )
    rows = ds.targets()
    assert len(rows) == 3
    assert rows.share.isna().all()


def test_other_units_and_other_cards_never_meet(opened, card):
    ds = opened(
        cards=[card("a"), card("b")],
        indicators=[
            value("target", 2018, 10, unit="회"),
            value("actual", 2018, 10, unit="명"),
            value("actual", 2018, 10, unit="회", letter="b"),
        ],
    )
    assert ds.targets().met.isna().all()
    assert len(ds.targets()) == 3


def event(number, start=None, end=None, **columns):
    row = {"card_id": "aaaaaaaaaaaa-001", "event_no": number, "item_id": 1, "start": start, "end": end}
    return row | columns


def test_progress_of_a_card(opened):
    ds = opened(
        indicators=[
            value("target", 2018, 20),
            value("target", 2019, 60),
            value("actual", 2018, 20),
            value("actual", 2019, 45),
            value("rate", None, 45),
            value("rate", None, 75, project="다른 사업", line=2),
        ],
        events=[
            event(1, datetime.date(2018, 5, 1), datetime.date(2018, 5, 31)),
            event(2, datetime.date(2020, 2, 1), None, open_end=True),
            event(3),
        ],
    )
    [row] = ds.progress().to_dict("records")
    assert (row["events"], row["events_dated"]) == (3, 2)
    assert (row["first"], row["last"]) == (datetime.date(2018, 5, 1), datetime.date(2020, 2, 1))
    assert (row["compared"], row["met"]) == (2, 1)
    assert (row["rates"], row["rate"], row["rate_least"]) == (2, 60, 45)


def test_a_card_that_tells_nothing_keeps_its_row(opened):
    row = opened().progress().iloc[0]
    assert (row.events, row.compared, row.rates) == (0, 0, 0)
    assert row[["first", "last", "rate"]].isna().all()


def test_no_cards_at_all(opened):
    ds = opened(cards=[])
    assert len(ds.progress()) == len(ds.targets()) == 0
