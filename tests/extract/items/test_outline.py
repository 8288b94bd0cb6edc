"""Nesting of bullets and headings."""

from __future__ import annotations

from pledgecards.convert import convert_bytes
from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Place
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def bullets(*printed: str) -> list[tuple[str, int, int | None]]:
    """(words, level, parent) of bullets; leading spaces are their indent."""
    outline = Outline()
    for number, text in enumerate(printed, 1):
        bare = text.lstrip()
        line = Line(bare, Place(line=number), indent=float(len(text) - len(bare)))
        outline.bullet(line, split_marker(bare, WORDS))
    return [(item.text, item.level, item.parent_id) for item in (draft.freeze() for draft in outline.drafts)]


def test_indent_tells_depth() -> None:
    assert bullets("- 가", " - 나", " - 다", "- 라") == [("가", 1, None), ("나", 2, 1), ("다", 2, 1), ("라", 1, None)]


def test_where_all_begin_at_the_left_the_marker_tells_depth() -> None:
    found = bullets("○ 가", "- 나", "· 다", "- 라", "○ 마")
    assert found == [("가", 1, None), ("나", 2, 1), ("다", 3, 2), ("라", 2, 1), ("마", 1, None)]


def test_numerals_of_one_form_are_siblings() -> None:
    assert bullets("1) 가", " - 나", "2) 다") == [("가", 1, None), ("나", 2, 1), ("다", 1, None)]


def test_a_dash_before_a_ring_is_not_its_parent() -> None:
    assert bullets("- 가", "○ 나") == [("가", 1, None), ("나", 1, None)]


def test_after_a_page_break_bullets_of_one_sign_at_one_place_of_the_sheet_are_siblings() -> None:
    outline = Outline()
    for text, page, x0, indent in (
        ("○ 가", 1, 169, 0),
        ("· 나", 1, 179, 10),
        ("- 다", 1, 189, 20),
        ("· 라", 2, 179, 18),  # its field counts its indents from the rule at its left
    ):
        line = Line(text, Place(page, x0, 100, 300, 110), indent=float(indent), size=10)
        outline.bullet(line, split_marker(text, WORDS))
    assert [(draft.level, draft.parent_id) for draft in outline.drafts] == [(1, None), (2, 1), (3, 2), (2, 1)]


def test_where_ranks_say_nothing_the_kind_that_the_list_began_with_is_over_the_other() -> None:
    for one, other in (("◆ ", "◇ "), ("● ", "○ "), ("• ", "- "), ("가. ", "1) "), ("1) ", "○ ")):
        found = bullets(f"{one}가", f"{other}나", f"{one}다", f"{other}라".replace("가.", "나."))
        assert found == [("가", 1, None), ("나", 2, 1), ("다", 1, None), ("라", 2, 3)]
    # An arrow stands under the line that it goes on from, whatever sign that has.
    assert bullets("- 가", "⇒ 나", "- 다") == [("가", 1, None), ("나", 2, 1), ("다", 1, None)]
    # Signs typed one for another are one kind, and a numeral in the midst of a series may be the year of a date.
    assert bullets("○ 가", "ㅇ 나") == bullets("20. 가", "○ 나") == [("가", 1, None), ("나", 1, None)]


def test_headings_close_what_stood_under_the_last() -> None:
    outline = Outline()

    def heading(text: str, level: int, section: str) -> None:
        outline.heading(Line(text, Place(line=1)), split_marker(text, WORDS), level, section)

    heading("■ 추진실적", 1, "performance")
    heading("도서관 건립", 2, "performance")
    heading("[설계]", 3, "performance")
    outline.bullet(Line("- 공모", Place(line=4)), split_marker("- 공모", WORDS))
    assert outline.project == "도서관 건립"
    heading("공원 조성", 2, "performance")
    assert outline.project == "공원 조성"
    items = [draft.freeze() for draft in outline.drafts]
    assert [item.parent_id for item in items] == [None, 1, 2, 3, 1]
    assert items[2].marker == "[ ]" and items[2].text == "설계" and items[2].text_raw == "[설계]"


def test_a_line_that_goes_on_keeps_the_raw_text_whole() -> None:
    outline = Outline()
    first = Line("- 도시재생 역량", Place(line=1), glue=True)
    draft = outline.bullet(first, split_marker(first.text, WORDS))
    draft.grow(Line("강화 교육:", Place(line=2)))
    draft.grow(Line("(수) 개최", Place(line=3)))
    item = draft.freeze()
    assert item.text_raw == "- 도시재생 역량강화 교육:(수) 개최"
    assert item.text == "도시재생 역량강화 교육:(수) 개최"


