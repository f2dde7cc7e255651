"""Documents that are zip files inside: how much may be unpacked, and XML that is safe to parse."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from klartekst.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

# What a file may unpack to, in bytes: its parts in all, and those that are parsed as XML, which
# take some ten times their size in memory.
_MAX_UNPACKED = 200_000_000
_MAX_XML = 50_000_000
_MAX_PARTS = 10_000
# Small files may be packed hard without harm; beyond that size, only a bomb packs like this.
_MAX_RATIO = 100
_RATIO_FROM = 20_000_000


def refuse_bomb(data: bytes, subject: str) -> None:
    """Raise ReadError for an archive that unpacks to too much, or that a password locks."""
    # The sizes are those that the file tells; zipfile never unpacks a part beyond its own.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    too_tight = unpacked > _RATIO_FROM and unpacked > _MAX_RATIO * len(data)
    if unpacked > _MAX_UNPACKED or xml > _MAX_XML or len(parts) > _MAX_PARTS or too_tight:
        raise ReadError(
            f"{subject} pakker ut til mer enn programmet vil lese. Kopier teksten til et nytt "
            "Word-dokument og prøv igjen."
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise ReadError(f"{subject} er passordbeskyttet. Fjern passordet og prøv igjen.")


def parse_xml(data: bytes) -> _Element:
    """The root of an XML part. Raises ValueError for one with a document type of its own.

    No office program writes one; who puts one in wants entities expanded.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type")
    return root
