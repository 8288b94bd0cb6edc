"""Korean particles that fit the word before them: `신규여부은(는)` is said `신규여부는`."""

from __future__ import annotations

import re

_FORMS = {
    "은(는)": ("은", "는"),
    "는(은)": ("은", "는"),
    "을(를)": ("을", "를"),
    "를(을)": ("을", "를"),
    "이(가)": ("이", "가"),
    "가(이)": ("이", "가"),
    "와(과)": ("과", "와"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
}
_PARTICLE = re.compile("|".join(map(re.escape, _FORMS)))
_ASIDE = "'\"’”」』)]》〉】. "
_DIGITS_WITH_FINAL = "0136780"
_WITH_L = "178"


def settled(message: str) -> str:
    """The message with each pair of particles made the one that fits the last letter before it; unknown letters keep the pair."""
    return _PARTICLE.sub(lambda met: _fitting(met.group(), message[: met.start()]), message)


def _fitting(pair: str, before: str) -> str:
    bare = before.rstrip(_ASIDE)
    last = bare[-1:] if bare else ""
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        closed, l_final = final > 0, final == 8
    elif last.isdecimal() and last.isascii():
        closed, l_final = last in _DIGITS_WITH_FINAL, last in _WITH_L
    elif last == "%":
        closed, l_final = False, False
    else:
        return pair
    with_final, without = _FORMS[pair]
    if pair == "(으)로" and l_final:
        return without
    return with_final if closed else without
