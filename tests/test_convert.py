"""One file in, rows out: whatever the file is, nothing is raised and every file is accounted for."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pledgecards.convert import Rows, convert_bytes
from pledgecards.schemas.arrow import table_of
from pledgecards.schemas.tables import TABLES

SAMPLES = Path(__file__).parents[1] / "samples"
CARD = (SAMPLES / "yeongdeungpo-25.txt").read_bytes()
PDF = next((SAMPLES / "cards").glob("yeongdeungpo-25*.pdf")).read_bytes()


def drawn(text: str = "", *, password: str | None = None, picture: bool = False) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None, invariant=1)
    if picture:
        bitmap = pypdfium2.PdfBitmap.new_native(60, 80, pypdfium2.raw.FPDFBitmap_BGR)
        bitmap.fill_rect(color=(200, 200, 200, 255), left=0, top=0, width=60, height=80)
        canvas.drawInlineImage(bitmap.to_pil(), 0, 0, 595, 842)
    canvas.drawString(72, 700, text)
    canvas.save()
    return stream.getvalue()


def test_a_file_with_a_damaged_part_is_partial_though_its_cards_are_read() -> None:
    content = zlib.compress(CARD)
    tail = len(PDF) + len(b"9 0 obj << /Filter /FlateDecode >> stream\n") + len(content)
    sound = PDF + b"9 0 obj << /Filter /FlateDecode >> stream\n" + content + b"\nendstream endobj\n%%EOF"
    damaged = sound[: tail - 1] + bytes([sound[tail - 1] ^ 1]) + sound[tail:]
    assert [convert_bytes(data)["documents"][0]["status"] for data in (sound, damaged)] == ["ok", "partial"]
    rows = convert_bytes(damaged)
    assert rows["cards"] and "file.corrupt" in {issue["code"] for issue in rows["issues"]}


HOSTILE = {
    "empty": (b"", "failed", "file.empty"),
    "blank": (b"\n \t\r\n", "failed", "file.empty"),
    "damaged": (b"%PDF-1.7\n" + b"\x00\x01garbage" * 50, "failed", "file.damaged"),
    "encrypted": (drawn("secret", password="1234"), "failed", "file.encrypted"),
    "scanned": (drawn(picture=True), "failed", "file.scanned"),
    "binary": (bytes(range(256)) * 40, "failed", "file.binary"),
    "zip": (b"PK\x03\x04" + bytes(200), "failed", "file.binary"),
    "hwp": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "failed", "file.binary"),
    "another document": (drawn("Meeting minutes of the library committee."), "skipped", "file.not_a_card"),
    "another text": ("회의록\n\n도서관 운영에 대하여 논의함.\n".encode(), "skipped", "file.not_a_card"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_card_has_one_status_and_one_issue_that_says_why(name: str) -> None:
    data, status, code = HOSTILE[name]
    rows = convert_bytes(data, name)
    [document] = rows["documents"]
    assert document["status"] == status
    assert document["error"]
    assert [issue["code"] for issue in rows["issues"]] == [code]
    assert rows["cards"] == []
    fits_the_schemas(rows)


def fits_the_schemas(rows: Rows) -> None:
    for name in TABLES:
        assert table_of(name, rows[name]).num_rows == len(rows[name])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_encoding_changes_no_row(encoding: str, newline: str) -> None:
    text = CARD.decode().replace("\n", newline)
    expected, found = convert_bytes(CARD), convert_bytes(text.encode(encoding))
    for name in TABLES:
        if name not in ("documents", "cards", "issues"):
            strip = [{k: v for k, v in row.items() if k != "card_id"} for row in expected[name]]
            assert [{k: v for k, v in row.items() if k != "card_id"} for row in found[name]] == strip


def test_a_card_in_cp949_is_read() -> None:
    text = CARD.decode().replace("✓ ", "").replace("☎", "T.").replace("㎡", "m2")
    rows = convert_bytes(text.encode("cp949"))
    assert rows["cards"][0]["title"] == "경인·문래 테크노(퓨처)밸리 미래4차산업 거점 육성"
    assert rows["cards"][0]["budget_total_won"] == 6_268_000_000


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_both_readers_give_the_card(reader: str) -> None:
    [card] = convert_bytes(PDF, reader=reader)["cards"]
    assert card["budget_total_won"] == 6_268_000_000


def test_options_win_over_what_is_recognised() -> None:
    [card] = convert_bytes(CARD, cohort=2014, municipality="부산광역시 중구")["cards"]
    assert (card["cohort"], card["municipality"]) == (2014, "부산광역시 중구")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_mutated_card_is_always_accounted_for(data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from([CARD, PDF])))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(source) - 1))
        length = data.draw(st.integers(1, 40))
        source[place : place + length] = data.draw(st.binary(max_size=40))
    rows = convert_bytes(bytes(source), "mutated")
    [document] = rows["documents"]
    assert document["status"] in ("ok", "partial", "failed", "skipped")
    assert (document["error"] is None) == (document["status"] == "ok")
    fits_the_schemas(rows)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    fits_the_schemas(convert_bytes(text.encode("utf-8", "surrogatepass"), "any"))


def test_a_fault_on_one_card_leaves_the_file_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr("pledgecards.convert.normalize", fails)
    rows = convert_bytes(CARD)
    assert rows["documents"][0]["status"] == "partial"
    [issue] = rows["issues"]
    assert issue["code"] == "card.failed" and "planted" in issue["message"]
    fits_the_schemas(rows)


def test_a_file_without_a_card_whose_other_pages_could_not_be_read_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cards may be on the pages that were not: `skipped` would say that it was read and holds none."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    bitmap = pypdfium2.PdfBitmap.new_native(60, 80, pypdfium2.raw.FPDFBitmap_BGR)
    for page in range(4):
        canvas.drawString(72, 700, f"Report of the pledges, page {page}")
        canvas.showPage()
    canvas.drawInlineImage(bitmap.to_pil(), 0, 0, 595, 842)
    canvas.save()
    rows = convert_bytes(stream.getvalue())
    [document] = rows["documents"]
    assert (document["status"], document["error"]) == ("failed", "5쪽을 읽지 못했고, 다른 쪽에는 공약카드가 없습니다.")
    assert [issue["code"] for issue in rows["issues"]] == ["page.failed", "file.not_a_card"]


def test_a_fault_in_reading_fails_the_file_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr("pledgecards.convert.assemble", fails)
    rows = convert_bytes(CARD)
    assert rows["documents"][0]["status"] == "failed"
    assert [issue["code"] for issue in rows["issues"]] == ["file.crash"]


def test_a_section_of_bare_figures_without_a_table_is_told() -> None:
    text = """공약 48. 통근버스 무료 운행

- 임기구분: ☑ 임기내 ☐ 임기외

■ 소요예산

(단위: 백만원)
계 3,300 700 900 1,000 700
도비 990 210 270 300 210
시비 2,310 490 630 700 490

■ 추진실적

- 운송사업자 선정: '19. 4. 10.
"""
    rows = convert_bytes(text.encode(), "card.txt")
    assert rows["budget"] or "table.unread" in {issue["code"] for issue in rows["issues"]}


def test_places_on_a_turned_page_are_those_of_the_page_as_displayed() -> None:
    strangers = Path(__file__).parents[1] / "samples" / "strangers"
    height = 595.28  # A4 on its side, before it was turned to the right
    upright, turned = (
        convert_bytes((strangers / name).read_bytes())["budget"]
        for name in ("rings-in-columns-weasy.pdf", "dated-rows-turned.pdf")
    )
    assert len(turned) == len(upright) > 0
    for row, plain in zip(turned, upright, strict=True):
        place = (height - plain["bottom"], plain["x0"], height - plain["top"], plain["x1"])
        assert [row[key] for key in ("x0", "top", "x1", "bottom")] == pytest.approx(place, abs=0.1)
