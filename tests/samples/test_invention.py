"""Invented cards are consistent: sums, rates, weekdays hold, unless an error is planted."""

from collections import defaultdict
from random import Random

import pytest

from pledgecards.samples import bodies
from pledgecards.samples.card import Budget, Indicators
from pledgecards.samples.invent import ERRORS, invent
from pledgecards.samples.notations import FAMILIES, WEEKDAYS
from pledgecards.samples.text import TextStyle, print_text
from pledgecards.samples.truth import Medium, truth

WORDINGS = (bodies.YEONGDEUNGPO, bodies.BORYEONG, bodies.DANGJIN, bodies.OFFICE, bodies.WIDE, bodies.SMALL)
MEDIUM = Medium("text/plain", "glyph", bars=False)


def _budgets(words, plant=None):
    for seed in range(20):
        card = invent(Random(seed), words, seed, plant)
        yield from (block for block in card.blocks if isinstance(block, Budget))


def _sums_hold(budget):
    rows = [[cell.won or 0 for cell in line.cells] for line in budget.lines]
    across = all(row[0] == sum(row[1:]) for row in rows)
    parts = defaultdict(list)
    for line, row in zip(budget.lines, rows, strict=True):
        parts[line.funding if line.project is None else "project"].append((line, row))
    total = parts.pop("total")[0][1]
    projects = [row for line, row in parts.pop("project", []) if line.funding in (None, "total")]
    fundings = [row for part in parts.values() for _, row in part]
    blocks = [block for block in (projects, fundings) if block]
    return across and all([sum(column) for column in zip(*block, strict=True)] == total for block in blocks)


@pytest.mark.parametrize("words", WORDINGS)
def test_sums_hold(words):
    assert all(_sums_hold(budget) for budget in _budgets(words))


@pytest.mark.parametrize("words", WORDINGS)
def test_a_planted_sum_does_not_hold(words):
    assert not any(_sums_hold(budget) for budget in _budgets(words, "budget.sum_mismatch"))


def test_rates_are_result_over_goal():
    for seed in range(20):
        card = invent(Random(seed), bodies.BORYEONG, seed)
        goals, results = (block for block in card.blocks if isinstance(block, Indicators))
        for goal, result in zip(goals.lines, results.lines, strict=True):
            assert result.rate.value == round(result.whole.value / goal.whole.value * 100)


@pytest.mark.parametrize("family", FAMILIES)
def test_printed_weekdays_are_those_of_the_calendar(family):
    for seed in range(60):
        for notation in FAMILIES[family]:
            when = notation(Random(seed))
            if when.weekday_ok:
                assert f"({WEEKDAYS[when.start.weekday()]})" in when.raw


@pytest.mark.parametrize("plant", ERRORS)
def test_a_planted_error_is_expected(plant):
    expected = truth([invent(Random(3), bodies.YEONGDEUNGPO, 3, plant)], MEDIUM)
    assert plant in (*expected["issues"], *expected["notes"])


def test_a_card_without_a_fault_expects_no_issue():
    assert truth([invent(Random(3), bodies.YEONGDEUNGPO, 3)], MEDIUM)["issues"] == []


def test_the_same_seed_gives_the_same_card():
    cards = [invent(Random("7"), bodies.WIDE, 3) for _ in range(2)]
    assert print_text(cards[:1], TextStyle()) == print_text(cards[1:], TextStyle())


def test_the_same_card_gives_the_same_pdf():
    pytest.importorskip("reportlab")
    pytest.importorskip("fontTools")
    from pledgecards.samples.layouts import GLYPHWISE

    card = invent(Random("7"), GLYPHWISE.wording, 3)
    try:
        pages = [GLYPHWISE.print([card]) for _ in range(2)]
    except (ModuleNotFoundError, LookupError):
        pytest.skip("the fonts' packages are not installed")
    assert pages[0] == pages[1]
