"""Which options of a checkbox block are checked: glyphs, drawn shapes, circles, fills, weight and colour weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.card import Option
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fills import by_fill, checked_by_lack, checked_fills, chips, greyed
from pledgecards.extract.choices.glyphs import by_glyph, glyph_class
from pledgecards.extract.colours import channels, white
from pledgecards.extract.page import Line
from pledgecards.schemas.vocabulary import Vocabulary

_UNPRINTABLE = "\ufffd"
_WHITE = 0xFFFFFF
STRUCK = "strike"
UNTOLD = "?"
"""Stands for the glyph of an option where it may as well be its neighbour's, and for one that a copy could not keep."""

DRAWN = frozenset({"checked_box", "tick", "underline", "frame"})


def look_at(line: Line, start: int, end: int) -> tuple[bool, int, frozenset[str]]:
    """Weight, colour and drawn marks of the stretch `line.text[start:end]`."""
    bold = inked = 0
    colours: dict[int, int] = {}
    for run in line.runs:
        count = len("".join(line.text[max(start, run.start) : min(end, run.end)].split()))
        inked += count
        colours[run.colour] = colours.get(run.colour, 0) + count
        if run.bold:
            bold += count
    drawn = frozenset(
        [m.kind for m in line.marks if min(end, m.end) - max(start, m.start) > 0 or start <= m.start < end]
    )
    colour = max(colours, key=colours.__getitem__) if colours else 0
    return inked > 0 and bold * 2 > inked, colour, drawn


def judge(rows: Sequence[Sequence[Candidate]], vocabulary: Vocabulary) -> list[tuple[Option, ...]]:
    """Tells for every option of a block whether it is checked. All rows of the block are needed: `□` says «not checked» only
    where a `■` stands somewhere in it, and a row without any mark is unchecked only where the others have marks.

    Returns the options row by row; `checked` is None for a whole row where it cannot be told.
    """
    rows = _with_sides(rows, vocabulary)
    if checked_by_lack([[candidate.fill for candidate in row] for row in rows]):
        rows = [[replace(one, fill=_WHITE if one.fill is None else None) for one in row] for row in rows]
    glyphs = {candidate.glyph for row in rows for candidate in row if candidate.glyph}
    telling = frozenset(glyph for row in rows for glyph in {c.glyph for c in row} if any(c.glyph is None for c in row))
    known = checked_fills([[candidate.fill for candidate in row] for row in rows])
    strikes = any(len(row) > 1 and sum(_kept(row)) == 1 for row in rows)
    verdicts = [_judge_row(row, glyphs, telling, known, vocabulary, strikes=strikes) for row in rows]
    kinds = Counter(kind for kind, _ in verdicts if kind is not None)
    looks = {
        (kind, _look(candidate, kind))
        for row, (kind, checked) in zip(rows, verdicts, strict=True)
        for candidate, mark in zip(row, checked or (), strict=False)
        if kind is not None and mark is not None
    }
    # A row without any glyph is unchecked where others leave their unchecked options without one; where these have boxes, it is of
    # another kind, whose marks may be lost.
    bare = any(
        any(c.glyph is None for c in row) for row, (kind, _) in zip(rows, verdicts, strict=True) if kind == "glyph"
    )
    return [
        (checked is None and _all_marked(row, kinds, looks)) or _told(row, checked, kinds, vocabulary, bare=bare)
        for row, (_, checked) in zip(rows, verdicts, strict=True)
    ]


def _with_sides(rows: Sequence[Sequence[Candidate]], vocabulary: Vocabulary) -> Sequence[Sequence[Candidate]]:
    """The rows, in which a glyph between two options (`자체 ✔ 민간`) is of the one behind it where the block's others begin their rows, and
    of the one before it where they end them; where they do now this, now that, it stays untold."""
    single = [[place for place, one in enumerate(row) if one.glyph] for row in rows]
    if not any(len(at) == 1 and row[at[0]].glyph == UNTOLD for at, row in zip(single, rows, strict=True)):
        return rows  # nearly every block
    told = {
        row[at[0]].edge
        for at, row in zip(single, rows, strict=True)
        if len(at) == 1 and len(row) > 1 and glyph_class(row[at[0]].glyph or "", vocabulary) == "checked"
    }
    if told not in ({1}, {-1}):
        return rows
    glyph = next(one.glyph for row in rows for one in row if one.glyph and one.glyph != UNTOLD)
    sided: list[Sequence[Candidate]] = []
    for at, row in zip(single, rows, strict=True):
        if len(at) == 1 and row[at[0]].glyph == UNTOLD and (place := at[0] - (told == {-1})) >= 0:
            row = [replace(one, glyph=glyph if number == place else None) for number, one in enumerate(row)]
        sided.append(row)
    return sided


