"""Choices that a copy or a narrow page broke over two lines: a mark left without its option (`□ 임기내 ■` over `임기후`), a label in two
(`임기구` over `분`), options at a slash or before a mark. What stands below is set behind what it goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.choices.labels import label_at
from pledgecards.extract.choices.option_words import is_option
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.extract.markers import split_marker
from pledgecards.extract.text.lines.textline import BOLD, SourceLine, width_of
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_PART = re.compile(r"\S+(?: \S+)*")
_APART = "   "
_SLASH = "/"
_UNEVEN = re.compile(r"\t|   ")
_FEWEST_MARKS = 2
_LONGEST_LINE = 200
_LONGEST_REST = 4
"""The letters of the longest rest of a label."""

_Parts = list[tuple[int, int, str]]
"""What wide gaps part in a line: the place of each in letters, in columns of a screen, and its text."""


def with_whole_choices(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, in which a row of choices that goes on in the next line is one. It does so where all that stands there is right below
    parts of it, and one or more of them surely go on."""
    result: list[SourceLine] = []
    above: _Parts = []
    for line in lines:
        parts = _parts(line.text) if len(line.text) <= _LONGEST_LINE and "\t" not in line.text else []
        last = result[-1] if result else None
        if last is not None and last.sheet == line.sheet and options_go_on(last.text, line.text, vocabulary):
            result[-1] = SourceLine(last.number, f"{last.text.rstrip()} {line.text.strip()}", last.sheet)
            above = _parts(result[-1].text)
            continue
        whole = (
            _whole(above, parts, vocabulary)
            if last is not None and last.sheet == line.sheet and above and parts
            else None
        )
        if whole is None or last is None:
            above = parts
            result.append(line)
            continue
        above = whole
        indent = " " * whole[0][0]
        result[-1] = SourceLine(last.number, indent + _APART.join(text for _, _, text in whole), last.sheet)
    return result


def options_go_on(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether all of a line are more options of the choice that the line above labels, parted by slashes or with a mark before each as there."""
    above, below = above.strip(), below.strip()
    slash = above.endswith(_SLASH) or below.startswith(_SLASH)
    glyph = glyph_pattern(vocabulary)
    if not below or len(above) + len(below) > _LONGEST_LINE or _UNEVEN.search(above) or _UNEVEN.search(below):
        return False
    if not slash and (glyph.match(below) is None or len(glyph.findall(above)) < _FEWEST_MARKS):
        return False
    label = label_at(above, len(above) - len(split_marker(above, vocabulary).words), vocabulary, rough=False)
    if label is None or not above[label[2] :].strip(f" {COLONS}{_SLASH}"):
        return False
    options = (below.strip(_SLASH) if slash else below).replace(BOLD, "")
    parts = options.split(_SLASH) if slash else [part for part in glyph.split(options) if part and part.strip()]
    return bool(parts) and all(_is_of(part.strip(f" {_SLASH}"), label[1].key, vocabulary) for part in parts)


def _is_of(text: str, field: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is an option of a field, or a body's name where such may be one."""
    match = vocabulary.options.match(text, rough=False)
    return match.key == field if match is not None else field == "lead" and is_option(text, vocabulary)


def takes_up(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether the last of several marks in a cell is left without its option, with which the line below begins."""
    glyph = glyph_pattern(vocabulary)
    marks = list(glyph.finditer(above))
    if len(marks) < 2 or marks[-1].end() < len(above) or glyph.search(below) is not None:
        return False
    before = above[: marks[0].start()].strip(f" {COLONS}")
    if before and label_at(above, 0, vocabulary, rough=False) is None:
        return False  # a mark behind each option
    return vocabulary.options.match(below, rough=False) is not None


def completes_label(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether two texts are a choice's label together, and neither is one by itself."""
    labels = vocabulary.labels
    if len(below) > _LONGEST_REST or not below.isalpha() or labels.match(above + below, rough=False) is None:
        return False
    return all(labels.match(text, rough=False) is None for text in (above, below))


def _parts(text: str) -> _Parts:
    return [(met.start(), width_of(text[: met.start()]), met[0]) for met in _PART.finditer(text)]


def _whole(above: _Parts, below: _Parts, vocabulary: Vocabulary) -> _Parts | None:
    """The parts of a line with those of the line below behind them; None where it does not go on there."""
    if len(below) > len(above):
        return None
    open_ends = [at for at, (_, _, text) in enumerate(above) if takes_up(text, below[0][2], vocabulary)]
    # The only option that is left for the only open mark belongs to it, wherever it stands.
    places = open_ends if len(below) == len(open_ends) == 1 else _places(above, below)
    if places is None:
        return None
    told: list[bool] = []
    whole = list(above)
    for place, (_, _, text) in zip(places, below, strict=True):
        start, column, over = above[place]
        broken = completes_label(over, text, vocabulary)
        told.append(broken or takes_up(over, text, vocabulary))
        whole[place] = (start, column, over + text if broken else f"{over} {text}")
    marks = glyph_pattern(vocabulary)
    return whole if any(told) and any(marks.search(text) is not None for _, _, text in whole) else None


def _places(above: _Parts, below: _Parts) -> list[int] | None:
    """The parts of the upper line that those of the lower one stand right below; None where any stands elsewhere."""
    for measure in (0, 1):
        starts = [part[measure] for part in above]
        if all(part[measure] in starts for part in below):
            return [starts.index(part[measure]) for part in below]
    return None
