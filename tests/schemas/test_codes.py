"""Issue codes: the ones that the contract names are all there, each complete."""

import pytest

from pledgecards.schemas.codes import CODES, read_codes, severity_of

CONTRACT = [
    "file.empty",
    "file.damaged",
    "file.encrypted",
    "file.scanned",
    "file.garbled",
    "file.binary",
    "file.not_a_card",
    "file.duplicate",
    "file.timeout",
    "file.memory",
    "file.crash",
    "page.failed",
    "section.missing",
    "section.unknown",
    "label.fuzzy",
    "text.unclaimed",
    "choice.none",
    "choice.several",
    "choice.unmarked",
    "choice.contradiction",
    "budget.sum_mismatch",
    "budget.unit_missing",
    "number.unreadable",
    "indicator.rate_mismatch",
    "indicator.project_mismatch",
    "date.weekday_mismatch",
    "date.duration_mismatch",
    "date.reversed",
    "date.impossible",
    "date.outside_term",
    "municipality.ambiguous",
    "contents.mismatch",
    "contact.unreadable",
]


@pytest.mark.parametrize("code", CONTRACT)
def test_the_contracts_codes_are_known(code):
    assert CODES[code].title and CODES[code].description


def test_severity_of_a_code():
    assert severity_of("file.empty") == "error"
    assert severity_of("budget.sum_mismatch") == "warning"
    assert severity_of("label.fuzzy") == "info"


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        severity_of("file.strange")


@pytest.mark.parametrize(
    "entry",
    ['severity = "bad"\ntitle = "a"\ndescription = "b"', 'severity = "error"\ntitle = "a"'],
)
def test_an_incomplete_entry_is_refused(entry):
    with pytest.raises(ValueError, match="issue code a.b"):
        read_codes(f'["a.b"]\n{entry}\n')
