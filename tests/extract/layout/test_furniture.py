"""Running heads, feet and page numbers are set apart; the card's own words are not."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, lines_of

from pledgecards.extract.layout import lay_out, settle
from pledgecards.extract.page import Page


def pages(count: int, *, head: str = "", foot: str = "", first: str = "", body: str = "본문") -> list[Page]:
    """Pages with a head, a foot and a first line; `{}` stands for the page's number."""
    made = []
    for number in range(1, count + 1):
        page = CanvasBuilder(number=number)
        if head:
            page.text(60, 35, head.format(number))
        if first:
            page.text(60, 60, first.format(number), size=14)
        for line in range(5):
            page.text(60, 90 + 20 * line, f"{body} {number}의 {line}째 줄")
        if foot:
            page.text(290, 800, foot.format(number))
        made.append(lay_out(page.canvas()))
    return settle(made)


def furniture(laid: list[Page]) -> list[list[str]]:
    return [[line.text for line in page.furniture] for page in laid]


def test_the_same_head_on_every_page() -> None:
    laid = pages(3, head="민선7기 공약실천계획")
    assert furniture(laid) == [["민선7기 공약실천계획"]] * 3
    assert lines_of(laid[0])[0] == "본문 1의 0째 줄"


def test_page_numbers_at_the_foot() -> None:
    assert furniture(pages(3, foot="- {} -")) == [["- 1 -"], ["- 2 -"], ["- 3 -"]]
    assert furniture(pages(2, foot="{}/12")) == [["1/12"], ["2/12"]]
    assert furniture(pages(1, foot="{}")) == [["1"]]
    assert furniture(pages(1, foot="― {} ―")) == [["― 1 ―"]]
    assert furniture(pages(1, foot="<- {} ->")) == [["<- 1 ->"]]


def test_the_number_of_a_single_page_behind_the_name_of_its_body() -> None:
    assert furniture(pages(1, foot="속초시 {}")) == [["속초시 1"]]
    assert furniture(pages(1, foot="경상북도 영덕군 - {} -")) == [["경상북도 영덕군 - 1 -"]]
    assert furniture(pages(1, foot="중앙동 {}")) == [[]]
    assert furniture(pages(1, foot="속초시 12")) == [[]]


def test_the_rest_of_a_telephone_number_at_the_foot_is_no_page_number() -> None:
    page = CanvasBuilder()
    page.text(60, 400, "○ 현황")
    page.text(60, 770, "담당 홍길동(042-606-")
    page.text(60, 786, "1113)")
    assert furniture(settle([lay_out(page.canvas())])) == [[]]


def test_what_a_browser_prints_around_a_page_is_furniture_on_a_single_page_too() -> None:
    time, address = "2021. 3. 4. 오전 10:22", "https://www.gov.example/pledge?id=3"
    assert furniture(pages(1, head=time, foot=f"{address} 1/1")) == [[time, f"{address} 1/1"]]
    assert furniture(pages(1, head="12/1/21, 12:44 PM")) == [["12/1/21, 12:44 PM"]]


def test_an_address_or_a_day_of_the_card_stays() -> None:
    assert furniture(pages(1, head="2021. 3. 4. 개소식", foot="https://www.gov.example/pledge")) == [[]]
    assert furniture(pages(1, head="안전한 통학로 조성          1/2")) == [[]]


def test_a_foot_that_counts() -> None:
    assert furniture(pages(2, foot="공약카드 {}쪽 영등포구")) == [["공약카드 1쪽 영등포구"], ["공약카드 2쪽 영등포구"]]


def test_a_cards_number_at_the_top_is_no_page_number() -> None:
    for first in ("{}.", "공약 {}", "{}-1", "{}"):
        assert furniture(pages(3, first=first)) == [[], [], []]


def test_titles_that_differ_stay_and_form_heads_go() -> None:
    laid = pages(4, head="공약카드", first="{}. 도서관을 짓겠습니다")
    assert furniture(laid) == [["공약카드"]] * 4
    assert lines_of(laid[1])[0] == "2. 도서관을 짓겠습니다"


def test_a_section_name_at_the_top_of_pages_stays() -> None:
    assert furniture(pages(4, head="추진실적")) == [[], [], [], []]


