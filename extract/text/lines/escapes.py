"""Signs before which Markdown writes a backslash, since they are no markup (`12\\.`, `'19. 6. \\~ 12.`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pledgecards.extract.text.lines.textline import SourceLine, ink_of

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"(?<!\\)\\(?=\s*$)")
_BAR = re.compile(r"(?<!\\)[|│┃]")
_APART = re.compile(r"( {2,}|(?<!\\)[|│┃])")
"""What parts columns: they stay where they are."""


def unescaped(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int]:
    """The lines with those signs as they are read, and how many characters were taken out.

    In a row of bars the backslash before a bar stays: it says that no cell ends there.
    """
    result = list(lines)
    taken = 0
    for at, line in enumerate(lines):
        if "\\" in line.text:
            text = _in_place(line.text, _read_in_row if _BAR.search(line.text) else _read)
            taken += ink_of(line.text) - ink_of(text)
            result[at] = SourceLine(line.number, text, line.sheet)
    return result, taken


def _read(part: str) -> str:
    return _ESCAPED.sub(r"\1", _BREAK.sub("", part))


def _read_in_row(part: str) -> str:
    return _ESCAPED.sub(_sign_in_row, _BREAK.sub("", part))


def _sign_in_row(found: re.Match[str]) -> str:
    return found.group() if found[1] == "|" else found[1]


def _in_place(text: str, change: Callable[[str], str]) -> str:
    """The text with each stretch between wide gaps and bars changed, and as wide as before."""
    parts = _APART.split(text)
    for at in range(0, len(parts), 2):
        part = change(parts[at])
        parts[at] = part.ljust(len(parts[at])) if at + 1 < len(parts) else part
    return "".join(parts)
