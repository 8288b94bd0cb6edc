"""Budgets that may be added up.

A budget table says the same won several times over: in the grand total and in the projects, in the 계 of the sources and in
each source, in the 계 of the years and in each year. Of each card one set of cells is taken that does not overlap, and only
where the card's own figures agree.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from pledgecards.analysis.frames import COUNT, SMALL, STRING, WON, typed
from pledgecards.analysis.projects import repeated_cards, with_cards
from pledgecards.analysis.tables import By, Period, Tables
from pledgecards.schemas.vocabulary import Vocabulary, fold

_UNSTATED = "unstated"
_SUBTOTAL = "소계"
_CELL = ["card_id", "project", "period", "year"]
_CARD = {"card_id": STRING, "municipality": STRING, "pledge_no": COUNT, "title": STRING}


def budget_sums(dataset: Tables, by: By, period: Period) -> pd.DataFrame:
    """See `Dataset.budget_sums`."""
    if by not in ("body", "card") or period not in ("whole", "year"):
        raise ValueError("by is 'body' or 'card', period is 'whole' or 'year'")
    sums, left_out = _judged(dataset, period)
    sums = with_cards(sums[~sums.card_id.isin(left_out.card_id)], dataset.cards, "municipality", "pledge_no", "title")
    years: dict[str, Any] = {"year": SMALL} if period == "year" else {}
    if by == "card":
        columns = {**_CARD, "basis": STRING, "funding": STRING, **years, "won": WON}
        return typed(sums.sort_values(["card_id", "funding", *years], kind="stable"), **columns)
    keys = ["municipality", "funding", *years]
    bodies = sums.groupby(keys, dropna=False).agg(won=("won", "sum"), cards=("card_id", "nunique")).reset_index()
    return typed(bodies, municipality=STRING, funding=STRING, **years, won=WON, cards=COUNT)


def budget_left_out(dataset: Tables, period: Period) -> pd.DataFrame:
    """See `Dataset.budget_left_out`."""
    if period not in ("whole", "year"):
        raise ValueError("period is 'whole' or 'year'")
    _, left_out = _judged(dataset, period)
    cards = dataset.cards[["card_id", "municipality", "pledge_no", "title"]]
    return typed(cards.merge(left_out, on="card_id"), **_CARD, reason=STRING, detail=STRING)


def _judged(dataset: Tables, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sums of all cards (card_id, basis, funding, year, won), and the cards whose sums are not to be used."""
    cells = _cells(dataset.budget, period)
    faults = [_issues(dataset.issues), *_faults(cells)]
    sums = _sums(cells, period)
    missing = dataset.cards[["card_id"]][~dataset.cards.card_id.isin(sums.card_id)]
    faults.append(missing.assign(reason="no_budget", detail=None))
    left_out = pd.concat([fault.astype(STRING) for fault in faults]).drop_duplicates("card_id")
    twins = repeated_cards(dataset.cards, unsure=left_out.card_id)
    twins = twins.rename(columns={"counted": "detail"}).assign(reason="same_pledge").astype(STRING)
    return sums, pd.concat([left_out[~left_out.card_id.isin(twins.card_id)], twins])


def _cells(budget: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The cells to be summed, each once: of one block of the card (`basis`), and of one set of periods.

    Columns: those of budget, `basis`, `project` ("" in the grand total) and `period` ("" in the 계 column).
    """
    heads = Vocabulary.standard().heads
    names = budget.period_raw.dropna().unique()
    matches = {name: heads.match(name, rough=False) for name in names}
    wholes = {name for name, match in matches.items() if match is not None and match.key == "total"}
    whole = budget.year.isna() & (budget.period_raw.isna() | budget.period_raw.isin(wholes))
    cells = budget.assign(whole=whole, project=budget.project.fillna(""))
    subtotals = [name for name in cells.project.unique() if fold(name) == _SUBTOTAL]
    cells = cells[~cells.project.isin(subtotals)]
    grand = cells.card_id[cells.project == ""].unique()
    has_grand = cells.card_id.isin(grand)
    cells = cells.assign(basis=has_grand.map({True: "grand_total", False: "projects"}).astype(STRING))
    cells = cells[~has_grand | (cells.project == "")]
    if period == "year":
        cells = cells[cells.year.notna()]
    else:
        printed = cells.card_id[cells.whole & cells.amount_won.notna()].unique()
        cells = cells[cells.whole == cells.card_id.isin(printed)]
    return cells.assign(
        period=cells.period_raw.fillna("").mask(cells.whole, ""), total=cells.funding.eq("total").fillna(False)
    )


def _sums(cells: pd.DataFrame, period: Period) -> pd.DataFrame:
    """The amounts of every card by source (and year): of a cell the sources, and its 계 only where it has none."""
    keyed = cells.assign(year=cells.year.fillna(0), funding=cells.funding.fillna(_UNSTATED))
    filled = keyed[keyed.amount_won.notna()]
    parts = filled[~filled.total]
    told = pd.MultiIndex.from_frame(parts[_CELL])
    totals = filled[filled.total & ~pd.MultiIndex.from_frame(filled[_CELL]).isin(told)]
    rows = pd.concat([parts, totals.assign(funding=_UNSTATED)])
    keys = ["card_id", "basis", "funding", *(["year"] if period == "year" else [])]
    return rows.groupby(keys).agg(won=("amount_won", "sum")).reset_index()


def _faults(cells: pd.DataFrame) -> list[pd.DataFrame]:
    """Cards whose cells do not agree or may overlap: card_id, reason, detail."""
    keyed = cells.assign(year=cells.year.fillna(0), funding_raw=cells.funding_raw.fillna(""))
    filled = keyed[keyed.amount_won.notna()]
    totals = filled[filled.total].groupby(_CELL).amount_won.agg(["size", "max"])
    parts = filled[~filled.total].groupby(_CELL).amount_won.sum()
    two = totals.index[totals["size"] > 1]
    both = totals.join(parts.rename("parts"), how="inner")
    differ = both.index[both["max"] != both.parts]
    # A 계 that equals the sum vouches for sources that stand twice.
    unvouched = filled[~filled.total & ~pd.MultiIndex.from_frame(filled[_CELL]).isin(totals.index)]
    twice = unvouched[unvouched.duplicated([*_CELL, "funding_raw"])]
    years = keyed[(keyed.year != 0)].drop_duplicates(["card_id", "project", "year", "period"])
    overlapping = years[years.duplicated(["card_id", "project", "year"])]
    return [
        _fault(two.get_level_values("card_id"), "two_totals"),
        _fault(differ.get_level_values("card_id"), "parts_differ"),
        _fault(twice.card_id, "source_twice"),
        _fault(overlapping.card_id, "year_twice"),
    ]


def _fault(cards: Any, reason: str) -> pd.DataFrame:
    return pd.DataFrame({"card_id": pd.Series(cards).drop_duplicates(), "reason": reason, "detail": None})


def _issues(issues: pd.DataFrame) -> pd.DataFrame:
    """Cards with an error or a warning against the budget table, and its codes."""
    found = issues[
        issues.severity.isin(["error", "warning"]) & (issues.table_name == "budget") & issues.card_id.notna()
    ]
    codes = found.drop_duplicates(["card_id", "code"]).groupby("card_id").agg(detail=("code", "; ".join))
    return codes.reset_index().assign(reason="issue")
