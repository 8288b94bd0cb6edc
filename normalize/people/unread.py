"""Names and telephones that no row of `contacts` took, so that they can be blanked with those that one did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pledgecards.normalize.people.offices import Offices, offices
from pledgecards.normalize.people.phones import LONG_PHONE
from pledgecards.normalize.rows import Row
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"(?<![가-힣])[가-힣]{3}(?![가-힣])")
_SIGNED = r"\s*[(（]?\s*(?:[☎☏✆℡]|전화|내선)?\s*"
_OFFICE_ENDS = "과팀국실소단계관부"


def unread_people(
    items: Iterable[Mapping[str, Any]], issues: Iterable[Mapping[str, Any]], vocabulary: Vocabulary
) -> list[Row]:
    """Rows with the names and the telephones that stand in text beside one another: in items of the section of people in charge, in
    issues about people, and wherever a role, a name and a telephone follow one another (`과장 홍길동 000-0000`).

    They are no rows of the dataset, only what `Redactor` blanks.
    """
    known = offices(vocabulary)
    beside = _beside(vocabulary)
    rows: list[Row] = []
    for item in items:
        text = str(item["text_raw"] or "")
        if item["section"] == "contacts":
            rows += _all_of(text, known)
        rows += _told(text, beside, known)
    for issue in issues:
        raw = str(issue["raw"] or "")
        if str(issue["code"]).startswith("contact."):
            rows += _all_of(raw, known)
        rows += _told(raw, beside, known)
    return rows


def _beside(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A role, a name and a telephone in a row, or a name, a role and a telephone."""
    roles = "|".join(sorted(map(re.escape, vocabulary.people.spellings["roles"]), key=len, reverse=True))
    phone = rf"{_SIGNED}(?P<phone>{LONG_PHONE.pattern})"
    return re.compile(
        rf"(?:(?:{roles})\s*[:：(]?\s*(?P<name>[가-힣]{{3}})|(?<![가-힣])(?P<other>[가-힣]{{3}})\s*(?:{roles})){phone}"
    )


def _told(text: str, beside: re.Pattern[str], known: Offices) -> Iterator[Row]:
    for met in beside.finditer(text):
        name = met["name"] or met["other"]
        if known.is_name(name):
            yield _row(name, met["phone"])


def _all_of(text: str, known: Offices) -> Iterator[Row]:
    """All words of three letters that have the form of a name and of no office, and all whole telephones."""
    for met in _WORD.finditer(text):
        if known.is_name(met[0]) and met[0][-1] not in _OFFICE_ENDS:
            yield _row(met[0], None)
    for met in LONG_PHONE.finditer(text):
        yield _row(None, met[0])


def _row(name: str | None, phone: str | None) -> Row:
    return {"department": None, "role": None, "name": name, "phone": phone, "raw": None}
