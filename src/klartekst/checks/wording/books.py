"""Finding the phrases of all rules in one pass over a text.

Some seventy books of phrases are looked for in every draft, most of them in vain. So the books of
a rule pack stand on one shelf: each word of a text is looked up there once, which tells what may
stand around it of any book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from klartekst.checks.wording.phrases import SLOTS, Form, Phrase

_KEY_LETTERS = 3  # by which words with * are looked up; no word with * has fewer
_REMEMBERED = 1 << 14  # words, from one draft to the next

_Begun = list[tuple[Phrase, int]]  # phrases, and where in a text they would begin


@dataclass(frozen=True, eq=False)
class PhraseBook:
    """Many phrases, found together."""

    phrases: tuple[Phrase, ...]

    def find(self, text: Text) -> list[tuple[int, int]]:
        """Where phrases stand, as token offsets; the longest at each place, none overlapping."""
        ends: dict[int, int] = {}
        for phrase, at in text.begun(self):
            # Of a phrase of one word, all has been seen when that word is.
            end = at + 1 if len(phrase.places) == 1 else phrase.end_at(text.forms, at)
            if end is not None:
                ends[at] = max(end, ends.get(at, 0))
        found: list[tuple[int, int]] = []
        for at in sorted(ends):
            if not found or at >= found[-1][1]:
                found.append((at, ends[at]))
        return found


_Entry = tuple[PhraseBook, Phrase, int]  # and how far from its beginning its anchor is
_Entries = dict[str, list[_Entry]]


class Shelf:
    """Books that are looked for together, indexed by the rarest words of their phrases.

    A book is put on it when it is first asked for: rules make theirs when a draft needs them.
    """

    def __init__(self, *books: PhraseBook) -> None:
        self._books: set[PhraseBook] = set()
        self._whole: _Entries = {}
        self._begins: dict[str, list[tuple[str, _Entry]]] = {}
        self._ends: dict[str, list[tuple[str, _Entry]]] = {}
        self._inside: _Entries = {}
        self._slots: _Entries = {}
        self._known: dict[Form, tuple[_Entry, ...]] = {}
        for book in books:
            self.put(book)

    def put(self, book: PhraseBook) -> None:
        """Look for one more book in the texts to come."""
        if book in self._books:
            return
        self._books.add(book)
        self._known.clear()
        for phrase in book.phrases:
            self._enter((book, phrase, phrase.anchor))

    def begun(self, forms: Sequence[Form]) -> dict[PhraseBook, _Begun]:
        """For each book, the phrases whose rarest word stands in a text, and where they begin."""
        begun: dict[PhraseBook, _Begun] = {book: [] for book in self._books}
        for at, form in enumerate(forms):
            for book, phrase, before in self._entries(form):
                if at >= before:
                    begun[book].append((phrase, at - before))
        return begun

    def _enter(self, entry: _Entry) -> None:
        words = entry[1].anchor_words
        for word in words.whole:
            self._whole.setdefault(word, []).append(entry)
        for letters in words.beginnings:
            self._begins.setdefault(letters[:_KEY_LETTERS], []).append((letters, entry))
        for letters in words.endings:
            self._ends.setdefault(letters[-_KEY_LETTERS:], []).append((letters, entry))
        # Words that cannot be looked up by how they are written are looked for one by one.
        if not words.is_listed:
            for part in words.inside:
                self._inside.setdefault(part, []).append(entry)
            for name in words.slots:
                self._slots.setdefault(name, []).append(entry)

    def _entries(self, form: Form) -> tuple[_Entry, ...]:
        """The phrases that may have a word as their rarest; most words are known already."""
        entries = self._known.get(form)
        if entries is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            unique = {id(entry): entry for entry in self._looked_up(form)}
            entries = self._known[form] = tuple(unique.values())
        return entries

    def _looked_up(self, form: Form) -> Iterator[_Entry]:
        word = form[0]
        for key in form:
            yield from self._whole.get(key, ())
        for letters, entry in self._begins.get(word[:_KEY_LETTERS], ()):
            if word.startswith(letters):
                yield entry
        for letters, entry in self._ends.get(word[-_KEY_LETTERS:], ()):
            if word.endswith(letters):
                yield entry
        for part, entries in self._inside.items():
            if part in word:
                yield from entries
        for name, entries in self._slots.items():
            if SLOTS[name](form):
                yield from entries


@dataclass(frozen=True)
class Text:
    """The words of a text, and what of the books on a shelf may begin where; asked by all books."""

    forms: tuple[Form, ...]
    shelf: Shelf = field(default_factory=Shelf, repr=False, compare=False)

    def begun(self, book: PhraseBook) -> _Begun:
        """The phrases of a book whose rarest word stands in the text, and where they begin."""
        if book not in self._begun:
            # Too late for this text; the next one is looked through for it with the others.
            self.shelf.put(book)
            self._begun[book] = Shelf(book).begun(self.forms)[book]
        return self._begun[book]

    @cached_property
    def _begun(self) -> dict[PhraseBook, _Begun]:
        return self.shelf.begun(self.forms)
