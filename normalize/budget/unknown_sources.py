"""Sources that the vocabulary does not know, in a column that lists projects and sources together (`계 | 국비 | 수계비`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.tables.lines import TableLine

_NAMED_SO = re.compile(r"(?:기금|교부금|교부세|회계|지방채|재원|부담금)$")
"""What no project's name ends in."""

_DEED = re.compile(r"(?:조성|설치|운영|정비|건립|개설|확충|구축|개선|확대|보수|공사|신축|증축|육성)$")
"""What the names of projects end in, and those of sources never."""

_LEAST_BLOCKS = 2

_Figures = dict[int, Decimal]
"""The figures of a line by their column."""


def unknown_sources(
    lines: Sequence[TableLine], keys: Sequence[str | None], amounts: Sequence[int], reader: CellFigures
) -> set[str]:
    """The names, among those of projects, that are sources: beside known ones they make up the sum above them, or they are called so, or
    they come again behind the sources of another project.

    keys: what each line's name is known as, None for what may be a project. A name with sources of its own below it is no source, nor one
    behind sources that make up the sum above them, nor what is called by a deed (`보도 설치`).
    """
    names = _names(lines, keys)
    figures = [_figures(line, amounts, reader) for line in lines]
    found = set(_called_so(keys, names, figures))
    for start in range(len(lines)):
        found |= _parts_of(start, lines, keys, names, figures)
    if keys and keys[-1] == "total" and "total" not in keys[:-1]:
        # The sum stands below its parts.
        last_first = [[one[-1], *one[:-1]] for one in (lines, keys, names, figures)]
        found |= _parts_of(0, *last_first)
    return {name for name in found if _DEED.search(name) is None}


def _names(lines: Sequence[TableLine], keys: Sequence[str | None]) -> list[str]:
    """The names that may be projects', by line; blank for lines of other keys."""
    return [
        line.project or "" if key is None and line.named and not line.grand else ""
        for line, key in zip(lines, keys, strict=True)
    ]


def _called_so(keys: Sequence[str | None], names: Sequence[str], figures: Sequence[_Figures]) -> Iterator[str]:
    """The names behind sources, without parts below them, that are called sources or come again."""
    leaves = [bool(name) and _is_leaf(index, keys, figures) for index, name in enumerate(names)]
    parted = {name for name, leaf in zip(names, leaves, strict=True) if not leaf}
    behind: list[str] = []
    follows = False
    for index, (key, name, leaf) in enumerate(zip(keys, names, leaves, strict=True)):
        met = follows and leaf and name not in parted and not _is_made_up(index, keys, figures)
        if met:
            behind.append(name)
        follows = _is_source(key) or (met and _NAMED_SO.search(name) is not None)
    count = Counter(behind)
    return (name for name in behind if count[name] >= _LEAST_BLOCKS or _NAMED_SO.search(name))


def _is_made_up(end: int, keys: Sequence[str | None], figures: Sequence[_Figures]) -> bool:
    """Whether the known sources right above a line make up the sum over them, so that it has no more parts."""
    start = end - 1
    rest: _Figures = {}
    while start >= 0 and _is_source(keys[start]):
        _add(rest, figures[start])
        start -= 1
    whole = figures[start] if start >= 0 else {}
    return any(whole.values()) and {**dict.fromkeys(rest, Decimal()), **whole} == {
        **dict.fromkeys(whole, Decimal()),
        **rest,
    }


def _add(sums: _Figures, figures: _Figures) -> None:
    for column, value in figures.items():
        sums[column] = sums.get(column, Decimal()) + value


def _is_source(key: str | None) -> bool:
    return key not in (None, "total")


def _is_leaf(index: int, keys: Sequence[str | None], figures: Sequence[_Figures]) -> bool:
    """Whether a line has amounts and nothing below it that may be its part."""
    below = keys[index + 1] if index + 1 < len(keys) else None
    return not _is_source(below) and bool(figures[index])


def _parts_of(
    start: int,
    lines: Sequence[TableLine],
    keys: Sequence[str | None],
    names: Sequence[str],
    figures: Sequence[_Figures],
) -> set[str]:
    """The unknown names among the lines that make up the one at `start`, known sources beside them; none where they do not."""
    whole = figures[start]
    if _is_source(keys[start]) or not any(whole.values()):
        return set()
    unknown: set[str] = set()
    known: set[str] = set()
    rest = dict(whole)
    for index in range(start + 1, len(lines)):
        word = names[index] or (lines[index].project or "" if _is_source(keys[index]) else "")
        if not word or word in known or word in unknown:
            return set()
        if not figures[index] and names[index]:
            return set()
        for column, value in figures[index].items():
            rest[column] = rest.get(column, 0) - value
        if names[index]:
            unknown.add(names[index])
        else:
            known.add(word)
        if not any(rest.values()):
            whole_told = known and not _goes_on(index, keys, figures)
            # A project that has half of the sum has another behind it, with the other half.
            project = index + 1 < len(lines) and _owns_parts(start + 1, index, names, figures)
            return unknown if whole_told and not project else set()
        if any(value < 0 for value in rest.values()):
            return set()
    return set()


def _goes_on(last: int, keys: Sequence[str | None], figures: Sequence[_Figures]) -> bool:
    """Whether a source with money stands behind the line that makes a sum full: then it is not of these lines."""
    below = last + 1
    return below < len(keys) and _is_source(keys[below]) and any(figures[below].values())


def _owns_parts(first: int, last: int, names: Sequence[str], figures: Sequence[_Figures]) -> bool:
    """Whether the name that stands first has the sum of lines right below it, a known source among them: then it is a project."""
    rest = dict(figures[first])
    known = not names[first]
    if known:
        return False  # sources right below a sum are its parts
    for index in range(first + 1, last + 1):
        known = known or not names[index]
        for column, value in figures[index].items():
            rest[column] = rest.get(column, Decimal()) - value
        if known and not any(rest.values()):
            return True
    return False


def _figures(line: TableLine, amounts: Sequence[int], reader: CellFigures) -> _Figures:
    found = {index: reader.value(line.texts[index]) for index in amounts if line.texts[index]}
    return {index: value for index, value in found.items() if value is not None}
