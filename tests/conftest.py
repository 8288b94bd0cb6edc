"""Small tables for tests, drawn with characters; and small datasets, written from rows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pledgecards import language
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.schemas.arrow import table_of
from pledgecards.schemas.datapackage import datapackage_text
from pledgecards.schemas.tables import TABLES

# What the program says is compared in English, whatever the language of this computer; its encoding stays as it is.
if os.environ.get("LC_ALL"):
    os.environ["LANG"] = os.environ.pop("LC_ALL")
os.environ["LC_MESSAGES"] = "C"

TableMaker = Callable[..., Table]
_FILL = re.compile(r"#([0-9A-F]{6})$")
_BAR = re.compile(r"=(0\.\d+|1\.0)$")


def make_table(*rows: str, drawn: bool = False) -> Table:
    """A table from one string a row, its cells parted by `|`.

    A cell `<` is one with that to its left, `^` one with that above it. `#RRGGBB` at the end of a cell is its fill, `=0.8` the share of
    its width that a bar covers, `/` parts its lines (`//` is a slash). Shorter rows are blank at their end. Rows are lines 1, 2, …
    """
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    cols = max(map(len, grid))
    grid = [row + [""] * (cols - len(row)) for row in grid]
    cells = []
    for row in range(len(grid)):
        for col in range(cols):
            if grid[row][col] not in ("<", "^"):
                cells.append(_cell(grid, row, col))
    return Table(len(grid), cols, tuple(cells), Place(line=1), drawn)


def _cell(grid: list[list[str]], row: int, col: int) -> Cell:
    text = grid[row][col]
    width = 1
    while col + width < len(grid[row]) and grid[row][col + width] == "<":
        width += 1
    height = 1
    while row + height < len(grid) and grid[row + height][col] == "^":
        height += 1
    fill = _FILL.search(text)
    text = text[: fill.start()] if fill else text
    bar = _BAR.search(text)
    text = text[: bar.start()] if bar else text
    place = Place(line=row + 1)
    parts = re.split(r"(?<!/)/(?!/)", text)
    lines = tuple(Line(part.replace("//", "/").strip(), place) for part in parts if part.strip())
    colour = int(fill[1], 16) if fill else None
    return Cell(row, col, height, width, lines, place, colour, float(bar[1]) if bar else 0.0)


@pytest.fixture(autouse=True)
def english() -> None:
    """Every test begins in English; a test in Korean says so."""
    language.choose("en")


@pytest.fixture
def korean(english: None) -> None:
    """The test speaks Korean."""
    language.choose("ko")


@pytest.fixture
def table() -> TableMaker:
    """`make_table`."""
    return make_table


QUARTERS = "1 | 2 | 3 | 4"
PLAN = "도시공간구조 개편방안 마련"
ANCHOR = "산업혁신 앵커시설 조성"
RENEWAL = "기계금속제조업 산업재생 추진"
PLAN_IN_FULL = f"{PLAN} (문래동1~4가 도시환경정비계획 재정비 수립 용역)"


@pytest.fixture
def gantt() -> Table:
    """The Gantt table of the reference card as text: 3 projects, 5 years of 4 quarters."""
    years = " | | | | ".join(f"{year}년" for year in range(2018, 2023))
    return make_table(f"구 분 | {years} | | | ", f" | {' | '.join([QUARTERS] * 5)}", PLAN, ANCHOR, RENEWAL)


@pytest.fixture
def budget() -> Table:
    """The budget of the reference card, in 백만원: the total by source, then three projects."""
    return make_table(
        "세부사업 | 재원 | 계 | 2018년 | 2019년 | 2020년 | 2021년 | 2022.6.",
        "계 | 계 | 6,268 | 1,889 | 1,079 | 735 | 365 | 2,200",
        " | 구비 | 325 | 189 | 64 | 37 | 35 | -",
        " | 시비 | 5,943 | 1,700 | 1,015 | 698 | 330 | 2,200",
        f"{PLAN} | - | 289 | 289 | - | - | - | -",
        f"{ANCHOR} | - | 2,473 | 1,600 | 735 | 138 | - | -",
        f"{RENEWAL} | - | 3,506 | - | 344 | 597 | 365 | 2,200",
    )


@pytest.fixture
def targets() -> Table:
    """The targets of the reference card: every line of figures has its milestones in the line below."""
    return make_table(
        "세부사업 | 단위 | 목표 | 2018년 | 2019년 | 2020년 | 2021년 | 2022.6.",
        f"{PLAN_IN_FULL} | % | 100 | 20 | 60 | 80 | 100 | -",
        " | | | 설계 현황조사 | 용역준공 | 정비계획 변경절차 시행 | 변경고시 | -",
        f"{ANCHOR} | % | 100 | 50 | 70 | 85 | 100 | -",
        " | | | 시설매입 | 기본구상 | 설계 및 공사 | 준공 | (운영)",
        f"{RENEWAL} | % | 100 | 20 | 40 | 60 | 80 | 100",
        " | | | 도시재생 1호 비영리단체 설립운영 | 역량강화 교육 산학협업 | 역량강화 교육 산학협업 | 인프라 개선"
        " | 시제품 제작지 거점화",
    )


@pytest.fixture
def results() -> Table:
    """The results of the reference card: figure and milestone in one cell."""
    return make_table(
        "세부사업 | 단위 | 실적 | 2018년 | 2019년 | 2020년 | 2021년 | 2022.6. | 이행률",
        f"{PLAN_IN_FULL} | % | 80 | 20 설계 현황조사 | 60 용역준공 | 80 정비계획 변경절차시행 | | | 80%",
        f"{ANCHOR} | % | 85 | 50 시설매입 | 70 기본구상 완료 | 85 설계 및 공사 | | | 85%",
        f"{RENEWAL} | % | 60 | 20 도시재생 1호 비영리단체 설립·운영 | 40 역량강화 교육 산학협업"
        " | 60 역량강화 교육 산학협업 | | | 60%",
    )


@pytest.fixture
def make_dataset(tmp_path: Path) -> Callable[..., Path]:
    """Writes a dataset: table → rows; columns that a row leaves out are null, tables that are not named have no rows."""

    def make(**tables: list[dict[str, Any]]) -> Path:
        folder = tmp_path / "dataset"
        folder.mkdir()
        for name in TABLES:
            pq.write_table(table_of(name, tables.get(name, [])), folder / f"{name}.parquet", row_group_size=3)
        (folder / "datapackage.json").write_text(datapackage_text(), "utf-8")
        return folder

    return make


@pytest.fixture
def people() -> Table:
    """A table of people in charge as the reference card has it, with other names."""
    return make_table(
        "담당부서 | 도시재생과장 홍길동 ☎ 4198 | 재생기획팀장 김가나 ☎ 3525 | 담당 이다라 ☎ 3528 담당 박마바 ☎ 3572"
    )
