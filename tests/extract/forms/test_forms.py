"""Forms: label cells and what they label."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pledgecards.extract.choices.forms import choices_of_rows, choices_of_unknown
from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.forms.form import fields
from pledgecards.extract.forms.labels import parts_of_table
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def table(*rows: str) -> Table:
    """A grid of single cells, `|` between them; a cell of `^` is merged with the one above, `<` with the one on its left."""
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    cells = []
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            down = next((n for n in range(r + 1, len(grid)) if grid[n][c] != "^"), len(grid)) - r
            across = next((n for n in range(c + 1, len(row)) if row[n] != "<"), len(row)) - c
            lines = (Line(text, Place()),) if text else ()
            cells.append(Cell(r, c, down, across, lines, Place()))
    return Table(len(grid), len(grid[0]), tuple(cells), Place(), True)


def labels(found: Table) -> list[str] | None:
    parts = fields(found, WORDS)
    return None if parts is None else [part.label.text for part in parts if isinstance(part, Field)]


def test_the_corner_of_a_time_table_is_no_label_of_a_form() -> None:
    gantt = table("추진내용 | 2019년 | <", "^ | 상반기 | 하반기", "조례 제정 | | ", "시설 설치 | | ")
    assert labels(gantt) is None


def test_a_label_of_titles_that_a_copy_has_said_again_beside_the_parts_of_years_begins_no_form() -> None:
    whole = table(
        "사업명 | 2018년 | 2018년 | 2019년 | 2019년",
        "사업명 | 상 | 하 | 상 | 하",
        "공원 조성 | ● | ● | |",
        "쉼터 | | ● | |",
    )
    assert parts_of_table(whole, Vocabulary.standard()) == [whole]


def test_a_label_beside_an_inner_grid_is_one() -> None:
    form = table("추진일정 | 구분 | 2018년 | 2019년", "^ | 설계 | ■ | ", "추진실적 | ○ 착공 | < | <")
    assert labels(form) == ["추진일정", "추진실적"]


def test_the_label_of_a_title_that_heads_a_column_of_names_makes_no_form() -> None:
    deeds = table("사업명 | 추진실적", "도서관 | '18. 7. 착공", "공원 | '19. 5. 준공")
    assert labels(deeds) is None
    assert labels(table("공약명 | 숲 조성", "기간 | 2019 ~ 2021", "비고 | 계속")) == ["공약명", "비고"]


def test_an_option_is_no_label_though_it_names_a_section() -> None:
    form = table("사업유형 | 신규 | 계속 | 재정구분 | 예산 | 비예산", "임기목표 | 완료 | 착수 | 이행주체 | 자체 | 광역")
    assert labels(form) == ["사업유형", "재정구분", "임기목표", "이행주체"]


def test_below_labels_a_name_of_a_section_with_words_that_say_which_is_one() -> None:
    form = table("사업개요 | ○ 12개소", "성과지표 | ○ 12개소", "그간의추진상황 | ○ '19. 3. 착공", "향후계획 | ○ 준공")
    assert labels(form) == ["사업개요", "성과지표", "그간의추진상황", "향후계획"]


def test_options_that_together_are_a_label_are_none_beside_the_label_of_a_section() -> None:
    assert labels(table("사업구분 | 신규 / 계속", "추진실적 | ○ 착공")) == ["사업구분", "추진실적"]


def test_a_label_that_a_narrow_cell_broke_into_words_that_are_options_is_one() -> None:
    # The options beside `예산수반` were lost without an issue: `예산` and `수반` are options, and so is `예산수반`.
    form = table("공약명 | 숲 조성", "예산수반 | □ 예산 ■ 비예산")
    broken = (Line("예산", Place()), Line("수반", Place()))
    cells = tuple(replace(cell, lines=broken) if cell.text == "예산수반" else cell for cell in form.cells)
    assert len(labels(replace(form, cells=cells)) or ()) == 2


def test_two_labels_of_one_section_in_a_row_are_two_fields() -> None:
    form = table("위치 | 새터로 일원 | 사업기간 | 2019 ~ 2021", "추진실적 | ○ 착공 | < | <")
    assert labels(form) == ["위치", "사업기간", "추진실적"]


def test_a_first_column_that_only_groups_the_rows() -> None:
    form = table("기본 현황 | 공약명 | 숲 조성", "^ | 담당부서 | 산림과", "^ | 임기구분 | ☑ 임기내 ☐ 임기후")
    assert labels(form) == ["기본 현황", "공약명", "임기구분"]


def test_an_option_with_its_own_mark_is_no_label_whatever_its_words_head() -> None:
    form = table("재원 | ☑ 국비 | ☐ 기타", "사업주체 | ☑ 군 | ☐ 도")
    assert labels(form) == ["재원", "사업주체"]


def test_the_last_of_several_options_is_no_label_though_it_names_a_section() -> None:
    form = table("재원 | 국비 | 도비 | 기타", "이행단계 | 준비 | 추진중 | 완료")
    assert labels(form) == ["재원", "이행단계"]


def test_labels_of_sections_over_marked_options_are_those_of_choices() -> None:
    over_lines = table("추진기간 | 사업구분 | 추진상황", "☑ 단기 | ☐ 신규 | ☐ 완료", "☐ 중기 | ☑ 계속 | ☑ 추진중")
    assert labels(over_lines) == ["추진기간", "사업구분", "추진상황"]
    over_marks = table("사업구분 | < | 추진상황 | <", "신규 | 계속 | 완료 | 추진중", "○ | | | ○")
    assert labels(over_marks) == ["사업구분", "추진상황"]
    assert labels(table("사업구분 | 추진상황", "도로 | 착공", "공원 | 준공")) is None


def on_ground(found: Table, *names: str) -> Table:
    """The form with the cells of these texts on a ground of their own."""
    cells = (replace(cell, fill=0xDDDDEE) if cell.text in names else cell for cell in found.cells)
    return replace(found, cells=tuple(cells))


def kinds(found: Table) -> list[tuple[str, str, str]]:
    parts = fields(found, WORDS) or []
    return [(part.label.text, part.kind, part.match.key) for part in parts if isinstance(part, Field)]


def test_an_unknown_label_between_marked_options_is_none_of_them() -> None:
    form = table("공약유형 | ☐ 신규 | ☑ 확대 | 샛별여부 | ☑ 임기내 | ☐ 임기후", "사업개요 | ○ 숲 조성 | < | < | < | <")
    both = [("공약유형", "choice", "novelty"), ("샛별여부", "choice", "term"), ("사업개요", "section", "overview")]
    assert kinds(form) == both
    assert kinds(on_ground(form, "공약유형", "샛별여부", "사업개요")) == both
    unknown = table("공약유형 | ☐ 신규 | ☑ 확대 | 샛별여부 | ☑ 반짝 | ☐ 깜깜", "사업개요 | ○ 숲 조성 | < | < | < | <")
    assert kinds(unknown)[:2] == [("공약유형", "choice", "novelty"), ("샛별여부", "section", "other")]


def test_behind_options_over_two_lines_an_unknown_label_is_one_too() -> None:
    form = table("공약유형 | ☐ 신규 | 샛별여부 | ☑ 임기내 ☐ 임기후", "사업개요 | ○ 숲 조성 | < | <")
    options = next(cell for cell in form.cells if cell.col == 1 and cell.row == 0)
    over_two = replace(options, lines=(Line("☐ 신규 ☑", Place()), Line("확대", Place())))
    form = replace(form, cells=tuple(over_two if cell is options else cell for cell in form.cells))
    assert kinds(form)[:2] == [("공약유형", "choice", "novelty"), ("샛별여부", "choice", "term")]


def test_behind_an_office_an_unknown_label_is_told_by_its_options_or_its_ground() -> None:
    for options in ("☑ 임기내 | ☐ 임기후", "☑ 임기내 ☐ 임기후 | <"):
        form = table(f"담당부서 | 도시과 | 샛별여부 | {options}", "사업개요 | ○ 숲 조성 | < | < | <")
        assert kinds(form)[0] == ("샛별여부", "choice", "term")
    form = table("담당부서 | 도시과 | 샛별등급 | 상", "사업개요 | ○ 숲 조성 | < | <")
    assert kinds(on_ground(form, "담당부서", "샛별등급", "사업개요"))[0] == ("샛별등급", "section", "other")
    chief = table("담당부서 | 도시과 | 도시과장 | 홍길동", "사업개요 | ○ 숲 조성 | < | <")
    assert kinds(on_ground(chief, "담당부서", "도시과장", "사업개요")) == [("사업개요", "section", "overview")]


def test_options_in_a_cell_are_no_label_though_their_words_are() -> None:
    form = table(
        "임기구분 | ■ 임기내 □ 임기후 | 추진구분 | □ 신규 ■ 계속", "사업주체 | ■ 군 □ 도 | 추진상태 | ■ 완료 □ 보류"
    )
    assert labels(form) == ["임기구분", "추진구분", "사업주체", "추진상태"]
    brackets = table(
        "추진기간 | 단기(O) 중기( ) | 사업구분 | 신규(O) 계속( )", "임기구분 | 임기내 | 추진구분 | 신규 V 계속"
    )
    assert labels(brackets) == ["추진기간", "사업구분", "임기구분", "추진구분"]


def test_the_letters_of_a_label_may_stand_apart() -> None:
    assert labels(table("관 리 번 호 | 31", "공  약  명 | 숲 조성")) == ["관 리 번 호", "공  약  명"]


def test_the_word_of_a_number_before_a_number() -> None:
    assert labels(table("공약 | 24 | 공약명 | 숲 조성")) == ["공약", "공약명"]
    assert labels(table("공약 | 숲 조성 | 비고 | 없음")) is None


def test_the_word_of_a_number_before_a_title_at_the_top_of_a_form() -> None:
    assert labels(table("공약 | 숲 조성")) == ["공약"]
    assert labels(table("공약 | 100세 시대 숲 조성", "추진주체 | ☑ 자체 □ 국가")) == ["공약", "추진주체"]
    assert labels(table("공약 | 담당부서", "숲 조성 | 공원과")) is None


def test_a_row_that_begins_with_an_unknown_field_is_divided_at_the_office() -> None:
    form = table(
        "공약번호 | 48 | 공약명 | 통근버스",
        "자치단체 | 아산시 | 담당부서 | 기업경제과",
        "임기구분 | ■임기내 □임기외 | 사업성격 | ■신규 □계속",
    )
    parts = fields(form, WORDS)
    assert parts is not None
    assert [[cell.text for cell in part.content.cells] for part in parts if isinstance(part, People)] == [
        ["담당부서", "기업경제과"]
    ]


def test_choices_in_columns_with_their_marks_beneath_stand_beside_a_stub() -> None:
    block = table("구분 | 임기구분 | < | 신규여부 | <", "^ | 임기내 | 임기외 | 신규 | 지속", "해당 | ○ | | | ○")
    parts = [part for part in fields(block, WORDS) or () if isinstance(part, Field)]
    assert [part.label.text for part in parts] == ["임기구분", "신규여부"]
    assert [cell.text for cell in parts[0].content.cells] == ["임기내", "임기외", "○", ""]
    assert [part.ink for part in parts] == [4, 0]


def test_a_period_among_people_in_charge_is_a_field_of_its_own() -> None:
    found = fields(table("공약명 | 도서관 건립 | < | <", "주관부서 | 문화과 | 기간 | '19~'22"), WORDS)
    assert found is not None
    people, period = found[-2:]
    assert isinstance(people, People) and people.content.cols == 2
    assert isinstance(period, Field) and period.label.text == "기간"


def test_a_choice_beside_the_office_in_charge_makes_a_form_of_one_row() -> None:
    found = fields(table("담당부서 | 건설과 | 임기구분 | ■ 임기내 □ 임기후"), WORDS)
    assert found is not None
    assert [type(part) for part in found] == [People, Field]
    assert labels(table("담당부서 | 건설과 | 담당자 | 홍길동")) is None


def test_sections_side_by_side_head_the_only_row_below() -> None:
    assert labels(table("구분 | 사업개요 | 추진실적", "내용 | 도서관 | 2019. 3. 착공")) == ["사업개요", "추진실적"]
    assert labels(table("구분 | 사업개요 | 추진실적", "가 | 도서관 | 착공", "나 | 공원 | 준공")) is None


def test_the_head_of_a_column_of_sources_is_no_choice() -> None:
    assert labels(table("재원 | 1월 | 2월 | 계", "국비 | 50 | 60 | 110", "군비 | 5 | 6 | 11")) is None
    assert labels(table("재원 | 국비 | 군비", "임기구분 | 임기내 | 임기외")) == ["재원", "임기구분"]


def test_nor_is_it_over_plans_and_deeds_of_years_though_a_source_among_others_is_a_label_too() -> None:
    sources = ("국비 | 5 | 4 | 6 | 5", "군비 | 2 | 2 | 3 | 1", "기타 | 1 | 1 | 2 | 1")
    assert labels(table("재원 | 2018년 | < | 2019년 | <", "^ | 예산 | 집행 | 예산 | 집행", *sources)) is None
    assert labels(table("재원 | 2018년 | < | 2019년 | <", " | 예산 | 집행 | 예산 | 집행", *sources)) is None


def test_the_corner_of_a_head_of_years_and_sources_is_no_title() -> None:
    assert (
        fields(
            table("사업명 | 2019년 | < | 2020년 | <", "^ | 국비 | 구비 | 국비 | 구비", "도로 | 1 | 2 | 3 | 4"), WORDS
        )
        is None
    )


def test_sources_beside_a_merged_choice_are_its_options() -> None:
    assert labels(table("공약명 | 도로 개설 | < | <", "재원 | ■ 국비 | □ 시비 | □ 구비", "^ | 국비 | 시비 | 구비")) == [
        "공약명",
        "재원",
    ]


def test_options_that_head_columns_and_marks_below_are_a_choice(table: Callable[..., Table]) -> None:
    [found] = fields(table("구분 | 국가 | 도 | 자체", "사업주체 | | ● | ●"), Vocabulary.standard()) or []
    assert isinstance(found, Field) and found.kind == "choice" and found.match.key == "lead"
    assert [[cell.text for cell in row] for row in found.content.grid()] == [["국가", "도", "자체"], ["", "●", "●"]]


def test_a_row_that_says_which_apply_is_no_choice_of_its_own(table: Callable[..., Table]) -> None:
    block = table(
        "구분 | 임기구분 | < | 사업성격 | <", "^ | 임기내 | 임기외 | 신규 | 계속", "해당여부 | √ | | | √", drawn=True
    )
    found = fields(block, Vocabulary.standard()) or []
    assert [part.match.key for part in found if isinstance(part, Field)] == ["term", "novelty"]


def test_years_with_a_unit_or_a_half_behind_them_head_a_table_however_short() -> None:
    # 사업명 in its corner made it a form: its figures were lost.
    assert labels(table("사업명 | 2018(백만원) | 2019(천원)", "도로 | 10 | 20", "공원 | 3 | 4")) is None
    assert labels(table("사업명 | 총사업비 | ’18.상 | ’18.하", "도로 | 10 | 4 | 6", "공원 | 3 | 1 | 2")) is None


def test_figures_under_known_heads_are_a_table_however_short() -> None:
    # Nothing but 사업명 is the label of a field: its sums were lost, their head the title of another card.
    assert labels(table("사업명 | 총사업비 | 국비 | 비고", "상담회 | 300 | 100 | ", "박람회 | 500 | - | ")) is None
    assert labels(table("사업명 | 위치 | 총사업비 | 시비", "쉼터 | 역촌동 | 1,200 | 1,200")) is None
    form = table("공약명 | 도서관 건립 | 총사업비 | 300백만원", "위치 | 역촌동 | 국비 | 100백만원")
    assert labels(form) == ["공약명", "총사업비", "위치"]


def test_a_first_row_without_a_label_is_the_rest_of_the_field_on_the_page_before() -> None:
    cells = (
        Cell(0, 0, 1, 1, (), Place()),
        Cell(0, 1, 1, 2, (Line("- 타당성조사 용역: '20. 10.", Place()),), Place()),
        Cell(1, 0, 1, 1, (Line("담당부서", Place()),), Place()),
        Cell(1, 1, 1, 1, (Line("보육과장 홍길동 ☎ 0000", Place()),), Place()),
        Cell(1, 2, 1, 1, (Line("보육팀장 김가나 ☎ 0001", Place()),), Place()),
    )
    rest, people = fields(Table(2, 3, cells, Place(), True), WORDS) or ()
    assert isinstance(rest, Rest) and "용역" in rest.content.cells[-1].text
    assert isinstance(people, People) and people.content.rows == 1


def test_a_table_beside_a_blank_label_at_the_top_is_the_rest_of_the_field_on_the_page_before() -> None:
    form = table(
        "| 재원 | 2019 | 2020",
        "^ | 국비 | 10 | 20",
        "^ | 시비 | 10 | 20",
        "^ | 구비 | 10 | 20",
        "5. 추진상황 | '19. 3. 착공 | < | <",
        "^ | '20. 5. 준공 | < | <",
        "6. 기대효과 | 보행 안전 | < | <",
    )
    found = fields(form, WORDS)
    assert found is not None
    assert [part.content.rows for part in found if isinstance(part, Rest)] == [4]
    assert labels(form) == ["5. 추진상황", "6. 기대효과"]


def test_rows_of_a_table_beside_a_tall_blank_label_are_the_rest_of_the_field_on_the_page_before() -> None:
    # The whole page became a table: sums of all years stood under the year of a deed's date, without an issue.
    form = table(
        "| '19. 8. | 조례 제정 | <",
        "^ | '18. 10. | 예산 확보 | <",
        "소요예산 | 구분 | 2019 | 2020",
        "^ | 군비 | 10 | 20",
    )
    found = fields(form, WORDS)
    assert found is not None
    assert [part.content.rows for part in found if isinstance(part, Rest)] == [2]
    assert labels(form) == ["소요예산"]
    # `26` and `27` are figures, no years, so far down beside a blank label; text under bullets is beside the next one.
    form = table(
        "| 도로 | 국비 | 26 | 27",
        "^ | ^ | 시비 | 26 | 27",
        "^ | 공원 | 국비 | 5 | 6",
        "^ | ^ | 시비 | 7 | 8",
        "추진실적 | - 공사 착공: '19. 3. | < | < | <",
    )
    assert labels(form) == ["추진실적"]
    # A blank corner over the years of a head is none of these.
    assert labels(table("| 2019 | < | 2020 | <", "^ | 계획 | 실적 | 계획 | 실적", "추진실적 | 1 | 2 | 3 | 4")) is None


def test_a_table_whose_first_column_counts_its_rows_is_no_form() -> None:
    assert labels(table("연번 | 연도 | 추진내용", "1 | 2019 | 설명회", "2 | 2020 | 착공")) is None
    assert labels(table("번호 | 일자 | 내용", "1 | 2019. 3. 5. | 설명회", "2 | 2019. 4. 1. | 공고")) is None
    # Sections may be counted, too.
    form = table("연번 | 항목 | 내용", "1 | 정책개요 | 주민이 걷는 길", "2 | 추진실적 | 2019. 3. 착공")
    assert labels(form) != [] and labels(form) is not None


def test_labels_side_by_side_over_a_title_and_its_office() -> None:
    found = fields(table("공약명 | 담당부서", "골목 공원 조성 | 공원녹지과"), WORDS)
    assert found is not None
    assert [(part.kind, part.content.cells[0].text) for part in found if isinstance(part, Field)] == [
        ("title", "골목 공원 조성"),
        ("section", "공원녹지과"),
    ]


def test_rows_of_one_section_are_a_form() -> None:
    assert labels(table("사업개요 | 골목마다 나무를 심음", "추진배경 | 그늘이 모자람")) == ["사업개요", "추진배경"]


def test_fields_behind_a_blank_line_are_of_another_form() -> None:
    found = fields(
        table("번호 | 공약명 | 담당부서", "5 | 창업공간 운영 | 공원녹지과", "사업성격 | ■ 신규 □ 계속 |"), WORDS
    )
    assert found is not None
    kinds = [(part.kind, part.label.text) for part in found if isinstance(part, Field)]
    assert kinds == [("number", "번호"), ("title", "공약명"), ("section", "담당부서"), ("choice", "사업성격")]


def test_sections_side_by_side_stand_each_over_its_text() -> None:
    form = table(
        "정책개요 | 현황",
        "중앙동 일원 | 도서관이 없음",
        "추진계획 | 추진실적",
        "부지 매입 | 착수('19. 3.)",
        "담당부서 | 도서관과",
    )
    parts = [part for part in fields(form, WORDS) or [] if isinstance(part, Field)]
    assert [(part.label.text, [cell.text for cell in part.content.cells]) for part in parts] == [
        ("정책개요", ["중앙동 일원"]),
        ("현황", ["도서관이 없음"]),
        ("추진계획", ["부지 매입"]),
        ("추진실적", ["착수('19. 3.)"]),
    ]


def test_more_rows_under_the_same_heads_are_a_table() -> None:
    assert labels(table("추진실적 | 향후계획", "착수('19. 3.) | 착공", "준공('19. 9.) | 개관")) is None


def test_who_is_in_charge_among_labels_over_values_is_one_row_of_people(table: Callable[..., Table]) -> None:
    heads, values = (
        "사업기간 | 총사업비 | 담당부서 | 담당자 | 연락처",
        "2018~2020 | 3억원 | 교통과 | 홍길동 | 02-000-0000",
    )
    *rest, people = fields(table(heads, values, drawn=True), WORDS) or []
    assert [type(part) for part in rest] == [Field, Field]
    assert isinstance(people, People)
    assert [cell.text for cell in people.content.cells] == [
        "담당부서",
        "담당자",
        "연락처",
        "교통과",
        "홍길동",
        "02-000-0000",
    ]


def test_labels_of_people_alone_are_the_heads_of_their_table(table: Callable[..., Table]) -> None:
    people = table("담당부서 | 담당팀 | 담당자 | 연락처", "교통과 | 주차팀 | 홍길동 | 02-000-0000", drawn=True)
    found = fields(people, WORDS)
    assert found is None or len(found) == 1


def test_labels_over_their_values_are_fields(table: Callable[..., Table]) -> None:
    found = fields(table("주관부서 | 사업기간 | 총사업비", "문화예술과 | 2019~2022 | 32억원", drawn=True), WORDS)
    assert found is not None
    kinds = [type(part).__name__ for part in found]
    assert kinds == ["People", "Field", "Field"]


def test_choices_side_by_side_are_told_by_their_heads_or_their_options() -> None:
    found = fields(
        table("구분 | 유형 | 이행단계 | 재정", "^ | ■ 신규 □ 계속 | □ 준비 ■ 추진중 | ■ 예산 □ 비예산"), WORDS
    )
    assert found is not None
    assert [(part.kind, part.match.key, part.label.text) for part in found if isinstance(part, Field)] == [
        ("choice", "novelty", "유형"),
        ("choice", "stage", "이행단계"),
        ("choice", "budgeted", "재정"),
    ]
    over_marks = table("구분 | 유형 | < | 재정 | <", "^ | 신규 | 계속 | 예산 | 비예산", "해당 | ○ | | | ○")
    assert labels(over_marks) == ["유형", "재정"]


def test_values_under_the_labels_of_choices_are_no_options_of_theirs() -> None:
    assert labels(table("구분 | 유형 | 이행단계 | 재정", "내용 | 신규 | 추진중 | 1,200백만원")) is None


def test_nothing_but_a_blank_cell_beside_the_label_of_a_choice() -> None:
    form = table("임기구분 | | ", "^ | 임기내 | 임기후", "사업주체 | 구 | <", "사업개요 | 보도 설치 | <")
    assert labels(form) == ["임기구분", "사업주체", "사업개요"]


def test_a_rate_among_the_people_in_charge_is_a_field_of_its_own() -> None:
    for row in ("담당 | 교통행정과 | 누적 진도(%) | 65", "담당 | 교통행정과 | 진척 | 65%"):
        people, rate = fields(table("공약명 | 마을버스 노선 개편 | < | <", row), WORDS)[1:]  # type: ignore[index]
        assert isinstance(people, People) and [cell.text for cell in people.content.cells] == ["담당", "교통행정과"]
        assert isinstance(rate, Field) and rate.content.cells[0].text in ("65", "65%")


def test_a_label_nobody_knows_beside_check_boxes_is_that_of_a_choice() -> None:
    form = table(
        "사업주체 | □ 자체 ■ 민간", "돈이 드는지 | □ 예산 있음 □ 재정사업 ■ 기타(협의 후 결정)", "사업개요 | 숲 조성"
    )
    [rest] = [part for part in fields(form, WORDS) or [] if isinstance(part, Rest)]
    [choice] = choices_of_unknown(rest.content, WORDS)
    assert choice.match is not None
    assert (choice.label, choice.match.key) == ("돈이 드는지", "budgeted")
    assert [one.text for one in choice.candidates] == ["예산 있음", "재정사업", "기타(협의 후 결정)"]
    assert choices_of_unknown(table("도로 상태 | ■ 포장 끝남"), WORDS) == []
    alone = table("새로운 정도 | ○ 신규 ● 지속", "소요 기간대 | ● 단기 ○ 장기")
    assert [one.label for one in choices_of_rows(alone, WORDS)] == ["새로운 정도", "소요 기간대"]
    assert choices_of_rows(table("도로 상태 | ■ 포장함 □ 포장 안 함"), WORDS) == []


def test_an_office_that_begins_as_a_section_is_called_is_no_label() -> None:
    people = table("부서 | 직위 | 성명", "성과관리과 | 과장 | 홍길동", "성과관리팀 | 팀장 | 김가나")
    assert fields(people, WORDS) is None


def test_marked_options_head_no_column_though_the_label_below_is_made_of_options() -> None:
    form = table("임기 | ■ 임기내 □ 임기외", "신규/계속 | □ 확대추진 ■ 재추진")
    assert kinds(form) == [("임기", "choice", "term"), ("신규/계속", "choice", "novelty")]


def test_what_figures_count_is_no_label_of_a_choice() -> None:
    results = table(
        "확인지표 | 단위 | 연도 | 목표 | 실적", "조례 제정 | 건 | '18년 | 38 | 35", "^ | ^ | '19년 | 49 | 49"
    )
    assert labels(results) is None
    assert "조례제정" in (labels(table("조례제정 | 필요 | ○ | 불필요 | ", "담당부서 | 경제과 | < | < | <")) or [])


def test_one_row_of_an_indicator_is_no_form() -> None:
    assert labels(table("확인지표 | 목표/실적", "조례 제정(건) | 3/2")) is None
    assert labels(table("확인지표 | 목표", "교육 횟수(회) | 16")) is None
    assert labels(table("사업개요 | 추진실적", "주차장 조성 | 착공")) == ["사업개요", "추진실적"]


def test_options_tell_the_label_before_them_whatever_it_says() -> None:
    form = table("구분 | ☐ 신규 ☑ 지속 | 부서 | 보건행정과", "시기 | ☑ 임기내 ☐ 임기후 | 담당 | 홍길동")
    assert [kind[1:] for kind in kinds(form)] == [("choice", "novelty"), ("choice", "term")]
    short = table("주관 | 경제과 | 협조 | 교통과", "공약구분 | ☐완료 ☑추진중 ☐보류 | 임기 | ●임기내 ○임기후")
    assert kinds(short) == [("공약구분", "choice", "stage"), ("임기", "choice", "term")]


def test_figures_without_years_stand_under_those_of_the_field_above() -> None:
    form = table(
        "투자계획(백만원) | 재원 | 계 | 2018 | 2019",
        "^ | 국비 | 300 | 100 | 200",
        "추진목표 | 임대농기계(대) | 40 | 10 | 30",
        "^ | 가동률(%) | 70 | 60 | 70",
        "추진실적 | ○ 착공: 2019. 3. | < | < | <",
    )
    parts = {part.label.text: part.content for part in fields(form, WORDS) or () if isinstance(part, Field)}
    assert [[cell.text for cell in row] for row in parts["추진목표"].grid()] == [
        ["", "계", "2018", "2019"],
        ["임대농기계(대)", "40", "10", "30"],
        ["가동률(%)", "70", "60", "70"],
    ]
    assert parts["추진실적"].rows == 1


def test_rows_that_do_not_stand_under_a_head_do_not_take_it() -> None:
    wider = table(
        "투자계획 | 재원 | 계 | 2018 | 2019",
        "^ | 국비 | 300 | 100 | 200",
        "추진목표 | 임대농기계(대) | 40 | 30 | <",
        "추진실적 | ○ 착공: 2019. 3. | < | < | <",
    )
    parts = {part.label.text: part.content for part in fields(wider, WORDS) or () if isinstance(part, Field)}
    assert parts["추진목표"].rows == 1


def test_people_in_charge_above_a_table_of_data_are_no_rows_of_it() -> None:
    whole = table(
        "담당부서 | 도로과 | 담당자 | 홍길동 | 작성일 | 2020. 6.",
        "구분 | 계 | 2018 | 2019 | 2020 | 2021",
        "국비 | 300 | 50 | 100 | 100 | 50",
        "구비 | 300 | 50 | 100 | 100 | 50",
    )
    assert [(type(part), part.content.rows) for part in fields(whole, WORDS) or ()] == [(People, 1), (Rest, 3)]
    assert fields(table("부서 | 과장 | 팀장", "도로과 | 홍길동 | 김가나", "건설과 | 이다라 | 박마바"), WORDS) is None


def test_marked_options_tell_the_label_behind_those_of_a_choice_that_no_vocabulary_knows() -> None:
    form = table("구분 | ■ 계속 □ 신규 | 임기 | ■ 내 □ 후 | 성격 | □ 단기 ■ 중기 □ 장기")
    assert kinds(form) == [("구분", "choice", "novelty"), ("임기", "choice", "term"), ("성격", "choice", "horizon")]


def test_a_choice_among_the_people_in_charge_is_no_office() -> None:
    form = table(
        "추진부서 | 도시과 | 협력부서 | 경찰서 | 공약유형 | 확대", "과 장 | 홍길동 | 팀 장 | 김가나 | 담당자 | 이다라"
    )
    parts = fields(form, WORDS) or []
    assert [[cell.text for cell in part.content.cells] for part in parts] == [
        ["추진부서", "도시과", "협력부서", "경찰서"],
        ["확대"],
        ["과 장", "홍길동", "팀 장", "김가나", "담당자", "이다라"],
    ]
