"""The tables that come from a card's running text: items, events, dates, quantities, contacts."""

from __future__ import annotations

from pledgecards.schemas.columns import CARD_ID, ITEM_ID, LINK_TO_CARD, LINK_TO_ITEM, PERIOD, PLACE
from pledgecards.schemas.field import Field, ForeignKey, Table
from pledgecards.schemas.sections import SECTION_NAMES

SECTIONS = tuple(SECTION_NAMES)

ITEMS = Table(
    name="items",
    label="글",
    description="One row per heading, bullet, paragraph, note or caption, in reading order.",
    primary_key=("card_id", "item_id"),
    foreign_keys=(LINK_TO_CARD, ForeignKey(("card_id", "parent_id"), "items", ("card_id", "item_id"))),
    fields=(
        CARD_ID,
        Field("item_id", "int32", "글 번호", "Place of the item in its card, from 1.", nullable=False),
        Field("parent_id", "int32", "상위 글 번호", "The item that it stands under; null at the top."),
        Field(
            "kind",
            "string",
            "종류",
            "heading, bullet, paragraph, note (※) or caption (unit notes, dates of reference).",
            nullable=False,
            values=("heading", "bullet", "paragraph", "note", "caption"),
        ),
        Field("level", "int16", "수준", "Depth of a heading or of a bullet's nesting, from 1.", nullable=False),
        Field(
            "section",
            "string",
            "항목",
            "The part of the card: " + ", ".join(f"{key} {name}" for key, name in SECTION_NAMES.items()) + ".",
            nullable=False,
            values=SECTIONS,
        ),
        Field("marker", "string", "글머리표", "The marker printed before it (`■`, `-`, `[ ]`, `Ⅰ`)."),
        Field("text", "string", "글", "The text without its marker and edge punctuation.", nullable=False),
        Field("text_raw", "string", "글(원문)", "The text as printed, runs of white space made one.", nullable=False),
        *PLACE,
    ),
)

EVENTS = Table(
    name="events",
    label="추진실적 사건",
    description="One row per deed of the performance section, dated or not.",
    primary_key=("card_id", "event_no"),
    foreign_keys=(LINK_TO_CARD, LINK_TO_ITEM),
    fields=(
        CARD_ID,
        Field("event_no", "int32", "사건 번호", "Place of the event in its card, from 1.", nullable=False),
        ITEM_ID,
        Field("project", "string", "세부사업", "The heading that it stands under."),
        Field("group_name", "string", "묶음", "The subheading in brackets that it stands under."),
        Field("label", "string", "내용", "The deed as printed, without its date."),
        Field("date_raw", "string", "날짜(원문)", "The date as printed; null for a deed without one."),
        *PERIOD,
        *PLACE,
    ),
)

DATES = Table(
    name="dates",
    label="날짜",
    description="One row per date expression in the card's items.",
    primary_key=("card_id", "item_id", "date_no"),
    foreign_keys=(LINK_TO_CARD, LINK_TO_ITEM),
    fields=(
        CARD_ID,
        ITEM_ID,
        Field("date_no", "int32", "날짜 번호", "Number of the date expression, from 1.", nullable=False),
        Field("raw", "string", "날짜(원문)", "The expression as printed.", nullable=False),
        Field("span_start", "int32", "시작 위치", "Where it begins in items.text_raw.", unit="characters"),
        Field("span_end", "int32", "끝 위치", "Where it ends in items.text_raw (exclusive).", unit="characters"),
        *PERIOD,
        *PLACE,
    ),
)

QUANTITIES = Table(
    name="quantities",
    label="수량",
    description="One row per amount or count in running text.",
    primary_key=("card_id", "item_id", "quantity_no"),
    foreign_keys=(LINK_TO_CARD, LINK_TO_ITEM),
    fields=(
        CARD_ID,
        ITEM_ID,
        Field("quantity_no", "int32", "수량 번호", "Number of the quantity, from 1.", nullable=False),
        Field("raw", "string", "수량(원문)", "The quantity as printed.", nullable=False),
        Field("value", "float64", "값", "The number, in `unit`."),
        Field("unit", "string", "단위", "What is counted (`원`, `개`, `회`, `명`, `%`, `㎡`)."),
        Field("won", "int64", "원화 금액", "The amount of money; null for counts.", unit="won"),
        Field("approx", "bool", "대략", "Whether the source calls it approximate (`약`, `여`, `내외`, `이상`)."),
        *PLACE,
    ),
)

CONTACTS = Table(
    name="contacts",
    label="담당자",
    description="One row per person in charge who is named.",
    primary_key=("card_id", "contact_no"),
    foreign_keys=(LINK_TO_CARD,),
    fields=(
        CARD_ID,
        Field("contact_no", "int32", "담당자 번호", "Place of the person in the card, from 1.", nullable=False),
        Field("department", "string", "부서", "The department (`도시재생과`)."),
        Field("role", "string", "직위", "The role (`과장`, `팀장`, `담당`)."),
        Field("name", "string", "이름", "The person's name; null with redacted contacts."),
        Field("phone", "string", "전화번호", "The telephone number as printed; null with redacted contacts."),
        Field("raw", "string", "원문", "The entry as printed."),
        *PLACE,
    ),
)
