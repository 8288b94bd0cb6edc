"""What a run came to, for whoever tells it: the record on disk and the summary in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pledgecards.batch.dataset import Counts


@dataclass(frozen=True, slots=True)
class Result:
    """How a run went. read: files that were read in this run; known: those that were known from an earlier one."""

    out: Path
    counts: Counts
    read: int
    known: int
    seconds: float
    worst_file: str | None

    @property
    def complete(self) -> bool:
        """Whether every file was read (or skipped with reason)."""
        return not (self.counts.documents["failed"] or self.counts.documents["partial"])
