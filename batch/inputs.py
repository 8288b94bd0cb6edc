"""Which files to read: from files, folders, globs, `@list.txt`, zip archives and addresses, in an order that is always the same."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from pledgecards.batch.archive import members
from pledgecards.batch.remote import RemoteError, is_remote, listed
from pledgecards.language import _
from pledgecards.terminal.written import written_text

_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"})


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read.

    root    the folder that `path` is relative to: the folder given, or the one that holds the file given.
    path    `documents.path`: relative to root, with `/`, NFC; a member of an archive stands below the archive's name.
    file    where the bytes are: a file, or the archive; a path or an address (`s3://…`), as `root` is.
    member  the place of the file in the archive (its number in the archive's directory), or None.
    """

    root: str
    path: str
    file: str
    member: int | None = None


class InputError(ValueError):
    """An input that was asked for is not there; the message is a sentence for the person who asked."""


def find_inputs(arguments: Sequence[str]) -> list[Input]:
    """All files behind the arguments, each once, sorted by path. InputError: an argument leads nowhere.

    A file that is named outright is taken as it is; in folders and globs hidden and system files are left out. Whether
    a file can be read is for the worker to find out.
    """
    found: dict[tuple[str, int | None], Input] = {}
    for argument in _expanded(arguments, ()):
        for entry in _inputs_of(argument):
            key = (os.path.normcase(os.path.abspath(entry.file)), entry.member)
            other = found.get(key)
            # Found from two roots, a file is named from the outer one, whichever was given first.
            if other is None or len(os.path.abspath(entry.root)) < len(os.path.abspath(other.root)):
                found[key] = entry
    return _with_own_paths(found.values())


def _expanded(arguments: Iterable[str], lists: tuple[str, ...]) -> Iterator[str]:
    """The arguments with every `@list.txt` replaced by its lines; a line is relative to the folder of the list."""
    for argument in arguments:
        if not argument.startswith("@") or os.path.lexists(argument):
            yield argument
            continue
        name = os.path.abspath(argument[1:])
        if name in lists:
            raise InputError(_("The list {name} names itself.").format(name=argument[1:]))
        try:
            text = written_text(Path(name).read_bytes())
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            message = _("The list {name} cannot be read: {reason}.").format(name=argument[1:], reason=reason)
            raise InputError(message) from None
        lines = [line.strip() for line in text.splitlines()]
        named = [line for line in lines if line and not line.startswith("#")]
        folder = os.path.dirname(name)
        yield from _expanded((_beside(folder, line) for line in named), (*lists, name))


def _beside(folder: str, line: str) -> str:
    if is_remote(line):
        return line
    return "@" + os.path.join(folder, line[1:]) if line.startswith("@") else os.path.join(folder, line)


def _inputs_of(argument: str) -> Iterator[Input]:
    if is_remote(argument):
        yield from _at_address(argument)
    elif os.path.isdir(argument):
        yield from _in_folder(argument)
    elif os.path.lexists(argument):
        yield from _with_members(_input(os.path.dirname(argument) or ".", argument))
    elif glob.has_magic(argument):
        root = _fixed_part(argument)
        names = [name for name in glob.glob(argument, recursive=True) if not os.path.isdir(name)]
        if not names:
            raise InputError(_("No file matches {pattern}.").format(pattern=argument))
        for name in sorted(names):
            if not _hidden(os.path.relpath(name, root)):
                yield from _with_members(_input(root, name))
    else:
        raise InputError(_("There is no file or folder {name}.").format(name=argument))


def _at_address(address: str) -> Iterator[Input]:
    try:
        root, files = listed(address)
    except RemoteError as error:
        raise InputError(str(error)) from None
    for path, file in files:
        if not _hidden(path):
            yield from _with_members(Input(root, unicodedata.normalize("NFC", path), file))


