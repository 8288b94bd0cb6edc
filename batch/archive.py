"""Zip archives as folders: the names of their files, Korean ones too, and their bytes."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import PurePosixPath

from pledgecards.batch.remote import is_remote, open_bytes

_UTF8_FLAG = 0x800


def members(file: str) -> list[tuple[int, str]] | None:
    """(number in the archive's directory, name with `/`) of every file in it, or None where it cannot be opened.

    file: a path or an address.
    """
    try:
        with open_bytes(file) as stream, zipfile.ZipFile(stream) as archive:
            return [
                (number, name_of(entry))
                for number, entry in enumerate(archive.infolist())
                if not entry.filename.endswith("/")  # `is_dir` fails where there is no name at all
            ]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return None
    except Exception:
        if is_remote(file):
            return None
        raise


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant. Without the flag for UTF-8 the standard says CP437, but Korean programs write CP949."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_FLAG:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp949"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = name.replace("\\", "/")
    # `..` and a drive would lead out of the archive; they name nothing within it.
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..", ".")]
    return unicodedata.normalize("NFC", "/".join(parts)) or f"member-{entry.header_offset}"
