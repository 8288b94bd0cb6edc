"""Sections that carry none of the contract's names: a short line set as the card's own section headings are."""

from __future__ import annotations

import re

from pledgecards.extract.continuation import SENTENCE
from pledgecards.extract.issue import Issue
from pledgecards.extract.markers import NUMERAL, SECTION, Marked
from pledgecards.extract.numbered_sections import counts_on
from pledgecards.extract.outline import Outline
from pledgecards.extract.page import Line
from pledgecards.extract.survey import Survey

_SMALLER = 0.6
"""A line so many points lower than every heading of a section is set as its text is."""

_REMARK = re.compile(r"\s*[(\[【（].*$")
_NO_NAME = re.compile(r"[:：]|\d{2,}")


def is_unknown_section(line: Line, marked: Marked, outline: Outline, survey: Survey) -> bool:
    """A short line with the marker of the card's section headings and set in their type, but with none of their names.

    Another sign of the same rank is that of bullets (`□ 위치` under `■ 정책개요`), and so is the same sign before smaller or lighter words.
    """
    if marked.rank not in (SECTION, NUMERAL) or not survey.heads_sections(marked):
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
