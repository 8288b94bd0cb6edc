"""Fills that head a table of level rules: the rows that they part, where nothing is ruled."""

from __future__ import annotations

from canvas_builder import CanvasBuilder, tables_of

from pledgecards.extract.layout import lay_out
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.filled_heads import edges_of_fills


def fills(*boxes: tuple[float, float, float, float]) -> list[Drawing]:
    return [Drawing("fill", box, 0xDDDDEE) for box in boxes]


def rule(y: float, x0: float = 60, x1: float = 280) -> Drawing:
    return Drawing("rule", (x0, y - 0.25, x1, y + 0.25))


def edges(rules: list[Drawing], tiles: list[Drawing]) -> list[float]:
    return [(made.box[1] + made.box[3]) / 2 for made in edges_of_fills(rules, tiles)]


HEAD = fills((60, 80, 160, 98), (160, 80, 220, 98), (220, 80, 280, 98))


def test_a_head_of_fills_over_rules_of_its_width_has_rules_along_its_edges() -> None:
    assert edges([rule(116), rule(134)], HEAD) == [80, 98]


def test_an_edge_along_which_a_rule_runs_has_none_made() -> None:
    assert edges([rule(98), rule(116)], HEAD) == [80]
    # The upper storey of a head, under a rule that reaches further: its lower rule is its own.
    assert edges([rule(80, 20), rule(98), rule(116, 20)], HEAD) == []


def test_fills_of_another_width_or_far_above_the_rules_have_none() -> None:
    assert edges([rule(116, 60, 400)], HEAD) == []
    assert edges([rule(160)], HEAD) == []
    assert edges([rule(116)], fills((60, 80, 280, 98))) == []  # one fill: the band of a heading


def page_of(heading: str, rules: tuple[float, ...]) -> list[list[list[str]]]:
    """A head of fills and two rows with a rule below each, a heading with a rule of its own below it, and a table like the first."""
    page = CanvasBuilder()
    for top in (80.0, 190.0):
        for x0, x1, text in ((60, 160, "재원"), (160, 220, "합계"), (220, 280, "2019년")):
            page.fill(x0, top, x1, top + 18, 0xDDDDEE)
            page.text(x0 + 4, top + 4, text)
        for k, row in enumerate((("국비", "600", "300"), ("도비", "400", "200"))):
            for x, text in zip((64, 170, 230), row, strict=True):
                page.text(x, top + 22 + 18 * k, text)
            page.level(60, 280, top + 36 + 18 * k)
    page.text(60, 162, heading, size=12)
    for y in rules:
        page.level(60, 280, y)
    return [[[cell.text for cell in row] for row in table.grid()] for table in tables_of(lay_out(page.canvas()))]


def test_a_heading_with_a_rule_of_its_own_is_no_row_of_the_table_above_it() -> None:
    table = [["재원", "합계", "2019년"], ["국비", "600", "300"], ["도비", "400", "200"]]
    assert page_of("투자실적", ()) == [table, table]
    assert page_of("투자실적", (180,)) == [table, table]
