"""One sign printed for another: a card says the same, whichever of them its typist's keyboard had."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from pledgecards.convert import Rows, convert_bytes
from pledgecards.schemas.notation import APOSTROPHES, COLONS, MIDDOTS, TELEPHONES, TILDES

CARDS = Path(__file__).parents[1] / "samples" / "cards"
FULL_WIDTH = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in "0123456789().,%[]"})
NO_VALUES = ("documents", "issues")
"""What these tables say of a file quotes its texts, and its size."""


def plain(value: object) -> object:
    """A value with one sign for all that stand for it, and without spaces."""
    if not isinstance(value, str):
        return value
    for sign, others in (("'", APOSTROPHES), ("~", TILDES), ("·", MIDDOTS), (":", COLONS), ("☎", TELEPHONES)):
        value = "".join(sign if letter in others else letter for letter in value)
    return unicodedata.normalize("NFKC", value).replace(" ", "")


def values(text: str) -> Rows:
    rows = convert_bytes(text.encode(), "card.txt")
    return {
        table: [{name: plain(value) for name, value in row.items() if not name.endswith("_id")} for row in part]
        for table, part in rows.items()
        if table not in NO_VALUES
    }


@pytest.fixture(scope="module", params=["text-1", "pipe-text-1", "layout-text-1"])
def card(request: pytest.FixtureRequest) -> str:
    return (CARDS / f"{request.param}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("usual", "sign"),
    [
        *(("'", sign) for sign in "’‘`´′＇ʼ"),
        *(("~", sign) for sign in "∼～〜∽"),
        *(("·", sign) for sign in "ㆍᆞ‧・･∙⋅"),
        *((":", sign) for sign in "：∶"),
    ],
)
def test_any_sign_for_another_gives_the_same_rows(card: str, usual: str, sign: str) -> None:
    assert values(card.replace(usual, sign)) == values(card)


def test_figures_and_signs_of_full_width_give_the_same_rows_and_stay_in_what_is_raw() -> None:
    # Bars part its columns: those that blanks part would be set otherwise.
    card = (CARDS / "pipe-text-1.txt").read_text("utf-8")
    wide = card.translate(FULL_WIDTH)
    assert values(wide) == values(card)
    raws = [row["date_raw"] for row in convert_bytes(wide.encode(), "card.txt")["events"] if row["date_raw"]]
    assert raws
    assert not any(any(sign.isdecimal() and sign.isascii() for sign in raw) for raw in raws)


def test_a_section_called_with_the_dot_of_a_korean_keyboard_is_known() -> None:
    text = "12. 마을 도서관 건립\n■ 정부ㆍ새벌시 도움 (권한 명확성)\n - 사업비 지원\n■ 추진실적\n - 개관: '19. 3. 4.\n"
    items = convert_bytes(text.encode(), "card.txt")["items"]
    assert [(row["kind"], row["section"]) for row in items[:2]] == [("heading", "support"), ("bullet", "support")]


def test_the_colon_of_a_symbol_table_parts_a_deed_from_its_day() -> None:
    text = "12. 마을 도서관 건립\n■ 추진실적\n - 개관∶ '19. 3. 4.\n■ 소요예산\n - 총사업비∶ 5억원\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [(row["label"], str(row["start"])) for row in rows["events"]] == [("개관", "2019-03-04")]


@pytest.mark.parametrize("bullet", "○◦ㅇo❍")
def test_any_bullet_before_the_fields_of_a_card_leaves_its_head_alone(bullet: str) -> None:
    text = (
        f"공약사업 실천계획서\n\n{bullet} 공약명 : 작은 숲 만들기      {bullet} 관리번호 : 41\n{bullet} 추진부서 : 공원녹지과\n"
        f"{bullet} 완료시기 : ■임기내 □임기후\n\n1. 추진실적\n {bullet} 2호 숲 조성: '19. 3. 4.\n"
    )
    (card,) = convert_bytes(text.encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["title"], card["term"]) == (41, "작은 숲 만들기", "임기내")


@pytest.mark.parametrize("ring", "○◦ㅇ")
def test_a_ring_beside_a_full_one_is_an_option_that_is_not_checked(ring: str) -> None:
    text = f"12. 마을 도서관 건립\n임기구분: ● 임기내 {ring} 임기후\n■ 추진실적\n - 개관: '19. 3. 4.\n"
    choices = convert_bytes(text.encode(), "card.txt")["choices"]
    assert [(row["option"], row["checked"]) for row in choices] == [("임기내", True), ("임기후", False)]


@pytest.mark.parametrize("sign", TELEPHONES)
@pytest.mark.parametrize(
    ("people", "phones"),
    [
        ("      평생학습과 홍길동(☎1234)", ["1234"]),
        ("\n과장 홍길동 ☎ 710-3981 | 팀장 김가나 ☎ 710-3982", ["710-3981", "710-3982"]),
        ("\n평생학습과장 홍길동 (☎ 2010~2012)", ["2010~2012"]),
        ("\n평생학습과장 홍길동 (☎ 2010, ☎ 2012)", ["2010,☎2012"]),
        ("\n과장 홍길동 팀장 김가나\n☎ 02-000-0001 ☎ 02-000-0002", ["02-000-0001", "02-000-0002"]),
        ("\n평생학습과장 홍길동 ☎ 123-45", [None]),  # cut off, and told
    ],
)
def test_any_sign_of_a_telephone_parts_people_and_their_numbers_from_the_title(
    people: str, phones: list[str | None], sign: str
) -> None:
    card = f"12. 마을 도서관 건립{people}\n■ 사업개요\n - 내용: 도서관\n■ 추진실적\n - 개관: '19. 3. 4.\n"
    rows = convert_bytes(card.replace("☎", sign).encode(), "card.txt")
    assert [row["title"] for row in rows["cards"]] == ["마을 도서관 건립"]
    assert [plain(row["phone"]) for row in rows["contacts"]] == phones
    assert ("contact.unreadable" in [row["code"] for row in rows["issues"]]) == (None in phones)
