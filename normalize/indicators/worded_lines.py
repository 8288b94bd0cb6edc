"""Lines of one indicator that a column of words tells apart: what each measures (`예정`, `완료`), or whom it counts (`남`, `여`), and those of
which nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary, fold

_TABLE = "indicators"
_COUNTED = re.compile(r"[(\[（].+[)\]）]$")
_MEASURES = frozenset({"goal", "plan", "result", "spent", "rate"})
_SIDES = frozenset({"goal", "plan", "result"})
"""The measures that another one stands beside; a rate or what was spent may as well be an indicator (`공정률` over `이용객`)."""


def worded_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], dict[int, str], list[Issue]]:
    """The lines without those that say in unknown words what they measure, what others measure that say so beside them (by number), and an
    issue for what was left out. Lines that count parts of the indicator have their words behind its name.

    A column says so that is no name and no note, where the lines of every indicator, two indicators at least, have the same words in it, and
    no two the same. Words that come once are names of their own, but for one beside a word that is known, and for parts of the indicator.
    """
    if head.first("measure") is not None:
        return list(lines), {}, []
    printed, lines = lines, _without_names(lines, head, vocabulary)
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line.project)]
    for column in head.of("other", "project"):
        words = {tuple([line.text(column) for line in group]) for group in groups}
        if len(words) != 1 or (groups[0][0].project is None and not groups[0][0].grand):
            continue
        [said] = words
        sole = len(groups) < 2
        parts = not (sole and column.kind == "project") and _are_parts(said, head, column, vocabulary, sole=sole)
        if sole and not parts and not _is_pair(said, vocabulary):
            continue
        if len(said) < 2 or len(set(said)) < len(said) or any(map(is_nothing, said)):
            continue
        if any(map(_COUNTED.search, said)) or len({line.text(head.first("unit")) for line in groups[0]} - {""}) > 1:
            continue  # `교육(회)` over `참여(명)`: they count different things
        if parts:
            return [_of_part(line, line.text(column), vocabulary) for line in lines], {}, []
        matches = {word: vocabulary.heads.match(word, rough=False) for word in said}
        keys = {word: match.key for word, match in matches.items() if match is not None and match.key in _MEASURES}
        keys = keys if _SIDES.intersection(keys.values()) else {}
        told = {line.number: keys[line.text(column)] for line in lines if line.text(column) in keys}
        left = [line for line in lines if line.number not in told]
        if not left:
            return list(lines), told, []
        message = f"지표 표의 「{left[0].text(column)}」 줄이 목표인지 실적인지 알 수 없어 그런 줄 {len(left)}개를 옮기지 않았습니다."
        issue = Issue(
            "indicator.unsaid", message, _TABLE, "measure", left[0].cells[column.index].place, " | ".join(said)
        )
        return [line for line in lines if line.number in told], told, [issue]
    return list(printed), {}, []  # whose names nothing gainsaid


def _are_parts(words: Sequence[str], head: Head, column: Column, vocabulary: Vocabulary, *, sole: bool) -> bool:
    """Whether words say which part of an indicator lines count: of the year, by whom, beside the line of 계; or any words that no table is
    headed by, where the columns say what is measured, or their head says what they are (`시설`). Of a sole indicator the columns
    say nothing."""
    names = [word for word in words if not is_total(word, vocabulary)]
    if any(vocabulary.heads.match(word, rough=False) is not None and read_period(word) is None for word in names):
        return False
    known = vocabulary.figure_rules["groups"]["words"]
    told = len(names) < len(words) or (not sole and bool(head.of("goal", "result")))
    told = told or "".join(column.label.split()) in vocabulary.figure_rules["groups"]["heads"]
    return bool(names) and (told or all(word in known or read_period(word) is not None for word in names))


def _of_part(line: TableLine, word: str, vocabulary: Vocabulary) -> TableLine:
    return line if is_total(word, vocabulary) else replace(line, project=f"{line.project} {word}", named=True)


def _is_pair(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether one of two words is that of a measure, and the other unknown."""
    matches = [vocabulary.heads.match(word, rough=False) for word in words]
    return (
        len(words) == 2
        and sum(match is not None and match.key in _SIDES for match in matches) == 1
        and None in matches
        and not any(vocabulary.like_results[key].intersection(words) for key in ("steps", "alone"))
        and not vocabulary.works.intersection(words)
    )


def _without_names(lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary) -> list[TableLine]:
    """The lines without the names of their projects, where these are two, one of a measure and the other unknown, under a head that names
    none (`구분`)."""
    column = head.first("project")
    if column is None or len(lines) != 2 or fold(column.label) not in vocabulary.vague_heads:
        return list(lines)
    if not _is_pair([line.text(column) for line in lines], vocabulary):
        return list(lines)
    return [replace(line, project=None, grand=True) for line in lines]
