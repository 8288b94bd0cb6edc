"""What a file is, told from its bytes: PDF, text in any encoding, or something that cannot be read."""

from __future__ import annotations

import codecs
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.convert import convert_bytes
from pledgecards.extract import layout, pdf
from pledgecards.extract.document import Document, Unreadable
from pledgecards.extract.page import Line
from pledgecards.extract.pdf.canvas import Canvas, Shape, TextStyle
from pledgecards.extract.source import media_type_of, read

TEXT = (
    "25.\n\n나래구 산책로 정비\n\n- **임기내** / 임기외\n\n세부사업\t재원\t계\n산책로\t구비\t1,200\n\n- 착공: '18. 7.\n"
)


def lines(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines()]


def code_of(data: bytes, path: str = "") -> str:
    with pytest.raises(Unreadable) as caught:
        read(data, path)
    return caught.value.code


# Encodings -----------------------------------------------------------------------------------------------------------

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "euc-kr"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_and_line_end_gives_the_same_page(encoding: str, newline: str) -> None:
    document = read(TEXT.replace("\n", newline).encode(encoding))
    assert document.media_type == "text/plain"
    assert document.notices == ()
    assert document.pages == read(TEXT.encode()).pages
    assert lines(document) == ["25.", "나래구 산책로 정비", "- 임기내 / 임기외", "- 착공: '18. 7."]