def test_one_page_alone_has_no_running_head() -> None:
    assert furniture(pages(1, head="민선7기 공약실천계획")) == [[]]


def test_a_number_in_the_text_stays() -> None:
    page = CanvasBuilder()
    page.text(60, 400, "- 3 -")
    assert furniture(settle([lay_out(page.canvas())])) == [[]]


def test_a_section_or_a_unit_at_the_top_of_a_books_pages_is_none() -> None:
    laid = []
    for number in range(1, 7):
        page = CanvasBuilder(number=number)
        page.text(60, 60, f"{number}. 공약의 제목" if number % 2 else "6. 소요예산 (단위: 억원)", size=14)
        for row in range(5):
            page.text(60, 90 + 20 * row, f"본문 {number}의 {row}째 줄")
        laid.append(lay_out(page.canvas()))
    assert furniture(settle(laid)) == [[]] * 6


def test_a_chapter_on_pages_that_follow_each_other_is_furniture() -> None:
    assert furniture(pages(4, head="Ⅲ. 공약사업 추진실적 (2020년)")) == [["Ⅲ. 공약사업 추진실적 (2020년)"]] * 4


def parts(names: str, *, title: float) -> list[Page]:
    """Pages with the name of a part of a book over a first line in that type, and a foot that counts beside the name."""
    made = []
    for number, name in enumerate(names.split("|"), 1):
        page = CanvasBuilder(number=number)
        page.text(450, 35, name, size=10)
        page.text(60, 60, f"도서관을 {number}곳 짓겠습니다", size=title)
        for line in range(5):
            page.text(60, 90 + 20 * line, f"본문 {number}의 {line}째 줄")
        page.text(60, 800, f"{name} | {number + 2}")
        made.append(lay_out(page.canvas()))
    return settle(made)


THREE = "안전한 도시|안전한 도시|푸른 환경|푸른 환경|배움과 문화|배움과 문화"


def test_names_of_parts_that_follow_each_other_are_heads() -> None:
    names = THREE.split("|")
    wanted = [[name, f"{name} | {number}"] for number, name in enumerate(names, 3)]
    assert furniture(parts(THREE, title=14)) == wanted


def test_a_small_title_on_every_page_of_its_card_stays() -> None:
    assert [len(lines) for lines in furniture(parts(THREE, title=10))] == [1] * 6


def test_names_of_parts_are_heads_where_the_larger_titles_stand_amid_the_pages() -> None:
    made = []
    names = ["안전한 도시", "푸른 환경", "푸른 환경", "열린 행정", "열린 행정"]
    for number, name in enumerate(names, 1):
        page = CanvasBuilder(number=number)
        page.text(450, 35, name, size=10)
        for line in range(14):
            page.text(60, 90 + 20 * line, f"본문 {number}의 {line}째 줄", size=10)
        page.text(60, 400, f"{name} 도서관 건립", size=15)
        page.text(60, 430, f"끝 {number}의 줄", size=10)
        made.append(lay_out(page.canvas()))
    assert furniture(settle(made)) == [[name] for name in names]


def test_a_pledges_number_on_every_page_of_its_card_stays() -> None:
    laid = pages(3, first="공약 7")
    assert furniture(laid) == [[]] * 3


def test_deeds_that_end_two_pages_at_one_height_are_no_foot() -> None:
    assert furniture(pages(2, foot="○ '19. {}. 3. : 실시설계 용역 착수")) == [[], []]


def test_a_head_that_names_the_card_on_each_of_its_pages_is_furniture_unless_it_is_large() -> None:
    for size, expected in ((9.0, ["민선7기 복지 3-1 공약"]), (18.0, [])):
        made = []
        for number in range(1, 7):
            page = CanvasBuilder(number=number)
            page.text(60, 35, f"민선7기 복지 3-{(number + 1) // 2} 공약", size=size)
            for line in range(5):
                page.text(60, 90 + 20 * line, f"본문 {number}의 {'가나다라마'[line]} 줄")
            made.append(lay_out(page.canvas()))
        assert [line.text for line in settle(made)[0].furniture] == expected


