"""People in charge who are named in the margin of every page, and nowhere else in the only card of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.page import Line
from pledgecards.extract.people.lines import names_bare_office
from pledgecards.schemas.notation import TELEPHONE

_PAGE_NUMBER = re.compile(r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*/\s*\d{1,4}|\s\d{1,3})\s*$")
_OFFICE = re.compile(r"[가-힣]{2,}(?:과|담당관)(?:장|[\s(])")
_PHONE = re.compile(rf"{TELEPHONE}|내선|\d{{3,4}}-\d{{4}}")


def with_margin_people(card: PrintedCard, furniture: Sequence[Line]) -> PrintedCard:
    """The card with the office or the people that a running head or foot names by the telephone; the card itself where it names its own.

    In a book the margin names who made the book: that is for the caller to tell.
    """
    if card.contacts or any(table.role == "contacts" for table in card.tables):
        return card
    for line in furniture:
        if _PHONE.search(line.text) is None or _OFFICE.search(line.text) is None:
            continue
        text = _PAGE_NUMBER.sub("", line.text).strip()
        if names_bare_office(text):
            return replace(card, contacts=((text, line.place),))
    return card
