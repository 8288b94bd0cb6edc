"""A font for plots that shows Korean: an installed one, else the one that the package `koreanize-matplotlib` carries."""

from __future__ import annotations

import warnings
from importlib.metadata import PackageNotFoundError, distribution

_KNOWN = (
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "AppleGothic",
    "NanumGothic",
    "NanumBarunGothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "UnDotum",
)
_CARRIER, _FILE = "koreanize-matplotlib", "NanumGothic.ttf"


def use_korean_font() -> str | None:
    """Sets matplotlib's font to one that shows Korean; returns its name.

    None, with a warning, where there is none: Korean then shows as boxes. Needs matplotlib (extra `notebook`).
    """
    import matplotlib
    from matplotlib import font_manager

    installed = {entry.name for entry in font_manager.fontManager.ttflist}
    name = next((known for known in _KNOWN if known in installed), None) or _carried()
    if name is None:
        warnings.warn(
            "No Korean font was found; Korean will show as boxes. Install NanumGothic, or: pip install koreanize-matplotlib",
            stacklevel=2,
        )
        return None
    matplotlib.rcParams["font.family"] = [name, "DejaVu Sans"]
    # Most Korean fonts have no typographic minus sign.
    matplotlib.rcParams["axes.unicode_minus"] = False
    return name


def _carried() -> str | None:
    """The font of the package, made known to matplotlib; nothing of the package is imported."""
    from matplotlib import font_manager

    try:
        files = distribution(_CARRIER).files or []
    except PackageNotFoundError:
        return None
    place = next((file.locate() for file in files if file.name == _FILE), None)
    if place is None:
        return None
    font_manager.fontManager.addfont(str(place))
    return font_manager.FontProperties(fname=str(place)).get_name()
