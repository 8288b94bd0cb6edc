"""The options in a stretch of a line: parted by separators and check glyphs, each with what marks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pledgecards.extract.choices.brackets import CLOSING, OPENING, each_in_brackets, outside_brackets, with_typed_rings
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fills import ground_of
from pledgecards.extract.choices.letters import LETTER_OR_BRACKET, LONE_LETTER, by_letters, mark_of
from pledgecards.extract.choices.mark_columns import with_marks_apart
from pledgecards.extract.choices.marks import STRUCK, UNTOLD, look_at
from pledgecards.extract.choices.numbered import (
    by_numerals,
    filled_numerals,
    glyphs_behind,
    marked_numerals,
    numeral_end,
)
from pledgecards.extract.choices.option_words import between_gaps, is_option, known_words, of_several_words
from pledgecards.extract.markers import BARS
from pledgecards.extract.page import Line
from pledgecards.schemas.notation import COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_SEPARATORS = "/／\t," + BARS
_ARROWS = ">→⇒⇨➡➔➜▶►▷"
_DOTS = f"{MIDDOTS}•"
_WORD_SEPARATORS = (_DOTS, _ARROWS, " ")
_SET_OFF = re.compile(rf"\s[{_DOTS}]\s")

_LOST = rf"(?:(?<=[\s{COLONS}/|(\[][?？])|(?<=^[?？]))[?？]?(?=\s?[가-힣])"
"""A sign that a copy could not keep (`?임기내 ?임기후`), behind its first letter: no question ends right before a word."""

_STRUCK = "~~"  # round words that are struck out, in text that marks them so

_BOXES = frozenset({"box", "checked_box"})
_PARTING = {
    signs: re.compile(f"[{re.escape(signs + OPENING + CLOSING)}]") for signs in (_SEPARATORS, *_WORD_SEPARATORS)
}
"""By the separators, what is of account in parting a text: they and brackets."""


@lru_cache(maxsize=8)
def glyph_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Any check glyph: a single sign, brackets with one, a letter or nothing in them, or what a copy made of one."""
    marks = vocabulary.marks
    single = "".join(re.escape(c) for c in sorted(marks["checked"] | marks["empty"] | marks["crossed"]) if len(c) == 1)
    inner = "".join(re.escape(c) for c in sorted(marks["letters"]) if len(c) == 1)
    # One set of first letters is found many times as fast as several; which of them it is, is looked back at.
    first = rf"[(\[（［【〔?？{single}]"
    return re.compile(rf"{first}(?:(?<=[(\[（［【〔])\s*[{inner}{single}]?\s*[)\]）］】〕]|(?<=[{single}])|{_LOST})")


