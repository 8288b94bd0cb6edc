"""Pictures of pages: small, named by the bytes they come from, so that a second run has nothing to draw."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
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


@dataclass(frozen=True, slots=True)
class Order:
    """Pages (from 1) of a document that are to be drawn, with its bytes."""

    document_id: str
    data: bytes
    pages: tuple[int, ...]


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
        image = (
            bitmap.to_pil()
            .convert("RGB")
            .quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        )
    finally:
        bitmap.close()
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    image.save(draft, "PNG", optimize=False)
    os.replace(draft, place)


class Studio:
    """Draws the pages of many documents on worker processes: a page that kills its worker costs only its own document."""

    def __init__(self, folder: Path, jobs: int) -> None:
        self._folder = folder
        self._jobs = jobs

    def draw(self, orders: Iterable[Order]) -> Iterator[tuple[str, dict[int, Picture]]]:
        """(document_id, what was drawn) for each order, in order. Few orders are open at a time: they hold whole files."""
        pool = self._pool(self._jobs)
        waiting: deque[tuple[Order, Future[dict[int, Picture]]]] = deque()
        try:
            for order in orders:
                try:
                    future = self._submit(pool, order)
                except BrokenProcessPool:
                    pool.shutdown(cancel_futures=True)
                    pool = self._pool(self._jobs)
                    future = self._submit(pool, order)
                waiting.append((order, future))
                if len(waiting) > 2 * self._jobs:
                    yield self._result(*waiting.popleft())
            while waiting:
                yield self._result(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _result(self, order: Order, future: Future[dict[int, Picture]]) -> tuple[str, dict[int, Picture]]:
        try:
            return order.document_id, future.result()
        except (BrokenProcessPool, CancelledError):
            # One of those that were open ended the worker; alone it shows which.
            with self._pool(1) as pool:
                try:
                    return order.document_id, self._submit(pool, order).result()
                except BrokenProcessPool:
                    return order.document_id, {}

    def _submit(self, pool: ProcessPoolExecutor, order: Order) -> Future[dict[int, Picture]]:
        if not order.pages:
            nothing: Future[dict[int, Picture]] = Future()
            nothing.set_result({})
            return nothing
        return pool.submit(page_pictures, order.data, order.pages, self._folder / order.document_id[:12])

    @staticmethod
    def _pool(jobs: int) -> ProcessPoolExecutor:
        # Fresh processes: this one may hold threads of Arrow, which a fork would not survive.
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
