"""Files are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from mkdocs_plans.authoring import writing


def test_it_replaces_a_file_and_keeps_its_permissions(tmp_path):
    file = tmp_path / "plan.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    writing.write_whole(file, b"new\r\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new\r\n", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    mask = os.umask(0o027)
    try:
        writing.write_whole(tmp_path / "new", b"")
    finally:
        os.umask(mask)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    writing.write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_nothing_is_left_of_what_failed(tmp_path, monkeypatch):
    file = tmp_path / "plan.md"
    file.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        writing.write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


class TestNew:
    def test_a_file_that_is_not_there_yet(self, tmp_path):
        writing.write_new(tmp_path / "plan.md", b"new")
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.md", b"new")]

    @pytest.mark.parametrize("has_hard_links", [True, False])
    def test_one_that_is_there_is_not_touched(self, tmp_path, monkeypatch, has_hard_links):
        if not has_hard_links:
            monkeypatch.setattr(os, "link", refused)
        (tmp_path / "plan.md").write_bytes(b"old")
        with pytest.raises(FileExistsError):
            writing.write_new(tmp_path / "plan.md", b"new")
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.md", b"old")]

    def test_a_file_system_without_hard_links(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "link", refused)
        writing.write_new(tmp_path / "plan.md", b"new")
        assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.md", b"new")]


def refused(*_):
    raise OSError(1, "Operation not permitted")
