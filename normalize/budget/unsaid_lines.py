"""Lines of a budget that unknown words tell from those of the plan (`계획 | 배정`): of what they are is not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import is_measure, is_total, of_line_above, plans_money
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_MOST_WORDS = 4
_RENEWED = frozenset({"plan", "goal"})


def with_measures(head: Head, grid: Grid, vocabulary: Vocabulary) -> Head:
    """The head, a column of no telling head made one of measures where it parts all lines alike by a few words, among them some of a plan or
    of what came of it; beside a sum or a work it may as well name the stages of a project (`계획 | 설계 | 공사 | 계`)."""
    if head.first("measure") is not None:
        return head
    body = [row for row in range(head.rows, len(grid.cells)) if row not in head.repeats]
    for column in head.of("project", "other"):
        if _is_vague(column, vocabulary) and _parts_alike([grid.texts[row][column.index] for row in body], vocabulary):
            columns = [one.turned("measure", one.part) if one is column else one for one in head.columns]
            return replace(head, columns=tuple(columns))
    return head


def _is_vague(column: Column, vocabulary: Vocabulary) -> bool:
    return not column.label or fold(without_remark(column.label)) in vocabulary.vague_heads


def _parts_alike(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Blanks say what stands above them; what two others differ by (`증감`) may stand in some lines only."""
    filled = accumulate(texts, _or_above)
    texts = [text for text in filled if not _is_change(text, vocabulary)]
    words = Counter(texts)
    if not 2 <= len(words) <= _MOST_WORDS or len(set(words.values())) > 1 or "" in words:
        return False
    if any(is_total(word, vocabulary) or _is_source(word, vocabulary) or word in vocabulary.works for word in words):
        return False
    known = sum(is_measure(word, vocabulary) for word in words)
    return 2 * known >= len(words) and (words[texts[0]] > 1 or len(words) == 2 or known > 1)


def _or_above(above: str, text: str) -> str:
    return text or above


def _is_change(word: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(word, rough=False)
    return match is not None and match.key == "change"


def _is_source(word: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.funding.match(word, rough=False)
    return match is not None and match.key != "total"


def unsaid_lines(
    lines: Sequence[TableLine], measure: Column | None, vocabulary: Vocabulary
) -> tuple[list[TableLine], list[Issue]]:
    """The lines without those whose measure is an unknown word beside known ones, and an issue for them. Beside such a word what was planned at
    first may not be the plan any more (`당초` over `현재`): without a line of the plan as it is now, no line is left."""
    if measure is None:
        return list(lines), []
    known = [_is_known(line.text(measure), vocabulary) for line in lines]
    if all(known) or not any(is_measure(without_remark(line.text(measure)), vocabulary) for line in lines):
        return list(lines), []
    keys = [_key(line.text(measure), vocabulary) for line in lines]
    old = {"former"} if _RENEWED.isdisjoint(keys) else set()
    left = [line for line, told in zip(lines, known, strict=True) if not told]
    kept = [line for line, told, key in zip(lines, known, keys, strict=True) if told and key not in old]
    word = left[0].text(measure)
    of_these = (
        f"그런 줄 {len(left)}개를" if len(kept) + len(left) == len(lines) else f"그런 줄 {len(left)}개와 당초의 줄을"
    )
    message = f"소요예산 표의 「{word}」 줄이 무엇의 금액인지 알 수 없어 {of_these} 옮기지 않았습니다."
    issue = Issue("table.unreadable", message, "budget", "amount_won", left[0].cells[measure.index].place, word)
    return kept, [issue]


def _key(word: str, vocabulary: Vocabulary) -> str | None:
    match = vocabulary.heads.match(without_remark(word), rough=False) if word else None
    return match.key if match is not None else None


def _is_known(text: str, vocabulary: Vocabulary) -> bool:
    word = without_remark(text)
    return (
        is_nothing(text)
        or of_line_above(text, vocabulary)
        or is_measure(word, vocabulary)
        or is_total(word, vocabulary)
        or plans_money(word, vocabulary)
        or vocabulary.funding.match(word, rough=False) is not None
    )
