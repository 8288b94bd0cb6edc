"""The label of a choice in a line: where it begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pledgecards.extract.choices.brackets import OPENING
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.extract.markers import BARS, BRACKET, NUMERAL, split_marker
from pledgecards.schemas.notation import COLON, COLONS, has_colon
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

SET_OFF = frozenset(OPENING + "<〈")
"""What opens the brackets that a label may stand in."""

_LABEL_END = re.compile(rf"[ {COLONS}\t]")
_OPENS_OPTIONS = re.compile(rf"[{re.escape(OPENING)}]")
_LABEL_BRACKETS = re.compile(rf"[\[【〔<〈(（]\s*([^\]】〕>〉)）]{{2,20}}?)\s*[\]】〕>〉)）]\s*{COLON}?\s*")

_STROKES = (*BARS, "/", "／")
_WORD_ALONE = re.compile(r"([가-힣]{2,10}) ?")
_LABEL_AND_WORD = re.compile(rf"([가-힣]{{2,10}}|[가-힣]{{2,4}} [가-힣]{{2,4}})[ {COLONS}]{{1,2}}[~*]{{0,2}}([가-힣]+)")

_LEGEND = re.compile(r"(?<![가-힣])(?:범\s?례|표시\s?방법|기호\s?설명)(?![가-힣])")
"""What explains the marks of a table (`※ 범례 : ● 완료 ○ 추진중`, `추진일정 (범례: ○ 계획 ● 완료)`) checks none of them."""

_TAIL = re.compile(rf" {{1,2}}([가-힣]{{2,5}}(?: [가-힣]{{2}})?)(?= ?{COLON})| {{1,2}}(여부|유무|구분)(?=\s)")
"""The rest of a label: up to its colon (`주민참여 여부:`), for no option ends with one, or a word that ends labels only."""

_BEFORE_MARK = re.compile(r" {1,2}([가-힣]{2,5}(?: [가-힣]{2,5})?)\s+")
_NUMERAL_LAST = re.compile(r"\s[①-⑳❶-❿]$")
_BRACKET_LAST = re.compile(r"\s([\[【〔<〈(（])[^\]】〕>〉)）]*[\]】〕>〉)）]$")

_ROUND_LABEL = f" {COLONS}\t{BARS}"
_BEFORE_OPTIONS = f"{_ROUND_LABEL}→>-–"
"""What may stand between a label and its options (`임기구분 (`, `예산: 수반`, `임기목표 | 착수`)."""

_LONGEST_LABEL = 24
_WIDEST_GLYPH = 8
"""The letters of the widest mark (`[ v ]`), with room for its spaces."""


def label_alone(text: str, vocabulary: Vocabulary, *, rough: bool = True) -> Match | None:
    """The choice label that a whole line or cell is, if it is one: without a check mark in it."""
    words = text[after_bullets(text, vocabulary) :]
    marked = glyph_pattern(vocabulary).search(words) is not None
    return None if marked else vocabulary.labels.match(words.strip(f" {COLONS}"), rough=rough)


def names_labels(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether all of several texts are labels of choices and no options: they head the columns in which their options stand."""
    known, options = vocabulary.labels, vocabulary.options
    return len(texts) > 1 and all(
        known.match(text, rough=False) is not None and options.match(text, rough=False) is None for text in texts
    )


def after_bullets(text: str, vocabulary: Vocabulary, start: int = 0) -> int:
    """Where the words begin behind bullets and ticks that stand in front of the label (`- ✓ 임기구분`)."""
    rest = text[start:]
    for _ in range(3):
        marked = split_marker(rest, vocabulary)
        if marked.marker is None or marked.rank == BRACKET or (marked.rank == NUMERAL and start):
            break
        start += marked.start
        rest = marked.words
    return start


