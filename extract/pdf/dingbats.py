"""The signs of ZapfDingbats, a font that every viewer has and no file needs to bring or to explain."""

from __future__ import annotations

DINGBATS = "ZapfDingbats"
_LOWER, _UPPER = 0x2701 - 0x21, 0x2761 - 0xA1
"""How far the signs of either half of the codes stand from theirs in Unicode, which took the font over as it was: all but these."""

_OTHERS = dict(zip(b"%*+Hlnstuw", "☎☛☞★●■▲▼◆◗", strict=True)) | dict(
    zip(range(0xA8, 0xB6), "♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩", strict=True)
)
_ARROWS = {0xD5: "→", 0xD6: "↔", 0xD7: "↕"}

SIGNS: dict[int, str] = (
    {0x20: " "}
    | {code: chr(code + _LOWER) for code in range(0x21, 0x7F)}
    | {code: chr(code + _UPPER) for code in range(0xA1, 0xFF) if code != 0xF0}
    | _OTHERS
    | _ARROWS
)
"""The sign of each code."""
