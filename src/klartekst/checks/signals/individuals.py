"""Of whom a draft speaks: one certain person, a few, or people in general.

Names, nouns («gutten», «en elev», «to ansatte») and pronouns are gone through in order. A noun in a
sentence that tells of a rule, a habit or a condition speaks of nobody in particular, unless the
draft has told of this one before. A pronoun is whoever was mentioned last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from klartekst.checks.base import Draft
from klartekst.checks.people.named_people import Name, names_in
from klartekst.checks.signals.generality import advises, has_happened, is_conditional, tells_a_rule
from klartekst.checks.signals.mention_context import (
    belongs_to_somebody,
    follows_den,
    is_described,
    is_part_of_name,
    is_placed,
    is_pronoun,
    tells_where_or_when,
)
from klartekst.checks.signals.person_nouns import (
    Kind,
    is_listed,
    is_occupation,
    is_person_noun,
    may_be_somebody,
    noun_kind,
    stem,
    words_for,
)
from klartekst.checks.wording.phrases import is_number
from klartekst.checks.wording.reading import Reading, Sentence, read_draft
from klartekst.model import Role

_KEY = "klartekst.individuals"  # in Tokens.known
_ARTICLE_REACH = 6  # words from «en» to its noun: «en 13 år gammel, sjenert jente»
_DEN_ENE_REACH = 5  # words on from «den ene av» to the noun for people
_COUNTS = frozenset("én éin éi".split())  # «én person er skadd» counts
_NOT_BETWEEN = frozenset({"VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words for somebody: tokens from `start` up to `end`.

    `individual` tells whether it is one certain private person, or a few; `role` whether it is the
    holder of a public role, `agreed` whether that one has said yes to being named. `new` is a
    person whom the draft has not told of before, `named` one who is called by name and who is
    private beyond doubt.
    """

    start: int
    end: int
    individual: bool
    role: bool = False
    new: bool = False
    agreed: bool = False
    named: bool = False


@dataclass(frozen=True)
class Individuals:
    """The mentions of a draft by the number of their sentence, and which sentences are general."""

    reading: Reading
    mentions: tuple[tuple[Mention, ...], ...]
    general: tuple[bool, ...]

    def in_sentence(self, number: int) -> tuple[Mention, ...]:
        """The individuals of a sentence."""
        return tuple(m for m in self.mentions[number] if m.individual)


def find_individuals(draft: Draft) -> Individuals:
    """Of whom a draft speaks, found once however many rules ask for it."""
    found = draft.tokens.known.get(_KEY)
    if not isinstance(found, Individuals):
        found = draft.tokens.known[_KEY] = _find(draft)
    return found


def _find(draft: Draft) -> Individuals:
    reading = read_draft(draft)
    walk = _Walk(draft, reading, names_in(draft))
    mentions = tuple(tuple(walk.mentions_in(sentence)) for sentence in reading.sentences)
    general = tuple(tells_a_rule(reading, sentence) for sentence in reading.sentences)
    return Individuals(reading, mentions, general)


