"""A copy of a draft with the personal data replaced by neutral words.

A private person becomes «en person» and then «personen», or keeps the noun that stood before the
name («eleven Jonas» -> «eleven»); where there are several, «person A» and «person B». Numbers and
addresses become what they are, in brackets. Signals that need a writer's eye (illness, family, a
small place) stay, and are told by `left_to_judge`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klartekst.checks.people.public_roles import Person
from klartekst.document import Document
from klartekst.model import Category, Match, Rule, Span

if TYPE_CHECKING:
    from klartekst.checks import Draft
    from klartekst.tokens import Token

Norm = Literal["nb", "nn"]

_IN_BRACKETS: dict[str, dict[Norm, str]] = {
    "PHONE_NUMBER": {"nb": "telefonnummer", "nn": "telefonnummer"},
    "EMAIL_ADDRESS": {"nb": "e-postadresse", "nn": "e-postadresse"},
    "IBAN_CODE": {"nb": "kontonummer", "nn": "kontonummer"},
    "IP_ADDRESS": {"nb": "IP-adresse", "nn": "IP-adresse"},
    "NO_FODSELSNUMMER": {"nb": "fødselsnummer", "nn": "fødselsnummer"},
    "NO_DUF": {"nb": "DUF-nummer", "nn": "DUF-nummer"},
    "NO_KONTONUMMER": {"nb": "kontonummer", "nn": "kontonummer"},
    "NO_ADDRESS": {"nb": "adresse", "nn": "adresse"},
    "NO_BILSKILT": {"nb": "registreringsnummer", "nn": "registreringsnummer"},
    "NO_SAKSNUMMER": {"nb": "saksnummer", "nn": "saksnummer"},
    "NO_EIENDOM": {"nb": "eiendom", "nn": "eigedom"},
    "NO_PASS": {"nb": "passnummer", "nn": "passnummer"},
    "NO_HPR": {"nb": "HPR-nummer", "nn": "HPR-nummer"},
    "NO_KID": {"nb": "KID-nummer", "nn": "KID-nummer"},
    "NO_POSISJON": {"nb": "sted", "nn": "stad"},
    "NO_GARD": {"nb": "gard", "nn": "gard"},
    "DATE_OF_BIRTH": {"nb": "fødselsdato", "nn": "fødselsdato"},
    "AGE": {"nb": "alder", "nn": "alder"},
}
_SOMEBODY: dict[Norm, tuple[str, str]] = {
    "nb": ("en person", "personen"),
    "nn": ("ein person", "personen"),
}


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words to put in place of a span."""

    span: Span
    words: str


def redact(draft: Draft, matches: Sequence[tuple[Rule, Match]]) -> str:
    """The draft's source with the personal data that `matches` found replaced.

    For .txt and .md that is the file itself, markup included; for others the extracted text.
    """
    return put_in(draft.document, replacements(draft, matches))


def put_in(document: Document, found: Iterable[Replacement]) -> str:
    """The source of a document with these words put in; spans are in order and apart."""
    source, position = "", 0
    for replacement in found:
        source += document.source[position : replacement.span.start] + replacement.words
        position = replacement.span.end
    return source + document.source[position:]


def replacements(draft: Draft, matches: Sequence[tuple[Rule, Match]]) -> list[Replacement]:
    """What is put in place of the personal data that `matches` found, in order and apart.

    Spans are in `Document.source`.
    """
    return [
        Replacement(draft.document.source_span(found.span), found.words)
        for found in _apart(_replacements(draft, matches))
    ]


def left_to_judge(matches: Iterable[tuple[Rule, Match]]) -> list[tuple[Rule, Match]]:
    """What `redact` leaves as it stands, because only a person can word it anew."""
    return [
        (rule, match)
        for rule, match in matches
        if _is_confidential(rule, match)
        and (match.entity != "PERSON" and match.entity not in _IN_BRACKETS)
    ]


def _is_confidential(rule: Rule, match: Match) -> bool:
    return rule.category is Category.PERSONVERN and match.entity is not None


def _replacements(draft: Draft, matches: Sequence[tuple[Rule, Match]]) -> Iterator[Replacement]:
    norm: Norm = "nn" if draft.document.language == "nn" else "nb"
    found = [match for rule, match in matches if _is_confidential(rule, match)]
    for match in found:
        if match.entity in _IN_BRACKETS:
            yield Replacement(match.span, f"[{_IN_BRACKETS[match.entity][norm]}]")
    private = {match.span for match in found if match.entity == "PERSON"}
    people = [person for person in draft.people if private.intersection(person.mentions)]
    for number, person in enumerate(people):
        name = f"person {chr(ord('A') + number % 26)}" if len(people) > 1 else None
        yield from _person(draft, person, name, norm)


def _person(draft: Draft, person: Person, name: str | None, norm: Norm) -> Iterator[Replacement]:
    first, later = (name, name) if name else _SOMEBODY[norm]
    noun = None
    for number, mention in enumerate(person.mentions):
        before = _noun_before(draft, mention)
        if before is not None:
            noun = noun or before.lower_
            yield Replacement(
                Span(before.idx + len(before), mention.end), _genitive(draft, person, mention)
            )
            continue
        words = noun or (later if number else first)
        words += _genitive(draft, person, mention)
        if _opens_sentence(draft, mention):
            words = words[:1].upper() + words[1:]
        yield Replacement(mention, words)


def _noun_before(draft: Draft, mention: Span) -> Token | None:
    """The definite noun that a name stands beside: «eleven» in «eleven Jonas»."""
    token = _token_at(draft, mention)
    if token is None or token.i == 0:
        return None
    before = token.nbor(-1)
    is_beside = before.idx + len(before) + 1 == token.idx
    definite = "Def" in before.morph.get("Definite", [])
    return before if is_beside and before.pos_ == "NOUN" and definite else None


def _genitive(draft: Draft, person: Person, mention: Span) -> str:
    """«s» for «Jonas Berntsens», nothing for «Jonas»."""
    last = draft.document.text[mention.start : mention.end].split()[-1].lower()
    names = {word.lower() for word in person.words}
    return "s" if last.endswith("s") and last not in names else ""


def _opens_sentence(draft: Draft, mention: Span) -> bool:
    token = _token_at(draft, mention)
    return bool(token is not None and token.is_sent_start)


def _token_at(draft: Draft, mention: Span) -> Token | None:
    span = draft.tokens.char_span(mention.start, mention.end, alignment_mode="expand")
    return span[0] if span else None


def _apart(replacements: Iterable[Replacement]) -> list[Replacement]:
    """In order, and of two that overlap the longer."""
    kept: list[Replacement] = []
    for one in sorted(replacements, key=lambda one: -len(one.span)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)
