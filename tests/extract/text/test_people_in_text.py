"""Tables of people in charge whose cells a copy sets in lines. All persons are invented."""

from __future__ import annotations

from typing import Any

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.extract.text.tables.peopletable import read_people
from pledgecards.schemas.vocabulary import Vocabulary

BODY = """
□ 사업개요
○ 산책로 2km 조성
□ 추진계획
○ 설계 후 착공
□ 추진실적
○ 착공: 2019. 3. 5.
"""
THREE = [
    ("공원녹지과", "과장", "홍길동", "02-000-0001"),
    ("공원녹지과", "팀장", "김가나", "02-000-0002"),
    ("공원녹지과", "담당", "박라마", "02-000-0003"),
]


def read(text: str) -> dict[str, Any]:
    return convert_bytes(text.encode(), "card.txt")


def people(rows: dict[str, Any]) -> list[tuple[str | None, ...]]:
    return [(row["department"], row["role"], row["name"], row["phone"]) for row in rows["contacts"]]


def test_a_row_of_people_and_one_of_their_telephones_are_no_title() -> None:
    rows = read(
        "공약사업 실천계획\f걷고 싶은 둘레길 조성\n담당부서 공원녹지과\n과장 홍길동 팀장 김가나 담당 박라마\n"
        "전화 02-000-0001 전화 02-000-0002 전화 02-000-0003\n" + BODY
    )
    assert [card["title"] for card in rows["cards"]] == ["걷고 싶은 둘레길 조성"]
    assert people(rows) == THREE
    assert not any("홍길동" in item["text"] for item in rows["items"])


def test_fewer_telephones_than_people_in_a_row_are_nobodys_alone() -> None:
    rows = read(
        "걷고 싶은 둘레길 조성\n담당부서 공원녹지과\n과장 홍길동 팀장 김가나 담당 박라마\n"
        "전화 02-000-0001 전화 02-000-0002\n" + BODY
    )
    assert [person[2:] for person in people(rows)] == [("홍길동", None), ("김가나", None), ("박라마", None)]
    assert "contact.unreadable" in [issue["code"] for issue in rows["issues"]]


@pytest.mark.parametrize(
    "table",
    [
        # The office goes down both rows, and stands between the two.
        (
            "                   과장         홍길동         팀장        김가나          담당        박라마\n"
            " 담당부서   공원녹지과\n"
            "                   전화      02-000-0001    전화     02-000-0002    전화    02-000-0003\n"
        ),
        # It stands on the first row.
        (
            " 담당부서   공원녹지과  과장         홍길동         팀장        김가나          담당        박라마\n"
            "                   전화      02-000-0001    전화     02-000-0002    전화    02-000-0003\n"
        ),
        # Roles head columns, in which telephones stand below names.
        (
            "    담당부서                  과장                 팀장                  담당\n"
            "                          홍길동                김가나                  박라마\n"
            "   공원녹지과\n"
            "                      (02-000-0001)    (02-000-0002)           (02-000-0003)\n"
        ),
    ],
)
def test_people_in_columns_of_white_space_have_their_telephones(table: str) -> None:
    rows = read("                 걷고 싶은 둘레길 조성\n" + table + BODY)
    assert [card["title"] for card in rows["cards"]] == ["걷고 싶은 둘레길 조성"]
    assert people(rows) == THREE
    assert "table.unread" not in [issue["code"] for issue in rows["issues"]]


def test_people_one_cell_a_line_below_their_labels() -> None:
    cells = "공원녹지과\n홍길동\n(02-000-0001)\n김가나\n(02-000-0002)\n박라마\n(02-000-0003)\n"
    rows = read("걷고 싶은 둘레길 조성\n담당부서 과장 팀장 담당\n" + cells + BODY)
    assert [card["title"] for card in rows["cards"]] == ["걷고 싶은 둘레길 조성"]
    assert people(rows) == THREE


def test_two_names_below_one_role_are_no_row_of_people() -> None:
    """A column with two names and one telephone does not say whose it is."""
    table = (
        "    담당부서                  과장                 팀장                  담당\n"
        "                          홍길동                김가나                  박라마\n"
        "   공원녹지과                                  이다라\n"
        "                      (02-000-0001)    (02-000-0002)           (02-000-0003)\n"
    )
    found = people(read("걷고 싶은 둘레길 조성\n\n" + table + BODY))
    assert ("공원녹지과", "팀장", "이다라", "02-000-0002") not in found
    assert ("공원녹지과", "팀장", "김가나", "02-000-0002") not in found


