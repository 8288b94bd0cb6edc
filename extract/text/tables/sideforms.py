"""Forms set with spaces, whose labels stand left of what they head (`추진실적    ○ 설계: 2019. 3.`): each label is put above its lines.

A copy of a page (`pdftotext -layout`) has the label half-way down its row, a hand at the row's first line. Where both may be, and would
give a line another label, the lines are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgecards.extract.forms.labels import LONGEST_LABEL, kind_of_label
from pledgecards.extract.markers import ITEM, SECTION, split_marker
from pledgecards.extract.record import record
from pledgecards.extract.text.lines.textline import SourceLine, indent_of, is_rule, width_of
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_LABEL = rf" *(?:\d{{1,2}}[.)] ?)?[가-힣]+(?:[ {MIDDOTS}][가-힣]+)*"
_LABELLED = re.compile(rf"(?P<label>{_LABEL}) {{2,}}(?P<content>\S.*)$")
_ALONE = re.compile(rf"{_LABEL}$")
_WORDS = re.compile(r"[가-힣A-Za-z]{2}")
_GAP = re.compile(r" {2,}")
_LEAST = 4


@record
class _Row:
    """A line of a form: its label and what stands beside it, either of them blank."""

    line: SourceLine
    label: str
    content: str
    start: int


_Rows = Sequence[_Row]


def with_labels_above(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, in which the labels of forms stand above the bullets that they head."""
    paper = bool(lines) and lines[-1].sheet > 0
    beside = any(_heads_bullet(line.text, vocabulary) for line in lines)
    if not beside and not (paper and any(_halves_bullets(lines, at, vocabulary) for at in range(1, len(lines) - 1))):
        return list(lines)
    result: list[SourceLine] = []
    at = 0
    while at < len(lines):
        form = _form(lines, at, vocabulary)
        apart = not at or lines[at - 1].blank
        groups = (
            _groups(form, vocabulary, paper=paper, apart=apart)
            if form and (beside or _is_row(lines, at, form, vocabulary))
            else None
        )
        if groups is None:
            result.append(lines[at])
            at += 1
            continue
        for group in groups:
            result += _set(group, vocabulary)
        at += len(form)
    return result


