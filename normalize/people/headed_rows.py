"""Rows of a table of people under its heads: who is named in each, with the office, the role and the telephone of their columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.page import Cell
from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.people.cells import distinct, said_of_people, speaks
from pledgecards.normalize.people.column_heads import Head, phones_lead
from pledgecards.normalize.people.columns_in_turn import of_one_rank
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.phones import FAX, PHONE
from pledgecards.normalize.people.reading import Person, Piece, read_people
from pledgecards.schemas.notation import TELEPHONES

_LETTERS_SET_APART = 12


def people_of_row(row: list[Cell], above: list[Cell] | None, heads: list[Head], offices: Offices) -> list[Person]:
    """The people of one row under heads. Cells merged down from the row above were read there, but for the office and the role."""
    columns = [
        (head, cell)
        for place, (head, cell) in enumerate(zip(heads, row, strict=True))
        if not place or row[place - 1] is not cell
    ]
    department = _last_text(columns, "department") or _office_under_other(columns, offices)
    own = [cell for head, cell in columns if head.kind != "helper"]
    raw = " ".join(" ".join(cell.text.split()) for cell in distinct(own))
    people, waiting = _named_in(columns, above, department is not None, offices)
    if not people:
        return _office_alone(columns, raw, waiting, offices)
    _give_roles(people, columns, offices)
    within = read_people([Piece(department, people[0].place, "department")], offices) if department else []
    if any(person.name for person in within):
        return within + [replace(person, department=person.department or within[-1].department) for person in people]
    people = _in_office(people, department, within, offices)
    if len(people) == 1:
        people[0].raw = raw
    if of_one_rank([person.department for person in within], offices) and not any(one.department for one in people):
        return within + [replace(person, undecided=True) for person in people]
    for before, person in pairwise(people):
        # A person whose own cell names no office is of the one before: 과장 | 팀장 | 담당자.
        person.department = person.department or before.department
    if waiting and len(people) == 1:
        _give_phones(people, waiting)  # behind the blank cell of another: the only one in the row
        waiting = None
    return _office_alone(columns, raw, waiting, offices) + people if waiting else people


def _named_in(
    columns: list[tuple[Head, Cell]], above: list[Cell] | None, has_office: bool, offices: Offices
) -> tuple[list[Person], str | None]:
    """The people under heads of names and roles, with the telephones of the columns beside theirs; and a telephone that is nobody's yet."""
    ahead = phones_lead([head for head, _ in columns])
    # `부서 | 전화 | 과장 | 팀장`: a telephone between the office and several people is the office's.
    several = sum(head.kind == "person" and speaks(cell) for head, cell in columns) > 1
    of_office = has_office and several and not ahead
    people: list[Person] = []
    owner: list[Person] = []  # whom a telephone column further right belongs to
    waiting: str | None = None
    named: Head | None = None  # the head of the column before, if people stand under it
    for head, cell in columns:
        again = above is not None and any(cell is other for other in above)
        below_one = head == named and not again and bool(owner)
        named = head if head.kind in ("name", "person") else None
        if below_one and PHONE.fullmatch(fold(" ".join(cell.text.split())).strip(f" (){TELEPHONES}")):
            # One head over both the name and the number (`과장` over `홍길동 | 02-000-0000`).
            _give_phones(owner, " ".join(cell.text.split()))
        elif head.kind in ("name", "person"):
            owner = [] if again else _people_of_cell(cell, head, offices)
            people += owner
            if waiting and owner and not of_office:
                _give_phones(owner, waiting)
                waiting = None
        elif head.kind == "phone" and speaks(cell) and not again:
            if owner and not ahead:
                _give_phones(owner, " ".join(cell.text.split()))
            else:
                waiting = " ".join(cell.text.split())
    return people, waiting


def _in_office(people: list[Person], department: str | None, within: list[Person], offices: Offices) -> list[Person]:
    """The people with the office of their row, where it is one. within: what its cell says, which may be whose chief one alone is."""
    office = within[-1].department if within and not within[-1].unread else department
    if of_one_rank([person.department for person in within], offices):
        office = None  # of several no one is told
    if len(people) == len(within) == 1 and people[0].role is None and people[0].department is None:
        people[0].role = within[0].role  # `문화예술과장 | 홍길동`: the office's cell says whose chief it is
    return [
        replace(person, department=person.department or _of_chief(person.role, department) or office)
        for person in people
    ]


