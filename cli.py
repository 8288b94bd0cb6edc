"""The command line: `pledgecards convert · inspect · review · validate · export · dictionary`. It only wires; the work is done elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pledgecards import __version__
from pledgecards.schemas.own_words import VocabularyError

_YEARS = click.IntRange(1995, 2100)
_TROUBLE = 3
_STOPPED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Pledge cards (공약카드) of Korea's local governments, from PDF or text to typed, checked tables."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not stop a run over a character that it cannot show.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _vocabulary(_: click.Context, __: click.Parameter, path: Path | None) -> str | None:
    from pledgecards.schemas.vocabulary import Vocabulary

    if path is None:
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
        Vocabulary.extended(text)
    except (OSError, UnicodeDecodeError, VocabularyError) as error:
        raise click.BadParameter(f"{path}: {error}") from None
    return text


def _official(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    from pledgecards.normalize.particles import settled
    from pledgecards.normalize.places import official_name

    try:
        return None if name is None else official_name(name)
    except ValueError as error:
        raise click.BadParameter(settled(str(error))) from None


_cohort = click.option("--cohort", type=_YEARS, help="Year in which the mayoral term began (2018 for 민선7기).")
_municipality = click.option(
    "--municipality", callback=_official, help="Official name of the local government (서울특별시 영등포구)."
)
_redact = click.option("--redact-contacts", is_flag=True, help="Leave out names and telephone numbers of people.")
_reader = click.option("--reader", type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True)
_words = click.option(
    "--vocabulary",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    callback=_vocabulary,
    help="A TOML file whose words are added to those that ship.",
)


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder of the dataset.")
@_cohort
@_municipality
@_redact
@_reader
@_words
@click.option(
    "--corrections",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A corrections.csv of the review site; may be given several times.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes.  [default: one a processor]")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Read on the workers of a dask.distributed cluster (tcp://host:8786)."
)
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds a file may take."
)
@click.option("--memory", type=click.IntRange(min=128), default=2048, show_default=True, help="MiB a worker may take.")
@click.option("--fresh", is_flag=True, help="Start over: forget what earlier runs have read.")
def convert(
    inputs: tuple[str, ...],
    out: Path,
    cohort: int | None,
    municipality: str | None,
    redact_contacts: bool,
    reader: str,
    vocabulary: str | None,
    corrections: tuple[Path, ...],
    jobs: int | None,
    scheduler: str | None,
    timeout: float,
    memory: int,
    fresh: bool,
) -> None:
    """Convert files, folders, globs, zip archives, addresses (s3://…) or @list.txt into a dataset of Parquet tables.

    A run that was stopped goes on where it stopped, and files that have not changed are not read again. Exit code 0: all
    files were read; 1: some file failed or is partial; 2: wrong usage; 3: the dataset could not be written.
    """
    from pledgecards.batch import run, summary
    from pledgecards.batch.errors import RunError, UsageError
    from pledgecards.batch.progress import Lines
    from pledgecards.batch.settings import Settings
    from pledgecards.corrections.file import CorrectionsError, read_corrections

    if jobs is not None and scheduler is not None:
        raise click.UsageError("--jobs is for this machine's processes; with --scheduler the cluster has its own.")
    settings = Settings(cohort, municipality, redact_contacts, reader, vocabulary, timeout, memory)
    try:
        given = read_corrections(corrections)
        result = run.convert(
            inputs,
            out,
            settings,
            jobs=jobs,
            fresh=fresh,
            progress=Lines(sys.stderr),
            corrections=given,
            scheduler=scheduler,
        )
    except (CorrectionsError, UsageError) as error:
        raise click.UsageError(str(error)) from None
    except RunError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(_TROUBLE)
    except run.Stopped as stop:
        click.echo(summary.stopped(stop), err=True)
        sys.exit(_STOPPED)
    click.echo(summary.summary(result))
    sys.exit(0 if result.complete else 1)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_cohort
@_municipality
@_redact
@_reader
@_words
@click.option("--json", "as_json", is_flag=True, help="All rows of all tables as JSON.")
def inspect(
    file: Path,
    cohort: int | None,
    municipality: str | None,
    redact_contacts: bool,
    reader: str,
    vocabulary: str | None,
    as_json: bool,
) -> None:
    """Show one file as a readable tree: its cards, their values and their issues."""
    from pledgecards.inspection import inspection, inspection_json
    from pledgecards.schemas.vocabulary import Vocabulary

    words = Vocabulary.extended(vocabulary) if vocabulary is not None else None
    rows = inspection(
        file,
        cohort=cohort,
        municipality=municipality,
        redact_contacts=redact_contacts,
        reader=reader,
        vocabulary=words,
    )
    if as_json:
        click.echo(inspection_json(rows))
    else:
        from pledgecards.terminal.style import terminal_style
        from pledgecards.terminal.tree import tree

        click.echo(tree(rows, terminal_style(sys.stdout)))
    sys.exit(0 if rows["documents"][0]["status"] in ("ok", "skipped") else 1)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
def validate(folder: Path) -> None:
    """Check a dataset against the schemas and every key across tables. Exit code 0: sound; 1: something is broken."""
    from pledgecards.batch.validate import validate as faults_of

    faults = faults_of(folder)
    for fault in faults:
        click.echo(fault)
    if not faults:
        click.echo(f"{folder} is sound.")
    sys.exit(1 if faults else 0)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--xlsx", type=click.Path(dir_okay=False, path_type=Path), help="Write one Excel workbook.")
@click.option("--csv", type=click.Path(file_okay=False, path_type=Path), help="Write a folder of CSV files.")
@click.option(
    "--table", "tables", multiple=True, metavar="NAME", help="Only this table (cards, budget …); may be repeated."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def export(folder: Path, xlsx: Path | None, csv: Path | None, tables: tuple[str, ...], force: bool) -> None:
    """Write a dataset for Excel, with Korean heads; a workbook DIR.xlsx beside the dataset, if nothing else is said.

    Exit code 0: written; 2: DIR is no dataset, or a file is in the way; 3: the disk refused.
    """
    from pledgecards.export.command import export as write
    from pledgecards.export.errors import ExportError, InTheWay
    from pledgecards.schemas.stored import DatasetError
    from pledgecards.schemas.tables import TABLES

    unknown = [name for name in tables if name not in TABLES]
    if unknown:
        raise click.UsageError(f"There is no table {', '.join(unknown)}; there are {', '.join(TABLES)}.")
    try:
        for line in write(folder, xlsx, csv, tables=tables, replace=force):
            click.echo(line)
    except DatasetError as error:
        raise click.UsageError(str(error)) from None
    except InTheWay as error:
        raise click.UsageError(f"{error} Choose another name, or replace it with --force.") from None
    except ExportError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(_TROUBLE)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--no-open", is_flag=True, help="Only write the pages, do not show them in the browser.")
@click.option("--all", "everything", is_flag=True, help="A page for every card, not only for those to be reviewed.")
@click.option("--inputs", multiple=True, help="Where the input files are now, if they were moved; as for convert.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes.  [default: one a processor]")
def review(folder: Path, no_open: bool, everything: bool, inputs: tuple[str, ...], jobs: int | None) -> None:
    """Write DIR/review, pages in which a person checks a dataset and puts it right, and open them in the browser.

    They are plain files: no server, no internet. What is put right there goes into `convert --corrections`.
    """
    from pledgecards.review.site import write_site
    from pledgecards.schemas.stored import DatasetError

    try:
        site = write_site(folder, inputs=inputs, everything=everything, jobs=jobs)
    except DatasetError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        click.echo(f"Error: {folder / 'review'} cannot be written ({error.strerror or error}).", err=True)
        sys.exit(_TROUBLE)
    click.echo(f"{site.cards:,} card pages, {site.pictures:,} page pictures → {site.index}")
    if not no_open:
        click.launch(str(site.index.resolve()))


@main.command()
def dictionary() -> None:
    """Print the data dictionary: every table, column and issue code, in Markdown."""
    from pledgecards.schemas.dictionary import dictionary as page

    click.echo(page(), nl=False)


if __name__ == "__main__":
    main()
