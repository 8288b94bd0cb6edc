"""What happens in a worker process: one file after the other is read and its part written."""

from __future__ import annotations

import importlib
import traceback
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pyarrow as pa

from pledgecards.batch.failure import Content, failed_rows, unread
from pledgecards.batch.inputs import Input
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.limits import settle
from pledgecards.batch.parts import Rows, Summary
from pledgecards.batch.quota import limit_work
from pledgecards.batch.reading import CannotRead, Source
from pledgecards.batch.settings import Settings
from pledgecards.schemas.vocabulary import Vocabulary

_MIB = 1 << 20
_LARGE = 512 * 1024
_MOST_FILES = 500
"""After so many files a worker gives way to a fresh one, so that what libraries leak never adds up to the limit."""
_SMALL = 64 * 1024
_SMALL_SHARE = 1 / 6
_LEAST_WORK = 5.0
"""Seconds of work that the smallest file may take: the first one of a worker pays for loading the libraries."""
_PAGES_IN_TIME = 200
_MOST_TIMES = 10.0
_LEAST_PAGE = 1024
"""Bytes that no page of a book comes with fewer of: its words, packed, and its entries."""
_MOST_MISSING = 20


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker can be given its first file."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker cannot work at all; `reason` is a traceback."""

    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The bytes are there and are about to be read: should the worker be lost, this is known of the file.

    seconds  how long it may take on the clock.
    work     how many seconds of processor time it may take.
    """

    content: Content
    seconds: float
    work: float


@dataclass(frozen=True, slots=True)
class Done:
    """The part of the file is written (`known`: it was there already). `spent`: the worker has ended, start another."""

    content: Content
    summary: Summary
    known: bool
    spent: bool = False


@dataclass(frozen=True, slots=True)
class NotWritten:
    """The part could not be written: the run cannot go on."""

    number: int | None
    reason: str


def work(connection: Connection, settings: Settings, ledger: Ledger, log: Path) -> None:
    """The life of a worker: it receives inputs (None: the end) and sends the messages above.

    The ledger is the run's own, so that both know the parts by the same names.
    """
    try:
        settle(settings.memory, log)
        # The default pool reserves address space by the gigabyte, which the limit counts.
        pa.set_memory_pool(pa.system_memory_pool())
        convert = converter_of(settings)
        _media_type(b"")  # loads what the first file would otherwise lose its time with
    except Exception:  # noqa: BLE001 - whatever it is, the run must be told
        connection.send(Broken(traceback.format_exc()))
        return
    source = Source(most=settings.memory * _MIB // 4)
    connection.send(Ready())
    files = 0
    while (entry := connection.recv()) is not None:
        files += 1
        answer = _file(entry, source, ledger, convert, settings.timeout, connection)
        if files >= _MOST_FILES and isinstance(answer, Done):
            answer = replace(answer, spent=True)
        connection.send(answer)
        if isinstance(answer, NotWritten) or answer.spent:
            return


def _file(
    entry: Input,
    source: Source,
    ledger: Ledger,
    convert: Callable[[bytes, str], Rows],
    timeout: float,
    connection: Connection,
) -> Done | NotWritten:
    content = unread(entry.path)
    spent = False
    limit_work(timeout)
    try:
        content, data = source.read(entry)
        known = ledger.known(content.document_id)
        if known is not None:
            return Done(content, known, known=True)
        content = replace(content, media_type=_media_type(data))
        reading = Reading(content, *allowance(data, timeout))
        connection.send(reading)
        limit_work(reading.work)
        rows = convert(data, entry.path)
        return _remember(ledger, content, rows)
    except CannotRead as error:
        content = error.content or content
        rows = failed_rows(content, error.code, error.message)
    except MemoryError:
        spent = True
        rows = failed_rows(
            content, "file.memory", "파일을 읽는 데 메모리가 모자랐습니다. 파일을 나누거나 --memory를 늘려 주십시오."
        )
    except Exception as error:  # noqa: BLE001 - no file may stop the run
        rows = failed_rows(content, "file.crash", "읽는 중 예기치 못한 오류로 멈추었습니다.", _where(error))
    return _remember(ledger, content, rows, spent)


def _remember(ledger: Ledger, content: Content, rows: Rows, spent: bool = False) -> Done | NotWritten:
    try:
        return Done(content, ledger.remember(content.document_id, rows), known=False, spent=spent)
    except OSError as error:
        return NotWritten(error.errno, error.strerror or str(error))


def _where(error: Exception) -> str:
    """The kind of the error and the place in the program that it came from: nothing that differs from run to run."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    text = " ".join(f"{type(error).__name__}: {error}{place}".split())[:500]
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def allowance(data: bytes, timeout: float) -> tuple[float, float]:
    """The seconds that a file may take, on the clock and of processor time, where a card may take `timeout`.

    A book of thousands of pages needs longer than a card; what a file only claims to hold buys no time. A small file has all its
    time on the clock, for the machine may be busy, but is read within seconds of work or never.
    """
    if len(data) < _SMALL:
        return timeout, min(timeout, max(_LEAST_WORK, timeout * _SMALL_SHARE))
    if len(data) < _LARGE or b"%PDF-" not in data[:1024]:
        return timeout, timeout
    most = min(int(_MOST_TIMES * _PAGES_IN_TIME), len(data) // _LEAST_PAGE)
    seconds = timeout * max(1.0, _page_count(data, most) / _PAGES_IN_TIME)
    return seconds, seconds


def _page_count(data: bytes, most: int) -> int:
    """How many of the first `most` pages of a PDF are there; a page that is not read yet costs next to nothing."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, ValueError):
        return 0
    found = missing = 0
    try:
        for number in range(min(len(document), most)):
            try:
                document.get_page_size(number)
                found += 1
            except pypdfium2.PdfiumError:
                missing += 1
                if missing > _MOST_MISSING:
                    break
    finally:
        document.close()
    return found


def _media_type(data: bytes) -> str:
    from pledgecards.extract.source import media_type_of

    return media_type_of(data)


def converter_of(settings: Settings) -> Callable[[bytes, str], Rows]:
    """The function that turns (bytes, path) into rows, with the options of the settings."""
    module, name = settings.converter.split(":")
    function: Callable[..., Rows] = getattr(importlib.import_module(module), name)
    vocabulary = Vocabulary.standard() if settings.vocabulary is None else Vocabulary.extended(settings.vocabulary)
    options: Mapping[str, Any] = {
        "cohort": settings.cohort,
        "municipality": settings.municipality,
        "redact_contacts": settings.redact_contacts,
        "reader": settings.reader,
        "vocabulary": vocabulary,
    }
    return lambda data, path: function(data, path, **options)
