"""Where a card's head begins, and what stands beside its title."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pledgecards.convert import Rows, convert_bytes


def read(text: str) -> Rows:
    return convert_bytes(text.encode())


def titles(rows: Rows) -> list[Any]:
    return [card["title"] for card in rows["cards"]]


BODY = "□ 임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"


def test_people_may_stand_between_the_title_and_the_body() -> None:
    rows = read("공약 7. 보안등 교체\n담당부서: 건설과 (☎ 000-0000)\n" + BODY)
    assert titles(rows) == ["보안등 교체"]
    assert [row["department"] for row in rows["contacts"]] == ["건설과"]


def test_people_at_the_end_of_a_card_are_not_the_next_ones() -> None:
    last = "담당부서: 건설과 (☎ 000-0000)\n\n"
    rows = read("공약 7. 보안등 교체\n" + BODY + last + "공약 8. 도로 정비\n" + BODY + last.replace("건설과", "도로과"))
    assert titles(rows) == ["보안등 교체", "도로 정비"]
    assert [card["department"] for card in rows["cards"]] == ["건설과", "도로과"]


def test_a_section_with_a_box_stands_under_one_with_a_roman_numeral() -> None:
    text = "25. 보안등 교체\nⅠ. 공약개요\n□ 사업내용\n ○ 보안등 교체\nⅡ. 추진계획\n ○ 설계\nⅢ. 추진실적\n□ 추진현황\n ○ 설치: 2019. 3.\n"
    headings = [item for item in read(text)["items"] if item["kind"] == "heading"]
    assert [(item["text"], item["level"], item["parent_id"]) for item in headings] == [
        ("공약개요", 1, None),
        ("사업내용", 2, 1),
        ("추진계획", 1, None),
        ("추진실적", 1, None),
        ("추진현황", 2, 6),
    ]


def test_a_section_named_again_with_a_lower_marker_stands_under_the_first() -> None:
    text = "공약 7. 보안등 교체\n□ 사업개요\n ○ 내용: 보안등\n□ 추진실적\n ○ 2018년 추진실적\n  - 설계\n ○ 2019년 추진실적\n  - 설치: 2019. 3.\n"
    headings = [item for item in read(text)["items"] if item["kind"] == "heading"]
    assert [(item["text"], item["level"]) for item in headings] == [
        ("사업개요", 1),
        ("추진실적", 1),
        ("2018년 추진실적", 2),
        ("2019년 추진실적", 2),
    ]


def test_the_number_may_stand_below_a_labelled_title() -> None:
    [card] = read("공약명: 보안등 교체\n공약번호: 25\n임기구분: ■ 임기내 □ 임기외\n□ 추진실적\n - 설치: '19. 3.\n")[
        "cards"
    ]
    assert (card["pledge_no"], card["title"]) == (25, "보안등 교체")


def test_a_numbered_title_begins_a_card_after_a_short_one() -> None:
    body = "□ 사업개요\n ○ 내용: 정비\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n□ 향후계획\n ○ 점검: 2020. 5.\n"
    rows = read("공약 1. 하천 정비\n" + body + "\n공약 2. 공원 정비\n" + body + "\n공약 3. 도로 정비\n" + body)
    assert titles(rows) == ["하천 정비", "공원 정비", "도로 정비"]


def test_the_name_of_the_document_is_no_title_but_names_the_body() -> None:
    rows = read("대구광역시 중구 공약사업 관리카드\n\n공약 7. 보안등 교체\n" + BODY)
    assert titles(rows) == ["보안등 교체"]
    assert rows["cards"][0]["municipality"] == "대구광역시 중구"


def test_a_title_under_its_label() -> None:
    assert titles(read("공약명\n보안등 교체\n\n" + BODY)) == ["보안등 교체"]


def test_two_choices_in_a_line_each_behind_its_bracketed_label() -> None:
    rows = read(
        "공약 7. 보안등 교체\n[임기구분] ■ 임기내 □ 임기외  [예산구분] □ 예산 ■ 비예산\n□ 사업개요\n ○ 정비\n□ 추진실적\n ○ 설치\n"
    )
    checked = [(row["field"], row["option"]) for row in rows["choices"] if row["checked"]]
    assert checked == [("term", "임기내"), ("budgeted", "비예산")]


def test_a_bullet_with_a_sections_name_heads_none_inside_that_section() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY.replace("○ 내용: 보안등 교체", "○ 주요내용\n   - 보안등 교체"))
    [item] = [item for item in rows["items"] if item["text"] == "주요내용"]
    assert (item["kind"], item["section"]) == ("bullet", "overview")


def test_cells_line_by_line_are_a_table_where_every_row_is_full() -> None:
    cells = "구분\n\n계\n\n2018년\n\n2019년\n\n계\n\n300\n\n100\n\n200\n\n시비\n\n300\n\n100\n\n200"
    rows = read("공약 7. 보안등 교체\n" + BODY + "□ 소요예산\n(단위: 백만원)\n" + cells + "\n")
    read_off = [(row["funding_raw"], row["year"], row["amount_won"]) for row in rows["budget"]]
    assert read_off == [
        (name, year, won) for name in ("계", "시비")
        for year, won in ((None, 300_000_000), (2018, 100_000_000), (2019, 200_000_000))
    ]  # fmt: skip
    assert "table.unread" not in {issue["code"] for issue in rows["issues"]}


@pytest.mark.parametrize("lost", ["시비\n300\n200", "시비\n300\n100\n200\n400", "시비\n구비\n300\n100\n200"])
def test_cells_scattered_line_by_line_are_said_where_one_is_lost(lost: str) -> None:
    cells = "구분\n계\n2018년\n2019년\n계\n300\n100\n200\n" + lost
    rows = read("공약 7. 보안등 교체\n" + BODY + "□ 소요예산\n(단위: 백만원)\n" + cells + "\n")
    assert rows["budget"] == []
    assert "table.unread" in {issue["code"] for issue in rows["issues"]}


def test_choices_among_the_fields_of_a_form_are_of_one_card() -> None:
    form = (
        "공약번호\t7\n공약명\t보안등 교체\n임기구분\t■ 임기내 □ 임기외\n사업기간\t2018. 7. ~ 2020. 6.\n총사업비\t12억원\n"
        "신규여부\t□ 신규 ■ 계속\n"
    )
    rows = read(form + "\n□ 사업개요\n ○ 보안등 교체\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n")
    assert [(card["pledge_no"], card["title"], card["term"], card["novelty"]) for card in rows["cards"]] == [
        (7, "보안등 교체", "임기내", "계속")
    ]


def test_lines_of_labels_and_values_hold_number_and_title() -> None:
    rows = read("공약번호: 7\n공약명: 보안등 교체\n담당부서: 건설과\n추진기간: 2018. 7. ~ 2020. 6.\n" + BODY)
    assert [(card["pledge_no"], card["title"], card["department"]) for card in rows["cards"]] == [
        (7, "보안등 교체", "건설과")
    ]


def test_what_stands_in_brackets_beside_the_title_is_not_of_it() -> None:
    rows = read("민선7기 공약 추진현황 카드\n\n ○ 공약 7.  보안등 교체          [ 제주특별자치도 ]\n" + BODY)
    [card] = rows["cards"]
    assert (card["pledge_no"], card["title"], card["municipality"]) == (7, "보안등 교체", "제주특별자치도")


def test_stars_are_bullets_where_a_card_has_no_other() -> None:
    deeds = "## 추진실적\n\n**보안등**\n* 2019. 3. 5. 설치\n* 2019. 5. 점검\n"
    rows = read("# 공약 7. 보안등 교체\n임기구분: [x] 임기내 [ ] 임기외\n\n## 사업개요\n* 보안등 교체\n\n" + deeds)
    assert [(event["project"], event["label"]) for event in rows["events"]] == [("보안등", "설치"), ("보안등", "점검")]


def test_a_star_beside_other_bullets_is_a_note() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + " * 설치비는 군비\n * 2020년은 제외\n")
    assert [item["text"] for item in rows["items"] if item["kind"] == "note"] == ["설치비는 군비", "2020년은 제외"]
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_people_under_a_sections_number_end_the_section_before() -> None:
    numbered = (
        "1. 사업개요\n ○ 보안등 교체\n2. 추진실적\n ○ 설치: 2019. 3. 5.\n3. 담당 : 건설과장 홍길동(659-0001)\n홍성군\n"
    )
    rows = read("공약 7. 보안등 교체\n임기구분: ■ 임기내 □ 임기외\n" + numbered)
    assert [event["label"] for event in rows["events"]] == ["설치"]
    assert rows["cards"][0]["municipality"] == "충청남도 홍성군"


def test_a_line_that_begins_with_an_office_and_has_a_telephone_names_people() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "건설과 : 과장 홍길동(350-3601), 담당 김가나(350-3602)\n")
    assert [(row["role"], row["name"]) for row in rows["contacts"]] == [("과장", "홍길동"), ("담당", "김가나")]
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_an_indicator_named_as_a_rate_is_an_indicator() -> None:
    table = "□ 이행목표\n지표명\t단위\t2018\t2019\t2020\n공정률\t%\t10\t40\t100\n"
    rows = read("공약 7. 보안등 교체\n" + BODY + table)
    assert [(row["project"], row["measure"], row["value"]) for row in rows["indicators"]] == [
        ("공정률", "target", 10.0),
        ("공정률", "target", 40.0),
        ("공정률", "target", 100.0),
    ]


def test_the_body_may_stand_before_the_people_in_charge() -> None:
    rows = read("공약 7. 보안등 교체\n전라남도 신안군 / 담당부서 : 건설과(과장 홍길동 061-240-0001)\n" + BODY)
    [card] = rows["cards"]
    assert (card["title"], card["municipality"], card["department"]) == ("보안등 교체", "전라남도 신안군", "건설과")
    assert [row["name"] for row in rows["contacts"]] == ["홍길동"]


def test_a_line_of_body_and_office_names_both() -> None:
    [card] = read("(공약 7) 보안등 교체\n울산광역시 북구 건설과\n" + BODY)["cards"]
    assert (card["title"], card["municipality"], card["department"]) == ("보안등 교체", "울산광역시 북구", "건설과")


def test_numerals_of_full_width_number_sections_and_titles() -> None:
    numbered = "１．　사업개요\n　ㅇ　보안등 교체\n２．　추진실적\n　ㅇ　설치：　２０１９．　３．　５．\n"
    rows = read("공약　７．　보안등 교체\n임기구분：　（○）임기내　（　）임기후\n" + numbered)
    assert [(card["pledge_no"], card["title"], card["term"]) for card in rows["cards"]] == [
        (7, "보안등 교체", "임기내")
    ]
    assert [event["start"] for event in rows["events"]] == [date(2019, 3, 5)]


def test_the_number_may_stand_under_the_labelled_title() -> None:
    rows = read("제목: 구도심 도시재생\n번호: 2\n\n경상북도 포항시\n\n" + BODY)
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(2, "구도심 도시재생")]


def test_a_numbered_label_of_the_choices_is_no_title() -> None:
    rows = read(
        "공약번호 41\n\n평생학습 도시 조성\n\n1. 공약 성격\n • 이행기간: 임기 내 □, 임기 후 ■\n2. 공약 내용\n • 학습반 운영\n"
    )
    assert [(card["pledge_no"], card["title"], card["term"]) for card in rows["cards"]] == [
        (41, "평생학습 도시 조성", "임기 후")
    ]


def test_a_row_between_bars_that_no_table_took_is_said() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "□ 소요예산\n구분 | 2018 | 2019\n설명\n계 | 100 | 200\n")
    assert "table.unread" in {issue["code"] for issue in rows["issues"]}
    assert not any(item["kind"] == "heading" and "|" in item["text"] for item in rows["items"])


def test_a_section_named_with_its_text_ends_the_one_before() -> None:
    rows = read(
        "공약 7. 보안등 교체\nⅠ 사업개요\n - 정비\nⅡ 추진실적\n - 설치: 2019. 3.\nⅢ 소요예산: 해당없음\nⅣ 향후계획\n - 점검\n"
    )
    assert [event["label"] for event in rows["events"]] == ["설치"]
    [item] = [item for item in rows["items"] if item["section"] == "budget"]
    assert (item["kind"], item["text"]) == ("heading", "소요예산: 해당없음")


def test_numbered_bullets_of_dated_deeds_are_bullets() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + " ○ 마을 지정\n   1. 2018. 9. : 5개소\n   2. 2019. 2. : 7개소\n")
    assert [event["label"] for event in rows["events"]] == ["설치", "5개소", "7개소"]


def test_people_behind_a_bracketed_label() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "【문의처】 도시재생과 (054)270-0001\n")
    assert [row["phone"] for row in rows["contacts"]] == ["(054)270-0001"]
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_an_office_below_its_body_signs_the_card() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "\n전남 완도군 보건의료원 건강증진과\n")
    assert (rows["cards"][0]["municipality"], rows["cards"][0]["department"]) == ("전라남도 완도군", "건강증진과")


def test_the_last_line_of_a_section_is_no_project() -> None:
    rows = read("공약 7. 보안등 교체\n□ 추진배경\n낡은 보안등이 많아 어두움\n□ 추진실적\n ○ 설치: 2019. 3.\n")
    assert [item["kind"] for item in rows["items"]] == ["heading", "paragraph", "heading", "bullet"]


def test_the_body_and_the_day_of_the_figures_in_a_line() -> None:
    rows = read("공약 7. 보안등 교체\n강원도 원주시 (2020.12.31.기준)\n" + BODY)
    assert rows["cards"][0]["municipality"] == "강원도 원주시"
    assert rows["cards"][0]["as_of"] == date(2020, 12, 31)


def test_the_body_in_brackets_behind_the_title_is_no_part_of_it() -> None:
    assert titles(read("공약 6. 청소년 문화의 집 신축 [ 제주특별자치도 ]\n" + BODY)) == ["청소년 문화의 집 신축"]


def test_boxed_options_in_cells_beside_a_label_that_heads_a_section_elsewhere() -> None:
    rows = read(
        "공약 6. 문화의 집 신축\n\n임기구분\t☑ 임기내\t□ 임기후\n사업구분\t□ 신규\t☑ 계속\n\n" + BODY.split("\n", 1)[1]
    )
    assert (rows["cards"][0]["term"], rows["cards"][0]["novelty"]) == ("임기내", "계속")


def test_the_body_may_stand_between_the_title_and_the_body_text() -> None:
    rows = read("공약명 : 스마트팜 조성\n소관부서 : 스마트농업과 (과장 홍길동, 054-930-0001)\n경북 상주시\n\n" + BODY)
    assert titles(rows) == ["스마트팜 조성"]
    assert (rows["cards"][0]["municipality"], rows["cards"][0]["department"]) == ("경상북도 상주시", "스마트농업과")


def test_boxed_options_are_no_section() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "□ 새로운 구분 ■ 계속\n ○ 점검\n")
    assert not any("계속" in item["text"] for item in rows["items"] if item["kind"] == "heading")


def test_the_body_under_its_label_behind_a_bullet() -> None:
    rows = read("공약 8. 캠핑장 조성\n＊ 지자체 : 강원도 정선군\n" + BODY)
    assert rows["cards"][0]["municipality"] == "강원도 정선군"


def test_the_head_of_a_table_that_was_not_read_is_said() -> None:
    rows = read(
        "공약 7. 보안등 교체\n" + BODY + "□ 확인지표\n지표명 단위 기준값 '19 '20 '21 '22\n보안등 개 10 30 60 100 120\n"
    )
    assert [issue["code"] for issue in rows["issues"] if issue["severity"] == "warning"] == [
        "table.unread",
        "municipality.ambiguous",
    ]


def test_a_running_head_that_names_the_document_and_its_year_heads_no_section() -> None:
    rows = read("2020년 공약사업 추진상황\n공약 7. 보안등 교체\n" + BODY)
    assert titles(rows) == ["보안등 교체"]


def test_people_may_be_told_line_by_line_under_labels() -> None:
    people = "담당부서: 건설과\n담당팀: 도로팀\n담당자: 홍길동\n전화번호: 000-0000\n"
    rows = read("공약 7. 보안등 교체\n" + BODY + people)
    [found] = rows["contacts"]
    assert (found["department"], found["role"], found["name"], found["phone"]) == (
        "도로팀",
        "담당자",
        "홍길동",
        "000-0000",
    )
    assert rows["cards"][0]["department"] == "건설과"
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_a_person_in_charge_is_no_deed() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "담당자 : 홍길동\n")
    assert [row["name"] for row in rows["contacts"]] == ["홍길동"]
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_chiefs_side_by_side_in_one_line_are_people() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "건설과장: 홍길동   도로팀장: 김가나   담당자: 이다라(1236)\n")
    assert [(row["role"], row["name"]) for row in rows["contacts"]] == [
        ("과장", "홍길동"),
        ("팀장", "김가나"),
        ("담당자", "이다라"),
    ]


def test_a_role_with_a_colon_in_a_deed_is_no_person_in_charge() -> None:
    text = BODY + " ○ 추진단 구성\n  - 단장: 부구청장\n  - 소장: 유물 30점\n"
    rows = read("공약 7. 보안등 교체\n" + text)
    assert rows["contacts"] == []
    assert [event["label"] for event in rows["events"]] == ["설치", "단장: 부구청장", "소장: 유물 30점"]


def test_a_letter_may_stand_for_a_box() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY.replace("\n□", "\nㅁ").replace("○", "ㅇ"))
    assert [(item["kind"], item["marker"], item["text"]) for item in rows["items"]] == [
        ("heading", "ㅁ", "사업개요"),
        ("bullet", "ㅇ", "내용: 보안등 교체"),
        ("heading", "ㅁ", "추진실적"),
        ("bullet", "ㅇ", "설치: 2019. 3. 5."),
    ]


def test_a_label_in_brackets_names_people_too() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "<담당부서> 건설과 홍길동(1234)\n")
    assert [(row["department"], row["name"]) for row in rows["contacts"]] == [("건설과", "홍길동")]
    assert [event["label"] for event in rows["events"]] == ["설치"]


def test_a_head_printed_again_on_the_next_page_begins_no_card() -> None:
    first = "□ 임기구분: ■ 임기내 □ 임기외\n□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진계획\n ○ 교체 대상 조사\n"
    second = "□ 추진실적\n ○ 설치: 2019. 3. 5.\n□ 기대효과\n ○ 안전한 밤길\n"
    head = "공약 7. 보안등 교체\n"
    rows = read(head + first + "\f" + head + second)
    assert titles(rows) == ["보안등 교체"]
    assert rows["documents"][0]["text_coverage"] == 1.0
    assert [event["start"] for event in rows["events"]] == [date(2019, 3, 5)]
    assert "보안등 교체" not in [item["text"] for item in rows["items"]]


def test_a_card_goes_on_under_its_number_and_title_in_the_fields_of_a_form() -> None:
    first = "공약 7. 보안등 교체\n□ 사업개요\n ○ 내용: 보안등 교체\n□ 추진계획\n ○ 교체 대상 조사\n\n"
    fields = "| 공약번호 | 7 | 공약명 | 보안등 교체 |\n|---|---|---|---|\n\n"
    rows = read(first + fields + "□ 추진실적\n ○ 설치: 2019. 3. 5.\n")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(7, "보안등 교체")]
    assert [event["start"] for event in rows["events"]] == [date(2019, 3, 5)]
    texts = ["사업개요", "내용: 보안등 교체", "추진계획", "교체 대상 조사", "추진실적", "설치: 2019. 3. 5."]
    assert [item["text"] for item in rows["items"]] == texts


def test_a_title_under_another_label_on_the_next_page_is_the_head_printed_again() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "\f공약과제 : 보안등 교체\n□ 향후계획\n ○ 유지 관리\n")
    assert titles(rows) == ["보안등 교체"]
    assert "보안등" not in " ".join(item["text"] for item in rows["items"] if item["section"] != "overview")


def test_a_card_with_its_own_sections_again_is_another_though_it_is_named_alike() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "\n공약 7. 보안등 교체\n" + BODY)
    assert titles(rows) == ["보안등 교체", "보안등 교체"]


SHORT = "담당: 건설과 홍길동 (000-0000)\n사업기간: '18.7월~'19.12월\n추진실적\n- '18.11월 조사 완료\n- '19.9월 설치\n"


def test_a_number_that_follows_the_cards_own_begins_another() -> None:
    longer = SHORT.replace("추진실적", "사업비(백만원)\n구분\t2018\t2019\t계\n군비\t10\t20\t30\n추진실적")
    rows = read(f"1-1. 보안등 교체\n{longer}\n1-2. 도로 정비\n{SHORT}\n제2편 복지\n\n2-1. 쉼터 건립\n{longer}")
    assert titles(rows) == ["보안등 교체", "도로 정비", "쉼터 건립"]
    assert [card["budget_total_won"] for card in rows["cards"]] == [30_000_000, None, 30_000_000]
    assert [len([r for r in rows["events"] if r["card_id"] == card["card_id"]]) for card in rows["cards"]] == [2, 2, 2]


def test_a_plain_number_that_follows_needs_the_label_that_stood_under_the_first() -> None:
    rows = read("7. 보안등 교체\n" + SHORT + "추진계획\n- 점검\n\n8. 도로 정비\n" + SHORT)
    assert titles(rows) == ["보안등 교체", "도로 정비"]
    rows = read("2. 보안등 교체\n" + SHORT + "3. 협조 사항\n담당자 협의: 한전\n추진계획\n- 점검\n")
    assert titles(rows) == ["보안등 교체"]


def test_numbered_parts_of_a_card_are_no_cards() -> None:
    parts = "추진계획\n1-2. 가구역 정비\n - 설계\n1-3. 나구역 정비\n - 설계\n추진실적\n - 착공: 2019. 3.\n"
    assert titles(read("1-1. 보안등 교체\n" + BODY + parts)) == ["보안등 교체"]


def test_the_name_of_the_document_set_apart_is_no_deed_of_the_card_above() -> None:
    head = "공 약 사 업  관 리 카 드\n\n공약번호 : {}   공약명 : {}\n\n"
    rows = read(head.format(7, "보안등 교체") + BODY + "\n" + head.format(8, "도로 정비") + BODY)
    assert titles(rows) == ["보안등 교체", "도로 정비"]
    assert [event["label"] for event in rows["events"]] == ["설치", "설치"]


def test_options_alone_on_a_line_are_a_choice() -> None:
    rows = read("공약 7. 보안등 교체\n임기내( ○ ) 임기후(   )\n" + BODY.split("\n", 1)[1])
    assert [(row["field"], row["label_raw"], row["option"], row["checked"]) for row in rows["choices"]] == [
        ("term", "", "임기내", True),
        ("term", "", "임기후", False),
    ]
    assert rows["cards"][0]["term"] == "임기내"


WHOLE = "담당부서: {}과 (홍길동 000-0000)\n사업기간: 2018. 7. ~ 2022. 6.\n사업내용\n- 3개소\n추진실적\n- 2019. 3. 5. 설계\n향후계획\n- 2020. 9. 준공\n"


@pytest.mark.parametrize("head", ["{}", "■ {}", "공약명: {}", "--------\n{}\n--------", "공약번호: 7\n공약명: {}"])
def test_a_card_begins_under_a_title_where_the_one_in_charge_and_the_sections_come_again(head: str) -> None:
    names = ["보안등 교체", "도로 정비", "쉼터 건립"]
    rows = read("\n".join(head.format(name) + "\n" + WHOLE.format("건설") for name in names))
    assert titles(rows) == names
    assert [[e["start"].month for e in rows["events"] if e["card_id"] == c["card_id"]] for c in rows["cards"]] == [
        [3]
    ] * 3


def test_parts_of_a_card_may_each_have_an_office_in_charge() -> None:
    parts = "세부사업\n■ 가구역 정비\n담당부서: 도로과\n- 설계\n■ 나구역 정비\n담당부서: 건설과\n- 설계\n"
    assert titles(read("보안등 교체\n" + WHOLE.format("건설") + parts)) == ["보안등 교체"]


def test_projects_of_a_card_may_be_named_under_a_titles_label() -> None:
    parts = "세부사업명: 가구역 정비\n- 설계\n세부사업명: 나구역 정비\n- 설계\n"
    assert titles(read("공약명: 보안등 교체\n" + WHOLE.format("건설") + parts)) == ["보안등 교체"]
    assert titles(read("사업명: 보안등 교체\n" + WHOLE.format("건설") + parts.replace("세부", ""))) == ["보안등 교체"]


TABLE = "구분\t계\t2019\t2020\n국비\t30\t10\t20\n구비\t30\t10\t20\n"


def test_a_card_may_begin_with_a_table_under_no_known_heading() -> None:
    rows = read("공약 7. 보안등 교체\n(단위: 백만원)\n" + TABLE + "□ 추진실적\n ○ 설치: 2019. 3. 5.\n")
    assert titles(rows) == ["보안등 교체"]
    assert len(rows["budget"]) == 6


def test_the_number_may_stand_in_brackets_behind_the_title() -> None:
    [card] = read("보안등 교체 (공약번호 12)\n" + BODY)["cards"]
    assert (card["pledge_no"], card["title"]) == (12, "보안등 교체")


def test_numbered_projects_head_their_tables_without_a_section_above() -> None:
    text = "공약 7. 밝은 거리\n세부사업 1. 보안등\n{0}세부사업 2. 가로등\n{0}□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    rows = read(text.format("(단위: 백만원)\n" + TABLE))
    assert titles(rows) == ["밝은 거리"]
    assert list(dict.fromkeys(row["project"] for row in rows["budget"])) == ["세부사업 1. 보안등", "세부사업 2. 가로등"]


def test_unit_notes_below_their_tables() -> None:
    second = TABLE.replace("구분", "세부사업").replace("국비", "도로").replace("구비", "공원")
    text = f"공약 7. 밝은 거리\n□ 소요예산\n{TABLE}(단위: 백만원)\n{second}(단위: 천원)\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    units = {row["project"]: row["unit_raw"] for row in read(text)["budget"]}
    assert units == {None: "백만원", "도로": "천원", "공원": "천원"}


def test_people_between_a_unit_note_and_its_table_do_not_part_them() -> None:
    people = "| 담당부서 | 건설과 | 팀장 | 홍길동 |\n|---|---|---|---|\n"
    text = f"공약 7. 밝은 거리\n□ 사업개요\n - 목적: 조명\n□ 투자계획(백만원)\n{people}\n{TABLE}□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    assert {row["unit_raw"] for row in read(text)["budget"]} == {"백만원"}


def test_a_note_of_single_projects_is_no_unit_note() -> None:
    text = f"공약 7. 밝은 거리\n□ 소요예산(단위: 백만원)\n{TABLE}※ 단위사업별 내역은 따로 적음\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    assert {row["unit_raw"] for row in read(text)["budget"]} == {"백만원"}


def test_unit_notes_above_their_tables() -> None:
    second = TABLE.replace("구분", "세부사업").replace("국비", "도로").replace("구비", "공원")
    text = f"공약 7. 밝은 거리\n□ 소요예산\n(단위: 백만원)\n{TABLE}(단위: 천원)\n{second}□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    units = {row["project"]: row["unit_raw"] for row in read(text)["budget"]}
    assert units == {None: "백만원", "도로": "천원", "공원": "천원"}


def test_choices_without_marks_below_who_is_in_charge_are_choices() -> None:
    rows = read(
        "공약 7. 보안등 교체\n담당부서 : 건설과\n임기구분 임기내 / 임기외\n□ 사업개요\n ○ 내용: 보안등\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n"
    )
    assert [(row["option"], row["checked"]) for row in rows["choices"]] == [("임기내", None), ("임기외", None)]


def test_numbered_deeds_below_the_last_heading_are_no_divider() -> None:
    card = (
        "## 공약 {0}: 보안등 {0}\n\n### 사업개요\n\n교체\n\n### 추진실적\n\n1. 2019. 3. 5. 설계\n2. 2020. 3. 착공\n\n"
    )
    rows = read(card.format(1) + card.format(2))
    assert titles(rows) == ["보안등 1", "보안등 2"]
    assert [event["label"] for event in rows["events"]] == ["설계", "착공"] * 2


def test_short_words_head_sections_behind_a_marker() -> None:
    card = "{0}. 보안등 {0}\n▷ 개요\n · 교체\n▷ 실적\n · 2019. 3. 5. 설계\n▷ 계획\n · 점검\n"
    rows = read(card.format(1) + card.format(2))
    assert titles(rows) == ["보안등 1", "보안등 2"]
    assert [event["label"] for event in rows["events"]] == ["설계", "설계"]


def test_forms_of_several_cards_in_one_table_are_cards() -> None:
    form = (
        "공약번호\t{0}\t공약명\t보안등 {0}\n담당부서\t건설과\t담당자\t홍길동\n사업개요\t교체\n추진실적\t2019. {0}. 5. 설계\n"
        "소요예산(백만원)\n구분\t계\t2019\t2020\n군비\t{0}0\t{0}0\t-\n"
    )
    rows = read("".join(form.format(number) for number in (1, 2, 3)))
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [
        (number, f"보안등 {number}") for number in (1, 2, 3)
    ]
    assert [row["amount_won"] for row in rows["budget"] if row["year"] is None] == [10**7, 2 * 10**7, 3 * 10**7]
    assert [event["start"].month for event in rows["events"]] == [1, 2, 3]


def test_cards_that_nothing_tells_apart_are_said_to_be_several() -> None:
    card = "{0}   보안등 {0}   건설과\n[소요예산]\n - 없음\n[추진실적]\n - 2019. {0}. 5. 설계\n"
    several = read("".join(card.format(number) for number in (1, 2)))
    assert len(several["cards"]) == 1
    assert "card.several" in [issue["code"] for issue in several["issues"]]
    assert "card.several" not in [issue["code"] for issue in read("공약 7. 보안등\n" + card.format(1))["issues"]]


@pytest.mark.parametrize(
    "over",
    ["", "서울특별시 영등포구\n", "민선7기 공약사업 실천계획\n", "서울특별시 영등포구\n민선7기 공약사업 실천계획\n"],
)
def test_titles_over_tables_that_begin_alike_head_cards_whatever_book_the_first_is_of(over: str) -> None:
    card = "□ 사업개요\n○ 설치\n□ 추진계획\n○ 설계\n□ 추진실적\n○ 착공: 2019. 3. 5.\n"
    book = over
    for title, office in (("보안등 교체", "도로과"), ("숲길 조성", "녹지과"), ("쉼터 조성", "복지과")):
        book += f"{title}\n담당부서\t{office}\n과장\t홍길동\n{card}"
    rows = read(book)
    assert titles(rows) == ["보안등 교체", "숲길 조성", "쉼터 조성"]
    assert [row["department"] for row in rows["cards"]] == ["도로과", "녹지과", "복지과"]


def test_tables_of_figures_alone_are_no_card() -> None:
    tables = "(단위: 백만원)\n" + TABLE + "\n세입 내역\n" + TABLE
    assert read("2020년도 세입 세출\n" + tables)["cards"] == []
    assert titles(read("공약 12. 도로 정비\n" + tables)) == ["도로 정비"]


def test_options_without_marks_below_their_label_are_no_title_and_begin_a_card() -> None:
    card = "공약 {0}. {1}\n임기구분\n임기내 임기후\n□ 추진실적\n ○ 설치: 2019. 3. 5.\n□ 향후계획\n ○ 점검\n"
    rows = read(card.format(7, "보안등 교체") + card.format(8, "도로 정비"))
    assert titles(rows) == ["보안등 교체", "도로 정비"]
    assert [row["option"] for row in rows["choices"]] == ["임기내", "임기후"] * 2


def test_its_number_and_title_printed_again_are_no_deeds_and_no_project() -> None:
    head = "공약번호 : 41\n공약명 : 하천 정비\n□ 사업개요\n ○ 구간: 3km\n□ 추진실적\n ○ 착공: 2019. 3.\n\n"
    for again in (
        "공약번호 : 41\n공약명 : 하천 정비\n",
        "공약번호 : 41  공약명 : 하천 정비\n",
        "공약번호 : 41 (2쪽)\n",
        "공약명 : 하천 정비\n",
    ):
        rows = read(f"{head}{again} ○ 준공: 2020. 3.\n")
        assert [(row["project"], row["label"]) for row in rows["events"]] == [(None, "착공"), (None, "준공")]
    other = read(f"{head}공약번호 : 12 연계\n ○ 준공: 2020. 3.\n")
    assert any("12" in row["text"] for row in other["items"])


def test_forms_numbered_by_signs_are_each_a_card_of_its_own() -> None:
    form = """| 공약번호 | {number} | 담당부서 | {office} |
