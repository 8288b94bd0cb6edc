"""Columns that several tables share."""

from __future__ import annotations

from pledgecards.schemas.field import Field, ForeignKey

CARD_ID = Field(
    "card_id",
    "string",
    "카드 식별자",
    "First 12 hexadecimal digits of document_id, a hyphen, and the card's ordinal in three digits.",
    nullable=False,
)
IN_DOCUMENT = Field("document_id", "string", "파일 식별자", "The file that it stands in.", nullable=False)
LINK_TO_DOCUMENT = ForeignKey(("document_id",), "documents", ("document_id",))
LINK_TO_CARD = ForeignKey(("card_id",), "cards", ("card_id",))
LINK_TO_ITEM = ForeignKey(("card_id", "item_id"), "items", ("card_id", "item_id"))

PAGE = Field("page", "int32", "쪽", "Page that it was read on, from 1; null for text input.")
LINE = Field("line", "int32", "줄", "Line of the text file that it was read on, from 1; null for PDF.")
PLACE = (
    PAGE,
    Field("x0", "float32", "왼쪽", "Left edge of where it was read, from the page's left.", unit="points"),
    Field("top", "float32", "위", "Upper edge, from the page's top.", unit="points"),
    Field("x1", "float32", "오른쪽", "Right edge, from the page's left.", unit="points"),
    Field("bottom", "float32", "아래", "Lower edge, from the page's top.", unit="points"),
    LINE,
)
"""Where on the page a row was read; the last columns of every table but documents, cards and issues."""

ITEM_ID = Field("item_id", "int32", "글 번호", "The item of the card that it stands in.", nullable=False)
LINE_NO = Field("line_no", "int32", "행 번호", "Line of the printed table, in printed order, from 1.", nullable=False)
PROJECT = Field(
    "project",
    "string",
    "세부사업",
    "The project that the line belongs to, without a marker or number; alike in all tables.",
)
YEAR = Field("year", "int16", "연도", "Calendar year of the column.", unit="year")

PRECISIONS = ("day", "month", "quarter", "half", "year")


def _precision(name: str, label: str, end: str) -> Field:
    return Field(name, "string", label, f"How exactly the {end} is told.", values=PRECISIONS)


PERIOD = (
    Field("start", "date32", "시작일", "First day of the period named."),
    Field("end", "date32", "종료일", "Last day of the period named; null where the end is open."),
    _precision("start_precision", "시작 정밀도", "start"),
    _precision("end_precision", "종료 정밀도", "end"),
    Field("open_start", "bool", "시작 미정", "Whether the period has no stated start (`~ '19. 3.`)."),
    Field("open_end", "bool", "종료 미정", "Whether the period has no stated end (`'18. 2.~`, `~ 현재`)."),
    Field("approx", "bool", "대략", "Whether the source calls the date approximate (`경`, `약`)."),
    Field("edtf", "string", "EDTF", "The period as ISO 8601-2 (EDTF) text: `2018-02/..`, `2019-09-26/2019-10-28`."),
    Field("weekday_ok", "bool", "요일 일치", "Whether the printed weekday agrees with the calendar; null if none is."),
    Field("duration_ok", "bool", "일수 일치", "Whether the printed number of days agrees; null if none is."),
)
"""The columns of a date expression, shared by events and dates."""
