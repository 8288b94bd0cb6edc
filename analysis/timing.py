"""When things were done: deeds by quarter, and the quarters of the Gantt table against them.

A quarter is counted as year × 4 + quarter − 1, so that a span of quarters is a span of numbers.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from pledgecards.analysis.frames import BOOL, COUNT, SMALL, STRING, typed
from pledgecards.analysis.projects import project_keys, repeated_cards, with_cards
from pledgecards.analysis.tables import By, Tables

_CLOSE = ["day", "month", "quarter"]
_PLACE = ["card_id", "key", "at"]


def events_per_quarter(dataset: Tables, by: By) -> pd.DataFrame:
    """See `Dataset.events_per_quarter`."""
    if by not in ("body", "card"):
        raise ValueError("by is 'body' or 'card'")
    events = dataset.events
    if by == "body":
        events = events[~events.card_id.isin(repeated_cards(dataset.cards).card_id)]
    from_start = events.start.notna()
    day = events.start.fillna(events.end)
    precision = events.start_precision.where(from_start, events.end_precision)
    events = events.assign(year=day.dt.year, quarter=day.dt.quarter.where(precision.isin(_CLOSE)))
    events = with_cards(events, dataset.cards, "municipality", "title")
    card = {"card_id": STRING, "title": STRING} if by == "card" else {}
    columns = {"municipality": STRING, **card, "year": SMALL, "quarter": SMALL}
    counts = events.groupby(list(columns), dropna=False).size().rename("events").reset_index()
    return typed(counts, **columns, events=COUNT)


def plan_against_events(dataset: Tables) -> pd.DataFrame:
    """See `Dataset.plan_against_events`."""
    cards = dataset.cards
    plan = _plan(dataset.schedule)
    deeds = _deeds(with_cards(dataset.events, cards, "as_of"))
    # pandas cannot join Arrow-backed keys of which there are none.
    plain = {"card_id": object, "key": object}
    joined = plan.astype(plain).merge(deeds.astype(plain), on=_PLACE, how="outer", suffixes=("", "_deeds"))
    joined["project"] = joined.project.fillna(joined.project_deeds)
    joined = with_cards(joined.astype({"card_id": STRING}), cards, "municipality", "title", "as_of")
    joined["events"] = joined.events.fillna(0)
    joined["year"], joined["quarter"] = joined["at"] // 4, joined["at"] % 4 + 1
    joined["due"] = joined["at"] <= _quarter(joined.as_of)
    joined["outcome"] = _outcome(joined.planned, joined.events > 0)
    return typed(
        joined.sort_values(_PLACE, kind="stable"),
        card_id=STRING,
        municipality=STRING,
        title=STRING,
        project=STRING,
        year=SMALL,
        quarter=SMALL,
        planned=BOOL,
        events=COUNT,
        due=BOOL,
        outcome=STRING,
    )


def _plan(schedule: pd.DataFrame) -> pd.DataFrame:
    """The quarters of the Gantt: card_id, key, at, project, planned. A project on several lines is planned where one is."""
    known = schedule[schedule.year.notna() & schedule.quarter.notna()]
    known = known.assign(
        key=project_keys(known.project),
        at=known.year.astype("int64") * 4 + known.quarter.astype("int64") - 1,
        # A bar is sure; the lack of one is sure only where no line leaves it open.
        planned=known.planned.astype("Int8").fillna(-1).replace({0: -2}),
    )
    quarters = known.groupby(_PLACE, as_index=False).agg(project=("project", "first"), planned=("planned", "max"))
    planned = quarters.planned.astype("int64")
    quarters["planned"] = pd.Series(planned == 1, dtype="boolean").mask(planned == -1)
    return quarters


def _deeds(events: pd.DataFrame) -> pd.DataFrame:
    """The quarters in which deeds go on: card_id, key, at, project, events."""
    events = events[events.start.notna() & events.start_precision.isin(_CLOSE)]
    first = _quarter(events.start).astype("int64").to_numpy()
    told = events.end.notna() & events.end_precision.isin(_CLOSE)
    end = events.end.where(told, events.as_of.where(events.open_end.fillna(False)))
    last = _quarter(end).astype("Int64").fillna(0).astype("int64").to_numpy()
    lengths = np.maximum(last - first, 0) + 1
    long = events[["card_id", "project"]].assign(key=project_keys(events.project), at=first)
    long = long.loc[long.index.repeat(lengths)]
    steps = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    long["at"] = long["at"] + steps
    return long.groupby(_PLACE, as_index=False).agg(project=("project", "first"), events=("key", "size"))


def _quarter(days: pd.Series[pd.Timestamp]) -> pd.Series[int]:
    return days.dt.year.astype("Int64") * 4 + days.dt.quarter.astype("Int64") - 1


def _outcome(planned: pd.Series[bool], done: pd.Series[bool]) -> pd.Series[str]:
    code = planned.astype("Int8") * 2 + done.astype("Int8")
    return code.map({3: "both", 2: "planned_only", 1: "events_only", 0: "neither"}, na_action="ignore")
