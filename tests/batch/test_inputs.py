"""Which files a run reads, and what they are called."""

import os
import sys
import unicodedata
import zipfile

import pytest

from pledgecards.batch.inputs import InputError, _input, find_inputs

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def paths(*arguments):
    return [entry.path for entry in find_inputs([str(argument) for argument in arguments])]


def test_a_folder_is_read_to_its_depths_in_order_of_path(folder):
    root = folder({"b.pdf": "", "가/나.txt": "", "a/c/d.pdf": ""})
    assert paths(root) == ["a/c/d.pdf", "b.pdf", "가/나.txt"]


def test_hidden_and_system_files_are_left_out(folder):
    root = folder(
        {"a.pdf": "", ".DS_Store": "", "Thumbs.db": "", "~$a.docx": "", ".git/b.pdf": "", "__MACOSX/c.pdf": ""}
    )
    assert paths(root) == ["a.pdf"]


def test_a_file_is_named_as_it_is_called(folder):
    root = folder({"sub/a.pdf": "", ".hidden.pdf": ""})
    assert paths(root / "sub" / "a.pdf") == ["a.pdf"]
    assert paths(root / ".hidden.pdf") == [".hidden.pdf"]


def test_a_glob_starts_at_its_first_wildcard(folder):
    root = folder({"2018/a.pdf": "", "2018/b.txt": "", "2022/x/c.pdf": ""})
    assert paths(root / "**" / "*.pdf") == ["2018/a.pdf", "2022/x/c.pdf"]


def test_a_list_names_inputs_relative_to_itself(folder):
    root = folder({"a.pdf": "", "sub/b.pdf": "", "list.txt": "\ufeff# cards\r\na.pdf\r\n\r\nsub\r\n"})
    assert paths(f"@{root / 'list.txt'}") == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp949"])
def test_a_list_is_in_the_encoding_of_whatever_made_it(folder, encoding):
    """PowerShell's `>` writes UTF-16, the Windows command line CP949."""
    root = folder({"공약.pdf": ""})
    (root / "list.txt").write_bytes("공약.pdf\r\n".encode(encoding))
    assert paths(f"@{root / 'list.txt'}") == ["공약.pdf"]


def test_why_a_list_cannot_be_read_is_said(folder):
    root = folder({"a.pdf": ""})
    with pytest.raises(InputError, match=r"list\.txt cannot be read: No such file or directory\.$"):
        paths(f"@{root / 'list.txt'}")
    (root / "list.txt").write_bytes(b"\xff\xff\xff")
    with pytest.raises(InputError, match=r"list\.txt cannot be read: no text in UTF-8 or CP949\.$"):
        paths(f"@{root / 'list.txt'}")


def test_a_list_that_names_itself_is_refused(folder):
    root = folder({"list.txt": "@list.txt\n"})
    with pytest.raises(InputError, match="names itself"):
        paths(f"@{root / 'list.txt'}")


def test_the_order_of_the_arguments_does_not_matter(folder):
    root = folder({"a.pdf": "", "sub/b.pdf": ""})
    arguments = [root, root / "sub", root / "sub" / "b.pdf"]
    assert paths(*arguments) == paths(*reversed(arguments)) == ["a.pdf", "sub/b.pdf"]


def test_two_roots_with_the_same_paths_are_told_apart_by_their_names(folder):
    first, second = folder({"25.pdf": "x"}, "중구"), folder({"25.pdf": "y"}, "서구")
    assert paths(first, second) == paths(second, first) == ["서구/25.pdf", "중구/25.pdf"]


def test_names_are_nfc(folder):
    root = folder({unicodedata.normalize("NFD", "공약.pdf"): ""})
    assert paths(root) == ["공약.pdf"]


@links
def test_a_name_may_hold_a_newline(folder):
    assert paths(folder({"a\nb.pdf": ""})) == ["a\nb.pdf"]


@links
def test_a_loop_of_links_ends(folder):
    root = folder({"a/b.pdf": ""})
    os.symlink(root, root / "a" / "up")
    os.symlink(root / "a", root / "again")
    assert paths(root) == ["a/b.pdf"]


@links
def test_a_broken_link_is_an_input_that_will_fail(folder):
    root = folder({"a.pdf": ""})
    os.symlink(root / "gone.pdf", root / "b.pdf")
    assert paths(root) == ["a.pdf", "b.pdf"]


@links
def test_a_pipe_is_an_input_that_will_fail(folder):
    root = folder({"a.pdf": ""})
    os.mkfifo(root / "pipe.pdf")
    os.mkfifo(root / "pipe.zip")
    assert paths(root) == ["a.pdf", "pipe.pdf", "pipe.zip"]


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match=r"no file or folder .*gone\.pdf"):
        paths(tmp_path / "gone.pdf")
    with pytest.raises(InputError, match="No file matches"):
        paths(tmp_path / "*.pdf")


def korean_zip(path, names, encoding):
    """An archive as Korean programs on Windows write it: names in CP949 without any sign of it."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(f"{number:0{len(name.encode(encoding))}d}", f"cards {number + 1}")
    data = path.read_bytes()
    for number, name in enumerate(names):
        raw = name.encode(encoding)
        data = data.replace(f"{number:0{len(raw)}d}".encode(), raw)
    path.write_bytes(data)


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_names_in_an_archive_are_korean(folder, encoding):
    root = folder({"x.pdf": ""})
    korean_zip(root / "자료.zip", ["공약/영등포구.pdf", "공약/중구.pdf"], encoding)
    assert paths(root) == ["x.pdf", "자료.zip/공약/영등포구.pdf", "자료.zip/공약/중구.pdf"]


def test_an_archive_with_names_in_utf8_and_two_members_of_one_name(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("공약.pdf", "1")
        archive.writestr("../../공약.pdf", "2")
        archive.writestr("__MACOSX/x.pdf", "3")
        archive.writestr("folder/", "")
    assert paths(tmp_path / "a.zip") == ["a.zip/공약.pdf", "a.zip/공약.pdf (2)"]


def test_a_member_whose_name_is_lost_is_a_file_all_the_same(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x", "1")
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b"x", b"\0"))
    assert paths(tmp_path / "a.zip") == ["a.zip/member-0"]


def test_what_only_looks_like_an_archive_is_one_input(folder):
    assert paths(folder({"a.zip": "no archive"})) == ["a.zip"]


def test_a_file_under_two_spellings_is_one_where_letters_of_names_have_no_case(folder, monkeypatch):
    root = folder({"a.txt": "cards 1", "A.TXT": "cards 2"})
    monkeypatch.setattr("os.path.normcase", str.lower)
    assert len(find_inputs([str(root / "a.txt"), str(root / "A.TXT")])) == 1


def test_half_a_letter_in_a_name_does_no_harm():
    assert _input("in", "in/\ud800.txt").path == "\ufffd\ufffd\ufffd.txt"
