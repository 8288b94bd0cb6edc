"""Forms that draw one another: a file of a kilobyte must not keep a reader busy for ever."""

import zlib

import pytest

from pledgecards.bench.hostile import page, stream
from pledgecards.convert import convert_bytes
from pledgecards.extract.pdf.pdfium import nesting
from pledgecards.extract.pdf.pdfium.nesting import may_multiply
from pledgecards.extract.pdf.plumber import forms as plumber_forms

_HEAD = b"/Type /XObject /BBox [0 0 595 842] "
_DRAWS = b"/Resources << /XObject << /X %d 0 R >> >> "
_ON_PAGE = b"/XObject << /X 6 0 R >>"


def _ladder(steps: int, times: int, subtype: bytes = b"/Subtype /Form ") -> bytes:
    """A page whose form draws another one so many times, which does the same, so many steps deep."""
    forms = [
        stream(b"BT /F 9 Tf (a) Tj ET " + b"/X Do " * times, _HEAD + subtype + _DRAWS % (7 + step))
        for step in range(steps)
    ]
    return page(b"/X Do", *forms, stream(b"0 0 9 9 re f", _HEAD + subtype), resources=_ON_PAGE)


@pytest.mark.parametrize("subtype", [b"/Subtype /Form ", b"/Subtype/F#6frm "])
def test_forms_that_draw_the_next_one_ten_times_each_multiply(subtype: bytes) -> None:
    assert may_multiply(_ladder(12, 10, subtype))
    assert not may_multiply(_ladder(3, 10, subtype))


def test_forms_that_draw_one_each_do_not_multiply() -> None:
    assert not may_multiply(_ladder(30, 1))


def test_a_form_that_draws_itself_multiplies() -> None:
    assert may_multiply(
        page(b"/X Do", stream(b"/X Do /X Do", _HEAD + b"/Subtype /Form " + _DRAWS % 6), resources=_ON_PAGE)
    )


def test_forms_that_are_packed_are_looked_into() -> None:
    content = zlib.compress(b"/X Do /X Do")
    form = stream(content, _HEAD + b"/Subtype /Form /Filter /FlateDecode " + _DRAWS % 6)
    assert may_multiply(page(b"/X Do", form, resources=_ON_PAGE))


def test_pictures_in_a_form_are_no_forms() -> None:
    picture = stream(b"\0", b"/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")
    form = stream(b"/X Do " * 1000, _HEAD + b"/Subtype /Form " + _DRAWS % 7)
    assert not may_multiply(page(b"/X Do", form, picture, resources=_ON_PAGE))


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("forms", [[b"/X Do /X Do"], [b"/X Do " * 10] * 12])
def test_both_readers_come_to_an_end_and_say_what_they_left_out(
    forms: list[bytes], reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plumber_forms, "MOST_FORMS", 200)
    drawn = [
        stream(
            b"BT /F 9 Tf 9 9 Td (a) Tj ET " + draws, _HEAD + b"/Subtype /Form " + _DRAWS % (6 + (step + 1) % len(forms))
        )
        for step, draws in enumerate(forms)
    ]
    rows = convert_bytes(page(b"BT /F 9 Tf 9 9 Td (a) Tj ET /X Do", *drawn, resources=_ON_PAGE), reader=reader)
    assert "page.truncated" in {issue["code"] for issue in rows["issues"]}


def test_what_only_looks_like_a_form_draws_nothing() -> None:
    content = b"/X Do /X Do % /Form 7 0 obj /Subtype /Form stream\n"
    form = stream(content, _HEAD + b"/Subtype /Form " + _DRAWS % 7)
    note = b"<< /Kind /Form >>"
    last = stream(b"0 0 9 9 re f /Form", _HEAD + b"/Subtype /Form ")
    assert not may_multiply(page(b"/X Do", form, last, note, resources=_ON_PAGE))


def test_a_form_whose_contents_cannot_be_unpacked_multiplies_not_if_it_draws_nothing() -> None:
    form = stream(b"no packed data", _HEAD + b"/Subtype /Form /Filter /FlateDecode ")
    assert not may_multiply(page(b"/X Do", form, resources=_ON_PAGE))


def test_where_it_cannot_be_told_what_a_form_draws_it_may_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    form = stream(b"/X Do /Y Do", _HEAD + b"/Subtype /Form " + _DRAWS % 7)
    last = stream(b"0 0 9 9 re f", _HEAD + b"/Subtype /Form ")
    whole = page(b"/X Do", form, last, resources=_ON_PAGE)
    assert may_multiply(whole)  # /Y is nowhere
    assert may_multiply(whole.replace(b"/Root", b"/Toor"))
    whole = whole.replace(b"/Y Do", b"/X Do")
    assert not may_multiply(whole)
    monkeypatch.setattr(nesting, "_MOST_READ", 10)
    assert may_multiply(whole)
