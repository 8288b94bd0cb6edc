"""The checkbox block: labels, options, and what tells that an option is checked."""

from __future__ import annotations

import pytest

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.cells import choice_of_cells
from pledgecards.extract.choices.fields import PrintedChoice, field_of_boxes, parted
from pledgecards.extract.choices.labels import label_alone, label_at
from pledgecards.extract.choices.lines import choice_of_line, choices_of_line
from pledgecards.extract.choices.marks import judge
from pledgecards.extract.page import Cell, Line, Mark, Place, Run
from pledgecards.schemas.vocabulary import Match, Vocabulary

WORDS = Vocabulary.standard()


def line(marked: str, *marks: Mark, colours: dict[str, int] | None = None) -> Line:
    """A line; `**…**` is bold; `colours` sets words in a colour."""
    runs: list[Run] = []
    text = ""
    for number, part in enumerate(marked.split("**")):
        if part:
            runs.append(Run(len(text), len(text) + len(part), bold=number % 2 == 1))
            text += part
    for word, colour in (colours or {}).items():
        start = text.index(word)
        runs.append(Run(start, start + len(word), colour=colour))
        runs = [run for run in runs if run.colour or not (run.start <= start < run.end)] + [
            Run(0, start),
            Run(start + len(word), len(text)),
        ]
    return Line(text, Place(line=1), runs=tuple(sorted(runs, key=lambda run: run.start)), marks=marks)


def read(*lines: Line) -> list[tuple[str, str, dict[str, tuple[bool | None, str | None]]]]:
    """(label, field, option → (checked, mark)) for every choice of a block."""
    found = [choice_of_line(one, WORDS) for one in lines]
    choices = [choice for choice in found if choice is not None]
    told = judge([choice.candidates for choice in choices], WORDS)
    return [
        (choice.label, choice.match.key if choice.match else "other", {o.text: (o.checked, o.mark) for o in options})
        for choice, options in zip(choices, told, strict=True)
    ]


YES, NO, UNTOLD = (True, "glyph"), (False, None), (None, None)


