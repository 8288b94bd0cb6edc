"""Colours as pages print them, 0xRRGGBB: how light they are, and which cannot be told from the page."""

from __future__ import annotations

from functools import lru_cache

_WHITE = 0xF8
_DARK = 176_000


def channels(colour: int) -> tuple[int, int, int]:
    """Its red, green and blue, each from 0 to 255."""
    return colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF


def lightness(colour: int) -> int:
    """How light it looks, from 0 to 255,000: green counts most and blue least, as the eye has it."""
    red, green, blue = channels(colour)
    return 299 * red + 587 * green + 114 * blue


@lru_cache(maxsize=1024)
def white(colour: int) -> bool:
    """Whether a fill of this colour cannot be told from the page."""
    return min(channels(colour)) >= _WHITE


@lru_cache(maxsize=1024)
def dark(colour: int) -> bool:
    """Whether a small area of this colour looks filled, not merely tinted."""
    return lightness(colour) < _DARK
