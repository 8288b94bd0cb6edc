"""The names of a book's parts (`Ⅱ. 활력있는 경제`) are no titles of the cards below them."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.cards.parting import segments
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

Printed = tuple[float, str]
"""A line by the size of its type."""

BODY: tuple[Printed, ...] = (
    (11, "■ 사업개요"),
    (10, "- 관내 전 지역"),
    (11, "■ 추진실적"),
    (10, "- 착공: 2019. 3. 5."),
    (11, "■ 향후계획"),
    (10, "- 준공"),
)
BREAK: Printed = (0, "")
WALK, CARE, ROAD, PARK = "골목길 산책로 조성", "아이 돌봄 확대", "통학로 안전 정비", "도시숲 조성"


def parted(*lines: Printed) -> tuple[list[str], list[str]]:
    """What stands on the first line of every card, and what stands in none."""
    pieces: list[Piece] = []
    page, top = 1, 0
    for size, text in lines:
        page, top = (page + 1, 0) if not text else (page, top + 30)
        if text:
            place = Place(page=page, x0=60.0, top=float(top), x1=500.0, bottom=top + size)
            pieces.append(Piece("line", place, len(text), Line(text, place, size=size)))
    found, outside = segments(pieces, Vocabulary.standard())
    heads = [(piece.line.text if (piece := pieces[segment.start]).line else "") for segment in found]
    assert sorted([*outside, *(at for s in found for at in range(s.start, s.end))]) == list(range(len(pieces)))
    return heads, [line.text for at in outside if (line := pieces[at].line) is not None]


def book(names: tuple[str, str], titles: tuple[str, str, str, str], *, between: Printed | None) -> tuple[Printed, ...]:
    """Two parts of two cards each; between: what parts cards from one another."""
    gap = (between,) if between else ()
    one, two = ((26.0, name) for name in names)
    cards = [((16.0, title), *BODY) for title in titles]
    return (one, *cards[0], *gap, *cards[1], *gap, two, *cards[2], *gap, *cards[3])


TITLES = (WALK, CARE, ROAD, PARK)
NUMBERED = tuple(f"{number}. {title}" for number, title in enumerate(TITLES, 1))


@pytest.mark.parametrize("between", [BREAK, None])
@pytest.mark.parametrize("titles", [TITLES, NUMBERED])
@pytest.mark.parametrize(
    "names", [("Ⅰ. 함께하는 복지", "Ⅱ. 안전한 도시"), ("제1장 함께하는 복지", "제2장 안전한 도시")]
)
def test_what_names_a_part_over_its_first_card_is_of_no_card(
    names: tuple[str, str], titles: tuple[str, str, str, str], between: Printed | None
) -> None:
    assert parted(*book(names, titles, between=between)) == (list(titles), list(names))


def test_its_numeral_may_stand_above_it() -> None:
    one, two = (40.0, "Ⅰ"), (40.0, "Ⅱ")
    lines = book(("함께하는 복지", "안전한 도시"), TITLES, between=BREAK)
    at = [index for index, (size, _) in enumerate(lines) if size == 26]
    lines = (one, *lines[: at[1]], two, *lines[at[1] :])
    assert parted(*lines) == (list(TITLES), ["Ⅰ", "함께하는 복지", "Ⅱ", "안전한 도시"])


def test_subtitles_below_titles_of_most_cards_are_no_titles() -> None:
    lines = [(26.0, WALK), (16.0, "걷기 좋은 길"), *BODY, BREAK, (26.0, CARE), (16.0, "믿고 맡기는 보육"), *BODY]
    lines += [BREAK, (26.0, ROAD), (16.0, "안전한 등굣길"), *BODY, BREAK, (16.0, PARK), *BODY]
    assert parted(*lines) == ([WALK, CARE, ROAD, PARK], [])


def test_a_single_card_keeps_the_title_over_its_parts() -> None:
    lines = ((26.0, "Ⅱ. 아이 돌봄 확대"), (16.0, "돌봄센터 설치"), *BODY)
    assert parted(*lines) == (["Ⅱ. 아이 돌봄 확대"], [])


def test_a_divider_on_a_page_of_its_own_is_over_no_card() -> None:
    charge = (10.0, "담당부서: 안전총괄과")
    cards = [((16.0, title), charge, *BODY) for title in TITLES]
    one, two = (26.0, "Ⅰ. 함께하는 복지"), (26.0, "Ⅱ. 안전한 도시")
    lines = (one, BREAK, *cards[0], BREAK, *cards[1], BREAK, two, BREAK, *cards[2], BREAK, *cards[3])
    assert parted(*lines) == (list(TITLES), [one[1], two[1]])


@pytest.mark.parametrize("title", ["공약 3. 어르신이 행복한 도시", "3. 어르신이 행복한 도시"])
def test_numbered_projects_with_sections_of_their_own_are_of_the_card_over_the_first(title: str) -> None:
    projects = [((14.0, one), *BODY) for one in NUMBERED]
    lines = ((20.0, title), *projects[0], BREAK, *projects[1], BREAK, *projects[2], BREAK, *projects[3])
    assert parted(*lines) == ([title], [])


@pytest.mark.parametrize("over", ["1. 함께하는 도시", "Ⅲ. 함께하는 도시"])
def test_a_first_part_and_one_by_its_numeral_may_stand_over_cards(over: str) -> None:
    cards = [((14.0, one), *BODY) for one in NUMBERED]
    lines = ((20.0, over), *cards[0], BREAK, *cards[1], BREAK, *cards[2], BREAK, *cards[3])
    assert len(parted(*lines)[0]) == 4


def test_so_may_one_where_the_numbers_begin_anew() -> None:
    cards = [((14.0, one), *BODY) for one in (*NUMBERED[:2], *NUMBERED[:2])]
    lines = ((20.0, "3. 함께하는 도시"), *cards[0], BREAK, *cards[1], BREAK, *cards[2], BREAK, *cards[3])
    assert len(parted(*lines)[0]) == 4


@pytest.mark.parametrize("between", [BREAK, None])
def test_so_it_is_where_every_card_is_the_only_one_of_its_part(between: Printed | None) -> None:
    gap = (between,) if between else ()
    names = ["Ⅰ. 함께하는 복지", "Ⅱ. 안전한 도시", "Ⅲ. 푸른 환경"]
    cards = [((26.0, name), (16.0, title), *BODY, *gap) for name, title in zip(names, NUMBERED, strict=False)]
    assert parted(*(line for card in cards for line in card)) == (list(NUMBERED[:3]), names)


def test_the_field_over_every_title_is_of_the_card_below_it() -> None:
    fields = ["꿈을 주는 교육", "꿈을 주는 교육", "사람이 모이는 관광", "사람이 모이는 관광"]
    cards = [((9.0, field), (16.0, title), *BODY) for field, title in zip(fields, NUMBERED, strict=True)]
    assert parted(*(line for card in cards for line in card)) == (fields, [])


def test_a_remark_that_ends_every_card_is_of_the_card_above_it() -> None:
    cards = [((16.0, title), *BODY, (9.0, "여건에 따라 바뀔 수 있음")) for title in NUMBERED]
    assert parted(*(line for card in cards for line in card)) == (list(NUMBERED), [])


def titles_of_text(*heads: str) -> list[tuple[str | None, bool]]:
    """The titles of the cards of a text with such heads, and whether each has its number missing."""
    body = "\n".join(("- 임기구분: ■ 임기내 □ 임기외", *(line for _, line in BODY)))
    rows = convert_bytes("\n".join(f"{head}\n{body}\n" for head in heads).encode(), "book.txt")
    unnumbered = {issue["card_id"] for issue in rows["issues"] if issue["code"] == "number.missing"}
    return [(card["title"], card["card_id"] in unnumbered) for card in rows["cards"]]


def test_in_a_text_the_numeral_alone_tells_a_part_over_titles_like_the_others() -> None:
    heads = ["Ⅰ. 함께하는 복지\n\n" + WALK, CARE, "Ⅱ. 안전한 도시\n" + ROAD, PARK]
    assert titles_of_text(*heads) == [(title, True) for title in TITLES]


def test_in_a_text_subtitles_below_most_numbered_titles_are_no_titles() -> None:
    heads = [f"Ⅰ. {WALK}\n걷기 좋은 길", f"Ⅱ. {CARE}\n믿고 맡기는 보육", f"Ⅲ. {ROAD}"]
    assert titles_of_text(*heads) == [(title, False) for title in TITLES[:3]]


@pytest.mark.parametrize("titles", [(WALK,), (WALK, CARE), (WALK, CARE, ROAD)])
def test_so_it_is_in_a_short_book_where_the_contents_list_the_title_below(titles: tuple[str, ...]) -> None:
    contents = ((20.0, "목 차"), *((10.0, f"{title} ····· {at}") for at, title in enumerate(titles, 3)), BREAK)
    names = ("Ⅰ. 함께하는 복지", "Ⅱ. 안전한 도시", "Ⅲ. 푸른 환경")
    cards = [((26.0, name), (16.0, title), *BODY, BREAK) for name, title in zip(names, titles, strict=False)]
    heads, outside = parted(*contents, *(line for card in cards for line in card))
    assert heads == list(titles)
    assert set(names[: len(titles)]) <= set(outside)


def test_a_subtitle_that_no_contents_list_leaves_the_counted_title_to_its_card() -> None:
    contents = ((20.0, "목 차"), (10.0, f"Ⅰ. {WALK} ····· 3"), (10.0, f"Ⅱ. {CARE} ····· 5"), BREAK)
    cards = [((26.0, title), (16.0, "걷고 싶은 우리 동네"), *BODY, BREAK) for title in (f"Ⅰ. {WALK}", f"Ⅱ. {CARE}")]
    assert parted(*contents, *(line for card in cards for line in card))[0] == [f"Ⅰ. {WALK}", f"Ⅱ. {CARE}"]


def test_a_divider_may_list_the_cards_of_its_part() -> None:
    names = ((26.0, "Ⅱ"), (26.0, "안전한 도시"), (10.0, "주민과 함께 만드는 도시"), (10.0, ROAD), (10.0, PARK))
    cards = [((16.0, title), *BODY, BREAK) for title in NUMBERED]
    heads, outside = parted(*cards[0], *cards[1], *names, BREAK, *cards[2], *cards[3])
    assert heads == list(NUMBERED)
    assert outside == [text for _, text in names]
