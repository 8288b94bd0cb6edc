"""The bytes of an input, as they were when the run began to list them."""

import zipfile

import pytest

from pledgecards.batch.inputs import find_inputs
from pledgecards.batch.reading import CannotRead, Source


def archive(place, *names):
    with zipfile.ZipFile(place, "w") as made:
        for name in names:
            made.writestr(name, f"cards of {name}")


def test_another_archive_that_takes_the_place_of_the_first_is_not_read_under_its_names(tmp_path):
    archive(tmp_path / "a.zip", "가.txt", "나.txt", "다.txt")
    listed = find_inputs([str(tmp_path / "a.zip")])
    archive(tmp_path / "a.zip", "가.txt", "다.txt")
    source = Source(most=1000)
    assert source.read(listed[0])[1].decode() == "cards of 가.txt"
    for entry in listed[1:]:
        with pytest.raises(CannotRead) as refused:
            source.read(entry)
        assert refused.value.code == "file.unreadable"
    source.close()


def test_a_name_that_is_damaged_in_one_place_of_two_is_a_damaged_archive(tmp_path):
    archive(tmp_path / "a.zip", "가.txt")
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace("가".encode(), b"\xff\xff\xff", 1))
    [entry] = find_inputs([str(tmp_path / "a.zip")])
    with pytest.raises(CannotRead) as refused:
        Source(most=1000).read(entry)
    assert refused.value.code == "file.damaged"
