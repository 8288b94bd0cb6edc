"""Projects of one card that have numbers and sections of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.cards.parting import segments
from pledgecards.extract.choices.fields import PrintedChoice
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

CHOICES = "임기구분: ■ 임기내 □ 임기후\n이행단계: □ 완료 ■ 추진중 □ 보류\n"


def project(name: str, day: int, choices: str = "") -> str:
    plan = f"□ 추진계획\n - 설계: 2019. 3. {day}.\n"
    return f"\n{name}\n\n{choices}□ 사업개요\n - 대상: 5개소\n{plan}□ 추진실적\n - 착공: 2020. 4. {day}.\n"


def titles(*parts: str) -> list[tuple[int | None, str | None]]:
    return [(card["pledge_no"], card["title"]) for card in convert_bytes("".join(parts).encode(), "a.txt")["cards"]]


@pytest.mark.parametrize(
    "numbers",
    [
        ("단위사업 1. ", "단위사업 2. ", "단위사업 3. "),
        ("세부과제 1: ", "세부과제 2: ", "세부과제 3: "),
        ("1. ", "2. ", "3. "),
        ("3-1. ", "3-2. ", "3-3. "),
        ("<1> ", "<2> ", "<3> "),
        ("Ⅰ. ", "Ⅱ. ", "Ⅲ. "),
    ],
)
@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("3. 행복한 마을 만들기", (3, "행복한 마을 만들기")),
        ("공약명: 행복한 마을 만들기", (None, "행복한 마을 만들기")),
        ("행복한 마을 만들기", (None, "행복한 마을 만들기")),
    ],
)
def test_what_is_counted_below_the_choices_of_a_card_is_of_it(
    numbers: tuple[str, ...], head: str, told: tuple[int | None, str]
) -> None:
    names = ("경로당 정비", "놀이터 확충", "도서관 건립")
    projects = [project(number + name, day) for number, name, day in zip(numbers, names, (5, 6, 7), strict=True)]
    assert titles(f"{head}\n담당부서: 주민복지과\n", CHOICES, *projects) == [told]


def test_numbered_cards_with_choices_of_their_own_are_cards() -> None:
    names = ("1. 경로당 정비", "2. 놀이터 확충", "3. 도서관 건립")
    book = [project(name, day, CHOICES) for name, day in zip(names, (5, 6, 7), strict=True)]
    found = [(1, "경로당 정비"), (2, "놀이터 확충"), (3, "도서관 건립")]
    assert titles(*book) == found
    assert titles("민선7기 공약사업\n", *book) == found


def test_a_number_that_follows_that_of_the_card_may_be_the_next_ones() -> None:
    first = f"1. 경로당 정비\n{CHOICES}" + project("1. 공약 취지", 5)
    assert titles(first, project("2. 놀이터 확충", 6)) == [(1, "경로당 정비"), (2, "놀이터 확충")]


@pytest.mark.parametrize("name", ["민선7기 공약사업 추진현황", "우리의 약속"])
def test_signs_explained_over_a_book_are_no_choices_of_a_card(name: str) -> None:
    legend = f"{name}\n이행단계: ■ 완료 □ 추진중\n"
    book = [project(name, day) for name, day in (("1. 경로당 정비", 5), ("2. 놀이터 확충", 6), ("3. 도서관 건립", 7))]
    assert len(titles(legend, *book)) == 3


NUMBERED = [project(f"{number}. {name}", number) for number, name in ((1, "경로당 정비"), (2, "놀이터 확충"))]


@pytest.mark.parametrize(
    "between", ["□ 정책개요\n - 살기 좋은 마을을 만든다.\n", "□ 총사업비: 30백만원\n□ 목표\n - 3개소\n"]
)
def test_sections_of_the_card_itself_may_stand_above_its_projects(between: str) -> None:
    card = f"3. 행복한 마을 만들기\n{CHOICES}{between}"
    assert titles(card, *NUMBERED) == [(3, "행복한 마을 만들기")]


def test_who_is_in_charge_of_a_numbered_card_is_over_all_its_projects() -> None:
    office = "담당부서: 주민복지과\n"
    assert titles("3. 행복한 마을 만들기\n", office, *NUMBERED) == [(3, "행복한 마을 만들기")]
    assert titles("공약번호: 3\n공약명: 행복한 마을 만들기\n", office, *NUMBERED) == [(3, "행복한 마을 만들기")]
    each = [one.replace("\n\n", f"\n{office}\n", 1) for one in NUMBERED]
    assert titles("3. 행복한 마을 만들기\n", office, *each) != [(3, "행복한 마을 만들기")]


@pytest.mark.parametrize("word", ["세부사업 {}. ", "세부사업{} ", "[세부사업 {}] "])
def test_words_for_projects_count_no_pledges(word: str) -> None:
    projects = [
        project(word.format(number) + name, number) for number, name in ((1, "경로당 정비"), (2, "놀이터 확충"))
    ]
    assert titles("행복한 마을 만들기\n담당부서: 주민복지과\n", *projects) == [(None, "행복한 마을 만들기")]


@pytest.mark.parametrize("letters", [("가. ", "나. ", "다. "), ("(가) ", "(나) ", "(다) "), ("", "", "")])
def test_projects_with_letters_or_none_and_offices_of_their_own_are_of_the_numbered_card_above(
    letters: tuple[str, ...],
) -> None:
    names = ("경로당 정비", "놀이터 확충", "도서관 건립")
    office = "담당부서: 주민복지과\n"
    projects = [project(f"{sign}{name}", 5, office) for sign, name in zip(letters, names, strict=True)]
    assert titles(f"3. 행복한 마을 만들기\n{office}{CHOICES}", *projects) == [(3, "행복한 마을 만들기")]


def on_pages(*pages: tuple[str, ...]) -> list[Piece]:
    """Lines on pages; one that begins with `임기구분` is a choice."""
    pieces = []
    for page, lines in enumerate(pages, start=1):
        for number, text in enumerate(lines):
            place = Place(page=page, x0=60.0, top=60.0 + 20 * number, x1=500.0, bottom=72.0 + 20 * number)
            choice = PrintedChoice("임기구분", None, (), place, 4) if text.startswith("임기구분") else None
            line = Line(text, place, size=10.0)
            pieces.append(Piece("line" if choice is None else "choice", place, len(text), line, choice=choice))
    return pieces


@pytest.mark.parametrize(
    ("cover", "found"),
    [("3. 행복한 마을 만들기", True), ("공약명: 행복한 마을 만들기", True), ("함께하는 복지", False)],
)
def test_the_title_may_stand_on_a_cover_if_its_number_or_label_tells_it(cover: str, found: bool) -> None:
    below = ("□ 사업개요", "- 5개소", "□ 추진계획", "- 설계", "□ 추진실적", "- 착공")
    head = ("담당부서: 주민복지과", "임기구분: ■ 임기내 □ 임기후")
    pieces = on_pages((cover,), (*head, "1. 경로당 정비", *below), ("2. 놀이터 확충", *below))
    cards, _ = segments(pieces, Vocabulary.standard())
    assert [(card.start, card.end) for card in cards] == ([(0, len(pieces))] if found else [(2, 10), (10, 17)])


@pytest.mark.parametrize(("kind", "found"), [("title", [(0, 16)]), ("line", [(0, 9), (9, 16)])])
def test_names_as_large_as_the_title_are_of_a_card_whose_form_has_none(kind: str, found: list[tuple[int, int]]) -> None:
    below = ("□ 사업개요", "- 5개소", "□ 추진계획", "- 설계", "□ 추진실적", "- 착공")
    first = ("행복한 마을 만들기", "임기구분: ■ 임기내 □ 임기후", "경로당 정비", *below)
    title, *rest = on_pages(first, ("놀이터 확충", *below))
    cards, _ = segments([replace(title, kind=kind), *rest], Vocabulary.standard())
    assert [(card.start, card.end) for card in cards] == found


OWN = "□ 정책개요\n ○ 마을을 바꾼다\n"
PARTS = tuple(project(f"단위사업 {at} {name}", 4 + at) for at, name in enumerate(("경로당 정비", "놀이터 확충"), 1))


@pytest.mark.parametrize("head", ["행복한 마을 만들기\n\n", "7. 행복한 마을 만들기\n\n"])
@pytest.mark.parametrize("own", [OWN, CHOICES, CHOICES + OWN, "담당부서: 주민복지과\n"])
def test_parts_of_a_card_counted_by_a_word_for_them_stand_below_what_is_its_own(head: str, own: str) -> None:
    assert [title for _, title in titles(head, own, *PARTS)] == ["행복한 마을 만들기"]


def test_numbered_projects_stand_below_the_sections_of_a_card_of_another_number() -> None:
    assert titles("7. 행복한 마을 만들기\n\n", OWN, *NUMBERED) == [(7, "행복한 마을 만들기")]


def test_the_next_number_and_a_card_with_the_same_sections_are_none_of_its_projects() -> None:
    cards = ("7. 행복한 마을 만들기\n", *(project("", 5), project("8. 경로당 정비", 6)))
    assert titles(*cards) == [(7, "행복한 마을 만들기"), (8, "경로당 정비")]
    assert titles("7. 행복한 마을 만들기\n", project("", 5), *NUMBERED)[0] == (7, "행복한 마을 만들기")
    assert len(titles("7. 행복한 마을 만들기\n", project("", 5), *NUMBERED)) == 1 + len(NUMBERED)


def test_each_card_of_a_book_keeps_its_projects() -> None:
    book = [
        f"{number}. {name}\n\n{CHOICES}{''.join(PARTS)}" for number, name in ((3, "함께 사는 마을"), (4, "배움의 도시"))
    ]
    assert titles(*book) == [(3, "함께 사는 마을"), (4, "배움의 도시")]


def test_what_stands_in_the_sections_of_a_project_is_of_it() -> None:
    budget = "□ 소요예산 (단위: 백만원)\n구분\t계\t2019년\t2020년\n계\t30\t10\t20\n구비\t30\t10\t20\n"
    rows = convert_bytes(f"행복한 마을 만들기\n\n{CHOICES}{OWN}{PARTS[0]}{budget}{PARTS[1]}{budget}".encode(), "a.txt")
    names = ["단위사업 1 경로당 정비", "단위사업 2 놀이터 확충"]
    assert [row["project"] for row in rows["events"]] == names
    assert [row["project"] for row in rows["budget"] if row["year"] is None] == [names[0]] * 2 + [names[1]] * 2
    items = {row["item_id"]: row for row in rows["items"]}
    over = [items.get(row["parent_id"], {}).get("text") for row in rows["items"] if row["text"] == "사업개요"]
    assert over == names


def test_it_is_told_that_they_may_be_cards() -> None:
    issues = convert_bytes(f"행복한 마을 만들기\n\n{OWN}{''.join(PARTS)}".encode(), "a.txt")["issues"]
    assert [(row["raw"], row["line"]) for row in issues if row["code"] == "card.several"] == [("□ 사업개요", 17)]


def test_it_is_told_that_numbered_cards_may_be_projects_of_the_one_before() -> None:
    rows = convert_bytes(f"행복한 마을 만들기\n\n{OWN}{''.join(NUMBERED)}".encode(), "a.txt")
    cards = [card["card_id"] for card in rows["cards"]]
    told = [(row["card_id"], row["raw"]) for row in rows["issues"] if row["code"] == "card.several"]
    assert len(cards) > 1
    assert told == [(cards[0], "1. 경로당 정비")]
