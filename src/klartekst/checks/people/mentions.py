"""Mentions of the people in a draft, those of the same person together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klartekst.model import Span


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a name stands, and its words, case folded."""

    words: tuple[str, ...]
    span: Span


def grouped(mentions: Sequence[NameMention]) -> list[list[NameMention]]:
    """Mentions of the same person together; a lone name goes to whoever bore it last."""
    groups: list[list[NameMention]] = []
    by_part: dict[str, list[list[NameMention]]] = {}
    for mention in sorted(mentions, key=lambda item: (-len(item.words), item.span)):
        first = mention.words[0] if mention.words else ""
        home = _home(mention, [*by_part.get(first, ()), *by_part.get(first.removesuffix("s"), ())])
        if home is not None:
            home.append(mention)
            continue
        groups.append([mention])
        for part in _parts(mention.words):
            by_part.setdefault(part, []).append(groups[-1])
    for group in groups:
        group.sort(key=lambda mention: mention.span)
    return sorted(groups, key=lambda group: group[0].span)


def is_part(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all words of a mention, genitive -s aside, are words of the full name."""
    parts = _parts(whole)
    return bool(words) and all(
        word in parts or (word.endswith("s") and word[:-1] in parts) for word in words
    )


def _home(mention: NameMention, groups: list[list[NameMention]]) -> list[NameMention] | None:
    # The first mention of a group is its longest: they come in that order.
    fitting = [group for group in groups if is_part(mention.words, group[0].words)]

    def last_before(group: list[NameMention]) -> Span:
        earlier = [other.span for other in group if other.span < mention.span]
        return max(earlier, default=Span(-1, -1))

    return max(fitting, key=last_before, default=None)


def _parts(words: tuple[str, ...]) -> set[str]:
    """The words of a name, and the halves of hyphenated ones."""
    return {part for word in words for part in (word, *word.split("-"))}
