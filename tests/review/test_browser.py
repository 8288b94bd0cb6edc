"""The site in a real browser, opened from the disk: what is seen, pointed at, found, and put right."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.batch.validate import validate
from pledgecards.corrections.file import read_corrections
from pledgecards.review.site import write_site


def cards(dataset):
    """File name → card."""
    paths = {row["document_id"]: row["path"] for row in pq.read_table(dataset / "documents.parquet").to_pylist()}
    return {paths[row["document_id"]]: row for row in pq.read_table(dataset / "cards.parquet").to_pylist()}


def rows_of(dataset, table, card):
    return [row for row in pq.read_table(dataset / f"{table}.parquet").to_pylist() if row["card_id"] == card["card_id"]]


def open_overview(page, dataset):
    page.goto((dataset / "review" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")


def open_card(page, dataset, name):
    card = cards(dataset)[name]
    page.goto((dataset / "review" / "cards" / f"{card['card_id']}.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    return card


def test_the_overview_searches_sorts_and_filters(page, dataset):
    open_overview(page, dataset)
    assert page.locator(".line").count() == 3
    assert "planted-budget" in page.locator(".line").first.inner_text(), "what has most issues stands first"
    page.keyboard.press("/")
    page.keyboard.type("reference")
    assert page.locator(".line").count() == 1
    page.click("#clear")
    page.click("[data-sort=no]")
    numbers = [int(text) for text in page.locator(".line > :nth-child(3)").all_inner_texts() if text]
    assert numbers == sorted(numbers, reverse=True)
    page.click("#codes li:has-text('예산 합계 불일치')")
    assert page.locator(".line").count() == 1
    page.click("[data-tab=files]")
    page.click("#clear")
    assert page.locator(".line").count() == 3
    page.click("[data-tab=bodies]")
    assert page.locator(".line").count() >= 1


def test_in_a_narrow_window_nothing_runs_out_of_sight(page, dataset):
    page.set_viewport_size({"width": 1024, "height": 720})
    open_overview(page, dataset)
    for tab in ("cards", "files", "bodies"):
        page.click(f"[data-tab={tab}]")
        assert page.evaluate(
            "(({scrollWidth, clientWidth}) => scrollWidth <= clientWidth)(document.getElementById('table'))"
        )
    page.click("[data-tab=cards]")
    narrow = page.locator(".head button").count()
    page.set_viewport_size({"width": 1920, "height": 1050})
    page.wait_for_function("(count) => document.querySelectorAll('.head button').length > count", arg=narrow)
    assert page.locator(".line > :last-child").first.inner_text() != ""
    page.set_viewport_size({"width": 1024, "height": 720})
    open_card(page, dataset, "planted-budget-sum_mismatch.txt")
    page.keyboard.press("n")
    told, button = page.locator(".told").bounding_box(), page.locator("#accept").bounding_box()
    assert told["x"] + told["width"] <= button["x"]


def test_on_a_telephone_a_card_is_as_wide_as_the_window(page, dataset):
    page.set_viewport_size({"width": 420, "height": 850})
    open_card(page, dataset, "planted-budget-sum_mismatch.txt")
    page.locator(".figures .v").first.click()
    page.keyboard.press("e")
    for part in ("html", ".panes", ".editor[open]"):
        assert page.locator(part).evaluate("part => part.scrollWidth <= part.clientWidth"), part


def test_boxes_lie_where_the_dataset_says(page, dataset):
    card = open_card(page, dataset, "reference-1.pdf")
    checked = 0
    for table in ("budget", "schedule", "events", "contacts"):
        for number, row in enumerate(rows_of(dataset, table, card)):
            if number % 4:
                continue
            sheet = page.locator(f"[data-page='{row['page']}']")
            picture = sheet.locator("img").bounding_box()
            box = sheet.locator(f"rect[data-vs~='{table}-{number}']").bounding_box()
            scale = picture["width"] / float(sheet.locator("img").get_attribute("width"))
            assert box["x"] - picture["x"] == pytest.approx(row["x0"] * scale, abs=1.5)
            assert box["y"] - picture["y"] == pytest.approx(row["top"] * scale, abs=1.5)
            assert box["width"] == pytest.approx((row["x1"] - row["x0"]) * scale, abs=2)
            assert box["height"] == pytest.approx((row["bottom"] - row["top"]) * scale, abs=2)
            checked += 1
    assert checked > 20
    assert page.evaluate(
        "[...document.querySelectorAll('.sheet img')].every((i) => !i.complete || i.naturalWidth > 500)"
    )


def test_a_value_shows_its_box_and_a_box_its_value(page, dataset):
    open_card(page, dataset, "reference-1.pdf")
    page.hover("[data-v='contacts-0'] >> nth=0")
    assert page.locator("rect.hot").get_attribute("data-vs").split()[0] == "contacts-0"
    page.click("[data-v='budget-3'][data-c=amount_won]")
    assert page.locator("rect.chosen").count() == 1
    box = page.locator("rect.chosen").bounding_box()
    assert 0 < box["y"] < 950, "the box has been brought into view"
    page.click("rect[data-vs~='events-0']", force=True)
    assert "chosen" in page.locator("[data-v='events-0']").first.get_attribute("class")
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0


def test_in_text_a_value_shows_its_line(page, dataset):
    card = open_card(page, dataset, "planted-budget-sum_mismatch.txt")
    row = rows_of(dataset, "budget", card)[0]
    page.click("[data-v='budget-0'][data-c=amount_won]")
    assert page.locator("li.chosen").get_attribute("data-line") == str(row["line"])
    assert page.locator("li.chosen i").inner_text() == str(row["line"])


def test_keys_lead_through_issues_and_cards(page, dataset):
    open_card(page, dataset, "planted-budget-sum_mismatch.txt")
    page.keyboard.press("n")
    assert page.locator(".issue.current").count() == 1
    assert page.locator("li.chosen").count() >= 1, "an issue leads to its place"
    assert page.locator("#values .chosen").count() >= 1, "and to its value"
    first = page.locator(".issue.current").inner_text()
    page.keyboard.press("n")
    assert page.locator(".issue.current").inner_text() != first
    page.keyboard.press("p")
    assert page.locator(".issue.current").inner_text() == first
    before = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != before)
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("k")
    page.wait_for_url(before)
    page.keyboard.press("/")
    page.wait_for_selector("#search:focus")


def test_text_of_a_card_does_not_run(page, dataset):
    open_card(page, dataset, "hostile.txt")
    page.keyboard.press("n")
    page.click("#values .writing .v >> nth=0")
    page.keyboard.press("e")
    assert page.evaluate("window.ran") is None
    assert "<script>window.ran=1</script>" in page.locator("#source").inner_text()
    open_overview(page, dataset)
    assert "onload=" in page.locator("#table").inner_text()
    assert page.evaluate("window.ran") is None


def correct(page, selector, value, why="오기"):
    page.click(selector)
    page.keyboard.press("e")
    control = page.locator("dialog .row >> nth=0").locator("input, textarea, select")
    if control.evaluate("(item) => item.tagName") == "SELECT":
        control.select_option(value)
    else:
        control.fill(value)
    page.fill("dialog [name=by]", "홍길동")
    page.fill("dialog [name=why]", why)
    page.click("dialog button[value=save]")


def download(page, place):
    with page.expect_download() as waiting:
        page.click("#download")
    waiting.value.save_as(place)
    return place


def test_what_is_put_right_comes_back_in_the_dataset(page, dataset, tmp_path):
    name = "planted-budget-sum_mismatch.txt"
    card = open_card(page, dataset, name)
    correct(page, "[data-v='budget-2'][data-c=amount_won]", "스물")
    assert "정수" in page.locator("dialog .problem").inner_text(), "a wrong type is refused"
    old = rows_of(dataset, "budget", card)[2]["amount_won"]
    new = old - 7_000_000
    page.locator("dialog .row >> nth=0").locator("input").fill(f"{new:,}")
    page.click("dialog button[value=save]")
    assert page.locator("#correction-count").inner_text() == "3", "the two issues of the value are accepted with it"
    assert page.locator("[data-v='budget-2'].fixed").count() == 1
    correct(page, "h1 .v", '=제목, "따옴표"', why="=까닭")
    correct(page, "[data-v='choices-0']", "false")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#correction-count").inner_text() == "5", "what was put right outlives the page"
    assert page.locator(".issue.done").count() == 2

    path = download(page, tmp_path / "corrections.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    corrections = read_corrections([path])
    assert {(c.table, c.column, c.new) for c in corrections} == {
        ("budget", "amount_won", str(new)),
        ("issues", "code", "correction.accepted"),
        ("cards", "title", '=제목, "따옴표"'),
        ("choices", "checked", "false"),
    }
    assert {c.by for c in corrections} == {"홍길동"}

    out = tmp_path / "out"
    convert([str(dataset.parent / "cards")], out, Settings(), jobs=1, corrections=corrections)
    assert validate(out) == []
    after = cards(out)[name]
    assert after["title"] == '=제목, "따옴표"'
    assert rows_of(out, "budget", after)[2]["amount_won"] == new
    assert {row["state"] for row in rows_of(out, "corrections", after)} == {"applied"}
    assert [row["code"] for row in rows_of(out, "issues", after)].count("correction.accepted") == 2


def test_the_next_file_holds_what_the_dataset_already_has(page, dataset, tmp_path):
    name = "hostile.txt"
    open_card(page, dataset, name)
    correct(page, "h1 .v", "작은도서관")
    first = read_corrections([download(page, tmp_path / "first.csv")])
    out = tmp_path / "out"
    convert([str(dataset.parent / "cards")], out, Settings(), jobs=1, corrections=first)
    write_site(out, everything=True, jobs=1)
    open_card(page, out, name)
    assert page.locator("#correction-count").inner_text() == "0"
    assert page.locator("h1").inner_text() == "작은도서관"
    correct(page, "h1 .v", "작은 도서관 건립")
    second = read_corrections([download(page, tmp_path / "second.csv")])
    assert second[:-1] == first
    assert (second[-1].old, second[-1].new) == ("작은도서관", "작은 도서관 건립")
    convert([str(dataset.parent / "cards")], out, Settings(), jobs=1, corrections=second)
    assert cards(out)[name]["title"] == "작은 도서관 건립"
    page.click("#show-corrections")
    page.click("dialog tr:has-text('작은 도서관 건립') button")
    page.click("dialog button[value=close]")
    assert read_corrections([download(page, tmp_path / "third.csv")]) == first
