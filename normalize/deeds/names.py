"""The names that deeds stand under: of the project and of the group, as headings say them."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.card import Item
from pledgecards.extract.page import Line
from pledgecards.extract.sections.headings import heading_match
from pledgecards.normalize.dated import PERFORMANCE
from pledgecards.schemas.vocabulary import Vocabulary


class DeedNames:
    """The project and the group of the deed at hand, as the headings above it name them. `see` takes the items in their order."""

    def __init__(self, items: Sequence[Item], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        headings = [item for item in items if item.kind == "heading"]
        self._sections = {item.item_id: item.parent_id for item in headings if item.level == 1}
        self._projects = {item.item_id: item.text or None for item in headings if item.level == 2}
        self.project: str | None = None
        self.group: str | None = None

    def see(self, item: Item) -> None:
        """Takes note of a heading, which ends those of its level and below; and of a deed that stands beside the heading of a project
        within its section, not under it."""
        if item.kind == "heading":
            self._see_heading(item)
        elif item.kind == "bullet" and item.section == PERFORMANCE and item.parent_id in self._sections:
            self.project, self.group = self._projects.get(self._sections[item.parent_id] or 0), None

    def _see_heading(self, item: Item) -> None:
        """The name of a section within another one, or within a project, is neither's."""
        if item.level <= 1:
            # A section below a project is all of it.
            self.project = self._projects.get(item.parent_id) if item.parent_id is not None else None
            self.group = None
            return
        of_section = heading_match(Line(item.text, item.place), self._vocabulary)
        words = item.text or None if of_section is None or of_section.rough else None
        if item.level == 2:
            self.project, self.group = words, None
        else:
            self.group = words if item.level == 3 else None
