"""Tables whose heading or unit note says that every year adds up all before it (`연도별 투자계획(누계)`): no amounts of their years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from pledgecards.extract.card import PrintedTable
from pledgecards.normalize.rows import Issue, Row

_SAYS = re.compile(r"(?:누계|누적)(?!\s?(?:포함|제외|별도))(?:\s?[가-힣]{1,4}){0,3}\s*(?:[)\]）〕】]|$)")
_LEAST_YEARS = 2


def without_running_sums(rows: list[Row], printed: PrintedTable) -> tuple[list[Row], list[Issue]]:
    """The rows with the amounts of their years emptied, and the issue that says so, where the words over the table call them running sums and
    its figures may be such: in no line do they fall, nor add up to its 계."""
    said = next((text for text in (printed.heading, printed.unit) if text is not None and _SAYS.search(text)), None)
    if said is None or not _may_run(rows):
        return rows, []
    message = f"「{said}」에 따라 소요예산 표의 금액은 그 해까지의 누계이므로 연도별 금액을 비워 두었습니다."
    emptied = [row | {"amount_won": None} if row["year"] is not None else row for row in rows]
    return emptied, [Issue("table.unreadable", message, "budget", "amount_won", printed.table.place, said)]


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
