"""What an editor says of a draft beyond its marks: level, language problems, messages.

Beside `<slug>.marked` lies `<slug>.toml`:

    level = "medium"                        # easy | medium | hard, for ordinary residents
    gold = true                             # whether every language problem is listed

    [[messages]]
    text = "Skolen åpner igjen mandag."     # in the adviser's own words
    keywords = ["skolen", "mandag"]
    present = true
    where = "lead"                          # title | lead | body
    match = "paraphrase"                    # paraphrase | verbatim
    # of an absent one, instead of the two: kind = "missing" | "contradicted" | "half"

    [[problems]]
    kind = "LONG_SENTENCE"
    text = "the exact words of the draft"
    # nth = 2                               # the second time that these words occur
    # optional = true                       # borderline: counts neither way
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, get_args

from klartekst.model import Span, Where

EditorLevel = Literal["easy", "medium", "hard"]
ProblemKind = Literal[
    "LONG_SENTENCE",
    "FRONT_HEAVY",
    "PASSIVE",
    "KANSELLI",
    "JARGON",
    "NOMINALISATION",
    "ABBREVIATION",
    "LONG_WORD",
]
AbsentKind = Literal["missing", "contradicted", "half"]

Fields = Mapping[str, Any]


class AnnotationError(Exception):
    """An annotation that is not written as it should be; says what is wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A language problem; an optional one is borderline and counts neither way."""

    kind: ProblemKind
    span: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class WantedMessage:
    """A message of a draft's brief, and whether the draft carries it.

    `where` is None and `absent` says why when it does not.
    """

    text: str
    keywords: tuple[str, ...]
    present: bool
    where: Where | None = None
    verbatim: bool = False
    absent: AbsentKind | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an editor says of a draft; `problems` is None when they were not listed."""

    level: EditorLevel | None = None
    problems: tuple[Problem, ...] | None = None
    messages: tuple[WantedMessage, ...] = ()


NO_ANNOTATION = Annotation()


def from_sidecar(fields: Fields, text: str) -> Annotation:
    """The annotation in a `.toml` beside a draft. Raises AnnotationError."""
    problems = [
        _problem(problem, _span_of(problem, text)) for problem in fields.get("problems", ())
    ]
    messages = [_message(message, "text", "kind") for message in fields.get("messages", ())]
    if problems and not fields.get("gold"):
        raise AnnotationError("problems are listed, but gold is false")
    return Annotation(
        level=_one_of(EditorLevel, fields.get("level")),
        problems=tuple(problems) if fields.get("gold") else None,
        messages=tuple(messages),
    )


def from_json_fields(fields: Fields) -> Annotation:
    """The annotation in a draft with offsets. Raises AnnotationError."""
    readability = fields.get("readability", {})
    problems = [
        _problem(problem, Span(problem["start"], problem["end"]))
        for problem in readability.get("problems", ())
    ]
    messages: Sequence[Fields] = fields.get("messages", ())
    return Annotation(
        level=_one_of(EditorLevel, readability.get("level")),
        problems=tuple(problems) if fields.get("readability_gold") else None,
        messages=tuple(_message(message, "message", "absent_kind") for message in messages),
    )


def _span_of(problem: Fields, text: str) -> Span:
    words, nth = problem["text"], problem.get("nth", 1)
    found = next(islice(re.finditer(re.escape(words), text), nth - 1, None), None)
    if not words or found is None:
        raise AnnotationError(f"the draft has no «{words}» number {nth}")
    return Span(*found.span())


def _problem(problem: Fields, span: Span) -> Problem:
    kind = _one_of(ProblemKind, problem["kind"])
    return Problem(kind, span, bool(problem.get("optional", False)))


def _message(message: Fields, text_key: str, absent_key: str) -> WantedMessage:
    present = bool(message["present"])
    if present != bool(message.get("where")):
        raise AnnotationError(f"«{message[text_key]}»: where is for messages that are present")
    return WantedMessage(
        text=message[text_key],
        keywords=tuple(message.get("keywords", ())),
        present=present,
        where=_one_of(Where, message.get("where")),
        verbatim=message.get("match") == "verbatim",
        absent=None if present else _one_of(AbsentKind, message.get(absent_key)),
    )


def _one_of(choices: Any, value: Any) -> Any:
    """The value, if it is None or one of a Literal's."""
    known = get_args(choices)
    if value is not None and value not in known:
        raise AnnotationError(f"«{value}» is none of {', '.join(known)}")
    return value
