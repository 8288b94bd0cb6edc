"""Titles behind a figure without a sign (`공약명 | 1 여성안심 귀갓길`): in one card it may belong to the title (`1 시민 1 스포츠`), in a row of
cards that count on it is each one's number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.card import PrintedCard

_COUNTED = re.compile(r"(\d{1,3}) (?=\D)(\S.*)")
_LEAST = 3
"""So many cards at least show that they are counted."""


def named_in_turn(cards: Sequence[PrintedCard]) -> Sequence[PrintedCard]:
    """The cards of a file, each with the figure before its title as its number, where none has another and every figure is by one more than that
    of the card before."""
    found = [_COUNTED.fullmatch(card.title) if card.number is None and card.title else None for card in cards]
    counted = [match for match in found if match is not None]
    if len(cards) < _LEAST or len(counted) < len(cards):
        return cards
    numbers = [int(match[1]) for match in counted]
    if numbers != list(range(numbers[0], numbers[0] + len(cards))):
        return cards
    return [replace(card, number=match[1], title=match[2]) for card, match in zip(cards, counted, strict=True)]
