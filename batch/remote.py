"""Inputs that have an address instead of a path (`s3://bucket/cards`, `zip://*.pdf::/share/cards.zip`), by way of fsspec.

fsspec and what it needs for an address (s3fs for `s3://`) belong to the extra `pledgecards[dask]` or to the person who uses them;
files with a path need none of it.
"""

from __future__ import annotations

import errno
import glob
import io
import os
import re
import stat
from importlib import import_module
from typing import IO, Any

from pledgecards.language import _

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_CHAIN = "::"
_WILD = re.compile(r"[*?\[]")


class RemoteError(Exception):
    """An address leads nowhere; the message is a sentence for the person who gave it."""


def is_remote(name: str) -> bool:
    """Whether this is an address; a drive's letter (`C:/`) makes none."""
    return "://" in name and _ADDRESS.match(name) is not None


def open_bytes(name: str) -> IO[bytes]:
    """Opens a path or an address. OSError where there is nothing, or what is no file; addresses may raise whatever their library does."""
    if not is_remote(name):
        mode = os.stat(name).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # it could keep a reader waiting for ever
            raise OSError(errno.ENXIO, "a device or a pipe, no file")
        return open(name, "rb")
    system, path = system_of(name)
    if _CHAIN in name:
        # A file in an archive is closed with its archive, which nobody would hold on to.
        return io.BytesIO(system.cat_file(path))
    stream: IO[bytes] = system.open(path, "rb")
    return stream


def system_of(address: str) -> tuple[Any, str]:
    """fsspec's file system behind an address, and the path in it. RemoteError or ImportError: a library is missing."""
    system, path = _fsspec().core.url_to_fs(address)
    return system, path


def listed(address: str) -> tuple[str, list[tuple[str, str]]]:
    """The folder that an address starts from, and (path in it, address) of all files below it or that match it, sorted.

    RemoteError: its library is missing, or there is nothing.
    """
    try:
        system, path = system_of(address)
        if glob.has_magic(path):
            root = _WILD.split(path, maxsplit=1)[0].rpartition("/")[0]
            names = [name for name, entry in system.glob(path, detail=True).items() if entry["type"] == "file"]
        elif path.strip("/") and system.isfile(path):
            root, names = path.rpartition("/")[0], [path]
        else:
            root, names = path.rstrip("/"), system.find(path)
    except RemoteError:
        raise
    except Exception as error:  # noqa: BLE001 - every store has errors of its own
        reason = str(error) or type(error).__name__
        raise RemoteError(_("{address} cannot be read: {reason}").format(address=address, reason=reason)) from None
    if not names:
        raise RemoteError(_("No file is found at {address}.").format(address=address))
    found = [(name[len(root) :].strip("/"), _address(address, system, name)) for name in sorted(names)]
    return _address(address, system, root), found


def _address(given: str, system: Any, path: str) -> str:
    """The address of another path in the same store, behind the same chain (`zip://a.pdf::s3://bucket/b.zip`)."""
    _, chain, rest = given.partition(_CHAIN)
    if chain:
        return f"{given.partition('://')[0]}://{path}{chain}{rest}"
    address: str = system.unstrip_protocol(path)
    return address


def _fsspec() -> Any:
    try:
        return import_module("fsspec")
    except ImportError:
        raise RemoteError(_("Addresses need fsspec: pip install 'pledgecards[dask]'.")) from None
