"""Prints cards as HTML, and that as PDF with headless Chromium: a second producer beside reportlab."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pledgecards.samples.card import (
    Block,
    Budget,
    Card,
    Choice,
    Contacts,
    Figure,
    Indicators,
    Item,
    Schedule,
    by_section,
)
from pledgecards.samples.text import budget_grid, part_names


@dataclass(frozen=True, slots=True)
class WebStyle:
    """A way to print a card as HTML.

    mark    `bracket` ([v] [ ]), `underline`, `shade`, or `bold`
    form    section labels stand in the left column of one big table, their content (tables nested) in the right
    keep    words are kept whole; else they break at any syllable
    css     further style rules
    """

    mark: str = "bracket"
    form: bool = False
    keep: bool = True
    bar: str = "#8EAADB"
    head: str = "#D9D9D9"
    css: str = ""


_CSS = """
@font-face {{ font-family: N; src: url("regular.ttf"); }}
@font-face {{ font-family: N; font-weight: bold; src: url("bold.ttf"); }}
@font-face {{ font-family: S; src: url("signs.ttf"); }}
@page {{ size: A4; margin: 18mm 17mm; }}
body {{ font: 10.5pt/1.6 N, S; margin: 0; word-break: {word_break}; }}
h1 {{ font-size: 16pt; border: 1.5pt solid #333; border-width: 1.5pt 0; padding: 4pt 6pt; margin: 0 0 8pt;
  break-before: page; }}
