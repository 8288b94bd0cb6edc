"""Dates as they stand in a text: single points, ranges with one or two ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pledgecards.normalize.dates.folding import CLOCK
from pledgecards.normalize.dates.found import Duration
from pledgecards.normalize.dates.numbers import counts_something
from pledgecards.normalize.dates.points import PLAUSIBLE, Point, point_at
from pledgecards.normalize.dates.relative import point_of_word, relative_point
from pledgecards.normalize.dates.tails import (
    Tail,
    about_before,
    bracket_at,
    leads_at,
    length_at,
    measured_before,
    remark_end,
    tail_at,
)
from pledgecards.normalize.dates.weak_points import may_open, stands_in_company
from pledgecards.normalize.dates.wording import Text, Worded, any_of


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression at text[start:end]. A side that is open or unreadable has no point.

    approx      whether the first and the last point are approximate (alike for a single point).
    weekdays    the printed weekday of the first and of the last point.
    possible    False: it names a day that no calendar has.
    unreadable  one side is printed but could not be read.
    """

    start: int
    end: int
    first: Point | None
    last: Point | None
    approx: tuple[bool, bool] = (False, False)
    weekdays: tuple[str | None, str | None] = (None, None)
    duration: Duration | None = None
    possible: bool = True
    unreadable: bool = False


_JOINT = re.compile(
    r" {0,4}(?:(?P<since>부터) {0,2}(?P<both>~)?|(?P<tilde>~{1,3})|(?P<dash>-{1,2})|(?P<lost>[?\ufffd]{1,3})) {0,4}"
)
"""What joins the ends of a range. `lost`: what a program leaves of a dash that its encoding does not have (`'19. 6. ? 9.`), or of another sign."""
_HALVES = re.compile(r" ?[·/,] ?(?=하반기)")
_OPEN_END = Worded(rf" {{0,2}}(?:{any_of('open_ends')}|\( ?{any_of('open_ends')} ?\))")
_UNTIL = re.compile(r" ?까지")
_STOPS = r"(?![가-힣])|(?=(?:에|의|까지|부터|로|는|은|엔|이면)(?:[^가-힣]|$))"
_LIMIT = Worded(
    rf" ?(?:(?P<since>부터|이후(?:{_STOPS}))|(?P<until>까지|이전(?:{_STOPS})(?! {{0,2}}{any_of('moves')})))(?:까지|부터)?"
)
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_FIGURE = re.compile(r"' ?[0-9]{1,9}|[0-9]{1,9}(?:[,.][0-9]{1,9}){0,4}")
_PADDED = re.compile(r"[0-9]{2}\.(?:0[1-9]|1[0-2])(?![0-9])")
_TERM = Worded(rf"{any_of('terms')} ?\)? ?[:(\[]? {{0,2}}$")
_OPENING = re.compile(r"~ {0,3}$")


def expression_at(text: Text, position: int) -> Expression | None:
    """The date expression that begins at this position of a folded and masked text, or None."""
    point = point_at(text, position)
    return None if point is None else expression_of(text, point)


def worded_after(text: Text, position: int, before: Expression) -> Expression | None:
    """The date that begins here with a word for the year of the one before (`2019. 3. 착수, 동년 9월 준공`), or None."""
    context = before.last or before.first
    point = None if context is None else point_of_word(text, position, context)
    return None if point is None else expression_of(text, point)


def expression_of(text: Text, point: Point) -> Expression | None:
    tail = tail_at(text, point.end, point.precision == "day")
    opening = _OPENING.search(text, max(0, point.start - 4), point.start)
    found = _range(text, point, tail) or _limited(text, point, tail) or _single(text, point, tail)
    if found is None:
        return None
    if about_before(text, point.start):
        found = replace(found, approx=(True, found.approx[1] or found.last is found.first))
    single = found.last is not None and found.first in (None, found.last)
    if opening is None or not single:
        return found
    return _opened(text, opening.start(), found)


def _single(text: Text, point: Point, tail: Tail) -> Expression | None:
    if not point.possible:
        return Expression(point.start, tail.end, None, None, possible=False)
    if point.weak and not stands_in_company(text, point, tail.end):
        return None
    if point.written == "two" and text[point.end - 1] == "." and measured_before(text, point.start):
        return None
    return Expression(point.start, tail.end, point, point, (tail.approx, tail.approx), (tail.weekday, tail.weekday))


def _range(text: Text, point: Point, tail: Tail) -> Expression | None:
    """A range that begins with the point, or None."""
    if point.precision == "half" and text[point.end - 1] in "상하" and (match := _HALVES.match(text, point.end)):
        last = relative_point(text, match.end(), point)
        return _closed(text, point, tail, last, False) if last else None
    joint = _JOINT.match(text, tail.end)
    at_once = joint is not None
    if joint is None:
        for end in (tail.after_time, remark_end(text, tail.end)):
            joint = joint or (_JOINT.match(text, end) if end is not None else None)
    if joint is None:
        return None
    target = joint.end()
    if text[target : target + 1] == CLOCK:
        return None
    last = _end_point(text, target, point)
    if joint["lost"]:
        return None if last is None else _end_lost(text, point, tail, last)
    tilde = bool(joint["tilde"] or joint["both"])
    if last is not None and _pairs(text, point, last, "~" if tilde else "-" if joint["dash"] else "부터"):
        return _closed(text, point, tail, last, joint["since"] is not None)
    if not at_once or not may_open(point) or (joint["since"] and not tilde):
        return None
    return _open_ended(text, point, tail, joint)


