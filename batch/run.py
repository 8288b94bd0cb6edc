"""A conversion from beginning to end: find the inputs, read them on workers, put the dataset together, publish it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pledgecards.batch.cluster import Cluster
from pledgecards.batch.corrected import Corrector
from pledgecards.batch.dataset import Counts, Receipt, assemble
from pledgecards.batch.errors import RunError, UsageError, cannot_write
from pledgecards.batch.failure import failed_rows, unread
from pledgecards.batch.inputs import Input, InputError, find_inputs
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.limits import processors
from pledgecards.batch.lock import Lock
from pledgecards.batch.pool import Lost, Pool
from pledgecards.batch.progress import Progress, Silence
from pledgecards.batch.publish import STATE, Shelf
from pledgecards.batch.record import places_of, run_log, run_record
from pledgecards.batch.remote import RemoteError, is_remote, system_of
from pledgecards.batch.result import Result
from pledgecards.batch.settings import Settings
from pledgecards.batch.withheld import SITE, remove_site, shows_people
from pledgecards.batch.worker import Done
from pledgecards.corrections.correction import Correction
from pledgecards.language import _


class Stopped(Exception):
    """The person stopped the run (Ctrl-C): so many of so many files are done and kept."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__(f"{done} of {total}")
        self.done = done
        self.total = total


def convert(
    arguments: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    jobs: int | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
    corrections: Sequence[Correction] = (),
    scheduler: str | None = None,
    parts: str | None = None,
) -> Result:
    """Reads every file behind the arguments into the dataset at `out`.

    jobs   worker processes; None: one for each processor.
    fresh  forget what earlier runs have read.
    corrections  what people put right; they do not change what is read, only what is published.
    scheduler    the address of a dask.distributed scheduler whose workers read the files; None: processes of this machine do.
    parts        where the parts are kept, a folder or an address (`s3://bucket/parts`); None: in `out`.
    Raises RunError (UsageError where the question was wrong) with a sentence for the person, and Stopped. Whatever it
    raises, `out` shows the dataset that it showed before.
    """
    progress = progress or Silence()
    try:
        inputs = find_inputs(arguments)
    except InputError as error:
        raise UsageError(str(error)) from None
    if not inputs:
        # A drive that is not connected is an empty folder: it must not empty the dataset that is there.
        raise UsageError(_("There is no file to read in {inputs}.").format(inputs=", ".join(arguments)))
    _check_apart(arguments, inputs, out)
    if parts is not None:
        _check_parts(arguments, inputs, parts)
    try:
        state = _prepare(out)
        with Lock(state / "lock"):
            corrector = Corrector(corrections, redact=settings.redact_contacts)
            ledger = _ledger(parts, state, settings.key())
            places = places_of(arguments, out)
            started = _Run(out, state, settings, inputs, progress, places, corrector, scheduler, ledger)
            return started.go(jobs or processors(), fresh)
    except OSError as error:
        raise cannot_write(out, error) from error
    finally:
        progress.end()


def _check_apart(arguments: Sequence[str], inputs: Sequence[Input], out: Path) -> None:
    target = out.resolve()
    for argument in arguments:
        folder = Path(argument)
        if folder.is_dir() and target.is_relative_to(folder.resolve()):
            raise UsageError(
                _(
                    "The output folder {out} lies inside the input folder {folder}; choose one outside, or name the files."
                ).format(out=out, folder=argument)
            )
    for folder in {Path(os.path.dirname(entry.file) or ".") for entry in inputs if not is_remote(entry.file)}:
        if folder.resolve().is_relative_to(target):
            message = _("The input {folder} lies inside the output folder {out}; choose another output folder.")
            raise UsageError(message.format(folder=folder, out=out))


def _check_parts(arguments: Sequence[str], inputs: Sequence[Input], parts: str) -> None:
    if not is_remote(parts):
        _check_apart(arguments, inputs, Path(parts))
        return
    try:
        system_of(parts)
    except (RemoteError, ImportError, ValueError) as error:
        raise UsageError(str(error)) from None


def _ledger(parts: str | None, state: Path, key: str) -> Ledger:
    if parts is None:
        return Ledger(state / "parts", key)
    return Ledger(parts if is_remote(parts) else Path(parts), key, shared=True)


def _prepare(out: Path) -> Path:
    state = out / STATE
    if out.exists() and not out.is_dir():
        raise UsageError(_("The output {out} is a file; name a folder.").format(out=out))
    state.mkdir(parents=True, exist_ok=True)
    return state


