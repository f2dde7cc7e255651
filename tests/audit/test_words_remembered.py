"""An audit remembers the words of its first batch, and of no other."""

from __future__ import annotations

from klartekst.audit.checking import Checker
from klartekst.audit.items import Item
from klartekst.linter import Linter


def test_only_the_words_of_the_first_batch_stay(linter: Linter) -> None:
    checker = Checker.__new__(Checker)
    checker._linter = linter
    checker._all_languages = False
    for word in ("flyteflåtenes", "heiseheisenes", "grønngrønnenes"):
        checker.check([Item(f"{word}.md", f"Dette er {word} dag.\n".encode(), "file")])
    words = linter.pipeline.nlp.vocab.strings
    assert "flyteflåtenes" in words
    assert "heiseheisenes" not in words
    assert "grønngrønnenes" not in words
