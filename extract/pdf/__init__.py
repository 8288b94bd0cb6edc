"""Opening a PDF: its pages one after the other, as canvases, whatever state the file is in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import Protocol, Self

from pledgecards.extract.document import Notice, Unreadable
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.clues import may_hide_layers
from pledgecards.extract.pdf.pdfium.attachments import attachments_notice
from pledgecards.extract.pdf.pdfium.nesting import may_multiply
from pledgecards.extract.pdf.pdfium.reader import PdfiumFile
from pledgecards.extract.pdf.streams import damage_notice

READERS = ("pdfium", "pdfplumber")

_BLANK = b" \t\r\n\f\0"
_HOPELESS = 20
"""After so many unreadable pages in a row the rest of a file is given up: page counts are claims that files may make up."""

_UNKNOWN = "\ufffd"
_MANY = 100
"""One glyph without a meaning among so many may be a bullet or a picture of some font; more are looked up the other way."""
_VAIN = 3
"""So many pages of a file are looked up the other way in vain, and no more."""

_UNSHOWN = "{}쪽의 입력란·주석 {}개는 보이는 모양 없이 값만 들어 있어 읽지 못했습니다. 인쇄 기능으로 새 PDF를 만들어 넣어 주십시오."


class _File(Protocol):
    @property
    def page_count(self) -> int: ...

    @property
    def repaired(self) -> bool: ...

    @property
    def attachments(self) -> list[str]: ...

    @property
    def unshown(self) -> dict[int, tuple[str, ...]]: ...

    def read_page(self, number: int) -> tuple[Canvas, bool]: ...

    def close(self) -> None: ...


class PdfFile:
    """An open PDF, to be closed (or used as a context manager).

    page_count  how many pages the file says it has
    notices     what there is to say about the file so far (`file.attachments`, `file.repaired`, `file.corrupt`, `page.fallback`,
                `page.truncated`); grows while pages are read
    """

    def __init__(self, data: bytes, reader: str = "pdfium") -> None:
        if reader not in READERS:
            raise ValueError(f"unknown PDF reader: {reader}")
        self._data = data
        self._reader = reader
        self._spare: _File | None = None
        self._spare_failed = False
        self._vain = 0
        self.notices: list[Notice] = []
        self._file, repaired = self._open()
        self.page_count = self._file.page_count
        if not self.page_count:
            self.close()
            raise Unreadable("file.damaged", "PDF에 읽을 수 있는 쪽이 하나도 없습니다.")
        self.notices += attachments_notice(self._file.attachments)
        if repaired:
            self.notices.append(Notice("file.repaired", "PDF의 일부가 손상되어 복구한 뒤 읽었습니다."))
        self.notices += damage_notice(data)

    def _open(self) -> tuple[_File, bool]:
        if self._reader == "pdfplumber":
            plumber = _plumber(self._data)
            return plumber, plumber.repaired
        if may_hide_layers(self._data) or may_multiply(self._data):
            # pdfium lists what stands in layers that are switched off like anything else, and draws forms as often as they are named.
            with suppress(Unreadable):
                plumber = _plumber(self._data)
                if plumber.page_count:
                    return plumber, plumber.repaired
        try:
            pdfium = PdfiumFile(self._data)
            if pdfium.page_count:
                return pdfium, pdfium.repaired
            pdfium.close()
        except Unreadable as error:
            if error.code == "file.encrypted":
                raise
        return _plumber(self._data), True

    def pages(self) -> Iterator[Canvas | Notice]:
        """Every page in order: its canvas, or why it could not be read (`page.failed`). One bad page never stops the rest."""
        failed = 0
        for number in range(1, self.page_count + 1):
            page = self._read(number)
            yield page
            failed = failed + 1 if isinstance(page, Notice) else 0
            if failed >= _HOPELESS and number < self.page_count:
                yield Notice(
                    "page.failed", f"{number + 1}쪽부터 {self.page_count}쪽까지는 읽기를 그만두었습니다.", number + 1
                )
                return

    def _read(self, number: int) -> Canvas | Notice:
        try:
            canvas, truncated = self._file.read_page(number)
            fallback = self._read_for_letters(canvas)
        except Exception:  # noqa: BLE001  (a page may break a reader in any way; the other reader has its turn)
            fallback = self._read_with_spare(number)
            if fallback is None:
                return Notice("page.failed", f"{number}쪽을 읽지 못했습니다.", number)
        if fallback is not None:
            canvas, truncated = fallback
            self.notices.append(Notice("page.fallback", f"{number}쪽을 다른 방법으로 읽었습니다.", number))
        self._tell_unshown(number)
        if truncated:
            self.notices.append(
                Notice(
                    "page.truncated", f"{number}쪽은 그려진 것이 너무 많거나 쪽이 너무 커서 일부만 읽었습니다.", number
                )
            )
        return canvas

    def _read_for_letters(self, canvas: Canvas) -> tuple[Canvas, bool] | None:
        """The page of a canvas as the other reader reads it, where many of its glyphs have no meaning and nearly all of them have one then:
        what a font's own file says of them, and what the file says of each glyph of a word (`ActualText`), pdfium does not ask."""
        unknown = canvas.text.count(_UNKNOWN)
        if not unknown * _MANY > len(canvas.text) or self._vain >= _VAIN:
            return None
        other = self._read_with_spare(canvas.number)
        # Fewer characters: what shows something has a meaning there that shows nothing.
        if (
            other is None
            or other[0].text.count(_UNKNOWN) * 10 > unknown
            or len(other[0].text.replace(" ", "")) < len(canvas.text.replace(" ", ""))
        ):
            self._vain += 1
            return None
        return other

    def _tell_unshown(self, number: int) -> None:
        """Tells of what fields and other annotations of a page say that cannot be seen, as the reader that read it found."""
        found = [file.unshown.pop(number, ()) for file in (self._file, self._spare) if file is not None]
        # What they say is not told: it may be a person's name or number.
        words = next(filter(None, reversed(found)), ())
        if words:
            self.notices.append(Notice("text.unclaimed", _UNSHOWN.format(number, len(words)), number))

    def _read_with_spare(self, number: int) -> tuple[Canvas, bool] | None:
        if not isinstance(self._file, PdfiumFile) or self._spare_failed:
            return None
        try:
            if self._spare is None:
                self._spare = _plumber(self._data)
            return self._spare.read_page(number)
        except Unreadable:
            self._spare_failed = True
            return None
        except Exception:  # noqa: BLE001  (as above)
            return None

    def close(self) -> None:
        """Closes the file; pages can no longer be read."""
        self._file.close()
        if self._spare is not None:
            self._spare.close()
        self._data = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_pdf(data: bytes, reader: str = "pdfium") -> PdfFile:
    """Opens the bytes of a PDF with one of `READERS`.

    Raises Unreadable: `file.empty` (no bytes, or only white space), `file.encrypted` (it asks for a password; a file that
    opens without one is read), `file.damaged` (no page can be found). Raises ValueError for another reader's name.
    """
    if not data[:1024].strip(_BLANK) and not data.strip(_BLANK):
        raise Unreadable("file.empty", "파일이 비어 있습니다.")
    return PdfFile(data, reader)


def _plumber(data: bytes) -> _File:
    # pdfplumber takes as long to load as a card takes to read, and most files never need it.
    from pledgecards.extract.pdf.plumber.reader import PlumberFile

    return PlumberFile(data)
