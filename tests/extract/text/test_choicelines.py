"""Choices at the top of a page, in texts as pdftotext sets them: they go on no table of the page before."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.text.lines.choicelines import has_choices
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()

FIRST = """  2              역사축제 세계화                  문화관광과

   임기구분     ◉ 임기내 ○ 임기외      신규여부     ○ 신규 ◉ 지속

사업개요
• 매년 10월(3일간)

추진부서
문화관광과장 홍길동(02-000-0001)
"""
SECOND = """  3              어르신 일자리 창출                  고령친화과


   임기구분     ○ 임기내 ◉ 임기외      신규여부     ◉ 신규 ○ 지속
   이행단계     ○ 여론수렴 ◉ 추진중    사업시기     ◉ 단기 ○ 장기

사업개요
• 공익형 일자리 확대

추진부서
고령친화과장 김가나(02-000-0002)
"""


def test_a_card_at_the_top_of_a_page_is_none_of_the_people_of_the_card_before() -> None:
    rows = convert_bytes(f"서울특별시 종로구\n{FIRST}\f{SECOND}".encode(), "book.txt")
    assert [(card["pledge_no"], card["title"], card["term"], card["novelty"]) for card in rows["cards"]] == [
        (2, "역사축제 세계화", "임기내", "지속"),
        (3, "어르신 일자리 창출", "임기외", "신규"),
    ]
    assert [(who["role"], who["name"]) for who in rows["contacts"]] == [("과장", "홍길동"), ("과장", "김가나")]


@pytest.mark.parametrize(
    "line",
    [
        "  공원 정비        ○         ○         ●",  # marks of a schedule
        "  이행단계        설계       착공       준공",  # without marks
        "  추진 실적은 임기구분에 따라 ○ ● 로 적는다",
    ],
)
def test_what_is_no_choice_may_go_on_a_table(line: str) -> None:
    assert not has_choices([line], WORDS)


def test_marked_options_between_wide_gaps_below_their_label_are_no_table() -> None:
    text = (
        "79. 공유부엌 정비\n\n추진시기\n[ ] 단기   [ ] 중기   [v]장기\n\n시행주체\n[ ] 구   [v]시   [ ] 민간\n\n"
        "이행단계\n[v]준비   [ ] 추진중   [ ] 완료\n\n◆ 공약개요\n○ 환경 개선\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(card["horizon"], card["lead"], card["stage"]) for card in rows["cards"]] == [("장기", "시", "준비")]
    assert len(rows["choices"]) == 9


def test_the_blanks_in_empty_brackets_part_no_columns() -> None:
    text = (
        "60. 체육관 정비\n\n사업유형  (V)신규 / (  )지속\n추진시기  (V)단기 / (  )중기 / (  )장기\n"
        "시행주체  (  )구 / (V)시 / (  )정부 / (  )민간\n이행단계  (V)준비 / (  )추진중 / (  )완료\n\n■ 사업개요\n- 정비\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert [choice["option"] for choice in rows["choices"]] == [
        *("신규", "지속", "단기", "중기", "장기", "구", "시", "정부", "민간", "준비", "추진중", "완료"),
    ]
    assert [choice["option"] for choice in rows["choices"] if choice["checked"]] == ["신규", "단기", "시", "준비"]


@pytest.mark.parametrize("form", ["- 임기구분 : {}", "임기구분: {}", "임기구분 :\t{}", "임기구분\t{}"])
@pytest.mark.parametrize(
    ("options", "checked"),
    [("■ 임기내\t□ 임기외", [True, False]), ("임기내\t**임기외**", [False, True]), ("임기내\t임기외", [None, None])],
)
def test_options_that_tabs_part_are_those_of_the_label_before_them(
    form: str, options: str, checked: list[bool | None]
) -> None:
    other = form.replace("임기구분", "신규여부").format("■ 신규\t□ 지속")
    text = f"25. 주차장 조성\n\n{form.format(options)}\n{other}\n\n□ 사업개요\n - 위치: 가람동\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["label_raw"], row["option"], row["checked"]) for row in rows["choices"]][:2] == [
        ("임기구분", option, told) for option, told in zip(("임기내", "임기외"), checked, strict=True)
    ]