def _fixed_part(pattern: str) -> str:
    """The folder that a glob starts from: its parts before the first wildcard."""
    parts = PurePath(pattern).parts
    count = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return str(PurePath(*parts[:count])) if count else "."


def _in_folder(root: str) -> Iterator[Input]:
    """The files below a folder. Linked folders come after the real ones and only once, so that a loop of links ends."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        links: list[str] = []
        for folder in waiting:
            yield from _walk(root, folder, seen, links)
        waiting = sorted(links)


def _walk(root: str, folder: str, seen: set[tuple[int, int]], links: list[str]) -> Iterator[Input]:
    try:
        status = os.stat(folder)
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:
            message = _("The folder {folder} cannot be read: {reason}.").format(folder=folder, reason=error.strerror)
            raise InputError(message) from None
        # A folder that may not be opened hides its files, but must not pass in silence: it stands as a file that fails.
        yield _input(root, folder)
        return
    # On Windows a folder on some network drives has no number.
    if status.st_ino and (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if _hidden(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, entry.path, seen, links)
        elif entry.is_symlink() and os.path.isdir(entry.path):
            links.append(entry.path)
        else:
            yield from _with_members(_input(root, entry.path))


def _hidden(name: str) -> bool:
    return any(
        (part.startswith(".") and part not in (".", "..")) or part.startswith("~$") or part.casefold() in _SYSTEM
        for part in PurePath(name).parts
    )


def _with_members(entry: Input) -> Iterator[Input]:
    """The file, or what an archive holds."""
    inside = members(entry.file) if entry.path.casefold().endswith(".zip") else None
    if inside is None:
        yield entry  # no archive, or a damaged one: the worker says so
        return
    for number, name in inside:
        if not _hidden(name):
            yield replace(entry, path=f"{entry.path}/{name}", member=number)


def _input(root: str, file: str) -> Input:
    path = os.path.relpath(file, root).replace(os.sep, "/")
    # Bytes of a name that are no text (a CP949 name on Linux) must not stop the writing of the dataset.
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "surrogatepass")  # half a letter, which Windows lets a name have
    text = raw.decode("utf-8", "replace")
    return Input(root, unicodedata.normalize("NFC", text), file)


def _with_own_paths(entries: Iterable[Input]) -> list[Input]:
    """Sorted by path; where two roots give the same path, those roots' own names tell them apart."""
    by_path: dict[str, list[Input]] = {}
    for entry in sorted(entries, key=_order):
        by_path.setdefault(entry.path, []).append(entry)
    clashing = {
        entry.root
        for group in by_path.values()
        if len({os.path.abspath(other.root) for other in group}) > 1
        for entry in group
    }
    names = _distinct_names(clashing)
    taken: set[str] = set()
    result: list[Input] = []
    for entry in sorted(entries, key=_order):
        path = f"{names[entry.root]}/{entry.path}" if entry.root in names else entry.path
        result.append(replace(entry, path=_free(path, taken)))
    return sorted(result, key=_order)


def _order(entry: Input) -> tuple[str, str, int]:
    return entry.path, os.path.abspath(entry.file), -1 if entry.member is None else entry.member


def _distinct_names(roots: Iterable[str]) -> dict[str, str]:
    """For each folder the shortest end of its full path that no other of them has."""
    parts = {root: tuple(part for part in Path(os.path.abspath(root)).parts if part != os.sep) for root in roots}
    names: dict[str, str] = {}
    for root, own in parts.items():
        others = [other for other in parts.values() if other != own]
        length = next(
            (n for n in range(1, len(own)) if all(other[-n:] != own[-n:] for other in others)),
            len(own),
        )
        names[root] = unicodedata.normalize("NFC", "/".join(own[-length:]))
    return names


def _free(path: str, taken: set[str]) -> str:
    """The path, or `name (2)` where two files of one archive or folder have the same name."""
    free, number = path, 1
    while free in taken:
        number += 1
        free = f"{path} ({number})"
    taken.add(free)
    return free
