"""What a font's name, weight and flags tell of bold type."""

from __future__ import annotations

import pytest

from pledgecards.extract.pdf.fonts import is_bold


@pytest.mark.parametrize(
    ("name", "weight", "bold"),
    [
        ("NanumGothicBold", 400, True),
        ("NanumGothic", 716, False),  # as Ghostscript writes it
        ("HYGothic-Extra", 700, True),
        ("HYGothic-Medium", 500, False),
    ],
)
def test_a_stem_counts_only_where_the_family_does_not_name_its_bold(name: str, weight: int, bold: bool) -> None:
    assert is_bold(name, weight, 4) is bold