|---|---|---|---|
| 공약명 | {title} | 사업기간 | 2018. 7. ~ 2022. 6. |

□ 사업개요
○ 사업내용 : 주민 편의 시설을 늘림

□ 추진실적
○ '18. 9. 3. : 기본계획 수립

"""
    told = [
        ("Ⅰ-①", "공원과", "쌈지 공원 조성"),
        ("Ⅰ-②", "교통과", "골목 주차장 조성"),
        ("Ⅱ-①", "복지과", "경로당 개선"),
    ]
    text = "".join(form.format(number=number, office=office, title=title) for number, office, title in told)
    rows = convert_bytes(text.encode(), "book.txt")
    assert [(card["title"], card["department"]) for card in rows["cards"]] == [(t, o) for _, o, t in told]
    assert "number.missing" not in {issue["code"] for issue in rows["issues"]}


def test_the_name_of_a_field_in_brackets_is_not_the_title_below_it() -> None:
    card = "【안전한 도시】\n\n골목 주차장 조성\n\n임기구분 ☑ 임기내 ☐ 임기후\n\n□ 사업개요\n○ 사업기간 : 2018. 7. ~ 2022. 6.\n"
    rows = convert_bytes(f"{card}\n□ 추진실적\n○ '18. 9. 3. : 기본계획 수립\n".encode(), "card.txt")
    assert [row["title"] for row in rows["cards"]] == ["골목 주차장 조성"]


@pytest.mark.parametrize(
    "people", [" ○ 도로과장 홍길동", "도로과 홍길동", "과장 홍길동, 팀장 김가나", "도로과 / 홍길동 / 1234"]
)
@pytest.mark.parametrize("head", ["{}", "【안전한 도시】\n{}", "[행복한 도시 5] {}"])
def test_people_that_end_a_card_are_no_title_of_the_next(people: str, head: str) -> None:
    titles = ["골목 주차장 조성", "작은 도서관 확충", "청년 창업 지원"]
    body = (
        "\n\n임기구분 ☑임기내 ☐임기외\n□ 정책개요\n ○ 함께 쓴다.\n□ 추진실적\n ○ '19. 3. 5. 착공\n□ 담당부서\n"
        + people
        + "\n\n"
    )
    rows = convert_bytes("".join([head.format(title) + body for title in titles]).encode(), "cards.txt")
    assert [row["title"] for row in rows["cards"]] == titles
    assert {row["name"] for row in rows["contacts"]} >= {"홍길동"}
    assert len({row["card_id"] for row in rows["contacts"]}) == len(titles)


@pytest.mark.parametrize("title", ["청년센터 건립", "보건소 신축", "전기차 지원센터 확충", "스마트온실 지원"])
def test_a_title_that_holds_an_office_is_no_person(title: str) -> None:
    body = "\n\n임기구분 ☑임기내 ☐임기외\n□ 정책개요\n ○ 함께 쓴다.\n□ 추진실적\n ○ '19. 3. 5. 착공\n□ 담당부서\n도로과장 홍길동\n\n"
    rows = convert_bytes((f"골목 주차장 조성{body}{title}{body}").encode(), "cards.txt")
    assert [row["title"] for row in rows["cards"]] == ["골목 주차장 조성", title]


LAST_LINES = [
    *("5. 담당부서 : 교통과", "5. 비고 : 없음", "5. 향후 추진방향", "5. 주민 의견 : 조속한 추진 요청"),
    "5. 추진부서 교통과",
]


@pytest.mark.parametrize("choice", ["", "○ 임기구분 : ■ 임기내 □ 임기후\n"])
@pytest.mark.parametrize("head", ["{}\n", "공약명 : {}\n", "공약 {number} {}\n"])
@pytest.mark.parametrize("last", LAST_LINES)
def test_the_last_section_of_a_card_is_no_head_of_the_next_one(last: str, head: str, choice: str) -> None:
    body = "1. 사업개요\n - 위치: 중앙동\n2. 추진계획\n - 설계\n3. 소요예산 : 100백만원\n4. 추진실적\n - 착공\n"
    names = ["골목 주차장 확충", "작은 도서관 건립", "경로당 개보수"]
    cards = [head.format(name, number=number) + choice + body + last for number, name in enumerate(names, 7)]
    rows = read("\n\n".join(cards) + "\n")
    assert titles(rows) == names
    assert {card["pledge_no"] for card in rows["cards"]} <= {None, 7, 8, 9}
    office = "교통과" if "교통과" in last else None
    assert [card["department"] for card in rows["cards"]] == [office] * 3


def test_a_title_counted_like_the_sections_is_one_where_its_number_follows_that_of_the_card_before() -> None:
    body = "1. 사업개요\n - 위치: 중앙동\n2. 추진계획\n - 설계\n3. 추진실적\n - 착공\n"
    rows = read("".join(f"{number}. {title}\n{body}\n" for number, title in ((3, "도서관 건립"), (4, "공원 조성"))))
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(3, "도서관 건립"), (4, "공원 조성")]


def test_a_number_under_its_label_may_stand_below_the_next_title() -> None:
    card = "공약명: {}\n공약번호: {}\n□ 사업개요\n ○ 내용\n□ 추진실적\n ○ 착공: 2019. {}. 5.\n"
    rows = read(card.format("도서관 건립", 7, 3) + card.format("공원 조성", 8, 4))
    assert [(one["pledge_no"], one["title"]) for one in rows["cards"]] == [(7, "도서관 건립"), (8, "공원 조성")]
    assert [event["start"] for event in rows["events"]] == [date(2019, 3, 5), date(2019, 4, 5)]


def test_a_heading_may_repeat_that_of_its_section() -> None:
    rows = read(
        "공약 7. 도서관\n□ 사업개요\n○ 사업개요\n - 내용: 도서관\n□ 추진실적\n○ 추진실적\n - 2019. 3. 5. 착공\n"
    )
    assert [item["kind"] for item in rows["items"]] == ["heading", "heading", "bullet"] * 2


def test_a_title_and_the_office_stand_under_their_labels_with_wide_gaps() -> None:
    head = "공약명" + " " * 40 + "담당부서\n어르신 축제 정비" + " " * 30 + "총무과\n"
    [card] = read(head + BODY)["cards"]
    assert (card["title"], card["department"]) == ("어르신 축제 정비", "총무과")


def test_a_long_line_says_nothing_of_its_page_and_names_no_office() -> None:
    rows = read("공약 7. 보안등 교체\n" + BODY + "작성일: 2020. 3. 5. " + "보안등을 바꿈 " * 60 + "\n")
    assert rows["items"][-1]["text"].startswith("작성일: 2020. 3. 5. 보안등을")
    assert not rows["contacts"]


FIELDS = "공약번호   8       추진상황   정상추진\n공약명   산책로 정비     담당부서   공원과\n\n"


def test_a_section_may_stand_between_the_number_and_the_title_of_a_form() -> None:
    (card,) = read(FIELDS + BODY)["cards"]
    assert (card["pledge_no"], card["title"], card["department"]) == (8, "산책로 정비", "공원과")


@pytest.mark.parametrize(
    "head", ["공약명\n산책로 정비\n번호\n5\n", "번호\n5\n공약명\n산책로 정비\n", "산책로 정비\n번호\n5\n"]
)
def test_the_number_below_its_label_may_stand_below_the_title(head: str) -> None:
    (card,) = read(head + BODY)["cards"]
    assert (card["pledge_no"], card["title"]) == (5, "산책로 정비")


@pytest.mark.parametrize("office", ["경제산업국 지역경제과", "[경제산업국 지역경제과]", "(지역경제과)"])
def test_an_office_behind_a_gap_beside_the_title_is_in_charge(office: str) -> None:
    (card,) = read(f"7. 산책로 정비              {office}\n\n" + BODY)["cards"]
    assert (card["title"], card["department"]) == ("산책로 정비", "지역경제과")


def test_a_title_has_single_spaces() -> None:
    assert titles(read("7. 산책로 정비              우선순위 3\n\n" + BODY)) == ["산책로 정비 우선순위 3"]


@pytest.mark.parametrize("numbers", [(3, 4, 5), (3, 7, 21)])
@pytest.mark.parametrize("gap", ["\t", " : ", "      "])
def test_titles_behind_bare_numbers_begin_the_cards_of_a_book(numbers: tuple[int, ...], gap: str) -> None:
    names = ["산책로 정비", "버스 노선 개편", "영화관 건립"]
    offices = ["공원과", "교통과", "문화과"]
    book = "".join(
        f"{number} {name}\n\n담당부서{gap}{office}\n{BODY}\n"
        for number, name, office in zip(numbers, names, offices, strict=True)
    )
    found = [(card["pledge_no"], card["title"], card["department"]) for card in read(book)["cards"]]
    assert found == list(zip(numbers, names, offices, strict=True))


def test_a_count_that_begins_a_line_among_deeds_begins_no_card() -> None:
    rows = read("3 산책로 정비\n\n담당부서\t공원과\n" + BODY + "4 구간 준공\n○ 준공: 2020. 3.\n")
    assert titles(rows) == ["산책로 정비"]


IN_CHARGE = "| 부서 | 직위 | 성명 |\n|---|---|---|\n| 건설과 | 과장 | {0} |\n\n"
SECTIONS = "■ 정책개요\n- 보안등 교체\n\n■ 추진실적\n- 설치: 2019. {0}. 5.\n\n"
NAMED = (("보안등 교체", "홍길동"), ("도로 정비", "김가나"), ("공원 조성", "이다라"))


@pytest.mark.parametrize("head", ["{0} {1}\n\n", "{0}\n{1}\n\n"])
def test_numbers_that_count_up_from_card_to_card_head_them(head: str) -> None:
    cards = [
        head.format(number, title) + IN_CHARGE.format(name) + SECTIONS.format(number)
        for number, (title, name) in enumerate(NAMED, 1)
    ]
    rows = read("".join(cards))
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [
        (number, title) for number, (title, _) in enumerate(NAMED, 1)
    ]
    assert [row["name"] for row in rows["contacts"]] == [name for _, name in NAMED]
    assert [row["card_id"] for row in rows["contacts"]] == [card["card_id"] for card in rows["cards"]]
    assert [event["start"].month for event in rows["events"]] == [1, 2, 3]


def test_numbers_that_count_the_projects_of_a_card_head_none() -> None:
    projects = "".join(f"{number} {title}\n\n{SECTIONS.format(number)}" for number, (title, _) in enumerate(NAMED, 1))
    assert titles(read("공약 12. 생활 안전\n" + projects)) == ["생활 안전"]


def test_what_sums_up_a_book_before_its_cards_begins_none() -> None:
    summary = "공약사업 총괄현황\n\n□ 분야별 현황\n\n| 분야 | 공약수 |\n|---|---|\n| 안전 분야 | 3 |\n\n"
    cards = [f"{number}. {title}\n\n{SECTIONS.format(number)}" for number, (title, _) in enumerate(NAMED, 1)]
    rows = read(summary + "".join(cards))
    assert titles(rows) == [title for title, _ in NAMED]
    assert [event["start"].month for event in rows["events"]] == [1, 2, 3]


def test_a_unit_between_a_budget_and_the_people_in_charge_is_of_the_budget() -> None:
    text = "7. 시장 정비\n\n□ 사업개요\n○ 대상: 전통시장\n\n□ 재원조달계획\n재원\t계\t2019년\t2020년\n국비\t30\t10\t20\n(단위: 백만원)\n"
    rows = read(
        text + "부서명\t직위\t성명\t전화번호\n경제과\t과장\t홍길동\t02-000-0000\n경제과\t팀장\t김가나\t02-000-0001\n"
    )
    assert [item["section"] for item in rows["items"] if item["kind"] == "caption"] == ["budget"]
    assert (rows["budget"][0]["amount_won"], len(rows["contacts"])) == (30_000_000, 2)


COUNTED = "1. 기본사항\n  가. 사업기간 : 2018. 10. ~ 2022. 6.\n  나. 주관부서 : 관광과\n2. 추진실적\n  가. 실시설계 : 2020. 2.\n3. 향후계획\n"


@pytest.mark.parametrize(
    ("head", "number"),
    [("【공약 12】 호수 정비", 12), ("12. 호수 정비", 12), ("호수 정비", None), ("제천시\n공약 3 호수 정비", 3)],
)
def test_the_first_of_counted_sections_is_no_title_though_its_name_is_not_known(head: str, number: int | None) -> None:
    rows = read(f"{head}\n이행단계: [ ] 완료 [●] 추진중\n\n{COUNTED}")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(number, "호수 정비")]
    rows = read(f"{head}\n\n{COUNTED.replace('2. 추진', '  다. 이행단계: [ ] 완료 [●] 추진중' + chr(10) + '2. 추진')}")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(number, "호수 정비")]


def test_the_first_of_counted_sections_is_no_title_where_the_second_has_no_known_name_either() -> None:
    figures = "확인지표\t단위\t2021\t2022\n개방 시설\t개소\t{}\t30\n"
    text = f"공약 8. 체육시설 개방\n1. 당초안\n{figures.format(25)}2. 변경안\n{figures.format(22)}3. 변경사유\n○ 학교시설 개방 제한\n"
    assert [(card["pledge_no"], card["title"]) for card in read(text)["cards"]] == [(8, "체육시설 개방")]


def test_a_list_of_the_projects_of_a_pledge_may_stand_between_its_title_and_its_first_known_section() -> None:
    listed = "연번\t세부사업명\t신호등\n1\t배움터 운영\t●\n2\t바우처 지급\t●\n"
    rows = read(
        f"미래교육 분야 | 이행상황\n[공약 4] 평생학습 기반 강화\n◎ 한눈에 보기\n{listed}"
        "◎ 추진실적\n○ 개관: 2019. 5. 2.\n◎ 향후계획\n○ 증축\n◎ 담당부서\n○ 평생교육과\n"
    )
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(4, "평생학습 기반 강화")]


def test_a_first_pledge_over_a_section_counted_second_keeps_its_title() -> None:
    assert titles(read("1. 보안등 교체\n" + SHORT + "2. 향후계획\n- 점검\n")) == ["보안등 교체"]


def test_a_bar_behind_a_bare_number_sets_it_apart_from_the_title() -> None:
    rows = read("13 | 골목상권 지원\n서울특별시 은평구 · 사회적경제과\n" + BODY)
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(13, "골목상권 지원")]


def test_what_comes_next_is_no_deed_done() -> None:
    rows = read("13. 골목상권 지원\n" + BODY + "\n앞으로\n ○ 2호 지정: 2021. 4.\n")
    assert [event["label"] for event in rows["events"]] == ["설치"]
