"""What a person is told at the end of a run."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence

from pledgecards.batch.progress import duration
from pledgecards.batch.result import Result
from pledgecards.batch.run import Stopped
from pledgecards.language import _, chosen
from pledgecards.schemas.captions import (
    code_caption,
    code_meaning,
    severity_caption,
    status_caption,
    table_caption,
    value_caption,
)
from pledgecards.schemas.codes import CODES, SEVERITIES
from pledgecards.schemas.core_tables import STATUSES
from pledgecards.schemas.correction_table import STATES
from pledgecards.schemas.tables import TABLES
from pledgecards.terminal.grid import aligned

_MOST_CODES = 20


def summary(result: Result, options: Sequence[str] = ()) -> str:
    """Counts by status, by table and by issue code, and the command that shows what to look at first.

    options  those of the run that `inspect` needs, to read that file as the run did.
    """
    counts = result.counts
    total = counts.documents.total()
    known = _(", {count:,} known from an earlier run").format(count=result.known) if result.known else ""
    head = _("{total:,} files in {time}{known} → {out}")
    parts = [head.format(total=total, time=duration(result.seconds), known=known, out=result.out), ""]
    statuses = [
        ("  " + status_caption(status), f"{counts.documents[status]:,}")
        for status in STATUSES
        if counts.documents[status]
    ]
    parts += [*aligned(statuses, right={1}), ""]
    parts += [*_tables(result), ""]
    parts += _issues(result)
    if result.worst_file is not None:
        inspect = f"pledgecards inspect {_quoted(result.worst_file, *options)}"
        parts += ["", _("Look at the worst first:  {command}").format(command=inspect)]
    if counts.corrections:
        states = ", ".join(
            _("{count:,} {state}").format(
                count=counts.corrections[state], state=value_caption("corrections", "state", state)
            )
            for state in STATES
            if counts.corrections[state]
        )
        parts += ["", _("Corrections: {states}").format(states=states)]
    if not result.complete:
        parts += [_("Files that failed are listed in {log}.").format(log=result.out / "run.log")]
    return "\n".join(parts)


def _quoted(*words: str) -> str:
    """Arguments as the shell of this system takes them."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _tables(result: Result) -> list[str]:
    # In English the name says what the table is.
    korean = chosen() == "ko"
    rows = [(f"  {name}", f"{result.counts.rows[name]:,}", table_caption(name) if korean else "") for name in TABLES]
    return aligned(rows, right={1})


def _gist(code: str) -> str:
    """An issue code beside its own name: in English, where that name says it already, what it means."""
    return code_caption(code) if chosen() == "ko" else code_meaning(code)


def _issues(result: Result) -> list[str]:
    issues = result.counts.issues
    if not issues:
        return [_("No issues.")]
    ordered = sorted(issues, key=lambda code: (SEVERITIES.index(CODES[code].severity), -issues[code], code))
    rows = [
        (f"  {severity_caption(CODES[code].severity)}", code, f"{issues[code]:,}", _gist(code))
        for code in ordered[:_MOST_CODES]
    ]
    lines = [_("Issues"), *aligned(rows, right={2})]
    if len(ordered) > _MOST_CODES:
        more = _("and {count} more kinds").format(count=len(ordered) - _MOST_CODES)
        lines.append(f"  {more}")
    return lines


def stopped(stop: Stopped) -> str:
    """What a person who pressed Ctrl-C is told."""
    message = _(
        "Stopped: {done:,} of {total:,} files are read and kept; the published dataset is unchanged.\n"
        "Run the same command again to go on from here, or with --fresh to start over."
    )
    return message.format(done=stop.done, total=stop.total)
