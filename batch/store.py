"""Where parts lie: files in a folder, or objects of a store that has an address (`s3://bucket/parts`), by way of fsspec."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from pledgecards.batch.remote import system_of

Place = Path | str
"""A path, or an address."""


def below(folder: Place, *names: str) -> Place:
    """The place of this name in a folder."""
    return folder.joinpath(*names) if isinstance(folder, Path) else "/".join((folder.rstrip("/"), *names))


def fetched(place: Place) -> bytes | None:
    """What lies at a place, or None where nothing can be had from it."""
    if isinstance(place, Path):
        try:
            return place.read_bytes()
        except OSError:
            return None
    try:
        system, path = system_of(place)
        data: bytes = system.cat_file(path)
    except Exception:  # noqa: BLE001 - every store has errors of its own; what cannot be had is read again or missed later
        return None
    return data


def put(place: Place, data: bytes) -> None:
    """Lays something down, so that others find the whole of it or nothing that they take for whole. OSError: it is refused."""
    if isinstance(place, Path):
        _put_file(place, data)
        return
    try:
        system, path = system_of(place)
        try:
            system.pipe_file(path, data)
        except FileNotFoundError:
            # A store of folders needs them; one level, so that no bucket of a mistaken name comes to be.
            with suppress(FileExistsError):
                system.mkdir(path.rpartition("/")[0], create_parents=False)
            system.pipe_file(path, data)
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise OSError(error.errno or errno.EIO, f"{place}: {reason}") from error
    except Exception as error:
        raise OSError(errno.EIO, f"{place}: {type(error).__name__}: {error}") from error


def _put_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def remove(place: Place) -> None:
    """Takes something away, if it is there."""
    if isinstance(place, Path):
        place.unlink(missing_ok=True)
        return
    with suppress(Exception):  # what stays behind does no harm
        system, path = system_of(place)
        system.rm_file(path)


def clear(folder: str, ending: str) -> None:
    """Takes away all that lies below an address and has a name with this ending. OSError: it is refused."""
    system, path = system_of(folder)
    try:
        found = [name for name in system.find(path) if name.endswith(ending)]
        for name in found:
            system.rm_file(name)
    except FileNotFoundError:
        return
    except OSError:
        raise
    except Exception as error:
        raise OSError(errno.EIO, f"{folder}: {type(error).__name__}: {error}") from error
