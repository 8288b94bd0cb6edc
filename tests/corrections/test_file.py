"""`corrections.csv` as browsers write it and spreadsheets hand it back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.corrections.correction import Correction
from pledgecards.corrections.file import CorrectionsError, corrections_csv, guarded, read_corrections, unguarded

HEAD = "card_id,table,row_key,column,old,new,by,when,why\r\n"
CARD = "0123456789ab-001"
AMOUNT = Correction(
    CARD,
    "budget",
    '{"line_no": 1, "period_raw": "2019년"}',
    "amount_won",
    "3153000000",
    "3146000000",
    "홍길동",
    "",
    "오기",
)
TITLE = Correction(
    CARD, "cards", "{}", "title", "=1+1", '"새" 제목,\n둘째 줄', "홍길동", "2026-11-22T10:00:00+09:00", "오기"
)


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "corrections.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_what_is_written_is_read_again(file):
    assert read_corrections([file(corrections_csv([AMOUNT, TITLE]))]) == [AMOUNT, TITLE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_a_spreadsheet_may_save_it_in_its_own_encoding(file, encoding):
    assert read_corrections([file(corrections_csv([AMOUNT]).encode(encoding))]) == [AMOUNT]


def test_the_same_correction_in_two_files_counts_once(file):
    path = file(corrections_csv([AMOUNT]))
    assert read_corrections([path, path]) == [AMOUNT]


def test_empty_lines_and_missing_signatures_are_no_fault(file):
    text = "card_id,table,row_key,column,old,new\r\n,,,,,\r\n" + f"{CARD},cards,{{}},pledge_no,25,26\r\n"
    assert read_corrections([file(text)]) == [Correction(CARD, "cards", "{}", "pledge_no", "25", "26")]


def test_a_key_may_be_set_otherwise(file):
    text = HEAD + f'{CARD},items,"{{""item_id"":7}}",text,a,b,,,\r\n'
    assert read_corrections([file(text)])[0].row_key == '{"item_id": 7}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\r\n1,2\r\n", "no corrections file: it has no column card_id"),
        (HEAD + "card,cards,{},title,a,b,,,\r\n", "line 2: 'card' is no card_id"),
        (HEAD + f"{CARD},documents,{{}},path,a,b,,,\r\n", "line 2: 'documents' is no table that can be corrected"),
        (HEAD + f"{CARD},cards,{{}},card_id,a,b,,,\r\n", "cards has no column 'card_id' that can be corrected"),
        (HEAD + f"{CARD},budget,{{}},amount_raw,a,b,,,\r\n", "budget has no column 'amount_raw'"),
        (HEAD + f"{CARD},cards,5,title,a,b,,,\r\n", "row key '5' is no JSON object"),
        (HEAD + f"{CARD},cards,{{,title,a,b,,,\r\n", "is no JSON object"),
        (HEAD + f"{CARD},cards,{{}},pledge_no,25,스물여섯,,,\r\n", "line 2: pledge_no is a whole number in digits"),
        (HEAD + f"{CARD},issues,{{}},code,date.reversed,date.impossible,,,\r\n", "an issue can only be accepted"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(file, text, message):
    with pytest.raises(CorrectionsError, match=message):
        read_corrections([file(text)])


@given(st.text())
def test_a_guarded_text_is_no_formula_and_comes_back(text):
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert unguarded(guarded(text)) == text
