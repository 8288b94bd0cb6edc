"""What converters and programs make of a card's text: Markdown's signs, its HTML, rules that set columns, cells of a sheet, quoted mail."""

from __future__ import annotations

import pytest
from paper import tables

from pledgecards.convert import convert_bytes
from pledgecards.extract import source
from pledgecards.extract.page import Table
from pledgecards.extract.text import read_text


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


def events(text: str) -> list[tuple[str | None, str]]:
    rows = convert_bytes(text.encode(), "card.txt")["events"]
    return [(row["label"], str(row["start"])) for row in rows]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("\\- 착공: \\'19. 6. \\~ 12.", "- 착공: '19. 6. ~ 12."),
        ("12\\. 도서관 건립", "12. 도서관 건립"),
        ("도서관\\", "도서관"),
        ("국비&nbsp;10 &lt;표&gt;", "국비 10 <표>"),
        ("R&D; 12 \\1,000", "R&D; 12 \\1,000"),
    ],
)
def test_signs_that_markdown_and_html_write_another_way(written: str, read: str) -> None:
    (page,) = source.read(written.encode()).pages
    assert [line.text for line in page.lines()] == [read]
    assert page.ink == len("".join(read.split()))


def test_columns_stay_where_they_are_when_signs_are_taken_out() -> None:
    (table,) = tables(
        "------  ----  ----\n구분    2019  2020\n\\*국비  10    20\n시비          5\n------  ----  ----\n"
    )
    assert texts(table)[1:] == [["*국비", "10", "20"], ["시비", "", "5"]]


def test_what_stands_under_a_dash_is_of_its_column() -> None:
    simple = "구분  2018 2019 2020\n===== ==== ==== ====\n국비            5\n시비   3        7\n===== ==== ==== ====\n"
    (table,) = tables(simple)
    assert texts(table) == [["구분", "2018", "2019", "2020"], ["국비", "", "", "5"], ["시비", "3", "", "7"]]


def test_words_over_a_gap_of_the_rule_are_no_table() -> None:
    assert tables("----  ----\n구분이 길다 2019\n국비  10\n----  ----\n") == []


def test_a_table_of_tags_has_its_merged_cells() -> None:
    text = "<table>\n<tr><td rowspan=2>도로</td><td>국비</td><td>10</td></tr>\n<tr><td>시비<br>(보조)</td><td></td></tr>\n</table>\n"
    (table,) = tables(text)
    assert texts(table) == [["도로", "국비", "10"], ["도로", "시비 (보조)", ""]]
    assert read_text(text).ink == len("도로국비10시비(보조)")


def test_tags_that_do_not_close_are_no_table() -> None:
    assert tables("<table>\n<tr><td>1") == []


def test_words_between_the_tags_of_a_table_stand_above_it() -> None:
    page = read_text("<table>\n말\n<tr><td>1</td><td>2</td></tr>\n<tr><td>3</td></tr></table>")
    assert [line.text for line in page.lines()] == ["말"]
    assert [cell.text for block in page.blocks if isinstance(block, Table) for cell in block.cells] == [
        "1",
        "2",
        "3",
        "",
    ]


def test_a_cell_of_several_lines_between_quotation_marks_is_one() -> None:
    (table,) = tables('구분\t계\t2019\n"국비\n(보조금)"\t30\t30\n"말한 ""대로"""\t1\t1\n')
    assert texts(table)[1:] == [["국비 (보조금)", "30", "30"], ['"말한 ""대로"""', "1", "1"]]


def test_a_mark_that_nothing_closes_stays() -> None:
    assert [line.text for line in read_text('- "도서관" 건립\n- "열린\n').lines()] == ['- "도서관" 건립', '- "열린']


def test_bullets_that_cut_a_row_of_tabs_are_of_one_cell() -> None:
    (table,) = tables("연도\t내용\t비고\n2019\t- 설계(2019. 3.)\n- 착공(2019. 9.)\t\n2020\t- 준공(2020. 5.)\t연기\n")
    assert texts(table)[1:] == [["2019", "- 설계(2019. 3.) - 착공(2019. 9.)", ""], ["2020", "- 준공(2020. 5.)", "연기"]]


