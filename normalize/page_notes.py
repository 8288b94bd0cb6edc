"""Items that say something of the page itself, and nothing of the card."""

from __future__ import annotations

from pledgecards.extract.card import Item
from pledgecards.extract.people import page_notes
from pledgecards.schemas.vocabulary import Vocabulary


def is_of_page(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a line without a bullet says something of the page itself."""
    return item.kind == "paragraph" and page_notes.is_of_page(item.text, vocabulary)
