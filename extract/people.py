"""Which lines name people in charge."""

from __future__ import annotations

import re

from pledgecards.extract.markers import split_marker
from pledgecards.schemas.vocabulary import Vocabulary

_LABEL = re.compile(
    r"(?P<label>[가-힣][가-힣\s·]{0,12}?[가-힣])\s*(?:[:：\t]|\s(?=[가-힣]{2,}(?:과|팀|국|실|소|담당관|센터|본부|단)(?:장)?\b))"
)
_BRACKETED_LABEL = re.compile(
    r"^[\[【〔<〈《(（]\s*([가-힣][가-힣\s·]{0,12}[가-힣])\s*[\]】〕>〉》)）]\s*[:：]?\s*(?=\S)"
)
_PHONE = re.compile(r"[☎☏✆℡]|\d{2,4}\s*[-–)]\s*\d{3,4}\s*-\s*\d{4}|(?<!\d)\d{3,4}\s*-\s*\d{4}(?!\d)")
_PARTS = re.compile(r"(?:^|(?<=\s/\s)|(?<=\t))(?=\S)")  # `전라남도 신안군 / 담당부서 : 보건행정과`
_BODYS_OFFICE = re.compile(
    r"(?:[가-힣]{2,6}\s+)?[가-힣]{1,6}(?:시|도|군|구)\s+(?:[가-힣]{1,8}(?:소|원|국|본부|센터)\s+)?[가-힣]{2,10}(?:과|담당관)(?:\s+[가-힣]{2,8}팀)?"
)
_SIGN = re.compile(r"[☎☏✆℡]")
_OFFICE = re.compile(r"[가-힣]{2,}(?:과|팀|국|실|소|담당관|센터|본부|단|계|부)장?(?![가-힣])")


def names_office(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line outside the section of people in charge names one: by a label, by a telephone sign beside an office, by an
    office that begins the line and a telephone number, or as the body's (`울산광역시 북구 여성가족과`) and nothing else."""
    if names_people(text, False, vocabulary):
        return True
    if len(text) > 80:
        return False
    if _BODYS_OFFICE.fullmatch(text):
        return True
    # Without a telephone sign the line must begin with the office, and its number be one of two parts.
    return bool(_OFFICE.search(text) if _SIGN.search(text) else _OFFICE.match(text) and _PHONE.search(text))


def names_people(text: str, in_section: bool, vocabulary: Vocabulary) -> bool:
    """Whether a line names an office or a person in charge: by a label (`담당부서: 기획예산과`), or, under the heading
    of that section, by a telephone sign, an office or a role."""
    words = _BRACKETED_LABEL.sub(r"\1: ", split_marker(text, vocabulary).words)
    for part in _PARTS.finditer(words):
        label = _LABEL.match(words, part.start())
        if label is None:
            continue
        match = vocabulary.sections.match(label.group("label"), rough=False)
        if match is not None and match.key == "contacts":
            rest = words[label.end() :]
            return bool(_PHONE.search(rest) or _OFFICE.search(rest))
    if not in_section or len(text) > 160:
        return False
    return bool(_PHONE.search(words) or _OFFICE.search(words))
