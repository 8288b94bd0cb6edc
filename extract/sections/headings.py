"""Which lines are section headings, and of which section."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.lights import without_state
from pledgecards.extract.markers import DASH, DOT, NOTE, NUMERAL, Marked, split_marker
from pledgecards.extract.page import Line
from pledgecards.extract.people.lines import OFFICE
from pledgecards.schemas.notation import APOSTROPHE, AS_OF, COLON, COLONS, MIDDOTS, SHORT_YEAR, YEAR
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_JOINTS = re.compile(rf"\s*(?:[{MIDDOTS}/,]|\s및\s|\s)\s*")
_BARE_NUMERAL = re.compile(r"(\d{1,2})\s+(?=[가-힣])")  # `6 담당`
_OPEN, _SHUT = r"[(<\[【（]", r"[)>\]】）]"
_GOES_ON = rf"{_SHUT}\s*(?:[가-힣A-Za-z]|{COLON}\s*(?:{APOSTROPHE}|(?:19|20)\d\d\s?[.년]))[^)>\]】）]*$"
_REST = re.compile(
    rf"\s*(?:{_OPEN}(?:(?=[^)>\]】）]*{AS_OF}\s*{_SHUT})|(?!.*{_GOES_ON}))|단\s*위\s*{COLON}).*$"
    rf"|\s+{SHORT_YEAR}\s?[.년][\d.\s월일말]*{AS_OF}$"
)
"""What may stand behind a section's name: a remark in brackets, where the line does not go on behind it with words (`추진계획(안) 수립`) or with
the date of a deed (`예산 확보(추경): '19. 5.`); the day that figures are of; the unit."""

_DEED_DATE = re.compile(rf"{_OPEN}\s*{YEAR}\s?[.년]\s?\d{{1,2}}\s?[.월](?!.*{AS_OF}).*{_SHUT}$")
"""The month or day of a deed behind what was done (`○ 예산 확보('18. 8.)`)."""

_LABEL_FIRST = re.compile(rf"([가-힣]{{2}}[^{COLONS}\t ]{{0,10}})\s*[{COLONS}\t ]\s*(.+)")
_WORD = re.compile(r"[가-힣A-Za-z]+")

_YEAR = re.compile(rf"{SHORT_YEAR}년도?|[상하]반기|[1-4]분기|민선\d{{1,2}}기")
_LEADING_YEAR = re.compile(rf"^(?:{_YEAR.pattern})\s+")


def heading_match(line: Line, vocabulary: Vocabulary) -> Match | None:
    """The section that a line is the heading of, or None.

    The words behind its marker must be a section's name as a whole; a remark in brackets or the unit note may follow
    (`소요예산 (단위: 백만원)`). A rough match needs a heading's marker or bold type.
    """
    text = line.text
    if len(text) > 60 or not text:
        return None
    match, unmarked = _of_words(text, vocabulary)
    return match if match is not None or unmarked is None or not line.bold else _roughly(unmarked, vocabulary)


@lru_cache(maxsize=4096)
def _of_words(text: str, vocabulary: Vocabulary) -> tuple[Match | None, str | None]:
    """The section that a text heads, however it is set; and, for one without a marker, the words that bold type would make a heading.

    A line is asked for time and again, by all who look where sections begin.
    """
    marked = split_marker(text, vocabulary)
    if marked.rank in (DASH, DOT, NOTE):
        return None, None
    words = marked.words.strip(f" {COLONS}").replace("\t", " ")
    match = vocabulary.sections.match(words, rough=False)
    if match is None:
        numeral = _BARE_NUMERAL.match(words)
        counted = words[numeral.end() :] if numeral is not None else words
        bare = without_state(_REST.sub("", counted) or counted, vocabulary)
        match = vocabulary.sections.match(counted, rough=False) or vocabulary.sections.match(bare, rough=False)
        if match is None and not names_document(bare, vocabulary):
            match = compound(bare, vocabulary)
        if match is None and marked.rank is not None:
            match = vocabulary.marked_sections.match(_LEADING_YEAR.sub("", bare), rough=False)
    if match is not None and match.key == "budget" and marked.rank is not None and _DEED_DATE.search(words):
        return None, None
    if match is None and marked.rank is not None and not names_document(words, vocabulary):
        return _roughly(words, vocabulary), None
    return match, words if marked.rank is None else None


def _roughly(words: str, vocabulary: Vocabulary) -> Match | None:
    """The section whose name differs from the words by a typing error; None for words that head a column of a table (`추진일자`) or name an
    office."""
    if vocabulary.heads.match(words, rough=False) is not None or fold(words) in date_heads(vocabulary):
        return None
    match = vocabulary.sections.match(words)
    return None if match is None or names_office_of(match, words) else match


def names_office_of(match: Match, words: str) -> bool:
    """Whether words that are the name of a section but for their end are that of an office (`성과관리과`)."""
    return OFFICE.fullmatch(words) is not None and fold(words).startswith(fold(match.spelling))


@lru_cache(maxsize=8)
def date_heads(vocabulary: Vocabulary) -> frozenset[str]:
    """The folded heads of columns of dates."""
    return frozenset(map(fold, vocabulary.dates.spellings["column_heads"]))


def numbered_heading(line: Line, marked: Marked) -> Marked:
    """A section's heading split into its number and its words, also where no point stands behind the number (`6 담당`)."""
    numeral = _BARE_NUMERAL.match(line.text) if marked.rank is None else None
    if numeral is None:
        return marked
    return Marked(numeral[1], NUMERAL, line.text[numeral.end() :], numeral.end())


def names_section(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a section's name behind its marker, with or without a remark (`6. 소요예산 (단위: 억원)`)."""
    words = split_marker(text, vocabulary).words.strip(f" {COLONS}")
    return vocabulary.sections.match(_REST.sub("", words), rough=False) is not None


def offers_options(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is the label of a choice and options of it (`임기구분 : ■ 임기내 □ 임기외`)."""
    found = _LABEL_FIRST.match(split_marker(text, vocabulary).words)
    if found is None or vocabulary.labels.match(found[1], rough=False) is None:
        return False
    return any(vocabulary.options.match(word, rough=False) is not None for word in _WORD.findall(found[2]))


def names_document(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words are the name of a kind of document (`공약실천계획서`, `2020년 공약사업 추진상황`)."""
    met = vocabulary.cards.match(_LEADING_YEAR.sub("", words), rough=False)
    return met is not None and met.key == "document_names"


def compound(words: str, vocabulary: Vocabulary) -> Match | None:
    """The section that a name of several parts heads: each part is a section's name (`사업비 투자계획`, `추진실적 및 향후계획`), or
    words that only say which stand before one (`2020년 주요 추진실적`). The first part's section counts."""
    parts = [part for part in _JOINTS.split(words) if part]
    while len(parts) > 1 and (_YEAR.fullmatch(parts[0]) or parts[0] in vocabulary.modifiers):
        words, parts = _JOINTS.sub("", words.lstrip()[len(parts[0]) :], count=1), parts[1:]
        for rest in (words, " ".join(parts)):
            if (match := vocabulary.sections.match(rest, rough=False)) is not None:
                return match
    if len(parts) < 2:
        # A label that goes on in the next line of its cell has no space there: `그간의` over `추진상황`.
        joined = (word for word in vocabulary.modifiers if words.startswith(word))
        found = (vocabulary.sections.match(words[len(word) :], rough=False) for word in joined)
        return next((match for match in found if match is not None), None)
    matches = [vocabulary.sections.match(part, rough=False) for part in parts]
    return matches[0] if all(match is not None for match in matches) else None
