"""Blanking the people in charge: their names and telephones, in every text of the dataset, length for length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.people.phones import LONG_PHONE
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.notation import MASKS, TELEPHONES

NAME_SIGN = "○"
PHONE_SIGN = "*"
_LONG = 7  # digits; a shorter number may be anything and is blanked only beside a telephone sign, a role or a name
_KEYS = frozenset({"card_id", "document_id", "path", "media_type", "status", "code", "severity", "table_name", "field"})
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+(?=@[A-Za-z0-9-]+\.[A-Za-z])")
"""Whose an address of mail is: mostly a person's name."""
_SIGNS = rf"[{TELEPHONES}📞]|전화|내선|연락처|행정|(?i:tel\.?)|T\."
_FURTHER = r"(?:\s?[,/~·]\s?[0-9]{1,4}(?![0-9]|\s?[가-힣%]|[.-]\s?[0-9]))*"
"""The last digits of further numbers behind a whole one (`000-0001, 0002`, `000-0001~3`)."""


class Redactor:
    """Blanks the names and telephones of these rows of `contacts` (read without redaction) in any text.

    Every letter of a name becomes ○ and every digit of a telephone *, so that lengths, and with them the spans of dates, hold.
    Names of three and more letters and whole telephone numbers are blanked wherever they stand; a name of two letters, or an extension,
    only beside a role, a telephone sign or one of the names, since elsewhere it may be another word or number.
    """

    def __init__(self, contacts: Iterable[Row]) -> None:
        contacts = list(contacts)
        names = sorted({str(row["name"]) for row in contacts if row["name"]}, key=lambda name: (-len(name), name))
        roles = sorted({str(row["role"]) for row in contacts if row["role"]}, key=lambda role: (-len(role), role))
        phones = sorted({str(row["phone"]) for row in contacts if row["phone"]}, key=lambda phone: (-len(phone), phone))
        self._names = _names_pattern(names, roles)
        numbers = [number for phone in phones for number in re.findall(r"[0-9][0-9()\-.~ ]*[0-9]", fold(phone))]
        long = [number for number in numbers if sum(map(str.isdigit, number)) >= _LONG]
        short = [number for number in numbers if sum(map(str.isdigit, number)) < _LONG]
        whole = "|".join(map(re.escape, long)) or r"(?!)"
        self._phones = re.compile(rf"(?<![0-9])(?:{whole})(?![0-9]){_FURTHER}")
        beside = "|".join([NAME_SIGN, _SIGNS, *map(re.escape, roles)])
        extension = "|".join(map(re.escape, dict.fromkeys(short))) or r"(?!)"
        listed = rf"(?:{extension})(?:[\s,/·~]{{1,3}}(?:{extension}))*"
        self._extensions = re.compile(rf"(?:{beside})[\s(:/,)]{{0,3}}(?P<phone>{listed})(?![0-9])")

    def text(self, text: str) -> str:
        """The text with these people blanked; its length is unchanged."""
        text = self._names.sub(lambda met: re.sub(f"[가-힣{MASKS}]", NAME_SIGN, met[0]), text)
        if "@" in text:
            text = _MAILBOX.sub(lambda met: PHONE_SIGN * len(met[0]), text)
        folded = fold(text)
        for pattern, group in ((self._phones, 0), (self._extensions, "phone")):
            for met in pattern.finditer(folded):
                start, end = met.span(group)
                text = text[:start] + re.sub(r"\d", PHONE_SIGN, text[start:end]) + text[end:]
        return text

    def row(self, row: Mapping[str, Any]) -> Row:
        """A row of any table with its text columns blanked; keys, codes and paths stay."""
        return {
            column: self.text(value) if isinstance(value, str) and column not in _KEYS else value
            for column, value in row.items()
        }

    def rows(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[Row]:
        """The rows of a table, blanked; in `contacts` name and phone are null."""
        return [self.contact(row) if table == "contacts" else self.row(row) for row in rows]

    def contact(self, row: Mapping[str, Any], unread: Sequence[str] = ()) -> Row:
        """A row of `contacts`: name and phone null, and raw blanked, with the words that could not be told (they may be names)."""
        raw = row["raw"]
        if isinstance(raw, str):
            raw = LONG_PHONE.sub(lambda met: re.sub(r"\d", PHONE_SIGN, met[0]), raw)
            # The row's own extension stands in its raw without a sign, where a table has a column of them.
            for number in re.findall(r"[0-9]{3,}", row["phone"] or ""):
                raw = raw.replace(number, PHONE_SIGN * len(number))
            if row["name"]:
                spread = r"\s?".join(map(re.escape, row["name"]))
                raw = re.sub(spread, lambda met: re.sub(r"\S", NAME_SIGN, met[0]), raw)
            for word in unread:
                raw = raw.replace(word, re.sub(r"\S", NAME_SIGN, word))
            raw = self.text(raw)
        return {**row, "name": None, "phone": None, "raw": raw}

    def issue(self, issue: Issue) -> Issue:
        """An issue with its message and raw blanked."""
        return replace(issue, message=self.text(issue.message), raw=None if issue.raw is None else self.text(issue.raw))


def _names_pattern(names: list[str], roles: list[str]) -> re.Pattern[str]:
    """A name whole or with its letters set apart; one of two letters only where a role stands beside it."""
    beside = "|".join(map(re.escape, roles)) or r"(?!)"
    forms: list[str] = []
    for name in names:
        whole = re.escape(name) + "|" + " ".join(map(re.escape, name))
        if len(name) > 2:
            forms.append(whole)
        else:
            forms.append(
                rf"(?:(?<=(?:장|관|당|자|사) )|(?<=장))(?:{whole})(?![가-힣])|(?<![가-힣])(?:{whole})(?= ?(?:{beside}))"
            )
    return re.compile("|".join(forms) or r"(?!)")
