"""The command line: `pledgecards convert · inspect · review · validate · export · dictionary`. It only wires; the work is done elsewhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import click

from pledgecards import __version__, options
from pledgecards.language import _, chosen
from pledgecards.terminal.commands import TROUBLE, Group, Option, argument, option

_STOPPED = 130
_DATASET = argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, cls=Option, message="%(prog)s %(version)s", help="Show the version and exit.")
def main() -> None:
    """Pledge cards (공약카드) of Korea's local governments, from PDF or text to typed, checked tables."""


def _complain(error: object) -> None:
    click.echo(_("Error: {message}").format(message=error), err=True)


@main.command(short_help="Read cards into a dataset of tables.")
@argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options.out
@options.cohort
@options.municipality
@options.redact
@options.reader
@options.words
@option(
    "--corrections",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A corrections.csv of the review site; may be given several times.",
)
@options.jobs
@option("--scheduler", metavar="ADDRESS", help="Read on the workers of a dask.distributed cluster (tcp://host:8786).")
@option("--parts", metavar="PLACE", help="Folder or address (s3://…) that all workers share, if FOLDER is none.")
@options.timeout
@options.memory
@option("--fresh", is_flag=True, help="Start over: forget what earlier runs have read.")
def convert(
    inputs: tuple[str, ...],
    out: Path,
    cohort: int | None,
    municipality: str | None,
    redact_contacts: bool,
    reader: str,
    vocabulary: options.Words | None,
    corrections: tuple[Path, ...],
    jobs: int | None,
    scheduler: str | None,
    parts: str | None,
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
        raise click.UsageError(_("--jobs is for this machine's processes; with --scheduler the cluster has its own."))
    words = None if vocabulary is None else vocabulary.text
    settings = Settings(cohort, municipality, redact_contacts, reader, words, timeout, memory)
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
            parts=parts,
        )
    except (CorrectionsError, UsageError) as error:
        raise click.UsageError(str(error)) from None
    except RunError as error:
        _complain(error)
        sys.exit(TROUBLE)
    except run.Stopped as stop:
        click.echo(summary.stopped(stop), err=True)
        sys.exit(_STOPPED)
    with suppress(OSError):  # the dataset is written, whoever listens
        typed = options.again(cohort, municipality, redact_contacts, reader, vocabulary)
        click.echo(summary.summary(result, typed))
    sys.exit(0 if result.complete else 1)


@main.command(short_help="Show one file as a readable tree.")
@argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.cohort
@options.municipality
@options.redact
@options.reader
@options.words
@option("--json", "as_json", is_flag=True, help="All rows of all tables as JSON.")
def inspect(
    file: Path,
    cohort: int | None,
    municipality: str | None,
    redact_contacts: bool,
    reader: str,
    vocabulary: options.Words | None,
    as_json: bool,
) -> None:
    """Show one file as a readable tree: its cards, their values and their issues."""
    from pledgecards.inspection import inspection, inspection_json
    from pledgecards.schemas.vocabulary import Vocabulary

    words = Vocabulary.extended(vocabulary.text) if vocabulary is not None else None
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


@main.command(short_help="Check a dataset against the schemas.")
@_DATASET
def validate(folder: Path) -> None:
    """Check a dataset: whole files, the schemas, keys across tables, values that cannot be. Exit code 0: sound; 1: broken."""
    from pledgecards.batch.validate import validate as faults_of

    faults = faults_of(folder)
    for fault in faults:
        click.echo(fault)
    if not faults:
        click.echo(_("{folder} is sound.").format(folder=folder))
    sys.exit(1 if faults else 0)


@main.command(short_help="Write a dataset for Excel.")
@_DATASET
@option("--xlsx", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write one Excel workbook.")
@option(
    "--csv", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path), help="Write a folder of CSV files."
)
@option("--table", "tables", multiple=True, metavar="NAME", help="Only this table (cards, budget …); may be repeated.")
@option("--force", is_flag=True, help="Replace files that are there already.")
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
        raise click.UsageError(
            _("There is no table {names}; there are {tables}.").format(
                names=", ".join(unknown), tables=", ".join(TABLES)
            )
        )
    try:
        for line in write(folder, xlsx, csv, tables=tables, replace=force):
            click.echo(line)
    except DatasetError as error:
        raise click.UsageError(str(error)) from None
    except InTheWay as error:
        advice = _("Choose another name, or replace it with --force.")
        raise click.UsageError(f"{error} {advice}") from None
    except ExportError as error:
        _complain(error)
        sys.exit(TROUBLE)


@main.command(short_help="Write pages to check a dataset in, and open them.")
@_DATASET
@option("--no-open", is_flag=True, help="Only write the pages, do not show them in the browser.")
@option("--all", "everything", is_flag=True, help="A page for every card, not only for those to be reviewed.")
@option(
    "--inputs",
    multiple=True,
    metavar="INPUT",
    help="Where the input files are now, if they were moved; as for convert.",
)
@options.jobs
def review(folder: Path, no_open: bool, everything: bool, inputs: tuple[str, ...], jobs: int | None) -> None:
    """Write DIR/review, pages in which a person checks a dataset and puts it right, and open them in the browser.

    They are plain files: no server, no internet. What is put right there goes into `convert --corrections`.
    """
    from pledgecards.batch.inputs import InputError
    from pledgecards.review.site import write_site
    from pledgecards.schemas.stored import DatasetError

    try:
        site = write_site(folder, inputs=inputs, everything=everything, language=chosen(), jobs=jobs)
    except (DatasetError, InputError) as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        place, reason = folder / "review", error.strerror or error
        _complain(_("{place} cannot be written ({reason}).").format(place=place, reason=reason))
        sys.exit(TROUBLE)
    click.echo(
        _("{cards:,} card pages, {pictures:,} page pictures → {index}").format(
            cards=site.cards, pictures=site.pictures, index=site.index
        )
    )
    if not no_open:
        click.launch(str(site.index.resolve()))


@main.command(short_help="Print the data dictionary.")
def dictionary() -> None:
    """Print the data dictionary: every table, column and issue code, in Markdown."""
    from pledgecards.schemas.dictionary import dictionary as page

    click.echo(page(), nl=False)


if __name__ == "__main__":
    main()
