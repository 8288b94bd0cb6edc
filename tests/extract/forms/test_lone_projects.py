"""Tables of one project under the heading of a section: no head of another card."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.convert import Rows, convert_bytes
from pledgecards.extract.forms.lone_projects import fields_below
from pledgecards.extract.page import Line, Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Match, Vocabulary

MILLION = 1_000_000


def read(*blocks: str) -> Rows:
    return convert_bytes("\n\n".join(blocks).encode(), "card.txt")


HEAD = ("12. 걷고 싶은 거리 조성", "□ 사업개요", "○ 위치 : 중앙동 일원", "□ 추진계획", "○ 주민 의견을 들어 시행")
TAIL = ("□ 기대효과", "○ 주민 생활이 편리해짐", "□ 담당부서", "○ 도로과 도로팀 홍길동 (02-123-4567)")


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("소요예산", "사업명\t사업비\n보도 정비\t300백만원"),
        ("추진실적", "사업명\t추진상황\n보도 정비\t2019. 3. 착공"),
        ("세부사업", "세부사업명\t사업량\t사업비\n보도 정비\t1식\t300백만원"),
        ("확인지표", "과제명\t목표\n보도 정비\t3개소"),
    ],
    ids=["budget", "performance", "projects", "indicators"],
)
def test_what_follows_is_of_the_same_card(heading: str, table: str) -> None:
    rows = read(*HEAD, f"□ {heading}", table, *TAIL)
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(12, "걷고 싶은 거리 조성")]
    assert [contact["phone"] for contact in rows["contacts"]] == ["02-123-4567"]
    assert "text.outside" not in {issue["code"] for issue in rows["issues"]}


@pytest.mark.parametrize("above", ["○ 총사업비 : 300백만원", "○ 세부사업 내역"])
def test_so_it_is_below_a_line_of_the_section(above: str) -> None:
    rows = read(*HEAD, "□ 소요예산", above, "사업명\t사업비\n보도 정비\t300백만원", *TAIL)
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(12, "걷고 싶은 거리 조성")]
    assert [row["project"] for row in rows["budget"]] == ["보도 정비"]


def test_its_money_is_of_the_project() -> None:
    rows = read(*HEAD, "□ 소요예산", "(단위: 백만원)", "사업명\t사업비\n보도 정비\t300", *TAIL)
    assert [(row["project"], row["amount_won"]) for row in rows["budget"]] == [("보도 정비", 300 * MILLION)]


@pytest.mark.parametrize(
    ("heading", "label"), [("□ 소요예산", "공약명"), ("□ 사업개요", "사업명")], ids=["a pledge's", "under no title"]
)
def test_else_it_is_the_form_of_a_card(heading: str, label: str, table: Callable[..., Table]) -> None:
    form = table(f"{label} | 담당부서", "골목 주차장 | 도로과")
    above = [Piece("line", Place(), 4, Line(text, Place())) for text in ("○ 위치 : 중앙동", heading)]
    assert fields_below(form, above, Vocabulary.standard())


def test_so_it_is_where_forms_begin_the_cards(table: Callable[..., Table]) -> None:
    form = table("사업명 | 담당부서", "골목 주차장 | 도로과")
    lines = ("12. 걷고 싶은 거리 조성", "□ 사업개요", "○ 위치 : 중앙동")
    above = [Piece("line", Place(), 4, Line(text, Place())) for text in lines]
    assert fields_below(form, above, Vocabulary.standard()) is None
    for label, is_form in (("사업명", True), ("공약명", False)):
        first = Piece("title", Place(), 4, Line("공원 정비", Place()), match=Match("title_labels", label, 100.0))
        assert (fields_below(form, [first, *above[1:]], Vocabulary.standard()) is not None) == is_form


def test_under_the_overview_below_the_cards_own_title_it_is_a_part() -> None:
    table = "사업명\t위치\t사업비\n보도 정비\t중앙동\t300백만원"
    [card] = read(HEAD[0], "□ 사업개요", table, *HEAD[3:], *TAIL)["cards"]
    assert (card["pledge_no"], card["title"]) == (12, "걷고 싶은 거리 조성")
