"""Where a card of a book begins, told by the sections on its pages."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.cards.parting import segments
from pledgecards.extract.cards.starts import starts_of
from pledgecards.extract.cards.tops import head_start
from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.page import Line, Page, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary


def starts(*pages: tuple[str, ...]) -> list[tuple[int | None, int]]:
    """(page, line on it) of the first section of every card."""
    pieces, at = [], []
    for page, lines in enumerate(pages, start=1):
        for number, text in enumerate(lines):
            place = Place(page=page, x0=60.0, top=60.0 + 20 * number, x1=500.0, bottom=72.0 + 20 * number)
            pieces.append(Piece("line", place, len(text), Line(text, place, size=10.0)))
            at.append((page, number))
    return [at[start.anchor] for start in starts_of(pieces, Vocabulary.standard())]


FIRST = ("7. 하천 정비", "추진상황", "- 정상추진", "사업개요", "- 하천 정비", "추진일정", "- 매년")


@pytest.mark.parametrize("again", ["추진실적", "그동안 이렇게 추진했습니다"])
def test_a_page_without_a_head_that_begins_with_other_words_goes_on(again: str) -> None:
    assert starts(FIRST, (again, "- 착공: 2019. 3. 5.", "향후계획", "- 준공")) == [(1, 1)]


def test_one_that_begins_as_the_card_before_is_another() -> None:
    assert starts(FIRST, FIRST[1:]) == [(1, 1), (2, 0)]


@pytest.mark.parametrize(
    ("above", "found"), [(("250", "-", "1,000"), [(1, 1)]), (("8", "산책로 조성"), [(1, 1), (1, 9)])]
)
def test_figures_alone_above_a_section_are_no_head_of_another_card(
    above: tuple[str, ...], found: list[tuple[int, int]]
) -> None:
    assert starts((*FIRST, *above, "추진상황", "- 정상추진")) == found


def test_the_number_of_a_form_goes_before_another_number_in_its_row() -> None:
    form = (
        "| 공약번호 | 5 | 분야 | 농생명 | 관리번호 | 41 |\n|---|---|---|---|---|---|\n| 공약명 | 탐방거점 조성 | 담당부서 | 관광과 | 이행시기 | ■ 임기내 □ 임기후 |\n"
        "\n■ 사업개요\n- 센터 신축\n■ 추진실적\n- 2019. 3. 착공\n"
    )
    [card] = convert_bytes(form.encode(), "card.md")["cards"]
    assert (card["pledge_no"], card["title"]) == (5, "탐방거점 조성")


@pytest.mark.parametrize(("number", "cards"), [("공약 {}.", 2), ("{}.", 1)])
def test_the_next_number_that_says_it_is_a_pledges_begins_a_card_whatever_its_first_section(
    number: str, cards: int
) -> None:
    one = f"{number.format(13)} 골목상권 활성화\n\n□ 사업개요\n○ 대상: 전통시장\n□ 추진실적\n○ 착수: 2019. 3. 5.\n"
    other = f"{number.format(14)} 온열의자 설치\n\n□ 목표\n○ 정류장 120개소\n□ 추진상황\n○ 설치: 2020. 2.\n"
    assert len(convert_bytes((one + "\n" + other).encode(), "book.txt")["cards"]) == cards


def test_a_number_before_the_title_is_of_the_head_though_offices_stand_below_it() -> None:
    lines = [
        ("15", 16.0),
        ("주거복지도시 조성", 16.0),
        ("총괄부서 : 도시계획과", 9.0),
        ("공약사업 실천계획서", 9.0),
        ("1. 사업개요", 10.0),
    ]
    pieces = []
    for number, (text, size) in enumerate(lines):
        place = Place(page=1, x0=60.0, top=60.0 + 20 * number, x1=500.0, bottom=72.0 + 20 * number)
        pieces.append(Piece("line", place, len(text), Line(text, place, size=size)))
    assert head_start(pieces, 0, 4, Vocabulary.standard()) == 0


SECTIONS = ("□ 사업개요", "○ 대상: 전통시장", "□ 추진계획", "○ 설계", "□ 추진실적", "○ 착수: 2019. 3. 5.")
CHOICES = ("임기구분 : ■ 임기내 □ 임기외", "신규여부 : □ 신규 ■ 지속")


def page_of(number: int, lines: tuple[str, ...], size: float = 10.0) -> Page:
    places = [Place(number, 60.0, 60.0 + 20 * row, 500.0, 72.0 + 20 * row) for row in range(len(lines))]
    blocks = tuple(Line(text, place, size=size) for text, place in zip(lines, places, strict=True))
    return Page(number, 595.0, 842.0, blocks)


def begins(*pages: tuple[str, ...]) -> list[str]:
    """The lines where the cards of a PDF have their first section or choice."""
    printed = tuple(page_of(page, lines) for page, lines in enumerate(pages, start=1))
    pieces = flow_of(Document("application/pdf", printed), Vocabulary.standard()).pieces
    found = [pieces[start.anchor] for start in starts_of(pieces, Vocabulary.standard())]
    return [piece.line.text if piece.line is not None else "" for piece in found]


def test_choices_behind_all_sections_are_of_their_card_on_another_page_too() -> None:
    pages = (("1. 시장 정비", *SECTIONS), (*CHOICES, "2. 하천 정비", *SECTIONS), CHOICES)
    assert begins(*pages) == [SECTIONS[0], SECTIONS[0]]


def test_choices_behind_a_page_with_a_title_are_of_the_card_of_that_title() -> None:
    assert begins(SECTIONS, ("2. 하천 정비",), (*CHOICES, *SECTIONS)) == [SECTIONS[0], CHOICES[0]]


@pytest.mark.parametrize(
    ("title", "size"), [("공약명: 골목 공원 조성", 10.0), ("12. 골목 공원 조성", 10.0), ("골목 공원 조성", 14.0)]
)
def test_bullets_above_a_title_end_the_card_before(title: str, size: float) -> None:
    printed = [
        ("□ 향후계획", 10.0),
        ("○ 안내판 정비", 10.0),
        ("○ 주차장 확충", 10.0),
        (title, size),
        ("□ 사업개요", 10.0),
    ]
    pieces = []
    for row, (text, height) in enumerate(printed):
        place = Place(2, 60.0, 60.0 + 20 * row, 500.0, 72.0 + 20 * row)
        pieces.append(Piece("line", place, len(text), Line(text, place, size=height)))
    assert head_start(pieces, 1, 4, Vocabulary.standard()) == 3


def test_a_card_that_begins_with_another_section_than_the_one_before_keeps_it() -> None:
    first = ("1. 도서관 건립", *CHOICES, *SECTIONS)
    second = ("2. 골목 공원 조성", "□ 향후계획", "○ 2020. 3. 준공", *SECTIONS)
    pieces = flow_of(Document("application/pdf", (page_of(1, first), page_of(2, second))), Vocabulary.standard()).pieces
    found, _ = segments(pieces, Vocabulary.standard())
    bodies = [pieces[segment.body] for segment in found]
    assert [piece.line.text for piece in bodies if piece.line is not None] == [CHOICES[0], "□ 향후계획"]


@pytest.mark.parametrize("term", ["민선7기", "민선7기 구청장"])
def test_the_name_of_a_document_on_two_lines_of_a_cover_begins_no_card(term: str) -> None:
    cover = page_of(1, (f"{term} 공약사업 세부", "실천계획"), size=20.0)
    document = Document("application/pdf", (cover, page_of(2, ("1. 도서관 건립", *CHOICES, *SECTIONS))))
    pieces = flow_of(document, Vocabulary.standard()).pieces
    assert [pieces[start.anchor].place.page for start in starts_of(pieces, Vocabulary.standard())] == [2]


def test_a_choice_that_is_counted_behind_the_sections_begins_no_other_card() -> None:
    head = ("5. 노인일자리 창출", "임기구분 : 임기내 ○, 임기후 ◎")
    sections = ("Ⅰ. 공약개요", "- 소득 보전", "Ⅱ. 추진계획", "- 확대", "Ⅲ. 추진실적", "- 선정")
    for number, cards in (("Ⅳ. ", 1), ("", 2)):
        assert len(begins((*head, *sections, f"{number}이행상태 : 정상추진 ○, 완료 ◎, 부진 ○"))) == cards