def test_a_section_headed_again_on_the_next_page_leaves_its_project_open() -> None:
    """As on slides, where each page has its title."""

    def read(*printed: tuple[str, int]) -> tuple[str | None, list[str]]:
        outline = Outline()
        for text, page in printed:
            line, marked = Line(text, Place(page)), split_marker(text, WORDS)
            if text.startswith("추진실적"):
                outline.heading(line, marked, 1, "performance")
            elif text.startswith("▶"):
                outline.heading(line, marked, 2, "performance")
            else:
                outline.bullet(line, marked)
        return outline.project, [draft.raw for draft in outline.drafts]

    first = [("추진실적", 1), ("▶ 쉼터 조성", 1), ("○ 착공", 1)]
    kept = ["추진실적", "▶ 쉼터 조성", "○ 착공", "○ 준공"]
    assert read(*first, ("추진실적", 2), ("○ 준공", 2)) == ("쉼터 조성", kept)
    assert read(*first, ("추진실적(계속)", 2), ("○ 준공", 2)) == ("쉼터 조성", kept)
    again = [*kept[:3], "추진실적", "○ 준공"]
    assert read(*first, ("추진실적", 1), ("○ 준공", 1)) == (None, again)


def test_dashes_stand_under_the_numeral_above_them_at_its_own_indent() -> None:
    text = "7. 마을 지원\n□ 추진실적\n가. 센터 설치\n- 2019. 2. 위탁기관 선정\n- 2019. 4. 개소\n나. 공모사업\n- 2020. 4. 선정\n□ 사업개요\n- 마을\n"
    rows = convert_bytes(text.encode(), "card.txt")
    parents = {row["text"]: row["parent_id"] for row in rows["items"]}
    ids = {row["text"]: row["item_id"] for row in rows["items"]}
    assert parents["2019. 4. 개소"] == ids["센터 설치"] and parents["공모사업"] == ids["추진실적"]
    # A bullet that only heads deeper ones is no deed.
    assert [row["label"] for row in rows["events"]] == ["위탁기관 선정", "개소", "선정"]


def test_a_clause_that_goes_on_below_is_no_name_of_a_project() -> None:
    text = "7. 마을 지원\n□ 추진실적\n{}\n1) 2019. 2. 위탁기관 선정\n□ 사업개요\n- 마을\n"
    projects = {}
    for line in ("센터 운영과 관련하여", "센터 운영"):
        [event] = convert_bytes(text.format(line).encode(), "card.txt")["events"][-1:]
        projects[line] = event["project"]
    assert projects == {"센터 운영과 관련하여": None, "센터 운영": "센터 운영"}


def test_a_sign_of_deeds_under_projects_makes_no_project_of_one_over_deeper_deeds() -> None:
    text = (
        "1. 골목 공원\n\n❍ 사업개요\n◇ 쉼터를 늘림\n\n❍ 추진실적\n쉼터 조성\n◇ 착공: 2019. 3.\n공원 정비\n[주민 참여]\n"
        "◇ 주민이 함께하는 사업 추진\n  - 협의체 구성: 2019. 5.\n"
    )
    events = convert_bytes(text.encode(), "card.txt")["events"]
    assert [(event["label"], event["project"], event["group_name"]) for event in events] == [
        ("착공", "쉼터 조성", None),
        ("협의체 구성", "공원 정비", "주민 참여"),
    ]


def test_a_bullet_right_below_the_heading_of_a_project_is_none_of_another() -> None:
    text = (
        "1. 골목 공원\n\n사업개요\n- 쉼터를 늘림\n\n추진실적\n\n쉼터 조성\n\n◆ 시설 확충\n◇ 주민 참여\n- 협의체 구성: 2019. 5.\n"
        "◆ 착공: 2019. 7.\n\n공원 정비\n\n[1단계]\n\n◆ 기반 조성\n- 설계: 2019. 8.\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(event["label"], event["project"], event["group_name"]) for event in rows["events"]] == [
        ("협의체 구성", "쉼터 조성", None),
        ("착공", "쉼터 조성", None),
        ("설계", "공원 정비", "1단계"),
    ]
    texts = {row["item_id"]: row["text"] for row in rows["items"]}
    parents = {row["text"]: texts.get(row["parent_id"]) for row in rows["items"]}
    assert (parents["협의체 구성: 2019. 5."], parents["주민 참여"], parents["시설 확충"]) == (
        "주민 참여",
        "시설 확충",
        "쉼터 조성",
    )


def test_a_dated_bullet_is_no_section_where_no_sections_heading_has_its_marker() -> None:
    text = "1. 골목 공원\n\n사업개요\n- 쉼터를 늘림\n\n추진실적\n{}예산 확보('19. 4. 3.)\n{}착공('19. 5.)\n"
    for marker in ("▷ ", "■ "):
        rows = convert_bytes(text.replace("{}", marker).encode(), "card.txt")
        assert [event["label"] for event in rows["events"]] == ["예산 확보", "착공"]
