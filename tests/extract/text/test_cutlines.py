"""Texts cut at a width, in the middle of words and figures, put together again."""

from __future__ import annotations

import pytest

from pledgecards.extract.text.lines.cutlines import with_whole_lines
from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.schemas.vocabulary import Vocabulary


def whole(text: str) -> list[str]:
    return [line.text for line in with_whole_lines(split_lines(text), Vocabulary.standard())]


def cut(text: str, width: int) -> str:
    """Every line cut at so many characters."""
    return "\n".join(line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width))


DEEDS = """□ 추진실적
○ 어린이도서관 건립을 위한 기본구상과 타당성 조사 용역 착수(사업비 1,250백만원): 2019. 3. 14.
○ 어린이도서관 실시설계 용역을 마치고 주민설명회를 개최(참석 인원 120명): 2019. 11. 29.
○ 어린이도서관 건립공사를 착공하고 감리를 시작: 2020. 4. 13. ~ 2021. 10. 31.
○ 작은도서관 5개소를 고치고 장서 12,500권과 열람석 120석을 마련하여 주민에게 개방
○ 개관식"""


@pytest.mark.parametrize("width", range(28, 44))
def test_a_text_cut_at_any_width_is_as_it_was(width: int) -> None:
    assert whole(cut(DEEDS, width)) == DEEDS.split("\n")


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("○ 준공식 2021.10.3", "1.(일)", "○ 준공식 2021.10.31.(일)"),
        ("○ 준공식: 2021.10.3", "  1.(일) 개최", "○ 준공식: 2021.10.31.(일) 개최"),
        ("○ 준공: 2021. 1", "0. 31.", "○ 준공: 2021. 10. 31."),
        ("○ 준공식: 2021. 10.", "31.(일) 개최", "○ 준공식: 2021. 10. 31.(일) 개최"),
        ("○ 준공: 202", "1. 10. 31.", "○ 준공: 2021. 10. 31."),
        ("○ 공사: '19. 3. ~ '21. 1", "2.", "○ 공사: '19. 3. ~ '21. 12."),
        ("○ 사업비: 1,2", "50백만원", "○ 사업비: 1,250백만원"),
        ("○ 사업비: 1", ",250백만원", "○ 사업비: 1,250백만원"),
    ],
)
def test_a_figure_of_which_neither_part_can_stand_alone(above: str, below: str, joined: str) -> None:
    assert whole(f"{above}\n{below}\n○ 끝") == [joined, "○ 끝"]


@pytest.mark.parametrize(
    "text",
    [
        "○ 준공식 2021. 11. 3\n1. 사업개요",  # a numbered heading below
        "23,40 1,40\n0 0",  # a row of figures: others are cut as well
        "=" * 40 + "\n[가-1] 산골 목욕탕\n" + "=" * 40 + "\n[가-2] 느티나무길\n" + "=" * 40 + "\n끝",
        "○ 주민과 함께 도서관을 새로 짓고\n작은 도서관을 고쳐 독서 환경을 개선\n하며 장서를 늘리고 이용자를 모아\n운영협의회를 꾸려 함께 돌봄",
    ],
)
def test_lines_that_end_where_their_words_do_stay(text: str) -> None:
    assert whole(text) == text.split("\n")


def test_a_heading_in_brackets_goes_on_to_where_the_bracket_is_shut() -> None:
    assert whole("[지역 상권을 함께 살리는\n 걷기 좋은 거리]\n- 착공") == [
        "[지역 상권을 함께 살리는 걷기 좋은 거리]",
        "- 착공",
    ]
    for text in ("[지역 상권\n- 착공]", "[지역 상권\n착공 [2단계]", "[지역] 상권\n착공]", "[ ] 지역\n[v] 착공"):
        assert whole(text) == text.split("\n")
