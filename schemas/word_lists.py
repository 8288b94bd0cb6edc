"""Where each list of the vocabulary's words stands in its files, and whether the files hold lists of words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pledgecards.language import _
from pledgecards.schemas.own_words import VocabularyError

LISTS = {
    "sections": ("sections.toml", None),
    "marked_sections": ("sections.toml", "marked"),
    "labels": ("choices.toml", "labels"),
    "options": ("choices.toml", "options"),
    "heads": ("tables.toml", "heads"),
    "periods": ("tables.toml", "periods"),
    "funding": ("funding.toml", None),
    "counts": ("units.toml", "counts"),
    "people": ("people.toml", None),
    "cards": ("cards.toml", None),
    "dates": ("dates.toml", None),
}
"""The file of each part, and the table in it; None: the file itself."""


def validate(tables: Mapping[str, Mapping[str, Any]]) -> None:
    """VocabularyError: one of the tables, by file name, holds something else than words."""
    for part, (file, section) in LISTS.items():
        table: Any = tables.get(file, {})
        if section is not None:
            table = table.get(section, {})
        for key, value in table.items():
            if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
                continue
            if isinstance(value, dict):
                continue
            message = _("{file}: {name} must be a list of words")
            raise VocabularyError(message.format(file=file, name=f"{part}.{key}"))
