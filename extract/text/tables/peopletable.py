"""Tables of people in charge set with columns of white space, or with a line for each cell below their labels: every cell is a label, an office, a
role, a name or a telephone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.page import Table
from pledgecards.extract.people.lines import OFFICE, is_institution, is_person, is_telephone
from pledgecards.extract.record import record
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tables.from_cells import RawCell, RawGrid, Span, build_table, is_year, soft_cell
from pledgecards.extract.text.tables.gutters import Stretch, Unsure, columns_of, places_of, stretches
from pledgecards.schemas.vocabulary import Vocabulary, fold

_MOST_LINES = 6
_LEAST_HEADS, _LEAST_LINES = 3, 2
_FEWEST_YEARS = 2
_LONGEST_LINE = 300
_MOST_WORDS = 24
_NAME = range(2, 5)

_OFFICE, _ROLE, _PHONE = "O", "R", "P"
"""Labels of an office and of telephones; a role labels its person."""
_OF_OFFICE, _OF_PERSON, _OF_PHONE = "o", "n", "p"
"""What such labels are of."""
_NUMBER = re.compile(r"(?:\(?0\d{1,2}[)-])?\d{0,4}-?\d{3,4}")
"""A telephone, or its last digits, in a column that is labelled so."""


@record
class _Row:
    """A line, its cells, and what each of them is."""

    line: SourceLine
    pieces: list[Stretch]
    kinds: str


def read_people(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table of people that begins at a line: the index after it, the table, and how many of its signs were bold signs.

    Its cells stand below a line of labels (`담당부서   과장   팀장`, `홍길동   김가나`), or behind a label each (`과장   홍길동   팀장   김가나`,
    `전화   …`); what goes down over its lines may stand half-way between them. Or they follow one another below a line of labels, or labels a line each. None where
    none surely begins.
    """
    if "  " not in lines[start].text.strip():
        return _in_words(lines, start, vocabulary) or _in_turn(lines, start, vocabulary)
    rows = _rows(lines, start, vocabulary)
    if len(rows) < _LEAST_LINES:
        return None
    found = _under_heads(rows, vocabulary) or _behind_labels(rows)
    if found is None:
        return None
    grid, numbers, spans = found
    return start + len(rows), *build_table(grid, numbers, spans)


_Grid = tuple[RawGrid, list[int], dict[tuple[int, int], Span]]


