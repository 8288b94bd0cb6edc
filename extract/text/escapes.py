"""Signs that Markdown and HTML write another way: a backslash before one that is no markup (`12\\.`, `'19. 6. \\~ 12.`), `&nbsp;`."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from pledgecards.extract.text.textline import SourceLine, ink_of

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"(?<!\\)\\$")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_BAR = re.compile(r"(?<!\\)[|│┃]")


def unescaped(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int]:
    """The lines with those signs as they are read, and how many characters were taken out.

    In a row of bars the backslash before a bar stays: it says that no cell ends there.
    """
    result = list(lines)
    taken = 0
    for at, line in enumerate(lines):
        text = line.text
        if "\\" in text:
            text = _ESCAPED.sub(_sign_in_row if _BAR.search(text) else r"\1", _BREAK.sub("", text))
        if "&" in text and ";" in text:
            text = _ENTITY.sub(lambda found: _sign_of(found.group()), text)
        if text is not line.text:
            taken += ink_of(line.text) - ink_of(text)
            result[at] = SourceLine(line.number, text, line.sheet)
    return result, taken


def _sign_in_row(found: re.Match[str]) -> str:
    return found.group() if found[1] == "|" else found[1]


def _sign_of(entity: str) -> str:
    sign = html.unescape(entity)
    return " " if sign == "\u00a0" else sign if sign.isprintable() else entity
