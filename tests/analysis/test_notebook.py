"""`samples/analysis.ipynb` runs from its first cell to its last over a dataset of samples, and is kept clean."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
NOTEBOOK = SAMPLES / "analysis.ipynb"


@pytest.fixture
def cells():
    return json.loads(NOTEBOOK.read_text("utf-8"))["cells"]


def test_every_cell_runs(converted, cells, monkeypatch, capsys):
    pytest.importorskip("duckdb")
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    monkeypatch.setenv("PLEDGECARDS_DATASET", str(converted))
    names = {"__name__": "notebook"}
    for number, cell in enumerate(cells, 1):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), names)  # noqa: S102
    assert "5 files, 5 cards" in capsys.readouterr().out
    figures = [names["plt"].figure(number) for number in names["plt"].get_fignums()]
    names["plt"].close("all")
    assert len(figures) == 5


def test_korean_is_drawn_with_glyphs_and_not_with_boxes(recwarn, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from matplotlib import pyplot

    from pledgecards.analysis.fonts import use_korean_font

    if use_korean_font() is None:
        pytest.skip("no Korean font")
    figure, axes = pyplot.subplots()
    axes.set_title("공약 이행률 −5%")
    figure.savefig(tmp_path / "a.png")
    pyplot.close(figure)
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_without_a_korean_font_it_says_so(monkeypatch):
    font_manager = pytest.importorskip("matplotlib.font_manager")
    from pledgecards.analysis import fonts

    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    monkeypatch.setattr(fonts, "_CARRIER", "a-package-that-is-not-there")
    with pytest.warns(UserWarning, match="No Korean font was found"):
        assert fonts.use_korean_font() is None


def test_the_font_of_the_package_is_found_where_none_is_installed(monkeypatch):
    matplotlib = pytest.importorskip("matplotlib")
    from matplotlib import font_manager

    from pledgecards.analysis.fonts import use_korean_font

    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    with matplotlib.rc_context():
        assert use_korean_font() == "NanumGothic"


def test_its_outputs_are_small_and_tell_nothing_of_the_computer_they_were_made_on(cells):
    assert NOTEBOOK.stat().st_size < 300_000
    text = NOTEBOOK.read_text("utf-8")
    assert "/home/" not in text
    assert "/tmp/" not in text
    assert not [out for cell in cells for out in cell.get("outputs", ()) if out["output_type"] == "error"]
    assert any(out.get("data", {}).get("image/png") for cell in cells for out in cell.get("outputs", ()))
