"""Names of groups that stand half-way down their rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.extract.text.tables.from_cells import RawLine
from pledgecards.extract.text.tables.groupnames import centred_names
from pledgecards.extract.text.tables.gutters import Unsure
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()

ROWS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=8)


@given(ROWS, st.booleans())
def test_every_table_comes_to_an_end(rows: list[tuple[bool, bool]], top: bool) -> None:
    """Whatever is named and however it stands: groups of one row and more each, or none at all."""
    grid = [
        [(RawLine("가나다", number),) if named else (), (RawLine("국비", number),), (RawLine("10", number),)]
        for number, (named, _) in enumerate(rows)
    ]
    try:
        spans = centred_names(grid, 0, [between for _, between in rows], WORDS, top=top)
    except Unsure:
        return
    assert all(height >= 1 and row + height <= len(rows) for (row, _), (height, _) in spans.items())


def test_a_name_between_rows_has_one_above_it() -> None:
    grid = [[(RawLine("가나다", 1),), (RawLine("국비", 1),)], [(), (RawLine("도비", 2),)]]
    with pytest.raises(Unsure):
        centred_names(grid, 0, [True, False], WORDS, top=False)


def test_rows_above_the_first_total_are_of_the_page_before() -> None:
    sources = ("도비", "시비", "계", "국비", "도비", "시비")
    grid = [[(), (RawLine(source, at),), (RawLine("10", at),)] for at, source in enumerate(sources)]
    grid[4][0] = (RawLine("쉼터 조성", 4),)
    assert centred_names(grid, 0, [False] * 4 + [True, False], WORDS, top=True) == {(2, 0): (4, 1)}
    assert [bool(row[0]) for row in grid] == [False, False, True, False, False, False]


def test_a_name_below_a_nameless_row_begins_another_group() -> None:
    """`도서관 신축 | 소계`, `| 도비`, `| 시비`, `쉼터 조성 | 국비`: the last row has no total of its own, and is not of the library."""
    sources = ("소계", "도비", "시비", "국비")
    grid = [[(), (RawLine(source, at),), (RawLine("10", at),)] for at, source in enumerate(sources)]
    grid[0][0], grid[3][0] = (RawLine("도서관 신축", 0),), (RawLine("쉼터 조성", 3),)
    assert centred_names(grid, 0, [False] * 4, WORDS) == {}
    assert [bool(row[0]) for row in grid] == [True, False, False, True]


def test_two_names_apart_below_a_nameless_total_are_unsure() -> None:
    grid = [
        [(), (RawLine(source, at),), (RawLine("10", at),)] for at, source in enumerate(("소계", "국비", "도비", "시비"))
    ]
    grid[1][0], grid[3][0] = (RawLine("도서관 신축", 1),), (RawLine("쉼터 조성", 3),)
    with pytest.raises(Unsure):
        centred_names(grid, 0, [False] * 4, WORDS)


def test_a_blank_line_within_a_group_makes_no_block_of_what_comes_again_below_it() -> None:
    rows = ((0, "목표", "신축"), (2, "", "보수"), (3, "실적", "신축"), (4, "", "보수"))
    grid = [[(RawLine(name, at),) if name else (), (RawLine(key, at),), (RawLine("1", at),)] for at, name, key in rows]
    assert centred_names(grid, 0, [False] * 4, WORDS, top=False) == {}
    assert [" ".join(line.text for line in row[0]) for row in grid] == ["목표", "", "실적", ""]


def test_rows_whose_words_come_again_in_turn_are_a_group_wherever_its_name_stands() -> None:
    """Two lines of 목표 and 실적 for each indicator, its name and its unit on the second of them."""
    rows = [("", "", "목표"), ("쉼터", "개소", "실적"), ("", "", "목표"), ("교육", "명", "실적")]
    grid = [
        [(RawLine(text, at),) if text else () for text in (name, unit, measure, "10")]
        for at, (name, unit, measure) in enumerate(rows)
    ]
    spans = centred_names(grid, 0, [False] * 4, WORDS)
    assert spans == {(0, 0): (2, 1), (0, 1): (2, 1), (2, 0): (2, 1), (2, 1): (2, 1)}
    assert [" ".join(line.text for line in row[0]) for row in grid] == ["쉼터", "", "교육", ""]
