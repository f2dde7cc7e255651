"""Personal data that recognisers find: numbers, telephones, e-mail addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.people.contact import is_contact
from klartekst.checks.people.reachable import Clues, Owner, Reach, is_role_mailbox, owner_of
from klartekst.model import Match
from klartekst.recognizers.lexicon import words_of

if TYPE_CHECKING:
    from klartekst.recognizers.analysis import Entity


@dataclass(frozen=True)
class EntityCheck:
    """Finds what the recognisers call `entity` (a name of Presidio's: PHONE_NUMBER …).

    `min_confidence` leaves out weaker results, `skip_reasons` those found for these reasons (the
    recogniser's words, such as «service»). With `skip_contact`, contact sections and signatures
    are left alone, but for what is evidently private. With `owners`, only what belongs to these is
    found: «private» for people without public role, «unknown» where the text does not tell. People
    are looked for in the sentence, or as far as `reach` says. A word of `services` («-kontor»: a
    hyphen includes compounds) or of `offers` («ring») tells that it is an office's, one of
    `private_words` («bor») that it is private, one of `dwellings` («huset») that it is where it
    stands right before an address. `mailboxes` are words before @ that make an address
    an office's, `public_domains` the domains where any single word before @ does.
    """

    entity: str
    min_confidence: float = 0.0
    skip_reasons: tuple[str, ...] = ()
    skip_contact: bool = False
    owners: tuple[Owner, ...] = ()
    services: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    private_words: tuple[str, ...] = ()
    dwellings: tuple[str, ...] = ()
    reach: Reach = "sentence"
    mailboxes: tuple[str, ...] = ()
    public_domains: tuple[str, ...] = ()

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each of the draft's entities of that kind that is not expected where it stands."""
        entities = [entity for entity in draft.entities if entity.kind == self.entity]
        for entity in entities:
            if not self._is_expected(draft, entity):
                yield Match(
                    span=entity.span,
                    entity=entity.kind,
                    confidence=entity.confidence,
                )

    def _is_expected(self, draft: Draft, entity: Entity) -> bool:
        if entity.confidence < self.min_confidence or entity.reason in self.skip_reasons:
            return True
        written = draft.document.text[entity.span.start : entity.span.end]
        if is_role_mailbox(written, self.mailboxes, self.public_domains):
            return True
        for_contact = self.skip_contact and is_contact(draft, entity.span)
        if not self.owners:
            return for_contact
        owner = owner_of(draft, entity.span, draft.people, self._clues)
        return owner not in self.owners or (
            for_contact and (owner != "private" or self.reach == "rest")
        )

    @cached_property
    def _clues(self) -> Clues:
        return Clues(
            services=words_of(self.services),
            offers=frozenset(self.offers),
            private_words=words_of(self.private_words),
            dwellings=frozenset(self.dwellings),
            reach=self.reach,
        )
