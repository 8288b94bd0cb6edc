"""What is measured against one another: each reads the PDF at a path, all of it, and tells what that cost.

The cost is processor time, of all threads and of every process started for it: what else the machine does counts little.
"""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pdfplumber

from pledgecards.convert import convert_bytes
from pledgecards.extract.pdf import loops, open_pdf
from pledgecards.extract.pdf.loops import SlowLoops

Read = Callable[[Path], float]
BASE = "pdfplumber"
"""All others are told as so many times as fast as this one."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """name: for the table. does: what it is made to do, one sentence. read: does it to one file, and gives the
    seconds of processor time."""

    name: str
    does: str
    read: Read


def contestants() -> tuple[list[Contestant], list[str]]:
    """Those that can be run here, the slow one that all are compared with first; and why the others cannot."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    found = [
        Contestant(BASE, "`extract_text()` and `extract_tables()` of every page", _within(_pdfplumber)),
        Contestant(
            "whole conversion", "`convert_bytes`: from the file's bytes to the rows of all tables", _within(_convert)
        ),
        Contestant("reader alone", "our PDF reader: glyphs, rules, fills and shapes of every page", _within(_reader)),
    ]
    missing = []
    if isinstance(loops.LOOPS, SlowLoops):
        missing.append(
            "conversion with the reader's loops compiled: no C compiler was found when the package was built."
        )
    else:
        does = "the whole conversion in a package that was built without a C compiler: the reader's loops are Python's"
        found.append(Contestant("without a compiler", does, _within(_uncompiled)))
    program = shutil.which("pdftotext")
    if program is None:
        missing.append("`pdftotext` (poppler-utils) is not installed.")
    else:
        does = "`pdftotext -bbox-layout`, started anew for every file; words and boxes, no tables"
        found.append(Contestant("pdftotext", does, lambda path: _run(program, "-bbox-layout", str(path), "-")))
    for maker in (_kordoc, _opendataloader):
        made = maker()
        if isinstance(made, str):
            missing.append(made)
        else:
            found.append(made)
    return found, missing


def _pdfplumber(path: Path) -> None:
    with pdfplumber.open(io.BytesIO(path.read_bytes())) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def _convert(path: Path) -> None:
    convert_bytes(path.read_bytes(), path.name)


def _uncompiled(path: Path) -> None:
    compiled, loops.LOOPS = loops.LOOPS, SlowLoops()
    try:
        _convert(path)
    finally:
        loops.LOOPS = compiled


def _reader(path: Path) -> None:
    with open_pdf(path.read_bytes()) as document:
        for _ in document.pages():
            pass


def _within(work: Callable[[Path], None]) -> Read:
    """What work in this process costs."""

    def read(path: Path) -> float:
        begun = time.process_time()
        work(path)
        return time.process_time() - begun

    return read


def _run(*command: str) -> float:
    """What a command costs, its start included."""
    begun = _spent_by_commands()
    subprocess.run(command, capture_output=True, check=True, timeout=600)
    return _spent_by_commands() - begun


def _spent_by_commands() -> float:
    """The processor time of all commands that have ended so far; where the system does not tell it (Windows), the time of day.

    In microseconds: the shortest commands are over within one tick of the clock that `os.times` goes by.
    """
    if sys.platform == "win32":
        return time.perf_counter()
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _kordoc() -> Contestant | str:
    """kordoc in one Node process that stays, so that no start is counted; looked for in bench/node_modules."""
    node, folder = shutil.which("node"), Path(__file__).parent
    if node is None or not (folder / "node_modules" / "kordoc").exists():
        return "kordoc is not installed (`npm install --prefix bench kordoc`)."
    server = subprocess.Popen(
        [node, str(folder / "kordoc.mjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def read(path: Path) -> float:
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(f"{path}\n")
        server.stdin.flush()
        answer = server.stdout.readline().strip()
        if not answer.startswith("read "):
            raise RuntimeError(f"kordoc: {answer or 'it ended'}")
        return float(answer.split()[1])

    return Contestant("kordoc", "`parse` to Markdown, in a Node process that stays", read)


def _opendataloader() -> Contestant | str:
    if shutil.which("java") is None or find_spec("opendataloader_pdf") is None:
        return "opendataloader-pdf is not installed (`pip install opendataloader-pdf`; it needs Java 11)."

    def read(path: Path) -> float:
        with tempfile.TemporaryDirectory() as folder:
            code = "import sys, opendataloader_pdf as o; o.convert(sys.argv[1], output_dir=sys.argv[2], format='json', quiet=True)"
            return _run(sys.executable, "-c", code, str(path), folder)

    return Contestant("opendataloader", "to JSON; a Java process started anew for every file", read)
