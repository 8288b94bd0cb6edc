"""Word breaks settled for a whole document: which lines that may break a word do, by the words it uses elsewhere.

Where its words say nothing, the document's own habit decides: text that was seen to wrap between words has its
full lines end at a word's end, text that fills its lines to the last syllable does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_not

from pledgecards.extract.layout.rows.breaks import certain, hangul, head_of, tail_of, vote, words_of
from pledgecards.extract.page import Block, Cell, Line, Page, Table

_WORDS_OF_ONE = frozenset("등및외수중후시군구도것때내전각총약본동곳년월일회차건개명간별안밖위앞뒤옆길집")


@dataclass(slots=True)
class _Habit:
    """How often lines of one kind of column were full to the last syllable, wrapped between words, or broke one."""

    full: int = 0
    wrapped: int = 0
    broken: int = 0

    def breaks_words(self) -> bool:
        return self.full > self.wrapped and (self.full > 1 or self.broken > 0)


def settle_breaks(pages: list[Page], *, by_habit: bool = True) -> list[Page]:
    """The pages with `Line.glue` decided.

    by_habit: where its words say nothing, the document's habit decides; else such a break stands between words.
    """
    sequences = list(_sequences(pages))
    if not any(line.glue for _, lines in sequences for line in lines):
        return pages
    open_breaks, words, habits = _survey(sequences)
    decided: dict[int, bool] = {}
    unsaid: list[tuple[str, Line, Line]] = []
    begun: dict[int, str] = {}
    for scope, line, after in open_breaks:
        before = begun.get(id(line), "")
        said = said_of_break(line, after, words, before)
        if said is None:
            unsaid.append((scope, line, after))
        else:
            decided[id(line)] = said
            habits[scope].broken += said
            if said and tail_of(after.text) == after.text:
                # A word of three lines: `기본` / `계획` / `수립` is 기본계획 and what follows it.
                begun[id(after)] = before + tail_of(line.text)
    for scope, line, after in unsaid:
        # After a numeral or before one the habit is no safe guide: `2019` and `20개` must not become one number.
        letters = hangul(after.text[0]) and (hangul(line.text[-1]) or line.text[-1].isdigit())
        decided[id(line)] = by_habit and letters and habits[scope].breaks_words()
    return [_applied(page, decided) for page in pages]


def said_of_break(line: Line, after: Line, words: Counter[str], before: str = "") -> bool | None:
    """What brackets, numbers and words say of one break. before: what stands above of a word that a line is all part of."""
    if len(line.text) == len(after.text) == 1 and not (line.text.isdigit() and after.text.isdigit()):
        # Letters of a label that goes down its cell; two figures one above the other are two.
        return True
    sure = certain(line.text, after.text)
    said = sure
    if sure is None:
        tail, head = tail_of(line.text), head_of(after.text)
        said = vote(before + tail, head, words) if before else None
        said = vote(tail, head, words) if said is None else said
    # A syllable left alone on the last line of a cell (`실시설` / `계`) is a word only if it is one of few.
    alone = len(after.text) == 1 and hangul(after.text) and hangul(line.text[-1]) and after.text not in _WORDS_OF_ONE
    return True if said is None and alone else said


def _survey(
    sequences: Sequence[tuple[str, Sequence[Line]]],
) -> tuple[list[tuple[str, Line, Line]], Counter[str], dict[str, _Habit]]:
    """The breaks to decide, the words that stand unbroken, and the habits of running text and of cells."""
    open_breaks: list[tuple[str, Line, Line]] = []
    habits = {"flow": _Habit(), "cell": _Habit()}
    whole: list[str] = []
    for scope, lines in sequences:
        if len(lines) == 1:
            whole.append(lines[0].text)
            continue
        cut = False
        for index, line in enumerate(lines):
            after = lines[index + 1] if index + 1 < len(lines) else None
            text = line.text
            if cut:
                text = text[len(head_of(text)) :]
            cut = line.glue and after is not None
            if cut:
                text = text[: len(text) - len(tail_of(text))]
            whole.append(text)
            if after is None or not line.soft:
                continue
            if line.glue:
                open_breaks.append((scope, line, after))
            if hangul(line.text[-1]) and hangul(after.text[0]) and len(line.text) > 1:
                habits[scope].full += line.glue
                habits[scope].wrapped += not line.glue
    return open_breaks, words_of(whole) if open_breaks else Counter(), habits


def _sequences(pages: Sequence[Page]) -> Iterator[tuple[str, Sequence[Line]]]:
    """Lines that may go on in one another: running text, over page breaks too, and the lines of each cell."""
    flow: list[Line] = []
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Line):
                flow.append(block)
            else:
                yield "flow", flow
                flow = []
                yield from _cells(block)
    yield "flow", flow


def _cells(table: Table) -> Iterator[tuple[str, Sequence[Line]]]:
    for cell in table.cells:
        if cell.lines:
            yield "cell", cell.lines
        for inner in cell.tables:
            yield from _cells(inner)


def _glued(lines: Sequence[Line]) -> bool:
    """Whether one of the lines may break a word. Of the many that are asked few have lines at all, and fewer several."""
    for line in lines:
        if line.glue:
            return True
    return False


def _applied(page: Page, decided: dict[int, bool]) -> Page:
    blocks = tuple(_block(block, decided) for block in page.blocks)
    changed = any(new is not old for new, old in zip(blocks, page.blocks, strict=True))
    return replace(page, blocks=blocks) if changed else page


def _block(block: Block, decided: dict[int, bool]) -> Block:
    return _line(block, decided) if isinstance(block, Line) else _table(block, decided)


def _line(line: Line, decided: dict[int, bool]) -> Line:
    # What no line follows breaks no word.
    return replace(line, glue=False) if line.glue and not decided.get(id(line), False) else line


def _table(table: Table, decided: dict[int, bool]) -> Table:
    cells = [_cell(cell, decided) if cell.tables or _glued(cell.lines) else cell for cell in table.cells]
    changed = any(map(is_not, cells, table.cells))
    return replace(table, cells=tuple(cells)) if changed else table


def _cell(cell: Cell, decided: dict[int, bool]) -> Cell:
    return replace(
        cell,
        lines=tuple(_line(line, decided) for line in cell.lines),
        tables=tuple(_table(inner, decided) for inner in cell.tables),
    )
