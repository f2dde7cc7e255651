"""Items -> outcomes: the part of an audit that runs in every worker, whatever the engine."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any, Literal

from klartekst.audit.addresses import Secret, cover_for, secret_of
from klartekst.audit.article import read_article
from klartekst.audit.items import Item
from klartekst.document import Document, assemble_extracted
from klartekst.errors import KlartekstError, ReadError
from klartekst.linter import Linter, Submission
from klartekst.masking import masked
from klartekst.model import Config, Result, Role
from klartekst.readers import read
from klartekst.reporters.json import document_of

Status = Literal["checked", "skipped", "error"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item, with nothing in it that must not be stored.

    `shown` is the key as it may be told, `address` empty where it may not. `result` is as in the
    JSON report; None unless the item was checked. `text` is a hash of the text, the same for two
    pages with one article; `published` is an ISO date or empty.
    """

    status: Status
    error: str = ""
    shown: str = ""
    title: str = ""
    address: str = ""
    published: str = ""
    section: str = ""
    language: str = ""
    text: str = ""
    result: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """An item as a document, or why there is none."""

    item: Item
    document: Document | None = None
    published: date | None = None
    section: str = ""
    error: str = ""


class Checker:
    """One Linter for many items. `all_languages` checks what is not Norwegian too."""

    _is_warm = False

    def __init__(self, config: Config, *, all_languages: bool = False) -> None:
        self._linter = Linter(config)
        self._all_languages = all_languages

    def check(self, items: Sequence[Item]) -> list[Outcome]:
        """The outcome of each item, in order. Raises PipelineError where none can be checked."""
        readings = [_read(item, self._linter.config.max_megabytes) for item in items]
        wanted = [reading for reading in readings if self._is_wanted(reading)]
        submissions = [
            Submission(reading.document, _sha256(reading.item), reading.item.brief)
            for reading in wanted
            if reading.document is not None
        ]
        with self._words_forgotten():
            results = iter(list(self._linter.lint_all(submissions)))
        self._tidy()
        return [
            _outcome(reading, next(results) if self._is_wanted(reading) else None)
            for reading in readings
        ]

    def _words_forgotten(self) -> AbstractContextManager[object]:
        """Forgets the words of a batch after it, so that memory does not grow with the audit.

        Those of the first batch stay: most words of each batch are among them, and one that is
        not known yet is split by regular expressions each time that it stands there.
        """
        return self._linter.pipeline.nlp.memory_zone() if self._is_warm else nullcontext()

    def _tidy(self) -> None:
        """Take away what a batch leaves, and no longer look through what stays for garbage.

        Rules, word lists and the pipeline are a million objects, all made by the end of the first
        batch. Looking them through again and again would take a tenth of an audit.
        """
        gc.collect()
        if not self._is_warm:
            self._is_warm = True
            gc.freeze()
            gc.set_threshold(50_000, 20, 100)

    def _is_wanted(self, reading: _Reading) -> bool:
        if reading.document is None:
            return False
        return self._all_languages or reading.document.language != "other"


def _read(item: Item, max_megabytes: float) -> _Reading:
    if item.error:
        return _Reading(item, error=item.error)
    try:
        if item.form == "page":
            article = read_article(item.data, item.address or item.key)
            return _Reading(item, article.document, article.published, article.section)
        if item.form == "text":
            return _Reading(item, _document_of_row(item))
        return _Reading(item, read(item.data, item.key, max_megabytes=max_megabytes))
    except KlartekstError as error:
        return _Reading(item, error=str(error))


def _document_of_row(item: Item) -> Document:
    """A row of a table as a document. Raises ReadError for a row without text."""
    text = item.data.decode("utf-8")
    if not text.strip():
        raise ReadError(f"{item.key}: har ingen tekst.")
    blocks = [(Role.TITLE, item.title, ""), (Role.LEAD, item.lead, "")]
    blocks += [(Role.PARAGRAPH, part, "") for part in text.split("\n\n")]
    return assemble_extracted(item.key, [block for block in blocks if block[1].strip()])


def _outcome(reading: _Reading, result: Result | None) -> Outcome:
    item, document = reading.item, reading.document
    is_checked = document is not None and result is not None and result.error is None
    secrets = _secrets(document, result) if document and result else ()
    cover = cover_for(secrets, document.text if document and is_checked else "")
    published = item.published or reading.published or item.changed
    section = item.section or reading.section or _section_of(item.address)
    outcome = Outcome(
        "error",
        error=cover(reading.error),
        shown=cover(item.key),
        # One that is covered leads nowhere.
        address=item.address if cover(item.address) == item.address else "",
        published=published.isoformat() if published else "",
        section=cover(section),
    )
    if document is None:
        return outcome
    text = hashlib.sha256(document.text.encode()).hexdigest()
    outcome = replace(outcome, language=document.language, text=text)
    if result is None:
        return replace(outcome, status="skipped")
    if result.error is not None:
        return replace(outcome, error=cover(result.error))
    title = cover(_masked_title(document, result))
    return replace(outcome, status="checked", title=title, result=document_of(result))


def _secrets(document: Document, result: Result) -> tuple[Secret, ...]:
    return tuple(
        secret_of(
            document.source[finding.span.start : finding.span.end],
            is_name=finding.entity == "PERSON",
        )
        for finding in result.findings
        if finding.category.confidential
    )


def _masked_title(document: Document, result: Result) -> str:
    """The words of the title, what may be confidential in it masked."""
    block = next((block for block in document.blocks if block.role is Role.TITLE), None)
    if block is None:
        return ""
    secret = [finding.span for finding in result.findings if finding.category.confidential]
    return " ".join(masked(document.source, document.source_span(block.span), secret).split())


def _section_of(address: str) -> str:
    """The first folder of an address: «nyheter» of https://eksempel.no/nyheter/skole."""
    _, _, path = address.partition("://")
    folders = PurePath(path).parts[1:-1]
    return folders[0] if folders else ""


def _sha256(item: Item) -> str:
    return hashlib.sha256(item.data).hexdigest()
