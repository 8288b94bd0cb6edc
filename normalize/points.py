"""Points that may have been typed for the comma of thousands: `24.394` among `6,787` and `26,109`.

Read as printed such a figure is a thousandth of what was meant, and looks right. Where the table itself shows that it writes fractions, or
the printed sums hold with them, it is one; else the value is null.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.figures.grouping import separator_of
from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.rows import Issue, Row, place_of
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
_POINTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_STOPPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_THOUSAND = 1000


def budget_points(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[list[Row], list[Issue]]:
    """The rows of one budget table, amounts null where a point may be a comma; and an issue for each."""
    texts = [row["amount_raw"] or "" for row in rows]
    pointed, doubted = _pointed(texts)
    if not pointed or doubted is False or separator_of(texts) is not None:
        return list(rows), []
    as_printed, as_thousands = _sums_hold(rows, pointed, vocabulary)
    told = (as_printed and not as_thousands) if doubted else (as_printed or not as_thousands)
    return (list(rows), []) if told else _without(rows, pointed, "budget", "amount_won", "amount_raw")


def indicator_points(rows: Sequence[Row]) -> tuple[list[Row], list[Issue]]:
    """The rows of one table of indicators, values null where a point may be a comma; and an issue for each. The figures of one line
    are of one kind, and are looked at together."""
    unsure: list[int] = []
    lines: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        if row["value"] is not None and row["measure"] != "rate":
            lines.setdefault(row["line_no"], []).append(place)
    for places in lines.values():
        pointed, doubted = _pointed([rows[place]["value_raw"] for place in places])
        unsure += [places[found] for found in pointed if doubted]
    return _without(rows, unsure, "indicators", "value", "value_raw")


def _pointed(texts: Sequence[str | None]) -> tuple[list[int], bool | None]:
    """Which of the cells hold a figure whose point may be a comma, and whether the others cast doubt on it: they are grouped by commas, and
    none is surely a fraction, or are grouped by points; or all of them end in `.000`, as whole thousands do. None: they say nothing of it."""
    pointed: list[int] = []
    grouped = stopped = fractions = False
    whole = True
    for place, text in enumerate(texts):
        if not text or not ("." in text or "," in text):
            continue
        for figure in _FIGURE.findall(fold(text)):
            if _POINTED.fullmatch(figure):
                pointed.append(place)
                whole = whole and figure.endswith(".000")
            elif _STOPPED.fullmatch(figure):
                stopped = True
            elif "." in figure:
                fractions = True
            grouped = grouped or _GROUPED.fullmatch(figure) is not None
    if stopped or ((grouped or whole) and not fractions):
        return pointed, True
    return pointed, False if fractions else None


def _sums_hold(rows: Sequence[Row], pointed: Sequence[int], vocabulary: Vocabulary) -> tuple[bool, bool]:
    """Whether the printed sums hold with these figures as fractions, and as thousands."""
    larger = list(rows)
    for place in pointed:
        won = rows[place]["amount_won"]
        larger[place] = rows[place] | {"amount_won": None if won is None else won * _THOUSAND}
    return not budget_issues(rows, vocabulary), not budget_issues(larger, vocabulary)


def _without(
    rows: Sequence[Row], doubted: Sequence[int], table: str, field: str, raw: str
) -> tuple[list[Row], list[Issue]]:
    kept, issues = list(rows), []
    for place in doubted:
        row = rows[place]
        if row[field] is None:
            continue
        kept[place] = row | {field: None}
        message = f"「{row[raw]}」의 점이 소수점인지 천 단위 쉼표를 잘못 찍은 것인지 알 수 없어 값을 비워 두었습니다."
        issues.append(Issue("number.point_unsure", message, table, field, place_of(row), row[raw]))
    return kept, issues
