"""The marked drafts themselves: enough of them, marked in one way, with numbers nobody holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpora.annotation import NO_ANNOTATION
from corpora.marking import MarkedDraft, parse, render
from corpora.part import PARTS, drafts_of
from corpora.privacy import DIRECT_TYPES, INDIRECT_TYPES
from klartekst.model import Span
from klartekst.recognizers.control_digits import identity_kind, is_account_number

FOLDERS = (*PARTS, "train")
DRAFTS = {f"{name}/{draft.id}": draft for name in FOLDERS for draft in drafts_of(name)}
EACH = pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)

_SAFE_PHONE = re.compile(r"(?:\+47 )?(?:6805\d{4}|\d{3}00\d{3})")
_NAME_WORD = re.compile(r"[^\W\d_][\w-]{2,}")


def words_of(draft: MarkedDraft, kind: str, status: str | None = None) -> Iterator[str]:
    """What is marked as one type."""
    for mark in draft.personal:
        if mark.type == kind and status in (None, mark.status):
            yield draft.text[mark.span.start : mark.span.end]


def test_there_are_enough_of_every_sort() -> None:
    """Both languages, every kind, and many that must be left alone."""
    drafts = list(DRAFTS.values())
    assert len(drafts) >= 64
    assert len({draft.id for draft in drafts}) == len(drafts)
    assert {draft.kind for draft in drafts} == {
        "press_release",
        "news_item",
        "media_reply",
        "q_and_a",
        "crisis",
    }
    nynorsk = sum(draft.lang == "nn" for draft in drafts)
    assert 0.35 <= nynorsk / len(drafts) <= 0.45
    assert sum(draft.is_harmless for draft in drafts) >= 22


def test_enough_is_held_out() -> None:
    """Fewer than thirty drafts would measure nothing but chance."""
    assert sum(name.startswith("held_out/") for name in DRAFTS) >= 30


@EACH
def test_the_text_is_composed_and_of_a_usual_length(draft: MarkedDraft) -> None:
    """Offsets of findings and of marks are then the same code points."""
    assert unicodedata.is_normalized("NFC", draft.text)
    assert 90 <= len(draft.text.split()) <= 220
    assert parse(render(draft), draft.id) == replace(draft, annotation=NO_ANNOTATION)


@EACH
def test_the_types_are_known(draft: MarkedDraft) -> None:
    """A misspelt type would be counted among the indirect signals."""
    assert {mark.type for mark in draft.personal} <= DIRECT_TYPES | INDIRECT_TYPES


@EACH
def test_marks_begin_and_end_with_what_they_mark(draft: MarkedDraft) -> None:
    """No space, no full stop of the sentence."""
    for mark in draft.personal:
        words = draft.text[mark.span.start : mark.span.end]
        assert words == words.strip(" \n,;:")


@EACH
def test_every_later_mention_of_a_name_is_marked(draft: MarkedDraft) -> None:
    """First name or surname alone, in the genitive too."""
    spans = [mark.span for mark in draft.personal] + draft.remark_spans
    names = {name for words in words_of(draft, "PERSON") for name in _NAME_WORD.findall(words)}
    for name in names:
        for found in re.finditer(rf"\b{re.escape(name)}s?\b", draft.text):
            span = Span(*found.span())
            assert any(each.overlaps(span) for each in spans), f"{name} at {found.start()}"


@EACH
def test_no_number_is_anybodys(draft: MarkedDraft) -> None:
    """Phones of the film series, synthetic identity numbers, account numbers of no bank."""
    for phone in words_of(draft, "PHONE"):
        assert _SAFE_PHONE.fullmatch(phone.removeprefix("+47 ").replace(" ", ""))
    for number in words_of(draft, "FNR"):
        digits = number.replace(" ", "")
        assert len(digits) == 5 or identity_kind(digits) == "synthetic"
    for number in words_of(draft, "ACCOUNT"):
        digits = re.sub(r"\D", "", number)
        assert digits.startswith("9998")
        assert is_account_number(digits)
    for mail in words_of(draft, "EMAIL"):
        assert mail.endswith(("example.no", ".kommune.no"))
    for plate in words_of(draft, "PLATE"):
        assert plate.startswith(("QA", "QB", "QC"))
