"""The overview's data: every card, file and body as short columns, which a browser reads fast and filters faster."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

from pledgecards.review.dataset import Dataset
from pledgecards.schemas.captions import code_caption, code_meaning
from pledgecards.schemas.codes import CODES, SEVERITIES
from pledgecards.schemas.core_tables import STATUSES

_CARD_COLUMNS = ("card_id", "pledge_no", "title", "cohort", "department", "stage", "budget_total_won")


def first_to_look(dataset: Dataset) -> list[str]:
    """The cards that have an error or a warning: those with most errors first, then most warnings, then in order."""
    counts = _severities(dataset)
    cards = dataset.column("cards", "card_id")
    return sorted((card for card in cards if counts[card][0] or counts[card][1]), key=lambda card: _worst(counts[card]))


def _worst(counts: list[int]) -> tuple[int, int]:
    return -counts[0], -counts[1]


def _severities(dataset: Dataset) -> dict[str | None, list[int]]:
    counts: dict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0])
    places = {severity: n for n, severity in enumerate(SEVERITIES)}
    pairs = zip(dataset.column("issues", "card_id"), dataset.column("issues", "severity"), strict=True)
    for card, severity in pairs:
        counts[card][places[severity]] += 1
    return counts


def overview(dataset: Dataset, pages: Collection[str]) -> dict[str, Any]:
    """What `overview.js` works with. pages: the cards that have a page of their own.

    cards, files  a list for each column, all as long as there are rows; bodies, codes and statuses are numbers of the
    lists `bodies`, `codes` and `statuses`.
    """
    # The gravest first, so that they are named first of what a card has.
    known = sorted(CODES, key=lambda code: SEVERITIES.index(CODES[code].severity))
    codes = sorted(set(dataset.column("issues", "code")), key=known.index)
    numbers = {code: n for n, code in enumerate(codes)}
    bodies = sorted({name for name in dataset.column("cards", "municipality") if name is not None})
    return {
        "bodies": bodies,
        "codes": [_code(code) for code in codes],
        "statuses": list(STATUSES),
        "cards": _cards(dataset, pages, numbers, bodies),
        "files": _files(dataset, numbers),
    }


def _code(code: str) -> dict[str, str]:
    severity = CODES[code].severity
    return {"code": code, "title": code_caption(code), "meaning": code_meaning(code), "severity": severity}


def _cards(dataset: Dataset, pages: Collection[str], numbers: dict[str, int], bodies: list[str]) -> dict[str, Any]:
    columns = {name: dataset.column("cards", name) for name in _CARD_COLUMNS}
    body_numbers: dict[str | None, int] = {None: -1} | {name: n for n, name in enumerate(bodies)}
    documents = dataset.column("documents", "document_id")
    statuses = dataset.column("documents", "status")
    # The same bytes may stand under several paths; their cards hang on the first that was read.
    files: dict[str, int] = {}
    for n, (document, status) in enumerate(zip(documents, statuses, strict=True)):
        if document not in files or status in ("ok", "partial"):
            files.setdefault(document, n)
    severities = _severities(dataset)
    codes = _codes(dataset, "card_id", numbers)
    ids = columns["card_id"]
    return columns | {
        "body": [body_numbers[name] for name in dataset.column("cards", "municipality")],
        "file": [files.get(document, -1) for document in dataset.column("cards", "document_id")],
        "errors": [severities[card][0] for card in ids],
        "warnings": [severities[card][1] for card in ids],
        "infos": [severities[card][2] for card in ids],
        "codes": [sorted(codes.get(card, ())) for card in ids],
        "page": [int(card in pages) for card in ids],
    }


def _files(dataset: Dataset, numbers: dict[str, int]) -> dict[str, Any]:
    places = {status: n for n, status in enumerate(STATUSES)}
    coverage = dataset.column("documents", "text_coverage")
    return {
        "path": dataset.column("documents", "path"),
        "status": [places[status] for status in dataset.column("documents", "status")],
        "error": dataset.column("documents", "error"),
        "cards": dataset.column("documents", "cards"),
        "pages": dataset.column("documents", "pages"),
        "coverage": [None if share is None else round(share, 4) for share in coverage],
        "codes": _codes_of_files(dataset, numbers),
    }


def _codes(dataset: Dataset, key: str, numbers: dict[str, int]) -> dict[Any, Counter[int]]:
    found: dict[Any, Counter[int]] = defaultdict(Counter)
    for owner, code in zip(dataset.column("issues", key), dataset.column("issues", "code"), strict=True):
        found[owner][numbers[code]] += 1
    return found


def _codes_of_files(dataset: Dataset, numbers: dict[str, int]) -> list[list[int]]:
    codes = _codes(dataset, "document_id", numbers)
    return [sorted(codes.get(document, ())) for document in dataset.column("documents", "document_id")]
