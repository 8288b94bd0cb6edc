"""Names of the fields that pledges are sorted into, where they stand beside a pledge's number (`[교육·보육 5]`, `문화 분야 | 12`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.markers import BARS
from pledgecards.schemas.vocabulary import Vocabulary

_OPEN, _CLOSE = r"[\[【(（〔<＜〈《≪]", r"[\]】)）〕>＞〉》≫]"
_JOIN = r"\s?[·ㆍ‧・∙,/&]\s?"
_FIGURES = r"(?:제\s?)?(?:\d{1,3}|[①-⑳]|[Ⅰ-Ⅻ]|[IVX]{1,4})(?:\s?[-–‐]\s?\d{1,3})*"


@dataclass(frozen=True, slots=True)
class Fielded:
    """A line that names a field beside its number: the field as printed, and the line without it (`[5] 제목`).

    loose  nothing but a space parts the two, and the field is one word: the figure may be of the title (`안전 365 운동`).
    signed  a dash parts the two (`교육-05`).
    named  any words stand in the brackets: they are a field only if a word says that the number behind is a pledge's.
    """

    field: str
    text: str
    loose: bool = False
    named: bool = False
    signed: bool = False


@lru_cache(maxsize=8)
def _field(vocabulary: Vocabulary) -> str:
    """A field, or several that are joined by signs, with the number of its chapter before it or not."""
    word = "|".join(re.escape(word) for word in sorted(vocabulary.fields, key=lambda word: (-len(word), word)))
    return (
        rf"(?:(?:제\s?\d{{1,2}}\s?(?:분야|장|부|편)|\d{{1,2}}대\s?분야)(?:\s|(?=\s*[:：])|$)\s*)?"
        rf"(?:(?:{word})(?:(?:{_JOIN}|\s?및\s)(?:{word}))*(?:\s?분야)?|(?:[가-힣]{{2,6}}\s?){{1,2}}분야|분야)"
    )


@lru_cache(maxsize=8)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], ...]:
    field = _field(vocabulary)
    chapter = r"제\s?\d{1,2}\s?분야|\d{1,2}대\s?분야"
    return (
        # `[교육·보육 5] 제목`, `(교육-05)`
        re.compile(
            rf"{_OPEN}\s*(?P<field>{field})\s*[-–‐:#.]?\s*(?:(?i:No)\.?\s*)?(?P<number>{_FIGURES}\s*(?:번|호)?)\s*{_CLOSE}"
        ),
        # `[12-교육] 제목`, `[5. 복지]`
        re.compile(rf"{_OPEN}\s*(?P<number>{_FIGURES})\s*(?:번|호)?\s*[-–‐.:·]?\s*(?P<field>{field})\s*{_CLOSE}"),
        # `【교육】 12. 제목`
        re.compile(rf"{_OPEN}\s*(?P<field>{field})\s*{_CLOSE}\s*[-–:]?\s*(?=\S)"),
        # `<함께 사는 복지> 공약 6. 제목`
        re.compile(rf"{_OPEN}\s*(?P<field>[가-힣·\s]{{2,12}}){_CLOSE}\s*(?=\D{{0,12}}\d)"),
        # `교육·보육 | 5 | 제목`, `문화<TAB>12`
        re.compile(rf"(?P<field>{field}|{chapter})\s*[{BARS}\t:：]\s*(?=\S)"),
        # `교육 5. 제목`, `교육-05 제목`, `문화·관광 분야 공약 12`
        re.compile(rf"(?P<field>{field}|{chapter})(?:\s+|\s*[-–‐]\s?)(?=\S)"),
    )


_JOINED = re.compile(rf"{_JOIN}|분야$|\s및\s")
_NAMED = 3
"""The place of the form that takes any words in brackets for a field, if a word says that the number behind is a pledge's."""
_BRACKETED = 2
"""So many forms have the number in the field's own brackets."""


def is_field(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but the name of a field, in brackets or not (`교육·보육`, `문화 분야`)."""
    bare = re.sub(rf"^{_OPEN}\s*|\s*{_CLOSE}$", "", text.strip())
    return len(bare) <= 30 and bare != "분야" and _whole(vocabulary).fullmatch(bare) is not None


@lru_cache(maxsize=8)
def _whole(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(_field(vocabulary))


def fielded(text: str, vocabulary: Vocabulary) -> list[Fielded]:
    """The ways in which a line may begin with the name of a field beside a number; none for most lines."""
    if not text[:1] or not (text[0] in "[【(（〔<＜〈《≪제" or "가" <= text[0] <= "힣" or text[0].isdigit()):
        return []
    found: list[Fielded] = []
    for place, pattern in enumerate(_patterns(vocabulary)):
        met = pattern.match(text)
        if met is None:
            continue
        field, rest = met["field"].strip(), text[met.end() :]
        if place < _BRACKETED:
            found.append(Fielded(field, f"[{met['number'].strip()}]{rest}"))
        elif place == len(_patterns(vocabulary)) - 1:
            joined = _JOINED.search(field) is not None
            # `교육-05 제목` has a sign between the two; `농업 4.0 시대`, `주택 120호 공급` are words of a title.
            signed = text[len(field) : met.end()].strip() != ""
            if re.match(r"\d+(?:\.\d|\s?[호번])", rest) is None:
                found.append(Fielded(field, rest, loose=not (joined or signed), signed=signed))
        else:
            found.append(Fielded(field, rest, named=place == _NAMED))
    return found