def test_what_is_quoted_in_a_mail_is_read_and_how_it_ends_is_no_deed() -> None:
    card = "공약 3. 도서관 건립\n\n1. 사업개요\n- 위치: 중앙로\n- 규모: 2층\n- 대상: 주민\n\n2. 추진실적\n- 설계: 2019. 3. 4.\n- 착공: 2020. 2. 3.\n- 준공: 2021. 4. 5.\n"
    quoted = "".join(f"> {line}\n" if line else ">\n" for line in card.splitlines())
    mail = f"보낸사람: 홍길동\n제목: 공약카드\n\n안녕하세요.\n\n{quoted}\n감사합니다.\n--\n홍길동 드림\n"
    assert events(mail) == events(card) == [("설계", "2019-03-04"), ("착공", "2020-02-03"), ("준공", "2021-04-05")]


CARD = "공약번호: 3\n공약명: 도서관 건립\n\n1. 사업개요\n○ 위치: 중앙로\n\n2. 추진실적\n○ 설계: 2019. 3. 4.\n"


@pytest.mark.parametrize(
    "line",
    [
        "인쇄하기",
        "TOP",
        "Copyright 2020 All rights reserved.",
        "홈 > 열린구청 > 공약",
        "공약_현황.hwp (12KB)",
        "다음글 4. 공원",
        "담당부서 기획실 최종수정일 2020-10-05",
    ],
)
def test_what_a_web_page_says_of_itself_is_no_deed_and_no_person(line: str) -> None:
    rows = convert_bytes(f"{CARD}\n{line}\n".encode(), "card.txt")
    assert [row["label"] for row in rows["events"]] == ["설계"]
    assert rows["contacts"] == []


@pytest.mark.parametrize("line", ["연도", "연도 추진내용 비고", "일자 추진내용", "3월", "하반기", "2/4", "명"])
def test_the_heads_of_a_table_of_deeds_are_no_deeds(line: str) -> None:
    assert events(f"{CARD}{line}\n") == [("설계", "2019-03-04")]


def test_two_words_that_may_be_heads_are_a_deed() -> None:
    assert events(f"{CARD}○ 예산 편성\n")[1:] == [("예산 편성", "None")]


def test_a_date_that_the_width_cut_is_one() -> None:
    long = "○ 어린이 도서관과 청소년 문화의집을 함께 쓰는 건물의 공사를 시작: 2019. 12."
    assert events(f"{CARD}{long}\n13.\n")[1:] == [(long[2:-10].rstrip(": "), "2019-12-13")]


@pytest.mark.parametrize("margin", ["", "    "])
def test_a_line_that_the_width_broke_goes_on_where_the_next_has_the_date(margin: str) -> None:
    first = "○ 어린이 도서관과 청소년 문화의집을 함께 쓰는 건물의 설계를 위한 주민 설명회"
    text = f"{CARD}{first}\n개최: 2019. 12. 13.\n○ 착공: 2020. 3.\n"
    assert events("".join(margin + line for line in text.splitlines(keepends=True)))[1:] == [
        (f"{first[2:]} 개최", "2019-12-13"),
        ("착공", "2020-03-01"),
    ]


def test_an_office_behind_the_title_is_none_of_its_words() -> None:
    rows = convert_bytes(
        "공약 2. 안전체험관 건립     소관 : 안전정책과\n□ 사업개요\n○ 위치 : 중앙로\n".encode(), "card.txt"
    )
    (card,) = rows["cards"]
    assert (card["title"], card["department"]) == ("안전체험관 건립", "안전정책과")


def test_what_stands_in_the_way_is_no_deed_behind_its_colon() -> None:
    text = "공약 2. 주차장\n1. 사업개요\n- 위치: 중앙로\n2. 추진실적\n- 착공: 2020. 6.\n3. 문제점 및 대책 : 협의 지연\n4. 향후계획\n- 준공: 2021. 2.\n"
    assert events(text) == [("착공", "2020-06-01")]


