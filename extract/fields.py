"""Names of the fields that pledges are sorted into, where they stand beside a pledge's number (`[교육·보육 5]`, `문화 분야 | 12`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.markers import BARS
from pledgecards.schemas.notation import COLON, COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_OPEN, _CLOSE = r"[\[【(（〔<＜〈《≪]", r"[\]】)）〕>＞〉》≫]"
_ROUND = re.compile(rf"^{_OPEN}\s*|\s*{_CLOSE}$")
_SEVERAL = re.compile(rf"[{MIDDOTS},/&]|\s및\s")
_JOIN = rf"\s?[{MIDDOTS},/&]\s?"
_FIGURES = r"(?:제\s?)?(?:\d{1,3}|[①-⑳]|[Ⅰ-Ⅻ]|[IVX]{1,4})(?:\s?[-–‐]\s?\d{1,3})*"


@dataclass(frozen=True, slots=True)
class Fielded:
    """A line that names a field beside its number: the field as printed, and the line without it (`[5] 제목`).

    loose  nothing but a space parts the two, and the field is one word: the figure may be of the title (`안전 365 운동`).
    signed  a dash parts the two (`교육-05`), or bars part them and the words of a title (`교육 | 5 | 통학로 조성`).
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
        rf"(?:(?:제\s?\d{{1,2}}\s?(?:분야|장|부|편)|\d{{1,2}}대\s?분야)(?:\s|(?=\s*{COLON})|$)\s*)?"
        rf"(?:(?:{word})(?:(?:{_JOIN}|\s?및\s)(?:{word}))*(?:\s?분야)?|(?:[가-힣]{{2,6}}\s?){{1,2}}분야|분야)"
    )


@lru_cache(maxsize=8)
def _forms(vocabulary: Vocabulary) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a field may stand beside a number, each with what its pattern takes in: the `number` too, or the field `alone`, where `words`
    are any words, `bars` part the two, or nothing but a `space` or a dash does."""
    field = _field(vocabulary)
    led = rf"(?P<field>{field}|제\s?\d{{1,2}}\s?분야|\d{{1,2}}대\s?분야)"
    number = rf"(?P<number>{_FIGURES})\s*(?:번|호)?"
    forms = (
        # `[교육·보육 5] 제목`, `(교육-05)`
        ("number", rf"{_OPEN}\s*(?P<field>{field})\s*[-–‐:#.]?\s*(?:(?i:No)\.?\s*)?{number}\s*{_CLOSE}"),
        # `교육·보육(5) 제목`
        ("number", rf"(?P<field>{field})\s?[(（\[]\s*{number}\s*[)）\]](?=\s|$)"),
        # `[12-교육] 제목`, `[5. 복지]`
        ("number", rf"{_OPEN}\s*{number}\s*[-–‐.:·]?\s*(?P<field>{field})\s*{_CLOSE}"),
        # `【교육】 12. 제목`
        ("alone", rf"{_OPEN}\s*(?P<field>{field})\s*{_CLOSE}\s*[-–:]?\s*(?=\S)"),
        # `<함께 사는 복지> 공약 6. 제목`
        ("words", rf"{_OPEN}\s*(?P<field>[가-힣·\s]{{2,12}}){_CLOSE}\s*(?=\D{{0,12}}\d)"),
        # `교육·보육 | 5 | 제목`, `문화<TAB>12`
        ("bars", rf"{led}\s*[{BARS}\t{COLONS}]\s*(?=\S)"),
        # `교육 5. 제목`, `교육-05 제목`, `문화·관광 분야 공약 12`
        ("space", rf"{led}(?:\s+|\s*[-–‐]\s?)(?=\S)"),
    )
    return tuple((name, re.compile(pattern)) for name, pattern in forms)


_JOINED = re.compile(rf"{_JOIN}|분야$|\s및\s")
_FIGURE_OF_WORDS = re.compile(r"\d+(?:\.\d|\s?[호번])")
"""`농업 4.0 시대`, `주택 120호 공급`: words of a title."""
_NUMBER_AND_TITLE = re.compile(rf"\S+\s*[{BARS}]\s*[가-힣]+\s[가-힣]")


@lru_cache(maxsize=4096)
def is_field(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but the name of a field, in brackets or not (`교육·보육`, `문화 분야`)."""
    bare = _ROUND.sub("", text.strip())
    return len(bare) <= 30 and bare != "분야" and _whole(vocabulary).fullmatch(bare) is not None


@lru_cache(maxsize=8)
def _whole(vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(_field(vocabulary))


def fielded(text: str, vocabulary: Vocabulary) -> list[Fielded]:
    """The ways in which a line may begin with the name of a field beside a number; none for most lines."""
    if not text[:1] or not (text[0] in "[【(（〔<＜〈《≪" or "가" <= text[0] <= "힣" or text[0].isdigit()):
        return []
    found: list[Fielded] = []
    for form, pattern in _forms(vocabulary):
        met = pattern.match(text)
        if met is None:
            continue
        field, rest = met["field"].strip(), text[met.end() :]
        if form == "number":
            found.append(Fielded(field, f"[{met['number'].strip()}]{rest}"))
        elif form == "space":
            dash = text[len(field) : met.end()].strip() != ""
            joined = _JOINED.search(field) is not None
            if _FIGURE_OF_WORDS.match(rest) is None:
                found.append(Fielded(field, rest, loose=not (joined or dash), signed=dash))
        else:
            signed = form == "bars" and _NUMBER_AND_TITLE.match(rest) is not None
            found.append(Fielded(field, rest, named=form == "words", signed=signed))
    return found


def is_field_in_brackets(words: str, vocabulary: Vocabulary) -> bool:
    """Whether brackets hold the name of a field; in round ones, one word and words for people may say for whom (`월세 지원 (청년·노인)`)."""
    if not is_field(words, vocabulary):
        return False
    if words[0] not in "(（" or words.endswith("분야", 0, -1):
        return True
    names = [name.strip() for name in _SEVERAL.split(words[1:-1])]
    return len(names) > 1 and not vocabulary.field_people.issuperset(names)
