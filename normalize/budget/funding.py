"""Funding sources: which of the contract's keys a printed source is, and which source a line of the budget table has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import unnumbered
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Place
from pledgecards.normalize.budget.cell_figures import CellFigures
from pledgecards.normalize.budget.unknown_sources import unknown_sources
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST_ROUGH = 4
"""Shorter words are told apart by one syllable (국비, 구비): a rough match would be a guess."""


_DASHED = re.compile(rf"[-–—{MIDDOTS}└ㄴ]\s*[가-힣]")
_BETWEEN = re.compile(r"[\s,/+]+")

_OTHER_SOURCE = re.compile(r"[(\[（]\s*[국도시구군]비\s*[)\]）]$")
"""A remark that names a source of its own: `기금(국비)` is known, `시비(국비)` says two things."""

_BRACKETS = "()[]（） "
_DISTRICT, _PROVINCE, _CITY = re.compile("[구군區郡]"), re.compile("[도道]"), re.compile("[시市]")
"""What names the kind of body that pays, in a source that the vocabulary knows to be of such a one (`군비부담`, `경기도비`)."""


def told_by_sources(sources: Iterable[str], vocabulary: Vocabulary) -> bool | None:
    """Whether 시비 is the body's own, as the sources beside it tell; None if they do not.

    Who pays 구비 or 군비 is no 시, so 시비 comes from the metropolitan city; who gets 도비 beside 시비 is a 시 of a province. What names
    a 시 as well (`시·군비`, `시·도비`) tells neither.
    """
    matches = [vocabulary.funding.match(source, rough=False) for source in set(sources)]
    known = [(match.key, match.spelling) for match in matches if match is not None and not _CITY.search(match.spelling)]
    districts = any(key == "local" and _DISTRICT.search(spelling) for key, spelling in known)
    provinces = any(key == "metro" and _PROVINCE.search(spelling) for key, spelling in known)
    return None if districts == provinces else provinces


class FundingReader:
    """Reads the funding sources of one table and remembers its doubts, each once."""

    def __init__(self, city_is_local: bool | None, vocabulary: Vocabulary, sources: Iterable[str] = ()) -> None:
        self._found: set[str] = set()
        self._city_is_local = city_is_local
        self._vocabulary = vocabulary
        self._parts = self._parts_of_sources(sources)
        self.issues: list[Issue] = []
        self._told: set[str] = set()

    def _parts_of_sources(self, sources: Iterable[str]) -> set[str]:
        """The sources with a dash that are parts of the one without above them; of several in one (`의존재원`) they are the sources."""
        parts: set[str] = set()
        above: str | None = None
        for source in sources:
            if not _DASHED.match(source):
                above = self.known(source) or above
            elif above not in (None, "total", "mixed"):
                parts.add(source)
        return parts

    def known(self, text: str) -> str | None:
        """The vocabulary's key of a source, `city` for 시비, `mixed` for several in one, `unknown` for one that only the table tells;
        None for what is no source, exactly."""
        if text in self._found:
            return "unknown"
        match = self._vocabulary.funding.match(unnumbered(text), rough=False)
        return match.key if match is not None else None

    def found(self, sources: Iterable[str]) -> None:
        """Take note of words that the table tells to be sources, though the vocabulary does not know them."""
        self._found.update(sources)

    def key(self, text: str, place: Place) -> str | None:
        """The contract's key of a source as printed; None with an issue where it is unknown, None for `-` and blank."""
        if is_nothing(text):
            return None
        if text in self._parts:
            message = f"「{text}」은(는) 위에 적은 재원의 일부여서 재원 구분을 비워 두었습니다."
            self._tell("funding.unknown", message, text, place)
            return None
        words = unnumbered(text)
        rough = len(fold(words)) >= _LEAST_ROUGH and not self._several(words)
        match = self._vocabulary.funding.match(words, rough=rough)
        if match is None:
            self._tell("funding.unknown", f"재원 「{text}」을(를) 알 수 없어 재원 구분을 비워 두었습니다.", text, place)
            return None
        if match.rough:
            message = f"재원 「{text}」을(를) 「{match.spelling}」(으)로 읽었습니다({match.score:.0f}점)."
            self._tell("label.fuzzy", message, text, place)
        if match.key == "mixed" or self._contradicts(text, match.key):
            message = f"「{text}」은(는) 여러 재원을 합한 것이어서 재원 구분을 비워 두었습니다."
            self._tell("funding.unknown", message, text, place)
            return None
        if match.key != "city":
            return match.key
        if self._city_is_local is None:
            message = f"「{text}」가 광역시의 것인지 시 자체의 것인지 알 수 없어 재원 구분을 비워 두었습니다."
            self._tell("funding.unknown", message, text, place)
            return None
        return "local" if self._city_is_local else "metro"

    def _contradicts(self, text: str, key: str) -> bool:
        """Whether a remark in brackets names another source than the word before it, and the vocabulary does not know the two together."""
        remark = _OTHER_SOURCE.search(text)
        if remark is None or self.known(remark[0]) in (key, None):
            return False
        return fold(text) not in {fold(spelling) for _, spelling in self._vocabulary.funding}

    def _several(self, text: str) -> bool:
        """Whether a cell names more than one source, as they stand one below the other in it."""
        words = _BETWEEN.split(text)
        return len(words) > 1 and all(self.known(word) is not None for word in words if word)

    def _tell(self, code: str, message: str, text: str, place: Place) -> None:
        if text not in self._told:
            self._told.add(text)
            self.issues.append(Issue(code, message, "budget", "funding", place, text))

    def of_line(self, line: TableLine, head: Head) -> tuple[str | None, str | None]:
        """The source of a line as printed and its key.

        A line of the grand total without a source of its own is the total of all sources.
        """
        column = self._column(line, head)
        name = head.first("project")
        text = line.text(column)
        merged = column is not None and name is not None and line.cells[column.index] is line.cells[name.index]
        if column is not None and text and not merged:
            key = self.key(text, line.cells[column.index].place)
            return text, self._of_group(line, head, column) or key if key == "other" else key
        own = line.text(name)
        if own and line.named and self.known(own) is not None and (line.grand or column is None):
            return own, self.key(own, line.cells[name.index].place) if name is not None else None
        paid = _OTHER_SOURCE.search(line.project or "") if column is None and not head.of("source") else None
        if paid is not None and name is not None:
            # `방파제(국비)`, where nothing else says who pays.
            said = paid[0].strip(_BRACKETS)
            return said, self.key(said, line.cells[name.index].place)
        return self._of_sum(line, head)

    def _of_sum(self, line: TableLine, head: Head) -> tuple[str | None, str | None]:
        """The total of all sources, where a line names nothing but a sum, in whichever column of names and keys it stands."""
        last = max((column.index for column in head.of("project", "funding")), default=-1)
        said = [text for text in line.texts[: last + 1] if text]
        return (said[0], "total") if len(said) == 1 and self.known(said[0]) == "total" else (None, None)

    def _of_group(self, line: TableLine, head: Head, column: Column) -> str | None:
        """The one source whose part a fund is (`국비 | 기금`), where its group's own column says so."""
        group = head.of("funding")[0]
        key = self.known(line.text(group)) if group is not column else None
        return key if key in ("national", "metro", "local") else None

    def _column(self, line: TableLine, head: Head) -> Column | None:
        """The column that names a line's source: of two under one head (`보조금 | 국비`) the one further right, but that the group's
        own name stands for its 소계."""
        columns = head.of("funding")
        for column in reversed(columns):
            text = line.text(column)
            if text and (column is columns[0] or self.known(text) != "total"):
                return column
        return columns[0] if columns else None


