"""Which lines name people in charge."""

from __future__ import annotations

import re

from pledgecards.extract.markers import split_marker
from pledgecards.schemas.vocabulary import Vocabulary

_LABEL = re.compile(
    r"(?P<label>[가-힣][가-힣\s·]{0,12}?[가-힣])\s*(?:[:：\t]|\s(?=[가-힣]{2,}(?:과|팀|국|실|소|담당관|센터|본부|단)(?:장)?\b))"
)
_PHONE = re.compile(r"[☎☏✆℡]|\d{2,4}\s*[-–)]\s*\d{3,4}\s*-\s*\d{4}|(?<!\d)\d{3,4}\s*-\s*\d{4}(?!\d)")
_OFFICE = re.compile(r"[가-힣]{2,}(?:과|팀|국|실|소|담당관|센터|본부|단|계|부)장?(?![가-힣])")


def names_office(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line outside the section of people in charge names one: by a label, or by a telephone sign beside an office."""
    if names_people(text, False, vocabulary):
        return True
    return len(text) <= 80 and bool(re.search(r"[☎☏✆℡]", text)) and bool(_OFFICE.search(text))


def names_people(text: str, in_section: bool, vocabulary: Vocabulary) -> bool:
    """Whether a line names an office or a person in charge: by a label (`담당부서: 기획예산과`), or, under the heading
    of that section, by a telephone sign, an office or a role."""
    words = split_marker(text, vocabulary).words
    label = _LABEL.match(words)
    if label is not None:
        match = vocabulary.sections.match(label.group("label"), rough=False)
        if match is not None and match.key == "contacts":
            rest = words[label.end() :]
            return bool(_PHONE.search(rest) or _OFFICE.search(rest))
    if not in_section or len(text) > 160:
        return False
    return bool(_PHONE.search(words) or _OFFICE.search(words))
