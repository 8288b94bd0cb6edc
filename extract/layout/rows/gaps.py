"""Which gaps between the glyphs of a row are spaces, and which are the wide gaps of a column."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.rows.characters import Flags, Floats, Ints, lengths_of

_SPACE = 0.17
_SPACE_BESIDE_SPACES = 0.25
_NARROW_SPACE, _NARROW_BESIDE_OTHERS = 0.11, 0.14
_EVEN, _CLOSE = 0.05, -0.02
_TAB = 2.0
_SPREAD = 0.4
_SET_APART = 0.1


def separators(codes: Ints, em: Floats, spaced: Flags, starts: Ints, count: Ints) -> Ints:
    """What stands before every glyph: 0 nothing, U+0020 a space, U+0009 a wide gap. em: the gap before it, in sizes;
    spaced: whether a space glyph stands there; starts, count: where each row begins, and its length.

    A gap is a space when it is wider than the row's own letter spacing by a share of the size. Letters that are
    spread evenly over a heading have no spaces between them.
    """
    index = np.arange(len(starts)).repeat(count)
    hangul = (codes >= 0xAC00) & (codes <= 0xD7A3)
    pair = np.zeros(len(codes), dtype=bool)
    np.logical_and(hangul[1:], hangul[:-1], out=pair[1:])
    letter, evenly = _letter_spacing(em, hangul, spaced, index, starts, count)
    letter = np.maximum(letter, -0.1)
    # By row: how wide a space is at the least, between two syllables of Hangul and between other glyphs.
    pairs_least, least = _least(em, pair, spaced, letter, index, starts)
    of_pair, of_other = np.minimum(letter, 0.5) + pairs_least, np.minimum(letter, 0.35) + least
    is_space = em > np.where(pair, of_pair[index], of_other[index])
    is_space |= spaced & (em > -0.05)
    separator: Ints = is_space * 0x20
    separator[em > _TAB] = 0x09
    if evenly is not None:
        separator[evenly[index] & ~spaced] = 0
    separator[starts] = 0
    return separator


def _least(em: Floats, pair: Flags, spaced: Flags, letter: Floats, index: Ints, starts: Ints) -> tuple[Floats, Floats]:
    """By row, by how much more than its letters a space stands apart at the least: between two syllables of Hangul (pair), and else.

    Type set so closely that its letters overlap has narrow spaces. They are told where the syllables stand apart evenly, but for them. Beside other glyphs the
    gap has to be wider: some programs set figures and Latin words a little apart from Hangul.
    """
    least = np.where(np.logical_or.reduceat(spaced, starts), _SPACE_BESIDE_SPACES, _SPACE)
    more = (em - letter[index]) * pair
    more[starts] = 0
    between = more > _EVEN
    between &= more <= _SPACE
    if not between.any():
        return least, least
    uneven = np.logical_or.reduceat(between & (more <= _NARROW_SPACE), starts)
    narrow = np.logical_or.reduceat(between, starts) & ~uneven & (least == _SPACE) & (letter < _CLOSE)
    return np.where(narrow, _NARROW_SPACE, least), np.where(narrow, _NARROW_BESIDE_OTHERS, least)


def _letter_spacing(
    em: Floats, hangul: Flags, spaced: Flags, index: Ints, starts: Ints, count: Ints
) -> tuple[Floats, Flags | None]:
    """By row, the gap that its letters keep, in sizes, and whether they are spread evenly (None: in no row). index: every glyph's row."""
    inner = ~spaced
    inner[starts] = False
    letter = np.zeros(len(starts), dtype=np.float32)
    rows, gaps = index[inner], em[inner]
    if not len(rows):
        return letter, None
    # By row, and by width within each: complex numbers sort by their real part, then by the imaginary one.
    ordered = rows + gaps * 1j
    ordered.sort()
    gaps = ordered.imag.astype(np.float32)
    fresh = np.empty(len(rows), dtype=bool)
    fresh[0] = True
    np.not_equal(rows[1:], rows[:-1], out=fresh[1:])
    first = fresh.nonzero()[0]
    number = lengths_of(first, len(rows))
    here = rows[first]
    telling = number >= 3
    own = gaps[first + (number * 3) // 10]
    letter[here] = np.where(telling, own, 0)
    short = ~telling & (gaps[first] > _SET_APART)
    if short.any() and telling.any():
        # A short row (`400`) of a page whose letters are all set apart keeps what they do.
        told = np.sort(own[telling])
        usual = told[len(told) // 2]
        if usual > _SET_APART:
            letter[here[short]] = np.minimum(gaps[first[short]], usual)
    # All letters of the row spread by much the same gap, and no other glyph or space among them.
    least = gaps[first]
    spread = (least > _SPREAD) & (number >= 2)
    if not spread.any():
        return letter, None
    most = gaps[first + number - 1]
    spread &= (number == count[here] - 1) & (most < 1.35 * least + 0.1)
    evenly = np.zeros(len(starts), dtype=bool)
    evenly[here] = spread & np.logical_and.reduceat(hangul, starts)[here]
    return letter, evenly
