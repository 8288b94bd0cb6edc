"""The site in Korean and in English: what it says of its own accord is all in one language."""

import json
import re
import shutil

import pytest

from pledgecards.language import speaking
from pledgecards.review.site import write_site
from pledgecards.review.wording import SCRIPTS, script_words

WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(r"corrections\.csv|pledgecards [\d.]+|[\w.-]+\.(pdf|txt)|[0-9a-f]{12}-\d+")
VISIBLE = """() => {
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    if (!holder.closest("script, style, code, kbd, .v, .where")) texts.push(walk.currentNode.textContent);
  }
  for (const item of document.querySelectorAll("[title], [placeholder], [alt], [aria-label]"))
    if (!item.closest(".v, .where, .line"))
      for (const name of ["title", "placeholder", "alt", "aria-label"]) texts.push(item.getAttribute(name) ?? "");
  return texts;
}"""


def test_scripts_have_their_words():
    with speaking("ko"):
        korean = script_words()
    with speaking("en"):
        english = script_words()
    assert korean.keys() == english.keys()
    assert all(text == english[text] for text in english)
    assert all(re.search("[가-힣]", text) for text in korean.values())
    assert (korean["Save"], korean["failed"]) == ("저장", "읽지 못함")
    assert set(SCRIPTS) == {"store.js", "editor.js", "overview.js", "table.js", "card.js"}


def said(page, address, *clicks):
    """The site's own words on a page, and in the dialogs that the clicks open."""
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    texts = page.evaluate(VISIBLE)
    for click in clicks:
        page.click(click)
        texts += page.evaluate(VISIBLE)
        page.keyboard.press("Escape")
    return NAMES.sub("", "\n".join(texts))


OVERVIEW = ["[data-tab=files]", "[data-tab=bodies]", "#show-corrections"]
CARD = ["#help", "#show-corrections"]


def test_the_korean_site_has_no_english_word(page, dataset):
    folder = dataset / "review"
    page.add_init_script("localStorage.clear()")
    printed = {word for path in (folder / "cards").iterdir() for word in WORD.findall(written(path))}
    allowed = printed | {dataset.resolve().name}
    assert set(WORD.findall(said(page, (folder / "index.html").as_uri(), *OVERVIEW))) <= allowed
    for path in sorted((folder / "cards").iterdir()):
        assert set(WORD.findall(said(page, path.as_uri(), *CARD))) <= printed
        page.click("h1 .v")
        page.keyboard.press("e")
        assert WORD.findall(page.locator("dialog h2, dialog footer, dialog .row > span").first.inner_text()) == []
        page.keyboard.press("Escape")


def written(path):
    """What the source prints on a card: its values, issues and text."""
    data = re.search(r'id="card-data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    return " ".join(str(value) for row in json.loads(data[1])["rows"].values() for value in row["c"].values())


@pytest.fixture
def in_english(dataset, tmp_path):
    """The same dataset with its site in English."""
    copy = tmp_path / "english"
    shutil.copytree(dataset, copy, ignore=shutil.ignore_patterns(".pledgecards", "review"))
    write_site(copy, everything=True, language="en", jobs=1)
    return copy


def test_the_english_site_says_nothing_in_korean(page, in_english):
    page.goto((in_english / "review" / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    assert page.locator("html").get_attribute("lang") == "en"
    for place in ("#tiles", "#tabs", "#codes", ".head", "#severity", "header"):
        assert not re.search("[가-힣]", page.locator(place).first.inner_text()), place
    path = min((in_english / "review" / "cards").iterdir())
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    for place in (
        "header .button",
        "h2",
        ".facts dt",
        ".tag",
        ".badge",
        ".accept",
        "thead th:first-child",
        "figcaption",
    ):
        for text in page.locator(place).all_inner_texts():
            assert not re.search("[가-힣]", text) or place == "figcaption", (place, text)


def test_a_site_is_the_same_bytes_each_time(in_english):
    before = {path: path.read_bytes() for path in (in_english / "review").rglob("*") if path.is_file()}
    write_site(in_english, everything=True, language="en", jobs=1)
    assert {path: path.read_bytes() for path in (in_english / "review").rglob("*") if path.is_file()} == before
