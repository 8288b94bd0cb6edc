"""The site as files: an overview, a page for each card that needs a look, and what both load from beside them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pledgecards import __version__
from pledgecards.batch.withheld import PARTS, PICTURES, SITE
from pledgecards.corrections.correction import FOLLOWED
from pledgecards.corrections.row_keys import CORRECTABLE_TABLES, correctable
from pledgecards.language import _, chosen, speaking
from pledgecards.review.card_view import CardView, card_view
from pledgecards.review.dataset import Dataset
from pledgecards.review.overview import first_to_look, overview
from pledgecards.review.pictures import Order, Picture, Studio
from pledgecards.review.script_data import script_json, script_value
from pledgecards.review.sheets import Sheets, line_sheet, page_sheets
from pledgecards.review.sources import Sources, text_lines
from pledgecards.review.wording import SCRIPTS, script_words
from pledgecards.schemas.captions import code_caption, column_caption, severity_caption, table_caption, value_caption
from pledgecards.schemas.codes import CODES
from pledgecards.schemas.field import Field

_STATIC = ("review.css", *SCRIPTS)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the overview's file, and how many card pages and pictures the site has."""

    index: Path
    cards: int
    pictures: int


def write_site(
    folder: Path,
    *,
    inputs: Sequence[str] = (),
    everything: bool = False,
    language: str | None = None,
    jobs: int | None = None,
) -> Written:
    """Writes the site of the dataset at `folder` to `folder/review`.

    inputs      where the input files are now; empty: where `run.json` says they were.
    everything  a page for every card, not only for those with an error or a warning.
    language    `ko` or `en`; None: the one that the program speaks now.
    DatasetError: the folder holds no dataset. OSError: the disk refuses.
    """
    dataset = Dataset(folder)
    sources = Sources(inputs) if inputs else Sources.of_record(dataset.record, folder)
    with speaking(language or chosen()):
        return _Site(dataset, sources).write(everything, jobs or os.cpu_count() or 1)


