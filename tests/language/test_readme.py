"""What the guides say exists, and the officer's quick start can be followed."""

import re
import shlex
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from pledgecards.cli import main
from pledgecards.corrections.correction import Correction
from pledgecards.corrections.file import corrections_csv
from pledgecards.language import FOLDER

ROOT = Path(__file__).parents[2]
GUIDES = ["README.md", "README.ko.md", "docs/review.md"]
KOREAN = (ROOT / "README.ko.md").read_text("utf-8")


def commands(text):
    """The calls of pledgecards in the code blocks of a guide, in order; what follows a `#` is a remark."""
    for block in re.findall(r"^ *```(?:sh|bat)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            call = re.match(r"(?:\.venv\\Scripts\\)?pledgecards(?: (.*))?$", line.strip())
            if call:
                yield shlex.split((call[1] or "").replace("\\", "/"), comments=True)


@pytest.mark.parametrize("guide", GUIDES)
def test_commands_and_options_of_the_guides_exist(guide):
    found = list(commands((ROOT / guide).read_text("utf-8")))
    assert found
    for words in found:
        command = main.commands.get(words[0], main)
        known = {name for parameter in (*command.params, command.get_help_option(None)) for name in parameter.opts}
        assert {word.partition("=")[0] for word in words if word.startswith("-")} <= known, words


@pytest.mark.parametrize("guide", GUIDES)
def test_what_the_guides_point_to_is_there(guide):
    text = (ROOT / guide).read_text("utf-8")
    for place in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert "://" in place or ((ROOT / guide).parent / place).exists(), place


def test_the_buttons_that_the_quick_start_names_are_so_called():
    catalogue = (FOLDER / "ko" / "LC_MESSAGES" / "pledgecards.po").read_text("utf-8")
    said = {text.strip('"') for text in re.findall(r'^msgstr (".*")$', catalogue, re.MULTILINE)}
    buttons = re.findall(r"\*\*(저장|.*?내려받기|이 값의.*?)\*\*", KOREAN)
    assert len(buttons) == 3
    assert set(buttons) <= said


def test_the_quick_start_can_be_followed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "공약카드").mkdir()
    for name in ("yeongdeungpo-25-reference.pdf", "planted-budget-sum_mismatch.txt"):
        shutil.copy(ROOT / "samples" / "cards" / name, tmp_path / "공약카드" / name)
    said = []
    for words in commands(KOREAN):
        if "--corrections" in words:
            Path("corrections.csv").write_text(corrections_csv([the_correction()]), "utf-8-sig")
        if words[0] == "review":
            words = ["review", "--no-open", *words[1:]]
        done = CliRunner().invoke(main, ["--lang", "ko", *words])
        assert done.exit_code == 0, (words, done.output)
        said.append(done.output)
    assert any("고친 값: 반영함 1건" in text for text in said)
    assert Path("자료/review/index.html").exists()
    assert Path("자료.xlsx").exists()
    assert Path("자료_csv/소요예산.csv").exists()


def the_correction():
    """The one of the quick start: the total of 2019, which its parts contradict."""
    cards = pq.read_table("자료/cards.parquet").to_pylist()
    (card,) = [row["card_id"] for row in cards if row["pledge_no"] == 55]
    key = '{"line_no": 1, "period_raw": "2019년"}'
    return Correction(card, "budget", key, "amount_won", "3153000000", "3146000000", "홍길동", "", "합계 오기")
