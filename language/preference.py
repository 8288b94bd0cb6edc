"""Which language the person at this computer prefers."""

from __future__ import annotations

import sys
from collections.abc import Mapping

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_KOREAN = 0x12
_PRIMARY = 0x3FF


def preferred(environment: Mapping[str, str]) -> str:
    """`ko` where the locale is Korean, else `en`: the first variable that says anything decides, on Windows else the system."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), None)
    if named is not None:
        return "ko" if named.partition("_")[0].partition(".")[0].lower() in ("ko", "korean") else "en"
    return "ko" if _windows_speaks_korean() else "en"


def _windows_speaks_korean() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & _PRIMARY == _KOREAN)
