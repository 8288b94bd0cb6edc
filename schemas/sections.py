"""The sections of a card: the keys of `items.section` and their Korean names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SECTION_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "classification": "사업구분",
        "support": "정부·시 도움",
        "overview": "정책개요",
        "current_state": "현황",
        "goals": "목표",
        "plan": "추진계획",
        "schedule": "추진일정",
        "budget": "소요예산",
        "indicators": "확인지표",
        "performance": "추진실적",
        "achievement": "실적표",
        "contacts": "담당부서",
        "other": "그 밖",
    }
)
"""The Korean name of every section, in the order in which a card prints them."""

EXPECTED = ("overview", "plan", "schedule", "budget", "indicators", "performance", "contacts")
"""The sections that a card usually has."""
