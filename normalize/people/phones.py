"""Telephone numbers of people in charge, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.schemas.notation import MIDDOTS, TELEPHONE, TELEPHONES

_TELEPHONE = (
    r"(?:\(0\d{1,2}\) ?|0(?:\d{1,2}|50\d) ?[)\-.– ] ?)\d{3,4} ?[-.– ] ?\d{4}"  # 02-123-4567, (031)123-4567, 02)123-4567
    r"|1[568]\d\d-\d{4}|\d{3,4}(?: [-–] |[-–] ?)\d{4}"  # 1577-1234, 2670-3525, 2670 - 3525, 2670- 3525
    r"|(?<!\ufffd)\d{3,5}(?!\ufffd)"  # an extension; beside an unmapped glyph it may be the rest of one
)
_BEHIND_SIGN = rf"(?<={TELEPHONE})|(?<={TELEPHONE} )"
_SIGNED = rf"{_BEHIND_SIGN}|(?<=내선)|(?<=내선 )|(?<=구내)|(?<=구내 )|(?<=전화)|(?<=전화 )"
_YEARS = rf"(?:{_SIGNED}|(?!(?:19|20)\d\d ?~ ?(?:19|20)\d\d(?!\d)))(?<!\d~)(?<!\d~ )"
PHONE = re.compile(rf"(?<![0-9A-Za-z.,-]){_YEARS}(?:{_TELEPHONE})(?:~\d{{1,4}})?(?![0-9A-Za-z가-힣-]|[.,]\d|\.\s\d)")
"""A telephone number or extension as printed, without its sign; no year of a date (`2018. 7.`) and no range of years, unless its sign stands before it
(`☎ 2010~2012`)."""

LONG_PHONE = re.compile(rf"(?<![0-9A-Za-z.,-])(?:{_TELEPHONE.rsplit('|', 1)[0]})(?![0-9])")
"""A telephone number that cannot be taken for another number."""

CUT_PHONE = re.compile(
    rf"(?<![0-9A-Za-z.,-])(?:(?:0\d{{1,2}}[-)] ?|{_BEHIND_SIGN})\d{{3,4}}-\d{{1,3}}|(?:{_BEHIND_SIGN})\d{{1,2}})(?![0-9-])"
)
"""A telephone number without its last digits, which a line's end or a cell's took away."""

FAX = re.compile(r"(?:FAX|팩스(?:번호)?|F\.)\s*[:)]?\s*$", re.IGNORECASE)
"""What stands before a number that is no telephone's."""

_CUT_EXTENSION, _DIGITS = re.compile(rf"{TELEPHONE}\s?(\d{{1,3}})$"), re.compile(r"\d+")
_DIGITS_OF_EXTENSION = 4

_BROKEN = re.compile(r"(?<=\d)([-–]) (?=\d)")
_BETWEEN_PHONES = re.compile(rf"[\s,/{MIDDOTS}~{TELEPHONES}()]*")


def breaks_number(above: str, below: str) -> bool:
    """Whether a line ends, and the next begins, within the digits of one telephone number (`☎ 02-2670-3` over `525)`)."""
    if not (above[-1:].isdigit() and below[:1].isdigit()):
        return False
    cut, rest = _CUT_EXTENSION.search(above), _DIGITS.match(below)
    if cut is not None and rest is not None and len(cut[1] + rest[0]) == _DIGITS_OF_EXTENSION:
        return True
    return any(met.start() < len(above) < met.end() for met in LONG_PHONE.finditer(above + below))


def numbers_as_printed(phones: Sequence[tuple[int, int]], text: str, raw: str) -> str | None:
    """The numbers as printed, from the first to the last if nothing but separators stands between them.

    phones: where they stand in `text`, whose signs are folded, and in `raw`, as printed.
    """
    if not phones:
        return None
    if all(_BETWEEN_PHONES.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(phones)):
        whole = raw[phones[0][0] : phones[-1][1]]
        shut = raw[phones[-1][1] : phones[-1][1] + 1] if _opened(whole) else ""
        if not _opened(whole + shut):
            return _unbroken(whole + shut)
    return ", ".join([_unbroken(raw[start:end]) for start, end in phones])


def _opened(phone: str) -> bool:
    """Whether a bracket opens in the numbers that does not shut in them (`2670-9710 (010-1234-5678` of `… (010-1234-5678, 전자우편)`)."""
    return phone.rfind("(") > phone.rfind(")")


def _unbroken(phone: str) -> str:
    """The number without the space that the end of a line left behind a hyphen of it."""
    return _BROKEN.sub(r"\1", " ".join(phone.split()))
