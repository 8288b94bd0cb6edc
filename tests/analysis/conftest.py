"""Cards and budget tables for the analyst's kit, in as few words as can be."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
INPUTS = (
    "cards/yeongdeungpo-25-reference.pdf",
    "yeongdeungpo-25.txt",
    "cards/form-1.pdf",
    "cards/planted-budget-sum_mismatch.txt",
    "cards/planted-indicator-rate_mismatch.txt",
)

YEARS = (2018, 2019, 2020)


@pytest.fixture
def card():
    """A row of cards: the letter of its file, and what else it says."""

    def make(letter, **columns):
        row = {
            "card_id": f"{letter * 12}-001",
            "document_id": letter * 64,
            "ordinal": 1,
            "cohort": 2018,
            "municipality": "서울특별시 영등포구",
            "pledge_no": ord(letter),
            "title": f"{letter} 공약",
            "as_of": datetime.date(2020, 12, 31),
            "review": False,
        }
        return row | columns

    return make


@pytest.fixture
def budget():
    """The rows of a budget table: lines of `(project, funding, 계, 2018, 2019, …)`, amounts in won, None for `-`."""

    def make(letter, *lines, periods=("계", *YEARS)):
        return [
            {
                "card_id": f"{letter * 12}-001",
                "line_no": number,
                "project": project,
                "funding_raw": funding,
                "funding": funding,
                "period_raw": str(period),
                "year": period if isinstance(period, int) else None,
                "amount_won": won,
                "amount_raw": "-" if won is None else str(won),
                "unit_raw": "원",
            }
            for number, (project, funding, *amounts) in enumerate(lines, 1)
            for period, won in zip(periods, amounts, strict=True)
        ]

    return make


@pytest.fixture(scope="session")
def converted(tmp_path_factory):
    """A dataset of five samples, in a folder `out`."""
    out = tmp_path_factory.mktemp("converted") / "out"
    convert([str(SAMPLES / name) for name in INPUTS], out, Settings(), jobs=1)
    return out