class _Site:
    def __init__(self, dataset: Dataset, sources: Sources) -> None:
        self._dataset = dataset
        self._sources = sources
        self._out = dataset.folder / SITE
        # With redacted contacts a picture of the page would show what was left out.
        self._redacted = bool(dataset.record.get("options", {}).get("redact_contacts"))
        self._templates = Environment(
            loader=PackageLoader("pledgecards.review"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals |= {
            "_": _,
            "language": chosen(),
            "version": __version__,
            "script_json": script_json,
            "section_caption": lambda section: value_caption("items", "section", section).capitalize(),
            "severity_caption": severity_caption,
        }
        self._pictures = 0

    def write(self, everything: bool, jobs: int) -> Written:
        """Writes everything; old card pages are removed, pictures of pages that are still the same are kept."""
        for name in PARTS:
            with suppress(FileNotFoundError):
                shutil.rmtree(self._out / name)
            (self._out / name).mkdir(parents=True)
        if self._redacted:
            shutil.rmtree(self._out / PICTURES, ignore_errors=True)  # the pictures of an earlier dataset, with names
        for name in _STATIC:
            text = files("pledgecards.review").joinpath("static", name).read_text("utf-8")
            (self._out / "assets" / name).write_text(text, "utf-8", newline="\n")
        order = first_to_look(self._dataset)
        if everything:
            first = set(order)
            order += [card for card in self._dataset.column("cards", "card_id") if card not in first]
        self._write_script("data/registry.js", "pledgeReview", self._registry())
        self._write_script("data/overview.js", "pledgeOverview", overview(self._dataset, set(order)))
        index = self._out / "index.html"
        page = self._templates.get_template("overview.html").render(
            name=self._dataset.folder.resolve().name, when=self._when()
        )
        index.write_text(page, "utf-8", newline="\n")
        self._write_cards(order, jobs)
        return Written(index, len(order), self._pictures)

    def _when(self) -> str:
        timings = self._dataset.record.get("timings", {})
        return str(timings.get("finished", ""))[:16].replace("T", " ")

    def _write_script(self, place: str, name: str, value: Any) -> None:
        (self._out / place).write_text(f"window.{name}={script_value(value)};\n", "utf-8", newline="\n")

    def _registry(self) -> dict[str, Any]:
        """What overview and card pages share: the words, the columns that can be put right, and earlier corrections."""
        tables = {
            table: {
                "label": table_caption(table),
                "fields": [_field(table, field) for field in correctable(table)],
            }
            for table in CORRECTABLE_TABLES
        }
        earlier = [
            [*(row[name] or "" for name in _RECORDED), row["state"]]
            for row in self._dataset.rows("corrections")
            if row["reason"] != FOLLOWED and row["row_key"] is not None
        ]
        place = str(self._dataset.folder.resolve())
        return {
            "dataset": hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:16],
            "words": script_words(),
            "tables": tables,
            "titles": {code: code_caption(code) for code in CODES},
            "earlier": earlier,
        }

    def _write_cards(self, order: Sequence[str], jobs: int) -> None:
        """Document by document, so that each file is read and drawn once."""
        cards = {card: document_id for card, document_id, _, _ in _stand(self._dataset)}
        places = {card: n for n, card in enumerate(order)}
        documents = {row["document_id"]: row for row in reversed(self._dataset.rows("documents")) if row["cards"]}
        # In the order of the dataset, whose rows are read as they lie.
        by_document: dict[str, list[str]] = {}
        for card, document_id in cards.items():
            if card in places:
                by_document.setdefault(document_id, []).append(card)
        template = self._templates.get_template("card.html")
        for document_id, drawn in self._drawn(by_document, documents, jobs):
            document = documents.get(document_id, {"path": "", "document_id": document_id})
            self._pictures += len(drawn[0])
            for card in by_document[document_id]:
                n = places[card]
                view = card_view(self._dataset.of_card(card))
                page = template.render(
                    view=view,
                    document=document,
                    sheets=self._sheets(view, document, *drawn),
                    position=n + 1,
                    count=len(order),
                    data={
                        "id": card,
                        "rows": view.rows,
                        "findings": [[f.id, f.targets, f.page, f.line, f.field] for f in view.findings],
                        "before": order[n - 1] if n else None,
                        "after": order[n + 1] if n + 1 < len(order) else None,
                    },
                )
                (self._out / "cards" / f"{card}.html").write_text(page, "utf-8", newline="\n")

    def _drawn(
        self, by_document: Mapping[str, Sequence[str]], documents: Mapping[str, Any], jobs: int
    ) -> Iterator[tuple[str, tuple[dict[int, Picture], list[str]]]]:
        """For every document its pictures by page, or (text) its lines."""
        texts: dict[str, list[str]] = {}
        studio = Studio(self._out / PICTURES, max(1, min(jobs, len(by_document))))
        for document_id, pictures in studio.draw(self._orders(by_document, documents, texts)):
            yield document_id, (pictures, texts.pop(document_id, []))

    def _orders(
        self, by_document: Mapping[str, Sequence[str]], documents: Mapping[str, Any], texts: dict[str, list[str]]
    ) -> Iterator[Order]:
        ranges = {card: range(first, last + 1) for card, _, first, last in _stand(self._dataset) if first is not None}
        for document_id, cards in by_document.items():
            document = documents.get(document_id)
            data = None if self._redacted or document is None else self._sources.data(document)
            if data is None or document is None or document["pages"] is None:
                texts[document_id] = text_lines(data) if data is not None else []
                yield Order(document_id, b"", ())
                continue
            yield Order(document_id, data, tuple(sorted({page for card in cards for page in ranges.get(card, ())})))

    def _sheets(
        self, view: CardView, document: Mapping[str, Any], pictures: Mapping[int, Picture], lines: Sequence[str]
    ) -> Sheets:
        if view.card["page_first"] is None:
            note = "" if lines else self._absence()
            return Sheets((), line_sheet(view, lines), note)
        folder = f"../{PICTURES}/{document['document_id'][:12]}/"
        sheets = page_sheets(view, pictures, folder)
        if any(sheet.picture for sheet in sheets):
            return Sheets(sheets, (), "")
        return Sheets(sheets, (), self._absence())

    def _absence(self) -> str:
        if self._redacted:
            return _("Contacts are redacted in this dataset: the source is not shown.")
        return _("The input file was not found (or has changed): boxes are shown on an empty sheet.")


_RECORDED = ("card_id", "table_name", "row_key", "field", "old", "new", "made_by", "made_at", "reason")


def _field(table: str, field: Field) -> dict[str, Any]:
    """A column as the scripts know it. names: what the values of its closed vocabulary are called, or None."""
    names = None if field.values is None else {v: value_caption(table, field.name, v) for v in field.values}
    label = column_caption(table, field.name)
    return {
        "name": field.name,
        "label": label,
        "type": field.type,
        "null": field.nullable,
        "values": field.values,
        "names": names,
    }


def _stand(dataset: Dataset) -> Iterable[tuple[str, str, Any, Any]]:
    """Where each card stands: its identifier, its document's, its first and last page (None in text)."""
    columns = ("card_id", "document_id", "page_first", "page_last")
    return zip(*(dataset.column("cards", name) for name in columns), strict=True)
