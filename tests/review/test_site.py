"""The site as files on the disk."""

import errno
import json
import re
import shutil
import sys
from html.parser import HTMLParser

import pyarrow.parquet as pq
from click.testing import CliRunner

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.cli import main
from pledgecards.review.site import write_site

CARD = {"card_id": "0123456789ab-001", "document_id": "0" * 64, "ordinal": 1, "review": False}
ISSUE = {"document_id": "0" * 64, "severity": "warning", "code": "choice.none", "message": "고른 것이 없습니다."}
DOCUMENT = {"document_id": "0" * 64, "path": "a.pdf", "status": "ok", "cards": 1, "pages": 1}


def overview(folder):
    text = (folder / "review" / "data" / "overview.js").read_text("utf-8")
    quoted = text.removeprefix("window.pledgeOverview=JSON.parse('").removesuffix("');\n")
    return json.loads(re.sub(r"\\(['\\])", r"\1", quoted))


def test_pages_are_written_for_cards_with_an_error_or_a_warning(make_dataset):
    ids = [f"0123456789ab-00{n}" for n in (1, 2, 3)]
    folder = make_dataset(
        documents=[DOCUMENT],
        cards=[CARD | {"card_id": card_id, "ordinal": n} for n, card_id in enumerate(ids, 1)],
        issues=[ISSUE | {"card_id": ids[1]}, ISSUE | {"card_id": ids[2], "severity": "info", "code": "label.fuzzy"}],
    )
    assert write_site(folder, jobs=1).cards == 1
    assert [path.stem for path in (folder / "review" / "cards").iterdir()] == [ids[1]]
    assert overview(folder)["cards"]["page"] == [0, 1, 0]
    assert write_site(folder, everything=True, jobs=1).cards == 3
    assert overview(folder)["cards"]["warnings"] == [0, 1, 0]


def test_an_empty_dataset_has_an_overview(make_dataset):
    folder = make_dataset()
    assert write_site(folder, jobs=1).cards == 0
    assert overview(folder)["cards"]["card_id"] == []


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.scripts = 0
        self.names = set()
        self.events = []
        self.addresses = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.scripts += tag == "script"
        self.events += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value for name, value in attrs if name in ("src", "href") and value]


def pages(folder):
    return [folder / "review" / "index.html", *sorted((folder / "review" / "cards").iterdir())]


def test_text_of_a_card_is_never_markup(dataset):
    hostile = next(path for path in pages(dataset) if "window.ran" in path.read_text("utf-8"))
    other = next(path for path in pages(dataset)[1:] if path != hostile)
    tags, usual = Tags(hostile.read_text("utf-8")), Tags(other.read_text("utf-8"))
    assert tags.scripts == usual.scripts
    assert tags.events == []
    assert not tags.names & {"b"} - usual.names


def test_nothing_is_loaded_from_elsewhere(dataset):
    for path in pages(dataset):
        for address in Tags(path.read_text("utf-8")).addresses:
            assert not re.match(r"[a-z]+:|//", address)
            assert (path.parent / address.partition("#")[0]).exists(), address
    for path in (dataset / "review" / "assets").iterdir():
        assert "http" not in path.read_text("utf-8") and "fetch(" not in path.read_text("utf-8")


def test_without_its_input_a_page_says_so(dataset, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(dataset, copy, ignore=shutil.ignore_patterns("review", ".pledgecards"))
    written = write_site(copy, everything=True, jobs=1)
    assert written.pictures == 0
    for path in pages(copy)[1:]:
        assert "입력 파일이 없거나 바뀌어" in path.read_text("utf-8")
    written = write_site(copy, inputs=[str(dataset.parent / "cards")], everything=True, jobs=1)
    assert written.pictures == 3


def test_redacted_contacts_are_not_shown_by_the_source(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    text = "7. 작은도서관\n\n- 임기구분 ☑ 임기내 □ 임기외\n\n■ 추진실적\n\n- 착공\n\n■ 담당부서\n\n- 도시재생과장 홍길동 ☎ 4198\n"
    (source / "card.txt").write_text(text, "utf-8")
    out = tmp_path / "out"
    convert([str(source)], out, Settings(redact_contacts=True), jobs=1)
    write_site(out, everything=True, jobs=1)
    [page] = pages(out)[1:]
    assert "홍길동" not in page.read_text("utf-8")
    assert "담당자를 가린 자료" in page.read_text("utf-8")


def test_nothing_of_an_earlier_run_shows_the_contacts_that_are_redacted_now(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    text = "7. 작은도서관\n\n- 임기구분 ☑ 임기내 □ 임기외\n\n■ 추진실적\n\n- 착공\n\n■ 담당부서\n\n- 도시재생과장 홍길동 ☎ 4198\n"
    (source / "card.txt").write_text(text, "utf-8")
    out = tmp_path / "out"
    convert([str(source)], out, Settings(), jobs=1)
    write_site(out, everything=True, jobs=1)
    (out / "review" / "pages" / "abc").mkdir(parents=True)
    (out / "review" / "pages" / "abc" / "1.png").write_bytes(b"a picture of a page")
    (out / "review" / "notes.txt").write_text("somebody's own", "utf-8")
    convert([str(source)], out, Settings(redact_contacts=True), jobs=1)
    assert [path.name for path in (out / "review").iterdir()] == ["notes.txt"]
    assert len(list((out / ".pledgecards" / "versions").iterdir())) == (0 if sys.platform == "win32" else 1)
    # The next run has nothing to take away, and the older version is kept again for those who read it.
    write_site(out, everything=True, jobs=1)
    convert([str(source)], out, Settings(redact_contacts=True, cohort=2018), jobs=1)
    assert len(pages(out)) == 2
    assert len(list((out / ".pledgecards" / "versions").iterdir())) == (0 if sys.platform == "win32" else 2)


def test_pictures_of_an_earlier_dataset_go_with_the_redacted_ones(tmp_path):
    (tmp_path / "card.txt").write_text("7. 작은도서관\n\n- 임기구분 ☑ 임기내 □ 임기외\n", "utf-8")
    out = tmp_path / "out"
    convert([str(tmp_path / "card.txt")], out, Settings(redact_contacts=True), jobs=1)
    (out / "review" / "pages" / "abc").mkdir(parents=True)
    write_site(out, everything=True, jobs=1)
    assert not (out / "review" / "pages" / "abc").exists()


def test_the_command_writes_the_site_and_says_where(dataset):
    result = CliRunner().invoke(main, ["review", str(dataset), "--no-open", "--all", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    assert "3 card pages, 3 page pictures" in result.output
    count = pq.read_table(dataset / "cards.parquet").num_rows
    assert len(pages(dataset)) == count + 1


def test_a_folder_that_holds_no_dataset_is_refused(tmp_path):
    result = CliRunner().invoke(main, ["review", str(tmp_path), "--no-open"])
    assert result.exit_code == 2
    assert "is no dataset" in result.output


def test_a_disk_that_can_no_longer_be_written_to_is_called_so(make_dataset, monkeypatch):
    def refuse(folder):
        raise OSError(errno.EROFS, "Read-only file system", str(folder))

    folder = make_dataset(documents=[DOCUMENT], cards=[CARD])
    write_site(folder)
    monkeypatch.setattr(shutil, "rmtree", refuse)
    done = CliRunner().invoke(main, ["--lang", "en", "review", str(folder), "--no-open"])
    assert done.exit_code == 3
    assert "cannot be written (Read-only file system)." in done.output