@pytest.mark.parametrize(
    ("text", "label", "field", "options"),
    [
        ("임기구분: 임기내(☑), 임기외(☐)", "임기구분", "term", {"임기내": (True, "glyph"), "임기외": (False, None)}),
        ("임기구분: 임기내(○) 임기외(×)", "임기구분", "term", {"임기내": (True, "glyph"), "임기외": (False, None)}),
        (
            "이행단계: 계획수립 → ■추진중 → 완료",
            "이행단계",
            "stage",
            {"계획수립": (False, None), "추진중": (True, "glyph"), "완료": (False, None)},
        ),
        ("□ 임기구분 : ☑임기내 □임기외", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("○ 사업주체 : ■ 자체 □ 광역 □ 민간", "사업주체", "lead", {"자체": YES, "광역": NO, "민간": NO}),
        ("임기구분 임기내(○) / 임기외( )", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("추진단계: [v] 여론수렴 [ ] 추진중", "추진단계", "stage", {"여론수렴": YES, "추진중": NO}),
        ("임기구분 ( V ) 임기내  (  ) 임기외", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("신규여부 ●신규 ○지속", "신규여부", "novelty", {"신규": YES, "지속": NO}),
        ("신규여부 : ✔신규  계속  확대", "신규여부", "novelty", {"신규": YES, "계속": NO, "확대": NO}),
        ("[임기구분] ☐ 임기내  ☑ 임기외", "임기구분", "term", {"임기내": NO, "임기외": YES}),
        ("유형 신규/지속(기추진)", "유형", "novelty", {"신규": UNTOLD, "지속(기추진)": UNTOLD}),
        ("재원 국비·도비·시비", "재원", "other", {"국비": UNTOLD, "도비": UNTOLD, "시비": UNTOLD}),
        ("주민참여 : ☑ 예 ☐ 아니오", "주민참여", "other", {"예": YES, "아니오": NO}),
        ("구 분 : 임기내√ / 임기외", "구 분", "term", {"임기내": YES, "임기외": NO}),
        ("성 격 : 신규 / 계속(○)", "성 격", "novelty", {"신규": NO, "계속": YES}),
        ("① 임기구분 : 임기내 ○ / 임기외 ×", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("ㅁ 신규여부 : 신규(v) 계속( )", "신규여부", "novelty", {"신규": YES, "계속": NO}),
        ("임기구분 임기내○ 임기외", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("임기구분 임기내 ○임기외", "임기구분", "term", {"임기내": NO, "임기외": YES}),
        ("임기구분 임기내 ○ 임기외", "임기구분", "term", {"임기내": UNTOLD, "임기외": UNTOLD}),
        ("구분: 신규 V / 계속", "구분", "novelty", {"신규": YES, "계속": NO}),
        ("신규여부: 신규 Ｖ / 계속", "신규여부", "novelty", {"신규": YES, "계속": NO}),
        ("신규여부: 신규 (Ｏ) 계속 (Ｘ)", "신규여부", "novelty", {"신규": YES, "계속": NO}),
        ("이행단계: 준비 추진중V 완료", "이행단계", "stage", {"준비": NO, "추진중": YES, "완료": NO}),
        ("이행단계: 준비 추진중 V 완료", "이행단계", "stage", {"준비": UNTOLD, "추진중": UNTOLD, "완료": UNTOLD}),
        ("사업주체: 국가 / 영등포구 O / 민간", "사업주체", "lead", {"국가": NO, "영등포구": YES, "민간": NO}),
        ("사업주체: ✓영등포구 정부·서울시 민간", "사업주체", "lead", {"영등포구": YES, "정부·서울시": NO, "민간": NO}),
        ("사업주체: ✓서울시 영등포구 □민간", "사업주체", "lead", {"서울시 영등포구": YES, "민간": NO}),
        ("임기구분 임기내 O / 임기외 X", "임기구분", "term", {"임기내": YES, "임기외": NO}),
        ("사업구분 □ 신규 ☑ 계속", "사업구분", "novelty", {"신규": NO, "계속": YES}),
        ("임기구분 ■ 임기내 □ 임기후 총사업비 4,800백만원", "임기구분", "term", {"임기내": YES, "임기후": NO}),
        ("신규여부 □ 신규 ■ 계속 이행단계", "신규여부", "novelty", {"신규": NO, "계속": YES}),
        ("[ 구 분 ] 신규 ( O ) 계속 ( X )", "구 분", "novelty", {"신규": YES, "계속": NO}),
        ("임기구분 : [임기내] / 임기후", "임기구분", "term", {"임기내": YES, "임기후": NO}),
        ("과제유형 □ 신규 ■ 계속", "과제유형", "novelty", {"신규": NO, "계속": YES}),
        # Signs that a copy could not keep may have been any.
        ("임기구분 : ?임기내 ?임기후", "임기구분", "term", {"임기내": UNTOLD, "임기후": UNTOLD}),
        ("?? 임기구분 : ? 임기내  ? 임기후", "임기구분", "term", {"임기내": UNTOLD, "임기후": UNTOLD}),
        ("임기구분 ??임기내 / □임기후", "임기구분", "term", {"임기내": UNTOLD, "임기후": UNTOLD}),
        ("신규여부 신규 ✓ 지속", "신규여부", "novelty", {"신규": UNTOLD, "지속": UNTOLD}),
        (
            "이행단계 : 계획 > 착수 > **추진중** > 완료",
            "이행단계",
            "stage",
            {"계획": NO, "착수": NO, "추진중": (True, "bold"), "완료": NO},
        ),
    ],
)
def test_glyphs(text: str, label: str, field: str, options: dict[str, tuple[bool | None, str | None]]) -> None:
    assert read(line(text)) == [(label, field, options)]


def test_a_glyph_before_every_label_alike_is_a_bullet() -> None:
    [(label, _, options)] = read(line("- ✓ 임기구분 **임기내** / 임기외"))
    assert label == "임기구분"
    assert options == {"임기내": (True, "bold"), "임기외": NO}


def test_the_same_box_before_every_option_tells_nothing() -> None:
    [(_, _, options)] = read(line("임기구분 □임기내 □임기외"))
    assert options == {"임기내": UNTOLD, "임기외": UNTOLD}


def test_an_empty_box_says_no_where_a_full_one_stands_in_the_block() -> None:
    _, (_, _, options) = read(line("임기구분 ■임기내 □임기외"), line("신규여부 □신규 □지속"))
    assert options == {"신규": NO, "지속": NO}


def test_a_ring_checks_only_where_no_solid_mark_stands() -> None:
    [(_, _, options)] = read(line("임기구분 / ○임기내 / 임기외".replace(" / ○", " ○")))
    assert options == {"임기내": YES, "임기외": NO}


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (Mark("circle", 5, 8), "circle"),
        (Mark("tick", 5, 8), "drawn"),
        (Mark("checked_box", 5, 8), "drawn"),
        (Mark("underline", 5, 8), "drawn"),
        (Mark("highlight", 5, 8, 0xFFEE00), "shade"),
    ],
)
def test_what_is_drawn_near_an_option_checks_it(mark: Mark, name: str) -> None:
    [(_, _, options)] = read(line("임기구분 임기내 / 임기외", mark))
    assert options == {"임기내": (True, name), "임기외": NO}


def test_a_colour_that_stands_out_checks() -> None:
    [(_, _, options)] = read(line("임기구분 임기내 / 임기외", colours={"임기외": 0xC00000}))
    assert options == {"임기내": NO, "임기외": (True, "colour")}


def test_of_two_options_in_black_and_white_colour_does_not_tell_which_is_marked() -> None:
    [(_, _, options)] = read(line("임기구분 임기내 / 임기외", colours={"임기내": 0xFFFFFF}))
    assert options == {"임기내": (None, None), "임기외": (None, None)}


def test_of_three_options_the_one_in_white_is_marked() -> None:
    [(_, _, options)] = read(line("사업시기 단기 / 중기 / 장기", colours={"중기": 0xFFFFFF}))
    assert options == {"단기": NO, "중기": (True, "colour"), "장기": NO}


def test_two_choices_side_by_side_are_two() -> None:
    found = choices_of_line(line("임기구분 ☑임기내 □임기외\t사업주체 ☑구 □시"), WORDS)
    assert found is not None
    assert [choice.label for _, choice in found] == ["임기구분", "사업주체"]


def test_a_misprinted_label_is_met_and_scored() -> None:
    choice = choice_of_line(line("임지구분 임기내 / 임기외"), WORDS)
    assert choice is not None and choice.match is not None
    assert choice.match.spelling == "임기구분" and choice.match.rough and choice.match.score == 90.0


@pytest.mark.parametrize(
    "text",
    [
        "사업시기 : 2018. 7. ~ 2022. 6.",
        "- 사업주체: 영등포구",
        "위 치 : 문래동 / 당산동",
        "- 도시재생 교육 운영 / 현장 견학",
        "☑ 확인",
        "",
    ],
)
def test_prose_is_no_choice(text: str) -> None:
    assert choice_of_line(line(text), WORDS) is None


def test_an_option_broken_over_the_lines_of_a_narrow_cell_is_one_option() -> None:
    def cell(col: int, *lines: str) -> Cell:
        return Cell(0, col, 1, 1, tuple(Line(text, Place(line=1)) for text in lines), Place(line=1))

    label = cell(0, "임기구분")
    match = WORDS.labels.match("임기구분")
    assert match is not None
    found = choice_of_cells(label, match, [cell(1, "임기", "내"), cell(2, "○"), cell(3, "임기", "외"), cell(4)], WORDS)
    assert found is not None
    assert [(candidate.text, candidate.glyph) for candidate in found.candidates] == [("임기내", "○"), ("임기외", None)]


def test_an_option_in_a_cell_of_its_own_is_one_though_the_vocabulary_knows_only_its_words() -> None:
    label, match = Cell(0, 0, 1, 1, (Line("이행시기", Place()),), Place()), WORDS.labels.match("이행시기")
    assert match is not None
    texts = ("임기내 기반조성", "○", "임기후 완료", "")
    cells = [Cell(0, at, 1, 1, (Line(text, Place()),) if text else (), Place()) for at, text in enumerate(texts, 1)]
    found = choice_of_cells(label, match, cells, WORDS)
    assert found is not None
    assert [(option.text, option.glyph) for option in found.candidates] == [
        ("임기내 기반조성", "○"),
        ("임기후 완료", None),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("✔ 임기구분 : 임기내 / 임기후 ✔ 신규여부 : 신규 / 계속", [["임기내", "임기후"], ["신규", "계속"]]),
        ("◦ 임기구분 : ☑ 임기내 ☐ 임기후 ◦ 신규여부 : ☐ 신규 ☑ 계속", [["임기내", "임기후"], ["신규", "계속"]]),
        ("◈ 임기구분 : 임기내(○), 임기후( )\t◈ 신규여부 : 신규(○), 계속( )", [["임기내", "임기후"], ["신규", "계속"]]),
    ],
)
def test_labels_with_a_bullet_and_a_colon_part_a_line(printed: str, expected: list[list[str]]) -> None:
    found = choices_of_line(line(printed), WORDS)
    assert found is not None
    assert [[c.text for c in choice.candidates] for _, choice in found if choice is not None] == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("임기구분 ■ 임기내 □ 임기후 신규여부 □ 신규 ■ 계속", [["임기내", "임기후"], ["신규", "계속"]]),
        ("사업주체 □ 국가 □ 시 ■ 구\t추진단계", [["국가", "시", "구"]]),
    ],
)
def test_a_label_in_running_text_is_no_option(printed: str, expected: list[list[str]]) -> None:
    found = choices_of_line(line(printed), WORDS)
    assert found is not None
    assert [[c.text for c in choice.candidates] for _, choice in found if choice is not None] == expected


def test_options_that_only_another_field_knows_decide_the_field() -> None:
    choice = choice_of_line(line("추진구분 : □ 신규 ■ 계속"), WORDS)
    assert choice is not None and choice.match is not None
    assert choice.match.key == "novelty" and choice.label == "추진구분"


