"""How well klartekst sees whether a draft carries the messages of its brief.

A message counts as carried only when it is wholly there: half a message, or its contrary, is not.
The messages are those annotated with the drafts, and those of `corpora/messages/<part>`, which are
about drafts in `corpora/marked/dev`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpora.annotation import WantedMessage, from_sidecar
from corpora.marking import MarkedDraft
from corpora.part import Part, drafts_of
from corpora.scoring import Figure, Share, percentage, share_of
from klartekst.model import Brief, KeyMessage, MessageStatus, Where

# What a message that is not carried is called in the annotation, and in a Result.
_STATE = {"missing": "missing", "contradicted": "contradicted", "half": "partial"}
_ABSENT = tuple(_STATE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What klartekst says of one message of a draft."""

    draft: MarkedDraft
    wanted: WantedMessage
    given: MessageStatus

    @property
    def is_right(self) -> bool:
        """Whether it is seen that the message is there, or that it is not."""
        return (self.given.status == "present") == self.wanted.present

    @property
    def is_well_placed(self) -> bool:
        """Whether a message is found where it is; title and lead count as one place."""
        return _zone(self.given.where) == _zone(self.wanted.where)


def figures(part: Part) -> list[Figure]:
    """All figures of a part, the ones that are pinned first."""
    return list(_figures(part))


def misses(part: Part) -> Iterator[str]:
    """Messages judged wrongly, one line each."""
    for answer in answers(part):
        if not answer.is_right:
            wanted = "present" if answer.wanted.present else answer.wanted.absent
            said = f"{answer.given.status} {answer.given.score}"
            words = f"  «{answer.wanted.text}»" if part.reveal else ""
            yield f"{answer.draft.id}  message: {said}, an editor says {wanted}{words}"


def _figures(part: Part) -> Iterator[Figure]:
    found = answers(part)
    yield from percentage("messages right", _right(found), "higher")
    for absent in _ABSENT:
        those = [answer for answer in found if answer.wanted.absent == absent]
        yield from percentage(f"not taken for carried: {absent}", _right(those), "higher")
    present = [answer for answer in found if answer.wanted.present]
    yield from percentage("carried ones found", _right(present), "higher")
    placed = share_of(answer.is_well_placed for answer in present if answer.is_right)
    yield from percentage("of those, in the right place", placed, "higher")
    for absent, state in _STATE.items():
        called = share_of(
            answer.given.status == state for answer in found if answer.wanted.absent == absent
        )
        yield from percentage(f"called so: {absent}", called, "higher", pinned=False)
    with_draft = [answer for answer in found if answer.wanted in answer.draft.annotation.messages]
    share = _right(with_draft)
    yield from percentage("right, annotated with their draft", share, "higher", pinned=False)
    bare = answers(part, keywords=False)
    yield from percentage("right, without keywords", _right(bare), "higher", pinned=False)


def answers(part: Part, *, keywords: bool = True) -> list[Answer]:
    """What klartekst says of each message of a part, with its keywords or without."""
    found = []
    for draft, wanted in messages_of(part):
        brief = Brief(tuple(_key_message(each, keywords=keywords) for each in wanted))
        given = part.lint(draft, brief).messages
        found += [Answer(draft, *pair) for pair in zip(wanted, given, strict=True)]
    return found


def messages_of(part: Part) -> Iterator[tuple[MarkedDraft, Sequence[WantedMessage]]]:
    """Each draft with messages: those annotated with it, then those in the corpus of messages."""
    for draft in part.drafts:
        if draft.annotation.messages:
            yield draft, draft.annotation.messages
    if folder := part.folder("messages"):
        drafts = {draft.id: draft for draft in drafts_of("dev")}
        for path in sorted(folder.glob("*.toml")):
            fields = tomllib.loads(path.read_text(encoding="utf-8"))
            yield drafts[path.stem], from_sidecar(fields, drafts[path.stem].text).messages


def _key_message(wanted: WantedMessage, *, keywords: bool) -> KeyMessage:
    message = KeyMessage(wanted.text, wanted.text, keywords=wanted.keywords)
    return message if keywords else replace(message, keywords=())


def _right(found: Sequence[Answer]) -> Share:
    return share_of(answer.is_right for answer in found)


def _zone(where: Where | None) -> str | None:
    return "top" if where in ("title", "lead") else where
