"""Tables that list the cards of a book: a number, a title and what more in every row."""

from __future__ import annotations

from pledgecards.extract.page import Place, Table
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.schemas.vocabulary import Vocabulary

_LEAST = 2


def listed_cards(table: Table, vocabulary: Vocabulary) -> list[tuple[str, str, Place]]:
    """The number, the title and the place of every card in a table that lists them; empty if it is no such table.

    Its first row heads a column of numbers (`연번`) and one of titles (`공약명`), and below it stand two cards at least, each with a
    number of its own; a form of one card has but one.
    """
    if table.rows <= _LEAST or table.cols < 2:
        return []
    if not any(is_title_label(cell.text, vocabulary) for cell in table.cells if cell.row == 0):
        return []  # most tables: not worth a grid
    grid = table.grid()
    heads = [cell.text for cell in grid[0]]
    number_at = next((k for k, text in enumerate(heads) if _heads_numbers(text, vocabulary)), None)
    title_at = next((k for k, text in enumerate(heads) if is_title_label(text, vocabulary)), None)
    if number_at is None or title_at is None or number_at == title_at:
        return []
    whole = [row for row in grid[1:] if len(row) == table.cols]  # a page's end may leave a row with a gap
    if len(grid[0]) < table.cols:
        return []
    rows = [(row[number_at].text, row[title_at].text, row[title_at].place) for row in whole]
    told = [(number, title, place) for number, title, place in rows if number and title]
    figures = [number for number, _, _ in told if any(map(str.isdigit, number)) and len(number) <= 8]
    return told if len(figures) == len(told) >= _LEAST and len(set(figures)) == len(figures) else []


def _heads_numbers(text: str, vocabulary: Vocabulary) -> bool:
    head, card = vocabulary.heads.match(text, rough=False), vocabulary.cards.match(text, rough=False)
    return (head is not None and head.key == "number") or (
        card is not None and card.key == "number_words" and "번" in text
    )
