"""CSV for Excel: a byte order mark, Korean heads, and nothing that runs."""

import csv
import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.export import csvfiles
from pledgecards.export.csvfiles import write_csv
from pledgecards.export.errors import ExportError, InTheWay
from pledgecards.export.formulas import MARK, disarmed_text
from pledgecards.schemas.stored import find_dataset
from pledgecards.schemas.tables import TABLES


@pytest.fixture
def rows(folder, tmp_path):
    write_csv(find_dataset(folder), tmp_path / "csv")

    def read(name):
        with open(tmp_path / "csv" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return read


def test_a_file_for_every_table_with_a_mark_and_korean_heads(folder, tmp_path):
    paths = write_csv(find_dataset(folder), tmp_path / "csv")
    assert [path.name for path in paths] == ["안내.csv", *(f"{table.label}.csv" for table in TABLES.values())]
    for path in paths:
        assert path.read_bytes().startswith(b'\xef\xbb\xbf"')
    heads = (tmp_path / "csv" / "고친 값.csv").read_text("utf-8-sig").splitlines()[0]
    assert heads.startswith('"카드 식별자","지방자치단체","공약번호","공약명","표"')


def test_values(rows):
    assert [row["금액"] for row in rows("소요예산")] == ["1079000000", "", "-5", "9007199254740993"]
    assert rows("소요예산")[0]["재원"] == "국비"
    assert rows("소요예산")[0]["공약명"] == "센터 건립"
    assert rows("공약카드")[0]["기준일"] == "2020-12-31"
    assert [row["추진"] for row in rows("추진일정")] == ["예", "아니오", ""]


def test_texts_that_would_be_formulas_are_marked_and_no_others(rows):
    texts = [row["글(원문)"] for row in rows("글")]
    assert texts[:7] == [
        '\'=HYPERLINK("http://example.org","이름")',
        "'+82-2-2670-3525",
        "'-2+3+cmd|' /C calc'!A0",
        "'@SUM(1+1)",
        "'\t=1+1",
        "'\r=1+1",
        "'＝1+1",
    ]
    assert texts[7:12] == ["-", "-1,234", "+3.5%", "-12", "여느 글"]
    assert len(texts[12]) == 40_000


@pytest.mark.parametrize("text", ["-", "---", "-5", "+5", "-1,234.5", "-12.5%", "가", "", "'18. 7.", "5-3", "a=b"])
def test_what_cannot_run_stays_as_it_is(text):
    assert disarmed_text(text) == text


@pytest.mark.parametrize(
    "text", ["-5+1", "--5", "- 글", "+", "=", "@", "-1,23,4+A1", "-1,23", " =1", "\n=1", "\t가", "－1+1"]
)
def test_what_may_run_is_marked(text):
    assert disarmed_text(text) == MARK + text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_after_the_mark_no_text_begins_as_a_formula_unless_it_is_a_number_or_dashes(text):
    shown = disarmed_text(text)
    assert shown in (text, MARK + text)
    if shown[0] in "=+-@＝＋－＠\t\r\n":
        assert (
            set(shown) <= set("-－")
            or shown[0] in "+-"
            and shown[1:].rstrip("%").replace(",", "").replace(".", "").isdecimal()
        )


def test_files_that_are_there_are_kept_unless_they_may_be_replaced(folder, tmp_path):
    stored = find_dataset(folder)
    write_csv(stored, tmp_path / "csv")
    (tmp_path / "csv" / "글.csv").write_text("mine")
    with pytest.raises(InTheWay, match="is there already"):
        write_csv(stored, tmp_path / "csv")
    assert (tmp_path / "csv" / "글.csv").read_text() == "mine"
    write_csv(stored, tmp_path / "csv", replace=True)
    assert (tmp_path / "csv" / "글.csv").read_text("utf-8-sig").startswith('"카드 식별자"')
    assert not list((tmp_path / "csv").glob("*.new"))


def test_a_place_that_is_no_folder(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        write_csv(find_dataset(folder), tmp_path / "file" / "csv")


def test_files_of_two_exports_never_lie_side_by_side(folder, tmp_path, monkeypatch):
    place = tmp_path / "csv"
    for path in write_csv(find_dataset(folder), place):
        path.write_text("old")

    def refuse(path, *arguments):
        if path.name.startswith("소요예산"):
            raise OSError(errno.ENOSPC, "full")
        write(path, *arguments)

    write = csvfiles._write
    monkeypatch.setattr(csvfiles, "_write", refuse)
    with pytest.raises(ExportError):
        write_csv(find_dataset(folder), place, replace=True)
    assert {path.read_text() for path in place.iterdir()} == {"old"}
