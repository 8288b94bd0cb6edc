"""One file: its bytes to the rows of every table. Pure: no files, no clock, no randomness; everything else stands around it."""

from __future__ import annotations

import gc
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pledgecards.extract.assemble import Assembly, assemble
from pledgecards.extract.card import PrintedCard
from pledgecards.extract.document import Document, Notice, Unreadable
from pledgecards.extract.full_width import in_plain_signs
from pledgecards.extract.page import Place
from pledgecards.extract.source import media_type_of, read
from pledgecards.normalize.card import CardRows, normalize
from pledgecards.normalize.particles import settled
from pledgecards.normalize.people.contacts import Redactor
from pledgecards.normalize.people.unread import shows_people, unread_people
from pledgecards.normalize.places.ballot import FURNITURE
from pledgecards.normalize.places.gazetteer import official_name
from pledgecards.normalize.places.of_card import Evidence, card_evidence, recognise_cards
from pledgecards.normalize.rows import Issue, Row
from pledgecards.normalize.shown import as_displayed, as_printed
from pledgecards.schemas.codes import severity_of
from pledgecards.schemas.tables import TABLES
from pledgecards.schemas.vocabulary import Vocabulary

Rows = dict[str, list[Row]]
"""Table name to rows; a row is column name to value. A column that a row does not name is null."""


_FEW_CYCLES = 50_000
"""So many more objects made than freed before cycles are looked for."""


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Looks for cycles of garbage some seventy times more seldom than usual.

    What a conversion makes it holds to its end, and cycles are rare in it: walking through all of it again and again finds
    nothing, and takes a twentieth of the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(usual[0], _FEW_CYCLES) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@_collecting_seldom()
def convert_bytes(
    data: bytes,
    path: str = "",
    *,
    cohort: int | None = None,
    municipality: str | None = None,
    redact_contacts: bool = False,
    reader: str = "pdfium",
    vocabulary: Vocabulary | None = None,
) -> Rows:
    """Reads one file and returns the rows of every table of the dataset for it.

    data          the file's bytes: a PDF, or text in UTF-8, UTF-16 or CP949.
    path          the file's path relative to its input root, with `/`; written down, and never used to guess.
    cohort        the year in which the mayoral term began (2018 for 민선7기); None: told by the year columns.
    municipality  the official name of the local government; None: recognised from the card.
    redact_contacts  leave out names and telephone numbers of people, here and in every text column.
    reader        `pdfium` or `pdfplumber`.
    vocabulary    the words to read by; None: those that ship with the package.

    Never raises for what is in the file: a file that cannot be read gives a row in `documents` with its status, and an issue.
    Raises ValueError for a municipality that is none of the 243.
    """
    vocabulary = vocabulary or Vocabulary.standard()
    municipality = official_name(municipality) if municipality is not None else None
    rows: Rows = {name: [] for name in TABLES}
    document_id = hashlib.sha256(data).hexdigest()
    record: Row = {
        "document_id": document_id,
        "path": path,
        "media_type": media_type_of(data),
        "size_bytes": len(data),
        "cards": 0,
    }
    rows["documents"].append(record)
    try:
        document, printed = in_plain_signs(read(data, path, reader=reader, vocabulary=vocabulary))
        assembly = assemble(document, vocabulary)
    except Unreadable as trouble:
        return _failed(rows, Issue(trouble.code, trouble.message), *map(_noticed, trouble.notices))
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 -- a fault of ours on one file must not end the reading of all
        return _failed(rows, Issue("file.crash", f"파일을 읽다가 프로그램이 멈추었습니다({_fault(fault)})."))
    _describe(record, document, assembly)
    names = [(municipality, None)] * len(assembly.cards) if municipality else _municipalities(assembly, vocabulary)
    closing = _document_issues(document_id, document, assembly)
    turned = {page.number: page for page in document.pages if page.turned or page.back}
    cards = deque(zip(assembly.cards, assembly.issues, names, strict=True))
    # Of a book of thousands of pages what was read is let go card by card, as the rows come.
    del document, assembly
    for ordinal in range(1, len(cards) + 1):
        card, doubts, (name, unsure) = cards.popleft()
        try:
            found = normalize(card, doubts, cohort=cohort, municipality=name, vocabulary=vocabulary)
        except MemoryError:
            raise
        except Exception as fault:  # noqa: BLE001 -- nor may one card take the others of its book with it
            found = _unread_card(card, name, fault)
            record |= {"status": "partial", "error": f"{ordinal}번째 공약카드를 읽지 못했습니다."}
        if unsure is not None:
            found.issues.append(unsure)
        _add_card(rows, found, document_id, f"{document_id[:12]}-{ordinal:03d}", ordinal)
    rows["issues"] += closing
    for part in rows.values():
        if printed is not None:
            as_printed(part, printed)
        if turned:
            as_displayed(part, turned)
    if redact_contacts:
        redactor = Redactor([*rows["contacts"], *unread_people(rows["items"], rows["issues"], vocabulary)])
        rows = {table: redactor.rows(table, part) for table, part in rows.items()}
        rows["issues"] = [{**row, "raw": None} if shows_people(row) else row for row in rows["issues"]]
    return rows


def _failed(rows: Rows, issue: Issue, *others: Issue) -> Rows:
    [record] = rows["documents"]
    record |= {"status": "failed", "error": issue.message}
    rows["issues"] += [_issue_row(record["document_id"], None, one) for one in (issue, *others)]
    return rows


