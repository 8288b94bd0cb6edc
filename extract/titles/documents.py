"""The name of a document at the head of a card, and the name of the body whose document it is."""

from __future__ import annotations

import re

from pledgecards.extract.captions import as_of_note, part_of
from pledgecards.extract.markers import BARS, unboxed
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_DOCUMENT = re.compile(r"공약.{0,14}(?:카드|계획서|점검표|관리표|현황표|상황표|보고서|자료집|책자|모음집|백서)$")
_PAGE_BEHIND = re.compile(r"\t[-–]?\s*\d{1,4}\s*[-–]?$")
REMARK_BEHIND = re.compile(r"\s*[(\[【〔（][^()\[\]【】]*[)\]】〕）]$")
"""Brackets behind the words of a line."""

APART = re.compile(r"\t|\s+[·|/]\s+")
"""What parts the name of a document from the number behind it: a wide gap, or a sign between spaces."""

_BETWEEN_WORDS = re.compile(rf"[{BARS}{MIDDOTS}/,_]|\s[-–]\s")
_OF_BODY = re.compile(
    r"민선\d{1,2}기|[1-4](?:분기)?|[상하]반기|['’]?\d{2,4}(?:년도?|\.)?|제?\d{1,2}기|[가-힣]{1,6}(?:시|군|구|도)|[가-힣]{0,6}(?:시장|군수|구청장|도지사)"
)
"""A word before the name of the document: its term, its year, its body, whose pledges they are."""

BODY = re.compile(
    r"[가-힣]{2,4}(?:특별시|광역시|특별자치시|특별자치도|도)(?:\s[가-힣]{1,4}[시군구])?"
    r"|(?:서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남)시?\s[가-힣]{1,4}[시군구]"
)
"""The full name of a local government."""


_BODY_BEFORE = re.compile(rf"(?:{BODY.pattern})\s+[{MIDDOTS}{BARS}/]\s+")


def without_body(text: str) -> str:
    """A line without the body that a sign parts from what it says (`충청북도 청주시 · 담당: 하천과`)."""
    return _BODY_BEFORE.sub("", text, count=1) if _BODY_BEFORE.match(text) is not None else text


def names_body(text: str) -> bool:
    """Whether a line is nothing but the name of a local government (`경상북도 포항시`, `경북 상주시`)."""
    return BODY.fullmatch(text) is not None or text in body_names()


def names_document(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line only names the kind of document, its body and its term before it or not (`○○시 공약사업 관리카드`); the body, a number or the
    day that figures are of may stand behind a wide gap or a sign (`공약 관리카드 · 2020. 6. 30. 현재`)."""
    text = unboxed(text)
    parts = [part.strip() for part in APART.split(text)]
    number = numbered(parts[1], vocabulary) if len(parts) == 2 else None
    if (number is not None and number.named and not number.title) or (
        len(parts) == 2 and as_of_note(parts[1]) == parts[1]
    ):
        text = parts[0]
    parts = [part.strip() for part in text.split("\t")]
    if len(parts) == 2 and any(names_body(part.strip("()[] ")) for part in parts):
        text = next((part for part in parts if not names_body(part.strip("()[] "))), text)
    bare = REMARK_BEHIND.sub("", _PAGE_BEHIND.sub("", text)).strip("[]【】<>〈〉《》≪≫「」『』■□◆◇ ")
    if _DOCUMENT.search(bare) is not None and numbered(text, vocabulary) is None:
        return True
    words = _BETWEEN_WORDS.sub(" ", bare).split()
    for start in range(min(len(words), 5)):
        met = vocabulary.cards.match(" ".join(words[start:]), rough=False)
        if met is not None and met.key == "document_names":
            return True
        if not _OF_BODY.fullmatch(words[start]):
            return False
    return False


def day_of_document(line: Line | None) -> list[Line]:
    """The day that figures are of, in a line that names the kind of document."""
    note = as_of_note(line.text) if line is not None else None
    if line is None or not note:
        return []
    start = line.text.index(note)
    return [part_of(line, start, start + len(note))]


def names_sum(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line names pledges, and that a table of a book sums them up (`분야별 공약사업 현황`, `공약사업 총괄표`)."""
    if "공약" not in text:
        return False
    _, begins, ends = vocabulary.sums_of_books
    name = fold(text)
    return name.startswith(begins) or name.endswith(ends)
