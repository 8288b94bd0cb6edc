"""What browsers print above and below a page of the web: the day and the time, the name of the page, its address, and which sheet it is."""

from __future__ import annotations

import re

from pledgecards.extract.layout.margins.running import Edge

_TIME = r"\d{1,4}[./\-] ?\d{1,2}[./\-] ?\d{1,4}\.?,? ?(?:(?:오전|오후) ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?"
_ADDRESS = r"(?:https?|file)://\S+"
_SHEET = r"(?:페이지 )?\d{1,4} ?(?:/|of|중) ?\d{1,4}"

_ABOVE = re.compile(rf"{_TIME}(?:\t.*)?|[^\t]+\t(?:{_ADDRESS}|페이지 \d{{1,4}} / \d{{1,4}})")
_BELOW = re.compile(rf"{_ADDRESS}\s+(?:{_SHEET}|{_TIME}|\d{{4}}-\d{{2}}-\d{{2}})|{_SHEET}\t{_TIME}")

_NEAR = 45.0
"""They stand nearer to the edge of the paper than any text does, in points."""


def by_browser(edge: Edge) -> bool:
    """Whether a line in a margin is one of these. On its own an address may be one that the card gives, and a day one of its deeds; a time
    with its day above everything else is neither."""
    return edge.height <= _NEAR and (_ABOVE if edge.head else _BELOW).fullmatch(edge.text) is not None
