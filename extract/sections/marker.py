"""The marker of a card's section headings: that of most of them."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.markers import split_marker
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Match, Vocabulary


def marker_of_sections(
    pieces: Sequence[Piece], headings: Sequence[Match | None], vocabulary: Vocabulary
) -> tuple[int | None, str | None]:
    """The rank of the marker that most section headings of this card carry (None: none carries one), and the first such
    marker ('' where most carry none). headings: the section that each piece is the heading of.

    Those of one section count once where others carry a marker too: many fields of it may be called as sections are (`○ 사업규모`, `○ 지원대상`).
    """
    counts: dict[int | None, int] = {}
    sections: dict[int | None, set[str]] = {}
    first: dict[int | None, str] = {}
    for piece, match in zip(pieces, headings, strict=True):
        if piece.line is None or match is None or match.rough:
            continue
        marked = split_marker(piece.line.text, vocabulary)
        counts[marked.rank] = counts.get(marked.rank, 0) + 1
        sections.setdefault(marked.rank, set()).add(match.key)
        first.setdefault(marked.rank, marked.marker or "")
    ranked = {rank: count for rank, count in counts.items() if rank is not None}
    if not ranked:
        return None, None
    main = min(ranked, key=lambda rank: (-len(sections[rank]), rank))
    return main, first[main] if ranked[main] >= counts.get(None, 0) else ""
