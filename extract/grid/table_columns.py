"""What a column of a table holds, as its head tells it."""

from __future__ import annotations

from pledgecards.extract.record import record

AXIS = frozenset({"year", "quarter", "half", "month"})
"""Kinds of columns that stand for a stretch of time."""


@record
class Column:
    """A column of a table.

    kind    project | funding | unit | note | number (연번) | measure (its cells say 목표 or 실적) · year | quarter | half | month ·
            ordinal (a year counted from a first one that is not named) · span (several years) | in_term | after_term | before_term | total ·
            goal | result | rate | plan 계획 | former 당초 | secured 확보 | spent 집행 · quantity 사업량 · change 증감 · supplement 추경 · base 기준값 ·
            source (a funding source heads it) · axis (a part of a year that cannot be told) · other.
            A `year` column without a year is a key: its cells name the years.
    label   its whole head, the rows joined by spaces.
    period  the part of the label that names its period; the whole label where it names none.
    word    the part of the label that its kind was told by.
    year    the year that it stands for, also for kinds goal … source that stand under a year.
    part    quarter 1..4, half 1..2, month 1..12.
    group   what it stands under, for kinds goal … source and total: year | total | in_term | after_term | before_term | span.
    score   below 100 where its head matched the vocabulary only roughly.
    """

    index: int
    kind: str
    label: str
    period: str = ""
    word: str = ""
    year: int | None = None
    part: int | None = None
    group: str | None = None
    score: float = 100.0

    def turned(self, kind: str, part: int | None) -> Column:
        """The same column as another kind and part; made anew, which `replace` takes thrice as long for."""
        return Column(self.index, kind, self.label, self.period, self.word, self.year, part, self.group, self.score)

    @property
    def on_axis(self) -> bool:
        """Whether its cells belong to one year or a part of one."""
        return self.kind in AXIS and (self.year is not None or self.part is not None)
