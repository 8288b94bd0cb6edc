"""Lines and cells of the checkbox block: a label, then options with or without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import part_of
from pledgecards.extract.choices.behind import note_behind
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import LONGEST_OPTION, PrintedChoice, by_options, known_of
from pledgecards.extract.choices.labels import (
    SET_OFF,
    after_bullets,
    before_own_option,
    explains_marks,
    label_alone,
    label_at,
    names_labels,
    of_options,
    option_here,
    section_before_box,
)
from pledgecards.extract.choices.options import candidates_of, glyph_pattern, may_mark
from pledgecards.extract.choices.unnamed import (
    boxes_behind_colon,
    by_fields,
    choices_of_fields,
    known_behind_colon,
    styled_behind_section,
    unlabelled,
)
from pledgecards.extract.markers import BARS
from pledgecards.extract.page import Line
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import COLON, COLONS, has_colon
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_GAP = re.compile(r"\s+")
_COLON_NEAR = re.compile(rf"[^{COLONS}]{{2,20}}{COLON}")
_WORD = re.compile(r"\s*([가-힣]+)")
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*[가-힣][^()（）\[\]]*)[)）\]]")
_APART = re.compile(
    rf"\t| [{BARS}] | (?=[○ㅇ●◦▪•·∙] ?[가-힣]{{2,10}} ?{COLON})| ?[/,] (?=[가-힣][가-힣 ]{{1,10}} ?{COLON})"
)
_ROUND_ALL = {"(": ")", "（": "）", "[": "]", "【": "】", "<": ">", "〈": "〉"}

_LONGEST_LINE = 1000
"""No line of more letters is a choice line: the block of a whole form takes some 200, and what is longer would take long to try."""


def choices_of_line(line: Line, vocabulary: Vocabulary) -> list[tuple[Line, PrintedChoice | None]] | None:
    """The choices that a line prints, each with its part of the line; two stand side by side with a wide gap between. A part that is a label
    whose options stand elsewhere has no choice. None if the line is no choice."""
    if len(line.text) > _LONGEST_LINE:
        return None
    if (note := note_behind(line.text, vocabulary)) is not None:
        found = choices_of_line(part_of(line, 0, note - 1), vocabulary)
        if found is not None and len(found[-1][1].candidates if found[-1][1] is not None else ()) > 1:
            return [*found, (part_of(line, note, len(line.text)), None)]
    words = after_bullets(line.text, vocabulary)
    if explains_marks(line.text, words, vocabulary):
        return None
    # Most lines print no choice: nothing at their beginning is a label, known or followed by boxes.
    if _APART.search(line.text) is not None and (each := _each_a_choice(line, vocabulary)) is not None:
        return each
    if (each := _each_behind_bullet(line, words, vocabulary)) is not None:
        return each
    if label_at(line.text, words, vocabulary) is None:
        if not may_mark(line.text, words, vocabulary):
            styled = styled_behind_section(line, words, vocabulary)
            return None if styled is None else [(line, styled)]
        several = choices_of_fields(line, words, vocabulary)
        if several is not None:
            return several
        if not boxes_behind_colon(line.text, words, vocabulary) and not known_behind_colon(line, words, vocabulary):
            return None
    starts = [0]
    for gap in _GAP.finditer(line.text):
        start = gap.end()
        # What stands behind the bullet of a label is that label, not another.
        if start > words and _begins_choice(line.text, start, "\t" in gap.group(), vocabulary):
            if _offers(line.text[starts[-1] : start], line.text[start:], vocabulary):
                continue
            starts.append(start)
            words = after_bullets(line.text, vocabulary, start)
        elif start > words and (
            _labels_other(line.text[start:], vocabulary, apart="\t" in gap.group())
            or section_before_box(line.text, start, vocabulary)
        ):
            starts.append(start)
    if len(starts) > 1:
        parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
        found = [
            (part, choice_of_line(part, vocabulary) or styled_behind_section(part, 0, vocabulary)) for part in parts
        ]
        if found[0][1] is not None and all(
            choice or label_alone(part.text, vocabulary) or _labels_other(part.text, vocabulary)
            for part, choice in found
        ):
            apart = [by_fields(part, one, vocabulary) if one is not None else [(part, None)] for part, one in found]
            return [each for several in apart for each in several]
    choice = choice_of_line(line, vocabulary)
    return None if choice is None else by_fields(line, choice, vocabulary)


def _each_a_choice(line: Line, vocabulary: Vocabulary) -> list[tuple[Line, PrintedChoice | None]] | None:
    """The parts of a line between wide gaps, bars or bullets, where each of them has its own label and colon, and one or more are choices."""
    parts: list[tuple[Line, PrintedChoice | None]] = []
    gaps = [found.span() for found in _APART.finditer(line.text)]
    for start, end in zip([0, *[end for _, end in gaps]], [*[start for start, _ in gaps], len(line.text)], strict=True):
        if line.text[start:end].strip():
            part = part_of(line, start, end)
            label = _COLON_NEAR.match(part.text)
            if label is None or glyph_pattern(vocabulary).fullmatch(part.text[label.end() :].strip()) is not None:
                return None  # a mark alone behind its colon: an option (`읍면: ☐`)
            option, _, rest = label.group().partition(" ")
            if parts and rest.strip(f" {COLONS}") and vocabulary.options.match(option, rough=False) is not None:
                return None  # `임기구분: 임기내 / 임기후 신규여부: 신규 / 지속`
            parts.append((part, choice_of_line(part, vocabulary)))
    return parts if len(parts) > 1 and any(choice is not None for _, choice in parts) else None


def _each_behind_bullet(
    line: Line, words: int, vocabulary: Vocabulary
) -> list[tuple[Line, PrintedChoice | None]] | None:
    """The choices of a line between wide gaps, before each of which its bullet and a label stand (`○ 완료시점 ■ 임기내 □ 임기후<TAB>○ 성격 …`)."""
    bullet = line.text[:words].strip()
    if not bullet or f"\t{bullet} " not in line.text:
        return None  # nearly every line
    starts = [0, *(found.start() + 1 for found in re.finditer(re.escape(f"\t{bullet} "), line.text))]
    parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
    found = [(part, choice_of_line(part, vocabulary)) for part in parts]
    return list(found) if all(choice is not None and choice.label for _, choice in found) else None


def _begins_choice(text: str, start: int, apart: bool, vocabulary: Vocabulary) -> bool:
    """Whether another choice begins in the middle of a line: a known label behind a wide gap, or one that a bullet, brackets, a
    colon or a mark behind it set off from the options before it."""
    sign = text[start : start + 1]
    set_off = apart or sign in SET_OFF or sign in vocabulary.bullets or _COLON_NEAR.match(text, start) is not None
    glyph = glyph_pattern(vocabulary)
    if not set_off and glyph.search(text, start) is None:
        return before_own_option(text, start, vocabulary)  # most words of a sentence are none
    words = after_bullets(text, vocabulary, start)
    first = text[words : words + 1]
    if not first.isalnum() and first not in SET_OFF:
        return False  # the end of `( )`
    found = label_at(text, words, vocabulary, rough=False)
    if (
        found is None
        or _is_option_marked(text, words, vocabulary)
        or (words > start and (option_here(text, words, vocabulary) or of_options(found[0], text[words:], vocabulary)))
    ):
        return False  # `◉ 임기 내`, though `임기` is a label; `✔ 단기 중기 장기`
    if _in_brackets(text, found[2], vocabulary) is not None:
        return True
    if not set_off:
        # In running text (`■ 임기내 □ 임기외 신규여부 □ 신규`) the mark right behind a label is that of its first option.
        mark = glyph.match(text, found[2])
        if mark is None or len(found[0]) > 2:
            return mark is not None
        word = _WORD.match(text, mark.end())
        return word is not None and fold(word[1]) in vocabulary.options_by_field.get(found[1].key, frozenset())
    label, _, rest = found
    bracketed = text[words : words + 1] in SET_OFF
    return apart or bracketed or words > start or has_colon(text[words + len(label) : rest])


def _offers(before: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether what stands before is a label alone, and the text begins with two of its options, though together they are a label as well
    (`신규여부` before `신규 계속`)."""
    match = vocabulary.labels.match(before.strip(f" {COLONS}\t"), rough=False)
    words = text.replace("/", " ").split(maxsplit=2)[:2]
    return match is not None and len(words) > 1 and {*map(fold, words)} <= vocabulary.options_by_field[match.key]


