"""What the reading of a card's number and title was unsure of."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.issue import Issue
from pledgecards.extract.titles.title import Title

_UNSURE = "number.unsure"


def title_issues(title: Title) -> list[Issue]:
    """The issues of a card's title: that it or its number is missing, or that the number may be the first word of the title."""
    issues = []
    if title.text is None:
        issues.append(Issue("title.missing", "공약 제목을 찾지 못했습니다.", "cards", "title", title.place))
    if title.number is None:
        issues.append(Issue("number.missing", "공약번호를 찾지 못했습니다.", "cards", "pledge_no", title.place))
    elif title.bare_number:
        message = (
            f"제목 앞의 '{title.number}'을(를) 공약번호로 읽었으나, 점이나 괄호가 없어 제목의 일부일 수도 있습니다."
        )
        issues.append(Issue(_UNSURE, message, "cards", "pledge_no", title.place, title.number))
    return issues


def without_doubt(issues: Sequence[Issue], cards: int) -> tuple[Issue, ...]:
    """The issues of a card in a file of so many: where several are numbered, a number is one however it is printed."""
    return tuple(issue for issue in issues if cards == 1 or issue.code != _UNSURE)
