"""What the joins share: the columns that say which card a row belongs to, and projects by name."""

from __future__ import annotations

import pandas as pd

from pledgecards.analysis.frames import STRING
from pledgecards.schemas.vocabulary import fold, without_remark


def project_keys(projects: pd.Series[str]) -> pd.Series[str]:
    """Names by which the same project is found in several tables of a card: without spaces, punctuation and bracketed remarks.

    A name of remarks and signs alone, and no name, are "".
    """
    names = projects.dropna().unique()
    keys = {name: fold(without_remark(name)) for name in names}
    return projects.map(keys).astype(STRING).fillna("")


def with_cards(frame: pd.DataFrame, cards: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The frame with the named columns of each row's card, in the order of the frame."""
    return frame.merge(cards[["card_id", *columns]], on="card_id", how="left")
