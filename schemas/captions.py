"""What tables, columns, closed values and issue codes are called in the chosen language.

Their Korean names are the registry's (`label`, `korean.toml`, `issue_codes.toml`), their English ones the names themselves.
"""

from __future__ import annotations

from pledgecards.language import _, chosen
from pledgecards.schemas.codes import CODES
from pledgecards.schemas.korean import value_names
from pledgecards.schemas.tables import TABLES


def table_caption(table: str) -> str:
    """What a table is called: `소요예산`, `Budget`."""
    return TABLES[table].label if _korean() else _words(table).capitalize()


def column_caption(table: str, column: str) -> str:
    """What a column is called: `공약번호`, `Pledge no`. KeyError: there is none of that name."""
    return TABLES[table].field(column).label if _korean() else _words(column).capitalize()


def value_caption(table: str, column: str, value: str) -> str:
    """What a value of a closed vocabulary is called: `읽지 못함`, `failed`."""
    return value_names(table, column).get(value, value) if _korean() else _words(value)


def status_caption(status: str) -> str:
    """What a status of a file is called."""
    return value_caption("documents", "status", status)


def severity_caption(severity: str) -> str:
    """What a severity is called."""
    return value_caption("issues", "severity", severity)


def code_caption(code: str) -> str:
    """What an issue of this code is called: `예산 합계 불일치`, `Budget sum mismatch`."""
    return CODES[code].title if _korean() and code in CODES else _words(code).capitalize()


def code_meaning(code: str) -> str:
    """What an issue of this code means, in a sentence; nothing for a code of another version."""
    return _(CODES[code].description) if code in CODES else ""


def _words(name: str) -> str:
    return name.replace("_", " ").replace(".", " ")


def _korean() -> bool:
    return chosen() == "ko"
