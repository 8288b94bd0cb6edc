"""Hangul takes two columns in a terminal."""

import pytest

from pledgecards.terminal.grid import aligned
from pledgecards.terminal.width import cut, fitted, width, wrapped


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("공약", 4), ("a공", 3), ("２", 2), ("e\u0301", 1), ("", 0)])
def test_width(text, columns):
    assert width(text) == columns


def test_text_is_cut_at_a_column():
    assert cut("공약카드", 8) == "공약카드"
    assert cut("공약카드", 7) == "공약카…"
    assert cut("공약카드", 6) == "공약…"


def test_text_is_fitted():
    assert fitted("구비", 6) == "구비  "
    assert fitted("189", 6, right=True) == "   189"


def test_text_is_wrapped_at_spaces():
    assert wrapped("도심 활성화 필요", 12) == ["도심 활성화", "필요"]
    assert wrapped("도심활성화필요", 6) == ["도심활", "성화필", "요"]
    assert wrapped("", 6) == [""]


def test_columns_are_aligned():
    assert aligned([["재원", "계"], ["구비", "325"], ["a", "5,943"]], right={1}) == [
        "재원     계",
        "구비    325",
        "a     5,943",
    ]
