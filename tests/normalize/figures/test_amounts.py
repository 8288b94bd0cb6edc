"""Amounts of money and counts, as Korean administration prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.normalize.amounts import AmountFound, find_amounts, parse_cell, unit_factor


def only(text: str, unit: str | None = None) -> AmountFound:
    found = find_amounts(text, unit)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("0원", 0),
        ("1,234원", 1_234),
        ("1,234 천원", 1_234_000),
        ("１，２３４천원", 1_234_000),
        ("97,000천원", 97_000_000),
        ("12,345.6백만원", 12_345_600_000),
        ("345,179.4백만원", 345_179_400_000),
        ("1.5억원", 150_000_000),
        ("18.7억", 1_870_000_000),
        ("250억", 25_000_000_000),
        ("3백만원", 3_000_000),
        ("5천만 원", 50_000_000),
        ("2천5백만원", 25_000_000),
        ("2천 500만원", 25_000_000),
        ("3억 5천만원", 350_000_000),
        ("12억3,456만 원", 1_234_560_000),
        ("12억 3,456만 5천원", 1_234_565_000),
        ("1조 2,000억원", 1_200_000_000_000),
        ("5십억원", 5_000_000_000),
        ("₩1,000", 1_000),
        ("△97,000천원", -97_000_000),
        ("△ 97,000천원", -97_000_000),
        ("▲1,234백만원", -1_234_000_000),
        ("-500만원", -5_000_000),
        ("−500만원", -5_000_000),
        ("(△500만원)", -5_000_000),
        ("(-)500만원", -5_000_000),
    ],
)
def test_money_is_read_to_the_won(text: str, won: int) -> None:
    found = only(text)
    assert (found.won, found.value, found.unit, found.approx) == (won, float(won), "원", False)


@pytest.mark.parametrize(
    ("text", "raw", "won"),
    [
        ("시제품제작비 지원(한양대 약 1,000만원)", "약 1,000만원", 10_000_000),
        ("1,000여만원 지원", "1,000여만원", 10_000_000),
        ("3억여 원 투입", "3억여 원", 300_000_000),
        ("최대 50만원까지", "최대 50만원", 500_000),
        ("10억원대 규모", "10억원대", 1_000_000_000),
        ("500만원 이상", "500만원 이상", 5_000_000),
    ],
)
def test_money_that_is_only_about(text: str, raw: str, won: int) -> None:
    found = only(text)
    assert (found.raw, found.won, found.approx) == (raw, won, True)


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit", "approx"),
    [
        ("일대(185,385㎡)", "185,385㎡", 185_385, "㎡", False),
        ("10년 이상 경력", "10년 이상", 10, "년", True),
        ("숙련공 88.6%로", "88.6%", 88.6, "%", False),
        ("펀딩 2,000% 달성", "2,000%", 2000, "%", False),
        ("총 80여회", "80여회", 80, "회", True),
        ("18개 사업", "18개", 18, "개", False),
        ("2개 팀", "2개", 2, "개", False),
        ("4개팀", "4개팀", 4, "개", False),
        ("안내사인 2개소 설치", "2개소", 2, "개소", False),
        ("100명 내외", "100명 내외", 100, "명", True),
        ("10개 이하", "10개 이하", 10, "개", True),
        ("10개 미만", "10개 미만", 10, "개", True),
        ("10개 초과", "10개 초과", 10, "개", True),
        ("계약 3건 체결", "3건", 3, "건", False),
        ("3만명", "3만명", 30_000, "명", False),
        ("1만 2천명", "1만 2천명", 12_000, "명", False),
        ("5천여 명", "5천여 명", 5_000, "명", True),
        ("12천㎡", "12천㎡", 12_000, "㎡", False),
        ("5회에 걸쳐", "5회", 5, "회", False),
        ("30일 이내", "30일 이내", 30, "일", True),
        ("24시간 운영", "24시간", 24, "시간", False),
        ("왕복 4차로", "4차로", 4, "차로", False),
        ("임대주택 100호 공급", "100호", 100, "호", False),
        ("9.5%p", "9.5%p", 9.5, "%p", False),
        ("△3.5%", "△3.5%", -3.5, "%", False),
        ("간담회 3차례 개최", "3차례", 3, "차례", False),
        ("초등학교 45교", "45교", 45, "교", False),
        ("보안등 200등 교체", "200등", 200, "등", False),
        ("90 퍼센트", "90 퍼센트", 90, "%", False),
        ("주 5일 운영", "5일", 5, "일", False),
        ("40일 소요", "40일", 40, "일", False),
        ("1.5년 소요", "1.5년", 1.5, "년", False),
        ("▲ 5개소 설치", "5개소", 5, "개소", False),
        ("-10개소 설치", "10개소", 10, "개소", False),  # a bullet set close
        ("1,00~5개소", "5개소", 5, "개소", False),
        ("5~0개소", "0개소", 0, "개소", True),
    ],
)
def test_counts(text: str, raw: str, value: float, unit: str, approx: bool) -> None:
    found = only(text)
    assert (found.raw, found.value, found.unit, found.won, found.approx) == (raw, value, unit, None, approx)


@pytest.mark.parametrize(
    "text",
    [
        "수천만원", "천만원", "몇억", "수억 원",
        "1,23개", "1,2345명", "12,34,567원", "007개", "1.2.3개",
        "12억 34,567만원",  # 34,567만 is more than an 억
        "1만 20,000원",
        "5백3천원", "3십5백원", "1.5억 3천만원",
        "3억 5천",  # spoken for 3억 5천만
        "2조 3교대", "제3조", "3 만화",
        "02-2670-3525", "2670-3525번", "☎ 4198", "010.1234.5678",
        "제3호", "도시재생 1호", "101호", "7호선", "제 3회", "중간보고회(2차)", "10회차", "3회의실", "1년차", "100주년",
        "4차산업", "1~4가", "문래1동", "민선7기", "민선 7기", "2단계 사업", "제38조", "3도심", "65세",
        "2018년", "18년", "'18. 7.", "2018. 7. 1.", "7월 5일", "2018~2022년", "3/4분기", "1/4분기", "18시 30분", "3분의 2",
        "1인 가구", "50대 남성", "50대 이상 남성", "60대 어르신", "공모전 1등", "5대 공약", "5원칙", "1명소", "3건물", "5G", "3D", "G20개국",
        "5kmh", "3kg5", "5,6회", "3/4 이상", "10-20명",
        "25. 경인", "1,889", "",
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert find_amounts(text) == []


def test_several_amounts_of_a_text_keep_their_order_and_places() -> None:
    text = "2018년 주민공모사업: 18개 사업, 97,000천원 지원"
    found = find_amounts(text)
    assert [(one.raw, one.value, one.unit) for one in found] == [("18개", 18, "개"), ("97,000천원", 97_000_000, "원")]
    assert [text[one.span[0] : one.span[1]] for one in found] == [one.raw for one in found]


def test_the_ends_of_a_range_share_their_unit_and_are_approximate() -> None:
    assert [(one.raw, one.value, one.unit, one.approx) for one in find_amounts("3~5개")] == [
        ("3", 3, "개", True),
        ("5개", 5, "개", True),
    ]
    assert [one.won for one in find_amounts("100~200만원")] == [1_000_000, 2_000_000]
    assert [one.approx for one in find_amounts("50%∼60%")] == [True, True]


def test_a_triangle_that_lists_is_no_sign() -> None:
    assert [one.value for one in find_amounts("▲청년 5명 ▲노인 3명")] == [5, 3]
    assert [one.won for one in find_amounts("▲창업 지원 ▲5억원 융자")] == [500_000_000]
    # of triangles before amounts alone nobody can tell: no value
    assert find_amounts("▲5억원 지원 ▲3억원 융자") == []


def test_money_beside_a_count_is_not_one_number() -> None:
    assert [(one.value, one.unit) for one in find_amounts("국비 3억 5개소")] == [(300_000_000, "원"), (5, "개소")]


def test_the_tables_unit_is_for_numbers_without_one() -> None:
    assert only("1,889", "백만원").won == 1_889_000_000
    assert only("1,889", "(단위: 천원)").won == 1_889_000
    assert only("1,889천원", "백만원").won == 1_889_000
    assert only("50만", "백만원").won == 500_000
    assert (only("80", "%").value, only("80", "%").unit) == (80, "%")
    assert [one.unit for one in find_amounts("3개소", "백만원")] == ["개소"]


@pytest.mark.parametrize("text", ["(100)", "- 100", "5천", "2018.", "12월", "A12"])
def test_a_number_that_may_be_something_else_takes_no_unit_from_the_table(text: str) -> None:
    assert find_amounts(text, "백만원") == []


@pytest.mark.parametrize(
    ("note", "factor"),
    [
        ("(단위: 백만원)", 1_000_000),
        ("【단위 : 천원】", 1_000),
        ("단위:억원, %", 100_000_000),
        ("(단위: 개소/백만 원)", 1_000_000),
        ("(단위：백만원)", 1_000_000),
        ("단위 : 백만", 1_000_000),
        ("(단위:백만원, 부가세 포함)", 1_000_000),
        ("원", 1),
        ("백만원", 1_000_000),
        ("(단위: 명)", None),
        ("인원", None),
        ("(단위: ¾만원)", None),
        ("(단위: 백만원, 천원)", None),
        ("", None),
        (None, None),
    ],
)
def test_unit_notes(note: str | None, factor: int | None) -> None:
    assert unit_factor(note) == factor


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("1,889", 1_889_000_000), ("0", 0), ("345,179.4", 345_179_400_000), ("△1,889", -1_889_000_000), ("▲ 300", -300_000_000),
        ("-35", -35_000_000), ("(△35)", -35_000_000), ("1,889천원", 1_889_000), ("3억", 300_000_000), ("1,889 (국비)", 1_889_000_000),
        ("국비 1,889", 1_889_000_000), ("1,889 (30%)", 1_889_000_000), ("약 1,889", 1_889_000_000), ("1,889*", 1_889_000_000),
    ],
)  # fmt: skip
def test_a_budget_cell_with_an_amount(text: str, won: int) -> None:
    cell = parse_cell(text, "(단위: 백만원)")
    assert (cell.state, cell.won, cell.value) == ("amount", won, Decimal(won))


def test_a_budget_cell_says_which_unit_it_printed_itself() -> None:
    assert parse_cell("1,889천원", "백만원").unit_raw == "천원"
    assert parse_cell("1,889", "백만원").unit_raw is None


def test_a_budget_cell_without_any_unit_keeps_its_number_but_has_no_won() -> None:
    cell = parse_cell("1,889", None)
    assert (cell.state, cell.value, cell.won) == ("amount", Decimal(1889), None)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", "blank"),
        (" \n ", "blank"),
        ("-", "dash"),
        ("－", "dash"),
        ("– –", "dash"),
        ("없음", "dash"),
        ("(비예산)", "dash"),
    ],
)
def test_a_budget_cell_without_an_amount(text: str, state: str) -> None:
    assert parse_cell(text, "백만원").state == state


@pytest.mark.parametrize(
    "text",
    ["▽1,200", "l,200", "l,1,200", "국비,200", "1,200百萬", 
        "1 889", "1,8 89", "1,889, 000", "1,889 (500)", "(1,889)", "1,889 / -", "1,889 -", "- 1,889", "1,889~2,000", "1.2.3", "1,23",
        "3개소", "2018년 1,889", "12월", "1/2", "A12", "미정", "△", "5천", "0.0000001", "99999999999999999999", "9" * 5000, "O",
    ],
)  # fmt: skip
def test_a_budget_cell_that_cannot_be_read_has_no_value(text: str) -> None:
    cell = parse_cell(text, "백만원")
    assert (cell.state, cell.value, cell.won) == ("unreadable", None, None)


UNITS = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000, "천만원": 10_000_000, "억원": 100_000_000}


def compound(won: int) -> str:
    """`12억 3,456만 7,890원`."""
    hundreds, rest = divmod(won, 100_000_000)
    tens, ones = divmod(rest, 10_000)
    parts = [f"{hundreds:,}억" if hundreds else "", f"{tens:,}만" if tens else "", f"{ones:,}" if ones else ""]
    return " ".join(part for part in parts if part) + "원"


@given(
    number=st.integers(1, 10**9),
    unit=st.sampled_from(sorted(UNITS)),
    commas=st.booleans(),
    space=st.sampled_from(["", " "]),
    sign=st.sampled_from(["", "△", "▲", "-", "△ ", "(-)"]),
    about=st.sampled_from(["", "약 "]),
)
def test_an_amount_in_any_notation_reads_back(
    number: int, unit: str, commas: bool, space: str, sign: str, about: str
) -> None:
    if about:
        sign = ""
    text = f"{about}{sign}{number:,}{space}{unit}" if commas else f"{about}{sign}{number}{space}{unit}"
    found = only(text)
    assert found.won == number * UNITS[unit] * (-1 if sign else 1)
    assert found.raw == text
    assert found.approx == bool(about)


@given(won=st.integers(1, 10**12 - 1))
def test_a_compound_amount_reads_back(won: int) -> None:
    assert only(compound(won)).won == won
    assert only("사업비 " + compound(won) + " 투입").won == won


@given(tenths=st.integers(1, 10**9), unit=st.sampled_from([unit for unit, factor in UNITS.items() if factor >= 10]))
def test_decimals_are_exact(tenths: int, unit: str) -> None:
    printed = f"{tenths // 10:,}.{tenths % 10}"
    assert parse_cell(printed, unit).won == tenths * UNITS[unit] // 10


@given(
    number=st.integers(-(10**9), 10**9),
    unit=st.sampled_from(sorted(UNITS)),
    sign=st.sampled_from(["-", "△", "▲", "△ "]),
)
def test_cells_read_back_and_negatives_stay_negative(number: int, unit: str, sign: str) -> None:
    printed = f"{sign}{-number:,}" if number < 0 else f"{number:,}"
    assert parse_cell(printed, f"(단위: {unit})").won == number * UNITS[unit]
    assert [one.won for one in find_amounts(printed, unit)] == [number * UNITS[unit]]


CARD_LETTERS = st.text(
    st.sampled_from("0123456789,.~-△▲/()'% 원천백십만억조개회명년월일여약제호%㎡이상㎏A\n１，"), max_size=30
)


@settings(max_examples=300)
@given(text=st.one_of(CARD_LETTERS, st.text(max_size=40)), unit=st.sampled_from([None, "백만원", "%", "(단위: 천원)"]))
def test_no_text_raises_and_spans_hold(text: str, unit: str | None) -> None:
    end = 0
    for found in find_amounts(text, unit):
        assert end <= found.span[0] < found.span[1] <= len(text)
        assert text[found.span[0] : found.span[1]] == found.raw
        assert found.won is None or abs(found.won) < 2**63
        end = found.span[1]
    cell = parse_cell(text, unit)
    assert (cell.state == "amount") == (cell.value is not None)


@pytest.mark.parametrize("text", ["△1,200", "⊿1,200", "∆ 1,200"])
def test_a_triangle_of_any_font_is_a_minus(text: str) -> None:
    assert parse_cell(text, "백만원").won == -1_200_000_000


def test_the_sign_of_won_says_no_other_than_the_table_of_won() -> None:
    assert parse_cell("₩1,200", "원").won == parse_cell("₩1,200", None).won == 1_200


@pytest.mark.parametrize(
    "text",
    ["개소당 50", "명당 50만원", "월 30만원", "매년 100", "단가 1,200", "감 100", "증50", "(증)50", "(연) 5", "감액 50", "50 증액", "50(감)", "50(삭감)", "30/월", "30만원/월", "+100", "$100", "[100]", "<100>", ".5",
     "1,200(단위: 천원)", "471)", "51.2 1)", "마이너스 1,200", "반납 100", "1,200(누계)", "1,200 USD", "₩1,200", "1½"],
)  # fmt: skip
def test_what_is_not_the_amount_of_the_whole_is_no_amount(text: str) -> None:
    assert parse_cell(text, "백만원").state == "unreadable"


@pytest.mark.parametrize(
    "text",
    [
        "50¹",
        "50¹)",
        "50주1)",
        "50 주)",
        "50(주2)",
        "국비 50",
        "추가 50",
        "50(백만원)",
        "인건비 50",
        "약 50",
        "50 (개소당 5%)",
    ],
)
def test_other_words_beside_an_amount_leave_it_as_it_is(text: str) -> None:
    assert parse_cell(text, "백만원").won == 50_000_000


def test_groups_of_digits_tell_a_figure_from_the_mark_of_its_footnote() -> None:
    assert parse_cell("8,1971)", "백만원").won == 8_197_000_000
    assert parse_cell("△1,20012)", "천원").won == -1_200_000
    assert parse_cell("8,197)", "백만원").state == "unreadable"
    assert parse_cell("122억원주1)", None).won == 12_200_000_000


def test_the_rest_of_a_decimal_number_is_no_count() -> None:
    assert find_amounts("공원 .5ha 조성") == []


def test_three_decimals_of_a_small_unit_may_be_thousands() -> None:
    assert parse_cell("1.200", "천원").state == "unreadable"
    assert parse_cell("1.200", "억원").won == 120_000_000
    assert parse_cell("0.200", "천원").won == 200


@pytest.mark.parametrize("text", ["US$ 2억", "미화 1억", "$500만 투자"])
def test_a_sum_of_another_currency_named_before_it_is_none(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1억 달러", 100_000_000, "달러"),
        ("외자 3억 달러 유치", 300_000_000, "달러"),
        ("수출 5만불", 50_000, "달러"),
        ("미화 120만 달러 규모", 1_200_000, "달러"),
        ("3천유로 지원", 3_000, "유로"),
    ],
)
def test_a_sum_of_another_currency_is_counted_in_it_and_none_in_won(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.won) == (value, unit, None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("도시락 300인분 배달", 300, "인분"),
        ("제한속도 80km/h", 80, "km/h"),
        ("농도 25㎍/㎥ 저감", 25, "㎍/㎥"),
        ("30%포인트 상승", 30, "%p"),
        ("12품목 육성", 12, "품목"),
        ("열차 4량", 4, "량"),
        ("수거통 30통 지원", 30, "통"),
        ("파크골프장 18홀 조성", 18, "홀"),
    ],
)
def test_units_that_another_unit_begins_are_read_whole(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["3통 주민", "제1홀", "4량리", "3채널", "5초등학교", "2병동"])
def test_units_of_one_syllable_that_number_or_begin_a_word(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32→21명", [32, 21]),
        ("(2→4개소)", [2, 4]),
        ("20만→30만원", [200_000, 300_000]),
        ("100 → 200백만원", [100_000_000, 200_000_000]),
        ("2018 → 3만명", [30_000]),
        ("3→5→8개소", [3, 5, 8]),
        ("10 → 20 → 25 → 40건", [10, 20, 25, 40]),
        ("2018→2019→8개소", [8]),
    ],
)
def test_what_was_and_what_is_share_their_unit_and_are_exact(text: str, expected: list[float]) -> None:
    found = find_amounts(text)
    assert [one.value for one in found] == expected
    assert not any(one.approx for one in found)


@pytest.mark.parametrize(
    ("text", "value"), [("▲12% 증가", 12), ("(▲3.2%p 상승)", 3.2), ("▲12%", -12), ("△12.5% 감소", -12.5)]
)
def test_a_triangle_before_a_rise_points_upwards(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(("text", "won"), [("3억 불용", 300_000_000), ("3억, 엔진 교체", 300_000_000)])
def test_other_words_behind_a_sum_are_no_currency(text: str, won: int) -> None:
    assert only(text).won == won


@pytest.mark.parametrize("text", ["1.234명", "2.500개소", "12.345대 설치"])
def test_a_full_stop_among_what_is_counted_whole_may_be_a_comma(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(("text", "value"), [("1.234km", 1.234), ("평점 4.125점", 4.125), ("1.5배", 1.5)])
def test_measures_have_decimals(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text", ["1,200(국비 600)", "1,200 (국비 600, 도비 400, 시비 200)", "1,200백만원(국비600·구비600)"]
)
def test_brackets_that_part_an_amount_among_sources_leave_it_whole(text: str) -> None:
    assert parse_cell(text, "백만원").won == 1_200_000_000


@pytest.mark.parametrize(
    "text", ["1,200(국비 1,600)", "시비 800(국비 400)", "300 (추경 100)", "75 [이월 20]", "1,200(계 600)", "1,200(600)"]
)
def test_a_second_amount_that_is_no_part_of_a_source_leaves_the_cell_unread(text: str) -> None:
    assert parse_cell(text, "백만원").state == "unreadable"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10만~20만원", [100_000, 200_000]),
        ("5백~1천만원", [5_000_000, 10_000_000]),
        ("5천~1만원", [5_000, 10_000]),
        ("1만 5천~2만원", [15_000, 20_000]),
        ("1천5백~2천만원", [15_000_000, 20_000_000]),
        ("3천~5천명", [3_000, 5_000]),
        ("10만~20만 그루", [100_000, 200_000]),
        # The first may be short for more than one sum.
        ("5천~1억원", [100_000_000]),
        ("3억5천~4억원", [400_000_000]),
    ],
)
def test_the_ends_of_a_range_share_what_multiplies_them(text: str, values: list[int]) -> None:
    found = find_amounts(f"지원 {text}")
    assert [one.value for one in found] == values and all(one.approx for one in found)


@given(
    st.integers(1, 98), st.integers(1, 400), st.sampled_from(["~", " ~ ", "∼"]), st.sampled_from(["원", "명", " 그루"])
)
def test_ranges_in_ten_thousands_read_back(first: int, more: int, sign: str, unit: str) -> None:
    found = find_amounts(f"{first}만{sign}{first + more}만{unit}")
    assert [one.value for one in found] == [first * 10_000, (first + more) * 10_000]


@pytest.mark.parametrize(
    "text",
    [
        "20.05 개관",
        "도서관 5. 12 개소",
        "도서관 5. 12 개교",
        "2019. 3. 4, 5 개소식",
        "1억2,500",
        "50대50",
        "1인당",
        "1개소당",
    ],
)
def test_openings_ratios_and_sums_cut_short_are_no_counts(text: str) -> None:
    assert find_amounts(text) == []


def test_a_letter_may_stand_for_the_sign_of_multiplication() -> None:
    assert [one.raw for one in find_amounts("50천원x12회x10명")] == ["50천원", "12회", "10명"]
    assert [one.raw for one in find_amounts("A4x12 Mx10명")] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("실업률 ▼3.5%", -3.5), ("인구 ▽3.5% 감소", -3.5), ("(▼120명)", -120), ("▼ 3.5%", 3.5), ("▼사업 ▼3.5% 감축", 3.5)],
)
def test_a_triangle_on_its_head_set_close_is_a_fall(text: str, value: float) -> None:
    assert [found.value for found in find_amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("1,000 여 명 이용", "1,000 여 명", 1_000),
        ("50 여명 참여", "50 여명", 50),
        ("약 30 여 개소", "약 30 여 개소", 30),
    ],
)
def test_a_space_before_the_word_for_about(text: str, raw: str, value: float) -> None:
    assert [(found.raw, found.value, found.approx) for found in find_amounts(text)] == [(raw, value, True)]


def test_what_begins_like_the_word_for_about_is_another() -> None:
    assert find_amounts("2 여건 및 3 여성 4 여가") == []


def test_houses_are_counted_where_the_word_before_them_says_so() -> None:
    assert [found.raw for found in find_amounts("빈집 3동 정비, 폐가 2호, 상계 3동 정비")] == ["3동", "2호"]


@pytest.mark.parametrize(
    ("text", "won"), [("5천여만원", 50_000_000), ("1억 2천여만 원 투입", 120_000_000), ("3백여 억원", 30_000_000_000)]
)
def test_the_word_for_about_within_what_multiplies(text: str, won: int) -> None:
    assert [(found.won, found.approx) for found in find_amounts(text)] == [(won, True)]


@pytest.mark.parametrize(
    ("text", "won"),
    [("1조 2,000억", 1_200_000_000_000), ("25억3,400만", 2_534_000_000), ("2천5백만", 25_000_000), ("₩1,200", None)],
)
def test_a_cell_of_several_multipliers_needs_no_word_for_money(text: str, won: int | None) -> None:
    assert parse_cell(text, "백만원").won == won
