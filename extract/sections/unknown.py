"""Sections that carry none of the contract's names: a short line set as the card's own section headings are."""

from __future__ import annotations

import re

from pledgecards.extract.issue import Issue
from pledgecards.extract.items.continuation import SENTENCE
from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import DOT, ITEM, NUMERAL, SECTION, Marked
from pledgecards.extract.page import Line, Place
from pledgecards.extract.sections.numbered import counts_on
from pledgecards.extract.series import same_series
from pledgecards.extract.survey import Survey
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Match

_SMALLER = 0.6
"""A line so many points lower than every heading of a section is set as its text is."""

_OF_TABLES = frozenset({"schedule", "budget", "indicators", "achievement", "contacts"})

_REMARK = re.compile(r"\s*[(\[【（].*$")
_NO_NAME = re.compile(rf"{COLON}|\d{{2,}}")


def is_unknown_section(line: Line, marked: Marked, index: int, outline: Outline, survey: Survey) -> bool:
    """A short line with the marker of the card's section headings and set in their type, but with none of their names. index: its piece's.

    Where sections carry a sign of bullets (`○ 추진실적`), so may what stands within them: such a line heads a section if it has bullets of
    its own below it, as the section before has, and that has none of this sign; or that is one of tables or people, and these stand above.

    Another sign of the same rank is that of bullets (`□ 위치` under `■ 정책개요`), and so is the same sign before smaller or lighter words.
    """
    if marked.rank not in (SECTION, ITEM, NUMERAL) or not survey.heads_sections(marked):
        return False
    above = survey.pieces[index - 1].place if index else None
    if marked.rank == ITEM and not (_beside_section(marked, above, outline) and _heads_bullets(marked, index, survey)):
        return False
    signs = survey.vocabulary.marks
    if any(sign in signs["checked"] or sign in signs["empty"] for sign in marked.words):
        return False  # `□ 신규 ■ 계속`
    words = _REMARK.sub("", marked.words)
    roman = marked.marker is not None and "Ⅰ" <= marked.marker[0] <= "Ⅻ"
    if marked.rank == NUMERAL and not roman and not counts_on(marked, outline):
        return False
    if not 2 <= len(words) <= 25 or _NO_NAME.search(words) or SENTENCE.search(words):
        return False
    return _set_as_heading(line, survey)


def _beside_section(marked: Marked, above: Place | None, outline: Outline) -> bool:
    """Whether the section that is open carries the same sign, and has items, none of which carries it, or nothing but its table or people."""
    top = outline.headings[0] if outline.headings else None
    if top is None or top.level != 1 or top.item_id not in outline.of_sections:
        return False
    within = outline.drafts[outline.drafts.index(top) + 1 :]
    return (
        same_series(top.marker, marked.marker)
        and (bool(within) or (top.section in _OF_TABLES and above != top.last.place))
        and not any(same_series(draft.marker, marked.marker) for draft in within)
    )


def _heads_bullets(marked: Marked, index: int, survey: Survey) -> bool:
    below = survey.pieces[index + 1].line if index + 1 < len(survey.pieces) else None
    rank = survey.marked(below.text).rank if below is not None else None
    return rank is not None and (marked.rank or 0) < rank <= DOT


def unknown_section(line: Line, marked: Marked) -> Issue:
    """That a section was kept as text only."""
    message = f"'{marked.words}' 항목은 알려진 항목이 아니어서 글만 items에 두었습니다."
    return Issue("section.unknown", message, "items", "section", line.place, line.text)


def _set_as_heading(line: Line, survey: Survey) -> bool:
    """Whether a line is as high and begins as bold as the known headings that carry the marker of sections. Its end may be smaller and
    lighter: a remark, a legend."""
    known = survey.main_headings
    if known and all(_height(line) < _height(heading) - _SMALLER for heading in known):
        return False
    return _begins_bold(line) or not known or not all(map(_begins_bold, known))


def _height(line: Line) -> float:
    """How high a line stands on its page, the largest of its letters; 0 in a text."""
    place = line.place
    return 0.0 if place.top is None or place.bottom is None else place.bottom - place.top


def _begins_bold(line: Line) -> bool:
    """Whether the first of a line's words are set in bold."""
    for run in line.runs:
        if any(map(str.isalnum, line.text[run.start : run.end])):
            return run.bold
    return False


def rough_section(match: Match, line: Line) -> list[Issue]:
    """That a heading is a section's name only roughly; nothing where it is one exactly."""
    if not match.rough:
        return []
    message = f"'{line.text}'을(를) '{match.spelling}'(으)로 읽었습니다(유사도 {match.score})."
    return [Issue("label.fuzzy", message, "items", "section", line.place, line.text)]
