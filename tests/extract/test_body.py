"""The body of a card, piece by piece."""

from __future__ import annotations

import pytest

from pledgecards.extract.body import Body
from pledgecards.extract.captions import unit_note
from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.tables.notes import heads_results, unit_at
from pledgecards.schemas.vocabulary import Vocabulary

PROJECT = "다솜마을 쉼터 정비"


def piece(text: str, page: int, top: float, *, soft: bool = False, x0: float = 60.0) -> Piece:
    place = Place(page, x0, top, 500.0, top + 12.0)
    return Piece("line", place, len(text), Line(text, place, indent=x0 - 50.0, size=12.0, soft=soft))


def budget() -> Piece:
    rows = [["세부사업", "계", "2019"], [PROJECT, "30", "30"], ["보안등 교체", "20", "20"]]
    place = Place(1, 60.0, 60.0, 500.0, 100.0)
    cells = [
        Cell(r, c, 1, 1, (Line(text, place, size=10.0),), place)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Piece("table", place, 40, table=Table(3, 3, tuple(cells), place, True))


def read(*pieces: Piece) -> list[tuple[str, str]]:
    body = Body(pieces, Vocabulary.standard())
    body.read()
    return [(draft.kind, draft.words) for draft in body.outline.drafts]


def test_no_bullet_goes_on_in_the_name_of_a_project_that_heads_others() -> None:
    found = read(
        piece("□ 소요예산", 1, 40.0),
        budget(),
        piece("□ 추진실적", 1, 120.0),
        piece("- 보안등 교체 공사와 주변 정비를 마침: 2019. 9. 9.(월)", 1, 140.0, soft=True),
        piece(PROJECT, 2, 40.0, x0=66.0),
        piece("- 착공: 2020. 3. 5.", 2, 60.0),
    )
    assert found[-2:] == [("heading", PROJECT), ("bullet", "착공: 2020. 3. 5.")]


def test_a_bullet_goes_on_in_other_words() -> None:
    found = read(
        piece("□ 추진실적", 1, 120.0),
        piece("- 보안등 교체 공사와 주변 정비를 마치고 주민에게", 1, 140.0, soft=True),
        piece("널리 알림", 2, 40.0, x0=66.0),
        piece("- 착공: 2020. 3. 5.", 2, 60.0),
    )
    assert [kind for kind, _ in found] == ["heading", "bullet", "bullet"]


def test_bullets_side_by_side_are_each_a_bullet() -> None:
    found = read(
        piece("□ 추진실적", 1, 120.0),
        piece("○ 도로 착공 : '19. 3. 5.\t○ 공원 준공 : '20. 5. 7.", 1, 140.0),
        piece("○ 주민설명회 개최 : '19. 6.\t○ 산책로 준공 : '20. 10.", 1, 160.0),
    )
    assert found[1:] == [
        ("bullet", "도로 착공 : '19. 3. 5."),
        ("bullet", "공원 준공 : '20. 5. 7."),
        ("bullet", "주민설명회 개최 : '19. 6."),
        ("bullet", "산책로 준공 : '20. 10."),
    ]


def test_what_stands_behind_a_wide_gap_under_another_sign_or_none_is_of_its_bullet() -> None:
    found = read(
        piece("□ 추진실적", 1, 120.0),
        piece("○ 도로 착공\t'19. 3. 5.", 1, 140.0),
        piece("○ 총사업비\t- 12억원", 1, 160.0),
    )
    assert [kind for kind, _ in found] == ["heading", "bullet", "bullet"]


def years(*names: str) -> Piece:
    rows = [["지표명", "단위", "2019", "2020"], *[[name, "개소", "30", "40"] for name in names]]
    place = Place(1, 60.0, 60.0, 500.0, 100.0)
    cells = [
        Cell(r, c, 1, 1, (Line(text, place, size=10.0),), place)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Piece("table", place, 40, table=Table(len(rows), 4, tuple(cells), place, True))


def sections_of_tables(*pieces: Piece) -> list[str]:
    body = Body(pieces, Vocabulary.standard())
    body.read()
    return [table.section for table in body.tables]


def test_a_table_of_bare_years_under_results_is_of_results() -> None:
    assert sections_of_tables(
        piece("□ 연차별 목표", 1, 40.0),
        years("가맹점"),
        piece("□ 연도별 실적", 1, 120.0),
        piece("(단위: 개소)", 1, 130.0),
        years("가맹점"),
    ) == ["indicators", "achievement"]


def test_the_line_right_above_a_table_of_bare_years_says_more_than_its_section() -> None:
    assert sections_of_tables(
        piece("□ 성과지표", 1, 20.0),
        piece("- 연도별 목표", 1, 40.0),
        years("가맹점"),
        piece("- 연도별 실적", 1, 120.0),
        years("가맹점"),
        piece("□ 이행률", 1, 220.0),
        piece("- 목표", 1, 240.0),
        years("가맹점"),
    ) == ["indicators", "achievement", "indicators"]


def test_stars_over_deeper_bullets_are_bullets() -> None:
    found = read(
        piece("□ 소요예산", 1, 20.0),
        piece("* 총 3억원", 1, 40.0),
        piece("- 2019년: 1억원", 1, 60.0, x0=70.0),
        piece("□ 추진실적", 1, 80.0),
        piece("* 2019. 3. 4. 2개관 야간 개방", 1, 100.0),
        piece("* 2019. 7. 4개관으로 확대", 1, 120.0),
    )
    assert [kind for kind, _ in found] == ["heading", "bullet", "bullet", "heading", "bullet", "bullet"]


def test_stars_behind_other_bullets_are_notes() -> None:
    found = read(
        piece("□ 정책개요", 1, 20.0),
        piece("* 공약 원문과 다름", 1, 40.0),
        piece("□ 추진실적", 1, 80.0),
        piece("- 2019. 3. 4. 야간 개방", 1, 100.0),
        piece("* 2개관", 1, 120.0),
    )
    assert [kind for kind, _ in found] == ["heading", "note", "heading", "bullet", "note"]


def test_a_line_that_closes_the_bracket_of_the_line_above_goes_on_from_it() -> None:
    body = Body(
        [
            Piece("line", Place(line=n), len(text), Line(text, Place(line=n), indent=indent))
            for n, (text, indent) in enumerate(
                [
                    ("□ 추진실적", 0.0),
                    ("- '20. 1. 30. 최종보고회(시청 대회의실, 참석자", 1.0),
                    ("40명)", 0.0),
                    ("- '20. 3. 시의회 보고", 1.0),
                ],
                1,
            )
        ],
        Vocabulary.standard(),
    )
    body.read()
    assert [(draft.kind, draft.words) for draft in body.outline.drafts][1:] == [
        ("bullet", "'20. 1. 30. 최종보고회(시청 대회의실, 참석자 40명)"),
        ("bullet", "'20. 3. 시의회 보고"),
    ]


def test_columns_below_a_bullet_are_no_words_of_it() -> None:
    body = Body(
        [
            Piece("line", Place(line=n), len(text), Line(text, Place(line=n), indent=indent))
            for n, (text, indent) in enumerate(
                [("□ 정책개요", 0.0), ("- 단계별 면적", 1.0), ("1단계\t30\t40", 2.0), ("2단계\t50\t60", 2.0)], 1
            )
        ],
        Vocabulary.standard(),
    )
    body.read()
    assert [(draft.kind, draft.words) for draft in body.outline.drafts][1] == ("bullet", "단계별 면적")
    assert "table.unread" in {issue.code for issue in body.issues}


def test_the_number_behind_that_of_the_last_section_begins_another() -> None:
    body = Body(
        [
            piece("1. 정책개요", 1, 20.0),
            piece("- 경로당 40개소", 1, 40.0),
            piece("2. 추진실적", 1, 60.0),
            piece("- 2019. 5. 개소", 1, 80.0),
            piece("3. 어르신들의 한마디", 1, 100.0),
            piece("- 시원하다", 1, 120.0),
        ],
        Vocabulary.standard(),
    )
    body.read()
    assert [(draft.kind, draft.section) for draft in body.outline.drafts][-2:] == [
        ("heading", "other"),
        ("bullet", "other"),
    ]
    assert [issue.code for issue in body.issues] == ["section.unknown"]


def test_a_list_counted_like_the_sections_begins_none() -> None:
    found = read(
        piece("1. 정책개요", 1, 20.0),
        piece("- 경로당 40개소", 1, 40.0),
        piece("2. 추진실적", 1, 60.0),
        piece("1. 설계", 1, 80.0),
        piece("2. 착공", 1, 100.0),
        piece("3. 준공", 1, 120.0),
    )
    assert [kind for kind, _ in found][-3:] == ["bullet", "bullet", "bullet"]


def test_a_table_of_counts_among_the_deeds_is_of_results_and_no_budget() -> None:
    rows = [["", "2019", "2020", "합계"], ["숲길(km)", "2.5", "4.8", "7.3"], ["쉼터(개소)", "1", "2", "3"]]
    place = Place(1, 60.0, 60.0, 500.0, 100.0)
    cells = [
        Cell(r, c, 1, 1, (Line(text, place, size=10.0),) if text else (), place)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    table = Piece("table", place, 40, table=Table(3, 4, tuple(cells), place, True))
    body = Body([piece("□ 이행현황", 1, 40.0), table], Vocabulary.standard())
    body.read()
    assert [(table.role, table.section) for table in body.tables] == [("indicators", "achievement")]


def test_a_bullet_with_the_sign_of_a_project_above_deeper_ones_stands_beside_it() -> None:
    body = Body(
        [
            piece("□ 소요예산", 1, 40.0),
            budget(),
            piece("□ 추진실적", 1, 120.0),
            piece(f"○ {PROJECT}", 1, 140.0),
            piece("- 착공: 2019. 3. 4.", 1, 160.0, x0=72.0),
            piece("○ 국제인증 취득: 2020. 1. 7.", 1, 180.0),
        ],
        Vocabulary.standard(),
    )
    body.read()
    *_, section, project, below, beside = body.outline.drafts
    assert (below.parent_id, beside.parent_id) == (project.item_id, section.item_id)


def test_a_section_below_another_is_no_project_of_its_table() -> None:
    note, table = piece("(단위 : 백만원)", 1, 50.0), budget()
    body = Body(
        [
            piece("□ 사업개요", 1, 20.0),
            piece("○ 사업기간 : 2019", 1, 30.0),
            piece("◦ 소요예산 및 재원", 1, 40.0),
            note,
            table,
        ],
        Vocabulary.standard(),
    )
    body.read()
    assert [printed.project for printed in body.tables] == [None]


def test_a_unit_note_may_break_over_two_lines() -> None:
    pieces = [piece("□ 소요예산 (단위:", 1, 40.0), piece("백만원)", 1, 54.0), budget()]
    assert unit_at(pieces, 2, [None] * 3) == "(단위: 백만원)"
    pieces = [piece("□ 소요예산 (시비", 1, 40.0), piece("단위: 천원", 1, 54.0), budget()]
    assert unit_at(pieces, 2, [None] * 3) == "단위: 천원"


def test_a_unit_between_two_budgets_is_of_the_lower() -> None:
    upper, lower, note = budget(), budget(), piece("(단위: 천원)", 1, 54.0)
    roles = {id(one.table): ("budget", False) for one in (upper, lower)}
    pieces = [upper, note, lower]
    assert [unit_at(pieces, index, [None] * 3, roles) for index in (0, 2)] == [None, "(단위: 천원)"]
    below = [*pieces, piece("(단위: 백만원)", 1, 90.0)]
    assert [unit_at(below, index, [None] * 4, roles) for index in (0, 2)] == ["(단위: 천원)", "(단위: 백만원)"]
    assert unit_at(pieces, 0, [None] * 3, {id(upper.table): ("budget", False)}) == "(단위: 천원)"


def test_a_telephone_number_broken_over_two_lines_is_one() -> None:
    body = Body(
        [piece("추진실적", 1, 80.0), piece("담당: 건설과 홍길동(02-000-", 1, 100.0), piece("1164)", 1, 114.0)],
        Vocabulary.standard(),
    )
    body.read([])
    assert [text for text, _ in body.contacts] == ["담당: 건설과 홍길동(02-000-1164)"]
    assert [draft.words for draft in body.outline.drafts] == ["추진실적"]


def test_a_telephone_number_that_is_pushed_to_the_next_line_is_of_the_last_person() -> None:
    people = "교통과장 홍길동 (02-000-2810) / 버스팀장 김가나 (2811) / 담당 이다라"
    body = Body(
        [piece("담당부서", 1, 80.0), piece(people, 1, 100.0), piece("(2812)", 1, 114.0)],
        Vocabulary.standard(),
    )
    body.read([])
    assert [text for text, _ in body.contacts] == [f"{people} (2812)"]


def test_without_brackets_or_a_colon_a_unit_note_names_nothing_but_units() -> None:
    notes = ["단위 백만원", "단위 : 개소, 명", "(단위 천원)", "단위 명, %"]
    assert [unit_note(text) for text in notes] == notes
    assert [unit_note(text) for text in ("단위농협 협력", "단위 학교 책임경영")] == [None, None]


@pytest.mark.parametrize(
    ("line", "results"),
    [
        ("○ 연도별 실적", True),
        ("※ ( )는 실적", False),
        ("* 괄호 안은 실적", False),
        ("※ 2020년까지는 실적", False),
    ],
)
def test_a_line_that_speaks_of_some_figures_of_a_table_does_not_head_it(line: str, results: bool) -> None:
    assert heads_results(line, "indicators", Vocabulary.standard()) is results