def test_an_option_behind_a_drawn_box_need_not_be_known() -> None:
    boxes = (Mark("box", 5, 7), Mark("checked_box", 8, 9), Mark("checked_box", 10, 14))
    choice = choice_of_line(line("사업주체 국가 도 마을기업", *boxes), WORDS)
    assert choice is not None
    assert [(c.text, "checked_box" in c.drawn) for c in choice.candidates] == [
        ("국가", False),
        ("도", True),
        ("마을기업", True),
    ]


def test_a_sign_that_the_font_lacks_is_an_empty_box() -> None:
    [(_, _, options)] = read(line("임기구분 ☑ 임기내 \ufffd 임기후"))
    assert options == {"임기내": (True, "glyph"), "임기후": NO}


def test_beside_a_box_a_sign_that_was_lost_is_another_one() -> None:
    [(_, _, options), _] = read(line("임기구분 \ufffd임기내 □임기후"), line("신규여부 ■신규 □계속"))
    assert options == {"임기내": UNTOLD, "임기후": UNTOLD}


def test_brackets_round_the_label_and_its_options_are_of_neither() -> None:
    (found,) = read(line("(임기구분: □ 임기내 ■ 임기외)"))
    assert list(found[2]) == ["임기내", "임기외"]
    (found,) = read(line("(임기구분) 임기내(○) 임기외( )"))
    assert list(found[2]) == ["임기내", "임기외"]


def test_fields_between_bars_are_apart() -> None:
    found = choices_of_line(line("담당부서: 도로과 | 임기구분: ■ 임기내 □ 임기외"), WORDS)
    assert found is not None
    assert [(part.text, choice is not None) for part, choice in found] == [
        ("담당부서: 도로과", False),
        ("임기구분: ■ 임기내 □ 임기외", True),
    ]


def test_options_within_brackets_behind_their_label() -> None:
    found = choices_of_line(line("◎ 임기구분 ( 임기내 ○ / 임기후 ) ◎ 신규여부 ( 신규 ○ / 계속 )"), WORDS)
    assert found is not None
    assert [(choice.label, [c.text for c in choice.candidates]) for _, choice in found if choice is not None] == [
        ("임기구분", ["임기내", "임기후"]),
        ("신규여부", ["신규", "계속"]),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "임기구분(■ 임기내, □ 임기외), 신규여부(□ 지속, ■ 신규)",
        "임기구분 [임기내 ■, 임기외 □] 신규여부 [지속 □, 신규 ■]",
        "임기구분(■임기내 □임기외)\t신규여부(□지속 ■신규)",
    ],
)
def test_several_labels_each_with_its_options_in_brackets_behind_it(printed: str) -> None:
    found = choices_of_line(line(printed), WORDS) or []
    choices = [choice for _, choice in found if choice is not None]
    told = judge([choice.candidates for choice in choices], WORDS)
    assert [(choice.label, {o.text: o.checked for o in row}) for choice, row in zip(choices, told, strict=True)] == [
        ("임기구분", {"임기내": True, "임기외": False}),
        ("신규여부", {"지속": False, "신규": True}),
    ]


def test_words_behind_the_brackets_of_the_options_leave_the_line_a_line() -> None:
    assert choices_of_line(line("임기구분(임기내 ■, 임기외 □) 2022년 6월"), WORDS) is None


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ("이행완료 / 정상추진 / 일부추진 / 보류", "stage"),
        ("임기내 / 임기외", None),  # two alone may be words of a deed
        ("이행완료 / 정상추진 / 구간별 착공", None),
    ],
)
def test_options_without_boxes_tell_a_field_where_all_of_three_are_known(options: str, field: str | None) -> None:
    match = WORDS.sections.match("추진상황", rough=False)
    assert match is not None
    candidates = [Candidate(text, Place()) for text in options.split(" / ")]
    found = field_of_boxes(match, candidates, WORDS)
    assert (found and found.key) == field


@pytest.mark.parametrize(
    "printed",
    [
        "[사업구분] 임기내( ) 임기후(O) 신규( ) 계속(O) 예산(O) 비예산( )",
        "구 분 | 임기내( ) 임기후(✔) | 신규( ) 계속(✔) | 예산(✔) 비예산( )",
        "시점: 임기내 / 임기후 V\t성격: 신규 / 계속 V\t예산: 예산 V / 비예산",
    ],
)
def test_the_options_of_several_fields_in_one_line(printed: str) -> None:
    found = choices_of_line(line(printed), WORDS)
    assert found is not None
    told = judge([choice.candidates for _, choice in found if choice is not None], WORDS)
    assert [choice.match.key for _, choice in found if choice is not None and choice.match is not None] == [
        "term",
        "novelty",
        "budgeted",
    ]
    assert [option.text for options in told for option in options if option.checked] == ["임기후", "계속", "예산"]
    assert sum(part.ink for part, _ in found) == line(printed).ink


@pytest.mark.parametrize(
    "text",
    [
        "- 대상: 임기내 신규 사업(□ 3건 포함)",
        "○ 위치: 중앙로 일원",
        "구분 : 신규 사업 / 계속 사업을 모두 지원(○)",
        "추진 V 완료",
    ],
)
def test_prose_with_signs_is_no_choice(text: str) -> None:
    assert choices_of_line(line(text), WORDS) is None


def test_a_short_label_in_running_text_before_its_own_options() -> None:
    found = choices_of_line(line("완료시기 ☑ 임기내 ☐ 임기후 유형 ☑ 신규 ☐ 지속"), WORDS)
    assert found is not None
    assert [(choice.label, [c.text for c in choice.candidates]) for _, choice in found if choice is not None] == [
        ("완료시기", ["임기내", "임기후"]),
        ("유형", ["신규", "지속"]),
    ]


def test_a_line_with_marks_is_no_label() -> None:
    assert label_alone("[ 구 분 ] 신규 ( O ) 계속 ( X )", WORDS) is None
    assert label_alone("□ 신규·계속", WORDS) is not None


def test_a_cross_alone_checks() -> None:
    [(_, _, options)] = read(line("임기구분 [X] 임기내 [ ] 임기외"))
    assert options == {"임기내": YES, "임기외": NO}


def test_options_that_all_have_the_colour_of_the_blocks_marks_are_all_checked() -> None:
    def options(fills: dict[str, int | None]) -> list[Candidate]:
        return [Candidate(text, Place(), fill=fill) for text, fill in fills.items()]

    yellow = 0xFFD966
    told = judge([options({"임기내": yellow, "임기외": None}), options({"구": yellow, "시": yellow})], WORDS)
    assert [(option.checked, option.mark) for option in told[1]] == [(True, "shade")] * 2
    other = judge([options({"임기내": yellow, "임기외": None}), options({"구": 0xEEEEEE, "시": 0xEEEEEE})], WORDS)
    assert [option.checked for option in other[1]] == [False, False]


