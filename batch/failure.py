"""The rows of a file that could not be read: its document, and the issue that says why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from pledgecards.schemas.codes import severity_of
from pledgecards.schemas.tables import TABLES


@dataclass(frozen=True, slots=True)
class Content:
    """What is known of a file's bytes. `document_id` stands for the path where the bytes could not be read."""

    document_id: str
    size: int | None = None
    media_type: str | None = None


def unread(path: str) -> Content:
    """A file whose bytes could not be read: its identity is its path."""
    return Content(hashlib.sha256(path.encode()).hexdigest())


def failed_rows(content: Content, code: str, message: str, raw: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table for a file that failed. message: one Korean sentence."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    rows["documents"].append(
        {
            "document_id": content.document_id,
            "path": "",
            "media_type": content.media_type,
            "size_bytes": content.size,
            "status": "failed",
            "error": message,
            "cards": 0,
        }
    )
    rows["issues"].append(
        {
            "document_id": content.document_id,
            "severity": severity_of(code),
            "code": code,
            "table_name": "documents",
            "field": "status",
            "message": message,
            "raw": raw,
        }
    )
    return rows
