"""The words of the site's scripts, in the chosen language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pledgecards.language import _
from pledgecards.schemas.captions import status_caption
from pledgecards.schemas.core_tables import STATUSES

SCRIPTS = ("store.js", "editor.js", "overview.js", "table.js", "card.js")
"""The scripts, in the order in which pages load them."""

_SAID = re.compile(r'\bsay\("([^"\\]+)"\)')


def script_words() -> dict[str, str]:
    """What the scripts say, from English to the chosen language; and what the statuses of files are called."""
    return {text: _(text) for text in _said()} | {status: status_caption(status) for status in STATUSES}


@cache
def _said() -> tuple[str, ...]:
    """Every text that stands in the scripts as `say("…")`."""
    folder = files("pledgecards.review").joinpath("static")
    texts = {text for name in SCRIPTS for text in _SAID.findall(folder.joinpath(name).read_text("utf-8"))}
    return tuple(sorted(texts))
