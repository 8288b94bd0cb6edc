"""Lines that are nothing but people in charge, told by what each of their words is."""

from __future__ import annotations

import re

from pledgecards.extract.markers import split_marker
from pledgecards.extract.people.broken_numbers import breaks_number
from pledgecards.extract.people.lines import (
    LABELLED,
    NAME_LETTERS,
    OFFICE,
    PERSON,
    PHONE_SIGN,
    WHOLE_PHONE,
    is_institution,
    is_office,
    is_person,
    is_telephone,
    names_office,
)
from pledgecards.schemas.notation import COLON, COLONS, TELEPHONES
from pledgecards.schemas.vocabulary import Vocabulary, fold

_CHIEF_OF = re.compile(r"[가-힣]{2,}(?:과|팀|국|실|소|단|계)장")
_OFFICES_ONLY = ("과", "팀", "실", "센터", "본부", "담당관")
_BETWEEN_WORDS = re.compile(rf"[\s/,{COLONS}|·()（）{TELEPHONES}]+")
_OFFICE_AND_NAME = re.compile("[OR]N|NR")
_WITH_ROLES = re.compile("(?:O*(?:RN|NR)P*)+")
_CUT_ROW = re.compile("N?P+(?:O*(?:RN|NR)P*)*")
"""What goes on from a line that ends in a role, or in the sign of a telephone."""
_LAST_FIGURES = re.compile(r"\d{4}")
_PHONE_WORD = re.compile(r"(?<![A-Za-z가-힣])(?:(?i:tel)\.?|전화|내선)\s?:?\s?(?=\(?\d|$)")
_SEVERAL_WITH_ROLES = re.compile("(?:O*(?:RN|NR)P*){2,}")
_BETWEEN_LABELS = re.compile(rf"\s*{COLON}?\s+(?=[\d({TELEPHONES}])|(?<=\d)\s*[,/|]?\s+(?=[가-힣])")
_LONGEST_ROW = 160
_CUT_TITLE = re.compile(r"([\s,(/])\s*([가-힣]{1,8})$")
_REST_OF_TITLE = re.compile(r"([가-힣]{1,8})\s([가-힣]{3})(?![가-힣])")
_CUT_NAME = re.compile(r"(?:담당자?|[가-힣](?:장|관)|주무관)\s([가-힣]{1,2})$")
_REST_OF_NAME = re.compile(rf"([가-힣]{{1,2}})\s?[(（{TELEPHONES}\d]")
_PEOPLE_IN_A_ROW = re.compile(r"(?:O*(?:R+N|RO+N|NR+|N$|NP|RP|O+N|O+R)P*)+|R+|O+P+|O*R+")


