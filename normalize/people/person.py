"""One person in charge, and the pieces of text that people are read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgecards.extract.page import Place
from pledgecards.normalize.people.offices import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its place. expected: what a head over it or before it says it holds (`department`, `role`, `name`,
    `phone`, `fax`), or None."""

    text: str
    place: Place
    expected: str | None = None


@dataclass(slots=True)
class Person:
    """What was read of one person. unread: words that fit nowhere, so that a person should look. raw: as printed.
    helping: the office only helps the one in charge (`협조부서`). undecided: of which office the person is, the page does not say."""

    place: Place
    department: str | None = None
    role: str | None = None
    name: str | None = None
    phone: str | None = None
    raw: str = ""
    unread: list[str] = field(default_factory=list)
    helping: bool = False
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a telephone number in its place."""

    start: int
    end: int
    word: Word
    piece: Piece
    listed: bool  # a comma or the like stands before it


@dataclass(slots=True)
class Draft:
    """A person as far as they have been read; spans are those of the whole text."""

    start: int
    end: int
    place: Place
    department: str | None = None
    role: str | None = None
    tentative: bool = False  # the role is only that of the office's name (감사담당관)
    name: str | None = None
    phones: list[tuple[int, int]] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    nameless: bool = True  # no word of `unread` has the form of a name, so that they may belong to an office
    inherited: str | None = None
    helping: bool = False
    undecided: bool = False
    role_in: Piece | None = None  # the pieces in which the role and the name stand
    name_in: Piece | None = None
    office_in: Piece | None = None  # that in which the office stands
    closed: bool = False  # the role stood behind the name, and a sign ended the entry

    @property
    def empty(self) -> bool:
        """Whether nothing of a person has been read."""
        return not (self.department or self.role or self.name or self.phones)