def test_a_signature_below_deeds_is_no_deed() -> None:
    rows = read("걷고 싶은 둘레길 조성\n" + BODY + "\n공원녹지과 / 김가나 / 02-000-0001\n")
    assert [event["label"] for event in rows["events"]] == ["착공"]
    assert people(rows) == [("공원녹지과", None, "김가나", "02-000-0001")]
    told = read("걷고 싶은 둘레길 조성\n" + BODY + "\n김가나 / 공원녹지과 / 02-000-0001\n")
    assert [event["label"] for event in told["events"]] == ["착공"]
    assert "contact.unreadable" in [issue["code"] for issue in told["issues"]]


def test_an_office_its_users_and_their_number_are_no_signature() -> None:
    rows = read("걷고 싶은 둘레길 조성\n" + BODY + "\n○ 문화센터 이용자 3만명\n")
    assert [event["label"] for event in rows["events"]] == ["착공", "문화센터 이용자 3만명"]


LABELS, CELLS = (
    ["부서", "과장", "팀장", "담당", "전화번호"],
    ["공원녹지과", "홍길동", "김가나", "박라마", "02-000-0003"],
)


@pytest.mark.parametrize(
    "table",
    [
        " ".join(LABELS) + "\n" + " ".join(CELLS),
        "\n".join(LABELS + CELLS),
        "\n\n".join(LABELS + CELLS),
        " | ".join(LABELS) + "\n" + " | ".join(CELLS),
    ],
    ids=["a line of labels and one of cells", "a line each", "a line each, blank ones between", "bare bars"],
)
def test_people_that_follow_their_labels_in_turn(table: str) -> None:
    rows = read("3. 걷고 싶은 둘레길 조성\n" + BODY + "□ 담당부서\n" + table + "\n")
    assert people(rows) == [(*person[:3], person[3] if person[1] == "담당" else None) for person in THREE]


def test_people_fewer_than_their_labels_get_no_role_in_turn() -> None:
    rows = read(
        "3. 걷고 싶은 둘레길 조성\n" + BODY + "□ 담당부서\n" + "\n".join([*LABELS, *CELLS[:3], CELLS[4]]) + "\n"
    )
    assert not any(role for _, role, _, _ in people(rows))
    assert "contact.unreadable" in [issue["code"] for issue in rows["issues"]]


def test_the_label_of_a_title_below_an_office_is_nobodys_name() -> None:
    rows = read("담당부서\n공원녹지과\n공약명\n걷고 싶은 둘레길 조성\n" + BODY)
    assert [person[2] for person in people(rows)] == [None]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("담당자 : 홍길동, 김가나", [(None, "담당자", "홍길동", None), (None, "담당자", "김가나", None)]),
        (
            "담당 : 홍길동 과장, 김가나 팀장(3525)",
            [(None, "과장", "홍길동", None), (None, "팀장", "김가나", "3525")],
        ),
        ("담당부서(담당자) : 도시재생과(홍길동)", [("도시재생과", None, "홍길동", None)]),
        ("담당부서/담당자 : 도시재생과 / 홍길동", [("도시재생과", None, "홍길동", None)]),
        ("담당부서(팀) : 도시재생과(재생팀)", [("재생팀", None, None, None)]),
        (
            "담당부서 : 도시재생과\n담 당 자 : 홍 길 동\n전    화 : 2670-3525",
            [("도시재생과", "담당자", "홍길동", "2670-3525")],
        ),
    ],
)
def test_labels_and_lists_of_people_in_lines(lines: str, expected: list[tuple[str | None, ...]]) -> None:
    rows = read(f"공약 25. 둘레길 조성\n{lines}\n{BODY}")
    assert people(rows) == expected


@pytest.mark.parametrize(
    "line",
    [
        "전화 : 2670-3525",
        "팀장 : 김가나",
        "이메일 : gana@korea.kr",
        "팩스 : 2670-1111",
        "대상지 : 문래동",
        "규모 : 2km",
    ],
)
def test_what_a_label_and_a_colon_say_below_a_numbered_title_is_no_title(line: str) -> None:
    rows = read(f"공약 25. 둘레길 조성\n담당부서 : 도시재생과\n담당자 : 홍길동\n{line}\n{BODY}")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(25, "둘레길 조성")]


def test_a_labelled_title_below_a_numbered_line_stays_the_title() -> None:
    rows = read(f"12. 안전한 도시\n공약명 : 둘레길 조성\n{BODY}")
    assert [card["title"] for card in rows["cards"]] == ["둘레길 조성"]


