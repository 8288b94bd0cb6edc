"""Sections that are named behind a small sign."""

from __future__ import annotations

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.signs import sign_of_sections
from pledgecards.schemas.vocabulary import Vocabulary


def sign(*lines: str) -> str | None:
    pieces = [Piece("line", Place(line=at), len(text), Line(text, Place(line=at))) for at, text in enumerate(lines)]
    return sign_of_sections(pieces, Vocabulary.standard())


SECTIONS = ("▪ 추진실적", "- 2019. 3. 착공", "▪ 향후계획", "- 2021. 준공", "▪ 소요예산", "- 총 3억원")


def test_a_dot_before_the_names_of_three_sections_is_their_sign() -> None:
    assert sign(*SECTIONS) == "▪"
    assert sign(*SECTIONS[:4]) is None


def test_a_dot_is_a_bullet_where_sections_are_named_otherwise_or_most_of_its_lines_name_none() -> None:
    assert sign("□ 확인지표", *SECTIONS) is None
    assert sign(*SECTIONS, "▪ 부지 매입", "▪ 설계", "▪ 착공", "▪ 준공") is None


def test_the_deeds_of_a_section_behind_a_dot_are_read() -> None:
    rows = convert_bytes("\n".join(["공약 9. 산책로 조성", "■ 임기내 □ 임기후", *SECTIONS]).encode(), "card.txt")
    assert [(row["label"], row["edtf"]) for row in rows["events"]] == [("착공", "2019-03")]
    assert [row["text_raw"] for row in rows["items"] if row["kind"] == "heading"] == list(SECTIONS[::2])
