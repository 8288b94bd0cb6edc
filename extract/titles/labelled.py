"""Lines of a card's head that say themselves what they hold: `공약명 : 제목`, `공약번호 25<TAB>공약명 제목`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import BARS, NUMERAL, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.schemas.notation import COLON, COLONS, plain_colons
from pledgecards.schemas.vocabulary import Vocabulary, fold

_COLON = re.compile(rf"^([^{COLONS}]{{2,12}}?)\s*{COLON}\s*(.*)$")
_FIGURES = re.compile(r"(?:\s-?[\d,.]+){3,}$")
_FEWEST_HEADS = 3
_BETWEEN_FIELDS = re.compile(rf"\s+[/{BARS}]\s+")
_SPREAD = re.compile(r"^([가-힣](?: [가-힣]){2,5}) (\S.+)$")  # `공 약 명 산림복지단지 조성`
_SPACED = re.compile(r"^(공약\S{0,6}(?:명|제목))\s+(\S.*)$")  # `공약명 산림복지단지 조성`


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a line labels: the number and the title as printed; `waiting` where a title's label ends the line, so that the title
    stands in the next one."""

    number: str | None
    title: str | None
    waiting: bool


def labelled(text: str, vocabulary: Vocabulary) -> Labelled | None:
    """The number and the title that a line gives under their own labels; None if it has no title's label."""
    number: str | None = None
    title: str | None = None
    waiting = met = False
    for part in _parts(text, vocabulary):
        if is_title_label(part, vocabulary):
            waiting = met = True
        elif (found := numbered(part, vocabulary)) is not None and not found.title:
            number = number or found.number
        elif waiting:
            title, waiting = part, False
    return Labelled(number, title, waiting) if met else None


def _parts(text: str, vocabulary: Vocabulary) -> list[str]:
    """The line cut at wide gaps, and behind the colon of each label, or behind a label that can be no word of a title (`공약사업명`)."""
    parts: list[str] = []
    for part in text.split("\t"):
        marked = split_marker(part.strip(), vocabulary)
        bare = marked.words if marked.rank is not None and marked.rank != NUMERAL else part.strip()
        colon = _COLON.match(bare) or _SPREAD.match(bare) or _SPACED.match(bare)
        if (
            colon is not None
            and is_title_label(colon.group(1), vocabulary)
            and not _is_label(colon.group(2), vocabulary)
        ):
            parts += [colon.group(1), colon.group(2)]
        else:
            parts.append(bare.lstrip(COLONS).lstrip())  # `공약 명<TAB>: 전통시장 주차장 확충`
    return [part for part in parts if part]


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are the name of another field, which stands beside a title's label in the head of a table (`공약명 담당부서`)."""
    return any(words.match(text, rough=False) is not None for words in (vocabulary.sections, vocabulary.labels))


def fields_in_line(line: Line, vocabulary: Vocabulary) -> list[Line] | None:
    """The fields of a line that signs part, each behind its own label and a colon, the title among them (`분야: 교육 / 공약번호: 5 / 공약명:
    통학로 조성`); None for most lines."""
    if plain_colons(line.text).count(":") < 2:
        return None
    signs = [found.span() for found in _BETWEEN_FIELDS.finditer(line.text)]
    if not signs:
        return None
    starts, ends = [0, *(end for _, end in signs)], [*(start for start, _ in signs), len(line.text)]
    parts = [part_of(line, start, end) for start, end in zip(starts, ends, strict=True)]
    labels = [_COLON.match(part.text) for part in parts]
    if len(parts) < 2 or not all(labels):
        return None
    titled = any(label is not None and label[2] and is_title_label(label[1], vocabulary) for label in labels)
    return parts if titled else None


def is_row_of_table(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a row of a table that a copy set with a space between its cells: figures behind a name (`국비 1,800 300 450`), or nothing
    but names of columns, sections and options (`구분 사업개요 추진실적 향후계획`)."""
    if _FIGURES.search(text) is not None:
        return True
    words = [word for word in text.split() if len(word) > 1 or word.isalpha()]
    if len(words) > 1 and is_title_label(words[0], vocabulary) and _is_label(" ".join(words[1:]), vocabulary):
        return True
    known = (vocabulary.heads, vocabulary.sections, vocabulary.labels, vocabulary.options)
    return len(words) >= _FEWEST_HEADS and all(
        fold(word) in vocabulary.people_heads or any(names.match(word, rough=False) is not None for names in known)
        for word in words
    )


def is_title_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the label of a title (`공약명`), whatever else it may label."""
    return len(text) <= 16 and fold(text) in vocabulary.cards.folded("title_labels")


def title_within(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """What stands before a title's label in the middle of a line or at its beginning, and the title behind it (`공약번호 7 공약명 공공
    와이파이 확대`); None where no such label stands there. Only labels that nothing else is called by, those in 명 and 제목, count."""
    found = _label_within(vocabulary).search(text)
    if found is None or not text[found.end() :].strip():
        return None
    return text[: found.start()].strip(), text[found.end() :].strip()


@lru_cache(maxsize=8)
def _label_within(vocabulary: Vocabulary) -> re.Pattern[str]:
    labels = [label for label in vocabulary.cards.spellings["title_labels"] if label.endswith(("명", "제목"))]
    spread = [" ?".join(map(re.escape, label.replace(" ", ""))) for label in sorted(labels, key=len, reverse=True)]
    return re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(spread)})\s*{COLON}?\s+(?=\S)")
