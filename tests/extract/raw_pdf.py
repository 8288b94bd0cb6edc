"""Small PDFs written by hand, in the format's own operators."""

from __future__ import annotations

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
9 beginbfchar <0001> <AC00> <0002> <E001> <0003> <0001> <0004> <00660069> <0005> <D83DDE00> <0007> <0020>
<0008> <B098> <0009> <002D> <000A> <B2E4> endbfchar endcmap end end"""
KOREAN = [
    b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Batang /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 10 0 R >>",
    (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Batang /DW 1000 /W [7 [300]] /CIDToGIDMap /Identity"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R >>"
    ),
    (
        b"<< /Type /FontDescriptor /FontName /ABCDEF+Batang /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0"
        b" /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>"
    ),
    b"<< /Length %d >>\nstream\n" % len(TO_UNICODE) + TO_UNICODE + b"\nendstream",
]


def document(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of objects numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def page(
    content: bytes,
    *,
    box: bytes = b"0 0 400 300",
    entries: bytes = b"",
    resources: bytes = b"",
    more: list[bytes] | None = None,
    catalog: bytes = b"",
) -> bytes:
    """A PDF of one page. Fonts: F1 Helvetica, F2 Helvetica-Bold, K a Korean font (7). `more` objects count from 11."""
    fonts = b"/Font << /F1 5 0 R /F2 6 0 R /K 7 0 R >>"
    return document(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s /Contents 4 0 R /Resources << %s %s >> >>"
            % (box, entries, fonts, resources),
            stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            *KOREAN,
            *(more or []),
        ]
    )


def form(content: bytes, entries: bytes = b"") -> bytes:
    box = b"" if b"/BBox" in entries else b"/BBox [0 0 400 300]"
    return stream(content, b"/Type /XObject /Subtype /Form %s %s" % (box, entries))