def test_what_stands_behind_a_choice_with_a_label_of_its_own_is_no_option() -> None:
    found = choices_of_line(line("● 임기구분: 임기내\t● 완료여부: 추진중"), WORDS)
    assert found is not None
    assert [(part.text, choice and [c.text for c in choice.candidates]) for part, choice in found] == [
        ("● 임기구분: 임기내", ["임기내"]),
        ("● 완료여부: 추진중", None),
    ]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("사업성격 : ①신규 ②계속 ✔", {"신규": NO, "계속": YES}),
        ("사업성격 : ① 신규 / ② 계속 ✔", {"신규": NO, "계속": YES}),
        ("사업성격 : ①신규■ ②계속□", {"신규": YES, "계속": NO}),
        ("사업성격 : ①신규 ■ ②계속 □", {"신규": YES, "계속": NO}),
        ("사업성격 : ①신규✔ ②계속", {"신규": YES, "계속": NO}),
    ],
)
def test_a_glyph_behind_a_numbered_option_is_that_options(
    text: str, options: dict[str, tuple[bool | None, str | None]]
) -> None:
    assert read(line(text)) == [("사업성격", "novelty", options)]


def test_a_glyph_halfway_between_numbered_options_tells_nothing() -> None:
    assert read(line("사업성격 : ①신규 ✔ ②계속")) == [("사업성격", "novelty", {"신규": UNTOLD, "계속": UNTOLD})]


def test_brackets_each_round_the_options_of_a_field() -> None:
    found = choices_of_line(line("(임기내□ 임기외■) (신규■ 지속□) (예산■ 비예산□)"), WORDS) or []
    choices = [choice for _, choice in found if choice is not None]
    told = judge([choice.candidates for choice in choices], WORDS)
    assert [
        (choice.match.key, {option.text: option.checked for option in options})
        for choice, options in zip(choices, told, strict=True)
        if choice.match is not None
    ] == [
        ("term", {"임기내": False, "임기외": True}),
        ("novelty", {"신규": True, "지속": False}),
        ("budgeted", {"예산": True, "비예산": False}),
    ]


@pytest.mark.parametrize("text", ["(임기내□ 임기외■) (위치도□ 사진■)", "(국비 □) (도비 ■)", "(2019년) (2020년)"])
def test_other_brackets_are_no_choices(text: str) -> None:
    assert choices_of_line(line(text), WORDS) is None


def test_options_right_behind_a_label_are_its_own_though_together_they_are_a_label() -> None:
    found = choices_of_line(line("이행시기\t임기내 ✔\t임기후\t신규여부\t신규\t계속 ✔"), WORDS)
    assert found is not None
    assert [(choice.label, [c.text for c in choice.candidates]) for _, choice in found if choice is not None] == [
        ("이행시기", ["임기내", "임기후"]),
        ("신규여부", ["신규", "계속"]),
    ]


def test_a_mark_that_other_options_of_the_block_lack_checks_all_that_have_it() -> None:
    found = read(line("신규여부 신규 계속 ✔"), line("사업주체 국가 ✔ 도 ✔"))
    assert [checked for checked, _ in found[1][2].values()] == [True, True]


def test_a_filled_numeral_checks_its_option_and_a_drawn_bar_is_none_of_it() -> None:
    counted = choice_of_line(line("이행구분 : ① 이행완료 ② 이행 후 계속추진 ❸ 정상추진 ④ 일부추진"), WORDS)
    assert counted is not None
    assert [(c.text, c.glyph) for c in counted.candidates] == [
        ("이행완료", "□"), ("이행 후 계속추진", "□"), ("정상추진", "■"), ("일부추진", "□"),
    ]  # fmt: skip
    barred = choice_of_line(line("임기구분 : 임기내 ☑ │ 임기후 ☐"), WORDS)
    assert barred is not None
    assert [c.text for c in barred.candidates] == ["임기내", "임기후"]


def test_a_legend_of_marks_is_no_choice() -> None:
    assert choices_of_line(line("※ 범례 : ● 완료 ○ 추진중"), WORDS) is None
    assert choices_of_line(line("범례 ■ 계획 □ 실적"), WORDS) is None
    assert choices_of_line(line("◆ 추진일정표 (범례 : ○ 계획, ● 완료)"), WORDS) is None


def test_a_legend_behind_a_choice_leaves_the_choice() -> None:
    assert choices_of_line(line("임기구분 ☑ 임기내 ☐ 임기후 (범례: ☑ 해당)"), WORDS) is not None


def test_labels_that_nobody_knows_behind_the_same_bullet_have_each_its_options() -> None:
    found = choices_of_line(line("○ 완료시점 ■ 임기내 □ 임기후\t○ 성 격 □ 신규 ■ 지속"), WORDS)
    assert found is not None
    assert [
        (one.label, one.match and one.match.key, [(c.text, c.glyph) for c in one.candidates])
        for _, one in found
        if one is not None
    ] == [
        ("완료시점", "term", [("임기내", "■"), ("임기후", "□")]),
        ("성 격", "novelty", [("신규", "□"), ("지속", "■")]),
    ]


