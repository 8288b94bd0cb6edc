"""Which lines of a page go on from the one above."""

from __future__ import annotations

from datetime import date

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.items.continuation import goes_on
from pledgecards.extract.items.outline import Draft
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Place
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def joined(above: str, below: str, *, soft: bool = False) -> bool:
    """Whether `below` goes on from a bullet `above` it; both begin at the same edge."""
    first = Line(above, Place(1, 60.0, 100.0, 400.0, 112.0), indent=10.0, size=11.0, soft=soft)
    second = Line(below, Place(1, 60.0, 114.0, 300.0, 126.0), indent=10.0, size=11.0)
    draft = Draft(1, None, "bullet", 1, "performance", "-", above, above, first.place, first, indent=10.0)
    return goes_on(second, split_marker(below, WORDS), draft)


@pytest.mark.parametrize("end", ["2020. 3.", "'20. 3.", "현재", "계속"])
def test_a_range_goes_on_to_its_end(end: str) -> None:
    assert joined("- 부지매입 협의: '18. 9. ~", end)


def test_an_open_range_ends_its_line() -> None:
    assert not joined("- 부지매입 협의: '18. 9.~", "작은도서관 시설 개선")


def test_a_line_that_ends_with_its_column_goes_on() -> None:
    assert joined("- 부지매입 협의와 실시설계 용역, 주민 설명회를 차례로", "마침", soft=True)


@pytest.mark.parametrize(
    ("below", "told"), [("[4일간]", True), ("[2년간]", True), ("〈2020년〉", False), ("[19년]", False)]
)
def test_a_year_in_brackets_heads_what_is_below_however_full_the_line_above(below: str, told: bool) -> None:
    assert joined("- 마을버스 노선 신설 업무협약 체결: '19. 7. 3.", below, soft=True) is told


def test_the_name_of_a_section_far_left_of_a_bullet_goes_on_from_none() -> None:
    first = Line("○ 삼층 건물", Place(1, 160.0, 100.0, 240.0, 112.0), indent=110.0, size=11.0, soft=True)
    second = Line("추진실적", Place(1, 60.0, 114.0, 110.0, 126.0), indent=10.0, size=11.0)
    draft = Draft(1, None, "bullet", 1, "overview", "○", first.text, first.text, first.place, first, indent=110.0)
    assert not goes_on(second, split_marker(second.text, WORDS), draft)


def test_a_dot_between_words_is_no_bullet_where_a_bracket_stands_open() -> None:
    assert joined("- 보강공사(2020년 5월, 4개소", "·21명 / 12억원)", soft=True)
    assert not joined("- 보강공사(2020년 5월) 4개소", "·21명 / 12억원", soft=True)
    assert not joined("- 보강공사(2020년 5월, 4개소", "· 21명", soft=True)


def test_a_bracket_that_stands_open_is_shut_in_the_next_line() -> None:
    assert joined("- 부지매입 협의(토지 소유자", "12명)")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- 부지매입 협의: 2018. 3. / 타당성조사 용역: '18. 9.", "- '19. 8."),
        ("- 주민 공람: '19. 6. 8.", "– 6. 27."),
        ("- 주민 공람: 2019년 6월 8일(토)", "- 2019년 6월 27일(목) [20일간]"),
    ],
)
def test_a_dash_and_a_date_alone_end_the_range_above(above: str, below: str) -> None:
    assert joined(above, below, soft=True)
    assert not joined(above, below)  # a line with room for it would have held it


@pytest.mark.parametrize(
    ("above", "below", "ends"),
    [
        ("○ 착수보고회 개최: '20. 8.", "- 12.", True),
        ("○ 부지 매입 협의('19. 10. 21.", "– 11. 8.)", True),
        ("○ 착수보고회 개최: '20. 8.", "- '20. 12.", False),  # may be a deed's own date
        ("○ 착수보고회 개최: '20. 8.", "- 12. 준공", False),
    ],
)
def test_a_month_alone_behind_a_dash_ends_the_range_above_in_a_text_of_any_width(
    above: str, below: str, ends: bool
) -> None:
    first = Line(above, Place(line=7), indent=3.0)
    draft = Draft(1, None, "bullet", 1, "performance", "○", above, above, first.place, first, indent=3.0)
    assert goes_on(Line(below, Place(line=8), indent=5.0), split_marker(below, WORDS), draft) is ends


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- 타당성조사 용역: '18. 9.", "- '19. 8. 준공"),
        ("- 타당성조사 용역: '18. 9. ~ '19. 2.", "- '19. 8."),
        ("- 타당성조사 용역 완료", "- '19. 8."),
    ],
)
def test_another_dash_begins_a_bullet_of_its_own(above: str, below: str) -> None:
    assert not joined(above, below, soft=True)


