"""The rows of a dataset, card by card, though it lies on the disk in groups of rows and is never read whole."""

from __future__ import annotations

import pytest

from pledgecards.review.dataset import Dataset
from pledgecards.schemas.stored import DatasetError

FIRST, SECOND, THIRD = (f"0123456789ab-00{n}" for n in (1, 2, 3))


def choice(card_id, number):
    return {"card_id": card_id, "field": "term", "option_no": number, "option": str(number)}


@pytest.fixture
def dataset(make_dataset):
    """Three rows make a group of rows: cards begin and end within groups, and one is scattered over two."""
    cards = [FIRST] * 4 + [SECOND] * 2 + [FIRST]
    return Dataset(
        make_dataset(
            cards=[
                {"card_id": name, "document_id": "0" * 64, "ordinal": 1, "review": False} for name in (FIRST, SECOND)
            ],
            choices=[choice(card, number) for number, card in enumerate(cards)],
            issues=[
                {"document_id": "0" * 64, "severity": "info", "code": "file.duplicate", "message": "a"},
                {"document_id": "0" * 64, "severity": "info", "code": "label.fuzzy", "message": "b", "card_id": SECOND},
            ],
        )
    )


@pytest.mark.parametrize(("card", "numbers"), [(FIRST, [0, 1, 2, 3, 6]), (SECOND, [4, 5]), (THIRD, [])])
def test_a_card_has_its_rows_in_their_order(dataset, card, numbers):
    assert [row["option_no"] for row in dataset.of_card(card)["choices"]] == numbers


def test_rows_of_no_card_belong_to_none(dataset):
    assert dataset.of_card(FIRST)["issues"] == []
    assert [row["message"] for row in dataset.of_card(SECOND)["issues"]] == ["b"]
    assert dataset.column("issues", "message") == ["a", "b"]


def test_what_cannot_be_read_is_told(make_dataset):
    folder = make_dataset()
    data = (folder / "cards.parquet").read_bytes()
    (folder / "cards.parquet").write_bytes(data[:-8] + b"\x00" * 8)
    with pytest.raises(DatasetError, match=r"cards\.parquet"):
        Dataset(folder)
