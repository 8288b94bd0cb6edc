"""Text files as pages: the real card, wrapped lines, page furniture, and nothing lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Block, Line, Page, Run, Table
from pledgecards.extract.text import read_text

CARD = (Path(__file__).parents[3] / "samples" / "yeongdeungpo-25.txt").read_text("utf-8")


def lines(text: str) -> list[Line]:
    return list(read_text(text).lines())


def ink(page: Page) -> int:
    blocks: list[Block] = [*page.blocks, *page.furniture]
    return sum(block.ink for block in blocks)


# The real card -------------------------------------------------------------------------------------------------------


def test_the_real_card_has_its_five_tables_and_the_people_in_charge() -> None:
    tables = [block for block in read_text(CARD).blocks if isinstance(block, Table)]
    # Schedule: two storeys of head, three projects; 20 quarters. Budget: head, three funding rows, three projects.
    # Targets: head, and figures over milestones for three projects. Results: head and three. One row of people.
    assert [(table.place.line, table.rows, table.cols) for table in tables] == [
        (87, 5, 21),
        (97, 7, 8),
        (107, 7, 8),
        (166, 4, 9),
        (171, 1, 4),
    ]


def test_the_schedule_of_the_real_card_has_years_over_quarters() -> None:
    table = next(block for block in read_text(CARD).blocks if isinstance(block, Table))
    merged = {(cell.row, cell.col): (cell.row_span, cell.col_span, cell.text) for cell in table.cells if cell.row == 0}
    assert merged == {
        (0, 0): (2, 1, "구 분"),
        (0, 1): (1, 4, "2018년"),
        (0, 5): (1, 4, "2019년"),
        (0, 9): (1, 4, "2020년"),
        (0, 13): (1, 4, "2021년"),
        (0, 17): (1, 4, "2022년"),
    }
    assert [cell.text for cell in table.grid()[1][1:]] == ["1", "2", "3", "4"] * 5
    assert all(cell.text == "" for row in table.grid()[2:] for cell in row[1:])


def test_the_choices_of_the_real_card_are_bold() -> None:
    line = lines(CARD)[2]
    assert line.text == "- ✓ 임지구분 임기내 / 임기외"
    # `- ✓ 임지구분 ` is nine characters, `임기내` three, ` / 임기외` six.
    assert line.runs == (Run(0, 9), Run(9, 12, bold=True), Run(12, 18))


def test_bullets_of_the_real_card_keep_marker_indent_and_line() -> None:
    found = {line.place.line: line for line in lines(CARD)}
    assert found[24].text.startswith("- 경인·문래 도시공간구조") and found[24].indent == 0
    assert found[25].text == "- 기 간: 2018. 6. ~ 2019. 11." and found[25].indent == 1
    assert not any(line.soft or line.glue for line in found.values())


def test_the_rule_under_the_people_of_the_real_card_is_no_text() -> None:
    page = read_text(CARD)
    assert page.number is None and page.furniture == ()
    # All but the six pairs of bold signs and the last line.
    body, _, rule = CARD.rpartition("\n")
    assert set(rule) == {"-", "\t"}
    assert page.ink == len("".join(body.split())) - 6 * 4 == ink(page)


# Lines ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "text", "bold"),
    [
        ("**가** 나", "가 나", ["가"]),
        ("가 **나 다** / **라**", "가 나 다 / 라", ["나 다", "라"]),
        ("** 주석", "** 주석", []),
        ("가 ** 나 ** 다", "가 ** 나 ** 다", []),
        ("**가", "**가", []),
        ("2**3 **가**", "2 3 가", None),
    ],
)
def test_bold_signs(raw: str, text: str, bold: list[str] | None) -> None:
    (line,) = lines(raw)
    if bold is None:
        # Whatever pairs are found, nothing but pairs of signs is taken out.
        assert line.text.replace("*", "") == raw.replace("*", "")
        return
    assert line.text == text
    assert [line.text[run.start : run.end] for run in line.runs if run.bold] == bold


def test_a_markdown_heading_loses_its_sign() -> None:
    page = read_text("## 추진계획\n#해시 태그\n")
    assert [line.text for line in page.lines()] == ["추진계획", "#해시 태그"]
    assert page.ink == ink(page) == 9


def test_text_is_composed_and_lines_are_counted() -> None:
    (first, second) = lines("\n가나\u3000다\n\n  라\n")
    assert (first.text, first.place.line) == ("가나 다", 2)
    assert (second.text, second.place.line, second.indent) == ("라", 4, 2)


def test_a_form_feed_ends_a_line_but_counts_none() -> None:
    found = lines("가\n\f나\f다\n라")
    assert [(line.text, line.place.line) for line in found] == [("가", 1), ("나", 2), ("다", 2), ("라", 3)]


# Wrapped text --------------------------------------------------------------------------------------------------------

WRAPPED = """\
  - 주민이 편히 걷는 산책로를 조성하고 오래된 쉼터를 고쳐 마을의 모습을 새롭게 하며 이웃이 함께
    쓰는 자리를 넓힘
  - 쉼터를 고침
    기간은 따로 정함
