"""Signs printed one for another, and the pieces of patterns that many modules read by: each has its one home here."""

from __future__ import annotations

import re

APOSTROPHES = "'‘’‛`´′＇ʼʹˈ՚‵"
"""What is printed for the apostrophe before the two figures of a year (`'19`)."""

APOSTROPHE = f"[{APOSTROPHES}]"
"""One of them, as a pattern."""

TILDES = "~～∼〜˜∽⁓⸺‾￣"
"""What is printed for the tilde between the two ends of a period (`3. ~ 5.`)."""

TILDE = f"[{TILDES}]"
"""One of them, as a pattern."""

DASHES = "-–—―−－ㅡ"
"""What is printed for the dash in a cell that holds nothing; the plain one first, so that they stand in a pattern as they are."""

YEAR = rf"(?:(?:19|20)\d\d|{APOSTROPHE}\s?\d\d)"
"""A year that its own form tells, as a pattern: four figures, or two behind an apostrophe."""

SHORT_YEAR = rf"{APOSTROPHE}?(?:20)?\d\d"
"""A year in two or four figures, as a pattern: only what stands round it tells that it is one (`19년`, `2019.`)."""

WEEKDAYS = "월화수목금토일"
"""The letters of the week's days, from Monday."""

WEEKDAY = rf"[(（][{WEEKDAYS}][)）]"
"""A day of the week behind its date (`26.(목)`), as a pattern."""

BULLET_LETTERS = "ㅇㅁᄋᄆoOｏО"
"""Letters that are printed as bullets, a space behind them."""

LETTERS = "가나다라마바사아자차카타파하"
"""The letters that count a list's lines (`가.`, `나.`), in their order."""

TELEPHONES = "☎☏✆℡"
"""The signs of a telephone before its number."""

TELEPHONE = f"[{TELEPHONES}]"
"""One of them, as a pattern."""

MASKS = "○◯〇●△×*O"
"""What stands for a letter of a name that is not shown (`홍○동`, `홍OO`)."""

AS_OF = r"(?:기\s?준|현\s?재)"
"""What says that figures are of the day before it (`2020. 6. 30. 기준`), as a pattern; a narrow label parts its syllables over two lines."""

MIDDOTS = "·ㆍᆞ‧・･∙⋅․"
"""What is printed for the dot between words of one rank (`시·도`)."""

COLONS = ":：∶﹕︰"
"""What is printed for the colon between a label and what it labels."""

COLON = f"[{COLONS}]"
"""One of them, as a pattern."""

_COLON, _OTHER_COLON = re.compile(COLON), re.compile(f"[{COLONS[1:]}]")
_PLAIN = str.maketrans(dict.fromkeys(COLONS, ":"))


def has_colon(text: str) -> bool:
    """Whether a colon stands in the text, however it is printed."""
    return _COLON.search(text) is not None


def plain_colons(text: str) -> str:
    """The text with the one sign for every colon, letter for letter."""
    return text.translate(_PLAIN) if _OTHER_COLON.search(text) is not None else text
