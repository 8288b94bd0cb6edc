"""Deeds by quarter, and the Gantt table against them."""

import datetime

import pytest

import pledgecards

DAY = datetime.date


def event(number, start, end, precision="day", *, project="센터 건립", letter="a", **columns):
    row = {
        "card_id": f"{letter * 12}-001",
        "event_no": number,
        "item_id": 1,
        "project": project,
        "start": start,
        "end": end,
        "start_precision": precision if start else None,
        "end_precision": precision if end else None,
        "open_end": False,
    }
    return row | columns


def bar(year, quarter, planned, project="센터 건립", line=1):
    return {
        "card_id": "aaaaaaaaaaaa-001",
        "line_no": line,
        "project": project,
        "year": year,
        "quarter": quarter,
        "planned": planned,
    }


@pytest.fixture
def opened(make_dataset, card):
    return lambda **tables: pledgecards.open(make_dataset(**({"cards": [card("a")]} | tables)))


def quarters(frame):
    rows = frame[["year", "quarter", "events"]].astype("Int64").to_numpy(na_value=0).tolist()
    return [tuple(row) for row in rows]


def test_a_deed_counts_in_the_quarter_that_it_begins_and_none_is_lost(opened):
    ds = opened(
        events=[
            event(1, DAY(2018, 7, 1), DAY(2018, 7, 31), "month"),
            event(2, DAY(2018, 9, 30), DAY(2019, 3, 1)),
            event(3, None, DAY(2019, 3, 31), "month", open_start=True),
            event(4, DAY(2018, 1, 1), DAY(2018, 12, 31), "year"),
            event(5, DAY(2018, 7, 1), DAY(2018, 12, 31), "half"),
            event(6, None, None),
        ]
    )
    # 0 stands for a null.
    assert sorted(quarters(ds.events_per_quarter())) == [(0, 0, 1), (2018, 0, 2), (2018, 3, 2), (2019, 1, 1)]


def test_by_body_a_pledge_that_two_cards_tell_counts_once(opened, card):
    same = {"pledge_no": 7, "title": "도서관 건립"}
    day = DAY(2018, 7, 1)
    ds = opened(
        cards=[card("a", **same), card("b", **same)], events=[event(1, day, day), event(1, day, day, letter="b")]
    )
    assert quarters(ds.events_per_quarter()) == [(2018, 3, 1)]
    assert ds.events_per_quarter(by="card").card_id.tolist() == ["aaaaaaaaaaaa-001", "bbbbbbbbbbbb-001"]
    assert ds.repeated_cards().to_dict("records") == [{"card_id": "bbbbbbbbbbbb-001", "counted": "aaaaaaaaaaaa-001"}]


def outcomes(ds):
    frame = ds.plan_against_events()
    return {
        (row["project"], row["year"], row["quarter"]): (row["events"], row["outcome"])
        for row in frame.to_dict("records")
    }


def test_every_outcome(opened):
    ds = opened(
        schedule=[bar(2018, 1, True), bar(2018, 2, True), bar(2018, 3, False), bar(2018, 4, False)],
        events=[event(1, DAY(2018, 2, 1), DAY(2018, 2, 28)), event(2, DAY(2018, 8, 1), DAY(2018, 8, 1))],
    )
    assert [outcome for _, outcome in outcomes(ds).values()] == ["both", "planned_only", "events_only", "neither"]


def test_a_deed_of_several_quarters_counts_in_each_over_the_turn_of_the_year(opened):
    ds = opened(schedule=[bar(2018, 4, True)], events=[event(1, DAY(2018, 11, 5), DAY(2019, 4, 2))])
    frame = ds.plan_against_events()
    assert quarters(frame) == [(2018, 4, 1), (2019, 1, 1), (2019, 2, 1)]
    assert frame.outcome.isna().tolist() == [False, True, True]


def test_an_open_end_reaches_up_to_the_day_of_the_card(opened):
    open_ended = event(1, DAY(2020, 5, 1), None, "month", open_end=True)
    ds = opened(schedule=[bar(2020, 2, True), bar(2020, 3, True), bar(2020, 4, True)], events=[open_ended])
    assert [events for events, _ in outcomes(ds).values()] == [1, 1, 1]


def test_an_open_end_without_a_day_of_the_card_is_its_first_quarter(opened, card):
    open_ended = event(1, DAY(2020, 5, 1), None, "month", open_end=True)
    ds = opened(cards=[card("a", as_of=None)], schedule=[bar(2020, 2, True), bar(2020, 3, True)], events=[open_ended])
    frame = ds.plan_against_events()
    assert frame.events.tolist() == [1, 0]
    assert frame.due.isna().all()


def test_an_end_before_its_start_counts_with_its_start(opened):
    ds = opened(schedule=[bar(2019, 1, True)], events=[event(1, DAY(2019, 2, 1), DAY(2018, 2, 1))])
    assert list(outcomes(ds).values()) == [(1, "both")]


def test_a_deed_of_which_only_the_year_is_told_is_left_out(opened):
    ds = opened(schedule=[bar(2018, 1, True)], events=[event(1, DAY(2018, 1, 1), DAY(2018, 12, 31), "year")])
    assert list(outcomes(ds).values()) == [(0, "planned_only")]


def test_projects_meet_without_their_remarks_and_a_strange_one_keeps_its_row(opened):
    ds = opened(
        schedule=[bar(2018, 1, True, "센터 건립 (문래동)")],
        events=[
            event(1, DAY(2018, 1, 5), DAY(2018, 1, 5), project="센터건립"),
            event(2, DAY(2018, 1, 5), DAY(2018, 1, 5), project="축제"),
        ],
    )
    frame = ds.plan_against_events()
    assert dict(zip(frame.project, frame.planned.isna(), strict=True)) == {"센터 건립 (문래동)": False, "축제": True}


def test_a_project_on_several_lines_is_planned_where_one_is_and_open_where_one_cannot_be_told(opened):
    ds = opened(
        schedule=[
            bar(2018, 1, True),
            bar(2018, 1, None, line=2),
            bar(2018, 2, False),
            bar(2018, 2, None, line=2),
            bar(2018, 3, False),
            bar(2018, 3, False, line=2),
        ]
    )
    planned = ds.plan_against_events().planned
    assert planned.isna().tolist() == [False, True, False]
    assert [planned[0], planned[2]] == [True, False]


def test_a_quarter_is_due_once_it_has_begun(opened):
    ds = opened(schedule=[bar(2020, 4, True), bar(2021, 1, True)])
    assert ds.plan_against_events().due.tolist() == [True, False]


def test_nothing_at_all(opened):
    ds = opened(cards=[])
    assert len(ds.plan_against_events()) == len(ds.events_per_quarter()) == len(ds.events_per_quarter(by="card")) == 0
