"""Which lines are section headings."""

from __future__ import annotations

import pytest

from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.sections.headings import heading_match, numbered_heading
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def section(text: str) -> str | None:
    match = heading_match(Line(text, Place(line=1)), WORDS)
    return match.key if match else None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ⅲ. 사업비 투자계획 (단위 : 백만원)", "budget"),
        ("【연차별 투자계획】 (백만원)", "budget"),
        ("[소요예산] (천 원)", "budget"),
        ("□ 추진실적 및 향후계획", "performance"),
        ("3. 주요 이행실적", "performance"),
        ("◆ 2020년 주요 추진실적", "performance"),
        ("○ 2020년 상반기 추진실적", "performance"),
        ("■ 향후 투자계획", "budget"),
        ("▣ 향후 일정", "plan"),
        ("3. 그간의 실적", "performance"),
        ("주요 실적", "performance"),
        ("1. 연차별 이행목표 및 실적", "indicators"),
        ("(4) 그동안 추진한 일", "performance"),
        ("성과지표 실적 (2021. 6. 현재)", "achievement"),
        ("1 사업비 현황 (단위 : 백만원, 2020. 12. 31. 기준)", "budget"),
        ("2 세부사업별 추진현황", "performance"),
        ("그간의추진상황", "performance"),
        ("1. 공약이행 개요", "overview"),
        ("□ 이행상황 ● 정상추진", "performance"),
        ("3. 추진실적 ◐", "performance"),
    ],
)
def test_a_name_of_several_parts(text: str, key: str) -> None:
    assert section(text) == key


@pytest.mark.parametrize("text", ["□ 주요 도로 정비", "2020년 사업 시작", "- 추진실적", "공약사업 실천계획", " · "])
def test_what_heads_no_section(text: str) -> None:
    assert section(text) is None


def test_a_bare_numeral_may_stand_before_a_sections_name() -> None:
    match = heading_match(Line("6 담당", Place()), Vocabulary.standard())
    assert match is not None and match.key == "contacts" and not match.rough


@pytest.mark.parametrize("text", ["○ 예산 확보(추경): '19. 5.", "○ 사업비(국비) 확보: '20. 1."])
def test_brackets_behind_which_the_line_goes_on_are_no_remark(text: str) -> None:
    assert section(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("○ 예산 확보('18. 8.)", None),
        ("○ 예산확보(2019년 3월 5일)", None),
        ("○ 예산확보('20. 12. 기준)", "budget"),
        ("○ 소요예산('19~'22년)", "budget"),
        ("□ 추진실적('20. 12.)", "performance"),
    ],
)
def test_money_that_was_found_on_a_day_is_a_deed(text: str, key: str | None) -> None:
    assert section(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("□ 추진실적 (2020. 12. 기준) - 정상추진", "performance"),
        ("□ 추진실적 (2020. 12. 31. 현재) 정상추진", "performance"),
        ("□ 소요예산(국비 포함) 1,200백만원", "budget"),
        ("□ 소요예산(총액) : 1,200백만원", "budget"),
        ("○ 추진계획(안) 수립", None),
        ("○ 목표(100%) 달성", None),
    ],
)
def test_figures_and_what_stands_behind_the_day_that_they_are_of_leave_a_heading_one(
    text: str, key: str | None
) -> None:
    assert section(text) == key


@pytest.mark.parametrize("text", ["추진일자", "□ 추진일자"])
def test_the_head_of_a_column_of_dates_is_no_misspelt_section(text: str) -> None:
    bold = Line(text, Place(line=1), runs=(Run(0, len(text), bold=True),))
    match = heading_match(bold, WORDS)
    assert match is None or match.score == 100


def test_the_year_before_a_word_that_only_a_marker_makes_a_heading_leaves_it_one() -> None:
    assert section("□ 2021년 계획") == "plan"
    assert section("2021년 계획") is None


@pytest.mark.parametrize(
    ("text", "marker", "words"),
    [("1 사업개요", "1", "사업개요"), ("1. 사업개요", "1.", "사업개요"), ("2020 추진실적", None, "2020 추진실적")],
)
def test_the_number_of_a_section_is_its_marker_with_a_point_or_without(
    text: str, marker: str | None, words: str
) -> None:
    marked = numbered_heading(Line(text, Place(line=1)), split_marker(text, WORDS))
    assert (marked.marker, marked.words) == (marker, words)
