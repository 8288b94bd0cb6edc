"""Opening a PDF: what is empty, damaged, encrypted or hostile ends in a clear word or in as many pages as can be read."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from raw_pdf import document, form, page, stream
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas as Pen

from pledgecards.convert import convert_bytes
from pledgecards.extract.document import Notice, Unreadable
from pledgecards.extract.pdf import READERS, PdfFile, open_pdf
from pledgecards.extract.pdf.canvas import Canvas

HELLO = page(b"BT /F1 10 Tf 50 200 Td (Hello) Tj ET")
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
SMALL_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << >> >>"
SQUARE = stream(b"0 0 50 50 re f")


def pages(data: bytes, reader: str = "pdfium") -> list[Canvas | Notice]:
    with open_pdf(data, reader) as file:
        return list(file.pages())


def only_page(data: bytes, reader: str = "pdfium") -> Canvas:
    (canvas,) = pages(data, reader)
    assert isinstance(canvas, Canvas)
    return canvas


def encrypted(user: str, owner: str) -> bytes:
    out = io.BytesIO()
    pen = Pen(out, pagesize=(400, 300), encrypt=StandardEncryption(user, owner, canPrint=0, strength=128))
    pen.drawString(50, 200, "Hello")
    pen.save()
    return out.getvalue()


def packed(flip: int | None = None) -> bytes:
    """A page whose content is packed; with one bit of it turned over."""
    content = bytearray(zlib.compress(b"BT /F1 10 Tf 50 200 Td (Hello) Tj ET " * 20))
    if flip is not None:
        content[flip] ^= 1
    return page(b"x").replace(stream(b"x"), stream(bytes(content), b"/Filter /FlateDecode"))


@pytest.mark.parametrize("reader", READERS)
def test_a_packed_stream_that_is_not_what_was_packed_is_told(reader: str) -> None:
    for flip, codes in ((None, []), (20, ["file.corrupt"]), (-1, ["file.corrupt"])):
        with open_pdf(packed(flip), reader) as file:
            assert [notice.code for notice in file.notices if notice.code != "file.repaired"] == codes


def test_streams_of_an_encrypted_file_are_not_judged() -> None:
    with open_pdf(encrypted("", "owner")) as file:
        assert not file.notices


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b" \r\n\0" * 2000, "file.empty"),
        (b"hello world " * 100, "file.damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "file.damaged"),
        (HELLO[:60], "file.damaged"),
        (document([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"]), "file.damaged"),
        (encrypted("secret", "owner"), "file.encrypted"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, reader: str) -> None:
    with pytest.raises(Unreadable) as error:
        open_pdf(data, reader)
    assert error.value.code == code
    assert error.value.message.endswith(("다.", "오."))


@pytest.mark.parametrize("reader", READERS)
def test_a_file_with_only_an_owner_password_opens(reader: str) -> None:
    assert only_page(encrypted("", "owner"), reader).text == "Hello"


def test_a_sound_file_has_nothing_to_say() -> None:
    with open_pdf(HELLO) as file:
        assert file.page_count == 1
        assert [type(entry) for entry in file.pages()] == [Canvas]
        assert file.notices == []


@pytest.mark.parametrize(
    "damaged",
    [
        HELLO.replace(b"startxref\n", b"startxref\n9"),
        HELLO[: HELLO.index(b"\nxref\n")],
        HELLO[: HELLO.index(b"trailer")],
    ],
    ids=["wrong offset", "no cross-reference table", "no trailer"],
)
def test_a_damaged_cross_reference_table_is_repaired(damaged: bytes) -> None:
    damaged = damaged.replace(b"%%EOF\n", b"")
    try:
        with open_pdf(damaged) as file:
            (canvas,) = file.pages()
            assert isinstance(canvas, Canvas) and canvas.text == "Hello"
            assert [notice.code for notice in file.notices] == ["file.repaired"]
    except Unreadable as error:
        assert error.code == "file.damaged"


def test_rubbish_around_the_file_does_no_harm() -> None:
    assert only_page(b"\r\n\r\n" + HELLO + b"\0" * 5000).text == "Hello"


@pytest.mark.parametrize("reader", READERS)
def test_a_page_tree_that_holds_itself(reader: str) -> None:
    tree = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    read = [
        entry for entry in pages(document([CATALOG, tree, SMALL_PAGE, SQUARE]), reader) if isinstance(entry, Canvas)
    ]
    assert len(read) == 1 and len(read[0].fills) == 1


@pytest.mark.parametrize("reader", READERS)
def test_a_page_count_that_is_a_lie(reader: str) -> None:
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 900000 >>"
    first, *rest = pages(document([CATALOG, tree, SMALL_PAGE, SQUARE]), reader)
    assert isinstance(first, Canvas)
    assert len(rest) < 50
    assert all(isinstance(entry, Notice) and entry.code == "page.failed" for entry in rest)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("other", [b"11", b"12"], ids=["itself", "each other"])
def test_forms_that_draw_themselves(other: bytes, reader: str) -> None:
    inner = form(b"0 0 30 30 re f /X Do", b"/Resources << /XObject << /X %s 0 R >> >>" % other)
    outer = form(b"/X Do", b"/Resources << /XObject << /X 11 0 R >> >>")
    content = b"/X Do BT /F1 10 Tf 50 200 Td (Hi) Tj ET"
    canvas = only_page(page(content, resources=b"/XObject << /X 11 0 R >>", more=[inner, outer]), reader)
    assert canvas.text == "Hi"
    assert 1 <= len(canvas.fills) <= 20


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "box", [b"0 0 200000 9000000", b"0 0 0 0", b"400 300 0 0", b"-1000000 -1000000 1000000 1000000"]
)
def test_absurd_page_boxes(box: bytes, reader: str) -> None:
    canvas = only_page(page(b"BT /F1 10 Tf 50 200 Td (Hi) Tj ET 0 50 m 300 50 l S", box=box), reader)
    assert 1 <= canvas.width <= 14_400 and 1 <= canvas.height <= 14_400


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("side", "told"), [(14_400, []), (14_500, [("page.truncated", 1)])])
def test_what_lies_beyond_the_largest_page_is_told(side: int, told: list[tuple[str, int]], reader: str) -> None:
    with open_pdf(page(b"BT /F1 300 Tf 50 14000 Td (Hi) Tj ET", box=b"0 0 300 %d" % side), reader) as file:
        assert [entry.text for entry in file.pages() if isinstance(entry, Canvas)] == ["Hi"]
        assert [(notice.code, notice.page) for notice in file.notices] == told


@pytest.mark.parametrize("reader", READERS)
def test_a_page_too_large_for_its_words_is_not_called_empty(reader: str) -> None:
    data = page(b"BT /F1 300 Tf 50 200 Td (Hi) Tj ET", box=b"0 0 300 90000")
    rows = convert_bytes(data, "card.pdf", reader=reader)
    assert [issue["code"] for issue in rows["issues"]] == ["file.damaged"]
    assert "쪽이 너무 커서" in rows["documents"][0]["error"]


@pytest.mark.parametrize("reader", READERS)
def test_absurd_coordinates(reader: str) -> None:
    content = (
        b"99999999999999999999999999 0 0 1 0 0 cm BT /F1 10 Tf 99999999999999999999999999 5 Td (far) Tj ET "
        b"99999999999999999999999999999 5 99999999999999999999 5 re B 0 0 m 99999999999999999999 5 l S"
    )
    canvas = only_page(page(b"q " + content + b" Q BT /F1 10 Tf 50 200 Td (Hi) Tj ET"), reader)
    assert "Hi" in canvas.text
    assert np.isfinite(canvas.boxes).all() and np.isfinite(canvas.rules).all()


@pytest.mark.parametrize("reader", READERS)
def test_nonsense_operators(reader: str) -> None:
    content = b"Q Q /Nope Do /F9 10 Tf << >> ( [ 0 0 re f) pop 5 Td BT /F1 10 Tf 50 200 Td (Hi) Tj ET W n ]"
    assert only_page(page(content), reader).text == "Hi"


def test_a_hundred_thousand_segments() -> None:
    lines = b" ".join(b"%d %d m %d %d l S" % (x, y, x, y + 1) for x in range(0, 400, 2) for y in range(250))
    with open_pdf(page(lines)) as file:
        (canvas,) = file.pages()
        assert isinstance(canvas, Canvas) and len(canvas.rules) > 0
        assert file.notices == []


def test_more_segments_than_a_page_may_have_are_cut() -> None:
    content = b"0 0 m " + b" ".join(b"%d %d l" % (i % 400, (i * 7) % 300) for i in range(210_000)) + b" S"
    squeezed = zlib.compress(content)
    data = document(
        [
            CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            SMALL_PAGE,
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(squeezed) + squeezed + b"\nendstream",
        ]
    )
    with open_pdf(data) as file:
        assert all(isinstance(entry, Canvas) for entry in file.pages())
        assert [(notice.code, notice.page) for notice in file.notices] == [("page.truncated", 1)]


def test_a_page_that_fails_is_read_by_the_other_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, number: int) -> tuple[Canvas, bool]:
        raise RuntimeError(number)

    monkeypatch.setattr("pledgecards.extract.pdf.pdfium.reader.PdfiumFile.read_page", fail)
    with open_pdf(HELLO) as file:
        (canvas,) = file.pages()
        assert isinstance(canvas, Canvas) and canvas.text == "Hello"
        assert [(notice.code, notice.page) for notice in file.notices] == [("page.fallback", 1)]


def test_a_page_that_both_readers_fail_at_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    pen = Pen(out)
    for number in range(3):
        pen.drawString(50, 200, f"page {number + 1}")
        pen.showPage()
    pen.save()
    whole = PdfFile._read

    def fail_at_two(self: PdfFile, number: int) -> Canvas | Notice:
        def broken(_: int) -> tuple[Canvas, bool]:
            raise RuntimeError

        if number == 2:
            monkeypatch.setattr(self._file, "read_page", broken)
            monkeypatch.setattr("pledgecards.extract.pdf.plumber.reader.PlumberFile.read_page", lambda *_: broken(2))
        entry = whole(self, number)
        if number == 2:
            monkeypatch.undo()
            monkeypatch.setattr(PdfFile, "_read", fail_at_two)
        return entry

    monkeypatch.setattr(PdfFile, "_read", fail_at_two)
    first, second, third = pages(out.getvalue())
    assert isinstance(first, Canvas) and isinstance(third, Canvas)
    assert isinstance(second, Notice) and (second.code, second.page) == ("page.failed", 2)


def test_a_font_that_is_nowhere_is_left_to_the_other_reader() -> None:
    # Hangul set glyph by glyph in a font that is not embedded: where it is not installed either, pdfium drops the glyphs.
    content = b"BT /K 10 Tf 50 200 Td <0001> Tj 20 0 Td <0008> Tj ET"
    with open_pdf(page(content)) as file:
        (canvas,) = file.pages()
        assert isinstance(canvas, Canvas) and canvas.text == "가나"
        assert {notice.code for notice in file.notices} <= {"page.fallback"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "objects",
    [
        [b"1 0 R"],
        [CATALOG, b"3 0 R", b"2 0 R"],
        [CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"3 0 R"],
    ],
)
def test_an_object_that_is_only_a_reference_to_itself_is_not_there(objects: list[bytes], reader: str) -> None:
    """pdfminer would follow it for ever."""
    try:
        assert all(isinstance(page, Notice) for page in pages(document(objects), reader))
    except Unreadable as error:
        assert error.code == "file.damaged"


def test_a_page_tree_is_counted_as_far_as_it_goes() -> None:
    deep = [b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1) for n in range(4, 3000)]
    tree = b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"
    assert len(pages(document([CATALOG, tree, leaf, *deep]), "pdfplumber")) == 1


def with_attachments(*names: bytes, kids: bool = False) -> bytes:
    """A PDF of one page with files attached, named in UTF-16; `kids`: their names stand one storey deeper."""
    specs = [
        b"<< /Type /Filespec /F (x) /UF <FEFF" + name.hex().encode() + b"> /EF << /F 5 0 R >> >>" for name in names
    ]
    leaf = b"<< /Names [" + b" ".join(b"(%d) " % number + spec for number, spec in enumerate(specs)) + b"] >>"
    tree = b"<< /Kids [7 0 R 6 0 R] >>" if kids else leaf
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>"
    pages_of = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return document([catalog, pages_of, SMALL_PAGE, SQUARE, stream(b"data", b"/Type /EmbeddedFile"), tree, leaf])


@pytest.mark.parametrize("reader", READERS)
def test_attached_files_are_named(reader: str) -> None:
    data = with_attachments("공약카드 1.pdf".encode("utf-16-be"), "붙임.hwp".encode("utf-16-be"))
    with open_pdf(data, reader) as file:
        (notice,) = file.notices
    assert notice.code == "file.attachments"
    assert "2개(공약카드 1.pdf, 붙임.hwp)" in notice.message


@pytest.mark.parametrize("reader", READERS)
def test_a_tree_of_names_that_holds_itself_ends(reader: str) -> None:
    with open_pdf(with_attachments("붙임.hwp".encode("utf-16-be"), kids=True), reader) as file:
        assert all(isinstance(page, Canvas) for page in file.pages())


def test_a_cover_that_shows_nothing_still_names_what_is_attached() -> None:
    rows = convert_bytes(with_attachments("공약카드.pdf".encode("utf-16-be")), "cover.pdf")
    assert "file.attachments" in {row["code"] for row in rows["issues"]}
