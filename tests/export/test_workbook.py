"""The workbook: what an officer finds when it is opened in Excel."""

import datetime
import errno

import openpyxl
import pytest

from pledgecards.export import workbook
from pledgecards.export.cells import CELL_TEXT
from pledgecards.export.errors import ExportError, InTheWay
from pledgecards.export.workbook import write_workbook
from pledgecards.schemas.stored import find_dataset
from pledgecards.schemas.tables import TABLES


@pytest.fixture
def book(folder, tmp_path):
    write_workbook(find_dataset(folder), tmp_path / "a.xlsx")
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def column(sheet, head):
    place = next(cell.column for cell in sheet[1] if cell.value == head)
    return [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]


def values(sheet, head):
    return [cell.value for cell in column(sheet, head)]


def test_a_sheet_explains_and_every_table_has_one(book):
    assert book.sheetnames == ["안내", *(table.label for table in TABLES.values())]


def test_heads_are_the_labels_of_the_registry_frozen_and_with_a_filter(book):
    for table in TABLES.values():
        sheet = book[table.label]
        heads = [cell.value for cell in sheet[1]]
        assert [head for head in heads if head in [field.label for field in table.fields]] == [
            field.label for field in table.fields
        ]
        assert len(set(heads)) == len(heads)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_rows_of_a_card_say_whose_they_are(book):
    heads = [cell.value for cell in book["소요예산"][1]]
    assert heads[:5] == ["카드 식별자", "지방자치단체", "공약번호", "공약명", "행 번호"]
    assert [cell.value for cell in book["소요예산"][2]][1:4] == ["서울특별시 영등포구", 25, "센터 건립"]
    assert values(book["공약카드"], "경로") == ["책/카드.pdf"]
    assert values(book["검토 사항"], "경로") == ["책/카드.pdf"]
    assert values(book["검토 사항"], "공약명") == [None]


def test_numbers_dates_and_yes_or_no_are_what_they_are(book):
    won = column(book["소요예산"], "금액")
    assert [cell.value for cell in won[:3]] == [1_079_000_000, None, -5]
    assert (won[0].number_format, won[0].alignment.horizontal) == ("#,##0", "right")
    # Excel would round it to fifteen digits.
    assert won[3].value == "9007199254740993"
    [day] = column(book["공약카드"], "기준일")
    assert (day.value, day.number_format) == (datetime.datetime(2020, 12, 31), "yyyy-mm-dd")
    [share] = column(book["파일"], "글자 반영률")
    assert (share.value, share.number_format) == (0.75, "0.0%")
    assert column(book["추진일정"], "연도")[0].number_format == "0"
    assert values(book["추진일정"], "추진") == ["예", "아니오", None]
    assert values(book["공약카드"], "검토 필요") == ["예"]


def test_closed_values_are_korean(book):
    assert values(book["소요예산"], "재원")[0] == "국비"
    assert values(book["글"], "항목")[0] == "추진실적"
    assert values(book["검토 사항"], "심각도") == ["경고"]
    assert values(book["검토 사항"], "표") == ["소요예산"]
    assert values(book["검토 사항"], "코드") == ["text.unclaimed"]


def test_no_text_is_a_formula_or_a_link_and_each_is_as_printed(book):
    for sheet in book:
        assert not sheet._hyperlinks
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    cells = column(book["글"], "글(원문)")
    assert all(cell.data_type == "s" for cell in cells)
    texts = [cell.value for cell in cells]
    assert texts[0] == '=HYPERLINK("http://example.org","이름")'
    assert texts[1:4] == ["+82-2-2670-3525", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)"]
    assert texts[7:12] == ["-", "-1,234", "+3.5%", "-12", "여느 글"]


def test_on_paper_a_row_stands_on_one_page_under_its_heads(book):
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        head = 7 if sheet.title == "안내" else 1
        assert sheet.print_title_rows == f"${head}:${head}"


def test_hashes_do_not_push_everything_else_out_of_sight(book):
    assert book["파일"].column_dimensions["A"].width < 20
    assert book["파일"]["A2"].value == "a" * 64


def test_a_text_too_long_for_a_cell_says_that_it_was_cut(folder, tmp_path):
    written = write_workbook(find_dataset(folder), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    text = values(book["글"], "글")[12]
    assert (len(text), text[:3]) == (CELL_TEXT, "가가가")
    assert text.endswith("가 … (잘림)")
    assert written.shortened == 2


def test_the_first_sheet_explains_every_column_in_korean(book):
    guide = book["안내"]
    rows = [tuple(cell.value for cell in row) for row in guide.iter_rows()]
    told = {row[6]: row for row in rows}
    for table in TABLES.values():
        assert told[table.name][0] == table.label
        for field in table.fields:
            assert told[f"{table.name}.{field.name}"][1] == field.label
    assert told["budget.amount_won"][2:5] == ("금액, 원. -와 빈칸은 빈칸.", "수", "원")
    assert "국비(national)" in told["budget.funding"][5]
    assert told["budget.sum_mismatch"][2] == "예산 합계 불일치"


def test_a_table_with_more_rows_than_a_sheet_goes_on_in_another(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "SHEET_ROWS", 7)
    written = write_workbook(find_dataset(folder), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [name for name in book.sheetnames if name.startswith("글")] == ["글", "글 (2)", "글 (3)"]
    assert [written.rows[name] for name in ("글", "글 (2)", "글 (3)")] == [6, 6, 3]
    assert [number for name in ("글", "글 (2)", "글 (3)") for number in values(book[name], "글 번호")] == [
        *range(1, 16)
    ]
    assert book["글 (3)"].freeze_panes == "A2"


def test_two_exports_of_one_dataset_are_the_same_bytes(folder, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(find_dataset(folder), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(folder, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("mine")
    with pytest.raises(InTheWay, match=r"a\.xlsx is there already"):
        write_workbook(find_dataset(folder), path)
    assert path.read_text() == "mine"
    write_workbook(find_dataset(folder), path, replace=True)
    assert openpyxl.load_workbook(path).sheetnames[0] == "안내"


def test_a_place_that_cannot_be_written_is_told_in_a_sentence_and_leaves_nothing(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        write_workbook(find_dataset(folder), tmp_path / "file" / "a.xlsx")
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        write_workbook(find_dataset(folder), tmp_path / "taken.xlsx", replace=True)
    assert not list(tmp_path.glob("*.new"))


def test_a_full_disk_is_told_and_keeps_what_was_there(folder, tmp_path, monkeypatch):
    def full(source, place):
        place.write_bytes(source.read_bytes()[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"before")
    with pytest.raises(ExportError, match=r"^The disk is full; .*a\.xlsx was not written\."):
        write_workbook(find_dataset(folder), path, replace=True)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["a.xlsx"]
    assert path.read_bytes() == b"before"
