"""What stands before the words of a line: a bullet, a numeral, a note sign, or brackets round the whole."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.record import record
from pledgecards.schemas.notation import COLON, COLONS, LETTERS, TILDES, WEEKDAY
from pledgecards.schemas.vocabulary import Vocabulary

SECTION, ITEM, DASH, DOT, NUMERAL, NOTE, BRACKET = range(7)
"""Ranks of markers. SECTION to DOT go from the highest bullet to the lowest."""

_ROMAN = re.compile(r"([Ⅰ-Ⅻⅰ-ⅻ]{1,3}(?!\s?단계)|[IVX]{1,4}(?=[.)]))\s*[.)]?\s*")
_NUMERAL = re.compile(
    r"(?:"
    rf"\d{{1,2}}[.．](?!\s*[\d{TILDES}])(?=\s*\S)"  # `1. 개요`, but no date `18. 7.`, no month `6. ~ 현재`
    # `1. 2018. 9. : 5개소`, `2. 30개소 설치`, but no date `9. 26일`: a whole year or a counting word is no month.
    r"|\d{1,2}[.．](?=\s+(?:(?:19|20)\d\d(?!\d)|(?!\d{1,2}(?:월|일|년|시(?![민도설])|분))\d+(?:,\d{3})*[가-힣%+]))"
    r"|\d{1,2}\s[.．]\s?(?=[가-힣](?<![년월일]))"  # `1 . 사 업 개 요`: a heading whose letters are spread
    r"|0\d\s(?=[가-힣]{2})(?![가-힣]*[월일년시분](?:\s|$))"  # `05 추진실적`, but no `05 월`
    r"|\d{1,2}[)）](?=\s*\S)"
    r"|[(（]\d{1,2}[)）](?=\s*\S)"
    r"|[①-⑳㉑-㉟㊱-㊿❶-❿⓵-⓾➀-➓](?=\s*\S)"
    rf"|[{LETTERS}][.)．）](?=\s*\S)"
    rf"|\([{LETTERS}]\)(?=\s*\S)"
    r"|[㉠-㉻㈀-㈛⒜-⒵ⓐ-ⓩ](?=\s*\S)"
    r")\s*"
)
_BRACKETED = re.compile(
    r"(?:\[([^\[\]]+)\]|【([^【】]+)】|〔([^〔〕]+)〕|<([^<>]+)>|〈([^〈〉]+)〉|《([^《》]+)》|≪([^≪≫]+)≫)$"
)
_WITH_NOTE = re.compile(
    r"([\[【〔<〈《≪])\s*([^\[\]【】〔〕<>〈〉《》≪≫]+?)\s*([\]】〕>〉》≫])\s*"
    rf"([(（【\[]\s*(?=[^()（）]*(?:단\s*위|기\s*준|현\s*재)|[십백천만억조]*\s*원\s*[)）】\]])[^()（）【】\[\]]+[)）】\]]|단\s*위\s*{COLON}\s*\S+)$"
)
"""Brackets round a heading, and behind them a note of its table: `< 소요예산 > (단위: 백만원)`, `【투자계획】 (백만원)`."""
_DAY_BEFORE_DASH = re.compile(rf"[가-힣].*\d\s?(?:[.년월일]|\.?\s?{WEEKDAY})\s\S$")
_DATED = re.compile(
    r"(?:(?:19|20)\d\d\s?(?:\.\s?\d{1,2}\s?\.|년)|[12]\d\.\s?(?:0?[1-9]|1[0-2])\.).*[가-힣]{2}.*(?<! [-–—―−－])$"
)
"""What follows a dash without a space and is no negative number: the day of a deed (`-2018년 10월 26일 보고회 개최`, `-20.6.17. 협약`)."""
_COUNTED = re.compile(
    rf"(?!.*(?:대비|증감|감소|감액|감축|삭감|절감|하락|순감|순유출|적자))[\d,]*\d(?:\.\d+)?\s?(?![년월일시분초도층])[가-힣]{{1,4}}[\s(·{COLONS}].*[가-힣]{{2}}"
)
"""Nor is a number with its unit, of which the line says more (`-10개소 설치`); a temperature and a floor may be below nought, and so may be
what a line compares or calls less (`-15건(전년 대비)`, `-2억원 감액`)."""
_STARRED = re.compile(r"[*＊](?=[가-힣])[^*＊]+")
"""A note right behind its star; text between stars is emphasised."""

_LOST = re.compile(r"([?？]{1,2}(?=\S)|[?？\ufffd]{1,2}(?=\s))\s*(?=[가-힣A-Za-z0-9(\[<【〔「『'‘“])")
"""A bullet that a copy could not keep: of a bullet's two bytes both are lost, where its signs were of two. What no font has a letter for
may as well be the first letter of a word, if no space follows."""
BARS = "|｜│┃"
"""What parts cells on a line, or rules a box round it."""

_BOX = " \t" + BARS
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@record
class Marked:
    """A line's text split into its marker and its words. `start` is where the words begin in the text.

    rank is None where there is no marker.
    """

    marker: str | None
    rank: int | None
    words: str
    start: int


@lru_cache(maxsize=4096)
def split_marker(text: str, vocabulary: Vocabulary) -> Marked:
    """Takes the marker off a line's text.

    `■ 사업구분` is (■, SECTION, 사업구분); `- 기 간` (-, DASH, 기 간); `Ⅰ 추진계획` (Ⅰ, NUMERAL, 추진계획);
    `[ 역량강화 ]` ([ ], BRACKET, 역량강화); `※ 참고` (※, NOTE, 참고).
    """
    bracketed = _BRACKETED.match(text)
    if bracketed is not None:
        inner = next(group for group in bracketed.groups() if group is not None)
        return Marked(f"{text[0]} {text[-1]}", BRACKET, inner.strip(), bracketed.start(bracketed.lastindex or 0))
    noted = _WITH_NOTE.match(text)
    if noted is not None:
        return Marked(f"{noted[1]} {noted[3]}", BRACKET, f"{noted[2]} {noted[4]}", noted.start(2))
    head = text[:1]
    if not head:
        return Marked(None, None, "", 0)
    for note in vocabulary.note_marks if text.startswith(vocabulary.note_marks) else ():
        if text.startswith(note) and (
            note[-1] in "※)註:" or text[len(note) : len(note) + 1] == " " or _STARRED.fullmatch(text) is not None
        ):
            if note == "☞" or (note in "*＊" and not text[len(note) :].strip()):
                break
            rest = text[len(note) :].lstrip(" :")
            return Marked(note, NOTE, rest, len(text) - len(rest))
    rank = vocabulary.bullets.get(head)
    if rank is not None and _is_bullet(head, text):
        rest = text[1:].lstrip()
        return Marked(head, rank, rest, len(text) - len(rest))
    if _PRIVATE.match(head) and len(text) > 1:
        rest = text[1:].lstrip()
        return Marked(head, ITEM, rest, len(text) - len(rest))
    lost = _LOST.match(text)
    if lost is not None:
        return Marked(lost[1], SECTION if len(lost[1]) > 1 else ITEM, text[lost.end() :], lost.end())
    for pattern in (_ROMAN, _NUMERAL):
        found = pattern.match(text)
        if found is not None and found.end() < len(text) and not _of_history(vocabulary).match(text):
            return Marked("".join(found.group().split()), NUMERAL, text[found.end() :], found.end())
    return Marked(None, None, text, 0)


@lru_cache(maxsize=8)
def _of_history(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A month and a day that stand for what happened then (`3. 1운동`, `6. 25전쟁`)."""
    return re.compile(
        rf"\d{{1,2}}\.\s*\d{{1,2}}\s?(?:{'|'.join(map(re.escape, vocabulary.dates.spellings['anniversaries']))})"
    )


def _is_bullet(head: str, text: str) -> bool:
    rest = text[1:]
    if not rest.strip():
        return False
    if head in "oОO*+~ŸØ§ü":  # letters and signs that also begin words and figures
        return rest[0].isspace()
    if head in "-–—―−－" and (rest[0].isdigit() or _between_dashes(head, rest)):
        return (_DATED.match(rest) or _COUNTED.match(rest)) is not None  # no negative number; no `- 제2장 복지 -`
    return not (head in "→⇒⇨➡" and not rest[0].isspace())


def _between_dashes(head: str, rest: str) -> bool:
    """Whether a line stands between dashes; behind a day the last one is that of a range which goes on in the next line."""
    return rest[0] == " " and rest.endswith(f" {head}") and _DAY_BEFORE_DASH.search(rest) is None


def unboxed(text: str) -> str:
    """The words of a line without the bars of the box round it (`│ 공약이행 점검표 │`)."""
    return text.strip(_BOX) if text[:1] in BARS and text[-1:] in BARS else text