@pytest.mark.parametrize(("below", "told"), [("11.~'19. 1.", True), ("3. 5.", True), ("2. 도로 정비", False)])
def test_a_year_at_the_end_of_a_page_goes_on_in_its_months(below: str, told: bool) -> None:
    first = Line("- 부지매입 협의: '18.", Place(1, 60.0, 780.0, 400.0, 792.0), indent=10.0, size=11.0)
    second = Line(below, Place(2, 67.0, 60.0, 300.0, 72.0), indent=17.0, size=11.0)
    draft = Draft(1, None, "bullet", 1, "performance", "-", first.text, first.text, first.place, first, indent=10.0)
    assert goes_on(second, split_marker(below, WORDS), draft) is told


def test_a_line_of_the_year_after_is_one_of_its_own_however_full_the_line_above() -> None:
    assert not joined("’19년 공모 선정(5. 21.), 주차장 108면 준공(11월)", "’20년 주차장 183면 준공(8월)", soft=True)
    assert joined("’19년 공모 선정(5. 21.)부터 주차장 준공까지", "’19년 12월에 마침", soft=True)
    assert joined("’19년 공모 선정부터 주차장 준공까지 협의,", "’20년 준공", soft=True)


def test_figures_of_another_size_end_a_range() -> None:
    above = "- 개관식 개최: 2019. ~"
    first = Line(above, Place(1, 60.0, 100.0, 400.0, 114.0), indent=10.0, size=13.0)
    draft = Draft(1, None, "bullet", 1, "performance", "-", above, above, first.place, first, indent=10.0)
    for text, size, joins in (
        ("2021.", 11.7, True),
        ("2021년 3월", 11.7, True),
        ("2021.", 9.0, False),
        ("개관", 11.7, False),
    ):
        second = Line(text, Place(1, 60.0, 116.0, 300.0, 128.0), indent=20.0, size=size)
        assert goes_on(second, split_marker(text, WORDS), draft) is joins


@pytest.mark.parametrize(
    ("lines", "events"),
    [
        ("○ 주민설명회:\n'19. 3. 4.\n○ 착공: '19. 5.", [("주민설명회", date(2019, 3, 4)), ("착공", date(2019, 5, 1))]),
        ("○ 만족도 조사\n(2020. 6. 1. ~ 6. 15.)", [("만족도 조사", date(2020, 6, 1))]),
        ("○ 착공: '19. 5.\n(2020. 6. 1.)", [("착공", date(2019, 5, 1)), (None, date(2020, 6, 1))]),
    ],
)
def test_a_date_alone_at_the_margin_is_that_of_the_deed_above_which_has_none(
    lines: str, events: list[tuple[str | None, date]]
) -> None:
    rows = convert_bytes(
        f"12. 도서관 건립\n\n담당부서: 도로과\n임기구분: ☑ 임기내 ☐ 임기외\n\n□ 추진실적\n{lines}\n".encode(),
        "card.txt",
    )["events"]
    assert [(row["label"], row["start"]) for row in rows] == events


@pytest.mark.parametrize(
    ("lines", "events"),
    [
        ("○ 공사 시행, 2019. 5.\n30. 준공", [("공사 시행, 준공", "2019-05-30")]),
        ("○ 공사 시행, 2019. 5.\n3. 준공", [("공사 시행", "2019-05"), ("준공", None)]),
        ("29. 공사 시행, 2019. 5.\n30. 준공", [("공사 시행", "2019-05"), ("준공", None)]),
    ],
)
def test_a_number_too_high_for_a_list_at_the_margin_is_the_day_of_the_month_above(
    lines: str, events: list[tuple[str, str | None]]
) -> None:
    card = f"12. 도서관 건립\n\n담당부서: 도로과\n임기구분: ☑ 임기내 ☐ 임기외\n\n□ 추진실적\n{lines}\n"
    assert [(row["label"], row["edtf"]) for row in convert_bytes(card.encode(), "card.txt")["events"]] == events


@pytest.mark.parametrize(
    ("below", "joins"),
    [("(용역비 30백만원)", True), ("(2019. 6. 3.)", False), ("(단위: 백만원)", False), ("용역비 30백만원", False)],
)
def test_brackets_alone_far_right_below_a_bullet_are_said_of_it(below: str, joins: bool) -> None:
    above = "○ 실시설계 착수: 2019. 5. 3."
    first = Line(above, Place(1, 60.0, 100.0, 240.0, 112.0), indent=10.0, size=11.0)
    draft = Draft(1, None, "bullet", 1, "performance", "○", above, above, first.place, first, indent=10.0)
    second = Line(below, Place(1, 150.0, 114.0, 260.0, 126.0), indent=100.0, size=11.0)
    assert goes_on(second, split_marker(below, WORDS), draft) is joins
