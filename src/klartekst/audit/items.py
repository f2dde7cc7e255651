"""One published item: its bytes as they came, and what its source says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from klartekst.errors import KlartekstError
from klartekst.model import Brief

# What the bytes are: a file as offices have them, a web page around an article, or plain text
# out of a table.
Form = Literal["file", "page", "text"]


class AuditError(KlartekstError):
    """An audit that cannot start or go on: a source, a column, a folder, a missing library."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something published. `key` tells it apart from all others of the audit.

    A key is a path, an address, «fil.csv, rad 12», or the like: the same each time the source is
    gone through. `changed` stands in for a day of publication that nobody tells. With an `error`,
    one line of Norwegian, the item could not be fetched and `data` is empty.
    """

    key: str
    data: bytes
    form: Form
    title: str = ""
    lead: str = ""
    address: str = ""
    published: date | None = None
    changed: date | None = None
    section: str = ""
    brief: Brief | None = None
    error: str = ""

    @property
    def content(self) -> str:
        """A hash of all that the check looks at: two items with the same are checked once."""
        told = repr((self.form, self.title, self.lead, self.brief, self.error))
        return hashlib.sha256(told.encode() + b"\0" + self.data).hexdigest()
