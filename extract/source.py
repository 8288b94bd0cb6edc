"""A file's bytes → the document: what the file is, told from its bytes alone, and the reader for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pledgecards.extract.document import Document, Notice, Unreadable
from pledgecards.extract.filekind import advice_for, foreign_kind, is_pdf
from pledgecards.extract.outlines import is_outlined, is_outlined_in_part
from pledgecards.extract.page import Page
from pledgecards.extract.paging.edges import runs_off
from pledgecards.extract.text import read_text
from pledgecards.extract.text.encoding import decode
from pledgecards.schemas.notation import YEAR
from pledgecards.schemas.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pledgecards.extract.pdf.canvas import Canvas

PDF = "application/pdf"
TEXT = "text/plain"
OTHER = "application/octet-stream"

_MARKS_ONLY = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_FEWEST_LETTERS = 10
"""A page with fewer letters than this under a picture is a scan: a stamp or a page number is no text layer."""

_FEW_LETTERS = 100
"""Under a picture as large as a scan's, a page with fewer letters than this says little itself: a cover, or a table put in as a picture."""

_PICTURE = 0.5
"""The least share of a page that a scan's picture covers."""

_MOSTLY = 0.9
_GARBLED = 0.3
# A glyph without a Unicode value, or with one that only its own font knows; and dingbats, where they are of many kinds: numbered glyphs.
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\u2701-\u27bf]")
_MOST_DINGBATS = 20
"""No page has more kinds of ticks, stars and arrows."""

# Letters of other scripts within a Korean word, and unmapped glyphs behind a letter: the font's map is wrong in part.
_ALIEN = "\u00aa\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0e7f\u10a0-\u10ff"
_STRAY = re.compile(f"(?<=[가-힣])[{_ALIEN}]|[{_ALIEN}](?=[가-힣])|(?<=[가-힣\\d])\ufffd")
_SUSPECT = re.compile(f"[{_ALIEN}\ufffd\ue000-\uefff\uf100-\uf8ff]")
_FEWEST_STRAYS = 3
# One such is enough where no Korean word has any: an accented letter by itself in it (`임기í분`), neither in a foreign word nor a diameter.
_ACCENTED = "\u00c0-\u00d6\u00d9-\u00f6\u00f9-\u024f"
_ALONE = re.compile(
    f"(?<=[가-힣])[{_ACCENTED}](?![A-Za-z{_ACCENTED}])|(?<![A-Za-z{_ACCENTED}])[{_ACCENTED}](?=[가-힣])"
)
# Within a figure, or at its end, one is enough: it may be a digit; and two without any value are no bullet.
_IN_FIGURE = re.compile("(?<=[\\d,.])[\ufffd\ue000-\uefff\uf100-\uf8ff](?=[\\d,.])|(?<=\\d)\ufffd|\ufffd{2,}")
# A letter in place of 0 or 1, as a page was typed or recognised: `2O18`, `9,3l0`, but no `Fe2O3` and no `10l`.
_LIKE_DIGIT = re.compile(
    r"(?<![A-Za-z\d.,])(?:(?=\d)[\d,.]{1,20}(?:[OОΟ](?=[\d,.년월일])|[lI](?=\d|\.\s?\d{1,2}\.))|[lI],?\d{3}(?![A-Za-z\d.-])"
    rf"|{YEAR}\.\s?(?:\d{{1,2}}\.\s?)?l\.)"  # `2020. l. ~ 5.`
)
_NEAR_FIGURE = re.compile(r"[OОΟlI][\d,.년월일]")
_WORD = re.compile(r"[^\s|]{1,20}")
_LETTERS = "{}숫자 {}곳에 숫자와 닮은 글자(「{}」)가 섞여 있습니다. 원본과 견주어 주십시오."
_STRAYS = "{}글자 {}개가 글꼴의 유니코드 정보가 잘못되거나 서로 겹쳐 찍혀 제대로 읽히지 않습니다. 낱말과 숫자를 확인해 주십시오."

_PICTURED = "{}쪽은 대부분 그림이며, 그림 속의 글자는 읽지 않았습니다."
_RUNS_OFF = "{}쪽의 표가 종이 옆으로 넘쳐 잘려 있어, 종이 밖의 칸은 읽지 못했습니다."
_OUTLINED = "{}쪽은 글자의 일부가 글꼴이 아니라 도형으로 그려져 있어, 그 글자는 읽지 못했습니다."