def test_white_letters_whose_ground_was_not_seen_tell_nothing() -> None:
    assert read(line("예산구분 예산 / 비예산", colours={"예산 ": 0xFFFFFF})) == [
        ("예산구분", "budgeted", {"예산": (None, None), "비예산": (None, None)})
    ]


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        # A sign that is no known glyph may be the mark: the ring beside it is none.
        (("임기구분 ♥임기내 ○임기외",), [{"♥임기내": UNTOLD, "임기외": UNTOLD}]),
        (("임기구분 ⓥ임기내 ○임기외",), [{"임기내": YES, "임기외": NO}]),
        (("임기구분: 🅥 임기내 ☐ 임기외",), [{"임기내": YES, "임기외": NO}]),
        (("임기구분: ⦿ 임기내 ⚪ 임기외",), [{"임기내": YES, "임기외": NO}]),
        # A cross says no beside rings or ticks, and yes among empty boxes.
        (("임기구분: ✕ 임기외 ○ 임기내",), [{"임기외": NO, "임기내": YES}]),
        (("임기구분: ☒ 임기외 ☑ 임기내",), [{"임기외": NO, "임기내": YES}]),
        (("임기구분: 임기내(✓) / 임기외(✗)",), [{"임기내": YES, "임기외": NO}]),
        # A nought typed for a ring, beside empty brackets.
        (("임기구분: 임기내(0) 임기외( )",), [{"임기내": YES, "임기외": NO}]),
        (("추진단계: 계획 ▶ ■추진중 ▶ 완료",), [{"계획": NO, "추진중": YES, "완료": NO}]),
        (("임기구분: 임기내[ ] / 임기외[✗]",), [{"임기내": NO, "임기외": YES}]),
        (("임기구분: ☐ 임기외 ☒ 임기내",), [{"임기외": NO, "임기내": YES}]),
        # Dots between options are no part of them; nor is a label's last word an option.
        (("임기구분: 임기내(○) · 임기외( )",), [{"임기내": YES, "임기외": NO}]),
        (("주민참여 여부: 예(O) 아니오( )",), [{"예": YES, "아니오": NO}]),
        (("조례제정 필요: ☑예 ☐아니오",), [{"예": YES, "아니오": NO}]),
        (("임기구분: <임기내> 임기외",), [{"임기내": YES, "임기외": NO}]),
        # Counted options.
        (
            ("이행단계: 1.여론수렴 2.타당성분석 ☑3.추진중 4.완료",),
            [{"여론수렴": NO, "타당성분석": NO, "추진중": YES, "완료": NO}],
        ),
        (
            ("이행단계: 1. ☐여론수렴 2. ☐타당성분석 3. ☑추진중 4. ☐완료",),
            [{"여론수렴": NO, "타당성분석": NO, "추진중": YES, "완료": NO}],
        ),
        (
            ("이행단계: ☐ 1.여론수렴 ☐ 2.타당성분석 ☑ 3.추진중 ☐ 4.완료",),
            [{"여론수렴": NO, "타당성분석": NO, "추진중": YES, "완료": NO}],
        ),
        (
            ("이행단계: 1. 여론수렴 2. 타당성분석 ☑ 3. 추진중 4. 완료",),
            [{"여론수렴": UNTOLD, "타당성분석": UNTOLD, "추진중": UNTOLD, "완료": UNTOLD}],
        ),
        (("임기구분 [임기내 ☑][임기외 ☐]",), [{"임기내": YES, "임기외": NO}]),
        (("이행단계: 1.착수 [2.추진중] 3.완료",), [{"착수": NO, "추진중": YES, "완료": NO}]),
        (("임기구분: 가. 임기내(V) 나. 임기외( )",), [{"임기내": YES, "임기외": NO}]),
        (("임기구분: O 임기내 X 임기외",), [{"임기내": YES, "임기외": NO}]),
        (("임기구분: 임기내 X 임기외 O",), [{"임기내": NO, "임기외": YES}]),
        (("사업주체: ☑ 국가 ☐ 도 ☐ 기타(\t)",), [{"국가": YES, "도": NO, "기타": NO}]),
        # What an option says of itself in brackets is no other option.
        (
            ("사업주체: □ 국가 ■ 자체(■ 시비 □ 민간투자) □ 기타( )",),
            [{"국가": NO, "자체(■ 시비 □ 민간투자)": YES, "기타": NO}],
        ),
        (
            ("임기구분: ~~임기외~~ 임기내", "신규여부: 신규 / ~~지속~~"),
            [{"임기외": NO, "임기내": (True, "drawn")}, {"신규": (True, "drawn"), "지속": NO}],
        ),
    ],
)
def test_what_marks_an_option(lines: tuple[str, ...], options: list[dict[str, tuple[bool | None, str | None]]]) -> None:
    assert [told for _, _, told in read(*map(line, lines))] == options


def test_the_body_is_an_option_of_who_leads() -> None:
    told = read(line("사업주체 국가 · 충청남도 · **아산시** · 민간"))
    assert told == [("사업주체", "lead", {"국가": NO, "충청남도": NO, "아산시": (True, "bold"), "민간": NO})]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("사업주체: 영등포구 · **정부·서울시** · 민간", ["영등포구", "정부·서울시", "민간"]),
        ("사업주체: 해운대구 **정부·부산시** 민간", ["해운대구", "정부·부산시", "민간"]),
    ],
)
def test_a_dot_joins_those_who_lead_together_where_spaces_part_the_options(text: str, options: list[str]) -> None:
    [(_, _, told)] = read(line(text))
    assert told == {options[0]: NO, options[1]: (True, "bold"), options[2]: NO}


def test_the_first_options_of_several_are_no_label_though_one_is_called_so() -> None:
    assert label_at("신규 / 계속 / 확대 / 개선", 0, WORDS) is None
    named = label_at("신규/계속: 신규 / 계속", 0, WORDS)
    assert named is not None and named[0] == "신규/계속"


def test_an_option_behind_a_box_is_no_label_of_those_behind_a_gap() -> None:
    assert read(line("[ ] 단기\t[ ] 중기\t[v]장기")) == [("", "horizon", {"단기": NO, "중기": NO, "장기": YES})]


@pytest.mark.parametrize("between", ["   ", " · "])
def test_bodies_joined_by_a_dot_are_one_option(between: str) -> None:
    told = read(line(f"사업주체 **중구**{between}정부·부산시{between}민간"))
    assert told == [("사업주체", "lead", {"중구": (True, "bold"), "정부·부산시": NO, "민간": NO})]


def test_options_left_where_the_others_are_struck_out() -> None:
    struck = line("임기구분 임기내 / 임기외", Mark("strike", 11, 14))
    assert read(struck) == [("임기구분", "term", {"임기내": (True, "drawn"), "임기외": NO})]


def test_a_note_behind_options_is_none_of_them() -> None:
    told = choices_of_line(line("임기구분 : 임기내(☑) / 임기외(☐)\t※ 2022년 6월 완료"), WORDS)
    assert told is not None
    (_, choice), (rest, none) = told
    assert choice is not None and [option.text for option in choice.candidates] == ["임기내", "임기외"]
    assert (rest.text, none) == ("※ 2022년 6월 완료", None)


def test_a_word_that_ends_labels_is_no_option() -> None:
    assert read(line("조례 제정 여부 예( ) 아니오(√)"))[0][2] == {"예": NO, "아니오": YES}


def test_options_of_several_fields_under_a_label_that_says_nothing_are_a_choice_each() -> None:
    marked = [("임기내", "(○)"), ("임기외", None), ("신규", None), ("지속", "(○)")]
    candidates = tuple(Candidate(text, Place(line=1), glyph) for text, glyph in marked)
    choice = PrintedChoice("해당여부", None, candidates, Place(line=1), 9)
    parts = parted(choice, WORDS)
    assert [part.match.key if part.match else None for part in parts] == ["term", "novelty"]
    assert [[one.text for one in part.candidates] for part in parts] == [["임기내", "임기외"], ["신규", "지속"]]
    assert [part.ink for part in parts] == [9, 0]
    whole = PrintedChoice("해당여부", None, candidates[:3], Place(line=1), 9)
    assert parted(whole, WORDS) == [whole]


def test_options_of_two_words_that_only_spaces_part() -> None:
    [(_, _, told)] = read(line("이행시기 임기 내 **임기 후**"))
    assert told == {"임기 내": (False, None), "임기 후": (True, "bold")}
    [(_, _, told)] = read(line("사업주체 ✔ 자체 국가 민간"))
    assert told == {"자체": YES, "국가": NO, "민간": NO}  # though `자체(국가)` is one option
    [(_, _, told)] = read(line("기간구분 단기 **중 · 장기**"))
    assert told == {"단기": (False, None), "중 · 장기": (True, "bold")}


def test_a_mark_between_two_options_is_of_the_side_where_the_block_has_its_marks() -> None:
    before, behind = line("임기구분 ✔ 임기내 임기외"), line("임기구분 임기내 임기외 ✔")
    between = line("사업주체 국가 ✔ 구 민간")
    assert read(before, between)[1][2] == {"국가": NO, "구": YES, "민간": NO}
    assert read(behind, between)[1][2] == {"국가": YES, "구": NO, "민간": NO}
    assert {told for told, _ in read(between)[0][2].values()} == {None}


