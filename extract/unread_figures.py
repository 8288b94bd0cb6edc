"""Figures of a card that no table holds: a table whose rows and columns were not told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.issue import Issue

_FIGURE = re.compile(r"(?<!\S)(?:[△▲-]?\d[\d,.]*|[-■●○◎▶→])(?!\S)")
_LEAST_YEARS = 3
_YEAR = re.compile(r"(?:['’‘`´]\d\d|(?:20|２０)\d\d|\d\d(?=년))(?:년도?|\.)?(?:\d{1,2}\.?)?")
_AMOUNT_OF_YEAR = re.compile(
    r"['’‘`´]?(?:20)?\d\d\s?년?도?\s*[:：]?\s+(?:약\s*)?\d[\d,.]*(?![\d,.]|\s*[년월일명개회건%])"
)
"""A year and its amount: `2019년 : 300 (구비 300)`."""

_LEAST_FIGURES = 6


def unread_figures(card: PrintedCard, known: Sequence[Issue]) -> list[Issue]:
    """Sections that should hold a table, have none, and hold lines of little but figures or bars, or one that little but years make up:
    a table whose columns were not told."""
    if any(issue.code == "table.unread" for issue in known):
        return []
    read = {table.role for table in card.tables} | {table.section for table in card.tables}
    issues = []
    for section in ("schedule", "budget", "indicators", "achievement"):
        if section in read:
            continue
        items = [item for item in card.items if item.section == section and item.marker is None]
        counts = [(item, len(_FIGURE.findall(item.text)), len(item.text.split())) for item in items]
        lines = [(item, figures) for item, figures, words in counts if figures > 1 and 2 * figures >= words]
        heads = [item for item in items if _of_years(item.text)]
        if section == "budget" and not heads:
            amounts = [item for item in items if _AMOUNT_OF_YEAR.match(item.text)]
            heads = amounts if len(amounts) >= _LEAST_YEARS else []
        if heads or sum(figures for _, figures in lines) >= _LEAST_FIGURES:
            item = heads[0] if heads else lines[0][0]
            message = (
                f"'{item.text[:20]}'(으)로 시작하는 글은 표인 듯하나 행과 열을 가릴 수 없어 글만 items에 두었습니다."
            )
            issues.append(Issue("table.unread", message, "items", None, item.place, item.text[:200]))
    return issues or _rows_of_figures(card)


def _rows_of_figures(card: PrintedCard) -> list[Issue]:
    """The first line of years with lines of figures below it, under whatever heading: a table that was not read."""
    for head, row, below in zip(card.items, card.items[1:], (*card.items[2:], None), strict=False):
        if head.marker is not None or not _of_years(head.text):
            continue
        rows = [item for item in (row, below) if item is not None and item.marker is None]
        figures = [len(_FIGURE.findall(item.text)) for item in rows]
        if figures and figures[0] >= _LEAST_YEARS and 2 * figures[0] >= len(rows[0].text.split()):
            message = (
                f"'{head.text[:20]}'(으)로 시작하는 글은 표인 듯하나 행과 열을 가릴 수 없어 글만 items에 두었습니다."
            )
            return [Issue("table.unread", message, "items", None, head.place, head.text[:200])]
    return []


def _of_years(text: str) -> bool:
    """Whether a line is the head of a table over time: three years or more, and as many words beside them at most."""
    words = text.split() if " " in text else text.split(",")
    years = sum(_YEAR.fullmatch(word) is not None for word in words)
    return years >= _LEAST_YEARS and 2 * years >= len(words)
