"""Labels of forms that no vocabulary knows: of sections below known ones, and of what stands above them."""

from __future__ import annotations

from collections.abc import Callable

from pledgecards.extract.form_parts import Field, Rest
from pledgecards.extract.forms.form import fields
from pledgecards.extract.forms.unknown_labels import names_beside, rows_of_labels
from pledgecards.extract.page import Line, Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.row_labels import names_title, row_labels, titled_by, without_label
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]
WORDS = Vocabulary.standard()


def labels(table: Table) -> list[str]:
    above: Field | None = None
    found: list[str] = []
    for part in fields(table, WORDS) or []:
        above = part if isinstance(part, Field) else above
        if isinstance(part, Rest):
            found += [label.text for label, _ in rows_of_labels(part, above)]
    return found


def test_an_unknown_label_below_the_deeds_begins_a_section(table: TableMaker) -> None:
    form = table(
        "사업개요 | 보도 설치", "추진실적 | 2019. 5. 착수", "하려는 일 | 2021. 3. 설계", "담당부서 | 교통과", drawn=True
    )
    assert labels(form) == ["하려는 일"]


def test_below_an_overview_it_is_a_part_of_it_and_a_date_is_no_label(table: TableMaker) -> None:
    form = table(
        "사업개요 | 보도 설치", "규모 | 500㎡", "추진실적 | 착수", "2019. 5. | 준공", "담당부서 | 교통과", drawn=True
    )
    assert labels(form) == []


def row(*texts: str, top: float, field: int) -> list[Piece]:
    places = [Place(1, 50.0 + 100 * at, top, 140.0 + 100 * at, top + 12) for at in range(len(texts))]
    return [Piece("line", place, 9, Line(text, place), beside=field) for text, place in zip(texts, places, strict=True)]


def test_what_stands_left_of_a_value_is_no_title() -> None:
    head = row("약속하는 일", "통학로 조성", top=20, field=1)
    assert titled_by(row_labels(head), [0, 1], head) == [1]


def test_of_several_values_that_of_a_name_is_the_title_and_else_none() -> None:
    head = [*row("갈래", "농생명", top=20, field=1), *row("약속이름", "통학로 조성", top=40, field=2)]
    assert titled_by(row_labels(head), [0, 1, 2, 3], head) == [3]
    head = [*row("갈래", "농생명", top=20, field=1), *row("약속하는 일", "통학로 조성", top=40, field=2)]
    assert titled_by(row_labels(head), [0, 1, 2, 3], head) == []


def test_two_lines_of_one_cell_are_no_label_and_value() -> None:
    places = [Place(1, 50.0, top, 140.0, top + 12) for top in (20.0, 34.0)]
    head = [
        Piece("line", place, 9, Line(text, place), beside=1)
        for text, place in zip(("통학로", "조성 사업"), places, strict=True)
    ]
    assert row_labels(head) == {}


def test_only_a_label_of_names_goes_before_a_colon() -> None:
    assert without_label("약속이름 : 통학로 조성") == "통학로 조성"
    assert without_label("문화도시 조성 : 걷고 싶은 거리") == "문화도시 조성 : 걷고 싶은 거리"
    assert not names_title("경관조명")


def test_names_beside_outlines_part_a_section(table: TableMaker) -> None:
    content = table("경로당 정비 | ○ 설계/○ 착공", "쉼터 설치 | - 부지 매입")
    assert [(name.text, text.cells[0].lines[0].text) for name, text in names_beside(content, WORDS)] == [
        ("경로당 정비", "○ 설계"),
        ("쉼터 설치", "- 부지 매입"),
    ]


def test_years_and_lone_words_beside_text_are_a_table(table: TableMaker) -> None:
    assert names_beside(table("2019년 | ○ 설계/○ 착공", "2020년 | ○ 준공/○ 개관"), WORDS) == []
    assert names_beside(table("규모 | 500㎡", "위치 | ○ 새터동/○ 가온동"), WORDS) == []
