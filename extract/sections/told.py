"""Sections whose name and text share a line (`□ 정책개요 : 마을마다 도서관을 만든다`), in documents that have no headings of another sort."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import NUMERAL, SECTION, Marked, split_marker
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.series import series_of
from pledgecards.schemas.notation import MIDDOTS, plain_colons
from pledgecards.schemas.vocabulary import Vocabulary

_LONGEST_NAME = 20
_FEWEST = {SECTION: 2, NUMERAL: 2, None: 3}
"""The fewest sections that are told so, by the rank of their markers: of fields without one some may be called as sections are."""

_Series = tuple[int | None, str]
"""The rank of a marker, and the form of its numeral or its sign."""

_Told = tuple[_Series, str, int]
"""The series of a line's marker, the section that the line names before a colon (blank: none known), and where the colon stands."""

_FIELD = re.compile(r"(?:기간|위치|사업비|대상|규모|근거|법령)$")
"""How names end that head a section, but are mostly the labels of fields (`사업기간 : 2019 ~ 2021`)."""

_NAME = re.compile(rf"[가-힣]{{2}}[가-힣 {MIDDOTS}]*")

_DIGITS = re.compile(r"\d+")

_ASIDE = frozenset({"contacts", "classification", "other"})


def with_sections_apart(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces, in which such a line is two: the heading and its text. Nothing is cut where a line or a cell is a heading by itself that does not
    carry the same marker, for then what a colon follows may be a field of the section that it stands in."""
    colons = {at: found for at, piece in enumerate(pieces) if (found := _told(piece, vocabulary)) is not None}
    keys: dict[_Series, set[str]] = {}
    for series, key, _ in colons.values():
        keys.setdefault(series, set()).add(key)
    chosen = {series for series, told in keys.items() if len(told) >= _FEWEST[series[0]]}
    if not chosen or any(_is_other_heading(piece, chosen, vocabulary) for piece in pieces):
        return list(pieces)
    colons |= _counted_on(pieces, colons, chosen, vocabulary)
    result: list[Piece] = []
    for at, piece in enumerate(pieces):
        series, _, colon = colons.get(at, ((None, ""), "", 0))
        if piece.line is None or not colon or series not in chosen:
            result.append(piece)
            continue
        name, text = part_of(piece.line, 0, colon), part_of(piece.line, colon + 1, len(piece.line.text))
        result.append(replace(piece, line=name, place=name.place, ink=name.ink))
        result.append(replace(piece, line=text, place=text.place, ink=piece.ink - name.ink))
    return result


def _told(piece: Piece, vocabulary: Vocabulary) -> _Told | None:
    """The series of the line's marker, the section that it names before a colon, and where that stands; None for any other line."""
    marked, words, colon = _before_colon(piece, vocabulary)
    if marked is None or marked.rank not in _FEWEST:
        return None
    match = vocabulary.sections.match(words, rough=False)
    field = _FIELD.search(words) is not None
    return None if match is None or match.key in _ASIDE or field else (_series_of(marked), match.key, colon)


def _before_colon(piece: Piece, vocabulary: Vocabulary) -> tuple[Marked | None, str, int]:
    """What a line by itself says before a colon with text behind it: with its marker, without it, and where the colon stands."""
    if piece.line is None or piece.kind != "line" or piece.beside:
        return None, "", 0
    text = plain_colons(piece.line.text)
    colon = text.find(":", 2, _LONGEST_NAME)
    if colon < 0 or not text[colon + 1 :].strip():
        return None, "", 0
    marked = split_marker(text[:colon], vocabulary)
    return marked, marked.words.strip(), colon


def _counted_on(
    pieces: Sequence[Piece], told: Mapping[int, _Told], chosen: Collection[_Series], vocabulary: Vocabulary
) -> dict[int, _Told]:
    """The lines of other names before a colon that number these sections on, each once and none left out."""
    unknown = {at: found for at, piece in enumerate(pieces) if (found := _named_so(piece, vocabulary)) is not None}
    result: dict[int, _Told] = {}
    for series in chosen:
        lines = sorted(at for found in (told, unknown) for at, one in found.items() if one[0] == series)
        texts = [line.text for at in lines if (line := pieces[at].line) is not None]
        counted = [int(number[0]) for text in texts if (number := _DIGITS.match(text)) is not None]
        if counted and counted == list(range(counted[0], counted[0] + len(lines))):
            result |= {at: unknown[at] for at in lines if at in unknown}
    return result


def _named_so(piece: Piece, vocabulary: Vocabulary) -> _Told | None:
    """As `_told`, of a numbered line whose name before the colon is no section's: among numbered sections it is that of one too."""
    marked, words, colon = _before_colon(piece, vocabulary)
    if marked is None or marked.rank != NUMERAL or _NAME.fullmatch(words) is None:
        return None
    known = vocabulary.sections.match(words, rough=False) is not None
    return None if known or _FIELD.search(words) else (_series_of(marked), "", colon)


def _series_of(marked: Marked) -> _Series:
    return marked.rank, series_of(marked.marker or "")


def _is_other_heading(piece: Piece, chosen: Collection[_Series], vocabulary: Vocabulary) -> bool:
    if piece.kind == "heading":
        return True
    match = heading_match(piece.line, vocabulary) if piece.line is not None and piece.kind == "line" else None
    if piece.line is None or match is None or match.key in _ASIDE:
        return False
    series = _series_of(split_marker(piece.line.text, vocabulary))
    return series[0] is None or series not in chosen
