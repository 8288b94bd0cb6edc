"""Options on a line of their own under their label."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

REST = "\n## 사업개요\n- 교체\n\n## 추진실적\n- 2019. 3. 설치\n"


def choices(text: str) -> list[tuple[str, str, str, bool | None]]:
    rows = convert_bytes(f"# 공약 7. 보안등\n\n{text}\n{REST}".encode())
    return [(row["field"], row["label_raw"], row["option"], row["checked"]) for row in rows["choices"]]


@pytest.mark.parametrize(
    "line", ["□ 중구 □ 정부·부산시 ■ 민간", "[ ] 중구 [ ] 정부·부산시 [v] 민간", "중구 / 정부·부산시 / **민간**"]
)
def test_the_first_option_is_no_label_though_nobody_knows_it(line: str) -> None:
    assert choices(f"사업주체\n{line}\n") == [
        ("lead", "사업주체", "중구", False),
        ("lead", "사업주체", "정부·부산시", False),
        ("lead", "사업주체", "민간", True),
    ]


def test_an_option_that_is_a_label_elsewhere_is_one_of_the_label_above_it() -> None:
    assert choices("임기목표\n□ 완료 □ 착수 ■ 기반조성\n") == [
        ("term", "임기목표", "완료", False),
        ("term", "임기목표", "착수", False),
        ("term", "임기목표", "기반조성", True),
    ]


def test_a_label_of_its_own_behind_a_box_stays_one() -> None:
    assert choices("사업주체\n□ 임기구분 ■ 임기내 □ 임기외\n") == [
        ("term", "임기구분", "임기내", True),
        ("term", "임기구분", "임기외", False),
    ]


def test_of_labels_one_below_the_other_the_last_is_not_that_of_the_options_below_them() -> None:
    text = "9. 전철 연장\n\n□ 사업개요\n- 위치: 옥정\n\n임기목표\n사업성격\n추진상태\n\n□ 완료 ☑ 착수 □ 기반조성\n☑ 신규 □ 계속\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["field"], row["option"], row["checked"]) for row in rows["choices"]] == [
        ("term", "완료", False),
        ("term", "착수", True),
        ("term", "기반조성", False),
        ("novelty", "신규", True),
        ("novelty", "계속", False),
    ]
