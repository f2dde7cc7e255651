"""Marked drafts: what in a text is personal, what only looks like it, and how both are written.

A `.marked` file is a draft with the marks in it, so that a person can read and correct it:

    +++
    lang = "nb"
    kind = "press_release"
    topic = "school"
    clean = false
    +++
    Rektor [[PERSON official|Kari Nordmann]] ved [[trap: a street|Olav Duuns gate]] sier at …

A mark is one of three. `[[TYPE status|words]]` is personal data: `private` must be found,
`official` may be published. `[[trap: why|words]]` looks personal and is not. `[[point: why|words]]`
holds nothing personal, but a remark on confidentiality is right there (a claimed consent, a
leftover of drafting). What looks like a mark and is none is an error, never text.

What an editor says of the whole draft lies in a `.toml` beside it; see `annotation`. Drafts with
offsets, one JSON object a line, are read too, and hold both.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from corpora.annotation import (
    NO_ANNOTATION,
    Annotation,
    AnnotationError,
    from_json_fields,
    from_sidecar,
)
from klartekst.model import Profile, Span

Status = Literal["private", "official"]

_HEADER = re.compile(r"\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]]+)\]\]")
_PERSONAL = re.compile(r"([A-Z_]+) (private|official)")
_REMARK = re.compile(r"(trap|point): (.+)")

_PROFILES: dict[str, Profile] = {
    "press_release": "pressemelding",
    "news_item": "nyhetssak",
    "media_reply": "mediesvar",
    "q_and_a": "sporsmal-og-svar",
    "crisis": "krisemelding",
}


class MarkingError(Exception):
    """A draft that is not marked as it should be; says where."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A stretch that tells of a person; `private` ones must be found."""

    span: Span
    type: str
    status: Status


@dataclass(frozen=True, slots=True)
class Remark:
    """A stretch that is no personal data, and why it is marked all the same."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class MarkedDraft:
    """A draft with its marks; all spans are in `text`. `clean` means that it is wholly in order."""

    id: str
    lang: str
    kind: str
    topic: str
    clean: bool
    text: str
    personal: tuple[Personal, ...] = ()
    traps: tuple[Remark, ...] = ()
    points: tuple[Remark, ...] = ()
    annotation: Annotation = NO_ANNOTATION

    @property
    def profile(self) -> Profile:
        """What klartekst calls this kind of draft."""
        return _PROFILES[self.kind]

    @property
    def private(self) -> tuple[Personal, ...]:
        """What must be found."""
        return tuple(mark for mark in self.personal if mark.status == "private")

    @property
    def official(self) -> tuple[Personal, ...]:
        """What may be published."""
        return tuple(mark for mark in self.personal if mark.status == "official")

    @property
    def remark_spans(self) -> list[Span]:
        """Where the traps and the points are."""
        return [remark.span for remark in (*self.traps, *self.points)]

    @property
    def is_harmless(self) -> bool:
        """Whether nothing at all should be said of personal data or confidentiality."""
        return not self.private and not self.points


def load_folder(folder: Path) -> list[MarkedDraft]:
    """The `.marked` drafts of a folder, by name, with their annotations. Raises MarkingError."""
    return [load(path) for path in sorted(folder.glob("*.marked"))]


def load(path: Path) -> MarkedDraft:
    """One `.marked` draft, with the annotation beside it if there is one. Raises MarkingError."""
    draft = parse(path.read_text(encoding="utf-8"), path.stem)
    sidecar = path.with_suffix(".toml")
    if not sidecar.exists():
        return draft
    try:
        fields = tomllib.loads(sidecar.read_text(encoding="utf-8"))
        return replace(draft, annotation=from_sidecar(fields, draft.text))
    except (AnnotationError, KeyError, ValueError) as error:
        raise MarkingError(f"{sidecar.name}: {error}") from error


def load_jsonl(path: Path) -> list[MarkedDraft]:
    """The drafts of a file with one JSON object a line. Raises MarkingError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [from_json(line) for line in lines if line.strip()]


