"""Figures of a card that no table holds: a table whose rows and columns were not told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.card import Item, PrintedCard
from pledgecards.extract.issue import Issue
from pledgecards.extract.tables.unread_rows import LEAST_YEARS, heads_years
from pledgecards.schemas.notation import COLON, SHORT_YEAR

_FIGURE = re.compile(r"(?<!\S)(?:[△▲-]?\d[\d,.]*|[-■●○◎▶→])(?!\S)")
_AMOUNT_OF_YEAR = re.compile(
    rf"{SHORT_YEAR}\s?년?도?\s*{COLON}?\s+(?:[국도시구군]비\s*|약\s*)?\d[\d,.]*(?![\d,.]|\s*[년월일명개회건%])"
)
"""A year and its amount: `2019년 : 300 (구비 300)`, `2019년: 국비 100, 도비 50`."""

_SOURCE_AND_FIGURE = re.compile(r"(?:[국도시구군]비|지방비|민자|민간|기타|[합총]?\s?계)\s+\d[\d,]*(?:\.\d+)?")
"""A source and its amount, nothing behind: the row of a table of two columns."""

_LEAST_FIGURES = 6
_LEAST_SOURCES = 2


def unread_figures(card: PrintedCard, known: Sequence[Issue]) -> list[Issue]:
    """Sections that should hold a table, have none, and hold lines of little but figures or bars, or one that little but years make up:
    a table whose columns were not told."""
    if any(issue.code == "table.unread" for issue in known):
        return []
    read = {table.role for table in card.tables} | {table.section for table in card.tables}
    issues = []
    money = [item for item in card.items if item.section == "budget" and item.marker is None]
    sources = [item for item in money if _SOURCE_AND_FIGURE.fullmatch(item.text)]
    if len(sources) >= _LEAST_SOURCES:
        return [_unread(sources[0])]
    for section in ("schedule", "budget", "indicators", "achievement"):
        if section in read:
            continue
        items = [item for item in card.items if item.section == section and item.marker is None]
        counts = [(item, len(_FIGURE.findall(item.text)), len(item.text.split())) for item in items]
        lines = [(item, figures) for item, figures, words in counts if figures > 1 and 2 * figures >= words]
        heads = [item for item in items if heads_years(item.text)]
        if section == "budget" and not heads:
            amounts = [item for item in card.items if item.section == section and _AMOUNT_OF_YEAR.match(item.text)]
            heads = amounts if len(amounts) >= LEAST_YEARS else []
        if heads or sum(figures for _, figures in lines) >= _LEAST_FIGURES:
            item = heads[0] if heads else lines[0][0]
            issues.append(_unread(item))
    return issues


def _unread(item: Item) -> Issue:
    message = f"'{item.text[:20]}'(으)로 시작하는 글은 표인 듯하나 행과 열을 가릴 수 없어 글만 items에 두었습니다."
    return Issue("table.unread", message, "items", None, item.place, item.text[:200])
