"""Sums of money in letters alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.normalize.figures.spoken_sums import spoken_sums


@pytest.mark.parametrize(
    ("text", "raw", "won", "approx"),
    [
        ("이웃돕기 성금 오천만원 전달", "오천만원", 50_000_000, False),
        ("일금 삼억이천오백만원정", "일금 삼억이천오백만원정", 325_000_000, False),
        ("금50,000,000원(금오천만원정)", "금오천만원정", 50_000_000, False),
        ("일억원 이상 기부", "일억원 이상", 100_000_000, True),
        ("약 오백만원", "약 오백만원", 5_000_000, True),
        ("이만원씩 지급", "이만원", 20_000, False),
        ("삼만오천원", "삼만오천원", 35_000, False),
    ],
)
def test_a_sum_in_letters(text: str, raw: str, won: int, approx: bool) -> None:
    [found] = spoken_sums(text)
    assert (found.raw, found.won, found.unit, found.approx) == (raw, won, "원", approx)
    assert text[slice(*found.span)] == raw


@pytest.mark.parametrize(
    "text",
    ["천만원 기탁", "수천만원", "(단위: 백만원)", "5천만원", "이천 원도심", "이천원예농협", "오만천억원", "십이원칙", "만원 관중", "구조원", "사조원양"],
)  # fmt: skip
def test_units_names_and_disorder_are_no_sums(text: str) -> None:
    assert spoken_sums(text) == []


def _spelt(number: int) -> str:
    letters = ""
    for factor, name in ((10**8, "억"), (10**4, "만"), (1, "")):
        group = number // factor % 10_000
        said = "".join(
            "일이삼사오육칠팔구"[group // step % 10 - 1] + small
            for step, small in ((1000, "천"), (100, "백"), (10, "십"), (1, ""))
            if group // step % 10
        )
        letters += said + name if said else ""
    return letters


@settings(deadline=None)
@given(st.integers(1, 9_999_999_999).map(lambda number: number * 10))
def test_what_is_spelt_reads_back(number: int) -> None:
    [found] = spoken_sums(f"기부금 {_spelt(number)}원 접수")
    assert found.won == number
