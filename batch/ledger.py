"""What is done: a folder of parts, each named by what it was made from.

The name of a part is the hash of the file's bytes and of the settings' key, so a run that was stopped goes on where it
stopped, a file that has not changed is not read again, and whatever changed (bytes, options, words, program) has
another name and is read. Part files rather than a database: each worker writes its own, nothing is shared or locked, a
part torn by a power cut is simply missing, and the same folder can lie on a store that a cluster shares.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from pathlib import Path

from pledgecards.batch import store
from pledgecards.batch.parts import Rows, Summary, encode_part, read_summary
from pledgecards.batch.store import Place

_ENDING = ".part"


class Ledger:
    """The parts in one folder, for runs with one key.

    shared  the folder (or address) was chosen for them, and other runs may keep parts there as well.
    """

    def __init__(self, folder: Place, key: str, *, shared: bool = False) -> None:
        self.folder = folder
        self._key = key
        self._shared = shared

    def place(self, document_id: str) -> Place:
        """Where the part of these bytes lies, whether or not it is there."""
        name = hashlib.sha256(f"{self._key} {document_id}".encode()).hexdigest()[:40]
        return store.below(self.folder, name[:2], f"{name[2:]}{_ENDING}")

    def known(self, document_id: str) -> Summary | None:
        """What was read from these bytes before, or None."""
        return read_summary(self.place(document_id))

    def remember(self, document_id: str, rows: Rows) -> Summary:
        """Writes what was read down. SchemaError: the rows do not fit the registry. OSError: the disk refuses."""
        summary, data = encode_part(rows)
        store.put(self.place(document_id), data)
        return summary

    def keep_only(self, document_ids: Iterable[str]) -> None:
        """Removes every part but those of these bytes, and what killed workers left; nothing where others keep theirs too."""
        if not self._shared:
            self._remove_all_but({self.place(document_id) for document_id in document_ids})

    def clear(self) -> None:
        """Forgets everything."""
        if isinstance(self.folder, Path):
            self._remove_all_but(set())
        else:
            store.clear(self.folder, _ENDING)

    def _remove_all_but(self, kept: Collection[Place]) -> None:
        assert isinstance(self.folder, Path)
        for path in sorted(self.folder.glob("??/*")):
            if path not in kept:
                path.unlink(missing_ok=True)
