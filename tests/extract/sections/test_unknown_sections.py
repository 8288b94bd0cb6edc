"""Sections without one of the contract's names: told from the bullets of the section above them."""

from __future__ import annotations

from pledgecards.convert import convert_bytes
from pledgecards.extract.body import Body
from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary


def piece(text: str, top: float, *, high: float = 12.0, bold: bool = False) -> Piece:
    place = Place(1, 60.0, top, 500.0, top + high)
    runs = (Run(0, len(text), bold),)
    return Piece("line", place, len(text), Line(text, place, indent=10.0, size=high, runs=runs))


def read(*pieces: Piece) -> list[tuple[str, str, str]]:
    body = Body(pieces, Vocabulary.standard())
    body.read()
    return [(draft.kind, draft.section, draft.words) for draft in body.outline.drafts]


def test_another_sign_of_the_same_rank_is_that_of_bullets() -> None:
    assert read(
        piece("■ 정책개요", 20.0),
        piece("□ 서고 및 열람실 조성", 40.0),
        piece("○ 옛 보건소 자리", 60.0),
        piece("■ 추진계획", 80.0),
        piece("□ 주민 참여단 운영", 100.0),
    ) == [
        ("heading", "overview", "정책개요"),
        ("bullet", "overview", "서고 및 열람실 조성"),
        ("bullet", "overview", "옛 보건소 자리"),
        ("heading", "plan", "추진계획"),
        ("bullet", "plan", "주민 참여단 운영"),
    ]


def test_the_sign_of_the_sections_begins_another() -> None:
    assert read(piece("■ 정책개요", 20.0), piece("■ 어르신들의 한마디", 40.0), piece("○ 시원하다", 60.0))[1:] == [
        ("heading", "other", "어르신들의 한마디"),
        ("bullet", "other", "시원하다"),
    ]


def test_their_sign_before_smaller_words_is_a_bullet() -> None:
    found = read(piece("□ 정책개요", 20.0, high=16.0), piece("□ 서고 조성", 40.0), piece("□ 추진계획", 60.0, high=16.0))
    assert [kind for kind, *_ in found] == ["heading", "bullet", "heading"]


def test_their_sign_before_lighter_words_is_a_bullet() -> None:
    found = read(
        piece("□ 정책개요", 20.0, bold=True), piece("□ 서고 조성", 40.0), piece("□ 독자의 말", 60.0, bold=True)
    )
    assert [(kind, section) for kind, section, _ in found] == [
        ("heading", "overview"),
        ("bullet", "overview"),
        ("heading", "other"),
    ]


def test_letters_count_sections_on_as_numbers_do() -> None:
    found = read(
        piece("가. 사업개요", 20.0),
        piece("- 보도 설치", 40.0),
        piece("나. 추진실적", 60.0),
        piece("- 2019. 5. 10. 착수", 80.0),
        piece("다. 하려는 일", 100.0),
        piece("- 2021. 3월 설계", 120.0),
    )
    assert found[4:] == [("heading", "other", "하려는 일"), ("bullet", "other", "2021. 3월 설계")]


def test_a_sign_of_bullets_over_bullets_of_its_own_is_that_of_sections_where_these_have_it() -> None:
    overview = [piece("○ 사업개요", 20.0), piece("- 보도 설치", 40.0), piece("○ 추진실적", 60.0)]
    done, more = piece("- 2019. 5. 10. 착수", 80.0), piece("○ 하려는 일", 100.0)
    assert read(*overview, done, more, piece("- 2021. 3월 설계", 120.0))[4:] == [
        ("heading", "other", "하려는 일"),
        ("bullet", "other", "2021. 3월 설계"),
    ]
    # right below the heading of the section, or with nothing below itself, it is a part of it
    assert all(kind[1] != "other" for kind in read(*overview, piece("○ 쉼터", 80.0), piece("- 착공", 100.0)))
    assert all(kind[1] != "other" for kind in read(*overview, done, more))


def test_fields_called_as_sections_are_of_the_section_in_which_they_stand_however_many() -> None:
    fields = [
        piece(text, 80.0 + 20 * at) for at, text in enumerate(("○ 사업규모", "○ 위치", "○ 지원대상", "○ 지원내용"))
    ]
    drafts = read(piece("□ 정책개요", 20.0), piece("○ 목적", 40.0), piece("□ 추진계획", 60.0), *fields)
    assert [section for _, section, _ in drafts] == ["overview"] * 2 + ["plan"] * 5


def test_dated_deeds_under_a_bullet_that_is_called_as_a_section_are_of_the_section_above_it() -> None:
    performance = (piece("□ 정책개요", 20.0), piece("○ 보도 설치", 40.0), piece("□ 추진실적", 60.0))
    for name in ("재원확보", "예산확보", "협의사항", "변경사유"):
        drafts = read(*performance, piece(f"○ {name}", 80.0), piece("- 2019. 3. 군의회 의결", 100.0))
        assert [section for _, section, _ in drafts][2:] == ["performance"] * 3
    for name, section in (("소요예산", "budget"), ("향후계획", "plan")):
        drafts = read(*performance, piece(f"○ {name}", 80.0), piece("- 2019. 3. 군의회 의결", 100.0))
        assert [found for _, found, _ in drafts][2:] == ["performance", section, section]


def test_so_they_are_where_sections_and_what_stands_in_them_are_numbered_otherwise() -> None:
    for overview, heading, name in (
        ("Ⅰ. 정책개요", "Ⅱ. 추진실적", "2. 협의사항"),
        ("1. 정책개요", "2. 추진실적", "□ 재원확보"),
    ):
        drafts = read(piece(overview, 20.0), piece(heading, 40.0), piece(name, 60.0), piece("- 2019. 3. 의결", 80.0))
        assert [section for _, section, _ in drafts] == ["overview"] + ["performance"] * 3
    drafts = read(piece("2. 추진실적", 20.0), piece("3. 협의사항", 40.0), piece("- 2019. 3. 의결", 60.0))
    assert [section for _, section, _ in drafts] == ["performance", "other", "other"]


def test_below_the_table_or_the_people_of_a_section_such_a_line_begins_another() -> None:
    text = """12. 둘레길 조성

○ 사업개요
- 위치: 앞산 일원

○ 추진일정

구분\t2019\t2020
노선 설계\t■\t

○ 이웃 도시 사례
- 두 곳을 다녀옴

○ 담당부서
- 공원과장 홍길동 (02-123-4567)

○ 생각할 거리
- 화장실 자리
"""
    items = convert_bytes(text.encode(), "card.txt")["items"]
    assert [(item["text"], item["section"]) for item in items if item["kind"] == "heading"] == [
        ("사업개요", "overview"),
        ("추진일정", "schedule"),
        ("이웃 도시 사례", "other"),
        ("담당부서", "contacts"),
        ("생각할 거리", "other"),
    ]
