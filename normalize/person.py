"""One person in charge, and the pieces of text that people are read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgecards.extract.page import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its place. expected: what a head over it or before it says it holds (`department`, `role`, `name`,
    `phone`), or None."""

    text: str
    place: Place
    expected: str | None = None


@dataclass(slots=True)
class Person:
    """What was read of one person. unread: words that fit nowhere, so that a person should look. raw: as printed."""

    place: Place
    department: str | None = None
    role: str | None = None
    name: str | None = None
    phone: str | None = None
    raw: str = ""
    unread: list[str] = field(default_factory=list)
