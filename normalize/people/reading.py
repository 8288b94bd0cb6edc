"""People in charge read from running words: `도시재생과장 박가나 ☎ 4198 담당 이다라 ☎ 3528` gives two people.

The words come in pieces (cells, lines) that each have a place; what an earlier piece says of the office holds until another is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.normalize.figures.numerals import fold as fold_signs
from pledgecards.normalize.people.columns_in_turn import settle_ladders, settle_offices, share_phones
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.person import Draft, Person, Piece, Token
from pledgecards.normalize.people.phones import numbers_as_printed
from pledgecards.normalize.people.tokens import tokens_of
from pledgecards.normalize.people.words import (
    GENERAL_ROLES,
    NAMES,
    OFFICES,
    Standing,
    ends_entry,
    in_brackets,
    is_parted,
    kind_here,
    labels_office,
    opens_bracket,
)
from pledgecards.normalize.places.gazetteer import names_body

__all__ = ["Person", "Piece", "read_people"]

_TURNS_INTO = re.compile(r"\s*(?:→|⇒|➔|➜|➡|▶|->|=>)\s*[가-힣]")
"""Behind an office that has become another (`도시계획과 → 도시재생과`), which is in charge now."""

_TEAMS = ("팀", "계")


def read_people(pieces: Sequence[Piece], offices: Offices) -> list[Person]:
    """The people (or offices) that the pieces name, in order."""
    return _Reading(pieces, offices).people()


class _Reading:
    def __init__(self, pieces: Sequence[Piece], offices: Offices) -> None:
        self._offices = offices
        self._text = "\n".join(fold_signs(piece.text) for piece in pieces)
        self._raw = "\n".join(piece.text for piece in pieces)
        self._tokens = tokens_of(pieces, offices)
        self._drafts: list[Draft] = []
        self._department: str | None = None
        self._leading: str | None = None  # the office last named that does not only help
        self._named: dict[str, str] = {}
        """The office last named of each kind, by its last letter."""
        self._heading: str | None = None
        self._helping: Piece | None = None  # where an office is said only to help
        self._helped = False  # it was named there

    def people(self) -> list[Person]:
        for place, token in enumerate(self._tokens):
            following = self._tokens[place + 1].word.kind if place + 1 < len(self._tokens) else None
            self._take(token, following)
        share_phones(self._drafts, self._text, self._offices.phone_sign)
        self._drafts = settle_offices(settle_ladders(self._drafts, self._text), self._offices)
        people = [self._finished(draft) for draft in self._drafts]
        return [person for person in people if person is not None]

    def _draft(self, token: Token, fresh: bool) -> Draft:
        """The person being read, or a new one."""
        if fresh or not self._drafts:
            self._drafts.append(
                Draft(
                    token.start,
                    token.end,
                    token.piece.place,
                    inherited=self._department,
                    helping=self._helping is not None,
                )
            )
        draft = self._drafts[-1]
        if draft.empty and not draft.unread:
            draft.start, draft.place = token.start, token.piece.place
        draft.end = token.end
        # Over the end of a page the office may be named before the person: where the person stands is meant.
        turned = draft.place.page != token.piece.place.page
        draft.place = token.piece.place if turned else draft.place.union(token.piece.place)
        return draft

    def _take(self, token: Token, following: str | None) -> None:
        last = self._drafts[-1] if self._drafts else None
        kind = kind_here(Standing(token, following, last, self._heading, self._text, self._offices))
        if kind in OFFICES and self._helping is not None:
            if self._helped and token.piece is not self._helping:
                self._helping = None  # `협조부서 정보통신과`, and on the next line the office in charge
            self._helped = self._helped or token.piece is self._helping
        if kind == "head" or (
            kind == "none" and following in OFFICES and self._offices.is_short_label(token.word.text)
        ):
            self._take_head(token)
        elif kind in OFFICES:
            self._take_office(token, kind)
        elif kind == "role":
            self._take_role(token, following)
        elif kind == "name":
            self._take_name(token, following)
        elif kind == "phone":
            draft = self._draft(token, False)
            draft.phones.append((token.start, token.end))
        elif kind == "unknown" and not names_body(token.word.text):
            # The body's name may stand before its office: `경상북도 경제정책과`.
            done = last is not None and last.name is not None and bool(last.phones)
            draft = self._draft(token, done)
            draft.unread.append((token.start, token.end))
            draft.nameless = draft.nameless and token.word.kind == "unknown"
        if kind != "head":
            self._heading = None

    def _take_head(self, token: Token) -> None:
        self._heading = self._offices.head_kind(token.word.text) or "department"
        if self._heading == "name":
            self._leave_helper(token)
        elif self._heading == "department":
            self._helping = token.piece if self._offices.is_helper(token.word.text) else None
            self._helped = False
        if self._heading == "department" and not token.word.text.endswith(_TEAMS):
            # `담당팀` goes on below `담당부서`; any other label of an office begins anew.
            self._department = None
            if self._drafts and not self._drafts[-1].empty:
                self._draft(token, True)

    def _leave_helper(self, token: Token) -> None:
        """A label of people in a cell of its own, behind the office that only helps, is of the one in charge if nobody of that is named yet
        (`주관부서 | 도로과 | 협조부서 | 교통과 | 담당자 | 홍길동`)."""
        alone = token.word.text == re.sub(r"\s", "", token.piece.text)
        named = any(draft.name for draft in self._drafts if not draft.helping)
        if self._helping not in (None, token.piece) and self._leading is not None and alone and not named:
            self._helping, self._department = None, self._leading
            self._draft(token, True)

    def _cut_off(self, draft: Draft | None, token: Token) -> str | None:
        """Words right before an office that fit nowhere else and have not the form of a name: the beginning of its name."""
        if draft is None or not draft.empty or not draft.unread or not draft.nameless:
            return None
        if self._text[draft.unread[-1][1] : token.start].strip(" "):
            return None
        return " ".join(self._text[start:end] for start, end in draft.unread)

    def _take_office(self, token: Token, kind: str) -> None:
        word = token.word
        department = word.department or word.text
        last = self._drafts[-1] if self._drafts else None
        fresh, beginning = False, self._cut_off(last, token)
        if last is not None and beginning is None:
            if last.name and not (last.department or last.phones) and opens_bracket(self._text, last.end, token):
                fresh = False  # `홍길동 팀장(재생기획팀, 내선 3525)`
            elif last.name or last.phones or (last.role and not last.tentative) or (last.empty and last.unread):
                fresh = True
            elif last.department:
                higher = self._offices.level(last.department) < self._offices.level(department)
                # `건설과/도로팀`: a team has its office before it; two offices of a kind are a list.
                listed = token.listed and not department.endswith(_TEAMS)
                fresh = last.department != department and (listed or not higher)
        draft = self._draft(token, fresh)
        if beginning is not None:
            department = f"{beginning} {department}"
            draft.unread.clear()
        draft.department = self._department = department
        draft.office_in = token.piece
        self._leading = department if self._helping is None else self._leading
        self._named[department[-1]] = department
        draft.helping = self._helping is not None or _TURNS_INTO.match(self._text, token.end) is not None
        if last is draft and draft.name is not None:
            return
        draft.role_in = draft.name_in = token.piece
        draft.role, draft.tentative, draft.name = (
            word.role,
            kind == "office",
            word.name if kind != "department" else None,
        )

    def _take_role(self, token: Token, following: str | None) -> None:
        word = token.word
        if labels_office(self._text, token, following):
            if self._drafts and not self._drafts[-1].empty:
                self._draft(token, True)
            return
        role = word.role or word.text
        if role in GENERAL_ROLES:
            self._leave_helper(token)
        last = self._drafts[-1] if self._drafts else None
        fresh = False
        end = last.end if last is not None else 0
        if last is not None:
            if last.name and not last.phones and in_brackets(self._text, last.end, token):
                fresh = False  # `홍길동(팀장)`
            elif last.name:
                # `담당: 홍길동 주무관`: the first word only said whom the line names.
                general = last.role in GENERAL_ROLES and role not in GENERAL_ROLES
                general = general and (following not in OFFICES or self._text[token.end :].lstrip()[:1] == "(")
                named = last.role is not None and not general
                before_name = following in NAMES and not ends_entry(self._text, end, token)
                fresh = named or before_name or bool(last.phones) or word.name is not None
            elif last.phones:
                fresh = True
            elif last.role and not last.tentative:
                fresh = last.role not in GENERAL_ROLES
        beginning = self._cut_off(last, token) if role.endswith("장") else None
        draft = self._draft(
            token, fresh or (last is not None and last.empty and bool(last.unread) and beginning is None)
        )
        if beginning is not None:
            # `도시재생 과장`: the office's name was cut off from its last letter.
            draft.department = self._department = beginning + role[:-1]
            draft.unread.clear()
        elif (led := self._led_by(role, draft.department or draft.inherited)) is not None:
            draft.department = led
        draft.role, draft.tentative, draft.role_in = role, False, token.piece
        draft.closed = last is draft and bool(draft.name) and ends_entry(self._text, end, token)
        if word.name:
            draft.name, draft.name_in = draft.name or word.name, token.piece

    def _led_by(self, role: str, office: str | None) -> str | None:
        """The office that a chief's role names by its first letter, where a lower one was named behind it (`복지국 체육과 국장 홍길동`,
        `담당부서: 도로과, 담당팀: 도로팀, 과장: 홍길동`)."""
        led = self._named.get(role[0]) if office and len(role) == 2 and role[1] == "장" else None
        return led if led and office and self._offices.level(led) < self._offices.level(office) else None

    def _take_name(self, token: Token, following: str | None) -> None:
        last = self._drafts[-1] if self._drafts else None
        fresh = last is not None and (last.name is not None or bool(last.phones))
        draft = self._draft(token, fresh)
        has_own = following == "role" and not is_parted(self._text, token)
        if fresh and last is not None and last.name and token.listed and not (last.phones or last.closed or has_own):
            draft.role = last.role
        draft.name, draft.name_in = token.word.name or token.word.text, token.piece

    def _finished(self, draft: Draft) -> Person | None:
        if (draft.tentative or draft.role in GENERAL_ROLES) and not (draft.name or draft.phones):
            draft.role = None  # a label behind which another office stands
        if not (draft.name or draft.phones or draft.department or draft.unread):
            return None
        raw = self._raw[draft.start : draft.end]
        closing = re.match(r"\s*[)\]]", self._raw[draft.end :])
        if closing is not None and raw.count("(") > raw.count(")"):
            raw += closing[0]
        unread = [self._raw[start:end] for start, end in draft.unread]
        raw = " ".join(raw.split())
        phone = numbers_as_printed(draft.phones, self._text, self._raw)
        office = draft.department or draft.inherited
        return Person(draft.place, office, draft.role, draft.name, phone, raw, unread, draft.helping, draft.undecided)