def _give_roles(people: list[Person], columns: list[tuple[Head, Cell]], offices: Offices) -> None:
    """Roles from their own column (or an unnamed one that holds roles): to all people of the row one role, or one each."""
    text = _last_text(columns, "role")
    if text is None:
        text = _last_text(columns, "other") or ""
        # The person's own cell says it better (`책임자 | 과장 홍길동`).
        if offices.word(text.replace(" ", "")).kind not in ("role", "title") or any(person.role for person in people):
            return
    words = [offices.word(text.replace(" ", ""))] if len(people) == 1 else [offices.word(word) for word in text.split()]
    if len(words) == 1:
        words *= len(people)
    if len(words) != len(people):
        for person in people:
            person.unread.append(text)
        return
    for person, word in zip(people, words, strict=True):
        person.role = word.role or (word.text if len(people) > 1 else text)
        person.department = person.department or (word.department if word.kind == "title" else None)


def _last_text(columns: list[tuple[Head, Cell]], kind: str) -> str | None:
    texts = [" ".join(cell.text.split()) for head, cell in columns if head.kind == kind and speaks(cell)]
    if not texts:
        return None
    text = texts[-1]
    # Letters set apart to fill the cell (`복 지 정 책 과`) are one word.
    return (
        text.replace(" ", "")
        if len(text) <= _LETTERS_SET_APART and all(len(word) == 1 for word in text.split())
        else text
    )


def _of_chief(role: str | None, offices: str | None) -> str | None:
    """The office, of several in one cell (`건설국 도로과 도로팀`), of which one is the chief (국장, 과장); None where no role tells."""
    if role is None or offices is None or len(role) != 2 or role[1] != "장":
        return None
    return next((word for word in offices.split() if len(word) > 2 and word.endswith(role[0])), None)


def _office_under_other(columns: list[tuple[Head, Cell]], offices: Offices) -> str | None:
    """The office in a column whose head says nothing (`구분`), where the cell is an office's name and nothing else."""
    text = (_last_text(columns, "other") or "").replace(" ", "")
    return text if offices.word(text).kind in ("department", "office") else None


def _people_of_cell(cell: Cell, head: Head, offices: Offices) -> list[Person]:
    if not speaks(cell):
        return []
    people = read_people([Piece(said_of_people(cell, offices), cell.place, "name")], offices)
    if head.kind == "person":
        role = head.text.replace(" ", "").split("(")[0].split("（")[0]
        word = offices.word(role)
        chief_of = word.department if word.kind == "title" else None
        people = [
            replace(person, role=person.role or word.role or role, department=person.department or chief_of)
            for person in people
        ]
    return people


def _give_phones(people: list[Person], phones: str) -> None:
    """Telephones from their own column: to one person all of them, to several one each if there are as many."""
    folded = fold(phones)
    found = [met for met in PHONE.finditer(folded) if not FAX.search(folded, max(0, met.start() - 12), met.start())]
    if not found:
        people[-1].unread.append(phones)
        return
    phones = phones[found[0].start() : found[-1].end()]
    without = [person for person in people if person.phone is None]
    if len(people) == 1:
        people[0].phone = people[0].phone or phones
        return
    numbers = [phones[met.start() - found[0].start() : met.end() - found[0].start()] for met in found]
    if len(numbers) == len(without):
        for person, number in zip(without, numbers, strict=True):
            person.phone = number
    else:
        for person in without:
            person.unread.append(phones)


def _office_alone(columns: list[tuple[Head, Cell]], raw: str, phone: str | None, offices: Offices) -> list[Person]:
    """A row that names no person: what its cells say by themselves, with the telephone of its own column."""
    pieces = [
        Piece(cell.text, cell.place, head.kind)
        for head, cell in columns
        if head.kind in ("department", "role", "other") and speaks(cell) and offices.head_kind(cell.text) is None
    ]
    people = read_people(pieces, offices)
    if len(people) == 1 and not people[0].unread:
        if phone:
            _give_phones(people, phone)
        people[0].raw = raw
    elif phone and people:
        people[-1].unread.append(phone)
    return people
