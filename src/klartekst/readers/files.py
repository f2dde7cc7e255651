"""Finding drafts and fetching their bytes, never more of them than the limit."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from klartekst.errors import ReadError
from klartekst.readers.formats import SUFFIXES, name_of

BYTES_PER_MEGABYTE = 1_000_000


def find_drafts(path: Path) -> Iterator[Path]:
    """The drafts that `path` stands for: itself, or all in the folder, in sorted order.

    Hidden files, Word's lock files («~$…») and other formats are left out. A subfolder that
    cannot be opened is yielded itself, so that reading it tells of it. Raises ReadError, before
    anything is yielded, where there is no such path or no draft in it.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise _missing(path) from error
    except OSError:
        return iter((path,))  # it is there, and reading it tells what is wrong
    if not path.is_dir():
        return iter((path,))
    drafts = _walk(path, seen=set())
    first = next(drafts, None)
    if first is None:
        raise ReadError(
            f"Mappa {_shown(path)} har ingen utkast. Legg inn filer som slutter på "
            f"{', '.join(SUFFIXES)}, eller oppgi en annen mappe."
        )
    return _chain(first, drafts)


def read_bytes(path: Path, max_megabytes: float) -> bytes:
    """The bytes of a file; at most `max_megabytes` (of 1,000,000 bytes) are ever fetched.

    Raises ReadError for a file that is too large, missing, a folder, or closed to us.
    """
    limit = int(max_megabytes * BYTES_PER_MEGABYTE)
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise too_large(_shown(path), status.st_size, max_megabytes)
        # A pipe or a device has no size to ask for, so no file is trusted to end.
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise _missing(path) from error
    except IsADirectoryError as error:
        raise ReadError(f"Mappa {_shown(path)} kan ikke åpnes. Sjekk tilgangen.") from error
    except PermissionError as error:
        raise ReadError(
            f"{_shown(path)} kan ikke åpnes. Sjekk at du har tilgang, og at fila ikke er låst av "
            "et annet program."
        ) from error
    except OSError as error:
        raise ReadError(
            f"{_shown(path)} kan ikke leses. Kopier fila til din egen maskin og prøv igjen."
        ) from error
    if len(data) > limit:
        raise too_large(_shown(path), len(data), max_megabytes)
    return data


def read_stream(stream: BinaryIO, max_megabytes: float) -> bytes:
    """What a stream holds, read to its end. Raises ReadError when it is over the limit."""
    limit = int(max_megabytes * BYTES_PER_MEGABYTE)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large("Standard inn", len(data), max_megabytes)
    return data


def too_large(subject: str, size: int, max_megabytes: float) -> ReadError:
    """What to say of a file of `size` bytes that is over the limit."""
    megabytes = f"{size / BYTES_PER_MEGABYTE:.1f}".replace(".", ",")
    limit = f"{max_megabytes:g}".replace(".", ",")
    return ReadError(
        f"{subject} er for stor ({megabytes} MB, grensen er {limit} MB). Ta ut bilder eller del "
        "dokumentet, eller hev max_megabytes i klartekst.toml."
    )


def _walk(folder: Path, seen: set[Path]) -> Iterator[Path]:
    # Links to folders are followed, but no folder twice: a link may lead back up.
    place = folder.resolve()
    if place in seen:
        return
    seen.add(place)
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if _is_folder(entry):
            yield from _walk(entry, seen)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # closed to us: if it is named as a draft, reading it tells


def _missing(path: Path) -> ReadError:
    return ReadError(f"{_shown(path)} finnes ikke. Sjekk navnet og mappa, og prøv igjen.")


def _chain(first: Path, rest: Iterator[Path]) -> Iterator[Path]:
    yield first
    yield from rest


def _shown(path: Path) -> str:
    return name_of(str(path))