def test_cards_of_a_book_have_their_numbered_titles_over_fields_that_nobody_knows() -> None:
    rows = read(
        f"1. 둘레길 조성\n담당부서 : 공원과\n대상지 : 문래동\n{BODY}\n"
        f"2. 안전 도시 : 골목 방범창 설치\n담당부서 : 안전과\n규모 : 20곳\n{BODY}"
    )
    assert [(card["pledge_no"], card["title"], card["department"]) for card in rows["cards"]] == [
        (1, "둘레길 조성", "공원과"),
        (2, "안전 도시 : 골목 방범창 설치", "안전과"),
    ]


FIGURES = [["구분", "단위", "실적", "2018년", "2019년"], ["산책로", "km", "2", "1", "2"]]
CHARGE = ["담당부서", "공원녹지과장 홍길동 ☎ 02-000-0001", "담당 박라마 ☎ 02-000-0003"]


@pytest.mark.parametrize("form", ["tabs", "bars", "markdown", "html", "drawn"])
def test_right_below_a_table_of_figures_their_row_is_none_of_it(form: str) -> None:
    bars = ["| " + " | ".join(row) + " |" for row in (*FIGURES, CHARGE)]
    rows = [f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in (*FIGURES, CHARGE)]
    text = {
        "tabs": "\n".join("\t".join(row) for row in (*FIGURES, CHARGE)),
        "bars": "\n".join(bars),
        "markdown": "\n".join([bars[0], "|---|---|---|---|---|", bars[1], bars[2], "|:--|:-:|---|"]),
        "html": f"<table>{''.join(rows[:2])}</table>\n<table>\n{rows[2]}\n</table>",
        "drawn": (
            "+------+------+------+\n| 구분 | 2018 | 2019 |\n+------+------+------+\n| 거리 |    1 |    2 |\n+------+------+------+\n"
            "+----------+-----------------------------------+---------------------------+\n"
            "| 담당부서 | 공원녹지과장 홍길동 ☎ 02-000-0001 | 담당 박라마 ☎ 02-000-0003 |\n"
            "+----------+-----------------------------------+---------------------------+\n"
        ),
    }[form]
    read_rows = read(f"1. 둘레길 조성\n{BODY}\n□ 실적표\n{text}\n")
    assert people(read_rows) == [THREE[0], ("공원녹지과", *THREE[2][1:])]
    assert {row["project"] for row in read_rows["indicators"]} <= {"산책로", "거리"}


def test_a_table_of_values_parted_by_commas_keeps_their_telephones() -> None:
    rows = "\n".join(",".join(person) for person in THREE)
    assert people(read(f"1. 둘레길 조성\n{BODY}\n□ 담당부서\n부서,직위,성명,전화\n{rows}\n")) == THREE


@pytest.mark.parametrize("label", [0, 1, 2])
def test_a_drawn_row_whose_cells_go_over_lines_is_one_row_wherever_its_label_stands(label: int) -> None:
    cells = [["공원녹지과장", "홍길동 ☎", "0001"], ["담당 박라마", "☎ 0003 담당", "이다라 ☎ 0004"]]
    rows = zip(*cells, strict=True)
    lines = [f"|{'담당부서' if at == label else '':8}|{one:12}|{other:14}|" for at, (one, other) in enumerate(rows)]
    border = "+--------+------------+--------------+"
    found = people(read("\n".join(["1. 둘레길 조성", BODY, "□ 담당부서", border, *lines, border, ""])))
    assert [(name, phone) for _, _, name, phone in found] == [
        ("홍길동", "0001"),
        ("박라마", "0003"),
        ("이다라", "0004"),
    ]


def test_words_below_labels_of_people_with_single_spaces_are_a_table() -> None:
    text = "소요예산\n(단위: 백만원)\n재원 계 2018년 2019년\n국비 30 10 20\n성명 직위 부서 전화\n홍길동 과장 공원과 749-3114\n김가나 팀장 조성팀 3115\n"
    rows = convert_bytes(f"12. 공원 조성\n- 임기구분 ■ 임기내 □ 임기외\n{text}".encode(), "card.txt")["contacts"]
    assert [(row["department"], row["role"], row["name"], row["phone"]) for row in rows] == [
        ("공원과", "과장", "홍길동", "749-3114"),
        ("조성팀", "팀장", "김가나", "3115"),
    ]


@pytest.mark.parametrize(
    "row",
    ["홍길동 과장 공원과", "홍길동 과장 공원과 3개", "꽃시장 과장 공원과 3114", "홍길동 과장 공원과 749-3114 6월"],
)
def test_words_that_are_not_what_the_labels_say_are_no_table(row: str) -> None:
    lines = split_lines(f"성명 직위 부서 전화\n{row}\n")
    assert read_people(lines, 0, Vocabulary.standard()) is None