def may_mark(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether anything behind `start` may be the glyph, letter or bracket of an option; in most lines nothing is."""
    return (
        glyph_pattern(vocabulary).search(text, start) is not None or LETTER_OR_BRACKET.search(text, start) is not None
    )


def candidates_of(line: Line, start: int, end: int, vocabulary: Vocabulary, *, one: bool = False) -> list[Candidate]:
    """The options in `line.text[start:end]`, by separators and check glyphs, with what marks each."""
    text = with_typed_rings(line.text)
    spans = _split(text, start, end, _SEPARATORS)
    glyph = glyph_pattern(vocabulary)
    if glyph.search(text, start, end) is not None:
        spans = with_marks_apart(text, spans, glyph)
        counted, told = by_numerals(text, start, end), True
        if not counted or not glyphs_behind(text, counted, glyph):
            counted, told = marked_numerals(text, start, end, glyph)
        if not counted and (inner := each_in_brackets(text, start, end)):
            spans = inner
        elif not counted and len(spans) == 1:
            spans = _stages(text, *spans[0], glyph, vocabulary)
        pieces = [piece for low, high in counted or spans for piece in _by_glyphs(text, low, high, glyph, vocabulary)]
        if counted:
            pieces = [
                (numeral_end(text, _trim(text, low, high)[0]), high, mark if told else UNTOLD)
                for low, high, mark in pieces
            ]
    else:
        if len(spans) == 1 and not one:
            spans = _by_boxes(line, *spans[0]) or _by_words(text, *spans[0], vocabulary)
        elif len(spans) > 1 or "\t" in text[start:end]:
            spans = [part for low, high in spans for part in between_gaps(text, low, high, vocabulary)]
        counted = by_numerals(text, start, end)
        spans = counted or spans
        pieces = (
            filled_numerals(text, counted)
            or by_letters(text, spans, vocabulary)
            or (_by_lone_letters(text, *spans[0], vocabulary) if len(spans) == 1 and not one else None)
            or [(low, high, None) for low, high in spans]
        )
    edge = _edge(text, start, end, glyph)
    result = []
    for low, high, mark in pieces:
        low, high = _trim(text, low, high)
        if low < high:
            bold, colour, drawn = look_at(line, low, high)
            if text.startswith(_STRUCK, low, high) and text.endswith(_STRUCK, low + len(_STRUCK), high):
                low, high, drawn = low + len(_STRUCK), high - len(_STRUCK), drawn | {STRUCK}
            ground = ground_of(line, low, high) if line.marks else None
            result.append(Candidate(_closed_up(text[low:high]), line.place, mark, bold, colour, drawn, ground, edge))
    return result


def _closed_up(option: str) -> str:
    """An option whose letters are set apart (`임 기 내`), without the spaces between them."""
    apart = len(option) > 2 and all(len(letter) == 1 for letter in option.split(" "))
    return option.replace(" ", "") if apart else option


def _edge(text: str, start: int, end: int, glyph: re.Pattern[str]) -> int:
    """1 where a glyph begins a stretch, -1 where one ends it, else 0: so it is told on which side of its option a block has its marks."""
    first = last = glyph.search(text, start, end)
    if first is None or not text[start : first.start()].strip(f" {COLONS}\t"):
        return int(first is not None)
    while last is not None and text[last.end() : end].strip():
        last = glyph.search(text, last.end(), end)
    return 0 if last is None else -1


def _split(text: str, start: int, end: int, separators: str) -> list[tuple[int, int]]:
    """Parts of text[start:end] between separators that stand in no brackets; beside dots that spaces set off, others part nothing."""
    parts, depth, low = [], 0, start
    set_off = separators == _DOTS and _SET_OFF.search(text, start, end) is not None
    for found in _PARTING[separators].finditer(text, start, end):
        sign = found.group()
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        elif set_off and _SET_OFF.match(text, found.start() - 1) is None:
            continue
        elif depth == 0 and not _is_no_separator(sign, text, low, found.start()):
            parts.append((low, found.start()))
            low = found.end()
    parts.append((low, end))
    return [(low, high) for low, high in parts if text[low:high].strip()]


def _is_no_separator(sign: str, text: str, low: int, place: int) -> bool:
    """Whether a sign is the comma of a figure, or the second of a pair round an option (`<임기내> 임기외`)."""
    return (sign == "," and _in_figure(text, place)) or (sign == ">" and "<" in text[low:place])


def _in_figure(text: str, comma: int) -> bool:
    """Whether a comma parts the thousands of a figure (`1,200`)."""
    return text[comma - 1 : comma].isdigit() and text[comma + 1 : comma + 2].isdigit()


def _by_glyphs(
    text: str, start: int, end: int, glyph: re.Pattern[str], vocabulary: Vocabulary
) -> list[tuple[int, int, str | None]]:
    """Options of a part that holds check glyphs: the glyph stands before each (`☑임기내 ☐임기외`) or behind each.

    A glyph between two options, with words before the first and behind the last, belongs to the one that it stands nearer to; as near
    to both (`임기내 ○ 임기외`) it tells nothing.
    """
    marks = outside_brackets(text, start, list(glyph.finditer(text, start, end)))
    if not marks:
        return [(low, high, None) for low, high in known_words(text, start, end, vocabulary)]
    pieces: list[tuple[int, int, str | None]] = []
    before, behind = text[start : marks[0].start()].strip(), text[marks[-1].end() : end].strip()
    side = _side_of(text, marks) if before and behind else 0
    if before and (side < 0 or not behind):
        low = start
        for mark in marks:
            words = known_words(text, low, mark.start(), vocabulary)
            pieces += [(a, b, None) for a, b in words[:-1]]
            if words:
                pieces.append((*words[-1], mark.group()))
            low = mark.end()
        pieces += [(a, b, None) for a, b in known_words(text, low, end, vocabulary)]
        return pieces
    pieces += [(a, b, None) for a, b in known_words(text, start, marks[0].start(), vocabulary)]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        high = following.start() if following is not None else end
        words = known_words(text, mark.end(), high, vocabulary)
        if words:
            pieces.append((*words[0], mark.group() if side or not before else UNTOLD))
            pieces += [(a, b, None) for a, b in words[1:]]
    return pieces


def _by_lone_letters(
    text: str, start: int, end: int, vocabulary: Vocabulary
) -> list[tuple[int, int, str | None]] | None:
    """Known options that only spaces part, a letter among them for a check glyph (`준비 추진중 V 완료`); else None."""
    if LONE_LETTER.search(text, start, end) is None:
        return None
    pieces = _by_glyphs(text, start, end, LONE_LETTER, vocabulary)
    words = [text[a:b].strip() for a, b, _ in pieces]
    if len(pieces) < 2 or not all(is_option(word, vocabulary) for word in words):
        return None
    return [(a, b, mark_of(mark) if mark and mark != UNTOLD else mark) for a, b, mark in pieces]


def _stages(text: str, start: int, end: int, glyph: re.Pattern[str], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The stages that arrows part, one of them with a check glyph (`계획수립 → ■추진중 → 완료`), where the vocabulary knows most; else the
    whole."""
    parts = _split(text, start, end, _ARROWS)
    known = [vocabulary.options.match(glyph.sub("", text[a:b]).strip(), rough=False) is not None for a, b in parts]
    return parts if len(parts) > 1 and sum(known) * 2 > len(parts) else [(start, end)]


def _side_of(text: str, marks: Sequence[re.Match[str]]) -> int:
    """On which side of glyphs between options the words stand nearer: -1 on the left, 1 on the right, 0 on none or now here, now there."""
    sides = set()
    for mark in marks:
        left = text[mark.start() - 1 : mark.start()].isspace()
        right = text[mark.end() : mark.end() + 1].isspace()
        sides.add(left - right)
    return sides.pop() if len(sides) == 1 else 0


def _by_words(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Options without `/`: parted by `·`, by arrows from stage to stage or by spaces, if that gives options known to the vocabulary:
    all of them, or most in a row of stages (`계획 > 착수 > 추진중 > 완료`)."""
    for separators in _WORD_SEPARATORS:
        parts = _split(text, start, end, separators)
        if len(parts) < 2:
            continue
        # `국가 · 충청남도 · 아산시 · 민간`; of a sentence, the first word tells that they are none.
        options = (is_option(text[a:b].strip(), vocabulary) for a, b in parts)
        told = sum(options) * 2 > len(parts) if separators == _ARROWS and len(parts) > 2 else all(options)
        if told and any(vocabulary.options.match(text[a:b], rough=False) is not None for a, b in parts):
            return parts
        if separators == " " and (several := of_several_words(text, parts, vocabulary)):
            return several
    return [(start, end)]


def _by_boxes(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """Options each behind a drawn box; none where fewer than two boxes are drawn, or words stand before the first."""
    starts = sorted({mark.start for mark in line.marks if mark.kind in _BOXES and start <= mark.start < end})
    if len(starts) < 2 or line.text[start : starts[0]].strip():
        return []
    return list(zip(starts, [*starts[1:], end], strict=True))


def _trim(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and (text[low].isspace() or text[low] in COLONS + _DOTS):
        low += 1
    while high > low and (text[high - 1].isspace() or text[high - 1] in f";,{COLONS}-–" + _DOTS):
        high -= 1
    return low, high
