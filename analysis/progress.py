"""How far pledges have come, by the cards' own account: targets against results, deeds, rates of fulfilment."""

from __future__ import annotations

import pandas as pd

from pledgecards.analysis.frames import BOOL, COUNT, DATE, NUMBER, SMALL, STRING, typed
from pledgecards.analysis.projects import project_keys
from pledgecards.analysis.tables import Tables

_LINE = ["card_id", "key", "unit_key"]


def targets(dataset: Tables) -> pd.DataFrame:
    """See `Dataset.targets`."""
    rows = dataset.indicators
    rows = rows[rows.measure.isin(["target", "actual"]) & rows.year.notna()]
    rows = rows.assign(key=project_keys(rows.project), unit_key=rows.unit.fillna(""))
    rows = rows.assign(nth_line=_lines(rows))
    rows["nth"] = rows.groupby([*_LINE, "measure", "nth_line", "year"]).cumcount()
    on = [*_LINE, "nth_line", "year", "nth"]
    wanted = ["value", "milestone", "project", "unit"]
    sides = [rows[rows.measure == measure][[*on, *wanted]] for measure in ("target", "actual")]
    joined = sides[0].merge(sides[1], on=on, how="outer", suffixes=("", "_actual"))
    joined["project"] = joined.project.fillna(joined.project_actual)
    joined["unit"] = joined.unit.fillna(joined.unit_actual)
    joined = joined.rename(
        columns={
            "value": "target",
            "value_actual": "actual",
            "milestone": "target_milestone",
            "milestone_actual": "actual_milestone",
        }
    )
    joined["share"] = joined.actual / joined.target.mask(joined.target == 0) * 100
    joined["met"] = joined.actual >= joined.target
    return typed(
        joined.sort_values(["card_id", "nth_line", "key", "year", "nth"], kind="stable"),
        card_id=STRING,
        project=STRING,
        unit=STRING,
        year=SMALL,
        target=NUMBER,
        actual=NUMBER,
        share=NUMBER,
        met=BOOL,
        target_milestone=STRING,
        actual_milestone=STRING,
    )


def _lines(rows: pd.DataFrame) -> pd.Series[int]:
    """The number of each row's line among those of its project, unit and measure, from 1.

    Where targets and results have unlike numbers of lines, those of results are negative, so that none meets another.
    """
    lines = rows.drop_duplicates([*_LINE, "measure", "line_no"])[[*_LINE, "measure", "line_no"]]
    lines = lines.sort_values("line_no", kind="stable")
    lines["nth_line"] = lines.groupby([*_LINE, "measure"]).cumcount() + 1
    counts = lines.groupby([*_LINE, "measure"]).size().unstack("measure", fill_value=0)
    counts = counts.reindex(columns=["target", "actual"], fill_value=0)
    alike = (counts.target == counts.actual).rename("alike").reset_index()
    lines = lines.merge(alike, on=_LINE)
    lines["nth_line"] = lines.nth_line.where(lines.alike | (lines.measure == "target"), -lines.nth_line)
    return rows.merge(lines, on=[*_LINE, "measure", "line_no"], how="left").set_axis(rows.index).nth_line


def progress(dataset: Tables) -> pd.DataFrame:
    """See `Dataset.progress`."""
    cards = dataset.cards[["card_id", "municipality", "pledge_no", "title", "stage", "as_of", "review"]]
    parts = [_deeds(dataset.events), _met(targets(dataset)), _rates(dataset.indicators)]
    for part in parts:
        cards = cards.merge(part, on="card_id", how="left")
    counts = ["events", "events_dated", "compared", "met", "rates"]
    cards[counts] = cards[counts].fillna(0)
    return typed(
        cards,
        card_id=STRING,
        municipality=STRING,
        pledge_no=COUNT,
        title=STRING,
        stage=STRING,
        as_of=DATE,
        events=COUNT,
        events_dated=COUNT,
        first=DATE,
        last=DATE,
        compared=COUNT,
        met=COUNT,
        rates=COUNT,
        rate=NUMBER,
        rate_least=NUMBER,
        review=BOOL,
    )


def _deeds(events: pd.DataFrame) -> pd.DataFrame:
    known = events.assign(
        dated=events.start.notna() | events.end.notna(),
        first=events.start.fillna(events.end),
        last=events.end.fillna(events.start),
    )
    return known.groupby("card_id", as_index=False).agg(
        events=("event_no", "size"), events_dated=("dated", "sum"), first=("first", "min"), last=("last", "max")
    )


def _met(compared: pd.DataFrame) -> pd.DataFrame:
    both = compared[compared.met.notna()]
    return both.groupby("card_id", as_index=False).agg(compared=("met", "size"), met=("met", "sum"))


def _rates(indicators: pd.DataFrame) -> pd.DataFrame:
    rates = indicators[(indicators.measure == "rate") & indicators.value.notna()]
    return rates.groupby("card_id", as_index=False).agg(
        rates=("value", "size"), rate=("value", "mean"), rate_least=("value", "min")
    )
