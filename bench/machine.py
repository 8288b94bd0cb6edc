"""The machine on which a measurement was made, in words that tell its power and nothing of whose it is."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> list[str]:
    """Lines of Markdown: processor, memory, system, versions, and how busy the machine was."""
    lines = [
        f"- {_processor()}, {os.cpu_count()} cores seen, {_memory()}",
        f"- {platform.system()}, Python {platform.python_version()}",
    ]
    lines.append(
        "- " + ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "numpy", "rapidfuzz"))
    )
    if hasattr(os, "getloadavg"):
        lines.append(f"- load average over the last 15 minutes of the run: {os.getloadavg()[2]:.1f}")
    return lines


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> str:
    try:
        pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return "memory unknown"
    return f"{pages * size / 2**30:.0f} GiB of memory"
