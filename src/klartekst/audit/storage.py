"""Tables in object storage, read and written through fsspec: s3://, gs://, abfs:// and the like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from klartekst.audit.items import AuditError
from klartekst.audit.tables import SUFFIXES, Table

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


def is_storage(place: str) -> bool:
    """Whether a place is an address in storage, not on the web and not on this machine."""
    return "://" in place and not place.startswith(("http://", "https://"))


def storage_at(place: str) -> tuple[AbstractFileSystem, str]:
    """The storage of an address, and the path in it.

    Raises AuditError for an address that no installed library knows.
    """
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise AuditError(
            f"{place}: er ikke en mappe eller en adresse som fsspec kjenner. Sjekk adressen, og "
            "installer biblioteket for den («pip install fsspec s3fs» for s3://)."
        ) from error
    return system, path


def tables_at(place: str) -> list[Table]:
    """The tables that an address or a pattern stands for, by name.

    Raises AuditError where there are none, or where they cannot be reached.
    """
    system, path = storage_at(place)
    try:
        found = sorted(system.glob(path))
    except Exception as error:  # each storage has errors of its own
        raise _unreachable(place) from error
    if not found:
        raise AuditError(f"{place}: finnes ikke. Sjekk adressen og tilgangen.")
    for one in found:
        if not one.endswith(SUFFIXES):
            raise AuditError(
                f"{place}: herfra leses bare tabeller ({', '.join(SUFFIXES)}). Kopier andre filer "
                "til en mappe på maskinen."
            )
    return [_table(system, one) for one in found]


def copy_to(files: list[Path], place: str) -> None:
    """Copy files to a folder in storage. Raises AuditError where that cannot be done."""
    system, path = storage_at(place)
    try:
        system.makedirs(path, exist_ok=True)
        for file in files:
            system.put_file(str(file), f"{path.rstrip('/')}/{file.name}")
    except Exception as error:  # each storage has errors of its own
        raise _unreachable(place) from error


def _table(system: AbstractFileSystem, path: str) -> Table:
    name = cast("Any", system).unstrip_protocol(path)

    def opened() -> BinaryIO:
        try:
            return cast("BinaryIO", system.open(path, "rb"))
        except Exception as error:  # each storage has errors of its own
            raise _unreachable(name) from error

    return Table(name, opened)


def _unreachable(place: str) -> AuditError:
    return AuditError(
        f"{place}: kan ikke nås. Sjekk nettet, og at du har tilgang, slik biblioteket for adressen "
        "vil ha den oppgitt."
    )
