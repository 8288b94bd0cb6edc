"""Colours and weights of text in a terminal; none where nobody would see them."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
SEVERITY_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}

# A card's text must not be able to steer the terminal.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is shown. colour: whether the output is a terminal; columns: how wide it is."""

    colour: bool = False
    columns: int = 100

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours and weights (names of `_CODES`)."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


def plain(value: object) -> str:
    """A value as text that does nothing to a terminal; nothing for None."""
    return "" if value is None else _CONTROL.sub(" ", str(value))


def terminal_style(stream: TextIO) -> Style:
    """The style for a stream: colours on a terminal that wants them (NO_COLOR), and its width."""
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    return Style(colour, shutil.get_terminal_size((100, 24)).columns)
