"""What a file is that is neither PDF nor text, by its first bytes."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(32), "그림(WEBP) 파일"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00" + bytes(32), "그림(BMP) 파일"),
        (b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64), "실행 파일"),
    ],
)
def test_a_binary_file_is_named(data: bytes, kind: str) -> None:
    rows = convert_bytes(data, "공약.pdf")
    [issue] = rows["issues"]
    assert issue["code"] == "file.binary"
    assert kind in issue["message"]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"HWP Document File V3.00" + bytes(32), "PDF로 저장해 다시 넣어 주십시오."),
        (b"7z\xbc\xaf\x27\x1c" + bytes(32), "압축을 풀어 다시 넣어 주십시오."),
        (b"\x89PNG\r\n\x1a\n" + bytes(32), "글자가 들어 있는 원본을 PDF로 저장해 넣어 주십시오."),
        (b"PAR1" + bytes(32), "공약카드가 담긴 PDF나 텍스트를 넣어 주십시오."),
        (b"\x7fELF" + bytes(32), "공약카드가 담긴 PDF나 텍스트를 넣어 주십시오."),
    ],
)
def test_the_advice_is_one_that_helps(data: bytes, advice: str) -> None:
    [issue] = convert_bytes(data, "공약.pdf")["issues"]
    assert issue["message"].endswith(f"입니다. {advice}")
