"""The commands, as a person calls them."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pledgecards.cli import main
from pledgecards.schemas.dictionary import dictionary

CARD = Path(__file__).parents[1] / "samples" / "yeongdeungpo-25.txt"


@pytest.fixture
def call():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(main, [str(argument) for argument in arguments])


def test_convert_then_validate(call, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "card.txt").write_bytes(CARD.read_bytes())
    (tmp_path / "in" / "empty.pdf").write_bytes(b"")
    done = call("convert", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1)
    assert done.exit_code == 1, done.output
    assert "2 files to read" in done.output
    assert "file.empty" in done.output
    assert "Look at the worst first:  pledgecards inspect" in done.output
    sound = call("validate", tmp_path / "out")
    assert (sound.exit_code, sound.output) == (0, f"{tmp_path / 'out'} is sound.\n")
    again = call("convert", tmp_path / "in" / "card.txt", "--out", tmp_path / "out", "--jobs", 1)
    assert again.exit_code == 0, again.output
    assert "1 known from an earlier run" in again.output
    (tmp_path / "out" / "items.parquet").unlink()
    broken = call("validate", tmp_path / "out")
    assert broken.exit_code == 1
    assert "items.parquet is missing." in broken.output


def test_the_worst_file_is_looked_at_as_the_run_read_it(call, tmp_path):
    (tmp_path / "my words.toml").write_text('[sections]\noverview = ["우리 구 공약 소개"]\n', "utf-8")
    (tmp_path / "card.txt").write_bytes((CARD.parent / "cards" / "planted-choice-several.txt").read_bytes())
    options = ["--municipality", "서울 영등포구", "--vocabulary", tmp_path / "my words.toml", "--redact-contacts"]
    done = call("convert", tmp_path / "card.txt", "--out", tmp_path / "out", "--jobs", 1, *options)
    [line] = [line for line in done.output.splitlines() if line.startswith("Look at the worst first:")]
    words = shlex.split(line.partition(":")[2])
    assert words[:3] == ["pledgecards", "inspect", str(tmp_path / "card.txt")]
    assert words[3:] == [
        "--municipality",
        "서울특별시 영등포구",
        "--vocabulary",
        str(tmp_path / "my words.toml"),
        "--redact-contacts",
    ]
    assert call(*words[1:]).exit_code == 0


def test_a_file_that_cannot_be_opened_is_none_to_look_at(call, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "gone")
    done = call("convert", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1)
    assert done.exit_code == 1 and "file.unreadable" in done.output
    assert "Look at the worst first" not in done.output
    nowhere = call("review", tmp_path / "out", "--no-open", "--inputs", tmp_path / "nowhere")
    assert nowhere.exit_code == 2 and "There is no file or folder" in nowhere.output


def test_inspect_shows_the_card(call):
    done = call("inspect", CARD)
    assert done.exit_code == 0, done.output
    assert "25. 경인·문래 테크노(퓨처)밸리 미래4차산업 거점 육성" in done.output
    assert "☑ 임기내  ☐ 임기외" in done.output
    assert "\x1b[" not in done.output


def test_inspect_gives_json(call):
    tables = json.loads(call("inspect", CARD, "--json").output)
    assert tables["cards"][0]["as_of"] == "2020-12-31"
    assert len(tables["choices"]) == 16
    assert all(row["page"] is None for row in tables["items"])


def test_dictionary_prints_the_page(call):
    assert call("dictionary").output == dictionary()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("convert", "--out", "out"), "Missing argument 'INPUT...'"),
        (("convert", str(CARD)), "Missing option '--out'"),
        (("convert", "no-such-file.pdf", "--out", "out"), "There is no file or folder no-such-file.pdf"),
        (("convert", str(CARD), "--out", "out", "--cohort", "7"), "Invalid value for '--cohort'"),
        (("convert", str(CARD.parent), "--out", str(CARD.parent / "out")), "lies inside the input folder"),
        (("convert", str(CARD), "--out", "s3://bucket/out"), "s3://bucket/out is an address"),
        (("inspect", "no-such-file.pdf"), "does not exist"),
        (("validate", "no-such-folder"), "does not exist"),
    ],
)
def test_wrong_usage_is_said_in_one_sentence(call, arguments, message):
    done = call(*arguments)
    assert done.exit_code == 2
    assert message in " ".join(done.output.split())


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
def test_a_service_without_streams_converts(tmp_path):
    command = [sys.executable, "-m", "pledgecards.cli", "convert", CARD, "--out", tmp_path / "out", "--jobs", "1"]
    for closed in ("2>&-", "<&- >&- 2>&-"):
        line = shlex.join(map(str, command)) + f" --fresh {closed}"
        assert subprocess.run(["sh", "-c", line], check=False).returncode == 0, closed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("command", [["inspect", CARD], ["inspect", CARD, "--json"], ["dictionary"], ["--help"]])
def test_output_into_a_full_disk_is_said_in_one_sentence(command):
    line = shlex.join(map(str, [sys.executable, "-m", "pledgecards.cli", *command]))
    done = subprocess.run(["sh", "-c", f"{line} > /dev/full"], check=False, capture_output=True, text=True)
    assert done.returncode == 3
    assert done.stderr == "Error: The output cannot be written (No space left on device).\n"
    assert subprocess.run(["sh", "-c", f"{line} > /dev/full 2>&1"], check=False).returncode == 3


def test_a_file_that_another_program_holds_is_said_in_one_sentence(call, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = call("inspect", CARD)
    assert (done.exit_code, done.output) == (3, f"Error: {CARD} cannot be opened (Permission denied).\n")


def test_a_vocabulary_that_does_not_fit_is_refused(call, tmp_path):
    words = tmp_path / "my.toml"
    words.write_text('[chapters]\na = ["b"]\n', "utf-8")
    done = call("inspect", CARD, "--vocabulary", words)
    assert done.exit_code == 2
    assert "the vocabulary has no chapters" in done.output


@pytest.mark.skipif(sys.platform == "win32", reason="no colon in a name there")
def test_a_folder_with_a_colon_in_its_name_is_no_address(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a:b", "s3:x"):
        assert call("convert", CARD, "--out", name, "--jobs", 1).exit_code == 0
        assert call("validate", name).exit_code == 0


def test_a_vocabulary_adds_words(call, tmp_path):
    card = tmp_path / "card.txt"
    card.write_text(CARD.read_text("utf-8").replace("■ 정책개요", "■ 아주 새로운 머리글"), "utf-8")
    words = tmp_path / "my.toml"
    words.write_text('[sections]\noverview = ["아주 새로운 머리글"]\n', "utf-8")
    item = {"section": "overview", "text": "아주 새로운 머리글"}

    def found(*options):
        items = json.loads(call("inspect", card, "--json", *options).output)["items"]
        return any(item.items() <= row.items() for row in items)

    assert found("--vocabulary", words)
    assert not found()
