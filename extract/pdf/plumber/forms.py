"""How much of a page's forms is drawn: forms may draw one another ten times each, twelve deep."""

from __future__ import annotations

MOST_FORMS = 3_000
_MOST_REPEATED = 2_000_000
"""So many bytes of forms that were drawn before are drawn again."""


class FormsDrawn:
    """Counts what is drawn of forms."""

    def __init__(self) -> None:
        self._seen: set[int | None] = set()
        self._count = self._repeated = 0

    def may_draw(self, form: int | None, size: int) -> bool:
        """Whether one more form may be drawn. form: the number of its object, size: its bytes."""
        self._count += 1
        if form in self._seen:
            self._repeated += size
        self._seen.add(form)
        return self._count <= MOST_FORMS and self._repeated <= _MOST_REPEATED
