"""What the joins share: which card a row belongs to, which cards are of one pledge, which projects are the same."""

from __future__ import annotations

from collections.abc import Iterable

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


def repeated_cards(cards: pd.DataFrame, unsure: Iterable[str] = ()) -> pd.DataFrame:
    """Cards of a pledge of which another card counts: card_id, counted (that other card's card_id).

    The newest by as_of counts; of equals one that is not `unsure`; then the first. Cards are of one pledge where body (which
    must be known), cohort, number and title are the same, spaces and punctuation of the title aside.
    """
    known = cards[cards.municipality.notna() & cards.pledge_no.notna() & cards.title.notna()]
    known = known.assign(
        name=known.title.map(fold).astype(STRING),
        unsure=known.card_id.isin(list(unsure)),
        cohort=known.cohort.fillna(0),
        place=range(len(known)),
    )
    known = known.sort_values(["as_of", "unsure", "place"], ascending=[False, True, True], na_position="last")
    first = known.groupby(["municipality", "cohort", "pledge_no", "name"]).card_id.transform("first")
    others = known[known.card_id != first]
    return pd.DataFrame({"card_id": others.card_id, "counted": first.loc[others.index]}).astype(STRING)
