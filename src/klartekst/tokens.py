"""The parse of a text, read once into plain records.

Checks ask thousands of questions of the same few hundred words. Each answer of spaCy's own Token is
made anew out of C; here it is made once. Names and meanings are spaCy's, so that a text parsed by
hand reads the same; what is seldom asked is still answered by the Doc.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count, repeat
from operator import add
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENT_IOB = ("", "I", "O", "B")
_REMEMBERED = 1 << 12  # tags with all that they tell
# The columns of a parse: strings by their keys, places that may be before, and plain numbers.
_STRINGS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "DEP", "ENT_TYPE", "MORPH"]
_SIGNED: list[int | str] = ["HEAD", "SENT_START"]
_NUMBERS: list[int | str] = ["IDX", "ENT_IOB"]
_FLAGS: list[int | str] = ["IS_ALPHA", "IS_LOWER", "IS_TITLE", "IS_SPACE", "IS_PUNCT", "LIKE_NUM"]


class Morph:
    """The features of a word: «Tense=Past|VerbForm=Fin»."""

    __slots__ = ("_values", "_written")

    def __init__(self, written: str) -> None:
        self._written = "" if written == "_" else written  # spaCy's key for no features
        pairs = (feature.split("=", 1) for feature in written.split("|") if "=" in feature)
        self._values = {name: values.split(",") for name, values in pairs}

    def __str__(self) -> str:
        return self._written

    def get(self, name: str, default: Sequence[str] = ()) -> Sequence[str]:
        """The values of a feature, most often one."""
        return self._values.get(name, default)


_morph = lru_cache(_REMEMBERED)(Morph)


@dataclass(slots=True, eq=False, weakref_slot=True)
class Token:
    """A word or a sign; `idx` is its offset in the text, in code points. Never changed."""

    doc: Tokens
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    dep_: str
    ent_type_: str
    morph: Morph
    head_at: int
    is_sent_start: bool
    idx: int
    ent_iob_: str
    is_alpha: bool
    is_lower: bool
    is_title: bool
    is_space: bool
    is_punct: bool
    like_num: bool

    def __len__(self) -> int:
        return len(self.text)

    @property
    def head(self) -> Token:
        """The word that it hangs on; a root hangs on itself."""
        return self.doc[self.head_at]

    @property
    def children(self) -> Sequence[Token]:
        """The words that hang on it, in order."""
        return self.doc.children[self.i]

    @property
    def lefts(self) -> Iterator[Token]:
        """The words before it that hang on it, in order."""
        return (child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> Iterator[Token]:
        """The words after it that hang on it, in order."""
        return (child for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The word that it hangs on, the one that this hangs on, and so on."""
        word = self
        while word.head_at != word.i:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all that hangs on it, however far down, in order."""
        return (self.doc[token.i] for token in self.doc.parsed[self.i].subtree)

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        return self.doc[self.doc.parsed[self.i].left_edge.i]

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The words that it is joined to by «og» and the like."""
        return tuple(self.doc[token.i] for token in self.doc.parsed[self.i].conjuncts)

    @property
    def sent(self) -> TokenSpan:
        """The sentence that it stands in."""
        sentence = self.doc.parsed[self.i].sent
        return TokenSpan(self.doc, sentence.start, sentence.end)

    def nbor(self, by: int = 1) -> Token:
        """The word so many places on; raises IndexError where there is none."""
        at = self.i + by
        if at < 0:
            raise IndexError(at)
        return self.doc[at]


class Tokens(Sequence[Token]):
    """All tokens of a text. `parsed` is the Doc that they were read from."""

    def __init__(self, parsed: Doc) -> None:
        self.parsed = parsed
        self.text: str = parsed.text
        self._listed = list(_read(parsed, self))

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._listed)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> TokenSpan: ...
    def __getitem__(self, at: int | slice) -> Token | TokenSpan:
        if isinstance(at, int):
            return self._listed[at]
        start, end, _ = at.indices(len(self._listed))
        return TokenSpan(self, start, max(start, end))

    @property
    def known(self) -> dict[Any, Any]:
        """What was found out of this text, for whoever asks again."""
        return self.parsed.user_data

    @cached_property
    def children(self) -> Sequence[Sequence[Token]]:
        """The words that hang on each, in order."""
        children: list[list[Token]] = [[] for _ in self._listed]
        for token in self._listed:
            if token.head_at != token.i:
                children[token.head_at].append(token)
        return children

    @cached_property
    def sents(self) -> Sequence[TokenSpan]:
        """The sentences of the parse, in order."""
        return [TokenSpan(self, one.start, one.end) for one in self.parsed.sents]

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> TokenSpan | None:
        """The tokens from one offset to another, as `Doc.char_span` finds them."""
        span = self.parsed.char_span(start, end, alignment_mode=alignment_mode)
        return None if span is None else TokenSpan(self, span.start, span.end)

    def forget(self) -> None:
        """Let go of all that was read and found out, when no more is asked.

        The words and the text refer to each other: else only the collector can take them away, at
        ten times the cost.
        """
        self.parsed.user_data.clear()
        vars(self).clear()

    def has_annotation(self, name: str) -> bool:
        """Whether the pipeline has given that."""
        return bool(self.parsed.has_annotation(name))


class TokenSpan(Sequence[Token]):
    """Tokens from `start` up to `end` of a text."""

    __slots__ = ("_listed", "doc", "end", "start")

    def __init__(self, doc: Tokens, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._listed = doc._listed[start:end]  # noqa: SLF001  its own kind

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._listed)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> TokenSpan: ...
    def __getitem__(self, at: int | slice) -> Token | TokenSpan:
        if isinstance(at, int):
            return self._listed[at]
        start, end, _ = at.indices(len(self._listed))
        return TokenSpan(self.doc, self.start + start, self.start + max(start, end))

    @property
    def start_char(self) -> int:
        """Where its first token begins, in code points."""
        return self._listed[0].idx

    @property
    def end_char(self) -> int:
        """Where its last token ends."""
        last = self._listed[-1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The text from its first token to its last."""
        return self.doc.text[self.start_char : self.end_char] if self._listed else ""

    @property
    def entity_labels(self) -> Sequence[str]:
        """The labels of the names that lie wholly within it."""
        return [entity.label_ for entity in self.doc.parsed[self.start : self.end].ents]

    @property
    def root(self) -> Token:
        """The word that all others of it hang on, or the one nearest to the root of a sentence."""
        return self.doc[self.doc.parsed[self.start : self.end].root.i]


def _read(parsed: Doc, into: Tokens) -> Iterator[Token]:
    strings = parsed.vocab.strings
    columns = parsed.to_array(_STRINGS).T.tolist()
    known = {key: strings[key] for key in {key for column in columns for key in column}}
    *written, morphs = ([known[key] for key in column] for column in columns)
    heads, starts = parsed.to_array(_SIGNED).astype("int64").T.tolist()
    offsets, iob = parsed.to_array(_NUMBERS).T.tolist()
    flags = parsed.to_array(_FLAGS).astype(bool).T.tolist()
    return map(
        Token,
        repeat(into),
        count(),
        *written,
        map(_morph, morphs),
        map(add, heads, count()),
        map((1).__eq__, starts),
        offsets,
        map(_ENT_IOB.__getitem__, iob),
        *flags,
    )
