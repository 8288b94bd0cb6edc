"""How a local government words its cards: labels, section names, heads of columns, units, markers, date notations."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.samples.card import Period
from pledgecards.samples.words import CITY

ChoiceWords = tuple[str, str, tuple[str, ...]]
SectionWords = tuple[str, str, str | None]


def years(form: str, first: int = 2018, last: int = 2022, final: str | None = None) -> tuple[Period, ...]:
    """Year columns `form.format(year)`; `final` replaces the last one's words."""
    periods = [Period(form.format(year, year % 100), year) for year in range(first, last + 1)]
    return (*periods[:-1], Period(final, last)) if final else tuple(periods)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one body's cards.

    number     the pledge number's form: `{n}.`, `{n}`, `공약 {n}`, `{m}-{n}` (compound: no pledge_no)
    choices    (field, label, options); a checked option is drawn by lot
    sections   (what, heading, marker) in printed order. what is a key of `items.section`, or `state` for a heading with
               the sub-headings 현황 and 목표 (below `state_heads`)
    bullets    markers by depth
    headless   kinds of table that stand without a section heading of their own
    budget_periods  None heads the total column; periods without a year but the first hold amounts outside the years
    fundings   (printed, key) of the grand-total block, without its sum
    split      every project has a line for each funding; else one line, its funding `-`
    dates      a family of `notations.FAMILIES`
    zero       what an amount cell of nothing prints: `-` or nothing
    unit_after the unit note stands after the table
    city       the authority above, as running text names it
    municipality  the official name of the body where the card tells it; None for the body that does not exist
    """

    number: str = "{n}."
    choices: tuple[ChoiceWords, ...] = ()
    sections: tuple[SectionWords, ...] = ()
    state_heads: tuple[str, str] = ("현 황", "목 표")
    bullets: tuple[str, ...] = ("-", "-")
    group: str = "[ ]"
    project_marker: str | None = None
    note_marker: str = "※"
    schedule_head: str = "구 분"
    schedule_years: tuple[Period, ...] = years("{0}년")
    parts: int = 4
    budget_heads: tuple[str, str | None] = ("세부사업", "재원")
    budget_periods: tuple[Period, ...] = (Period("계", None), *years("{0}년", final="2022.6."))
    total_label: str = "계"
    fundings: tuple[tuple[str, str], ...] = (("구비", "local"), ("시비", "metro"))
    total_line: str = "계"
    split: bool = False
    unit: str = "백만원"
    unit_note: str = "(단위: {unit})"
    unit_after: bool = False
    zero: str = "-"
    decimals: bool = False
    negative: bool = False
    indicator_heads: tuple[str, str, str, str, str] = ("세부사업", "단위", "목표", "실적", "이행률")
    indicator_years: tuple[Period, ...] = years("{0}년", final="2022.6.")
    stacked: bool = True
    rate_sign: bool = True
    as_of: str = "({y}. {m}. 기준)"
    dates: str = "quote"
    contact_label: str = "담당부서"
    contact_heads: tuple[str, ...] = ()
    phone: str = "☎ {n}"
    city: str = CITY
    municipality: str | None = None
