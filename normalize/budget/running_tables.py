"""Tables whose heading or unit note says that every year adds up all before it (`연도별 투자계획(누계)`): no amounts of their years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from pledgecards.extract.card import PrintedTable
from pledgecards.normalize.rows import Issue, Row

_SAYS = re.compile(
    r"(?:누계|누적)(?:\s?(?:금액|사업비|투자비|투자|예산|소요액|계획|현황|실적|집행|기준|표시|값|액|임))*\s*(?:[)\]）〕】]|$)"
)
"""Behind them only what is added up may be named; other words are those of a project (`누적 적자 해소 사업`)."""
_OF_A_COLUMN = re.compile(r"[가-힣]{1,8}(?:은|는|란은|까지|까지의)\s?(?:[가-힣0-9]{1,8}\s?){0,2}$")
"""Before them: what they say is of one column only (`계는 누계`, `기투자는 2017년까지 누계`)."""
_LEAST_YEARS = 2


def without_running_sums(rows: list[Row], printed: PrintedTable) -> tuple[list[Row], list[Issue]]:
    """The rows with the amounts of their years emptied, and the issue that says so, where the words over the table call them running sums and
    its figures may be such: in no line do they fall, nor add up to its 계."""
    said = next((text for text in (printed.heading, printed.unit) if text is not None and _says(text)), None)
    if said is None or not _may_run(rows):
        return rows, []
    message = f"「{said}」에 따라 소요예산 표의 금액은 그 해까지의 누계이므로 연도별 금액을 비워 두었습니다."
    emptied = [row | {"amount_won": None} if row["year"] is not None else row for row in rows]
    return emptied, [Issue("table.unreadable", message, "budget", "amount_won", printed.table.place, said)]


def _says(text: str) -> bool:
    match = _SAYS.search(text)
    return match is not None and _OF_A_COLUMN.search(text, max(0, match.start() - 30), match.start()) is None


def _may_run(rows: Sequence[Row]) -> bool:
    found = False
    for _, cells in groupby(rows, key=lambda row: (row["line_no"], row["project"], row["funding"])):
        line = list(cells)
        years = [row for row in line if row["year"] is not None and row["amount_won"]]
        amounts = [row["amount_won"] for row in sorted(years, key=lambda row: row["year"])]
        if any(later < earlier for earlier, later in pairwise(amounts)):
            return False
        whole = next((row["amount_won"] for row in line if row["year"] is None), None)
        if len(amounts) >= _LEAST_YEARS:
            found = True
            if whole == sum(amounts):
                return False
    return found