def _labels_other(text: str, vocabulary: Vocabulary, *, apart: bool = True) -> bool:
    """Whether a text begins with the label of something that is no choice, and what it labels (`소요예산 62억원`, `관리번호 12` beside the
    options); where no wide gap sets it apart from them, with a colon."""
    word, _, rest = text.partition(" ") if "\t" not in text else text.partition("\t")
    if not (apart or word[-1:] in COLONS):
        return False
    word = word.rstrip(COLONS)
    if not rest or any(words.match(word, rough=False) is not None for words in (vocabulary.options, vocabulary.labels)):
        return False
    return any(words.match(word, rough=False) is not None for words in (vocabulary.sections, vocabulary.cards))


def _is_option_marked(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether what looks like a label is an option and the mark behind it: `임기 내 ( √ ) 임기 후 ( )`, `□ 이행완료 ■ 정상추진`."""
    glyph = glyph_pattern(vocabulary)
    if text[start : start + 1] in SET_OFF and glyph.match(text, start) is None:
        return False  # `[추진단계] □ 준비`
    return glyph.search(text, start) is not None and option_here(text, start, vocabulary)


def choice_of_line(line: Line, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a line prints (`- ✓ 임기구분 **임기내** / 임기외`), or None if it prints none."""
    start = after_bullets(line.text, vocabulary)
    found = label_at(line.text, start, vocabulary)
    if found is None or _is_option_marked(line.text, start, vocabulary):
        return unlabelled(line, start, vocabulary)
    label, match, rest = found
    start, end = _within_brackets(line.text, rest, vocabulary)
    inner = _in_brackets(line.text, rest, vocabulary) if start == rest else None
    if inner is not None and line.text[inner.end() :].lstrip()[:1] not in SET_OFF:
        return None  # what stands behind the brackets of its options may be of them or not
    candidates = candidates_of(line, start, end, vocabulary)
    if not _convincing(match, candidates, vocabulary):
        return None
    return PrintedChoice(label, by_options(match, candidates, vocabulary), tuple(candidates), line.place, line.ink)


def _within_brackets(text: str, start: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """The options' stretch of text[start:], without brackets round all of it (`임기구분 ( 임기내 ○ / 임기후 )`) or round the label too."""
    inner = _in_brackets(text, start, vocabulary)
    if inner is not None and not text[inner.end() :].strip(" ,"):
        return inner.span(1)
    bare = text.rstrip()
    opened, closing = _ROUND_ALL.get(text[:1]), bare[-1:]
    if opened is None or opened != closing or text[start:].count(text[0]) >= text[start:].count(closing):
        return start, len(text)
    return start, len(bare) - 1


def _in_brackets(text: str, start: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The brackets that stand here, if options are in them."""
    inner = _IN_BRACKETS.match(text, start)
    return inner if inner is not None and ("/" in inner[1] or may_mark(inner[1], 0, vocabulary)) else None


def _convincing(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> bool:
    texts = [candidate.text for candidate in candidates]
    if max(map(len, texts), default=0) > LONGEST_OPTION:
        return False
    if names_labels(texts, vocabulary) or any(_labels_other(text, vocabulary) for text in texts):
        return False  # `□ 추진주체 : 도시재생과 □ 담당자 : 홍길동`: fields behind bullets
    known = known_of(match.key, candidates, vocabulary)
    if len(candidates) < 2:
        alone = len(candidates) == 1 and known == 1 and not match.rough
        return alone and texts[0] not in body_names()  # `사업주체: 영등포구` says who, and is no choice
    marked = {bool(c.bold or c.drawn) for c in candidates}
    # What marks all alike marks none: so is the head of a table set (`재원<TAB>사업비<TAB>비고`).
    return known > 0 or any(c.glyph is not None for c in candidates) or (len(marked) > 1 and not match.rough)
