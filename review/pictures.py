"""Pictures of pages: small, named by the bytes they come from, so that a second run has nothing to draw."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
_MOST_PIXELS = 2200
_COLOURS = 24


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture: its file name and the size of the page in points."""

    name: str
    width: float
    height: float


def page_pictures(data: bytes, pages: Iterable[int], folder: Path) -> dict[int, Picture]:
    """Draws pages (from 1) of a PDF into the folder, but for those drawn before. Pages that cannot be drawn are left out."""
    pictures: dict[int, Picture] = {}
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return pictures
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in pages:
            if 1 <= number <= len(document):
                picture = _picture(document, number, folder)
                if picture is not None:
                    pictures[number] = picture
    finally:
        document.close()
    return pictures


def _picture(document: pypdfium2.PdfDocument, number: int, folder: Path) -> Picture | None:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            return None
        place = folder / f"{number}.png"
        if not place.exists():
            _draw(page, max(width, height), place)
        return Picture(place.name, width, height)
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return None
    finally:
        page.close()


def _draw(page: pypdfium2.PdfPage, longest: float, place: Path) -> None:
    scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, _MOST_PIXELS / longest)
    bitmap = page.render(scale=scale)
    try:
        # Few colours are enough to see shades and coloured marks, and a quarter of the bytes.
        image = bitmap.to_pil().convert("RGB").quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    finally:
        bitmap.close()
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    image.save(draft, "PNG", optimize=False)
    os.replace(draft, place)


class Studio:
    """Draws the pages of many documents on worker processes: a page that kills its worker costs no more than its document."""

    def __init__(self, folder: Path, jobs: int) -> None:
        self._folder = folder
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def draw(self, document_id: str, data: bytes, pages: list[int]) -> Future[dict[int, Picture]]:
        """Begins to draw pages of a document into the folder named by its first 12 digits."""
        place = self._folder / document_id[:12]
        try:
            return self._open().submit(page_pictures, data, pages, place)
        except BrokenProcessPool:
            self.close()
            return self._open().submit(page_pictures, data, pages, place)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fresh process: the parent may hold threads of Arrow, which a fork would not survive.
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
        return self._pool

    def close(self) -> None:
        """Ends the workers."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def drawn(future: Future[dict[int, Picture]]) -> dict[int, Picture]:
    """What was drawn; nothing where the worker was lost."""
    try:
        return future.result()
    except BrokenProcessPool:
        return {}
