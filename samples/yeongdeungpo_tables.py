"""The tables of the real card 25 of 영등포구, transcribed by hand."""

from __future__ import annotations

from pledgecards.samples.card import (
    Block,
    Budget,
    BudgetLine,
    Contacts,
    Figure,
    IndicatorLine,
    Indicators,
    Item,
    Money,
    Period,
    Person,
    Schedule,
    ScheduleLine,
)

SPACE = "도시공간구조 개편방안 마련"
ANCHOR = "산업혁신 앵커시설 조성"
RENEWAL = "기계금속제조업 산업재생 추진"
_YEARS = tuple(Period(f"{year}년", year) for year in range(2018, 2022)) + (Period("2022.6.", 2022),)


def _money(raw: str) -> tuple[Money, ...]:
    million = 1_000_000
    return tuple(Money(r, None if r == "-" else int(r.replace(",", "")) * million) for r in raw.split())


def tables() -> list[Block]:
    bars = (
        frozenset({(2018, 3), (2018, 4)} | {(y, q) for y in (2019, 2020, 2021) for q in (1, 2, 3, 4)}),
        frozenset({(2018, 2), (2018, 3), (2018, 4), (2020, 1), (2020, 2), (2020, 3), (2020, 4), (2021, 1), (2021, 2)}),
        frozenset({(y, q) for y in range(2018, 2022) for q in (1, 2, 3, 4)} | {(2022, 1), (2022, 2)}),
    )
    years = tuple(Period(f"{year}년", year) for year in range(2018, 2023))
    lines = tuple(map(ScheduleLine, (SPACE, ANCHOR, RENEWAL), bars))
    budget = (
        BudgetLine(None, "계", "total", _money("6,268 1,889 1,079 735 365 2,200")),
        BudgetLine(None, "구비", "local", _money("325 189 64 37 35 -")),
        BudgetLine(None, "시비", "metro", _money("5,943 1,700 1,015 698 330 2,200")),
        BudgetLine(SPACE, "-", None, _money("289 289 - - - -")),
        BudgetLine(ANCHOR, "-", None, _money("2,473 1,600 735 138 - -")),
        BudgetLine(RENEWAL, "-", None, _money("3,506 - 344 597 365 2,200")),
    )
    return [
        Item("heading", "schedule", "추진일정"),
        Schedule("구 분", years, 4, lines),
        Item("heading", "budget", "소요예산액"),
        Item("caption", "budget", "(단위: 백만원)"),
        Budget("세부사업", "재원", (Period("계", None), *_YEARS), budget, "백만원"),
        Item("heading", "indicators", "공약달성 확인지표"),
        Indicators(False, "세부사업", "단위", "목표", _YEARS, _targets(), stacked=True),
    ]


def _figures(raws: str, milestones: tuple[str, ...]) -> tuple[Figure, ...]:
    raw = ("" if r == "_" else r for r in raws.split())
    return tuple(Figure(r, float(r) if r.isdigit() else None, m) for r, m in zip(raw, milestones, strict=True))


SPACE_LONG = f"{SPACE} (문래동1~4가 도시환경정비계획 재정비 수립 용역)"
_TRAINING = "역량강화 교육 산학협업"


def _targets() -> tuple[IndicatorLine, ...]:
    whole = Figure("100", 100.0)
    space = ("설계 현황조사", "용역준공", "정비계획 변경절차 시행", "변경고시", "-")
    anchor = ("시설매입", "기본구상", "설계 및 공사", "준공", "(운영)")
    renewal = ("도시재생 1호 비영리단체 설립운영", _TRAINING, _TRAINING, "인프라 개선", "시제품 제작지 거점화")
    return (
        IndicatorLine(SPACE_LONG, "%", whole, _figures("20 60 80 100 -", space)),
        IndicatorLine(ANCHOR, "%", whole, _figures("50 70 85 100 -", anchor)),
        IndicatorLine(RENEWAL, "%", whole, _figures("20 40 60 80 100", renewal)),
    )


def results() -> Indicators:
    space = ("설계 현황조사", "용역준공", "정비계획 변경절차시행", "", "")
    anchor = ("시설매입", "기본구상 완료", "설계 및 공사", "", "")
    renewal = ("도시재생 1호 비영리단체 설립·운영", _TRAINING, _TRAINING, "", "")
    lines = tuple(
        IndicatorLine(project, "%", Figure(str(n), float(n)), _figures(raw, words), Figure(f"{n}%", float(n)))
        for project, n, raw, words in (
            (SPACE_LONG, 80, "20 60 80 _ _", space),
            (ANCHOR, 85, "50 70 85 _ _", anchor),
            (RENEWAL, 60, "20 40 60 _ _", renewal),
        )
    )
    return Indicators(True, "세부사업", "단위", "실적", _YEARS, lines, rate_head="이행률")


def contacts() -> Contacts:
    team = "재생기획팀"
    return Contacts(
        "담당부서",
        (
            (Person("도시재생과", "과장", "박노산", "4198", "도시재생과장 박노산 ☎ 4198"),),
            (Person(team, "팀장", "방숙영", "3525", "재생기획팀장 방숙영 ☎ 3525"),),
            (
                Person(team, "담당", "이하늘", "3528", "담당 이하늘 ☎ 3528"),
                Person(team, "담당", "김정윤", "3572", "담당 김정윤 ☎ 3572"),
            ),
        ),
    )
