"""Invents whole cards: seeded, consistent in every sum, rate and weekday, or with one error planted on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pledgecards.samples import figures, phrases, words
from pledgecards.samples.card import Block, Card, Choice, Contacts, Indicators, Item, Person, When
from pledgecards.samples.dating import last_day, point
from pledgecards.samples.notations import PLANTS
from pledgecards.samples.wording import Wording

ERRORS = (
    *PLANTS, "budget.sum_mismatch", "indicator.rate_mismatch", "choice.several", "choice.contradiction", "label.fuzzy",
)  # fmt: skip
"""What can be planted: the code of the issue that must be raised for it."""


def invent(rng: Random, wording: Wording, number: int, plant: str | None = None) -> Card:
    """A card with this number, in the words of a body; `plant`: with the error of that code in it."""
    projects = phrases.project_names(rng)
    choices = _choices(rng, wording, plant)
    maker = _Maker(rng, wording, projects, choices, plant)
    blocks = tuple(block for section in wording.sections for block in maker.section(*section))
    compound = "{m}" in wording.number
    printed = wording.number.format(n=number, m=number % 5 + 1)
    issues = (plant,) if plant in ERRORS and plant not in PLANTS and plant != "label.fuzzy" else ()
    notes = (("label.fuzzy",) if plant == "label.fuzzy" else ()) + (("number.compound",) if compound else ())
    return Card(
        printed,
        None if compound else number,
        phrases.title(rng),
        choices,
        blocks,
        department=maker.department,
        municipality=wording.municipality,
        as_of=last_day(2020, 12) if any(s[0] == "achievement" for s in wording.sections) else None,
        issues=issues,
        notes=notes,
    )


def _choices(rng: Random, wording: Wording, plant: str | None) -> tuple[Choice, ...]:
    choices = []
    # Of a choice all of whose options look alike nobody can tell which are checked.
    several = next((field for field, _, options in wording.choices if len(options) > 2 and field != "lead"), None)
    for field, label, options in wording.choices:
        checked: tuple[int, ...] = (rng.randrange(len(options)),)
        if field == several and plant == "choice.several":
            checked = (0, 1)
        elif field == "novelty" and plant == "choice.contradiction":
            checked = (0,)
        elif field == "term" and plant == "label.fuzzy":
            label = label.replace("구분", "구문").replace("시기", "사기").replace("목표", "목묘")
        choices.append(Choice(field, label, options, checked))
    return tuple(choices)


class _Maker:
    """Makes the sections of one card."""

    def __init__(
        self, rng: Random, wording: Wording, projects: Sequence[str], choices: tuple[Choice, ...], plant: str | None
    ) -> None:
        self.rng, self.wording, self.projects, self.choices, self.plant = rng, wording, projects, choices, plant
        self.markers = wording.bullets
        self.department, self.team = rng.choice(words.DEPARTMENTS)
        self.goals: Indicators | None = None
        self.date_plant: When | None = PLANTS[plant](rng) if plant in PLANTS else None

    def section(self, what: str, heading: str, marker: str | None) -> list[Block]:
        """The blocks of a section, its heading included."""
        key = "current_state" if what == "state" else what
        blocks: list[Block] = [Item("heading", key, heading, marker, 1)] if heading else []
        make = getattr(self, f"_{what}")
        return blocks + list(make(key))

    def _classification(self, key: str) -> list[Block]:
        novelty = next(c.options[c.checked[0]] for c in self.choices if c.field == "novelty")
        first = self.choices[1 if self.choices[0].field == "novelty" else 0]
        kind = first.options[first.checked[0]]
        if self.plant == "choice.contradiction":
            novelty = "신규" if novelty != "신규" else "지속"
        return [phrases.bullet(key, 1, f"{kind} / {novelty}사업", self.markers[0])]

    def _support(self, key: str) -> list[Block]:
        text = f"{self.rng.choice(self.projects)} 등 관련 사업비 지원 ({self.wording.city})"
        return [phrases.bullet(key, 1, text, self.markers[0])]

    def _overview(self, key: str) -> list[Block]:
        plant = self.date_plant if self.plant in ("date.reversed", "date.impossible") else None
        return list(phrases.overview(self.rng, key, self.projects, self.markers, plant))

    def _state(self, key: str) -> list[Block]:
        first, second = self.wording.state_heads
        return [
            Item("heading", "current_state", first, None, 2), *self._current_state("current_state"),
            Item("heading", "goals", second, None, 2), *self._goals("goals"),
        ]  # fmt: skip

    def _current_state(self, key: str) -> list[Block]:
        return list(phrases.sentences(self.rng, key, words.STATES, self.markers, 3))

    def _goals(self, key: str) -> list[Block]:
        return list(phrases.sentences(self.rng, key, words.GOALS, self.markers))

    def _other(self, key: str) -> list[Block]:
        pool = self.rng.choice((words.EFFECTS, words.PROBLEMS))
        note = Item("note", key, "세부 내용은 사업 여건에 따라 바뀔 수 있음", self.wording.note_marker)
        return [*phrases.sentences(self.rng, key, pool, self.markers), note]

    def _plan(self, key: str) -> list[Block]:
        blocks: list[Block] = []
        for number, project in enumerate(self.projects):
            blocks.append(Item("heading", key, project, self.wording.project_marker, 2))
            if number == len(self.projects) - 1:
                for group in self.rng.sample(words.THEMES, 2):
                    blocks.append(Item("heading", key, f"{group} 기반 마련", self.wording.group, 3))
                    blocks += phrases.sentences(self.rng, key, words.PLANS, self.markers)
            else:
                blocks += phrases.sentences(self.rng, key, words.PLANS, self.markers)
        return blocks

    def _schedule(self, key: str) -> list[Block]:
        return [figures.schedule(self.rng, self.wording, self.projects)]

    def _budget(self, key: str) -> list[Block]:
        wording = self.wording
        table = figures.budget(self.rng, wording, self.projects, self.plant == "budget.sum_mismatch")
        note = Item("caption", key, wording.unit_note.format(unit=wording.unit))
        return [table, note] if wording.unit_after else [note, table]

    def _indicators(self, key: str) -> list[Block]:
        self.goals = figures.targets(self.rng, self.wording, self.projects)
        return [self.goals]

    def _achievement(self, key: str) -> list[Block]:
        raw = self.wording.as_of.format(y=2020, yy=20, m=12, d=31)
        date_raw = raw[1 : raw.rindex("기준")].strip()
        when = point(date_raw, "2020-12-31" if "31" in raw else "2020-12")
        caption = Item("caption", key, raw, None, 1, (when,))
        assert self.goals is not None
        wrong = self.plant == "indicator.rate_mismatch"
        return [caption, figures.results(self.rng, self.wording, self.goals, 2020, wrong)]

    def _performance(self, key: str) -> list[Block]:
        rng, markers, family = self.rng, self.markers, self.wording.dates
        blocks: list[Block] = []
        for number, project in enumerate(self.projects):
            blocks.append(Item("heading", key, project, self.wording.project_marker, 2))
            if number == 0 and self.date_plant is not None and self.plant not in ("date.reversed", "date.impossible"):
                blocks.append(phrases.planted_deed(rng, markers[0], self.date_plant))
            if number == len(self.projects) - 1:
                for group in rng.sample(words.THEMES, 2):
                    blocks.append(Item("heading", key, f"{group} 기반 마련", self.wording.group, 3))
                    blocks.append(phrases.bullet(key, 1, f"{group} 사업 추진", markers[0]))
                    blocks += [phrases.deed(rng, 2, markers[1], family) for _ in range(rng.randint(2, 4))]
            else:
                blocks += [phrases.deed(rng, 1, markers[0], family) for _ in range(rng.randint(2, 5))]
        return blocks

    def _contacts(self, key: str) -> list[Block]:
        names = self.rng.sample(words.PEOPLE, 4)
        phones = [self.wording.phone.format(n=f"000{digit}") for digit in range(4)]
        roles = ((self.department, "과장"), (self.team, "팀장"), (self.team, "담당"), (self.team, "담당"))
        people = []
        for (unit, role), name, phone in zip(roles, names, phones, strict=True):
            called = role if role == "담당" else unit[:-1] + role if role == "팀장" else unit + "장"
            people.append(Person(unit, role, name, phone.strip("☎() "), f"{called} {name} {phone}"))
        cells = ((people[0],), (people[1],), (people[2], people[3]))
        return [Contacts(self.wording.contact_label, cells, self.wording.contact_heads)]