@settings(max_examples=80, deadline=None)
@given(
    body=st.text(alphabet="가나다라힣뷁 12,.()·-\t\n|*「」■※", max_size=200),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949"]),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_korean_text_comes_back_from_any_encoding(body: str, encoding: str, newline: str) -> None:
    text = "나래구 공약카드\n1. 산책로 정비 (2018. 7.)\n" + body
    assert read(text.replace("\n", newline).encode(encoding)) == read(text.encode())


def test_a_mark_of_byte_order_may_lie_behind_both_utf_16s() -> None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert lines(read(mark + "산책로".encode(encoding))) == ["산책로"]


def test_decomposed_hangul_is_composed() -> None:
    assert lines(read("\u1109\u1161\u11ab\u110e\u1162\u11a8\u1105\u1169".encode())) == ["산책로"]


# Damage --------------------------------------------------------------------------------------------------------------


def test_a_few_broken_bytes_are_repaired_and_said() -> None:
    data = (TEXT * 5).encode()
    document = read(data[:40] + b"\xff" + data[40:])
    (notice,) = document.notices
    assert notice.code == "file.repaired" and "1개" in notice.message


def test_a_text_cut_off_in_a_letter_is_repaired() -> None:
    document = read((TEXT * 3 + "정비").encode()[:-1])
    assert [notice.code for notice in document.notices] == ["file.repaired"]


def test_a_few_control_characters_are_left_out_and_said() -> None:
    document = read(TEXT.replace("산책로 정비", "산책\x00로 정\x07비").encode())
    assert "나래구 산책로 정비" in lines(document)
    assert [notice.code for notice in document.notices] == ["file.repaired"]


def test_what_only_a_terminal_understands_is_left_out() -> None:
    document = read("\x1b[1;31m□\x1b[0m 추진\x1b]0;제목\x07실적\n".encode())
    assert lines(document) == ["□ 추진실적"]
    assert document.notices == ()


def test_one_unknown_sign_within_a_figure_is_said() -> None:
    assert [notice.code for notice in read("총사업비 1\ue000200백만원".encode()).notices] == ["page.garbled"]
    # Two in a row are no bullet: digits that are printed over one another, say.
    assert "page.garbled" in {notice.code for notice in read("총사업비 \ufffd\ufffd명".encode()).notices}
    # Nor is one at the end of a figure: a digit that its cell cuts off, say.
    assert "page.garbled" in {notice.code for notice in read("총사업비 1,20\ufffd".encode()).notices}
    assert "page.garbled" not in {notice.code for notice in read("\ufffd 총사업비 12명".encode()).notices}
    assert read("\uf06e 총사업비 1,200백만원".encode()).notices == ()


def test_invisible_characters_are_left_out_in_silence() -> None:
    document = read("산책\u200b로\ufeff 정\u00ad비".encode())
    assert lines(document) == ["산책로 정비"] and document.notices == ()


def test_zeros_at_the_end_are_left_out_and_said() -> None:
    document = read(TEXT.encode() + bytes(4096))
    assert lines(document) == lines(read(TEXT.encode()))
    (notice,) = document.notices
    assert notice.code == "file.repaired" and "4096바이트" in notice.message


def test_what_is_shown_from_end_to_beginning_is_read_so() -> None:
    assert lines(read("산책로 \u202e01 .5\u202c 정비".encode())) == ["산책로 5. 10 정비"]


def test_fillers_are_spaces() -> None:
    assert lines(read("나래구\u3164산책로\uffa0정\u2800비".encode())) == ["나래구 산책로 정 비"]


def test_entities_of_a_web_page_are_the_signs_that_they_name() -> None:
    document = read("나래구&nbsp;산책로&middot;쉼터 (&#39;19&#x2e; 5.) R&amp;D &D;".encode())
    assert lines(document) == ["나래구 산책로·쉼터 ('19. 5.) R&D &D;"]


def test_a_digit_in_the_frame_of_a_key_is_a_digit() -> None:
    assert lines(read("산책로 1\ufe0f\u20e3 정비".encode())) == ["산책로 1 정비"]


@pytest.mark.parametrize("text", ["2O18년 예산", "9,3l0명", "'19. 1O. 28.", "l,260백만원", "2О20년", "2020. l. ~ 5."])
def test_a_letter_in_place_of_a_digit_is_said(text: str) -> None:
    assert [notice.code for notice in read(f"총사업비 {text}".encode()).notices] == ["page.garbled"]


@pytest.mark.parametrize("text", ["Fe2O3", "O2O", "ISO9001", "우유 10l", "제I장 3,500", "5G", "I-2019", "l 2019년"])
def test_a_letter_beside_a_digit_may_be_one(text: str) -> None:
    assert read(f"총사업비 {text}".encode()).notices == ()


def test_a_text_that_was_lost_before_it_was_saved_is_garbled() -> None:
    assert code_of(("\ufffd\ufffd\ufffd 정비 " * 20).encode()) == "file.garbled"


# Neither PDF nor text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le"), b"\f\f"]
)
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert code_of(data) == "file.empty"


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "application/hwp+zip" if name == "mimetype" else "x")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OLE + "FileHeader".encode("utf-16-le"), "한글(HWP)"),
        (OLE + "WordDocument".encode("utf-16-le"), "워드(DOC)"),
        (OLE, "오피스"),
        (archive("mimetype", "Contents/section0.xml"), "한글(HWPX)"),
        (archive("[Content_Types].xml", "word/document.xml"), "워드(DOCX)"),
        (archive("xl/workbook.xml"), "엑셀(XLSX)"),
        (archive("가.txt"), "압축(ZIP)"),
        (archive("가.txt")[:40], "끝이 잘린 압축(ZIP) 파일입니다. 온전한 파일을 다시 받아"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "JPEG"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"<!DOCTYPE html><html></html>", "HTML"),
        (b"\n<!-- saved -->\n<body><p>1. x</p></body>", "HTML"),
        (b'<meta charset="utf-8"><div>1. x</div>', "HTML"),
        (b'<HWPML Version="2.8"><BODY/></HWPML>', "XML"),
    ],
)
def test_a_known_kind_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == "file.binary"
    assert kind in caught.value.message
    assert media_type_of(data) == "application/octet-stream"


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, bytes(1000), b"\x01\x02\x03\x04" * 50])
def test_other_bytes_are_binary(data: bytes) -> None:
    assert code_of(data) == "file.binary"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        document = read(data)
    except Unreadable as reason:
        assert reason.code.startswith("file.") and reason.message
    else:
        assert document.pages


def test_many_remarks_of_a_web_page_take_no_time() -> None:
    assert media_type_of(b"<!-- -->" * 100_000) == "text/plain"


def test_names_of_files_are_not_looked_at() -> None:
    assert lines(read(TEXT.encode(), "card.pdf"))[0] == "25."
    assert code_of(archive("a"), "card.txt") == "file.binary"


# PDF -----------------------------------------------------------------------------------------------------------------


def canvas(number: int, text: str = "", *, picture: float = 0.0) -> Canvas:
    """A page of 100 × 100 points with its text on one line, and a picture over a share of it."""
    boxes = np.array([[5 + i, 40, 6 + i, 50] for i in range(len(text))], np.float32).reshape(-1, 4)
    none = np.zeros((0, 4), np.float32)
    images = np.array([[0, 0, 100, 100 * picture]], np.float32) if picture else none
    zeros = np.zeros(len(text))
    return Canvas(
        number=number,
        width=100,
        height=100,
        text=text,
        boxes=boxes,
        style=zeros.astype(np.int32),
        styles=(TextStyle("Body", 10, False, 0),),
        turn=zeros.astype(np.int16),
        rules=none,
        rule_widths=np.zeros(0, np.float32),
        fills=(),
        shapes=(),
        images=images,
    )