def _look(candidate: Candidate, kind: str) -> int | None:
    """How an option looks in the way that marks of a kind are made; None where it shows none."""
    if kind == "shade":
        return candidate.fill
    if kind == "colour":
        return candidate.colour
    return None


def _all_marked(
    row: Sequence[Candidate], kinds: Counter[str], looks: set[tuple[str, int | None]]
) -> tuple[Option, ...] | None:
    """The options of a row that all show the colour by which the others of the block are marked: all are checked."""
    kind = kinds.most_common(1)[0][0] if kinds else ""
    own = {_look(candidate, kind) for candidate in row}
    if len(row) < 2 or len(own) > 1 or None in own or any(candidate.glyph for candidate in row):
        return None
    if (kind, own.pop()) not in looks:
        return None
    return tuple(Option(candidate.text, True, kind, candidate.place) for candidate in row)


def _told(
    row: Sequence[Candidate],
    checked: list[str | None] | None,
    kinds: Counter[str],
    vocabulary: Vocabulary,
    *,
    bare: bool,
) -> tuple[Option, ...]:
    if checked is not None:
        return tuple(
            Option(candidate.text, mark is not None, mark, candidate.place)
            for candidate, mark in zip(row, checked, strict=True)
        )
    # Nothing marks this row. Where other rows are marked in a way that this row would show as well, it is unchecked.
    glyphs = [candidate.glyph for candidate in row]
    empty_boxes = all(glyph is not None and glyph_class(glyph, vocabulary) == "empty" for glyph in glyphs)
    if _UNPRINTABLE in glyphs and len(set(glyphs)) > 1:
        empty_boxes = False  # beside another empty one it is of another kind
    plain = not any(glyphs) and len(row) > 1 and all(_kept(row)) and not _parted_by_white(row)
    others = kinds.most_common(1)[0][0] if kinds else None
    by_glyph = empty_boxes or (plain and bare)
    unchecked = others is not None and ((others == "glyph" and by_glyph) or (others != "glyph" and plain))
    return tuple(Option(candidate.text, False if unchecked else None, None, candidate.place) for candidate in row)


def _judge_row(
    row: Sequence[Candidate],
    glyphs: set[str],
    telling: frozenset[str | None],
    known: frozenset[int],
    vocabulary: Vocabulary,
    *,
    strikes: bool,
) -> tuple[str | None, list[str | None] | None]:
    """(kind of mark, mark name or None for each option), or (None, None) where nothing tells. telling: the glyphs that stand at
    some options of a row and not at others; known: the fills that mark other rows; strikes: whether striking out tells a row."""
    checked = by_glyph(row, glyphs, telling, vocabulary)
    if checked is not None:
        return "glyph", ["glyph" if yes else None for yes in checked]
    if chips([("circle" in candidate.drawn, candidate.fill) for candidate in row]):
        row = [replace(c, drawn=c.drawn - {"circle"}, fill=None if greyed(c.fill) else c.fill) for c in row]
    for name, told in (
        ("drawn", [bool(candidate.drawn & DRAWN) for candidate in row]),
        ("circle", ["circle" in candidate.drawn for candidate in row]),
        ("shade", by_fill([candidate.fill for candidate in row], known)),
        ("bold", [candidate.bold for candidate in row]),
        ("colour", _by_colour(row)),
    ):
        # A drawn tick in a box is told even where it stands at every option; anything else that all share tells nothing.
        if any(told) and (not all(told) or (name == "drawn" and all("checked_box" in c.drawn for c in row))):
            return name, [name if yes else None for yes in told]
    kept = _kept(row)
    if len(row) > 1 and (sum(kept) == 1 or (strikes and any(kept) and not all(kept))):
        return "drawn", ["drawn" if yes else None for yes in kept]
    return None, None


def _parted_by_white(row: Sequence[Candidate]) -> bool:
    """Whether some options are set in white, on a ground of theirs, and others are not: of two, nothing tells which is the marked one."""
    return len({white(candidate.colour) for candidate in row}) > 1


def _kept(row: Sequence[Candidate]) -> list[bool]:
    """Which options of a row are not struck out: the one that is left, or, in a block whose other rows are told so, the ones."""
    return [STRUCK not in candidate.drawn for candidate in row]


def _by_colour(row: Sequence[Candidate]) -> list[bool]:
    """Which options a colour tells. White letters stand on a ground that was not seen, which may check them as well as the others."""

    def weight(colour: int) -> int:
        most, least = max(channels(colour)), min(channels(colour))
        if most - least > 60:
            return 2  # a real colour
        return 1 if most < 110 else 0  # black, or grey

    if _parted_by_white(row):
        whites = [white(candidate.colour) for candidate in row]
        odd = next((colour for colour in (True, False) if whites.count(colour) == 1), None)
        return [len(row) > 2 and colour is odd for colour in whites]
    weights = [weight(candidate.colour) for candidate in row]
    top = max(weights)
    return [w == top for w in weights]
