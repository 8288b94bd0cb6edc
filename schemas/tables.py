"""The registry: every table of the dataset, once. Arrow schemas, data package, dictionary and validation come from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pledgecards.schemas.core_tables import CARDS, DOCUMENTS, ISSUES, TABLE_NAMES
from pledgecards.schemas.correction_table import CORRECTIONS
from pledgecards.schemas.field import Table
from pledgecards.schemas.form_tables import BUDGET, CHOICES, INDICATORS, SCHEDULE
from pledgecards.schemas.text_tables import CONTACTS, DATES, EVENTS, ITEMS, QUANTITIES


def _registry(*tables: Table) -> Mapping[str, Table]:
    by_name = {table.name: table for table in tables}
    if tuple(by_name) != TABLE_NAMES:
        raise ValueError("TABLE_NAMES (which issues.table_name may hold) and the tables of the registry differ")
    for table in tables:
        for key in table.foreign_keys:
            for name in key.reference:
                by_name[key.table].field(name)
    return MappingProxyType(by_name)


TABLES: Mapping[str, Table] = _registry(
    DOCUMENTS,
    CARDS,
    CHOICES,
    ITEMS,
    SCHEDULE,
    BUDGET,
    INDICATORS,
    EVENTS,
    DATES,
    QUANTITIES,
    CONTACTS,
    ISSUES,
    CORRECTIONS,
)
"""Every table by name, in the order of the contract."""