def before_own_option(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a label that is no option stands here right before one of its own options, in a line whose options have no glyphs (`임기구분 임기내
    ~~임기후~~ | 신규여부 ~~신규~~ 계속`)."""
    found = _LABEL_AND_WORD.match(text, start)
    if found is None or glyph_pattern(vocabulary).search(text, 0, start) is not None:
        return False
    known = vocabulary.labels, vocabulary.options
    match, option = (words.match(found[1], rough=False) for words in known)
    if match is None or option is not None or fold(found[2]) not in vocabulary.options_by_field.get(match.key, ()):
        return False
    before = re.search(r"[가-힣]+ $", text[:start])
    return before is None or vocabulary.labels.match(before.group() + found[1], rough=False) is None


def explains_marks(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a line says, before its first mark, that it is the legend of a table."""
    legend = _LEGEND.search(text, start)
    return legend is not None and glyph_pattern(vocabulary).search(text, start, legend.start()) is None


def option_here(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands from here to the next mark is an option."""
    mark = glyph_pattern(vocabulary).search(text, start)
    return vocabulary.options.match(text[start : mark.start() if mark else len(text)], rough=False) is not None


def section_before_box(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that heads a section elsewhere stands here between a bar or stroke and the first of its check boxes (`■ 자체 □ 국가 / 추진상황
    □ 완료 ■ 정상추진`)."""
    if text[:start].rstrip()[-1:] not in _STROKES:
        return False
    found = _WORD_ALONE.match(text, start)
    if found is None or glyph_pattern(vocabulary).match(text, found.end()) is None:
        return False
    known = vocabulary.sections.match(found[1], rough=False), vocabulary.options.match(found[1], rough=False)
    return known[0] is not None and known[1] is None


def label_at(text: str, start: int, vocabulary: Vocabulary, *, rough: bool = True) -> tuple[str, Match, int] | None:
    """(label as printed, its match, where the options begin) for the longest label that begins at `start`."""
    first = text[start : start + 1]
    bracketed = _LABEL_BRACKETS.match(text, start) if first in SET_OFF else None
    if bracketed is not None and glyph_pattern(vocabulary).search(bracketed.group(1)) is None:
        match = vocabulary.labels.match(bracketed.group(1))
        if match is not None:
            return bracketed.group(1), match, bracketed.end()
    ends = _label_ends(text, start, vocabulary)
    if not rough and len(text) - start <= _LONGEST_LABEL and glyph_pattern(vocabulary).search(text, start) is None:
        ends.append(len(text))  # its options stand on another line
    exactly = vocabulary.labels.may_begin(first)
    if not (ends and (exactly or rough)):
        return None
    labels = [(text[start:end].strip(_ROUND_LABEL), end) for end in reversed(ends)]
    match_label = vocabulary.labels.match
    for roughly in (False, True):
        if not (rough if roughly else exactly):
            continue
        for label, end in labels:
            match = match_label(label, rough=roughly)
            if match is not None and _ends_within_options(label, text, end, vocabulary):
                continue
            if match is not None and label[-1:] not in SET_OFF and not has_colon(label):
                tail = _TAIL.match(text, end)
                if tail is not None and (
                    tail[2] or not _is_own_option(tail[1], match.key, text[tail.end() + 2 :], vocabulary)
                ):
                    label, end = text[start : tail.end()].strip(), tail.end()
                elif tail is None and (goes_on := _up_to_mark(text, end, vocabulary)):
                    label, end = text[start:goes_on].strip(), goes_on
                rest = end
                while rest < len(text) and text[rest] in _BEFORE_OPTIONS:
                    rest += 1
                return label, match, rest
    return None


def _up_to_mark(text: str, end: int, vocabulary: Vocabulary) -> int | None:
    """Where a label ends that goes on up to the first mark with words that are no option (`임기 이행 구분 □ 임기내 ■ 임기외`); None where it
    does not, or where marks stand behind their options."""
    tail, glyph = _BEFORE_MARK.match(text, end), glyph_pattern(vocabulary)
    if tail is None or glyph.match(text, tail.end()) is None:
        return None
    *_, last = glyph.finditer(text, tail.end())
    behind = not text[last.end() :].strip()
    return None if behind or vocabulary.options.match(tail[1], rough=False) is not None else tail.end(1)


def _ends_within_options(label: str, text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a label takes in the numeral of the first option (`임기구분 ①`), or that option in the brackets that each has (`사업주체 [국가]` of
    `사업주체 [국가] [자체 ✔]`), or is the first options of several (`신규 / 계속 / 확대`)."""
    if _NUMERAL_LAST.search(label) is not None:
        return True
    if "/" in (label[-1:], text[end:].lstrip()[:1]):
        words = label.strip("/ ").split("/")
        return all(vocabulary.options.match(word.strip(), rough=False) is not None for word in words)
    bracket = _BRACKET_LAST.search(label)
    return bracket is not None and text[end:].lstrip()[:1] == bracket[1]


def _is_own_option(word: str, field: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether a word before a colon is an option: one among several with a colon each, or one of a field whose label stands before it
    (`예산구분 예산: 12억원 ☑`)."""
    if vocabulary.options.match(word, rough=False) is None:
        return False
    return has_colon(rest) or (field != "other" and fold(word) in vocabulary.options_by_field.get(field, ()))


def _label_ends(text: str, start: int, vocabulary: Vocabulary) -> list[int]:
    """The places, at most 20 letters on, at which a label could end: before a space, a colon, a TAB or a check glyph."""
    limit = min(len(text), start + _LONGEST_LABEL)
    too_far = _more_than_label(vocabulary).match(text, start, limit)
    if too_far is not None:
        limit = too_far.end()
    glyph = glyph_pattern(vocabulary).search(text, start, limit + _WIDEST_GLYPH)
    if glyph is None or glyph.start() >= limit:
        return [found.start() for found in _LABEL_END.finditer(text, start + 2, limit)]
    if glyph.start() < start + 2:
        return []  # no label has a mark in it
    # `임기구분(임기내 ■, 임기외 □)`
    brackets = [found.start() for found in _OPENS_OPTIONS.finditer(text, start + 2, glyph.start())]
    ends = {found.start() for found in _LABEL_END.finditer(text, start + 2, glyph.start())}
    return sorted({*ends, *brackets, glyph.start()})


@lru_cache(maxsize=8)
def _more_than_label(vocabulary: Vocabulary) -> re.Pattern[str]:
    """More letters than any label has; brackets, which may hold a remark, end them."""
    letter, other = "[0-9A-Za-z가-힣]", r"[^0-9A-Za-z가-힣(\[（【〔<]"
    return re.compile(f"(?:{other}*{letter}){{{vocabulary.labels.most_letters + 1}}}")


def of_options(label: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether what is a label as well is made of options, or begins one of two words in the text behind a mark (`✔ 임기 내 임기 후`)."""
    known, words, beginning = vocabulary.options, label.split(), text.split(maxsplit=2)[:2]
    if words and words == beginning[:-1] and known.match(" ".join(beginning), rough=False) is not None:
        return True
    return len(words) > 1 and all(known.match(word, rough=False) is not None for word in words)
