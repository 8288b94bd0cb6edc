"""Lines of what is planned among lines of what was secured, spent, reached or built, where a column of its own tells them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.row_names import counts, counts_in, is_done, is_measure, plans_money
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_IN_PER_CENT = re.compile(rf"[(\[]\s*(?:단위\s*{COLON}?\s*)?[%％]\s*[)\]]$")
_PRICE = re.compile(r"^1 ?[가-힣]{1,3}당(?![가-힣])|단가$")
"""Names of lines that hold the price of one (`1인당 지원액`, `지원단가`)."""

_RENEWED = frozenset({"plan", "goal"})
"""What a plan is called that another one was before: `변경`, `최종`."""

_DONE = frozenset({"result", "secured", "spent", "rate", "quantity", "change", "supplement"})


def uncounted_lines(
    lines: Sequence[TableLine], unit: Column | None, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those whose own unit says that they count something (`저상버스 | 대 | 20`), and whether there were such."""
    if unit is None:
        return list(lines), False
    kept = [line for line in lines if line.text(unit).strip("()[] ") not in vocabulary.count_units]
    return kept, len(kept) < len(lines)


def lines_of_money(
    lines: Sequence[TableLine], names: Sequence[Column], vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines of a budget without those whose own name says that they hold shares in % (`비율(%)`, `집행률`), how much is built
    (`사업량(개소)`) or how many people it is for (`지원인원`), and whether there were such."""
    # A name that goes down over several lines is that of a block, which may hold anything.
    own = [[(column.kind, line.text(column)) for column in names if _is_own(line, column)] for line in lines]
    told = {name for some in own for name in some}  # most come again and again
    none = {name for name in told if _holds_none(*name, vocabulary)}
    kept = [line for line, some in zip(lines, own, strict=True) if none.isdisjoint(some)]
    for column in names:
        if column.kind == "project" and _tells_secured(kept, column, vocabulary):
            kept = [line for line in kept if not is_done(line.text(column), vocabulary)]
    return kept, len(kept) < len(lines)


def _tells_secured(lines: Sequence[TableLine], column: Column, vocabulary: Vocabulary) -> bool:
    """Whether the names are those of the whole and of what is secured, spent or left of it (`총사업비` over `기확보` and `미확보`)."""
    texts = [line.text(column) for line in lines]
    done = [text for text in texts if is_done(text, vocabulary)]
    rest = [text for text in texts if text not in done]
    return bool(done) and any(_is_whole(text, vocabulary) for text in rest)


def _is_whole(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    return match.key in ("total", "plan") if match is not None else plans_money(text, vocabulary)


def _is_own(line: TableLine, column: Column) -> bool:
    cell = line.cells[column.index]
    return cell.row_span == 1 and cell.row == line.row


def _holds_none(kind: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a name, in a column of this kind, is that of lines without money."""
    if not text:
        return False
    name = text.strip("()[] ") if text[0] in "([" else without_remark(text)
    if _IN_PER_CENT.search(text) is not None or name in vocabulary.figure_rules["share"]["words"]:
        return True
    if counts(text, vocabulary) or _PRICE.search(name) is not None:
        return True
    if counts_in(text, vocabulary) and is_measure(name, vocabulary):
        return True  # `목표(개소)`
    if kind == "funding" and (counts_in(text, vocabulary) or is_done(text, vocabulary)):
        return True
    match = vocabulary.heads.match(name, rough=False)
    return match is not None and match.key in ("quantity", "rate")


def planned_lines(
    lines: Sequence[TableLine], measure: Column | None, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those that say what was done or how much is built (실적, 확보, 집행, 사업량) and those of a plan that was changed
    (당초 beside 변경), and whether there were such."""
    if measure is None:
        return list(lines), False
    found = [vocabulary.heads.match(without_remark(line.text(measure)), rough=False) for line in lines]
    keys = [match.key if match is not None else None for match in found]
    # `계` of 본예산 and 추경 is the plan as it is now.
    summed = {line.project for line, key in zip(lines, keys, strict=True) if key == "total"}
    planned = [
        line
        for line, key in zip(lines, keys, strict=True)
        if key not in _DONE and not (key == "former" and (not _RENEWED.isdisjoint(keys) or line.project in summed))
    ]
    return planned, len(planned) < len(lines)


def planned_years(
    lines: Sequence[TableLine], side: Column | None, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those whose year says that they were done, or planned at first, where another line of that year is of its plan
    (`2018년 예산` over `2018년 집행`); and whether there were such."""
    keys = [head_word(line.text(side), vocabulary).key for line in lines] if side is not None else []
    if not any(key in _DONE or key == "former" for key in keys):
        return list(lines), False
    years = [period.year if (period := line.period(side)) is not None else None for line in lines]
    planned = {year for year, key in zip(years, keys, strict=True) if key in _RENEWED}
    first = {year for year, key in zip(years, keys, strict=True) if key == "former"} - planned
    kept = [
        line
        for line, year, key in zip(lines, years, keys, strict=True)
        if not (key in _DONE and year in planned | first) and not (key == "former" and year in planned)
    ]
    return kept, len(kept) < len(lines)
