"""Data for scripts: JSON that stands inside a page or a `.js` file and cannot end it, whatever text it holds."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

# Within <script> a `</script>` or `<!--` would end or bend it; U+2028 and U+2029 end lines in older browsers.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def script_json(value: Any) -> Markup:
    """The value as JSON that is safe in a <script> element; dates as ISO 8601."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str, allow_nan=False)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(text)


def script_value(value: Any) -> str:
    """The value as an expression of a script of its own. As a string of JSON a browser reads it twice as fast as written out."""
    text = str(script_json(value)).replace("\\", "\\\\").replace("'", "\\'")
    return f"JSON.parse('{text}')"
