"""The loops over a C library: compiled or through ctypes, they do the same."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from sheaf import ALL, assert_same, bound, seen

from pledgecards.extract.pdf import loops as loops_in_use
from pledgecards.extract.pdf.loops import ADDRESS, INT, UNSIGNED, Loops, SlowLoops

try:
    from pledgecards.extract.pdf import _loops
except ImportError:
    _loops = None  # type: ignore[assignment]

COMPILED = pytest.param(_loops, marks=pytest.mark.skipif(_loops is None, reason="built without a C compiler"))
BOTH = pytest.mark.parametrize("loops", [COMPILED, SlowLoops()], ids=["compiled", "ctypes"])
MANY = np.arange(1, 2501, dtype=np.int64) * 16
"""More owners than the scratch of the slow loops has rows."""


def library(result: Any, *arguments: Any) -> Callable[[Callable[..., Any]], int]:
    """A C function made of one of Python's: its address."""

    def made(function: Callable[..., Any]) -> int:
        callback = ctypes.CFUNCTYPE(result, *arguments)(function)
        KEPT.append(callback)
        return ctypes.cast(callback, ctypes.c_void_p).value or 0

    return made


KEPT: list[object] = []
POINTER, FLOATS = ctypes.c_void_p, ctypes.POINTER(ctypes.c_float)


def answers(loops: Loops, function: int, result: int, *ints: Any) -> list[int]:
    found = np.empty(len(MANY), np.int64)
    first, second = (*ints, None, None)[:2]
    loops.ask(function, result, MANY, first, second, found)
    return found.tolist()


@BOTH
def test_each_owner_is_asked_in_turn(loops: Loops) -> None:
    half = library(ctypes.c_int, POINTER)(lambda owner: owner // 16 - 2000)
    assert answers(loops, half, INT) == list(range(-1999, 501))


@BOTH
def test_numbers_without_a_sign_and_addresses_keep_their_size(loops: Loops) -> None:
    high = library(ctypes.c_uint, POINTER)(lambda owner: 0xFFFF0000 + owner // 16)
    far = library(ctypes.c_size_t, POINTER)(lambda owner: 0x7FFF_0000_0000 + owner)
    assert answers(loops, high, UNSIGNED)[:2] == [0xFFFF0001, 0xFFFF0002]
    assert answers(loops, far, ADDRESS)[:2] == [0x7FFF_0000_0010, 0x7FFF_0000_0020]


@BOTH
def test_one_and_two_ints_pass_with_their_owner(loops: Loops) -> None:
    numbers = np.arange(len(MANY), dtype=np.int32)
    plus = library(ctypes.c_int, POINTER, ctypes.c_int)(lambda owner, one: owner + one)
    minus = library(ctypes.c_int, POINTER, ctypes.c_int, ctypes.c_int)(lambda owner, one, two: one - two)
    assert answers(loops, plus, INT, numbers)[:3] == [16, 33, 50]
    assert answers(loops, minus, INT, numbers, numbers * 2)[:3] == [0, -1, -2]


@BOTH
@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("outs", [1, 2, 4])
def test_what_is_written_stands_in_the_row_of_its_owner(loops: Loops, outs: int, numbered: bool) -> None:
    def write(owner: int, *rest: Any) -> int:
        number, places = (rest[0], rest[1:]) if numbered else (0, rest)
        if owner % 3 == 0:
            return 0
        for place in range(4):
            # Through one pointer all four are written one behind the other; else each has its part of them.
            out = place * outs // 4
            places[out][place - out * 4 // outs] = owner + place + number / 2
        return 1

    given = [ctypes.c_int] if numbered else []
    function = library(ctypes.c_int, POINTER, *given, *[FLOATS] * outs)(write)
    numbers = np.arange(len(MANY), dtype=np.int32) if numbered else None
    found = np.zeros((len(MANY), 4), np.float32)
    loops.fill(function, MANY, numbers, outs, found)
    for row in (0, 1, 2, 1500, 2499):
        owner, half = (row + 1) * 16, row / 2 if numbered else 0
        assert found[row].tolist() == ([0.0] * 4 if owner % 3 == 0 else [owner + place + half for place in range(4)])


@BOTH
def test_memory_is_gathered_piece_by_piece(loops: Loops) -> None:
    text = ctypes.create_string_buffer(b"pledge cards")
    first = ctypes.addressof(text)
    found = np.empty(9, np.uint8)
    loops.gather(np.array([first + 7, first, first]), np.array([4, 0, 5]), found)
    assert found.tobytes() == b"cardpledg"


@BOTH
def test_nothing_is_asked_for_no_owners(loops: Loops) -> None:
    nobody, fault = np.empty(0, np.int64), library(ctypes.c_int, POINTER)(lambda owner: 1 // 0)
    loops.ask(fault, INT, nobody, None, None, np.empty(0, np.int64))
    loops.fill(fault, nobody, None, 2, np.empty((0, 2), np.float32))
    loops.gather(nobody, nobody, np.empty(0, np.uint8))


@pytest.mark.skipif(_loops is None, reason="built without a C compiler")
def test_arrays_whose_lengths_do_not_fit_are_refused() -> None:
    function = library(ctypes.c_int, POINTER)(lambda owner: 1)
    few = np.empty(3, np.int64)
    with pytest.raises(ValueError, match="lengths"):
        _loops.ask(function, INT, MANY, None, None, few)
    with pytest.raises(ValueError, match="lengths"):
        _loops.ask(function, INT, few, np.zeros(2, np.int32), None, few)
    with pytest.raises(ValueError, match="lengths"):
        _loops.fill(function, few, None, 3, np.zeros((3, 3), np.float32))
    with pytest.raises(ValueError, match="lengths"):
        _loops.fill(function, few, None, 4, np.zeros((3, 2), np.uint8))
    with pytest.raises(ValueError, match="lengths"):
        _loops.gather(np.array([1]), np.array([-1]), np.empty(0, np.uint8))
    with pytest.raises(TypeError):
        _loops.ask(function, INT, "not an array", None, None, few)


def test_pages_are_read_alike_with_and_without_a_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    read = seen(bound(ALL))
    monkeypatch.setattr(loops_in_use, "LOOPS", SlowLoops())
    for one, two in zip(read, seen(bound(ALL)), strict=True):
        assert_same(one, two)
