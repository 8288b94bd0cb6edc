"""Files made by hand to bring a reader down."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_FORM = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> /Font << /F 5 0 R >> >>"
)
_LETTERS = b"BT /F 10 Tf 50 700 Td (pledge card 1) Tj ET\n"


def pdf(*objects: bytes) -> bytes:
    """A PDF of objects numbered from 1; the first is the catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def page(
    content: bytes, *more: bytes, box: bytes = b"0 0 595 842", entries: bytes = b"", resources: bytes = b""
) -> bytes:
    """A PDF of one page; `content` is object 4's, `more` objects count from 6."""
    return pdf(
        _CATALOG,
        _TREE,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
        % (box, entries, resources),
        content if content.startswith(b"<<") else stream(content),
        _FONT,
        *more,
    )


def packed(content: bytes, layers: int = 1) -> bytes:
    """A stream object, packed as often as said."""
    for _ in range(layers):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [" + b"/FlateDecode " * layers + b"]")


def _forms(depth: int) -> list[bytes]:
    """Objects from 6 on: forms that each draw the next ten times, and what the last of them draws."""
    drawn = [stream(_LETTERS + b"/X Do " * 10, _FORM % (7 + number)) for number in range(depth)]
    return [*drawn, stream(_LETTERS)]


def files() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every hostile file."""
    yield from _streams()
    yield from _trees()
    yield from _pages()
    yield from _texts()


def _streams() -> Iterator[tuple[str, bytes]]:
    yield "bomb-spaces.pdf", page(packed(b" " * (1 << 30)))
    yield "bomb-thrice.pdf", page(packed(bytes(1 << 30), 3))
    yield "bomb-letters.pdf", page(packed(b"BT /F 10 Tf 50 700 Td " + b"(pledge) Tj " * 2_000_000 + b"ET"))
    yield (
        "bomb-image.pdf",
        page(
            b"q 595 0 0 842 0 0 cm /X Do Q",
            stream(
                zlib.compress(bytes(1 << 28), 9),
                b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
                b" /Filter /FlateDecode",
            ),
            resources=b"/XObject << /X 6 0 R >>",
        ),
    )
    yield (
        "form-in-itself.pdf",
        page(b"/X Do", stream(_LETTERS + b"/X Do /X Do", _FORM % 6), resources=b"/XObject << /X 6 0 R >>"),
    )
    yield "forms-10-to-the-12.pdf", page(b"/X Do", *_forms(12), resources=b"/XObject << /X 6 0 R >>")
    yield (
        "segments-200000.pdf",
        page(
            b"".join(b"%d %d m %d %d l S\n" % (n % 595, n % 842, (n * 7) % 595, (n * 3) % 842) for n in range(200_000))
        ),
    )
    yield (
        "one-path-200000.pdf",
        page(b"0 0 m " + b"".join(b"%d %d l " % (n % 595, (n * 31) % 842) for n in range(200_000)) + b"S"),
    )
    grid = b"".join(b"0 %.2f 595 .1 re f %.2f 0 .1 842 re f\n" % (n * 0.8, n * 0.6) for n in range(1000))
    yield "grid-1000-by-1000.pdf", page(_LETTERS + grid)
    yield "rectangles-200000.pdf", page(b"".join(b"%d %d 5 5 re f\n" % (n % 595, n // 250) for n in range(200_000)))
    yield "letters-in-one-place.pdf", page(b"BT /F 10 Tf 50 700 Td " + b"(x) Tj 1 0 0 1 50 700 Tm " * 50_000 + b"ET")
    yield "nested-states.pdf", page(b"q " * 500_000 + _LETTERS)
    yield "nested-arrays.pdf", page(b"[" * 500_000 + b"]" * 500_000 + b" TJ " + _LETTERS)
    yield "no-end-of-stream.pdf", page(_LETTERS).replace(b"endstream", b"")


def _trees() -> Iterator[tuple[str, bytes]]:
    leaf = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    yield (
        "pages-100000.pdf",
        pdf(
            _CATALOG,
            b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
            leaf,
            stream(_LETTERS),
            _FONT,
        ),
    )
    own = b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % b" ".join(
        b"%d 0 R" % (5 + number) for number in range(100_000)
    )
    yield "pages-100000-each-its-own.pdf", pdf(_CATALOG, own, _FONT, stream(_LETTERS), *[leaf] * 100_000)
    yield (
        "page-tree-cycle.pdf",
        pdf(
            _CATALOG,
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 3 >>",
        ),
    )
    yield "page-tree-lies.pdf", page(_LETTERS).replace(b"/Count 1 ", b"/Count 2147483647 ")
    yield "page-tree-minus.pdf", page(_LETTERS).replace(b"/Count 1 ", b"/Count -5 ")
    deep = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1)
        for number in range(3, 20_003)
    ]
    yield (
        "page-tree-20000-deep.pdf",
        pdf(_CATALOG, _TREE, *deep, b"<< /Type /Page /Parent 20002 0 R /MediaBox [0 0 595 842] >>"),
    )
    yield (
        "nested-dictionaries.pdf",
        pdf(
            _CATALOG,
            _TREE,
            leaf.replace(b">> >> >>", b">> >> /A " + b"<< /A " * 100_000 + b"1" + b" >>" * 100_000 + b" >>"),
            stream(_LETTERS),
            _FONT,
        ),
    )
    yield "object-is-itself.pdf", pdf(_CATALOG, _TREE, b"3 0 R")
    yield "catalog-is-itself.pdf", pdf(b"1 0 R")
    yield "objects-are-each-other.pdf", pdf(_CATALOG, b"3 0 R", b"2 0 R")
    yield (
        "pages-claimed-600-kilobytes.pdf",
        page(b"/X Do", *_forms(12), resources=b"/XObject << /X 6 0 R >>").replace(b"/Count 1 ", b"/Count 99999 ")
        + b"%" * 600_000,
    )
    yield "length-is-itself.pdf", page(stream(_LETTERS).replace(b"/Length %d" % len(_LETTERS), b"/Length 4 0 R"))
    yield "xref-broken.pdf", page(_LETTERS).replace(b"startxref\n", b"startxref\n9")
    yield "xref-to-itself.pdf", page(_LETTERS).replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    yield "no-catalog.pdf", page(_LETTERS).replace(b"/Root 1 0 R", b"/Root 99 0 R")
    yield "only-a-head.pdf", b"%PDF-1.7\n"
    yield "head-again-and-again.pdf", b"%PDF-1.7\n1 0 obj\n" * 100_000


def _pages() -> Iterator[tuple[str, bytes]]:
    for name, box in (
        ("gigantic", b"0 0 1e9 1e9"), ("negative", b"595 842 0 0"), ("nothing", b"0 0 0 0"), ("no-number", b"/A /B /C /D"),
        ("infinite", b"-1e39 -1e39 1e39 1e39"), ("far", b"1e8 1e8 100000595 100000842"), ("short", b"0 0"),
    ):  # fmt: skip
        yield f"box-{name}.pdf", page(_LETTERS, box=box)
    yield "turned-by-37.pdf", page(_LETTERS, entries=b"/Rotate 37 /UserUnit 1e6")
    yield (
        "letters-of-no-size.pdf",
        page(b"BT /F 0 Tf 50 700 Td (nothing) Tj 1e30 0 0 1e30 0 0 Tm (all) Tj ET 0 0 0 0 0 0 cm " + _LETTERS),
    )
    yield (
        "letters-far-away.pdf",
        page(b"".join(b"BT /F 1 Tf %d %d Td (far) Tj ET\n" % (n * 10**6, -n * 10**6) for n in range(2000))),
    )
    unmapped = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts"
        b" [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Nameless /Flags 4 >> >>] >>"
    )
    codes = b"".join(b"%04X" % (1000 + n) for n in range(400))
    yield (
        "font-without-a-map.pdf",
        page(b"BT /G 10 Tf 10 400 Td <" + codes + b"> Tj ET", unmapped).replace(b"/F 5 0 R", b"/G 6 0 R"),
    )
    yield "font-missing.pdf", page(_LETTERS.replace(b"/F ", b"/Gone "))
    yield (
        "font-is-itself.pdf",
        page(_LETTERS).replace(
            _FONT, b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /Encoding 5 0 R /ToUnicode 5 0 R >>"
        ),
    )
    yield (
        "annotation-of-itself.pdf",
        page(
            _LETTERS,
            b"<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /AP << /N 6 0 R >> /Parent 6 0 R >>",
            entries=b"/Annots [6 0 R 3 0 R]",
        ),
    )


def _texts() -> Iterator[tuple[str, bytes]]:
    yield "empty.txt", b""
    yield "zeros.txt", bytes(5_000_000)
    yield "one-line.txt", "공약 ".encode() * 2_000_000
    yield "brackets.txt", b"[(" * 1_000_000
    yield "bars.txt", b"|" * 3_000_000
    yield "table-of-bars.txt", (b"|" * 2000 + b"\n") * 1000
    yield "dates.txt", b"'18. 7. ~ " * 200_000
    yield "digits.txt", b"9" * 2_000_000
    yield "money.txt", "1,000백만원 ".encode() * 200_000
    yield "bullets.txt", "".join(" " * (n % 400) + "- 추진 '19. 2.\n" for n in range(60_000)).encode()
    yield "budget-heads.txt", ("5. 소요예산(단위: 백만원)\n| 구분 | 계 | 2018 | 2019 |\n" * 30_000).encode()
    yield "titles.txt", "".join(f"{n}. 도시재생 활성화\n■ 정책개요\n- 글\n" for n in range(20_000)).encode()
    yield "combining.txt", ("가" + "\u0301" * 1_000_000).encode()
    yield "lone-surrogates.txt", "공약\ud800카드".encode("utf-8", "surrogatepass") * 1000
    yield "noise.pdf", bytes((n * n * 31 + n // 7) % 256 for n in range(300_000))
