"""Where one card ends and the next begins, in a file of one card or a book of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.cards.covers import divider_page, is_on_divider, on_covers
from pledgecards.extract.cards.dividers import part_names
from pledgecards.extract.cards.field_lines import with_fields
from pledgecards.extract.cards.form_heads import is_over_name
from pledgecards.extract.cards.one_card import cards_of_projects
from pledgecards.extract.cards.rows import heads_in_row
from pledgecards.extract.cards.sections_counted import body_start
from pledgecards.extract.cards.seen import label_of
from pledgecards.extract.cards.starts import starts_of
from pledgecards.extract.cards.tops import head_start
from pledgecards.extract.people.lines import is_office, names_office
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.sectioning import section_of
from pledgecards.extract.titles.lines import ends_in_page_number, is_title_line
from pledgecards.schemas.vocabulary import Vocabulary

_MOST_OFFICES = 3
_MOST_LINES = 2
"""Over a head one blank line may stand between the two; not between two lines that name who is in charge: the upper may end the card before."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The pieces [start, end) of one card; `body` is where its head (number, title) ends and its first choice or section begins.

    in_row: its number follows that of the card before it, or the next one's follows its own. projects: the pieces that head projects of the
    card over sections of their own.
    """

    start: int
    body: int
    end: int
    in_row: bool = False
    projects: tuple[int, ...] = ()


def segments(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Segment], list[int]]:
    """The cards in a flow, and the indices of pieces that belong to none (cover, contents page, dividers).

    The names of the book's parts that stand over heads of cards (see `dividers`) are set aside, and cards are parted anew without them.
    """
    found, outside = _with_projects(pieces, vocabulary)
    names = part_names(pieces, [(segment.start, segment.body) for segment in found], vocabulary)
    if not names:
        return found, outside
    kept = [at for at in range(len(pieces)) if at not in names]
    found, outside = _with_projects([pieces[at] for at in kept], vocabulary)
    kept.append(len(pieces))
    parted = [
        replace(
            s,
            start=kept[s.start],
            body=kept[s.body],
            end=kept[s.end - 1] + 1,
            projects=tuple([kept[at] for at in s.projects]),
        )
        for s in found
    ]
    return parted, sorted([*(kept[at] for at in outside), *names])


def _with_projects(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Segment], list[int]]:
    """The cards, in which what turns out to be the projects of one is of it."""
    found, outside = _in_row(pieces, vocabulary)
    heads = [(segment.start, segment.body) for segment in found]
    for own, whole in reversed(cards_of_projects(pieces, heads, vocabulary)):
        end = found[own[-1]].end
        card = replace(found[own[0]], start=whole.start, body=whole.body, end=end, projects=whole.projects)
        found[own.start : own.stop] = [card]
        if own.start:
            above = found[own.start - 1]
            found[own.start - 1] = replace(above, end=min(above.end, whole.start))
        outside = [at for at in outside if not whole.start <= at < end]
    return found, outside


def _in_row(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Segment], list[int]]:
    """Cards parted anew by lines that only their row tells for heads (see `rows`), where these are not all found at the head of one."""
    found, outside = _segments(pieces, vocabulary)
    heads = heads_in_row(pieces, [segment.start for segment in found], vocabulary)
    if heads <= {at for segment in found for at in range(segment.start, segment.body)}:
        return found, outside
    return _segments([replace(p, in_row=True) if at in heads else p for at, p in enumerate(pieces)], vocabulary)


def _segments(pieces: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Segment], list[int]]:
    told = starts_of(pieces, vocabulary)
    anchors = [start.anchor for start in told]
    follow = [*[start.follows for start in told], False]
    starts = []
    for position, card in enumerate(told):
        behind = anchors[position - 1] + 1 if position else 0
        starts.append(head_start(pieces, behind, card.anchor, vocabulary, card.title))
    if len(starts) > 1:
        starts[0] = _set_like_the_next(pieces, starts, anchors, vocabulary)
    if starts:
        above = _offices_above(pieces, starts, vocabulary)
        starts = with_fields([start - above for start in starts], pieces, vocabulary)
        starts = on_covers(pieces, starts, anchors, vocabulary)
    found = []
    outside: list[int] = list(range(starts[0])) if starts else list(range(len(pieces)))
    for position, (start, told_at) in enumerate(zip(starts, anchors, strict=True)):
        anchor = _first_section(pieces, start, told_at, vocabulary)
        end = starts[position + 1] if position + 1 < len(starts) else len(pieces)
        if position + 1 < len(starts):
            last = _without_divider(pieces, anchor, end, vocabulary)
        else:
            last = _without_index(pieces, anchor, end, vocabulary)
        outside += range(last, end)
        body = body_start(pieces, start, anchor, vocabulary)
        found.append(Segment(start, body, last, follow[position] or follow[position + 1]))
    return found, outside


def _first_section(pieces: Sequence[Piece], start: int, anchor: int, vocabulary: Vocabulary) -> int:
    """The first choice or section below the head of a card: one before that which tells where the card begins, where the card before has not
    begun with it."""
    for at in range(start + 1, anchor):
        if is_over_name(pieces, at):
            continue
        if pieces[at].kind == "choice" or section_of(pieces, at, vocabulary) is not None:
            return at
    return anchor


def _offices_above(pieces: Sequence[Piece], starts: Sequence[int], vocabulary: Vocabulary) -> int:
    """How many lines that name who is in charge (or tables) stand over every card, the first one too (`담당부서: …` over `공약 3. …`): they are the card's
    below, where nothing else stands above them on their page, or, in a text, where they have one label, which does not stand in the last
    card, or none, and no such line stands there."""
    counts = {_offices_over(pieces, start, vocabulary) for start in starts}
    count = counts.pop()
    if counts or not count:
        return 0
    if len(starts) == 1:
        return count if all(piece.kind == "line" for piece in pieces[starts[0] - count : starts[0]]) else 0
    if pieces[starts[0]].place.page is not None:
        tops = [start - count for start in starts]
        alone = all(not top or pieces[top - 1].place.page != pieces[top].place.page for top in tops)
        return count if alone else 0
    labels = {label_of(pieces, start - 1, vocabulary) for start in starts}
    if labels == {None}:
        again = any(piece.line is not None and is_office(piece.line.text) for piece in pieces[starts[-1] :])
    else:
        again = any(label_of(pieces, index, vocabulary) in labels for index in range(starts[-1], len(pieces)))
    return 1 if count == 1 and len(labels) == 1 and not again else 0


def _offices_over(pieces: Sequence[Piece], start: int, vocabulary: Vocabulary) -> int:
    """How many lines that name who is in charge, or tables on a page, stand right over a piece."""
    count = 0
    while count < min(start, _MOST_OFFICES):
        piece, below = pieces[start - count - 1], pieces[start - count].place
        lines = (below.line or 0) - (piece.place.line or 0)
        if piece.place.page != below.page or lines > (1 if count else _MOST_LINES):
            break
        line = piece.line if piece.kind == "line" else None
        told = line is not None and (names_office(line.text, vocabulary) or is_office(line.text))
        if not (told or (piece.table is not None and below.page is not None)):
            break
        count += 1
    return count


def _set_like_the_next(
    pieces: Sequence[Piece], starts: Sequence[int], anchors: Sequence[int], vocabulary: Vocabulary
) -> int:
    """Where the first card of a text begins: at its title, where that stands as the next card's does, apart from the lines above it, which are
    the book's."""
    for first in range(anchors[0] - 1, starts[0], -1):
        line, above = pieces[first].place.line, pieces[first - 1].place.line
        if line is None or above is None:
            break
        if line - above < 2 or not is_title_line(pieces[first], vocabulary):
            continue
        head = max(anchors[0] - first, anchors[1] - starts[1])
        if all(_alike(pieces, first + at, starts[1] + at, vocabulary) for at in range(head)):
            return first
    return starts[0]


