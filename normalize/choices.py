"""The checkbox block as rows of `choices`, the fields of `cards` that come from it, and its checks."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.card import Choice, Item
from pledgecards.normalize.rows import Issue, Row, place_columns
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import fold

FIELDS = ("term", "lead", "novelty", "horizon", "budgeted", "stage")
"""The choices that have a column of their own in `cards`."""

_SEVERAL = frozenset({"lead", "other"})  # several options may well be checked
_UNNAMED = "이름 없는 선택란"
_NEW = ("신규",)
_GOING_ON = ("지속", "계속", "기추진")


def choice_rows(choices: Sequence[Choice]) -> tuple[list[Row], Row, list[Issue]]:
    """(rows of `choices`, the columns of `cards`, issues).

    A card's field is its checked options joined with `;` in printed order, null where none is checked or it cannot be told.
    """
    rows: list[Row] = []
    fields: Row = dict.fromkeys(FIELDS)
    issues: list[Issue] = []
    for choice in choices:
        label = " ".join(choice.label.split()).rstrip(f" {COLONS}")
        for number, option in enumerate(choice.options, 1):
            rows.append(
                {
                    "field": choice.field,
                    "label_raw": label,
                    "option_no": number,
                    "option": " ".join(option.text.split()),
                    "checked": option.checked,
                    "mark": option.mark,
                    **place_columns(option.place),
                }
            )
        checked = [" ".join(option.text.split()) for option in choice.options if option.checked]
        if choice.field in fields and checked and fields[choice.field] is None:
            fields[choice.field] = ";".join(checked)
        issues += _issues(choice, label or _UNNAMED, checked)
    if choices and all(option.checked is None for choice in choices for option in choice.options):
        message = "선택란에 어느 것을 골랐는지 알려 주는 표시가 없어 모두 비워 두었습니다."
        issues.append(Issue("choice.unmarked", message, "choices", "checked", choices[0].place))
    else:
        issues += [_unmarked(choice) for choice in choices if all(option.checked is None for option in choice.options)]
    return rows, fields, issues


def _unmarked(choice: Choice) -> Issue:
    message = f"{choice.label or _UNNAMED}에서 어느 것을 골랐는지 알 수 있는 표시가 없어 비워 두었습니다."
    printed = " / ".join(option.text for option in choice.options)
    return Issue("choice.unmarked", message, "choices", "checked", choice.place, printed)


def _issues(choice: Choice, label: str, checked: list[str]) -> list[Issue]:
    told = [option for option in choice.options if option.checked is not None]
    printed = " / ".join(option.text for option in choice.options)
    field = choice.field if choice.field in FIELDS else None
    if told and not checked and field is not None:
        message = f"{label}에서 고른 것이 없습니다. 하나를 골라야 합니다."
        return [Issue("choice.none", message, "cards", field, choice.place, printed)]
    if len(checked) > 1 and choice.field not in _SEVERAL:
        message = f"{label}에서 {len(checked)}개({', '.join(checked)})를 골랐습니다. 하나를 골라야 합니다."
        return [Issue("choice.several", message, "cards", field, choice.place, printed)]
    return []


def contradictions(fields: Row, items: Sequence[Item]) -> list[Issue]:
    """What the classification section says against the checked options: `신규사업` beside 신규여부 지속, `임기외` beside 임기내."""
    issues = []
    for item in items:
        if item.section != "classification" or item.kind == "heading":
            continue
        issues += _novelty(fields.get("novelty"), item) + _term(fields.get("term"), item)
    return issues


def _novelty(novelty: str | None, item: Item) -> list[Issue]:
    if novelty is None:
        return []
    said, chosen = fold(item.text), fold(novelty)
    new, going_on = any(word in said for word in _NEW), any(word in said for word in _GOING_ON)
    chosen_new, chosen_on = any(w in chosen for w in _NEW), any(w in chosen for w in _GOING_ON)
    if (new and not going_on and chosen_on and not chosen_new) or (
        going_on and not new and chosen_new and not chosen_on
    ):
        return [_contradiction("신규여부", "novelty", novelty, item)]
    return []


def _term(term: str | None, item: Item) -> list[Issue]:
    if term is None:
        return []
    said, chosen = fold(item.text), fold(term)
    within = "임기내" in said
    beyond = "임기외" in said or "임기후" in said
    if within != beyond and (
        (within and ("임기외" in chosen or "임기후" in chosen) and "임기내" not in chosen)
        or (beyond and "임기내" in chosen and "외" not in chosen and "후" not in chosen)
    ):
        return [_contradiction("임기구분", "term", term, item)]
    return []


def _contradiction(name: str, field: str, chosen: str, item: Item) -> Issue:
    message = f"{name}은(는) '{chosen}'(으)로 골랐는데 사업구분에는 '{item.text}'(으)로 적혀 있습니다."
    return Issue("choice.contradiction", message, "cards", field, item.place, item.text_raw)