_PAGE_FAULTS = {
    "file.scanned": ("page.failed", "{}쪽은 그림뿐이고 보이는 글자가 없어 읽지 못했습니다."),
    "file.outlined": ("page.failed", "{}쪽은 글자가 글꼴이 아니라 도형으로 그려져 있어 읽지 못했습니다."),
    "file.garbled": ("file.garbled", "{}쪽은 글꼴에 유니코드 정보가 없어 글자를 알 수 없습니다."),
    "page.failed": ("page.failed", "{}쪽의 짜임을 읽지 못했습니다."),
}
"""By what is wrong with a page, the code and the message of its notice."""

_FILE_FAULTS = {
    "file.scanned": (
        "file.scanned",
        "보이는 글자 없이 그림만 있는 스캔본 PDF라 읽을 수 없습니다. 그림에 겹쳐 숨겨 둔 문자인식(OCR) 글자는 틀릴 수 있어 읽지 않습니다.",
    ),
    "file.outlined": (
        "file.scanned",
        "글자가 모두 글꼴이 아니라 도형(윤곽선)으로 그려진 PDF라 읽을 수 없습니다. 글자를 도형으로 바꾸기 전의 파일을 넣어 주십시오.",
    ),
    "file.garbled": (
        "file.garbled",
        "글꼴에 유니코드 정보가 없는 PDF라 글자를 알 수 없습니다. 만든 프로그램에서 PDF로 다시 저장해 넣어 주십시오.",
    ),
    "page.truncated": (
        "file.damaged",
        "그려진 것이 너무 많거나 쪽이 너무 커서 글자를 읽지 못한 PDF입니다. 보통 크기의 쪽으로 다시 저장해 넣어 주십시오.",
    ),
}
"""By what is wrong with (nearly) all pages, the code and the message for the file."""

_NO_PAGE = "읽을 수 있는 쪽이 하나도 없는 PDF입니다."


def media_type_of(data: bytes) -> str:
    """The media type of a file's bytes: PDF, text, or octets where it is evidently neither."""
    if is_pdf(data):
        return PDF
    return OTHER if foreign_kind(data) is not None else TEXT


def read(data: bytes, path: str = "", *, reader: str = "pdfium", vocabulary: Vocabulary | None = None) -> Document:
    """The document of a file's bytes. `path` is not looked at: names of files lie.

    reader: which PDF reader, `pdfium` or `pdfplumber`. vocabulary: the words to lay the pages out by; None: those that ship.
    Raises Unreadable: `file.empty`, `file.binary` (neither PDF nor text; the message names the kind), `file.garbled`,
    and for PDF `file.encrypted`, `file.damaged` and `file.scanned`.
    """
    if not data or data.isspace() or data in _MARKS_ONLY:
        raise Unreadable("file.empty", "빈 파일입니다.")
    if is_pdf(data):
        return _read_pdf(data, reader, vocabulary)
    kind = foreign_kind(data)
    if kind is not None:
        raise Unreadable("file.binary", f"{kind}입니다. {advice_for(kind)}")
    text, notices = decode(data)
    if not text or text.isspace():
        raise Unreadable("file.empty", "빈칸만 있는 파일입니다.")
    return Document(TEXT, (read_text(text, vocabulary),), (*notices, *_strays(text, None)))


def _strays(text: str, page: int | None) -> list[Notice]:
    """The notice that some of the letters of a page (of a text: None) are not those that are shown."""
    place = "" if page is None else f"{page}쪽의 "
    notices = []
    letters = list(_LIKE_DIGIT.finditer(text)) if _NEAR_FIGURE.search(text) is not None else []
    if letters:
        first = _WORD.match(text, letters[0].start())
        shown = first[0] if first is not None else letters[0][0]
        notices.append(Notice("page.garbled", _LETTERS.format(place, len(letters), shown), page, shown))
    # Few pages hold such a letter at all: that is seen much sooner than what stands around each.
    if _SUSPECT.search(text) is None:
        return notices
    count = len(_STRAY.findall(text))
    in_figures = len(_IN_FIGURE.findall(text))
    if count >= _FEWEST_STRAYS or in_figures or _ALONE.search(text):
        notices.append(Notice("page.garbled", _STRAYS.format(place, max(count, in_figures)), page))
    return notices


