"""Which local government a card is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.extract.card import Choice, Item, Option, PrintedCard
from pledgecards.extract.page import Place
from pledgecards.normalize.places import of_card as places
from pledgecards.normalize.places.ballot import FURNITURE, LEAD, OFFICE, PROSE, TITLE
from pledgecards.normalize.places.gazetteer import (
    body_kind,
    city_is_local,
    gazetteer,
    in_metropolitan_city,
    official_name,
)
from pledgecards.normalize.places.of_card import card_evidence, recognise_cards, signature
from pledgecards.normalize.rows import Issue
from pledgecards.schemas.vocabulary import Vocabulary

Texts = list[tuple[str, float]]


def recognise(texts: Texts) -> tuple[str | None, Issue | None]:
    """What a file of one card is told to be of."""
    [told] = recognise_cards((), [texts])
    return told


def test_there_are_243() -> None:
    assert len(gazetteer().by_official) == 243


@pytest.mark.parametrize(
    ("texts", "official"),
    [
        ([("영등포구 / 정부·서울시 / 민간", LEAD), ("앵커시설 조성 (서울시)", PROSE)], "서울특별시 영등포구"),
        ([("중구 / 정부·서울시 / 민간", LEAD)], "서울특별시 중구"),
        ([("중구 / 정부·서울시", LEAD), ("부산 중구 견학", PROSE)], "서울특별시 중구"),
        ([("강서구청", FURNITURE), ("부산시 지원", PROSE)], "부산광역시 강서구"),
        ([("남동구 / 정부·시", LEAD)], "인천광역시 남동구"),
        ([("고성군 / 국가 / 강원도", LEAD)], "강원도 고성군"),
        ([("고성군 / 국가 / 도", LEAD), ("경남 고성군 일원", PROSE)], "경상남도 고성군"),
        ([("서울특별시중구청", FURNITURE)], "서울특별시 중구"),
        ([("보령시청 기획감사실", OFFICE), ("서천군과 협력", PROSE)], "충청남도 보령시"),
        ([("성남시 분당구", FURNITURE)], "경기도 성남시"),
        ([("경기도 광주시 공약", FURNITURE)], "경기도 광주시"),
        ([("광주시 동구 공약", FURNITURE)], "광주광역시 동구"),
        ([("광주광역시 공약", FURNITURE)], "광주광역시"),
        ([("대구광역시 공약", FURNITURE), ("대구 서구 일원", PROSE)], "대구광역시"),
        ([("충청남도 공약실천계획서", FURNITURE), ("보령시, 서산시 지원", PROSE)], "충청남도"),
        ([("세종특별자치시 공약", FURNITURE)], "세종특별자치시"),
        ([("서구 / 정부·광주시 / 민간", LEAD), ("광주광역시 서구", FURNITURE)], "광주광역시 서구"),
        (
            [("국가 / 도 / 자체", LEAD), ("보령시 대천동", PROSE), ("보령시민", PROSE), ("보령시는", PROSE)],
            "충청남도 보령시",
        ),
    ],
)
def test_recognised(texts: Texts, official: str) -> None:
    assert recognise(texts) == (official, None)


@pytest.mark.parametrize(
    ("texts", "candidates"),
    [
        ([("중구 / 정부 / 민간", LEAD)], ["서울특별시 중구", "부산광역시 중구", "울산광역시 중구"]),
        ([("광주시 공약", FURNITURE)], ["경기도 광주시", "광주광역시"]),
        ([("영등포구 공약", FURNITURE), ("양천구 / 정부", LEAD)], ["서울특별시 영등포구", "서울특별시 양천구"]),
        ([("서천군과 협력", PROSE)], ["충청남도 서천군"]),
        ([("보령시", PROSE), ("보령시", PROSE), ("보령시", PROSE), ("서천군", PROSE), ("서천군", PROSE)], ["충청남도 보령시", "충청남도 서천군"]),
        ([("김포시 연결도로", TITLE)], ["경기도 김포시"]),
    ],
)  # fmt: skip
def test_doubtful(texts: Texts, candidates: list[str]) -> None:
    name, issue = recognise(texts)
    assert name is None
    assert issue is not None
    assert issue.code == "municipality.ambiguous"
    assert all(candidate in issue.message for candidate in candidates)


@pytest.mark.parametrize(
    "text",
    [
        "남구로역 앞",
        "경기 침체",
        "구 / 정부·서울시 / 민간",
        "중구난방",
        "동구릉",
        "상주시키다",
        "예산 편성",
        "서울시 지원",
        "",
    ],
)
def test_nothing_that_names_a_body(text: str) -> None:
    name, issue = recognise([(text, LEAD)] * 5)
    assert name is None
    assert issue is not None


def test_another_word_does_not_hide_a_body() -> None:
    # 강서구 holds 서구, 남동구 holds 동구, 남양주시 holds 양주시, 대구 is no 구 of its own
    assert recognise([("남양주시", LEAD)])[0] == "경기도 남양주시"
    assert recognise([("해남군", LEAD)])[0] == "전라남도 해남군"
    assert recognise([("대구 달서구", LEAD)])[0] == "대구광역시 달서구"


def test_a_card_gives_its_evidence() -> None:
    place = Place(line=1)
    choice = Choice(
        "사업주체", "lead", (Option("영등포구", True, "bold", place), Option("정부·서울시", False, None, place)), place
    )
    card = PrintedCard(
        "25.", "테크노밸리 육성", place, None, None, (), (choice,), (), (("담당부서: 예산과", place),), (), 0, 0
    )
    assert card_evidence(card) == [
        ("영등포구 / 정부·서울시", LEAD),
        ("담당부서: 예산과", OFFICE),
        ("테크노밸리 육성", TITLE),
    ]


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("서울특별시 영등포구", "서울특별시 영등포구"),
        ("  서울시   영등포구 ", "서울특별시 영등포구"),
        ("서울 중구", "서울특별시 중구"),
        ("영등포구", "서울특별시 영등포구"),
        ("충남", "충청남도"),
        ("강원특별자치도 고성군", "강원도 고성군"),
        ("세종시", "세종특별자치시"),
    ],
)
def test_names_that_are_taken(text: str, official: str) -> None:
    assert official_name(text) == official


@pytest.mark.parametrize(("text", "hint"), [("영등포", "서울특별시 영등포구"), ("서울특별시 영등보구", "서울특별시 영등포구"), ("중구", "대전광역시 중구"), ("광주시", "경기도 광주시")])  # fmt: skip
def test_names_that_are_not_taken_come_with_near_ones(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint):
        official_name(text)


def test_a_name_that_is_like_none() -> None:
    with pytest.raises(ValueError, match="none of the 243"):
        official_name("뉴욕")


@pytest.mark.parametrize(
    ("name", "kind", "in_city", "city_money_is_local"),
    [
        ("서울특별시 영등포구", "district", True, False),
        ("부산광역시 기장군", "county", True, False),
        ("충청남도 보령시", "city", False, True),
        ("경상남도 고성군", "county", False, None),
        ("서울특별시", "metropolitan", True, False),
        ("경기도", "metropolitan", False, None),
    ],
)
def test_kinds(name: str, kind: str, in_city: bool, city_money_is_local: bool | None) -> None:
    assert (body_kind(name), in_metropolitan_city(name), city_is_local(name)) == (kind, in_city, city_money_is_local)


def test_an_unknown_body_says_nothing_of_city_money() -> None:
    assert city_is_local(None) is None
    with pytest.raises(ValueError, match="정식 이름"):
        body_kind("영등포구")


@given(official=st.sampled_from(sorted(gazetteer().by_official)))
def test_every_official_name_in_a_running_head_is_recognised(official: str) -> None:
    assert official_name(official) == official
    assert recognise([(f"{official} 공약실천계획서", FURNITURE)]) == (official, None)


@given(text=st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    name, issue = recognise([(text, LEAD)])
    assert (name is None) == (issue is not None)


@pytest.mark.parametrize(
    ("text", "in_head", "signed"),
    [
        ("충청북도 진천군", False, True),
        ("( 대구광역시 수성구 )", False, True),
        ("경 상 북 도", False, True),
        ("해남군", False, True),
        ("자치단체 | 충청남도 아산시", False, True),
        ("시·군명 : 전라북도 완주군", False, True),
        ("기관명", True, False),
        ("전라남도 해남군 · 민선7기 공약이행 점검", True, True),
        ("전라남도 해남군 · 민선7기 공약이행 점검", False, False),
        ("진천군과 협약 체결", True, False),
        ("보안등 교체", True, False),
        ("세종특별자치시 시민과의 약속", True, True),
        ("전라남도 공약 실천계획", True, True),
        ("시민과의 약속, 전남의 약속", True, False),
        ("세종특별자치시 시민과의 약속", False, False),
    ],
)
def test_a_line_that_says_whose_card_it_is(text: str, in_head: bool, signed: bool) -> None:
    item = Item(1, None, "paragraph", 1, "other", None, text, text, Place(line=1))
    assert (signature(item, Vocabulary.standard(), in_head=in_head) is not None) == signed


def test_the_name_at_the_foot_of_a_card_decides() -> None:
    items = (
        Item(1, None, "heading", 1, "performance", "□", "추진실적", "□ 추진실적", Place(line=1)),
        Item(2, 1, "bullet", 1, "performance", "○", "보령시 견학", "○ 보령시 견학", Place(line=2)),
        Item(3, 1, "paragraph", 1, "performance", None, "충청북도 진천군", "충청북도 진천군", Place(line=3)),
    )
    card = PrintedCard(None, "보안등 교체", Place(), None, None, items, (), (), (), (), 0, 0)
    assert recognise(card_evidence(card)) == ("충청북도 진천군", None)


def test_a_name_cut_off_its_last_letter_behind_its_province() -> None:
    assert recognise([("경상남도 거창", FURNITURE)])[0] == "경상남도 거창군"
    assert recognise([("경상남도 공약", FURNITURE)])[0] == "경상남도"


AROUND: Texts = [("공약사업 실천계획", FURNITURE), ("중구", FURNITURE)]


def test_the_cards_of_a_file_are_of_the_body_that_all_say_together() -> None:
    cards: list[Texts] = [[("정부·서울시", LEAD)], [("여론수렴", PROSE)]]
    assert recognise_cards(AROUND, cards) == [("서울특별시 중구", None)] * 2


def test_where_they_name_several_each_card_says_its_own() -> None:
    cards: list[Texts] = [[("보령시청", OFFICE)], [("서천군청", OFFICE)], []]
    told = [name for name, _ in recognise_cards(AROUND[:1], cards)]
    assert told == ["충청남도 보령시", "충청남도 서천군", None]


def test_a_card_whose_own_pages_name_another_body_was_bound_with_the_others() -> None:
    one: Texts = [("춘천시 / 강원도", LEAD), ("춘천시 복지과", OFFICE), ("춘천시", LEAD), ("춘천시청", OFFICE)]
    heads: list[Texts] = [[], [("전라북도 장수군 | 2020년 12월 말 기준", FURNITURE)], []]
    told = [name for name, _ in recognise_cards((), [one, [], []], heads)]
    assert told == ["강원도 춘천시", "전라북도 장수군", None]


def test_one_that_names_another_beside_its_own_was_not() -> None:
    one: Texts = [("춘천시 / 강원도", LEAD), ("춘천시 복지과", OFFICE), ("춘천시", LEAD)]
    other: Texts = [("장수군", LEAD), ("춘천시 복지과", OFFICE)]
    assert [name for name, _ in recognise_cards((), [one, other])] == ["강원도 춘천시"] * 2


def test_one_whose_offices_alone_are_of_another_province_stays_without_a_body() -> None:
    one: Texts = [("춘천시 / 강원도", LEAD), ("춘천시 복지과", OFFICE), ("춘천시", LEAD)]
    for office in ("경상북도 경제정책과", "전라북도 장수군 복지과"):
        told = recognise_cards((), [one, [(office, OFFICE)], []])
        assert [name for name, _ in told] == ["강원도 춘천시", None, "강원도 춘천시"]
        assert told[1][1] is not None and told[1][1].code == "municipality.ambiguous"
    for office in ("강원도 경제정책과", "강원도 홍천군 복지과"):  # what the body works with
        told = recognise_cards((), [one, [(office, OFFICE)], []])
        assert [name for name, _ in told] == ["강원도 춘천시"] * 3


def test_what_stands_around_the_cards_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # A book of thousands of cards has as many lines on its contents pages.
    read: list[str] = []
    monkeypatch.setattr(places, "mentions", lambda text, known: read.append(text) or iter(()))
    recognise_cards(AROUND, [[] for _ in range(50)])
    assert read == [text for text, _ in AROUND]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([("작은 도서관 확충", TITLE)], "이름이 없어"),
        ([("부산광역시 / 정부 / 민간", LEAD)], "‘부산광역시’"),
        ([("위치: 당진시 석문면", PROSE)], "‘충청남도 당진시’"),
        ([("고성군 / 정부", LEAD)], "(후보: 강원도 고성군, 경상남도 고성군)"),
    ],
)
def test_why_the_body_is_not_told_and_what_to_do(texts: Texts, said: str) -> None:
    _, issue = recognise(texts)
    assert issue is not None and said in issue.message and "--municipality" in issue.message


def _card_of(*texts: str) -> PrintedCard:
    kinds = ("heading" if text.startswith("□") else "paragraph" for text in texts)
    items = tuple(
        Item(at, None, kind, 1, "other", None, text, text, Place(line=at))
        for at, (kind, text) in enumerate(zip(kinds, texts, strict=True), 1)
    )
    return PrintedCard(None, "보안등 교체", Place(), None, None, items, (), (), (), (), 0, 0)


@pytest.mark.parametrize(
    ("texts", "official"),
    [
        (("□ 추진실적", "경상북도 의성군 공약 실천계획서 - 77 -"), "경상북도 의성군"),
        (("□ 추진실적", "춘천시 - 1 -"), "강원도 춘천시"),
        (("군산시 일자리정책과 · 작성기준일 : 2020. 12. 31.", "□ 사업개요"), "전라북도 군산시"),
        (("□ 사업개요", "군산시 일자리정책과와 협의"), None),
        (("□ 사업개요", "위치: 영월군 북면"), None),
        (("정류장 20개소(청주시 상당구 일원)", "□ 사업개요"), None),
    ],
)
def test_the_name_in_a_foot_or_before_an_office_at_the_head(texts: tuple[str, ...], official: str | None) -> None:
    assert recognise(card_evidence(_card_of(*texts)))[0] == official
