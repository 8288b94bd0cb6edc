"""The table of what people put right: the value as it was read, the value they gave, and who, when and why."""

from __future__ import annotations

from pledgecards.schemas.core_tables import TABLE_NAMES
from pledgecards.schemas.field import Field, Table

STATES = ("applied", "stale", "missing")

CORRECTIONS = Table(
    name="corrections",
    label="고친 값",
    description="One row per correction that was given to the conversion, and per column that followed from one.",
    fields=(
        # No foreign key: a correction of a card that is no longer there is kept as `missing`.
        Field("card_id", "string", "카드 식별자", "The card that was corrected.", nullable=False),
        Field("table_name", "string", "표", "The table of the corrected row.", nullable=False, values=TABLE_NAMES),
        Field(
            "row_key",
            "string",
            "행",
            "Which row of the card: its telling columns as JSON, with `nth` (from 1) where several rows share them; "
            "null where redaction hides it.",
        ),
        Field("field", "string", "열", "The column; `code` of table issues for an accepted issue.", nullable=False),
        Field("old", "string", "읽은 값", "The value as it was read, as text; null where it was null."),
        Field("new", "string", "고친 값", "The value that a person gave, as text; null where it was emptied."),
        Field("made_by", "string", "고친 사람", "Who corrected it; null with redacted contacts."),
        Field("made_at", "string", "고친 때", "When, as the person's computer told it (ISO 8601)."),
        Field("reason", "string", "까닭", "Why, in the person's words; null with redacted contacts."),
        Field(
            "state",
            "string",
            "상태",
            "applied: the dataset holds the new value. stale: the row no longer holds the old value, so nothing was "
            "changed. missing: there is no such card or row.",
            nullable=False,
            values=STATES,
        ),
    ),
)
