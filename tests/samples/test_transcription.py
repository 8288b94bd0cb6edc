"""The hand transcription of the real card says what the card's own text says, and its truth is the one worked out by hand."""

import re
from collections import Counter
from pathlib import Path

import pledgecards.samples
from pledgecards.samples.text import TextStyle, print_text
from pledgecards.samples.truth import Medium, truth
from pledgecards.samples.yeongdeungpo import real_card

CARD = Path(pledgecards.samples.__file__).parent / "yeongdeungpo-25.txt"
TRUTH = truth([real_card()], Medium("text/plain", "bold", bars=False))["tables"]


def _lines(text):
    folded = (re.sub(r"\s+", " ", line).strip() for line in text.splitlines())
    return [line for line in folded if line and not set(line) <= {"-", " "}]


def test_printed_as_text_it_is_the_real_card():
    assert _lines(print_text([real_card()], TextStyle()).decode()) == _lines(CARD.read_text("utf-8-sig"))


def test_every_table_has_the_rows_counted_by_hand():
    counts = {name: len(rows) for name, rows in TRUTH.items()}
    assert counts["choices"] == 16
    assert counts["schedule"] == 60
    assert counts["budget"] == 36
    assert counts["events"] == 28
    assert counts["contacts"] == 4


def test_twenty_eight_amounts_are_not_null():
    assert sum(row["amount_won"] is not None for row in TRUTH["budget"]) == 28


def test_the_grand_total_is_the_cards_total():
    assert TRUTH["cards"][0]["budget_total_won"] == 6_268_000_000


def test_text_cannot_tell_the_gantt():
    assert {row["planned"] for row in TRUTH["schedule"]} == {None}


def test_two_deeds_in_one_bullet_are_two_events():
    labels = {row["label"]: row["date_raw"] for row in TRUTH["events"]}
    assert labels["앵커시설 매입(市)"] == "'18. 5."
    assert labels["정비구역 내 앵커시설 건축행위 완화(구)"] == "'19. 12. 3."


def test_a_range_takes_its_year_from_its_start():
    (row,) = (row for row in TRUTH["dates"] if row["raw"] == "'19. 9. 26. ~ 10. 28.")
    assert (row["start"], row["end"], row["edtf"]) == ("2019-09-26", "2019-10-28", "2019-09-26/2019-10-28")


def test_spans_point_at_the_raw_text():
    items = {row["item_id"]: row["text_raw"] for row in TRUTH["items"]}
    for row in TRUTH["dates"]:
        assert items[row["item_id"]][row["span_start"] : row["span_end"]] == row["raw"]


def test_targets_and_results_by_measure():
    assert Counter(row["measure"] for row in TRUTH["indicators"]) == {
        "goal": 3,
        "target": 14,
        "result": 3,
        "actual": 9,
        "rate": 3,
    }
