"""Choices of a text whose cells go on in the next line."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.text.lines.choicebreaks import with_whole_choices
from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()

REST = "\n□ 정책개요\n ○ 도서관을 만든다\n\n□ 추진실적\n ○ 개관 : 2019. 3. 4.\n"


def whole(text: str) -> list[str]:
    return [line.text for line in with_whole_choices(split_lines(text), WORDS)]


def choices(block: str) -> list[tuple[str, str, bool | None]]:
    rows = convert_bytes(f"공약 12. 도서관 확충\n\n{block}\n{REST}".encode())
    assert rows["documents"][0]["text_coverage"] == 1.0
    return [(row["field"], row["option"], row["checked"]) for row in rows["choices"]]


BROKEN = [
    ("term", "임기내", False),
    ("term", "임기후", True),
    ("novelty", "신규", True),
    ("novelty", "지속", False),
    ("budgeted", "예산", True),
    ("budgeted", "비예산", False),
    ("horizon", "단기", False),
    ("horizon", "장기", True),
]


@pytest.mark.parametrize(
    "block",
    [
        # A mark at the end of its line, its option below.
        (
            "  임기구분     □ 임기내 ■     신규여부     ■ 신규\n"
            "               임기후                      □ 지속\n"
            "  예산구분     ■ 예산 □       사업시기     □ 단기\n"
            "               비예산                      ■ 장기"
        ),
        # Labels in two.
        (
            "  임기구      □ 임기내      신규여    ■ 신규 □\n"
            "  분          ■ 임기후      부        지속\n"
            "  예산구      ■ 예산        사업시    □ 단기 ■\n"
            "  분          □ 비예산      기        장기"
        ),
        # Both in a drawn table.
        (
            "+--------+------------+--------+--------+\n"
            "| 임기구 | □ 임기내 ■ | 신규여 | ■ 신규 |\n"
            "| 분     | 임기후     | 부     | □ 지속 |\n"
            "+--------+------------+--------+--------+\n"
            "| 예산구 | ■ 예산 □   | 사업시 | □ 단기 |\n"
            "| 분     | 비예산     | 기     | ■ 장기 |\n"
            "+--------+------------+--------+--------+"
        ),
        # At the margin.
        "임기구분 □ 임기내 ■\n임기후\n신규여부\n■ 신규 □\n지속\n예산구분  ■ 예산 □\n비예산\n사업시기 □ 단기 ■\n장기",
    ],
)
def test_choices_that_go_on_in_the_next_line_keep_their_labels(block: str) -> None:
    assert choices(block) == BROKEN


@pytest.mark.parametrize(
    "text",
    [
        "임기내 □ 임기후 ■\n완료",  # a mark behind each option: none is left open
        "임기구분 □ 임기내 ■ 임기후\n완료",
        "  임기구분  □ 임기내 ■\n      임기후    신규",  # below nothing of the line above
        "  추진실적   ■ 완료\n  분         착공",
        "임기구분 □ 임기내 ■\n\n임기후",
    ],
)
def test_lines_that_do_not_surely_go_on_stay(text: str) -> None:
    assert whole(text) == text.split("\n")


def test_words_over_the_first_name_of_a_row_cut_off_from_the_line_above_are_of_no_row() -> None:
    """`임기후` stands between two rows; without an open mark nobody can tell of which."""
    block = (
        "  임기구분     □ 임기내       신규여부     ■ 신규 □ 지속\n"
        "               ■ 임기후\n"
        "  예산구분     ■ 예산         사업시기     □ 단기 ■ 장기\n"
        "               □ 비예산"
    )
    told = choices(block)
    assert ("budgeted", "임기후", True) not in told and ("budgeted", "임기내", False) not in told


def test_words_over_the_first_name_below_a_blank_line_are_of_its_row() -> None:
    block = (
        "                          소관부\n관리번호           4               복지과\n                          서\n\n"
        "           ( ) 국가 ( ) 도 (○)     예산구           (○) 예산 ( )\n사업주체\n"
        "                   군                분           비예산"
    )
    rows = convert_bytes(f"공약 12. 도서관 확충\n\n{block}\n{REST}\f".encode())
    told = [(row["field"], row["option"], row["checked"]) for row in rows["choices"]]
    assert ("lead", "군", True) in told and ("lead", "국가", False) in told and ("budgeted", "예산", True) in told


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- 사업주체 가람시 / **정부·전라남도** /", "민간"),
        ("- 이행단계 여론수렴 / 타당성분석", "/ **추진중** / 완료(지속)"),
        ("이행단계: ☐ 여론수렴 ☐ 타당성분석", "☑ 추진중 ☐ 완료(지속)"),
    ],
)
def test_options_that_go_on_below_are_of_the_same_choice(above: str, below: str) -> None:
    assert whole(f"{above}\n{below}") == [f"{above} {below}"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- 사업시기 단기 / 중기 /", "민간"),
        ("- 사업시기 단기 / 중기", "장기"),
        ("- 추진 방향 단기 / 중기 /", "장기"),
        ("이행단계", "☑ 추진중 ☐ 완료"),
        ("임기구분: ☑ 임기내 ☐ 임기외", "☐ 단기 ☑ 장기"),
    ],
)
def test_what_may_be_of_another_choice_stays_below(above: str, below: str) -> None:
    assert whole(f"{above}\n{below}") == [above, below]
