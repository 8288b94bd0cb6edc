"""The name of a project is the same in every table, whatever marker or number its lists put before it."""

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.normalize.project_names import project_name
from pledgecards.schemas.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "printed",
    ["① 쉼터 조성", "1) 쉼터 조성", "1. 쉼터 조성", "01. 쉼터 조성", "(1) 쉼터 조성", "가. 쉼터 조성", "가) 쉼터 조성", "▸ 쉼터 조성", "- 쉼터 조성",
     "ㅇ 쉼터 조성", "○ ① 쉼터 조성", "Ⅰ. 쉼터 조성", "[쉼터 조성]", "쉼터 조성 :", "쉼터 조성,"],
)  # fmt: skip
def test_a_name_without_what_its_list_puts_before_it(printed: str) -> None:
    assert project_name(printed, Vocabulary.standard()) == "쉼터 조성"


@pytest.mark.parametrize(
    "name",
    ["2019년 마을축제", "1인 가구 지원", "4차산업 육성", "3·1 운동 기념", "3. 1운동 기념", "6. 25전쟁 참전비", "119 안전센터", "1. 5톤 화물차", "100세 시대",
     "1,000원 택시", "10. 26. 기념", "-10℃ 쉼터", "O2O 장터", "Ⅱ단계 하수관로", "(가칭)쉼터", "①", "1)", "소계"],
)  # fmt: skip
def test_a_figure_that_a_name_begins_with_is_of_the_name(name: str) -> None:
    assert project_name(name, Vocabulary.standard()) == name


CARD = """
공약 3. 작은 쉼터 확충

□ 추진일정
| 세부사업 | 2019년 1분기 | 2019년 2분기 | 2019년 3분기 | 2019년 4분기 |
| ① 쉼터 조성 | ■ | ■ |  |  |
| ② 1인 가구 지원 |  |  | ■ | ■ |

□ 소요예산 (단위: 백만원)
| 세부사업 | 재원 | 계 | 2018년 | 2019년 |
| 계 | 구비 | 30 | 10 | 20 |
| 1) 쉼터 조성 | 구비 | 10 | 5 | 5 |
| 2) 1인 가구 지원 | 구비 | 20 | 5 | 15 |

□ 확인지표
| 세부사업 | 단위 | 목표 | 2018년 | 2019년 |
| 가. 쉼터 조성 | 개소 | 4 | 2 | 2 |
| 나. 1인 가구 지원 | 명 | 20 | 10 | 10 |

□ 추진실적
1. 쉼터 조성
 - '19. 3. 5. : 착공
2. 1인 가구 지원
 - '19. 4. 5. : 협약

□ 실적표
| 세부사업 | 단위 | 실적 | 2018년 | 2019년 | 이행률 |
| - 쉼터 조성 | 개소 | 4 | 2 | 2 | 100% |
| - 1인 가구 지원 | 명 | 20 | 10 | 10 | 100% |
"""


def test_lines_of_one_project_join_over_all_tables() -> None:
    rows = convert_bytes(CARD.encode())
    for table in ("schedule", "budget", "indicators", "events"):
        named = {row["project"] for row in rows[table]} - {None}
        assert named == {"쉼터 조성", "1인 가구 지원"}, table
    assert "indicator.project_mismatch" not in [issue["code"] for issue in rows["issues"]]


@pytest.mark.parametrize("marker", ["", "① ", "(1) ", "1. ", "가. ", "- "])
def test_a_name_with_a_marker_is_a_row_where_all_its_cells_are_blank(marker: str) -> None:
    """As a text keeps a schedule whose bars were fills."""
    text = (
        "공약 3. 작은 쉼터 확충\n\n□ 추진일정\n구 분\t2019년\t\t2020년\t\n\t상\t하\t상\t하\n"
        f"{marker}쉼터 조성\t\t\t\t\n{marker}꽃길 조성\t\t\t\t\n"
    )
    rows = convert_bytes(text.encode())["schedule"]
    assert [(row["project"], row["year"]) for row in rows[::2]] == [
        ("쉼터 조성", 2019), ("쉼터 조성", 2020), ("꽃길 조성", 2019), ("꽃길 조성", 2020),
    ]  # fmt: skip
