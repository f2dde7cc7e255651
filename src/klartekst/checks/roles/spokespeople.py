"""Whether those who should speak do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import anchor
from klartekst.checks.people.public_roles import Person
from klartekst.checks.people.surroundings import Surroundings, sentence_around
from klartekst.checks.people.titles import titles_of
from klartekst.model import Match, Role, Span, Spokesperson
from klartekst.recognizers.name_words import name_words

# Why a person without a title may be quoted all the same: the text tells who they are.
_TOLD_OTHERWISE = frozenset(
    "consent won unasked performs affiliated office board party leads appointed table age relation "
    "historic title staff noun apposition".split()
)


def is_named(person: Person, spokesperson: Spokesperson) -> bool:
    """Whether a person of the draft bears the name of a spokesperson, in full or the surname."""
    name = name_words(spokesperson.name)
    return bool(name) and set(person.words) <= set(name) and name[-1] in person.words


@dataclass(frozen=True)
class UnquotedSpokespersonCheck:
    """Finds spokespeople of the brief whom the draft does not let speak.

    In a reply to a journalist it is enough that they are named outside the contact lines.
    """

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset({"spokesperson"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield one match for each of them, on the title."""
        for spokesperson in draft.brief.spokespeople if draft.brief else ():
            people = [person for person in draft.people if is_named(person, spokesperson)]
            if not any(_speaks(draft, person) for person in people):
                yield Match(anchor(draft), {"spokesperson": spokesperson.name})


def _speaks(draft: Draft, person: Person) -> bool:
    if any(quote.speaker and quote.speaker.person == person for quote in draft.quotes):
        return True
    outside = [m for m in person.mentions if draft.block_of(m.start).role is not Role.CONTACT]
    if draft.profile in ("mediesvar", "sporsmal-og-svar"):
        return bool(outside)
    return any(_tells(draft, mention) for mention in outside)


def _tells(draft: Draft, mention: Span) -> bool:
    """Whether a verb of speech stands beside the name: «Ordfører Kari Nordmann sier at …»."""
    text, sentence = draft.document.text, sentence_around(draft, mention)
    return Surroundings(
        before=text[sentence.start : mention.start],
        after=text[mention.end : sentence.end],
        block_before="",
    ).speaks


@dataclass(frozen=True)
class UntitledSpeakerCheck:
    """Finds who is quoted by name, without a title and nothing else that tells who they are."""

    needs: ClassVar[frozenset[Annotation]] = frozenset({"names"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such speaker where the draft first quotes them."""
        seen: list[Person] = []
        for quote in draft.quotes:
            person = quote.speaker.person if quote.speaker else None
            if quote.speaker is None or person is None or person in seen:
                continue
            seen.append(person)
            is_by_name = quote.speaker.span in person.mentions  # «sier hun» may point elsewhere
            if is_by_name and _is_unknown(person) and not titles_of(draft, person):
                yield Match(quote.speaker.span)


def _is_unknown(person: Person) -> bool:
    """Whether nothing but a title could tell who somebody is."""
    return not person.evidence & _TOLD_OTHERWISE
