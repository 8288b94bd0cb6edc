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
