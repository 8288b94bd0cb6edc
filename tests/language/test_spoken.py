"""What a person sees in Korean is Korean: no English word is left in help, progress, summary and tree."""

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from pledgecards.batch.progress import Lines, duration, progress_line
from pledgecards.cli import main
from pledgecards.terminal.width import width

SAMPLES = Path(__file__).parents[2] / "samples" / "cards"
NAMES = re.compile(
    r"pledgecards|Parquet|PDF|TOML|JSON|CSV|MiB|MIB|Markdown|xlsx|zip|dask(\.distributed)?|tcp://host:8786|s3://…|@list\.txt"
    r"|\*\.pdf|corrections\.csv|pdfium\|pdfplumber|pdfplumber|pdfium|ko\|en|cards, budget|text/plain|application/pdf|PDF"
    r"|review|convert|x>=|<=x<=|\.pdf|\.txt"
)
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
COMMAND = re.compile(r"^  (convert|dictionary|export|inspect|review|validate)\b", re.MULTILINE)
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def english_words(text):
    for known in (NAMES, OPTION):
        text = known.sub("", text)
    return ENGLISH.findall(text)


@pytest.fixture
def call():
    runner = CliRunner()
    return lambda *arguments: (
        runner.invoke(main, ["--lang", "ko", *map(str, arguments)], prog_name="pledgecards").output
    )


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help(call, command):
    page = call(*([command] if command else []), "--help")
    assert english_words(COMMAND.sub("", page).replace(command, "")) == []
    assert all(width(line) <= 80 for line in page.splitlines())


def test_columns_of_help_stand_below_each_other(call):
    lines = call("convert", "--help").partition("옵션:")[2].splitlines()
    heads = [re.match(r"  (--?\S.*?)  +(?=[^ ])", line) for line in lines]
    assert len({width(head.group()) for head in heads if head}) == 1


def test_a_run_and_its_check(call, tmp_path):
    source = tmp_path / "입력"
    source.mkdir()
    name = "planted-budget-sum_mismatch.txt"
    (source / "카드.txt").write_bytes((SAMPLES / name).read_bytes())
    (source / "빈.pdf").write_bytes(b"")
    said = call("convert", source, "--out", tmp_path / "자료", "--jobs", 1)
    for line in (
        "읽을 파일 2개",
        "  정상       1",
        "  읽지 못함  1",
        "먼저 확인할 파일 보기:",
    ):
        assert line in said
    assert re.search(r"^  budget +\d+  소요예산$", said, re.MULTILINE)
    tables = re.compile(r"^  [a-z]+ +[\d,]+  ", re.MULTILINE)
    codes = re.compile(r"\b[a-z]+\.[a-z_]+\b")
    assert english_words(codes.sub("", tables.sub("", said.replace(str(tmp_path), "").replace("inspect", "")))) == []
    assert "자료에 이상이 없습니다" in call("validate", tmp_path / "자료")
    shown = call("inspect", source / "카드.txt")
    printed = set(ENGLISH.findall((SAMPLES / name).read_text("utf-8")))
    assert set(english_words(codes.sub("", shown))) <= printed
    assert "시트 14개" in call("export", tmp_path / "자료") or "시트 13개" in call(
        "export", tmp_path / "자료", "--force"
    )


def test_progress(korean):
    line = progress_line(Counter(ok=1100, partial=1, failed=2), 4412, seconds=100)
    assert line == "4,412개 중 1,103개 · 정상 1,100 · 일부만 읽음 1 · 읽지 못함 2 · 초당 11.0개 · 5분 남음"
    assert [duration(seconds) for seconds in (4, 89, 600, 12_000)] == ["4초", "89초", "10분", "3시간 20분"]


def test_the_line_that_renews_itself_fills_the_terminal_and_no_more(korean, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    stream = io.StringIO()
    stream.isatty = lambda: True
    now = iter(range(1000))
    lines = Lines(stream, clock=lambda: next(now))
    lines.begin(2000)
    for status in ("ok", "partial", "failed", "skipped"):
        lines.advance(status)
    shown = [line for line in stream.getvalue().split("\r") if line]
    assert shown and {width(line) for line in shown} == {39}
