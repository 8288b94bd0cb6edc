"""The page that explains an export: what each table and column is, in Korean, as rows of text."""

from __future__ import annotations

from dataclasses import dataclass

from pledgecards.export.sheets import NO, YES, Column, Sheet
from pledgecards.schemas.codes import CODES
from pledgecards.schemas.korean import column_meaning, table_meaning, value_names
from pledgecards.schemas.tables import TABLES

NAME = "안내"
HEADS = ("표", "열", "뜻", "형식", "단위", "값", "자료의 이름")
NOTES = (
    "이 파일은 공약카드에서 읽은 내용을 표로 옮긴 것입니다. 표마다 시트가 하나씩 있고, 아래에 표와 열의 뜻이 있습니다.",
    "빈칸은 인쇄되어 있지 않거나 읽을 수 없었다는 뜻입니다. 읽지 못한 것과 서로 맞지 않는 것은 「검토 사항」 표에 까닭과 함께 있습니다.",
    "금액은 모두 원입니다. 「소요예산」 표에는 같은 돈이 계와 재원별, 총계와 세부사업별, 전체와 연도별로 거듭 나옵니다.",
    "금액을 더할 때는 세 가지를 고르십시오: 세부사업이 빈칸인 총계의 줄만, 재원이 「계」인 행만(또는 「계」가 아닌 행만), 연도가 빈칸인 행만(또는 연도가 있는 행만).",
    "글(원문)처럼 「원문」이라고 된 열은 인쇄된 그대로이고, 나머지는 정리한 값입니다. 여기서 값을 고쳐도 원래 자료는 바뀌지 않습니다.",
)
_TYPES = {"string": "글", "bool": f"{YES}/{NO}", "date32": "날짜"}
_UNITS = {
    "won": "원",
    "year": "년",
    "quarter": "분기",
    "points": "포인트(1/72인치)",
    "bytes": "바이트",
    "pages": "쪽",
    "cards": "장",
    "characters": "글자",
    "share": "비율(0~1)",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the guide. cells: a text for each of HEADS; `table`: it introduces a table, not a column."""

    cells: tuple[str, ...]
    table: bool = False


def entries(sheets: tuple[Sheet, ...], counts: dict[str, int]) -> list[Entry]:
    """A line for every table and every column of it, then one for every issue code if issues are shown. counts: rows by table."""
    found = []
    for sheet in sheets:
        rows = f"{counts[sheet.table]:,}행"
        found.append(Entry((sheet.name, "", table_meaning(sheet.table), "표", "", rows, sheet.table), table=True))
        found += [_column(sheet, column) for column in sheet.columns]
    if not any(sheet.table == "issues" for sheet in sheets):
        return found
    label = TABLES["issues"].label
    found.append(Entry((label, "", "코드가 나타내는 것", "코드", "", f"{len(CODES)}가지", ""), table=True))
    code_head = TABLES["issues"].field("code").label
    severities = value_names("issues", "severity")
    found += [
        Entry((label, code_head, code.title, "코드", "", severities[code.severity], code.code))
        for code in CODES.values()
    ]
    return found


def _column(sheet: Sheet, column: Column) -> Entry:
    field = column.field
    meaning = column_meaning(column.table, field.name)
    if column.lent:
        meaning += f" 「{TABLES[column.table].label}」 표의 값을 읽기 쉽게 옮겨 놓은 것."
    values = ""
    if field.values is not None and field.name != "code":
        names = value_names(column.table, field.name)
        values = ", ".join(name if name == key else f"{name}({key})" for key, name in names.items())
    kind = _TYPES.get(field.type, "수")
    unit = _UNITS.get(field.unit or "", field.unit or "")
    return Entry((sheet.name, column.head, meaning, kind, unit, values, f"{column.table}.{field.name}"))
