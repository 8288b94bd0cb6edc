"""The words of people in charge: offices, roles and names, told apart one word at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.normalize.places.gazetteer import glued_body
from pledgecards.schemas.notation import MASKS, MIDDOTS, TELEPHONES
from pledgecards.schemas.vocabulary import Vocabulary, fold

_JOINT, _BETWEEN_JOINTS = re.compile(f"[{MIDDOTS}]"), re.compile(f"[^{MIDDOTS}]+")
_WORD = re.compile(
    rf"[가-힣](?:[가-힣{MIDDOTS}○◯〇●△×*&]|(?<=[가-힣])O{{1,2}}(?![A-Za-z])|(?<=[가-힣])[A-Za-z]+(?=[가-힣])|[0-9]{{1,2}}(?=[가-힣]))*|[0-9]{{1,2}}급"
)
_LEAD, _LONGEST_LEAD = re.compile(r"(?<![0-9A-Za-z가-힣])[0-9A-Za-z][0-9A-Za-z&+-]*$"), 12
"""What no Hangul is at the beginning of an office's name (`AI정책과`, `1인가구지원과`)."""
_MASKED = re.compile(rf"[가-힣][{MASKS}]{{1,3}}|[가-힣][{MASKS}]{{1,2}}[가-힣]")
_AMBIGUOUS_ENDS = frozenset("국실단소관계원동부")
_LONGEST_WORD = 24
_SHORTEST_OFFICE = 3
_PLACE_ENDS, _SPLIT = frozenset("원동"), frozenset({"unknown", "department", "role", "title"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word told apart. kind:

    title  an office and the role of its chief (`도시재생과장`); `office` (`감사담당관`): the same, or just the office
    department · role · name · head (`담당부서`)
    either an office or a name (`이정호` is none, `이정국` and `홍보실` are): the words around it decide, or nobody.
           `place`: the same, but what ends so is below no office (`홍길동`, `문래동`)
    none   a word that says there is nobody, or nothing · unknown
    """

    kind: str
    text: str
    department: str | None = None
    role: str | None = None
    name: str | None = None


_WITH_TELEPHONE = re.compile(r"([^()（）]+)[(（]\s*([^()（）]+?)\s*[)）]")
"""A head and what else stands below it in brackets: `과장(전화)`."""


class Offices:
    """The vocabulary's words of people in charge, made ready once (see `offices`)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        people = vocabulary.people.spellings
        self._roles = tuple(sorted(people["roles"], key=lambda word: (-len(word), word)))
        self._units = tuple(sorted(people["units"], key=lambda word: (-len(word), word)))
        self.rank = {unit: rank for rank, unit in enumerate(people["units"])}
        self._heads = frozenset(map(fold, [*people["heads"], *people["body_labels"]]))
        self._helpers = frozenset(map(fold, people["helpers"]))
        self._short_labels = frozenset(map(fold, people["short_labels"]))
        self._kinds = vocabulary.head_kinds
        self._names = vocabulary.names
        labels = (vocabulary.cards.spellings["title_labels"], *vocabulary.labels.spellings.values())
        self._of_cards = frozenset().union(*labels, *vocabulary.options_by_field.values())
        self._money = frozenset(vocabulary.money)  # `백만원` ends like an office
        signs = sorted(people["phones"], key=lambda word: (-len(word), word))
        self.phone_sign = re.compile("|".join(rf"{re.escape(sign)}\.?" for sign in signs), re.IGNORECASE)
        self._seen: dict[str, Word] = {}

    def head_kind(self, text: str) -> str | None:
        """What a cell or label heads (`department`, `role`, `name`, `phone`, `other`), `person` for a role that heads a column
        of people, or None where it is no head."""
        folded = fold(text)
        for kind, words in self._kinds.items():
            if folded in words:
                return kind
        remark = _WITH_TELEPHONE.fullmatch(text.strip())
        if remark is not None and (fold(remark[2]) in self._kinds["phone"] or remark[2] in TELEPHONES):
            return self.head_kind(remark[1])
        if folded in self._roles or self._chief_in_charge(folded) is not None:
            return "person"
        return "other" if folded in self._heads else None

    def _chief_in_charge(self, letters: str) -> str | None:
        """The role of the chief of whichever office is in charge (`담당팀장`, `소관과장`): the word names no office."""
        role = letters[-2:]
        in_charge = role in self._roles and letters[-3:-2] != "" and letters[:-1] in self._kinds["department"]
        return role if in_charge else None

    def is_helper(self, text: str) -> bool:
        """Whether a label is that of an office that only helps the one in charge (`협조부서`)."""
        return fold(text) in self._helpers

    def is_short_label(self, text: str) -> bool:
        """Whether a word before an office is the label of it (`(주관) 도로과 (협조) 교통과`)."""
        return fold(text) in self._short_labels

    def words(self, text: str) -> list[tuple[int, int, Word]]:
        """The words of a text with their spans; letters set apart (`홍 길 동`, `과 장`) are one word."""
        spans = [met.span() for met in _WORD.finditer(text)]
        found: list[tuple[int, int, Word]] = []
        place = 0
        while place < len(spans):
            last = self._spread_until(text, spans, place)
            start, end = spans[place][0], spans[last][1]
            letters = text[start:end].replace(" ", "")
            lead = _LEAD.search(text, max(0, start - _LONGEST_LEAD), start)
            whole = self.word(lead[0] + letters) if lead is not None and letters not in self._money else None
            if lead is not None and whole is not None and whole.kind in ("department", "title", "office"):
                found.append((lead.start(), end, whole))
            else:
                found += self._split(letters, start, end)
            place = last + 1
        return found

    def _spread_until(self, text: str, spans: list[tuple[int, int]], first: int) -> int:
        """The last of the single letters, set apart by spaces, that begin with spans[first]; or the given name that
        follows a family name set apart (`홍 길동`)."""
        last = first
        while (
            last + 1 < len(spans)
            and _length(spans[last]) == 1
            and not text[spans[last][1] : spans[last + 1][0]].strip(" ")
        ):
            if _length(spans[last + 1]) == 1:
                last += 1
                continue
            whole = text[spans[first][0] : spans[last + 1][1]].replace(" ", "")
            if (
                last == first
                and _length(spans[last + 1]) == 2
                and self.is_name(whole)
                and self.word(whole[1:]).kind != "role"
            ):
                return last + 1
            break
        return last

    def _split(self, letters: str, start: int, end: int) -> list[tuple[int, int, Word]]:
        body = glued_body(letters) if end - start == len(letters) else 0
        if body and len(letters) - body >= _SHORTEST_OFFICE:
            # A copy that lost its spaces: `부산광역시사하구안전총괄과장`.
            return [
                (start, start + body, Word("unknown", letters[:body])),
                *self._split(letters[body:], start + body, end),
            ]
        word = self.word(letters)
        if word.kind in _SPLIT and _JOINT.search(letters) and end - start == len(letters):
            parts = _BETWEEN_JOINTS.finditer(letters)
            pieces = [(start + met.start(), start + met.end(), self.word(met[0])) for met in parts]
            # `문화·체육과` is one office, `교통행정과·도로관리과` are two, `과장·팀장` two roles; `홍길동·주무관` is a name and the next one's role.
            kinds = {piece.kind for _, _, piece in pieces}
            told = word.kind == "unknown" or kinds in ({"name", "role"}, {"place", "role"})
            if kinds in ({"department"}, {"role"}, {"title"}, {"title", "role"}) or (told and "unknown" not in kinds):
                return pieces
        return [(start, end, word)]

    def word(self, letters: str) -> Word:
        """What one word is by itself."""
        if len(letters) > _LONGEST_WORD:
            return Word("unknown", letters)
        known = self._seen.get(letters)
        if known is None:
            known = self._told(letters)
            if len(self._seen) < 20_000:
                self._seen[letters] = known
        return known

    def _told(self, letters: str) -> Word:
        kind = self.head_kind(letters)
        if kind == "person":
            return Word("role", letters, role=self._chief_in_charge(letters) or letters)
        if kind is not None:
            return Word("head", letters)
        if letters in self._names["none"]:
            return Word("none", letters)
        if re.fullmatch(r"[가-힣]*[0-9]급", letters):
            return Word("role", letters, role=letters)
        return self._titled(letters) or self._attached(letters) or self._office_or_name(letters)

    def _titled(self, letters: str) -> Word | None:
        for role in self._roles:
            if not letters.endswith(role) or len(letters) < len(role) + 2:
                continue
            stem = letters[: -len(role)]
            if role in self._units:
                return Word("office", letters, department=letters, role=role)
            if role.endswith("장") and role[:-1] in self._units:
                return Word("title", letters, department=letters[:-1], role=role)
            if self._is_office(stem) and stem[-1] not in _AMBIGUOUS_ENDS:
                return Word("title", letters, department=stem, role=role)
            # 시설주무관, 예산담당: the role as printed; whether 예산담당 names a unit cannot be told.
            return Word("role", letters, role=letters)
        return None

    def _attached(self, letters: str) -> Word | None:
        """A title with the name set right behind it (`과장홍길동`)."""
        for length in (3, 2, 4):
            name, title = letters[-length:], letters[:-length]
            if len(title) < 2 or not self.is_name(name):
                continue
            word = self.word(title)
            if word.kind in ("title", "role") and word.role in self._roles and word.name is None:
                return Word("title" if word.department else "role", letters, word.department, word.role, name)
        return None

    def _office_or_name(self, letters: str) -> Word:
        if _MASKED.fullmatch(letters):
            return Word("name", letters, name=letters)
        office, name = self._is_office(letters), self.is_name(letters)
        if office and name and letters[-1] in _AMBIGUOUS_ENDS:
            return Word("place" if letters[-1] in _PLACE_ENDS else "either", letters, department=letters, name=letters)
        if office:
            return Word("department", letters, department=letters)
        return Word("name", letters, name=letters) if name else Word("unknown", letters)

    def _is_office(self, letters: str) -> bool:
        return len(letters) > 2 and letters.endswith(self._units) and letters not in self._money

    def is_name(self, letters: str) -> bool:
        """Whether the letters have the form of a Korean name and are no word known as none."""
        if (
            letters in self._names["none"]
            or letters in self._names["subjects"]
            or letters in self._of_cards
            or not re.fullmatch("[가-힣]{2,4}", letters)
        ):
            return False
        if len(letters) == 4:
            return letters[:2] in self._names["double"]
        return letters[0] in self._names["family"] or (len(letters) > 2 and letters[:2] in self._names["double"])

    def of_subject(self, office: str) -> bool:
        """Whether an office is named after what offices deal with (`홍보실`, `문화국`), so that it is hardly a person's name."""
        return any(office.startswith(subject) for subject in self._names["subjects"])

    def level(self, department: str) -> int:
        """The rank of an office by its ending, 0 the highest; a large number for one with an unknown ending."""
        for unit in self._units:
            if department.endswith(unit):
                return self.rank[unit]
        return 99


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


@lru_cache(maxsize=8)
def offices(vocabulary: Vocabulary) -> Offices:
    """The words of people in charge of a vocabulary."""
    return Offices(vocabulary)
