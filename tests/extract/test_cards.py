"""Where a card's head begins, and what stands beside its title."""

from __future__ import annotations

from typing import Any

from pledgecards.convert import Rows, convert_bytes


def read(text: str) -> Rows:
    return convert_bytes(text.encode())


def titles(rows: Rows) -> list[Any]:
    return [card["title"] for card in rows["cards"]]


BODY = "□ 임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"


def test_people_may_stand_between_the_title_and_the_body() -> None:
    rows = read("공약 7. 보안등 교체\n담당부서: 건설과 (☎ 000-0000)\n" + BODY)
    assert titles(rows) == ["보안등 교체"]
    assert [row["department"] for row in rows["contacts"]] == ["건설과"]


def test_people_at_the_end_of_a_card_are_not_the_next_ones() -> None:
    last = "담당부서: 건설과 (☎ 000-0000)\n\n"
    rows = read("공약 7. 보안등 교체\n" + BODY + last + "공약 8. 도로 정비\n" + BODY + last.replace("건설과", "도로과"))
    assert titles(rows) == ["보안등 교체", "도로 정비"]
    assert [card["department"] for card in rows["cards"]] == ["건설과", "도로과"]


def test_a_numbered_title_begins_a_card_after_a_short_one() -> None:
    body = "□ 사업개요\n ○ 내용: 정비\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n□ 향후계획\n ○ 점검: 2020. 5.\n"
    rows = read("공약 1. 하천 정비\n" + body + "\n공약 2. 공원 정비\n" + body + "\n공약 3. 도로 정비\n" + body)
    assert titles(rows) == ["하천 정비", "공원 정비", "도로 정비"]


def test_the_name_of_the_document_is_no_title_but_names_the_body() -> None:
    rows = read("대구광역시 중구 공약사업 관리카드\n\n공약 7. 보안등 교체\n" + BODY)
    assert titles(rows) == ["보안등 교체"]
    assert rows["cards"][0]["municipality"] == "대구광역시 중구"


def test_a_title_under_its_label() -> None:
    assert titles(read("공약명\n보안등 교체\n\n" + BODY)) == ["보안등 교체"]


def test_two_choices_in_a_line_each_behind_its_bracketed_label() -> None:
    rows = read(
        "공약 7. 보안등 교체\n[임기구분] ■ 임기내 □ 임기외  [예산구분] □ 예산 ■ 비예산\n□ 사업개요\n ○ 정비\n□ 추진실적\n ○ 설치\n"
    )
    checked = [(row["field"], row["option"]) for row in rows["choices"] if row["checked"]]
    assert checked == [("term", "임기내"), ("budgeted", "비예산")]


def test_a_bullet_with_a_sections_name_heads_none_inside_that_section() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY.replace("○ 내용: 보안등 교체", "○ 주요내용\n   - 보안등 교체"))
    [item] = [item for item in rows["items"] if item["text"] == "주요내용"]
    assert (item["kind"], item["section"]) == ("bullet", "overview")


def test_cells_scattered_line_by_line_are_said() -> None:
    cells = "구분\n계\n2018년\n2019년\n계\n300\n100\n200"
    rows = read("공약 7. 보안등 교체\n" + BODY + "□ 소요예산\n(단위: 백만원)\n" + cells + "\n")
    assert rows["budget"] == []
    assert "table.unread" in {issue["code"] for issue in rows["issues"]}
