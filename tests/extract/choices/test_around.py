"""Labels of choices half-way between the lines of their options."""

from __future__ import annotations

from pledgecards.convert import convert_bytes


def test_signs_without_words_around_a_label_are_no_options() -> None:
    text = "5. 은행나무길\n■\n추진단계\n□\n임기구분: ■ 임기내 □ 임기후\n□ 사업개요\n○ 걷고 싶은 길\n"
    rows = convert_bytes(text.encode(), "card.txt")
    assert [row["status"] for row in rows["documents"]] == ["ok"]
    assert [card["term"] for card in rows["cards"]] == ["임기내"]
