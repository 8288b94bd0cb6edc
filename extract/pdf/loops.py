"""One call into a C library made for a whole array of its objects.

Compiled where the package was built with a C compiler (`_loops.c`): a call then costs what it costs in C. Elsewhere
`SlowLoops` makes the same calls through ctypes, at a third of a microsecond each, which is a third of what reading a page takes.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice, starmap
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ctypes import _CArgObject

Addresses = NDArray[np.int64]
"""Pointers of the library, as numbers."""
Ints: TypeAlias = "NDArray[np.int32] | None"

INT, UNSIGNED, ADDRESS = 0, 1, 2
"""What a function answers with."""

_ANSWERS = {INT: ctypes.c_int, UNSIGNED: ctypes.c_uint, ADDRESS: ctypes.c_size_t}

handle: Callable[[int], _CArgObject] = ctypes.c_void_p.from_param  # type: ignore[assignment]
"""An address as an argument. An int would be cut to 32 bits; a `c_void_p` would be converted anew for every call."""


class Loops(Protocol):
    """The three loops. Arrays are contiguous; one entry an owner."""

    def ask(
        self, function: int, result: int, owners: Addresses, first: Ints, second: Ints, answers: Addresses, /
    ) -> None:
        """Puts into `answers` what the function at an address answers to each owner, with its one or two ints."""

    def fill(self, function: int, owners: Addresses, first: Ints, outs: int, out: NDArray[Any], /) -> None:
        """Has a function write into the row of `out` of each owner, through so many pointers that share the row: 1, 2 or 4."""

    def gather(self, addresses: Addresses, sizes: NDArray[np.int64], out: NDArray[np.uint8], /) -> None:
        """Copies so many bytes from each address, one after the other."""


@cache
def bound(function: int, result: int) -> Callable[..., Any]:
    """The function at an address, for ctypes. Its arguments are ints or made ready (`handle`)."""
    return ctypes.PYFUNCTYPE(_ANSWERS[result])(function)


class SlowLoops:
    """The loops through ctypes."""

    def ask(self, function: int, result: int, owners: Addresses, first: Ints, second: Ints, answers: Addresses) -> None:
        """See `Loops`."""
        arguments: list[Iterable[Any]] = [_handles(owners), *_lists(first, second)]
        answers[:] = np.fromiter(_each(bound(function, result), *arguments), np.int64, len(answers))

    def fill(self, function: int, owners: Addresses, first: Ints, outs: int, out: NDArray[Any]) -> None:
        """See `Loops`."""
        if not len(out):
            return
        scratch, pointers = _scratch(out[:1].nbytes, outs)
        left: list[Iterator[Any]] = [iter(_handles(owners)), *map(iter, _lists(first))]
        rows = out.view(np.uint8)
        for start in range(0, len(out), len(scratch)):
            load = scratch[: len(out) - start]
            load.fill(0)
            deque(_each(bound(function, INT), *(islice(some, len(load)) for some in left), *pointers), 0)
            rows[start : start + len(load)] = load

    def gather(self, addresses: Addresses, sizes: NDArray[np.int64], out: NDArray[np.uint8]) -> None:
        """See `Loops`."""
        memory = b"".join(
            ctypes.string_at(address, size)
            for address, size in zip(addresses.tolist(), sizes.tolist(), strict=True)
            if size
        )
        out[:] = np.frombuffer(memory, np.uint8)


def _handles(owners: Addresses) -> list[_CArgObject]:
    return list(map(handle, owners.tolist()))


def _lists(*numbers: Ints) -> list[list[int]]:
    return [some.tolist() for some in numbers if some is not None]


def _each(function: Callable[..., Any], *arguments: Iterable[Any]) -> Iterable[Any]:
    # `zip` uses its tuple again where `map` would make a new one for every call: a fifth of what a call costs.
    return starmap(function, zip(*arguments))


@cache
def _scratch(row: int, outs: int, rows: int = 1024) -> tuple[NDArray[np.uint8], list[list[_CArgObject]]]:
    """An array of rows of so many bytes, and the pointers to the parts of every row: each is made once, not once a call."""
    scratch = np.zeros((rows, row), np.uint8)
    places = [
        range(scratch.ctypes.data + row // outs * out, scratch.ctypes.data + scratch.nbytes, row) for out in range(outs)
    ]
    return scratch, [list(map(handle, of_one)) for of_one in places]


def _loops() -> Loops:
    try:
        from pledgecards.extract.pdf import _loops
    except ImportError:
        return SlowLoops()
    return _loops


LOOPS: Loops = _loops()
