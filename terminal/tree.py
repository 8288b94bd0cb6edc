"""The rows of one file as a tree that a person can read: each card with its issues, form, text, tables, people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pledgecards.language import _, chosen, ngettext
from pledgecards.schemas.captions import code_caption, severity_caption, status_caption, table_caption
from pledgecards.schemas.codes import SEVERITIES
from pledgecards.schemas.tables import TABLES
from pledgecards.terminal.figures import budget_lines, indicator_lines
from pledgecards.terminal.gantt import gantt
from pledgecards.terminal.grid import aligned
from pledgecards.terminal.style import SEVERITY_COLOURS, Style, plain
from pledgecards.terminal.width import fitted, width, wrapped

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]

_INDENT = "  "
_BOXES = {True: ("☑", "■", "[x]"), False: ("☐", "□", "[ ]"), None: ("?",)}


def tree(rows: Rows, style: Style) -> str:
    """The whole file. rows: table name to rows with every column of the contract, as `with_all_columns` gives them."""
    lines = list(_document(rows["documents"][0], style))
    lines += _issues([issue for issue in rows["issues"] if issue["card_id"] is None], style)
    for card in rows["cards"]:
        own = {
            name: [row for row in part if row.get("card_id") == card["card_id"]]
            for name, part in rows.items()
            if name != "documents"
        }
        lines += ["", *_card(card, own, style)]
    return "\n".join(lines)


def with_all_columns(rows: Rows) -> dict[str, list[dict[str, Any]]]:
    """The rows with a value for every column of the contract: null where a row does not name it."""
    return {
        name: [{column: row.get(column) for column in table.names} for row in rows.get(name, ())]
        for name, table in TABLES.items()
    }


def _document(document: Row, style: Style) -> Iterator[str]:
    coverage = document["text_coverage"]
    facts = [
        plain(document["media_type"]),
        ngettext("{count} page", "{count} pages", document["pages"] or 0).format(count=document["pages"])
        if document["pages"] is not None
        else "",
        ngettext("{count} card", "{count} cards", document["cards"]).format(count=document["cards"]),
        _("text coverage {share:.1%}").format(share=coverage) if coverage is not None else "",
    ]
    status = style.paint(status_caption(document["status"]), "green" if document["status"] == "ok" else "red", "bold")
    yield f"{plain(document['path'])}  {status}  " + style.paint(" · ".join(filter(None, facts)), "dim")
    if document["error"]:
        yield _INDENT + plain(document["error"])


def _card(card: Row, own: Rows, style: Style) -> Iterator[str]:
    number = f"{card['pledge_no']}. " if card["pledge_no"] is not None else ""
    title = plain(card["title"]) or _("(untitled)")
    yield style.paint(number + title, "bold")
    total = card["budget_total_won"]
    facts = [
        plain(card["municipality"]) or _("local government unknown"),
        plain(card["department"]),
        _("term from {year}").format(year=card["cohort"]) if card["cohort"] is not None else "",
        _("as of {day}").format(day=card["as_of"]) if card["as_of"] is not None else "",
        _("{amount:,} won in all").format(amount=total) if total is not None else "",
        _pages(card),
    ]
    yield _INDENT + style.paint(" · ".join(filter(None, facts)), "dim")
    yield from _issues(own["issues"], style)
    inner = replace(style, columns=style.columns - len(_INDENT))
    for name, lines in (
        ("choices", _choices(own["choices"], style)),
        ("items", _items(own["items"], inner)),
        ("schedule", gantt(own["schedule"], inner) if own["schedule"] else []),
        ("budget", budget_lines(own["budget"]) if own["budget"] else []),
        ("indicators", indicator_lines(own["indicators"])),
        ("events", _events(own["events"])),
        ("contacts", _contacts(own["contacts"])),
    ):
        if lines:
            yield ""
            yield _INDENT + style.paint(table_caption(name), "blue", "bold")
            yield from (_INDENT * 2 + line for line in lines)


def _issues(issues: Sequence[Row], style: Style) -> Iterator[str]:
    column = max(width(severity_caption(severity)) for severity in SEVERITIES)
    for issue in issues:
        severity = fitted(severity_caption(issue["severity"]), column)
        painted = style.paint(severity, SEVERITY_COLOURS[issue["severity"]])
        place = ""
        if issue["page"] is not None:
            place = " " + _("(page {number})").format(number=issue["page"])
        elif issue["line"] is not None:
            place = " " + _("(line {number})").format(number=issue["line"])
        yield f"{_INDENT}{painted} {_named(issue['code'])}: {plain(issue['message'])}{place}"


def _named(code: str) -> str:
    # In English the code's own name says what it is.
    return f"{code} {code_caption(code)}" if chosen() == "ko" else code


def _pages(card: Row) -> str:
    if card["page_first"] is None:
        return ""
    return _("pages {first}–{last}").format(first=card["page_first"], last=card["page_last"])


def _choices(rows: Sequence[Row], style: Style) -> list[str]:
    lines: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        option = f"{style.sign(*_BOXES[row['checked']])} {plain(row['option'])}"
        key = (row["field"], plain(row["label_raw"]))
        lines.setdefault(key, []).append(style.paint(option, "bold") if row["checked"] else option)
    column = max((width(label) for _, label in lines), default=0)
    return [f"{fitted(label, column)}  {'  '.join(options)}" for (_, label), options in lines.items()]


def _items(rows: Sequence[Row], style: Style) -> list[str]:
    depths: dict[int, int] = {}
    lines: list[str] = []
    for row in rows:
        depth = depths.get(row["parent_id"], -1) + 1 if row["parent_id"] is not None else 0
        depths[row["item_id"]] = depth
        lead = _INDENT * depth
        heading = row["kind"] == "heading"
        marker = "" if heading else ("※ " if row["kind"] == "note" else "- " if row["kind"] == "bullet" else "")
        folded = wrapped(marker + plain(row["text"]), max(30, style.columns - len(lead) - 4))
        lines += [
            lead + ("" if number == 0 else " " * len(marker)) + (style.paint(text, "bold") if heading else text)
            for number, text in enumerate(folded)
        ]
    return lines


def _events(rows: Sequence[Row]) -> list[str]:
    lines: list[str] = []
    above: tuple[str, ...] = ()
    for row in rows:
        group = tuple(plain(row[name]) for name in ("project", "group_name") if row[name])
        if group and group != above:
            lines.append(" > ".join(group))
        above = group
        when = plain(row["edtf"]) or "-"
        lines.append(f"{_INDENT}{when:<22} {plain(row['label'])}")
    return lines


def _contacts(rows: Sequence[Row]) -> list[str]:
    return aligned([[plain(row[name]) for name in ("department", "role", "name", "phone")] for row in rows])
