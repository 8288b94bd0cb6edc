"""The compiled loops: see `Loops` in `loops.py`, which says what each does."""

from typing import Any

from numpy.typing import NDArray

from pledgecards.extract.pdf.loops import Addresses, Ints

def ask(function: int, result: int, owners: Addresses, first: Ints, second: Ints, answers: Addresses, /) -> None: ...
def fill(function: int, owners: Addresses, first: Ints, outs: int, out: NDArray[Any], /) -> None: ...
def gather(addresses: Addresses, sizes: Addresses, out: NDArray[Any], /) -> None: ...
