"""Amounts of money and counts as Korean prints them: in running text, and in the cells of a budget table."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from pledgecards.extract.record import record
from pledgecards.normalize.figures.figure import MOST_WON, Figure
from pledgecards.normalize.figures.in_text import FigureReader
from pledgecards.normalize.figures.numerals import fold, number_of, without_note_mark
from pledgecards.normalize.figures.units import unit_factor, unit_rules
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

__all__ = ["AmountFound", "CellAmount", "find_amounts", "has_digit", "parse_cell", "unit_factor"]

_DIGIT = re.compile(r"[0-9０-９]")
_DASHES = re.compile(rf"[-‐-―−─ーㅡ_~.{MIDDOTS}]+")
_PLAIN = re.compile(r"(?P<sign>-|[△▲] ?)?(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0)")
_BEFORE_BRACKET = re.compile(r"[0-9] ?\)")
_NOTE_MARK = re.compile(r"(?<=[0-9원]) ?\(?주 ?[0-9]{0,2} ?\)$")
"""The mark of a footnote that is called so (`919주1)`), unlike `919 1)` no digits of the figure."""

_DOTTED = re.compile(r"(?:-|[△▲] ?)?[1-9][0-9]{0,2}\.[0-9]{3}")
_MILLION = 1_000_000
_HANGUL = re.compile(r"[가-힣]+")
_PARTED = re.compile(r"(?P<whole>[^()]*\d[^()]*)\((?P<parts>[^()]*\d[^()]*)\)")
_PART = re.compile(r"([가-힣]{1,8})\s*:?\s*(\d[\d,.]*\s?[천백십만억조]*원?)(?=$|[\s,·/+])")
_LEFT_OVER = re.compile(r"[0-9¼-¾⅐-⅞△▲▽▼~百千萬億兆]|\+ ?(?:[αΑａa]|알파)|(?:^|\s)-+(?:\s|$)|[-/]\s*$|^\s*[-/]")


@record
class AmountFound:
    """An amount or a count at text[span[0]:span[1]].

    raw     as printed, with its sign and the words that make it approximate (`약 1,000만원`, `10년 이상`)
    value   in `unit`: of money, won; of counts, multipliers taken in (`3만 명` is 30,000 명)
    unit    `원` for money whatever unit was printed; else the unit of the count (`개`, `%`, `㎡`)
    won     whole won; None for counts, and for money that is no whole number of won or exceeds 64 bits
    approx  약, 여, 내외, 이상 …, and the ends of a range (`3~5개` gives 3 개 and 5 개)
    """

    raw: str
    span: tuple[int, int]
    value: float
    unit: str | None
    won: int | None
    approx: bool


@record
class CellAmount:
    """A budget cell read.

    state     `blank` (nothing printed) · `dash` (`-`, or a word that says none) · `amount` (one number, words beside it or
              not) · `unreadable` (anything else: two numbers, a broken or bracketed number, other units, words)
    value     the number in won, or as printed where no unit of money is known; None unless `amount`
    won       whole won; None where no unit is known, or unless `amount`
    unit_raw  the unit printed in the cell itself (`천원`), which beats the table's; else None
    approx    약 and the like stand with it
    """

    state: Literal["blank", "dash", "amount", "unreadable"]
    value: Decimal | None = None
    won: int | None = None
    unit_raw: str | None = None
    approx: bool = False


@lru_cache(maxsize=256)
def _reader(unit: str | None, vocabulary: Vocabulary | None, bare: bool) -> FigureReader:
    factor = unit_factor(unit, vocabulary)
    rules = unit_rules(vocabulary)
    count_unit = rules.count_unit(unit) if unit and factor is None else None
    return FigureReader(rules, factor, count_unit, bare)


def has_digit(text: str) -> bool:
    """Whether a text holds a digit, without which there is no amount in it."""
    return _DIGIT.search(text) is not None


def find_amounts(text: str, unit: str | None = None, *, vocabulary: Vocabulary | None = None) -> list[AmountFound]:
    """The amounts and counts of a text, in order.

    unit is the table's (`백만원`, `(단위: 천원)`, `%`), for numbers without one; a unit printed with the number beats it. Without
    it, a number without a unit is no amount. Negative are △, ▲ (where it is no bullet), and ▽, ▼ and a minus set close to the number; a
    number alone in brackets is not read, since it may be a minus or a part. Dates, telephone numbers, 제3호, 2018년 and the like are none.
    """
    if not has_digit(text):
        return []
    folded = fold(text)
    return [
        AmountFound(
            raw=text[figure.start : figure.end],
            span=(figure.start, figure.end),
            value=float(figure.value),
            unit=figure.unit,
            won=figure.won,
            approx=figure.approx,
        )
        for figure in _reader(unit, vocabulary, False).figures(folded)
    ]


@lru_cache(maxsize=4096)
def parse_cell(text: str, unit: str | None, *, vocabulary: Vocabulary | None = None) -> CellAmount:
    """The amount of a budget cell; unit is the table's note, as for `find_amounts`.

    A number that was broken by a space or a line (`1 889`, `1,8 89`) is unreadable, not mended; so is the price of one thing, a month's
    pay or a change (`개소당 50`, `월 30만원`, `감 100`). Beside its amount a cell may hold words without digits and a share in %
    (`1,889 (국비)`, `1,889 (30%)`).
    """
    folded = " ".join(fold(text).split())
    folded = without_note_mark(_NOTE_MARK.sub("", folded) if "주" in folded else folded)
    if not folded:
        return CellAmount("blank")
    if "▼" in folded or "▽" in folded:
        return CellAmount("unreadable")  # a fall, or a minus
    together = folded.replace(" ", "")
    if _DASHES.fullmatch(together) or together.strip("()") in unit_rules(vocabulary).nothing:
        return CellAmount("dash")
    plain = _PLAIN.fullmatch(folded)
    if plain is not None:
        return _plain(plain, unit_factor(unit, vocabulary))
    if _DOTTED.fullmatch(folded) is not None and (unit_factor(unit, vocabulary) or _MILLION) < _MILLION:
        return CellAmount("unreadable")  # `1.200` of 천원: a full stop for the comma, or 1,200 won
    if folded.count(")") > folded.count("(") and _BEFORE_BRACKET.search(folded) is not None:
        return CellAmount("unreadable")  # `471)` may be 47 with the mark of a footnote
    figures = _reader(unit, vocabulary, True).figures(folded)
    money = [figure for figure in figures if figure.kind != "count"]
    if len(money) != 1:
        whole = _before_parts(folded, unit, vocabulary) if len(money) > 1 else None
        return whole or CellAmount("unreadable")
    rest = _without(folded, [*money, *(figure for figure in figures if figure.unit == "%")])
    if _LEFT_OVER.search(rest):
        return CellAmount("unreadable")
    figure, rules = money[0], unit_rules(vocabulary)
    if folded[max(figure.start - 1, 0)] in ",.":
        return CellAmount("unreadable")  # `l,200`: what stands before the comma is no digit, and was to be one
    if (figure.kind == "money" and figure.won is None) or not rules.is_whole(folded, figure.start, figure.end):
        return CellAmount("unreadable")
    # `1,200(단위: 천원)` in a table of 백만원 says two things, and so does `₩1,200`.
    said = rules.factor(rest)
    if said is not None and said != unit_factor(figure.printed_unit or unit, vocabulary):
        return CellAmount("unreadable")
    if "₩" in folded and "원" not in folded and unit_factor(unit, vocabulary) not in (None, 1):
        return CellAmount("unreadable")
    return CellAmount("amount", figure.value, figure.won, figure.printed_unit, figure.approx)


def _before_parts(text: str, unit: str | None, vocabulary: Vocabulary | None) -> CellAmount | None:
    """The amount before brackets that say no more than how much of it falls to which source (`1,200(국비 600)`)."""
    met = _PARTED.fullmatch(text)
    if met is None:
        return None
    whole = parse_cell(met["whole"].strip(), unit, vocabulary=vocabulary)
    sources = (vocabulary or Vocabulary.standard()).funding
    named = [sources.match(word, rough=False) for word in _HANGUL.findall(met["whole"])]
    if any(key is not None and key.key != "total" for key in named):
        return None  # `시비 800(국비 400)`: one beside the other
    rest, found = met["parts"], _PART.findall(met["parts"])
    known = [sources.match(word, rough=False) for word, _ in found]
    if (
        whole.value is None
        or _PART.sub("", rest).strip(" ,·/+")
        or any(key is None or key.key == "total" for key in known)
    ):
        return None
    parts = [parse_cell(amount, unit, vocabulary=vocabulary).value for _, amount in found]
    if None in parts or sum(part for part in parts if part is not None) > whole.value:
        return None
    return whole


def _plain(met: re.Match[str], factor: int | None) -> CellAmount:
    """A cell that holds a whole number and nothing else: most cells do, so they are read without ado."""
    number = number_of(met["number"])
    if number is None or number * (factor or 1) >= MOST_WON:
        return CellAmount("unreadable")
    value = (-number if met["sign"] else number) * (factor or 1)
    return CellAmount("amount", value, None if factor is None else int(value))


def _without(text: str, figures: list[Figure]) -> str:
    """The text with these figures blanked out."""
    for figure in figures:
        text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    return text
