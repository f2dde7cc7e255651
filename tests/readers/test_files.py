"""Finding drafts in folders, and fetching them."""

from __future__ import annotations

from pathlib import Path

import pytest

from klartekst.errors import ReadError
from klartekst.readers import find_drafts, read_bytes


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Tekst.")


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Drafts of all formats, in subfolders too, and nothing else."""
    _write(tmp_path, "b.md", "a/c.txt", "d.DOCX", "a.html", "a.htm")
    _write(tmp_path, ".skjult.md", ".git/x.md", "~$d.docx", "b.budskap.toml", "klartekst.toml")
    _write(tmp_path, "bilde.png", "rapport.pdf", "ark.xlsx")

    found = [path.relative_to(tmp_path).as_posix() for path in find_drafts(tmp_path)]

    assert found == ["a/c.txt", "a.htm", "a.html", "b.md", "d.DOCX", "rapport.pdf"]


def test_file_is_itself(tmp_path: Path) -> None:
    """A file that is named is read, whatever its suffix."""
    _write(tmp_path, "notat.pdf")

    assert list(find_drafts(tmp_path / "notat.pdf")) == [tmp_path / "notat.pdf"]


def test_links_in_a_ring(tmp_path: Path) -> None:
    """A folder that is linked into itself is walked once."""
    _write(tmp_path, "a/x.md")
    (tmp_path / "a" / "opp").symlink_to(tmp_path, target_is_directory=True)

    assert [path.name for path in find_drafts(tmp_path)] == ["x.md"]


def test_folder_without_drafts(tmp_path: Path) -> None:
    """Told at once, with what would count."""
    with pytest.raises(ReadError, match=r"har ingen utkast\. Legg inn filer .*\.docx"):
        find_drafts(tmp_path)


def test_no_such_file(tmp_path: Path) -> None:
    """Told at once, also when fetched."""
    with pytest.raises(ReadError, match="finnes ikke"):
        find_drafts(tmp_path / "x.md")
    with pytest.raises(ReadError, match="finnes ikke"):
        read_bytes(tmp_path / "x.md", 1)


def test_names_that_cannot_be(tmp_path: Path) -> None:
    """A file taken for a folder, a name too long and one with a null are told of."""
    _write(tmp_path, "x.md")

    for name in ("x.md/y.md", "a" * 5000, "a\0b"):
        with pytest.raises(ReadError):
            read_bytes(next(find_drafts(tmp_path / name)), 1)


def test_folder_is_no_draft(tmp_path: Path) -> None:
    """A folder that is yielded because it cannot be opened is told of when read."""
    with pytest.raises(ReadError, match="kan ikke åpnes"):
        read_bytes(tmp_path, 1)


def test_large_file_is_not_fetched(tmp_path: Path) -> None:
    """The size is asked for first: 200 MB that take no room on the disk."""
    path = tmp_path / "stor.docx"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(ReadError, match=r"for stor \(200,0 MB, grensen er 50 MB\)"):
        read_bytes(path, 50)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="has no endless file")
def test_endless_file_is_not_fetched() -> None:
    """A device has no size, and is given up at the limit."""
    with pytest.raises(ReadError, match="for stor"):
        read_bytes(Path("/dev/zero"), 0.1)


def test_closed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that we may not open is told of."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    _write(tmp_path, "x.md")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ReadError, match="tilgang"):
        read_bytes(tmp_path / "x.md", 1)
