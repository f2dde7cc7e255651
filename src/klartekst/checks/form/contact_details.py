"""A contact that cannot be reached, or not by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.lead import join
from klartekst.checks.form.parts import blocks_with, is_asked
from klartekst.checks.people.contact import contact_spans
from klartekst.checks.people.surroundings import WORD
from klartekst.checks.people.titles import titles_of
from klartekst.model import Match, Profile, Role
from klartekst.recognizers.lexicon import shipped_titles

_HEADING = re.compile(r"\w*kontakt\w*", re.IGNORECASE)
_MAIL = re.compile(r"\S@\S")
_PHONE = re.compile(r"(?:\+47 ?)?\b\d{2,3}(?: ?\d{2,3}){2,3}\b")


@dataclass(frozen=True)
class ContactDetailsCheck:
    """Finds a contact section without a name, a title, a telephone number or an e-mail address.

    `labels` are the words for `name`, `title`, `phone` and `mail`, for those that are asked for;
    `joiner` stands before the last one missing.
    """

    profiles: tuple[Profile, ...]
    labels: Mapping[str, str]
    joiner: str

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset({"missing"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the first line of the contact section with what none of its lines gives."""
        blocks = blocks_with(draft, Role.CONTACT)
        if not blocks or not is_asked(draft, self.profiles):
            return
        spans = contact_spans(draft) or tuple(block.span for block in blocks)
        words = "\n".join(draft.document.text[span.start : span.end] for span in spans)
        titles = shipped_titles()
        has = {
            "name": any(
                entity.kind == "PERSON" and any(span.overlaps(entity.span) for span in spans)
                for entity in draft.entities
            ),
            "title": any(
                titles_of(draft, person)
                for person in draft.people
                if any(span.contains(mention) for span in spans for mention in person.mentions)
            )
            or any(
                word in titles.roles or word in titles.staff
                for word in WORD.findall(words)
                if not _HEADING.fullmatch(word)
            ),
            "phone": _PHONE.search(words) is not None,
            "mail": _MAIL.search(words) is not None,
        }
        missing = [label for name, label in self.labels.items() if not has.get(name, True)]
        if missing:
            yield Match(blocks[0].span, {"missing": join(missing, self.joiner)})
