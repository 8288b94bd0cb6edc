"""What a person is told at the end of a run."""

from __future__ import annotations

import shlex

from pledgecards.batch.progress import duration
from pledgecards.batch.run import Result, Stopped
from pledgecards.schemas.codes import CODES, SEVERITIES
from pledgecards.schemas.correction_table import STATES
from pledgecards.schemas.tables import TABLES
from pledgecards.terminal.grid import aligned

_MOST_CODES = 20


def summary(result: Result) -> str:
    """Counts by status, by table and by issue code, and the command that shows what to look at first."""
    counts = result.counts
    total = counts.documents.total()
    known = f", {result.known:,} known from an earlier run" if result.known else ""
    parts = [f"{total:,} files in {duration(result.seconds)}{known} → {result.out}", ""]
    statuses = [
        ("  " + status, f"{counts.documents[status]:,}")
        for status in ("ok", "partial", "failed", "skipped")
        if counts.documents[status]
    ]
    parts += [*aligned(statuses, right={1}), ""]
    parts += [*aligned([(f"  {t.name}", f"{counts.rows[t.name]:,}", t.label) for t in TABLES.values()], right={1}), ""]
    parts += _issues(result)
    if result.worst_file is not None:
        parts += ["", f"Look at the worst first:  pledgecards inspect {shlex.quote(result.worst_file)}"]
    if counts.corrections:
        states = ", ".join(f"{counts.corrections[state]:,} {state}" for state in STATES if counts.corrections[state])
        parts += ["", f"Corrections: {states}"]
    if not result.complete:
        parts += [f"Files that failed are listed in {result.out / 'run.log'}."]
    return "\n".join(parts)


def _issues(result: Result) -> list[str]:
    issues = result.counts.issues
    if not issues:
        return ["No issues."]
    ordered = sorted(issues, key=lambda code: (SEVERITIES.index(CODES[code].severity), -issues[code], code))
    rows = [
        (f"  {CODES[code].severity}", code, f"{issues[code]:,}", CODES[code].title) for code in ordered[:_MOST_CODES]
    ]
    lines = ["Issues", *aligned(rows, right={2})]
    if len(ordered) > _MOST_CODES:
        lines.append(f"  and {len(ordered) - _MOST_CODES} more kinds")
    return lines


def stopped(stop: Stopped) -> str:
    """What a person who pressed Ctrl-C is told."""
    return (
        f"Stopped: {stop.done:,} of {stop.total:,} files are read and kept; the published dataset is unchanged.\n"
        "Run the same command again to go on from here, or with --fresh to start over."
    )
