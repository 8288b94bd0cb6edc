"""Lines that hold several bullets."""

from __future__ import annotations

import pytest

from pledgecards.extract.bullets_beside import bullets_of
from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.pieces import Piece
from pledgecards.extract.series import next_in_series
from pledgecards.schemas.vocabulary import Vocabulary


def parts(text: str) -> list[str]:
    line = Line(text, Place(line=1), runs=(Run(0, len(text)),))
    return [part.text for part in bullets_of(line, Vocabulary.standard())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가) 착공 : 2019. 4. 1. 나) 준공 : 2019. 10. 31.", ["가) 착공 : 2019. 4. 1.", "나) 준공 : 2019. 10. 31."]),
        ("- 공고 : ‘18. 4. 2.(월) - 심사 : ‘18. 6. 15.", ["- 공고 : ‘18. 4. 2.(월)", "- 심사 : ‘18. 6. 15."]),
        ("1) 착공식\t2) 준공식", ["1) 착공식", "2) 준공식"]),
        ("○ 착공\t○ 준공", ["○ 착공", "○ 준공"]),
        ("◦ 2018. 8. 용역 착수\t◦ 2020. 5. 모집 공고", ["◦ 2018. 8. 용역 착수", "◦ 2020. 5. 모집 공고"]),
    ],
)
def test_labels_with_what_they_say_are_a_bullet_each(text: str, found: list[str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "- 기간 : '18. 4. 2. - '18. 6. 15.",
        "- 공사 : 2019. 4. - 준공까지 2년",
        "가) 착공 : 2019. 4. 1. 다) 준공 : 2019. 10. 31.",
        "- 회의 : 10:00 - 12:00",
        "- 공사 : 2019. 4.\t- 2019. 10. 준공까지",
    ],
)
def test_a_dash_between_dates_and_a_numeral_out_of_order_part_nothing(text: str) -> None:
    assert parts(text) == [text]


def test_numerals_are_counted_in_their_series() -> None:
    assert next_in_series("2.", "3.") and next_in_series("가)", "나)") and next_in_series("Ⅲ", "Ⅳ")
    assert not next_in_series("2.", "4.") and not next_in_series("가)", "2)") and not next_in_series("Ⅳ", "Ⅲ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("■ 추진실적\t- 착공(2019. 3.)", ["■ 추진실적", "- 착공(2019. 3.)"]),
        ("■ 총사업비\t12억원", ["■ 총사업비\t12억원"]),
        ("○ 총사업비\t- 12억원", ["○ 총사업비\t- 12억원"]),
        ("■ 골목길 정비\t- 착공(2019. 3.)", ["■ 골목길 정비\t- 착공(2019. 3.)"]),
    ],
)
def test_the_heading_of_a_section_left_of_its_first_bullet_is_a_line_of_its_own(text: str, found: list[str]) -> None:
    assert parts(text) == found


def test_a_bullet_behind_its_heading_stands_as_deep_as_the_next() -> None:
    first = Line("■ 추진실적\t- 조례 제정", Place(line=1), indent=40.0)
    second = Line("- 착공(2019. 3.)", Place(line=2), indent=120.0)
    below = [Piece("line", second.place, second.ink, line=second)]
    assert [line.indent for line in bullets_of(first, Vocabulary.standard(), below)] == [40.0, 120.0]


@pytest.mark.parametrize("heading", ["■ 향후계획", "향후계획"])
def test_a_sections_name_left_of_its_first_bullet_is_a_line_of_its_own(heading: str) -> None:
    assert parts(f"{heading}\t- 전 노선 확대: 2021. 7.") == [heading, "- 전 노선 확대: 2021. 7."]
    assert parts("도로과\t- 전 노선 확대: 2021. 7.") == ["도로과\t- 전 노선 확대: 2021. 7."]


def test_a_name_set_larger_than_the_bullet_beside_it_may_head_another_column() -> None:
    text = "향후계획\t- 전 노선 확대: 2021. 7."
    for size, found in ((13.0, [text]), (10.0, text.split("\t"))):
        line = Line(
            text, Place(1, 60.0, 60.0, 500.0, 72.0), size=9.0, runs=(Run(0, 5, size=size), Run(5, len(text), size=9.0))
        )
        assert [part.text for part in bullets_of(line, Vocabulary.standard())] == found