def _alike(pieces: Sequence[Piece], one: int, other: int, vocabulary: Vocabulary) -> bool:
    """Whether two lines are titles, or have the same label."""
    titles = is_title_line(pieces[one], vocabulary), is_title_line(pieces[other], vocabulary)
    return titles[0] == titles[1] and label_of(pieces, one, vocabulary) == label_of(pieces, other, vocabulary)


def _without_divider(pieces: Sequence[Piece], body: int, end: int, vocabulary: Vocabulary) -> int:
    """`end` without trailing pages that hold only a few title lines: a divider between fields, or a blank cover.

    In text, without the one or two title lines that stand apart right before the next card's number.
    """
    last = end
    if pieces[end - 1].place.page is None:
        return _without_divider_lines(pieces, body, end, vocabulary)
    while (first := divider_page(pieces, body + 1, last, vocabulary)) < last:
        last = first
    return last


def _without_index(pieces: Sequence[Piece], body: int, end: int, vocabulary: Vocabulary) -> int:
    """`end` without the last page where it holds nothing but entries that end in page numbers, under title lines: an index of the book."""
    page = pieces[end - 1].place.page
    first = end - 1
    while first > body and pieces[first - 1].place.page == page:
        first -= 1
    if page is None or first <= body + 1:
        return end
    leads = [ends_in_page_number(piece) for piece in pieces[first:end]]
    rest = (piece for piece, leading in zip(pieces[first:end], leads, strict=True) if not leading)
    return first if sum(leads) > 1 and all(is_on_divider(piece, vocabulary) for piece in rest) else end


def _without_divider_lines(pieces: Sequence[Piece], body: int, end: int, vocabulary: Vocabulary) -> int:
    last = end
    while last > body + 1 and end - last < 2 and is_title_line(pieces[last - 1], vocabulary):
        last -= 1
    if last == end:
        return end
    line, above = pieces[last].place.line, pieces[last - 1].place.line
    apart = line is not None and above is not None and line - above >= 2
    # What stands right below the heading of a section is of it.
    ends = is_title_line(pieces[last - 1], vocabulary) or section_of(pieces, last - 1, vocabulary) is not None
    return last if apart and not ends else end
