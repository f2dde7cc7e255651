"""Finding the phrases of many rules in one pass over a text."""

from __future__ import annotations

import pytest

from klartekst.checks.wording import books
from klartekst.checks.wording.books import PhraseBook, Shelf, Text
from klartekst.checks.wording.phrase_language import phrase_book

WRITTEN = ("er syk", "*kreft", "demens*", "*psyk*", "{tall} år", "for *", "ikke … pasient", "syk")
SENTENCE = "hun er syk av lungekreft , 12 år og dypsykotisk , ikke vår pasient for demensplagen"


def _forms(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, word) for word in text.split())


def _found_alone(book: PhraseBook, text: str) -> list[tuple[int, int]]:
    return book.find(Text(_forms(text)))


@pytest.mark.parametrize("written", WRITTEN)
def test_books_on_a_shelf_find_what_each_finds_alone(written: str) -> None:
    """Whether a book was there before the text was read or not, and whatever stands beside it."""
    book, others = phrase_book([written]), [phrase_book([other]) for other in WRITTEN]
    alone = _found_alone(book, SENTENCE)
    assert alone
    assert book.find(Text(_forms(SENTENCE), Shelf(book, *others))) == alone
    late = Text(_forms(SENTENCE), Shelf(*others))
    assert [other.find(late) for other in others] == [
        _found_alone(other, SENTENCE) for other in others
    ]
    assert book.find(late) == alone
    assert book.find(Text(_forms(SENTENCE), late.shelf)) == alone


def test_word_known_from_one_text_is_looked_up_for_a_book_put_there_later() -> None:
    """What a shelf remembers of a word does not hide it from new books."""
    shelf, first, second = Shelf(), phrase_book(["syk"]), phrase_book(["er syk"])
    assert first.find(Text(_forms("er syk"), shelf)) == [(1, 2)]
    shelf.put(second)
    assert second.find(Text(_forms("er syk"), shelf)) == [(0, 2)]


def test_phrase_that_would_begin_before_the_text() -> None:
    """Its rarest word stands first, and nothing before it."""
    assert _found_alone(phrase_book(["er syk"]), "syk er syk") == [(1, 3)]


def test_form_and_lemma_that_both_fit_are_one_place() -> None:
    """A word of a phrase in two ways is still found once."""
    text = Text((("sykt", "syk"),))
    assert phrase_book(["syk/sykt", "syk*"]).find(text) == [(0, 1)]


def test_shelf_forgets_words_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the number of drafts, and what is found stays the same."""
    monkeypatch.setattr(books, "_REMEMBERED", 3)
    shelf, book = Shelf(), phrase_book(["er syk"])
    for number in range(10):
        assert book.find(Text(_forms(f"ord{number} er syk"), shelf)) == [(1, 3)]
    assert len(vars(shelf)["_known"]) <= books._REMEMBERED