def test_two_choices_without_labels_are_of_one_card() -> None:
    text = "공약번호\n9\n공약명\n일자리 확대\n담당부서\n복지과\n사업구분\n□신규 ■계속\n사업시기\n■임기내 □임기후\n1. 사업개요\n○ 대상 : 어르신\n"
    (card,) = convert_bytes(text.encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["term"], card["novelty"]) == (9, "임기내", "계속")


def test_a_section_name_below_the_head_of_quarters_heads_a_column() -> None:
    text = f"{CARD}\n분기별 추진계획\n분기\n추진내용\n2021년 1분기\n설계\n2021년 2분기\n착공\n"
    assert events(text) == [("설계", "2019-03-04")]


def test_a_total_beside_a_blank_name_is_of_no_project() -> None:
    table = "|  | 구분 | 계 | 2019 | 2020 |\n|---|---|---|---|---|\n| 조성 | 도서관 | 30 | 10 | 20 |\n|  | 서가 | 7 | 3 | 4 |\n| 합계 |  | 37 | 13 | 24 |\n"
    rows = convert_bytes(f"{CARD}\n3. 소요예산 (백만원)\n\n{table}".encode(), "card.md")["budget"]
    assert {row["project"] for row in rows if row["amount_raw"] in ("37", "13", "24")} == {None}


def test_items_and_paragraphs_of_one_line_are_lines() -> None:
    text = "<h2>추진실적</h2>\n<ul><li>설계: 2019. 3.</li><li>착공: 2019. 5.</li></ul>\n<p>준공: 2019. 12.</p><p>개관: 2020. 1.</p>\n"
    assert [line.text for line in read_text(text).blocks] == [
        *("추진실적", "- 설계: 2019. 3.", "- 착공: 2019. 5.", "준공: 2019. 12.", "개관: 2020. 1."),
    ]


OWN_BODY = """- 임기구분 ■ 임기내 □ 임기외
■ 정책개요
- 낡은 놀이터를 고침
■ 추진실적
- 공사 착공: '19. 3.
"""


@pytest.mark.parametrize(
    "row",
    [
        "| 담당부서 | {} | 사업기간 | 2018. 7. ~ 2022. 6. |",
        "담당부서\t{}\t사업기간\t2018. 7. ~ 2022. 6.",
        "담당부서      {}        사업기간      2018 ~ 2022",
        "부서명\t{}\t담당팀\t시설팀",
        "부서명\t{}\t팀명\t시설팀",
    ],
)
def test_a_row_of_fields_between_a_title_and_the_choices_is_of_its_card(row: str) -> None:
    """The second title is none of the deeds of the first card, and each card has its own office."""
    cards = [f"{title}\n{row.format(office)}\n{OWN_BODY}" for title, office in TITLED]
    rows = convert_bytes("\n".join(cards).encode(), "book.txt")
    assert [(card["pledge_no"], card["title"], card["department"]) for card in rows["cards"]] == [
        (1, "놀이터 고치기", "공원과"),
        (2, "도서관 짓기", "교육과"),
    ]
    assert [event["label"] for event in rows["events"]] == ["공사 착공"] * 2
    assert {contact["phone"] for contact in rows["contacts"]} <= {None}
    assert "text.unclaimed" not in [issue["code"] for issue in rows["issues"]]


TITLED = [("1. 놀이터 고치기", "공원과"), ("2. 도서관 짓기", "교육과")]


@pytest.mark.parametrize("frame", ["", "| "])
def test_a_row_over_dashes_heads_a_table_of_its_own(frame: str) -> None:
    below = [["사업", "단위", "2018년", "2019년"], ["---"] * 4, ["도로", "개", "1", "2"]]
    people = [["담당부서", "공원과장 홍길동 ☎ 1234", "담당 김가나 ☎ 1235"], ["---"] * 3]
    text = "\n".join(frame + " | ".join(row) + frame[::-1] for row in [*below, *people]) + "\n"
    assert [texts(table) for table in tables(text)] == [[below[0], below[2]], [people[0]]]
