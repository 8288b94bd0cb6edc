"""The issue codes: each with its severity, Korean title and meaning, from `issue_codes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

SEVERITIES = ("error", "warning", "info")
"""error: a value is missing or surely wrong; warning: two things disagree; info: noted, nothing to do."""


@dataclass(frozen=True, slots=True)
class Code:
    """An issue code: its severity, its title (Korean) and what it means (English)."""

    code: str
    severity: str
    title: str
    description: str


def read_codes(text: str) -> dict[str, Code]:
    """The codes of a TOML text, in its order. ValueError: an entry is incomplete or has an unknown severity."""
    codes: dict[str, Code] = {}
    for code, entry in tomllib.loads(text).items():
        codes[code] = _code(code, entry)
    return codes


def _code(code: str, entry: Any) -> Code:
    if not isinstance(entry, dict) or set(entry) != {"severity", "title", "description"}:
        raise ValueError(f"issue code {code}: it must have exactly a severity, a title and a description")
    if entry["severity"] not in SEVERITIES:
        raise ValueError(f"issue code {code}: {entry['severity']} is none of {', '.join(SEVERITIES)}")
    return Code(code, entry["severity"], entry["title"], entry["description"])


CODES: Mapping[str, Code] = MappingProxyType(
    read_codes(files("pledgecards.schemas").joinpath("issue_codes.toml").read_text("utf-8"))
)
"""Every issue code, in the order of the file."""


def severity_of(code: str) -> str:
    """`error`, `warning` or `info`. KeyError: the code is not in `issue_codes.toml`."""
    return CODES[code].severity
