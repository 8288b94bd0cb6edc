"""A small dataset and its review site: a PDF, a text with a planted mistake, and a card whose text would run as script."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.review.site import write_site

SAMPLES = Path(__file__).parents[2] / "samples" / "cards"
HOSTILE = """7. <script>window.ran=1</script>"><img src=x onerror="window.ran=1"> 작은도서관

- 임기구분 ☑ 임기내 ☑ 임기외

■ 추진실적

- </script><script>window.ran=1</script> 주민설명회: '19. 7. 31.(목)
- "><svg onload="window.ran=1"> 착공\u2028식: '19. 8. 1.

■ 담당부서

- 도시재생과장 <b>홍길동</b> ☎ 4198
"""


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
    write_site(out, everything=True, jobs=1)
    return out
