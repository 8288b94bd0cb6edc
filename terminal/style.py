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
    """How text is shown. colour: whether the output is a terminal; columns: how wide it is; encoding: what it can show."""

    colour: bool = False
    columns: int = 100
    encoding: str = "utf-8"

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours and weights (names of `_CODES`)."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"

    def sign(self, *signs: str) -> str:
        """The first of these signs that can be shown; the last one if none can. A Korean code page has no `☑`."""
        return next((sign for sign in signs if shows(self.encoding, sign)), signs[-1])


def shows(encoding: str | None, text: str) -> bool:
    """Whether an encoding has every character of the text; None: whatever it is, it has."""
    try:
        text.encode(encoding or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def plain(value: object) -> str:
    """A value as text that does nothing to a terminal; nothing for None."""
    return "" if value is None else _CONTROL.sub(" ", str(value))


def terminal_style(stream: TextIO) -> Style:
    """The style for a stream: colours on a terminal that wants them (NO_COLOR), and its width."""
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    return Style(colour, shutil.get_terminal_size((100, 24)).columns, getattr(stream, "encoding", None) or "utf-8")
