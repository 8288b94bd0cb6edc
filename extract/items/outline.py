"""The outline of a card under construction: headings, nested bullets, paragraphs, and lines that go on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pledgecards.extract.card import Item
from pledgecards.extract.items.bullet_ranks import is_over
from pledgecards.extract.markers import BRACKET, NOTE, Marked
from pledgecards.extract.page import Line, Place, seam
from pledgecards.extract.series import same_series
from pledgecards.schemas.notation import COLONS

EDGE = f" {COLONS};,、"
"""What is no part of a text at its edges."""

_AGAIN = re.compile(rf"[\s{COLONS}]|[(（\[]\s?(?:계\s?속|이어서)\s?[)）\]]")
"""What does not count when a heading is printed again (`추진실적(계속)`)."""

ROW_MARKER = "|"
"""The marker of an item that is a row of a table which is none of the contract's."""

BETWEEN_CELLS = " | "
"""What parts the cells of such a row in its text."""


@dataclass(slots=True)
class Draft:
    """An item that may still grow by the lines that go on from it."""

    item_id: int
    parent_id: int | None
    kind: str
    level: int
    section: str
    marker: str | None
    words: str
    raw: str
    place: Place
    last: Line
    indent: float = 0.0
    rank: int | None = None

    def grow(self, line: Line) -> None:
        """Takes a line that goes on from this item."""
        space = seam(self.last, line.text)
        text = " ".join(line.text.split())
        self.words += space + text
        self.raw += space + text
        self.place = self.place.union(line.place)
        self.last = line

    def freeze(self) -> Item:
        """The finished item."""
        raw = " ".join(self.raw.split())
        text = (raw if self.words == self.raw else " ".join(self.words.split())).strip(EDGE)
        return Item(
            self.item_id, self.parent_id, self.kind, self.level, self.section, self.marker, text, raw, self.place
        )


