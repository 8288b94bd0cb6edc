"""The picture of the README: a page of a card with its values boxed, beside the rows that they became.

`python -m pledgecards.samples.picture docs/card-and-rows.png` (needs Pillow and the fonts of the samples).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from pledgecards.convert import convert_bytes
from pledgecards.samples.pdf import fonts

SCALE = 1.6
INK, BLUE, RULE, HEAD = (30, 30, 30), (30, 90, 200), (200, 200, 200), (235, 240, 250)
COLUMNS = {
    "budget": ("line_no", "project", "funding", "period_raw", "year", "amount_won"),
    "schedule": ("line_no", "project", "year", "quarter", "planned"),
    "indicators": ("measure", "project", "year", "value", "milestone"),
}


def picture(pdf: Path, table: str, rows_shown: int = 22) -> Image.Image:
    """The page on which the table's first row stands, every row of the table boxed, beside its first rows."""
    data = pdf.read_bytes()
    rows = convert_bytes(data, pdf.name)[table]
    page = rows[0]["page"]
    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page - 1].render(scale=SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(sheet)
    for row in rows:
        if row["page"] == page:
            box = [row[name] * SCALE for name in ("x0", "top", "x1", "bottom")]
            draw.rectangle(box, outline=BLUE, width=2)
    listing = _listing(table, rows[:rows_shown], sheet.height)
    both = Image.new("RGB", (sheet.width + listing.width, sheet.height), "white")
    both.paste(sheet, (0, 0))
    both.paste(listing, (sheet.width, 0))
    return both


def _listing(table: str, rows: list[dict[str, Any]], height: int) -> Image.Image:
    font = ImageFont.truetype(fonts.path(fonts.REGULAR), 17)
    bold = ImageFont.truetype(fonts.path(fonts.BOLD), 17)
    names = COLUMNS[table]
    cells = [[_text(row[name]) for name in names] for row in rows]
    widths = [
        max(font.getlength(text) for text in (name, *column)) + 24 for name, *column in zip(names, *cells, strict=True)
    ]
    image = Image.new("RGB", (int(sum(widths)) + 60, height), "white")
    draw = ImageDraw.Draw(image)
    draw.text((30, 60), f"{table}.parquet", font=bold, fill=INK)
    top = 96
    draw.rectangle((30, top, 30 + sum(widths), top + 30), fill=HEAD)
    for number, texts in enumerate([list(names), *cells]):
        left = 30.0
        for text, width in zip(texts, widths, strict=True):
            draw.text((left + 8, top + 30 * number + 5), text, font=bold if number == 0 else font, fill=INK)
            left += width
        draw.line((30, top + 30 * (number + 1), 30 + sum(widths), top + 30 * (number + 1)), fill=RULE)
    return image


def _text(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/card-and-rows.png")
    sample = next((Path(__file__).parent / "cards").glob("yeongdeungpo-25*.pdf"))
    picture(sample, "budget").save(target)
