"""How a local government words its cards: labels, section names, heads of columns, units, markers, date notations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pledgecards.samples.card import Period
from pledgecards.samples.words import CITY, DISTRICT

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


YEONGDEUNGPO = Wording(
    choices=(
        ("term", "임기구분", ("임기내", "임기외")),
        ("lead", "사업주체", (DISTRICT, f"정부·{CITY}", "민간")),
        ("novelty", "신규여부", ("지속", "신규")),
        ("horizon", "사업시기", ("단기", "중기", "장기")),
        ("budgeted", "예산구분", ("예산", "비예산")),
        ("stage", "이행단계", ("여론수렴", "타당성분석", "추진중", "완료(지속)")),
    ),
    sections=(
        ("classification", "사업구분", "■"),
        ("support", f"정부·{CITY} 도움(권한 명확성)", "■"),
        ("overview", "정책개요", "■"),
        ("state", "정책현황 및 목표", "■"),
        ("plan", "추진계획", "Ⅰ"),
        ("schedule", "추진일정", None),
        ("budget", "소요예산액", None),
        ("indicators", "공약달성 확인지표", None),
        ("performance", "추진실적", None),
        ("achievement", "", None),
        ("contacts", "", None),
    ),
)

JUNG = replace(
    YEONGDEUNGPO,
    choices=(
        YEONGDEUNGPO.choices[0],
        ("lead", "사업주체", ("중구", "정부·부산시", "민간")),
        *YEONGDEUNGPO.choices[2:],
    ),
    sections=(
        YEONGDEUNGPO.sections[0],
        ("support", "정부·부산시 도움(권한 명확성)", "■"),
        *YEONGDEUNGPO.sections[2:],
    ),
    city="부산시",
    municipality="부산광역시 중구",
)
"""A district whose name five others share: the authority above tells which it is."""

BORYEONG = Wording(
    number="{n}",
    choices=(
        ("term", "완료시기", ("임기내", "임기후")),
        ("novelty", "유형", ("신규", "지속(기추진)")),
        ("lead", "사업주체", ("국가", "도", "자체")),
    ),
    sections=(
        ("overview", "사업개요", "□"),
        ("current_state", "현황 및 문제점", "□"),
        ("plan", "세부 추진계획", "□"),
        ("schedule", "분기별 추진계획", "□"),
        ("budget", "연차별 투자계획", "□"),
        ("indicators", "연도별 목표", "□"),
        ("performance", "추진상황", "□"),
        ("achievement", "목표 대비 실적", "□"),
        ("other", "기대효과", "□"),
        ("contacts", "", None),
    ),
    bullets=("○", "-"),
    budget_heads=("구 분", "재원별"),
    budget_periods=(
        Period("총사업비", None),
        Period("기투자", None),
        *years("{0}"),
        Period("향후투자", None),
    ),
    total_label="합계",
    total_line="소계",
    fundings=(("국비", "national"), ("도비", "metro"), ("시비", "local"), ("민간", "private"), ("기타", "other")),
    split=True,
    unit="백만원",
    unit_note="【단위 : {unit}】",
    decimals=True,
    schedule_head="사업명",
    schedule_years=years("{0}년"),
    indicator_heads=("지표명", "단위", "최종목표", "현재실적", "달성률"),
    indicator_years=years("’{1}년"),
    stacked=False,
    as_of="('{yy}. {m}월 기준)",
    dates="curly",
    contact_heads=("부서", "직위", "성명", "전화"),
    phone="02-0000-{n}",
)

DANGJIN = Wording(
    number="공약 {n}",
    choices=(
        ("term", "임기목표", ("완료", "착수", "기반조성")),
        ("novelty", "사업성격", ("신규", "계속")),
        ("lead", "사업주체", ("자체", "광역", "민간", "자체(국가)")),
        ("stage", "추진단계", ("정상추진", "일부추진", "보류", "추진완료")),
    ),
    sections=(
        ("overview", "사업개요", "❍"),
        ("goals", "추진목표", "❍"),
        ("plan", "추진방안", "❍"),
        ("performance", "주요 추진실적", "❍"),
        ("other", "문제점 및 대책", "❍"),
        ("schedule", "연도별 추진일정", "❍"),
        ("budget", "재원조달계획", "❍"),
        ("indicators", "성과지표", "❍"),
        ("achievement", "성과지표 실적", "❍"),
        ("contacts", "", None),
    ),
    bullets=("-", "·"),
    group="〈 〉",
    schedule_head="세부사업명",
    parts=2,
    budget_heads=("재원", None),
    budget_periods=(Period("계", None), *years("{0}"), Period("임기후", None)),
    fundings=(("국비", "national"), ("도비", "metro"), ("군비", "local"), ("민자", "private")),
    unit="억원",
    unit_note="(단위 : {unit})",
    unit_after=True,
    decimals=True,
    zero="",
    indicator_heads=("성과지표", "측정단위", "목표치", "누적실적", "이행률(%)"),
    indicator_years=years("{0}년"),
    stacked=False,
    rate_sign=False,
    as_of="({y}. {m}. {d}. 기준)",
    dates="full",
    contact_label="주관부서",
    phone="(☎ 02-0000-{n})",
)

OFFICE = Wording(
    number="{n}",
    choices=(
        ("term", "이행시기", ("임기내", "임기후")),
        ("novelty", "신규구분", ("신규", "계속", "확대", "개선")),
        ("budgeted", "예산여부", ("예산사업", "비예산사업")),
        ("stage", "진행단계", ("계획수립", "정상추진", "일부추진", "완료")),
    ),
    sections=(
        ("overview", "사업개요", None),
        ("current_state", "현황", None),
        ("plan", "추진계획", None),
        ("schedule", "추진일정", None),
        ("budget", "소요예산", None),
        ("indicators", "성과지표", None),
        ("performance", "추진현황", None),
        ("achievement", "목표 대비 실적", None),
        ("other", "기대효과", None),
        ("contacts", "", None),
    ),
    bullets=("○", "-"),
    budget_heads=("사업명", "재원"),
    budget_periods=(Period("계", None), *years("{0}", 2018, 2021), Period("2022.6.", 2022), Period("임기후", None)),
    fundings=(("국비", "national"), ("시비", "metro"), ("구비", "local")),
    split=True,
    unit="천원",
    unit_note="(단위:{unit})",
    zero="-",
    schedule_head="추진사업",
    schedule_years=years("{0}"),
    indicator_heads=("지표", "단위", "목표", "실적", "달성률"),
    indicator_years=years("{0}"),
    as_of="({y}. {m}. {d}. 기준)",
    dates="worded",
)

WIDE = Wording(
    number="공약 {m}-{n}",
    choices=(
        ("term", "임기구분", ("임기내", "임기내·후", "임기후")),
        ("lead", "추진주체", ("국가", "시", "구", "민간")),
        ("novelty", "신규·계속", ("신규", "계속")),
        ("budgeted", "예산구분", ("예산", "비예산", "미정")),
    ),
    sections=(
        ("overview", "사업개요", "1."),
        ("plan", "추진계획", "2."),
        ("schedule", "월별 추진계획", "3."),
        ("budget", "연도별 투자계획", "4."),
        ("performance", "추진상황", "5."),
        ("indicators", "연차별 목표", "6."),
        ("achievement", "연차별 실적", "7."),
        ("other", "현안 및 대책", "8."),
        ("contacts", "", None),
    ),
    bullets=("○", "-"),
    project_marker="▶",
    budget_heads=("단위사업", "재원구분"),
    budget_periods=(
        Period("합계", None),
        Period("기투자", None),
        *years("{0}년"),
        Period("향후투자", None),
    ),
    total_label="합계",
    total_line="소계",
    fundings=(("국비", "national"), ("시비", "metro"), ("구비", "local"), ("민자", "private"), ("기타", "other")),
    split=True,
    unit="백만원",
    unit_note="(단위 : {unit})",
    negative=True,
    schedule_head="세부과제",
    schedule_years=years("{0}년", 2018, 2022),
    parts=12,
    indicator_heads=("세부과제", "단위", "최종목표", "누계실적", "달성도"),
    indicator_years=years("{0}년"),
    as_of="({y}. {m}. {d}. 기준)",
    dates="mixed",
    contact_label="소관부서",
    contact_heads=("부서명", "직급", "성명", "전화번호"),
    phone="02-0000-{n}",
)

SMALL = Wording(
    number="{n}.",
    choices=(
        ("novelty", "사업유형", ("신규", "지속")),
        ("horizon", "추진시기", ("단기", "중기", "장기")),
        ("lead", "시행주체", ("구", "시", "정부", "민간")),
        ("stage", "이행단계", ("준비", "추진중", "완료")),
    ),
    sections=(
        ("classification", "공약분류", "◆"),
        ("overview", "공약개요", "◆"),
        ("state", "현황 및 목표", "◆"),
        ("plan", "실천계획", "◆"),
        ("schedule", "추진 로드맵", "◆"),
        ("budget", "소요재원", "◆"),
        ("indicators", "이행지표", "◆"),
        ("performance", "이행상황", "◆"),
        ("achievement", "", None),
        ("contacts", "", None),
    ),
    state_heads=("현 황", "목 표"),
    bullets=("○", "·"),
    group="〈 〉",
    fundings=(("국고·특교", "national"), ("시비", "metro"), ("구비", "local")),
    budget_heads=("과제명", "재원별"),
    unit="백만원",
    unit_note="(단위 : {unit})",
    schedule_head="추진과제",
    schedule_years=years("’{1}년"),
    indicator_heads=("이행과제", "단위", "목표", "실적", "이행률"),
    stacked=True,
    dates="curly",
)
