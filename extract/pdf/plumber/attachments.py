"""The files that are attached to a PDF, as pdfminer reads the tree of their names."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from pledgecards.extract.pdf.pdfium.attachments import MOST


def plumber_attachments(catalog: Any) -> list[str]:
    """The names of the files attached to a document with this catalog."""
    names = resolve1(catalog.get("Names"))
    waiting = [names.get("EmbeddedFiles")] if isinstance(names, dict) else []
    found: list[str] = []
    for _ in range(MOST):
        node = resolve1(waiting.pop(0)) if waiting else None
        if not isinstance(node, dict):
            continue
        pairs, kids = resolve1(node.get("Names")), resolve1(node.get("Kids"))
        waiting += kids[:MOST] if isinstance(kids, list) else []
        found += map(_name, pairs[1::2]) if isinstance(pairs, list) else []
    return found[:MOST]


def _name(value: Any) -> str:
    """The name of the file that a specification is of: in Unicode, else as it stands."""
    entry = resolve1(value)
    spelled = resolve1(entry.get("UF") or entry.get("F")) if isinstance(entry, dict) else None
    return decode_text(spelled) if isinstance(spelled, bytes) else ""
