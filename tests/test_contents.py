"""Reading files: only those that end."""

from __future__ import annotations

import os

import pytest

from mkdocs_plans import contents
from mkdocs_plans.baseline import FILE_NAME, BaselineError, load


def test_a_file_and_the_beginning_of_one(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert contents.read(tmp_path / "a") == b"abc"
    assert contents.read(tmp_path / "a", 2) == b"ab"


def test_what_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        contents.read(tmp_path / "a")
    with pytest.raises(OSError, match=r"directory|denied"):
        contents.read(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes have names on POSIX alone")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_may_never_end(tmp_path, kind):
    if kind == "pipe":
        os.mkfifo(tmp_path / FILE_NAME)
    else:
        (tmp_path / FILE_NAME).symlink_to("/dev/null")
    with pytest.raises(OSError, match="not a regular file"):
        contents.require_end(tmp_path / FILE_NAME)
    with pytest.raises(BaselineError, match="cannot be read"):
        load(tmp_path, ())