@dataclass
class _Walk:
    """Going through a draft, and remembering who was mentioned."""

    draft: Draft
    reading: Reading
    names: dict[int, Name]
    last: Mention | None = None
    last_block: int = -1
    last_agreed: bool = False
    last_with_family: bool = False
    private_seen: bool = False
    told_of: set[str] = field(default_factory=set)

    def mentions_in(self, sentence: Sentence) -> Iterator[Mention]:
        at = sentence.start
        while at < sentence.end:
            mention = self._name(at)
            if mention is None and may_be_somebody(self.reading.forms[at][0]):
                mention = self._small_word(at, sentence) or self._noun(at, sentence)
            if mention is None:
                at += 1
                continue
            yield mention
            if mention.individual or mention.role:
                self.last, self.last_block = mention, sentence.block
                self.private_seen = self.private_seen or mention.individual
            at = max(mention.end, at + 1)

    def _name(self, at: int) -> Mention | None:
        name = self.names.get(at)
        if name is None:
            return None
        self.last_agreed, self.last_with_family = name.agreed, name.with_family
        return Mention(
            at,
            name.end,
            name.private,
            not name.private,
            new=name.private,
            agreed=name.agreed,
            named=not name.unclear,
        )

    def _small_word(self, at: int, sentence: Sentence) -> Mention | None:
        """«hun», «han som solgte lodd», «den ene», «en av dem», «den eneste legen»."""
        word = self.reading.forms[at][0]
        if word in words_for("that_one") and is_described(self.reading, at, sentence):
            return Mention(at, at + 1, individual=True, new=True)
        if is_pronoun(self.reading, at, sentence):
            return self._pronoun(at, sentence)
        if word in words_for("one_of_them") and follows_den(self.reading, at, sentence):
            return self._one_of_them(at, sentence)
        if word == "av" and self._is_one_of_them(at, sentence):
            return Mention(at - 1, at + 2, individual=self.private_seen)
        if word in words_for("only"):
            return self._only_one(at, sentence)
        return None

    def _pronoun(self, at: int, sentence: Sentence) -> Mention | None:
        """Whoever was mentioned last; if nobody was, somebody whom the writer does not name.

        In nynorsk, «ho» and «han» may as well be a thing.
        """
        near = sentence.block - self.last_block <= 1
        private = self._last_is_private if near else self.private_seen
        if near and self.last is not None and self.last.role and not self.last_agreed:
            return Mention(at, at + 1, individual=False, role=True)
        unnamed = (
            self.last is None
            and self.draft.document.language != "nn"
            and not tells_a_rule(self.reading, sentence)
        )
        return Mention(at, at + 1, individual=True) if private or unnamed else None

    def _one_of_them(self, at: int, sentence: Sentence) -> Mention | None:
        """«Den ene av våre to lærere» is somebody, «det andre forsøket» is a thing."""
        following = range(at + 1, min(at + 1 + _DEN_ENE_REACH, sentence.end))
        if following and self.reading.forms[at + 1][0] == "av":
            named = any(is_listed(self.reading.forms[i][0], "plural") for i in following)
            return Mention(at, at + 1, individual=True, new=True) if named else None
        if following and self.reading.tokens[at + 1].pos_ in ("NOUN", "ADJ"):
            return None
        known = self._last_is_private or (self.private_seen and self._acts(at))
        return Mention(at, at + 1, individual=True) if known else None

    def _acts(self, at: int) -> bool:
        """Whether a verb follows: «den siste hadde», not «den siste kommunen»."""
        following = self.reading.tokens[at + 1 : at + 2]
        return any(token.pos_ in ("VERB", "AUX") for token in following)

    @property
    def _last_is_private(self) -> bool:
        return self.last is not None and self.last.individual

    def _noun(self, at: int, sentence: Sentence) -> Mention | None:
        word = self.reading.forms[at][0]
        if is_part_of_name(self.reading, at, sentence):
            return None
        kind = noun_kind(word)
        if kind == "role":
            return Mention(at, at + 1, individual=False, role=True)
        if kind == "relative":
            return self._relative(at, sentence)
        counted = is_listed(word, "plural") and self._opener(at, sentence, "few") is not None
        adjective = kind == "adjective" and not follows_den(self.reading, at, sentence)
        if not kind and belongs_to_somebody(self.reading, at, sentence):
            return Mention(at, at + 1, individual=True)
        if not kind or counted or adjective:
            return self._indefinite(at, sentence)
        return self._definite(at, sentence, kind)

    def _definite(self, at: int, sentence: Sentence, kind: Kind) -> Mention | None:
        word = self.reading.forms[at][0]
        if kind == "group" and not self._last_is_private and not self._is_counted(at):
            return None
        if self.last is not None and self.last.role and self.last_agreed:
            return None  # «mannen» of a prize winner
        known = stem(word) in self.told_of and not advises(self.reading, sentence)
        if not known and tells_a_rule(self.reading, sentence):
            return None
        self.told_of.add(stem(word))
        return Mention(at, at + 1, individual=True)

    def _is_counted(self, at: int) -> bool:
        """Whether it says of how many: «familien på seks»."""
        following = self.reading.forms[at + 1 : at + 3]
        return len(following) == 2 and following[0][0] == "på" and is_number(following[1])

    def _relative(self, at: int, sentence: Sentence) -> Mention | None:
        """A relative belongs to somebody: told after («til …», «hennes») or mentioned before."""
        following = self.reading.forms[at + 1][0] if at + 1 < sentence.end else ""
        if following == "for":  # «faren for smitte»
            return None
        if following in words_for("owners") and not self.last_with_family:
            return Mention(at, at + 2, individual=True)
        apposed = self.names.get(at + 2)
        if following == "," and apposed is not None and apposed.private:
            return Mention(at, at + 1, individual=True)
        near = self.last is not None and self.last.role and sentence.block - self.last_block <= 1
        joined = at > sentence.start and self.reading.forms[at - 1][0] == "og"
        if near and (self.last_with_family or (joined and not self.private_seen)):
            return None
        of_one_who_agreed = near and self.last_agreed
        if (self.private_seen or of_one_who_agreed) and not is_conditional(self.reading, sentence):
            return Mention(at, at + 1, individual=True)
        return self._definite(at, sentence, "relative")

    def _indefinite(self, at: int, sentence: Sentence) -> Mention | None:
        word = self.reading.forms[at][0]
        singular = is_listed(word, "indefinite") or is_occupation(word)
        if not singular and not is_listed(word, "plural"):
            return None
        opener = self._opener(at, sentence, "articles" if singular else "few")
        if opener is None:
            return None
        titled = opener == at and not is_placed(self.reading, at, sentence)
        counts = self.reading.forms[opener][0] in _COUNTS and word == "person"
        if (
            titled or counts
        ):  # «Mann omkom i fall» leaves open who it was, «Elev ved Vika skole er død» not
            return None
        if not has_happened(self.reading, sentence):
            aged = any(is_number(form) for form in self.reading.forms[opener + 1 : at])
            certain = aged or opener == at or tells_where_or_when(self.reading, sentence)
            if not certain or tells_a_rule(self.reading, sentence):
                return None
        if singular:
            self.told_of.add(stem(word))
        return Mention(opener, at + 1, individual=True, new=True)

    def _opener(self, at: int, sentence: Sentence, name: str) -> int | None:
        """The article or number of a noun; in a title a noun may open without."""
        words = words_for(name)
        for before in range(at - 1, max(sentence.start, at - _ARTICLE_REACH) - 1, -1):
            word = self.reading.forms[before][0]
            if name == "few" and word.isdecimal() and word not in words:
                return None  # «fire av 52 beboere»
            if word in words:
                return before
            if name == "few" and word in ("av", "de", "dei"):
                continue
            if self.reading.tokens[before].pos_ in _NOT_BETWEEN:
                return None
        if name == "articles" and at == sentence.start:
            role = self.draft.document.blocks[sentence.block].role
            return at if role in (Role.TITLE, Role.HEADING) else None
        return None

    def _is_one_of_them(self, at: int, sentence: Sentence) -> bool:
        around = self.reading.forms[at - 1 : at + 2] if at > sentence.start else ()
        return (
            len(around) == 3
            and around[0][0] in words_for("articles") | words_for("few")
            and around[2][0] in ("dem", "dei", "de")
        )

    def _only_one(self, at: int, sentence: Sentence) -> Mention | None:
        nouns = range(at + 1, min(at + 3, sentence.end))
        noun = next((i for i in nouns if is_person_noun(self.reading.forms[i][0])), None)
        if noun is None or not follows_den(self.reading, at, sentence):
            return None
        if tells_a_rule(self.reading, sentence):
            return None
        return Mention(at, noun + 1, individual=True)