\f"""


@pytest.mark.parametrize("end", ["\f", "\f\n", "\n\f\n"])
def test_form_feeds_behind_each_paragraph_end_no_pages(end: str) -> None:
    text = end.join(
        ["공약 7. 숲길 조성", "□ 소요예산", "(단위: 백만원)", "구분\t계\t2019년\t2020년", "국비\t300\t100\t200"]
        + ["□ 추진실적", "○ 설계: 2019. 3.", "○ 착공: 2020. 4.", "○ 준공: 2021. 5.", ""]
    )
    rows = convert_bytes(text.encode())
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(7, "숲길 조성")]
    assert [row["amount_won"] for row in rows["budget"]] == [300_000_000, 100_000_000, 200_000_000]
    assert [event["label"] for event in rows["events"]] == ["설계", "착공", "준공"]


def test_full_lines_of_a_paper_may_go_on() -> None:
    found = lines(WRAPPED)
    assert [line.soft for line in found] == [True, False, False, False]


def test_a_break_within_a_word_that_the_text_knows() -> None:
    text = """\
  - 마을의 산책로를 넓힘
  - 주민이 편히 걷도록 마을 곳곳을 잇고 오래된 쉼터를 고쳐 마을의 모습을 새롭게 하는 길, 곧 산책
    로를 넓힘