def _end_point(text: Text, position: int, start: Point) -> Point | None:
    sign = text[position : position + 1]
    if sign == "'" or _FOUR_DIGITS.match(text, position):
        return point_at(text, position)
    return point_of_word(text, position, start) or relative_point(text, position, start)


def _pairs(text: Text, start: Point, last: Point, joint: str) -> bool:
    """Whether two points that a sign joins are a range."""
    if joint == "부터":
        tail = tail_at(text, last.end, last.precision == "day")
        return _UNTIL.match(text, tail.end) is not None
    if not last.possible or not start.possible:
        return True
    if start.weak == "two" and not (last.written in ("quoted", "four") or text[last.end - 1] == "월"):
        months = start.precision == last.precision == "month" and last.first() >= start.first() and joint == "~"
        if not months or not (_ends_here(text, last.end) or text[last.end : last.end + 1] == " "):
            return False
        if _ends_here(text, last.end) and _TERM.search(text, 0, start.start) is not None:
            return True
        # `19.09~20.03 운영`: two figures with a nought before one of the months.
        padded = [_PADDED.fullmatch(text, point.start, point.end) for point in (start, last)]
        nought = "0" in (text[start.end - 2], text[last.end - 2])
        return all(padded) and nought and leads_at(text, start.start) and not counts_something(text, last.end)
    if start.weak == "two" and last.first() < start.first():
        return False
    if "four" in (start.weak, last.weak) and not (start.year in PLAUSIBLE and last.year in PLAUSIBLE):
        return False
    if start.weak == "four" and last.written == "" and not last.closed and not _ends_here(text, last.end):
        return False
    if joint == "-":
        # A dash may also begin a new thought: what follows must look like an end.
        if start.weak and last.precision == "year" and last.written == "":
            return False
        if last.written != "four" and last.first() < start.first():
            return False
        if last.closed or last.written != "" or _ends_here(text, last.end):
            return True
        tight = text[start.end] == "-" and text[start.end + 1].isdigit() and text[last.end] == " "
        return tight and start.precision == last.precision == "day"  # `2019.3.5-7 견학`
    return True


def _ends_here(text: Text, position: int) -> bool:
    return text[position : position + 2].lstrip()[:1] in ("", ")", "]", ",", ";", "/", "(", "[", "·")


def _closed(text: Text, start: Point, tail: Tail, last: Point, since: bool) -> Expression:
    behind = tail_at(text, last.end, last.precision == "day")
    if not start.possible or not last.possible:
        return Expression(start.start, behind.end, None, None, possible=False)
    end, approx = behind.end, behind.approx
    weekdays = (tail.weekday, behind.weekday)
    duration: Duration | None = None
    if match := _UNTIL.match(text, end):
        end = match.end()
    for _ in range(2):
        bracket = bracket_at(text, end)
        if bracket is None or (bracket.weekdays and (any(weekdays) or len(bracket.weekdays) != 2)):
            break
        if bracket.duration and duration:
            break
        if bracket.weekdays and not (start.precision == last.precision == "day"):
            break
        if bracket.weekdays:
            weekdays = (bracket.weekdays[0], bracket.weekdays[1])
        duration, end = duration or bracket.duration, bracket.end
        if not since and (match := _UNTIL.match(text, end)):
            end = match.end()
    if duration is None and start.precision == last.precision == "day":
        length = length_at(text, end, (last.last() - start.first()).days + 1)
        duration, end = length or (None, end)
    return Expression(start.start, end, start, last, (tail.approx, approx), weekdays, duration)


def _end_lost(text: Text, start: Point, tail: Tail, last: Point) -> Expression | None:
    """A range by all appearance, the sign of which is lost: only its start is told."""
    if not _pairs(text, start, last, "~") or not start.possible:
        return None
    end = tail_at(text, last.end, last.precision == "day").end
    return Expression(start.start, end, start, None, (tail.approx, False), (tail.weekday, None), unreadable=True)


def _open_ended(text: Text, point: Point, tail: Tail, joint: re.Match[str]) -> Expression | None:
    word = _OPEN_END.match(text, joint.end())
    if word is None and joint["dash"]:
        return None
    if word is not None:
        end, unreadable = word.end(), False
    else:
        end = joint.start() + len(joint[0].rstrip())
        number = _FIGURE.match(text, joint.end())
        unreadable = number is not None and not counts_something(text, number.end())
        if point.weak and number is not None:
            return None
    return Expression(point.start, end, point, None, (tail.approx, False), (tail.weekday, None), unreadable=unreadable)


def _limited(text: Text, point: Point, tail: Tail) -> Expression | None:
    """부터, 이후: open at the end; 까지, 이전: open at the start. All of them take in the period named."""
    match = _LIMIT.match(text, tail.end)
    if match is None or not may_open(point):
        return None
    approx, weekdays = (tail.approx, tail.approx), (tail.weekday, tail.weekday)
    if match["until"]:
        return Expression(point.start, match.end(), None, point, approx, weekdays)
    word = _OPEN_END.match(text, match.end())
    return Expression(point.start, word.end() if word else match.end(), point, None, approx, weekdays)


def _opened(text: Text, start: int, found: Expression) -> Expression:
    """The single point behind a `~`: the end of a range that is open at its start."""
    before = text[max(0, start - 3) : start].rstrip()
    unreadable = before.endswith(("월", "일", "년", "분기", "반기", ".")) or before[-1:].isdigit()
    until = _UNTIL.match(text, found.end)
    end = until.end() if until else found.end
    return replace(found, start=start, end=end, first=None, unreadable=unreadable)
