"""A small dataset and its review site: a PDF, a text with a planted mistake, and a card whose text would run as script."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.review.site import write_site

SAMPLES = Path(__file__).parents[2] / "samples" / "cards"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge")
BROWSER = os.environ.get("PLEDGECARDS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
HOSTILE = """7. <script>window.ran=1</script>"><svg onload="window.ran=1"> 작은도서관

- 임기구분 ☑ 임기내 ☑ 임기외

■ 추진실적

- </script><script>window.ran=1</script> 주민설명회: '19. 7. 31.(목)
- "><svg onload="window.ran=1"> 착공\u2028식: '19. 8. 1.

■ 담당부서

- 도시재생과장 <b>홍길동</b> ☎ 4198
"""


@pytest.fixture(autouse=True)
def in_korean(korean):
    """The site is looked at in Korean; what a test calls by way of the command line follows the locale again."""


@pytest.fixture(scope="session")
def dataset(tmp_path_factory):
    """The folder of the dataset, with its site; its inputs lie beside it."""
    root = tmp_path_factory.mktemp("review")
    source = root / "cards"
    source.mkdir()
    for name in ("reference-1.pdf", "planted-budget-sum_mismatch.txt"):
        shutil.copy(SAMPLES / name, source / name)
    (source / "hostile.txt").write_text(HOSTILE, "utf-8")
    out = root / "out"
    convert([str(source)], out, Settings(), jobs=1)
    write_site(out, everything=True, language="ko", jobs=1)
    return out


@pytest.fixture(scope="module")
def browser():
    """A browser of this computer; without one, or without playwright, the test is skipped."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if BROWSER is None:
        pytest.skip(f"no browser found ({', '.join(BROWSERS)})")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """A page that fails the test for whatever a browser complains about."""
    context = browser.new_context(viewport={"width": 1500, "height": 950}, accept_downloads=True)
    opened = context.new_page()
    complaints = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request",
        lambda request: complaints.append(request.url) if not request.url.startswith(("file:", "blob:")) else None,
    )
    yield opened
    context.close()
    assert complaints == []
