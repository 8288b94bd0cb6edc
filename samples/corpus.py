"""The corpus: which samples a seed gives, each as bytes with its truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from pledgecards.samples.bodies import YEONGDEUNGPO
from pledgecards.samples.book import bind, short
from pledgecards.samples.card import Card
from pledgecards.samples.invent import ERRORS, invent
from pledgecards.samples.layouts import COLOURED, GLYPHWISE, LAYOUTS, REFERENCE, Layout
from pledgecards.samples.pdf.style import PdfStyle
from pledgecards.samples.text import TextStyle, print_text_book
from pledgecards.samples.truth import truth
from pledgecards.samples.web import WebStyle
from pledgecards.samples.yeongdeungpo import real_card


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample file: its name with its ending, the layout that it belongs to, its bytes, and what it must give."""

    name: str
    layout: str
    data: bytes
    truth: dict[str, Any]


def cards(seed: int, count: int, layouts: Sequence[Layout] = LAYOUTS) -> Iterator[Sample]:
    """`count` cards in every layout: the first without a fault, the others with one planted in each."""
    for layout in layouts:
        suited = [plant for plant in ERRORS if _suits(plant, layout)]
        shift = Random(f"{seed}/{layout.name}").randrange(len(suited))
        for number in range(1, count + 1):
            plant = suited[(number + shift) % len(suited)] if number > 1 else None
            card, data = _printed(f"{seed}/{layout.name}/{number}", layout, plant)
            name = f"{layout.name}-{number}{layout.suffix}"
            yield Sample(name, layout.name, data, truth([card], layout.medium))


def _printed(seed: str, layout: Layout, plant: str | None) -> tuple[Card, bytes]:
    """A card that the layout's encoding can hold."""
    for attempt in range(200):
        rng = Random(f"{seed}/{attempt}")
        card = invent(rng, layout.wording, rng.randint(1, 99), plant)
        try:
            return card, layout.print([card])
        except UnicodeEncodeError:
            continue
    raise ValueError(f"{layout.name}: no card of this seed can be written in its encoding")


def _suits(plant: str, layout: Layout) -> bool:
    """Whether the error can be told in the layout."""
    fields = {field for field, _, _ in layout.wording.choices}
    wide = any(len(options) > 2 and field != "lead" for field, _, options in layout.wording.choices)
    sections = {what for what, _, _ in layout.wording.sections}
    needs = {
        "choice.several": wide and layout.medium.mark is not None,
        "choice.contradiction": {"novelty"} <= fields
        and "classification" in sections
        and layout.medium.mark is not None,
        "label.fuzzy": "term" in fields,
    }
    return needs.get(plant, True)


def real_cards() -> Iterator[Sample]:
    """The real card, printed in the reference layout and with the looks of the others."""
    card = real_card()
    for layout in LAYOUTS:
        # The running head of one layout names another body.
        if isinstance(layout.style, PdfStyle | WebStyle) and layout.wording.municipality is None:
            yield Sample(
                f"yeongdeungpo-25-{layout.name}.pdf", layout.name, layout.print([card]), truth([card], layout.medium)
            )


def books(seed: int) -> Iterator[Sample]:
    """Three books: cards from new pages, short cards that begin in mid-page, and one as text."""
    from pledgecards.samples.pdf.binding import print_book

    plans = ((REFERENCE, False, False), (COLOURED, True, False), (GLYPHWISE, False, True))
    for number, (layout, flowing, wrong) in enumerate(plans, 1):
        book = bind(Random(f"{seed}/book/{number}"), layout.wording, 6 if flowing else 3, wrong=wrong)
        if flowing:
            book = short(book, ("overview", "performance"))
        assert isinstance(layout.style, PdfStyle)
        data, pages = print_book(book, layout.style, flowing=flowing)
        yield Sample(f"book-{number}.pdf", "book", data, truth(book.cards, layout.medium, book.issues, pages))
    book = bind(Random(f"{seed}/book/text"), YEONGDEUNGPO, 4)
    layout = Layout("book-text", TextStyle())
    yield Sample("book-text-1.txt", "book-text", print_text_book(book, TextStyle()), truth(book.cards, layout.medium))


def planted(seed: int) -> Iterator[Sample]:
    """A card of text for every kind of planted error."""
    layout = Layout("planted", TextStyle())
    for plant in ERRORS:
        card, data = _printed(f"{seed}/planted/{plant}", layout, plant)
        yield Sample(f"planted-{plant.replace('.', '-')}.txt", "planted", data, truth([card], layout.medium))
