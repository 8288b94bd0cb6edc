"""The tables that everything else hangs on: documents, cards, issues."""

from __future__ import annotations

from pledgecards.schemas.codes import CODES, SEVERITIES
from pledgecards.schemas.columns import CARD_ID, IN_DOCUMENT, LINE, LINK_TO_DOCUMENT, PAGE
from pledgecards.schemas.field import Field, ForeignKey, Table

STATUSES = ("ok", "partial", "failed", "skipped")
MEDIA_TYPES = "application/pdf for a PDF, text/plain for text, application/octet-stream for anything else."
TABLE_NAMES = (
    "documents",
    "cards",
    "choices",
    "items",
    "schedule",
    "budget",
    "indicators",
    "events",
    "dates",
    "quantities",
    "contacts",
    "issues",
    "corrections",
)

DOCUMENTS = Table(
    name="documents",
    label="파일",
    description="One row per input file.",
    primary_key=("path",),
    fields=(
        Field(
            "document_id",
            "string",
            "파일 식별자",
            "SHA-256 of the file's bytes, hexadecimal (of its path, where the bytes could not be read).",
            nullable=False,
        ),
        Field("path", "string", "경로", "Path relative to its input root, with `/`.", nullable=False),
        Field("media_type", "string", "파일 형식", MEDIA_TYPES),
        Field("size_bytes", "int64", "파일 크기", "Size of the file.", unit="bytes"),
        Field("pages", "int32", "쪽수", "Number of pages; null for text input.", unit="pages"),
        Field(
            "status",
            "string",
            "상태",
            "ok: its cards were read. partial: cards were read, but some page or part of the file could not be. "
            "failed: nothing could be read, or no card on the pages that could be. "
            "skipped: read, but it holds no card, or the same bytes as a file before it.",
            nullable=False,
            values=STATUSES,
        ),
        Field("error", "string", "오류", "Why the status is not ok, one Korean sentence; null when ok."),
        Field("cards", "int32", "카드 수", "Number of cards read from the file.", unit="cards", nullable=False),
        Field(
            "text_coverage",
            "float32",
            "글자 반영률",
            "Share of the file's non-space characters that stand in some row of items, choices, schedule, budget, "
            "indicators, contacts, or in cards.title and cards.pledge_no; 0 to 1.",
            unit="share",
        ),
    ),
)


def _chosen(name: str, label: str) -> Field:
    return Field(
        name, "string", label, "The checked option, as printed; several checked are joined with `;` in printed order."
    )


CARDS = Table(
    name="cards",
    label="공약카드",
    description="One row per pledge card; a file may hold a whole book of them.",
    primary_key=("card_id",),
    foreign_keys=(LINK_TO_DOCUMENT,),
    fields=(
        CARD_ID,
        IN_DOCUMENT,
        Field("ordinal", "int32", "파일 안 순서", "Place of the card in its file, from 1.", nullable=False),
        Field("page_first", "int32", "첫 쪽", "First page of the card, from 1; null for text input."),
        Field("page_last", "int32", "마지막 쪽", "Last page of the card; null for text input."),
        Field(
            "cohort",
            "int16",
            "민선 기수 시작연도",
            "Year in which the mayoral term began: 2018 for 민선7기. From the option, else told by the year columns.",
            unit="year",
        ),
        Field(
            "municipality",
            "string",
            "지방자치단체",
            "Official full name of the local government, from the option, else recognised from the card.",
        ),
        Field("pledge_no", "int32", "공약번호", "Number of the pledge; null where it is no single whole number."),
        Field("title", "string", "공약명", "Title of the pledge."),
        _chosen("term", "임기구분"),
        _chosen("lead", "사업주체"),
        _chosen("novelty", "신규여부"),
        _chosen("horizon", "사업시기"),
        _chosen("budgeted", "예산구분"),
        _chosen("stage", "이행단계"),
        Field("department", "string", "담당부서", "The 과 in charge, or the highest unit that is named."),
        Field("as_of", "date32", "기준일", "Last day of the period named in `(2020. 12. 기준)`."),
        Field(
            "budget_total_won",
            "int64",
            "총 소요예산",
            "The total that the card's tables of amounts print; where they print none, the one that a field states (`총사업비`).",
            unit="won",
        ),
        Field(
            "review",
            "bool",
            "검토 필요",
            "Whether some issue of this card is an error or a warning.",
            nullable=False,
        ),
    ),
)

ISSUES = Table(
    name="issues",
    label="검토 사항",
    description="What a person should look at: whatever could not be read, or does not agree.",
    foreign_keys=(LINK_TO_DOCUMENT, ForeignKey(("card_id",), "cards", ("card_id",))),
    fields=(
        IN_DOCUMENT,
        Field("card_id", "string", "카드 식별자", "The card that it speaks of; null where it is the file as a whole."),
        Field(
            "severity",
            "string",
            "심각도",
            "error: a value is missing or surely wrong. warning: two things disagree; a person should decide. "
            "info: noted, nothing to do.",
            nullable=False,
            values=SEVERITIES,
        ),
        Field("code", "string", "코드", "What kind of issue it is; stable.", nullable=False, values=tuple(CODES)),
        Field("table_name", "string", "표", "The table that it speaks of.", values=TABLE_NAMES),
        Field("field", "string", "열", "The column of that table that it speaks of."),
        Field("message", "string", "내용", "One Korean sentence: what was found, what was expected.", nullable=False),
        PAGE,
        Field("raw", "string", "원문", "The source's text that it speaks of."),
        LINE,
    ),
)
