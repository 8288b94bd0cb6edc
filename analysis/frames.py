"""Arrow tables as pandas frames whose columns keep their types: whole numbers with nulls stay whole, dates stay dates."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

STRING = pd.ArrowDtype(pa.string())
BOOL = pd.ArrowDtype(pa.bool_())
WON = pd.ArrowDtype(pa.int64())
COUNT = pd.ArrowDtype(pa.int32())
SMALL = pd.ArrowDtype(pa.int16())
NUMBER = pd.ArrowDtype(pa.float64())
DATE = pd.ArrowDtype(pa.date32())


def frame_of(table: pa.Table) -> pd.DataFrame:
    """The table with Arrow-backed columns. A closed vocabulary becomes plain strings: pandas can compare, group and join them all."""
    for place, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            plain = table.column(place).cast(field.type.value_type)
            table = table.set_column(place, field.name, plain)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def typed(frame: pd.DataFrame, **columns: pd.ArrowDtype) -> pd.DataFrame:
    """The named columns in that order, each of that type; rows numbered from 0."""
    kinds: dict[Any, Any] = dict(columns)
    return frame[list(columns)].astype(kinds).reset_index(drop=True)
