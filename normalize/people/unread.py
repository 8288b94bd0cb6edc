"""Names and telephones that no row of `contacts` took, so that they can be blanked with those that one did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.people.offices import Offices, offices
from pledgecards.normalize.people.phones import LONG_PHONE
from pledgecards.normalize.rows import Row
from pledgecards.schemas.notation import COLON, COLONS, TELEPHONE
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"(?<![가-힣])[가-힣]{3,4}(?![가-힣])")
_SIGNED = rf"\s*[(（]?\s*(?:{TELEPHONE}|전화|내선)?\s*"
_NAME = r"([가-힣]{3,4})(?![가-힣])"
_REACHED = (
    rf"(?=\s*(?:[(,/]\s*)*(?:{TELEPHONE}|\+?[0-9]|전화|연락처|내선|행정[0-9]|(?i:tel|fax|t\.)|[A-Za-z0-9._%+-]+@))"
)
"""How somebody is reached stands behind it."""
_LABELLED = re.compile(
    rf"(?:작성자|담당자|담당|성명|책임자|책임관|실무자|실무|부서장|검토자|확인자|문의|Contact|(?<![가-힣])[정부])\s*(?:{COLON}|(?<=작성자)(?=\s))\s*{_NAME}"
)
"""A name behind its label: `작성자: 홍길동`."""
_LAST = re.compile(rf"(?:작성자|담당자|검토자|확인자)\s+{_NAME}(?=\s*(?:$|[(（,/]))")
"""A name behind a label without a colon, where no other word follows: `담당자 홍길동`."""
_CLERK = re.compile(r"(?<![가-힣])([가-힣]{3})\s(?:주무관|사무관)(?![가-힣])")
_TITLED = re.compile(
    rf"(?:(?:[과국실팀소단]장|주무관)\s+{_NAME}|(?:부서장|담당)\s+{_NAME}{_REACHED}"
    rf"|(?<![가-힣]){_NAME}\s+[가-힣]{{0,10}}[과국실팀소단]장(?![가-힣])|[가-힣][과팀]\s+{_NAME}{_REACHED})"
)
"""A name beside a role or behind an office, in a text that has a telephone."""
_BESIDE_NAME = re.compile(
    rf"(?<![가-힣]){_NAME}\s?[(:,/]\s?((?!(?:19|20)[0-9]{{2}}-(?:19|20))[0-9]{{3,4}}-[0-9]{{4}})(?![0-9-])"
)
"""A number without the code of its area behind a name (`홍길동: 000-0000`); no years."""
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.,-])(?:\+82[-. ]?\(?0?\)?[0-9]{1,2}[-. ][0-9]{3,4}[-. ][0-9]{4}|0[0-9]{8,10}"
    r"|(?:\(0[0-9]{1,2}\) ?|0[0-9]{1,2} ?[)\-. /] ?)[0-9]{3,4} ?[-. ] ?[0-9]{4})(?![0-9])"
)
"""A telephone number with the code of its area, of a mobile telephone or of the country, in any notation: no other figure has its form."""
_CALLED = re.compile(
    rf"(?:{TELEPHONE}|(?:전화|연락처|내선|구내|팩스)(?:번호)?|행정(?=[0-9])|(?i:\btel|\bfax)|\b[TF])[\s.:)]{{0,3}}([0-9]{{3,4}}-[0-9]{{4}}|[0-9]{{3,5}}(?![0-9,-]))(?!\s?[가-힣]|\.[0-9])"
)
"""A number without such a code behind what says that it is one: `☎ 2670-3114`, `내선 3114`."""
_COLUMN_OF_PEOPLE = re.compile(r"「[^」]*(?:담당|연락처|전화|성명|이름|책임|문의|내선)[^」]*」")
_OFFICE_ENDS = "과팀국실소단계관부"


def unread_people(
    items: Iterable[Mapping[str, Any]], issues: Iterable[Mapping[str, Any]], vocabulary: Vocabulary
) -> list[Row]:
    """Rows with the names and the telephones that stand in text beside one another: in items of the section of people in charge, in
    issues about people, and wherever a role, a name and a telephone follow one another (`과장 홍길동 000-0000`); and whole telephone numbers
    wherever they stand.

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
        for said in (raw, str(issue["message"])):
            rows += _told(said, beside, known)
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
    plain = fold(text)
    called = [met[1] for met in _CALLED.finditer(plain)]
    numbers = [met[0] for met in _NUMBER.finditer(plain)]
    local = [met[0] for met in LONG_PHONE.finditer(plain)]
    yield from (_row(None, number) for number in (*numbers, *called))
    for met in beside.finditer(text):
        name = met["name"] or met["other"]
        if known.is_name(name):
            yield _row(name, met["phone"] or met["extension"])
    for met in _BESIDE_NAME.finditer(plain):
        if known.is_name(met[1]) and met[1][-1] not in _OFFICE_ENDS:
            yield _row(met[1], met[2])
    names = [met[1] for pattern in (_LABELLED, _LAST, _CLERK) for met in pattern.finditer(text)]
    if called or numbers or local or "@" in text:
        titled = (next(filter(None, met.groups())) for met in _TITLED.finditer(plain))
        names += [name for name in titled if name[-1] not in _OFFICE_ENDS]
    names = [name for name in names if known.is_name(name)]
    yield from (_row(name, None) for name in names)
    if names:
        yield from (_row(None, number) for number in local)


def _all_of(text: str, known: Offices) -> Iterator[Row]:
    """All words of three letters that have the form of a name and of no office, and all whole telephones."""
    for met in _WORD.finditer(text):
        if known.is_name(met[0]) and met[0][-1] not in _OFFICE_ENDS:
            yield _row(met[0], None)
    for met in LONG_PHONE.finditer(text):
        yield _row(None, met[0])


def _row(name: str | None, phone: str | None) -> Row:
    return {"department": None, "role": None, "name": name, "phone": phone, "raw": None}
