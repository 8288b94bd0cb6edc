"""A page of help in which wide characters stand in columns too."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext

import click

from pledgecards.terminal.width import fitted, width, wrapped

_LEAST = 20


class HelpPage(click.HelpFormatter):
    """Click's formatter counts characters; this one counts the columns that they take."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called; what does not fit goes on below its first argument."""
        lead = f"{gettext('Usage:') + ' ' if prefix is None else prefix}{prog} "
        lines = wrapped(args, max(self.width - width(lead), _LEAST))
        for number, line in enumerate(lines):
            self.write(f"{lead if number == 0 else ' ' * width(lead)}{line}".rstrip() + "\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, parted by empty lines."""
        indent = " " * self.current_indent
        paragraphs = [
            "".join(f"{indent}{line}\n" for line in wrapped(" ".join(paragraph.split()), self.width - len(indent)))
            for paragraph in text.split("\n\n")
        ]
        self.write("\n".join(paragraphs))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms, and beside them what they mean; the meaning of a long term begins in the next line."""
        rows = list(rows)
        column = min(max((width(term) for term, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        space = max(self.width - column - self.current_indent, _LEAST)
        for term, meaning in rows:
            lines = wrapped(meaning, space) if meaning else [""]
            if width(term) + col_spacing > column:
                self.write(f"{indent}{term}\n")
                term = ""
            for line in lines:
                self.write(f"{indent}{fitted(term, column)}{line}".rstrip() + "\n")
                term = ""