def test_the_only_option_that_is_not_struck_out_is_checked() -> None:
    text = "사업시기 단기 / 중기 / 장기"
    strikes = [Mark("strike", text.index(word), text.index(word) + 2) for word in ("단기", "장기", "중기")]
    assert read(line(text, *strikes[:2]))[0][2] == {
        "단기": (False, None),
        "중기": (True, "drawn"),
        "장기": (False, None),
    }
    assert {told for told, _ in read(line(text, strikes[0]))[0][2].values()} == {None}


def test_bracketed_labels_that_are_options_too() -> None:
    found = choices_of_line(line("[예산구분] (○) 예산 ( ) 비예산 [추진단계] ( ) 준비 (○) 추진중 ( ) 완료"), WORDS)
    assert [choice.label for _, choice in found or [] if choice] == ["예산구분", "추진단계"]


def test_an_option_that_a_narrow_cell_broke_and_options_stacked_in_one() -> None:
    def cell(*texts: str) -> Cell:
        return Cell(0, 1, 1, 1, tuple(line(text) for text in texts), Place(line=1))

    label = cell("추진단계")
    match = label_alone(label.text, WORDS)
    assert match is not None
    broken = choice_of_cells(label, match, [cell("여론수렴 ✓ 타당성분석 추진중 완료(지", "속)")], WORDS)
    assert broken is not None
    assert [one.text for one in broken.candidates] == ["여론수렴", "타당성분석", "추진중", "완료(지속)"]
    lead = label_alone("사업주체", WORDS)
    assert lead is not None
    stacked = choice_of_cells(cell("사업주체"), lead, [cell("구", "정부·시", "민간")], WORDS)
    assert stacked is not None
    assert [one.text for one in stacked.candidates] == ["구", "정부·시", "민간"]


def test_a_label_takes_in_nothing_of_its_first_option() -> None:
    counted = read(line("임기구분 ① ☑임기내 ② ☐임기외"))
    assert counted == [("임기구분", "term", {"임기내": (True, "glyph"), "임기외": (False, None)})]
    enclosed = read(line("사업주체 [국가] [자체 ✔] [민간]"))
    assert enclosed == [
        ("사업주체", "lead", {"국가": (False, None), "자체": (True, "glyph"), "민간": (False, None)}),
    ]


def test_a_ring_with_a_cross_in_it_is_the_checked_one_of_several_rings() -> None:
    assert read(line("사업주체 ○ 국가 ⊗ 자체 ○ 민간")) == [
        ("사업주체", "lead", {"국가": (False, None), "자체": (True, "glyph"), "민간": (False, None)})
    ]


def test_beside_one_ring_it_may_as_well_say_no() -> None:
    [(_, _, options)] = read(line("임기구분 ○ 임기내 ⊗ 임기외"))
    assert options == {"임기내": UNTOLD, "임기외": UNTOLD}


def test_an_option_that_says_its_sum_behind_a_colon_is_none_of_the_label() -> None:
    assert read(line("예산구분 예산: 12억원 ☑ 비예산 ☐")) == [
        ("예산구분", "budgeted", {"예산: 12억원": (True, "glyph"), "비예산": (False, None)})
    ]


def test_rings_in_brackets_beside_a_disk_in_brackets_are_empty() -> None:
    assert read(line("이행단계 완료(●) 추진중(○) 보류(○)")) == [
        ("이행단계", "stage", {"완료": (True, "glyph"), "추진중": (False, None), "보류": (False, None)})
    ]
    assert read(line("임기구분 임기내(○) 임기외( )")) == [
        ("임기구분", "term", {"임기내": (True, "glyph"), "임기외": (False, None)})
    ]


@pytest.mark.parametrize("gap", [" ", "   ", "\t"])
def test_the_body_whose_card_it_is_is_no_option(gap: str) -> None:
    found = choices_of_line(line(f"신규여부 ☐ 지속 ☑ 신규{gap}강원도 평창군"), WORDS)
    assert found is not None
    assert [
        (part.text.strip(), choice and [option.text for option in choice.candidates]) for part, choice in found
    ] == [
        ("신규여부 ☐ 지속 ☑ 신규", ["지속", "신규"]),
        ("강원도 평창군", None),
    ]
    assert read(line("사업주체 ☐ 국가 ☑ 강원도 평창군"))[0][2] == {"국가": NO, "강원도 평창군": YES}


@pytest.mark.parametrize("field", ["위치 중앙동 일원", "관리번호 12", "완료시점 2022년 12월", "총사업비 300백만원"])
def test_a_field_behind_a_wide_gap_is_none_of_the_options(field: str) -> None:
    found = choices_of_line(line(f"임기구분 ☑임기내 ☐임기외\t{field}"), WORDS)
    assert found is not None
    assert [[c.text for c in choice.candidates] if choice else part.text for part, choice in found] == [
        ["임기내", "임기외"],
        field,
    ]


def test_a_bar_behind_a_label_is_none_of_it() -> None:
    assert read(line("임기 목표 | 착수")) == [("임기 목표", "term", {"착수": (None, None)})]
    assert read(line("임기 목표 | ■ 착수 □ 완료")) == [("임기 목표", "term", {"착수": YES, "완료": NO})]


def test_a_mark_in_a_cell_before_its_option_is_of_that() -> None:
    cells = [
        Cell(0, col, 1, 1, (Line(text, Place()),) if text else (), Place())
        for col, text in enumerate(["■", "임기내", "□", "임기외"])
    ]
    match = WORDS.labels.match("임기구분")
    assert match is not None
    choice = choice_of_cells(Cell(0, 0, 1, 1, (Line("임기구분", Place()),), Place()), match, cells, WORDS)
    assert choice is not None
    assert [(c.text, c.glyph) for c in choice.candidates] == [("임기내", "■"), ("임기외", "□")]


def test_a_line_longer_than_any_form_is_no_choice() -> None:
    assert choices_of_line(line("임기구분: ☑임기내 ☐임기외 " + "가" * 1000), WORDS) is None


def test_the_short_name_of_a_metropolis_is_an_option_among_bodies() -> None:
    """`인천시` is 인천광역시; so the line names no office in charge."""
    found = choice_of_line(line("추진주체: **옹진군** · 인천시 · 중앙정부"), WORDS)
    assert found is not None
    assert [candidate.text for candidate in found.candidates] == ["옹진군", "인천시", "중앙정부"]


@pytest.mark.parametrize(
    ("text", "options", "behind"),
    [
        ("임기구분: ☑ 임기내 ☐ 임기외, 사업기간: 2018. 7. ~", ["임기내", "임기외"], "사업기간: 2018. 7. ~"),
        ("임기구분: ☑ 임기내 ☐ 임기외 / 총사업비: 12억원", ["임기내", "임기외"], "총사업비: 12억원"),
        ("추진주체: 국가: ☐, 군: ☑, 읍면: ☐", ["국가", "군", "읍면"], None),
    ],
)
def test_a_field_behind_options_is_none_of_them(text: str, options: list[str], behind: str | None) -> None:
    found = choices_of_line(line(text), WORDS)
    assert found is not None
    assert [one.text for _, choice in found if choice is not None for one in choice.candidates] == options
    assert [part.text for part, choice in found if choice is None] == ([behind] if behind else [])


