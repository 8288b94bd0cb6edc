"""Runs killed at random moments, each continued until done: the dataset is that of a run that was never stopped."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from pledgecards.batch.limits import deaf_to_interrupts
from pledgecards.batch.validate import validate

KILLS = 8
MOST_KILLS = 40


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_runs_lose_nothing(folder, run, content, tmp_path):
    old = folder({f"{number:02d}.txt": f"cards 1 {number}" for number in range(6)}, "old")
    new = folder({f"{number:02d}.txt": f"slow {1 + number % 2} {number}" for number in range(24)}, "new")
    out = tmp_path / "out"
    run(new, tmp_path / "never-stopped", jobs=2)
    run(old, out)
    expected = content(tmp_path / "never-stopped")
    before = content(out)
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent(f"""
            import sys
            from pathlib import Path
            from pledgecards.batch.run import convert
            from pledgecards.batch.settings import Settings

            sys.path.insert(0, {str(Path(__file__).parent)!r})
            if __name__ == "__main__":
                settings = Settings(converter="converter_stub:convert_bytes", timeout=30)
                convert([{str(new)!r}], Path({str(out)!r}), settings, jobs=2)
        """)
    )
    moments = random.Random(20180701)
    seen = []
    parts = 0
    # A busy machine takes long to start a run: it is given more and more time, until one has read something.
    for kill in range(MOST_KILLS):
        if kill >= KILLS and (parts > 6 or expected in seen):
            break
        process = subprocess.Popen([sys.executable, str(program)], stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 2.0) * max(1, kill - KILLS))
        process.kill()
        process.wait()
        seen.append(content(out))
        assert seen[-1] in (before, expected)
        assert validate(out) == []
        parts = len(list((out / ".pledgecards" / "parts").glob("*/*.part")))
    assert parts > 6 or expected in seen, "no run got as far as reading"
    result = run(new, out)
    assert content(out) == expected
    assert result.read + result.known == 24


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_worker_is_deaf_to_ctrl_c_from_its_first_instruction_on():
    program = "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('goes on')"
    with deaf_to_interrupts():
        child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (child.stdout, child.stderr) == ("goes on\n", "")
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])  # a person's reaches the run


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups to interrupt")
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(folder, run, tmp_path):
    source = folder({f"{number:03d}.txt": f"slow 1 {number}" for number in range(400)})
    out = tmp_path / "out"
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent(f"""
            import signal
            import sys
            from pathlib import Path
            from pledgecards.batch.run import Stopped, convert
            from pledgecards.batch.settings import Settings
            from pledgecards.batch.summary import stopped

            sys.path.insert(0, {str(Path(__file__).parent)!r})
            if __name__ == "__main__":
                # A test run in the background of a shell is born deaf to Ctrl-C; a person's terminal is not.
                signal.signal(signal.SIGINT, signal.default_int_handler)
                settings = Settings(converter="converter_stub:convert_bytes", timeout=30)
                try:
                    convert([{str(source)!r}], Path({str(out)!r}), settings, jobs=2)
                except Stopped as stop:
                    print(stopped(stop))
                    sys.exit(130)
        """)
    )
    # A group of its own, as a terminal gives it: Ctrl-C reaches the workers as well.
    process = subprocess.Popen(
        [sys.executable, str(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    parts = out / ".pledgecards" / "parts"
    end = time.monotonic() + 30
    while not list(parts.glob("*/*.part")) and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    told, complaints = process.communicate(timeout=30)
    assert process.returncode == 130, complaints
    assert told.startswith("Stopped: ")
    assert "of 400 files are read and kept" in told
    assert "same command again" in told
    assert complaints == ""
    assert not (out / "documents.parquet").exists()
