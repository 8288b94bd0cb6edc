"""The reference lists of `schemas/reference/`: the 243 local governments of 2018, and the forms of the provinces' names."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

_SHORTEST = 3
"""Names of two letters (중구, 동구) are other words too."""

_CITIES = ("특별시", "광역시", "특별자치시")


def reference(name: str) -> list[dict[str, str]]:
    """The rows of a list, by column."""
    text = files("pledgecards.schemas").joinpath("reference", name).read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def body_names() -> frozenset[str]:
    """The names of all local governments, without their provinces', as far as they are no other word: `영등포구`, and `인천시` beside
    `인천광역시`."""
    names = _all_names() - short_body_names()
    return names | {f"{name[:2]}시" for name in names if name.endswith(_CITIES)}


@lru_cache(maxsize=1)
def short_body_names() -> frozenset[str]:
    """Those that are other words as well (`중구`): they name a body only where something else says so."""
    return frozenset(name for name in _all_names() if len(name) < _SHORTEST)


def _all_names() -> frozenset[str]:
    return frozenset(row["sigungu"] or row["sido"] for row in reference("local_governments_2018.csv"))
