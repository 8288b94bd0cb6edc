"""The recipes of `docs/analysis.md` run, one after the other; and what they say of the trap is so."""

import re
from pathlib import Path

import pytest

import pledgecards

PAGE = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text("utf-8")
RECIPES = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_every_recipe_runs(converted, monkeypatch):
    pytest.importorskip("duckdb")
    monkeypatch.chdir(converted.parent)
    names = {}
    assert len(RECIPES) >= 8
    for number, recipe in enumerate(RECIPES, 1):
        exec(compile(recipe, f"recipe {number}", "exec"), names)  # noqa: S102


def test_the_trap_counts_six_times(make_dataset, card, budget):
    lines = [
        (None, "total", 30, 10, 20),
        (None, "local", 12, 4, 8),
        (None, "metro", 18, 6, 12),
        ("센터 건립", None, 30, 10, 20),
    ]
    ds = pledgecards.open(make_dataset(cards=[card("a")], budget=budget("a", *lines, periods=("계", 2018, 2019))))
    assert ds.budget.amount_won.sum() == 180
    assert ds.budget_sums().won.sum() == ds.budget_sums(period="year").won.sum() == 30


def test_the_reference_card_gives_what_it_prints(converted):
    """6,268백만원, of which 구비 325 and 시비 5,943; its PDF and its text count once."""
    sums = pledgecards.open(converted).budget_sums()
    body = sums[sums.municipality == "서울특별시 영등포구"]
    assert body[["funding", "won", "cards"]].to_numpy().tolist() == [
        ["local", 325_000_000, 1],
        ["metro", 5_943_000_000, 1],
    ]
