"""What a run tells of itself while it runs."""

import io
from collections import Counter

from pledgecards.batch.progress import Lines, duration, progress_line


def test_a_line_of_progress():
    line = progress_line(Counter(ok=1100, partial=1, failed=2), 4412, seconds=100)
    assert line == "1,103 of 4,412 files · ok 1,100 · partial 1 · failed 2 · 11.0 files/s · 5 min left"


def test_durations():
    assert [duration(seconds) for seconds in (4, 89, 600, 12_000)] == ["4 s", "89 s", "10 min", "3 h 20 min"]


def test_plain_lines_where_there_is_no_terminal():
    stream, now = io.StringIO(), iter(range(0, 1000, 4))
    lines = Lines(stream, clock=lambda: next(now))
    lines.begin(3)
    for _ in range(3):
        lines.advance("ok")
    lines.end()
    text = stream.getvalue()
    assert text.startswith("3 files to read\n")
    assert "3 of 3 files · ok 3" in text
    assert "\r" not in text


def test_one_line_that_renews_itself_on_a_terminal():
    stream = io.StringIO()
    stream.isatty = lambda: True
    now = iter(range(1000))
    lines = Lines(stream, clock=lambda: next(now))
    lines.begin(2)
    lines.advance("ok")
    lines.advance("failed")
    lines.say("Writing")
    text = stream.getvalue()
    assert text.count("\r") >= 2
    assert text.endswith("\nWriting\n")


class Deaf(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, text: str, /) -> int:
        raise BrokenPipeError


def test_a_run_goes_on_when_nobody_listens():
    for stream in (Deaf(), None):
        lines = Lines(stream)
        lines.begin(1)
        lines.advance("ok")
        lines.say("Writing")
