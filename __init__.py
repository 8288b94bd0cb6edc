"""pledgecards: the pledge cards (공약카드) of Korea's local governments as typed, checked tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from pledgecards.analysis.dataset import Dataset

__version__ = "0.1.0"


def open(folder: str | os.PathLike[str]) -> Dataset:
    """The dataset that `pledgecards convert --out FOLDER` wrote, for analysis: `open("out").cards` is a pandas frame.

    `pledgecards.schemas.stored.DatasetError`: the folder holds none, or one of another version.
    """
    # Here, and not above: the command line must not wait for pandas.
    from pledgecards.analysis.dataset import Dataset

    return Dataset(folder)
