"""A small dataset with the texts that an export must not let run."""

from __future__ import annotations

import datetime

import pytest

CARD = "aaaaaaaaaaaa-001"
FORMULAS = (
    '=HYPERLINK("http://example.org","이름")',
    "+82-2-2670-3525",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
)
LONG = "가" * 40_000


@pytest.fixture
def folder(make_dataset):
    texts = [*FORMULAS, "-", "-1,234", "+3.5%", "-12", "여느 글", LONG, "_x0041_", "\x01제어"]
    return make_dataset(
        documents=[
            {
                "document_id": "a" * 64,
                "path": "책/카드.pdf",
                "size_bytes": 1_234_567,
                "status": "ok",
                "cards": 1,
                "text_coverage": 0.75,
            }
        ],
        cards=[
            {
                "card_id": CARD,
                "document_id": "a" * 64,
                "ordinal": 1,
                "municipality": "서울특별시 영등포구",
                "pledge_no": 25,
                "title": "센터 건립",
                "as_of": datetime.date(2020, 12, 31),
                "budget_total_won": 6_268_000_000,
                "review": True,
            }
        ],
        items=[
            {
                "card_id": CARD,
                "item_id": number,
                "kind": "bullet",
                "level": 1,
                "section": "performance",
                "text": text,
                "text_raw": text,
            }
            for number, text in enumerate(texts, 1)
        ],
        schedule=[
            {"card_id": CARD, "line_no": 1, "year": 2018, "quarter": quarter, "planned": planned}
            for quarter, planned in enumerate((True, False, None), 1)
        ],
        budget=[
            {"card_id": CARD, "line_no": 1, "funding": "national", "year": 2019, "amount_won": won, "x0": 12.5}
            for won in (1_079_000_000, None, -5, 9_007_199_254_740_993)
        ],
        issues=[
            {
                "document_id": "a" * 64,
                "severity": "warning",
                "code": "text.unclaimed",
                "table_name": "budget",
                "message": "글이 남았습니다.",
            }
        ],
    )
