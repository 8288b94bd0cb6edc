"""Fields that stand side by side on one line (`공약 번호 : 14  소관 부서 : 교통행정과`), and bullets behind the name of their section: each
is set on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.forms.labels import LONGEST_LABEL, kind_of_label
from pledgecards.extract.markers import BRACKET, NOTE, split_marker
from pledgecards.extract.people.lines import OFFICE
from pledgecards.extract.text.lines.textline import SourceLine, is_marked
from pledgecards.schemas.notation import APOSTROPHE, COLON, has_colon
from pledgecards.schemas.vocabulary import Vocabulary, fold

_COLON = re.compile(rf"\s*{COLON}")
_WORD_START = re.compile(r"(?<![^\s])[가-힣]")
_DATE = re.compile(rf"\s*{APOSTROPHE}?\d{{2,4}}\s?[.년]\s?\d{{1,2}}")
_SIGNS = ("|", "｜", "│", "/", ",")
_DASHES = "-–—"
_SIGNS_OF_BULLETS = "-–—○ㅇ❍●▪•◦ｏ"
_NAME_AND_BULLET = re.compile(r"\s*(?P<name>[가-힣]+(?:[ ·][가-힣]+){0,3}) (?P<bullet>(?P<sign>[-–—○ㅇ❍●▪•◦ｏ]) ?\S.*)")
_PARTS = re.compile(r"\t| {3,}|\|")
_FEWEST_CELLS = 4
_LONGEST_LINE = 300
_OWN_LETTERS = 4
"""A number's or a title's label of so many letters is the pledge's own; `번호` and `사업명` may be of one project among several."""


