"""Checks over the targets and results of a card: the rate against result over goal, and the names of the projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from pledgecards.normalize.rows import Issue, Row, place_of
from pledgecards.schemas.vocabulary import fold, without_remark

_TABLE = "indicators"
_TOLERANCE = 0.5
_ALIKE = 60.0
_SAID_BEFORE = re.compile(r"^(?:목표|계획|실적|달성|이행)(?=[가-힣]{2}|[액수량치]$)")
_TARGETS, _RESULTS = ("goal", "target"), ("result", "actual", "rate")


def indicator_issues(tables: Sequence[Sequence[Row]]) -> list[Issue]:
    """Both checks, over the rows of each table of targets and results of a card."""
    return [*rate_issues([row for rows in tables for row in rows]), *project_issues(tables)]


def rate_issues(rows: Sequence[Row]) -> list[Issue]:
    """An `indicator.rate_mismatch` for each 이행률 that is not 실적 / 목표 × 100, to half a percent and the rounding of its digits.

    rows: those of all tables of the card, since the goal may stand in another table than the rate: it is then that of the same project and unit.
    Where the goal or the result is not known, or several goals fit, nothing is said.
    """
    issues = []
    for rate in rows:
        if rate["measure"] != "rate" or rate["value"] is None:
            continue
        result = _one([row for row in rows if row["measure"] == "result" and _beside(rate, row)])
        if result is None:
            continue
        goals = _goals(result, rows)
        goal = _one(goals) or _one([row for row in goals if _beside(rate, row)])
        if goal is None or not goal["value"]:
            continue
        expected = result["value"] / goal["value"] * 100
        if abs(rate["value"] - expected) <= _TOLERANCE + _rounding(rate["value"]):
            continue
        message = (
            f"{_whose(rate)}이행률은 {_print(rate['value'])}%인데 "
            f"실적 {_print(result['value'])} ÷ 목표 {_print(goal['value'])}은 {_print(round(expected, 1))}%입니다."
        )
        issues.append(Issue("indicator.rate_mismatch", message, _TABLE, "value", place_of(rate), rate["value_raw"]))
    return issues


def project_issues(tables: Sequence[Sequence[Row]]) -> list[Issue]:
    """An `indicator.project_mismatch` for each project that stands among the targets or the results only.

    Names are compared without spaces, punctuation and bracketed remarks. tables: the rows of each table of the card. Where one has the targets
    and the results side by side, a project with only one of them has a blank cell in the other, and is named in both.
    """
    rows = [row for of_table in tables for row in of_table]
    targets = _projects(row for row in rows if row["measure"] in _TARGETS)
    results = _projects(row for row in rows if row["measure"] in _RESULTS)
    if not targets or not results:
        return []
    # A table of deeds by year beside one of figures names other things.
    targets, results = (
        _without_deeds(targets, _in_words(rows, _TARGETS), results),
        _without_deeds(results, _in_words(rows, _RESULTS), targets),
    )
    missing = {key: row for key, row in targets.items() if key not in results}
    in_both = {_key(row["project"]) for of_table in tables if _is_of_both(of_table) for row in of_table}
    issues = []
    for key, row in results.items():
        if key in targets:
            continue
        best = process.extractOne(key, list(missing), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is not None:
            other = missing.pop(best[0])
            message = f"실적표의 「{row['project']}」와(과) 목표표의 「{other['project']}」의 이름이 다릅니다."
        elif key in in_both:
            continue
        else:
            message = f"실적표의 「{row['project']}」이(가) 목표표에는 없습니다({_names(targets)})."
        issues.append(_mismatch(row, message))
    for key, row in missing.items():
        if key not in in_both:
            issues.append(
                _mismatch(row, f"목표표의 「{row['project']}」이(가) 실적표에는 없습니다({_names(results)}).")
            )
    return issues


def _is_of_both(rows: Sequence[Row]) -> bool:
    """Whether a table tells targets and results."""
    measures = {row["measure"] for row in rows}
    return not measures.isdisjoint(_TARGETS) and not measures.isdisjoint(_RESULTS)


def _in_words(rows: Iterable[Row], measures: Sequence[str]) -> dict[str, bool]:
    """The projects with a line of these measures that holds words and no value; with each, whether all its lines do."""
    lines: dict[tuple[str, int], bool] = {}
    for row in rows:
        if row["project"] is not None and row["measure"] in measures:
            key = _key(row["project"]), row.get("line_no", 0)
            lines[key] = lines.get(key, True) and row["value"] is None and bool(row["milestone"])
    return {
        project: all(wordy for (other, _), wordy in lines.items() if other == project)
        for (project, _), some in lines.items()
        if some
    }


def _without_deeds(named: dict[str, Row], in_words: dict[str, bool], others: dict[str, Row]) -> dict[str, Row]:
    """The projects without those that are told in words alone, where the other side knows none of what is told in words."""
    if in_words.keys() & others.keys():
        return named
    return {key: row for key, row in named.items() if not in_words.get(key)}


def _projects(rows: Iterable[Row]) -> dict[str, Row]:
    named: dict[str, Row] = {}
    for row in rows:
        if row["project"] is not None:
            named.setdefault(_key(row["project"]), row)
    return named


@lru_cache(maxsize=4096)
def _key(project: str | None) -> str:
    """What names are compared by. `목표인원` and `달성인원` name the same."""
    return _SAID_BEFORE.sub("", fold(without_remark(project))) if project is not None else ""


def _names(rows: dict[str, Row]) -> str:
    return ", ".join(f"「{row['project']}」" for row in rows.values())


def _mismatch(row: Row, message: str) -> Issue:
    return Issue("indicator.project_mismatch", message, _TABLE, "project", place_of(row), row["project"])


def _beside(rate: Row, row: Row) -> bool:
    """Whether a row was read in the same printed line of the same table as the rate."""
    if row["value"] is None or row["project"] != rate["project"]:
        return False
    if (row["line_no"], row["page"], row["line"]) != (rate["line_no"], rate["page"], rate["line"]):
        return False
    return rate["top"] is None or (row["top"] < rate["bottom"] and rate["top"] < row["bottom"])


def _goals(result: Row, rows: Sequence[Row]) -> list[Row]:
    """The goals of the same project and unit, from whichever table."""
    key = _key(result["project"])
    return [
        row
        for row in rows
        if row["measure"] == "goal"
        and row["value"] is not None
        and _key(row["project"]) == key
        and row["unit"] == result["unit"]
    ]


def _one(rows: Sequence[Row]) -> Row | None:
    """The row that stands for all, which say the same value; or None."""
    return rows[0] if rows and len({row["value"] for row in rows}) == 1 else None


def _rounding(value: float) -> float:
    """Half a unit of the last digit printed."""
    digits = len(repr(value).partition(".")[2]) if value != int(value) else 0
    return 0.5 / float(10**digits)


def _whose(row: Row) -> str:
    return f"「{row['project']}」의 " if row["project"] is not None else ""


def _print(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"