def test_a_line_of_large_letters_with_text_all_over_it_stands_behind_the_page() -> None:
    page = CanvasBuilder()
    page.text(60, 100, "대외비", size=60)
    for line in range(5):
        page.text(60, 96 + 14 * line, "산책로를 정비하고 쉼터를 새로 놓음")
    found = lay_out(page.canvas())
    assert lines_of(found) == ["산책로를 정비하고 쉼터를 새로 놓음"] * 5
    assert [line.text for line in found.furniture] == ["대외비"]


def test_large_letters_that_stand_by_themselves_are_a_line() -> None:
    page = CanvasBuilder()
    page.text(60, 60, "산책로", size=40)
    page.text(60, 120, "산책로를 정비하고 쉼터를 새로 놓음")
    assert lines_of(lay_out(page.canvas())) == ["산책로", "산책로를 정비하고 쉼터를 새로 놓음"]


def test_heads_that_name_the_book_and_the_card_of_each_page() -> None:
    titles = ["보안등 교체", "보안등 교체", "주민 공원 조성", "전통시장 정비"]
    made = []
    for number, title in enumerate(titles, 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, "민선7기 공약실천계획서")
        page.text(400, 35, title)
        if title not in titles[: number - 1]:
            page.text(60, 70, title, size=14)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    laid = settle(made)
    assert furniture(laid) == [[f"민선7기 공약실천계획서\t{title}"] for title in titles]
    assert [lines_of(page) for page in laid[:2]] == [["보안등 교체", "본문 1"], ["본문 2"]]


def test_a_head_names_the_card_without_its_number() -> None:
    made = []
    for number, title in enumerate(["보안등 교체", "주민 공원 조성", "전통시장 정비", "숲길 조성"], 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, "민선7기 공약실천계획서")
        page.text(400, 35, title)
        page.text(60, 70, f"{number}. {title}", size=14)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    laid = settle(made)
    assert [len(found) for found in furniture(laid)] == [1, 1, 1, 1]
    assert lines_of(laid[1]) == ["2. 주민 공원 조성", "본문 2"]


def test_a_title_that_stands_only_behind_the_name_of_the_book_stays() -> None:
    made = []
    for number, title in enumerate(["보안등 교체", "주민 공원 조성", "전통시장 정비"], 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, "민선7기 공약실천계획서")
        page.text(400, 35, title)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    assert furniture(settle(made)) == [[], [], []]


def opened(*lines: str, every: int) -> list[Page]:
    """Three cards that begin alike, each on the `every`-th page from the one before."""
    made = []
    for number in range(3 * every):
        page = CanvasBuilder(number=number + 1)
        for row, text in enumerate(lines if number % every == 0 else ()):
            page.text(60, 50 + 15 * row, text)
        for row in range(5):
            page.text(60, 130 + 20 * row, f"본문 {number}의 {row}째 줄")
        made.append(lay_out(page.canvas()))
    return settle(made)


def test_choices_with_which_the_pages_of_cards_begin_are_no_heads() -> None:
    term, stage = "임기구분 : ■ 임기내 □ 임기외", "이행단계 : □ 완료 ■ 추진중"
    assert furniture(opened(term, every=2)) == [[]] * 6
    assert furniture(opened(term, stage, every=1)) == [[]] * 3


def test_one_that_explains_the_marks_on_every_page_is_a_head() -> None:
    legend = "이행단계 : ● 완료 ○ 추진중"
    assert furniture(opened(legend, every=1)) == [[legend]] * 3


def test_who_is_in_charge_on_pages_apart_is_no_head() -> None:
    office = "담당부서 : 교통과 ☎ 02-000-1001"
    assert furniture(opened(office, every=2)) == [[]] * 6
    assert furniture(opened(office, every=1)) == [[office]] * 3


def test_heads_that_name_the_card_of_each_page_over_its_larger_title() -> None:
    titles = ["1. 보안등 교체", "1. 보안등 교체", "2. 주민 공원 조성", "3. 전통시장 정비"]
    made = []
    for number, title in enumerate(titles, 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, title, size=8)
        if title not in titles[: number - 1]:
            page.text(60, 70, title, size=14)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    laid = settle(made)
    assert furniture(laid) == [[title] for title in titles]
    assert [lines_of(page) for page in laid[:2]] == [["1. 보안등 교체", "본문 1"], ["본문 2"]]


