"""What a file is by its first bytes: a PDF, a known kind that holds no readable text, or perhaps text."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"%PDF-")
_HEADER_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_END = b"PK\x05\x06"
"""Before the end of every archive; one that was cut off has none."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"HWP Document File", "한글(HWP) 파일"),
    (b"\x89PNG\r\n\x1a\n", "그림(PNG) 파일"),
    (b"\xff\xd8\xff", "그림(JPEG) 파일"),
    (b"GIF87a", "그림(GIF) 파일"),
    (b"GIF89a", "그림(GIF) 파일"),
    (b"II*\x00", "그림(TIFF) 파일"),
    (b"MM\x00*", "그림(TIFF) 파일"),
    (b"\x1f\x8b\x08", "압축(GZIP) 파일"),
    (b"7z\xbc\xaf\x27\x1c", "압축(7z) 파일"),
    (b"Rar!\x1a\x07", "압축(RAR) 파일"),
    (b"BZh", "압축(BZIP2) 파일"),
    (b"\xfd7zXZ\x00", "압축(XZ) 파일"),
    (b"ALZ\x01", "압축(ALZ) 파일"),
    (b"EGGA", "압축(EGG) 파일"),
    (b"PAR1", "Parquet 파일"),
    (b"SQLite format 3\x00", "데이터베이스(SQLite) 파일"),
    (b"\x7fELF", "실행 파일"),
    (b"{\\rtf", "서식 문서(RTF)"),
    (b"%!PS", "포스트스크립트(PS) 파일"),
)

_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"application/hwp+zip", "한글(HWPX) 파일"),
    (b"Contents/section0.xml", "한글(HWPX) 파일"),
    (b"application/vnd.oasis", "오픈도큐먼트(ODF) 파일"),
    (b"word/", "워드(DOCX) 파일"),
    (b"xl/", "엑셀(XLSX) 파일"),
    (b"ppt/", "파워포인트(PPTX) 파일"),
)

_IN_OLE: tuple[tuple[str, str], ...] = (
    ("HwpSummaryInformation", "한글(HWP) 파일"),
    ("FileHeader", "한글(HWP) 파일"),
    ("WordDocument", "워드(DOC) 파일"),
    ("Workbook", "엑셀(XLS) 파일"),
    ("PowerPoint Document", "파워포인트(PPT) 파일"),
)

_CUT = "끝이 잘린 압축(ZIP) 파일"

_ADVICE: tuple[tuple[tuple[str, ...], str], ...] = (
    ((_CUT,), "온전한 파일을 다시 받아 넣어 주십시오."),
    (("압축",), "압축을 풀어 다시 넣어 주십시오."),
    (("그림",), "글자가 들어 있는 원본을 PDF로 저장해 넣어 주십시오."),
    (("Parquet", "데이터베이스", "실행"), "공약카드가 담긴 PDF나 텍스트를 넣어 주십시오."),
)
"""By the first word of a kind, what to do with the file."""
_SAVE = "PDF로 저장해 다시 넣어 주십시오."

_MARKUP = re.compile(
    rb"\s*(?:<!--(?:(?!-->).){0,2000}-->\s*+){0,10}+(?:<!doctype html|<(?:html|head|body|meta|link|style|script)[\s>]|(<\?xml\s|<(?:hwpml|svg)[\s>]))",
    re.IGNORECASE | re.DOTALL,
)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF: its header stands first, or near its beginning if the body is one."""
    found = _HEADER.search(data, 0, _HEADER_WITHIN + 5)
    if found is None:
        return False
    if not data[: found.start()].strip(b"\xef\xbb\xbf\x00\t\n\f\r "):
        return True
    # After junk the header alone says little: a text may speak of `%PDF-1.7`, and an archive may carry a PDF.
    return foreign_kind(data) is None and (b"startxref" in data or b" obj" in data)


def foreign_kind(data: bytes) -> str | None:
    """The Korean name of a known kind of file that is neither PDF nor text (`한글(HWP) 파일`), or None."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(_ZIP):
        kind = next((kind for sign, kind in _IN_ZIP if sign in data), "압축(ZIP) 파일")
        return kind if _ZIP_END in data or "압축" not in kind else _CUT
    if data.startswith(_OLE):
        return next((kind for name, kind in _IN_OLE if name.encode("utf-16-le") in data), "오피스 문서(OLE) 파일")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "그림(WEBP) 파일"
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        return "그림(BMP) 파일"
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return "실행 파일"
    markup = _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf"))
    if markup:
        return "XML 문서" if markup[1] else "웹 문서(HTML)"
    return None


def advice_for(kind: str) -> str:
    """The Korean sentence that says what to give in place of a file of this kind: a document can be saved as PDF, a program cannot."""
    return next((advice for words, advice in _ADVICE if kind.startswith(words)), _SAVE)
