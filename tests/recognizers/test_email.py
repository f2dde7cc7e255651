"""E-mail addresses in running text."""

from __future__ import annotations

import pytest

from klartekst.recognizers.email import find_emails


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_emails(text)]


@pytest.mark.parametrize(
    "written",
    [
        "ola@example.no",
        "ola.testmann@post.example.no",
        "ola(at)example.no",
        "ola [at] example.no",
        "ola krøllalfa example punktum no",
        "ola (at) example (dot) no",
        "å.ødegård@example.no",
    ],
)
def test_plain_and_hidden_addresses(written: str) -> None:
    """What a person reads as an address is one."""
    assert found(f"Skriv til {written}.") == [written]


@pytest.mark.parametrize("text", ["@fjordvik på nett", "kari@", "example.no", "Vi møtes at noon."])
def test_other_words_are_left(text: str) -> None:
    """Handles, halves and domains are no addresses."""
    assert found(text) == []