class FakeFile:
    """An open PDF of given canvases."""

    def __init__(self, canvases: list[Canvas]) -> None:
        self.canvases = canvases
        self.notices: list[object] = []

    def pages(self) -> list[Canvas]:
        return self.canvases

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        pass


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Canvas]:
    canvases: list[Canvas] = []
    monkeypatch.setattr(pdf, "open_pdf", lambda data, reader="pdfium": FakeFile(canvases))
    return canvases


PDF = b"%PDF-1.7\n1 0 obj\nstartxref\n%%EOF"
WORDS = "나래구산책로정비사업개요"


def test_a_pdf_is_one_by_its_header_even_behind_junk() -> None:
    assert media_type_of(PDF) == "application/pdf"
    assert media_type_of(b"\r\n\x00" + PDF) == "application/pdf"
    assert media_type_of(b"HTTP/1.1 200 OK\r\n\r\n" * 10 + PDF) == "application/pdf"
    assert media_type_of(b"x" * 2000 + PDF) == "text/plain"


def test_a_text_that_speaks_of_pdf_is_text() -> None:
    data = "이 문서의 머리는 %PDF-1.7 입니다.".encode()
    assert media_type_of(data) == "text/plain"
    assert lines(read(data)) == ["이 문서의 머리는 %PDF-1.7 입니다."]


def test_pages_of_pictures_are_a_scan(opened: list[Canvas]) -> None:
    opened += [canvas(1, picture=1.0), canvas(2, "- 2 -", picture=0.9)]
    with pytest.raises(Unreadable, match="문자인식") as caught:
        read(PDF)
    assert caught.value.code == "file.scanned"


def test_a_page_of_pictures_among_others_has_failed(opened: list[Canvas]) -> None:
    opened += [canvas(1, WORDS), canvas(2, picture=1.0), canvas(3, WORDS)]
    document = read(PDF)
    assert [page.trouble is None for page in document.pages] == [True, False, True]
    assert [(notice.code, notice.page) for notice in document.notices] == [("page.failed", 2)]


def test_a_small_picture_or_a_blank_page_is_no_scan(opened: list[Canvas]) -> None:
    opened += [canvas(1, WORDS, picture=0.4), canvas(2), canvas(3, picture=0.1)]
    document = read(PDF)
    assert document.notices == ()
    assert [line.text for line in document.pages[0].blocks if isinstance(line, Line)] == [WORDS]


def test_few_letters_on_a_large_picture_are_read_and_the_picture_is_told(opened: list[Canvas]) -> None:
    opened += [canvas(1, WORDS, picture=1.0), canvas(2, WORDS * 9, picture=1.0)]
    document = read(PDF)
    assert [line.text for line in document.pages[0].blocks if isinstance(line, Line)] == [WORDS]
    assert [(notice.code, notice.page) for notice in document.notices] == [("page.picture", 1)]


