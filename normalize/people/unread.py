"""Names and telephones that no row of `contacts` took, so that they can be blanked with those that one did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pledgecards.normalize.people.offices import Offices, offices
from pledgecards.normalize.people.phones import LONG_PHONE
from pledgecards.normalize.rows import Row
from pledgecards.schemas.notation import COLON, COLONS, TELEPHONE
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"(?<![가-힣])[가-힣]{3}(?![가-힣])")
_SIGNED = rf"\s*[(（]?\s*(?:{TELEPHONE}|전화|내선)?\s*"
_LABELLED = re.compile(
    rf"(?:작성자|담당자|담당|성명|책임자|실무자|부서장|문의|Contact)\s*(?:{COLON}|(?<=작성자)(?=\s))\s*([가-힣]{{3}})(?![가-힣])"
)
"""A name behind its label: `작성자: 홍길동`."""
_CLERK = re.compile(r"(?<![가-힣])([가-힣]{3})\s(?:주무관|사무관)(?![가-힣])")
_TITLED = re.compile(r"(?:[과국실팀소단]장|주무관)\s+([가-힣]{3})(?![가-힣])")
_COLUMN_OF_PEOPLE = re.compile(r"「[^」]*(?:담당|연락처|전화|성명|이름|책임|문의|내선)[^」]*」")
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
        if str(issue["code"]).startswith("contact.") or shows_people(issue):
            rows += _all_of(raw, known)
        rows += _told(raw, beside, known)
    return rows


def shows_people(issue: Mapping[str, Any]) -> bool:
    """Whether an issue shows a column of people or telephones that no table of the dataset has a place for."""
    return issue["code"] == "table.unplaced" and _COLUMN_OF_PEOPLE.search(str(issue["message"])) is not None


def _beside(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A role, a name and a telephone in a row, or a name, a role and a telephone."""
    roles = "|".join(sorted(map(re.escape, vocabulary.people.spellings["roles"]), key=len, reverse=True))
    phone = rf"{_SIGNED}(?P<phone>{LONG_PHONE.pattern})"
    return re.compile(
        rf"(?:(?:{roles})\s*[{COLONS}(]?\s*(?P<name>[가-힣]{{3}})|(?<![가-힣])(?P<other>[가-힣]{{3}})\s*(?:{roles}))"
        rf"(?:{phone}|\s*[(（]?\s*(?:{TELEPHONE}|전화|내선)\s*(?P<extension>[0-9]{{3,5}})(?![0-9]))"
    )


def _told(text: str, beside: re.Pattern[str], known: Offices) -> Iterator[Row]:
    for met in beside.finditer(text):
        name = met["name"] or met["other"]
        if known.is_name(name):
            yield _row(name, met["phone"] or met["extension"])
    for pattern in (_LABELLED, _CLERK):
        for met in pattern.finditer(text):
            if known.is_name(met[1]):
                yield _row(met[1], None)
    if LONG_PHONE.search(text) is not None:
        for met in _TITLED.finditer(text):
            if known.is_name(met[1]):
                yield _row(met[1], None)
                yield from (_row(None, phone[0]) for phone in LONG_PHONE.finditer(text))


def _all_of(text: str, known: Offices) -> Iterator[Row]:
    """All words of three letters that have the form of a name and of no office, and all whole telephones."""
    for met in _WORD.finditer(text):
        if known.is_name(met[0]) and met[0][-1] not in _OFFICE_ENDS:
            yield _row(met[0], None)
    for met in LONG_PHONE.finditer(text):
        yield _row(None, met[0])


def _row(name: str | None, phone: str | None) -> Row:
    return {"department": None, "role": None, "name": name, "phone": phone, "raw": None}
