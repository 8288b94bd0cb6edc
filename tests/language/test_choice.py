"""Which language is spoken: what was asked for, else the locale's, if the terminal can show it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pledgecards.cli import main
from pledgecards.language import _, choose, chosen, ngettext, speaking
from pledgecards.language.preference import preferred

CARD = Path(__file__).parents[2] / "samples" / "yeongdeungpo-25.txt"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.eucKR"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        ({"LC_ALL": "C", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LC_CTYPE": "ko_KR.UTF-8"}, "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="without variables Windows itself is asked")
def test_the_locale_decides(environment, language):
    assert preferred(environment) == language


def test_a_library_speaks_english_until_it_is_told():
    code = "from pledgecards.language import chosen; print(chosen())"
    environment = os.environ | {"LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "en"


def test_a_language_is_spoken_for_a_while():
    with speaking("ko"):
        assert (_("No issues."), ngettext("{count:,} row", "{count:,} rows", 1)) == (
            "검토 사항이 없습니다.",
            "{count:,}행",
        )
    assert (chosen(), _("No issues."), _("")) == ("en", "No issues.", "")
    with pytest.raises(ValueError, match="none of ko, en"):
        choose("fr")


def spoken(*arguments, **environment):
    return " ".join(CliRunner(env=environment).invoke(main, arguments).output.split())


@pytest.mark.parametrize(
    "arguments", [("--lang", "ko", "validate"), ("validate", "--lang", "ko"), ("validate", "--lang=ko")]
)
def test_the_language_is_asked_for_before_or_behind_the_command(arguments):
    assert spoken(*arguments).startswith("사용법: ")
    assert "오류: 인수가 빠졌습니다: '자료폴더'." in spoken(*arguments)


def test_help_is_in_the_language_wherever_it_is_asked_for():
    for arguments in (("--help", "--lang", "ko"), ("--lang", "ko", "-h"), ("inspect", "-h", "--lang", "ko")):
        assert "이 도움말을 표시하고 끝냄" in spoken(*arguments)
    assert "Show this message and exit." in spoken("--help")
    assert "Show this message and exit." in spoken("--help", "--lang", "en", LC_ALL="ko_KR.UTF-8")
    assert "이 도움말을 표시하고 끝냄" in spoken("--help", LC_ALL="ko_KR.UTF-8")


def test_behind_two_dashes_it_is_a_file():
    assert "There is no file or folder --lang" in spoken("convert", "--out", "out", "--", "--lang", "ko")


def test_another_language_is_refused():
    assert "'fr' is not one of 'ko', 'en'." in spoken("--lang", "fr", "validate")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("convert", "--out", "out"), "오류: 인수가 빠졌습니다: '입력...'."),
        (("convert", str(CARD)), "오류: 옵션이 빠졌습니다: '--out'."),
        (("convert", "없는.pdf", "--out", "out"), "오류: 파일이나 폴더가 없습니다: 없는.pdf"),
        (("convert", str(CARD), "--out", "out", "--cohort", "7"), "허용 범위(1995<=x<=2100)를 벗어난 값입니다."),
        (("convert", str(CARD), "--out", "out", "--jobs", "둘"), "'둘': 형식에 맞지 않습니다(범위 안의 정수)."),
        (("inspect", "없는.pdf"), "없는 파일입니다: '없는.pdf'."),
        (("validate", "없는폴더"), "없는 폴더입니다: '없는폴더'."),
        (("convret",), "오류: 없는 명령입니다: 'convret'. 혹시 'convert'?"),
        (("review", "--opne"), "오류: 없는 옵션입니다: '--opne'."),
        (("export", str(CARD.parent)), "자료폴더가 아닙니다"),
        (("inspect", str(CARD), "--municipality", "영등포"), "혹시: 서울특별시 영등포구"),
    ],
)
def test_errors_are_said_in_korean(arguments, message):
    assert message in spoken("--lang", "ko", *arguments)


def run(*arguments, encoding):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environment |= {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LANG": "ko_KR.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "pledgecards.cli", *arguments], env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["cp949", "ascii", "cp1252"])
@pytest.mark.parametrize(
    "arguments", [("--help",), ("convert", "-h"), ("inspect", str(CARD)), ("inspect", "없는 파일")]
)
def test_no_terminal_stops_a_command(encoding, arguments):
    done = run(*arguments, encoding=encoding)
    assert done.returncode == (2 if "없는 파일" in arguments else 0)
    assert b"Traceback" not in done.stderr


def test_a_korean_code_page_shows_korean_and_another_one_english():
    assert "이 도움말을 표시하고 끝냄" in run("--help", encoding="cp949").stdout.decode("cp949")
    assert b"Show this message and exit." in run("--help", encoding="ascii").stdout
    shown = run("inspect", str(CARD), encoding="cp949").stdout.decode("cp949")
    assert "■ 임기내  □ 임기외" in shown
