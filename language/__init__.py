"""The language in which the program speaks to people: Korean or English, chosen at the start; English where nobody chose.

Texts stand in the code in English, as the argument of `_`, `ngettext` or the marker `N_`, and their Korean in the gettext
catalogue beside this module; `make catalogues` brings it up to date. What is written into a dataset never passes through here.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

LANGUAGES = ("ko", "en")
"""The languages that can be chosen."""

FOLDER = Path(__file__).parent
"""Where the catalogues lie, as `<language>/LC_MESSAGES/<DOMAIN>.mo`."""

DOMAIN = "pledgecards"
"""The name of the catalogues."""

_chosen = "en"


def choose(language: str) -> None:
    """From now on the program speaks this language. ValueError: it is none of LANGUAGES."""
    global _chosen
    if language not in LANGUAGES:
        raise ValueError(f"{language} is none of {', '.join(LANGUAGES)}")
    _chosen = language


def chosen() -> str:
    """The language that is spoken now."""
    return _chosen


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speaks a language for a while."""
    before = chosen()
    choose(language)
    try:
        yield
    finally:
        choose(before)


def _(text: str) -> str:
    """The text in the chosen language; itself where there is no translation."""
    # The catalogue answers an empty text with its own head.
    return _catalogue(_chosen).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The text for a count: English has two forms, Korean one."""
    return _catalogue(_chosen).ngettext(one, many, count)


def N_(text: str) -> str:
    """The text itself, marked for the catalogue; `_` translates it where it is shown."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Both forms themselves, marked for the catalogue; `ngettext` translates them where they are shown."""
    return one, many


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    # English is what stands in the code.
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [language])
