"""The number of a card that its type alone sets off from the title in the same line."""

from __future__ import annotations

import re

from pledgecards.extract.page import Line

_ALONE = re.compile(r"\d{1,3}(?:-\d{1,2})*")
_LARGER = 1.15
"""Type so many times as large as other type is seen to be larger."""


def number_by_type(text: str, line: Line | None) -> tuple[str | None, str]:
    """The number right before a title or far behind it, in type unlike the title's, and the title; None and all of it where there is none."""
    if line is None or len(line.runs) < 2:
        return None, text
    number, title = _in_large(text, line)
    return (number, title) if number is not None else _far_behind(text, line)


def _in_large(text: str, line: Line) -> tuple[str | None, str]:
    """The number with a nought that stands right before a title in type larger than its own (`03창업센터 조성`)."""
    first = line.runs[0]
    if first.start or not text.startswith(line.text[: first.end]):
        return None, text
    number = line.text[: first.end]
    larger = first.size > line.runs[1].size + 1 and number.isdigit() and number.startswith("0")
    return (number, text[first.end :].lstrip()) if larger else (None, text)


def _far_behind(text: str, line: Line) -> tuple[str | None, str]:
    """The number behind a title and a wide gap, in another colour or larger; in smaller type it may be that of the page."""
    title, gap, number = text.rpartition("\t")
    start = line.text.rfind("\t") + 1
    if not gap or "\t" in title or _ALONE.fullmatch(number) is None or line.text[start:].strip() != number:
        return None, text
    own = [run for run in line.runs if run.start >= start]
    words = [run for run in line.runs if run.start < start]
    if not own or not words or min(run.size for run in own) < max(run.size for run in words):
        return None, text
    larger = own[0].size > _LARGER * max(run.size for run in words)
    unlike = larger or not {run.colour for run in own} & {run.colour for run in words}
    return (number, title.strip()) if unlike else (None, text)
