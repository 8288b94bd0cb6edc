"""What a font's name and descriptor tell: a clean name, and whether it is bold."""

from __future__ import annotations

import re
from functools import lru_cache

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_BOLD_NAME = re.compile(
    r"bold|black|heavy|headline|헤드라인|견고딕|견명조|태고딕|볼드|(?:(?<=[-_ ,])(?:[EXS]?B|Bd)|(?-i:(?<=[a-z가-힣])[EXS]?B))(?:$|[-_, ])",
    re.IGNORECASE,
)
_BOLD_WEIGHT = 650
"""A stem of 130 thousandths: serif faces for running text have stems of up to 122 (`NanumMyeongjo` as Skia writes it)."""

_FORCE_BOLD = 1 << 18
_BOLD_NAMED = re.compile(
    r"(?:Nanum|나눔|Noto|SourceHan|본고딕|본명조|Un(?=Dotum|Batang|Graphic|Gungseo)|은 |Malgun|맑은|HCR|함초롬|KoPub|Pretendard|Spoqa"
    r"|Gulim|굴림|Batang|바탕|Dotum|돋움|DejaVu|Liberation|Arial|Times)",
    re.IGNORECASE,
)
"""Families whose bold fonts say so in their names. Ghostscript makes up stems as wide as theirs for all it writes anew."""


@lru_cache(maxsize=4096)
def font_name(raw: bytes) -> str:
    """The name of a font without its subset tag. Names are bytes: Korean producers write UTF-8 or CP949."""
    raw = _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), raw.rstrip(b"\0"))
    for encoding in ("utf-8", "cp949"):
        try:
            name = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        name = raw.decode("latin-1")
    return _SUBSET.sub("", name)


@lru_cache(maxsize=4096)
def is_bold(name: str, weight: int, flags: int) -> bool:
    """Whether a font is bold by its name, its weight (100–900; 0 unknown) or its descriptor's ForceBold flag.

    Weights are derived from the stem width by both readers, and stem widths above 900 are nonsense that some producers write.
    """
    if _BOLD_NAME.search(name) or flags & _FORCE_BOLD:
        return True
    return _BOLD_WEIGHT <= weight <= 1000 and _BOLD_NAMED.match(name) is None


def stem_weight(stem: float) -> int:
    """The weight (100–900) that a vertical stem width (thousandths of the font size) stands for."""
    return int(stem * 5 if stem < 140 else stem * 4 + 140)
