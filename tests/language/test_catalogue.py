"""The Korean catalogue: nothing is missing, nothing is left over, and what ships is what stands in it."""

import re
from collections import Counter
from string import Formatter

import pytest

pytest.importorskip("babel", reason="Babel is not installed")

from pledgecards.language import FOLDER
from pledgecards.language.catalogue import compiled, gathered, read, text_of, updated
from pledgecards.review.wording import script_words
from pledgecards.schemas.core_tables import STATUSES

PO = FOLDER / "ko" / "LC_MESSAGES" / "pledgecards.po"
HANGUL = re.compile("[가-힣]")
SAME_IN_KOREAN = {"MIB"}


@pytest.fixture(scope="module")
def catalogue():
    return read(PO)


def placeholders(text):
    """`{count:,}` as ("count", ",", None), each as often as it stands in the text."""
    return Counter((name, spec, kind) for _, name, spec, kind in Formatter().parse(text) if name is not None)


def translations(catalogue):
    """(English, Korean) of every text; of a text with a plural the form for several."""
    for message in catalogue:
        if message.id:
            yield (
                (message.id, message.string)
                if isinstance(message.id, str)
                else (message.id[-1], "".join(message.string))
            )


def test_every_text_of_the_program_is_in_the_catalogue_and_no_other(catalogue):
    known = {message.id for message in catalogue if message.id}
    assert known == set(gathered()), "run `make catalogues`"


def test_what_scripts_say_is_gathered_too():
    # Babel finds nothing within the back quotes of a script.
    assert set(script_words()) - set(STATUSES) <= set(gathered())


def test_every_text_has_its_korean(catalogue):
    for english, korean in translations(catalogue):
        assert korean.strip(), f"{english!r} has no Korean"
        assert HANGUL.search(korean) or english in SAME_IN_KOREAN, english
    assert not any(message.fuzzy for message in catalogue)


def test_the_korean_has_the_placeholders_of_the_english(catalogue):
    for english, korean in translations(catalogue):
        assert placeholders(korean) == placeholders(english), english
        assert korean.count("\n") == english.count("\n"), english


def test_what_is_inserted_never_stands_before_a_particle_that_depends_on_it(catalogue):
    loose = re.compile(r"\}['’\"]? ?(은|는|이|가|을|를|과|와|으로|로)(?= )")
    assert [korean for _, korean in translations(catalogue) if loose.search(korean)] == []


def test_the_file_is_as_it_is_written(catalogue):
    assert PO.read_bytes() == text_of(updated(catalogue)), "run `make catalogues`"


def test_what_ships_is_compiled_from_it(catalogue):
    assert PO.with_suffix(".mo").read_bytes() == compiled(updated(catalogue)), "run `make catalogues`"
