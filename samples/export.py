"""Text as `pdftotext -layout` takes it out of a PDF: columns kept by white space, lines as they were set."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass

from pledgecards.samples.pdf.style import PdfStyle


@dataclass(frozen=True, slots=True)
class ExportStyle:
    """A card printed as PDF and taken out of it as text. Only marks that are glyphs outlive that."""

    pdf: PdfStyle


def print_export(data: bytes) -> bytes:
    """The text of a PDF. Raises FileNotFoundError where pdftotext is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        raise FileNotFoundError("pdftotext is not installed")
    done = subprocess.run(
        [program, "-layout", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True, timeout=60
    )
    return done.stdout
