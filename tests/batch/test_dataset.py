"""Tables that grow by row groups of a fixed size, whatever the sizes of the parts."""

import pyarrow.parquet as pq

from pledgecards.batch import dataset
from pledgecards.batch.dataset import TableWriter
from pledgecards.schemas.arrow import columns_of


def contacts(start, stop):
    rows = [{"card_id": f"{number:012d}-001", "contact_no": 1, "role": "팀장"} for number in range(start, stop)]
    return columns_of("contacts", rows)


def test_the_bytes_do_not_depend_on_how_rows_arrive(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "GROUP_ROWS", 10)
    with TableWriter("contacts", tmp_path / "a.parquet") as writer:
        writer.add(contacts(0, 25))
    with TableWriter("contacts", tmp_path / "b.parquet") as writer:
        for start in range(25):
            writer.add(contacts(start, start + 1))
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    file = pq.ParquetFile(tmp_path / "a.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.metadata.num_row_groups)] == [10, 10, 5]
    assert file.read().column("contact_no").length() == 25


def test_columns_keep_their_labels_in_parquet(tmp_path):
    with TableWriter("contacts", tmp_path / "a.parquet") as writer:
        writer.add(contacts(0, 1))
    schema = pq.read_schema(tmp_path / "a.parquet")
    assert schema.field("department").metadata[b"label"].decode() == "부서"
