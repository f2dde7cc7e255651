"""A title that says nothing happens, or says too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.form.parts import anchor, blocks_with, is_asked
from klartekst.model import Match, Profile, Role

if TYPE_CHECKING:
    from klartekst.tokens import Token, TokenSpan

NO_TITLE, NO_VERB, TOO_LONG = "missing", "no_verb", "too_long"


@dataclass(frozen=True)
class TitleCheck:
    """Finds a title that is missing, has no verb, or has more than `most_characters`.

    One match for a title, with the `advice` for what is wrong: `missing`, `no_verb`, `too_long`.
    """

    profiles: tuple[Profile, ...]
    advice: Mapping[str, str]
    most_characters: int = 60

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "parse"})
    fills: ClassVar[frozenset[str]] = frozenset({"advice"})

    def __post_init__(self) -> None:
        lacking = {NO_TITLE, NO_VERB, TOO_LONG} - self.advice.keys()
        if lacking:
            raise ValueError(f"no advice for {sorted(lacking)}")

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield the title with what is wrong with it, or the first words if there is none."""
        if not is_asked(draft, self.profiles):
            return
        titles = blocks_with(draft, Role.TITLE)
        if not titles:
            yield Match(anchor(draft), {"advice": self.advice[NO_TITLE]})
            return
        span = titles[0].span
        words = draft.tokens.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None and not has_verb(words):
            yield Match(span, {"advice": self.advice[NO_VERB]})
        elif len(span) > self.most_characters:
            advice = self.advice[TOO_LONG].format(length=len(span), most=self.most_characters)
            yield Match(span, {"advice": advice})


def has_verb(words: TokenSpan) -> bool:
    """Whether some words have a verb that makes a sentence: «åpner», «åpnet», «kok», «er».

    So does a participle, as titles drop the auxiliary («Skolen stengt»), unless a noun follows that
    it describes. In capitals alone, nobody can tell.
    """
    return words.text.isupper() or any(_is_verb(token) for token in words)


def _is_verb(token: Token) -> bool:
    forms = token.morph.get("VerbForm", [])
    if "Part" in forms:
        return not (token.i + 1 < len(token.doc) and token.nbor().pos_ in ("NOUN", "ADJ"))
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return "Fin" in forms or "Imp" in token.morph.get("Mood", [])
