"""People in charge, from tables and from loose lines. All persons are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Place, Table
from pledgecards.normalize.people.contacts import Redactor, contact_rows, department_of, of_one_card
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]
Person = tuple[str | None, str | None, str | None, str | None]


def read(*lines: str, table: Table | None = None, redact: bool = False) -> tuple[list[Row], list[Issue]]:
    tables = [PrintedTable("contacts", "contacts", None, None, table)] if table is not None else []
    places = [(text, Place(line=number)) for number, text in enumerate(lines, 1)]
    return contact_rows(tables, places, Vocabulary.standard(), redact)


def people(*lines: str, table: Table | None = None) -> list[Person]:
    rows, issues = read(*lines, table=table)
    assert issues == []
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("담당부서 : 기획예산과(☎ 02-123-4567)", [("기획예산과", None, None, "02-123-4567")]),
        ("일자리경제과 / 홍길동 (031-123-4567)", [("일자리경제과", None, "홍길동", "031-123-4567")]),
        ("주관부서: 복지정책과 협조부서: 예산과", [("복지정책과", None, None, None), ("예산과", None, None, None)]),
        ("도시재생과장 홍길동 ☎ 4198", [("도시재생과", "과장", "홍길동", "4198")]),
        # How many offices or people there are names nobody, nor does a storey, nor who stands in for whom.
        (
            "담당부서: 동 주민센터(18개동), 자치행정과",
            [("동 주민센터", None, None, None), ("자치행정과", None, None, None)],
        ),
        ("담당부서: 자치행정과 외 12개 동", [("자치행정과", None, None, None)]),
        ("담당부서: 도로과(2층) 홍길동 외 2명", [("도로과", None, "홍길동", None)]),
        (
            "담당부서: 도로과 (정)홍길동 (부)김가나",
            [("도로과", None, "홍길동", None), ("도로과", None, "김가나", None)],
        ),
        ("담당부서: 도로과 홍길동, 김가나", [("도로과", None, "홍길동", None), ("도로과", None, "김가나", None)]),
        ("담당부서: 도로과 / 류가나 / 1234", [("도로과", None, "류가나", "1234")]),
        # Nobody is called 남원읍 or 송산면.
        ("담당부서: 도로과, 남원읍, 송산면", [(office, None, None, None) for office in ("도로과", "남원읍", "송산면")]),
        (
            "담당부서: 도로과 팀장 홍길동·주무관 김가나",
            [("도로과", "팀장", "홍길동", None), ("도로과", "주무관", "김가나", None)],
        ),
        ("담당부서: 도로과 홍OO(☎1234)", [("도로과", None, "홍OO", "1234")]),
        ("담당부서: 도로과 ☏ 02)000-1234", [("도로과", None, None, "02)000-1234")]),
        ("담당부서: 도로과 홍길동 000 - 1234", [("도로과", None, "홍길동", "000 - 1234")]),
        ("담당부서: 도로과 홍길동 2000- 1234", [("도로과", None, "홍길동", "2000-1234")]),  # broken behind the hyphen
        ("담당부서: 도로과 홍길동 0505-000-1234", [("도로과", None, "홍길동", "0505-000-1234")]),
        # An office's name may begin with Latin letters or figures.
        ("담당부서: AI정책과 과장 홍길동(☎ 3520)", [("AI정책과", "과장", "홍길동", "3520")]),
        ("1인가구지원과장 홍길동", [("1인가구지원과", "과장", "홍길동", None)]),
        ("담당부서: MICE산업과(R&D지원팀 홍길동 ☎ 3520)", [("R&D지원팀", None, "홍길동", "3520")]),
        ("담당부서: U-City과", [("U-City과", None, None, None)]),
        # Whose office stands in brackets behind the name is of that name.
        (
            "담당자: 홍길동(도로과), 김가나(건축과)",
            [("도로과", "담당자", "홍길동", None), ("건축과", "담당자", "김가나", None)],
        ),
        (
            "담당자: 홍길동(도로과 ☎ 3525), 김가나(건축과 ☎ 3528)",
            [("도로과", "담당자", "홍길동", "3525"), ("건축과", None, "김가나", "3528")],
        ),
        (
            "담당 : 홍길동 과장(도로과), 김가나 팀장(도로팀)",
            [("도로과", "과장", "홍길동", None), ("도로팀", "팀장", "김가나", None)],
        ),
        (
            "담당자 : 홍길동, 김가나 (☎ 3525, 3528)",
            [(None, "담당자", "홍길동", "3525"), (None, "담당자", "김가나", "3528")],
        ),
        ("담당부서 : 도로과(구 교통과) 팀장 홍길동 ☎ 3525", [("도로과", "팀장", "홍길동", "3525")]),
        ("도로과(전 담당 김가나), 담당 홍길동 (전 화 3525)", [("도로과", "담당", "홍길동", "3525")]),
        (
            "도로과 주무관 홍길동 공무직 김가나",
            [("도로과", "주무관", "홍길동", None), ("도로과", "공무직", "김가나", None)],
        ),
        ("도시재생과장홍길동 ☎4198", [("도시재생과", "과장", "홍길동", "4198")]),
        ("도시재생 과장 홍길동", [("도시재생과", "과장", "홍길동", None)]),
        ("예산팀주무관 홍길동", [("예산팀", "주무관", "홍길동", None)]),
        ("담당팀장 홍길동 ☎ 4198", [(None, "팀장", "홍길동", "4198")]),
        ("관광과 소관과장: 홍길동", [("관광과", "과장", "홍길동", None)]),
        ("담당주무관 홍길동", [(None, "담당주무관", "홍길동", None)]),
        ("도로과 홍길동 (☎ 2010~2012)", [("도로과", None, "홍길동", "2010~2012")]),
        ("도로과 홍길동 (2019~2020)", [("도로과", None, "홍길동", None)]),
        ("과 장 홍 길 동 ☎ 4198", [(None, "과장", "홍길동", "4198")]),
        ("담당 김 가나 (02 123 4567)", [(None, "담당", "김가나", "02 123 4567")]),
        ("감사담당관 홍길동 ☎ 1234", [("감사담당관", "담당관", "홍길동", "1234")]),
        ("담당부서: 감사담당관", [("감사담당관", None, None, None)]),
        ("보건소장 홍길동", [("보건소", "소장", "홍길동", None)]),
        ("복지국 복지정책과 홍길동 ☎ 1234, 1235", [("복지정책과", None, "홍길동", "1234, 1235")]),
        ("복지정책과(홍길동, 02-2670-1234)", [("복지정책과", None, "홍길동", "02-2670-1234")]),
        ("홍길동 과장(1234) 김가나 팀장(1235)", [(None, "과장", "홍길동", "1234"), (None, "팀장", "김가나", "1235")]),
        (
            "도시재생과 홍길동 팀장 1234 김가나 주무관 1235",
            [("도시재생과", "팀장", "홍길동", "1234"), ("도시재생과", "주무관", "김가나", "1235")],
        ),
        (
            "주관부서 : 복지정책과, 예산과",
            [("복지정책과", None, None, None), ("예산과", None, None, None)],
        ),
        ("예산과 담당 이다라, 김나다", [("예산과", "담당", "이다라", None), ("예산과", "담당", "김나다", None)]),
        ("예산과 ☎ 1234 FAX 02-123-4567", [("예산과", None, None, "1234")]),
        ("담당자 홍○○", [(None, "담당자", "홍○○", None)]),
        ("담당자 홍길동(팀장) / 이다라(주무관)", [(None, "팀장", "홍길동", None), (None, "주무관", "이다라", None)]),
        ("예산과 홍길동(과장), 이다라(팀장)", [("예산과", "과장", "홍길동", None), ("예산과", "팀장", "이다라", None)]),
        ("홍보실 홍길동 ☎ 1234", [("홍보실", None, "홍길동", "1234")]),
        # An office stands under no office that is below it, so that a word that may be either is a name there.
        ("예산과 이정국 ☎ 1234", [("예산과", None, "이정국", "1234")]),
        ("도시재생과 재생기획팀 김소실", [("재생기획팀", None, "김소실", None)]),
        ("기획과, 홍보실", [("기획과", None, None, None), ("홍보실", None, None, None)]),
        ("담당부서: 공보실", [("공보실", None, None, None)]),
        ("홍보실", [("홍보실", None, None, None)]),
        ("문화국 문화예술과", [("문화예술과", None, None, None)]),
        ("교통행정과·도로관리과", [("교통행정과", None, None, None), ("도로관리과", None, None, None)]),
        ("건설과/도로팀/홍길동/1234", [("도로팀", None, "홍길동", "1234")]),
        ("건설과, 도로팀 홍길동", [("도로팀", None, "홍길동", None)]),
        ("담당: 홍길동 주무관(☎ 031-123-4567)", [(None, "주무관", "홍길동", "031-123-4567")]),
        ("건설과 홍길동 담당 ☎ 1234", [("건설과", "담당", "홍길동", "1234")]),
        ("담당 홍길동 팀장 김가나", [(None, "담당", "홍길동", None), (None, "팀장", "김가나", None)]),
        ("문화·체육과 홍길동", [("문화·체육과", None, "홍길동", None)]),
        ("예산과 담당 이정국, 김가나", [("예산과", "담당", "이정국", None), ("예산과", "담당", "김가나", None)]),
        ("도시재생과장 공석", [("도시재생과", "과장", None, None)]),
        ("정책 기획과장 홍길동", [("정책 기획과", "과장", "홍길동", None)]),
        ("예산과 02)123-4567", [("예산과", None, None, "02)123-4567")]),
        (
            "예산과 홍길동 과장 / 김가나 팀장 / 이다라 주무관 ☎ 4198",
            [
                ("예산과", "과장", "홍길동", None),
                ("예산과", "팀장", "김가나", None),
                ("예산과", "주무관", "이다라", "4198"),
            ],
        ),
        ("예산과 과장 홍길동 / 팀장 김가나", [("예산과", "과장", "홍길동", None), ("예산과", "팀장", "김가나", None)]),
    ],
)
def test_a_line(line: str, expected: list[Person]) -> None:
    assert people(line) == expected


def test_lines_that_belong_together() -> None:
    expected = [("복지정책과", "담당자", "홍길동", "031-123-4567")]
    assert people("- 담당부서: 복지정책과", "- 담당자: 홍길동", "- 연락처: 031-123-4567") == expected


def test_the_reference_cards_table(table: TableMaker) -> None:
    printed = table(
        "담당부서 | 도시재생과장 홍길동 ☎ 4198 | 재생기획팀장 김가나 ☎ 3525 | 담당 이다라 ☎ 3528 / 담당 박마바 ☎ 3572"
    )
    rows, issues = read(table=printed)
    assert issues == []
    assert [(row["department"], row["role"], row["name"], row["phone"]) for row in rows] == [
        ("도시재생과", "과장", "홍길동", "4198"),
        ("재생기획팀", "팀장", "김가나", "3525"),
        ("재생기획팀", "담당", "이다라", "3528"),
        ("재생기획팀", "담당", "박마바", "3572"),
    ]
    assert [row["contact_no"] for row in rows] == [1, 2, 3, 4]
    assert [row["raw"] for row in rows][2:] == ["담당 이다라 ☎ 3528", "담당 박마바 ☎ 3572"]
    assert department_of(rows) == "도시재생과"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ["부서 | 직위 | 성명 | 전화", "복지정책과 | 과장 | 홍길동 | 02-123-4567", "^ | 복지기획팀장 | 김가나 | 4568", "예산과 | 주무관 | 이다라 | ☎ 4569"],
            [("복지정책과", "과장", "홍길동", "02-123-4567"), ("복지기획팀", "팀장", "김가나", "4568"), ("예산과", "주무관", "이다라", "4569")],
            id="a person a row, the office merged",
        ),
        pytest.param(
            ["부서명 | 과장 | 팀장 | 담당자 | 연락처", "복지정책과 | 홍길동 | 김가나 | 이다라 | 02-123-4567"],
            [("복지정책과", "과장", "홍길동", None), ("복지정책과", "팀장", "김가나", None), ("복지정책과", "담당자", "이다라", "02-123-4567")],
            id="a column for each role: the telephone is of the person beside it",
        ),
        pytest.param(
            ["담당부서 | 과장 | 전화 | 팀장 | 전화", "복지정책과 | 홍길동 | 1234 | 김가나 | 1235"],
            [("복지정책과", "과장", "홍길동", "1234"), ("복지정책과", "팀장", "김가나", "1235")],
            id="a telephone beside each",
        ),
        pytest.param(
            ["담당부서 | 복지정책과 | 담당자 | 홍 길 동 | 연락처 | 02-123-4567"],
            [("복지정책과", "담당자", "홍길동", "02-123-4567")],
            id="heads beside their values",
        ),
        pytest.param(
            ["담당부서 | 복지정책과 | 담당팀장 | 홍길동 | 연락처 | 02-123-4567"],
            [("복지정책과", "팀장", "홍길동", "02-123-4567")],
            id="the head of one column is a chief of whichever office is in charge",
        ),
        pytest.param(
            ["부서명 | 담당과장 | 담당팀장 | 연락처", "복지정책과 | 홍길동 | 김가나 | 4567"],
            [("복지정책과", "과장", "홍길동", None), ("복지정책과", "팀장", "김가나", "4567")],
            id="columns of chiefs of the office in charge",
        ),
        pytest.param(
            ["담당부서 | 복지정책과", "담당자 | 홍길동", "연락처 | 02-123-4567"],
            [("복지정책과", "담당자", "홍길동", "02-123-4567")],
            id="heads in the first column",
        ),
        pytest.param(
            ["구분 | 과장 | 팀장", "성명 | 홍길동 | 김가나", "전화 | 1234 | 1235"],
            [(None, "과장", "홍길동", "1234"), (None, "팀장", "김가나", "1235")],
            id="people in columns",
        ),
        pytest.param(
            ["담당부서 | 복지정책과 | <", "성명 | 홍길동 | 김가나", "직위 | 과장 | 팀장", "전화 | 1234 | 1235"],
            [("복지정책과", "과장", "홍길동", "1234"), ("복지정책과", "팀장", "김가나", "1235")],
            id="people in columns below a merged office",
        ),
        pytest.param(
            ["주관부서 | 복지정책과장 홍길동 | 팀장 김가나", "협조부서 | 예산과장 이다라 | 팀장 김나다"],
            [("복지정책과", "과장", "홍길동", None), ("복지정책과", "팀장", "김가나", None), ("예산과", "과장", "이다라", None), ("예산과", "팀장", "김나다", None)],
            id="an office a row",
        ),
        pytest.param(
            ["부서 | 직위 | 성명 | 연락처", "복지정책과 | 과장 / 팀장 | 홍길동 / 김가나 | 1234 / 1235"],
            [("복지정책과", "과장", "홍길동", "1234"), ("복지정책과", "팀장", "김가나", "1235")],
            id="two people in a row",
        ),
        pytest.param(
            ["담당부서 | 담당자 | 연락처", "예산과 | | 4568"],
            [("예산과", None, None, "4568")],
            id="an office with a telephone and no person",
        ),
        pytest.param(
            ["연락처 | 담당부서 | 담당자", "1234 | 복지정책과 | 홍길동"],
            [("복지정책과", "담당자", "홍길동", "1234")],
            id="the telephone first",
        ),
        pytest.param(
            ["부서 | 직위 | 성명 | 전화", "건설과 | 과장 | 홍길동 이다라 | 02-000-0000, 02-000-0001"],
            [("건설과", "과장", "홍길동", "02-000-0000"), ("건설과", "과장", "이다라", "02-000-0001")],
            id="a telephone each for the people of one cell",
        ),
        pytest.param(
            ["부서 | 담당", "건설과장 홍길동 | 주무관 김가나 02-000-0001"],
            [("건설과", "과장", "홍길동", None), ("건설과", "주무관", "김가나", "02-000-0001")],
            id="a person in the office's cell",
        ),
        pytest.param(
            ["부서 | 직급 | 성명", "건설과 | 행정7급 | 홍길동"],
            [("건설과", "행정7급", "홍길동", None)],
            id="a grade for a role",
        ),
        pytest.param(
            ["부서 | 전화 | 과장 | 전화 | 팀장", "도로과 | 02-000-0001 | 홍길동 | 02-000-0002 | 김가나"],
            [("도로과", "과장", "홍길동", "02-000-0001"), ("도로과", "팀장", "김가나", "02-000-0002")],
            id="a telephone before each",
        ),
        pytest.param(
            ["부서 | 대표전화 | 담당자 | 직통전화 | 팀장", "도로과 | 02-000-0000 | 홍길동 | 02-000-0001 | 김가나"],
            [
                ("도로과", None, None, "02-000-0000"),
                ("도로과", "담당자", "홍길동", "02-000-0001"),
                ("도로과", "팀장", "김가나", None),
            ],
            id="the office's telephone before another sort",
        ),
        pytest.param(["성명 | 직위", "전화 | 부서"], [], id="heads alone"),
        pytest.param([" | "], [], id="nothing at all"),
        pytest.param(
            ["도로과 | 홍길동", "건축과 | ", "김가나 | ", "이다라 | "],
            [("도로과", None, "홍길동", None), ("건축과", None, "김가나", None), ("건축과", None, "이다라", None)],
            id="names below the second office are of that",
        ),
        pytest.param(
            ["담당부서 | 도로과 | 과장 | 홍길동", "^ | ^ | 팀장 | 김가나", "협조부서 | 공원과 | 팀장 | 이다라"],
            [("도로과", "과장", "홍길동", None), ("도로과", "팀장", "김가나", None), ("공원과", "팀장", "이다라", None)],
            id="a role that stood above begins anew",
        ),
        pytest.param(
            ["담당부서 | 도로과 | 과장 | 홍길동", "협조부서 | 건축과 | 팀장 | 김가나", "협조부서 | 공원과 | 담당자 | 이다라"],
            [("도로과", "과장", "홍길동", None), ("건축과", "팀장", "김가나", None), ("공원과", "담당자", "이다라", None)],
            id="each office has its own",
        ),
        pytest.param(
            ["담당부서 | 도로과 | 과장 | 홍길동", "^ | ^ | 02-000-0000 | 김가나", "협조부서 | 공원과 | 담당자 | 이다라"],
            [("도로과", "과장", "홍길동", "02-000-0000"), ("도로과", None, "김가나", None), ("공원과", "담당자", "이다라", None)],
            id="a row without a role is no step of theirs",
        ),
    ],
)  # fmt: skip
def test_tables(table: TableMaker, rows: list[str], expected: list[Person]) -> None:
    assert people(table=table(*rows)) == expected


def test_the_department_of_a_card_is_the_section_even_where_a_team_is_named_with_it(table: TableMaker) -> None:
    rows, _ = read(table=table("국 | 과 | 팀 | 담당자 | 전화", "복지국 | 복지정책과 | 복지기획팀 | 홍길동 | 1234"))
    assert (rows[0]["department"], department_of(rows)) == ("복지기획팀", "복지정책과")
    assert department_of(read("보건소장 홍길동")[0]) == "보건소"
    assert department_of(read("건설과-도로팀 홍길동")[0]) == "건설과"
    assert department_of([]) is None


@pytest.mark.parametrize("line", ["홍보과 민원실 ☎ 1234", "우리 구 모두가 함께", "문의: 홍길동", "문래동 김가동"])
def test_what_cannot_be_split_is_an_issue_and_no_name(line: str) -> None:
    rows, issues = read(line)
    assert [issue.code for issue in issues] == ["contact.unreadable"]
    assert [row["name"] for row in rows if row["name"]] == []


@pytest.mark.parametrize("line", ["이정국", "이정국 ☎ 1234", "박원소 주무관", "이정국, 홍길동"])
def test_a_word_that_may_be_an_office_or_a_name_is_neither_where_nothing_decides(line: str) -> None:
    rows, issues = read(line)
    assert [row["department"] for row in rows if row["department"]] == []
    assert "이정국" not in [row["name"] for row in rows]
    assert issues and {issue.code for issue in issues} == {"contact.unreadable"}


def test_a_telephone_that_a_narrow_cell_breaks_is_whole(table: TableMaker) -> None:
    row = "담당부서 | 공원과장 홍길동(☎ 02-0000-0/001) | 공원팀장 김가나(☎ 0/002)/담당 이다라 ☎ 0003/0004"
    rows, _ = read(table=table(row))
    assert [row["phone"] for row in rows] == ["02-0000-0001", "0002", "0003 0004"]


def test_a_telephone_without_its_last_digits_is_told_and_no_number() -> None:
    rows, issues = read("공원과장 홍길동 (☎ 02-0000-00", "공원팀장 김가나 ☎ 0")
    assert [row["phone"] for row in rows] == [None, None]
    assert [issue.code for issue in issues] == ["contact.unreadable"] * 2
    assert "02-0000-00" in issues[0].message


def test_offices_of_other_bodies_in_a_list_are_offices_in_a_cell_and_nobodys_name_in_a_line(table: TableMaker) -> None:
    in_cell = people(table=table("협조부서 | 건설과, 교육지원청, 경찰서"))
    assert in_cell == [(office, None, None, None) for office in ("건설과", "교육지원청", "경찰서")]
    rows, issues = read("협조부서 : 건설과, 교육지원청, 경찰서")
    assert [(row["department"], row["name"]) for row in rows] == [("건설과", None)]
    assert [issue.code for issue in issues] == ["contact.unreadable"]


@pytest.mark.parametrize(
    ("rows", "unread"),
    [
        (["부서 | 직위 | 성명", "도로과 | 팀장 주무관 | 김가나 이다라 박마바"], "팀장 주무관"),
        (["부서 | 성명 | 전화", "건설과 | 홍길동 | 내선"], "내선"),
        (["부서 | 전화", "건설과, 도로과 | 02-000-0000"], "02-000-0000"),
    ],
)
def test_what_a_column_gives_to_nobody_is_told(table: TableMaker, rows: list[str], unread: str) -> None:
    found, issues = read(table=table(*rows))
    assert not any(row["role"] or row["phone"] for row in found)
    assert {issue.code for issue in issues} == {"contact.unreadable"}
    assert unread in issues[0].message


def test_a_word_without_end_is_no_office() -> None:
    rows, issues = read("홍 " * 5000)
    assert rows == []
    assert [issue.code for issue in issues] == ["contact.unreadable"]


def test_one_telephone_for_two_people_of_a_row_is_nobodys(table: TableMaker) -> None:
    rows, issues = read(table=table("부서 | 성명 | 전화", "예산과 | 홍길동 김가나 | 1234"))
    assert [(row["name"], row["phone"]) for row in rows] == [("홍길동", None), ("김가나", None)]
    assert {issue.code for issue in issues} == {"contact.unreadable"}


@pytest.mark.parametrize(
    "word", ["도시재생과", "재생기획팀", "기획조정실", "주무관", "팀장", "담당", "일자리센터", "감사담당관", "보건소"]
)
def test_an_office_or_a_role_is_never_a_name(word: str) -> None:
    for line in (f"예산과 {word}", f"담당 {word} ☎ 1234", f"{word} ☎ 1234", f"과장 {word}"):
        assert word not in [row["name"] for row in read(line)[0]]


def test_redacted_rows_have_neither_name_nor_telephone() -> None:
    rows, _ = read("도시재생과장 홍길동 ☎ 4198 담당 김가나(02-123-4567)", redact=True)
    assert [(row["name"], row["phone"], row["raw"]) for row in rows] == [
        (None, None, "도시재생과장 ○○○ ☎ ****"),
        (None, None, "담당 ○○○(**-***-****)"),
    ]


def test_a_redacted_issue_does_not_tell_what_could_not_be_read() -> None:
    _, issues = read("문의: 홍길동", redact=True)
    assert "홍길동" not in issues[0].message + str(issues[0].raw)


def test_a_redactor_blanks_other_texts_length_for_length() -> None:
    redactor = Redactor(read("도시재생과장 홍길동 ☎ 4198 담당 이하 ☎ 02-123-4567")[0])
    assert redactor.text("홍길동이 2018. 7. 1. 보고(홍 길 동)") == "○○○이 2018. 7. 1. 보고(○ ○ ○)"
    assert redactor.text("문의 ☎ 4198, 02-123-4567") == "문의 ☎ ****, **-***-****"
    # a name that is a word, and an extension that may be any number, only beside what tells them
    assert redactor.text("10개 이하, 4198명, 담당 이하") == "10개 이하, 4198명, 담당 ○○"


def test_a_redactor_leaves_keys_and_numbers() -> None:
    redactor = Redactor(read("도시재생과장 홍길동 ☎ 4198")[0])
    row = {"card_id": "홍길동", "label": "홍길동 면담", "value": 4198.0, "planned": None}
    assert redactor.rows("events", [row]) == [{**row, "label": "○○○ 면담"}]


WORDS = st.sampled_from(
    [
        "도시재생과장",
        "담당",
        "홍길동",
        "김가나",
        "예산과",
        "☎",
        "4198",
        "02-123-4567",
        ",",
        "/",
        "(",
        ")",
        "담당부서",
        ":",
        "민원실",
        "홍",
        "길",
        "공석",
    ]
)


@settings(max_examples=200)
@given(line=st.one_of(st.lists(WORDS, max_size=10).map(" ".join), st.text(max_size=30)))
def test_no_line_raises_and_redaction_holds(line: str) -> None:
    rows, _ = read(line)
    hidden = Redactor(rows)
    for row in rows:
        assert row["name"] or row["phone"] or row["department"]
    for row in read(line, redact=True)[0]:
        assert "홍길동" not in row["raw"] and "4567" not in row["raw"]
    assert len(hidden.text(line)) == len(line)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["관광과 | 과장/관광개발팀장 | 홍길동/김가나 | 061-430-0001/061-430-0002"],
            [("관광과", "과장", "홍길동", "061-430-0001"), ("관광개발팀", "팀장", "김가나", "061-430-0002")],
        ),
        (
            ["부서 | 담당자 | 연락처", "관광과/문화과 | 홍길동/김가나 | 061-430-0001/061-430-0002"],
            [("관광과", "담당자", "홍길동", "061-430-0001"), ("문화과", "담당자", "김가나", "061-430-0002")],
        ),
    ],
)
def test_people_one_below_the_other_in_one_row_are_told_apart(
    table: TableMaker, rows: list[str], expected: list[Person]
) -> None:
    assert people(table=table(*rows)) == expected


def test_a_blank_cell_under_an_office_is_that_office(table: TableMaker) -> None:
    found = table("부서 | 성명 | 전화번호", "관광과 | 홍길동 | 061-430-0001", " | 김가나 | 061-430-0002")
    assert [person[0] for person in people(table=found)] == ["관광과", "관광과"]


def test_numbers_that_belong_to_others_are_nobodys() -> None:
    rows, issues = read("담당 홍길동 (☎ 02-0000-0002)", "02-0000-0000) 02-0000-0001)")
    assert [(row["name"], row["phone"]) for row in rows] == [("홍길동", None)]
    assert [issue.code for issue in issues] == ["contact.unreadable"]


def test_an_office_that_the_form_names_has_no_row_beside_its_people() -> None:
    rows, _ = read("담당부서: 관광과 협조부서: 건설과", "관광과장 홍길동 ☎ 4198")
    assert [(row["contact_no"], row["department"], row["name"]) for row in of_one_card(rows)] == [
        (1, "건설과", None),
        (2, "관광과", "홍길동"),
    ]


def test_people_without_an_office_are_of_the_cards(table: TableMaker) -> None:
    rows, _ = read("담당부서: 관광과", table=table("직위 | 과장 | 팀장", "성명 | 홍길동 | 김가나"))
    assert [(row["department"], row["role"]) for row in of_one_card(rows)] == [("관광과", "과장"), ("관광과", "팀장")]


def test_the_name_of_the_body_before_its_office_is_no_trouble() -> None:
    assert people("경상북도 경제정책과 ☎ 054-880-0000") == [("경제정책과", None, None, "054-880-0000")]


def test_an_institution_stands_above_its_departments() -> None:
    assert people("담당부서: 보건소 건강증진과") == [("건강증진과", None, None, None)]
    assert people("소관부서: 평생학습원 도서관운영과") == [("도서관운영과", None, None, None)]


@pytest.mark.parametrize(
    ("second", "box"),
    [
        (Place(1, 50, 120, 300, 130), (1, 50, 100, 300, 130)),
        # Over the end of a page: where the person stands.
        (Place(2, 50, 60, 300, 70), (2, 50, 60, 300, 70)),
    ],
)
def test_a_person_told_in_two_lines_stands_in_both(second: Place, box: tuple[float, ...]) -> None:
    lines = [("소관부서: 산림녹지과", Place(1, 50, 100, 200, 110)), ("산림녹지과장 홍길동 ☎ 4198", second)]
    [row], _ = contact_rows([], lines, Vocabulary.standard())
    assert tuple(row[name] for name in ("page", "x0", "top", "x1", "bottom")) == box


def test_a_role_may_label_the_line_of_an_office() -> None:
    assert people("추진부서 : 농업기술센터 기술보급과", "담당자 : 농업정책과 농정팀장 홍길동 (033-430-0001)") == [
        ("기술보급과", None, None, None),
        ("농정팀", "팀장", "홍길동", "033-430-0001"),
    ]


def test_a_role_before_the_chief_of_an_office_labels_the_line() -> None:
    assert people("담당자 축산과장 홍길동(054-000-1301)") == [("축산과", "과장", "홍길동", "054-000-1301")]
    found = people("축산과", "담당자 축산과장 홍길동(054-000-1301)")
    assert [person for person in found if person[1] is not None] == [("축산과", "과장", "홍길동", "054-000-1301")]


def test_the_department_of_a_team_is_the_works_office_before_it() -> None:
    rows, _ = read("상하수도사업소 하수도팀장 홍길동 (043-871-0001)")
    assert (rows[0]["department"], department_of(rows)) == ("하수도팀", "상하수도사업소")


def test_the_department_of_a_card_is_the_one_in_charge_and_none_that_helps(table: TableMaker) -> None:
    lines, _ = read("협조부서: 도시재생과, 건축과", "주관부서: 일자리경제과장 홍길동")
    assert [row["department"] for row in lines] == ["도시재생과", "건축과", "일자리경제과"]
    assert department_of(lines) == "일자리경제과"
    beside, _ = read(table=table("주관부서 | 협조부서 | 담당자 | 전화", "예산과 | 관광과 | 홍길동 | 1234"))
    assert [(row["department"], row["name"], row["phone"]) for row in beside] == [
        ("예산과", "홍길동", "1234"),
        ("관광과", None, None),
    ]
    assert department_of(beside) == "예산과"
    assert department_of(read("관련부서: 관광과")[0]) == "관광과"


@pytest.mark.parametrize(
    "offices",
    [
        "주관부서 | 도로과 | 협조부서 | 교통과",
        "추진부서 | 도로과 (협조부서 : 교통과)",
        "추진부서 | (주관) 도로과 (협조) 교통과",
    ],
)
def test_a_label_of_people_behind_the_office_that_helps_is_of_the_one_in_charge(
    table: TableMaker, offices: str
) -> None:
    assert people(table=table(f"{offices} | 담당자 | 팀장 홍길동 | 전화 | 061-800-2210")) == [
        ("도로과", None, None, None),
        ("교통과", None, None, None),
        ("도로과", "팀장", "홍길동", "061-800-2210"),
    ]


def test_whom_the_office_that_helps_has_is_its_own_where_the_one_in_charge_has_somebody(table: TableMaker) -> None:
    row = "주관부서 | 도로과 | 담당자 | 홍길동 | 협조부서 | 교통과 | 담당자 | 김가나"
    assert people(table=table(row)) == [("도로과", "담당자", "홍길동", None), ("교통과", "담당자", "김가나", None)]


def test_a_label_of_people_before_the_chief_of_another_office_is_no_role(table: TableMaker) -> None:
    assert people(table=table("주관부서 | 농촌개발과 | 담당자 | 농촌개발팀장 이다라(☎ 061-379-3521)")) == [
        ("농촌개발과", None, None, None),
        ("농촌개발팀", "팀장", "이다라", "061-379-3521"),
    ]


def test_words_in_the_first_column_say_who_each_is_beside_heads_over_the_others(table: TableMaker) -> None:
    heads = "구분 | 소속 | 직·성명 | 전화"
    rows = ["책임자 | 건강과 | 과장 박마바 | 041-670-1230", "담당자 | 치매관리팀 | 팀장 홍길동 | 041-670-1234"]
    assert people(table=table(heads, *rows)) == [
        ("건강과", "과장", "박마바", "041-670-1230"),
        ("치매관리팀", "팀장", "홍길동", "041-670-1234"),
    ]


def test_the_year_of_a_day_is_no_extension() -> None:
    rows, _ = read("교육지원과장 홍길동 2019. 3. 5.")
    assert (rows[0]["name"], rows[0]["phone"]) == ("홍길동", None)


def test_an_option_beside_an_office_is_no_name() -> None:
    rows, _ = read("담당부서: 도로과 | 임기구분: 임기내 임기외")
    assert [(row["department"], row["name"]) for row in rows] == [("도로과", None)]


def test_an_office_behind_a_bullet_and_a_label_has_no_role() -> None:
    rows, _ = read("소관: 도로과", "ㅇ 담당: 하천팀장 홍길동")
    assert [(row["department"], row["role"], row["name"]) for row in rows] == [
        ("도로과", None, None),
        ("하천팀", "팀장", "홍길동"),
    ]


def test_a_chief_is_of_the_office_that_the_role_names(table: TableMaker) -> None:
    rows, _ = read(table=table("소관 | 국장 | 과장 | 팀장", "건설국 도로과 도로팀 | 홍길동 | 김가나 | 이다라"))
    assert [(row["department"], row["role"]) for row in rows] == [
        ("건설국", "국장"),
        ("도로과", "과장"),
        ("도로팀", "팀장"),
    ]
    rows, _ = read("담당부서: 도로과, 담당팀: 도로팀", "과장: 홍길동, 팀장: 김가나")
    assert [(row["department"], row["name"]) for row in rows] == [("도로과", "홍길동"), ("도로팀", "김가나")]


def test_the_head_of_a_column_of_roles_is_no_office(table: TableMaker) -> None:
    rows, _ = read(table=table("구분 | 부서명 | 직 | 성명 | 연락처", "주관 | 도로과 | 과장 | 홍길동 | 061-000-0000"))
    assert [(row["department"], row["role"], row["name"]) for row in rows] == [("도로과", "과장", "홍길동")]


def test_an_office_over_heads_and_people_is_that_of_all_of_them(table: TableMaker) -> None:
    merged = table(
        "담당부서 | 안전총괄과 | 과장 | 팀장 | 담당자 | 연락처",
        "^ | ^ | 홍길동 | 김가나 | 이다라 | ☎ 350-1110 (FAX 350-1119)",
    )
    assert people(table=merged) == [
        ("안전총괄과", "과장", "홍길동", None),
        ("안전총괄과", "팀장", "김가나", None),
        ("안전총괄과", "담당자", "이다라", "350-1110"),
    ]


def test_columns_that_a_copy_sets_one_below_the_other_are_told_apart_or_left_untold() -> None:
    def told(*lines: str) -> tuple[list[Person], int]:
        rows, issues = read(*lines)
        return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows], len(issues)

    assert told("도로과장", "도로팀장", "김가나", "박마바", "000-2670", "000-2671") == (
        [("도로과", "과장", "김가나", "000-2670"), ("도로팀", "팀장", "박마바", "000-2671")],
        0,
    )
    more_names = told("도로과장", "도로팀장", "김가나(☎2371)", "박마바(☎2372)", "이다라(☎2373)")
    assert more_names == (
        [
            ("도로과", "과장", None, None),
            (None, None, "김가나", "2371"),
            (None, None, "박마바", "2372"),
            (None, None, "이다라", "2373"),
        ],
        3,
    )
    offices = told("도로과", "건축과", "김가나", "박마바")
    assert offices == (
        [
            ("도로과", None, None, None),
            ("건축과", None, None, None),
            (None, None, "김가나", None),
            (None, None, "박마바", None),
        ],
        2,
    )
    fewer = told("도로과", "김가나", "박마바", "이다라", "000-2670", "000-2671")
    assert fewer == ([("도로과", None, name, None) for name in ("김가나", "박마바", "이다라")], 1)


@pytest.mark.parametrize(
    "rows",
    [["청년정책과, 도시재생과|담당자|홍길동"], ["담당부서|담당자", "청년정책과, 도시재생과|홍길동"]],
)
def test_who_stands_beside_several_offices_of_one_rank_is_of_no_known_one(table: TableMaker, rows: list[str]) -> None:
    found, issues = read(table=table(*rows))
    assert [(row["department"], row["role"], row["name"]) for row in found] == [
        ("청년정책과", None, None),
        ("도시재생과", None, None),
        (None, "담당자", "홍길동"),
    ]
    assert [(issue.code, issue.field) for issue in issues] == [("contact.unreadable", "department")]


@pytest.mark.parametrize("rows", [["부서|성명", "도로과|홍길/동"], ["담당부서|도로과|성명|홍길/동"]])
def test_a_name_that_a_narrow_cell_breaks_is_whole(table: TableMaker, rows: list[str]) -> None:
    assert [person[2] for person in people(table=table(*rows))] == ["홍길동"]


def test_numbers_apart_from_the_signs_of_several_people_are_of_nobody_known() -> None:
    lines = ["청년정책과장 홍길동 ☎", "청년팀장 김가나 ☎ 담당 박다라 ☎", "02-000-0002 02-000-0003", "02-000-0001"]
    found, issues = read(*lines)
    assert [(row["name"], row["phone"]) for row in found] == [("홍길동", None), ("김가나", None), ("박다라", None)]
    assert [issue.code for issue in issues] == ["contact.unreadable"]


def test_rows_of_a_table_in_text_whose_label_stands_half_way_down() -> None:
    card = (
        "담당부서\n"
        "주관부서            문화예술과                과장         홍길동         031-000-2670\n"
        "                예술진흥팀                팀장         김가나         031-000-2671\n"
        "                                     담당         이다라         031-000-2672\n"
        "협조부서            도시정책과                담당         박마바         031-000-2675\n"
    )
    assert sorted(of_card("□ " + card), key=lambda person: person[3] or "") == [
        ("문화예술과", "과장", "홍길동", "031-000-2670"),
        ("예술진흥팀", "팀장", "김가나", "031-000-2671"),
        ("예술진흥팀", "담당", "이다라", "031-000-2672"),
        ("도시정책과", "담당", "박마바", "031-000-2675"),
    ]


BODY = "공약 7. 보안등 교체\n(서울특별시 영등포구)\n□ 임기구분: ■ 임기내 □ 임기외\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"


def of_card(text: str) -> list[Person]:
    rows = convert_bytes((BODY + text).encode(), "card.txt")
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows["contacts"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "담당부서 : 도로과\n과 장 : 홍길동(7535), 팀 장 : 김가나(1923)\n",
            [("도로과", "과장", "홍길동", "7535"), ("도로과", "팀장", "김가나", "1923")],
        ),
        (
            "담당부서: 도로과장 홍길동 Tel. 000-1234, 담당\n김가나 Tel. 000-1235, 담당 박다라 ☎\n02-000-1236\n",
            [
                ("도로과", "과장", "홍길동", "000-1234"),
                ("도로과", "담당", "김가나", "000-1235"),
                ("도로과", "담당", "박다라", "02-000-1236"),
            ],
        ),
        (
            "(담당부서:도로과 과장 홍길동 02-000-1234, 팀장 김가나\n(02-000-1235))\n",
            [("도로과", "과장", "홍길동", "02-000-1234"), ("도로과", "팀장", "김가나", "02-000-1235")],
        ),
        (
            "담당부서: 도로과 과장 홍길동 ☎ 02-000-1234 (010-0000-1234, a@b.kr)\n",
            [("도로과", "과장", "홍길동", "02-000-1234, 010-0000-1234")],
        ),
        ("□ 담당부서\n - 도로과\n - 주무관 홍길동(내선 3303)\n", [("도로과", "주무관", "홍길동", "3303")]),
        ("도로과 도로팀 김가나 주무관(내선 1234)\n", [("도로팀", "주무관", "김가나", "1234")]),
        (
            "【도로과: 과장 홍길동, 담당 김가나(☎000-1234)】\n",
            [("도로과", "과장", "홍길동", None), ("도로과", "담당", "김가나", "000-1234")],
        ),
        ("담당부서\n도로과\n담당자\n김가나\n전화번호\n02-000-1234\n", [("도로과", None, "김가나", "02-000-1234")]),
        (
            "주관부서\t도로과\t홍길동\t000-1234\n협조부서\t건축과\n",
            [("도로과", None, "홍길동", "000-1234"), ("건축과", None, None, None)],
        ),
        (
            "부서\t담당\t성명\t전화\n도로과\t과장\t홍길동\t3301\n도로팀\t팀장\t김가나\t3302\n",
            [("도로과", "과장", "홍길동", "3301"), ("도로팀", "팀장", "김가나", "3302")],
        ),
        (
            "부서\t과장(전화)\t담당자(☎)\n도로과\t홍길동(2670)\t김가나(2671)\n",
            [("도로과", "과장", "홍길동", "2670"), ("도로과", "담당자", "김가나", "2671")],
        ),
        (
            "구분\t부서\t성명\t전화번호\n책임관\t도로과장\t홍길동\t000-2670\n담당\t도로팀\t김가나\t000-2671\n",
            [("도로과", "과장", "홍길동", "000-2670"), ("도로팀", "담당", "김가나", "000-2671")],
        ),
        (
            "담당부서\t도로과\t담당자\t팀장 홍길동 / 주무관 김가나\t☎ 000-3302, 3303\n",
            [("도로과", "팀장", "홍길동", "000-3302"), ("도로과", "주무관", "김가나", "3303")],
        ),
        (
            "담당\t도로과장\t도로팀장\t담당자\n\t홍길동(☎2371)\t김가나(☎2372)\t이다라(☎2373)\n",
            [
                ("도로과", "과장", "홍길동", "2371"),
                ("도로팀", "팀장", "김가나", "2372"),
                ("도로팀", "담당자", "이다라", "2373"),
            ],
        ),
        (
            "□ 담당자 현황\n기간\t과장\t담당\n2018.7.~2019.6.\t홍길동\t김가나\n2019.7.~\t박마바\t이다라\n",
            [
                (None, "과장", "홍길동", None),
                (None, "담당", "김가나", None),
                (None, "과장", "박마바", None),
                (None, "담당", "이다라", None),
            ],
        ),
        ("작성부서 : 도로과장 홍길동 ☎ 000-2361\n", [("도로과", "과장", "홍길동", "000-2361")]),
        # One number stands behind its name, two on lines of their own: whose these are is not said.
        (
            "담당부서\n도로과장 홍길동 (☎\n도로팀장 김가나 (☎\n담당 이다라 (☎ 02-000-2373)\n02-000-2371)\n02-000-2372)\n",
            [
                ("도로과", "과장", "홍길동", None),
                ("도로팀", "팀장", "김가나", None),
                ("도로팀", "담당", "이다라", "02-000-2373"),
            ],
        ),
        # No people in charge: a hotline, and those with whom a body talked.
        (" ○ 복지상담실 운영(☎1577-0000)\n", []),
        (" ○ 교통과장 면담(☎000-1234)\n", []),
        (
            "□ 협의사항\n구분\t협의기관\t담당자\t내용\n1\t국토교통부\t홍길동 사무관(000-1234)\t국비 협의\n2\t서울시\t김가나 주무관\t시비 협의\n",
            [],
        ),
    ],
)
def test_whom_a_card_names(text: str, expected: list[Person]) -> None:
    assert of_card(text) == expected


def test_the_cell_behind_a_chiefs_names_the_chief(table: TableMaker) -> None:
    row = "담당부서 | 도로과장 | 홍길동 | 02-123-4567"
    assert people(table=table(row)) == [("도로과", "과장", "홍길동", "02-123-4567")]


def test_one_head_over_name_and_telephone(table: TableMaker) -> None:
    rows = ("담당부서 | 과장 | 과장 | 팀장 | 팀장", "도로과 | 홍길동 | 02-123-4567 | 김가나 | 02-123-4568")
    assert people(table=table(*rows)) == [
        ("도로과", "과장", "홍길동", "02-123-4567"),
        ("도로과", "팀장", "김가나", "02-123-4568"),
    ]


def under_heading(*lines: str) -> list[Person]:
    """The people of a card whose last section, that of the people in charge, holds these lines."""
    card = (
        "공약 28. 산책로 조성\n임기구분: ☑임기내 □임기외\n■ 추진실적\n - 2019. 3. 5. 착공\n■ 담당부서\n"
        + "\n".join(lines)
        + "\n"
    )
    rows = convert_bytes(card.encode(), "card.txt")["contacts"]
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows]


def test_roles_with_names_or_alone_on_their_lines() -> None:
    people = [("도로과", "과장", "홍길동", None), ("도로과", "팀장", "김가나", None)]
    assert under_heading("도로과", "과장 홍길동", "팀장 김가나") == people
    assert under_heading("도로과", "과장", "홍길동", "팀장", "김가나") == people
    assert under_heading("도로과", "과장", "팀장", "홍길동", "김가나") == people


def test_the_bodys_name_alone_on_a_line_is_nobodys() -> None:
    assert under_heading("강남구", "도로과 홍길동") == [("도로과", None, "홍길동", None)]


def test_an_extension_within_the_house() -> None:
    assert under_heading("도로과 홍길동 (구내 1234)") == [("도로과", None, "홍길동", "1234")]


def test_what_somebody_does_is_nobodys_name(table: TableMaker) -> None:
    assert people(table=table("부서 | 담당자 | 내용", "도로과 | 홍길동 | 공사")) == [
        ("도로과", "담당자", "홍길동", None)
    ]


def test_a_word_below_somebody_named_is_nobodys_name() -> None:
    assert under_heading("도로과 홍길동", "공동체") == [("도로과", None, "홍길동", None)]
    assert under_heading("도로과", "주무관") == [("도로과", "주무관", None, None)]


def test_a_mail_or_fax_column_names_nobody(table: TableMaker) -> None:
    found = table(
        "담당부서 | 담당자 | 전화번호 | 팩스 | 이메일", "도로과 | 홍길동 | 02-000-0001 | 02-000-0002 | h@example.kr"
    )
    assert people(table=found) == [("도로과", "담당자", "홍길동", "02-000-0001")]


def test_a_chief_in_a_line_is_of_the_office_that_the_role_names() -> None:
    assert people("복지국 체육과 국장 홍길동 과장 김가나 팀장 이다라") == [
        ("복지국", "국장", "홍길동", None),
        ("체육과", "과장", "김가나", None),
        ("체육과", "팀장", "이다라", None),
    ]


def test_a_telephone_between_the_office_and_several_people_is_the_offices(table: TableMaker) -> None:
    found = table("담당부서 | 전화번호 | 과장 | 팀장", "도로과 | 02-000-0001 | 홍길동 | 김가나")
    assert people(table=found) == [
        ("도로과", None, None, "02-000-0001"),
        ("도로과", "과장", "홍길동", None),
        ("도로과", "팀장", "김가나", None),
    ]
    alone = table("담당부서 | 전화번호 | 담당자", "도로과 | 02-000-0001 | 홍길동")
    assert people(table=alone) == [("도로과", "담당자", "홍길동", "02-000-0001")]


def test_a_telephone_behind_a_blank_cell_is_of_the_only_one_in_its_row(table: TableMaker) -> None:
    found = table("부서 | 과장 | 팀장 | 담당자 | 전화번호", "도로과 | - | 홍길동 | - | 02-000-0001")
    assert people(table=found) == [("도로과", "팀장", "홍길동", "02-000-0001")]


def test_a_range_of_years_beside_an_office_is_no_telephone() -> None:
    found = people("교통행정과 2018~2028")
    assert [phone for _, _, _, phone in found] == [None]


def test_an_office_that_has_become_another_is_not_the_one_in_charge() -> None:
    text = "3. 작은도서관 조성\n\n■ 정책개요\n- 도서관 조성\n\n■ 추진계획\n- 부지 확보\n\n담당부서 : 교통과 → 교통행정과 (담당 홍길동 ☎ 3525)\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert rows["cards"][0]["department"] == "교통행정과"
    assert [(row["department"], row["name"]) for row in rows["contacts"]] == [
        ("교통과", None),
        ("교통행정과", "홍길동"),
    ]


def test_the_number_of_a_fax_is_no_telephone(table: TableMaker) -> None:
    found = table(
        "담당부서 | 도로과 | 담당팀장 | 홍길동 | 담당자 | 김가나", "전화번호 | 2670-4198 | 팩스 | 2670-3600 | 비고 | "
    )
    assert people(table=found) == [("도로과", "팀장", "홍길동", None), ("도로과", "담당자", "김가나", "2670-4198")]


def test_offices_under_who_is_in_charge_beside_ranks_and_names(table: TableMaker) -> None:
    found = table("담당 | 직급 | 이름 | 전화", "도로과 | 행정6급 | 홍길동 | 3525", "도로과 | 시설7급 | 김가나 | 3528")
    assert people(table=found) == [("도로과", "행정6급", "홍길동", "3525"), ("도로과", "시설7급", "김가나", "3528")]


def test_fields_behind_boxes_that_say_who_is_in_charge_are_no_options() -> None:
    line = "□ 추진주체 : 도로과  □ 담당자 : 홍길동  □ 연락처 : 02-2670-3525"
    rows = convert_bytes(
        f"3. 작은도서관 조성\n\n■ 정책개요\n- 도서관 조성\n\n■ 추진계획\n- 부지 확보\n\n{line}\n".encode(), "card.txt"
    )
    assert rows["choices"] == []
    assert [(row["department"], row["name"], row["phone"]) for row in rows["contacts"]] == [
        ("도로과", "홍길동", "02-2670-3525")
    ]


def test_the_heading_behind_who_is_in_charge_is_no_office_though_it_ends_like_one() -> None:
    text = (
        "25. 작은도서관 조성\n\n■ 정책개요\n- 도서관 조성\n\n■ 담당부서\n- 도로과 과장 홍길동 ☎ 4198\n\n"
        "■ 기대효과\n- 삶의 질 향상\n\n■ 추진계획\n- 부지 확보\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["department"], row["name"]) for row in rows["contacts"]] == [("도로과", "홍길동")]
    assert ("heading", "기대효과") in [(row["kind"], row["text"]) for row in rows["items"]]


def test_a_name_in_latin_letters_is_a_name_under_its_head(table: TableMaker) -> None:
    printed = table("담당부서 | 담당자 | 직급 | 전화", "국제교류과 | Smith John | 전문관 | 02-000-0001")
    assert people(table=printed) == [("국제교류과", "전문관", "Smith John", "02-000-0001")]


def test_the_department_of_a_team_may_begin_with_latin_letters() -> None:
    rows, _ = read("담당부서: AI정책과 데이터팀 홍길동")
    assert department_of(rows) == "AI정책과"


def test_an_amount_of_money_is_no_office() -> None:
    rows, _ = read("사업비 8,900백만원(국비 4,000) / 추진부서 농축수산과")
    assert [row["department"] for row in rows] == ["농축수산과"]


@pytest.mark.parametrize(
    "table",
    [
        "| 주관부서 | 협조부서 |\n|---|---|\n| 평생학습원 | 세무과 |",
        "주관부서\t협조부서\n평생학습원\t세무과",
        "## 담당부서\n\n주관부서\t협조부서\n평생학습원\t세무과",
        "## 담당부서\n\n주관부서    협조부서\n평생학습원  세무과",
        "| 구분 | 부서 | 직위 | 성명 |\n|---|---|---|---|\n| 주관 | 평생학습원 | 팀장 | 홍길동 |\n| 협조 | 세무과 | 주무관 | 김가나 |",
    ],
)
def test_an_office_that_only_helps_is_not_the_cards_though_it_alone_is_a_section(table: str) -> None:
    card = f"공약 25. 도서관\n\n## 정책개요\n\n- 도서관을 건립\n\n## 추진실적\n\n- 설계 완료: '19. 3.\n\n{table}\n"
    rows = convert_bytes(card.encode(), "card.md")
    assert [row["department"] for row in rows["contacts"]] == ["평생학습원", "세무과"]
    assert rows["cards"][0]["department"] == "평생학습원"


@pytest.mark.parametrize("sign", ["/", " / ", "·", ", "])
def test_roles_listed_beside_as_many_names_are_theirs_in_turn(table: TableMaker, sign: str) -> None:
    roles, names = sign.join(["과장", "팀장", "담당"]), sign.join(["홍길동", "김가나", "이다라"])
    assert people(table=table(f"담당부서 | 환경과 | {roles} | {names}")) == [
        ("환경과", "과장", "홍길동", None),
        ("환경과", "팀장", "김가나", None),
        ("환경과", "담당", "이다라", None),
    ]


@pytest.mark.parametrize("line", ["과장/팀장/담당: 홍길동/김가나/이다라", "과장·팀장·담당 홍길동·김가나·이다라"])
def test_roles_listed_before_as_many_names_are_theirs_in_turn(line: str) -> None:
    assert people(line) == [
        (None, "과장", "홍길동", None),
        (None, "팀장", "김가나", None),
        (None, "담당", "이다라", None),
    ]


def test_chiefs_of_two_offices_listed_before_their_names_keep_their_own_office() -> None:
    assert people("도로과장/교통과장 홍길동/김가나") == [
        ("도로과", "과장", "홍길동", None),
        ("교통과", "과장", "김가나", None),
    ]


@pytest.mark.parametrize(
    ("roles", "names"),
    [("과장/팀장/담당", ["홍길동", "김가나"]), ("과장·팀장", ["홍길동"]), ("과장, 팀장, 담당", ["홍길동", "김가나"])],
)
def test_more_roles_than_names_leave_the_roles_untold(table: TableMaker, roles: str, names: list[str]) -> None:
    for rows, issues in (
        read(f"환경과 {roles} {'/'.join(names)}"),
        read(table=table(f"담당부서 | 환경과 | {roles} | {'/'.join(names)}".replace("/", "//"))),
    ):
        told = [(row["department"], row["role"], row["name"]) for row in rows]
        assert told == [("환경과", None, name) for name in names]
        assert [issue.code for issue in issues] == ["contact.unreadable"]
        assert f"‘{roles}’" in issues[0].message


@pytest.mark.parametrize("below", ["^ | ^", " | "])
def test_heads_down_the_column_behind_an_office_say_what_stands_beside_them(table: TableMaker, below: str) -> None:
    rows = [
        "담당부서 | 도로과 | 직위 | 과장 | 팀장",
        f"{below} | 성명 | 홍길동 | 김가나",
        f"{below} | 전화 | 02-2670-3301 | 02-2670-3302",
    ]
    assert people(table=table(*rows)) == [
        ("도로과", "과장", "홍길동", "02-2670-3301"),
        ("도로과", "팀장", "김가나", "02-2670-3302"),
    ]


def test_heads_down_the_column_behind_a_label_of_all(table: TableMaker) -> None:
    rows = ["담당자 | 부서 | 도로과 | 공원과", "^ | 성명 | 홍길동 | 김가나", "^ | 연락처 | 3301 | 3302"]
    assert people(table=table(*rows)) == [("도로과", None, "홍길동", "3301"), ("공원과", None, "김가나", "3302")]


def test_roles_over_names_and_telephones_are_those_of_the_names(table: TableMaker) -> None:
    rows = [
        "담당부서 | 과장 | < | 팀장 | <",
        "^ | 성명 | 전화 | 성명 | 전화",
        "도로과 | 홍길동 | 2670-3301 | 김가나 | 2670-3302",
    ]
    assert people(table=table(*rows)) == [
        ("도로과", "과장", "홍길동", "2670-3301"),
        ("도로과", "팀장", "김가나", "2670-3302"),
    ]


@pytest.mark.parametrize("name", ["홍△△", "홍●●", "홍××", "김△나"])
def test_letters_of_a_name_may_be_hidden_by_other_signs(name: str) -> None:
    rows, _ = read(f"도로과 도로팀장 {name} (☎ 02-123-4567)")
    assert [(row["role"], row["name"], row["phone"]) for row in rows] == [("팀장", name, "02-123-4567")]
