"""The tables that an audit leaves, version 1. Columns are only ever added within a version.

`documents` has a row for each item of the sources, in their order; the others refer to it by
`key`. Confidential words are masked, as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klartekst import __version__

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = 1
TABLES = ("documents", "findings", "messages", "measures")


def schemas() -> dict[str, pa.Schema]:
    """The Arrow schema of each table."""
    import pyarrow as pa

    text, number, share = pa.string(), pa.int32(), pa.float64()
    columns = {
        "documents": [
            ("key", text),  # what identifies the item in its source
            ("number", pa.int64()),  # its place in the order of the sources, from 1
            ("status", text),  # checked, skipped (not Norwegian), duplicate, error
            ("error", text),
            ("duplicate_of", text),  # the key of the first item with the same text
            ("title", text),  # masked
            ("address", text),
            ("published", pa.date32()),
            ("section", text),
            ("language", text),
            ("profile", text),
            ("verdict", text),  # ready, warnings, stop
            ("sha256", text),
        ],
        "findings": [
            ("key", text),
            ("rule", text),
            ("category", text),
            ("severity", text),
            ("entity", text),
            ("start", number),
            ("end", number),
            ("line", number),
            ("column", number),
            ("place", text),
            ("message", text),
            ("suggestions", pa.list_(text)),
            ("excerpt", text),  # masked where confidential
            ("confidence", share),
        ],
        "messages": [
            ("key", text),
            ("id", text),
            ("message", text),
            ("status", text),
            ("where", text),
            ("start", number),
            ("end", number),
            ("score", share),
        ],
        "measures": [
            ("key", text),
            ("words", number),
            ("sentences", number),
            ("lix", share),
            ("rix", share),
            ("words_per_sentence", share),
            ("spread", share),
            ("long_words_pct", share),
            ("rare_words_pct", share),
            ("passive_pct", share),
            ("nominalisation_pct", share),
            ("officialese_pct", share),
            ("register", share),
            ("words_before_verb", share),
            ("subordination", share),
            ("clarity", number),
            ("level", text),
            ("readership", text),
        ],
    }
    about = {
        b"klartekst.schema": str(VERSION).encode(),
        b"klartekst.version": __version__.encode(),
    }
    return {
        name: pa.schema([pa.field(*column) for column in listed], metadata=about)
        for name, listed in columns.items()
    }
