"""How a card is set as PDF: the habits of the program that made it, and the looks of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Habit:
    """What the producing program does beneath the looks.

    glyphs         text is set glyph by glyph, without space characters.
    double_bold    bold is the regular font drawn twice, a little apart.
    thin_fills     rules are thin filled rectangles.
    syllables      words break at any syllable (in cells; in running text as well).
    control_space  space glyphs decode to a control character.
    private_marks  bullets and boxes are Private Use characters.
    digit_font     figures stand in a font of their own, their commas in the text's.
    turn           the page's /Rotate (0, 90, 270); its content is turned the other way.
    """

    glyphs: bool = False
    double_bold: bool = False
    thin_fills: bool = False
    syllables: bool = False
    control_space: bool = False
    private_marks: bool = False
    digit_font: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """The looks. Colours are 0xRRGGBB; None is no fill. Sizes are points.

    title      `box` (number in a box, title beside it) · `line` (`25. title`, underlined) · `banner` (white on colour) ·
               `table` (a head table of number and title)
    choices    `list` (a bullet line each) · `table` (label | options) · `columns` (a column for each option, its mark
               below) · `grid` (two labels a row)
    mark       `bold` `glyph` `drawn` `circle` `colour` `underline` `shade` `paren` `round`: how a checked option is told
    boxes      checked and unchecked glyph for `glyph`
    section    `plain` · `band` (a filled band) · `bar` (a coloured bar before it) · `box` (framed) · `spread` (letters
               spread to justify)
    project    `bold` · `band` · `plain`
    bars       `fill` · `bar` · `arrow` · `glyph`: the Gantt's bars; bar_glyph for the last
    rules      `full` · `open` (no outer left and right rule) · `rows` (horizontal rules only)
    repeat     whether a table's head is repeated after a page break
    form       one big two-column table: section labels left, content right
    """

    habit: Habit = field(default_factory=Habit)
    page: tuple[float, float] = (595.28, 841.89)
    margin: tuple[float, float, float, float] = (57.0, 60.0, 57.0, 57.0)
    size: float = 11.0
    leading: float = 1.62
    cell_size: float = 9.0
    indent: float = 13.0
    title: str = "box"
    choices: str = "list"
    mark: str = "bold"
    boxes: tuple[str, str] = ("☑", "☐")
    choice_bullet: str = "✓"
    section: str = "plain"
    section_fill: int | None = 0xD9E2F3
    project: str = "band"
    project_fill: int | None = 0xEFEFEF
    bars: str = "fill"
    bar_colour: int = 0x5B9BD5
    bar_glyph: str = "■"
    rules: str = "full"
    rule_width: float = 0.5
    head_fill: int | None = 0xE7E6E6
    repeat: bool = True
    form: bool = False
    head_text: str | None = None
    page_numbers: bool = False
    watermark: str | None = None
    accent: int = 0x1F4E79
    mark_colour: int = 0xC00000
    nested_budget: bool = False