@pytest.mark.parametrize(
    ("text", "options", "behind"),
    [
        ("신규여부 ☑ 신규 ☐ 지속\t평창군", ["신규", "지속"], ["평창군"]),
        ("추진주체 ☑ 군 ☐ 도\t강원도 평창군", ["군", "도"], ["강원도 평창군"]),
        (
            "신규여부 신규 ☑ 지속 ☐\t교통과",
            ["신규", "지속"],
            [],
        ),  # marks behind their options: the last may have lost its own
        ("신규여부\t☑ 신규\t☐ 지속\t폐지", ["신규", "지속", "폐지"], []),
        ("신규여부 ☑ 신규 ☐ 지속\t확대", ["신규", "지속", "확대"], []),
    ],
)
def test_words_behind_a_wide_gap_are_no_option_among_marked_ones(
    text: str, options: list[str], behind: list[str]
) -> None:
    found = choices_of_line(line(text), WORDS)
    assert found is not None
    told = [one.text for _, choice in found if choice is not None for one in choice.candidates]
    assert told[: len(options)] == options
    assert [part.text for part, choice in found if choice is None] == behind


@pytest.mark.parametrize(
    ("cells", "marks"),
    [
        (("", "신규", "○", "지속"), [None, "○"]),
        (("○", "신규", "", "지속"), ["○", None]),
        (("신규", "○", "지속", ""), ["○", None]),
        (("신규", "", "지속", "○"), [None, "○"]),
        (("신규", "○", "지속"), ["○", None]),
    ],
)
def test_a_mark_in_a_cell_of_its_own_is_of_the_option_on_the_side_where_each_has_such_a_cell(
    cells: tuple[str, ...], marks: list[str | None]
) -> None:
    def cell(col: int, text: str) -> Cell:
        return Cell(0, col, 1, 1, (Line(text, Place()),) if text else (), Place())

    match = WORDS.labels.match("신규여부")
    assert match is not None
    printed = [cell(1 + at, text) for at, text in enumerate(cells)]
    found = choice_of_cells(cell(0, "신규여부"), match, printed, WORDS)
    assert found is not None
    assert [(one.text, one.glyph) for one in found.candidates] == list(zip(("신규", "지속"), marks, strict=True))


@pytest.mark.parametrize(
    ("printed", "marks"),
    [
        ("☑\t임기내\t☐\t임기외", ["☑", "☐"]),
        ("☐\t임기내\t☑\t임기외", ["☐", "☑"]),
        ("임기내\t☑\t임기외\t☐", ["☑", "☐"]),
        ("●\t임기내\t임기외", ["●", None]),
    ],
)
def test_marks_set_apart_from_their_options_by_wide_gaps_are_of_the_side_that_begins(
    printed: str, marks: list[str | None]
) -> None:
    found = choice_of_line(line(f"임기구분\t{printed}"), WORDS)
    assert found is not None
    assert [(one.text, one.glyph) for one in found.candidates] == list(zip(("임기내", "임기외"), marks, strict=True))


@pytest.mark.parametrize("label", ["사업유형", "추진형태", "사업종류", "추진정도"])
def test_a_label_of_anything_is_of_its_field_only_where_that_knows_an_option(label: str) -> None:
    choice = choice_of_line(line(f"{label} ■ 직영 □ 위탁"), WORDS)
    assert choice is not None and choice.match is not None
    assert choice.match.key == "other"
    choice = choice_of_line(line(f"{label} ■ 신규 □ 이어하기 □ 지속"), WORDS)
    assert choice is not None and choice.match is not None
    assert choice.match.key == "novelty"


def cell(row: int, col: int, *texts: str) -> Cell:
    return Cell(row, col, 1, 1, tuple(Line(text, Place()) for text in texts), Place())


@pytest.mark.parametrize(
    ("label", "lines", "options"),
    [
        # An option that breaks at its dot is one, though what stands before the dot is an option too.
        (
            "임기구분",
            ("( ) 임기내 ( ) 임기 내 착수 (●) 임기내·", "후"),
            {"임기내": NO, "임기 내 착수": NO, "임기내·후": YES},
        ),
        # A mark that the cell broke off its option is that option's.
        ("예산수반여부", ("수반 ( ) / 비수반", "(●)"), {"수반": NO, "비수반": YES}),
        # A syllable alone, where each of the others has a glyph, is the rest of a word that nobody needs to know.
        ("재원", ("■ 국비 □ 민간 □ 기", "타"), {"국비": YES, "민간": NO, "기타": NO}),
        # A letter at one of the options that have a line each.
        ("임기목표", ("완료", "착수V", "기반조성"), {"완료": NO, "착수": YES, "기반조성": NO}),
    ],
)
def test_what_a_narrow_cell_breaks_over_its_lines_is_whole(
    label: str, lines: tuple[str, ...], options: dict[str, tuple[bool | None, str | None]]
) -> None:
    match = WORDS.labels.match(label)
    assert match is not None
    choice = choice_of_cells(cell(0, 0, label), match, [cell(0, 1, *lines)], WORDS)
    assert choice is not None
    [told] = judge([choice.candidates], WORDS)
    assert {option.text: (option.checked, option.mark) for option in told} == options


def test_years_in_cells_of_their_own_are_no_options() -> None:
    match = WORDS.labels.match("재원")
    assert match is not None
    years = [cell(0, 1, "2018년"), cell(0, 2, "2019년"), cell(1, 1, "예산"), cell(1, 2, "예산")]
    assert choice_of_cells(cell(0, 0, "재원"), match, years, WORDS) is None


def test_what_strokes_leave_are_several_where_they_leave_one_elsewhere_in_the_block() -> None:
    term, lead = line("임기구분: 임기내 / ~~임기외~~"), line("사업주체: ~~정부~~ / 서울시 / 영등포구 / ~~민간~~")
    drawn = (True, "drawn")
    _, (_, _, options) = read(term, lead)
    assert options == {"정부": NO, "서울시": drawn, "영등포구": drawn, "민간": NO}
    [(_, _, options)] = read(lead)
    assert set(options.values()) == {UNTOLD}
    # Beside another kind of mark it is not known what the strokes say.
    _, (_, _, options) = read(line("임기구분: **임기내** / 임기외"), lead)
    assert set(options.values()) == {UNTOLD}


def test_options_set_otherwise_than_others_behind_a_sections_label_are_a_choice() -> None:
    [(_, choice)] = choices_of_line(line("- 사업구분: **신규** / 계속"), WORDS) or []
    assert choice is not None and choice.match is not None
    assert (choice.label, choice.match.key) == ("사업구분", "novelty")
    for told_by_nothing in ("- 사업구분: 신규 / 계속", "- 사업구분: **신규** / 도로", "- **사업구분**: 신규 / 계속"):
        assert choices_of_line(line(told_by_nothing), WORDS) is None


