"""A table by what it holds: one of a single role, or two where money stands beside targets or beside a schedule."""

from __future__ import annotations

from pledgecards.extract.grid.roles.mixed import parted, unit_of_targets
from pledgecards.extract.grid.roles.mixed_schedules import parted_schedule
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary


def by_role(role: str, table: Table, unit: str | None, vocabulary: Vocabulary) -> list[tuple[str, Table, str | None]]:
    """The parts of a table of this role, each with its own role and unit note; the money last where it stands beside something else."""
    if role == "schedule":
        both, first = parted_schedule(table, vocabulary), "schedule"
    else:
        both, first = parted(table, vocabulary, role) if role in ("budget", "indicators") else None, "indicators"
    if both is None:
        return [(role, table, unit)]
    return [(first, both[0], unit_of_targets(unit, vocabulary)), ("budget", both[1], unit)]
