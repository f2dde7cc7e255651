"""The marked drafts themselves: enough of them, marked in one way, with numbers nobody holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from corpora.annotation import NO_ANNOTATION
from corpora.marking import MarkedDraft, parse, render
from corpora.part import PARTS, drafts_of
from corpora.privacy import DIRECT_TYPES, INDIRECT_TYPES
from klartekst.model import Span
from klartekst.recognizers.control_digits import identity_kind, is_account_number

FOLDERS = (*PARTS, "train")
DRAFTS = {f"{name}/{draft.id}": draft for name in FOLDERS for draft in drafts_of(name)}

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


def faulty(holds: Callable[[MarkedDraft], bool]) -> list[str]:
    """The drafts of which something does not hold; one test for all, since there are many."""
    return [name for name, draft in DRAFTS.items() if not holds(draft)]


def test_texts_are_composed_and_of_a_usual_length() -> None:
    """Offsets of findings and of marks are then the same code points."""
    assert not faulty(lambda draft: unicodedata.is_normalized("NFC", draft.text))
    assert not faulty(lambda draft: 90 <= len(draft.text.split()) <= 220)


def test_drafts_are_written_as_they_are_read() -> None:
    """Rendering and parsing undo each other, but for what an editor says beside the draft."""
    assert not faulty(
        lambda draft: parse(render(draft), draft.id) == replace(draft, annotation=NO_ANNOTATION)
    )


def test_types_are_known() -> None:
    """A misspelt type would be counted among the indirect signals."""
    known = DIRECT_TYPES | INDIRECT_TYPES
    assert not faulty(lambda draft: {mark.type for mark in draft.personal} <= known)


def test_marks_begin_and_end_with_what_they_mark() -> None:
    """No space, no full stop of the sentence."""
    marked = {
        name: [draft.text[mark.span.start : mark.span.end] for mark in draft.personal]
        for name, draft in DRAFTS.items()
    }
    assert not {
        (name, words)
        for name, each in marked.items()
        for words in each
        if words != words.strip(" \n,;:")
    }


def test_every_later_mention_of_a_name_is_marked() -> None:
    """First name or surname alone, in the genitive too."""
    assert not [f"{name}: {missed}" for name, draft in DRAFTS.items() for missed in unmarked(draft)]


def unmarked(draft: MarkedDraft) -> Iterator[str]:
    """Words of somebody's name that stand outside all marks."""
    spans = [mark.span for mark in draft.personal] + draft.remark_spans
    names = {name for words in words_of(draft, "PERSON") for name in _NAME_WORD.findall(words)}
    for name in names:
        for found in re.finditer(rf"\b{re.escape(name)}s?\b", draft.text):
            if not any(each.overlaps(Span(*found.span())) for each in spans):
                yield f"{name} at {found.start()}"


def test_no_number_is_anybodys() -> None:
    """Phones of the film series, synthetic identity numbers, account numbers of no bank."""
    assert not [
        f"{name}: {words}"
        for name, draft in DRAFTS.items()
        for kind, is_safe in SAFE.items()
        for words in words_of(draft, kind)
        if not is_safe(words)
    ]


def is_safe_phone(words: str) -> bool:
    """Whether a telephone is of a series that nobody holds."""
    return bool(_SAFE_PHONE.fullmatch(words.removeprefix("+47 ").replace(" ", "")))


def is_safe_identity(words: str) -> bool:
    """Whether an identity number is a synthetic one, or its last five digits alone."""
    digits = words.replace(" ", "")
    return len(digits) == 5 or identity_kind(digits) == "synthetic"


def is_safe_account(words: str) -> bool:
    """Whether an account number is right and of no bank."""
    digits = re.sub(r"\D", "", words)
    return digits.startswith("9998") and is_account_number(digits)


SAFE: Mapping[str, Callable[[str], bool]] = {
    "PHONE": is_safe_phone,
    "FNR": is_safe_identity,
    "ACCOUNT": is_safe_account,
    "EMAIL": lambda words: words.endswith(("example.no", ".kommune.no")),
    "PLATE": lambda words: words.startswith(("QA", "QB", "QC")),
}
