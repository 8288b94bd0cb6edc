"""The overview in a browser: how long until it is drawn, and how long an answer takes to be drawn.

Chromium without a window, driven through playwright, opens the page from the disk. All times are told by the page's own
clock: from the start of the navigation, or from the moment of the key or the click, until the frame that shows the result
has been painted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge")
WORDS = ("도서", "센터 건립", "25", "도시재생", "영등포구", "zzz")
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

# A message sent from within a frame arrives when that frame has been painted.
_PROBE = """
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  });
  window.drawn = new Promise((then) => {
    const look = () => document.querySelector("#table .line") ? painted(then) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });
  let told = () => {};
  window.listen = () => { window.answer = new Promise((then) => { told = then; }); };
  for (const kind of ["input", "change", "click"]) {
    addEventListener(kind, (event) => painted((now) => told(now - event.timeStamp)), { capture: true });
  }
"""


def browser_program() -> str | None:
    """The browser that is used: `PLEDGECARDS_BROWSER`, or the first that is installed."""
    return os.environ.get("PLEDGECARDS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """Milliseconds until something was painted, and of processor time that the page's main thread took for it."""

    painted: float
    processor: float


def browse(index: Path, rounds: int) -> tuple[str, dict[str, list[Answer]]]:
    """The browser's version, and every try by what was done. Every round is a browser of its own."""
    from playwright.sync_api import sync_playwright

    answers: dict[str, list[Answer]] = {}
    version = ""
    with sync_playwright() as playwright:
        for _ in range(rounds):
            browser = playwright.chromium.launch(executable_path=browser_program(), args=list(_OPTIONS))
            version = f"Chromium {browser.version}"
            page = browser.new_page(viewport={"width": 1500, "height": 950})
            page.add_init_script(_PROBE)
            _ask(_Watch(page, answers), page, index.resolve().as_uri())
            browser.close()
    return version, answers


class _Watch:
    """Notes what is done to a page, and what it cost."""

    def __init__(self, page: Any, answers: dict[str, list[Answer]]) -> None:
        self._page = page
        self._answers = answers
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    @contextmanager
    def __call__(self, kind: str, prepare: str = "window.listen()", answer: str = "window.answer") -> Iterator[None]:
        """Notes the one thing that is done within."""
        self._page.wait_for_timeout(60)
        self._page.evaluate(prepare)
        before = self._processor()
        yield
        painted = float(self._page.evaluate(answer))
        self._answers.setdefault(kind, []).append(Answer(painted, self._processor() - before))

    def _processor(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(1000 * float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def _ask(watch: _Watch, page: Any, address: str) -> None:
    with watch("opened", "0", "window.drawn"):
        page.goto(address)
    for number, word in enumerate(WORDS):
        page.focus("#search")
        for place, sign in enumerate(word):
            kind = "first key of a page" if number == place == 0 else "key of a search"
            with watch(kind):
                page.keyboard.insert_text(sign)
        with watch("search cleared"):
            page.fill("#search", "")
    for column in ("title", "body", "budget", "kinds"):
        with watch("sorted for the first time"):
            page.click(f"[data-sort={column}]")
        with watch("sorted the other way"):
            page.click(f"[data-sort={column}]")
    page.click("#clear")
    for choice in ("review", "errors", "none", ""):
        with watch("filtered"):
            page.select_option("#severity", choice)
    for place in range(3):
        with watch("filtered"):
            page.click(f"#codes li >> nth={place}")
