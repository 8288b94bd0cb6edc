"""The signs with which tables are drawn, and the lines that are nothing but drawn."""

from __future__ import annotations

FLAT = frozenset("─━═╌┄┈╍┅┉╴╶╸╺—―-=")
UPRIGHT = frozenset("│┃║╎┆┊╏┇┋|")
DRAWN_JOINTS = frozenset(chr(code) for code in range(0x2500, 0x2580)) - FLAT - UPRIGHT
JOINTS = DRAWN_JOINTS | {"+"}
FRAME = FLAT | UPRIGHT | JOINTS
_OPEN, _CLOSE = "+┌┏╔╭", "+└┗╚╰"


def is_border(text: str) -> bool:
    """Whether a line is wholly a table's drawn line, with its joints (`├──┼──┤`, `+---+---+`)."""
    text = text.strip()
    if len(text) < 3 or text[0] not in FRAME:
        return False
    signs = set(text)
    return signs <= (FRAME | {" "}) and bool(signs & JOINTS) and bool(signs & FLAT) and text[0] not in FLAT


def ends_table(above: str, below: str) -> bool:
    """Whether the upper of two lines is the last border of a table, and the lower the first one of another, with other walls."""
    above, below = above.strip(), below.strip()
    if above[:1] not in _CLOSE or below[:1] not in _OPEN or not (is_border(above) and is_border(below)):
        return False
    walls = [[at for at, sign in enumerate(text) if sign not in FLAT] for text in (above, below)]
    return walls[0] != walls[1]