def centre_names(lines: Sequence[TableLine], head: Head, funding: FundingReader) -> list[TableLine]:
    """The lines with their projects put right where a name stands in the middle of its block of sources.

    So it is where merged cells are printed without their rules. Blocks begin at a sum, at a line without a source, and where a source
    comes again; a block with just one name belongs to it. Where the first line has its name, names stand at the top.
    """
    name, column = head.first("project"), head.first("funding")
    if name is None or column is None or not lines or lines[0].project is not None or lines[0].grand:
        return list(lines)
    settled: list[TableLine] = []
    for block in _blocks([(line, line.text(column)) for line in lines], funding):
        named = [line for line in block if line.named]
        if len(named) == 1:
            settled += [replace(line, project=named[0].project, grand=named[0].grand) for line in block]
        else:
            settled += block
    return settled


def _blocks(lines: Sequence[tuple[TableLine, str]], funding: FundingReader) -> list[list[TableLine]]:
    blocks: list[list[TableLine]] = []
    seen: set[str] = set()
    for line, source in lines:
        if not blocks or is_nothing(source) or fold(source) in seen or funding.known(source) == "total":
            blocks.append([])
            seen = set()
        blocks[-1].append(line)
        seen.add(fold(source))
    return blocks


def settle_lines(
    lines: Sequence[TableLine], head: Head, amounts: Sequence[int], funding: FundingReader, figures: CellFigures
) -> list[TableLine]:
    """The lines with their projects put right where projects and sources share one column.

    There `국비` below a project's name is a source of that project, and 계 right below a name without amounts is that project's
    total. A line that only names the project of those below it holds no amounts and is left out.
    """
    column = head.first("project")
    if column is None or head.first("funding") is not None:
        return list(lines)
    keys = [funding.known(line.text(column)) if line.named else None for line in lines]
    if not any(key not in (None, "total") for key in keys):
        return list(lines)
    funding.found(unknown_sources(lines, keys, amounts, figures))
    keys = [
        key or (funding.known(line.text(column)) if line.named else None) for line, key in zip(lines, keys, strict=True)
    ]
    settled: list[TableLine] = []
    project: str | None = None
    # Where all are sources, they are those of all projects, wherever their sum stands.
    grand = all(key is not None for line, key in zip(lines, keys, strict=True) if line.named)
    headed = False
    for line, key in zip(lines, keys, strict=True):
        empty = all(not line.texts[index] for index in amounts)
        if line.named and key is None:
            project, grand, headed = line.project, False, empty
            if empty:
                continue
        elif line.grand and not headed:
            project, grand = None, True
        else:
            headed = False
        settled.append(replace(line, number=lines[0].number + len(settled), project=project, grand=grand))
    return settled
