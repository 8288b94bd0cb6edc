"""Which lines name people in charge."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.extract.markers import BARS, split_marker
from pledgecards.extract.people.page_notes import last_change
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import COLON, COLONS, MIDDOTS, TELEPHONE, TELEPHONES, plain_colons
from pledgecards.schemas.vocabulary import ANY_NAME, Vocabulary, fold

_LABEL = re.compile(
    rf"(?P<label>[가-힣][가-힣\s·]{{0,12}}?[가-힣])\s*(?:[(（/]\s*[가-힣{MIDDOTS}]{{1,6}}\s*[)）]?\s*)?(?:[{COLONS}\t"
    + BARS
    + r"]|\s[-–]\s|\s(?=[가-힣]{2,}(?:과|팀|국|실|소|담당관|센터|본부|단)(?:장)?\b))"
)
_LONGEST_LINE, _LONGEST_PERSON = 80, 40
"""How long a line is at the most that names people, and how long for each telephone sign in it."""

_BRACKETS = "[【〔<〈《(（"
_SHUT = re.compile(r"[\]】〕>〉》)）]")
_BRACKETED = re.compile(
    rf"^[{re.escape(_BRACKETS)}]\s*([가-힣][가-힣\s·]{{0,12}}[가-힣])\s*[\]】〕>〉》)）]\s*{COLON}?\s*(?=\S)"
)
_IN_BRACKETS = re.compile(
    rf"[(\[【〔<〈《]\s*([^()\[\]【】〔〕<>〈〉《》{COLONS}]{{2,14}}{COLON}[^()\[\]【】〔〕<>〈〉《》]+?)\s*[)\]】〕>〉》]"
)
"""Brackets round a label and what it labels: `(담당부서: 도로과)`."""
_EXTENSION = rf"(?:내선|구내)(?:번호)?\s*[{COLONS}.]?\s*\d{{3,5}}(?!\d)"
_PHONE = re.compile(
    rf"{TELEPHONE}|{_EXTENSION}|" r"\d{2,4}\s*[-–)]\s*\d{3,4}\s*-\s*\d{4}|(?<!\d)\d{3,4}\s*-\s*\d{4}(?!\d)"
)
WHOLE_PHONE = re.compile(rf"{TELEPHONE}?\s*\(?0\d{{1,2}}\)?\s*[-–.]?\s*\d{{3,4}}\s*[-–.]\s*\d{{4}}")
_PARTS = re.compile(r"(?:^|(?<=\s[/|]\s)|(?<=\t))(?=\S)")  # `전라남도 신안군 / 담당부서 : 보건행정과`
OVER_OFFICE = r"(?:[가-힣·]{2,10}(?:국|실|본부|센터)\s)?"
"""The office that the one behind it is of, or nothing (`경제산업국 지역경제과`)."""

_BODYS_OFFICE = re.compile(
    r"(?:[가-힣]{2,7}\s+)?[가-힣]{1,6}(?:시|도|군|구)\s+(?:[가-힣]{1,8}(?:소|원|국|본부|센터)\s+)?[가-힣]{2,10}(?:과|담당관|사업소|보건소|기술센터)(?:\s+[가-힣]{2,8}팀)?"
)
_ALONE = re.compile(rf"{OVER_OFFICE}[가-힣]{{2,7}}(?<![효결성])(?:과|담당관)(?:\s[가-힣]{{2,6}}팀)?")
_LETTERS_OF_NAME = r"(?:[가-힣]\s?){2,4}"
_NAME = re.compile(
    rf"{_LETTERS_OF_NAME}(?:[({TELEPHONES}]|(?:[,/{MIDDOTS}]\s?{_LETTERS_OF_NAME})*$)"
    r"|[가-힣]{2,4}\s(?:[가-힣]{1,2}(?:장|관)|담당자?)(?![가-힣])"
)
"""What begins behind a label of people: a name, a list of them, or a name and a role."""
LABELLED = re.compile(rf"([가-힣][가-힣\s·]{{0,10}}?)\s*{COLON}\s*\S")
PERSON = re.compile(r"(?:업무\s?)?담당자?|담당\s?공무원")
_IN_CHARGE = r"(?:[가-힣]{2,12}(?:과|팀|국|실|소|단)장|담당자?|주무관)"
"""The chief of an office that is named with the role, or somebody who has no office of their own."""
_PERSON_FIRST = re.compile(
    r"(?:[가-힣]{2,12}(?:과|국|실|소|단|팀|담당관|센터)\s+)?"
    rf"(?:{_IN_CHARGE}\s*[가-힣]{{2,4}}|[가-힣]{{2,4}}\s*(?:과장|팀장|주무관|담당자?))(?![가-힣])"
)
"""What begins behind a label that only people have (`책임자 : 도시재생과장 홍길동`)."""
_CHIEF = re.compile(
    rf"(?:{_IN_CHARGE}\s*{COLON}?\s*[가-힣]{{2,4}}(?![가-힣])\s*(?:\(?{TELEPHONE}?\s*[\d\-]{{3,14}}\)?)?[\s,/|·]*){{2,6}}"
)
_BARE_ROLES = re.compile(
    rf"(?:(?:[과팀국실소단계]\s?장|담\s?당\s?자?|주무관)\s*{COLON}?\s*[가-힣]{{2,4}}\s*\(?{TELEPHONE}?\s*\d[\d\-]{{2,13}}\)?(?:\s*[,/|·]\s*|\s+|$)){{2,6}}"
)
"""People by the telephone whose office stands elsewhere: `과장 홍길동 710-3981 | 팀장 김가나 710-3982`."""
_PERSONS_PHONE = re.compile(rf"{_IN_CHARGE}\s*{COLON}?\s*[가-힣]{{2,4}}\s*[(（]?{TELEPHONE}\s*[\d\-]{{3,14}}\s*[)）]?")
_ROLE = re.compile(rf"(?:[가-힣](?:장|관)|담당자?|주무관)\s*{COLON}?\s*[가-힣]{{2,4}}(?![가-힣])")
_SIGNED = re.compile(r"\d{3}")
NAME_LETTERS = 3
"""How many letters a line has that is a name alone (`담당자` over `홍길동`); shorter ones may be other words."""

_MOST_WORDS = 6
PHONE_SIGN = re.compile(rf"{TELEPHONE}|{_EXTENSION}")
_ONE_PERSON = re.compile(
    r"(?:[가-힣]{2,12}(?:과|국|실|소|단|팀|계|담당관|센터|본부)\s+){0,3}"
    rf"(?:(?:[가-힣]{{0,10}}(?:과|팀|국|실|소|단|계)장|담당자?|주무관|사무관|담당관|실무관|주사보?)\s*{COLON}?\s*(?P<name>[가-힣]{{2,4}})(?![가-힣])"
    r"|(?P<before>[가-힣]{2,4})\s*(?:과장|팀장|계장|담당자?|주무관|사무관|실무관|주사보?)(?![가-힣]))"
    rf"\s*[(（]?\s*(?:{TELEPHONE}\s*\(?\d[\d\-)~]{{2,14}}|{_EXTENSION}|(?:전화|연락처|(?i:tel))?\s*[{COLONS}.]?\s*(?:0\d{{1,2}}[-)])?\d{{3,4}}-\d{{4}})"
    r"(?:~\d{1,4})?\s*[)）]?"
)
"""One person with a role and a telephone, and nothing else: `주무관 홍길동(내선 1234)`, `관광과 홍길동 팀장 ☎ 123-4567`."""
OFFICE = re.compile(
    r"(?:(?<![가-힣])[가-힣]{2,}|[A-Za-z][0-9A-Za-z-]{1,30})(?:과|팀|국|실|소|담당관|센터|본부|단|계|부)장?(?![가-힣])"
)


_INSTITUTIONS = re.compile(r"(?:[가-힣]{2,}(?:관|원|읍|면|동)(?:\s*[,/·]\s*|$))+")
"""Institutions and the offices of places that are in charge (`시립도서관, 평생학습원`), where a label of offices says so."""


@lru_cache(maxsize=4096)
def names_office(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line outside the section of people in charge names one: by a label, by a telephone sign beside an office, by an
    office that begins the line and a telephone number, or as the body's (`울산광역시 북구 여성가족과`) and nothing else."""
    return names_people(text, False, vocabulary) or _names_shortly(text, vocabulary) or names_bare_office(text)