def begins_people(head: Sequence[str], cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a row right below a table with years in its head is none of it: it labels who is in charge, and names a person by the telephone."""
    if heads_people([cell for cell in cells if cell.strip()], vocabulary):
        return True
    section = vocabulary.sections.match(cells[0].strip(), rough=False) if len(cells) > 1 else None
    if section is None or section.key != "contacts" or sum(is_year(cell.strip()) for cell in head) < _FEWEST_YEARS:
        return False
    return any(is_person(cell.strip(), vocabulary) for cell in cells[1:])


def heads_people(cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a row is the head of a table of people: every cell labels what is told of one (`부서`, `성명`, `전화`)."""
    kinds: set[str] = set()
    for name in map(fold, cells):
        found = {kind for kind, words in vocabulary.head_kinds.items() if name in words}
        if not found:
            return False
        kinds |= found
    return "name" in kinds and len(kinds) >= _LEAST_HEADS - 1


def heads_offices(cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a row of two cells or more labels an office in each (`주관부서`, `협조부서`), though together they head a section as well."""
    return len(cells) > 1 and all(fold(cell) in vocabulary.head_kinds["department"] for cell in cells)


def _rows(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> list[_Row]:
    """The lines down to the next blank one that hold nothing but cells of people; none where one more follows than such a table has."""
    rows: list[_Row] = []
    for line in lines[start : start + _MOST_LINES + 1]:
        if line.blank or line.sheet != lines[start].sheet or "\t" in line.text or len(line.text) > _LONGEST_LINE:
            break
        pieces = stretches(line.text, vocabulary)
        kinds = "".join(_kind(piece.text, vocabulary) for piece in pieces)
        if "?" in kinds or not (rows or len(pieces) > 1):
            break
        rows.append(_Row(line, pieces, kinds))
    return rows if len(rows) <= _MOST_LINES else []


def _kind(text: str, vocabulary: Vocabulary) -> str:
    """What a cell is: a label, or what stands under or behind one; `?` for anything else."""
    word = fold(text)
    if word in vocabulary.people.spellings["roles"]:
        return _ROLE
    if word in vocabulary.head_kinds["phone"]:
        return _PHONE
    if word in vocabulary.head_kinds["department"]:
        return _OFFICE
    if is_telephone(text.strip("()")):
        return _OF_PHONE
    if len(word) in _NAME and word[0] in vocabulary.names["family"] and not any(map(str.isdigit, word)):
        return _OF_OFFICE if OFFICE.fullmatch(word) else _OF_PERSON
    return _OF_OFFICE if OFFICE.fullmatch(text) or is_institution(text) else "?"


def _in_words(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table of a line of labels, of a name and a telephone among them, and lines of as many words, each of which is what its label says."""
    heads = lines[start].text.split()
    if not _LEAST_HEADS <= len(heads) <= _MOST_LINES or not heads_people(heads, vocabulary):
        return None
    kinds = [next(kind for kind, words in vocabulary.head_kinds.items() if fold(head) in words) for head in heads]
    if "phone" not in kinds or len(set(kinds)) < len(kinds):
        return None
    rows = [heads]
    for line in lines[start + 1 : start + _MOST_WORDS]:
        words = line.text.split()
        if len(words) != len(heads) or line.sheet != lines[start].sheet:
            break
        if not all(_fits(word, kind, vocabulary) for word, kind in zip(words, kinds, strict=True)):
            break
        rows.append(words)
    if len(rows) < _LEAST_LINES:
        return None
    numbers = [line.number for line in lines[start : start + len(rows)]]
    grid: RawGrid = [[soft_cell([(word, at)]) for word in row] for row, at in zip(rows, numbers, strict=True)]
    return start + len(rows), *build_table(grid, numbers, {})


def _fits(word: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Whether a word may stand below such a head: an office and a role may be called anything without a figure."""
    if kind == "phone":
        return _NUMBER.fullmatch(word) is not None
    if kind == "name" and (len(word) not in _NAME or word[0] not in vocabulary.names["family"]):
        return False
    return not any(map(str.isdigit, word))


def _in_turn(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table of labels and then cells that follow one another, on a line or a line each: an office, in turn as many people as there are
    roles, each over a telephone or not, and a telephone if one is labelled."""
    first = lines[start].text.split(maxsplit=1)
    if not first or _kind(first[0], vocabulary) != _OFFICE:
        return None
    words = _words(lines, start, vocabulary)
    kinds = "".join(kind for _, _, kind in words)
    heads = re.match(rf"{_OFFICE}({_ROLE}+){_PHONE}?", kinds)
    if heads is None or len(heads[0]) < _LEAST_HEADS:
        return None
    labelled = heads[0].endswith(_PHONE)
    person = f"(?:{_OF_PERSON})" if labelled else f"(?:{_OF_PERSON}{_OF_PHONE}?)"
    body = rf"{_OF_OFFICE}{person}{{{len(heads[1])}}}{_OF_PHONE if labelled else ''}(?![a-zA-Z])"
    found = re.compile(body).match(kinds, heads.end())
    if found is None:
        return None
    cells: list[list[tuple[str, int]]] = []
    for text, at, kind in words[heads.end() : found.end()]:
        if kind != _OF_PHONE or labelled:
            cells.append([])
        cells[-1].append((text, lines[at].number))
    head: list[RawCell] = [soft_cell([(text, lines[at].number)]) for text, at, _ in words[: heads.end()]]
    numbers = [lines[start].number, lines[words[heads.end()][1]].number]
    return words[found.end() - 1][1] + 1, *build_table([head, [soft_cell(cell) for cell in cells]], numbers, {})


def _words(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> list[tuple[str, int, str]]:
    """The words of the lines from one on, the index of each one's line, and what it is; up to the first line that holds anything else."""
    words: list[tuple[str, int, str]] = []
    for at in range(start, min(len(lines), start + _MOST_WORDS)):
        line = lines[at]
        if line.blank:
            continue
        told = [(word, at, _kind(word, vocabulary)) for word in line.text.split()[: _MOST_LINES + 1]]
        if any(kind == "?" for _, _, kind in told) or line.sheet != lines[start].sheet:
            break
        words += told
    return words


def _under_heads(rows: Sequence[_Row], vocabulary: Vocabulary) -> _Grid | None:
    """One row below a line of labels; each column holds one office, or one name and one telephone."""
    heads, body = rows[0], rows[1:]
    if (len(heads.kinds) < _LEAST_HEADS and set(heads.kinds) != {_OFFICE}) or not heads.kinds.isupper():
        return None
    if _PHONE in heads.kinds:
        return None
    if any(not row.kinds.islower() for row in body):
        return None
    try:
        columns = columns_of([row.pieces for row in rows], vocabulary)
        places = [places_of(row.pieces, columns) for row in body]
    except Unsure:
        return None
    if len(columns) != len(heads.pieces):
        return None
    cells: list[list[tuple[str, int]]] = [[] for _ in columns]
    held = ["" for _ in columns]
    for row, at in zip(body, places, strict=True):
        for piece, kind, column in zip(row.pieces, row.kinds, at, strict=True):
            cells[column].append((piece.text, row.line.number))
            held[column] += kind
    fits = [(_OF_OFFICE,) if label == _OFFICE else (_OF_PERSON, _OF_PERSON + _OF_PHONE) for label in heads.kinds]
    if any(kinds not in kinds_of for kinds, kinds_of in zip(held, fits, strict=True)):
        return None
    head: list[RawCell] = [soft_cell([(piece.text, heads.line.number)]) for piece in heads.pieces]
    return [head, [soft_cell(cell) for cell in cells]], [heads.line.number, body[0].line.number], {}


def _behind_labels(rows: Sequence[_Row]) -> _Grid | None:
    """Rows of as many people or telephones each, every one behind its label, beside the office that all of them are of or not."""
    of_office = _OFFICE + _OF_OFFICE
    whole = next((row for row in rows if row.kinds.startswith(of_office)), None)
    beside = [row.kinds.removeprefix(of_office) if row is whole else row.kinds for row in rows]
    told = [(row, kinds) for row, kinds in zip(rows, beside, strict=True) if kinds]
    first = told[0][1] if told else ""
    count = len(first) // 2
    if len(told) != _LEAST_LINES or count < 2 or first != (_ROLE + _OF_PERSON) * count:
        return None
    if told[1][1] != (_PHONE + _OF_PHONE) * count or not _one_below_the_other(told):
        return None
    lead = len(of_office) if whole is not None else 0
    if whole is not None and any(row.pieces[-len(kinds)].start < whole.pieces[1].end for row, kinds in told):
        return None
    grid: RawGrid = []
    for row, kinds in told:
        cells: list[RawCell] = [soft_cell([(piece.text, row.line.number)]) for piece in row.pieces[-len(kinds) :]]
        grid.append([*[()] * lead, *cells])
    if whole is not None:
        grid[0][:lead] = [soft_cell([(piece.text, whole.line.number)]) for piece in whole.pieces[:lead]]
    return grid, [row.line.number for row, _ in told], {(0, column): (len(told), 1) for column in range(lead)}


def _one_below_the_other(rows: Sequence[tuple[_Row, str]]) -> bool:
    """Whether each cell of a row ends before the next one of the other row begins."""
    (one, kinds), (other, _) = rows
    above, below = one.pieces[-len(kinds) :], other.pieces[-len(kinds) :]
    return all(above[k].end <= below[k + 1].start and below[k].end <= above[k + 1].start for k in range(len(kinds) - 1))
