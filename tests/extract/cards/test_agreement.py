"""All that a book lists its cards in, against the cards."""

from __future__ import annotations

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.agreement import book_issues
from pledgecards.extract.cards.contents import entries_of
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

TITLES = ("도서관 건립", "주민 공원 조성", "전통시장 정비", "체육관 신축")


def messages(*outside: Piece, titles: tuple[str, ...] = TITLES) -> list[str]:
    vocabulary = Vocabulary.standard()
    cards = [
        PrintedCard(str(number), title, Place(), None, None, (), (), (), (), (), 0, 0)
        for number, title in enumerate(titles, 1)
    ]
    return [issue.message for issue in book_issues(outside, entries_of(outside, vocabulary), cards, vocabulary)]


def lines(*texts: str, left: float = 60.0, page: int = 1) -> list[Piece]:
    pieces = []
    for at, text in enumerate(texts):
        place = Place(page, left, 60.0 + 20 * at, 500.0, 72.0 + 20 * at)
        pieces.append(Piece("line", place, len(text), Line(text, place, size=12.0)))
    return pieces


def table(*rows: tuple[str, ...], page: int = 2) -> Piece:
    place = Place(page, 60.0, 60.0, 500.0, 300.0)
    cells = tuple(
        Cell(row, col, 1, 1, (Line(text, place),), place)
        for row, texts in enumerate(rows)
        for col, text in enumerate(texts)
    )
    return Piece("table", place, 0, table=Table(len(rows), len(rows[0]), cells, place, drawn=True))


SUM = table(("연번", "공약명", "사업비"), *((str(number), title, "1,200") for number, title in enumerate(TITLES, 1)))


def test_a_contents_page_without_numbers_misses_the_card_that_it_leaves_out() -> None:
    said = [f"{title} ········ {page}" for page, title in enumerate(TITLES, 5)]
    assert messages(*lines("목 차", *said)) == []
    [message] = messages(*lines("목 차", *said[:2], said[3]))
    assert "전통시장 정비" in message


def test_and_names_a_card_that_the_book_has_not_where_it_is_set_as_the_others() -> None:
    said = [f"{title} ········ {page}" for page, title in enumerate((*TITLES, "청년 주택 공급"), 5)]
    [message] = messages(*lines("목 차", *said))
    assert "청년 주택 공급" in message


def test_the_name_of_a_part_that_is_set_further_out_is_none() -> None:
    said = [f"{title} ········ {page}" for page, title in enumerate(TITLES, 5)]
    assert messages(*lines("목 차", "따뜻한 우리 마을 ······ 4", left=40.0), *lines("", *said)[1:]) == []


def test_a_contents_page_is_looked_at_beside_a_table_that_sums_the_cards_up() -> None:
    said = [f"{number}. {title} ········ {number + 4}" for number, title in enumerate(TITLES, 1)]
    assert messages(*lines("목 차", *said), SUM) == []
    [message] = messages(*lines("목 차", *said, "9. 청년 주택 공급 ····· 20"), SUM)
    assert "청년 주택 공급" in message


def test_so_is_a_table_with_page_numbers_that_leaves_a_card_out() -> None:
    rows = [(str(number), title, str(4 + number)) for number, title in enumerate(TITLES, 1)]
    contents = table(("연번", "공약명", "쪽"), *rows[:1], *rows[2:], page=1)
    [message] = messages(contents, SUM)
    assert "주민 공원 조성" in message


def test_a_list_of_a_books_own_parts_names_no_cards() -> None:
    own = lines("목 차", "1. 일러두기 ····· 1", "2. 평가단 구성 ····· 3", "3. 활동 사진 ····· 5")
    assert messages(*own) == []
    assert messages(*own, SUM) == []


def test_nor_does_a_list_of_people() -> None:
    people = table(("연번", "구분", "소속"), ("1", "위원장", "주민대표"), ("2", "위원", "시민단체"), page=9)
    bare = table(*((number, title) for number, title in zip("1234", TITLES, strict=True)))
    assert messages(bare, people) == []
