"""What `mkdocs serve` watches after its first build."""

from __future__ import annotations

from mkdocs_plans.building.watching import Watching


class Server:
    """A server that notes what it is told."""

    def __init__(self):
        self.told = []

    def watch(self, path):
        self.told.append(("watch", path))

    def unwatch(self, path):
        self.told.append(("unwatch", path))


def test_what_is_new_is_watched_once(tmp_path):
    server, watching = Server(), Watching()
    watching.begin(server, [str(tmp_path)])
    (tmp_path / "specs").mkdir()
    for _ in range(2):
        watching.renew([str(tmp_path), str(tmp_path / "specs"), str(tmp_path / "gone")])
    assert server.told == [("watch", str(tmp_path / "specs"))]


def test_a_folder_that_was_replaced_is_watched_anew(tmp_path):
    server, watching, folder = Server(), Watching(), tmp_path / "specs"
    folder.mkdir()
    watching.begin(server, [str(folder)])
    folder.rmdir()
    watching.renew([str(folder)])
    assert server.told == []
    folder.mkdir()
    watching.renew([str(folder)])
    assert server.told == [("unwatch", str(folder)), ("watch", str(folder))]


def test_without_a_server_nothing_is_watched(tmp_path):
    Watching().renew([str(tmp_path)])
