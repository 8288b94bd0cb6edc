"""What a font's name, weight and flags tell of bold type."""

from __future__ import annotations

import pytest

from pledgecards.extract.pdf.fonts import font_name, is_bold


@pytest.mark.parametrize(
    ("name", "weight", "bold"),
    [
        ("NanumGothicBold", 400, True),
        ("NanumGothic", 716, False),  # as Ghostscript writes it
        ("NanumSquareB", 400, True),
        ("NanumSquare_acEB", 400, True),
        ("NanumSquareR", 400, False),
        ("KBIZ-WEB", 400, False),
        ("HYGothic-Extra", 700, True),
        ("HYGothic-Medium", 500, False),
    ],
)
def test_a_bold_font_is_told_by_its_name_and_by_its_stem_only_where_the_family_does_not_name_it(
    name: str, weight: int, bold: bool
) -> None:
    assert is_bold(name, weight, 4) is bold


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("ABCDEF+나눔고딕".encode(), "나눔고딕"),
        ("돋움체".encode("cp949"), "돋움체"),
        (b"Gothic\xff", "Gothic\xff"),
    ],
)
def test_a_name_is_utf_8_or_korean_of_windows_or_taken_as_it_is(raw: bytes, name: str) -> None:
    assert font_name(raw) == name
