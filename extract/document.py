"""A file as read: its pages, what its reader noticed, and why nothing of it could be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pledgecards.extract.page import Page


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader has to say about the file: an issue code, a message in Korean, and where."""

    code: str
    message: str
    page: int | None = None
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its media type, its pages, and what its reader noticed on the way (repaired damage, unmapped fonts)."""

    media_type: str
    pages: tuple[Page, ...]
    notices: tuple[Notice, ...] = ()


ENCRYPTED = "암호가 걸려 있어 열 수 없는 PDF입니다. 암호를 풀어 저장해 다시 넣어 주십시오."
DAMAGED = "PDF가 손상되어 열 수 없습니다. 원본을 PDF로 다시 저장해 넣어 주십시오."


class Unreadable(Exception):
    """Nothing of the file could be read: an issue code (`file.encrypted` …), one Korean sentence, and what else there is to say."""

    def __init__(self, code: str, message: str, notices: Iterable[Notice] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.notices = tuple(notices)
