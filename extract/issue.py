"""An issue: something a person should look at, with its place on the page."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.extract.page import Place


@dataclass(frozen=True, slots=True)
class Issue:
    """`code` is one of `schemas/issue_codes.toml`, which knows its severity.

    message  Korean, one sentence: what was found and what was expected.
    table    the table of the dataset that it speaks of, and `field` its column.
    raw      the source's text that it speaks of.
    """

    code: str
    message: str
    table: str | None = None
    field: str | None = None
    place: Place | None = None
    raw: str | None = None