def is_only_people(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but people: their offices, roles, names of three letters and numbers (`도로과 과장 홍길동 / 1234`)."""
    return _PEOPLE_IN_A_ROW.fullmatch(_kinds(text, vocabulary)) is not None


def is_in_charge(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a card's head says who is in charge: an office, a person by the telephone, or a row of people."""
    if names_office(text, vocabulary) or is_office(text) or is_person(text, vocabulary):
        return True
    return is_row_of_people(text, vocabulary)


def says_whom(words: str, vocabulary: Vocabulary, *, in_section: bool) -> bool:
    """Whether the words of a line are nothing but people: one by the telephone, or, under the heading of such, any, an institution
    (`평생학습원`), or people of whom the line cuts off the last name (`팀장 김가나 (2811), 담당 이`)."""
    if is_person(words, vocabulary) or is_signature(words, vocabulary):
        return True
    if not in_section or len(words) > _LONGEST_ROW:
        return False
    if any(known.match(words, rough=False) is not None for known in (vocabulary.sections, vocabulary.labels)):
        return False
    kinds = _kinds(words, vocabulary)
    if kinds.endswith("RX") and words.split()[-1][0] in vocabulary.names["family"] and _CUT_NAME.search(words):
        kinds = f"{kinds[:-1]}N"
    return set(kinds) == {"O"} or _PEOPLE_IN_A_ROW.fullmatch(kinds) is not None


def whole_people(above: str, below: str, vocabulary: Vocabulary) -> str | None:
    """The line of people that two lines break within a telephone number (see `breaks_number`) or a name (`담당 이` / `다라 (2812)`)."""
    if breaks_number(above, below):
        return above + ("" if above[-1] in "-0123456789" else " ") + below
    if _breaks_title(above, below, vocabulary):
        return above + below
    cut, rest = _CUT_NAME.search(above), _REST_OF_NAME.match(below)
    name = cut[1] + rest[1] if cut is not None and rest is not None else ""
    return above + below if len(name) == NAME_LETTERS and name[0] in vocabulary.names["family"] else None


def _breaks_title(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Whether a line ends within the title or the role of its last person, whom the next line names (`(복지기` / `획팀장 홍길동`, `담` / `당 홍길동`)."""
    last, first = _CUT_TITLE.search(above), _REST_OF_TITLE.match(below)
    if last is None or first is None or first[1] in vocabulary.people.spellings["roles"]:
        return False
    title = last[2] + first[1]
    if _kind(title, vocabulary) != "R" or _kind(first[2], vocabulary) != "N":
        return False
    return _kind(last[2], vocabulary) == "X" or last[1] == "("


def is_signature(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but a name, an office and a telephone, in any order (`홍길동 / 도로과 / 02-000-0001`)."""
    if len(text) > _LONGEST_ROW or WHOLE_PHONE.search(text) is None:
        return False
    kinds = _kinds(text, vocabulary)
    return set("NOP") <= set(kinds) <= set("NORP")


def is_row_of_people(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but several people, each with a role (`과장 홍길동 팀장 김가나`), or their telephones in turn, each behind its
    label (`전화 02-000-0001 전화 02-000-0002`): the rows of a table of people, whose cells a copy sets in lines."""
    if len(text) > _LONGEST_ROW:
        return False
    return is_row_of_phones(text, vocabulary) or _SEVERAL_WITH_ROLES.fullmatch(_kinds(text, vocabulary)) is not None


def is_row_of_phones(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but telephones, several and each behind its label."""
    words = _BETWEEN_LABELS.split(text.strip())
    labels, phones = words[::2], words[1::2]
    if len(phones) < 2 or len(labels) != len(phones):
        return False
    return all(fold(label) in vocabulary.head_kinds["phone"] for label in labels) and all(map(is_telephone, phones))


def is_below_person(above: str, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a word alone on its line, which may be a name or not (`공동체`), stands below somebody named with an office or a role."""
    return _kinds(text, vocabulary) == "N" and _OFFICE_AND_NAME.search(_kinds(above, vocabulary)) is not None


def _kinds(text: str, vocabulary: Vocabulary) -> str:
    words = split_marker(text, vocabulary).words
    words = _PHONE_WORD.sub(" ", words)
    return "".join(_kind(word, vocabulary) for word in _BETWEEN_WORDS.split(words) if word)


def _kind(word: str, vocabulary: Vocabulary) -> str:
    """What a word is among people: an Office, a Role, a Name, a number (Phone), or another (X)."""
    if word in vocabulary.people.spellings["roles"]:
        return "R"
    if word[0].isdigit():
        return "P"
    if _CHIEF_OF.fullmatch(word) is not None:
        return "R"
    if word.endswith(_OFFICES_ONLY) and OFFICE.fullmatch(word) is not None:
        return "O"
    if len(word) == NAME_LETTERS and word[0] in vocabulary.names["family"]:
        return "N" if vocabulary.options.match(word, rough=False) is None else "X"  # 이정국, too, but not 임기내
    return "O" if OFFICE.fullmatch(word) is not None or is_institution(word) else "X"


def goes_on_people(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line right below people in charge labels more of them (`담당팀: 도로팀`, `성명: 홍길동`, `전화번호: 1234`), or is the
    next cells of their row: telephones with their signs, or people with a role each (`도로팀장 김가나`), the first of whom may have it at the end of the
    line above (`담당` over `홍길동 Tel. 1234`)."""
    words = split_marker(text, vocabulary).words
    if (PHONE_SIGN.match(words) and is_telephone(words)) or WHOLE_PHONE.fullmatch(words.strip("()（） ")):
        return True
    kinds = _kinds(text, vocabulary)
    told = kinds[:1] == "N" or PHONE_SIGN.match(words) or _PHONE_WORD.match(words)
    if _WITH_ROLES.fullmatch(kinds) or (told and _CUT_ROW.fullmatch(kinds) and _LAST_FIGURES.search(words)):
        return True
    if is_row_of_phones(text, vocabulary):
        return True
    label = LABELLED.match(words)
    if label is None or len(text) > 80:
        return False
    heads = vocabulary.head_kinds
    named = any(fold(label[1]) in heads[kind] for kind in ("department", "role", "name", "phone"))
    return named or PERSON.fullmatch(label[1]) is not None