def with_fields_apart(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, where one that holds fields of several kinds, each with its label and a colon, is cut before every label.

    Only where one of them is the pledge's number or title, or people in charge beside something else: what else stands side by side is
    of one kind, and read together. People stay together with what follows them of people.
    """
    result: list[SourceLine] = []
    for at, line in enumerate(lines):
        cut = _behind_name(lines, at, vocabulary)
        if cut is not None:
            behind, indent = cut
            result.append(SourceLine(line.number, line.text[:behind].rstrip(), line.sheet))
            result.append(SourceLine(line.number, indent + line.text[behind:], line.sheet))
            continue
        if (fields := _row_of_fields(lines, at, vocabulary)) is not None:
            result += [SourceLine(line.number, field, line.sheet) for field in fields]
            continue
        starts = _starts(line.text, vocabulary) if has_colon(line.text) else None
        if starts is None:
            result.append(line)
            continue
        bullet = line.text[: starts[0]]
        for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
            result.append(SourceLine(line.number, bullet + line.text[start:end].rstrip(), line.sheet))
    return result


def _row_of_fields(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> list[str] | None:
    """The fields of a row of cells that no other row stands above or below, each behind its label and a colon
    (`담당부서<TAB>복지과<TAB>사업기간<TAB>2018년`); None unless they begin with who is in charge and tell something else as well, or
    nothing but offices."""
    cells = _cells(lines[at].text)
    if len(cells) < _FEWEST_CELLS or len(cells) % 2 or not all(cells):
        return None
    keys = [_section_of(label, vocabulary) for label in cells[::2]]
    if None in keys or keys[0] != "contacts" or any(kind_of_label(cell, vocabulary) for cell in cells[1::2]):
        return None
    if set(keys) == {"contacts"} and not all(OFFICE.fullmatch(cell) for cell in cells[1::2]):
        return None  # a row of people
    if any(len(_cells(lines[i].text)) > 1 for i in (at - 1, at + 1) if 0 <= i < len(lines)):
        return None
    return [f"{label}: {value}" for label, value in zip(cells[::2], cells[1::2], strict=True)]


def _section_of(label: str, vocabulary: Vocabulary) -> str | None:
    """The section that a label is of; `팀명` and the like, which head a column of offices, are of who is in charge."""
    found = kind_of_label(label, vocabulary)
    if found is None:
        return "contacts" if fold(label) in vocabulary.head_kinds["department"] else None
    return found[1].key if found[0] == "section" and not found[1].rough else None


def _cells(text: str) -> list[str]:
    """What tabs, bars or wide gaps part in a line, the bars at its ends left out."""
    return [cell.strip() for cell in _PARTS.split(text.strip().strip("|"))]


def _behind_name(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """Where a line is cut behind the name of a section, and how far in what stands behind it is set; None where it is not."""
    text = lines[at].text
    if "\t" in text:
        if (behind := _behind_name_alone(lines, at, vocabulary)) is not None:
            return behind, ""
        if (behind := _bullet_behind_tab(text, vocabulary)) is not None:
            return behind, "\t"
    behind = _bullet_behind_name(text, vocabulary)
    return None if behind is None else (behind, text[: len(text) - len(text.lstrip())] + " ")


def _behind_name_alone(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> int | None:
    """Where the words begin behind the name of a section and a tab, in a line that is of no table: none above it nor below has a tab, as
    where the cell of a form above went on over lines of its own (`향후계획<TAB>2021.04 준공`); None else."""
    text = lines[at].text
    around = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    if text.count("\t") != 1 or any("\t" in other for other in around):
        return None
    name, words = text.split("\t")
    return len(name) + 1 if _heads_deeds(name, vocabulary) and _DATE.match(words) is not None else None


def _bullet_behind_tab(text: str, vocabulary: Vocabulary) -> int | None:
    """Where a bullet begins behind the name of a section of deeds or plans and a tab, as in the cell beside a label; None else."""
    name, _, words = text.partition("\t")
    if "\t" in words or not is_marked(words, vocabulary) or words.lstrip()[0] not in _SIGNS_OF_BULLETS:
        return None
    return len(name) + 1 if _heads_deeds(name, vocabulary) else None


def _heads_deeds(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the name of a section of deeds or of plans."""
    match = vocabulary.sections.match(name.strip(), rough=False)
    return match is not None and match.key in ("performance", "plan")


def _bullet_behind_name(text: str, vocabulary: Vocabulary) -> int | None:
    """Where a bullet begins right behind the name of a section (`향후 계획 - 준공 : 2021. 6.`), as a copy of a form leaves it; None else."""
    found = _NAME_AND_BULLET.match(text)
    if found is None or not is_marked(found["bullet"], vocabulary):
        return None
    match = vocabulary.sections.match(found["name"], rough=False)
    if match is None or match.key in ("classification", "contacts"):
        return None
    # A dash may as well stand between two parts of a heading (`추진실적 - 2019년 상반기`).
    told = found["sign"] not in _DASHES or has_colon(found["bullet"])
    return found.start("bullet") if told else None


def _starts(text: str, vocabulary: Vocabulary) -> list[int] | None:
    """Where the fields of a line begin, the first behind its bullet; None if it is not to be cut."""
    if len(text) > _LONGEST_LINE or len(colons := [found.start() for found in _COLON.finditer(text)]) < 2:
        return None
    marked = split_marker(text.strip(), vocabulary)
    if marked.rank in (BRACKET, NOTE):
        return None
    first = len(text) - len(text.lstrip()) + (marked.start if marked.rank is not None else 0)
    starts: list[int] = []
    kinds: list[str] = []
    end = first
    for colon in colons:
        found = _label_before(text, end, colon, vocabulary)
        end = colon + 1
        if found is None:
            if not starts:
                return None
            continue
        start, kind = found
        if (not starts) != (start == first):
            return None
        gap = text[:start][len(text[:start].rstrip()) :]
        near = kinds[:1] == ["own"] or (kinds[:1] == ["contacts"] and kind == "choice")
        if text[:start].rstrip().endswith(_SIGNS):
            return None  # what parts them is read elsewhere
        if starts and "\t" not in gap and len(gap) < 2 and not near:
            continue
        if kinds and kinds[-1] == kind == "contacts":
            continue
        starts.append(start)
        kinds.append(kind)
    own = "own" in kinds
    return starts if len(set(kinds)) > 1 and (own or "contacts" in kinds) else None


def _label_before(text: str, start: int, colon: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """Where the longest known label begins that ends at a colon, and of what kind it is."""
    for found in _WORD_START.finditer(text, max(start, colon - LONGEST_LABEL), colon):
        kind = kind_of_label(text[found.start() : colon].strip(), vocabulary)
        if kind is None or kind[1].rough:
            continue
        label = fold(text[found.start() : colon])
        if kind[0] in ("number", "title"):
            own = len(label) >= _OWN_LETTERS or label.startswith("공약")
            return found.start(), "own" if own else kind[0]
        if kind[0] == "section" and kind[1].key == "contacts":
            return found.start(), "contacts"
        return found.start(), kind[0]
    return None
