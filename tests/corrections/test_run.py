"""`convert --corrections` from the command line to the published dataset."""

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from pledgecards.batch.validate import validate
from pledgecards.cli import main
from pledgecards.corrections.correction import Correction
from pledgecards.corrections.file import corrections_csv

CARD_TEXT = """7. 작은도서관 건림

- 임기구분 ☑ 임기내 □ 임기외

■ 추진실적

- 주민설명회 개최: '19. 7. 25.

■ 담당부서

- 도시재생과장 홍길동 ☎ 4198
"""


@pytest.fixture
def convert(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / "card.txt").write_text(CARD_TEXT, "utf-8")
    out = tmp_path / "out"

    def run(corrections=(), *options):
        arguments = ["convert", str(source), "--out", str(out), "--jobs", "1", *options]
        if corrections:
            path = tmp_path / "corrections.csv"
            path.write_text(corrections_csv(corrections), "utf-8-sig", newline="")
            arguments += ["--corrections", str(path)]
        return CliRunner().invoke(main, arguments), out

    return run


def rows(out, table):
    return pq.read_table(out / f"{table}.parquet").to_pylist()


def test_a_correction_holds_on_every_later_run_and_goes_when_its_file_does(convert):
    _, out = convert()
    card_id = rows(out, "cards")[0]["card_id"]
    title = rows(out, "cards")[0]["title"]
    fix = Correction(card_id, "cards", "{}", "title", title, "작은도서관 건립", "홍길동", "", "오기")
    elsewhere = Correction("0123456789ab-001", "cards", "{}", "title", "a", "b")
    for _ in range(2):
        result, out = convert([fix, elsewhere])
        assert result.exit_code == 0, result.output
        assert "Corrections: 1 applied, 1 missing" in result.output
        assert rows(out, "cards")[0]["title"] == "작은도서관 건립"
        assert [(row["old"], row["state"]) for row in rows(out, "corrections")] == [
            (title, "applied"),
            ("a", "missing"),
        ]
        assert validate(out) == []
    convert()
    assert rows(out, "cards")[0]["title"] == title
    assert rows(out, "corrections") == []


def test_the_bytes_are_the_same_again(convert):
    _, out = convert()
    fix = Correction(rows(out, "cards")[0]["card_id"], "cards", "{}", "pledge_no", "7", "8")
    contents = []
    for options in ((), ("--fresh",)):
        convert([fix], *options)
        contents.append({path.name: path.read_bytes() for path in sorted(out.glob("*.parquet"))})
    assert contents[0] == contents[1]


def test_a_wrong_type_stops_the_run_before_it_begins(convert, tmp_path):
    result, out = convert([Correction("0123456789ab-001", "cards", "{}", "pledge_no", "7", "여덟")])
    assert result.exit_code == 2
    assert "line 2: pledge_no is a whole number in digits, not '여덟'" in " ".join(result.output.split())
    assert not (out / "cards.parquet").exists()


def test_redacted_contacts_are_not_told_by_corrections(convert):
    _, out = convert()
    card_id = rows(out, "cards")[0]["card_id"]
    fixes = [
        Correction(card_id, "contacts", '{"contact_no": 1}', "name", "홍길동", "김가나", "이다라", "", "김가나로 바뀜"),
        Correction(card_id, "cards", "{}", "pledge_no", "7", "8", "이다라", "", "오기"),
    ]
    _, out = convert(fixes, "--redact-contacts")
    assert rows(out, "cards")[0]["pledge_no"] == 8
    said = repr(rows(out, "corrections")) + repr(rows(out, "issues"))
    assert not any(name in said for name in ("홍길동", "김가나", "이다라"))
