"""Breakage that was planted in a dataset is found, and named."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pledgecards.batch.dataset import Receipt, assemble
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.validate import validate
from pledgecards.schemas.arrow import arrow_schema
from pledgecards.schemas.stored import DatasetError, find_dataset


@pytest.fixture
def sound(tmp_path):
    """A dataset of two files with two cards each."""
    from converter_stub import rows

    ledger = Ledger(tmp_path / "parts", "key")
    receipts = [
        Receipt(f"{letter}.txt", letter * 64, ledger.remember(letter * 64, rows(letter * 64, f"{letter}.txt", 2)))
        for letter in "ab"
    ]
    out = tmp_path / "out"
    out.mkdir()
    assemble(receipts, ledger, out)
    return out


def change(out, table, alter):
    path = out / f"{table}.parquet"
    rows = pq.read_table(path).to_pylist()
    pq.write_table(pa.Table.from_pylist(alter(rows), arrow_schema(table)), path)


def test_a_sound_dataset_has_no_faults(sound):
    assert validate(sound) == []


def test_a_missing_folder(tmp_path):
    assert validate(tmp_path / "gone") == [f"There is no folder {tmp_path / 'gone'}."]


def test_a_folder_without_any_table_is_said_once(tmp_path):
    assert validate(tmp_path) == [
        f"{tmp_path} is no dataset: it has no cards.parquet. Give the folder that convert wrote."
    ]


def test_a_bit_that_a_disk_turned_is_no_figure(sound):
    path = sound / "cards.parquet"
    place = pq.read_metadata(path).row_group(0).column(0).dictionary_page_offset
    data = bytearray(path.read_bytes())
    data[place + 60] ^= 1
    path.write_bytes(data)
    [fault] = validate(sound)
    assert fault.startswith("cards.parquet cannot be read")
    with find_dataset(sound).open("cards") as table:
        with pytest.raises(DatasetError):
            table.read()
        with pytest.raises(DatasetError):
            next(table.iter_batches())


def test_a_missing_and_a_torn_table(sound):
    (sound / "budget.parquet").unlink()
    (sound / "events.parquet").write_bytes(b"PAR1")
    faults = validate(sound)
    assert faults[0] == "budget.parquet is missing."
    assert faults[1].startswith("events.parquet cannot be read")


def test_columns_that_are_missing_unknown_or_of_another_type(sound):
    path = sound / "schedule.parquet"
    table = pq.read_table(path)
    pq.write_table(table.drop_columns(["year"]).append_column("jahr", table["year"]), path)
    path = sound / "contacts.parquet"
    table = pq.read_table(path)
    pq.write_table(table.set_column(2, "department", pa.array([], pa.int64())), path)
    assert validate(sound) == [
        "schedule has no column year.",
        "schedule has an unknown column jahr.",
        "contacts.department is int64, not string.",
    ]


@pytest.mark.parametrize(
    ("table", "alter", "fault"),
    [
        ("items", lambda rows: rows + rows[:1], "items has rows with the same card_id, item_id: aaaaaaaaaaaa-001 / 1."),
        (
            "items",
            lambda rows: [row | {"parent_id": 9} for row in rows[:1]] + rows[1:],
            "items points to rows of items that are not there, in 1 row: aaaaaaaaaaaa-001 / 9.",
        ),
        (
            "items",
            lambda rows: rows + [rows[0] | {"card_id": "cccccccccccc-001"}],
            "items points to rows of cards that are not there, in 1 row: cccccccccccc-001.",
        ),
        (
            "items",
            lambda rows: [row | {"text": "\u1100\u1161"} for row in rows],
            "items.text is not NFC in 8 rows.",
        ),
        (
            "documents",
            lambda rows: [row | {"cards": 5} for row in rows[:1]] + rows[1:],
            "documents.cards is 5 for a.txt, but cards has 2 of it.",
        ),
        (
            "cards",
            lambda rows: [row | {"review": False} for row in rows[:1]] + rows[1:],
            "cards.review does not agree with issues: aaaaaaaaaaaa-001.",
        ),
        (
            "cards",
            lambda rows: [row | {"ordinal": 7} for row in rows[:1]] + rows[1:],
            "cards.card_id does not follow from document_id and ordinal: aaaaaaaaaaaa-001.",
        ),
        (
            "issues",
            lambda rows: [row | {"severity": "info"} for row in rows[:1]] + rows[1:],
            "issues.severity is not that of the code: choice.none.",
        ),
        (
            "documents",
            lambda rows: rows + [rows[0] | {"path": "c.txt", "document_id": "c" * 64, "status": "failed", "cards": 0}],
            "c.txt is failed, but no issue says why.",
        ),
    ],
)
def test_planted_faults(sound, table, alter, fault):
    change(sound, table, alter)
    assert fault in validate(sound)


def test_a_description_of_another_version(sound):
    (sound / "datapackage.json").write_text("{}")
    assert validate(sound) == ["datapackage.json is not that of this version."]


@pytest.mark.parametrize(
    ("table", "values", "fault"),
    [
        ("schedule", {"quarter": 5}, "schedule.quarter"),
        ("budget", {"year": 19}, "budget.year"),
        ("items", {"page": 0}, "items.page"),
        ("items", {"page": 3}, "items.page"),
        ("items", {"x0": 9.0, "x1": 1.0}, "items.x1"),
        ("items", {"parent_id": 1}, "items.parent_id"),
        ("dates", {"span_end": 99}, "dates.span_end"),
        ("cards", {"municipality": "없는구"}, "cards.municipality"),
        ("cards", {"page_first": 2, "page_last": 1}, "cards.page_last"),
        ("documents", {"text_coverage": 1.5}, "documents.text_coverage"),
    ],
)
def test_what_no_reading_can_give_is_found(make_dataset, table, values, fault):
    card = {"card_id": f"{'a' * 12}-001"}
    rows = {
        "documents": {
            "document_id": "a" * 64,
            "path": "a.pdf",
            "size_bytes": 9,
            "status": "ok",
            "pages": 2,
            "cards": 1,
        },
        "cards": card | {"document_id": "a" * 64, "ordinal": 1, "municipality": "서울특별시 영등포구", "review": False},
        "items": card
        | {"item_id": 1, "kind": "bullet", "level": 1, "section": "plan", "text": "2019년", "text_raw": "2019년"},
        "dates": card | {"item_id": 1, "date_no": 1, "raw": "2019년", "span_start": 0, "span_end": 5, "edtf": "2019"},
        "schedule": card | {"line_no": 1, "year": 2019, "quarter": 4},
        "budget": card | {"line_no": 1, "year": 2019},
    }
    rows[table] |= values
    faults = validate(make_dataset(**{name: [row] for name, row in rows.items()}))
    assert [told.split()[0] for told in faults if "outside" in told] == [fault]
