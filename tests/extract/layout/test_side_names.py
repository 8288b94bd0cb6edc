"""Names of sections beside their text, on pages with neither rules nor tables."""

from __future__ import annotations

import numpy as np
import pytest

from pledgecards.extract.layout.columns.side_names import with_names_apart
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.page import Run
from pledgecards.schemas.vocabulary import Vocabulary


def row(text: str, middle: float, x0: float = 50.0) -> Row:
    """A row whose letters are 10 points wide; what follows a tab begins at 150."""
    left, x = [], x0
    for char in text:
        x = 150.0 if left and text[len(left) - 1] == "\t" else x
        left.append(x)
        x += 10.0
    sides = (np.array(left), np.array(left) + 10.0)
    runs = (Run(0, len(text)),)
    return Row(0, text, x0, middle - 5.0, left[-1] + 10.0, middle + 5.0, 10.0, runs, False, (), sides, 0)


def texts(*rows: Row) -> list[tuple[str, float]]:
    return [(found.text, found.x0) for found in with_names_apart(rows, Vocabulary.standard())]


def test_a_name_beside_the_first_line_of_its_text_is_a_row_of_its_own() -> None:
    assert texts(
        row("정책개요\t○ 쉼터 조성", 10.0),
        row("○ 삼층 건물", 25.0, 150.0),
        row("추진실적\t○ 착공", 46.0),
        row("○ 준공", 61.0, 150.0),
    ) == [
        ("정책개요", 50.0),
        ("○ 쉼터 조성", 150.0),
        ("○ 삼층 건물", 150.0),
        ("추진실적", 50.0),
        ("○ 착공", 150.0),
        ("○ 준공", 150.0),
    ]


def test_a_name_beside_the_middle_of_its_text_heads_no_line() -> None:
    rows = [row("○ 쉼터 조성", 10.0, 150.0), row("정책개요\t○ 삼층 건물", 25.0), row("○ 착공", 40.0, 150.0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows


def test_nor_does_it_where_the_columns_are_set_wide() -> None:
    rows = [row("추진실적\t○ 위탁 협의", 10.0), row("○ 착공\t담당부서", 40.0), row("○ 준공\t교통과", 70.0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows


def test_a_heading_of_one_column_heads_no_bullet_of_the_other() -> None:
    rows = [row("추진실적\t○ 개관 준비", 10.0), row("- 착공\t○ 시범 운영", 25.0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows


def test_options_behind_the_name_of_a_section_stay_on_its_line() -> None:
    options = row("추진상황\t○ 완료 ● 정상추진 ○ 부진", 10.0)
    assert [text for text, _ in texts(options)] == [options.text]


def test_options_stay_on_their_line() -> None:
    rows = [row("예산\t○ 비예산", 10.0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows


def test_the_heading_of_a_project_may_be_the_first_line() -> None:
    rows = [row("추진실적\t▶ 산책로 조성", 10.0), row("○ 착공", 25.0, 150.0)]
    assert texts(*rows)[:2] == [("추진실적", 50.0), ("▶ 산책로 조성", 150.0)]


@pytest.mark.parametrize("text", ["추진상황\t■ 정상 □ 지연", "추진실적\t▶ 향후계획"])
def test_marks_of_options_and_the_next_section_are_no_project(text: str) -> None:
    rows = [row(text, 10.0), row("○ 착공", 25.0, 150.0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows


def test_a_name_that_fills_its_column_is_told_by_the_bullets_of_other_lines() -> None:
    rows = [row("목표\t○ 쉼터 조성", 10.0), row("문제점 및 대책 ○ 보상 지연", 41.0), row("○ 협의 매수", 56.0, 140.0)]
    assert texts(*rows)[2:] == [("문제점 및 대책", 50.0), ("○ 보상 지연", 140.0), ("○ 협의 매수", 140.0)]
    elsewhere = [*rows[:2], row("○ 협의 매수", 56.0, 90.0)]
    assert texts(*elsewhere)[2] == ("문제점 및 대책 ○ 보상 지연", 50.0)


@pytest.mark.parametrize(
    ("name", "head"), [("정책현황 및 목표", "현 황"), ("추진계획", "◇ 쉼터 조성"), ("추진실적", "쉼터 조성")]
)
def test_the_head_of_bullets_beside_a_name_heads_them_alone(name: str, head: str) -> None:
    bullet = row("○ 시설 노후", 25.0, 160.0)
    assert texts(row(f"{name}\t{head}", 10.0), bullet) == [(name, 50.0), (head, 150.0), ("○ 시설 노후", 160.0)]


@pytest.mark.parametrize("x0", [50.0, 250.0])
def test_words_beside_a_name_that_head_no_bullet_stay_with_it(x0: float) -> None:
    rows = [row("추진계획\t쉼터 조성", 10.0), row("○ 시설 노후", 25.0, x0)]
    assert list(with_names_apart(rows, Vocabulary.standard())) == rows
