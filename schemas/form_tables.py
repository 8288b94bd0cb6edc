"""The tables that a card prints as a form or a grid: choices, schedule, budget, indicators."""

from __future__ import annotations

from pledgecards.schemas.columns import CARD_ID, LINE_NO, LINK_TO_CARD, PLACE, PROJECT, YEAR
from pledgecards.schemas.field import Field, Table

CHOICES = Table(
    name="choices",
    label="선택란",
    description="One row per option of the checkbox block.",
    foreign_keys=(LINK_TO_CARD,),
    fields=(
        CARD_ID,
        Field(
            "field",
            "string",
            "선택 항목",
            "term 임기구분, lead 사업주체, novelty 신규여부, horizon 사업시기, budgeted 예산구분, stage 이행단계; "
            "other for a label of another kind.",
            nullable=False,
            values=("term", "lead", "novelty", "horizon", "budgeted", "stage", "other"),
        ),
        Field("label_raw", "string", "항목 이름(원문)", "The label as printed."),
        Field("option_no", "int16", "선택지 번호", "Place of the option in its line, from 1.", nullable=False),
        Field("option", "string", "선택지", "The option.", nullable=False),
        Field("checked", "bool", "선택됨", "Whether it is checked; null where the source does not tell."),
        Field(
            "mark",
            "string",
            "표시 방식",
            "How it was told: a glyph (☑ ■ ✓), bold type, a drawn tick or box, a shade behind it, its colour, a circle.",
            values=("glyph", "bold", "drawn", "shade", "colour", "circle"),
        ),
        *PLACE,
    ),
)

SCHEDULE = Table(
    name="schedule",
    label="추진일정",
    description="One row per cell of the Gantt table.",
    foreign_keys=(LINK_TO_CARD,),
    fields=(
        CARD_ID,
        LINE_NO,
        PROJECT,
        YEAR,
        Field("quarter", "int16", "분기", "Quarter of the year, 1 to 4.", unit="quarter"),
        Field("planned", "bool", "추진", "Whether a bar covers the cell; null where the source cannot tell."),
        *PLACE,
    ),
)

BUDGET = Table(
    name="budget",
    label="소요예산",
    description="One row per amount cell of the budget table.",
    foreign_keys=(LINK_TO_CARD,),
    fields=(
        CARD_ID,
        LINE_NO,
        Field("project", "string", "세부사업", "The project; null in the block of the grand total."),
        Field("funding_raw", "string", "재원(원문)", "The source of funding as printed."),
        Field(
            "funding",
            "string",
            "재원",
            "total 계; national 국비; metro 시비·도비 of the metropolitan government; local 구비·군비 and the 시비 of a "
            "city itself; private 민자; other 기타; null where the cell names none.",
            values=("total", "national", "metro", "local", "private", "other"),
        ),
        Field("period_raw", "string", "기간(원문)", "Head of the column as printed (`계`, `2018년`, `2022.6.`)."),
        Field("year", "int16", "연도", "Calendar year of the column; null in the 계 column.", unit="year"),
        Field("amount_won", "int64", "금액", "The amount; null for `-` and blank cells.", unit="won"),
        Field("amount_raw", "string", "금액(원문)", "The cell as printed."),
        Field("unit_raw", "string", "단위(원문)", "The unit of money that was applied, as printed (`백만원`)."),
        *PLACE,
    ),
)

INDICATORS = Table(
    name="indicators",
    label="확인지표",
    description="One row per filled cell of the tables of targets and of achievements.",
    foreign_keys=(LINK_TO_CARD,),
    fields=(
        CARD_ID,
        Field(
            "measure",
            "string",
            "구분",
            "goal: the 목표 column. target: a year's target. result: the 실적 column. actual: a year's result. rate: 이행률.",
            nullable=False,
            values=("goal", "target", "result", "actual", "rate"),
        ),
        LINE_NO,
        PROJECT,
        Field("unit", "string", "단위", "Unit of the value, as printed."),
        Field("period_raw", "string", "기간(원문)", "Head of the column as printed."),
        Field("year", "int16", "연도", "Calendar year; null for goal, result and rate.", unit="year"),
        Field("value", "float64", "값", "The number, in `unit` (a rate in per cent); null where there are only words."),
        Field("milestone", "string", "이정표", "The words in or under the cell."),
        Field("value_raw", "string", "값(원문)", "The cell as printed."),
        *PLACE,
    ),
)