def _noticed(notice: Notice) -> Issue:
    return Issue(notice.code, notice.message, place=Place(notice.page), raw=notice.raw)


def _fault(fault: Exception) -> str:
    return f"{type(fault).__name__}: {fault}"[:200]


def _unread_card(card: PrintedCard, municipality: str | None, fault: Exception) -> CardRows:
    message = f"공약카드를 읽다가 프로그램이 멈추었습니다({_fault(fault)})."
    row = {
        "title": card.title,
        "municipality": municipality,
        "page_first": card.page_first,
        "page_last": card.page_last,
    }
    return CardRows(row, {}, [Issue("card.failed", message, "cards", None, card.title_place)])


def _describe(record: Row, document: Document, assembly: Assembly) -> None:
    record["media_type"] = document.media_type
    record["pages"] = None if document.pages and document.pages[0].number is None else len(document.pages)
    record["cards"] = len(assembly.cards)
    claimed = sum(card.claimed for card in assembly.cards) + assembly.repeated
    # What stands in a cell and in a table within it is counted for both.
    record["text_coverage"] = min(1.0, claimed / assembly.total) if assembly.total else None
    numbers = ", ".join(str(page.number) for page in document.pages if page.trouble is not None)
    if not assembly.cards and numbers:  # its cards may be on those pages
        record |= {"status": "failed", "error": f"{numbers}쪽을 읽지 못했고, 다른 쪽에는 공약카드가 없습니다."}
    elif not assembly.cards:
        record |= {"status": "skipped", "error": "공약카드가 없는 파일입니다."}
    elif numbers:
        record |= {"status": "partial", "error": f"{numbers}쪽을 읽지 못했습니다."}
    elif any(notice.code == "file.corrupt" for notice in document.notices):
        record |= {"status": "partial", "error": "파일 안의 자료가 일부 손상되었습니다."}
    else:
        record |= {"status": "ok", "error": None}


def _add_card(rows: Rows, found: CardRows, document_id: str, card_id: str, ordinal: int) -> None:
    issues = [_issue_row(document_id, card_id, issue) for issue in found.issues]
    review = any(issue["severity"] in ("error", "warning") for issue in issues)
    key = {"card_id": card_id, "document_id": document_id, "ordinal": ordinal, "review": review}
    rows["cards"].append(key | found.card)
    for table, part in found.tables.items():
        for row in part:
            row["card_id"] = card_id  # the card's own rows, and nobody else's: no need to copy each
        rows[table] += part
    rows["issues"] += issues


def _document_issues(document_id: str, document: Document, assembly: Assembly) -> list[Row]:
    """The issues of the file as a whole: what its reader noticed, pages that failed, and text that stands in no card."""
    issues = list(map(_noticed, document.notices))
    if not assembly.cards:
        issues.append(Issue("file.not_a_card", "파일은 읽었으나 공약카드를 찾지 못했습니다.", "documents", "cards"))
    else:
        issues += [*assembly.book, *_outside(assembly)]
        elsewhere = sum(piece.ink for piece in assembly.outside) + sum(line.ink for line in assembly.furniture)
        lost = assembly.total - sum(card.total for card in assembly.cards) - elsewhere - assembly.repeated
        if lost > 0:
            message = f"글자 {lost}개가 어느 표에도 들어가지 못했습니다."
            issues.append(Issue("text.unclaimed", message, "documents", "text_coverage"))
    return [_issue_row(document_id, None, issue) for issue in issues]


def _outside(assembly: Assembly) -> Iterable[Issue]:
    if assembly.outside:
        first = assembly.outside[0]
        message = f"표지·목차·간지 등 어느 공약카드에도 들지 않는 글이 {len(assembly.outside)}줄 있습니다."
        raw = first.line.text if first.line is not None else None
        yield Issue("text.outside", message, "documents", "text_coverage", first.place, raw)


def _municipalities(assembly: Assembly, vocabulary: Vocabulary) -> list[tuple[str | None, Issue | None]]:
    """For every card the official name of its body, or None and the issue that says why."""
    around = [line.text for line in (*assembly.furniture, *assembly.heads)]
    around += [piece.line.text for piece in assembly.outside if piece.line is not None]
    heads = [Evidence(text, FURNITURE) for text in dict.fromkeys(around)]
    by_page: dict[int | None, list[Evidence]] = {}
    for line in assembly.furniture:
        by_page.setdefault(line.place.page, []).append(Evidence(line.text, FURNITURE))
    running = [
        list(dict.fromkeys(said for page in _pages_of(card) for said in by_page.get(page, ())))
        for card in assembly.cards
    ]
    return recognise_cards(heads, [card_evidence(card, vocabulary) for card in assembly.cards], running)


def _pages_of(card: PrintedCard) -> range:
    """The pages of a card; none in a text."""
    return range(card.page_first, (card.page_last or card.page_first) + 1) if card.page_first is not None else range(0)


def _issue_row(document_id: str, card_id: str | None, issue: Issue) -> dict[str, Any]:
    place = issue.place
    return {
        "document_id": document_id,
        "card_id": card_id,
        "severity": severity_of(issue.code),
        "code": issue.code,
        "table_name": issue.table,
        "field": issue.field,
        "message": settled(" ".join(issue.message.split())),
        "page": place.page if place is not None else None,
        "raw": None if issue.raw is None else " ".join(issue.raw.split()),
        "line": place.line if place is not None else None,
    }