def parse(marked: str, name: str) -> MarkedDraft:
    """The draft in a `.marked` text. Raises MarkingError."""
    header = _HEADER.match(marked)
    if header is None:
        raise MarkingError(f"{name}: no header between two lines of +++")
    fields = tomllib.loads(header[1])
    text = ""
    personal: list[Personal] = []
    remarks: dict[str, list[Remark]] = {"trap": [], "point": []}
    position = header.end()
    for found in _MARK.finditer(marked, position):
        text += marked[position : found.start()]
        span = Span(len(text), len(text) + len(found[2]))
        if kind := _PERSONAL.fullmatch(found[1]):
            status: Status = "private" if kind[2] == "private" else "official"
            personal.append(Personal(span, kind[1], status))
        elif remark := _REMARK.fullmatch(found[1]):
            remarks[remark[1]].append(Remark(span, remark[2]))
        else:
            raise MarkingError(f"{name}: unknown mark «{found[1]}»")
        text += found[2]
        position = found.end()
    text += marked[position:]
    if "[[" in text or "]]" in text:
        line = next(line for line in text.splitlines() if "[[" in line or "]]" in line)
        raise MarkingError(f"{name}: unfinished mark in «{line[:60]}»")
    draft = MarkedDraft(
        id=name,
        lang=str(fields["lang"]),
        kind=str(fields["kind"]),
        topic=str(fields["topic"]),
        clean=bool(fields["clean"]),
        text=text,
        personal=tuple(personal),
        traps=tuple(remarks["trap"]),
        points=tuple(remarks["point"]),
    )
    return checked(draft)


def render(draft: MarkedDraft) -> str:
    """The draft as a `.marked` text, its annotation left out; `parse` undoes it."""
    labels = [(mark.span, f"{mark.type} {mark.status}") for mark in draft.personal]
    labels += [(trap.span, f"trap: {trap.why}") for trap in draft.traps]
    labels += [(point.span, f"point: {point.why}") for point in draft.points]
    text = draft.text
    for span, label in sorted(labels, reverse=True):
        words = text[span.start : span.end]
        text = f"{text[: span.start]}[[{label}|{words}]]{text[span.end :]}"
    strings = (("lang", draft.lang), ("kind", draft.kind), ("topic", draft.topic))
    header = "".join(f"{key} = {json.dumps(value)}\n" for key, value in strings)
    return f"+++\n{header}clean = {str(draft.clean).lower()}\n+++\n{text}"


def from_json(line: str) -> MarkedDraft:
    """The draft in one line of JSON with offsets. Raises MarkingError."""
    fields = json.loads(line)
    try:
        annotation = from_json_fields(fields)
    except (AnnotationError, KeyError) as error:
        raise MarkingError(f"{fields['id']}: {error}") from error
    draft = MarkedDraft(
        id=fields["id"],
        lang=fields["lang"],
        kind=fields["kind"],
        topic=fields.get("topic", ""),
        clean=fields["clean"],
        text=fields["text"],
        personal=tuple(
            Personal(Span(mark["start"], mark["end"]), mark["type"], mark["status"])
            for mark in fields["personal"]
        ),
        traps=tuple(
            Remark(Span(trap["start"], trap["end"]), trap["why"]) for trap in fields["traps"]
        ),
        annotation=annotation,
    )
    return checked(draft)


def checked(draft: MarkedDraft) -> MarkedDraft:
    """The draft, if its parts agree. Raises MarkingError."""
    if draft.kind not in _PROFILES:
        raise MarkingError(f"{draft.id}: unknown kind «{draft.kind}»")
    if draft.lang not in ("nb", "nn"):
        raise MarkingError(f"{draft.id}: unknown language «{draft.lang}»")
    if draft.clean and not draft.is_harmless:
        raise MarkingError(f"{draft.id}: called clean, but holds private data or a point")
    spans = sorted([mark.span for mark in draft.personal] + draft.remark_spans)
    for before, after in pairwise(spans):
        if before.overlaps(after):
            raise MarkingError(f"{draft.id}: marks overlap at {after.start}")
    if any(not 0 <= span.start < span.end <= len(draft.text) for span in spans):
        raise MarkingError(f"{draft.id}: a mark lies outside the text")
    return draft
