"""Invents the running text of a card: bullets with dates and amounts, and the deeds of its performance section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from pledgecards.samples import words
from pledgecards.samples.card import Amount, Deed, Item, When
from pledgecards.samples.dating import point
from pledgecards.samples.notations import FAMILIES


def amount(rng: Random) -> Amount:
    """A quantity as running text gives it."""
    n = rng.randint(2, 90)
    choices = (
        Amount(f"{n}개소", n, "개소"),
        Amount(f"{n}명", n, "명"),
        Amount(f"약 {n}0명", n * 10, "명", approx=True),
        Amount(f"{n}0여명", n * 10, "명", approx=True),
        Amount(f"{n}회", n, "회"),
        Amount(f"{n}% 이상", n, "%", approx=True),
        Amount(f"{n},500㎡", n * 1000 + 500, "㎡"),
        Amount(f"{n}.5%", n + 0.5, "%"),
        Amount(f"{n},000천원", n * 1e6, "원", n * 1_000_000),
        Amount(f"{n}억원", n * 1e8, "원", n * 100_000_000),
        Amount(f"약 {n}백만원", n * 1e6, "원", n * 1_000_000, approx=True),
        Amount(f"{n},000만원", n * 1e7, "원", n * 10_000_000),
    )
    return rng.choice(choices)


def bullet(section: str, level: int, text: str, marker: str, *meanings: When | Amount) -> Item:
    """A bullet and what the dates and amounts in it mean."""
    dates = tuple(m for m in meanings if isinstance(m, When))
    amounts = tuple(m for m in meanings if isinstance(m, Amount))
    return Item("bullet", section, text, marker, level, dates, amounts)


def project_names(rng: Random) -> list[str]:
    """Two to four names of sub-projects, all different."""
    facilities = rng.sample(words.FACILITIES, rng.randint(2, 4))
    return [f"{rng.choice(words.PLACES)} {name} {rng.choice(words.WORKS)}" for name in facilities]


def title(rng: Random) -> str:
    """The title of a pledge."""
    return f"{rng.choice(words.THEMES)} {rng.choice(words.PLACES)} {rng.choice(words.FACILITIES)} {rng.choice(words.WORKS)}"


def overview(
    rng: Random, section: str, projects: Sequence[str], markers: Sequence[str], plant: When | None
) -> list[Item]:
    """A bullet for each project, below it its period, its size and its place."""
    items: list[Item] = []
    for number, project in enumerate(projects):
        items.append(bullet(section, 1, project, markers[0]))
        when = plant if plant is not None and number == 0 else rng.choice(FAMILIES["period"])(rng)
        items.append(bullet(section, 2, f"기 간: {when.raw}", markers[1], when))
        size = amount(rng)
        items.append(bullet(section, 2, f"규 모: {rng.choice(words.PLACES)} 일원 {size.raw}", markers[1], size))
        items.append(bullet(section, 2, rng.choice(words.TARGETS), markers[1]))
    return items


def sentences(rng: Random, section: str, pool: Sequence[str], markers: Sequence[str], count: int = 2) -> list[Item]:
    """Bullets without dates, some with amounts or further bullets below."""
    items: list[Item] = []
    for text in rng.sample(pool, min(count, len(pool))):
        items.append(bullet(section, 1, text, markers[0]))
        if rng.random() < 0.4:
            size = amount(rng)
            items.append(bullet(section, 2, f"관련 시설 및 수요 조사: {size.raw}", markers[1], size))
    return items


def deed(rng: Random, level: int, marker: str, family: str) -> Item:
    """A bullet of the performance section with one deed, its date before it, behind it, in brackets, or not said."""
    name = f"{rng.choice(words.PLACES)} {rng.choice(words.DEEDS)}"
    form = rng.randrange(9)
    if form == 0:
        return two_deeds(rng, level, marker, family)
    if form == 1:
        size = amount(rng)
        text = f"{rng.choice(words.CONTINUED)}: 총 {size.raw} 완료"
        return replace(bullet("performance", level, text, marker, size), deeds=(Deed(text),))
    when = rng.choice(FAMILIES[family])(rng)
    if form == 2:
        text = f"{name}({when.raw})"
    elif form == 3 and not when.open_end:
        text = f"{when.raw} {name}"
    elif form == 4 and when.start_precision != "year":
        year = _year_of(when)
        text = f"({year.raw}) {name}: {when.raw}"
        return replace(bullet("performance", level, text, marker, year, when), deeds=(Deed(name, when),))
    else:
        text = f"{name}: {when.raw}"
    return replace(bullet("performance", level, text, marker, when), deeds=(Deed(name, when),))


def _year_of(when: When) -> When:
    assert when.start is not None
    return point(f"{when.start.year}년", str(when.start.year))


def two_deeds(rng: Random, level: int, marker: str, family: str) -> Item:
    """`매입: '18. 5. / 완화: '19. 12. 3.`"""
    names = [f"{rng.choice(words.PLACES)} {name}" for name in rng.sample(words.DEEDS, 2)]
    whens = [rng.choice(FAMILIES[family])(rng) for _ in names]
    text = " / ".join(f"{name}: {when.raw}" for name, when in zip(names, whens, strict=True))
    deeds = tuple(Deed(name, when) for name, when in zip(names, whens, strict=True))
    return replace(bullet("performance", level, text, marker, *whens), deeds=deeds)


def planted_deed(rng: Random, marker: str, when: When) -> Item:
    """A deed with a date that holds an error."""
    name = f"{rng.choice(words.PLACES)} {rng.choice(words.DEEDS)}"
    return replace(bullet("performance", 1, f"{name}: {when.raw}", marker, when), deeds=(Deed(name, when),))
