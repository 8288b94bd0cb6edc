"""Characters of pages of which something is to be told, each with the text object that draws it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pledgecards.extract.pdf.affine import Matrices
from pledgecards.extract.pdf.pdfium import calls
from pledgecards.extract.pdf.pdfium.calls import Numbers
from pledgecards.extract.pdf.pdfium.letters import Letters
from pledgecards.extract.pdf.pdfium.runs import TextRuns
from pledgecards.extract.record import record


@record
class Kept:
    """So many characters in the order drawn.

    letters  all characters of the pages.
    places   (n,) which of them these are.
    codes    (n,) their code points.
    run      (n,) the text object that draws each, as a place in `runs`.
    roots    of each page the matrix from its own space to the page as displayed.
    """

    letters: Letters
    places: NDArray[np.int64]
    codes: NDArray[np.uint32]
    run: NDArray[np.int64]
    runs: TextRuns
    roots: Matrices

    @property
    def pages(self) -> NDArray[np.int64]:
        """(n,) the page of each."""
        return np.asarray(self.runs.pages[self.run])

    def some(self, which: NDArray[Any]) -> Kept:
        """Some of them: those at these indexes, or those where it is true."""
        return Kept(self.letters, self.places[which], self.codes[which], self.run[which], self.runs, self.roots)

    def ask(self, call: calls.Call) -> Numbers:
        """What a call says of each."""
        return self.letters.ask(call, self.places)

    def fill(self, writer: calls.Writer) -> NDArray[Any]:
        """What a call writes for each; a row for each."""
        return self.letters.fill(writer, self.places)
