"""A lead that does not answer what a reader asks first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import blocks_with, is_asked
from klartekst.checks.form.title import has_verb
from klartekst.model import Match, Profile, Role

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

_WHEN = re.compile(
    r"\b(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\w*|januar|februar|mars|april|mai"
    r"|juni|juli|august|september|oktober|november|desember|jul\w*|påske\w*|pinse\w*"
    r"|\w*(?:vår|våren|sommer|sommeren|sommar|sommaren|høst|høsten|haust|hausten|vinter|vinteren)"
    r"|\w*(?:uke|uka|uken|ukene|veke|veka|vekene|helg|helga|helgen|måned|månad)\w*"
    r"|\w*(?:år|året|åra|årene|årets|årsskiftet|døgn|døgnet|timer|timar|kveld\w*|natt|natta|natten)"
    r"|nå|no|snart|fortsatt|framleis|i dag|i går|i morgen|i morgon|straks|umiddelbart|denne gangen"
    r"|kl|klokk[ae]n?|(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.?)\b",
    re.IGNORECASE,
)
_PLACES = frozenset({"GPE_LOC", "GPE_ORG", "LOC", "ORG"})
_AT = frozenset("i på ved til fra frå hos mellom langs over under utenfor utanfor".split())
_SENDER = re.compile(r"\b(?:kommunen?|fylkeskommunen?|bygda|byen|fylket)\b", re.IGNORECASE)


@dataclass(frozen=True)
class LeadCheck:
    """Finds a lead that, with the title, does not say who, what, when or where.

    `labels` are the words for `who`, `what`, `when` and `where`; `joiner` stands before the last.
    """

    profiles: tuple[Profile, ...]
    labels: Mapping[str, str]
    joiner: str

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse", "names"})
    fills: ClassVar[frozenset[str]] = frozenset({"missing"})

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the lead with the questions that it leaves open."""
        leads = blocks_with(draft, Role.LEAD)
        if not leads or not is_asked(draft, self.profiles):
            return
        spans = [block.span for block in (*blocks_with(draft, Role.TITLE), leads[0])]
        opening = [
            words
            for span in spans
            if (words := draft.tokens.char_span(span.start, span.end, alignment_mode="expand"))
        ]
        missing = [
            self.labels[name]
            for name, answers in _ANSWERS.items()
            if name in self.labels and not any(answers(words) for words in opening)
        ]
        if missing:
            yield Match(leads[0].span, {"missing": join(missing, self.joiner)})


def join(words: list[str], joiner: str) -> str:
    """«navn, telefon og e-post»."""
    *most, last = words
    return f"{', '.join(most)} {joiner} {last}" if most else last


def _says_who(words: TokenSpan) -> bool:
    """Somebody or something acts, is acted on, or is told what to do."""
    return any(
        token.dep_.startswith(("nsubj", "obj", "iobj")) or "Imp" in token.morph.get("Mood", [])
        for token in words
    )


def _says_when(words: TokenSpan) -> bool:
    return _WHEN.search(words.text) is not None


def _says_where(words: TokenSpan) -> bool:
    return (
        any(label in _PLACES for label in words.entity_labels)
        or _SENDER.search(words.text) is not None
        or any(_is_place(token) for token in words)
    )


def _is_place(token: Token) -> bool:
    """Whether a noun in the definite, or a name, stands behind a preposition of place."""
    is_known = token.pos_ == "PROPN" or "Def" in token.morph.get("Definite", [])
    return is_known and any(
        child.dep_ == "case" and child.lower_ in _AT for child in token.children
    )


_ANSWERS: dict[str, Callable[[TokenSpan], bool]] = {
    "who": _says_who,
    "what": has_verb,
    "when": _says_when,
    "where": _says_where,
}
