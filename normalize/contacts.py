"""The table `contacts`: the people in charge of a pledge, from its table of them or from loose lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Place
from pledgecards.normalize.contact_tables import people_of_table
from pledgecards.normalize.offices import offices
from pledgecards.normalize.people import Person, Piece, read_people
from pledgecards.normalize.redaction import Redactor
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.vocabulary import Vocabulary

__all__ = ["Redactor", "contact_rows", "department_of"]

_BULLETS = " \t-–·ㆍ•○●◦□■▪◆◇❍※*"
_SHOWN = 40
_HIGHEST_FIRST = ("담당관", "과")


def contact_rows(
    printed_tables: Iterable[PrintedTable],
    lines: Sequence[tuple[str, Place]],
    vocabulary: Vocabulary,
    redact: bool = False,
) -> tuple[list[Row], list[Issue]]:
    """A row for each person in charge, in printed order, tables before loose lines; an office named without a person has a row too.

    department is the office that the person's title or the words before it name (`도시재생과장` is 도시재생과, role 과장); phone is as
    printed, without its sign. What fits nowhere is an issue `contact.unreadable`, never a name. With redact, name and phone
    are null and blanked in raw; to blank them in other tables, make a `Redactor` from rows that were read without it.
    """
    words = offices(vocabulary)
    people = [person for printed in printed_tables for person in people_of_table(printed.table, words)]
    pieces = [Piece(text.lstrip(_BULLETS).rstrip(), place) for text, place in lines]
    people += read_people([piece for piece in pieces if piece.text], words)
    rows: list[Row] = []
    issues: list[Issue] = []
    for person in people:
        if person.unread:
            issues.append(_unread(person, redact))
        if person.name or person.phone or person.department:
            rows.append(_row(len(rows) + 1, person))
    if redact:
        hidden = Redactor(rows)
        unread = [person.unread for person in people if person.name or person.phone or person.department]
        rows = [hidden.contact(row, said) for row, said in zip(rows, unread, strict=True)]
    return rows, issues


def _row(number: int, person: Person) -> Row:
    return {
        "contact_no": number,
        "department": person.department,
        "role": person.role,
        "name": person.name,
        "phone": person.phone,
        "raw": person.raw,
        **place_columns(person.place),
    }


def _unread(person: Person, redact: bool) -> Issue:
    words = " ".join(person.unread)
    words = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    said = "일부 글" if redact else f"‘{words}’"
    return Issue(
        "contact.unreadable",
        f"담당자 칸의 {said}을(를) 부서·직위·이름·전화번호로 나누지 못했습니다.",
        table="contacts",
        field="name",
        place=person.place,
        raw=None if redact else person.raw,
    )


def department_of(rows: Sequence[Row]) -> str | None:
    """The department in charge for `cards.department`: the first 과 (or 담당관) named, else the first office of the rows."""
    departments = [row["department"] for row in rows if row["department"]]
    for department in departments:
        if department.endswith(_HIGHEST_FIRST):
            return str(department)
    return _in_raw(rows) or (departments[0] if departments else None)


def _in_raw(rows: Sequence[Row]) -> str | None:
    """The 과 that stands before a smaller office in its entry (`복지정책과 복지기획팀 홍길동` is of 복지기획팀)."""
    for row in rows:
        for word in (row["raw"] or "").replace("(", " ").replace("/", " ").replace(",", " ").split():
            if len(word) > 2 and word.endswith(_HIGHEST_FIRST) and all("가" <= letter <= "힣" for letter in word):
                return str(word)
    return None