def test_heads_that_name_the_part_beside_a_book_whose_name_has_a_figure() -> None:
    made = []
    for number, part in enumerate(THREE.split("|"), 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, "민선7기 공약실천계획서", size=9)
        page.text(450, 35, part, size=9)
        page.text(60, 70, f"도서관을 {number}곳 짓겠습니다", size=14)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    assert [len(found) for found in furniture(settle(made))] == [1] * 6


def test_the_name_of_a_document_over_two_pages_of_a_file_that_was_bound_of_others() -> None:
    heads = ["공약사업 실천계획", "공약사업 실천계획", *["민선7기 공약실천계획서"] * 3]
    made = []
    for number, head in enumerate(heads, 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, head)
        page.text(60, 110, f"본문 {number}")
        made.append(lay_out(page.canvas()))
    assert furniture(settle(made)) == [[head] for head in heads]


def beside(*words: str, x: float = 570.0, turn: int = 90) -> list[Page]:
    """Pages with these words set sideways at one height."""
    made = []
    for number, text in enumerate(words, 1):
        page = CanvasBuilder(number=number)
        page.upwards(x, 300, text, turn=turn)
        for line in range(12):
            page.text(60, 120 + 20 * line, f"본문 {number}의 {line}째 줄입니다")
        made.append(lay_out(page.canvas()))
    return settle(made)


def test_a_name_along_the_side_of_every_page() -> None:
    for x, turn in ((570.0, 90), (20.0, 270)):
        laid = beside("공약실천", "공약실천", x=x, turn=turn)
        assert furniture(laid) == [["공약실천"]] * 2
        assert len(lines_of(laid[0])) == 12


def test_words_set_sideways_stay_where_they_differ_name_a_section_or_stand_among_the_others() -> None:
    assert furniture(beside("도시공원", "생활체육")) == [[], []]
    assert furniture(beside("추진실적", "추진실적")) == [[], []]
    assert furniture(beside("공약실천", "공약실천", x=100.0)) == [[], []]


PARTS = ["교육·문화", "교육·문화", "지역경제", "지역경제"]


def headed(*heads: str, size: float = 9) -> list[Page]:
    """Pages with these heads over lines of text."""
    made = []
    for number, head in enumerate(heads, 1):
        page = CanvasBuilder(number=number)
        page.text(60, 35, head, size=size)
        for line in range(5):
            page.text(60, 90 + 20 * line, f"본문 {number}의 {line}째 줄", size=10)
        made.append(lay_out(page.canvas()))
    return settle(made)


def test_a_head_with_the_part_of_the_book_and_the_pages_number() -> None:
    heads = [f"{name} | {number}" for number, name in enumerate(PARTS, 12)]
    assert furniture(headed(*heads)) == [[head] for head in heads]


def test_what_counts_up_from_page_to_page_without_a_sign_before_it_or_in_large_type_is_a_cards_own() -> None:
    assert furniture(headed("교육 1", "교육 2", "경제 3", "경제 4")) == [[]] * 4
    assert furniture(headed("교육 - 1", "교육 - 2", "경제 - 3", "경제 - 4", size=16)) == [[]] * 4


def test_the_day_that_figures_are_of_at_the_top_of_all_pages_is_a_head_and_not_at_that_of_some() -> None:
    day = "2020. 12. 31. 기준"
    assert furniture(headed(day, day, day, day)) == [[day]] * 4
    assert furniture(headed("공약사업 현황", day, day, day)) == [[]] * 4


@pytest.mark.parametrize("deed", ["▪ 준공 및 개관 : '20. 6.", "- 준공 : 2020. 6. 3.", "· 준공 : '20. 6."])
@pytest.mark.parametrize("margin", ["head", "foot"])
def test_a_dated_deed_that_many_cards_end_with_at_one_height_is_their_own(deed: str, margin: str) -> None:
    laid = pages(4, head=deed) if margin == "head" else pages(4, foot=deed)
    assert furniture(laid) == [[]] * 4
