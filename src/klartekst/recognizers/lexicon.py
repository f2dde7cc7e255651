"""Words that tell who somebody is, and which names are people's; the data is in TOML beside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal

# What is taken off a word to come to its dictionary form: «ordføreren», «leiaren», «rektors».
_ENDINGS = ("en", "et", "n", "a", "s", "ens", "ets", "ene", "ane", "ne")
_SHORTEST_STEM = 3
_END = "end"  # of a phrase, in a tree of letters
_REMEMBERED = 1 << 12  # words, from one draft to the next


_Tree = dict[str, "_Tree"]


@dataclass(frozen=True)
class Words:
    """A list of words; `endings` also count as the end of a compound."""

    whole: frozenset[str]
    endings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return self._holds(word)

    @cached_property
    def _holds(self) -> Callable[[str], bool]:
        """Whether a word is in it. Drafts are asked the same of the same words many times."""

        @lru_cache(_REMEMBERED)
        def holds(word: str) -> bool:
            forms = _forms(word.lower())
            return any(form in self.whole or form.endswith(self.endings) for form in forms)

        return holds

    def __or__(self, other: Words) -> Words:
        return Words(self.whole | other.whole, self.endings + other.endings)


def words_of(listed: Iterable[str]) -> Words:
    """Words from a list where a leading hyphen means «and compounds that end so»."""
    lowered = [word.lower() for word in listed]
    return Words(
        whole=frozenset(word for word in lowered if not word.startswith("-")),
        endings=tuple(word[1:] for word in lowered if word.startswith("-")),
    )


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield word[: -len(ending)]


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression, in parentheses, for any of some phrases; * stands for any letters."""
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return f"(?:{_any_branch(tree)})"


def _any_branch(tree: _Tree) -> str:
    """What may follow in a tree of letters, long phrases before short ones.

    Phrases that begin alike share their beginning: a list of hundreds is read letter by letter,
    and not tried phrase by phrase at every place of a text.
    """
    branches = [
        (r"\w*" if letter == "*" else re.escape(letter)) + _grouped(following)
        for letter, following in tree.items()
        if letter != _END
    ]
    return "|".join((*branches, "") if _END in tree else branches)


def _grouped(tree: _Tree) -> str:
    branches = _any_branch(tree)
    return branches if len(tree) == 1 else f"(?:{branches})"


@dataclass(frozen=True, slots=True)
class Titles:
    """Lists of titles.toml that single words are looked up in."""

    roles: Words
    staff: Words
    relations: Words
    former: Words
    speech: frozenset[str]


@cache
def shipped_titles() -> Titles:
    """The titles that come with klartekst."""
    lists = shipped_lists("titles")
    return Titles(
        roles=words_of(lists["roles"]),
        staff=words_of(lists["staff"]),
        relations=words_of(lists["relations"]),
        former=words_of(lists["former"]),
        speech=frozenset(lists["speech"]),
    )


@cache
def listed_names(which: Literal["given_names", "surnames"]) -> frozenset[str]:
    """Names that many bear in Norway, case folded. That a name is missing here says nothing."""
    lines = (Path(__file__).parent / f"{which}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        name for line in lines if not line.startswith("#") for name in line.casefold().split()
    )


@cache
def common_words() -> frozenset[str]:
    """Words that running text has with small letters; see `training/common_words.py`."""
    lines = (Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_listed_name(word: str) -> bool:
    """Whether a word, or what stands before its genitive -s, is a listed first name or surname."""
    folded = word.casefold()
    names = listed_names("given_names"), listed_names("surnames")
    return any(form in listed for form in (folded, folded.removesuffix("s")) for listed in names)


@cache
def shipped_lists(name: str) -> dict[str, list[str]]:
    """The lists of `titles.toml` or `names.toml`, as they stand."""
    path = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
