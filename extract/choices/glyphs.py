"""What the glyphs at options say: checked, crossed or empty, alone and beside the other glyphs of their block."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.schemas.vocabulary import Vocabulary

_PAIR = 2
_RINGS = "oO○◯〇ㅇｏＯ"
_CROSSES = "xXｘＸ"
_SOLID = "●◉⊙■▣☑"


def glyph_class(glyph: str, vocabulary: Vocabulary) -> str | None:
    """`checked`, `crossed` or `empty`; None for a glyph that is not known."""
    marks = vocabulary.marks
    bare = _bare(glyph)
    if bare != glyph.strip():
        if not bare:
            return "empty"
        if bare in marks["letters"]:
            return "checked"
    if bare in marks["checked"]:  # also within brackets: (☑)
        return "checked"
    if bare in marks["crossed"]:
        return "crossed"
    return "empty" if bare in marks["empty"] else None


def _bare(glyph: str) -> str:
    """A glyph without the brackets round it."""
    bare = glyph.strip()
    if len(bare) >= 2 and bare[0] in "[(【〔（［" and bare[-1] in "])】〕）］":
        return bare[1:-1].strip()
    return bare


def _in_brackets(glyph: str, letters: str) -> bool:
    return len(glyph) >= 3 and glyph[1:-1].strip() in tuple(letters)


def by_glyph(
    row: Sequence[Candidate], glyphs: set[str], telling: frozenset[str | None], vocabulary: Vocabulary
) -> list[bool] | None:
    classes = [None if c.glyph is None else glyph_class(c.glyph, vocabulary) for c in row]
    if any(c.glyph is not None and kind is None for c, kind in zip(row, classes, strict=True)):
        return None  # an unknown glyph: it may be either
    if any(_in_brackets(glyph, _RINGS) for glyph in glyphs):
        # Beside ( O ), what ( X ) says is no; beside (●), what (○) does.
        no = _CROSSES + (_RINGS if any(c.glyph is not None and _in_brackets(c.glyph, _SOLID) for c in row) else "")
        classes = [
            "crossed" if c.glyph is not None and _in_brackets(c.glyph, no) else kind
            for c, kind in zip(row, classes, strict=True)
        ]
    own = {c.glyph for c in row if c.glyph}
    if not own or any(c.glyph is None and _led_by_a_sign(c.text) for c in row):
        return None  # a sign that is no known glyph may be the mark of its option
    marks = vocabulary.marks
    if len(row) == _PAIR and own & marks["crossed_rings"] and own & marks["ring"]:
        return None  # `○ 임기내 ⊗ 임기외`: yes and no, or an empty ring and a marked one
    if _crosses_say_no(glyphs, vocabulary):
        classes = [
            "crossed" if c.glyph is not None and _bare(c.glyph) in marks["crosses"] else kind
            for c, kind in zip(row, classes, strict=True)
        ]
    yes = [kind == "checked" for kind in classes]
    if any(yes):
        # The same glyph before every option is a bullet, unless the block also knows its empty form, or options without it.
        has_empty_form = any(glyph_class(glyph, vocabulary) == "empty" for glyph in glyphs)
        if all(yes) and len(own) == 1 and len(row) > 1 and not has_empty_form and own.isdisjoint(telling):
            return None
        return yes
    rings = [c.glyph is not None and c.glyph.strip() in vocabulary.marks["ring"] for c in row]
    crosses = vocabulary.marks["crosses"]
    solid = any(glyph_class(glyph, vocabulary) == "checked" and glyph not in crosses for glyph in glyphs)
    others = [kind for c, kind, ring in zip(row, classes, rings, strict=True) if c.glyph is not None and not ring]
    if any(rings) and not all(rings) and not solid and all(kind == "crossed" for kind in others):
        return rings
    return None


def _led_by_a_sign(text: str) -> bool:
    """Whether an option's words begin with a sign, or with a letter that only one font can print."""
    return unicodedata.category(text[0]) in ("So", "Co", "Cn")


def _crosses_say_no(glyphs: set[str], vocabulary: Vocabulary) -> bool:
    """Whether the crosses of a block are the opposite of its ticks or rings (`✕ 임기외 ○ 임기내`, `☒ 임기외 ☑ 임기내`): no empty box stands
    in it."""
    marks = vocabulary.marks
    others = {glyph for glyph in glyphs if _bare(glyph) not in marks["crosses"]}
    if len(others) == len(glyphs) or not others:
        return False
    return all(glyph_class(glyph, vocabulary) == "checked" or glyph.strip() in marks["ring"] for glyph in others)
