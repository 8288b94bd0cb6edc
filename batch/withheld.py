"""What earlier runs left in the output folder that shows people whom the next dataset leaves out (`--redact-contacts`)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

SITE = "review"
"""The folder of the review site in that of the dataset."""

PARTS = ("cards", "data", "assets")
"""The folders that the site is written into anew each time."""

PICTURES = "pages"
"""Its folder of pictures of pages, which stay where the pages are the same."""


def shows_people(folder: Path) -> bool:
    """Whether the dataset in a folder was written with the names of people; an unfinished one, of which nothing tells, may be."""
    try:
        record = json.loads((folder / "run.json").read_text("utf-8"))
        return record["options"]["redact_contacts"] is not True
    except (OSError, ValueError, LookupError, TypeError):
        return True


def remove_site(out: Path) -> bool:
    """Removes a review site of a dataset with names: its pages and pictures. Whether there was one; what else lies there stays."""
    site = out / SITE
    if not (site / "data" / "registry.js").exists() or not shows_people(out):
        return False
    for name in (PICTURES, *PARTS):
        shutil.rmtree(site / name, ignore_errors=True)
    (site / "index.html").unlink(missing_ok=True)
    if not any(site.iterdir()):
        site.rmdir()
    return True