def _names_shortly(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but an office behind a label that says so only in a card's head or form (`주관 : 교통과`)."""
    rest = _behind_short_label(text, vocabulary)
    return rest is not None and is_office(rest)


def names_by_telephone(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line without a label of people in charge names them all the same: see `names_bare_office`; or by a short label, an office and
    a telephone number (`주관: 교통과(홍길동 000-0001)`)."""
    if names_bare_office(text):
        return True
    rest = _behind_short_label(text, vocabulary)
    return rest is not None and len(text) <= _LONGEST_LINE and bool(OFFICE.match(rest) and _PHONE.search(rest))


def _behind_short_label(text: str, vocabulary: Vocabulary) -> str | None:
    label = LABELLED.match(text)
    if label is None or fold(label[1]) not in vocabulary.people.folded("short_labels"):
        return None
    return text[label.end() - 1 :]


def is_office(text: str) -> bool:
    """Whether a line is nothing but the name of an office, with the one over it and its team or not (`도시건축과`, `교통과 버스팀`)."""
    return _ALONE.fullmatch(text) is not None


def is_institution(text: str) -> bool:
    """Whether words are nothing but the names of institutions or of offices of places (`평생학습원`), where a label of offices says so."""
    return _INSTITUTIONS.fullmatch(text) is not None and not text.endswith(("지원", "공원"))


def is_telephone(text: str) -> bool:
    """Whether words are nothing but a telephone number, its sign before it or not."""
    return WHOLE_PHONE.fullmatch(text) is not None


def names_bare_office(text: str) -> bool:
    """Whether a line without a label of people in charge names an office or a person by the telephone, or an office as the body's."""
    if len(text) > _LONGEST_LINE and len(text) > _LONGEST_PERSON * len(PHONE_SIGN.findall(text)):
        return False
    if _BODYS_OFFICE.fullmatch(text.strip("()（） ")) or _CHIEF.fullmatch(text) or _BARE_ROLES.fullmatch(text):
        return True
    if (body := _BODYS_OFFICE.match(text)) is not None and text[body.end() :].lstrip()[:1] in ("(", "（"):
        return bool(_PHONE.search(text, body.end()) or _ROLE.search(text, body.end()))
    if PHONE_SIGN.search(text):
        return bool(OFFICE.search(text) or _PERSONS_PHONE.fullmatch(text))
    # Without a telephone sign the line must begin with the office, and its number be one of two parts.
    return bool(OFFICE.match(text) and _PHONE.search(text))


def is_person(words: str, vocabulary: Vocabulary) -> bool:
    """Whether the words of a line, its bullet apart, are one person with a role and a telephone and nothing else."""
    if len(words) > _LONGEST_LINE or _SIGNED.search(words) is None:
        return False
    found = _ONE_PERSON.fullmatch(words)
    return found is not None and (found["name"] or found["before"])[0] in vocabulary.names["family"]


@lru_cache(maxsize=4096)
def names_people(text: str, in_section: bool, vocabulary: Vocabulary) -> bool:
    """Whether a line names an office or a person in charge: by a label (`담당부서: 기획예산과`), or, under the heading
    of that section, by a telephone sign, an office or a role."""
    if last_change(text, vocabulary):
        return False
    words = split_marker(text, vocabulary).words
    if words[:1] in _BRACKETS:
        whole = _IN_BRACKETS.fullmatch(words)
        opened = words[1:] if _SHUT.search(words) is None else _BRACKETED.sub(r"\1: ", words)
        words = whole[1] if whole is not None else opened
    firsts = _first_letters(vocabulary)
    # Most lines are of one part, and begin with none of the labels' letters.
    starts = (
        (0,)
        if "\t" not in words and "/" not in words and "|" not in words
        else [part.start() for part in _PARTS.finditer(words)]
    )
    for start in starts:
        label = _LABEL.match(words, start) if words[start : start + 1] in firsts else None
        if label is None:
            continue
        match = vocabulary.sections.match(label.group("label"), rough=False)
        rest = words[label.end() :].lstrip()
        if match is None and _PERSON_FIRST.match(rest):
            marked = vocabulary.marked_sections.match(label.group("label"), rough=False)
            if marked is not None and marked.key == "contacts":
                return True
        if match is not None and match.key == "contacts":
            said = fold(label.group("label"))
            named = PERSON.fullmatch(said) and _NAME.match(rest)
            if said in vocabulary.head_kinds["department"] and _INSTITUTIONS.fullmatch(rest):
                return True
            return bool(named or _PHONE.search(rest) or OFFICE.search(rest))
    if not in_section or len(text) > 160 or vocabulary.labels.match(words, rough=False) is not None:
        return False  # `신규여부` is no office
    section = vocabulary.sections.match(words, rough=False)
    if section is not None and section.key != "contacts":
        return False  # nor is `기대효과`
    if _PHONE.search(words) or _is_role_or_name(words, vocabulary):
        return True
    # A sentence may hold what looks like an office (`공동체 회복과 행정 신뢰도 향상`).
    return bool(OFFICE.search(words)) and (len(words.split()) <= _MOST_WORDS or _ROLE.search(words) is not None)


def _is_role_or_name(words: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a name, a role or one of each, and nothing else (`홍길동`, `과장`, `과장 홍길동`)."""
    family, roles = vocabulary.names["family"], vocabulary.people.spellings["roles"]
    if len(words) == NAME_LETTERS and words[0] in family and words not in roles:
        no_name = (vocabulary.heads, vocabulary.options)  # `이행률`, `임기내`
        return words not in body_names() and all(known.match(words, rough=False) is None for known in no_name)
    if "," in words:
        return all(_is_role_or_name(part.strip(), vocabulary) for part in words.split(","))
    parts = plain_colons(words).replace(":", " ").split()
    if not 1 <= len(parts) <= 2 or not any(part in roles for part in parts):
        return False
    if len(parts) == 1 and vocabulary.sections.match(words, rough=False) is not None:
        return False  # `담당자` over a name labels it
    return all(part in roles or (2 <= len(part) <= 4 and part[0] in family) for part in parts)


@lru_cache(maxsize=8)
def _first_letters(vocabulary: Vocabulary) -> frozenset[str]:
    """The letters that a label of people in charge begins with."""
    known = (vocabulary.sections, vocabulary.marked_sections)
    spellings = [spelling for words in known for spelling in words.spellings["contacts"]]
    if any(spelling.startswith(ANY_NAME) for spelling in spellings):
        return frozenset(map(chr, range(ord("가"), ord("힣") + 1)))
    return frozenset(fold(spelling)[:1] for spelling in spellings)


def _is_of_page(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label is of what a page says of itself (`작성일`)."""
    return fold(label) in vocabulary.dates.folded("page_notes")


def end_of_people(text: str, vocabulary: Vocabulary) -> int:
    """Where in a line of people in charge, behind a bullet, something else is labelled behind the same bullet (`▷ 담당부서 : 건설과
    ▷ 사업기간 : 2018. 7. ~`); else its end."""
    marker = split_marker(text, vocabulary).marker
    place = text.find(marker, 1) if marker else -1
    while marker and place > 0:
        label = LABELLED.match(split_marker(text[place:], vocabulary).words)
        match = vocabulary.sections.match(label[1], rough=False) if label is not None else None
        if (match is not None and match.key != "contacts") or (label is not None and _is_of_page(label[1], vocabulary)):
            return place
        place = text.find(marker, place + 1)
    return len(text)
