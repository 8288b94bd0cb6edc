"""What is measured: cards of several producers, and books made of their pages."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

SAMPLES = Path(__file__).parents[1] / "samples" / "cards"
CARDS = ("reference-1", "form-1", "glyphwise-1", "named-1", "web-1", "web-form-1", "yeongdeungpo-25-reference")


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF to be read: its name, the program that wrote it, and how many pages it has."""

    name: str
    producer: str
    path: Path
    pages: int


def paper(path: Path) -> Paper:
    """The PDF at `path`."""
    document = pypdfium2.PdfDocument(path)
    try:
        return Paper(path.stem, _producer(document), path, len(document))
    finally:
        document.close()


def _producer(document: pypdfium2.PdfDocument) -> str:
    text: str = document.get_metadata_value("Producer")
    # The samples' printer is reportlab, under a name of its own.
    return "ReportLab" if text.startswith(("pledgecards", "ReportLab")) else text.split(" (")[0] or "?"


def cards(folder: Path, few: bool = False) -> Iterator[Paper]:
    """The cards to measure; those of producers that are run here are written to `folder`. few: one card alone."""
    for name in CARDS[:1] if few else CARDS:
        yield paper(SAMPLES / f"{name}.pdf")
    if few:
        return
    for command, made in ((_libreoffice, folder / "libreoffice.pdf"), (_cairo, folder / "cairo.pdf")):
        if command(made):
            yield paper(made)


def _libreoffice(made: Path) -> bool:
    """The real card from HTML, printed by LibreOffice; False where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return False
    from pledgecards.samples.web import WebStyle, html
    from pledgecards.samples.yeongdeungpo import real_card

    page = made.with_suffix(".html")
    # It leaves out borders that only a style sheet gives.
    text = html([real_card()], WebStyle()).replace("<table", '<table border="1" cellspacing="0"')
    page.write_text(text, "utf-8")
    command = [program, "--headless", f"-env:UserInstallation={(made.parent / 'profile').as_uri()}"]
    command += [
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(made.parent),
        str(page),
    ]
    subprocess.run(command, capture_output=True, timeout=180, check=False)
    return made.exists()


def _cairo(made: Path) -> bool:
    """A card as cairo writes it again; False where poppler's pdftocairo is not installed."""
    program = shutil.which("pdftocairo")
    if program is None:
        return False
    command = [program, "-pdf", str(SAMPLES / "coloured-1.pdf"), str(made)]
    subprocess.run(command, capture_output=True, timeout=60, check=False)
    return made.exists()


def book(made: Path, pages: int) -> Paper:
    """A book of so many pages: whole cards of different layouts, over and over, written to `made`."""
    names = ("reference-1", "form-1", "coloured-1", "syllables-1", "web-1", "yeongdeungpo-25-reference")
    sources = [pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf") for name in names]
    whole = pypdfium2.PdfDocument.new()
    share = -(-pages // len(sources))
    for source in sources:
        once = list(range(len(source)))
        # In one call, so that fonts are kept once and not once a card.
        whole.import_pages(source, pages=(once * (share // len(once) + 1))[: min(share, pages - len(whole))])
    stream = io.BytesIO()
    whole.save(stream)
    made.write_bytes(stream.getvalue())
    for document in (whole, *sources):
        document.close()
    return Paper(made.stem, "book", made, pages)
