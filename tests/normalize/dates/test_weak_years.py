"""Years written as other figures are: when two digits and 년, or four digits alone, are a year, and when they are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgecards.normalize.dates import find_dates


def _read(text: str) -> list[tuple[str, str]]:
    return [(found.raw, found.edtf) for found in find_dates(text)]


@pytest.mark.parametrize(
    "text",
    ["18년 착수", "18년에 착수", "(18년) 착수", "준공(18년)", "준공: 18년", "18년 개소식", "18년 본예산 12억원"],
)
def test_beside_a_deed_that_lasts_no_time_two_digits_are_a_year(text: str) -> None:
    assert _read(text) == [("18년", "2018")]


@pytest.mark.parametrize(
    "text",
    ["최근 20년 준공된 건물 조사", "향후 20년 수립 계획", "약 20년 개통 효과", "공공임대(20년) 착공", "설립 20년 개관 기념", "20년 | 15개동 | 3 세대", "20년 계획", "준공 후 20년 경과", "준공 20년", "내구연한(20년)", "계약기간: 20년", "20년 선정릉", "20년 고시원", "15년 된 청사", "20년 숙원 해결"],
)  # fmt: skip
def test_elsewhere_they_are_a_length_of_time(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("18년 12건, 19년 15건", ["18년", "19년"]),
        ("18년: 3회 / 19년: 4회 / 20년: 5회", ["18년", "19년", "20년"]),
        ("18년(12건), 19년(15건), 20년(17건)", ["18년", "19년", "20년"]),
        ("(18년) 12건 → (19년) 15건", ["18년", "19년"]),
        ("18년→19년", ["18년", "19년"]),
        ("'19: 1,200백만원 / '20: 1,500백만원", ["'19", "'20"]),
        ("2018(12건), 2019(15건)", ["2018", "2019"]),
        ("2018 12건 / 2019 15건", ["2018", "2019"]),
        ("2018: 설계, 2019: 시공, 2021: 준공", ["2018", "2019", "2021"]),
        ("'18: 3건 '19: 5건", ["'18", "'19"]),
    ],
)
def test_years_that_follow_one_another_are_years(text: str, years: list[str]) -> None:
    assert [raw for raw, _ in _read(text)] == years
    assert [int(edtf) % 100 for _, edtf in _read(text)] == [int(year.strip("'년")[-2:]) for year in years]


@pytest.mark.parametrize(
    "text",
    [
        "10년, 15년, 20년 근속",
        "근속 18년(3명), 19년(5명) 표창",
        "경력 15년 3명, 16년 2명 우대",
        "18년 이상 12명, 19년 이상 3명",
        "15년, 16년 된 시설",
        "20년~30년",
        "18년-19년",
        "시흥대로 2018(독산동), 2019(시흥동)",
        "2018 러시아 월드컵, 2019 아시안컵",
        "2018 1,200명",
    ],
)
def test_figures_beside_each_other_are_none(text: str) -> None:
    assert _read(text) == []


@settings(deadline=None)
@given(st.integers(2014, 2028), st.integers(2, 99), st.sampled_from([", ", " / ", "→", "; "]), st.sampled_from(["년 {}건", "년({}명)", "년: {}회"]))  # fmt: skip
def test_years_side_by_side_read_back(year: int, count: int, sign: str, told: str) -> None:
    text = sign.join(f"{one % 100:02}{told.format(count)}" for one in (year, year + 1, year + 2))
    assert [edtf for _, edtf in _read(text)] == [str(year), str(year + 1), str(year + 2)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("'30년 숙원사업' 해결", []),
        ("‘30년 숙원사업’ 해결('19. 3.)", ["2019-03"]),
        ("'20년 만에 준공' 현판 제막", []),
        # A quotation that only stands behind it, or a date by itself in quotation marks.
        ("'19년 '지방재정' 우수사례 선정", ["2019"]),
        ("'19년 제1회'청춘마켓'개최", ["2019"]),
        ("‘18.7.’부터", ["2018-07"]),
        ("'18~'22년 '혁신' 계획", ["2018/2022"]),
    ],
)
def test_a_sign_that_opens_a_quotation_makes_no_year(text: str, edtf: list[str]) -> None:
    assert [found for _, found in _read(text)] == edtf


def test_alone_in_the_first_cell_of_a_row_it_is_a_year() -> None:
    assert _read("19년 | 특별조정교부금 15억원 확보") == [("19년", "2019")]
    assert _read("내구연한 | 20년") == []


@pytest.mark.parametrize("text", ["2018.7.1부로 시행", "2018. 7. 1부로 시행", "'18.7.1부터 시행"])
def test_what_is_in_force_from_a_day_on_counts_nothing(text: str) -> None:
    assert find_dates(text)[0].start.isoformat() == "2018-07-01"


@pytest.mark.parametrize(("text", "year"), [("2019 연말 준공", "2019 연말"), ("2019 연말까지 설치", "2019 연말까지")])
def test_four_digits_before_the_end_of_the_year_are_a_year(text: str, year: str) -> None:
    assert [raw for raw, _ in _read(text)] == [year]
    assert _read("총 2019 연말정산 상담") == []
