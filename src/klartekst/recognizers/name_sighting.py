"""One mention of what may be a name, with the text that it stands in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from klartekst.model import Span
from klartekst.recognizers.lexicon import is_listed_name
from klartekst.recognizers.name_words import WORD

_BEFORE = 40  # how much of the text before a mention is looked at, in code points
_AFTER = 200


@dataclass(frozen=True, slots=True)
class Setting:
    """The whole text, with what a pipeline took for people and for other things."""

    text: str
    named: Sequence[Span]
    others: Sequence[Span]
    places: Collection[str]  # words that stand as places somewhere in the text
    small: Collection[str]  # words with small letters somewhere in the text
    proper: Collection[int] = ()  # offsets of the words that a tagger took for proper nouns


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention with the text around it."""

    setting: Setting
    span: Span
    words: tuple[str, ...]
    before: str
    after: str

    @property
    def lone(self) -> bool:
        """Whether it is one word only."""
        return len(self.words) == 1

    @property
    def bare(self) -> str:
        """The last word, case folded, without the genitive -s if it is a listed name then."""
        last = self.words[-1].casefold()
        return last[:-1] if last.endswith("s") and is_listed_name(last[:-1]) else last


def sighting(setting: Setting, span: Span) -> Sighting:
    """The mention at `span`."""
    text = setting.text
    return Sighting(
        setting,
        span,
        tuple(WORD.findall(text[span.start : span.end])) or ("",),
        text[max(0, span.start - _BEFORE) : span.start],
        text[span.end : span.end + _AFTER],
    )
