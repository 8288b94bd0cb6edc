"""Names of fields beside pledge numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.cards.heads import heads_card
from pledgecards.extract.fields import is_field
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Cell, Line, Place, Run, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.title import Title, find_title
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]

WORDS = Vocabulary.standard()
LARGE, SMALL = 18.0, 9.0
WHITE, BLACK = 0xFFFFFF, 0


def titled(*lines: Line | str) -> Title:
    placed = [
        line if isinstance(line, Line) else Line(line, Place(line=at), size=10.0) for at, line in enumerate(lines, 1)
    ]
    return find_title([Piece("line", line.place, line.ink, line) for line in placed], WORDS)


def on_page(text: str, size: float, top: float, runs: tuple[Run, ...] = ()) -> Line:
    return Line(text, Place(page=1, x0=50, top=top, x1=400, bottom=top + size), size=size, runs=runs)


@pytest.mark.parametrize(
    ("text", "number", "field"),
    [
        ("[교육·보육 5] 통학로 조성", "[5]", "교육·보육"),
        ("(교육 5) 통학로 조성", "[5]", "교육"),
        ("[12-교육] 통학로 조성", "[12]", "교육"),
        ("[5. 복지] 통학로 조성", "[5]", "복지"),
        ("【교육】 12. 통학로 조성", "12.", "교육"),
        ("<함께 사는 복지> 공약 6. 통학로 조성", "공약 6.", "함께 사는 복지"),
        ("교육·보육 5. 통학로 조성", "5.", "교육·보육"),
        ("교육-05 통학로 조성", "05", "교육"),
        ("교육 분야 5 통학로 조성", "5", "교육 분야"),
        ("교육·보육 | 5 | 통학로 조성", "5", "교육·보육"),
        ("제3분야 교육 공약 12 통학로 조성", "공약 12", "제3분야 교육"),
        ("교육·보육(5) 통학로 조성", "[5]", "교육·보육"),
        ("분야 2-1. 통학로 조성", "2-1.", "분야"),
    ],
)
def test_a_number_beside_the_name_of_its_field(text: str, number: str, field: str) -> None:
    found = numbered(text, WORDS)
    assert found is not None
    assert (found.number, found.field, found.title) == (number, field, "통학로 조성")


@pytest.mark.parametrize(
    "text",
    [
        "교육 1번지 조성",
        "경제 1등 도시",
        "안전 365 운동",
        "농업 4.0 시대 개막",
        "주택 120호 공급",
        "청년 2030 정책",
        "복지 100% 달성",
        "문화 2018. 5. 3.",
        "(문화) 3. 15. 개최",
        "[참고 1] 사진",
        "[경제] 일자리 창출",
        "교육 | 5 | 10 | 15",
        "교육지원과 | 5 | 3",
        "교육(3) 문화(2) 안전(4)",
        "도시재생 1-2구역 정비",
    ],
)
def test_what_begins_like_a_field_and_its_number_and_is_none(text: str) -> None:
    assert numbered(text, WORDS) is None


def test_a_field_is_a_known_word_or_says_that_it_is_one() -> None:
    assert is_field("교육·보육", WORDS)
    assert is_field("(함께 사는 분야)", WORDS)
    assert not is_field("교육 환경 개선", WORDS)
    assert not is_field("분야", WORDS)


@pytest.mark.parametrize(
    ("lines", "number", "title", "beside"),
    [
        (["[교육·보육 5]", "통학로 조성"], "[5]", "통학로 조성", ["교육·보육"]),
        (["No. 12 | 교육·보육", "통학로 조성"], "No. 12", "통학로 조성", ["교육·보육"]),
        (["공약 12. [교육·보육] 통학로 조성"], "공약 12.", "통학로 조성", ["[교육·보육]"]),
        (["교육 | 공약 5 | 통학로 조성 | 교육정책과"], "공약 5", "통학로 조성", ["교육", "교육정책과"]),
        (["공약번호 12 (교육·보육)", "공약명 통학로 조성"], "공약번호 12", "통학로 조성", ["(교육·보육)"]),
        (["12. 통학로 조성[교육·보육]"], "12.", "통학로 조성", ["[교육·보육]"]),
        (["12. 월세 지원 (청년)"], "12.", "월세 지원 (청년)", []),
        (["12. (청년) 월세 지원"], "12.", "(청년) 월세 지원", []),
        (["통학로 조성 (교육-12)"], "12", "통학로 조성", ["교육"]),
        (["12. 통학로 조성 - 걸어서 가는 학교 -"], "12.", "통학로 조성", ["걸어서 가는 학교"]),
        (["[행복한 교육도시 5] 통학로 조성"], "[5]", "통학로 조성", ["행복한 교육도시"]),
        (["5. 통학로 조성 / 교육정책과"], "5.", "통학로 조성", ["교육정책과"]),
        (["■ 5-3 통학로 조성"], "5-3", "통학로 조성", []),
        (["공약카드 (44) 통학로 조성"], "공약카드 (44)", "통학로 조성", []),
        (["#12 통학로 조성"], "#12", "통학로 조성", []),
        (["12 / 62  통학로 조성"], "12", "통학로 조성", []),
        (["12 통학로 조성 (담당: 교육정책과)"], "12", "통학로 조성", ["담당: 교육정책과"]),
    ],
)
def test_neither_number_nor_field_is_of_the_title(lines: list[str], number: str, title: str, beside: list[str]) -> None:
    found = titled(*lines)
    assert (found.number, found.text, [line.text for line in found.beside]) == (number, title, beside)


def test_a_page_among_pages_is_no_number() -> None:
    assert titled("12/62", "통학로 조성").number is None


def test_a_number_on_a_disk_stands_apart_from_the_title_by_its_colour() -> None:
    runs = (Run(0, 3, True, WHITE, 14.0), Run(3, 9, True, BLACK, LARGE))
    found = titled(on_page("12 통학로 조성", LARGE, 50, runs), on_page("걸어서 가는 학교", SMALL, 70))
    assert (found.number, found.text) == ("12", "통학로 조성")


def test_a_line_of_number_field_and_office_below_the_title_is_none() -> None:
    found = titled(on_page("통학로 조성", LARGE, 50), on_page("공약번호 12 · 교육·보육 분야 · 교육정책과", SMALL, 70))
    assert (found.number, found.text) == ("공약번호 12", "통학로 조성")
    assert "교육·보육 분야" in [line.text for line in found.beside]


def test_a_number_in_small_print_behind_the_title_is_the_pledges() -> None:
    runs = (Run(0, 7, True, BLACK, LARGE), Run(7, 18, False, BLACK, SMALL))
    found = titled(on_page("통학로 조성\t교육·보육 No.12", LARGE, 50, runs))
    assert (found.number, found.text, [line.text for line in found.beside]) == ("No.12", "통학로 조성", ["교육·보육"])


def test_an_office_in_small_print_is_no_part_of_the_title() -> None:
    runs = (Run(0, 3, False, BLACK, 36.0), Run(3, 10, True, BLACK, LARGE), Run(10, 15, False, BLACK, SMALL))
    found = titled(on_page("12 통학로 조성 교육정책과", LARGE, 50, runs))
    assert (found.number, found.text) == ("12", "통학로 조성")


def test_a_field_under_the_word_for_a_pledge_is_no_title() -> None:
    found = titled(on_page("공약\t교육·보육 분야", SMALL, 50), on_page("12 통학로 조성", LARGE, 62))
    assert (found.number, found.text) == ("12", "통학로 조성")


@pytest.mark.parametrize("text", ["[참고자료 1] 통학로 조성", "[시즌 2] 골목축제", "<제2공구 3> 도로 확장"])
def test_brackets_that_count_something_else_hold_no_number(text: str) -> None:
    assert titled(text).number is None


def test_a_number_in_a_box_beside_a_title_of_two_lines_is_the_pledges() -> None:
    found = titled(on_page("통학로 조성과 어린이\t공약번호", LARGE, 50), on_page("보호구역 정비\t12", LARGE, 70))
    assert (found.number, found.text) == ("12", "통학로 조성과 어린이 보호구역 정비")


def test_number_and_field_behind_the_title_are_none_of_it() -> None:
    runs = (Run(0, 7, True, WHITE, LARGE), Run(7, 20, False, WHITE, SMALL))
    found = titled(on_page("통학로 조성\t공약 12 / 교육·보육", LARGE, 50, runs))
    assert (found.number, found.text, [line.text for line in found.beside]) == ("공약 12", "통학로 조성", ["교육·보육"])


def test_field_and_office_may_stand_beside_number_and_title_in_a_table(table: TableMaker) -> None:
    assert heads_card(table("12 | 교육·보육 | 통학로 조성", "^ | 교육정책과 | ^", drawn=True), WORDS)
    assert not heads_card(table("12 | 교육·보육 | 통학로 조성", "^ | 2,000명 | ^", drawn=True), WORDS)


def test_labelled_fields_in_a_cell_of_their_own_may_stand_beside_number_and_title() -> None:
    def cell(col: int, *texts: str) -> Cell:
        return Cell(0, col, 1, 1, tuple(Line(text, Place()) for text in texts), Place())

    number, title = cell(0, "08"), cell(1, "주차환경 개선")
    labelled = cell(2, "분야 : 지역경제", "주관 : 경제과", "협조 : 교통과")
    assert heads_card(Table(1, 3, (number, title, labelled), Place(), True), WORDS)
    assert not heads_card(Table(1, 3, (number, title, cell(2, "주차장", "쉼터", "공원")), Place(), True), WORDS)


def test_a_field_or_an_office_may_stand_beside_the_cell_of_number_and_title(table: TableMaker) -> None:
    assert heads_card(table("분야 | 11. 방범 카메라 확대", drawn=True), WORDS) is False
    for field in ("안전·교통", "분야 : 안전·교통", "안전과"):
        assert heads_card(table(f"{field} | 11. 방범 카메라 확대", drawn=True), WORDS)
    assert not heads_card(table("사업내용 | 1. 방범 카메라 확대", drawn=True), WORDS)


def test_a_title_may_begin_above_its_number_that_stands_beside_both_lines() -> None:
    runs = (Run(0, 3, True, WHITE, 24.0), Run(3, 9, True, BLACK, LARGE))
    below = on_page("05 건조장 확충", LARGE, 72, runs)
    chip = (Run(0, 6, False, WHITE, 8.0), Run(6, 14, True, BLACK, LARGE))
    found = titled(on_page("농업·축산 쌀 단지 육성과", LARGE, 52, chip), below)
    assert (found.number, found.text) == ("05", "쌀 단지 육성과 건조장 확충")
    assert [line.text for line in found.beside] == ["농업·축산"]
    slogan = on_page("함께 사는 농촌", LARGE, 52, (Run(0, 8, True, BLACK, LARGE),))
    assert titled(slogan, below).text == "건조장 확충"


def test_a_field_on_a_chip_before_the_title_is_none_of_it() -> None:
    runs = (Run(0, 6, False, WHITE, 8.0), Run(6, 12, True, BLACK, LARGE))
    found = titled(on_page("농업·축산 쌀 단지 육성", LARGE, 52, runs))
    assert (found.text, [line.text for line in found.beside]) == ("쌀 단지 육성", ["농업·축산"])


def test_a_number_in_smaller_type_stands_apart_from_the_title() -> None:
    runs = (Run(0, 2, True, BLACK, 14.0), Run(2, 9, True, BLACK, LARGE))
    found = titled(on_page("5 쌀 단지 육성", LARGE, 52, runs), on_page("(믿고 먹는 쌀)", 11.0, 74))
    assert (found.number, found.text) == ("5", "쌀 단지 육성")


def test_words_in_larger_type_or_within_a_word_are_no_chip() -> None:
    larger = (Run(0, 3, True, WHITE, 24.0), Run(3, 8, True, BLACK, LARGE))
    assert titled(on_page("청년 월세 지원", LARGE, 52, larger)).text == "청년 월세 지원"
    within = (Run(0, 2, True, WHITE, SMALL), Run(2, 8, True, BLACK, LARGE))
    assert titled(on_page("안전한 골목 조성", LARGE, 52, within)).text == "안전한 골목 조성"


def test_a_figure_that_names_all_days_is_no_number() -> None:
    found = titled("365 안심도시 조성")
    assert (found.number, found.text) == (None, "365 안심도시 조성")


@pytest.mark.parametrize("title", ["청년 창업 지원", "교육·문화 복합센터 건립", "도로 정비"])
def test_a_title_that_begins_like_a_field_has_a_number_before_it(title: str) -> None:
    found = numbered(f"[교육·보육 5] {title}", WORDS)
    assert found is not None and (found.number, found.title) == ("[5]", title)
    assert numbered("교육(3) 문화(2)", WORDS) is None
