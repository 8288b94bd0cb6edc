"""How deep a heading of a section stands: at the top of the card, or within the section above it."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.items.numbered_projects import numbers_project
from pledgecards.extract.items.outline import Draft
from pledgecards.extract.markers import SECTION, Marked, split_marker
from pledgecards.extract.page import Line
from pledgecards.extract.survey import Survey
from pledgecards.schemas.vocabulary import Match, fold


def level_of(line: Line, marked: Marked, match: Match, headings: Sequence[Draft], survey: Survey) -> int:
    """1 for a section of the card, 2 for one within the section that is open, 3 for one within a numbered project of that section (`○ 추진실적` under
    `[세부사업 1] 쉼터 조성`).

    headings  the headings that are open above the line.
    """
    level = _of_card(line, marked, match, headings, survey)
    projects = (heading for heading in headings if heading.level == 2)
    within = any(numbers_project(heading.words, survey.vocabulary) for heading in projects)
    return 3 if level == 2 and within else level


def _of_card(line: Line, marked: Marked, match: Match, headings: Sequence[Draft], survey: Survey) -> int:
    """The level of a section's heading, whatever project is open."""
    top = next((heading for heading in headings if heading.level == 1), None)
    if top is None:
        return 1
    name, above = fold(split_marker(line.text, survey.vocabulary).words), fold(top.words)
    if name != above and name in above and marked.rank != SECTION:
        return 2  # `현 황` under `정책현황 및 목표`
    if top.section == match.key and None not in (top.rank, marked.rank) and (top.rank or 0) < (marked.rank or 0):
        return 2  # `○ 2018년 추진실적` under `□ 추진실적`
    if _is_roman(marked.marker):
        return 1
    if marked.rank is not None and _is_roman(survey.main_marker):
        return 2  # `□ 사업내용` under `Ⅰ. 공약개요`
    below = marked.rank is not None and survey.main_rank is not None and marked.rank > survey.main_rank
    return 2 if below else 1


def _is_roman(marker: str | None) -> bool:
    return marker is not None and "Ⅰ" <= marker[:1] <= "Ⅻ"
