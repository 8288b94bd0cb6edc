"""Pledge numbers and titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line, Place, Run
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import names_document
from pledgecards.extract.titles.title import Title, find_title
from pledgecards.schemas.vocabulary import Match, Vocabulary

WORDS = Vocabulary.standard()


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("25.", "25.", ""),
        ("25", "25", ""),
        ("25. 미래산업 거점 육성", "25.", "미래산업 거점 육성"),
        ("25 미래산업 거점 육성", "25", "미래산업 거점 육성"),
        ("1-1 도서관 건립", "1-1", "도서관 건립"),
        ("7-1) 도서관 건립", "7-1)", "도서관 건립"),
        ("[공약-08] 도서관 건립", "[공약-08]", "도서관 건립"),
        ("공약카드 14 - 도서관 건립", "공약카드 14", "도서관 건립"),
        ("공약카드 No. 14 도서관 건립", "공약카드 No. 14", "도서관 건립"),
        ("공약사업 관리카드 NO 14: 도서관 건립", "공약사업 관리카드 NO 14:", "도서관 건립"),
        ("【공약카드】 14번 도서관 건립", "【공약카드】 14번", "도서관 건립"),
        ("공약카드 - 14", "공약카드 - 14", ""),
        ("III-①-1 도서관 건립", "III-①-1", "도서관 건립"),
        ("공약 25 도서관 건립", "공약 25", "도서관 건립"),
        ("공약 25: 도서관 건립", "공약 25:", "도서관 건립"),
        ("공약번호 : 25", "공약번호 : 25", ""),
        ("공약(Pledge) 25. 도서관 건립", "공약(Pledge) 25.", "도서관 건립"),
        ("공 약 번 호 : 제 19 호", "공 약 번 호 : 제 19 호", ""),
        ("[공약 3] 도서관 건립", "[공약 3]", "도서관 건립"),
        ("3. 4차산업을 이끄는 생활체육관", "3.", "4차산업을 이끄는 생활체육관"),
        ("공약 13 4차산업을 이끄는 공유부엌", "공약 13", "4차산업을 이끄는 공유부엌"),
        ("NO.25", "NO.25", ""),
        ("No 25 도서관 건립", "No 25", "도서관 건립"),
        ("제25호 공약 도서관 건립", "제25호", "도서관 건립"),
        # A number cannot go on as a date with a whole year, nor with what several numbers name.
        ("25. 2022년까지 도서관 10개 건립", "25.", "2022년까지 도서관 10개 건립"),
        ("25. 2020 도서관 도시", "25.", "2020 도서관 도시"),
        ("25. 1·2동 주민센터 신축", "25.", "1·2동 주민센터 신축"),
        ("공약 13\t4차산업을 이끄는 공유부엌", "공약 13", "4차산업을 이끄는 공유부엌"),
        ("＜ 공약 32 ＞ 버스 준공영제", "＜ 공약 32 ＞", "버스 준공영제"),
        ("No. 12 / 문화센터 건립", "No. 12", "문화센터 건립"),
        ("25. 2025 세계정원박람회 유치", "25.", "2025 세계정원박람회 유치"),
        ("7. 365일 24시간 아이돌봄", "7.", "365일 24시간 아이돌봄"),
        ("8. 3·1운동 100주년 기념공원", "8.", "3·1운동 100주년 기념공원"),
        ("9. 1,000개 일자리 창출", "9.", "1,000개 일자리 창출"),
        ("10. 5G 기반 스마트도시", "10.", "5G 기반 스마트도시"),
        ("13. 50+ 센터 건립", "13.", "50+ 센터 건립"),
        ("1-1 365일 안전도시", "1-1", "365일 안전도시"),
        ("공약 12. 2019년 전국체전 준비", "공약 12.", "2019년 전국체전 준비"),
        ("12. 3無 학교 만들기", "12.", "3無 학교 만들기"),
        ("12. 80% 국공립화", "12.", "80% 국공립화"),
        ("12. 1+1 청년주택", "12.", "1+1 청년주택"),
        ("12. 1,000원 택시", "12.", "1,000원 택시"),
        # No year and no month is more than 31.
        ("50. 5.18 기념사업", "50.", "5.18 기념사업"),
    ],
)
def test_a_number_before_a_title(text: str, number: str, title: str) -> None:
    found = numbered(text, WORDS)
    assert found is not None
    assert (found.number, found.title) == (number, title)


@pytest.mark.parametrize(
    "text",
    [
        "25개소 설치",
        "2018년 추진",
        "2018. 7. 착수",
        "18. 7. 1. 개최",
        "3차 회의",
        "30% 달성",
        "도서관",
        "12시간 운영",
        "18. 7월 개최",
        "20. 2019. 3. 착수",
        "1. 2018년: 5개소",
        "2. 15. : 조례 제정",
        "20. 10,000천원",
        "20. 5.18 기념사업",
        "12 80% 달성",
        "18. 500 백만원",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbered(text, WORDS) is None


def head(*lines: tuple[str, float], soft: bool = False) -> list[Piece]:
    pieces = []
    for number, (text, size) in enumerate(lines):
        place = Place(1, 50, 50 + 30 * number, 400, 70 + 30 * number)
        one = Line(text, place, size=size, soft=soft)
        pieces.append(Piece("line", place, one.ink, one))
    return pieces


def test_the_title_follows_the_number() -> None:
    title = find_title(head(("25.", 14), ("미래산업 거점 육성", 14)), WORDS)
    assert (title.number, title.text) == ("25.", "미래산업 거점 육성")


@pytest.mark.parametrize("title", ["119 안전센터 신축", "5.18 기념사업", "1004 섬 축제"])
def test_a_figure_right_below_the_number_begins_the_title(title: str) -> None:
    found = find_title(head(("60.", 14), (title, 14)), WORDS)
    assert (found.number, found.text) == ("60.", title)


def test_a_number_in_parts_below_that_of_its_group_is_the_pledges() -> None:
    found = find_title(head(("3.", 14), ("3-1 도서관 건립", 14)), WORDS)
    assert (found.number, found.text) == ("3-1", "도서관 건립")


@pytest.mark.parametrize(
    ("label", "number", "title"),
    [("공약", "18", "청소년 문화의집 건립"), ("공약명", None, "18 청소년 문화의집 건립")],
)
def test_a_bare_figure_before_a_title_is_its_number_where_the_label_says_so(
    label: str, number: str | None, title: str
) -> None:
    line = Line("18 청소년 문화의집 건립", Place(1, 50, 50, 400, 70), size=14)
    told = Piece("title", line.place, line.ink, line, match=Match("title_labels", label, 100.0))
    found = find_title([told], WORDS)
    assert (found.number, found.text) == (number, title)


def test_the_name_of_the_document_is_no_title() -> None:
    title = find_title(head(("공약실천계획서", 20), ("미래산업 거점 육성", 15)), WORDS)
    assert (title.number, title.text, title.furniture) == (None, "미래산업 거점 육성", frozenset({0}))


def test_without_a_number_the_largest_line_is_the_title() -> None:
    title = find_title(head(("지역경제 분야", 10), ("미래산업 거점 육성", 16), ("(문래동 일대)", 10)), WORDS)
    assert title.text == "미래산업 거점 육성"


def test_a_title_over_two_lines_is_one() -> None:
    title = find_title(head(("25. 경인로 주변 미래산업", 16), ("거점 육성", 16), soft=True), WORDS)
    assert title.text == "경인로 주변 미래산업 거점 육성"


def test_a_bare_figure_before_a_title_over_two_lines_is_its_number() -> None:
    title = find_title(head(("2 빈 점포를 활용한 창작공간 조성을 통한", 16), ("골목 활성화", 16), soft=True), WORDS)
    assert (title.number, title.text) == ("2", "빈 점포를 활용한 창작공간 조성을 통한 골목 활성화")


@pytest.mark.parametrize(("below", "title"), [("기", "살기 좋은 마을 만들기"), ("- ", "살기 좋은 마을 만들")])
def test_the_last_letter_of_a_word_alone_in_the_next_line_is_of_the_title(below: str, title: str) -> None:
    pieces = head(("살기 좋은 마을 만들", 16), (below, 16))
    assert pieces[0].line is not None
    pieces[0] = replace(pieces[0], line=replace(pieces[0].line, soft=True, glue=True))
    assert find_title(pieces, WORDS).text == title


def test_a_title_in_large_type_goes_on_right_below() -> None:
    pieces = []
    for text, top in (("공약 9", 40.0), ("빈 점포를 활용한 창작공간", 62.0), ("「물빛 작업실」 조성", 82.0)):
        place = Place(1, 100, top, 400, top + 17)
        pieces.append(Piece("line", place, 10, Line(text, place, size=17.0)))
    found = find_title(pieces, WORDS)
    assert (found.number, found.text) == ("공약 9", "빈 점포를 활용한 창작공간 「물빛 작업실」 조성")


def test_the_number_under_its_own_word_wins_over_that_of_a_section() -> None:
    title = find_title(head(("공약번호 41", 0), ("평생학습 도시 조성", 0), ("1. 우리의 약속", 0)), WORDS)
    assert (title.number, title.text) == ("공약번호 41", "평생학습 도시 조성")


@pytest.mark.parametrize("body", ["경상북도 포항시", "경북 포항시", "서울특별시", "영등포구"])
def test_the_name_of_the_body_is_no_title(body: str) -> None:
    title = find_title(head(("번호: 2", 0), (body, 0)), WORDS)
    assert (title.number, title.text) == ("번호: 2", None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("도서관 건립 (경북 포항시)", "도서관 건립"),
        ("도서관 건립 [경상북도 포항시]", "도서관 건립"),
        ("행복주택 공급(경기도 연계) 확대", "행복주택 공급(경기도 연계) 확대"),
        ("광역버스(경기 성남시)", "광역버스"),
        ("광역철도 (강남 ~ 경기 성남시) 연장", "광역철도 (강남 ~ 경기 성남시) 연장"),
        ("서울 종로구 골목길 정비", "서울 종로구 골목길 정비"),
    ],
)
def test_the_body_goes_from_behind_a_title_only_where_it_stands_alone_in_brackets(text: str, title: str) -> None:
    assert find_title(head((f"7. {text}", 14)), WORDS).text == title


def test_cells_between_bars_are_no_title() -> None:
    title = find_title(head(("7. 반값 등록금 지원", 0), ("광 역 시 | 울산광역시 남구", 0)), WORDS)
    assert (title.number, title.text) == ("7.", "반값 등록금 지원")


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("공약번호 7 공약명 공공 와이파이 확대", "공약번호 7", "공공 와이파이 확대"),
        ("24 공약명 폐교 활용 체험장 조성 부서 농촌정책과", "24", "폐교 활용 체험장 조성"),
        ("공 약 명 복합 도서관 건립", None, "복합 도서관 건립"),
        ("공약명 명품 도서관 건립", None, "명품 도서관 건립"),
    ],
)
def test_a_title_behind_its_label_in_a_running_line(line: str, number: str | None, title: str) -> None:
    found = find_title(head((line, 0)), WORDS)
    assert (found.number, found.text) == (number, title)


@pytest.mark.parametrize(
    "line",
    ["여론수렴 / 타당성분석 / 추진중 / 완료(지속)", "사업기간 2018. 7. ~ 2022. 6. 사 업 비 6,200 백만원", "여성가족과"],
)
def test_what_no_pledge_is_called(line: str) -> None:
    assert find_title(head((line, 0)), WORDS).text is None


def test_the_day_that_figures_are_of_is_no_part_of_the_title() -> None:
    line = Line("공약 44 마을버스 확대 (2020. 6. 기준)", Place(), size=15)
    found = find_title([Piece("line", Place(), line.ink, line)], WORDS)
    assert found.text == "마을버스 확대"
    assert [part.text for part in found.beside] == ["(2020. 6. 기준)"]


def test_small_print_behind_a_wide_gap_is_no_part_of_the_title() -> None:
    text = "22 전선 지중화\t제천시 민선7기"
    runs = (Run(0, 9, size=15), Run(9, len(text), size=8))
    line = Line(text, Place(), size=15, runs=runs)
    found = find_title([Piece("line", Place(), line.ink, line)], WORDS)
    assert (found.number, found.text) == ("22", "전선 지중화")
    assert [part.text for part in found.beside] == ["제천시 민선7기"]


def test_two_labels_in_a_line_with_a_bullet_each_give_number_and_title() -> None:
    text = "○ 공약사업명 : 작은 숲 조성          ○ 관리번호 : 41\n\n1. 사업개요\n - 숲\n2. 추진계획\n - 조성\n3. 추진실적\n - 개장: 2019. 5.\n"
    [card] = convert_bytes(text.encode(), "숲.txt")["cards"]
    assert (card["title"], card["pledge_no"]) == ("작은 숲 조성", 41)


def test_a_numeral_in_a_ring_before_a_labelled_title_is_its_number_and_told() -> None:
    rows = convert_bytes(
        "공약명 : ③ 통학로 조성\n□ 사업개요\n ○ 사업기간: 2019. 3.\n□ 추진실적\n ○ 착공: 2019. 5.\n".encode()
    )
    assert (rows["cards"][0]["title"], rows["cards"][0]["pledge_no"]) == ("통학로 조성", 3)
    assert "number.unsure" in {issue["code"] for issue in rows["issues"]}


def test_numerals_in_rings_before_the_parts_of_a_title_are_its_own() -> None:
    text = "공약명 : ① 통학로 조성 ② 도서관 건립\n임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 건립\n□ 추진실적\n ○ 착공: 2019. 5.\n"
    [card] = convert_bytes(text.encode())["cards"]
    assert (card["title"], card["pledge_no"]) == ("① 통학로 조성 ② 도서관 건립", None)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("통학로 조성 (추진중)", "통학로 조성"),
        ("통학로 조성[이행완료]", "통학로 조성"),
        ("통학로 조성(정상추진)", "통학로 조성"),
        ("통학로 조성(설계)", "통학로 조성(설계)"),
        ("통학로 조성(보행로 확장 추진)", "통학로 조성(보행로 확장 추진)"),
    ],
)
def test_how_far_a_pledge_is_in_brackets_behind_its_title_is_no_part_of_it(printed: str, title: str) -> None:
    rows = convert_bytes(f"공약 3. {printed}\n□ 사업개요\n ○ 내용: 조성\n□ 추진실적\n ○ 착공: 2019. 5.\n".encode())
    assert rows["cards"][0]["title"] == title
    texts = [item["text"] for item in rows["items"]]
    assert (printed.removeprefix("통학로 조성").strip() in texts) == (title == "통학로 조성")


def test_the_label_of_the_body_below_the_title_is_none() -> None:
    text = "공약카드 14 - 주차장 조성\n\n> 기준일: 2021. 3. 31.\n\n| 항목 | 내용 |\n|---|---|\n| 지자체 | 경상남도 진주시 |\n| 담당부서 | 관광과 |\n"
    text += "| 임기구분 | ■ 임기내 □ 임기후 |\n\n## 사업개요\n- 주차장\n\n## 추진실적\n- 개장: 2019. 5.\n"
    rows = convert_bytes(text.encode(), "주차장.md")
    [card] = rows["cards"]
    assert (card["title"], card["pledge_no"], card["municipality"]) == ("주차장 조성", 14, "경상남도 진주시")
    assert (card["department"], card["as_of"], rows["documents"][0]["text_coverage"]) == (
        "관광과",
        date(2021, 3, 31),
        1.0,
    )


def test_a_number_with_its_word_may_stand_in_brackets_behind_the_title() -> None:
    text = "공약명 : 어린이집 확충 (공약번호 : 9)\n\n1. 사업개요\n - 확충\n2. 추진계획\n - 조성\n3. 추진실적\n - 개원: 2019. 5.\n"
    [card] = convert_bytes(text.encode(), "어린이집.txt")["cards"]
    assert (card["title"], card["pledge_no"]) == ("어린이집 확충", 9)


def test_the_office_behind_a_title_is_of_the_people_in_charge() -> None:
    text = "공약 5. 도서관 건립          담당부서 : 문화예술과\n\n□ 사업개요\n ○ 건립\n□ 추진계획\n ○ 설계\n□ 추진실적\n ○ 착공: 2019. 5.\n"
    [card] = convert_bytes(text.encode(), "도서관.txt")["cards"]
    assert (card["title"], card["department"]) == ("도서관 건립", "문화예술과")


def test_a_first_section_in_smaller_type_has_not_the_pledges_number() -> None:
    head = [
        Piece("line", Place(), 0, Line("73. 이동권 보장", Place(page=1, top=50.0, bottom=65.0), size=15.0)),
        Piece("line", Place(), 0, Line("1. 연도별 물량", Place(page=1, top=90.0, bottom=102.0), size=12.0)),
    ]
    found = find_title(head, WORDS)
    assert (found.number, found.text) == ("73.", "이동권 보장")


def test_who_is_in_charge_beside_the_number_is_no_title() -> None:
    head = [
        Piece("line", Place(), 0, Line("먹거리 계획", Place(page=1, top=50.0, bottom=68.0), size=18.0)),
        Piece(
            "line",
            Place(),
            0,
            Line("공약번호 101\t담당부서 먹거리과", Place(page=1, top=90.0, bottom=100.0), size=10.0),
        ),
    ]
    found = find_title(head, WORDS)
    assert (found.number, found.text) == ("공약번호 101", "먹거리 계획")
    assert [line.text for line in found.beside] == ["담당부서 먹거리과"]


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("공약 3. 온마을 - 배움터 잇기", "공약 3.", "온마을 - 배움터 잇기"),
        ("3번 공약: 배움터 잇기", "3번", "배움터 잇기"),
        ("사업명 : 3. 배움터 잇기", "3.", "배움터 잇기"),
        ("핵심공약 3. 배움터 잇기", "핵심공약 3.", "배움터 잇기"),
        ("[가-3] 배움터 잇기", "[가-3]", "배움터 잇기"),
    ],
)
def test_what_stands_before_a_title_is_none_of_it(printed: str, number: str, title: str) -> None:
    found = find_title([Piece("line", Place(line=1), 0, Line(printed, Place(line=1)))], WORDS)
    assert (found.number, found.text) == (number, title)


def test_an_office_in_brackets_behind_a_title_is_of_the_people_in_charge() -> None:
    found = find_title(
        [Piece("line", Place(line=1), 0, Line("공약 3. 배움터 잇기 (평생학습과)", Place(line=1)))], WORDS
    )
    assert (found.text, [line.text for line in found.beside]) == ("배움터 잇기", ["평생학습과"])
    found = find_title([Piece("line", Place(line=1), 0, Line("공약 3. 배움터 잇기(시범사업)", Place(line=1)))], WORDS)
    assert (found.text, found.beside) == ("배움터 잇기(시범사업)", ())


def of_lines(*texts: str) -> Title:
    """The title of a head of lines."""
    places = [Place(line=at) for at in range(1, len(texts) + 1)]
    return find_title(
        [Piece("line", place, 0, Line(text, place)) for place, text in zip(places, texts, strict=True)], WORDS
    )


@pytest.mark.parametrize("number", ["공약 12", "12."])
def test_a_figure_in_brackets_is_no_number_beside_the_pledges_own(number: str) -> None:
    found = of_lines(number, "[행복마을 2] 공동체 조성")
    assert (found.number, found.text, found.beside) == (number, "[행복마을 2] 공동체 조성", ())
    assert of_lines("[행복마을 2] 공동체 조성").text == "공동체 조성"


@pytest.mark.parametrize("below", ["- 주민이 안심하는 거리 -", "부제: 주민이 안심하는 거리"])
def test_a_title_in_brackets_over_a_subtitle_is_the_title(below: str) -> None:
    assert of_lines("공약 12", "【골목 주차장 조성】", below).text == "골목 주차장 조성"
    assert of_lines("【안전한 도시】", "골목 주차장 조성").text == "골목 주차장 조성"


def test_words_for_people_in_round_brackets_are_of_the_title() -> None:
    assert of_lines("12. 이동권 보장 (노인·장애인)").text == "이동권 보장 (노인·장애인)"
    found = of_lines("12. 통학로 조성 (교육·보육)")
    assert (found.text, [line.text for line in found.beside]) == ("통학로 조성", ["(교육·보육)"])


def test_a_field_that_is_the_title_is_not_told_again_beside_it() -> None:
    found = of_lines("공약 12. 청년 / 여성")
    assert (found.text, found.beside) == ("청년 / 여성", ())


def test_a_road_is_called_by_its_number() -> None:
    found = of_lines("7번 국도 확장 추진")
    assert (found.number, found.text) == (None, "7번 국도 확장 추진")
    found = of_lines("7번 통학로 조성")
    assert (found.number, found.text) == ("7번", "통학로 조성")


@pytest.mark.parametrize(
    ("head", "department"),
    [
        ("공약 12\t교육·보육 분야\t통학로 조성", None),
        ("공약 12\t교육·보육\t통학로 조성\t교육정책과", "교육정책과"),
        ("통학로 조성\n공약12 · 교육 분야 · 교육정책과", "교육정책과"),
        ("12 통학로 조성\t2020. 12. 31.", None),
        ("공약 12\t통학로 조성\t달서구", None),
    ],
)
def test_fields_offices_bodies_and_days_behind_gaps_are_none_of_the_title(head: str, department: str | None) -> None:
    card = f"{head}\n\n임기구분 ☑임기내 ☐임기외\n□ 정책개요\n ○ 걷기 좋은 길\n□ 추진실적\n ○ '19. 3. 5. 착공\n"
    [row] = convert_bytes(card.encode(), "card.txt")["cards"]
    assert (row["pledge_no"], row["title"], row["department"]) == (12, "통학로 조성", department)


def test_a_letter_alone_in_the_next_line_of_a_cell_ends_the_title() -> None:
    at = Place(1, 60.0, 40.0, 120.0, 54.0)
    lines = (Line("공원 조", at, size=14, soft=True, glue=True), Line("성", at, size=14))
    pieces = [Piece("line", Place(1), 2, Line("1-1", at, size=10), beside=1)]
    pieces += [Piece("line", line.place, 3, line, beside=1) for line in lines]
    assert find_title(pieces, WORDS).text == "공원 조성"


def test_a_person_behind_a_wide_gap_is_no_part_of_the_title() -> None:
    found = find_title(
        [Piece("line", Place(1), 9, Line("1. 공원 조성\t과장 홍길동 ☎ 02-0000-0000", Place(1), size=14))], WORDS
    )
    assert (found.text, [line.text for line in found.beside]) == ("공원 조성", ["과장 홍길동 ☎ 02-0000-0000"])


def test_small_print_with_bars_behind_a_title_makes_it_no_row_of_fields() -> None:
    text = "[문화·관광 4] 월영교 야간관광 명소화\t안동시 | 2021년 상반기"
    behind = text.index("\t")
    place = Place(1, 50, 50, 540, 70)
    line = Line(text, place, size=18, runs=(Run(0, behind, size=18), Run(behind, len(text), size=10)))
    title = find_title([Piece("line", place, line.ink, line)], WORDS)
    assert (title.number, title.text) == ("[4]", "월영교 야간관광 명소화")


CARD = "{}\n\n○ 임기구분 : ■ 임기내 □ 임기후\n\n1. 사업개요\n - 위치: 중앙동 일원\n2. 추진계획\n - 설계\n3. 추진실적\n - 착공\n"


@pytest.mark.parametrize(
    "title", ["24 시간 돌봄센터 운영", "1 인 가구 안심 지원", "5 분 거리 생활체육시설", "100 세 시대 건강마을"]
)
def test_a_figure_and_what_it_counts_begin_a_title(title: str) -> None:
    [card] = convert_bytes(CARD.format(title).encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["title"]) == (None, title)


def test_a_bare_number_before_the_title_of_the_only_card_may_be_its_first_word() -> None:
    one = convert_bytes(CARD.format("50 플러스센터 건립").encode(), "card.txt")
    assert [issue["raw"] for issue in one["issues"] if issue["code"] == "number.unsure"] == ["50"]
    book = CARD.format("50 도서관 건립") + "\f" + CARD.format("51 산책로 정비")
    both = convert_bytes(book.encode(), "book.txt")
    assert [card["pledge_no"] for card in both["cards"]] == [50, 51]
    sure = convert_bytes(CARD.format("50. 도서관 건립").encode(), "card.txt")
    assert not {"number.unsure"} & {issue["code"] for issue in [*both["issues"], *sure["issues"]]}


def test_what_a_choice_label_of_a_form_stands_beside_is_no_title_though_its_options_are_not_known() -> None:
    form = (
        "<table><tr><td>임기구분</td><td>내 외</td></tr><tr><td>예산구분</td><td>유 무</td></tr>"
        "<tr><td>우선순위</td><td>상</td></tr></table>"
    )
    text = f"25. 작은도서관 조성\n\n{form}\n\n■ 정책개요\n- 도서관 3개소 조성\n"
    [card] = convert_bytes(text.encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["title"]) == (25, "작은도서관 조성")


def test_the_number_that_a_title_says_goes_before_that_of_a_cell_which_counts_something_else() -> None:
    card = "공약 9 | 대형폐기물 배출 간소화\n\n| {} | 환경-03 | 담당부서 | 자원순환과 |\n\n■ 사업개요\n - 배출 신고 간소화\n■ 추진실적\n - 2019. 3. 착수\n"
    [told] = convert_bytes(card.format("관리번호").encode(), "card.txt")["cards"]
    assert (told["pledge_no"], told["title"]) == (9, "대형폐기물 배출 간소화")


def test_an_office_behind_a_short_label_is_no_title() -> None:
    title = find_title(head(("골목 주차장 조성", 18), ("주관 : 교통과", 9), ("협조 : 도시과", 9)), WORDS)
    assert title.text == "골목 주차장 조성"
    assert (
        find_title(
            head(
                ("주관 : 교통과", 9),
            ),
            WORDS,
        ).text
        is None
    )


def test_the_day_of_the_figures_may_stand_behind_a_sign_after_the_name_of_the_document() -> None:
    title = find_title(head(("골목 주차장 조성", 18), ("공약사업 실천계획서 · 2020. 6. 30. 현재", 9)), WORDS)
    assert title.text == "골목 주차장 조성"
    assert [line.text for line in title.beside] == ["2020. 6. 30. 현재"]


@pytest.mark.parametrize("name", ["민선7기 공약 세부실천계획", "공약사업 이행계획", "공약이행계획"])
def test_a_plan_of_pledges_at_the_top_of_all_is_the_name_of_the_document(name: str) -> None:
    card = f"{name}\n11. 어린이 안전체험관 건립\nⅠ. 사업개요\n① 위치: 애월읍\nⅡ. 추진현황\n① 2020. 8. 설계\n"
    [told] = convert_bytes(card.encode(), "card.txt")["cards"]
    assert (told["pledge_no"], told["title"]) == (11, "어린이 안전체험관 건립")


def test_a_heading_marked_as_the_sections_below_is_not_the_title_above_which_the_office_stands() -> None:
    text = (
        "4-5. 반려동물 문화센터 건립\n\n| 추진부서 | 축산과 | 담당자 | 홍길동 | 연락처 | 033-250-3310 |\n\n"
        "■ 들어가는 살림\n\n| 구분 | 계 | 2019 | 2020 |\n|---|---|---|---|\n| 국비 | 3 | 1 | 2 |\n| 도비 | 3 | 1 | 2 |\n\n"
        "■ 추진실적\n\n- 설계용역 착수: 2019. 12. 10.\n"
    )
    [card] = convert_bytes(text.encode(), "card.md")["cards"]
    assert (card["title"], card["department"]) == ("반려동물 문화센터 건립", "축산과")


@pytest.mark.parametrize("light", [" ●", " (●)", " 🟢", "★★★", " ◐"])
def test_a_light_behind_the_title_is_none_of_its_words(light: str) -> None:
    text = f"공약이행 자체평가 결과\n5. 도서관 건립{light}\n□ 사업개요\n- 목적: 도서관 건립\n□ 추진실적\n- 설계(2019. 3.)\n"
    (card,) = convert_bytes(text.encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["title"]) == (5, "도서관 건립")


@pytest.mark.parametrize(
    "name",
    [
        "2020년 공약이행 자체평가 결과",
        "2020년 상반기 공약사업 점검결과",
        "3/4분기 공약사업 추진상황",
        "매니페스토 공약이행계획",
    ],
)
def test_a_document_is_named_with_its_part_of_the_year(name: str) -> None:
    assert names_document(name, WORDS)


BELOW = "□ 사업개요\n- 목적: 산책로 조성\n□ 추진실적\n- 설계(2019. 3.)\n"


@pytest.mark.parametrize(
    ("head", "number", "department"),
    [
        ("37. 산책로 조성\t완료 후 지속", 37, None),
        ("37. 산책로 조성\t담당: 공원과 (팀장 홍길동, 363-0000)", 37, "공원과"),
        ("공약번호 45 | 산책로 조성\n충청북도 청주시 · 담당: 공원과 조경팀", 45, "공원과"),
        ("산책로 조성 관리번호 7", 7, None),
        ("공약 7. 산책로 조성\n2018. 7. ~ 2022. 6. (임기내 완료)", 7, None),
        ("공약 7. 산책로 조성\n담당국 환경녹지국\n담당과 공원과", 7, "공원과"),
        ("청주시 공약관리번호 7\n산책로 조성", 7, None),
        ("49. 산책로 조성\n협조\n회계과, 도시재생과", 49, None),
        (
            "산책로 조성\n【 공약번호 12 】\n구분 부서 직위 성명 전화번호\n총괄 공원과 과장 홍길동 063-000-0000",
            12,
            None,
        ),
    ],
)
def test_options_offices_numbers_and_heads_of_tables_are_no_part_of_a_title(
    head: str, number: int, department: str | None
) -> None:
    rows = convert_bytes(f"{head}\n{BELOW}".encode(), "card.txt")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(number, "산책로 조성")]
    assert department is None or rows["cards"][0]["department"] == department


@pytest.mark.parametrize(
    "title", ["둘레길 관리번호 정비", "산책로 조성\t2단계", "부서 칸막이 허물기", "도시재생 1 2 거리"]
)
def test_words_like_those_stay_in_a_title(title: str) -> None:
    (card,) = convert_bytes(f"5. {title}\n{BELOW}".encode(), "card.txt")["cards"]
    assert (card["pledge_no"], card["title"]) == (5, " ".join(title.split()))


@pytest.mark.parametrize(("size", "number", "title"), [(24.0, "03", "창업센터 조성"), (17.0, None, "03창업센터 조성")])
def test_a_number_in_larger_type_right_before_the_title_is_the_cards(
    size: float, number: str | None, title: str
) -> None:
    [piece] = head(("03창업센터 조성", 17))
    assert piece.line is not None
    runs = (Run(0, 2, True, 0xFFD700, size), Run(2, 9, True, 0xFFFFFF, 17.0))
    found = find_title([replace(piece, line=replace(piece.line, runs=runs))], WORDS)
    assert (found.number, found.text) == (number, title)


@pytest.mark.parametrize(
    ("size", "colour", "number", "title"),
    [(17.0, 0x4A90D9, "11", "창업센터 조성"), (24.0, 0, "11", "창업센터 조성"), (17.0, 0, None, "창업센터 조성 11")],
)
def test_a_number_far_behind_the_title_in_type_unlike_its_own_is_the_cards(
    size: float, colour: int, number: str | None, title: str
) -> None:
    [piece] = head(("창업센터 조성\t11", 17))
    assert piece.line is not None
    runs = (Run(0, 7, True, 0, 17.0), Run(8, 10, True, colour, size))
    found = find_title([replace(piece, line=replace(piece.line, runs=runs))], WORDS)
    assert (found.number, found.text) == (number, title)


def test_small_figures_far_behind_the_title_are_no_number() -> None:
    [piece] = head(("창업센터 조성\t11", 17))
    assert piece.line is not None
    runs = (Run(0, 7, True, 0, 17.0), Run(8, 10, False, 0x777777, 14.0))
    assert find_title([replace(piece, line=replace(piece.line, runs=runs))], WORDS).number is None
