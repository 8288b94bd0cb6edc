"""Folding and masking: one spelling for every sign, and no number that is none of a date's.

Both keep every offset: a character becomes one character.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.normalize.dates.wording import Text
from pledgecards.normalize.figures.lost_glyphs import without_lost_dates
from pledgecards.schemas.notation import APOSTROPHE, APOSTROPHES, COLONS, MIDDOTS, TELEPHONE, TILDES
from pledgecards.schemas.vocabulary import Vocabulary

JUNK = "\x00"
"""Stands for a character of something that is no date (a telephone number, 제2018-3호, an address of a network)."""
CLOCK = "\x01"
"""Stands for a character of a time of day."""


def _fold_table() -> dict[int, str]:
    spaces = [*range(0x20), 0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
    table = dict.fromkeys(spaces, " ")
    groups = {
        # Bold signs of Markdown-like text stand between the parts of a date like spaces.
        " ": "*",
        "'": APOSTROPHES,
        "~": TILDES,
        "-": "－–—―‐‑‒−﹣",
        ".": "．。｡",
        "/": "／⁄∕",
        "·": f"{MIDDOTS[1:]}•",
        ",": "，、､",
        ":": COLONS[1:],
        "(": "（",
        ")": "）",
        "[": "［〔【",
        "]": "］〕】",
        "<": "〈＜",
        ">": "〉＞",
        "→": "⇒➔➜➡⟶",
    }
    for plain, variants in groups.items():
        table.update({ord(variant): plain for variant in variants})
    table.update({ord("０") + n: str(n) for n in range(10)})
    table.update(
        {
            ord(hanja): hangul
            for hanja, hangul in zip("年月日火水木金土半期同初中末間", "년월일화수목금토반기동초중말간", strict=True)
        }
    )
    return table


_FOLD = _fold_table()
_HALF = re.compile(r"[上下](?=반기| ?[·/,~])")
"""Alone they stand for the whole word, as 상 and 하 do not (`'19.上 착공`): only the others are folded."""
# Most texts are plain, and a search tells that many times as fast as a translation.
_FOLDS = re.compile(f"[{re.escape(''.join(map(chr, sorted(_FOLD))))}]")
_DIGIT = re.compile(r"[0-9０-９]")

_CLOCK = r"""
    (?:(?:오전|오후|AM|PM)\ ?)?
    (?:(?<![0-9:])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])
      |(?<![0-9])(?:[01]?[0-9]|2[0-4])\ ?시(?:\ ?[0-5]?[0-9]\ ?분|\ ?반)?(?=[^가-힣]|부터|까지|에|경|$))"""

_JUNK = r"""
    (?<![0-9])0[0-9]{{1,2}}(?:[-.\ ]|\)\ ?)[0-9]{{3,4}}[-.\ ][0-9]{{4}}(?![0-9])
    |(?<![0-9])[0-9]{{2,4}}-[0-9]{{3,4}}-[0-9]{{4}}(?![0-9])
    |{telephone}\ ?:?\ ?(?:\(?0?[0-9]{{1,3}}\)?[-\ ]?)?[0-9]{{3,4}}(?:-[0-9]{{4}})?(?![0-9])
    |(?<![가-힣])제(?!\ ?[1-4](?:\ ?/\ ?4)?\ ?분기)\ ?[0-9]{{1,9}}(?:\ ?-\ ?[0-9]{{1,9}}){{0,3}}
    |{documents}\ ?[0-9]{{4}}-[0-9]{{1,6}}
    |(?<![0-9])[0-9]{{1,6}}(?:-[0-9]{{1,6}}){{1,3}}\ ?호
    |(?<![0-9.])[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{3,9}}(?![0-9])
    |(?<![0-9\-])(?!(?:19|20)[0-9]{{2}}-)[0-9]{{1,6}}(?:-[0-9]{{1,7}}){{3,9}}(?![0-9\-])
    |{versions}\ ?:?\ ?[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{1,3}}(?![0-9])
    |(?<![0-9.'])[0-9]{{1,2}}(?:\.[0-9]{{1,4}}){{1,3}}\ ?(?={versions}(?![가-힣]))
    |[A-Za-z][0-9]{{1,9}}(?:[.\-][0-9]{{1,9}}){{0,9}}
    |(?:(?<![0-9.'])(?<!\.\ )[0-9]{{1,2}}\.\ ?|(?<![0-9])[0-9]{{1,2}}·)[0-9]{{1,2}}\ ?(?={anniversaries})
    |(?<![0-9])[0-9]{{1,2}}·[0-9]{{1,2}}\ ?(?={memorials})"""


@lru_cache(maxsize=8)
def _mask_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = vocabulary.dates.spellings
    junk = _JUNK.format(
        **{
            key: "(?:" + "|".join(map(re.escape, words[key])) + ")"
            for key in ("documents", "anniversaries", "memorials", "versions")
        },
        telephone=TELEPHONE,
    )
    return re.compile(f"(?P<clock>{_CLOCK})|(?:{junk})", re.VERBOSE)


_LEADER = "\u2024"
_LEADERS = re.compile(
    rf"(?:(?<![0-9])(?:19|20)[0-9]{{2}}|{APOSTROPHE}[0-9]{{2}}){_LEADER} ?(?:1[0-2]|0?[1-9])(?![0-9])"
    rf"(?:{_LEADER} ?(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]))?+(?! ?(?:년|분기|/)){_LEADER}?+(?! ?[0-9])"
)
_LEADER_BEHIND = re.compile(rf"(?<=[0-9]){_LEADER}(?= ?(?:[^0-9가-힣]|$)| ?[0-9]{{1,2}}{_LEADER})")


# What an old character set has no sign for its texts print as `?`.
_LOST_APOSTROPHE = re.compile(r"(?<![0-9A-Za-z가-힣?!])\?(?=[0-9]{2}(?:\. ?[0-9]{1,2}[.월]|년))")


def has_digits(text: str) -> bool:
    """Whether the text can hold a date at all."""
    return _DIGIT.search(text) is not None


def fold(text: str) -> str:
    """The text with one quote sign, one tilde, one dash, plain digits and plain spaces; as long as it was."""
    if _LEADER in text and _LEADERS.search(text) is not None:
        text = _LEADER_BEHIND.sub(".", _LEADERS.sub(_full_stops, text))
    folded = text.translate(_FOLD) if _FOLDS.search(text) else text
    if "?" in folded:
        folded = _LOST_APOSTROPHE.sub("'", folded)
    if "上" in folded or "下" in folded:
        folded = _HALF.sub(lambda met: "상" if met[0] == "上" else "하", folded)
    return folded


def _full_stops(date: re.Match[str]) -> str:
    """A date whose full stops are dots of the leader (`2020․ 3․ 4․`), elsewhere a point between words."""
    return date[0].replace(_LEADER, ".")


def _cover(match: re.Match[str]) -> str:
    return (CLOCK if match["clock"] is not None else JUNK) * (match.end() - match.start())


def mask(folded: str, vocabulary: Vocabulary) -> Text:
    """The folded text with times of day and numbers that are no dates covered; as long as it was."""
    return Text(_mask_pattern(vocabulary).sub(_cover, without_lost_dates(folded, JUNK)), vocabulary)
