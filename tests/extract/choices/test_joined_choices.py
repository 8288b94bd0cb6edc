"""Choices behind one another whose own labels nobody knows."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

BODY = "\n□ 사업개요\n ○ 보도 설치\n□ 추진실적\n ○ 2019. 5. 10. 착수\n□ 담당부서\n 교통행정과 과장 홍길동\n"
FIRST = [("term", "임기구분", "임기내", True), ("term", "임기구분", "임기후", False)]


def read(block: str) -> list[tuple[object, ...]]:
    rows = convert_bytes(f"12. 통학로 조성\n\n{block}\n{BODY}".encode(), "card.txt")
    return [tuple(row[name] for name in ("field", "label_raw", "option", "checked")) for row in rows["choices"]]


@pytest.mark.parametrize(
    "block",
    [
        "임기구분 ■ 임기내 □ 임기후 새로움 ■ 신규 □ 지속",
        "임기구분: ■ 임기내 □ 임기후 - 새로움 ■ 신규 □ 지속",
        "임기구분: 임기내 ■ 임기후 □ 새로움 : 신규 ■ 지속 □",
        "임기구분: ■ 임기내 □ 임기후 / 새로움 : ■ 신규 □ 지속",
    ],
)
def test_the_unknown_label_behind_an_option_begins_another_choice(block: str) -> None:
    assert read(block) == [*FIRST, ("novelty", "새로움", "신규", True), ("novelty", "새로움", "지속", False)]


def test_so_it_does_before_options_that_nobody_knows_or_that_the_first_knows_as_well() -> None:
    assert read("임기구분 ■ 임기내 □ 임기후 난이도 ■ 상 □ 중 □ 하") == [
        *FIRST,
        ("other", "난이도", "상", True),
        ("other", "난이도", "중", False),
        ("other", "난이도", "하", False),
    ]
    assert read("임기구분 ■ 임기내 □ 임기후 걸음 □ 추진중 ■ 완료")[2:] == [
        ("stage", "걸음", "추진중", False),
        ("stage", "걸음", "완료", True),
    ]


@pytest.mark.parametrize("last", ["□ 민간 □ 기타", "□ 협력 □ 위탁"])
def test_an_option_of_two_words_among_its_own_stays_one(last: str) -> None:
    found = read(f"사업주체 ■ 자체 □ 국가 공모 {last}")
    assert [row[2] for row in found][:2] == ["자체", "국가 공모"]
    assert len(found) == 4


def test_a_known_option_of_two_words_ends_in_no_label() -> None:
    found = read("완료시기 ■ 임기 내 완료 □ 임기 후 완료 □ 계속 추진 ■ 단기")
    assert [row[2] for row in found] == ["임기 내 완료", "임기 후 완료", "계속 추진", "단기"]
