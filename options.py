"""Options of the commands that are more than a name and a help text, or that several take, and how their values are checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from pledgecards.language import _
from pledgecards.terminal.commands import option

_YEARS = click.IntRange(1995, 2100)
_READERS = ("pdfium", "pdfplumber")


@dataclass(frozen=True, slots=True)
class Words:
    """A file of words that fits the vocabulary: where it lies, and its text."""

    path: Path
    text: str


def again(
    cohort: int | None, municipality: str | None, redact_contacts: bool, reader: str, vocabulary: Words | None
) -> list[str]:
    """The options that a file's rows depend on, as they are typed to read it once more; those left out stay out."""
    given: list[tuple[str, object]] = [("--cohort", cohort), ("--municipality", municipality)]
    given.append(("--reader", reader if reader != _READERS[0] else None))
    given.append(("--vocabulary", None if vocabulary is None else vocabulary.path))
    typed = [str(word) for name, value in given if value is not None for word in (name, value)]
    return [*typed, "--redact-contacts"] if redact_contacts else typed


def _vocabulary(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> Words | None:
    from pledgecards.schemas.vocabulary import Vocabulary
    from pledgecards.terminal.written import written_text

    if path is None:
        return None
    try:
        text = written_text(path.read_bytes())
        Vocabulary.extended(text)
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path}: {error}") from None
    return Words(path, text)


def _folder(_context: click.Context, _parameter: click.Parameter, place: str) -> Path:
    from pledgecards.batch.remote import is_remote

    if is_remote(place):
        raise click.BadParameter(_("{place} is an address; the dataset is written into a folder.").format(place=place))
    return Path(place)


def _official(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    from pledgecards.normalize.particles import settled
    from pledgecards.normalize.places.gazetteer import official_name

    try:
        return None if name is None else official_name(name)
    except ValueError as error:
        raise click.BadParameter(settled(str(error))) from None


out = option(
    "--out", required=True, metavar="FOLDER", type=click.Path(), callback=_folder, help="Folder of the dataset."
)
cohort = option(
    "--cohort", type=_YEARS, metavar="YEAR", help="Year in which the mayoral term began (2018 for 민선7기)."
)
municipality = option(
    "--municipality",
    metavar="NAME",
    callback=_official,
    help="Official name of the local government (서울특별시 영등포구).",
)
redact = option("--redact-contacts", is_flag=True, help="Leave out names and telephone numbers of people.")
reader = option(
    "--reader",
    type=click.Choice(_READERS),
    default=_READERS[0],
    show_default=True,
    help="What reads PDF files; pdfplumber is slower, for comparison.",
)
words = option(
    "--vocabulary",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    callback=_vocabulary,
    help="A TOML file whose words are added to those that ship.",
)
jobs = option("--jobs", metavar="N", type=click.IntRange(min=1), help="Worker processes; one a processor if left out.")
timeout = option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    help="Seconds a file may take.",
)
memory = option(
    "--memory",
    metavar="MIB",
    type=click.IntRange(min=128),
    default=2048,
    show_default=True,
    help="MiB a worker may take.",
)
