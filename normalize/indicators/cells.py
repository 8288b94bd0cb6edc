"""The cell of a target or a result: a figure, words, or a figure with words beside it (`20 설계 현황조사`).

Only what is clearly the figure of the cell's indicator is its value. `2호점 개소`, `1차 용역` and `'19. 3. 준공` are words; in
`20/100` nobody knows which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.normalize.figures.numerals import fold, number_of, without_note_mark
from pledgecards.normalize.figures.units import unit_rules
from pledgecards.normalize.indicators.figure_lines import PURE_FIGURE, is_date, names_parts
from pledgecards.normalize.indicators.line_units import plain_unit, shares_figure, units_wanted
from pledgecards.normalize.tables.lines import is_nothing
from pledgecards.schemas.vocabulary import Vocabulary

_FIGURE = re.compile(r"(?P<sign>(?:[△▲] ?|-)?)(?P<number>\d[\d,]*(?:\.\d+)?)")
_DASH_AND_WORDS = re.compile(r"^-\s+(?=[^\d\s])")
_RUN = re.compile(r"%p?|[^\s\d()\[\]/,~:·→%]+")
_SEPARATED_DIGIT = re.compile(r"^\s?[/~→⇒,:·∙-]\s?[△▲'-]?\d")
_RAISED = re.compile(r"(?<=[\d가-힣])[⁰¹²³⁴-⁹]+[)⁾]?")
"""The mark of a footnote; in `m²` it is none."""

_MEASURES = ("goal", "plan", "result", "rate")
_STRAY_BRACKET = re.compile(r"^\s?[)\]]")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DATE_LIKE = re.compile(r"^\.(?:\s?\d|\s|$)")
_BRACKETED = re.compile(r"^\s*[(\[]([^()\[\]]*)[)\]]")
_SURELY_NUMBERING = frozenset({"차", "년", "월", "일", "단계", "호"})
_WITHIN_BRACKETS = re.compile(r"[(\[]\s*[△▲-]?\d[\d,]*(?:\.\d+)?\s?%?\s*[)\]]$")
"""A figure that nothing but brackets surrounds may be a negative one, or another one than those without."""

_FIGURE_LAST = re.compile(
    r"[^\d,~∼(\[=:]*[가-힣)\]] \d[\d,]*(?:\.\d+)?$|[^\d(\[]*[가-힣] ?\((?!(?:19|20)\d\d\))\d[\d,]*(?:\.\d+)?\)$"
    r"|(?:[(\[][^()\[\]]*[가-힣%][)\]] ?\d[\d,]*(?:\.\d+)?(?: |$))+$"
)
_FOOTNOTE = re.compile(r"(?<=[\d%])\s?(?:[*＊]{1,3}|\(?주\s?\d{0,2}\s?\))$")
"""Stars, or `주1)`, behind a figure say that a note below the table tells more."""

_FOOTNOTE_OF_UNIT = re.compile(r"^(\d[\d,.]*\s?[^\s\d()\[\]/,~:·→*＊]{1,4}?)\s?(?:[*＊]{1,3}|\(?주\s?\d{1,2}\s?\))$")
"""The same behind a figure and its unit (`4.8건*`)."""

_SIGNS = r"[^\w\s()\[\]'’]{1,2}"
"""They say how the figure behind them is meant, or are its bullet (`≥20`, `~20`, `• 20개소`)."""

_ARROW = re.compile(r"(?<=[\d%])[↑↓]$")
"""An arrow behind a figure says which way it is to go on: `80↑` is 80 or more."""

_MYRIADS_AND_MORE = re.compile(r" ?[만천] ?\d")
_FOLDS = {"만": 10_000, "천": 1_000}
_TRIM = " ,/:·"


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """A cell of an indicator read.

    value   the figure as printed (`80%` is 80.0), None where there is none or it cannot be told
    words   what stands beside the figure, or the whole text where it is no figure; None if nothing
    unit    the unit printed in the cell, if any
    doubt   the text seems to hold a figure that could not be told
    """

    value: float | None
    words: str | None
    unit: str | None = None
    doubt: bool = False


_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BEHIND_SIGN = re.compile(r"[/→⇒⇨➔➜▶►▷+]\s*(?P<figure>\d\S*)")
"""A figure behind a sign that sets it beside the one before."""

_NOTHING = IndicatorValue(None, None)


@lru_cache(maxsize=8)
def cell_reader(vocabulary: Vocabulary) -> CellReader:
    """The reader of a vocabulary, made once."""
    return CellReader(vocabulary)


class CellReader:
    """Reads the cells of tables of indicators with the vocabulary's units."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        rules = vocabulary.figure_rules
        self._units = {plain_unit(unit) for unit in vocabulary.count_units}
        self._counted = {plain_unit(unit) for words in rules["canonical"].values() for unit in words}
        measures = {plain_unit(word) for word in vocabulary.measures}
        self._whole = frozenset(self._units - measures)
        self._ordinal = {plain_unit(word) for word in rules["ordinal"]["words"]}
        self._numbering = self._ordinal | {"년", "월", "일", "차"}
        self._counts = (self._units | {"%"}) - self._numbering
        before = "|".join(map(re.escape, rules["approximate"]["before"]))
        after = "|".join(re.escape(word) for word in rules["approximate"]["after"] if len(word) > 1)
        self._bounds = re.compile(rf"(?:{after})$")
        self._folded = re.compile(rf"[만천] ?(?P<unit>(?:(?!{after})[^\s\d()\[\]/,~:·→%])*)(?=$|[\s(]|{after})")
        self._about = re.compile(rf"(?:{before})\s?(?=\d)")
        other = {*rules["ordinal"]["before"], *rules["not_whole"]["before"], *rules["part"]["before"]}
        words = "|".join(sorted(map(re.escape, map(fold, other)), reverse=True))
        self._qualified = re.compile(rf"(?:[(\[]?(?:{words})[)\]]? ?:?|{_SIGNS}) ?(?=\d)")
        measured = {fold(w) for key in _MEASURES for w in vocabulary.heads.spellings[key]}
        said = "|".join(sorted(map(re.escape, measured), key=len, reverse=True))
        self._measured = re.compile(
            rf"(?:{said}) ?:? ?[△▲-]?\d[\d,]*(?:\.\d+)?(?P<unit>[^\s\d()\[\]/,~:.·]*) ?(?=$|[/,·(]|(?:{said}) ?:? ?\d)"
        )
        self._is_for_each = unit_rules(vocabulary).is_for_each
        self._read = lru_cache(maxsize=2048)(self._read_text)

    def read(self, text: str, unit: str | None) -> IndicatorValue:
        """The cell whose text is given (see `cell_text`); unit is that of its line in the table, as printed."""
        return self._read(text, unit or "")

    def _read_text(self, text: str, unit: str) -> IndicatorValue:
        if is_nothing(text):
            return _NOTHING
        text = _FOOTNOTE_OF_UNIT.sub(r"\1", _FOOTNOTE.sub("", without_note_mark(text)))
        text = _ARROW.sub(r" \g<0>", _RAISED.sub("", text))
        folded = fold(text)
        after_dash = _DASH_AND_WORDS.match(folded)
        if after_dash is not None:
            return IndicatorValue(None, text[after_dash.end() :].strip())
        if unit and names_parts(folded):
            return IndicatorValue(None, text, doubt=True)
        about = self._about.match(folded)
        found = _FIGURE.match(folded, about.end() if about is not None else 0)
        if found is None or folded.startswith("- "):
            doubt = (
                folded.startswith("- ")
                or _WITHIN_BRACKETS.match(folded) is not None
                or shares_figure(folded, unit)
                or bool(unit and _FIGURE_LAST.match(folded))
                or self._is_qualified(folded, unit)
                or self._says_measure(folded)
            )
            return IndicatorValue(None, text, doubt=doubt)
        value = number_of(found["number"])
        rest = folded[found.end() :]
        more = _MYRIADS_AND_MORE.match(rest)
        if value is not None and more is not None:
            return IndicatorValue(None, text, doubt=True)  # `3만 5천명`
        if value is not None and self._in_thousands(rest, unit):
            value, rest = value * _FOLDS[rest[0]], rest[1:]
            folded, text = folded[: found.end()] + rest, text[: found.end()] + text[found.end() + 1 :]
        if _DATE_LIKE.match(rest):
            return IndicatorValue(None, text, doubt=rest == "." or _DOTTED.fullmatch(folded) is not None)
        if _DOTTED.fullmatch(found["number"]) and units_wanted(unit) & self._whole:
            return IndicatorValue(None, text, doubt=True)  # `1.200` of 명: a full stop for the comma
        # `51)` may be 5 with the mark of a footnote.
        if value is None or _SEPARATED_DIGIT.match(rest) or _STRAY_BRACKET.match(rest):
            return IndicatorValue(None, text, doubt=True)
        start, own, words = self._unit(rest, unit)
        if words:
            return IndicatorValue(None, text, doubt=own is not None)
        if self._is_for_each(folded, found.end() + start):
            return IndicatorValue(None, text, doubt=True)
        own = own if start else None
        beside = text[found.end() + start :].strip(_TRIM)
        if self._second_figure(fold(beside), unit, own) or is_date(found["number"], beside, own):
            return IndicatorValue(None, text, doubt=True)
        beside = f"{about.group().strip()} {beside}".strip() if about is not None else beside
        return IndicatorValue(float(-value if found["sign"].strip() else value), beside or None, own)

    def _unit(self, rest: str, unit: str) -> tuple[int, str | None, bool]:
        """What stands behind the number: (where the words begin, its unit, whether the whole cell is words instead).

        With the last, a unit says that the number is a figure all the same, of another unit than the line's.
        """
        spaced = rest[:1] == " "
        if "/" in unit and rest[spaced:] == unit:
            return len(rest), unit, False  # `30km/h`
        run = _RUN.match(rest, 1 if spaced else 0)
        if run is None:
            return 0, None, False
        bound = self._bounds.search(run.group())
        end = run.end() if bound is None else run.start() + bound.start()
        if end == run.start():
            return 0, None, False  # `80이상`
        word = plain_unit(rest[run.start() : end])
        wanted = units_wanted(unit)
        if word in wanted:
            return end, rest[run.start() : end], False
        if word == "%" or (
            word in self._units and word not in self._numbering and (not spaced or self._only_counts(word))
        ):
            if not wanted or (word != "%" and any(word.startswith(one) or one.startswith(word) for one in wanted)):
                return end, rest[run.start() : end], False
            return 0, rest[run.start() : end], True
        if len(word) == 1 and word in self._ordinal and end == len(rest):
            return 0, word, True  # `20호`: as many of them, or the one of that number
        if spaced:
            numbers = word in _SURELY_NUMBERING or word.endswith("호점")
            return 0, None if numbers else word, numbers or word in self._numbering
        known = any(word.startswith(one) for one in self._numbering)
        return 0, None if known else word, True

    def _in_thousands(self, rest: str, unit: str) -> bool:
        """Whether 만 or 천 behind a number counts in its line's unit (`1.2만` of 권, `3만명` of 명)."""
        met = self._folded.match(rest)
        wanted = units_wanted(unit)
        if met is None or not wanted <= self._whole or any(one[0] in "만천백" for one in wanted):
            return False
        return not met["unit"] or plain_unit(met["unit"]) in (wanted or self._whole)

    def _says_measure(self, text: str) -> bool:
        """Whether a cell says itself what its figure is (`목표 8`, `목표 8 / 실적 7`): its column may mean another."""
        said = self._measured.match(text)
        return said is not None and (not said["unit"] or plain_unit(said["unit"]) in self._units)

    def _is_qualified(self, text: str, unit: str) -> bool:
        """Whether the text is a figure of the line's unit, or without one, behind a word or signs that may make another of it (`누계 15`, `≥20`)."""
        said = self._qualified.match(text)
        found = _FIGURE.match(text, said.end()) if said is not None else None
        if found is None:
            return False
        behind = _RUN.match(text[found.end() :].lstrip())
        return behind is None or plain_unit(behind.group()) in (units_wanted(unit) or self._units)

    def _only_counts(self, word: str) -> bool:
        """Whether a unit is nothing but a unit: 개소, 명, km; 개관, 노선 and 업체 also begin a milestone (`20 노선 확정`)."""
        return word[0] < "가" or len(word) == 1 or (word[0] == "개" and word not in self._counted)

    def _second_figure(self, beside: str, unit: str, own: str | None) -> bool:
        """Whether what stands beside the figure is another figure that could as well be the value."""
        first, _, further = beside.partition(" ")
        if further and self._bounds.fullmatch(first):
            beside = further  # `80 이상 90 미만`
        if (
            not unit
            and own is None
            and (pure := PURE_FIGURE.match(beside))
            and plain_unit(pure["unit"]) in self._counts
        ):
            return True  # `2` over `1개소` in a cell too narrow for both digits
        bracketed = _BRACKETED.match(beside)
        text = bracketed.group(1).strip() if bracketed else beside.split(" ")[0] if beside else ""
        # `70(상반기) / 80(하반기)`, `24% → 30%`
        signed = [found["figure"] for found in _BEHIND_SIGN.finditer(_IN_BRACKETS.sub(" ", beside))]
        return any(self._is_such_figure(one, unit, own) for one in (text, *signed))

    def _is_such_figure(self, text: str, unit: str, own: str | None) -> bool:
        pure = PURE_FIGURE.match(text)
        if pure is None:
            return False
        second = plain_unit(self._bounds.sub("", pure["unit"]))
        return not second or second in units_wanted(unit) or (not unit and second == plain_unit(own or ""))
