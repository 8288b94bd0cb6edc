"""The layouts in which sample cards are printed: for each, who prints it, in what style and words, and what it can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.samples import bodies
from pledgecards.samples.card import Card
from pledgecards.samples.export import ExportStyle, print_export
from pledgecards.samples.pdf.style import Habit, PdfStyle
from pledgecards.samples.text import TextStyle, print_text
from pledgecards.samples.truth import Medium
from pledgecards.samples.web import WebStyle, print_web
from pledgecards.samples.wording import Wording

PDF, TEXT = "application/pdf", "text/plain"


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to print cards. `style` says who prints: reportlab (PdfStyle), Chromium (WebStyle), the text printer (TextStyle),
    or pdftotext on what reportlab printed (ExportStyle)."""

    name: str
    style: PdfStyle | WebStyle | TextStyle | ExportStyle
    wording: Wording = bodies.YEONGDEUNGPO

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return ".txt" if isinstance(self.style, TextStyle | ExportStyle) else ".pdf"

    @property
    def medium(self) -> Medium:
        """What the printed form can tell."""
        style = self.style
        if isinstance(style, TextStyle):
            return Medium(TEXT, style.mark, bars=style.bar is not None)
        if isinstance(style, ExportStyle):
            return Medium(TEXT, _told(style.pdf), bars=style.pdf.bars == "glyph", loose=True)
        if isinstance(style, WebStyle):
            mark = "glyph" if style.mark == "bracket" else style.mark
            # Where it breaks a line within a word is not to be told from where it breaks at a space.
            return Medium(PDF, mark, True, loose=True)
        loose = style.habit.glyphs or style.habit.syllables or style.section == "spread"
        furnished = bool(style.head_text or style.page_numbers or style.watermark)
        return Medium(PDF, _told(style), True, loose, furnished, style.habit.private_marks)

    def print(self, cards: Sequence[Card]) -> bytes:
        """The cards as the bytes of a file."""
        if isinstance(self.style, TextStyle):
            return print_text(cards, self.style)
        if isinstance(self.style, WebStyle):
            return print_web(cards, self.style)
        # Printing PDF needs packages that reading the samples does not.
        from pledgecards.samples.pdf.printer import print_pdf

        if isinstance(self.style, ExportStyle):
            return print_export(print_pdf(cards, self.style.pdf))
        return print_pdf(cards, self.style)


def _told(style: PdfStyle) -> str:
    """The contract's word for how a checked option is told."""
    if style.choices == "columns":
        return "glyph"
    return {"paren": "glyph", "bracket": "glyph"}.get(style.mark, style.mark)


REFERENCE = Layout("reference", PdfStyle())
REAL_TEXT = Layout("text", TextStyle())

