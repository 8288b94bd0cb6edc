"""Commands that speak the chosen language: help, names of values, and what click itself says.

Help and metavars are written in English where a command is declared, and translated when they are shown. Click asks GNU gettext
for its own phrases; they stand in this project's catalogue (`click_phrases.py`), to which gettext is pointed.
"""

from __future__ import annotations

import copy
import gettext
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import click

from pledgecards.language import DOMAIN, FOLDER, LANGUAGES, _, choose
from pledgecards.language.preference import preferred
from pledgecards.terminal.helppage import HelpPage
from pledgecards.terminal.style import shows

_NAME = "--lang"
_HANGUL = "한글"

TROUBLE = 3
"""Exit code where the disk, or another program, is in the way."""


def begin(arguments: Sequence[str]) -> None:
    """Chooses the language: that of `--lang` wherever it stands, else that of the locale, if the terminal can show it."""
    language = _asked(arguments) or _of_terminal()
    choose(language)
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def _open_streams() -> None:
    """Gives a program that was started without streams (`2>&-`, a service) empty ones: a file, or a pipe to a worker, would take their numbers."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def _asked(arguments: Sequence[str]) -> str | None:
    given = [*arguments, ""]
    for place, argument in enumerate(given[:-1]):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == _NAME:
            value = value if equals else given[place + 1]
            return value if value in LANGUAGES else None
    return None


def _of_terminal() -> str:
    language = preferred(os.environ)
    if language == "ko" and not all(
        shows(getattr(stream, "encoding", None), _HANGUL) for stream in (sys.stdout, sys.stderr)
    ):
        return "en"
    return language


def english(text: str) -> str:
    """A text of help as the catalogue has it: paragraphs without the line breaks of the source."""
    paragraphs = inspect.cleandoc(text).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


class _Spoken(click.Parameter):
    """What options and arguments share."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._kind = self.type.name

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """As click's, which names the kind of value when it refuses one."""
        if isinstance(self.type, (click.Path, click.IntRange, click.FloatRange)):
            self.type.name = _(self._kind)
        return super().type_cast_value(ctx, value)

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """As click's, in the chosen language."""
        return _(super().make_metavar(*context, **named))


class Option(_Spoken, click.Option):
    """An option whose help and metavar are translated when they are shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """As click's, in the chosen language."""
        spoken = copy.copy(self)
        spoken.help = _(english(self.help or ""))
        return super(Option, spoken).get_help_record(ctx)


class Argument(_Spoken, click.Argument):
    """An argument whose metavar is translated when it is shown."""


class _Context(click.Context):
    formatter_class = HelpPage


def _show_help(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


class _Speaking(click.Command):
    """What commands and groups of them share."""

    context_class = _Context

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.params.append(
            Option(
                [_NAME],
                type=click.Choice(LANGUAGES),
                expose_value=False,
                help="Language of messages and of the review site; that of the system if left out.",
            )
        )
        self._help = Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help="Show this message and exit.",
        )

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Ours: click's would keep the language in which it was first asked for."""
        return self._help

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command's name in its usage."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line of the command in the list of commands, whole."""
        return _(english(self.short_help or ""))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(english(self.help or "")))


class Command(_Speaking):
    """A command."""


class Group(_Speaking, click.Group):
    """The program: all its commands. It chooses the language, and sees that no character stops it, before anything is said."""

    command_class = Command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **named: Any) -> Any:
        """As click's."""
        _open_streams()
        for stream in (sys.stdout, sys.stderr):
            # A Windows console in another code page must not stop a run over a character that it cannot show.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        begin(sys.argv[1:] if args is None else list(args))
        try:
            return super().main(args, *rest, **named)
        except OSError as error:
            _refused(error)
            sys.exit(TROUBLE)


def _refused(error: OSError) -> None:
    """Says in a sentence what no command expected: the output goes into a full disk, another program has the file open."""
    reason = error.strerror or error
    if error.filename is None:
        message = _("The output cannot be written ({reason}).").format(reason=reason)
    else:
        message = _("{place} cannot be opened ({reason}).").format(place=error.filename, reason=reason)
    with suppress(OSError):
        click.echo(_("Error: {message}").format(message=message), err=True)
    for stream in (sys.stdout, sys.stderr):
        _forget(stream)


def _forget(stream: Any) -> None:
    """What a stream still holds is not tried again when the program ends."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def option(*names: str, **attributes: Any) -> Decorator:
    """Declares an option, as `click.option` does."""
    return click.option(*names, cls=Option, **attributes)


def argument(name: str, **attributes: Any) -> Decorator:
    """Declares an argument, as `click.argument` does."""
    return click.argument(name, cls=Argument, **attributes)