def _read_pdf(data: bytes, reader: str, vocabulary: Vocabulary | None) -> Document:
    # The PDF libraries take longer to load than a text file takes to read.
    from pledgecards.extract.layout import settle
    from pledgecards.extract.pdf import open_pdf

    pages: list[Page] = []
    faults: list[str] = []
    with open_pdf(data, reader) as pdf:
        notices: list[Notice] = []
        for number, seen in enumerate(pdf.pages(), 1):
            if isinstance(seen, Notice):
                pages.append(Page(number, 0.0, 0.0, (), trouble=seen.message))
                faults.append("page.failed")
                notices.append(seen)
                continue
            page, fault = _page(seen, pages[-1] if pages else None, vocabulary)
            if fault is not None:
                code, message = _PAGE_FAULTS[fault]
                page = replace(page, trouble=message.format(number))
                faults.append(fault)
                notices.append(Notice(code, message.format(number), number))
            else:
                notices += [*_strays(seen.text, number), *_unread(seen, page.ink)]
            pages.append(page)
        notices += pdf.notices
    cut = {notice.page for notice in pdf.notices if notice.code == "page.truncated"}
    faults += ["page.truncated" for page in pages if page.number in cut and not page.ink and page.trouble is None]
    try:
        _judge(pages, faults)
    except Unreadable as trouble:
        raise Unreadable(trouble.code, trouble.message, [notice for notice in notices if notice.page is None]) from None
    return Document(PDF, tuple(settle(pages, vocabulary)), tuple(sorted(notices, key=lambda notice: notice.page or 0)))


def _page(canvas: Canvas, before: Page | None, vocabulary: Vocabulary | None) -> tuple[Page, str | None]:
    """The page of a canvas that follows the page `before`, and what is wrong with it; it is empty if something is."""
    from pledgecards.extract.layout import lay_out

    fault = _fault(canvas)
    if fault is None:
        try:
            return lay_out(canvas, before, vocabulary), None
        except Exception:  # noqa: BLE001 -- whatever a hostile page does, the others are read
            fault = "page.failed"
    return Page(canvas.number, canvas.width, canvas.height, ()), fault


def _fault(canvas: Canvas) -> str | None:
    """Why nothing can be read of a page as drawn: it is a picture, or its letters are drawn, or have no meaning."""
    unknown = _unknown(canvas.text)
    if not unknown and not len(canvas.images) and not len(canvas.shapes):
        return None  # most pages
    letters = sum(map(len, canvas.text.split()))
    if letters < _FEWEST_LETTERS and _picture_share(canvas) >= _PICTURE:
        return "file.scanned"
    if letters < _FEWEST_LETTERS and is_outlined(canvas):
        return "file.outlined"
    return "file.garbled" if unknown > _GARBLED * letters else None


def _unknown(text: str) -> int:
    """How many signs of a page stand for none that anybody knows."""
    signs = _NO_LETTER.findall(text)
    dingbats = [sign for sign in signs if "\u2701" <= sign <= "\u27bf"]
    return len(signs) if len(set(dingbats)) > _MOST_DINGBATS else len(signs) - len(dingbats)


def _unread(canvas: Canvas, letters: int) -> list[Notice]:
    """The notices of what a page with so many letters shows besides, and nothing reads."""
    notices = []
    if runs_off(canvas):
        notices.append(Notice("page.truncated", _RUNS_OFF.format(canvas.number), canvas.number))
    if is_outlined_in_part(canvas, letters):
        notices.append(Notice("page.outlined", _OUTLINED.format(canvas.number), canvas.number))
    if letters < _FEW_LETTERS and len(canvas.images) and _picture_share(canvas) >= _PICTURE:
        notices.append(Notice("page.picture", _PICTURED.format(canvas.number), canvas.number))
    return notices


def _picture_share(canvas: Canvas) -> float:
    """The share, 0..1, of the page that pictures cover; strips of one picture count together."""
    area = sum(
        max(0.0, min(x1, canvas.width) - max(x0, 0.0)) * max(0.0, min(bottom, canvas.height) - max(top, 0.0))
        for x0, top, x1, bottom in canvas.images.tolist()
    )
    return min(1.0, float(area) / max(1.0, canvas.width * canvas.height))


def _judge(pages: Sequence[Page], faults: Sequence[str]) -> None:
    """Raises Unreadable where (nearly) every page that shows anything has the same fault, or no page shows anything."""
    readable = sum(page.trouble is None and page.ink > 0 for page in pages)
    if not readable and not faults:
        raise Unreadable("file.empty", "글자도 그림도 없는 빈 PDF입니다.")
    for fault, (code, message) in _FILE_FAULTS.items():
        if faults.count(fault) >= _MOSTLY * (readable + len(faults)):
            raise Unreadable(code, message)
    if not readable:
        raise Unreadable("file.damaged", _NO_PAGE)
