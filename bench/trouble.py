"""A folder made by hand to bring a run down: names, links and archives that are a trouble in themselves."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path


def make(folder: Path) -> int:
    """Makes the folder. Returns how many files a run should find in it."""
    folder.mkdir(parents=True)
    sound = "1. 시험 공약\n■ 정책개요\n- 글\n".encode()
    names = [
        "two\nlines.txt",
        "tab\there.txt",
        "'quotes\".txt",
        "--help",
        "@list",
        "*.txt",
        "가" * 80 + ".txt",
        "e\u0301.txt",
        " .txt",
        "\u202etxt.fdp",
    ]
    for number, name in enumerate(names):
        (folder / name).write_bytes(sound + str(number).encode())
    count = len(names)
    with open(os.fsencode(folder) + b"/\xb0\xf8\xbe\xe0.txt", "wb") as file:  # a CP949 name
        file.write(sound)
    (folder / "loop").mkdir()
    os.symlink(folder, folder / "loop" / "again")
    os.symlink("itself", folder / "itself")
    os.symlink("gone", folder / "broken")
    os.mkfifo(folder / "pipe")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("zeros.txt", "w") as member:
            for _ in range(1024):
                member.write(bytes(1 << 20))
        archive.writestr("../../out.txt", sound + b"9")
    (folder / "torn.zip").write_bytes((folder / "bomb.zip").read_bytes()[:-30])
    return count + 1 + 2 + 1 + 2 + 1