@dataclass(slots=True)
class Outline:
    """Collects items in reading order and keeps track of what stands under what."""

    drafts: list[Draft] = field(default_factory=list)
    section: str = "other"
    headings: list[Draft] = field(default_factory=list)
    bullets: list[Draft] = field(default_factory=list)
    of_sections: set[int] = field(default_factory=set)
    """The items that are headings of sections, at whatever level."""
    over: Draft | None = None
    """The heading of the project that the sections below it are of."""

    @property
    def project(self) -> str | None:
        """The project heading (level 2) that the outline now stands under, within its section or over that."""
        own = [heading for heading in self.headings if heading.item_id not in self.of_sections]
        return _name(next((heading for heading in own if heading.level == 2), self.over))

    def markers_in_projects(self) -> set[str]:
        """The markers of the bullets under the headings of this section's projects, and of groups in them, and of all bullets under others."""
        drafts = [draft for draft in self.drafts if draft.section == self.section]
        within = {draft.item_id for draft in drafts if draft.level > 1 or draft.kind == "bullet"}
        return {
            draft.marker for draft in drafts if draft.kind == "bullet" and draft.marker and draft.parent_id in within
        }

    def marks_sections(self, marked: Marked) -> bool:
        """Whether the heading of a section so far carries the marker of a line."""
        heads = (draft for draft in self.drafts if draft.item_id in self.of_sections)
        return any(same_series(draft.marker, marked.marker) for draft in heads)

    @property
    def project_over(self) -> str | None:
        """The project whose sections the outline now stands in."""
        return _name(self.over)

    def heading(self, line: Line, marked: Marked, level: int, section: str) -> Draft:
        """Opens a heading: 1 a section, 2 a project or sub-section, 3 a group in brackets. A section's that is printed again on the next page, as
        on slides, is a running head, and no other item: the project goes on."""
        if level == 1 and self._is_again(line, marked, section):
            return self.headings[0]
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop()
        self.bullets.clear()
        self.section = section
        draft = self._add(line, marked, "heading", level, self._heading_id())
        self.headings.append(draft)
        return draft

    def over_sections(self, line: Line, marked: Marked) -> Draft:
        """Opens the heading of a project that has sections of its own: they stand under it up to the next one's."""
        self.leave_for("other")
        self.over = self._add(line, marked, "heading", 2, None)
        return self.over

    def _is_again(self, line: Line, marked: Marked, section: str) -> bool:
        """Whether a heading is that of the section in which a project stands open, on a page on which no item stands yet."""
        if self.section != section or self.project is None or line.place.page is None:
            return False
        page = self.drafts[-1].place.page
        if page is None or page >= line.place.page:
            return False
        return _AGAIN.sub("", marked.words) == _AGAIN.sub("", self.headings[0].words)

    def leave_for(self, section: str) -> None:
        """Ends all open headings and bullets: what follows belongs to a section whose heading is no item."""
        self.headings.clear()
        self.bullets.clear()
        self.section = section

    def bullet(self, line: Line, marked: Marked) -> Draft:
        """Adds a bullet, as deep as its indent and its marker say."""
        self._leave(line, marked)
        self._leave_sibling(line, marked)
        parent = self.bullets[-1] if self.bullets else None
        level = 1 if parent is None else parent.level + 1
        draft = self._add(line, marked, "bullet", level, parent.item_id if parent else self._heading_id())
        self.bullets.append(draft)
        return draft

    def _leave(self, line: Line, marked: Marked) -> None:
        """Closes the open bullets that a new one does not stand under.

        An open bullet of the same series at the same indent is its sibling. Else it stands under those that begin further
        out, and, where both begin at the same place, under one that is over it there (see `bullet_ranks`).
        """
        on_page = line.place.page is not None
        for position, draft in enumerate(self.bullets):
            near = _begin_alike(draft, line) or _stands_below(draft, line)
            if not (near or on_page):
                near = draft.indent + len(draft.marker or "") == line.indent + len(
                    marked.marker or ""
                )  # ` 9.` below `10.`
            if near and same_series(draft.marker, marked.marker):
                del self.bullets[position:]
                return
        tolerance = 2.5 if on_page else 0.5
        while self.bullets:
            above = self.bullets[-1]
            if line.indent > above.indent + tolerance:
                return
            if line.indent >= above.indent - tolerance and self._is_over(above, marked):
                return
            self.bullets.pop()

    def _is_over(self, above: Draft, marked: Marked) -> bool:
        since = (
            self.headings[-1].item_id - 1 if self.headings else 0
        )  # a project's heading may carry the sign of a bullet
        listed = (draft.marker for draft in self.drafts[since:] if draft.marker and draft.kind in ("heading", "bullet"))
        return is_over((above.marker or "", above.rank), (marked.marker or "", marked.rank), listed)

    def _leave_sibling(self, line: Line, marked: Marked) -> None:
        """Closes the heading of a project that carries the same sign at the same indent as a new bullet, deeper bullets under it: the
        two stand side by side (`○ 쉼터 조성` over `- 착공: '19. 3.`, then `○ 국제인증 취득: '20. 1.`)."""
        heading = self.headings[-1] if self.headings and not self.bullets else None
        if heading is None or heading.level != 2 or heading.item_id == len(self.drafts):
            return
        first = self.drafts[heading.item_id]
        deeper = first.kind == "bullet" and not same_series(first.marker, heading.marker)
        if _begin_alike(heading, line) and deeper and same_series(heading.marker, marked.marker):
            self.headings.pop()

    def plain(self, line: Line, marked: Marked, kind: str, *, of_section: bool = False) -> Draft:
        """Adds a paragraph, a note or a caption, under the innermost heading, or (`of_section`) under the section's own."""
        heading = self.headings[0].item_id if of_section and self.headings else self._heading_id()
        return self._add(line, marked, kind, 1, heading)

    def row(self, line: Line) -> Draft:
        """Adds a row of a table that is none of the contract's: a paragraph whose marker says so."""
        return self._add(line, Marked(ROW_MARKER, None, line.text, 0), "paragraph", 1, self._heading_id())

    def _heading_id(self) -> int | None:
        innermost = self.headings[-1] if self.headings else self.over
        return innermost.item_id if innermost is not None else None

    def _add(self, line: Line, marked: Marked, kind: str, level: int, parent: int | None) -> Draft:
        words = marked.words if marked.rank is not None else line.text
        if marked.rank == BRACKET and kind != "heading":
            words = line.text
        marker = (
            marked.marker
            if kind in ("heading", "bullet") or marked.rank == NOTE or marked.marker == ROW_MARKER
            else None
        )
        place, indent = line.place, line.indent
        number = len(self.drafts) + 1
        draft = Draft(
            number, parent, kind, level, self.section, marker, words, line.text, place, line, indent, marked.rank
        )
        self.drafts.append(draft)
        return draft


def _begin_alike(draft: Draft, line: Line) -> bool:
    """Whether a line begins where an item does, as nearly as officers set the bullets of one list."""
    return abs(draft.indent - line.indent) <= (6.0 if line.place.page is not None else 0.5)


def _stands_below(draft: Draft, line: Line) -> bool:
    """Whether a line begins at the very place of the sheet at which an item of the page before does, from whatever edge the indents of each count."""
    page, x0 = draft.place.page, line.place.x0
    if page is None or page == line.place.page or draft.place.x0 is None or x0 is None:
        return False
    return abs(draft.place.x0 - x0) < 1.0


def _name(heading: Draft | None) -> str | None:
    return None if heading is None else " ".join(heading.words.split()).strip(EDGE)
