"""`corrections.csv`: read with care, since it goes through browsers, mail and spreadsheets before it comes back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pledgecards.corrections.correction import ACCEPTED, CSV_COLUMNS, Correction
from pledgecards.corrections.row_keys import CORRECTABLE_TABLES, correctable, normal_key
from pledgecards.corrections.texts import ValueProblem, value_of
from pledgecards.language import _
from pledgecards.terminal.written import written_text

_GUARD = re.compile(r"'(?=['=+\-@\t\r])")
_DANGEROUS = tuple("'=+-@\t\r")
_CARD = re.compile(r"[0-9a-f]{12}-[0-9]{3,}")


class CorrectionsError(ValueError):
    """A corrections file cannot be used; the message names the file, the line and what is wrong."""


def read_corrections(paths: Iterable[Path]) -> list[Correction]:
    """The corrections of the files in order, each once. CorrectionsError: a file, a line or a value is wrong."""
    found: dict[tuple[str, ...], Correction] = {}
    for path in paths:
        for correction in _read(path):
            key = tuple(getattr(correction, name) for name in CSV_COLUMNS[:6])
            found.setdefault(key, correction)
    return list(found.values())


def _read(path: Path) -> list[Correction]:
    try:
        text = written_text(path.read_bytes())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CorrectionsError(_("{path} cannot be read: {reason}.").format(path=path, reason=reason)) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in CSV_COLUMNS[:6] if name not in (reader.fieldnames or ())]
    if missing:
        message = _("{path} is no corrections file: it has no column {names}.")
        raise CorrectionsError(message.format(path=path, names=", ".join(missing)))
    corrections = []
    for cells in reader:
        values = [unguarded(cells.get(name) or "") for name in CSV_COLUMNS]
        if any(values):
            try:
                corrections.append(_checked(Correction(*values)))
            except ValueError as error:
                message = _("{path}, line {line}: {error}.").format(path=path, line=reader.line_num, error=error)
                raise CorrectionsError(message) from None
    return corrections


def _checked(correction: Correction) -> Correction:
    """The correction with its row key as keys are written. ValueError: what is wrong with it."""
    if not _CARD.fullmatch(correction.card_id):
        raise ValueError(_("{text!r} is no card_id").format(text=correction.card_id))
    if correction.table not in CORRECTABLE_TABLES:
        raise ValueError(_("{text!r} is no table that can be corrected").format(text=correction.table))
    fields = {field.name: field for field in correctable(correction.table)}
    if correction.column not in fields:
        message = _("{table} has no column {column!r} that can be corrected")
        raise ValueError(message.format(table=correction.table, column=correction.column))
    try:
        key = normal_key(correction.row_key)
    except (TypeError, ValueError):
        raise ValueError(_("the row key {text!r} is no JSON object").format(text=correction.row_key)) from None
    field = fields[correction.column]
    if correction.table == "issues" and correction.new != ACCEPTED:
        raise ValueError(_("an issue can only be accepted: new must be {value}").format(value=ACCEPTED))
    value_of(field, correction.new)
    return Correction(
        correction.card_id,
        correction.table,
        key,
        *(getattr(correction, name) for name in CSV_COLUMNS[3:]),
    )


def corrections_csv(corrections: Sequence[Correction]) -> str:
    """The text of a corrections file, as the review site writes it (but for the byte order mark)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for correction in corrections:
        writer.writerow([guarded(getattr(correction, name)) for name in CSV_COLUMNS])
    return buffer.getvalue()


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula; `unguarded` gives it back as it was."""
    return "'" + text if text.startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """A cell without the apostrophe that `guarded` set before it."""
    return text[1:] if _GUARD.match(text) else text


__all__ = ["CorrectionsError", "ValueProblem", "corrections_csv", "guarded", "read_corrections", "unguarded"]