\f"""
    found = lines(text)
    assert (found[1].soft, found[1].glue) == (True, True)


def test_a_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    long = (
        "주민이 편히 걷는 산책로를 조성하고 오래된 쉼터를 고쳐 마을의 모습을 새롭게 하며 이웃이 함께 쓰는 자리를 넓힘"
    )
    assert not any(line.soft for line in lines(f"{long}\n{long}\n- {long}\n- {long}\n"))


def test_a_line_indented_to_the_words_of_its_bullet_goes_on() -> None:
    found = lines(
        "- 주민이 편히 걷는 산책로를 조성하고 오래된 쉼터를 고쳐 마을의 모습을\n  새롭게 함\n- 쉼터를 고침\n  기간은 따로 정함\n"
    )
    assert [line.soft for line in found] == [True, False, False, False]


def test_form_feeds_behind_paragraphs_of_several_lines_end_no_pages() -> None:
    paragraphs = [
        "공약 1. 공원 조성",
        "□ 정책개요",
        *["○ 위치:\n중앙동\n일원"] * 6,
        "구분\t계\t2018\t2019\n국비\t100\t50\t50",
    ]
    assert read_text("\f".join(paragraphs)).sheets == ()
    assert read_text("\f".join(["○ 위치\n중앙동\n"] * 4 + ["본문\n" * 20] * 5)).sheets != ()


# Furniture -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "after", ["사업기간: 2019. 3. ~ 2020. 12.\n", "기본계획 수립 2019. 3.\n실시설계 착수 2019. 6.\n"]
)
def test_dated_lines_below_a_bullet_that_is_whole_go_on_from_none(after: str) -> None:
    whole = "- 주민 의견 수렴을 위한 설명회를 개최하고 기본계획을 수립하여 단계별로 사업을 추진함(전 지역 대상)\n"
    assert soft_texts(whole + after) == []
    assert soft_texts(whole.replace("추진함(전 지역 대상)", "추진하는 협약식") + after) == []


def test_running_heads_and_page_numbers_are_furniture() -> None:
    page = read_text("민선7기 공약집\n\n산책로\n\n- 1 -\n\f민선7기 공약집\n\n쉼터\n\n- 2 -\n\f")
    assert [line.text for line in page.lines()] == ["산책로", "쉼터"]
    assert [line.text for line in page.furniture] == ["민선7기 공약집", "- 1 -", "민선7기 공약집", "- 2 -"]
    assert page.ink == ink(page)


@pytest.mark.parametrize("form", ["- {} / 9 -", "p. {}", "{}쪽", "Page {} of 9"])
def test_numbers_that_call_themselves_a_pages_and_count_up_are_furniture_without_form_feeds(form: str) -> None:
    text = "".join(f"{name} 조성\n\n{form.format(at)}\n\n- 착공\n- 준공\n\n" for at, name in enumerate("가나", 1))
    page = read_text(text)
    assert [line.text for line in page.lines()] == ["가 조성", "- 착공", "- 준공", "나 조성", "- 착공", "- 준공"]
    assert [line.text for line in page.furniture] == [form.format(1), form.format(2)]


def amid_a_card(foot: str, *, over: str) -> list[str]:
    """What is read of a foot that stands thrice in a text without form feeds: over a title, over such a line, and below all."""
    page = read_text(f"{foot}\n\n산책로 조성\n\n■ 추진실적\n- 설계\n\n{foot}\n\n{over}\n\n{foot}\n")
    return [line.text for line in page.lines() if line.text == foot]


def test_the_name_of_the_document_over_a_bullet_is_a_running_head_without_form_feeds_too() -> None:
    assert amid_a_card("민선7기 공약사업 관리카드", over="- 착공") == [
        "민선7기 공약사업 관리카드"
    ]  # the first heads all
    assert amid_a_card("산책로 조성 현황", over="- 착공") == ["산책로 조성 현황"] * 3


@pytest.mark.parametrize("over", ["쉼터 조성", "2. 쉼터 조성", "■ 공약명: 쉼터 조성", "□ 사업개요"])
def test_over_titles_and_labels_it_heads_cards(over: str) -> None:
    assert amid_a_card("민선7기 공약사업 관리카드", over=over) == ["민선7기 공약사업 관리카드"] * 3


def test_counts_of_pages_that_do_not_rise_by_one_are_text() -> None:
    assert read_text("가 안내서\n\n3쪽\n\n- 배부\n- 게시\n\n나 안내서\n\n8쪽\n").furniture == ()


def pages_headed(*heads: str) -> list[str]:
    """The heads that are read of pages, each over a line of text."""
    read = read_text("\f".join(f"{head}\n\n{word} 조성\n" for head, word in zip(heads, "가나다라마바", strict=True)))
    return [line.text for line in read.lines() if not line.text.endswith("조성")]


def test_the_book_and_its_part_on_one_line_are_a_running_head_from_the_second_page_of_the_part_on() -> None:
    one, other = (f"우리 시 공약집          {part}" for part in ("Ⅰ. 배움이 즐거운 도시", "Ⅱ. 따뜻한 도시"))
    assert pages_headed(one, one, one, other, other, other) == [
        "우리 시 공약집\tⅠ. 배움이 즐거운 도시",
        "우리 시 공약집\tⅡ. 따뜻한 도시",
    ]


def test_a_label_and_a_title_are_none() -> None:
    titles = [f"단위과제          {title}" for title in ("숲길", "숲길", "쉼터", "쉼터", "도서관", "도서관")]
    assert len(pages_headed(*titles)) == len(titles)
    assert len(pages_headed(*["공약명          숲길"] * 3, *["공약명          쉼터"] * 3)) == len(titles)


def test_the_book_and_the_card_on_one_line_are_a_running_head_where_the_title_stands_below() -> None:
    titles = ["보안등 교체", "보안등 교체", "주민 공원 조성", "전통시장 정비"]
    for gap in (" ", " " * 30):
        pages = []
        for number, title in enumerate(titles):
            own = f"{len(pages) + 1}. {title}\n" if title not in titles[:number] else ""
            pages.append(f"우리 시 실천계획{gap}{title}\n{own}본문 {number}\n")
        page = read_text("\f".join(pages))
        assert len(page.furniture) == len(titles)
        assert [line.text for line in page.lines()][:4] == ["1. 보안등 교체", "본문 0", "본문 1", "3. 주민 공원 조성"]


def test_a_title_that_stands_only_beside_the_name_of_the_book_is_no_running_head() -> None:
    titles = ["보안등 교체", "주민 공원 조성", "전통시장 정비"]
    page = read_text("\f".join(f"우리 시 실천계획   {title}\n본문 {at}\n" for at, title in enumerate(titles)))
    assert page.furniture == ()


def test_numbers_at_the_foot_count_the_pages_or_are_text() -> None:
    counted = read_text("산책로\n\n1\n\f쉼터\n\n2\n\f")
    assert [line.text for line in counted.lines()] == ["산책로", "쉼터"]
    values = read_text("산책로\n\n12\n\f쉼터\n\n90\n\f")
    assert [line.text for line in values.lines()] == ["산책로", "12", "쉼터", "90"]


def test_a_foot_right_between_the_body_and_the_number_of_the_page_is_furniture() -> None:
    page = read_text(
        "\f".join(f"{word} 조성\n- 설계\n민선7기 공약집\n{number}\n" for number, word in enumerate("가나다", 1))
    )
    assert [line.text for line in page.furniture] == [
        "민선7기 공약집",
        "1",
        "민선7기 공약집",
        "2",
        "민선7기 공약집",
        "3",
    ]


def test_a_head_without_a_blank_line_below_it_on_some_pages_is_furniture() -> None:
    page = read_text("우리 시 공약집\n\n산책로\n\f우리 시 공약집\n- 설계\n\f우리 시 공약집\n- 착공\n")
    assert [line.text for line in page.furniture] == ["우리 시 공약집"] * 3
    labels = read_text("공약명\n\n산책로\n\f공약명\n쉼터\n\f공약명\n도서관\n")
    assert labels.furniture == ()


def test_a_number_at_the_top_is_the_cards_own() -> None:
    page = read_text("1\n\n산책로\n\f2\n\n쉼터\n\f3\n\n놀이터\n\f")
    assert page.furniture == ()


def test_a_section_at_the_top_of_every_page_is_no_running_head() -> None:
    page = read_text("정책개요\n\n산책로\n\f정책개요\n\n쉼터\n\f")
    assert page.furniture == ()


def test_without_form_feeds_only_numbers_between_dashes_are_furniture() -> None:
    page = read_text("공약\n\n- 1 -\n\n공약\n\n- 2 -\n")
    assert [line.text for line in page.furniture] == ["- 1 -", "- 2 -"]
    assert read_text("- 7 -\n\n공약\n국비\n- 12 -\n\n3\n").furniture == ()


def test_numbers_that_rise_page_by_page_are_furniture_wherever_they_stand() -> None:
    body = "산책로\n쉼터\n놀이터\n"
    page = read_text("공약집\n" + "공약집\n".join(f"{body}- {number} -\n" for number in (7, 8, 9)))
    assert [line.text for line in page.lines()] == ["산책로", "쉼터", "놀이터"] * 3
    assert [line.text for line in page.furniture] == ["공약집", "- 7 -", "공약집", "- 8 -", "공약집", "- 9 -"]
    counted = read_text("".join(f"{body}{number} / 62\n{number}월\n{body}" for number in (3, 4, 5)))
    assert [line.text for line in counted.furniture] == ["3 / 62", "4 / 62", "5 / 62"]


def test_quarters_one_below_the_other_are_no_numbers_of_pages() -> None:
    deeds = "\n\n- 설계\n- 계약\n- 착공\n- 점검\n\n"
    counted = "도서관\n\n1/4" + deeds + "2/4" + deeds + "3/4" + deeds + "4/4" + deeds
    assert read_text(counted).furniture == ()
    assert len(read_text(counted.removesuffix(deeds)).furniture) == 4
    for text in ("구분\n1/4\n2/4\n3/4\n4/4\n설계\n", "구분\n\n1/4\n\n2/4\n\n3/4\n\n4/4\n\n설계\n"):
        assert read_text(text).furniture == ()


def test_the_number_of_the_only_page_is_furniture() -> None:
    assert [line.text for line in read_text("산책로\n\n1/1\n\f").furniture] == ["1/1"]
    assert [line.text for line in read_text("산책로\n- 1 -\n\f").furniture] == ["- 1 -"]
    assert read_text("산책로\n\n1/4\n\f").furniture == ()


# Nothing lost --------------------------------------------------------------------------------------------------------

PIECES = [
    "가나", "다", "**", "-", "- ", "■ ", "  ", "   ", "\t", "\t\t", "|", "| ", " | ", "\n", "\n\n", "\f", "12", "1,200", "2018년",
    "계", "구분", "구비", "┌──┬──┐", "├──┼──┤", "└──┴──┘", "│", "│ ", "+---+---+", "---", "|---|---|", "-----", "# ", "<br>",
    "\\|", "\u3000", "\u2028", "(단위: 원)", "담당부서", "소요예산", "1.", "※", "·", "─", "\u0301", "☎",
    "\\-", "\\", "&nbsp;", "<table>", "<tr><td>", "<td rowspan=2>", "</td>", "</table>", "---- ----", "==== ==== ====", '"', '\t"', '"\t', "> ",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_every_sign_stands_in_a_block_or_is_markup(text: str) -> None:
    page = read_text(text)
    assert ink(page) == page.ink
    for block in page.blocks:
        if isinstance(block, Table):
            assert [len(row) for row in block.grid()] == [block.cols] * block.rows
    found = [*page.lines(), *page.furniture]
    found += [line for b in page.blocks if isinstance(b, Table) for cell in b.cells for line in cell.lines]
    for line in found:
        assert line.text and not re.search(r"^\s|\s$|[^\S \t]|  ", line.text)
        assert [run.start for run in line.runs] == [0, *[run.end for run in line.runs][:-1]]
        assert line.runs[-1].end == len(line.text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="가나다라마바사 12345,.·()%", max_size=400))
def test_plain_text_comes_back_letter_by_letter(text: str) -> None:
    page = read_text(text)
    assert ink(page) == page.ink == len("".join(text.split()))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet="가나다라 12", min_size=1, max_size=6), min_size=3, max_size=5),
        min_size=1,
        max_size=5,
    )
)
def test_cells_between_tabs_come_back(rows: list[list[str]]) -> None:
    rows = [[f"ㄱ{cell}".strip() for cell in row] for row in rows]
    (table,) = read_text("\n".join("\t".join(row) for row in rows)).blocks
    assert isinstance(table, Table)
    cols = max(map(len, rows))
    assert [[cell.text for cell in row] for row in table.grid()] == [
        [*(" ".join(cell.split()) for cell in row), *[""] * (cols - len(row))] for row in rows
    ]


def test_letters_that_stand_aslant_on_every_page_are_a_watermark() -> None:
    page = "사업개요\n            견\n○ 쉼터 조성\n          본\n○ 꽃길 조성\n         계\n"
    read = read_text(page + "\f" + page + "\f")
    assert [line.text for line in read.furniture] == ["견", "본", "견", "본"]
    assert "계" in [line.text for line in read.lines()]
    # One below the other they are a word that goes down the page; on one page alone nothing tells.
    down = "추\n진\n○ 쉼터 조성\n○ 꽃길 조성\n"
    assert read_text(down + "\f" + down + "\f").furniture == ()
    assert read_text(page + "\f").furniture == ()


# Lines broken at one width, down to the margin -----------------------------------------------------------------------

AT_THE_MARGIN = """▣ 추진 사항
 가. '18. 9. 5.  시민 토론회 개최 : 120여 명 참석
