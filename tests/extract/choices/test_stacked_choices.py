"""Options one below the other."""

from __future__ import annotations

import pytest

from pledgecards.convert import Rows, convert_bytes

REST = "\n## 사업개요\n- 교체\n\n## 추진실적\n- 2019. 3. 설치\n"


def choices(text: str) -> list[tuple[str, str, str, bool | None]]:
    rows: Rows = convert_bytes(f"# 공약 7. 보안등\n\n{text}\n{REST}".encode())
    assert rows["documents"][0]["text_coverage"] == 1.0
    return [(row["field"], row["label_raw"], row["option"], row["checked"]) for row in rows["choices"]]


@pytest.mark.parametrize("lines", ["- [x] 임기내\n- [ ] 임기후", "☑ 임기내\n☐ 임기후", "1. (○) 임기내\n2. ( ) 임기후"])
def test_options_below_their_label(lines: str) -> None:
    told = [("term", "임기구분", "임기내", True), ("term", "임기구분", "임기후", False)]
    assert choices(f"임기구분\n{lines}\n") == told


def test_options_without_a_label() -> None:
    assert choices("- [ ] 신규\n- [x] 계속\n") == [("novelty", "", "신규", False), ("novelty", "", "계속", True)]


@pytest.mark.parametrize("lines", ["- 임기내\n- 임기후", "□ 신규\n□ 계속", "☑ 임기내\n☐ 다른 것", "☑ 임기내"])
def test_lines_that_are_no_choice(lines: str) -> None:
    assert choices(f"{lines}\n") == []


def test_an_option_alone_below_its_choice_goes_on_in_it() -> None:
    card = "공약 7. 보안등\n임기구분  임기내 ■\n          임기외 □\n신규여부: ☐ 신규\n          ☑ 지속\n\n■ 추진실적\n - 설치: 2019. 3.\n"
    rows = convert_bytes(card.encode(), "card.txt")["choices"]
    assert [(row["field"], row["option"], row["checked"]) for row in rows] == [
        ("term", "임기내", True),
        ("term", "임기외", False),
        ("novelty", "신규", False),
        ("novelty", "지속", True),
    ]


def test_options_that_say_something_of_themselves_stand_round_their_label() -> None:
    card = "공약 7. 보안등\n         ■ 예산 : 12억원 (국비 6, 시비 6)\n예산구분\n         □ 비예산\n\n■ 추진실적\n - 설치: 2019. 3.\n"
    rows = convert_bytes(card.encode(), "card.txt")["choices"]
    assert [(row["field"], row["option"], row["checked"]) for row in rows] == [
        ("budgeted", "예산 : 12억원 (국비 6, 시비 6)", True),
        ("budgeted", "비예산", False),
    ]


def test_options_at_the_end_of_a_file() -> None:
    text = "7. 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n임기구분\n- [x] 임기내\n- [ ] 임기후\n"
    rows = convert_bytes(text.encode())["choices"]
    assert [(row["field"], row["option"], row["checked"]) for row in rows] == [
        ("term", "임기내", True),
        ("term", "임기후", False),
    ]


def test_options_a_line_each_with_their_marks_in_a_column_of_their_own() -> None:
    text = "이행시기   임기내   ○\n           임기후\n신규여부   신규\n           지속    ○\n"
    assert choices(text) == [
        ("term", "이행시기", "임기내", True),
        ("term", "이행시기", "임기후", False),
        ("novelty", "신규여부", "신규", False),
        ("novelty", "신규여부", "지속", True),
    ]


def test_what_another_field_knows_is_no_option_left() -> None:
    told = choices("이행시기   임기내   ○\n           신규\n")
    assert ("term", "이행시기", "신규", False) not in told


def test_marks_before_the_options_in_columns_of_their_own_are_not_taken_for_those_behind() -> None:
    assert ("term", "이행시기", "임기내", False) not in choices("이행시기   ☑   임기내   ☐   임기후\n")
