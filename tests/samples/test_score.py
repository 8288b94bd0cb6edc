"""The score counts rows that agree in every column of the truth."""

from pledgecards.samples.score import score

ITEM = {"ordinal": 1, "item_id": 1, "text_raw": "- 착공: '18. 7."}
TRUTH = {
    "spaces": "fold",
    "issues": ["date.reversed"],
    "allowed": ["municipality.ambiguous"],
    "notes": [],
    "tables": {"items": [ITEM], "events": [{"ordinal": 1, "item_id": 1, "label": "착공"}]},
}


def _produced(**changes):
    event = {"card_id": "0123456789ab-001", "item_id": 7, "label": "착공", "start": None} | changes
    return {
        "items": [{"card_id": "0123456789ab-001", "item_id": 7, "text_raw": "- 착공:  '18. 7."}],
        "events": [event],
        "issues": [{"severity": "warning", "code": "date.reversed"}],
    }


def test_a_row_may_have_more_columns_than_the_truth():
    assert score(_produced(), TRUTH)["events"].f1 == 1


def test_a_wrong_value_is_a_missing_row_and_a_surplus_one():
    found = score(_produced(label="준공"), TRUTH)["events"]
    assert (found.right, len(found.missing), len(found.surplus)) == (0, 1, 1)


def test_references_are_compared_by_the_text_they_point_to():
    assert score(_produced(item_id=8), TRUTH)["events"].f1 == 0


def test_issues_allowed_are_not_counted():
    produced = _produced()
    produced["issues"].append({"severity": "warning", "code": "municipality.ambiguous"})
    assert score(produced, TRUTH)["issues"].f1 == 1


def test_an_unexpected_warning_is_a_fault():
    produced = _produced()
    produced["issues"].append({"severity": "error", "code": "number.unreadable"})
    assert score(produced, TRUTH)["issues"].precision == 0.5


def test_white_space_counts_unless_the_layout_hides_it():
    produced = _produced()
    produced["items"][0]["text_raw"] = "-착공:'18.7."
    assert score(produced, TRUTH)["items"].f1 == 0
    assert score(produced, TRUTH | {"spaces": "ignore"})["items"].f1 == 1
