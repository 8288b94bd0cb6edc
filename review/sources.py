"""The input files behind a dataset: where they are now, and their bytes if they are still the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pledgecards.batch.inputs import Input, InputError, find_inputs
from pledgecards.batch.reading import CannotRead, Source
from pledgecards.extract.document import Unreadable
from pledgecards.extract.text.encoding import decode
from pledgecards.extract.text.lines.textline import split_lines

_MOST_BYTES = 2 << 30


class Sources:
    """Gives the bytes of documents. Nothing is given whose hash is no longer that of the document.

    arguments  what was converted: files, folders, globs, lists; as `convert` takes them.

    missing    whether some may be gone; else InputError is raised for one that is not there.
    """

    def __init__(self, arguments: Sequence[str], *, missing: bool = False) -> None:
        self._places: dict[str, Input] = {}
        for argument in arguments:
            try:
                for entry in find_inputs([argument]):
                    self._places.setdefault(entry.path, entry)
            except InputError:
                if not missing:
                    raise
        # Paths may differ from those of a single argument where several roots were given together.
        try:
            self._places |= {entry.path: entry for entry in find_inputs(arguments)}
        except InputError:
            pass
        self._source = Source(most=_MOST_BYTES)

    @classmethod
    def of_record(cls, record: Mapping[str, Any], folder: Path) -> Sources:
        """The inputs that `run.json` names; they are written as seen from the dataset's folder."""
        named = record.get("inputs")
        places = [str(place) for place in named] if isinstance(named, list) else []
        return cls([_from(folder, place) for place in places], missing=True)

    def data(self, document: Mapping[str, Any]) -> bytes | None:
        """The bytes of a row of `documents`, or None where they are not to be had."""
        entry = self._places.get(document["path"])
        if entry is None:
            return None
        try:
            _, data = self._source.read(entry)
        except CannotRead:
            return None
        return data if hashlib.sha256(data).hexdigest() == document["document_id"] else None


def _from(folder: Path, place: str) -> str:
    listed = place.startswith("@")
    return "@" * listed + os.path.normpath(folder / place[listed:])


def text_lines(data: bytes) -> list[str]:
    """The lines of a text file as they are numbered in the dataset; empty where it is no text."""
    try:
        text, _ = decode(data)
    except Unreadable:
        return []
    lines = split_lines(text)
    texts = [""] * max((line.number for line in lines), default=0)
    for line in lines:
        texts[line.number - 1] = line.text
    return texts
