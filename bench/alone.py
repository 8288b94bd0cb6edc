"""Run as a program: converts one file in a process of its own and prints, as JSON, what that cost.

seconds: processor time of the conversion (not of the start). peak: the most memory the process held, in MiB, with what
its start took; start: that alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "cards"


def convert_alone(path: Path) -> dict[str, float]:
    """What converting the file in a fresh process costs."""
    command = [sys.executable, "-m", "pledgecards.bench.alone", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return {name: float(value) for name, value in json.loads(done.stdout).items()}


def _peak() -> float:
    """In MiB. From the process's own status: the usual call reports the memory of whoever started it as well."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except FileNotFoundError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _main() -> None:
    from pledgecards.convert import convert_bytes

    # A first card, so that what is loaded once a process does not count as the cost of the book's pages.
    convert_bytes((SAMPLES / "reference-1.pdf").read_bytes())
    start, begun = _peak(), time.process_time()
    rows = convert_bytes(Path(sys.argv[1]).read_bytes(), "book.pdf")
    seconds = time.process_time() - begun
    print(json.dumps({"seconds": seconds, "peak": _peak(), "start": start, "rows": sum(map(len, rows.values()))}))


if __name__ == "__main__":
    _main()