시민 의견 접수
 나. '19. 6. 3.  용역 착수 보고회 개최, 주민 설명
회와 면담
 다. '20. 1.30.  용역 최종보고회 개최와 시의회에
보고
"""


def soft_texts(text: str) -> list[str]:
    return [line.text for line in lines(text) if line.soft]


def test_full_lines_go_on_at_the_margin_where_all_are_broken_at_one_width() -> None:
    assert [text[:2] for text in soft_texts(AT_THE_MARGIN)] == ["가.", "나.", "다."]


def test_lines_at_the_margin_stand_alone_where_one_is_below_a_line_with_room() -> None:
    assert soft_texts(AT_THE_MARGIN + " 라. 준공\n도로 정비\n") == []


AT_ONE_WIDTH = """7. 걷고 싶은 원도심 보행길 조성과 생활문화
거점 확대

- 주민 의견을 반영한 보행길 기본계획 수립:
'18. 9.
- 작은도서관 확충을 위한 부지 매입과 설계
용역 착수: '19. 2.
- 공연장 무대 개선 및
생활문화공간조성자문위원회: '19. 3.
- 생활문화 거점 조성 운영위원회 구성 및
위촉장 수여: '19. 4.
"""


def test_a_short_line_at_the_margin_goes_on_in_a_word_that_it_had_no_room_for() -> None:
    assert "- 공연장 무대 개선 및" in soft_texts(AT_ONE_WIDTH)


def test_a_title_goes_on_where_the_whole_text_is_broken_at_one_width() -> None:
    assert soft_texts(AT_ONE_WIDTH)[0].startswith("7. 걷고")
    hanging = re.sub(r"(?m)^(- .*)\n", r"\1\n  ", AT_ONE_WIDTH)
    assert soft_texts(hanging)[0].startswith("7. 걷고")


@pytest.mark.parametrize("own", ["정책개요", "임기구분 ☑임기내 ☐임기외", "사업기간: 2018. 7."])
def test_a_title_does_not_go_on_in_a_line_with_a_name_of_its_own(own: str) -> None:
    assert not soft_texts(AT_ONE_WIDTH.replace("거점 확대", own))[0].startswith("7. 걷고")


def test_a_line_put_together_of_two_does_not_tell_the_width_of_a_text() -> None:
    cut = "- 작은도서관 확충 공사 준공 예정: '19. 4.\n~ 12.\n"
    assert soft_texts(AT_ONE_WIDTH + cut)[0].startswith("7. 걷고")


def test_two_full_lines_over_lines_at_the_margin_may_be_chance() -> None:
    assert soft_texts(AT_THE_MARGIN.rsplit("보고\n", 1)[0]) == []
