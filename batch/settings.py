"""What a run was asked to do, in a form that travels to workers and names the parts that it makes."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from pledgecards import __version__
from pledgecards.schemas.arrow import fingerprint as schema_fingerprint

_LIBRARIES = ("pdfminer.six", "pdfplumber", "pypdfium2", "rapidfuzz")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a conversion that its rows depend on, and the limits of a worker.

    cohort, municipality, redact_contacts, reader  as in `convert_bytes`.
    vocabulary  the text of a file that adds words to the vocabulary, or None.
    timeout     seconds that a file may take; a file of very many pages gets more, a small one fewer of work (`worker.allowance`).
    memory      MiB that a worker may take beyond what it starts with.
    converter   `module:function` that turns bytes into rows; the function has the signature of `convert_bytes`.
    """

    cohort: int | None = None
    municipality: str | None = None
    redact_contacts: bool = False
    reader: str = "pdfium"
    vocabulary: str | None = None
    timeout: float = 60.0
    memory: int = 2048
    converter: str = "pledgecards.convert:convert_bytes"

    def key(self) -> str:
        """A hash of all that a part depends on besides the file's bytes: options, words, limits, program and libraries.

        The limits belong to it: a file that took too long is read again when it is given more time.
        """
        text = json.dumps([asdict(self), program()], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def options(self) -> dict[str, object]:
        """The options as `run.json` shows them."""
        shown = asdict(self)
        shown.pop("converter")
        if self.vocabulary is not None:
            shown["vocabulary"] = hashlib.sha256(self.vocabulary.encode()).hexdigest()
        return shown


@cache
def program() -> str:
    """A hash of the program that reads: its version, every source and data file of it, and the libraries under it.

    The version alone would let a changed source or word list pass as the same program.
    """
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:2]} {schema_fingerprint()}".encode())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {version(library)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{library} -\n".encode())
    root = files("pledgecards")
    digest.update(root.joinpath("convert.py").read_bytes())
    for package in ("extract", "normalize", "schemas"):
        _add(digest, root.joinpath(package))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, folder: Traversable) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                _add(digest, entry)
        elif entry.name.endswith((".py", ".toml", ".csv")):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
