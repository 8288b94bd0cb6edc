"""A data officer's own words: a TOML text that adds to the vocabulary that ships.

Its tables are named as the vocabulary's files are, and the lists in them are added to the lists there. Where a word means one thing only,
one that ships with another meaning takes the officer's:

    [sections]
    overview = ["우리 구 공약 소개"]

    [choices.labels]
    lead = ["맡은 곳"]
"""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from pledgecards.language import _
from pledgecards.schemas.words import fold

_OF_ONE_MEANING = frozenset({"sections.", "funding.", "choices.labels.", "tables.heads.", "tables.periods."})
"""The tables in which a word stands for one thing only."""


class VocabularyError(ValueError):
    """A vocabulary cannot be used; the message says which entry and what is wrong."""


def extended(tables: Mapping[str, Mapping[str, Any]], text: str) -> dict[str, dict[str, Any]]:
    """The tables of the vocabulary (by file name) with the words of the text added.

    VocabularyError: the text is no TOML, names a table or an entry that the vocabulary does not have, or holds another
    kind of value than it.
    """
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(_("the vocabulary is no valid TOML: {error}").format(error=error)) from None
    result = {name: dict(copy.deepcopy(table)) for name, table in tables.items()}
    parts = {name.removesuffix(".toml"): table for name, table in result.items()}
    _add(parts, own, "")
    return result


def _add(known: dict[str, Any], own: Mapping[str, Any], place: str) -> None:
    for key, value in own.items():
        name = f"{place}{key}"
        if key not in known and not _open(known, value):
            message = _("the vocabulary has no {name}; there are {names}")
            raise VocabularyError(message.format(name=name, names=", ".join(sorted(known))))
        there = known.get(key)
        if isinstance(there, dict) and isinstance(value, dict):
            _add(there, value, f"{name}.")
        elif isinstance(there, list) and _words(value):
            if place in _OF_ONE_MEANING:
                _take_out(known, key, value)
            known[key] = [*there, *(word for word in value if word not in there)]
        elif _number(value) and (there is None or _number(there)):
            known[key] = value
        else:
            raise VocabularyError(_expected(there).format(name=name, value=value))


def _take_out(known: dict[str, Any], key: str, words: Iterable[str]) -> None:
    """Takes the words out of all lists but that of the key."""
    moved = set(map(fold, words))
    for other, there in known.items():
        if other != key and isinstance(there, list):
            known[other] = [word for word in there if fold(word) not in moved]


def _open(known: Mapping[str, Any], value: Any) -> bool:
    """Tables of numbers (units of money, years of cohorts) take new names; names of lists are the program's own."""
    return bool(known) and _number(value) and all(_number(other) for other in known.values())


def _words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _expected(value: Any) -> str:
    if isinstance(value, dict):
        return _("{name} must be a table, not {value!r}")
    if isinstance(value, list):
        return _("{name} must be a list of words, not {value!r}")
    return _("{name} must be a whole number, not {value!r}")
