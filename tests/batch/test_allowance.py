"""How long a file may take: a small one a few seconds of work, a book longer than a card, a claim to be a book no longer."""

from pledgecards.batch.worker import allowance
from pledgecards.bench.hostile import pdf

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
LEAF = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"


def book(pages: int, claimed: int, each: int = 1100) -> bytes:
    """A PDF of so many pages of its own, of so many bytes each."""
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(pages))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, claimed)
    return pdf(CATALOG, tree, *[LEAF + b" " * (each - len(LEAF))] * pages)


def test_a_small_file_has_a_sixth_of_its_time_in_work_but_never_under_five_seconds():
    assert allowance(b"a text", 60) == allowance(book(5, 5), 60) == (60, 10)
    assert allowance(b"a text", 12) == (12, 5)
    assert allowance(b"a text", 3) == (3, 3)


def test_text_has_its_time_whatever_its_size():
    assert allowance(b"a text\n" * 200_000, 60) == (60, 60)


def test_a_book_has_its_time_for_every_two_hundred_pages():
    assert allowance(book(150, 150, each=4000), 60) == (60, 60)
    assert allowance(book(600, 600), 60) == (180, 180)


def test_a_book_has_ten_times_the_time_at_most():
    assert allowance(book(2500, 2500), 60) == (600, 600)


def test_pages_that_are_only_claimed_buy_no_time():
    assert allowance(book(600, 100_000), 60) == (180, 180)
    lie = pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 100000 >>", LEAF + b" " * 600_000)
    assert allowance(lie, 60) == (60, 60)


def test_one_page_shown_again_and_again_buys_no_more_than_its_bytes_could_hold():
    tree = b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>"
    data = pdf(CATALOG, tree, LEAF)
    # A page takes a kibibyte at least, and two hundred of them take the time of a card.
    assert allowance(data, 1024 * 200) == (len(data) // 1024 * 1024, len(data) // 1024 * 1024)
