"""Particles fit the word before them, whatever quotes stand between."""

from __future__ import annotations

import pytest

from pledgecards.normalize.particles import settled


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("신규여부은(는) 지속입니다.", "신규여부는 지속입니다."),
        ("제목은(는) 다릅니다.", "제목은 다릅니다."),
        ("'지속'(으)로 골랐습니다.", "'지속'으로 골랐습니다."),
        ("「구비」(으)로 읽었습니다.", "「구비」로 읽었습니다."),
        ("「서울」(으)로 읽었습니다.", "「서울」로 읽었습니다."),
        ("담당부서을(를) 찾지 못했습니다.", "담당부서를 찾지 못했습니다."),
        ("3을(를) 찾지", "3을 찾지"),
        ("80%이(가) 아닙니다.", "80%가 아닙니다."),
        ("'ABC'을(를) 찾지", "'ABC'을(를) 찾지"),
        ("실적와(과) 목표", "실적과 목표"),
    ],
)
def test_a_particle_fits(template: str, said: str) -> None:
    assert settled(template) == said
