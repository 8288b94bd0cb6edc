"""Units of money and of counts, as the vocabulary names them: which one stands behind a number, and what a unit note says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.normalize.figures.numerals import fold
from pledgecards.schemas.vocabulary import Vocabulary

_HANGUL = "가-힣"
_NOT_A_UNIT = re.compile(r"단 ?위|기 ?준|[()\[\]【】〔〕<>《》:|]")
_HANJA = str.maketrans("十百千萬億兆圓", "십백천만억조원")
"""Chinese characters in which units of money are printed as well (`百萬원`)."""
_SEPARATORS = re.compile(r"[,/·、;]| 및 ")
_LETTER_BEFORE = re.compile(rf"(?<![{_HANGUL}])(?!위)[{_HANGUL}] $")
"""A letter alone before 원, which is the last of a word set apart then (`재 원`); `단 위 원` is a note."""

_CLOCK_HOUR = re.compile(r"[0-9]시 ?$")
_MONTH = re.compile(r"[0-9] ?월 ?$")
_OPENINGS = frozenset({"개관", "개소", "개교", "개국"})
"""Words for an opening as well: with a figure that may be a month and a day before it, or 식 behind, nothing is counted (`20.05 개관`,
`5. 12 개소`, `5 개소식`)."""
_CEREMONY = re.compile(r"식(?:(?![가-힣])|(?=[을이에후]))")
_DAY_OPEN = re.compile(r"(?<![0-9])[0-9]{1,2}\. ?$")
_PER_WEEK = re.compile(rf"(?<![{_HANGUL}])[주월연] ?$")
_YEARS_OF_CARDS = range(14, 31)  # '14 to '30: below and above, two digits before 년 are a length of time


@dataclass(frozen=True, slots=True)
class UnitMet:
    """The unit met behind a number: its canonical name, and where it ends in the text."""

    name: str
    end: int


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_WRONGLY_MAPPED = "\u00a1-\u00b6\u00b8-\u024f\ufffd"


class UnitRules:
    """The vocabulary's units and figure rules, compiled once (see `unit_rules`). Texts given are folded (`numerals.fold`).

    approximate_before  matches, up to the number, the word and sign that make it approximate (`약 `)
    approximate_after   matches behind the unit (` 이상`)
    nothing             what a cell says when there is no amount, without spaces
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        rules = vocabulary.figure_rules
        self._money = vocabulary.money
        self._money_short = vocabulary.money_short
        self._canonical = {fold(word): name for name, words in rules["canonical"].items() for word in words}
        self._unit = re.compile(rf" ?({_either({fold(unit) for unit in vocabulary.count_units})})")
        self._ordinal = frozenset(rules["ordinal"]["words"])
        self._counting_before = re.compile(rf"(?<![{_HANGUL}])(?:{_either(rules['ordinal']['before'])}) ?$")
        self._counting_after = re.compile(rf" ?(?:{_either(rules['ordinal']['after'])})")
        self._not_counted = {
            unit: re.compile(rf" ?(?:{_either(words)})") for unit, words in rules["not_counted"].items()
        }
        self._ends = re.compile(rf"(?:{_either(rules['particles']['words'])})?(?![{_HANGUL}])")
        after = rules["approximate"]["after"]
        several = _either([word for word in after if len(word) > 1])
        single = _either([word for word in after if len(word) == 1])
        self._several_after = re.compile(rf" ?(?:{several})")
        self.approximate_after = re.compile(rf" ?(?:{several})|(?:{single})(?![{_HANGUL}])")
        self.approximate_before = re.compile(
            rf"(?<![{_HANGUL}])(?:{_either(rules['approximate']['before'])}) ?[-△▲]? ?$"
        )
        whole = rules["not_whole"]
        self._not_whole = re.compile(
            rf"(?:(?<![{_HANGUL}])(?:{_either(map(fold, whole['before']))})|(?:{_either(whole['per'])}))[)\]]? ?:? ?$"
        )
        self._changes = re.compile(rf" ?[(\[]? ?(?:{_either(whole['after'])})(?![{_HANGUL}])")
        self._each = re.compile(rf" ?/ ?(?:{_either(whole['each'])})(?![{_HANGUL}])")
        currencies = rules["currencies"]
        self._currency_after = re.compile(rf" ?(?:{_either(map(fold, currencies['after']))})")
        self._currency_before = re.compile(rf"(?:{_either(map(fold, currencies['before']))}) ?$")
        measured = {fold(unit) for unit in vocabulary.measures}
        self._indivisible = frozenset(unit for unit in vocabulary.count_units if fold(unit) not in measured)
        self._lasts = re.compile(rf"간| ?동안|여| ?(?:{several})")
        self._won = re.compile(r" ?원")
        self.nothing = frozenset(word.replace(" ", "") for word in rules["nothing"]["words"])
        money = "|".join(
            " ?".join(map(re.escape, word)) for word in sorted(self._money, key=lambda word: (-len(word), word))
        )
        # A sign of a wrongly mapped font before it may be the rest of the word (`¾만원` for 백만원).
        self._note = re.compile(
            rf"(?<![{_HANGUL}0-9{_WRONGLY_MAPPED}])(?:{money})(?=(?:임|입니다|이다)?(?![{_HANGUL}]))"
        )

    def ends_at(self, text: str, position: int) -> bool:
        """Whether a word ends at this position, a particle behind it or not."""
        return self._ends.match(text, position) is not None

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether no word or sign around a figure makes it something else than the amount of its cell (`개소당 50`, `월 30만원`, `(증) 100`,
        `100 증액`, `30만원/월`, `100 USD`)."""
        if self._not_whole.search(text, max(0, start - 8), start) or self._changes.match(text, end):
            return False
        return not self.is_for_each(text, end) and not self.is_foreign_money(text, start, end)

    def is_for_each(self, text: str, end: int) -> bool:
        """Whether a figure, its unit taken in, is that of every month, week or quarter (`1회/월`)."""
        return self._each.match(text, end) is not None

    def is_foreign_money(self, text: str, start: int, end: int) -> bool:
        """Whether a sum at text[start:end] is of another currency (`1억 달러`)."""
        behind = self._currency_after.match(text, end)
        return (behind is not None and self.ends_at(text, behind.end())) or self._currency_before.search(
            text, max(0, start - 5), start
        ) is not None

    def is_indivisible(self, unit: str) -> bool:
        """Whether what is counted is whole (`명`), so that `1.234명` has a full stop for the comma, or is a slip."""
        return unit in self._indivisible

    def won_at(self, text: str, position: int, plain: bool) -> int | None:
        """Where 원 ends behind a number that ends at `position`, or None. Behind a plain number (no separator, no multiplier)
        it may not go on into another word (`5원칙`)."""
        met = self._won.match(text, position)
        if met is None or (
            plain and not self.ends_at(text, met.end()) and not self._several_after.match(text, met.end())
        ):
            return None
        return met.end()

    def count_at(self, text: str, start: int, end: int, sure: bool) -> UnitMet | None:
        """The unit of a count or measure behind the number text[start:end], or None where none stands there, or one that
        numbers rather than counts (`1호`, `2018년`, `7월 5일`). sure: the number's form already says that it counts."""
        met = self._unit.match(text, end)
        if met is None:
            return None
        name, after = met[1], met.end()
        if name[-1].isascii() and name[-1].isalpha() and re.match("[A-Za-z0-9]", text[after : after + 1]):
            return None
        if "가" <= name[-1] <= "힣" and not self._counts(text, start, end, met, sure):
            return None
        return UnitMet(self._canonical.get(name, name), after)

    def _counts(self, text: str, start: int, end: int, met: re.Match[str], sure: bool) -> bool:
        name, after, digits = met[1], met.end(), text[start:end]
        exception = self._not_counted.get(name)
        if exception is not None and exception.match(text, after) and (name != "인" or digits == "1"):
            return False
        spaced = met.start(1) > met.start()
        if name == "대" and text[after : after + 1].isdigit():
            return False  # `50대50`: a ratio
        if digits == "1" and text[after : after + 1] == "당":
            return False  # `1인당 50만원`: of each, however many there are
        if name in _OPENINGS and (
            _CEREMONY.match(text, after)
            or "." in digits
            or (spaced and _DAY_OPEN.search(text, max(0, start - 4), start))
        ):
            return False
        # One syllable may begin another word (3회의실, 5명소); 개 alone is safe, whatever is counted behind it.
        alone = len(name) > 1 or (name == "개" and not spaced)
        if not (alone or self.ends_at(text, after) or self._several_after.match(text, after)):
            return False
        if sure:
            return True
        if name in self._ordinal:
            counting = self._counting_before.search(text, max(0, start - 8), start)
            return counting is not None or (len(digits) > 1 and self._counting_after.match(text, after) is not None)
        if name == "년":
            return self._is_duration(text, after, digits)
        if name == "일":
            return self._is_days(text, start, after, digits)
        return name != "분" or not _CLOCK_HOUR.search(text, max(0, start - 4), start)

    def _is_duration(self, text: str, after: int, digits: str) -> bool:
        """2018년 is a year, 5년 a time; 18년 alone may be either and is left out."""
        if not digits.isdigit():
            return True
        if int(digits) in _YEARS_OF_CARDS:
            return self._lasts.match(text, after) is not None
        return int(digits) < 1000

    def _is_days(self, text: str, start: int, after: int, digits: str) -> bool:
        """The 5일 of `7월 5일` is a day; 3일간, 30일 이내, 주 5일 and 100일 are times."""
        if _MONTH.search(text, max(0, start - 5), start):
            return False
        if digits.isdigit() and int(digits) > 31:
            return True
        if _PER_WEEK.search(text, max(0, start - 3), start):
            return True
        return self._lasts.match(text, after) is not None

    def factor(self, note: str) -> int | None:
        """See `unit_factor`."""
        folded = fold(note).translate(_HANJA)
        factors = {
            self._money[met[0].replace(" ", "")]
            for met in self._note.finditer(folded)
            if met[0] != "원" or not _LETTER_BEFORE.search(folded, 0, met.start())
        }
        if not factors:
            factors = {self._money_short[word] for word in _note_words(folded) if word in self._money_short}
        return factors.pop() if len(factors) == 1 else None

    def names_count(self, note: str) -> bool:
        """Whether a unit note names a unit of counts among others (`(단위: 명, 백만원)`); a share in % is none."""
        return any(self._unit.fullmatch(word) is not None and word != "%" for word in _note_words(fold(note)))

    def count_unit(self, note: str) -> str | None:
        """The unit of counts that a note or a unit cell names (`(단위: 개소)`, `%`), canonical; None for several or none."""
        words = _note_words(fold(note))
        return self._canonical.get(words[0], words[0]) if len(words) == 1 else None


def _note_words(note: str) -> list[str]:
    parts = _SEPARATORS.split(_NOT_A_UNIT.sub(" ", note))
    return [word for part in parts if (word := part.replace(" ", ""))]


@lru_cache(maxsize=8)
def unit_rules(vocabulary: Vocabulary | None = None) -> UnitRules:
    """The compiled rules of a vocabulary (of the one that ships, if none is given)."""
    return UnitRules(vocabulary or Vocabulary.standard())


@lru_cache(maxsize=4096)
def unit_factor(note: str | None, vocabulary: Vocabulary | None = None) -> int | None:
    """Won per unit named in a unit note: 1,000,000 for `(단위: 백만원)`, `【단위 : 백만 원】`, `단위:백만원, %`, `百萬원` or `백만원`.

    None where the note names no unit of money, or two different ones.
    """
    return unit_rules(vocabulary).factor(note) if note else None