def outlined(page: Canvas, count: int, height: float = 8.0) -> Canvas:
    """The page with so many letters drawn as shapes, in rows of ten."""
    shapes = [
        Shape("curve", 5 + 8.0 * (i % 10), 10.0 * (i // 10), 12 + 8.0 * (i % 10), 10.0 * (i // 10) + height, None, 0)
        for i in range(count)
    ]
    return replace(page, shapes=tuple(shapes))


def test_letters_drawn_as_shapes_are_no_text(opened: list[Canvas]) -> None:
    opened += [outlined(canvas(1), 60), outlined(canvas(2, "- 2 -"), 60)]
    with pytest.raises(Unreadable, match="도형") as caught:
        read(PDF)
    assert caught.value.code == "file.scanned"


def test_a_page_of_letters_drawn_as_shapes_among_others_has_failed(opened: list[Canvas]) -> None:
    opened += [canvas(1, WORDS), outlined(canvas(2), 60), canvas(3, WORDS)]
    document = read(PDF)
    assert [page.trouble is None for page in document.pages] == [True, False, True]
    assert [(notice.code, notice.page) for notice in document.notices] == [("page.failed", 2)]


def test_a_row_of_letters_drawn_as_one_shape_counts_as_many(opened: list[Canvas]) -> None:
    rows = tuple(Shape("curve", 5, 20.0 * row, 95, 20.0 * row + 9, None, 0) for row in range(4))
    opened += [canvas(1, WORDS), replace(canvas(2), shapes=rows)]
    assert [(notice.code, notice.page) for notice in read(PDF).notices] == [("page.failed", 2)]


def test_more_letters_drawn_than_set_are_told_of_a_page_that_is_read(opened: list[Canvas]) -> None:
    opened += [
        outlined(canvas(1, WORDS * 2), 120),
        outlined(canvas(2, WORDS * 20), 120),
        outlined(canvas(3, WORDS), 60),
    ]
    assert [(notice.code, notice.page) for notice in read(PDF).notices] == [("page.outlined", 1)]


def test_large_and_stroked_shapes_are_no_letters(opened: list[Canvas]) -> None:
    rings = tuple(Shape("curve", 5, 5, 12, 12, 0, None) for _ in range(200))
    opened += [canvas(1, WORDS), outlined(canvas(2), 60, height=60.0), replace(canvas(3), shapes=rings)]
    assert read(PDF).notices == ()


def test_letters_without_meaning_are_garbled(opened: list[Canvas]) -> None:
    opened += [canvas(1, "\ufffd" * 20)]
    assert code_of(PDF) == "file.garbled"
    opened += [canvas(2, WORDS)]
    assert [(notice.code, notice.page) for notice in read(PDF).notices] == [("file.garbled", 1)]


def test_dingbats_of_many_kinds_are_numbered_glyphs(opened: list[Canvas]) -> None:
    """What a printer driver makes of a font: its glyphs in the order in which they come, from ✁ on. Ticks all over a table are none."""
    opened += [canvas(1, "".join(map(chr, range(0x2701, 0x2741))) + " 12")]
    assert code_of(PDF) == "file.garbled"
    opened[:] = [canvas(1, WORDS + "✔✘➔" * len(WORDS))]
    assert read(PDF).notices == ()


def test_a_pdf_that_shows_nothing_is_empty(opened: list[Canvas]) -> None:
    opened += [canvas(1), canvas(2)]
    assert code_of(PDF) == "file.empty"


def test_letters_that_stand_for_others_are_told(opened: list[Canvas]) -> None:
    opened += [canvas(1, "놀이터 Þ설 기본계ß 용î 준공"), canvas(2, "산책로±5㎞ 2×3 (café) α형")]
    assert [(notice.code, notice.page) for notice in read(PDF).notices] == [("page.garbled", 1)]
    assert [notice.code for notice in read("Þ설 기본계ß 용î".encode()).notices] == ["page.garbled"]


def test_one_accented_letter_within_a_korean_word_is_enough(opened: list[Canvas]) -> None:
    opened += [canvas(1, "반려식물 문Ö 확산"), canvas(2, "노천 café를 열고 관경Ø300 관로를 놓는 Île섬 교류 사업")]
    assert [(notice.code, notice.page) for notice in read(PDF).notices] == [("page.garbled", 1)]


@pytest.mark.parametrize("glyph", ["\x01", "\x02", "\x03"])
def test_the_number_of_a_fonts_space_is_a_space(glyph: str) -> None:
    text = "공약 12. 작은 도서관 확대\n사업 개요\n위치 중앙동 일원\n"
    assert lines(read(text.replace(" ", glyph).encode(), "a.txt")) == text.splitlines()


def test_a_page_whose_layout_breaks_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = layout.lay_out

    def broken(canvas: Canvas, before: Any, vocabulary: Any) -> Any:
        if canvas.number == 1:
            raise ArithmeticError
        return whole(canvas, before, vocabulary)

    monkeypatch.setattr(layout, "lay_out", broken)
    rows = convert_bytes((Path(__file__).parents[2] / "samples/strangers/book-fields-in-chips-weasy.pdf").read_bytes())
    assert [issue["page"] for issue in rows["issues"] if issue["code"] == "page.failed"] == [1]
    assert rows["cards"]


def test_a_soft_hyphen_behind_a_syllable_is_drawn_only_before_a_figure() -> None:
    shown = lines(
        read("2018년\u00ad 하반\u00ad기\n2018년 \u00ad 2019년\n2018. 3.\u00ad2019. 5.\n2018년\u00ad2019년".encode())
    )
    assert shown == ["2018년 하반기", "2018년 - 2019년", "2018. 3.-2019. 5.", "2018년-2019년"]