def _halves_bullets(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but the name of a section, and bullets set further right stand right above and below it."""
    if not (lines[at - 1].text[:1].isspace() and lines[at + 1].text[:1].isspace()):
        return False  # most lines
    text = lines[at].text.rstrip()
    if len(text) > LONGEST_LABEL + _LEAST or _ALONE.match(text) is None or _section(text.strip(), vocabulary) is None:
        return False
    around = (lines[at - 1].text, lines[at + 1].text)
    return all(
        indent_of(other) > max(_LEAST, indent_of(text)) and _is_bullet(other.strip(), vocabulary) for other in around
    )


def _is_row(lines: Sequence[SourceLine], start: int, form: _Rows, vocabulary: Vocabulary) -> bool:
    """Whether lines are rows of forms whose labels all stand alone: not where a heading or a bullet before them may be theirs, and, under one
    label, as many above it as beneath."""
    above = next((lines[at].text.strip() for at in range(start - 1, -1, -1) if not lines[at].blank), "")
    marked = split_marker(above, vocabulary)
    if marked.rank is not None or _section(marked.words.strip(), vocabulary) is not None:
        return False
    at = [place for place, row in enumerate(form) if row.label]
    return len(at) > 1 or abs(len(form) - 1 - 2 * at[0]) <= 1


def _heads_bullet(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the name of a section and, behind a gap, a bullet with its words."""
    met = _LABELLED.match(text)
    return (
        met is not None
        and _is_bullet(met["content"], vocabulary)
        and _section(met["label"].strip(), vocabulary) is not None
    )


def _is_bullet(content: str, vocabulary: Vocabulary) -> bool:
    marked = split_marker(content, vocabulary)
    return marked.rank is not None and _WORDS.search(marked.words) is not None and not _is_choice(content, vocabulary)


def _is_choice(content: str, vocabulary: Vocabulary) -> bool:
    signs = vocabulary.marks
    return sum(sign in signs["checked"] or sign in signs["empty"] for sign in content) > 1


def _section(label: str, vocabulary: Vocabulary) -> str | None:
    """The section that a label heads; None where it is the label of something else, or none."""
    kind = kind_of_label(label, vocabulary) if len(label) <= LONGEST_LABEL else None
    if kind is None or kind[0] != "section" or kind[1].rough or kind[1].key == "contacts":
        return None
    return kind[1].key


def _form(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> list[_Row]:
    """The rows of the form that begins at lines[start]: lines with a label, alone or before a gap, and lines that stand right of all
    labels. None of them where no form begins."""
    rows: list[_Row] = []
    right = 0
    for line in lines[start:]:
        row = _row_of(line, right, vocabulary)
        if row is None or line.sheet != lines[start].sheet:
            break
        if row.label and row.content and not right:
            right = max(row.start - 2, _LEAST)
        rows.append(row)
    heads = any(row.label and _section(row.label, vocabulary) is not None for row in rows)
    return rows if heads and any(_is_bullet(row.content, vocabulary) for row in rows if row.content) else []


def _row_of(line: SourceLine, right: int, vocabulary: Vocabulary) -> _Row | None:
    text = line.text.rstrip()
    if not text or "\t" in text or is_rule(text):
        return None
    met = _LABELLED.match(text)
    if met is not None and _is_label(met["label"].strip(), vocabulary):
        # Two labels on a line are of a row of two fields.
        if any(_is_label(part, vocabulary) for part in _GAP.split(met["content"])):
            return _Row(line, met["label"].strip(), "", 0)
        return _Row(line, met["label"].strip(), met["content"], met.start("content"))
    if _ALONE.match(text) is not None and _is_label(text.strip(), vocabulary):
        return _Row(line, text.strip(), "", 0)
    start = indent_of(text)
    within = start >= right if right else start > _LEAST and _is_bullet(text.strip(), vocabulary)
    return _Row(line, "", text.strip(), start) if within else None


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    kind = kind_of_label(text, vocabulary) if len(text) <= LONGEST_LABEL else None
    return kind is not None and not kind[1].rough


def _groups(rows: _Rows, vocabulary: Vocabulary, *, paper: bool, apart: bool) -> list[_Rows] | None:
    """The rows of each label; None where that cannot be told. apart: nothing stands right above them."""
    at = [i for i, row in enumerate(rows) if row.label]
    if len(at) == 1:
        return [rows] if apart else None
    ways = [_centred(rows, at)] if paper else []
    if apart or not paper:
        ways.append(_hanging(rows, at))
    told: list[list[_Rows]] = []
    for way in ways:
        if way is not None and all(_begins_with_bullet(group, vocabulary) for group in way) and way not in told:
            told.append(way)
    return told[0] if len(told) == 1 else None


def _hanging(rows: _Rows, at: Sequence[int]) -> list[_Rows] | None:
    """Every label at the top of its rows."""
    return None if at[0] else [rows[start:end] for start, end in zip(at, [*at[1:], len(rows)], strict=True)]


def _centred(rows: _Rows, at: Sequence[int]) -> list[_Rows] | None:
    """Every label half-way down its rows: as many above it as beneath."""
    groups: list[_Rows] = []
    top = 0
    for place in at:
        end = 2 * place - top + 1
        if not top <= place or end > len(rows) or any(row.label for row in rows[place + 1 : end]):
            return None
        groups.append(rows[top:end])
        top = end
    return groups if top == len(rows) else None


def _begins_with_bullet(group: _Rows, vocabulary: Vocabulary) -> bool:
    """Whether a group that holds bullets of the highest ranks begins with one."""
    contents = [row.content for row in group if row.content]
    ranks = [split_marker(content, vocabulary).rank for content in contents]
    return not ranks[1:] or ranks[0] is not None or not any(rank in (SECTION, ITEM) for rank in ranks[1:])


def _set(group: _Rows, vocabulary: Vocabulary) -> Iterator[SourceLine]:
    """The lines of a group, its label above them if it heads a section and they hold no choice."""
    label = next((row for row in group if row.label), None)
    contents = [row for row in group if row.content]
    if (
        label is None
        or not contents
        or _section(label.label, vocabulary) is None
        or any(_is_choice(row.content, vocabulary) for row in contents)
    ):
        yield from (row.line for row in group)
        return
    yield SourceLine(contents[0].line.number, label.label, label.line.sheet)
    others = [row.start for row in contents if row is not label]
    for row in contents:
        start = min([_start_beside(row, others), *others]) if row.label else row.start
        yield SourceLine(row.line.number, " " * start + row.content, row.line.sheet)


def _start_beside(row: _Row, others: Sequence[int]) -> int:
    """The column of what stands beside a label, in letters or, where the other lines say so, with two columns to a Hangul syllable."""
    wide = width_of(row.line.text[: row.start])
    return wide if others and min(others) >= wide else row.start
