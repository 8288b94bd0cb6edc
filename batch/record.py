"""What a run leaves written about itself: `run.json` and its entry in `run.log`."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pyarrow as pa

from pledgecards import __version__
from pledgecards.batch.dataset import Receipt
from pledgecards.batch.remote import is_remote
from pledgecards.batch.result import Result
from pledgecards.batch.settings import Settings, program


def places_of(arguments: Sequence[str], out: Path) -> list[str]:
    """The arguments of a run as they are found from the dataset's folder, so that both may be moved together."""
    return ["@" * listed + _from(out, argument[listed:]) for argument, listed in map(_listed, arguments)]


def _listed(argument: str) -> tuple[str, bool]:
    return argument, argument.startswith("@") and not os.path.lexists(argument)


def _from(out: Path, argument: str) -> str:
    if is_remote(argument):
        return argument
    try:
        return os.path.relpath(argument, out)
    except ValueError:  # another drive of Windows
        return os.path.abspath(argument)


def run_record(settings: Settings, jobs: int, began: datetime, result: Result, places: Sequence[str] = ()) -> str:
    """The text of `run.json`: version, options, inputs (seen from the dataset's folder), counts and timings."""
    counts = result.counts
    record = {
        "version": __version__,
        "program": program(),
        "python": platform.python_version(),
        "pyarrow": pa.__version__,
        "options": settings.options() | {"jobs": jobs},
        "inputs": list(places),
        "counts": {
            "files": counts.documents.total(),
            "read": result.read,
            "known": result.known,
            "documents": dict(sorted(counts.documents.items())),
            "rows": dict(counts.rows),
            "issues": dict(sorted(counts.issues.items())),
            "corrections": dict(sorted(counts.corrections.items())),
        },
        "timings": {
            "started": began.isoformat(timespec="seconds"),
            "finished": (began + timedelta(seconds=result.seconds)).isoformat(timespec="seconds"),
            "seconds": round(result.seconds, 3),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def run_log(began: datetime, result: Result, receipts: Sequence[Receipt]) -> str:
    """The entry of a run: a line for it, and one for every file that is not ok."""
    when = began.isoformat(timespec="seconds")
    counts = ", ".join(f"{status} {count}" for status, count in sorted(result.counts.documents.items()))
    lines = [f"{when} pledgecards {__version__}: {len(receipts)} files in {result.seconds:.1f} s ({counts})"]
    for receipt in receipts:
        document = receipt.summary.document
        if document["status"] != "ok":
            codes = ", ".join(code for code in receipt.summary.issues if code.startswith(("file.", "page.")))
            # A name may hold a newline, which would look like another entry.
            lines.append(
                f"{when}   {document['status']} {json.dumps(receipt.path, ensure_ascii=False)} {codes}".rstrip()
            )
    return "\n".join(lines) + "\n"
