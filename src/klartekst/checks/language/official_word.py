"""Words that are at home in statutes and official letters, and hardly anywhere else.

No list of jargon is long enough: Norwegian makes new compounds every day. This check therefore asks
how a word, or the parts of a compound, are used in statutes and in everyday texts. The figures in
`official_words.tsv` are made by `training/official_words.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from klartekst.checks.base import Annotation, Draft
from klartekst.checks.language.compounds import splitter, without_joint
from klartekst.checks.language.left_alone import may_touch, untouchable
from klartekst.checks.language.replace import norm_of
from klartekst.checks.language.term import is_explained
from klartekst.checks.wording.words import span_between
from klartekst.inflection import Norm, forms
from klartekst.model import Match, Readership
from klartekst.recognizers.lexicon import shipped_titles

if TYPE_CHECKING:
    from klartekst.tokens import Token

_SHORTEST_WORD = 6
_SHORTEST_COMPOUND = 8
_CLASSES = frozenset({"NOUN", "VERB", "ADJ"})
# Statutes are full of things too: ships, pets, semesters. What is hard to grasp is an abstract
# noun, and these are made from verbs and adjectives.
_ABSTRACT = tuple("ing else sjon het heit tet ment ans ens nad sel".split())


@dataclass(frozen=True)
class OfficialWordCheck:
    """Finds official words at their first mention.

    A verb, an adjective or an abstract noun is found when it is used `word` or more, in log₂, as
    much in statutes as in everyday texts; a compound noun when its last two parts come to
    `compound` together. Left alone are titles of people, words that end as one of `known`,
    words that the draft explains, and everything when the readers are not among `readers`.
    """

    word: float
    compound: float
    known: tuple[str, ...] = ()
    readers: tuple[Readership, ...] = ("innbyggere", "journalister")

    needs: ClassVar[frozenset[Annotation]] = frozenset({"tags", "lemmas"})
    fills: ClassVar[frozenset[str]] = frozenset()

    def find(self, draft: Draft) -> Iterator[Match]:
        """Yield each such word that the draft leaves unexplained, outside quotations."""
        readership = (draft.brief.readership if draft.brief else None) or "innbyggere"
        if readership not in self.readers:
            return
        norm, titles = norm_of(draft), untouchable(draft)
        seen: set[str] = set()
        for sentence in draft.written:
            for token in sentence:
                if len(token) < _SHORTEST_WORD or token.pos_ not in _CLASSES:
                    continue
                lemma = _lemma(token.lower_, token.lemma_.lower(), norm)
                if lemma in seen or not self._is_official(token, lemma, norm):
                    continue
                span = span_between(token, token)
                if may_touch(draft, span, titles):
                    seen.add(lemma)
                    if not is_explained(draft, span):
                        yield Match(span)

    def _is_official(self, token: Token, lemma: str, norm: Norm) -> bool:
        form = token.lower_
        if not form.isalpha() or form.endswith(self.known) or lemma.endswith(self.known):
            return False
        if _is_name_or_title(token, lemma):
            return False
        parts = splitter().split(form) if len(form) >= _SHORTEST_COMPOUND else ()
        if len(parts) > 1 and token.pos_ == "NOUN":
            return _register_of_compound(parts, norm) >= self.compound
        is_abstract = token.pos_ != "NOUN" or lemma.endswith(_ABSTRACT)
        return is_abstract and _registers()["word"].get(lemma, 0.0) >= self.word


def _lemma(form: str, lemma: str, norm: Norm) -> str:
    """The dictionary form: the table's, if the pipeline's is not there."""
    known = forms(norm).lemmas_of(form)
    return lemma if lemma in known or not known else min(known, key=lambda word: (len(word), word))


def _is_name_or_title(token: Token, lemma: str) -> bool:
    titles = shipped_titles()
    return (
        (token.text[0].isupper() and not token.is_sent_start)
        or lemma in titles.roles
        or lemma in titles.staff
        or lemma in titles.relations
    )


def _register_of_compound(parts: tuple[str, ...], norm: Norm) -> float:
    """How official the last two parts are together."""
    registers = _registers()
    last = parts[-1]
    base = min(forms(norm).lemmas_of(last) or {last}, key=lambda word: (len(word), word))
    return registers["first"].get(without_joint(parts[-2]), 0.0) + registers["last"].get(base, 0.0)


@cache
def _registers() -> Mapping[str, Mapping[str, float]]:
    """The shipped figures, by what they are of."""
    found: dict[str, dict[str, float]] = {"word": {}, "first": {}, "last": {}}
    path = Path(__file__).with_name("official_words.tsv")
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        what, word, register = line.split("\t")
        found[what][word] = float(register)
    return found
