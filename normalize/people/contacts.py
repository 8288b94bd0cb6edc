"""The table `contacts`: the people in charge of a pledge, from its table of them or from loose lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.markers import BRACKET, NOTE, split_marker
from pledgecards.extract.page import Place, Table
from pledgecards.normalize.people.ladders import with_offices_undecided
from pledgecards.normalize.people.offices import offices
from pledgecards.normalize.people.phones import PHONE
from pledgecards.normalize.people.reading import Person, Piece, read_people
from pledgecards.normalize.people.tables import people_of_table
from pledgecards.normalize.redaction import Redactor
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

__all__ = ["Redactor", "contact_rows", "department_of", "of_one_card"]

_BULLETS = f" \t-–{MIDDOTS}•○●◦□■▪◆◇❍※*"
_SEPARATE = re.compile(r"[\s()\[\]【】〔〕<>〈〉《》/,\-]+")
_SHOWN = 40
HELPING = "helping"
"""What a row says, until it is one of the card's, of an office that only helps the one in charge (`협조부서`); no column."""
UNDECIDED = "undecided"
"""The same of a person of whom the page does not say of which office."""
_HIGHEST_FIRST = ("담당관", "과")
_SMALLEST = ("팀", "계")
_OFFICES_OF_TEAMS = (
    "사업소",
    "보건소",
    "센터",
    "담당관실",
    "본부",
    "실",
    "추진단",
    "학습원",
    "연구원",
    "기술원",
    "도서관",
    "박물관",
    "회관",
)


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
    tables = [table for printed in printed_tables for table in _with_inner(printed.table)]
    people: list[Person] = []
    for table in tables:
        _join_phone(people, people_of_table(table, words))
    people = with_offices_undecided(people, tables, words)
    pieces = [Piece(_without_marker(text, vocabulary), place) for text, place in lines]
    people += read_people([piece for piece in pieces if piece.text], words)
    rows: list[Row] = []
    issues: list[Issue] = []
    for person in people:
        _without_others_phones(person)
        if person.unread:
            issues.append(_unread(person, redact))
        if person.undecided:
            issues.append(_undecided(person, redact))
        if person.name or person.phone or person.department:
            rows.append(_row(len(rows) + 1, person))
    if redact:
        hidden = Redactor(rows)
        unread = [person.unread for person in people if person.name or person.phone or person.department]
        rows = [hidden.contact(row, said) for row, said in zip(rows, unread, strict=True)]
    return rows, issues


def _join_phone(people: list[Person], below: Sequence[Person]) -> None:
    """Adds the people of a table; a telephone that is all of it is that of the only one before (`담당부서 | 도로과` over `전화번호 | 000-0001`)."""
    if len(people) == len(below) == 1 and not people[0].phone:
        (one,), (number,) = people, below
        if number.phone and number.place.page == one.place.page and not (number.unread or number.name or number.role):
            one.phone, one.raw = number.phone, f"{one.raw} {number.raw}"
            one.place = one.place.union(number.place)
            return
    people += below


def _with_inner(table: Table) -> Iterator[Table]:
    """A table, and those within its cells (`담당부서 | …`)."""
    yield table
    for cell in table.cells:
        for inner in cell.tables:
            yield from _with_inner(inner)


def _without_marker(text: str, vocabulary: Vocabulary) -> str:
    """A line without the bullets or the number before its words (`ㅇ 담당: …`, `4. 담당: …`)."""
    text = text.lstrip(_BULLETS).rstrip()
    marked = split_marker(text, vocabulary)
    return marked.words if marked.rank is not None and marked.rank not in (BRACKET, NOTE) else text


def of_one_card(rows: Sequence[Row]) -> list[Row]:
    """The rows of a card whose form names the office and whose foot the people (`담당부서 | 관광과`, `과장 홍길동`), numbered anew.

    A person without an office is of the card's department; an office that stands alone has no row where one of its people has.
    """
    alone = [row for row in rows if row["department"] and not (row["name"] or row["phone"] or row["role"])]
    department = department_of(alone)
    people = [
        {**row, "department": row["department"] or department} if row["name"] and not row.get(UNDECIDED) else row
        for row in rows
    ]
    staffed = {row["department"] for row in people if row["name"]}
    left = [row for row in people if row not in alone or row["department"] not in staffed]
    return [
        {**{key: value for key, value in row.items() if key not in (HELPING, UNDECIDED)}, "contact_no": number}
        for number, row in enumerate(left, 1)
    ]


def _without_others_phones(person: Person) -> None:
    """Takes away several numbers of which one ends brackets that it did not open: those of people on the lines above."""
    phone = person.phone or ""
    if phone.count(")") > phone.count("(") and len(PHONE.findall(phone)) > 1:
        person.unread.append(phone)
        person.phone = None


def _row(number: int, person: Person) -> Row:
    return {
        "contact_no": number,
        "department": person.department,
        "role": person.role,
        "name": person.name,
        "phone": person.phone,
        "raw": person.raw,
        HELPING: person.helping,
        UNDECIDED: person.undecided,
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


def _undecided(person: Person, redact: bool) -> Issue:
    said = "한 사람" if redact else f"‘{person.name}’"
    message = f"담당자 표의 {said}이(가) 어느 부서의 사람인지 정할 수 없어 부서를 비워 두었습니다."
    raw = None if redact else person.raw
    return Issue("contact.unreadable", message, table="contacts", field="department", place=person.place, raw=raw)


def department_of(rows: Sequence[Row]) -> str | None:
    """The department in charge for `cards.department`: the first 과 (or 담당관) named that does not only help, else the first office of the rows; for a
    team alone, the larger office that stands before it in its entry (`상하수도사업소 하수도팀장 홍길동`)."""
    in_charge = [row for row in rows if not row.get(HELPING)]
    rows = in_charge if any(row["department"] for row in in_charge) else rows
    departments = [row["department"] for row in rows if row["department"]]
    for department in departments:
        if department.endswith(_HIGHEST_FIRST):
            return str(department)
    found = _in_raw(rows, _HIGHEST_FIRST)
    if found is None and departments and departments[0].endswith(_SMALLEST):
        found = _in_raw(rows, _OFFICES_OF_TEAMS)
    return found or (departments[0] if departments else None)


def _in_raw(rows: Sequence[Row], ends: tuple[str, ...]) -> str | None:
    """The office with such an ending that stands before a smaller one in its entry (`복지정책과 복지기획팀 홍길동` is of 복지기획팀)."""
    for row in rows:
        for word in _SEPARATE.split(row["raw"] or ""):
            if len(word) > 2 and word.endswith(ends) and word.isalnum():
                return str(word)
    return None