def test_words_between_wide_gaps_are_two_options_unless_they_are_one() -> None:
    [(_, _, options)] = read(line("사업주체: 정부 서울시\t**영등포구** 민간"))
    assert list(options) == ["정부", "서울시", "영등포구", "민간"]
    [(_, _, options)] = read(line("이행시기: **임기내 완료**\t임기내 착수\t임기후"))
    assert list(options) == ["임기내 완료", "임기내 착수", "임기후"]


@pytest.mark.parametrize(
    ("printed", "label", "field", "options"),
    [
        ("임기 이행 구분 □ 임기내 ■ 임기외", "임기 이행 구분", "term", ["임기내", "임기외"]),
        ("사업 시기 나눔 □ 단기 ■ 장기", "사업 시기 나눔", "horizon", ["단기", "장기"]),
        ("사업시기 단기 □ 장기 ■", "사업시기", "horizon", ["단기", "장기"]),
    ],
)
def test_a_label_goes_on_to_the_first_mark_where_marks_stand_before_their_options(
    printed: str, label: str, field: str, options: list[str]
) -> None:
    [(found, key, told)] = read(line(printed))
    assert (found, key, list(told)) == (label, field, options)
    assert [checked for checked, _ in told.values()] == [False, True]


def test_amounts_of_money_are_options_only_where_they_are_marked() -> None:
    match = WORDS.labels.match("재원", rough=False)
    assert match is not None

    def cell(col: int, text: str) -> Cell:
        return Cell(0, col, 1, 1, (Line(text, Place()),), Place())

    amounts = [cell(1, "국비"), cell(2, "150백만원"), cell(3, "시비"), cell(4, "100백만원")]
    assert choice_of_cells(cell(0, "재원"), match, amounts, WORDS) is None
    assert choice_of_cells(cell(0, "재원"), match, [cell(1, "국비 150백만원, 시비 100백만원")], WORDS) is None
    assert choice_of_cells(cell(0, "재원"), match, [cell(1, "☑ 1억원 □ 2억원")], WORDS) is not None


@pytest.mark.parametrize("printed", ["○ 사업구분: 신규(√) 계속( )", "○ 사업구분 신규(√) 계속( )", "○ 신규(√) 계속( )"])
def test_a_bullet_before_options_with_their_marks_behind_them_is_no_mark(printed: str) -> None:
    [(_, _, options)] = read(line(printed))
    assert options == {"신규": YES, "계속": NO}


def test_a_word_before_the_first_box_is_no_label_where_each_box_stands_behind_its_option() -> None:
    [(_, label, options)] = read(line("기한구별 ■ 중기 □ 장기"))
    assert (label, options) == ("horizon", {"중기": YES, "장기": NO})
    assert read(line("구분 단기 ■ 중기 □ 장기 □")) == []


def test_the_last_option_of_a_choice_is_no_part_of_the_label_behind_it() -> None:
    printed = line("임기구분: **임기내** / 임기후 신규여부: **신규** / 계속 담당: 농업기술센터 도시농업팀")
    parts = choices_of_line(printed, WORDS) or []
    found = [(choice.label, [one.text for one in choice.candidates]) if choice else part.text for part, choice in parts]
    office = "담당: 농업기술센터 도시농업팀"
    assert found == [("임기구분", ["임기내", "임기후"]), ("신규여부", ["신규", "계속"]), office]


@pytest.mark.parametrize(
    "printed",
    [
        "**임기구분\t사업주체\t신규여부\t예산구분**",
        "□ 새벌구\t□ 단기\t■ 여론수렴",
        "■ 임기내\t■ 정부·가람시\t□ 지속\t■ 예산",
    ],
)
def test_labels_side_by_side_and_options_below_each_are_no_label_and_its_options(printed: str) -> None:
    assert choices_of_line(line(printed), WORDS) is None


def test_an_unknown_label_behind_a_box_keeps_its_options() -> None:
    found = choices_of_line(line("□ 추진방법 ■ 직접 □ 위탁"), WORDS)
    assert found is not None and found[0][1] is not None and found[0][1].label == "추진방법"


def test_of_options_one_below_the_other_the_dot_in_one_parts_none() -> None:
    lines = tuple(line(text) for text in ("중구", "**정부·부산시**", "민간"))
    label, options = Cell(0, 0, 1, 1, (line("사업주체"),), Place()), Cell(0, 1, 1, 1, lines, Place())
    match = label_alone("사업주체", WORDS)
    assert match is not None
    choice = choice_of_cells(label, match, [options], WORDS)
    assert choice is not None
    assert [candidate.text for candidate in choice.candidates] == ["중구", "정부·부산시", "민간"]


def test_whether_there_is_a_budget_is_a_choice_though_its_label_heads_a_section() -> None:
    label = Match("budget", "소요예산", 100.0)

    def field(*options: str) -> str | None:
        found = field_of_boxes(label, [Candidate(word, Place(), "□") for word in options], WORDS)
        return None if found is None else found.key

    assert field("유", "무") == field("있음", "없음") == "budgeted"
    assert field("국비", "도비") is None


def test_the_head_of_a_table_set_in_bold_is_no_choice() -> None:
    for head in ("재원\t사업비\t비고", "재원\t계\t2019\t2020", "재원구분\t총사업비\t2018년까지"):
        assert choice_of_line(line(f"**{head}**"), WORDS) is None
    assert choice_of_line(line("재원\t**직접**\t간접"), WORDS) is not None


@pytest.mark.parametrize("between", [" | ", " / ", " "])
def test_a_label_right_before_its_own_option_begins_another_choice_without_colon_or_box(between: str) -> None:
    found = choices_of_line(
        line(between.join(["임기구분 임기내 ~~임기후~~", "신규여부 ~~신규~~ 계속", "예산구분 예산 ~~비예산~~"])), WORDS
    )
    assert found is not None
    assert [choice.match.key for _, choice in found if choice is not None and choice.match is not None] == [
        "term",
        "novelty",
        "budgeted",
    ]
    told = judge([choice.candidates for _, choice in found if choice is not None], WORDS)
    assert [[(option.text, option.checked) for option in row] for row in told] == [
        [("임기내", True), ("임기후", False)],
        [("신규", False), ("계속", True)],
        [("예산", True), ("비예산", False)],
    ]


@pytest.mark.parametrize("stroke", ["/", "／", "|"])
def test_a_section_word_behind_a_stroke_and_before_a_box_labels_a_choice_of_its_own(stroke: str) -> None:
    found = choices_of_line(line(f"사업주체 [v] 자체 [ ] 국가 {stroke} 추진상황 [ ] 완료 [v] 정상추진 [ ] 보류"), WORDS)
    assert found is not None
    assert [(choice.label, [c.text for c in choice.candidates]) for _, choice in found if choice is not None] == [
        ("사업주체", ["자체", "국가"]),
        ("추진상황", ["완료", "정상추진", "보류"]),
    ]
