"""`python -m pledgecards.language.catalogue`: brings the Korean catalogue up to date with the code, and compiles it.

Texts are gathered from where they stand: marked texts of Python, templates and scripts, the help of the commands, and the
meanings of the issue codes. What was translated stays; what is new waits for its Korean; what is no longer said is dropped.
"""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pledgecards.cli import main as program
from pledgecards.language import DOMAIN, FOLDER
from pledgecards.schemas.codes import CODES
from pledgecards.terminal.commands import english

ROOT = FOLDER.parent
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "NN_": (1, 2), "say": None}
_METHODS = {".py": "python", ".html": "jinja2.ext:babel_extract", ".js": "javascript"}
_FOLDERS = (
    "analysis",
    "batch",
    "corrections",
    "export",
    "extract",
    "normalize",
    "review",
    "schemas",
    "terminal",
)
_KOREAN = FOLDER / "ko" / "LC_MESSAGES"

_HEAD_COMMENT = """\
# What pledgecards says, in Korean. The texts and the order come from `make catalogues`; write only the msgstr lines."""

Message = str | tuple[str, ...]


class _Plain(Catalog):
    """A catalogue whose head says only what does not change by itself: no dates, no names."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head, as pairs of name and value."""
        return [
            ("Project-Id-Version", str(self.project)),
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def gathered() -> dict[Message, list[str]]:
    """Every text that people are shown, with the files that it stands in; a text with a plural is both its forms."""
    found: dict[Message, set[str]] = {}
    for message, file in (*_marked(), *_helps(), *_meanings()):
        found.setdefault(message, set()).add(file)
    return {message: sorted(found[message]) for message in sorted(found, key=lambda m: (sorted(found[m]), str(m)))}


def _marked() -> Iterator[tuple[Message, str]]:
    files = [*ROOT.glob("*.py"), *(path for folder in _FOLDERS for path in (ROOT / folder).rglob("*"))]
    for path in sorted(files):
        method = _METHODS.get(path.suffix)
        if method is None:
            continue
        with path.open("rb") as file:
            for _, message, _, _ in extract(method, file, keywords=_KEYWORDS, options={"encoding": "utf-8"}):
                yield message, path.relative_to(ROOT).as_posix()


def _helps() -> Iterator[tuple[Message, str]]:
    for command in (program, *program.commands.values()):
        for text in (command.help, command.short_help):
            if text:
                yield english(text), "cli.py"
        for parameter in command.get_params(click.Context(command)):
            text = getattr(parameter, "help", None)
            if text:
                yield english(text), "cli.py"
            if parameter.metavar:
                yield parameter.metavar, "cli.py"


def _meanings() -> Iterator[tuple[Message, str]]:
    for code in CODES.values():
        yield code.description, "schemas/issue_codes.toml"


def read(path: Path) -> Catalog:
    """A catalogue as text."""
    with path.open("rb") as file:
        return read_po(file, locale="ko", domain=DOMAIN)


def updated(before: Catalog) -> Catalog:
    """The catalogue of all texts that are gathered now, with the translations of an earlier one."""
    catalogue = _Plain(
        locale="ko", domain=DOMAIN, project=DOMAIN, charset="utf-8", fuzzy=False, header_comment=_HEAD_COMMENT
    )
    for message, files in gathered().items():
        one = message if isinstance(message, str) else message[0]
        known = before.get(one)
        translation = known.string if known is not None and known.id == message else None
        catalogue.add(message, translation, locations=[(file, 0) for file in files])
    return catalogue


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as the text of a `.po` file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, include_lineno=False)
    return buffer.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the bytes of a `.mo` file."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    """Updates both files and says what has no Korean yet."""
    path = _KOREAN / f"{DOMAIN}.po"
    catalogue = updated(read(path))
    path.write_bytes(text_of(catalogue))
    path.with_suffix(".mo").write_bytes(compiled(catalogue))
    waiting = [message.id for message in catalogue if message.id and not message.string]
    for message in waiting:
        print(inspect.cleandoc(message if isinstance(message, str) else message[0]))
    sys.exit(f"{len(waiting)} texts have no Korean yet." if waiting else 0)


if __name__ == "__main__":
    main()
