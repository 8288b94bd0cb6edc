"""JSON inside a page: whatever a card prints, it stays text."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgecards.review.script_data import script_json, script_value


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "]]>", "&lt;", "\u2028\u2029"])
def test_nothing_in_it_ends_a_script(text):
    written = str(script_json({"text": text}))
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"text": text}


@given(st.recursive(st.text() | st.integers() | st.none() | st.booleans(), st.lists))
def test_it_is_the_same_value_again(value):
    assert json.loads(str(script_json(value))) == value


@given(st.text() | st.lists(st.text()))
def test_as_a_string_of_a_script_it_ends_nowhere_else(value):
    written = script_value(value)
    quoted = written.removeprefix("JSON.parse('").removesuffix("')")
    assert not re.search(r"(?<!\\)(\\\\)*'", quoted)
    assert not set(quoted) & set("\n\r<>&\u2028\u2029")
    assert json.loads(re.sub(r"\\(['\\])", r"\1", quoted)) == value
