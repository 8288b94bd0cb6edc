"""What a card has at the least: text with less is none."""

from __future__ import annotations

from pledgecards.extract.card import PrintedCard

_PLEDGE = "공약"


def is_card(card: PrintedCard) -> bool:
    """A card has a checkbox block, a table that was recognised, or three of a card's sections; two where it has a number and a title; one,
    with something in it, where the number says that it is a pledge's (`공약 7. 마을버스 노선 개편`)."""
    known = [section for section in card.sections if section not in ("other", "contacts")]
    tables = [table for table in card.tables if table.role != "contacts"]
    if known and card.title and card.number and card.number.startswith(_PLEDGE) and len(card.items) > len(known):
        return True
    least = 2 if card.number and card.title else 3
    if not card.choices and not tables and len(known) < least:
        return False
    return len(known) + len(tables) + bool(card.choices) >= 2


def is_short_card(card: PrintedCard) -> bool:
    """What stands in a row of numbered cards need not have much beside its number and title."""
    return bool(card.number and card.title and (card.sections or card.tables))
