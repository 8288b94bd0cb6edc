"""Counts written in the native numerals of Korean."""

from __future__ import annotations

import pytest

from pledgecards.normalize.figures.spoken_counts import spoken_counts


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("충전소 두 곳 추가 설치", "두 곳", 2, "곳"),
        ("간담회 세 차례 개최", "세 차례", 3, "차례"),
        ("위원 열두 명을 위촉", "열두 명", 12, "명"),
        ("서른다섯 명 수료", "서른다섯 명", 35, "명"),
        ("네 개소에 설치", "네 개소", 4, "개소"),
    ],
)
def test_a_numeral_set_apart_from_its_unit_counts(text: str, raw: str, value: float, unit: str) -> None:
    [found] = spoken_counts(text)
    assert (found.raw, found.value, found.unit, found.won, found.approx) == (raw, value, unit, None, False)
    assert text[slice(*found.span)] == raw


@pytest.mark.parametrize(
    "text", ["한 곳에 모아", "한 명도 없이", "모두 곳곳", "세대 통합", "네 명소", "두 번째", "3세 명단", "학생들두 명"]
)
def test_what_counts_nothing(text: str) -> None:
    assert spoken_counts(text) == []
