"""The fonts of the samples: NanumGothic (Open Font License) for Korean, DejaVu Sans for signs that it lacks.

Their files are located by package name, so that nothing of those packages is imported.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import distribution

from fontTools.ttLib import TTFont as FontFile  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

REGULAR, BOLD, SIGNS, FIGURES = "Nanum", "NanumBold", "Signs", "Figures"
_FILES = {
    REGULAR: ("koreanize-matplotlib", "NanumGothic.ttf"),
    BOLD: ("koreanize-matplotlib", "NanumGothicBold.ttf"),
    SIGNS: ("matplotlib", "DejaVuSans.ttf"),
    FIGURES: ("matplotlib", "DejaVuSans.ttf"),
}
PRIVATE = {"✓": "\uf0fc", "☑": "\uf0fe", "☐": "\uf0a8", "■": "\uf06e", "□": "\uf071", "○": "\uf0a1", "●": "\uf06c"}
"""Private Use characters that word processors write for signs of their own fonts."""
CONTROL_SPACE = "\x03"
"""What a space decodes to where its font maps it to a control character."""


def path(name: str) -> str:
    """Where the font's file lies."""
    package, file = _FILES[name]
    files = distribution(package).files or []
    return str(next(f.locate() for f in files if f.name == file))


@cache
def register() -> None:
    """Make the fonts known to reportlab, each also under Private Use and control characters."""
    for name in _FILES:
        pdfmetrics.registerFont(TTFont(name, _with_private(path(name))))


def _with_private(file: str) -> io.BytesIO:
    """The font with further characters that show the glyphs of their plain twins."""
    font = FontFile(file)
    extra = {private: plain for plain, private in PRIVATE.items()} | {CONTROL_SPACE: " "}
    for table in font["cmap"].tables:
        if table.isUnicode():
            for char, twin in extra.items():
                if ord(twin) in table.cmap:
                    table.cmap[ord(char)] = table.cmap[ord(twin)]
    stream = io.BytesIO()
    font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(stream)
    stream.seek(0)
    return stream


def copy(name: str, to: str) -> None:
    """Write the font to a file, without its sources' leftover tables, at which browsers balk."""
    font = FontFile(path(name), recalcTimestamp=False)
    for number in (0, 1, 2, 3, 5):
        if f"TSI{number}" in font:
            del font[f"TSI{number}"]
    font.save(to)


@cache
def has(name: str, char: str) -> bool:
    """Whether the font shows the character."""
    register()
    return ord(char) in pdfmetrics.getFont(name).face.charToGlyph


@cache
def width(name: str, char: str) -> float:
    """The advance of a character at size 1."""
    register()
    return float(pdfmetrics.stringWidth(char, name, 1000)) / 1000