GLYPHWISE = Layout(
    "glyphwise",
    PdfStyle(
        habit=Habit(glyphs=True, thin_fills=True),
        title="line",
        choices="table",
        mark="glyph",
        boxes=("■", "□"),
        size=10.5,
        cell_size=8.5,
        bars="arrow",
        bar_colour=0x1F3864,
        project="bold",
        head_text="민선7기 공약사업 실천계획",
        page_numbers=True,
        accent=0x385723,
    ),
)
_OPEN = PdfStyle(
    habit=Habit(double_bold=True),
    title="banner",
    choices="grid",
    mark="glyph",
    boxes=("☑", "☐"),
    section="bar",
    project="bold",
    bars="glyph",
    bar_glyph="●",
    rules="open",
    size=10.5,
    cell_size=8.0,
    head_fill=0xDDEBF7,
    page_numbers=True,
)
BORYEONG = Layout("open-rules", _OPEN, bodies.BORYEONG)
DANGJIN = Layout(
    "syllables",
    PdfStyle(
        habit=Habit(thin_fills=True, syllables=True, digit_font=True),
        title="table",
        choices="columns",
        mark="glyph",
        section="spread",
        section_fill=0xFCE4D6,
        project="plain",
        bars="bar",
        bar_colour=0x548235,
        rules="rows",
        size=11.5,
        leading=1.75,
        repeat=False,
    ),
    bodies.DANGJIN,
)
FORM = Layout(
    "form",
    PdfStyle(
        habit=Habit(thin_fills=True),
        margin=(45.0, 55.0, 45.0, 50.0),
        title="table",
        choices="table",
        mark="drawn",
        form=True,
        size=9.5,
        cell_size=7.6,
        leading=1.5,
        indent=9.0,
        project="bold",
        bars="fill",
        bar_colour=0xA6A6A6,
        head_fill=0xF2F2F2,
        page_numbers=True,
    ),
    bodies.OFFICE,
)
LANDSCAPE = Layout(
    "turned",
    PdfStyle(
        habit=Habit(turn=90, double_bold=True),
        page=(841.89, 595.28),
        title="line",
        choices="table",
        mark="paren",
        boxes=("○", " "),
        section="box",
        project="bold",
        bars="bar",
        bar_colour=0xED7D31,
        cell_size=8.0,
        head_text="공약사업 관리카드",
        page_numbers=True,
    ),
    bodies.WIDE,
)
PRIVATE = Layout(
    "private-marks",
    PdfStyle(
        habit=Habit(private_marks=True, control_space=True),
        title="box",
        choices="list",
        choice_bullet="■",
        mark="circle",
        section="plain",
        project="band",
        bars="arrow",
        bar_colour=0x7030A0,
        watermark="새벌구",
        page_numbers=True,
        accent=0x7030A0,
    ),
    bodies.SMALL,
)
COLOURED = Layout(
    "coloured",
    PdfStyle(
        title="banner",
        choices="table",
        mark="colour",
        section="band",
        section_fill=0xFFF2CC,
        project="bold",
        bars="glyph",
        bar_glyph="▶",
        repeat=False,
        accent=0x833C0B,
        size=12.0,
        cell_size=9.5,
    ),
    replace(bodies.YEONGDEUNGPO, dates="full", zero="", unit="억원", decimals=True),
)

NAMED = Layout(
    "named",
    replace(_OPEN, head_text="보령시 민선7기 공약실천계획", mark="shade", rules="full", bars="bar"),
    replace(bodies.BORYEONG, municipality="충청남도 보령시"),
)
EXPORT = Layout(
    "layout-text",
    ExportStyle(
        PdfStyle(title="line", choices="table", mark="glyph", cell_size=7.0, size=10.0, project="bold", bars="glyph")
    ),
    replace(bodies.YEONGDEUNGPO, dates="full"),
)
WEB = Layout(
    "web",
    WebStyle(mark="bracket"),
    replace(bodies.DANGJIN, bullets=("○", "-"), zero="-", number="{n}.", parts=4, unit_after=False),
)
WEB_FORM = Layout(
    "web-form",
    WebStyle(mark="underline", form=True, keep=False, bar="#C5E0B3", head="#E2EFD9"),
    replace(bodies.OFFICE, unit="백만원", dates="mixed", contact_label="담당자"),
)
WEB_SHADE = Layout("web-shade", WebStyle(mark="shade", bar="#F4B083"), replace(bodies.SMALL, dates="full"))

LAYOUTS: tuple[Layout, ...] = (
    REFERENCE, GLYPHWISE, BORYEONG, DANGJIN, FORM, LANDSCAPE, PRIVATE, COLOURED, NAMED, WEB, WEB_FORM, WEB_SHADE,
    REAL_TEXT,
    EXPORT,
    Layout("named-text", TextStyle(), bodies.JUNG),
    Layout("plain-text", TextStyle(mark=None, newline="\r\n"), replace(bodies.SMALL, dates="quote")),
    Layout("pipe-text", TextStyle(bar="■", mark="glyph", tables="pipe", glyphs=("■", "□"), separator="  "), bodies.BORYEONG),
    Layout(
        "column-text",
        TextStyle(mark="glyph", tables="columns", glyphs=("●", "○"), encoding="cp949", choice_bullet="", indent="   "),
        replace(bodies.OFFICE, bullets=("□", "-")),
    ),
    Layout("utf16-text", TextStyle(encoding="utf-16", number_line=False, newline="\r\n"), bodies.DANGJIN),
)  # fmt: skip
