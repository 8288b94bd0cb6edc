"""A dataset is the same, byte for byte, whatever language the program speaks."""

import json
import shutil
from pathlib import Path

import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.corrections.correction import Correction
from pledgecards.language import choose
from pledgecards.schemas.dictionary import dictionary

SAMPLES = Path(__file__).parents[2] / "samples" / "cards"


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("planted-budget-sum_mismatch.txt", "planted-date-impossible.txt", "form-1.pdf"):
        shutil.copy(SAMPLES / name, folder / name)
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n")
    (folder / "twice.txt").write_bytes((SAMPLES / "planted-date-impossible.txt").read_bytes())
    return folder


def test_the_same_bytes_in_both_languages(inputs, tmp_path):
    corrections = [Correction("0123456789ab-001", "cards", "{}", "title", "가", "나", "홍길동", "", "오기")]
    written = {}
    for language in ("en", "ko"):
        choose(language)
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        convert([str(inputs)], out, Settings(), jobs=1, corrections=corrections)
        written[language] = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
        written[language]["dictionary"] = dictionary().encode()
    english, korean = written["en"], written["ko"]
    assert english.keys() == korean.keys()
    for name in english.keys() - {"run.json", "run.log"}:
        assert english[name] == korean[name], name
    records = [json.loads(files["run.json"]) for files in written.values()]
    for record in records:
        record.pop("timings")
    assert records[0] == records[1]
    logs = [files["run.log"].decode() for files in written.values()]
    assert all("files in" in log and "failed" in log for log in logs)
