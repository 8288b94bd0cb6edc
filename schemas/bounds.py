"""The least and the greatest value that a column of numbers can have, whichever table it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BOUNDS: Mapping[str, tuple[Any, Any]] = {
    "page": (1, float("inf")),
    "quarter": (1, 4),
    "year": (1900, 2100),
    "cohort": (1995, 2100),
    "text_coverage": (0, 1),
}
"""By the name of the column."""