class _Run:
    def __init__(
        self,
        out: Path,
        state: Path,
        settings: Settings,
        inputs: list[Input],
        progress: Progress,
        places: list[str],
        corrector: Corrector,
        scheduler: str | None,
        ledger: Ledger,
    ) -> None:
        self._out = out
        self._state = state
        self._settings = settings
        self._inputs = inputs
        self._progress = progress
        self._places = places
        self._corrector = corrector
        self._scheduler = scheduler
        self._ledger = ledger
        self._shelf = Shelf(out)
        self._receipts: dict[int, Receipt] = {}
        self._found: list[str] = []
        self._read_now: set[str] = set()

    def go(self, jobs: int, fresh: bool) -> Result:
        began, clock = datetime.now().astimezone(), time.monotonic()
        self._shelf.recover()
        (self._state / "workers.log").write_bytes(b"")
        if fresh:
            self._ledger.clear()
        self._progress.begin(len(self._inputs))
        try:
            self._read(min(jobs, max(1, len(self._inputs))))
            self._progress.say(_("Writing the dataset to {out}").format(out=self._out))
            version = self._shelf.new_version()
            receipts = [self._receipts[number] for number in sorted(self._receipts)]
            counts = assemble(receipts, self._ledger, version, self._corrector)
            seconds = time.monotonic() - clock
            # The part of a second file with the same bytes may be there since a moment ago.
            known = sum(document_id not in self._read_now for document_id in self._found)
            result = Result(self._out, counts, len(receipts) - known, known, seconds, self._worst_file(counts))
            record = run_record(self._settings, jobs, began, result, self._places)
            (version / "run.json").write_text(record, "utf-8", newline="\n")
            self._publish(version)
        except KeyboardInterrupt:
            raise Stopped(len(self._receipts), len(self._inputs)) from None
        try:
            with (self._out / "run.log").open("a", encoding="utf-8", newline="\n") as log:
                log.write(run_log(began, result, receipts))
            self._ledger.keep_only({receipt.document_id for receipt in receipts})
        except OSError as error:
            # The dataset is published: what is left to do must not make it look as if it were not.
            message = _("The dataset is complete, but {log} could not be written: {reason}")
            self._progress.say(message.format(log=self._out / "run.log", reason=error.strerror))
        return result

    def _publish(self, version: Path) -> None:
        if self._settings.redact_contacts and remove_site(self._out):
            message = _(
                "The review pages in {place} showed names and are removed; `pledgecards review` writes new ones."
            )
            self._progress.say(message.format(place=self._out / SITE))
        self._shelf.publish(version)
        if self._settings.redact_contacts:
            self._shelf.forget(shows_people)

    def _read(self, jobs: int) -> None:
        log = self._state / "workers.log"
        if self._scheduler is None:
            readers: Pool | Cluster = Pool(jobs, self._settings, self._ledger, log)
        else:
            readers = Cluster(self._scheduler, self._settings, self._ledger, log)
        with readers:
            for number, outcome in readers.run(self._inputs):
                receipt = self._receipt(self._inputs[number], outcome)
                self._receipts[number] = receipt
                self._progress.advance(receipt.summary.document["status"])

    def _receipt(self, entry: Input, outcome: Done | Lost) -> Receipt:
        if isinstance(outcome, Lost):
            content = outcome.reading.content if outcome.reading is not None else unread(entry.path)
            seconds = outcome.reading.seconds if outcome.reading is not None else self._settings.timeout
            message = {
                "timeout": f"{seconds:g}초 안에 읽지 못해 그만두었습니다. 파일을 나누거나 --timeout을 늘려 주십시오.",
                "memory": f"메모리 {self._settings.memory:,}MiB를 넘어 그만두었습니다. 파일을 나누거나 --memory를 늘려 주십시오.",
                "crash": "읽던 프로그램이 갑자기 멈추었습니다.",
            }[outcome.cause]
            rows = failed_rows(content, f"file.{outcome.cause}", message, outcome.detail)
            return Receipt(entry.path, content.document_id, self._ledger.remember(content.document_id, rows))
        if outcome.known:
            self._found.append(outcome.content.document_id)
        else:
            self._read_now.add(outcome.content.document_id)
        return Receipt(entry.path, outcome.content.document_id, outcome.summary)

    def _worst_file(self, counts: Counts) -> str | None:
        """The file to look at first, as `inspect` takes it; None where there is nothing to look at, or it is in an archive or not to be opened."""
        if counts.worst is None:
            return None
        entry = next(entry for entry in self._inputs if entry.path == counts.worst[1])
        return entry.file if entry.member is None and os.path.isfile(entry.file) else None


__all__ = ["Result", "RunError", "Stopped", "convert"]