h1:first-of-type {{ break-before: auto; }}
h2 {{ font-size: 12.5pt; margin: 10pt 0 3pt; break-after: avoid; }}
h3 {{ font-size: 11pt; margin: 6pt 0 2pt; break-after: avoid; }}
h4 {{ font-size: 10.5pt; margin: 4pt 0 1pt; break-after: avoid; }}
p {{ margin: 0; padding-left: calc(var(--n) * 12pt + 9pt); text-indent: -9pt; }}
p.caption {{ text-align: right; padding: 0; text-indent: 0; font-size: 9pt; break-after: avoid; }}
table {{ border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.35; margin: 0 0 8pt; }}
td, th {{ border: .6pt solid #222; padding: 2pt 3pt; text-align: center; }}
th, td.h {{ background: {head}; font-weight: bold; }}
td.l {{ text-align: left; }} td.r {{ text-align: right; }} td.bar {{ background: {bar}; }}
tr {{ break-inside: avoid; }}
table.form > tbody > tr {{ break-inside: auto; }}
table.form > tbody > tr > td {{ font-size: 9.5pt; text-align: left; vertical-align: top; padding: 4pt 6pt; }}
table.form > tbody > tr > td.h {{ width: 60pt; text-align: center; vertical-align: middle; }}
u {{ text-decoration: underline; text-underline-offset: 2pt; }} mark {{ background: #FFE699; }}
"""


def print_web(cards: Sequence[Card], style: WebStyle) -> bytes:
    """The cards as the bytes of a PDF. Raises FileNotFoundError where Chromium is not installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise FileNotFoundError("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "card.html"), Path(folder, "card.pdf")
        page.write_text(html(cards, style), "utf-8")
        # The fonts' packages are needed to print, not to read this module.
        from pledgecards.samples.pdf import fonts

        for name, file in ((fonts.REGULAR, "regular.ttf"), (fonts.BOLD, "bold.ttf"), (fonts.SIGNS, "signs.ttf")):
            fonts.copy(name, str(Path(folder, file)))
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command.append("--allow-file-access-from-files")
        subprocess.run(
            [*command, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", str(page)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return _undated(made.read_bytes())


def _undated(data: bytes) -> bytes:
    """The PDF with the hour of its making set to a fixed one of the same length."""
    return re.sub(rb"D:\d{14}", b"D:20200101000000", data)


def html(cards: Sequence[Card], style: WebStyle) -> str:
    """The cards as one HTML page, with its fonts beside it (`regular.ttf`, `bold.ttf`, `signs.ttf`)."""
    css = _CSS.format(
        word_break="keep-all" if style.keep else "break-all",
        head=style.head,
        bar=style.bar,
    )
    body = "\n".join(part for card in cards for part in _card(card, style))
    return f'<!doctype html><meta charset="utf-8"><title>card</title><style>{css}{style.css}</style>\n{body}\n'


def _card(card: Card, style: WebStyle) -> Iterator[str]:
    yield f"<h1>{escape(card.number)} {escape(card.title)}</h1>"
    rows = (
        f'<tr><td class="h">{escape(c.label)}</td><td class="l">{_options(c, style)}</td></tr>' for c in card.choices
    )
    yield '<table style="table-layout:fixed"><col style="width:22%"><col>' + "".join(rows) + "</table>"
    if not style.form:
        yield from (_block(block, style) for block in card.blocks)
        return
    rows = (
        f'<tr><td class="h">{escape(label)}</td><td>'
        + "".join(_block(block, style) for block in content)
        + "</td></tr>"
        for label, content in by_section(card.blocks)
    )
    yield '<table class="form"><tbody>' + "".join(rows) + "</tbody></table>"


def _options(choice: Choice, style: WebStyle) -> str:
    shown = []
    tag = {"underline": "u", "shade": "mark", "bold": "b"}.get(style.mark)
    for number, option in enumerate(choice.options):
        checked = number in choice.checked
        if style.mark == "bracket":
            shown.append(f"[{'v' if checked else '&nbsp;'}] {escape(option)}")
        else:
            shown.append(f"<{tag}>{escape(option)}</{tag}>" if checked else escape(option))
    return (" &nbsp; " if style.mark == "bracket" else " / ").join(shown)


def _block(block: Block, style: WebStyle) -> str:
    if isinstance(block, Item):
        return _item(block)
    if isinstance(block, Schedule):
        return _schedule(block)
    if isinstance(block, Budget):
        return _budget(block)
    if isinstance(block, Indicators):
        return _indicators(block)
    return _contacts(block)


def _item(item: Item) -> str:
    text = escape(item.raw)
    if item.kind == "heading":
        return f"<h{item.level + 1}>{text}</h{item.level + 1}>"
    if item.kind == "caption":
        return f'<p class="caption">{text}</p>'
    return f'<p style="--n:{item.level}">{text}</p>'


def _cell(text: str, kind: str = "", *, tag: str = "td", rows: int = 1, cols: int = 1) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{cols}"' if cols > 1 else "")
    return f"<{tag}{spans}" + (f' class="{kind}"' if kind else "") + f">{text}</{tag}>"


def _table(heads: Sequence[str], rows: Sequence[str]) -> str:
    head = "".join(f"<tr>{row}</tr>" for row in heads)
    return f"<table><thead>{head}</thead><tbody>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</tbody></table>"


def _heads(texts: Sequence[str]) -> str:
    return "".join(_cell(escape(text), tag="th") for text in texts)


def _schedule(table: Schedule) -> str:
    first = _cell(escape(table.head), tag="th", rows=2 if table.parts > 1 else 1)
    first += "".join(_cell(escape(year.raw), tag="th", cols=table.parts) for year in table.years)
    heads = [first] + ([_heads(part_names(table) * len(table.years))] if table.parts > 1 else [])
    rows = []
    for line in table.lines:
        flags = [(year.year, part) in line.bars for year in table.years for part in range(1, table.parts + 1)]
        rows.append(_cell(escape(line.project), "l") + "".join(_cell("", "bar" if flag else "") for flag in flags))
    return _table(heads, rows)


def _budget(table: Budget) -> str:
    grid = budget_grid(table)
    named = table.funding_head is not None
    rows = []
    for number, cells in enumerate(grid[1:], 1):
        row = ""
        if named and cells[0]:
            below = next((i for i, other in enumerate(grid[number + 1 :]) if other[0]), len(grid) - number - 1)
            row += _cell(escape(cells[0]), rows=below + 1)
        row += _cell(escape(cells[1 if named else 0]))
        row += "".join(_cell(escape(text), "r") for text in cells[2 if named else 1 :])
        rows.append(row)
    return _table([_heads(grid[0])], rows)


def _indicators(table: Indicators) -> str:
    rate = [table.rate_head] if table.rate_head is not None else []
    heads = [table.head, table.unit_head, table.whole_head, *(period.raw for period in table.periods), *rate]
    rows = []
    tall = 2 if table.stacked else 1
    for line in table.lines:
        row = _cell(escape(line.project), "l", rows=tall) + _cell(escape(line.unit), rows=tall)
        row += _cell(escape(line.whole.raw), rows=tall)
        row += "".join(_cell(escape(f.raw) if table.stacked else _both(f)) for f in line.cells)
        rows.append(row + (_cell(escape(line.rate.raw)) if line.rate is not None else ""))
        if table.stacked:
            rows.append("".join(_cell(escape(figure.milestone)) for figure in line.cells))
    return _table([_heads(heads)], rows)


def _both(figure: Figure) -> str:
    return "<br>".join(escape(part) for part in (figure.raw, figure.milestone) if part)


def _contacts(table: Contacts) -> str:
    if table.heads:
        people = [person for cell in table.cells for person in cell]
        rows = ["".join(_cell(escape(t)) for t in (p.department, p.role, p.name, p.phone)) for p in people]
        return _table([_heads(table.heads)], rows)
    row = _cell(escape(table.label), "h")
    row += "".join(_cell("<br>".join(escape(person.raw) for person in cell)) for cell in table.cells)
    return f"<table><tr>{row}</tr></table>"
