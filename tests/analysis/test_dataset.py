"""A dataset, opened: tables as frames, as Arrow, as SQL; and folders that are none."""

import datetime
import subprocess
import sys

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import pledgecards
from pledgecards.analysis.tables import Tables
from pledgecards.schemas.stored import DatasetError
from pledgecards.schemas.tables import TABLES


@pytest.fixture
def folder(make_dataset, card, budget):
    return make_dataset(
        cards=[card("a"), card("b", municipality=None, pledge_no=None)],
        budget=budget("a", (None, "total", 30, 10, None, 20)),
    )


def test_every_table_is_a_frame_with_the_columns_of_the_registry(folder):
    ds = pledgecards.open(folder)
    assert ds.tables == tuple(TABLES)
    for name, entry in TABLES.items():
        assert tuple(getattr(ds, name).columns) == entry.names
        assert name in vars(Tables)


def test_types_outlive_nulls(folder):
    cards = pledgecards.open(str(folder)).cards
    assert cards.dtypes["pledge_no"] == pd.ArrowDtype(pa.int32())
    assert cards.dtypes["as_of"] == pd.ArrowDtype(pa.date32())
    assert cards.pledge_no[0] == 97
    assert cards.pledge_no[1] is pd.NA
    assert cards.as_of[0] == datetime.date(2020, 12, 31)


def test_closed_vocabularies_are_plain_strings_in_frames_and_encoded_in_arrow(folder):
    ds = pledgecards.open(folder)
    assert (ds.budget.funding == "total").sum() == 4
    assert pa.types.is_dictionary(ds.arrow("budget").schema.field("funding").type)
    assert ds.arrow("budget").schema.field("amount_won").metadata[b"unit"] == b"won"


def test_what_is_added_to_a_frame_is_not_added_to_the_dataset(folder):
    ds = pledgecards.open(folder)
    cards = ds.cards
    cards["mine"] = 1
    assert "mine" not in ds.cards


def test_sql_sees_every_table_and_frames_that_are_given(folder):
    pytest.importorskip("duckdb")
    ds = pledgecards.open(folder)
    for name in TABLES:
        assert ds.sql(f'select count(*) from "{name}"').fetchall() == [(len(getattr(ds, name)),)]
    extra = pd.DataFrame({"municipality": ["서울특별시 영등포구"], "people": [380_000]})
    found = ds.sql("select title, people from cards join extra using (municipality)", extra=extra).fetchall()
    assert found == [("a 공약", 380_000)]


def test_a_path_with_a_quote_does_not_break_sql(folder):
    pytest.importorskip("duckdb")
    odd = folder.rename(folder.with_name("it's"))
    assert pledgecards.open(odd).sql("select count(*) from cards").fetchall() == [(2,)]


def test_no_folder(tmp_path):
    with pytest.raises(DatasetError, match="There is no folder"):
        pledgecards.open(tmp_path / "gone")


def test_a_folder_without_tables(tmp_path):
    with pytest.raises(DatasetError, match="is no dataset: it has no cards.parquet"):
        pledgecards.open(tmp_path)


def test_a_table_that_is_missing(folder):
    (folder / "events.parquet").unlink()
    with pytest.raises(DatasetError, match=r"events\.parquet is missing\. Convert again\."):
        pledgecards.open(folder)


def test_a_table_that_is_torn(folder):
    (folder / "events.parquet").write_bytes(b"PAR1 and what is no table PAX1")
    with pytest.raises(DatasetError, match=r"events\.parquet cannot be read: .*[^.]\.$"):
        pledgecards.open(folder)


def test_a_dataset_of_another_version_names_it_and_what_differs(folder):
    path = folder / "budget.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["year"]), path)
    package = folder / "datapackage.json"
    package.write_text(
        package.read_text("utf-8").replace(f'"version": "{pledgecards.__version__}"', '"version": "0.0.7"')
    )
    with pytest.raises(DatasetError, match=r"written by pledgecards 0\.0\.7 with other columns \(budget has no year\)"):
        pledgecards.open(folder)


def test_another_version_with_the_same_columns_is_read(folder):
    package = folder / "datapackage.json"
    package.write_text(
        package.read_text("utf-8").replace(f'"version": "{pledgecards.__version__}"', '"version": "9.9"')
    )
    assert len(pledgecards.open(folder).cards) == 2


def test_other_words_in_a_closed_vocabulary_are_another_version(folder):
    package = folder / "datapackage.json"
    package.write_text(package.read_text("utf-8").replace('"national"', '"state"'))
    with pytest.raises(DatasetError, match=r"budget\.funding has other values"):
        pledgecards.open(folder)


def test_a_table_that_vanishes_afterwards(folder):
    ds = pledgecards.open(folder)
    (folder / "dates.parquet").unlink()
    with pytest.raises(DatasetError, match="open the dataset again"):
        _ = ds.dates


def test_importing_the_package_loads_no_pandas():
    code = "import sys, pledgecards; sys.exit('pandas' in sys.modules or 'pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
